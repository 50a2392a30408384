//! One exercise over all sessions: records, course, notes, every time it was done, swaps.

use super::outcome::strength_shown;
use super::{heading, missing};
use crate::app::documents::documents;
use crate::app::{asked, href_of};
use crate::domain::exercise::ExerciseId;
use crate::domain::training::records::records;
use crate::domain::training::visits::{Swap, Visit, course, swaps, visits};
use crate::i18n::en::{history as words, session};
use crate::i18n::{full_day, load_text};
use crate::pages::{card, flat, page, stack, two};
use crate::routes::Page;
use crate::ui::chart::{TrendPoint, trend};
use crate::ui::element::{El, el, fixed, group, of, say, say_as};
use crate::ui::state::{State, untrack};
use crate::ui::{Look, button};
use std::rc::Rc;

/// Times, notes and swaps that are shown at once.
const PIECE: usize = 20;
const NOTES: usize = 3;
const SWAPS: usize = 6;
/// Loads with their most reps.
const LOADS: usize = 6;

/// The exercise that the address names.
pub fn exercise() -> El {
    let id = asked();
    el("div").part(move || {
        let named = id.get().and_then(|id| ExerciseId::parse(&id).ok());
        let docs = documents();
        // What is changed in another tab is shown anew.
        docs.log().with(|_| ());
        untrack(|| match named {
            Some(id) => known(&id),
            None => missing(words::UNKNOWN, words::UNKNOWN_TEXT),
        })
    })
}

fn known(id: &ExerciseId) -> El {
    let docs = documents();
    let list: Rc<Vec<Visit>> = Rc::new(docs.log().with(|log| visits(log, id)));
    let above = list.last().map_or(words::NEVER.to_owned(), |first| words::done_times(list.len(), first.day));
    let left = stack().child(best(id)).maybe(chart(&list)).maybe(notes(&list));
    let right = stack().maybe((!list.is_empty()).then(|| times(list.clone()))).maybe(swapped(id));
    page(fixed(above), fixed(docs.exercise_name(id)), None).child(two(left, right))
}

/// What was best of an exercise.
pub(in crate::pages) fn best(id: &ExerciseId) -> El {
    let docs = documents();
    let (units, locale) = (docs.units(), docs.locale());
    let best = docs.log().with(|log| records(log, id, None));
    let mut list = of("dl", "target");
    let mut say_pair = |term: &str, text: String| {
        list = list.clone().child(say("dt", term)).child(say("dd", text));
    };
    let Some((load, reps)) = best.load else {
        return card().child(heading(words::RECORDS)).child(say_as("p", "muted", words::NEVER));
    };
    say_pair(words::HEAVIEST, words::most_reps(load, reps, units, &locale));
    if let Some(strength) = best.strength.filter(|_| strength_shown()) {
        say_pair(words::STRONGEST, words::whole(strength, units, &locale));
    }
    let mut loads = best.reps;
    crate::domain::ordered::sort_by_key(&mut loads, |(load, _)| std::cmp::Reverse(*load));
    let rows = loads.iter().take(LOADS).map(|(load, reps)| {
        el("li")
            .child(say("span", load_text(*load, units, &locale)))
            .child(say("b", format!("{} {}", reps.get(), session::REPS_UNIT)))
    });
    card()
        .child(heading(words::RECORDS))
        .child(list)
        .child(say_as("h3", "field__label", words::MOST_REPS))
        .child(group("ul", "list", rows))
}

fn chart(list: &[Visit]) -> Option<El> {
    let docs = documents();
    let (units, locale) = (docs.units(), docs.locale());
    let points = course(list);
    let (first, last) = (points.first()?, points.last()?);
    if points.len() < 2 || !strength_shown() {
        return None;
    }
    let number = |load| words::whole(load, units, &locale);
    let summary = words::course(&number(first.1), &number(last.1), points.len());
    let points = points.iter().map(|(day, load)| TrendPoint {
        at: day.number() as f64,
        value: units.mass_value(*load),
        label: full_day(*day),
        number: number(*load),
    });
    let drawn = trend(points.collect(), &summary, words::COURSE_HEADS);
    Some(card().child(heading(words::COURSE)).with(drawn).child(say_as("p", "muted", words::COURSE_NOTE)))
}

fn notes(list: &[Visit]) -> Option<El> {
    let noted = list.iter().filter(|visit| !visit.work.note.is_empty()).take(NOTES);
    let rows: Vec<El> = noted
        .map(|visit| {
            el("li").child(say("span", &visit.work.note)).child(say_as("span", "muted", full_day(visit.day)))
        })
        .collect();
    (!rows.is_empty()).then(|| flat().child(heading(words::NOTES)).child(group("ul", "list", rows)))
}

fn times(list: Rc<Vec<Visit>>) -> El {
    let most = State::new(PIECE);
    let all = list.len();
    let rows = move || {
        let shown = most.get();
        untrack(|| group("div", "list list--tap", list.iter().take(shown).map(time)))
    };
    let more = move || {
        (most.get() < all).then(|| {
            button(words::MORE, Look::Ghost)
                .set("id", "more")
                .press(move || most.update(|most| *most += PIECE))
        })
    };
    flat().child(heading(words::TIMES)).part(rows).part(more)
}

fn time(visit: &Visit) -> El {
    let docs = documents();
    let (units, locale) = (docs.units(), docs.locale());
    let sets: Vec<String> = visit
        .work
        .sets
        .iter()
        .map(|set| {
            let effort = words::effort(set, &locale);
            let text = words::set(set, units, &locale);
            if effort.is_empty() { text } else { format!("{text} ({effort})") }
        })
        .collect();
    let about = of("span", "list__text").child(say("b", full_day(visit.day))).child(say_as(
        "span",
        "muted",
        sets.join(", "),
    ));
    el("a").set("href", href_of(Page::Workout, &visit.session.to_string())).child(about)
}

fn swapped(id: &ExerciseId) -> Option<El> {
    let docs = documents();
    let list = docs.log().with(|log| {
        docs.plans().with(|plans| docs.exercises().with(|own| swaps(log, plans, own, id, SWAPS)))
    });
    let row = |swap: &Swap| {
        let about = of("span", "list__text")
            .child(say("b", words::swapped(&docs.exercise_name(&swap.other), swap.was_planned)))
            .child(say_as("span", "muted", full_day(swap.day)));
        el("a").set("href", href_of(Page::Workout, &swap.session.to_string())).child(about)
    };
    (!list.is_empty()).then(|| {
        flat().child(heading(words::SWAPS)).child(group("div", "list list--tap", list.iter().map(row)))
    })
}
