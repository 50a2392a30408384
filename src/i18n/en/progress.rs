//! The words of the weekly chart.

use crate::domain::anatomy::Function;
use crate::domain::calendar::Week;
use crate::domain::units::SetCount;
use crate::domain::volume::Standing;
use crate::i18n::{Locale, week_span};

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Sets per muscle";
    pub const HARD_SETS: &str = "Hard sets, target 10–20";
    pub const EARLIER: &str = "Earlier week";
    pub const LATER: &str = "Later week";
    pub const LATEST: &str = "This week";
    pub const FIRST: &str = "First week";
    pub const HALF: &str = "indirect ½";
    pub const DIRECT: &str = "direct only";
    pub const TABLE: &str = "Show as table";
    pub const GROUP: &str = "Hard sets by muscle this week";
    pub const HEADS: [&str; 5] = ["Muscle", "Done", "Planned", "Target", "Stands"];
    pub const WEEK: &str = "Week";
    pub const SETS: &str = "Sets";
    pub const LEGEND: &str = "Solid is done, hatched is still planned. Paler: effort nobody confirmed.";
    pub const DELOADS: &str = "Hatched columns are deload weeks.";
    pub const FROM: &str = "Where they came from";
    pub const NOTHING: &str = "Nothing logged in this week.";
    pub const EMPTY: &str = "Log a session, or bring your old log along, and it shows here.";
    pub const IMPORT: &str = "Bring a log along";
    pub const RAMP: &str = "More than 10 % and a whole set over the week before: that is fast.";
    pub const WHY: &str = "Why this count?";
    pub const MINE: &str = "your band";
}
pub use plain::*;

/// `Week 47 · 16–22 Nov`.
pub fn week(week: Week, this_year: i32) -> String {
    format!("Week {} · {}", week.iso_number(), week_span(week, this_year))
}

/// `hip 4 of 7`.
pub fn function(function: Function, done: SetCount, whole: SetCount, locale: &Locale) -> String {
    let name = super::names::function(function);
    if whole > done {
        format!("{name} {} of {}", locale.sets(done), locale.sets(whole))
    } else {
        format!("{name} {}", locale.sets(done))
    }
}

/// How a muscle stands.
pub fn stands(standing: Standing) -> String {
    match standing {
        Standing::Below => "below the band".to_owned(),
        Standing::InBand => "in the band".to_owned(),
        Standing::Above => "above the band".to_owned(),
        Standing::Uncovered(function) => {
            format!("in the band, but {} is short", super::names::function(function))
        }
    }
}

/// A muscle's row in one sentence.
pub fn row(done: &str, planned: SetCount, band: (u8, u8), verdict: &str, locale: &Locale) -> String {
    let more = if planned > SetCount::ZERO {
        format!(", {} still planned", locale.sets(planned))
    } else {
        String::new()
    };
    format!("{done} sets done{more}, target {} to {}, {verdict}", band.0, band.1)
}

/// The heading of a muscle's weeks.
pub fn twelve(muscle: &str) -> String {
    format!("{muscle}, 12 weeks")
}

/// `+6 % on last week`.
pub fn change(percent: f64, locale: &Locale) -> String {
    format!("{} % on the week before", locale.signed(percent, 0))
}

/// Why sets are counted as they are.
pub fn why() -> Vec<String> {
    vec![
        "A hard set is a working set of 5–30 reps that ended with at most 3 in reserve. With 4 in reserve it counts half, with more not at all; 3–4 reps count half. Warm-ups never count.".to_owned(),
        "The muscle that does the work gets a whole set, one that helps a half. Left and right are one set. A muscle with two functions counts each set once. Source: Pelland 2025.".to_owned(),
        "Effort nobody confirmed counts, and is drawn paler.".to_owned(),
    ]
}
