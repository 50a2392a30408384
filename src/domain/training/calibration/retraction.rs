//! What a calibration set said once its set is changed or gone; a day has one calibration set at most.

use super::Trial;
use crate::domain::calendar::Day;
use crate::domain::exercise::ExerciseId;
use crate::domain::training::session::{SetEntry, SetKind, Side};
use crate::domain::units::{Reps, Rir};

/// Takes out what a set said that is gone or is not taken to its end any more, and reckons anew what one says
/// whose reps were mended. One side alone does not tell the other's: there it goes.
///
/// ```
/// use legwork::domain::calendar::Day;
/// use legwork::domain::exercise::{ExerciseId, Pattern};
/// use legwork::domain::training::{Effort, SetEntry, calibration::{Trial, retract}};
/// use legwork::domain::units::{Kg, Reps, Rir};
/// let effort = Effort { rir: Some(Rir::ZERO), confirmed: true };
/// let set = |reps| SetEntry::work(Kg::ZERO, Reps::saturating(reps), effort);
/// let press = ExerciseId::parse("leg-press-45").unwrap();
/// let mut trials = vec![Trial { day: Day::EPOCH, pattern: Pattern::LegPress, claimed: Rir::TWO, further: 5 }];
/// retract(&mut trials, Day::EPOCH, &press, &set(15), Some(&set(14)));
/// assert_eq!(trials[0].further, 4);
/// retract(&mut trials, Day::EPOCH, &press, &set(14), None);
/// assert!(trials.is_empty());
/// ```
pub fn retract(
    trials: &mut Vec<Trial>,
    day: Day,
    exercise: &ExerciseId,
    old: &SetEntry,
    new: Option<&SetEntry>,
) {
    let (Some(row), Some(done)) = (exercise.built_in(), to_its_end(old)) else { return };
    let of_set = |trial: &Trial| trial.day == day && trial.pattern == row.pattern && trial.further < done;
    let Some(place) = trials.iter().position(of_set) else { return };
    let now = new.and_then(to_its_end).filter(|now| *now == done || old.side == Side::Both);
    let found = trials.get_mut(place);
    match found.and_then(|trial| Some((now.and_then(|now| (trial.further + now).checked_sub(done))?, trial)))
    {
        Some((further, trial)) => trial.further = further,
        None => {
            trials.remove(place);
        }
    }
}

/// The reps of a working set that was taken to its end.
fn to_its_end(set: &SetEntry) -> Option<u8> {
    let end = set.kind == SetKind::Work && set.effort.confirmed && set.effort.rir == Some(Rir::ZERO);
    set.reps().filter(|_| end).map(Reps::get)
}
