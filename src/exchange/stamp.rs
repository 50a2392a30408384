//! Days and times as other apps write them; it does not know which column they stand in.

use super::spelling::fold;
use crate::domain::calendar::Day;

/// The person's clock: how many minutes it is ahead of UTC at a moment in milliseconds since 1970, for it is another
/// in summer.
pub type Zone = fn(i64) -> i32;

/// A moment as a file says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The local day.
    pub day: Day,
    /// The second of that day.
    pub second: u32,
    /// Milliseconds since 1970 UTC, where the file says how far its clock was from UTC.
    pub instant: Option<i64>,
}

impl Stamp {
    /// The local moment as if it were UTC, in seconds since 1970.
    pub fn local(self) -> i64 {
        self.day.number() * 86_400 + i64::from(self.second)
    }
}

/// A local day and time: `2021-02-10 16:46:13`, with `T`, without seconds or without a time.
pub(super) fn local(text: &str) -> Option<Stamp> {
    let (day, time) = text.split_once([' ', 'T']).unwrap_or((text, "00:00:00"));
    let second = clock(time, 2)?;
    Some(Stamp { day: Day::parse(day).ok()?, second, instant: None })
}

/// A day and time that may end in fractions of a second and in how far the clock was from UTC: `Z`, `+02:00`,
/// ` +0000`. What is in UTC is put onto the person's own clock.
pub(super) fn zoned(text: &str, zone: Zone) -> Option<Stamp> {
    let (text, ahead) = match text.strip_suffix('Z') {
        Some(text) => (text, Some(0)),
        None => {
            // The sign of an offset stands behind the time; those of the date stand before it.
            let from = text.find([':', 'T']).unwrap_or(text.len());
            let sign = text.get(from..).and_then(|tail| tail.rfind(['+', '-'])).map(|at| from + at);
            match sign.and_then(|at| text.split_at_checked(at)) {
                Some((text, offset)) => (text.trim_end(), Some(minutes(offset)?)),
                None => (text, None),
            }
        }
    };
    let (whole, millis) = match text.split_once('.') {
        Some((whole, digits)) => (whole, fraction(digits)?),
        None => (text, 0),
    };
    let stamp = local(whole)?;
    let Some(ahead) = ahead else { return Some(stamp) };
    let utc = stamp.local() - i64::from(ahead) * 60;
    let moment = utc * 1000 + millis;
    let instant = Some(moment);
    if ahead != 0 {
        return Some(Stamp { instant, ..stamp });
    }
    let here = utc + i64::from(zone(moment)) * 60;
    let day = Day::from_number(here.div_euclid(86_400)).ok()?;
    Some(Stamp { day, second: u32::try_from(here.rem_euclid(86_400)).ok()?, instant })
}

/// A day with its month as a word, and a time: `7 Apr 2026, 10:14`, `5 Mai 2026, 18:02`, `Apr 7, 2026, 6:14 PM`.
pub(super) fn spoken(text: &str) -> Option<Stamp> {
    let (date, time) = text.rsplit_once([',', ' ']).filter(|(_, time)| time.contains(':')).or_else(|| {
        // A half of the day behind the time.
        let at = text.rfind(',')?;
        text.split_at_checked(at).map(|(date, time)| (date, time.trim_start_matches(',')))
    })?;
    let second = half_day(time)?;
    let (mut day, mut month, mut year) = (None, None, None);
    for word in fold(date).split(' ').filter(|word| !matches!(*word, "de" | "del" | "")) {
        if !word.starts_with(|first: char| first.is_ascii_digit()) {
            month = Some(month_of(word).filter(|_| month.is_none())?);
        } else if word.len() == 4 {
            year = Some(word.parse().ok().filter(|_| year.is_none())?);
        } else {
            day = Some(word.parse().ok().filter(|_| day.is_none())?);
        }
    }
    Some(Stamp { day: Day::try_new(year?, month?, day?).ok()?, second, instant: None })
}

/// Seconds of `10:14`, `10:14:30`; each part but the first has two digits, the first at least `digits`.
pub(super) fn clock(time: &str, digits: usize) -> Option<u32> {
    let (mut second, mut parts) = (0, 0_usize);
    for (part, limit) in time.split(':').zip([24, 60, 60, 0]) {
        let long = part.len() == 2 || (parts == 0 && part.len() >= digits && !part.is_empty());
        if !long || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let value: u32 = part.parse().ok()?;
        if value >= limit {
            return None;
        }
        second = second * 60 + value;
        parts += 1;
    }
    match parts {
        2 => Some(second * 60),
        3 => Some(second),
        _ => None,
    }
}

/// A time that may say which half of the day it is in.
fn half_day(time: &str) -> Option<u32> {
    let time = time.trim().to_ascii_lowercase();
    let (time, half) = match (time.strip_suffix("am"), time.strip_suffix("pm")) {
        (Some(time), _) => (time, Some(0)),
        (_, Some(time)) => (time, Some(43_200)),
        _ => (time.as_str(), None),
    };
    let second = clock(time.trim_end(), 1)?;
    match half {
        None => Some(second),
        Some(_) if !(3_600..46_800).contains(&second) => None,
        Some(half) => Some(second % 43_200 + half),
    }
}

/// The month of a word in the languages apps write them in, long or cut short.
fn month_of(word: &str) -> Option<u32> {
    let short = word.get(..3)?;
    Some(match short {
        "jan" | "ene" | "gen" => 1,
        "feb" | "fev" => 2,
        "mar" | "mrz" | "mrt" | "maa" => 3,
        "apr" | "abr" | "avr" => 4,
        "may" | "mai" | "mag" | "mei" | "maj" => 5,
        "jun" | "giu" => 6,
        "jul" | "lug" => 7,
        // June and July begin alike in French.
        "jui" if word.starts_with("juin") => 6,
        "jui" if word.starts_with("juil") => 7,
        "aug" | "ago" | "aou" => 8,
        "sep" | "set" => 9,
        "oct" | "okt" | "ott" | "out" => 10,
        "nov" => 11,
        "dec" | "dez" | "dic" | "des" => 12,
        _ => return None,
    })
}

/// Milliseconds of the digits behind the point.
fn fraction(digits: &str) -> Option<i64> {
    if digits.is_empty() || digits.len() > 9 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut millis = 0;
    for place in 0..3 {
        millis = millis * 10 + digits.as_bytes().get(place).map_or(0, |digit| i64::from(digit - b'0'));
    }
    Some(millis)
}

/// Minutes of `+02:00`, `-0530`.
fn minutes(offset: &str) -> Option<i32> {
    let sign = if offset.starts_with('-') { -1 } else { 1 };
    let digits: String = offset.get(1..)?.chars().filter(|one| *one != ':').collect();
    if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i32 = digits.parse().ok()?;
    let (hours, rest) = (number / 100, number % 100);
    // The farthest clocks are 14 hours from UTC.
    if hours > 14 || rest > 59 { None } else { Some(sign * (hours * 60 + rest)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(stamp: Option<Stamp>) -> Option<(String, u32)> {
        stamp.map(|stamp| (stamp.day.to_string(), stamp.second))
    }

    #[test]
    fn starts_are_local_iso_times() {
        let at = |text| plain(local(text));
        assert_eq!(at("2021-02-10 16:46:13"), Some(("2021-02-10".into(), 60_373)));
        assert_eq!(at("2021-02-10T16:46"), Some(("2021-02-10".into(), 60_360)));
        assert_eq!(at("2021-02-10"), Some(("2021-02-10".into(), 0)));
        for bad in [
            "",
            "10.02.2021",
            "2021-02-30 10:00:00",
            "2021-02-10 24:00:00",
            "2021-02-10 10:00:60",
            "2021-02-10 10",
            "2021-02-10 10:00:00:00",
            "2021-02-10 10:00:00Z",
            "2021-02-10 ",
            "2021-02-10 1:00:00",
        ] {
            assert_eq!(at(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_moment_in_utc_falls_on_the_persons_own_day() {
        let at = |text, zone: Zone| zoned(text, zone).map(|s| (s.day.to_string(), s.second, s.instant));
        let instant = Some(1_772_328_600_500);
        assert_eq!(at("2026-03-01T01:30:00.500Z", |_| 0), Some(("2026-03-01".into(), 5_400, instant)));
        assert_eq!(at("2026-03-01T01:30:00.500Z", |_| -480), Some(("2026-02-28".into(), 63_000, instant)));
        assert_eq!(
            at("2026-03-01 01:30:00 +0000", |_| 60),
            Some(("2026-03-01".into(), 9_000, Some(1_772_328_600_000)))
        );
        // Where the file says the local time, it is that, wherever the person is now.
        assert_eq!(at("2026-03-01T03:30:00.5+02:00", |_| -480), Some(("2026-03-01".into(), 12_600, instant)));
        assert_eq!(at("2026-03-01T03:30:00", |_| 60), Some(("2026-03-01".into(), 12_600, None)));
        for bad in
            ["", "Z", "2026-03-01T03:30:00.Z", "2026-03-01T03:30:00+2", "2026-03-01T03:30:00+99:00", "+0000"]
        {
            assert_eq!(at(bad, |_| 0), None, "{bad}");
        }
    }

    #[test]
    fn months_are_words_in_many_languages() {
        let at = |text| plain(spoken(text)).map(|(day, _)| day);
        for (text, day) in [
            ("7 Apr 2026, 10:14", "2026-04-07"),
            ("5 Mai 2026, 18:02", "2026-05-05"),
            ("1 Fev 2026, 18:02", "2026-02-01"),
            ("30 Set 2025, 07:00", "2025-09-30"),
            ("9 Out 2025, 07:00", "2025-10-09"),
            ("24 Dez 2025, 07:00", "2025-12-24"),
            ("12 mars 2026, 07:00", "2026-03-12"),
            ("3. März 2026, 07:00", "2026-03-03"),
            ("14 juin 2026, 07:00", "2026-06-14"),
            ("14 juil. 2026, 07:00", "2026-07-14"),
            ("2 août 2026, 07:00", "2026-08-02"),
            ("6 de ene. de 2026, 07:00", "2026-01-06"),
            ("Apr 7, 2026, 6:14 PM", "2026-04-07"),
        ] {
            assert_eq!(at(text).as_deref(), Some(day), "{text}");
        }
        assert_eq!(plain(spoken("7 Apr 2026, 10:14")).map(|s| s.1), Some(36_840));
        assert_eq!(plain(spoken("Apr 7, 2026, 12:14 AM")).map(|s| s.1), Some(840));
        assert_eq!(plain(spoken("Apr 7, 2026, 6:14 pm")).map(|s| s.1), Some(65_640));
        for bad in [
            "",
            "7 Apr 2026",
            "7 4 2026, 10:14",
            "31 Apr 2026, 10:14",
            "Apr 2026, 10:14",
            "7 Juu 2026, 10:14",
        ] {
            assert_eq!(at(bad), None, "{bad}");
        }
    }
}
