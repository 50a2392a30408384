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
    /// Takes away what is kept, when the field is emptied; none where that means nothing.
    pub forget: Option<Box<dyn Fn() -> Result<(), String>>>,
}

impl Quick {
    /// Draws it.
    pub fn draw(self) -> El {
        let Self { name, label, unit, known, keep, forget } = self;
        let known: Text = known;
        let typed = State::new(None::<String>);
        let error = State::new(String::new());
        let kept = known.clone();
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
            let (text, before) = untrack(|| (shown(), kept()));
            let done = match &forget {
                Some(forget) if text.trim().is_empty() && !before.is_empty() => forget(),
                _ => number::parse(&text).map_err(|_| words::BAD_NUMBER.to_owned()).and_then(&keep),
            };
            if done.is_ok() {
                typed.set(None);
            }
            error.set(done.err().unwrap_or_default());
        });
        of("div", "quick").child(field.draw()).child(save)
    }
}
