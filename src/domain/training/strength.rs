//! Estimated one-rep max from reps and effort; it does not know a trend.

use super::session::{ExerciseWork, SetEntry, SetKind};
use crate::domain::units::Kg;

/// The most reps, those left in reserve included, an estimate is made from. Source: science C (Reynolds 2006).
pub const REPS_MAX: f64 = 10.0;
/// Epley's divisor. Source: science C.
const EPLEY: f64 = 30.0;

/// The estimated one-rep max of a set by Epley, effort included; none above ten effective reps, without a
/// load, or for anything but a working set.
///
/// ```
/// use legwork::domain::training::{Effort, SetEntry, strength};
/// use legwork::domain::units::{Kg, Reps, Rir};
/// let effort = Effort { rir: Some(Rir::TWO), confirmed: true };
/// let set = SetEntry::work(Kg::from_kg(100.0).unwrap(), Reps::try_new(8).unwrap(), effort);
/// assert_eq!(strength::estimate(&set).map(|e| e.grams()), Some(133_333));
/// ```
pub fn estimate(entry: &SetEntry) -> Option<Kg> {
    corrected(entry, 0.0)
}

/// The same with what a person's calibration adds to a stated effort, reps; nothing is added where none was
/// stated.
///
/// ```
/// use legwork::domain::training::{Effort, SetEntry, strength};
/// use legwork::domain::units::{Kg, Reps, Rir};
/// let effort = Effort { rir: Some(Rir::ONE), confirmed: true };
/// let set = SetEntry::work(Kg::from_kg(100.0).unwrap(), Reps::try_new(5).unwrap(), effort);
/// assert_eq!(strength::corrected(&set, 1.5).map(|e| e.grams()), Some(125_000));
/// ```
pub fn corrected(entry: &SetEntry, added: f64) -> Option<Kg> {
    let reps = f64::from(entry.reps()?.get());
    if entry.kind != SetKind::Work || entry.load == Kg::ZERO {
        return None;
    }
    let effective = reps + entry.effort.rir.map_or(0.0, |rir| rir.value() + added);
    if effective > REPS_MAX {
        return None;
    }
    // One rep to failure is the maximum itself, not Epley's 103 %.
    if effective <= 1.0 {
        return Some(entry.load);
    }
    Kg::from_kg(entry.load.kg() * (1.0 + effective / EPLEY)).ok()
}

/// The best estimate among the sets of an exercise.
pub fn best_of(work: &ExerciseWork) -> Option<Kg> {
    work.sets.iter().filter_map(estimate).max()
}
