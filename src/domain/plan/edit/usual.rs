//! What is usually asked of an exercise, whoever plans it; no plan is known here.

use crate::domain::exercise::{Exercise, ExerciseId, Item};
use crate::domain::plan::Prescription;
use crate::domain::plan::technique::Technique;
use crate::domain::units::{Rir, Seconds};

/// Reps of an exercise of which nothing is known. Source: science A (6-15 suits most), [our choice].
const OWN_REPS: (u8, u8) = (8, 15);
/// Its rest, seconds. [our choice]
const OWN_REST: i64 = 120;

/// What is usually asked of an exercise: its catalogue range and rest, and two reps in reserve.
///
/// ```
/// use legwork::domain::{exercise::find, plan::edit::usual};
/// let curl = usual(find("seated-leg-curl").unwrap(), 3);
/// assert_eq!((curl.sets, curl.reps, curl.rest.get()), (3, (8, 15), 90));
/// ```
pub fn usual(row: &'static Exercise, sets: u8) -> Prescription {
    Prescription {
        exercise: ExerciseId::from(row),
        sets,
        reps: (row.reps_low.max(5), row.reps_high.max(6)),
        rir: (Rir::ONE, Rir::TWO),
        rest: Seconds::saturating(i64::from(row.rest)),
        paired_with: None,
        finisher: None,
    }
}

/// What is usual for a person's own exercise: that of the catalogue's exercise it is like, if it is like one.
///
/// ```
/// use legwork::domain::{exercise::{ExerciseId, find}, plan::edit::usual_own};
/// let own = ExerciseId::parse("own-belt-march").unwrap();
/// assert_eq!(usual_own(&own, None, 3).reps, (8, 15));
/// let press = find("leg-press-45").unwrap();
/// assert_eq!(usual_own(&own, Some(press), 3).rest.get(), u32::from(press.rest));
/// ```
pub fn usual_own(exercise: &ExerciseId, like: Option<&'static Exercise>, sets: u8) -> Prescription {
    match like {
        Some(row) => Prescription { exercise: exercise.clone(), ..usual(row, sets) },
        None => Prescription {
            exercise: exercise.clone(),
            sets,
            reps: OWN_REPS,
            rir: (Rir::ONE, Rir::TWO),
            rest: Seconds::saturating(OWN_REST),
            paired_with: None,
            finisher: None,
        },
    }
}

/// The same sets of another exercise, in its own range and rest; a free bar is never taken to failure.
pub(super) fn swapped(one: &Prescription, with: &ExerciseId) -> Prescription {
    let Some(row) = with.built_in() else {
        return Prescription { exercise: with.clone(), finisher: None, ..one.clone() };
    };
    let mut rir = one.rir;
    if row.needs.iter().any(|kit| kit.has(Item::Barbell)) {
        rir = (rir.0.max(Rir::ONE), rir.1.max(Rir::ONE));
    }
    Prescription {
        rir,
        paired_with: one.paired_with,
        finisher: one.finisher.filter(|finisher| Technique::of(*finisher).suits(row).is_ok()),
        ..usual(row, one.sets)
    }
}
