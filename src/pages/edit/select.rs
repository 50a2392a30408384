//! Lists to choose from, kept while what they offer stays: a change of the plan alters what is chosen, not the
//! list. They decide nothing.

use super::Desk;
use crate::domain::plan::edit::Edit;
use crate::ui::element::{El, of, say, say_as};
use crate::ui::state::{Computed, untrack};
use std::rc::Rc;
use std::sync::Arc;

/// A list of words; `chosen` is live, `choose` is told the place of what was chosen.
pub fn select(
    id: &str,
    label: &str,
    options: &[String],
    chosen: Rc<dyn Fn() -> usize>,
    choose: Rc<dyn Fn(usize)>,
) -> El {
    let options =
        options.iter().enumerate().map(|(place, text)| say("option", text).set("value", place.to_string()));
    let list = of("select", "field__input field__box").set("id", id).all(options);
    let (field, shown) = (list.clone(), chosen.clone());
    let list = list.live_value(move || chosen().to_string()).on_value("change", move |value| {
        if let Ok(place) = value.parse() {
            choose(place);
        }
        // What was refused is not chosen.
        field.choose(&untrack(|| shown()).to_string());
    });
    of("label", "field").child(say_as("span", "field__label", label)).child(list)
}

/// What a list offers now.
#[derive(Default)]
pub struct Offered {
    /// The words of each choice and what it does; nothing for what only stands there.
    pub list: Vec<(String, Option<Edit>)>,
    /// The place of what holds.
    pub chosen: usize,
}

/// A list of changes of the plan, of which one holds; there is no list where there is nothing to choose.
pub fn changes(
    desk: Desk,
    id: String,
    label: &'static str,
    offered: impl Fn() -> Offered + Send + Sync + 'static,
) -> El {
    draw(desk, id, label, Arc::new(offered))
}

fn draw(desk: Desk, id: String, label: &'static str, offered: Arc<dyn Fn() -> Offered + Send + Sync>) -> El {
    let asked = offered.clone();
    let words =
        Computed::new(move || asked().list.into_iter().map(|(words, _)| words).collect::<Vec<String>>());
    of("div", "field").part(move || {
        let words = words.get();
        (words.len() > 1).then(|| {
            let (now, offered) = (offered.clone(), offered.clone());
            let choose = move |place| {
                let edit = untrack(|| offered()).list.into_iter().nth(place).and_then(|(_, edit)| edit);
                if let Some(edit) = edit {
                    desk.apply(&edit);
                }
            };
            untrack(|| select(&id, label, &words, Rc::new(move || now().chosen), Rc::new(choose)))
        })
    })
}
