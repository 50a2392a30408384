//! One recorded set, to be changed: load, reps or seconds, effort, what ended it, side.

use crate::app::actions;
use crate::app::documents::{Documents, documents};
use crate::domain::exercise::ExerciseId;
use crate::domain::id::SessionId;
use crate::domain::training::editing::{Place, asks_stop};
use crate::domain::training::loading::least;
use crate::domain::training::{Done, Effort, SetEntry, Side, StopReason};
use crate::domain::units::{Kg, Reps, Rir, Seconds, number};
use crate::i18n::en::{history as words, session};
use crate::ui::element::{El, fixed, group, of, text, told};
use crate::ui::state::{State, untrack};
use crate::ui::{Choice, Field, Look, button};
use std::rc::Rc;

const SIDES: [Side; 3] = [Side::Both, Side::Left, Side::Right];

/// What is typed.
#[derive(Clone, Copy)]
struct Typed {
    docs: Documents,
    load: State<String>,
    amount: State<String>,
    effort: State<Effort>,
    stop: State<Option<StopReason>>,
    side: State<Side>,
    /// The least load there is, where the exercise needs one.
    least: Option<Kg>,
}

impl Typed {
    fn of(docs: Documents, exercise: &ExerciseId, old: &SetEntry) -> Self {
        let (gym, kit) = docs.iron();
        let amount = match old.done {
            Done::Reps(reps) => reps.get().to_string(),
            Done::Timed { seconds, .. } => seconds.get().to_string(),
        };
        Self {
            docs,
            load: State::new(docs.locale().typed(docs.units().mass_value(old.load), 2)),
            amount: State::new(amount),
            effort: State::new(old.effort),
            stop: State::new(old.stop),
            side: State::new(old.side),
            least: least(docs.exercise_row(exercise), kit, &gym),
        }
    }

    fn read_load(self, old: &SetEntry) -> Option<Kg> {
        let docs = self.docs;
        let typed = self.load.get();
        // What was not touched stays to the gram, whatever unit it is shown in.
        if typed == docs.locale().typed(docs.units().mass_value(old.load), 2) {
            return Some(old.load);
        }
        let load = docs.units().mass_from(number::parse(&typed).ok()?);
        load.filter(|load| *load > Kg::ZERO || self.least.is_none())
    }

    fn read_amount(self, old: &SetEntry) -> Option<Done> {
        let value = number::parse(&self.amount.get()).ok()?;
        if value.fract() != 0.0 {
            return None;
        }
        match old.done {
            Done::Reps(_) => Reps::try_new(value as i64).ok().map(Done::Reps),
            Done::Timed { metres, .. } => {
                let seconds = Seconds::try_new(value as i64).ok().filter(|seconds| seconds.get() > 0)?;
                Some(Done::Timed { seconds, metres })
            }
        }
    }

    fn set(self, old: &SetEntry) -> Option<SetEntry> {
        let effort = self.effort.get();
        // What was not asked is left as it is recorded.
        let stop = if asks_stop(effort.rir) || effort == old.effort { self.stop.get() } else { None };
        Some(SetEntry {
            load: self.read_load(old)?,
            done: self.read_amount(old)?,
            effort,
            stop,
            side: self.side.get(),
            kind: old.kind,
        })
    }
}

/// The fields of a set; `done` is told once it is kept, deleted or left.
pub fn editor(id: SessionId, place: Place, exercise: &ExerciseId, old: SetEntry, done: Rc<dyn Fn()>) -> El {
    let docs = documents();
    let typed = Typed::of(docs, exercise, &old);
    let old = Rc::new(old);
    let timed = matches!(old.done, Done::Timed { .. });
    let known = old.clone();
    let load = Field {
        name: "edit-load",
        label: session::LOAD,
        value: text(move || typed.load.get()),
        on_type: told(move |value| typed.load.set(value)),
        unit: text(move || docs.units().mass_sign().to_owned()),
        hint: "",
        error: text(move || match typed.read_load(&known) {
            Some(_) => String::new(),
            None => {
                typed.load.with(|text| session::wrong_load(text, typed.least, docs.units(), &docs.locale()))
            }
        }),
        number: true,
    };
    let known = old.clone();
    let amount = Field {
        name: "edit-amount",
        label: if timed { words::SECONDS } else { session::REPS },
        value: text(move || typed.amount.get()),
        on_type: told(move |value| typed.amount.set(value)),
        unit: fixed(""),
        hint: "",
        error: text(move || match typed.read_amount(&known) {
            Some(_) => String::new(),
            None if timed => words::NEED_SECONDS.to_owned(),
            None => session::NEED_REPS.to_owned(),
        }),
        number: true,
    };
    let effort = Choice {
        name: "edit-rir",
        legend: session::RIR_ASK.to_owned(),
        options: ["0", "1", "2", "3", "4+"].map(str::to_owned).to_vec(),
        chosen: Rc::new(move || typed.effort.get().rir.map(|rir| usize::from(rir.get() / 2).min(4))),
        choose: told(move |place: usize| {
            let rir = Rir::try_new(i64::try_from(place).unwrap_or(0) * 2).ok();
            typed.effort.set(Effort { rir, confirmed: true });
        }),
        tall: false,
    };
    let stop = move || {
        let mut options = vec![words::STOPPED_NOT.to_owned()];
        options.extend(StopReason::ALL.map(|reason| session::stop(reason).to_owned()));
        Choice {
            name: "edit-stop",
            legend: session::STOPPED.to_owned(),
            options,
            chosen: Rc::new(move || {
                let stop = typed.stop.get();
                Some(StopReason::ALL.iter().position(|one| Some(*one) == stop).map_or(0, |place| place + 1))
            }),
            choose: told(move |place: usize| {
                let reason = place.checked_sub(1).and_then(|place| StopReason::ALL.get(place));
                typed.stop.set(reason.copied());
            }),
            tall: true,
        }
        .draw()
    };
    let side = Choice {
        name: "edit-side",
        legend: words::SIDE.to_owned(),
        options: words::SIDES.map(str::to_owned).to_vec(),
        chosen: Rc::new(move || SIDES.iter().position(|side| *side == typed.side.get())),
        choose: told(move |place: usize| {
            if let Some(side) = SIDES.get(place) {
                typed.side.set(*side);
            }
        }),
        tall: false,
    };
    let (known, left) = (old.clone(), done.clone());
    let keep = button(words::KEEP, Look::Primary).press(move || {
        let Some(new) = untrack(|| typed.set(&known)) else { return };
        // Changed elsewhere meanwhile: that stays, and is what is shown.
        if new != *known {
            actions::change_recorded(docs, id, place, &known, &new).ok();
        }
        left();
    });
    let left = done.clone();
    let delete = button(words::DELETE_SET, Look::Danger).press(move || {
        actions::delete_set(docs, id, place, &old).ok();
        left();
    });
    let cancel = button(words::CANCEL, Look::Ghost).press(move || done());
    of("div", "edit__controls")
        .set("id", "set-editor")
        .child(group("div", "fields", [load.draw(), amount.draw()]))
        .child(effort.draw())
        .shown(move || asks_stop(typed.effort.get().rir), stop)
        .child(side.draw())
        .child(keep)
        .child(of("div", "buttons").child(delete).child(cancel))
}
