//! The tools beside the next set: plates, pain, a substitute, order, time, remarks.

use super::exercise::{Iron, Shown};
use super::tools::Tool;
use super::{loading, pain, swap, tempo};
use crate::app::actions;
use crate::app::derived::derived;
use crate::domain::exercise::ExerciseId;
use crate::domain::training::NOTE_MAX;
use crate::domain::training::changes::Cut;
use crate::domain::units::Minutes;
use crate::domain::volume;
use crate::i18n::en::tools as words;
use crate::ui::element::{El, el, group, of, say, say_as};
use crate::ui::state::{State, untrack};
use crate::ui::{Look, button};

/// Minutes left that are offered.
const MINUTES: [i64; 5] = [10, 15, 20, 30, 45];

/// The panel of a tool.
pub fn panel(tool: Tool, shown: Shown, id: &ExerciseId, iron: &Iron) -> El {
    match tool {
        Tool::Pain => pain::pain(shown, id),
        Tool::Swap => swap::swap(shown, id),
        Tool::Plates => loading::plates(shown, iron),
        Tool::Time => time(shown),
        Tool::Order => order(shown),
        Tool::Notes => notes(shown),
        Tool::Tempo => tempo::tempo(shown),
    }
}

/// The minutes that are left, what goes for them, and what that loses.
fn time(shown: Shown) -> El {
    let docs = shown.docs;
    let chosen: State<Option<i64>> = State::new(None);
    let chips = MINUTES.map(|minutes| {
        button(&words::minutes(minutes), Look::Chip)
            .live_bool("aria-pressed", move || chosen.get() == Some(minutes))
            .press(move || chosen.set(Some(minutes)))
    });
    let found = move || {
        let minutes = chosen.get()?;
        let cut = untrack(|| cut(shown, minutes))?;
        if cut.asks.is_empty() {
            return Some(say_as("p", "muted", words::fits(cut.trim.takes)));
        }
        let name = |place: usize| {
            docs.draft().with_untracked(|draft| {
                let one = draft.as_ref().and_then(|draft| draft.exercises.get(place));
                one.map(|one| docs.exercise_name(&one.exercise)).unwrap_or_default()
            })
        };
        let dropped = untrack(|| {
            let row = |asked: &crate::domain::training::changes::Asked| {
                el("li").child(say("span", name(asked.place))).child(say_as(
                    "span",
                    "muted",
                    words::fewer(asked.dropped, asked.sets),
                ))
            };
            cut.asks.iter().map(row).collect::<Vec<El>>()
        });
        let lost = words::lost(&cut.trim.lost, &cut.trim.short, &docs.locale());
        let asks = cut.asks.clone();
        let go = button(&words::cut(minutes), Look::Ghost).set("id", "cut").press(move || {
            if actions::cut_short(docs, &asks).is_ok() {
                shown.tool.set(None);
            }
        });
        Some(
            of("div", "panel")
                .child(group("ul", "list", dropped))
                .child(say("p", lost))
                .child(say_as("p", "muted", words::takes(cut.trim.takes)))
                .child(go),
        )
    };
    of("div", "panel")
        .child(say_as("p", "field__label", words::TIME_ASK))
        .child(group("div", "buttons", chips))
        .part(found)
}

fn cut(shown: Shown, minutes: i64) -> Option<Cut> {
    let docs = shown.docs;
    let profile = docs.profile().get_untracked()?;
    let own = docs.exercises().get_untracked();
    let draft = docs.draft().get_untracked()?;
    let derived = derived();
    let (week, today) = (derived.week.get_untracked(), docs.today().get_untracked());
    let counting = docs.settings().with_untracked(|settings| settings.counting);
    let mut gives = derived.volume.with_untracked(|volume| volume.done);
    let others = docs.plans().with_untracked(|plans| {
        docs.log().with_untracked(|log| {
            volume::planned(plans.active(), log, Some(&draft.unasked()), &own, week, today, counting)
        })
    });
    gives.merge(&others);
    Some(draft.cut(Minutes::saturating(minutes), &gives, &profile, &own))
}

/// Earlier, later, and not at all.
fn order(shown: Shown) -> El {
    let Shown { docs, place, .. } = shown;
    let count = docs.draft().with_untracked(|draft| draft.as_ref().map_or(0, |d| d.exercises.len()));
    let to = |words: &str, name: &str, to: Option<usize>| {
        button(words, Look::Ghost).set("id", name).flag("disabled", to.is_none()).press(move || {
            if let Some(to) = to {
                actions::move_exercise(docs, place, to).ok();
            }
        })
    };
    let out = button(words::LEAVE_OUT, Look::Ghost).set("id", "leave-out").press(move || {
        if actions::leave_out(docs, place).is_ok() {
            shown.tool.set(None);
        }
    });
    let more =
        shown.planned.with_untracked(|planned| planned.as_ref().map(|planned| planned.sets)).map(|sets| {
            button(words::ONE_MORE, Look::Ghost).set("id", "one-more").press(move || {
                if actions::ask_sets(docs, place, sets.saturating_add(1)).is_ok() {
                    shown.tool.set(None);
                }
            })
        });
    of("div", "panel").child(
        of("div", "buttons")
            .child(to(words::EARLIER, "earlier", place.checked_sub(1)))
            .child(to(words::LATER, "later", (place + 1 < count).then_some(place + 1)))
            .child(out)
            .maybe(more),
    )
}

/// Remarks on the exercise and on the session: kept with every letter.
fn notes(shown: Shown) -> El {
    let Shown { docs, place, .. } = shown;
    let (exercise, session) = docs.draft().with_untracked(|draft| {
        let one = draft.as_ref().and_then(|draft| draft.exercises.get(place));
        let session = draft.as_ref().map(|draft| draft.note.clone());
        (one.map(|one| one.note.clone()).unwrap_or_default(), session.unwrap_or_default())
    });
    let field = |id: &str, label: &str, now: &str, keep: Box<dyn Fn(String)>| {
        let input = of("input", "field__input field__box")
            .set("id", id)
            .set("value", now)
            .set("maxlength", NOTE_MAX.to_string())
            .set("autocomplete", "off")
            .on_value("input", keep);
        of("label", "field").child(say_as("span", "field__label", label)).child(input)
    };
    of("div", "panel")
        .child(field(
            "note-exercise",
            words::NOTE_EXERCISE,
            &exercise,
            Box::new(move |text| {
                actions::note_exercise(docs, place, &text).ok();
            }),
        ))
        .child(field(
            "note-session",
            words::NOTE_SESSION,
            &session,
            Box::new(move |text| {
                actions::note_draft(docs, &text).ok();
            }),
        ))
}
