//! One typed number with its button: typed, checked, kept; what cannot be is said in a sentence.

use crate::domain::units::number;
use crate::i18n::en::fuel as words;
use crate::ui::element::{El, Text, of, text, told};
use crate::ui::state::{State, untrack};
use crate::ui::{Field, Look, button};

/// One number with its button.
pub(in crate::pages) struct Quick {
    /// A name that is unique on the page.
    pub name: &'static str,
    /// Its label.
    pub label: &'static str,
    /// Its unit.
    pub unit: Text,
    /// What is kept already.
    pub known: Text,
    /// Keeps a number, or says why not.
    pub keep: Box<dyn Fn(f64) -> Result<(), String>>,
}

impl Quick {
    /// Draws it.
    pub fn draw(self) -> El {
        let Self { name, label, unit, known, keep } = self;
        let typed = State::new(None::<String>);
        let error = State::new(String::new());
        let value = text(move || typed.get().unwrap_or_else(|| known()));
        let shown = value.clone();
        let field = Field {
            name,
            label,
            value,
            on_type: told(move |text| {
                error.set(String::new());
                typed.set(Some(text));
            }),
            unit,
            hint: "",
            error: text(move || error.get()),
            number: true,
        };
        let save = button(words::SAVE, Look::Ghost).set("id", format!("{name}-save")).press(move || {
            let kept = number::parse(&untrack(|| shown())).map_err(|_| words::BAD_NUMBER.to_owned());
            let kept = kept.and_then(&keep);
            if kept.is_ok() {
                typed.set(None);
            }
            error.set(kept.err().unwrap_or_default());
        });
        of("div", "quick").child(field.draw()).child(save)
    }
}
