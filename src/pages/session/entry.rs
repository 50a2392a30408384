//! One exercise: what is asked, what was done last time, and the set that is being typed.

use super::rows::rows;
use crate::app::documents::{Documents, documents};
use crate::app::{actions, advice};
use crate::domain::athlete::Care;
use crate::domain::exercise::{ExerciseId, Kit};
use crate::domain::plan::Prescription;
use crate::domain::plan::progression::{self, Advice, Prefill};
use crate::domain::training::exposure::Exposure;
use crate::domain::training::loading::Holder;
use crate::domain::training::{DraftExercise, Effort, SetEntry, SetKind, StopReason};
use crate::domain::units::{Kg, Reps, Rir, number};
use crate::i18n::en::session as words;
use crate::pages::{card, stack, two};
use crate::ui::element::{El, Part, el, fixed, of, say, say_as, text, told};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Choice, Look, Stepper, button};
use std::rc::Rc;

/// What is being typed for the next set.
#[derive(Clone, Copy)]
struct Entry {
    docs: Documents,
    load: State<String>,
    reps: State<String>,
    rir: State<Option<Rir>>,
    confirmed: State<bool>,
    stop: State<Option<StopReason>>,
    tried: State<bool>,
}

impl Entry {
    fn new(docs: Documents) -> Self {
        Self {
            docs,
            load: State::new(String::new()),
            reps: State::new(String::new()),
            rir: State::new(None),
            confirmed: State::new(false),
            stop: State::new(None),
            tried: State::new(false),
        }
    }

    fn fill(self, prefill: Prefill) {
        let docs = self.docs;
        let show = |load: Kg| docs.locale().typed(docs.units().mass_value(load), 2);
        self.load.set(prefill.load.map(show).unwrap_or_default());
        self.reps.set(prefill.reps.to_string());
        self.rir.set(prefill.rir);
        self.confirmed.set(false);
        self.stop.set(None);
        self.tried.set(false);
    }

    /// The load that is typed; reactive.
    fn read_load(self) -> Option<Kg> {
        self.docs.units().mass_from(number::parse(&self.load.get()).ok()?)
    }

    /// The repetitions that are typed; reactive.
    fn read_reps(self) -> Option<Reps> {
        let value = number::parse(&self.reps.get()).ok()?;
        if value.fract() != 0.0 { None } else { Reps::try_new(value as i64).ok() }
    }

    /// The set as it is typed; none while something in it is not possible.
    fn set(self, kind: SetKind) -> Option<SetEntry> {
        let (load, reps) = (self.read_load()?, self.read_reps()?);
        let effort = Effort { rir: self.rir.get(), confirmed: self.confirmed.get() };
        let stop = self.stop.get().filter(|_| effort.rir >= Some(Rir::FOUR));
        Some(SetEntry { kind, stop, ..SetEntry::work(load, reps, effort) })
    }
}

/// One exercise of the running session.
pub fn exercise(place: usize, id: &ExerciseId) -> El {
    let docs = documents();
    let row = id.built_in();
    let planned = docs.draft().with_untracked(|draft| {
        draft.as_ref().and_then(|d| d.exercises.get(place)).and_then(|e| e.planned.clone())
    });
    // The log does not change while a session runs: what follows from it is looked up once.
    let exposures = advice::last_times(docs, id, 3);
    let advice = planned.as_ref().map(|planned| advice::today(docs, planned, &exposures));
    let logged = Computed::new(move || {
        docs.draft().with(|draft| {
            let one = draft.as_ref().and_then(|d| d.exercises.get(place));
            one.map(|e: &DraftExercise| e.sets.clone()).unwrap_or_default()
        })
    });
    let entry = Entry::new(docs);
    let body_weight_possible = row.is_some_and(|row| row.needs.contains(&Kit::NONE));
    let fill = {
        let planned = planned.clone();
        move || {
            let mut next = logged.with_untracked(|sets| {
                let loads = Holder::usual(row);
                let first = advice.map(|advice| (advice.load, advice.reps));
                progression::next_of(planned.as_ref(), first, sets, &loads, 0.0)
            });
            if body_weight_possible && next.load.is_none() {
                next.load = Some(Kg::ZERO);
            }
            untrack(|| entry.fill(next));
        }
    };
    fill();
    let log: Rc<dyn Fn(SetKind)> = Rc::new(move |kind| {
        let Some(set) = untrack(|| entry.set(kind)) else {
            entry.tried.set(true);
            return;
        };
        if actions::log_set(docs, place, &set).is_ok() {
            fill();
        }
    });
    let log_warm_up = log.clone();
    let number = move || {
        let count = logged.with(|sets| sets.iter().filter(|s| s.entry.kind == SetKind::Work).count());
        words::set_number(u32::try_from(count).unwrap_or(0) + 1)
    };
    let cautions = row.map(|row| {
        let care = docs.profile().with_untracked(|p| p.as_ref().map(|p| p.cautions)).unwrap_or_default();
        let joints = row.stresses.iter().filter(move |joint| care.of(**joint) == Care::Careful);
        joints.map(|joint| say_as("p", "warn", words::caution(*joint)))
    });
    let each_side = row.filter(|row| row.unilateral).map(|_| say_as("span", "muted", words::EACH_SIDE));
    let numbers = card()
        .child(of("div", "row").child(el("b").live_text(number)).maybe(each_side))
        .with(load(entry))
        .with(reps(entry));
    let typing = effort(numbers, entry)
        .child(button(words::LOG, Look::Primary).set("id", "log-set").press(move || log(SetKind::Work)))
        .child(button(words::LOG_WARM_UP, Look::Ghost).press(move || log_warm_up(SetKind::WarmUp)));
    let left = stack()
        .child(target_card(planned.as_ref(), &exposures, advice))
        .all(cautions.into_iter().flatten())
        .child(typing);
    two(left, stack().child(rows(logged, planned)))
}

fn load(entry: Entry) -> Part {
    let docs = documents();
    let locale = docs.locale();
    Stepper {
        name: "load",
        label: words::LOAD,
        less: words::LESS_LOAD,
        more: words::MORE_LOAD,
        value: text(move || entry.load.get()),
        unit: text(move || docs.units().mass_sign().to_owned()),
        step: told(move |by: i32| {
            let step = untrack(|| docs.units().load_step());
            let now = number::parse(&entry.load.get_untracked()).unwrap_or(0.0);
            entry.load.set(locale.typed((now + f64::from(by) * step).max(0.0), 2));
        }),
        on_type: told(move |typed| entry.load.set(typed)),
        error: text(move || {
            let wrong =
                entry.read_load().is_none() && (entry.tried.get() || !entry.load.with(String::is_empty));
            if wrong { words::NEED_LOAD.to_owned() } else { String::new() }
        }),
    }
    .draw()
}

fn reps(entry: Entry) -> Part {
    Stepper {
        name: "reps",
        label: words::REPS,
        less: words::FEWER_REPS,
        more: words::MORE_REPS,
        value: text(move || entry.reps.get()),
        unit: fixed(words::REPS_UNIT),
        step: told(move |by: i32| {
            let now = number::parse(&entry.reps.get_untracked()).unwrap_or(0.0);
            entry.reps.set(((now as i64 + i64::from(by)).clamp(1, 100)).to_string());
        }),
        on_type: told(move |typed| entry.reps.set(typed)),
        error: text(move || match entry.read_reps() {
            Some(_) => String::new(),
            None => words::NEED_REPS.to_owned(),
        }),
    }
    .draw()
}

/// Appends how near to failure it was, and why it stopped where it was far from it.
fn effort(card: El, entry: Entry) -> El {
    let unsure = move || entry.rir.get().is_some() && !entry.confirmed.get();
    let ask_stop = move || entry.confirmed.get() && entry.rir.get() >= Some(Rir::FOUR);
    let rir = Choice {
        name: "rir",
        legend: words::RIR_ASK.to_owned(),
        options: ["0", "1", "2", "3", "4+"].map(str::to_owned).to_vec(),
        chosen: Rc::new(move || entry.rir.get().map(|rir| usize::from(rir.get() / 2).min(4))),
        choose: told(move |place: usize| {
            entry.rir.set(Rir::try_new(i64::try_from(place).unwrap_or(0) * 2).ok());
            entry.confirmed.set(true);
        }),
        tall: false,
    };
    let stop = move || {
        Choice {
            name: "stop",
            legend: words::STOPPED.to_owned(),
            options: StopReason::ALL.map(|s| words::stop(s).to_owned()).to_vec(),
            chosen: Rc::new(move || {
                entry.stop.get().and_then(|stop| StopReason::ALL.iter().position(|s| *s == stop))
            }),
            choose: told(move |place: usize| entry.stop.set(StopReason::ALL.get(place).copied())),
            tall: true,
        }
        .draw()
    };
    card.child(
        el("div").live("class", move || unsure().then(|| "choice--unsure".to_owned())).child(rir.draw()),
    )
    .child(of("p", "muted").live_text(move || if unsure() { words::UNSURE } else { "" }.to_owned()))
    .shown(ask_stop, stop)
}

fn target_card(planned: Option<&Prescription>, exposures: &[Exposure], advice: Option<Advice>) -> El {
    let docs = documents();
    let locale = docs.locale();
    let units = docs.units();
    let last =
        exposures.first().map_or(words::NEVER.to_owned(), |e| words::last_time(&e.sets, units, &locale));
    let mut list = of("dl", "target");
    if let Some(planned) = planned {
        list = list.child(say("dt", words::TARGET)).child(say("dd", words::target(planned, &locale)));
    }
    list = list.child(say("dt", words::LAST)).child(say("dd", last));
    if let Some(found) = advice {
        let today = words::advice(found, units, &locale);
        list = list.child(say("dt", words::TODAY)).child(say_as("dd", "good", today));
    }
    card().child(list)
}
