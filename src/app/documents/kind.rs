//! The kinds of stored documents, and a signal for each: a change of one tells only those who read it.

use crate::storage::DocKey;
use crate::ui::state::State;

/// The kinds of documents. The log stands first: what the draft's readers derive from it must already be new
/// when they are told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Log,
    Food,
    Profile,
    Safety,
    Plans,
    Settings,
    Exercises,
    Body,
    Draft,
    Gym,
    Trials,
    Diet,
    Verdicts,
}

const KINDS: [Kind; 13] = [
    Kind::Log,
    Kind::Food,
    Kind::Profile,
    Kind::Safety,
    Kind::Plans,
    Kind::Settings,
    Kind::Exercises,
    Kind::Body,
    Kind::Draft,
    Kind::Gym,
    Kind::Trials,
    Kind::Diet,
    Kind::Verdicts,
];

impl Kind {
    fn of(key: DocKey) -> Self {
        match key {
            DocKey::Log(_) => Self::Log,
            DocKey::Food(_) => Self::Food,
            DocKey::Profile => Self::Profile,
            DocKey::Safety => Self::Safety,
            DocKey::Plans => Self::Plans,
            DocKey::Settings => Self::Settings,
            DocKey::Exercises => Self::Exercises,
            DocKey::Body => Self::Body,
            DocKey::Draft => Self::Draft,
            DocKey::Gym => Self::Gym,
            DocKey::Trials => Self::Trials,
            DocKey::Diet => Self::Diet,
            DocKey::Verdicts => Self::Verdicts,
        }
    }
}

/// The signal of each kind.
#[derive(Clone, Copy)]
pub struct Changes([State<()>; KINDS.len()]);

impl Changes {
    /// Nothing has changed.
    pub fn new() -> Self {
        Self(KINDS.map(|_| State::new(())))
    }

    /// The signal of a kind.
    pub fn of(self, kind: Kind) -> State<()> {
        let [
            log,
            food,
            profile,
            safety,
            plans,
            settings,
            exercises,
            body,
            draft,
            gym,
            trials,
            diet,
            verdicts,
        ] = self.0;
        match kind {
            Kind::Log => log,
            Kind::Food => food,
            Kind::Profile => profile,
            Kind::Safety => safety,
            Kind::Plans => plans,
            Kind::Settings => settings,
            Kind::Exercises => exercises,
            Kind::Body => body,
            Kind::Draft => draft,
            Kind::Gym => gym,
            Kind::Trials => trials,
            Kind::Diet => diet,
            Kind::Verdicts => verdicts,
        }
    }

    /// Follows every kind, but for one.
    pub fn track(self, but: Option<Kind>) {
        for (kind, signal) in KINDS.into_iter().zip(self.0) {
            if Some(kind) != but {
                signal.track();
            }
        }
    }

    /// Tells those who read one of these documents.
    pub fn tell(self, changed: &[DocKey]) {
        for (kind, signal) in KINDS.into_iter().zip(self.0) {
            if changed.iter().any(|key| Kind::of(*key) == kind) {
                signal.notify();
            }
        }
    }
}
