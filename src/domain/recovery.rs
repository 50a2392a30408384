//! Sleep, soreness and readiness, and the signs that together ask for a lighter week; not how that week is
//! planned.

use super::calendar::Day;
use super::ordered::OrderedMap;
use super::safety::{PainAdvice, pain_advice};
use super::statistics::median;
use super::training::exposure::Exposure;
use super::training::strength;
use super::units::{Kg, Minutes, Rir};

/// Hours of sleep: a severe lack below the first, enough from the second on, and to the third. Source: science
/// A39 (s004: 7-9 h), D.
const SLEEP_HOURS: (f64, f64, f64) = (6.0, 7.0, 9.0);
/// The nights that sleep is judged by, and how many of them have to be known. Source: C (science D, charts: 7
/// days).
const NIGHTS: (i64, usize) = (7, 4);
/// A fall of the estimated one-rep max that counts, percent, in how many exercises, how often in a row. Source:
/// science D, "Deload".
const STRENGTH_FALL: (f64, usize, usize) = (3.0, 2, 2);
/// Exposures before those, whose middle is what the estimate fell from. Source: C.
const STRENGTH_BEFORE: usize = 3;
/// Reps in reserve below the plan that count as drift. Source: science D.
const EFFORT_DRIFT: f64 = -1.5;
/// Sets that a drift, or missed reps, are read from. Source: C.
const SETS_MIN: usize = 6;
/// The share of sets below their range that counts as missed reps. Source: C.
const MISSED_SHARE: f64 = 0.25;
/// Mornings of the last seven that have to be worn. Source: C.
const WORN_MORNINGS: usize = 3;
/// Signs that together ask for a deload. Source: science D.
const SIGNS_MIN: usize = 2;
/// Working weeks after which a deload is due without any sign. Source: science D (week 5-7).
const WORKING_WEEKS_MAX: u8 = 6;

/// How sore the legs are in the morning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Soreness {
    None,
    Some,
    Strong,
}

/// How ready somebody feels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Readiness {
    Low,
    Usual,
    High,
}

/// How well somebody slept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum SleepQuality {
    Poor,
    Fair,
    Good,
}

/// What was said of one morning, a tap each; nothing is forced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Morning {
    /// Soreness of the legs.
    pub soreness: Option<Soreness>,
    /// Readiness.
    pub readiness: Option<Readiness>,
    /// Quality of the night before.
    pub sleep: Option<SleepQuality>,
}

/// Mornings by day; the hours of sleep stand in the body log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecoveryLog {
    /// Mornings of which something was said.
    pub days: OrderedMap<Day, Morning>,
}

impl RecoveryLog {
    /// Days of the other log that are missing here are added; where both have one, the other's wins if
    /// `theirs_win`.
    pub fn merge(&mut self, other: &RecoveryLog, theirs_win: bool) {
        for (day, morning) in &other.days {
            if theirs_win || !self.days.contains_key(day) {
                self.days.insert(*day, *morning);
            }
        }
    }
}

/// How a person sleeps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sleep {
    /// The mean of the known nights, hours.
    pub hours: f64,
    /// How many are known.
    pub nights: usize,
    /// What that is.
    pub standing: SleepStanding,
}

/// How sleep stands to 7-9 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SleepStanding {
    /// Below six hours.
    Severe,
    /// Below seven.
    Short,
    /// Seven to nine.
    Enough,
    /// Above nine.
    Long,
}

/// Too few nights are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooFewNights {
    /// How many are.
    pub have: usize,
    /// How many are wanted.
    pub want: usize,
}

/// Sleep over the seven nights up to this morning.
///
/// # Errors
/// [`TooFewNights`] below four.
///
/// ```
/// use legwork::domain::{calendar::Day, recovery::{SleepStanding, TooFewNights, sleep}, units::Minutes};
/// let nights = |minutes: &[i64]| {
///     minutes.iter().enumerate().map(|(at, m)| (Day::EPOCH.plus(at as i64), Minutes::saturating(*m))).collect()
/// };
/// let today = Day::EPOCH.plus(6);
/// let got = sleep(&nights(&[400, 420, 410, 405]), today).unwrap();
/// assert_eq!((got.standing, got.nights), (SleepStanding::Short, 4));
/// assert_eq!(sleep(&nights(&[400]), today), Err(TooFewNights { have: 1, want: 4 }));
/// ```
pub fn sleep(nights: &OrderedMap<Day, Minutes>, today: Day) -> Result<Sleep, TooFewNights> {
    let (mut minutes, mut known) = (0.0, 0);
    for (_, night) in nights.range(today.plus(1 - NIGHTS.0)..=today) {
        minutes += f64::from(night.get());
        known += 1;
    }
    if known < NIGHTS.1 {
        return Err(TooFewNights { have: known, want: NIGHTS.1 });
    }
    let hours = minutes / 60.0 / known as f64;
    let standing = if hours < SLEEP_HOURS.0 {
        SleepStanding::Severe
    } else if hours < SLEEP_HOURS.1 {
        SleepStanding::Short
    } else if hours <= SLEEP_HOURS.2 {
        SleepStanding::Enough
    } else {
        SleepStanding::Long
    };
    Ok(Sleep { hours, nights: known, standing })
}

/// A sign that recovery lags behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Two exercises were 3 % weaker twice in a row.
    Strength,
    /// Sets come 1.5 reps nearer to failure than planned.
    Effort,
    /// A joint hurts.
    Pain,
    /// Less than six hours of sleep.
    Sleep,
    /// A quarter of the sets ended below their range.
    MissedReps,
    /// Strong soreness or low readiness on three of seven mornings.
    Worn,
}

/// What the signs are read from; what is not known gives no sign.
#[derive(Debug, Clone, Copy, Default)]
pub struct Load<'a> {
    /// The newest exposures of each exercise, newest first: five of each are enough.
    pub exercises: &'a [&'a [Exposure]],
    /// Stated and planned effort of the last week's working sets.
    pub efforts: &'a [(Rir, Rir)],
    /// Reps done and the least of the range, of the last week's working sets.
    pub reps: &'a [(u8, u8)],
    /// Joint pains of the last week, 0-10.
    pub pains: &'a [u8],
}

/// Every sign there is.
///
/// ```
/// use legwork::domain::{calendar::Day, recovery::{Load, RecoveryLog, Sign, signs}, units::Rir};
/// let load = Load { efforts: &[(Rir::ZERO, Rir::TWO); 6], pains: &[4], ..Load::default() };
/// let found = signs(&load, &Default::default(), &RecoveryLog::default(), Day::EPOCH);
/// assert_eq!(found, [Sign::Effort, Sign::Pain]);
/// ```
pub fn signs(
    load: &Load<'_>,
    nights: &OrderedMap<Day, Minutes>,
    mornings: &RecoveryLog,
    today: Day,
) -> Vec<Sign> {
    let weaker = load.exercises.iter().filter(|exposures| fell(exposures)).count();
    let severe = sleep(nights, today).is_ok_and(|sleep| sleep.standing == SleepStanding::Severe);
    let week = mornings.days.range(today.plus(1 - NIGHTS.0)..=today);
    let worn = week
        .filter(|(_, morning)| {
            morning.soreness == Some(Soreness::Strong) || morning.readiness == Some(Readiness::Low)
        })
        .count();
    let mut found = Vec::new();
    for (applies, sign) in [
        (weaker >= STRENGTH_FALL.1, Sign::Strength),
        (drift(load.efforts).is_some_and(|drift| drift <= EFFORT_DRIFT), Sign::Effort),
        (load.pains.iter().any(|score| pain_advice(*score, false) > PainAdvice::Continue), Sign::Pain),
        (severe, Sign::Sleep),
        (missed(load.reps), Sign::MissedReps),
        (worn >= WORN_MORNINGS, Sign::Worn),
    ] {
        if applies {
            found.push(sign);
        }
    }
    found
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

/// How far stated effort is from planned, reps; negative is nearer to failure. None from fewer than six sets.
///
/// ```
/// use legwork::domain::{recovery::drift, units::Rir};
/// assert_eq!(drift(&[(Rir::ONE, Rir::TWO); 6]), Some(-1.0));
/// assert_eq!(drift(&[(Rir::ONE, Rir::TWO); 5]), None);
/// ```
pub fn drift(efforts: &[(Rir, Rir)]) -> Option<f64> {
    let sum: f64 = efforts.iter().map(|(stated, planned)| stated.value() - planned.value()).sum();
    (efforts.len() >= SETS_MIN).then(|| sum / efforts.len() as f64)
}

/// Whether the newest two exposures are each 3 % below the middle of the three before.
fn fell(exposures: &[Exposure]) -> bool {
    let best = |exposure: &Exposure| exposure.sets.iter().filter_map(strength::estimate).max();
    let estimates: Vec<Kg> =
        exposures.iter().take(STRENGTH_FALL.2 + STRENGTH_BEFORE).filter_map(best).collect();
    let Some((new, old)) = estimates.split_at_checked(STRENGTH_FALL.2) else { return false };
    // Whole grams are exact as floats.
    let mut old: Vec<f64> = old.iter().map(|kg| f64::from(kg.grams())).collect();
    let Some(middle) = median(&mut old).filter(|_| old.len() == STRENGTH_BEFORE) else { return false };
    let least = middle * (100.0 - STRENGTH_FALL.0);
    new.iter().all(|one| f64::from(one.grams()) * 100.0 <= least)
}

fn missed(reps: &[(u8, u8)]) -> bool {
    let below = reps.iter().filter(|(done, least)| done < least).count();
    reps.len() >= SETS_MIN && below as f64 >= MISSED_SHARE * reps.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::training::{Effort, SetEntry};
    use crate::domain::units::Reps;

    fn exposures(loads: &[f64]) -> Vec<Exposure> {
        let set = |kg: &f64| {
            SetEntry::work(
                Kg::from_kg(*kg).unwrap(),
                Reps::try_new(5).unwrap(),
                Effort { rir: Some(Rir::ONE), confirmed: true },
            )
        };
        loads.iter().map(|kg| Exposure { day: Day::EPOCH, sets: vec![set(kg)] }).collect()
    }

    fn found(load: &Load<'_>) -> Vec<Sign> {
        signs(load, &OrderedMap::new(), &RecoveryLog::default(), Day::EPOCH)
    }

    #[test]
    fn strength_has_to_fall_twice_in_two_exercises() {
        let weak = exposures(&[96.0, 97.0, 101.0, 100.0, 99.0]);
        let once = exposures(&[96.0, 99.0, 101.0, 100.0, 99.0]);
        let short = exposures(&[90.0, 90.0, 100.0, 100.0]);
        let lists = |all: &[&[Exposure]]| found(&Load { exercises: all, ..Load::default() });
        assert_eq!(lists(&[&weak, &weak]), [Sign::Strength]);
        assert_eq!(lists(&[&weak, &once]), []);
        assert_eq!(lists(&[&weak, &short, &[]]), []);
    }

    #[test]
    fn a_planned_hard_week_is_no_drift() {
        let as_planned = [(Rir::ZERO, Rir::ZERO); 9];
        assert_eq!(found(&Load { efforts: &as_planned, ..Load::default() }), []);
        let nearer = [(Rir::ZERO, Rir::TWO); 9];
        assert_eq!(found(&Load { efforts: &nearer, ..Load::default() }), [Sign::Effort]);
    }

    #[test]
    fn a_quarter_of_the_sets_below_the_range_is_a_sign() {
        let mut reps = [(8, 8); 8];
        reps[0].0 = 7;
        assert_eq!(found(&Load { reps: &reps, ..Load::default() }), []);
        reps[1].0 = 7;
        assert_eq!(found(&Load { reps: &reps, ..Load::default() }), [Sign::MissedReps]);
        assert_eq!(found(&Load { reps: &[(1, 8); 5], ..Load::default() }), []);
    }

    #[test]
    fn little_pain_is_no_sign() {
        assert_eq!(found(&Load { pains: &[3, 2, 3], ..Load::default() }), []);
        assert_eq!(found(&Load { pains: &[0, 4], ..Load::default() }), [Sign::Pain]);
    }

    #[test]
    fn the_edges_of_sleep_are_inside() {
        let today = Day::EPOCH.plus(30);
        let of = |minutes: i64| {
            let nights = (0..7).map(|back| (today.plus(-back), Minutes::saturating(minutes))).collect();
            sleep(&nights, today).unwrap().standing
        };
        use SleepStanding::{Enough, Long, Severe, Short};
        assert_eq!([359, 360, 419, 420, 540, 541].map(of), [Severe, Short, Short, Enough, Enough, Long]);
        let old: OrderedMap<Day, Minutes> =
            (7..20).map(|back| (today.plus(-back), Minutes::saturating(300))).collect();
        assert_eq!(sleep(&old, today), Err(TooFewNights { have: 0, want: 4 }));
        let ahead: OrderedMap<Day, Minutes> =
            (1..9).map(|at| (today.plus(at), Minutes::saturating(300))).collect();
        assert!(sleep(&ahead, today).is_err());
    }

    #[test]
    fn bad_nights_and_worn_mornings_together_ask_for_a_lighter_week() {
        let today = Day::EPOCH.plus(30);
        let nights: OrderedMap<Day, Minutes> =
            (0..5).map(|back| (today.plus(-back), Minutes::saturating(330))).collect();
        let mut mornings = RecoveryLog::default();
        let low = Morning { readiness: Some(Readiness::Low), ..Morning::default() };
        let sore = Morning { soreness: Some(Soreness::Strong), ..Morning::default() };
        mornings.days.insert(today, low);
        mornings.days.insert(today.plus(-2), sore);
        let two = signs(&Load::default(), &nights, &mornings, today);
        assert_eq!((two.as_slice(), deload(2, &two)), (&[Sign::Sleep][..], Deload::No));
        mornings.days.insert(today.plus(-6), low);
        let all = signs(&Load::default(), &nights, &mornings, today);
        assert_eq!((all.as_slice(), deload(2, &all)), (&[Sign::Sleep, Sign::Worn][..], Deload::Signs));
    }

    #[test]
    fn merging_keeps_both_and_asks_who_wins() {
        let mut mine = RecoveryLog::default();
        let mut theirs = RecoveryLog::default();
        let ready = |readiness| Morning { readiness: Some(readiness), ..Morning::default() };
        mine.days.insert(Day::EPOCH, ready(Readiness::Low));
        theirs.days.insert(Day::EPOCH, ready(Readiness::High));
        theirs.days.insert(Day::EPOCH.plus(1), ready(Readiness::Usual));
        let mut kept = mine.clone();
        kept.merge(&theirs, false);
        assert_eq!((kept.days.len(), kept.days.get(&Day::EPOCH)), (2, Some(&ready(Readiness::Low))));
        mine.merge(&theirs, true);
        assert_eq!(mine.days.get(&Day::EPOCH), Some(&ready(Readiness::High)));
    }
}
