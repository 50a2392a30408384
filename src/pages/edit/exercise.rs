//! A session on the desk: its day, its exercises, and the controls of the one that is open.

use super::Desk;
use crate::domain::athlete::{Profile, WEEK};
use crate::domain::exercise::{CATALOGUE, ExerciseId};
use crate::domain::plan::edit::{Edit, Value, usual};
use crate::domain::plan::swap::stand_ins;
use crate::domain::plan::{PlannedSession, Prescription, minutes, why};
use crate::domain::units::{Rir, Seconds};
use crate::i18n::en::{edit as words, plan as plan_words, session as session_words};
use crate::i18n::weekday;
use crate::pages::card;
use crate::ui::element::{El, el, of, say, say_as};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Look, bare_button, button};
use std::rc::Rc;

/// Rep ranges that are offered besides the exercise's own.
const REPS: [(u8, u8); 7] = [(5, 8), (6, 10), (8, 12), (8, 15), (10, 15), (12, 20), (15, 25)];
/// Reps in reserve that are offered, in halves.
const RIRS: [(i64, i64); 5] = [(0, 0), (0, 2), (2, 4), (4, 6), (6, 8)];
/// Rests that are offered, seconds.
const RESTS: [u32; 7] = [60, 75, 90, 120, 150, 180, 240];
/// The sets of an exercise that comes in.
const SETS_NEW: u8 = 3;

/// A list to choose from; `choose` is told the place of what was chosen.
fn select(id: &str, label: &str, options: Vec<(String, bool)>, choose: impl Fn(usize) + 'static) -> El {
    let options = options.into_iter().enumerate().map(|(place, (text, chosen))| {
        say("option", text).set("value", place.to_string()).flag("selected", chosen)
    });
    let list = of("select", "field__input field__box").set("id", id).all(options);
    let list = list.on_value("change", move |value| {
        if let Ok(place) = value.parse() {
            choose(place);
        }
    });
    of("label", "field").child(say_as("span", "field__label", label)).child(list)
}

/// A session of the week that is shown.
pub fn session(desk: Desk, profile: &Rc<Profile>, place: u8) -> El {
    let now = Computed::new(move || {
        let week = desk.week.get();
        let planned = desk.editing.with(|editing| {
            editing.plan().weeks.get(week).and_then(|week| week.sessions.get(usize::from(place))).cloned()
        });
        let open =
            desk.open.with(|open| open.as_ref().filter(|(at, _)| *at == place).map(|(_, id)| id.clone()));
        (planned, open)
    });
    let kit = profile.clone();
    let shown = {
        let profile = profile.clone();
        move || {
            let (Some(planned), open) = now.get() else { return Vec::new() };
            untrack(|| drawn(desk, &profile, place, &planned, open.as_ref()))
        }
    };
    card().part(shown).child(add(desk, &kit, place))
}

fn drawn(
    desk: Desk,
    profile: &Rc<Profile>,
    place: u8,
    planned: &PlannedSession,
    open: Option<&ExerciseId>,
) -> Vec<El> {
    let head = of("div", "row")
        .child(say("h2", plan_words::session(usize::from(place), planned)))
        .child(say_as("span", "muted", format!("{} min", minutes::rounded(planned).get())));
    let days = WEEK.iter().map(|day| (weekday(*day).to_owned(), *day == planned.weekday)).collect();
    let day = select(&format!("day-{place}"), words::DAY, days, move |chosen| {
        if let Some(weekday) = WEEK.get(chosen).copied() {
            desk.apply(&Edit::Day { session: place, weekday });
        }
    });
    let count = planned.exercises.len();
    let mut rows = vec![head, day];
    for (at, one) in planned.exercises.iter().enumerate() {
        let is_open = open == Some(&one.exercise);
        let pressed = (!is_open).then(|| (place, one.exercise.clone()));
        let toggle = bare_button("row edit__head")
            .set("id", format!("open-{place}-{}", one.exercise.as_str()))
            .set("aria-expanded", if is_open { "true" } else { "false" })
            .child(say("span", desk.name(&one.exercise)))
            .child(say_as("span", "muted", plan_words::sets(one)))
            .press(move || desk.open.set(pressed.clone()));
        let row = of("div", "edit__row").child(toggle);
        rows.push(if is_open { row.child(controls(desk, profile, (place, at, count), one)) } else { row });
    }
    rows
}

/// The controls of one exercise.
fn controls(
    desk: Desk,
    profile: &Rc<Profile>,
    (session, at, count): (u8, usize, usize),
    one: &Prescription,
) -> El {
    let id = one.exercise.clone();
    let key = format!("{session}-{}", id.as_str());
    let set = {
        let id = id.clone();
        move |value: Value| desk.apply(&Edit::Set { session, exercise: id.clone(), value })
    };
    let sets = one.sets;
    let (less, more) = (set.clone(), set.clone());
    let stepper = of("div", "stepper")
        .set("role", "group")
        .set("aria-label", words::SETS)
        .child(
            bare_button("stepper__button")
                .set("id", format!("less-{key}"))
                .set("aria-label", words::LESS)
                .text("−")
                .press(move || less(Value::Sets(sets.saturating_sub(1)))),
        )
        .child(of("span", "stepper__number").child(say_as("b", "num", sets.to_string())))
        .child(
            bare_button("stepper__button")
                .set("id", format!("more-{key}"))
                .set("aria-label", words::MORE)
                .text("+")
                .press(move || more(Value::Sets(sets.saturating_add(1)))),
        );
    let mut ranges = REPS.to_vec();
    if !ranges.contains(&one.reps) {
        ranges.insert(0, one.reps);
    }
    let options = ranges.iter().map(|range| (format!("{}–{}", range.0, range.1), *range == one.reps));
    let (change, offered) = (set.clone(), ranges.clone());
    let reps = select(&format!("reps-{key}"), words::REPS, options.collect(), move |place| {
        if let Some((low, high)) = offered.get(place).copied() {
            change(Value::Reps(low, high));
        }
    });
    let mut rirs: Vec<(Rir, Rir)> = RIRS
        .iter()
        .filter_map(|(low, high)| Some((Rir::try_new(*low).ok()?, Rir::try_new(*high).ok()?)))
        .collect();
    if !rirs.contains(&one.rir) {
        rirs.insert(0, one.rir);
    }
    let locale = desk.docs.locale();
    let options = rirs.iter().map(|range| (session_words::rir_range(*range, &locale), *range == one.rir));
    let (change, offered) = (set.clone(), rirs.clone());
    let rir = select(&format!("rir-{key}"), words::RIR, options.collect(), move |place| {
        if let Some((low, high)) = offered.get(place).copied() {
            change(Value::Rir(low, high));
        }
    });
    let mut rests = RESTS.to_vec();
    if !rests.contains(&one.rest.get()) {
        rests.insert(0, one.rest.get());
    }
    let options = rests.iter().map(|rest| (words::rest(*rest), *rest == one.rest.get()));
    let offered = rests.clone();
    let rest = select(&format!("rest-{key}"), words::REST, options.collect(), move |place| {
        let seconds = offered.get(place).and_then(|rest| Seconds::try_new(i64::from(*rest)).ok());
        if let Some(seconds) = seconds {
            set(Value::Rest(seconds));
        }
    });
    of("div", "edit__controls")
        .child(stepper)
        .child(of("div", "fields").child(reps).child(rir).child(rest))
        .child(swap(desk, profile, session, &id))
        .child(moves(desk, session, at, count, &id))
        .maybe(reasons(desk, profile, session, at))
}

/// What could stand in, best first, with what it does: looked for when it is asked for.
fn swap(desk: Desk, profile: &Rc<Profile>, session: u8, id: &ExerciseId) -> El {
    let asked = State::new(false);
    let (profile, id) = (profile.clone(), id.clone());
    el("div").part(move || {
        let key = format!("swap-{session}-{}", id.as_str());
        if !asked.get() {
            return button(words::SWAP, Look::Chip).set("id", key).press(move || asked.set(true));
        }
        let locale = desk.docs.locale();
        let own = desk.docs.exercises().get_untracked();
        let list =
            desk.editing.with_untracked(|editing| stand_ins(editing.plan(), session, &id, &profile, &own));
        let mut options = vec![(words::CHOOSE.to_owned(), true)];
        options.extend(list.iter().map(|one| (words::stand_in(one, &locale), false)));
        let (rows, id) = (list.iter().map(|one| one.row).collect::<Vec<_>>(), id.clone());
        select(&key, words::SWAP, options, move |place| {
            if let Some(row) = place.checked_sub(1).and_then(|place| rows.get(place)) {
                let with = ExerciseId::from(*row);
                desk.open.set(Some((session, with.clone())));
                desk.apply(&Edit::Swap { session, exercise: id.clone(), with });
            }
        })
    })
}

fn moves(desk: Desk, session: u8, at: usize, count: usize, id: &ExerciseId) -> El {
    let to = |label: &str, name: &str, place: Option<usize>| {
        let id = id.clone();
        let key = format!("{name}-{session}-{}", id.as_str());
        button(label, Look::Chip).set("id", key).flag("disabled", place.is_none()).press(move || {
            if let Some(to) = place.and_then(|place| u8::try_from(place).ok()) {
                desk.apply(&Edit::Move { session, exercise: id.clone(), to });
            }
        })
    };
    let gone = id.clone();
    let remove = button(words::REMOVE, Look::Chip)
        .press(move || desk.apply(&Edit::Remove { session, exercise: gone.clone() }));
    of("div", "buttons")
        .child(to(words::UP, "up", at.checked_sub(1)))
        .child(to(words::DOWN, "down", (at + 1 < count).then_some(at + 1)))
        .child(remove)
}

fn reasons(desk: Desk, profile: &Rc<Profile>, session: u8, at: usize) -> Option<El> {
    let own = desk.docs.exercises().get_untracked();
    let locale = desk.docs.locale();
    let (week, at) = (u8::try_from(desk.week.get_untracked()).ok()?, u8::try_from(at).ok()?);
    let list = desk
        .editing
        .with_untracked(|editing| why::exercise(editing.plan(), profile, &own, week, session, at));
    (!list.is_empty())
        .then(|| crate::ui::why(words::WHY, list.iter().map(|one| words::why(one, &locale)).collect()))
}

/// Adds an exercise: what there is the equipment for, by name. One that is there already is refused with a
/// word.
fn add(desk: Desk, profile: &Rc<Profile>, session: u8) -> El {
    let rows: Vec<_> = CATALOGUE.iter().filter(|row| row.possible_with(profile.kit)).collect();
    let mut options = vec![(words::CHOOSE.to_owned(), true)];
    options.extend(rows.iter().map(|row| (row.name.to_owned(), false)));
    select(&format!("add-{session}"), words::ADD, options, move |place| {
        if let Some(row) = place.checked_sub(1).and_then(|place| rows.get(place)) {
            let one = usual(row, SETS_NEW);
            desk.apply(&Edit::Add { session, at: u8::MAX, one });
        }
    })
}
