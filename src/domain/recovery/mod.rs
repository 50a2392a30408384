//! Sleep, soreness and readiness, and the signs that together ask for a lighter week; not how that week is
//! planned.

pub mod nights;
mod signs;

pub use signs::{Deload, SIGNS_MIN, Sign, Strain, WORN_MORNINGS, deload, signs, worn};

use super::calendar::Day;
use super::ordered::OrderedMap;
use super::units::Minutes;

/// Hours of sleep: a severe lack below the first, enough from the second on, and to the third. Source: science
/// A39 (s004: 7-9 h), D.
pub const SLEEP_HOURS: (f64, f64, f64) = (6.0, 7.0, 9.0);
/// The nights that a sign is read from, and how many of them have to be known. Source: C (science D, charts: 7
/// days).
const NIGHTS: (i64, usize) = (7, 4);
/// A night outside these hours is a slip of the finger. Source: C.
pub const NIGHT_HOURS: (f64, f64) = (1.0, 16.0);
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

/// How what hurt in a session is the morning after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum PainSince {
    Better,
    Same,
    Worse,
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
    /// What hurt in the session of the day before.
    pub pain: Option<PainSince>,
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
pub fn sleep(known: &OrderedMap<Day, Minutes>, today: Day) -> Result<Sleep, TooFewNights> {
    let (mut minutes, mut count) = (0.0, 0);
    for (_, night) in known.range(today.plus(1 - NIGHTS.0)..=today) {
        let length = f64::from(night.get());
        if nights::is_night(length / 60.0) {
            minutes += length;
            count += 1;
        }
    }
    if count < NIGHTS.1 {
        return Err(TooFewNights { have: count, want: NIGHTS.1 });
    }
    let hours = minutes / 60.0 / count as f64;
    Ok(Sleep { hours, nights: count, standing: standing(hours) })
}

/// How so many hours of sleep stand to 7-9, a night's or a mean.
///
/// ```
/// use legwork::domain::recovery::{SleepStanding, standing};
/// assert_eq!([standing(6.9), standing(7.0), standing(9.1)], [SleepStanding::Short, SleepStanding::Enough, SleepStanding::Long]);
/// ```
pub fn standing(hours: f64) -> SleepStanding {
    if hours < SLEEP_HOURS.0 {
        SleepStanding::Severe
    } else if hours < SLEEP_HOURS.1 {
        SleepStanding::Short
    } else if hours <= SLEEP_HOURS.2 {
        SleepStanding::Enough
    } else {
        SleepStanding::Long
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let slips: OrderedMap<Day, Minutes> = (0..7)
            .map(|back| (today.plus(-back), Minutes::saturating(if back < 4 { 450 } else { 7 })))
            .collect();
        assert_eq!(sleep(&slips, today).map(|sleep| (sleep.nights, sleep.standing)), Ok((4, Enough)));
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
        let two = signs(&Strain::default(), &nights, &mornings, today);
        assert_eq!((two.as_slice(), deload(2, &two)), (&[Sign::Sleep][..], Deload::No));
        mornings.days.insert(today.plus(-6), low);
        let all = signs(&Strain::default(), &nights, &mornings, today);
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
