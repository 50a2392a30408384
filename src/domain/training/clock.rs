//! Whether the device's clock was changed while a rest ran. A deadline is a moment of that clock; a page also
//! has a steady count of its own, which no change of the clock touches. It knows no browser.

/// Below this a difference is how clocks are, milliseconds. [our choice]
const JITTER: i64 = 1_500;
/// Looks further apart than this were not one watch, milliseconds: the device may have slept. [our choice]
const WATCH_MAX: i64 = 5_000;

/// Both clocks at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The device's clock, milliseconds since 1970 UTC.
    pub wall: i64,
    /// The page's steady count, milliseconds since anything; many devices stop it while they sleep.
    pub steady: i64,
    /// Whether the page was in sight.
    pub in_sight: bool,
}

/// By how much the device's clock was moved between two looks, milliseconds. Set back is always told: no sleep
/// turns a clock back. Set forward looks like a sleep, and is told only of a page that was in sight all the
/// while; else the time is taken to have passed.
///
/// ```
/// use legwork::domain::training::clock::{Look, moved};
/// let look = |wall, steady| Look { wall, steady, in_sight: true };
/// assert_eq!(moved(look(0, 0), look(500, 500)), 0);
/// assert_eq!(moved(look(0, 0), look(-3_599_500, 500)), -3_600_000);
/// assert_eq!(moved(look(0, 0), look(3_600_500, 500)), 3_600_000);
/// ```
pub fn moved(before: Look, now: Look) -> i64 {
    let steady = now.steady.saturating_sub(before.steady);
    let drift = now.wall.saturating_sub(before.wall).saturating_sub(steady);
    let watched = before.in_sight && now.in_sight && steady <= WATCH_MAX;
    if drift.abs() < JITTER || (drift > 0 && !watched) { 0 } else { drift }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sleep_is_time_that_passed_and_a_clock_set_back_is_not() {
        let seen = Look { wall: 1_000_000, steady: 0, in_sight: true };
        let hidden = Look { wall: 1_000_500, steady: 500, in_sight: false };
        // Hidden, then back after ten minutes of which the steady clock saw one second.
        assert_eq!(moved(hidden, Look { wall: 1_600_000, steady: 1_500, in_sight: true }), 0);
        // In sight, but timers did not run for a minute.
        assert_eq!(moved(seen, Look { wall: 1_180_000, steady: 60_000, in_sight: true }), 0);
        // Set back while hidden.
        assert_eq!(moved(hidden, Look { wall: 940_500, steady: 60_500, in_sight: true }), -120_000);
        assert_eq!(moved(seen, Look { wall: 1_001_400, steady: 500, in_sight: true }), 0);
    }
}
