//! The rest that runs after a set; who rests it does not know.

use crate::domain::units::Seconds;

/// How late the end of a rest is still told on a page in sight, milliseconds. [our choice]
const LATE_IN_SIGHT_MS: i64 = 3_000;
/// And out of sight: browsers wake such a page once a minute. Source: Chrome 88, intensive throttling.
const LATE_HIDDEN_MS: i64 = 65_000;

/// A running rest as its end, so that it is right after a reload, a sleep and a changed clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rest {
    /// When it ends, milliseconds since 1970 UTC.
    pub ends_at: i64,
    /// How long it is in all.
    pub length: Seconds,
}

impl Rest {
    /// A rest that starts at this moment.
    pub fn from(millis: i64, length: Seconds) -> Self {
        Self { ends_at: millis.saturating_add(i64::from(length.get()) * 1000), length }
    }

    /// Moves its end; the whole gets longer or shorter by the same. One that is over begins anew with what is
    /// added.
    ///
    /// ```
    /// use legwork::domain::{training::Rest, units::Seconds};
    /// let mut rest = Rest::from(0, Seconds::saturating(90));
    /// rest.lengthen(30, 60_000);
    /// assert_eq!((rest.ends_at, rest.length.get()), (120_000, 120));
    /// rest.lengthen(30, 600_000);
    /// assert_eq!((rest.ends_at, rest.length.get()), (630_000, 30));
    /// ```
    pub fn lengthen(&mut self, seconds: i64, millis: i64) {
        if self.ends_at <= millis {
            *self = Self::from(millis, Seconds::saturating(seconds));
            return;
        }
        self.ends_at = self.ends_at.saturating_add(seconds.saturating_mul(1000));
        self.length = Seconds::saturating(i64::from(self.length.get()).saturating_add(seconds));
    }

    /// The rest as it can be at this moment: no rest has more left than it is long, so a clock that was set
    /// back begins it anew at most.
    ///
    /// ```
    /// use legwork::domain::{training::Rest, units::Seconds};
    /// let rest = Rest::from(3_600_000, Seconds::saturating(90));
    /// assert_eq!(rest.fitted(3_630_000), rest);
    /// assert_eq!(rest.fitted(0).seconds_left(0), 90);
    /// ```
    #[must_use]
    pub fn fitted(self, millis: i64) -> Self {
        let longest = Self::from(millis, self.length);
        if self.ends_at > longest.ends_at { longest } else { self }
    }

    /// Whether its end is to be told now: at the end and shortly after it. A page out of sight is woken once
    /// a minute at most, so it may be late; one that slept for longer startles nobody.
    ///
    /// ```
    /// use legwork::domain::{training::Rest, units::Seconds};
    /// let rest = Rest::from(0, Seconds::saturating(90));
    /// assert_eq!([rest.is_due(89_000, true), rest.is_due(91_000, true), rest.is_due(95_000, true)], [false, true, false]);
    /// assert!(rest.is_due(150_000, false) && !rest.is_due(180_000, false));
    /// ```
    pub fn is_due(self, millis: i64, in_sight: bool) -> bool {
        let late = if in_sight { LATE_IN_SIGHT_MS } else { LATE_HIDDEN_MS };
        (self.ends_at..self.ends_at.saturating_add(late)).contains(&millis)
    }

    /// Whole seconds left, negative once it is over: rounded up, so that it reads 0 only at the end.
    pub fn seconds_left(self, millis: i64) -> i64 {
        (self.ends_at - millis + 999).div_euclid(1000)
    }
}
