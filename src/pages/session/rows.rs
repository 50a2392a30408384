//! The rows of one exercise: what is logged, each with its undo, then what is still to do.

use crate::app::actions;
use crate::app::documents::documents;
use crate::domain::plan::Prescription;
use crate::domain::training::{DraftSet, SetEntry, SetKind};
use crate::domain::volume::SetWorth;
use crate::i18n::Locale;
use crate::i18n::en::session as words;
use crate::pages::flat;
use crate::ui::bare_button;
use crate::ui::element::{El, el, of, say};
use crate::ui::state::Computed;

/// The rows: what is logged, then what is still to do.
pub fn rows(logged: Computed<Vec<DraftSet>>, planned: Option<Prescription>) -> El {
    let moments = move || logged.with(|sets| sets.iter().map(|set| set.at).collect::<Vec<_>>());
    let left = move || {
        let done = logged.with(|sets| sets.iter().filter(|s| s.entry.kind == SetKind::Work).count());
        let Some(planned) = &planned else { return Vec::new() };
        let reps = format!("{}–{} {}", planned.reps.0, planned.reps.1, words::REPS_UNIT);
        let row = |place: usize| {
            of("li", "set-row")
                .set("data-planned", "")
                .child(say("span", (place + 1).to_string()))
                .child(say("span", &reps))
                .child(say("span", words::TO_DO))
        };
        (done..usize::from(planned.sets)).map(row).collect::<Vec<El>>()
    };
    flat().child(el("ol").rows(moments, move |at| row(logged, at)).part(left))
}

/// A logged set, known by its moment.
fn row(logged: Computed<Vec<DraftSet>>, at: i64) -> El {
    let docs = documents();
    let locale = docs.locale();
    let set = Computed::new(move || {
        logged.with(|sets| {
            let place = sets.iter().position(|set| set.at == at)?;
            Some((place + 1, sets.get(place)?.entry.clone()))
        })
    });
    let number = move || set.with(|s| s.as_ref().map_or(0, |(number, _)| *number));
    let text = move || set.with(|s| s.as_ref().map(|(_, e)| words::set(e, docs.units(), &locale)));
    let effort = move || set.with(|s| s.as_ref().map(|(_, e)| effort_text(e, &locale)));
    let undo = bare_button("set-row__undo")
        .live("aria-label", move || Some(words::undo_set(number())))
        .text(words::UNDO)
        .press(move || {
            // Taken back already in another tab: the wish is fulfilled.
            actions::undo_set(docs, at).ok();
        });
    of("li", "set-row")
        .set("data-logged", "")
        .child(el("span").live_text(move || number().to_string()))
        .child(el("span").live_text(move || text().unwrap_or_default()))
        .child(of("span", "muted").live_text(move || effort().unwrap_or_default()))
        .child(undo)
}

fn effort_text(entry: &SetEntry, locale: &Locale) -> String {
    if entry.kind == SetKind::WarmUp {
        return words::WARM_UP.to_owned();
    }
    let worth = SetWorth::of(entry, None);
    let counts = match worth.worth.parts() {
        0 => words::NOT_HARD,
        32.. => words::HARD,
        _ => words::HALF,
    };
    let rir = entry.effort.rir.map(|rir| format!("{} · ", words::rir(rir, locale))).unwrap_or_default();
    let sure = if worth.verified { String::new() } else { format!(" · {}", words::UNVERIFIED) };
    format!("{rir}{counts}{sure}")
}
