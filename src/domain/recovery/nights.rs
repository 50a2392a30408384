//! Sleep over weeks: each morning's mean for a drawing, and the four weeks that the diagnosis judges; not what
//! follows from it.

use super::{NIGHT_HOURS, sleep};
use crate::domain::calendar::Day;
use crate::domain::ordered::OrderedMap;
use crate::domain::statistics::mean_and_error;
use crate::domain::units::Minutes;

/// Days that sleep is judged over. Source: science H5 (28 d).
pub const MONTH: i64 = 28;
/// Nights that have to be known of them. Source: science H5.
pub const MONTH_NIGHTS: u32 = 10;

/// Four weeks of sleep.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Month {
    /// Nights that are known.
    pub nights: u32,
    /// Nights that no person has: they are left out.
    pub odd: u32,
    /// Their mean and its standard error, hours; none below ten nights.
    pub mean: Option<(f64, f64)>,
}

/// The four weeks up to this morning.
///
/// ```
/// use legwork::domain::{calendar::Day, recovery::nights::month, units::Minutes};
/// let today = Day::EPOCH.plus(40);
/// let of = |count: i64| month(&(0..count).map(|back| (today.plus(-back), Minutes::saturating(390))).collect(), today);
/// assert_eq!((of(9).nights, of(9).mean), (9, None));
/// assert_eq!((of(40).nights, of(40).mean), (28, Some((6.5, 0.0))));
/// ```
pub fn month(nights: &OrderedMap<Day, Minutes>, today: Day) -> Month {
    let (mut hours, mut odd) = (Vec::new(), 0_u32);
    for (_, night) in nights.range(today.plus(1 - MONTH)..=today) {
        let length = f64::from(night.get()) / 60.0;
        if is_night(length) {
            hours.push(length);
        } else {
            odd += 1;
        }
    }
    let known = u32::try_from(hours.len()).unwrap_or(u32::MAX);
    Month { nights: known, odd, mean: mean_and_error(&hours).filter(|_| known >= MONTH_NIGHTS) }
}

/// Whether a night can be of so many hours.
///
/// ```
/// use legwork::domain::recovery::nights::is_night;
/// assert!(is_night(1.0) && is_night(16.0) && !is_night(0.5) && !is_night(16.5) && !is_night(f64::NAN));
/// ```
pub fn is_night(hours: f64) -> bool {
    (NIGHT_HOURS.0..=NIGHT_HOURS.1).contains(&hours)
}

/// The mean of the seven nights up to each day of `from..=today` that has one, hours.
///
/// ```
/// use legwork::domain::{calendar::Day, recovery::nights::course, units::Minutes};
/// let nights = (0..5).map(|at| (Day::EPOCH.plus(at), Minutes::saturating(420))).collect();
/// assert_eq!(course(&nights, Day::EPOCH, Day::EPOCH.plus(4)), [(Day::EPOCH.plus(3), 7.0), (Day::EPOCH.plus(4), 7.0)]);
/// ```
pub fn course(nights: &OrderedMap<Day, Minutes>, from: Day, today: Day) -> Vec<(Day, f64)> {
    let mean = |(day, _): (&Day, &Minutes)| sleep(nights, *day).ok().map(|sleep| (*day, sleep.hours));
    nights.range(from..=today).filter_map(mean).collect()
}
