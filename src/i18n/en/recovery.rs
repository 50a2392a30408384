//! The words of sleep and recovery over weeks.

use super::count::many;
use crate::domain::recovery::nights::{MONTH_NIGHTS, Month};
use crate::domain::recovery::{
    Morning, Readiness, SIGNS_MIN, Sleep, SleepQuality, SleepStanding, Soreness, TooFewNights, WORN_MORNINGS,
};
use crate::i18n::Locale;
use crate::i18n::en::today;

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Sleep and recovery";
    pub const NO_SIGN: &str = "No sign that recovery lags behind.";
    pub const WHY: &str = "What is it used for?";
    pub const HEADS: [&str; 5] = ["Morning", "Slept, h", "Night", "Legs sore", "Ready"];
    pub const MARKS: &str = "Dots are nights, the line is the mean of seven, the band 7 to 9 hours.";
}
pub use plain::*;

/// The last seven nights, behind their hours.
pub fn week(found: &Sleep) -> String {
    let standing = match found.standing {
        SleepStanding::Severe => "far below 7–9 h",
        SleepStanding::Short => "below 7–9 h",
        SleepStanding::Enough => "within 7–9 h",
        SleepStanding::Long => "above 7–9 h",
    };
    format!("h a night, the mean of {} of the last 7: {standing}", found.nights)
}

/// Too few nights of the last seven.
pub fn too_few(found: TooFewNights) -> String {
    format!("Log {} nights of seven, and their mean stands here. So far: {}.", found.want, found.have)
}

/// Four weeks, as the diagnosis takes them.
pub fn month(found: &Month, locale: &Locale) -> String {
    match found.mean {
        None => format!(
            "What holds you back is judged from {MONTH_NIGHTS} nights in four weeks. So far: {}.",
            found.nights
        ),
        Some((mean, error)) => format!(
            "Four weeks: {} h (± {}) from {} nights. What holds you back counts this below 7 h.",
            locale.number(mean, 1),
            locale.number(error, 1),
            found.nights
        ),
    }
}

/// Worn mornings of the last seven.
pub fn mornings(worn: usize) -> String {
    format!("Very sore or not ready: {worn} of the last 7 mornings. {WORN_MORNINGS} are a sign.")
}

/// How many signs there are, and from how many on a lighter week is offered.
pub fn signs(count: usize) -> String {
    let then = if count >= SIGNS_MIN {
        "Together they ask for a lighter week: Today offers one to a block that is trained."
    } else {
        "Two together ask for a lighter week."
    };
    format!("{} that recovery lags behind. {then}", many(count, "sign"))
}

/// The four weeks in words.
pub fn summary(nights: usize, least: f64, most: f64, locale: &Locale) -> String {
    format!(
        "{} of four weeks, from {} to {} hours",
        many(nights, "night"),
        locale.number(least, 1),
        locale.number(most, 1)
    )
}

/// A morning's answers, a cell each; empty where nothing was said.
pub fn cells(morning: Morning) -> [String; 3] {
    let word = |list: [&str; 3], at: Option<usize>| {
        at.and_then(|at| list.get(at)).map(|word| (*word).to_owned()).unwrap_or_default()
    };
    let night = morning.sleep.map(|one| match one {
        SleepQuality::Poor => 0,
        SleepQuality::Fair => 1,
        SleepQuality::Good => 2,
    });
    let sore = morning.soreness.map(|one| match one {
        Soreness::None => 0,
        Soreness::Some => 1,
        Soreness::Strong => 2,
    });
    let ready = morning.readiness.map(|one| match one {
        Readiness::Low => 0,
        Readiness::Usual => 1,
        Readiness::High => 2,
    });
    [word(today::SLEEP_QUALITIES, night), word(today::SORENESSES, sore), word(today::READINESSES, ready)]
}

/// What it is used for.
pub fn why() -> Vec<String> {
    vec![
        "Growth happens in bed: 7 to 9 hours a night. One lost night cost 18 % of muscle protein synthesis. Source: Lamon 2021.".to_owned(),
        "Less than six hours over a week is one sign that recovery lags behind; three mornings of seven, very sore or not ready, are another. Two signs together, with those of your training, offer a lighter week. Source: our choice, after Rogerson 2024.".to_owned(),
        "A mean below seven hours, from ten nights on, counts among what holds you back, the more the nearer it comes to five and a half.".to_owned(),
        "How a night felt is kept beside its hours. It decides nothing.".to_owned(),
    ]
}
