//! One exercise of the running session: what is asked, what was done last time, and the next set.

use super::entry::Entry;
use super::loading;
use super::rows::rows;
use super::tools::{self, Tool};
use super::trial::{self, Asking};
use super::typing;
use crate::app::documents::{Documents, documents};
use crate::app::{actions, advice, device};
use crate::domain::athlete::Care;
use crate::domain::exercise::{Exercise, ExerciseId, Kit};
use crate::domain::plan::progression::{self, Advice, Prefill};
use crate::domain::plan::{Finisher, Prescription};
use crate::domain::training::editing::asks_stop;
use crate::domain::training::exposure::{self, Exposure};
use crate::domain::training::loading::{Inventory, holder_of, least};
use crate::domain::training::records::records;
use crate::domain::training::running::{Bout, bout};
use crate::domain::training::{Draft, DraftExercise, DraftSet, Effort, SetEntry, SetKind, Side};
use crate::domain::units::{Kg, Rir, Seconds};
use crate::i18n::en::session as words;
use crate::i18n::rest;
use crate::pages::{card, stack, two};
use crate::ui::element::{El, el, of, react, say, say_as};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Look, button};
use std::rc::Rc;
use std::sync::Arc;

/// How soon the next set's card is drawn, and what lies below it, milliseconds. Each in a turn of its own: all at
/// once would hold up a press for longer than anybody overlooks. The card is there before the next frame.
const CARD_MS: i32 = 0;
const BELOW_MS: i32 = 20;

/// The exercise on the screen.
#[derive(Clone, Copy)]
pub struct Shown {
    pub docs: Documents,
    /// Its place in the session.
    pub place: usize,
    /// Its row of the catalogue.
    pub row: Option<&'static Exercise>,
    /// What is logged of it.
    pub logged: Computed<Vec<DraftSet>>,
    /// What is asked of it; less than the plan where the person left something out.
    pub planned: Computed<Option<Prescription>>,
    /// The mini-set that comes next.
    pub bout: Computed<Option<Bout>>,
    /// What is typed for the next set.
    pub entry: Entry,
    /// The tool that is open.
    pub tool: State<Option<Tool>>,
}

/// What there is to load with.
pub type Iron = Arc<(Inventory, Kit)>;

/// One exercise of the running session.
pub fn exercise(place: usize, id: &ExerciseId) -> El {
    let docs = documents();
    let row = docs.exercise_row(id);
    let iron: Iron = Arc::new(docs.iron());
    let logged = Computed::new(move || of_draft(docs, place, |one| one.sets.clone()).unwrap_or_default());
    let planned = Computed::new(move || of_draft(docs, place, |one| one.planned.clone()).flatten());
    let gym = iron.clone();
    let next = Computed::new(move || {
        let holder = holder_of(&gym.0, row, gym.1);
        planned.with(|planned| logged.with(|sets| bout(planned.as_ref()?, sets, &holder)))
    });
    let slow = planned.with_untracked(|planned| planned.as_ref().and_then(|one| one.finisher));
    let tool = matches!(slow, Some(Finisher::Tempo { .. })).then_some(Tool::Tempo);
    let entry = Entry::new(docs, least(row, iron.1, &iron.0));
    let shown = Shown { docs, place, row, logged, planned, bout: next, entry, tool: State::new(tool) };
    let one_sided = |sets: &Vec<DraftSet>| sets.last().is_some_and(|set| set.entry.side != Side::Both);
    entry.split.set(logged.with_untracked(one_sided));
    // The log does not change while a session runs: what follows from it is looked up once.
    let exposures = advice::last_times(docs, id, 3);
    let advice = planned
        .with_untracked(|planned| planned.as_ref().map(|planned| advice::today(docs, planned, &exposures)));
    let asking = trial::asking(shown);
    let fill = fill(shown, id, progression::first_of(advice, &exposures));
    fill();
    let left = stack().child(target_card(shown, id, &exposures, advice)).all(cautions(docs, row));
    let (card, below) = (State::new(false), State::new(false));
    device::after(CARD_MS, move || card.set(true));
    device::after(BELOW_MS, move || below.set(true));
    let (what, gym) = (id.clone(), iron.clone());
    let left = left.shown(move || card.get(), move || typing(shown, &what, &gym, asking, fill.clone()));
    let (id, own) = (id.clone(), id.clone());
    let right = stack().shown(move || below.get(), move || tools::tools(shown, &own, &iron));
    two(left, right.shown(move || below.get(), move || rows(shown, &id)))
}

/// Something of the exercise at a place; reactive.
fn of_draft<T>(docs: Documents, place: usize, look: impl FnOnce(&DraftExercise) -> T) -> Option<T> {
    docs.draft().with(|draft| draft.as_ref().and_then(|draft: &Draft| draft.exercises.get(place)).map(look))
}

/// Fills in what is to be expected of the next set: now and whenever the sets change by another way.
fn fill(shown: Shown, id: &ExerciseId, first: Option<(Option<Kg>, u8)>) -> Rc<dyn Fn()> {
    let Shown { docs, row, logged, planned, bout, entry, .. } = shown;
    let id = id.clone();
    let body_weight_possible = row.is_some_and(|row| row.needs.contains(&Kit::NONE));
    let progress = advice::allowed(docs).is_none_or(|shown| shown.progression);
    let bias = advice::bias(docs, &id).map_or(0.0, |bias| bias.reps);
    let fill = move || {
        if let Some(next) = bout.get() {
            let rir = Some(Rir::ZERO);
            return entry.fill(Prefill { load: Some(next.load), reps: next.reps, rir });
        }
        let mut next = advice::with_loads(docs, &id, |loads| {
            planned.with(|planned| {
                logged.with(|sets| progression::next_of(planned.as_ref(), first, sets, loads, bias, progress))
            })
        });
        if body_weight_possible && next.load.is_none() {
            next.load = Some(Kg::ZERO);
        }
        entry.fill(next);
    };
    let fill: Rc<dyn Fn()> = Rc::new(move || untrack(&fill));
    // One source: the newest set and how many there are.
    let newest = Computed::new(move || {
        logged.with(|sets| {
            // A warm-up changes nothing about the set that is being typed.
            let mut counted = sets.iter().filter(|set| set.entry.kind != SetKind::WarmUp);
            (counted.clone().count(), counted.next_back().map(|set| set.at))
        })
    });
    let (again, mut before) = (fill.clone(), newest.get_untracked());
    react(move || {
        let now = newest.get();
        if now != before {
            before = now;
            again();
        }
    });
    fill
}

/// The card that the next set is logged with.
fn typing(shown: Shown, id: &ExerciseId, iron: &Iron, asking: Asking, fill: Rc<dyn Fn()>) -> El {
    let Shown { docs, place, row, logged, planned, bout, entry, .. } = shown;
    let log: Rc<dyn Fn(SetKind)> = Rc::new(move |kind| {
        let trial = kind == SetKind::Work && asking.get() == trial::Stage::Going;
        let done = untrack(|| entry.sets(kind)).is_some_and(|sets| {
            let log = if trial { actions::log_trial } else { actions::log_sets };
            log(docs, place, &sets).is_ok()
        });
        match (done, kind) {
            (true, SetKind::WarmUp) => {}
            (true, _) => fill(),
            (false, _) => entry.tried.set(true),
        }
    });
    let kind = move || bout.get().map_or(SetKind::Work, |bout| bout.kind);
    let title = move || match bout.get() {
        Some(next) => words::mini_set(next.kind, next.number, next.of),
        None => {
            let (done, of) = (work_sets(logged), planned.with(|planned| planned.as_ref().map(|p| p.sets)));
            words::set_number(done + 1, of)
        }
    };
    let pause = move || {
        bout.get().filter(|next| next.pause > Seconds::MIN).map(|n| words::after_pause(&rest(n.pause)))
    };
    let sides = row.filter(|row| row.unilateral).map(|_| {
        button(words::SPLIT, Look::Chip)
            .set("id", "split-sides")
            .live_bool("aria-pressed", move || entry.split.get())
            .press(move || entry.split.update(|split| *split = !*split))
    });
    let split = Computed::new(move || entry.split.get());
    let reps = move || {
        let label =
            if split.get() { (words::REPS_LEFT, words::LEFT) } else { (words::REPS, words::REPS_UNIT) };
        of("div", "stack stack--tight").with(typing::reps("reps", label.0, label.1, entry.reps))
    };
    let right = move || {
        of("div", "stack stack--tight").with(typing::reps(
            "reps-right",
            words::REPS_RIGHT,
            words::RIGHT,
            entry.right,
        ))
    };
    let ask_effort = move || bout.get().is_none() && asking.get() != trial::Stage::Going;
    let ask_stop = move || entry.confirmed.get() && asks_stop(entry.rir.get());
    let log_warm_up = log.clone();
    let (end, next) = (technique_end(shown), next_exercise(shown));
    let each = row.filter(|row| row.unilateral).map(|_| say_as("p", "muted", words::EACH_SIDE));
    card()
        .child(of("div", "row").child(el("b").set("id", "set-title").live_text(title)).maybe(sides))
        .child(of("p", "muted").live_text(move || pause().unwrap_or_default()))
        .part(trial::panel(shown, asking))
        .with(typing::load(entry, id))
        .child(loading::line(shown, iron))
        .part(reps)
        .shown(move || split.get(), right)
        .maybe(each)
        .shown(ask_effort, move || typing::rir("rir", entry))
        .shown(move || ask_stop() && ask_effort(), move || typing::stop("stop", entry))
        .child(
            button("", Look::Primary)
                .set("id", "log-set")
                .live_text(move || words::log(kind()))
                .press(move || log(untrack(kind))),
        )
        .part(end)
        .part(loading::warm_ups(shown, iron))
        .shown(
            move || bout.get().is_none() && work_sets(logged) == 0,
            move || {
                let log = log_warm_up.clone();
                button(words::LOG_WARM_UP, Look::Ghost).press(move || log(SetKind::WarmUp))
            },
        )
        .part(next)
}

/// How many working sets are logged; reactive.
pub fn work_sets(logged: Computed<Vec<DraftSet>>) -> u32 {
    logged.with(|sets| {
        let work = sets.iter().filter(|set| set.entry.kind == SetKind::Work);
        work.map(|set| if set.entry.side == Side::Both { 2 } else { 1 }).sum::<u32>().div_ceil(2)
    })
}

/// Ends a technique early.
fn technique_end(shown: Shown) -> impl Fn() -> Option<El> {
    let running = Computed::new(move || shown.bout.get().is_some());
    move || {
        running.get().then(|| {
            button(words::END_TECHNIQUE, Look::Ghost).press(move || {
                actions::end_technique(shown.docs, shown.place).ok();
            })
        })
    }
}

/// Goes on, once everything that was asked is done.
fn next_exercise(shown: Shown) -> impl Fn() -> Option<El> {
    let Shown { docs, place, bout, .. } = shown;
    let next = Computed::new(move || {
        docs.draft().with(|draft| {
            let list = &draft.as_ref()?.exercises;
            let open = |one: &DraftExercise| one.planned.is_some() && !one.is_complete();
            if !list.get(place)?.is_complete() || bout.get().is_some() {
                return None;
            }
            let after = list.iter().skip(place).position(open).map(|at| at + place);
            let at = after.or_else(|| list.iter().position(open))?;
            Some((at, list.get(at)?.exercise.clone()))
        })
    });
    move || {
        next.get().map(|(at, id)| {
            button(&words::next(&docs.exercise_name(&id)), Look::Ghost).set("id", "next-exercise").press(
                move || {
                    actions::go_to(docs, at).ok();
                },
            )
        })
    }
}

/// A warm-up of the ramp, as it is logged.
pub fn warm_up(load: Kg, reps: u8) -> Option<SetEntry> {
    let reps = crate::domain::units::Reps::try_new(i64::from(reps)).ok()?;
    Some(SetEntry { kind: SetKind::WarmUp, ..SetEntry::work(load, reps, Effort::default()) })
}

fn cautions(docs: Documents, row: Option<&'static Exercise>) -> Vec<El> {
    let care = docs.profile().with_untracked(|p| p.as_ref().map(|p| p.cautions)).unwrap_or_default();
    let joints = row.iter().flat_map(|row| row.stresses).filter(|joint| care.of(**joint) == Care::Careful);
    joints.map(|joint| say_as("p", "warn", words::caution(*joint))).collect()
}

fn target_card(shown: Shown, id: &ExerciseId, exposures: &[Exposure], advice: Option<Advice>) -> El {
    let Shown { docs, planned, .. } = shown;
    let locale = docs.locale();
    let units = docs.units();
    let last =
        exposures.first().map_or(words::NEVER.to_owned(), |e| words::last_time(&e.sets, units, &locale));
    let mut list = of("dl", "target");
    if planned.with_untracked(Option::is_some) {
        let target = move || {
            planned.with(|planned| planned.as_ref().map(|p| words::target(p, &locale))).unwrap_or_default()
        };
        list = list.child(say("dt", words::TARGET)).child(el("dd").live_text(target));
    }
    list = list.child(say("dt", words::LAST)).child(say("dd", last));
    if let Some(found) = advice {
        let today = words::advice(found, units, &locale);
        list = list.child(say("dt", words::TODAY)).child(say_as("dd", "good", today));
    }
    let (best, note) = docs
        .log()
        .with_untracked(|log| (records(log, id, None), exposure::last_note(log, id).map(str::to_owned)));
    let strength = advice::allowed(docs).is_some_and(|shown| shown.strength);
    if let Some(best) = words::best(&best, strength, units, &locale) {
        list = list.child(say("dt", words::BEST)).child(say("dd", best));
    }
    if let Some(note) = note {
        list = list.child(say("dt", words::NOTE_LAST)).child(say("dd", note));
    }
    let bias = advice::bias(docs, id).zip(shown.row);
    let word = bias.map(|(bias, row)| say_as("p", "muted", words::bias(row.pattern, bias.found, &locale)));
    card().child(list).maybe(word)
}
