//! A drawing and its numbers as files: vector, picture, table. All of it is made on the device.

use crate::app::device::{Drawing, download};
use crate::app::documents::documents;
use crate::exchange::sheet;
use crate::i18n::en::progress as words;
use crate::ui::element::{El, of, say_as};
use crate::ui::{Look, button};
use std::rc::Rc;

/// What is saved.
pub(super) struct Sheet {
    /// The id of the drawing.
    pub drawing: &'static str,
    /// Its size.
    pub size: (u32, u32),
    /// What it is called.
    pub name: Rc<dyn Fn() -> String>,
    /// The heads of the table.
    pub heads: Vec<&'static str>,
    /// Its rows.
    pub rows: Rc<dyn Fn() -> Vec<Vec<String>>>,
}

/// Three buttons.
pub(super) fn export(what: Sheet) -> El {
    let Sheet { drawing, size, name, heads, rows } = what;
    let docs = documents();
    let file = move |name: &str, ending: &str| words::file(name, docs.today().get_untracked(), ending);
    let drawn = move |title: String| Drawing::of(drawing, title, size);
    let (vector, picture) = (name.clone(), name.clone());
    let save = |label: &str, means: &str| button(label, Look::Chip).set("aria-label", means);
    let svg = save(words::SVG, words::SAVE_SVG).press(move || {
        let name = vector();
        let saved = drawn(name.clone()).and_then(|drawing| drawing.save_vector(&file(&name, "svg")));
        saved.unwrap_or_default();
    });
    let png = save(words::PNG, words::SAVE_PNG).press(move || {
        let name = picture();
        let saved = drawn(name.clone()).and_then(|drawing| drawing.save_picture(&file(&name, "png")));
        saved.unwrap_or_default();
    });
    let csv = save(words::CSV, words::SAVE_CSV).press(move || {
        let text = sheet(&heads, &rows());
        download(&file(&name(), "csv"), "text/csv;charset=utf-8", &text).unwrap_or_default();
    });
    of("div", "stack stack--tight")
        .child(say_as("h3", "field__label", words::EXPORT))
        .child(of("div", "buttons").child(svg).child(png).child(csv))
}
