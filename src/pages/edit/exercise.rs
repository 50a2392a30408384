//! An exercise of a session on the desk: a line that says what is asked, and behind it the controls.

use super::Desk;
use super::select::{Offered, changes};
use crate::domain::athlete::Profile;
use crate::domain::exercise::ExerciseId;
use crate::domain::plan::edit::{Edit, Value};
use crate::domain::plan::swap::stand_ins;
use crate::domain::plan::technique::{finishers, partners};
use crate::domain::plan::{PlannedSession, Prescription, why};
use crate::domain::units::{Rir, Seconds};
use crate::i18n::en::{edit as words, plan as plan_words};
use crate::ui::element::{El, el, of, say, say_as};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Look, bare_button, button};
use std::sync::Arc;

/// Rep ranges that are offered besides the exercise's own.
const REPS: [(u8, u8); 7] = [(5, 8), (6, 10), (8, 12), (8, 15), (10, 15), (12, 20), (15, 25)];
/// Reps in reserve that are offered, in halves.
const RIRS: [(i64, i64); 5] = [(0, 0), (0, 2), (2, 4), (4, 6), (6, 8)];
/// Rests that are offered, seconds.
const RESTS: [i64; 7] = [60, 75, 90, 120, 150, 180, 240];

/// An exercise at its place.
pub struct Row {
    /// The desk.
    pub desk: Desk,
    /// Who it is for.
    pub profile: Arc<Profile>,
    /// The session; live.
    pub planned: Computed<Option<PlannedSession>>,
    /// Its place in the week.
    pub session: u8,
    /// The place of the exercise in it.
    pub at: usize,
    /// How many exercises it has.
    pub count: usize,
    /// The exercise.
    pub exercise: ExerciseId,
}

impl Row {
    /// A name that no other control of the page has.
    fn key(&self, control: &str) -> String {
        format!("{control}-{}-{}", self.session, self.exercise.as_str())
    }

    /// What is asked; live.
    fn asked(&self) -> Computed<Option<Prescription>> {
        let (planned, at) = (self.planned, self.at);
        Computed::new(move || planned.with(|now| now.as_ref().and_then(|now| now.exercises.get(at).cloned())))
    }

    /// The change of one value.
    fn set(&self, value: Value) -> Edit {
        Edit::Set { session: self.session, exercise: self.exercise.clone(), value }
    }
}

/// Draws it.
pub fn draw(row: &Arc<Row>) -> El {
    let asked = row.asked();
    let (desk, session) = (row.desk, row.session);
    let id = row.exercise.clone();
    let open = Computed::new(move || {
        desk.open.with(|open| open.as_ref().is_some_and(|(at, one)| *at == session && *one == id))
    });
    let here = (session, row.exercise.clone());
    let sets = move || asked.with(|one| one.as_ref().map(plan_words::sets)).unwrap_or_default();
    let toggle = bare_button("row edit__head")
        .set("id", row.key("open"))
        .live_bool("aria-expanded", move || open.get())
        .child(say("span", desk.name(&row.exercise)))
        .child(of("span", "muted").live_text(sets))
        .press(move || desk.open.set((!open.get_untracked()).then(|| here.clone())));
    let planned = row.planned;
    let locale = desk.docs.locale();
    let more = move || {
        planned.with(|now| {
            let one = now.as_ref().and_then(|now| asked.with(Clone::clone).map(|one| (now, one)));
            one.map_or_else(String::new, |(now, one)| {
                words::extras(
                    now.partner(&one).map(|other| desk.name(&other.exercise)),
                    one.finisher,
                    &locale,
                )
            })
        })
    };
    let row = row.clone();
    of("div", "edit__row")
        .child(toggle)
        .child(of("p", "muted edit__more").live_text(more))
        .part(move || open.get().then(|| untrack(|| controls(&row, asked))))
}

/// The controls of one exercise.
fn controls(row: &Arc<Row>, asked: Computed<Option<Prescription>>) -> El {
    let sets = move || asked.with(|one| one.as_ref().map_or(0, |one| one.sets));
    let step = |id: &str, label: &str, sign: &str, more: bool| {
        let row = row.clone();
        bare_button("stepper__button").set("id", row.key(id)).set("aria-label", label).text(sign).press(
            move || {
                let sets = untrack(sets);
                let sets = if more { sets.saturating_add(1) } else { sets.saturating_sub(1) };
                row.desk.apply(&row.set(Value::Sets(sets)));
            },
        )
    };
    let stepper = of("div", "stepper")
        .set("role", "group")
        .set("aria-label", words::SETS)
        .child(step("less", words::LESS, "−", false))
        .child(of("span", "stepper__number").child(of("b", "num").live_text(move || sets().to_string())))
        .child(step("more", words::MORE, "+", true));
    let values = |name: &str, label, now: fn(&Prescription) -> Value, offered: fn() -> Vec<Value>| {
        let (of, locale) = (row.clone(), row.desk.docs.locale());
        changes(row.desk, row.key(name), label, move || {
            let Some(now) = asked.with(|one| one.as_ref().map(now)) else { return Offered::default() };
            let mut list = offered();
            if !list.contains(&now) {
                list.insert(0, now);
            }
            let chosen = list.iter().position(|one| *one == now).unwrap_or(0);
            let list = list.into_iter().map(|one| (words::value(one, &locale), Some(of.set(one)))).collect();
            Offered { list, chosen }
        })
    };
    let reps = values(
        "reps",
        words::REPS,
        |one| Value::Reps(one.reps.0, one.reps.1),
        || REPS.iter().map(|(low, high)| Value::Reps(*low, *high)).collect(),
    );
    let rir = values(
        "rir",
        words::RIR,
        |one| Value::Rir(one.rir.0, one.rir.1),
        || RIRS.iter().map(|(low, high)| Value::Rir(Rir::saturating(*low), Rir::saturating(*high))).collect(),
    );
    let rest = values(
        "rest",
        words::REST,
        |one| Value::Rest(one.rest),
        || RESTS.iter().map(|rest| Value::Rest(Seconds::saturating(*rest))).collect(),
    );
    of("div", "edit__controls")
        .child(stepper)
        .child(of("div", "fields fields--three").child(reps).child(rir).child(rest))
        .child(finisher(row, asked))
        .child(pair(row))
        .child(swap(row))
        .child(moves(row))
        .child(reasons(row))
}

/// How the last set ends: only what the rules allow is offered.
fn finisher(row: &Arc<Row>, asked: Computed<Option<Prescription>>) -> El {
    let (desk, of) = (row.desk, row.clone());
    let locale = desk.docs.locale();
    changes(desk, row.key("end"), words::TECHNIQUE, move || {
        let week = desk.week.get();
        let phase = desk.editing.with(|editing| editing.plan().weeks.get(week).map(|week| week.phase));
        let (Some(phase), Some(one)) = (phase, asked.get()) else { return Offered::default() };
        let change = |finisher| Some(of.set(Value::Finisher(finisher)));
        let mut list = vec![(words::STRAIGHT.to_owned(), change(None))];
        let mut chosen = 0;
        for offer in finishers(&one, phase, &of.profile, desk.floor) {
            if one.finisher == Some(offer.finisher) {
                chosen = list.len();
            }
            list.push((words::finisher(offer.finisher, Some(&offer), &locale), change(Some(offer.finisher))));
        }
        if let Some(other) = one.finisher.filter(|_| chosen == 0) {
            chosen = list.len();
            list.push((words::finisher(other, None, &locale), change(Some(other))));
        }
        Offered { list, chosen }
    })
}

/// With what it alternates: only what the rules allow is offered.
fn pair(row: &Arc<Row>) -> El {
    let (desk, of) = (row.desk, row.clone());
    changes(desk, row.key("pair"), words::ALTERNATES, move || {
        of.planned.with(|now| {
            let Some(now) = now else { return Offered::default() };
            let change = |with: Option<ExerciseId>| {
                Some(Edit::Pair { session: of.session, exercise: of.exercise.clone(), with })
            };
            let mut list = vec![(words::ALONE.to_owned(), change(None))];
            let mut chosen = 0;
            let paired = now.exercises.get(of.at).and_then(|one| one.paired_with);
            let mut offer = |place: u8, saves: u32| {
                let Some(other) = now.exercises.get(usize::from(place)) else { return };
                if paired == Some(place) {
                    chosen = list.len();
                }
                let words = words::partner(&desk.name(&other.exercise), saves / 60);
                list.push((words, change(Some(other.exercise.clone()))));
            };
            let partners = partners(now, of.at);
            for one in &partners {
                offer(one.place, one.saves);
            }
            if let Some(other) = paired.filter(|place| !partners.iter().any(|one| one.place == *place)) {
                offer(other, 0);
            }
            Offered { list, chosen }
        })
    })
}

/// What could stand in, best first, with what it does: looked for when it is asked for.
fn swap(row: &Arc<Row>) -> El {
    let asked = State::new(false);
    let row = row.clone();
    el("div").part(move || {
        let (key, desk) = (row.key("swap"), row.desk);
        if !asked.get() {
            return button(words::SWAP, Look::Chip).set("id", key).press(move || asked.set(true));
        }
        let of = row.clone();
        untrack(|| {
            changes(desk, key, words::SWAP, move || {
                let locale = desk.docs.locale();
                let own = desk.docs.exercises().get_untracked();
                let found = desk.editing.with_untracked(|editing| {
                    stand_ins(editing.plan(), of.session, &of.exercise, &of.profile, &own)
                });
                let mut list = vec![(words::CHOOSE.to_owned(), None)];
                for one in found {
                    let words = words::stand_in(&one, |id| desk.name(id), &locale);
                    let (session, exercise, with) = (of.session, of.exercise.clone(), one.exercise);
                    list.push((words, Some(Edit::Swap { session, exercise, with })));
                }
                Offered { list, chosen: 0 }
            })
        })
    })
}

fn moves(row: &Arc<Row>) -> El {
    let (desk, session) = (row.desk, row.session);
    let to = |label: &str, name: &str, place: Option<usize>| {
        let exercise = row.exercise.clone();
        button(label, Look::Chip).set("id", row.key(name)).flag("disabled", place.is_none()).press(
            move || {
                if let Some(to) = place.and_then(|place| u8::try_from(place).ok()) {
                    desk.apply(&Edit::Move { session, exercise: exercise.clone(), to });
                }
            },
        )
    };
    let gone = row.exercise.clone();
    let remove = button(words::REMOVE, Look::Chip)
        .press(move || desk.apply(&Edit::Remove { session, exercise: gone.clone() }));
    of("div", "buttons")
        .child(to(words::UP, "up", row.at.checked_sub(1)))
        .child(to(words::DOWN, "down", (row.at + 1 < row.count).then_some(row.at + 1)))
        .child(remove)
}

/// Why it is as it is: thought of when it is asked for.
fn reasons(row: &Arc<Row>) -> El {
    let asked = State::new(false);
    let row = row.clone();
    let lines = move || {
        if !asked.get() {
            return Vec::new();
        }
        let desk = row.desk;
        let own = desk.docs.exercises().get_untracked();
        let locale = desk.docs.locale();
        let place = (u8::try_from(desk.week.get()).ok(), u8::try_from(row.at).ok());
        let (Some(week), Some(at)) = place else { return Vec::new() };
        let list = desk
            .editing
            .with(|editing| why::exercise(editing.plan(), &row.profile, &own, week, row.session, at));
        if list.is_empty() {
            return vec![say("p", words::OWN_CHOICE)];
        }
        list.iter().map(|one| say("p", words::why(one, &locale))).collect::<Vec<El>>()
    };
    of("details", "why").child(say_as("summary", "", words::WHY)).part(lines).on("toggle", move |_| {
        asked.set(true);
    })
}
