//! The signs that fatigue outruns recovery, read from what was done and slept: one rule set for the plan, the
//! diagnosis and the page; none of them is shown or acted on here.

use super::{Morning, NIGHTS, Readiness, RecoveryLog, SleepStanding, Soreness, sleep};
use crate::domain::calendar::Day;
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::ordered::OrderedMap;
use crate::domain::plan::{Plans, mesocycle, schedule};
use crate::domain::statistics::median;
use crate::domain::training::exposure::Exposure;
use crate::domain::training::{SetKind, StopReason, TrainingLog, strength};
use crate::domain::units::{Kg, Minutes};

/// A fall of the estimated one-rep max that counts, percent, and how often in a row. Source: science D,
/// "Deload".
const FALL: (f64, usize) = (3.0, 2);
/// Exercises that have to fall. Source: science D, "Deload".
const WEAKER_MIN: u32 = 2;
/// Exposures before those, whose middle is what the estimate fell from: one good day is no measure. Source: C.
const BEFORE: usize = 3;
/// Days between two exposures after which they are not compared: a layoff. Source: science H2.
const LAYOFF_DAYS: i64 = 21;
/// Reps in reserve lost that count as drift. Source: science D, "Deload".
const DRIFT: f64 = -1.5;
/// Days that "lately" means, and those before them that effort is compared with. Source: C.
const LATELY: (i64, i64) = (14, 28);
/// Sets that a drift, or missed reps, are read from. Source: C.
const SETS_MIN: u32 = 10;
/// The share of sets below their range that counts as missed reps. Source: C.
const MISSED_SHARE: f64 = 0.3;
/// Sets that joint pain ended. Source: science H9 ("twice").
const HURT_MIN: u32 = 2;
/// Mornings of the last seven that have to be worn. Source: C.
pub const WORN_MORNINGS: usize = 3;
/// Signs that together ask for a deload. Source: science D, H5.
pub const SIGNS_MIN: usize = 2;
/// Working weeks after which a deload is due without any sign. Source: science D (week 5-7).
const WORKING_WEEKS_MAX: u8 = 6;

/// A sign that recovery lags behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Two exercises were 3 % weaker twice in a row.
    Strength,
    /// Sets come 1.5 reps nearer to failure than they did, against their plan.
    Effort,
    /// Joint pain ended sets.
    Pain,
    /// Less than six hours of sleep.
    Sleep,
    /// Three sets in ten ended below their range.
    MissedReps,
    /// Strong soreness or low readiness on three of seven mornings.
    Worn,
}

/// What training did to a person lately; what is not known gives no sign.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Strain {
    /// Exercises that were weaker twice in a row.
    pub weaker: u32,
    /// How far effort drifted against its plan, reps: negative is nearer to failure.
    pub drift: Option<f64>,
    /// The share of sets below their planned range.
    pub missed: Option<f64>,
    /// Sets that joint pain ended.
    pub hurt: u32,
}

impl Strain {
    /// What the last two weeks of leg work show. Effort counts where the person vouched for it; strength where
    /// neither a deload nor a layoff explains it.
    ///
    /// ```
    /// use legwork::domain::{calendar::Day, exercise::OwnExercises, plan::Plans, training::TrainingLog};
    /// use legwork::domain::recovery::Strain;
    /// let nothing = Strain::of(&TrainingLog::default(), &Plans::default(), &OwnExercises::default(), Day::EPOCH);
    /// assert_eq!(nothing, Strain::default());
    /// ```
    pub fn of(log: &TrainingLog, plans: &Plans, own: &OwnExercises, today: Day) -> Self {
        let lately = today.plus(1 - LATELY.0);
        // Effort of planned sets and of others, before and lately: the one is not measured by the other.
        let mut efforts = [[(0.0, 0_u32); 2]; 2];
        let (mut below, mut ranged, mut hurt) = (0_u32, 0_u32, 0_u32);
        let mut done: Vec<&ExerciseId> = Vec::new();
        for session in log.between(lately.plus(-LATELY.1), today) {
            let late = session.day >= lately;
            for work in session.exercises.iter().filter(|work| !own.credit(&work.exercise).is_none()) {
                if late && !done.contains(&&work.exercise) {
                    done.push(&work.exercise);
                }
                let asked = schedule::asked(plans, session, &work.exercise);
                for set in &work.sets {
                    hurt += u32::from(late && set.stop == Some(StopReason::Pain));
                    let Some(reps) = set.reps().filter(|_| set.kind == SetKind::Work) else { continue };
                    if let Some(asked) = asked.filter(|_| late) {
                        ranged += 1;
                        below += u32::from(reps.get() < asked.reps.0);
                    }
                    let planned = asked.map_or(0.0, |one| (one.rir.0.value() + one.rir.1.value()) / 2.0);
                    let sums = efforts.get_mut(usize::from(asked.is_some()));
                    if let Some(rir) = set.effort.rir.filter(|_| set.effort.confirmed)
                        && let Some((sum, count)) = sums.and_then(|sums| sums.get_mut(usize::from(late)))
                    {
                        *sum += rir.value() - planned;
                        *count += 1;
                    }
                }
            }
        }
        let mean = |(sum, count): (f64, u32)| (count >= SETS_MIN).then(|| sum / f64::from(count));
        let [free, planned] = efforts.map(|[before, after]| Some(mean(after)? - mean(before)?));
        let weaker = |id: &&&ExerciseId| fell(&mesocycle::exposures(log, &plans.list, id, FALL.1 + BEFORE));
        Self {
            weaker: u32::try_from(done.iter().filter(weaker).count()).unwrap_or(u32::MAX),
            drift: planned.or(free),
            missed: (ranged >= SETS_MIN).then(|| f64::from(below) / f64::from(ranged)),
            hurt,
        }
    }
}

/// Every sign there is.
///
/// ```
/// use legwork::domain::{calendar::Day, recovery::{RecoveryLog, Sign, Strain, signs}};
/// let strain = Strain { drift: Some(-1.5), hurt: 2, missed: Some(0.2), ..Strain::default() };
/// let found = signs(&strain, &Default::default(), &RecoveryLog::default(), Day::EPOCH);
/// assert_eq!(found, [Sign::Effort, Sign::Pain]);
/// ```
pub fn signs(
    strain: &Strain,
    nights: &OrderedMap<Day, Minutes>,
    mornings: &RecoveryLog,
    today: Day,
) -> Vec<Sign> {
    let severe = sleep(nights, today).is_ok_and(|sleep| sleep.standing == SleepStanding::Severe);
    let worn = worn(mornings, today);
    let mut found = Vec::new();
    for (applies, sign) in [
        (strain.weaker >= WEAKER_MIN, Sign::Strength),
        (strain.drift.is_some_and(|drift| drift <= DRIFT), Sign::Effort),
        (strain.hurt >= HURT_MIN, Sign::Pain),
        (severe, Sign::Sleep),
        (strain.missed.is_some_and(|share| share >= MISSED_SHARE), Sign::MissedReps),
        (worn >= WORN_MORNINGS, Sign::Worn),
    ] {
        if applies {
            found.push(sign);
        }
    }
    found
}

/// Mornings of the last seven on which somebody was very sore or not ready.
///
/// ```
/// use legwork::domain::{calendar::Day, recovery::{Morning, Readiness, RecoveryLog, worn}};
/// let mut log = RecoveryLog::default();
/// for at in [0, 5, 6] {
///     log.days.insert(Day::EPOCH.plus(at), Morning { readiness: Some(Readiness::Low), ..Morning::default() });
/// }
/// assert_eq!((worn(&log, Day::EPOCH.plus(6)), worn(&log, Day::EPOCH.plus(7))), (3, 2));
/// ```
pub fn worn(mornings: &RecoveryLog, today: Day) -> usize {
    let is_worn = |morning: &Morning| {
        morning.soreness == Some(Soreness::Strong) || morning.readiness == Some(Readiness::Low)
    };
    mornings.days.range(today.plus(1 - NIGHTS.0)..=today).filter(|(_, morning)| is_worn(morning)).count()
}

/// Whether a lighter week is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deload {
    /// No.
    No,
    /// The block has lasted long enough.
    Block,
    /// The signs ask for it.
    Signs,
}

/// Whether a lighter week is due: after six working weeks, or with two signs.
///
/// ```
/// use legwork::domain::recovery::{Deload, Sign, deload};
/// assert_eq!(deload(3, &[Sign::Sleep]), Deload::No);
/// assert_eq!(deload(3, &[Sign::Sleep, Sign::Pain]), Deload::Signs);
/// assert_eq!(deload(6, &[]), Deload::Block);
/// ```
pub fn deload(working_weeks: u8, signs: &[Sign]) -> Deload {
    if signs.len() >= SIGNS_MIN {
        Deload::Signs
    } else if working_weeks >= WORKING_WEEKS_MAX {
        Deload::Block
    } else {
        Deload::No
    }
}

/// Whether the newest two exposures are each 3 % below the middle of the three before.
fn fell(exposures: &[Exposure]) -> bool {
    let apart = |pair: &[Exposure]| match pair {
        [newer, older] => newer.day.days_since(older.day) >= LAYOFF_DAYS,
        _ => false,
    };
    if exposures.windows(2).any(apart) {
        return false;
    }
    let best = |exposure: &Exposure| exposure.sets.iter().filter_map(strength::estimate).max();
    let estimates: Vec<Kg> = exposures.iter().take(FALL.1 + BEFORE).filter_map(best).collect();
    let Some((new, old)) = estimates.split_at_checked(FALL.1) else { return false };
    // Whole grams are exact as floats.
    let mut old: Vec<f64> = old.iter().map(|kg| f64::from(kg.grams())).collect();
    let Some(middle) = median(&mut old).filter(|_| old.len() == BEFORE) else { return false };
    let least = middle * (100.0 - FALL.0);
    new.iter().all(|one| f64::from(one.grams()) * 100.0 <= least)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::SessionId;
    use crate::domain::training::{Effort, ExerciseWork, Session, SetEntry, Source};
    use crate::domain::units::{Reps, Rir};

    fn exposures(loads: &[f64], every: i64) -> Vec<Exposure> {
        let set = |kg: &f64| {
            SetEntry::work(
                Kg::from_kg(*kg).unwrap(),
                Reps::try_new(5).unwrap(),
                Effort { rir: Some(Rir::ONE), confirmed: true },
            )
        };
        let list = loads.iter().enumerate();
        list.map(|(at, kg)| Exposure { day: Day::EPOCH.plus(200 - every * at as i64), sets: vec![set(kg)] })
            .collect()
    }

    #[test]
    fn strength_has_to_fall_twice_and_not_by_a_layoff() {
        assert!(fell(&exposures(&[96.0, 97.0, 101.0, 100.0, 99.0], 3)));
        assert!(!fell(&exposures(&[96.0, 99.0, 101.0, 100.0, 99.0], 3)));
        assert!(!fell(&exposures(&[90.0, 90.0, 100.0, 100.0], 3)));
        assert!(!fell(&exposures(&[96.0, 97.0, 101.0, 100.0, 99.0], 21)));
        assert!(!fell(&[]));
    }

    #[test]
    fn two_exercises_three_sets_in_ten_and_two_pains_are_signs_and_less_is_none() {
        let none = OrderedMap::new();
        let found = |strain: Strain| signs(&strain, &none, &RecoveryLog::default(), Day::EPOCH);
        let of =
            |weaker, drift, missed, hurt| Strain { weaker, drift: Some(drift), missed: Some(missed), hurt };
        assert_eq!(found(of(1, -1.4, 0.29, 1)), []);
        let all = found(of(2, -1.5, 0.3, 2));
        assert_eq!(all, [Sign::Strength, Sign::Effort, Sign::Pain, Sign::MissedReps]);
    }

    /// A log of so many sets a day with this effort.
    fn log(days: &[(i64, i64, i64)]) -> TrainingLog {
        let mut log = TrainingLog::default();
        for (at, sets, rir) in days {
            let day = Day::EPOCH.plus(*at);
            let effort = Effort { rir: Rir::try_new(*rir).ok(), confirmed: true };
            let set = SetEntry::work(Kg::saturating(60_000), Reps::try_new(8).unwrap(), effort);
            let exercise = ExerciseId::parse("leg-extension").unwrap();
            let work =
                ExerciseWork { exercise, sets: vec![set; *sets as usize], note: String::new(), pain: None };
            log.record(Session {
                id: SessionId::imported("log", &day.to_string(), ""),
                day,
                started_at: 0,
                lasted: None,
                name: String::new(),
                slot: None,
                exercises: vec![work],
                note: String::new(),
                edited_at: 0,
                source: Source::Legwork,
            });
        }
        log
    }

    #[test]
    fn who_always_trained_hard_does_not_drift_and_few_sets_say_nothing() {
        let drift = |days: &[(i64, i64, i64)]| {
            let (plans, own) = (Plans::default(), OwnExercises::default());
            Strain::of(&log(days), &plans, &own, Day::EPOCH.plus(40)).drift
        };
        assert_eq!(drift(&[(10, 10, 0), (35, 10, 0)]), Some(0.0));
        assert_eq!(drift(&[(10, 10, 4), (35, 10, 0)]), Some(-2.0)); // half reps
        assert_eq!(drift(&[(10, 10, 4), (35, 9, 0)]), None);
        assert_eq!(drift(&[(35, 10, 0)]), None);
    }
}
