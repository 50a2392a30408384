//! What is being typed for a set: raw text until it is asked for. Whether it is possible is the domain's word.

use crate::app::documents::Documents;
use crate::domain::plan::progression::Prefill;
use crate::domain::training::{Effort, SetEntry, SetKind, Side, StopReason};
use crate::domain::units::{Kg, Reps, Rir, number};
use crate::i18n::en::session as words;
use crate::ui::state::State;

/// What is being typed for a set.
#[derive(Clone, Copy)]
pub struct Entry {
    pub docs: Documents,
    pub load: State<String>,
    pub reps: State<String>,
    /// The reps of the right side, where the sides differ.
    pub right: State<String>,
    /// Whether the sides differ.
    pub split: State<bool>,
    pub rir: State<Option<Rir>>,
    pub confirmed: State<bool>,
    pub stop: State<Option<StopReason>>,
    pub tried: State<bool>,
    /// The least load there is, where the exercise needs one.
    pub least: Option<Kg>,
}

impl Entry {
    /// Nothing typed yet.
    pub fn new(docs: Documents, least: Option<Kg>) -> Self {
        Self {
            docs,
            load: State::new(String::new()),
            reps: State::new(String::new()),
            right: State::new(String::new()),
            split: State::new(false),
            rir: State::new(None),
            confirmed: State::new(false),
            stop: State::new(None),
            tried: State::new(false),
            least,
        }
    }

    /// How a load stands in its field.
    pub fn shown(self, load: Kg) -> String {
        self.docs.locale().typed(self.docs.units().mass_value(load), 2)
    }

    /// What is to be expected of the next set.
    pub fn fill(self, prefill: Prefill) {
        self.load.set(prefill.load.map(|load| self.shown(load)).unwrap_or_default());
        self.reps.set(prefill.reps.to_string());
        self.right.set(prefill.reps.to_string());
        self.rir.set(prefill.rir);
        self.confirmed.set(false);
        self.stop.set(None);
        self.tried.set(false);
    }

    /// A set as it was logged, with that of the other side.
    pub fn fill_from(self, set: &SetEntry, right: Option<&SetEntry>) {
        let reps = |set: &SetEntry| set.reps().map_or(0, Reps::get).to_string();
        self.load.set(self.shown(set.load));
        self.reps.set(reps(set));
        self.right.set(right.map(reps).unwrap_or_default());
        self.split.set(right.is_some());
        self.rir.set(set.effort.rir);
        self.confirmed.set(set.effort.confirmed);
        self.stop.set(set.stop);
        self.tried.set(false);
    }

    /// The load that is typed; reactive.
    pub fn read_load(self) -> Option<Kg> {
        let load = self.load.with(|typed| number::parse(typed).ok())?;
        self.docs.units().mass_from(load).filter(|load| *load > Kg::ZERO || self.least.is_none())
    }

    /// Repetitions as they are typed.
    pub fn read_reps(typed: &str) -> Option<Reps> {
        let value = number::parse(typed).ok()?;
        if value.fract() != 0.0 { None } else { Reps::try_new(value as i64).ok() }
    }

    /// What is wrong with the load; empty while nothing is.
    pub fn wrong_load(self) -> String {
        let empty = self.load.with(String::is_empty);
        if self.read_load().is_some() || (empty && !self.tried.get()) {
            return String::new();
        }
        let (units, locale) = (self.docs.units(), self.docs.locale());
        self.load.with(|typed| words::wrong_load(typed, self.least, units, &locale))
    }

    /// What is wrong with repetitions; empty while nothing is.
    pub fn wrong_reps(typed: State<String>) -> String {
        if typed.with(|typed| Self::read_reps(typed)).is_some() {
            String::new()
        } else {
            words::NEED_REPS.to_owned()
        }
    }

    /// The sets as they are typed: one, or left and right. None while something in it is not possible.
    pub fn sets(self, kind: SetKind) -> Option<Vec<SetEntry>> {
        let (load, reps) = (self.read_load()?, self.reps.with(|typed| Self::read_reps(typed))?);
        let effort = match kind {
            // Nobody counts what a warm-up leaves.
            SetKind::WarmUp => Effort::default(),
            _ => Effort { rir: self.rir.get(), confirmed: self.confirmed.get() },
        };
        let stop = self.stop.get().filter(|_| effort.rir >= Some(Rir::FOUR));
        let one = SetEntry { kind, stop, ..SetEntry::work(load, reps, effort) };
        if !self.split.get() {
            return Some(vec![one]);
        }
        let right = self.right.with(|typed| Self::read_reps(typed))?;
        let right = SetEntry { kind, stop, side: Side::Right, ..SetEntry::work(load, right, effort) };
        Some(vec![SetEntry { side: Side::Left, ..one }, right])
    }
}
