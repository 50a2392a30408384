//! The controls that a set is typed with: load, reps, how near to failure it was, and why it stopped far from it.

use super::entry::Entry;
use crate::domain::exercise::ExerciseId;
use crate::domain::training::StopReason;
use crate::domain::training::loading::Holder;
use crate::domain::units::{Kg, Rir, number};
use crate::i18n::en::session as words;
use crate::ui::element::{El, Part, el, fixed, of, text, told};
use crate::ui::state::{State, untrack};
use crate::ui::{Choice, Stepper};
use std::rc::Rc;

/// The load: a press goes to the next one there is.
pub fn load(entry: Entry, id: &ExerciseId) -> Part {
    let (docs, id) = (entry.docs, id.clone());
    let step = move |by: i32| {
        let now = number::parse(&entry.load.get_untracked()).unwrap_or(0.0);
        let units = docs.units();
        let Some(load) = units.mass_from(now) else { return entry.load.get_untracked() };
        let next = |loads: &Holder<'_>| if by > 0 { loads.heavier(load) } else { loads.lighter(load) };
        // Lighter than all there is may be one's own body alone.
        let end = if by < 0 && entry.least.is_none() { Kg::ZERO } else { load };
        entry.shown(crate::app::advice::with_loads(docs, &id, next).unwrap_or(end))
    };
    Stepper {
        name: "load",
        label: words::LOAD,
        less: words::LESS_LOAD,
        more: words::MORE_LOAD,
        value: text(move || entry.load.get()),
        unit: text(move || docs.units().mass_sign().to_owned()),
        step: told(move |by: i32| entry.load.set(untrack(|| step(by)))),
        on_type: told(move |typed| entry.load.set(typed)),
        error: text(move || entry.wrong_load()),
    }
    .draw()
}

/// The reps of one side, or of both.
pub fn reps(name: &'static str, label: &'static str, unit: &'static str, typed: State<String>) -> Part {
    Stepper {
        name,
        label,
        less: words::FEWER_REPS,
        more: words::MORE_REPS,
        value: text(move || typed.get()),
        unit: fixed(unit),
        step: told(move |by: i32| {
            let now = number::parse(&typed.get_untracked()).unwrap_or(0.0);
            typed.set(((now as i64 + i64::from(by)).clamp(1, 100)).to_string());
        }),
        on_type: told(move |new| typed.set(new)),
        error: text(move || Entry::wrong_reps(typed)),
    }
    .draw()
}

/// How many reps were left.
pub fn rir(name: &'static str, entry: Entry) -> El {
    let choice = Choice {
        name,
        legend: words::RIR_ASK.to_owned(),
        options: ["0", "1", "2", "3", "4+"].map(str::to_owned).to_vec(),
        chosen: Rc::new(move || entry.rir.get().map(|rir| usize::from(rir.get() / 2).min(4))),
        choose: told(move |place: usize| {
            entry.rir.set(Rir::try_new(i64::try_from(place).unwrap_or(0) * 2).ok());
            entry.confirmed.set(true);
        }),
        tall: false,
    };
    let unsure = move || entry.rir.get().is_some() && !entry.confirmed.get();
    el("div")
        .live("class", move || unsure().then(|| "choice--unsure".to_owned()))
        .child(choice.draw())
        .child(of("p", "muted").live_text(move || if unsure() { words::UNSURE } else { "" }.to_owned()))
}

/// What ended a set that stopped far from failure.
pub fn stop(name: &'static str, entry: Entry) -> El {
    Choice {
        name,
        legend: words::STOPPED.to_owned(),
        options: StopReason::ALL.map(|s| words::stop(s).to_owned()).to_vec(),
        chosen: Rc::new(move || {
            entry.stop.get().and_then(|stop| StopReason::ALL.iter().position(|s| *s == stop))
        }),
        choose: told(move |place: usize| entry.stop.set(StopReason::ALL.get(place).copied())),
        tall: true,
    }
    .draw()
}
