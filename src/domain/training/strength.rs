//! Estimated one-rep max from reps and effort; it does not know a trend.

use super::session::{ExerciseWork, SetEntry, SetKind};
use crate::domain::statistics::{Confidence, Formula, confidence, one_rep_max};
use crate::domain::units::Kg;

/// An estimate with its confidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// The one-rep max.
    pub load: Kg,
    /// How far to trust it.
    pub confidence: Confidence,
}

/// The estimate of a working set by any formula, up to fifteen reps: those in reserve count, with what a
/// person's calibration adds to a stated effort (`added`, reps); nothing is added where none was stated.
///
/// ```
/// use legwork::domain::statistics::{Confidence, Formula};
/// use legwork::domain::training::{Effort, SetEntry, strength};
/// use legwork::domain::units::{Kg, Reps, Rir};
/// let effort = Effort { rir: Rir::from_f64(1.0).ok(), confirmed: true };
/// let set = SetEntry::work(Kg::saturating(140_000), Reps::saturating(5), effort);
/// let known = strength::rated(&set, Formula::Epley, 0.0).unwrap();
/// assert_eq!((known.load.kg(), known.confidence), (168.0, Confidence::Good));
/// ```
pub fn rated(entry: &SetEntry, formula: Formula, added: f64) -> Option<Estimate> {
    if entry.kind != SetKind::Work || entry.load == Kg::ZERO {
        return None;
    }
    let left = entry.effort.rir.map_or(0.0, |rir| rir.value() + added);
    let reps = f64::from(entry.reps()?.get()) + left;
    let confidence = confidence(reps, entry.effort.confirmed && entry.effort.rir.is_some())?;
    let load = Kg::from_kg(one_rep_max(formula, entry.load.kg(), reps)?).ok()?;
    Some(Estimate { load, confidence })
}

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
    let rated = rated(entry, Formula::Epley, added)?;
    (rated.confidence > Confidence::Low).then_some(rated.load)
}

/// The best estimate among the sets of an exercise.
pub fn best_of(work: &ExerciseWork) -> Option<Kg> {
    work.sets.iter().filter_map(estimate).max()
}
