//! What is at hand beside the next set, by name. Each is drawn when it is asked for, by `panels`, whose code comes
//! after the session's.

use super::exercise::{Iron, Shown};
use super::{loading, panels};
use crate::domain::exercise::ExerciseId;
use crate::i18n::en::tools as words;
use crate::ui::element::{El, group, of};
use crate::ui::state::untrack;
use crate::ui::{Look, button};

/// A tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    Pain,
    Swap,
    Plates,
    Time,
    Order,
    Notes,
    Tempo,
}

/// The tools of an exercise.
pub fn tools(shown: Shown, id: &ExerciseId, iron: &Iron) -> El {
    let open = shown.tool;
    let all = [
        (Tool::Pain, "tool-pain", words::PAIN),
        (Tool::Swap, "tool-swap", words::SWAP),
        (Tool::Plates, "tool-plates", words::PLATES),
        (Tool::Notes, "tool-notes", words::NOTES),
        (Tool::Order, "tool-order", words::ORDER),
        (Tool::Tempo, "tool-tempo", words::TEMPO),
        (Tool::Time, "tool-time", words::TIME),
    ];
    let plates = loading::by_plates(shown, iron);
    let chips =
        all.into_iter().filter(|(tool, ..)| *tool != Tool::Plates || plates).map(|(tool, name, word)| {
            button(word, Look::Chip)
                .set("id", name)
                .live_bool("aria-expanded", move || open.get() == Some(tool))
                .press(move || open.update(|now| *now = (*now != Some(tool)).then_some(tool)))
        });
    let (id, iron) = (id.clone(), iron.clone());
    let panel = move || {
        let tool = open.get()?;
        Some(untrack(|| panels::panel(tool, shown, &id, &iron)))
    };
    of("section", "card tools")
        .set("aria-label", words::TOOLS)
        .child(group("div", "buttons tools__chips", chips))
        .part(panel)
}
