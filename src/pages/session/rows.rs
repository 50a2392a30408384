//! The rows of one exercise: what is logged, each to be changed or taken back, then what is still to do.

use super::entry::Entry;
use super::exercise::{Shown, work_sets};
use super::typing;
use crate::app::actions;
use crate::domain::calendar::Day;
use crate::domain::exercise::ExerciseId;
use crate::domain::training::calibration::for_exercise;
use crate::domain::training::editing::asks_stop;
use crate::domain::training::{DraftSet, SetEntry, SetKind, Side};
use crate::domain::units::Kg;
use crate::domain::volume::{Judge, SetWorth};
use crate::i18n::Locale;
use crate::i18n::en::session as words;
use crate::pages::flat;
use crate::ui::element::{El, el, group, of, say, text, told};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Field, Look, bare_button, button};
use std::rc::Rc;

/// What the sets of the exercise are judged by: which it is, the day, and the best that was done before it.
type Judged = Rc<(ExerciseId, Day, Option<Kg>)>;

/// The rows: what is logged, then what is still to do.
pub fn rows(shown: Shown, id: &ExerciseId) -> El {
    let Shown { docs, place, logged, planned, .. } = shown;
    let today = docs.today().get_untracked();
    let day = docs.draft().with_untracked(|draft| draft.as_ref().map_or(today, |draft| draft.day));
    // The log does not change while a session runs.
    let best = docs.log().with_untracked(|log| Judge::of_exercise(id, day, log).best_before(id, day));
    let judged: Judged = Rc::new((id.clone(), day, best));
    // Left and right stand in one row: the right one's is the left one's.
    let moments = move || {
        logged.with(|sets| {
            let row = |(at, set): (usize, &DraftSet)| (!follows_left(sets, at)).then_some(set.at);
            sets.iter().enumerate().filter_map(row).collect::<Vec<_>>()
        })
    };
    let editing: State<Option<i64>> = State::new(None);
    let open = Computed::new(move || {
        let done = work_sets(logged);
        planned.with(|planned| planned.as_ref().map(|p| (done, u32::from(p.sets), p.reps)))
    });
    let left = move || {
        let Some((done, of_all, reps)) = open.get() else { return Vec::new() };
        let reps = format!("{}–{} {}", reps.0, reps.1, words::REPS_UNIT);
        let row = |number: u32| {
            let skip = bare_button("set-row__undo")
                .set("aria-label", words::skip_set(number + 1))
                .text(words::SKIP_SET)
                .press(move || {
                    actions::ask_sets(docs, place, u8::try_from(of_all).unwrap_or(1).saturating_sub(1)).ok();
                });
            of("li", "set-row")
                .set("data-planned", "")
                .child(say("span", (number + 1).to_string()))
                .child(say("span", &reps))
                .child(say("span", words::TO_DO))
                .child(skip)
        };
        (done..of_all).map(row).collect::<Vec<El>>()
    };
    flat().child(el("ol").rows(moments, move |at| row(shown, judged.clone(), editing, at)).part(left))
}

/// Whether the set at a place is the right side of the left one before it.
fn follows_left(sets: &[DraftSet], at: usize) -> bool {
    let side = |at: usize, side: Side| sets.get(at).is_some_and(|set| set.entry.side == side);
    let before = at.checked_sub(1);
    side(at, Side::Right) && before.is_some_and(|at| side(at, Side::Left))
}

/// The sets of a row: one, or left and right; with its number.
type Row = Option<(usize, Vec<(i64, SetEntry)>)>;

fn of_row(sets: &[DraftSet], at: i64) -> Row {
    let place = sets.iter().position(|set| set.at == at)?;
    let mut found = Vec::new();
    for (offset, set) in sets.iter().enumerate().skip(place).take(2) {
        if offset == place || follows_left(sets, offset) {
            found.push((set.at, set.entry.clone()));
        }
    }
    let before = (0..place).filter(|at| !follows_left(sets, *at)).count();
    Some((before + 1, found))
}

/// A logged set, known by its moment.
fn row(shown: Shown, judged: Judged, editing: State<Option<i64>>, at: i64) -> El {
    let Shown { docs, logged, .. } = shown;
    let locale = docs.locale();
    let set: Computed<Row> = Computed::new(move || logged.with(|sets| of_row(sets, at)));
    let number = move || set.with(|s| s.as_ref().map_or(0, |(number, _)| *number));
    let said = move || {
        set.with(|s| {
            let (_, sets) = s.as_ref()?;
            Some(words::row(sets.iter().map(|(_, set)| set), docs.units(), &locale))
        })
    };
    let effort = move || {
        let (id, day, best) = &*judged;
        let added = docs.trials().with(|trials| for_exercise(trials, id, *day));
        set.with(|s| {
            let (_, entry) = s.as_ref()?.1.first()?;
            Some(effort_text(entry, SetWorth::corrected(entry, *best, added), &locale))
        })
    };
    let undo = bare_button("set-row__undo")
        .live("aria-label", move || Some(words::undo_set(number())))
        .text(words::UNDO)
        .press(move || {
            let moments = set.with_untracked(|s| {
                s.iter().flat_map(|(_, sets)| sets.iter().map(|(at, _)| *at)).collect::<Vec<_>>()
            });
            // Taken back already in another tab: the wish is fulfilled.
            actions::undo_sets(docs, &moments).ok();
        });
    let open = move || editing.get() == Some(at);
    let edit = bare_button("set-row__edit")
        .set("id", format!("edit-{at}"))
        .live("aria-label", move || Some(words::edit_set(number(), &said().unwrap_or_default())))
        .live_bool("aria-expanded", open)
        .live_text(move || said().unwrap_or_default())
        .press(move || editing.update(|now| *now = (*now != Some(at)).then_some(at)));
    of("li", "set-row")
        .set("data-logged", "")
        .child(el("span").live_text(move || number().to_string()))
        .child(edit)
        .child(of("span", "muted").live_text(move || effort().unwrap_or_default()))
        .child(undo)
        .shown(open, move || editor(shown, set, editing))
}

/// What a row says, to be changed.
fn editor(shown: Shown, set: Computed<Row>, editing: State<Option<i64>>) -> El {
    let docs = shown.docs;
    let Some((_, sets)) = set.get_untracked() else { return el("div") };
    // What was recorded without a load stays possible.
    let loaded = sets.iter().all(|(_, set)| set.load > Kg::ZERO);
    let entry = Entry::new(docs, shown.entry.least.filter(|_| loaded));
    let kind = sets.first().map_or(SetKind::Work, |(_, set)| set.kind);
    let side = sets.first().map_or(Side::Both, |(_, set)| set.side);
    if let Some((_, first)) = sets.first() {
        entry.fill_from(first, sets.get(1).map(|(_, set)| set));
    }
    let split = entry.split.get_untracked();
    let reps = |name, label, typed: State<String>| {
        Field {
            name,
            label,
            value: text(move || typed.get()),
            on_type: told(move |new| typed.set(new)),
            unit: text(|| words::REPS_UNIT.to_owned()),
            hint: "",
            error: text(move || Entry::wrong_reps(typed)),
            number: true,
        }
        .draw()
    };
    let load = Field {
        name: "edit-load",
        label: words::LOAD,
        value: text(move || entry.load.get()),
        on_type: told(move |new| entry.load.set(new)),
        unit: text(move || docs.units().mass_sign().to_owned()),
        hint: "",
        error: text(move || entry.wrong_load()),
        number: true,
    };
    let save = button(words::SAVE, Look::Ghost).set("id", "save-set").press(move || {
        entry.tried.set(true);
        let Some(mut new) = untrack(|| entry.sets(kind)) else { return };
        if let [one] = new.as_mut_slice() {
            one.side = side;
        }
        for (new, (_, old)) in new.iter_mut().zip(&sets) {
            // What was not touched stays to the gram, whatever unit it is shown in.
            if entry.load.get_untracked() == untrack(|| entry.shown(old.load)) {
                new.load = old.load;
            }
        }
        let changes: Vec<(i64, SetEntry)> = sets.iter().map(|(at, _)| *at).zip(new).collect();
        if actions::change_sets(docs, &changes).is_ok() {
            editing.set(None);
        }
    });
    let cancel = button(words::CANCEL, Look::Ghost).press(move || editing.set(None));
    let first = if split { words::REPS_LEFT } else { words::REPS };
    let fields = of("div", "fields").child(load.draw()).child(reps("edit-reps", first, entry.reps));
    let fields =
        if split { fields.child(reps("edit-reps-right", words::REPS_RIGHT, entry.right)) } else { fields };
    let work = kind == SetKind::Work;
    let effort = work.then(|| typing::rir("edit-rir", entry));
    of("div", "set-row__editor")
        .child(fields)
        .maybe(effort)
        .shown(move || work && asks_stop(entry.rir.get()), move || typing::stop("edit-stop", entry))
        .child(group("div", "buttons", [save, cancel]))
}

fn effort_text(entry: &SetEntry, worth: SetWorth, locale: &Locale) -> String {
    match entry.kind {
        SetKind::WarmUp => return words::WARM_UP.to_owned(),
        SetKind::Work => {}
        kind => return words::mini_worth(kind, worth.worth.parts() > 0),
    }
    let counts = match worth.worth.parts() {
        0 => words::NOT_HARD,
        32.. => words::HARD,
        _ => words::HALF,
    };
    let rir = entry.effort.rir.map(|rir| format!("{} · ", words::rir(rir, locale))).unwrap_or_default();
    let sure = if worth.verified { String::new() } else { format!(" · {}", words::UNVERIFIED) };
    format!("{rir}{counts}{sure}")
}
