//! One exercise of a draft with its sets; its place in the session it does not know.

use crate::domain::exercise::ExerciseId;
use crate::domain::plan::Prescription;
use crate::domain::safety::Pain;
use crate::domain::training::calibration::Guess;
use crate::domain::training::session::{SetEntry, SetKind, Side};
use crate::domain::units::Seconds;

/// The rest after a set of an exercise that neither a plan nor the catalogue knows.
/// Source: science A2, isolation and machines.
const REST_UNKNOWN: Seconds = Seconds::saturating(90);

/// One exercise of a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftExercise {
    /// The exercise.
    pub exercise: ExerciseId,
    /// What the plan asks for; none for an extra one.
    pub planned: Option<Prescription>,
    /// The sets logged so far, in the order of their moments.
    pub sets: Vec<DraftSet>,
    /// A remark.
    pub note: String,
    /// How it hurts, where the person said so.
    pub pain: Option<Pain>,
    /// What was said of the set that is being taken to its end.
    pub guess: Option<Guess>,
}

/// A set of a draft with the moment it was logged, which is its name within the draft.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftSet {
    /// Milliseconds since 1970 UTC, made unique within the draft.
    pub at: i64,
    /// The set.
    pub entry: SetEntry,
}

impl DraftExercise {
    /// An exercise no plan asked for.
    pub fn extra(exercise: ExerciseId) -> Self {
        Self { exercise, planned: None, sets: Vec::new(), note: String::new(), pain: None, guess: None }
    }

    /// The rest after a set of it: the plan's, else the exercise's own.
    ///
    /// ```
    /// use legwork::domain::{exercise::{ExerciseId, find}, training::DraftExercise};
    /// let extra = DraftExercise::extra(ExerciseId::parse("leg-press-45").unwrap());
    /// assert_eq!(extra.rest().get(), u32::from(find("leg-press-45").unwrap().rest));
    /// ```
    pub fn rest(&self) -> Seconds {
        let own = || self.exercise.built_in().map(|row| Seconds::saturating(i64::from(row.rest)));
        self.planned.as_ref().map(|planned| planned.rest).or_else(own).unwrap_or(REST_UNKNOWN)
    }

    /// How many working sets are logged; left and right are one.
    pub fn work_sets(&self) -> u32 {
        let halves: u32 = self
            .sets
            .iter()
            .filter(|set| set.entry.kind == SetKind::Work)
            .map(|set| if set.entry.side == Side::Both { 2 } else { 1 })
            .sum();
        halves.div_ceil(2)
    }

    /// Whether every planned set is logged; an extra exercise never is by itself.
    pub fn is_complete(&self) -> bool {
        self.planned.as_ref().is_some_and(|planned| self.work_sets() >= u32::from(planned.sets))
    }
}
