//! Days, weeks and months as the person's own calendar has them; there is no clock here: "now" is handed in.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A local calendar day. A session belongs to the day it started.
///
/// ```
/// use legwork::domain::calendar::Day;
/// let day = Day::parse("2026-11-21").unwrap();
/// assert_eq!((day.plus(10).to_string(), day.weekday().to_string()), ("2026-12-01".into(), "Sat".into()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// Text or numbers that name no day between the years 1900 and 2200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a calendar day")]
pub struct NotADay;

impl Day {
    /// 1 January 1970.
    pub const EPOCH: Self = match NaiveDate::from_ymd_opt(1970, 1, 1) {
        Some(day) => Self(day),
        None => Self(NaiveDate::MIN),
    };

    /// The day of a year, month and day of the month.
    ///
    /// # Errors
    /// [`NotADay`] where the calendar has no such day, or outside 1900-2200.
    pub fn try_new(year: i32, month: u32, day: u32) -> Result<Self, NotADay> {
        if !(1900..=2200).contains(&year) {
            return Err(NotADay);
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self).ok_or(NotADay)
    }

    /// Reads `2026-11-21`.
    ///
    /// # Errors
    /// [`NotADay`] for anything else.
    pub fn parse(text: &str) -> Result<Self, NotADay> {
        let mut parts = text.splitn(3, '-');
        let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NotADay);
        };
        let number = |text: &str| {
            if text.is_empty() || text.len() > 4 || !text.bytes().all(|b| b.is_ascii_digit()) {
                Err(NotADay)
            } else {
                text.parse::<u32>().map_err(|_| NotADay)
            }
        };
        Self::try_new(i32::try_from(number(year)?).map_err(|_| NotADay)?, number(month)?, number(day)?)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The day of the month, from 1.
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The month it is in.
    pub fn month(self) -> Month {
        Month { year: self.0.year(), month: self.0.month() }
    }

    /// The day this many days later (earlier when negative); the calendar's end at its ends.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        let moved = if days >= 0 {
            self.0.checked_add_days(Days::new(days.unsigned_abs()))
        } else {
            self.0.checked_sub_days(Days::new(days.unsigned_abs()))
        };
        moved.map_or(self, Self)
    }

    /// How many days this is after `other`; negative before it.
    pub fn days_since(self, other: Day) -> i64 {
        self.0.signed_duration_since(other.0).num_days()
    }

    /// Days since 1 January 1970: compact and ordered.
    pub fn number(self) -> i64 {
        self.0.signed_duration_since(NaiveDate::default()).num_days()
    }

    /// The day with this [`Day::number`].
    ///
    /// # Errors
    /// [`NotADay`] outside 1900-2200.
    pub fn from_number(number: i64) -> Result<Self, NotADay> {
        if !(-30_000..=90_000).contains(&number) {
            return Err(NotADay);
        }
        let day = Self(NaiveDate::default()).plus(number);
        Self::try_new(day.year(), day.0.month(), day.0.day())
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

/// A calendar month: the shard a session is stored in.
///
/// ```
/// use legwork::domain::calendar::{Day, Month};
/// let month = Day::parse("2026-11-21").unwrap().month();
/// assert_eq!(Month::parse(&month.to_string()), Ok(month));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// Reads `2026-11`.
    ///
    /// # Errors
    /// [`NotADay`] for anything else.
    pub fn parse(text: &str) -> Result<Self, NotADay> {
        if text.len() != 7 {
            return Err(NotADay);
        }
        Day::parse(&format!("{text}-01")).map(Day::month)
    }

    /// Its first day.
    pub fn first(self) -> Day {
        Day::try_new(self.year, self.month, 1).unwrap_or(Day::EPOCH)
    }

    /// Its last day.
    ///
    /// ```
    /// use legwork::domain::calendar::Month;
    /// let february = Month::parse("2024-02").unwrap();
    /// assert_eq!((february.last().to_string(), february.next().to_string()), ("2024-02-29".into(), "2024-03".into()));
    /// assert_eq!(february.next().before(), february);
    /// ```
    pub fn last(self) -> Day {
        self.next().first().plus(-1)
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        self.first().plus(31).month()
    }

    /// The month before it.
    #[must_use]
    pub fn before(self) -> Self {
        self.first().plus(-1).month()
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month of the year, 1-12.
    pub fn month(self) -> u32 {
        self.month
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// A calendar week: seven days from the first weekday that the settings say.
///
/// ```
/// use chrono::Weekday;
/// use legwork::domain::calendar::{Day, Week};
/// let saturday = Day::parse("2026-11-21").unwrap();
/// assert_eq!(Week::of(saturday, Weekday::Mon).first().to_string(), "2026-11-16");
/// assert_eq!(Week::of(saturday, Weekday::Sun).first().to_string(), "2026-11-15");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    first: Day,
}

impl Week {
    /// The week a day is in.
    pub fn of(day: Day, starts_on: Weekday) -> Self {
        let back = day.weekday().days_since(starts_on);
        Self { first: day.plus(-i64::from(back)) }
    }

    /// Its first day.
    pub fn first(self) -> Day {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> Day {
        self.first.plus(6)
    }

    /// The week this many weeks later (earlier when negative).
    #[must_use]
    pub fn plus(self, weeks: i64) -> Self {
        Self { first: self.first.plus(weeks.saturating_mul(7)) }
    }

    /// Whether a day is in it.
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last()
    }

    /// The ISO week number of its Thursday-bearing week, 1-53.
    ///
    /// ```
    /// use legwork::domain::calendar::{Day, Week};
    /// let week = Week::of(Day::parse("2026-12-31").unwrap(), chrono::Weekday::Mon);
    /// assert_eq!(week.iso_number(), 53);
    /// ```
    pub fn iso_number(self) -> u32 {
        self.first.plus(3).0.iso_week().week()
    }
}

/// The moment an action happens: the local day, milliseconds since 1970 UTC, and the offset from UTC.
///
/// ```
/// use legwork::domain::calendar::{Day, Now};
/// let now = Now { day: Day::parse("2026-11-21").unwrap(), millis: 1_795_240_000_000, offset_minutes: 60 };
/// assert_eq!(now.day.to_string(), "2026-11-21");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The local calendar day.
    pub day: Day,
    /// Milliseconds since 1970, UTC.
    pub millis: i64,
    /// Minutes that local time is ahead of UTC.
    pub offset_minutes: i32,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn only_real_days_are_days() {
        for bad in [
            "",
            "2026-02-29",
            "2026-13-01",
            "1899-12-31",
            "2201-01-01",
            "2026-1",
            "+026-01-01",
            "2026-11-21T10:00",
        ] {
            assert!(Day::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(day("2024-02-29").plus(1), day("2024-03-01"));
    }

    #[test]
    fn numbers_come_back_as_the_same_day() {
        for text in ["1970-01-01", "2000-02-29", "2026-11-21", "1900-01-01", "2200-12-31"] {
            assert_eq!(Day::from_number(day(text).number()), Ok(day(text)));
        }
        assert!(Day::from_number(i64::MAX).is_err());
    }

    #[test]
    fn a_week_has_seven_days_whatever_it_starts_on() {
        for starts_on in [Weekday::Mon, Weekday::Sat, Weekday::Sun] {
            let week = Week::of(day("2026-03-29"), starts_on);
            assert_eq!((0..7).filter(|i| week.contains(week.first().plus(*i))).count(), 7);
            assert!(!week.contains(week.first().plus(7)) && !week.contains(week.first().plus(-1)));
        }
    }
}
