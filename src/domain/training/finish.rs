//! What a session came to: sets per muscle and records; what the next one asks is progression's.

use super::TrainingLog;
use super::calibration::Trial;
use super::records::{Record, standing_before};
use super::session::{Session, SetKind, both_sides};
use crate::domain::anatomy::Tally;
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::settings::Counting;
use crate::domain::units::Seconds;
use crate::domain::volume::Judge;

/// What a session came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The sets it added, by muscle and function.
    pub added: Tally,
    /// The working sets whose effort nobody vouched for; left and right are one.
    pub unsure: usize,
    /// The working sets; left and right are one.
    pub sets: usize,
    /// How long it took.
    pub lasted: Option<Seconds>,
    /// What it broke, by exercise.
    pub records: Vec<(ExerciseId, Vec<Record>)>,
}

/// Sums a session up; it may be in the log already. `strength` is whether estimates may be shown.
///
/// ```
/// use legwork::domain::anatomy::Muscle;
/// use legwork::domain::calendar::Day;
/// use legwork::domain::exercise::{ExerciseId, OwnExercises};
/// use legwork::domain::id::SessionId;
/// use legwork::domain::settings::Counting;
/// use legwork::domain::training::{finish::summary, *};
/// use legwork::domain::units::{Kg, Reps, Rir};
/// let effort = Effort { rir: Some(Rir::TWO), confirmed: true };
/// let set = SetEntry::work(Kg::from_kg(60.0).unwrap(), Reps::try_new(10).unwrap(), effort);
/// let work = ExerciseWork { exercise: ExerciseId::parse("leg-extension").unwrap(), sets: vec![set; 3], note: String::new(), pain: None };
/// let session = Session {
///     id: SessionId::new(1, [0; 10]), day: Day::EPOCH, started_at: 0, lasted: None, name: String::new(), slot: None,
///     exercises: vec![work], note: String::new(), edited_at: 0, source: Source::Legwork,
/// };
/// let came_to = summary(&session, &TrainingLog::default(), &OwnExercises::default(), Counting::Fractional, true, &[]);
/// assert_eq!((came_to.added.muscle(Muscle::Quadriceps).sets(), came_to.sets), (3.0, 3));
/// assert!(came_to.records.is_empty());
/// ```
pub fn summary(
    session: &Session,
    log: &TrainingLog,
    own: &OwnExercises,
    counting: Counting,
    strength: bool,
    trials: &[Trial],
) -> Summary {
    let judge = Judge::of_session(session, log, trials);
    let (mut added, mut unsure) = (Tally::default(), 0);
    let mut broken: Vec<(ExerciseId, Vec<Record>)> = Vec::new();
    for work in &session.exercises {
        added.merge(&judge.tallies(work, own, counting, session.day).0);
        unsure +=
            both_sides(&mut work.sets.iter().filter(|set| {
                set.kind == SetKind::Work && !(set.effort.confirmed && set.effort.rir.is_some())
            }));
        let list = standing_before(log, &work.exercise, session).broken(&work.sets, strength);
        if !list.is_empty() {
            broken.push((work.exercise.clone(), list));
        }
    }
    Summary { added, unsure, sets: session.work_sets(), lasted: session.lasted, records: broken }
}
