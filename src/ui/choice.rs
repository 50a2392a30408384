//! One of several, and any of several: native radio buttons and boxes. The caller numbers the choices.

use super::element::{El, Told, el, group, of, say, say_as};
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// One of several.
pub struct Choice {
    /// A name that is unique on the page.
    pub name: &'static str,
    /// The question.
    pub legend: String,
    /// The answers, in order.
    pub options: Vec<String>,
    /// The place of the chosen answer; none while nothing is chosen; live.
    pub chosen: Rc<dyn Fn() -> Option<usize>>,
    /// Told of a choice.
    pub choose: Told<usize>,
    /// Whether the answers are long and stand below each other.
    pub tall: bool,
}

impl Choice {
    /// Draws it.
    pub fn draw(self) -> El {
        let Self { name, legend, options, chosen, choose, tall } = self;
        let options = options.into_iter().enumerate().map(|(place, label)| {
            let (chosen, choose) = (chosen.clone(), choose.clone());
            let input = el("input")
                .set("type", "radio")
                .set("name", name)
                .live_checked(move || chosen() == Some(place))
                .on("change", move |_| choose(place));
            of("label", "choice__option").child(input).child(say("span", label))
        });
        of("fieldset", if tall { "choice choice--tall" } else { "choice" })
            .child(say_as("legend", "field__label", legend))
            .child(group("div", "choice__options", options))
    }
}

/// Any of several.
pub struct Checks {
    /// The question.
    pub legend: String,
    /// The answers, in order.
    pub options: Vec<String>,
    /// Whether the answer at a place holds; live.
    pub checked: Rc<dyn Fn(usize) -> bool>,
    /// Told of a change.
    pub toggle: Told<(usize, bool)>,
}

impl Checks {
    /// Draws them.
    pub fn draw(self) -> El {
        let Self { legend, options, checked, toggle } = self;
        let options = options.into_iter().enumerate().map(|(place, label)| {
            let (checked, toggle) = (checked.clone(), toggle.clone());
            let input = el("input").set("type", "checkbox").live_checked(move || checked(place)).on(
                "change",
                move |event| {
                    let target = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
                    toggle((place, target.is_some_and(|input| input.checked())));
                },
            );
            of("label", "check").child(input).child(say("span", label))
        });
        of("fieldset", "checks").child(say_as("legend", "field__label", legend)).child(group(
            "div",
            "checks__options",
            options,
        ))
    }
}
