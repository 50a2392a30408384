//! The words of estimated strength.

use crate::domain::statistics::{Confidence, Formula, NoTrend, Trend};
use crate::domain::training::estimates::LeftOut;
use crate::i18n::Locale;

#[allow(missing_docs)]
mod plain {
    pub const EXERCISE: &str = "Exercise";
    pub const FORMULA: &str = "Formula";
    pub const SPAN: &str = "How far back";
    pub const SPANS: [&str; 3] = ["12 weeks", "A year", "All time"];
    pub const NOW: &str = "newest";
    pub const BEST: &str = "best";
    pub const BODIES: &str = "body weights";
    pub const ALL: &str = "Every time it was done";
    pub const HEADS: [&str; 5] = ["Day", "Estimate", "From", "Trust", "Body weights"];
    pub const NOTHING: &str = "No leg exercise with reps is logged yet.";
    pub const NO_POINTS: &str =
        "Nothing in this time gives an estimate: it takes a load and at most 15 reps, those left included.";
    pub const HIDDEN: &str = "Estimates of a one-rep max are for adults.";
    pub const LEGEND: &str = "Dot: up to 10 reps with effort stated. Ring: effort not confirmed. Cross: 11–15 reps, rough. The shade is where the line lies four times in five.";
    pub const WITH_EFFORT: &str = "Reps in reserve are added to the reps.";
    pub const WITHOUT_EFFORT: &str = "Fewer than four in five sets state their effort: reps in reserve are left out, so that a change of habit does not look like strength.";
    pub const WHY: &str = "Why this estimate?";
    pub const SHEET_HEADS: [&str; 6] = ["Day", "Estimate kg", "Load kg", "Reps", "Reps in reserve", "Trust"];
}
pub use plain::*;

/// A formula.
pub const fn formula(formula: Formula) -> &'static str {
    match formula {
        Formula::Epley => "Epley",
        Formula::Brzycki => "Brzycki",
        Formula::Lombardi => "Lombardi",
        Formula::Wathan => "Wathan",
        Formula::Mayhew => "Mayhew",
        Formula::OConner => "O'Conner",
        Formula::Rts => "RTS table",
    }
}

/// How far a point can be trusted.
pub const fn trust(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Good => "good",
        Confidence::Fair => "fair: effort not confirmed",
        Confidence::Low => "rough: over 10 reps",
    }
}

/// The trend, or why there is none.
pub fn trend(found: Result<&Trend, NoTrend>, locale: &Locale) -> String {
    match found {
        Ok(trend) => {
            let number = |value: f64| locale.signed(value, 2);
            let (low, high) = (number(trend.slope.low), number(trend.slope.high));
            let slope = number(trend.slope.slope);
            if trend.is_sure() {
                format!("{slope} % a week; four times in five it lies between {low} and {high} %.")
            } else {
                format!("No sure trend: {slope} % a week, but anything from {low} to {high} % fits as well.")
            }
        }
        Err(NoTrend::Few(have, want)) => {
            format!("No trend yet: {have} of the {want} days that it takes.")
        }
        Err(NoTrend::Short(have, want)) => format!(
            "No trend yet: {} of the {} days that it must span.",
            locale.number(have, 0),
            locale.number(want, 0)
        ),
    }
}

/// What is seen.
pub fn summary(exercise: &str, from: &str, to: &str, count: usize) -> String {
    format!("Estimated one-rep max of {exercise}, {count} points, from {from} to {to}")
}

/// `1.62`.
pub fn bodies(bodies: f64, locale: &Locale) -> String {
    locale.number(bodies, 2)
}

/// What was left out; none where nothing was.
pub fn left_out(left_out: LeftOut) -> Option<String> {
    let LeftOut { beyond, wild, deload } = left_out;
    let count = |count: u32, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        more => Some(format!("{more} {many}")),
    };
    let parts: Vec<String> = [
        count(
            beyond,
            "set without a load or with too many reps",
            "sets without a load or with too many reps",
        ),
        count(wild, "day that cannot be right", "days that cannot be right"),
        count(deload, "day of a deload", "days of a deload"),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| format!("Not used: {}.", parts.join(", ")))
}

/// Where the estimate comes from.
pub fn why() -> Vec<String> {
    vec![
        "A set of ten done with two left is worth a set of twelve to the end. A formula turns load and reps into the load of one rep. Up to ten reps it is within a few percent, beyond fifteen it says nothing. Source: Reynolds 2006.".to_owned(),
        "The line is the median of all slopes between two days (Theil–Sen), so that no single odd day bends it; whether it is a trend the order of the days says (Mann–Kendall).".to_owned(),
        "Compare an exercise with itself only, and stay with one formula.".to_owned(),
    ]
}
