//! A labelled text field with its unit, hint and error. It holds raw text: reading it is the domain's.

use super::element::{El, Text, Told, el, of, say_as};

/// A labelled text field.
pub struct Field {
    /// A name that is unique on the page.
    pub name: &'static str,
    /// Its label.
    pub label: &'static str,
    /// What is typed.
    pub value: Text,
    /// Told of every change.
    pub on_type: Told<String>,
    /// The unit behind it.
    pub unit: Text,
    /// A word of help; empty where none is needed.
    pub hint: &'static str,
    /// What is wrong; empty while nothing is.
    pub error: Text,
    /// Whether a number is typed.
    pub number: bool,
}

impl Field {
    /// Draws it.
    pub fn draw(self) -> El {
        let Self { name, label, value, on_type, unit, hint, error, number } = self;
        let error_id = format!("{name}-error");
        let hint_id = format!("{name}-hint");
        let described = {
            let (error, error_id, hint_id) = (error.clone(), error_id.clone(), hint_id.clone());
            move || {
                let wrong = !error().is_empty();
                wrong.then(|| error_id.clone()).or((!hint.is_empty()).then(|| hint_id.clone()))
            }
        };
        let invalid = error.clone();
        let input = of("input", "field__input")
            .set("id", name)
            .set("name", name)
            .set("type", "text")
            .set("autocomplete", "off")
            .set("inputmode", if number { "decimal" } else { "text" })
            .live_value(move || value())
            .on_value("input", move |typed| on_type(typed))
            .live("aria-invalid", move || (!invalid().is_empty()).then(|| "true".to_owned()))
            .live("aria-describedby", described);
        let hint = (!hint.is_empty()).then(|| say_as("p", "field__hint", hint).set("id", hint_id));
        of("div", "field")
            .child(say_as("label", "field__label", label).set("for", name))
            .child(
                of("div", "field__box")
                    .child(input)
                    .child(of("span", "field__unit").live_text(move || unit())),
            )
            .maybe(hint)
            .child(wrong(&error_id, error))
    }
}

/// The line that says what is wrong with a field.
pub(super) fn wrong(id: &str, error: Text) -> El {
    el("p").class("field__error").set("id", id).set("aria-live", "polite").live_text(move || error())
}
