//! Lists to choose from, kept while what they offer stays: a change of the plan alters what is chosen, not the
//! list. They decide nothing.

use super::Desk;
use crate::domain::plan::edit::Edit;
use crate::ui::element::{El, of};
pub use crate::ui::select;
use crate::ui::state::{Computed, untrack};
use std::rc::Rc;
use std::sync::Arc;

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
