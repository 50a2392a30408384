//! The words of the page of progress: its views, the weekly chart, and one muscle over time.

pub mod body;
pub mod coverage;
pub mod effort;
pub mod map;
pub mod strength;

use crate::domain::anatomy::Function;
use crate::domain::calendar::{Day, Week};
use crate::domain::units::SetCount;
use crate::domain::volume::{Column, Counted, Span, Standing, Step, Uncounted};
use crate::i18n::en::calendar::MONTHS;
use crate::i18n::en::count::many;
use crate::i18n::{Locale, week_span};

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Sets per muscle";
    pub const VIEWS: &str = "Views of your progress";
    pub const HARD_SETS: &str = "Hard sets a week";
    pub const EARLIER: &str = "Earlier week";
    pub const LATER: &str = "Later week";
    pub const LATEST: &str = "This week";
    pub const FIRST: &str = "First week";
    pub const ROLLING: &str = "Last 7 days";
    pub const DIRECT: &str = "Direct only";
    pub const TABLE: &str = "Show as table";
    pub const GROUP: &str = "Hard sets by muscle this week";
    pub const HEADS: [&str; 5] = ["Muscle", "Done", "Planned", "Target", "Stands"];
    pub const COLUMN_HEADS: [&str; 6] = ["Time", "Done", "Planned", "Missed", "Change", "Deload"];
    pub const LEGEND: &str = "Solid is done, hatched is still planned. Paler: effort nobody confirmed.";
    pub const COLUMNS_LEGEND: &str = "Solid is done, hatched still planned, broken with a cross missed. D is a deload week. Tap a column for its sets.";
    pub const MEANS: &str = "Longer columns are the mean of a week, so that the same band holds.";
    pub const OWN_BAND: &str = "Broken lines: your own band. Green: everybody's.";
    pub const FROM: &str = "Where they came from";
    pub const BEHIND: &str = "The sets";
    pub const NOTHING: &str = "Nothing logged here.";
    pub const EMPTY: &str = "Log a session, or bring your old log along, and it shows here.";
    pub const NO_LEGS: &str =
        "Your log has no leg work yet: what trains nothing of the legs is kept, and counts nothing here.";
    pub const IMPORT: &str = "Bring a log along";
    pub const RAMP: &str = "More than 10 % and a whole set over the working week before: that is fast.";
    pub const WHY: &str = "Why this count?";
    pub const SPAN: &str = "How far back";
    pub const PART: &str = "What is counted";
    pub const WHOLE: &str = "Whole";
    pub const PICK: &str = "Column to look at";
    pub const DELOAD: &str = "D";
    pub const YES: &str = "yes";
    pub const EXPORT: &str = "Take it with you";
    pub const SVG: &str = "SVG";
    pub const PNG: &str = "Picture";
    pub const CSV: &str = "Table (CSV)";
    pub const SAVE_SVG: &str = "Save the drawing as SVG";
    pub const SAVE_PNG: &str = "Save the drawing as PNG picture";
    pub const SAVE_CSV: &str = "Save the numbers as CSV table";
    pub const DIRECT_WORK: &str = "direct";
    pub const INDIRECT_WORK: &str = "indirect";
    pub const ALL_SESSIONS: &str = "All sessions";
}
pub use plain::*;

/// The heading of each view: sets, map, strength, effort, coverage, body.
pub const TITLES: [&str; 6] =
    [TITLE, "Leg map", "Estimated strength", "Effort", "Coverage and rhythm", "Body"];
/// The same, short.
pub const VIEW_NAMES: [&str; 6] = ["Sets", "Map", "Strength", "Effort", "Coverage", "Body"];

/// `Week 47 · 16–22 Nov`; the last seven days have no number.
pub fn week(week: Week, this_year: i32, rolling: bool) -> String {
    let span = week_span(week, this_year);
    if rolling { format!("7 days · {span}") } else { format!("Week {} · {span}", week.iso_number()) }
}

/// How far back.
pub const fn span(span: Span) -> &'static str {
    match span {
        Span::Weeks => "Weeks",
        Span::Months => "Months",
        Span::AllTime => "All time",
    }
}

/// What is counted, with a capital.
pub fn counted(counted: Counted) -> String {
    match counted {
        Counted::Muscle(muscle) => super::names::muscle(muscle).to_owned(),
        Counted::Function(function) => {
            let muscle = super::names::muscle(function.muscle());
            format!("{muscle}: {}", super::names::function(function))
        }
    }
}

/// `Quads, 12 weeks`.
pub fn over(what: &str, span: Span) -> String {
    match span {
        Span::Weeks => format!("{what}, 12 weeks"),
        Span::Months => format!("{what}, 12 months"),
        Span::AllTime => format!("{what}, all time"),
    }
}

fn month_name(day: Day) -> &'static str {
    MONTHS.get(day.month().month() as usize - 1).copied().unwrap_or_default()
}

/// The time of a column: `16–22 Nov`, `Nov 2026`, `Jan–Mar 2026`, `2026`.
pub fn column(step: Step, column: &Column, this_year: i32) -> String {
    let year = column.to.year();
    match step {
        Step::Week => week_span(Week::of(column.from, column.from.weekday()), this_year),
        Step::Months(1) => format!("{} {year}", month_name(column.to)),
        Step::Months(12) => year.to_string(),
        Step::Months(_) => format!("{}–{} {year}", month_name(column.from), month_name(column.to)),
    }
}

/// The short word under a column.
pub fn tick(step: Step, column: &Column, this_year: i32) -> String {
    match step {
        Step::Week if column.from.year() == this_year => {
            format!("{} {}", column.from.day_of_month(), month_name(column.from))
        }
        Step::Week => {
            format!("{} {} {}", column.from.day_of_month(), month_name(column.from), column.from.year())
        }
        Step::Months(12) => column.to.year().to_string(),
        Step::Months(_) => format!("{} {}", month_name(column.from), column.from.year()),
    }
}

/// A column in words.
pub fn said(time: &str, column: &Column, locale: &Locale) -> String {
    let mut text = format!("{time}: {} done", sets(column.done, locale));
    for (count, word) in [(column.planned, "still planned"), (column.missed, "missed")] {
        if count > SetCount::ZERO {
            text.push_str(&format!(", {} {word}", locale.sets(count)));
        }
    }
    if column.deload {
        text.push_str(", deload");
    }
    text
}

/// `1 set`, `6.5 sets`.
pub fn sets(sets: SetCount, locale: &Locale) -> String {
    if sets == SetCount::ONE { "1 set".to_owned() } else { format!("{} sets", locale.sets(sets)) }
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
pub fn row(done: SetCount, planned: SetCount, band: (u8, u8), verdict: &str, locale: &Locale) -> String {
    let more = if planned > SetCount::ZERO {
        format!(", {} still planned", locale.sets(planned))
    } else {
        String::new()
    };
    format!("{} done{more}, target {} to {}, {verdict}", sets(done, locale), band.0, band.1)
}

/// `+6 % on the week before`.
pub fn change(percent: f64, step: Step, locale: &Locale) -> String {
    let before = if step == Step::Week { "the week" } else { "the time" };
    format!("{} % on {before} before", locale.signed(percent, 0))
}

/// `+6 %`, for a table.
pub fn percent(percent: f64, locale: &Locale) -> String {
    format!("{} %", locale.signed(percent, 0))
}

/// `and 14 more in the same time`.
pub fn more(count: usize) -> String {
    format!("and {count} more in the same time")
}

/// What could not be counted; none where everything could.
pub fn uncounted(uncounted: Uncounted) -> Option<String> {
    let Uncounted { others, unknown } = uncounted;
    let one = |count: u32| many(count as usize, "set");
    let mut parts = Vec::new();
    if unknown > 0 {
        parts.push(format!(
            "{} of exercises that nobody has described (tell their muscles under Import or in your plan)",
            one(unknown)
        ));
    }
    if others > 0 {
        parts.push(format!("{} of other work than legs", one(others)));
    }
    (!parts.is_empty()).then(|| format!("Not counted here: {}.", parts.join(", ")))
}

/// The name of an exported file.
pub fn file(what: &str, today: Day, ending: &str) -> String {
    let mut slug = String::new();
    for char in what.chars() {
        if char.is_ascii_alphanumeric() {
            slug.push(char.to_ascii_lowercase());
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    format!("legwork-{}-{today}.{ending}", slug.trim_matches('-'))
}

/// Why sets are counted as they are.
pub fn why() -> Vec<String> {
    vec![
        "A hard set is a working set of 5–30 reps that ended with at most 3 in reserve. With 4 in reserve it counts half, with more not at all; 3–4 reps count half. Warm-ups never count.".to_owned(),
        "The muscle that does the work gets a whole set, one that helps a half. Left and right are one set. A muscle with two functions counts each set once. Source: Pelland 2025.".to_owned(),
        "Effort nobody confirmed counts, and is drawn paler.".to_owned(),
    ]
}
