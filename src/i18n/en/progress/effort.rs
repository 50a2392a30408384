//! The words of effort as claimed and as it was.

use crate::domain::diagnosis::EffortSummary;
use crate::domain::exercise::Pattern;
use crate::domain::training::calibration::Trial;
use crate::domain::units::Rir;
use crate::i18n::{Locale, short_day};

#[allow(missing_docs)]
mod plain {
    pub const SPAN: &str = "How far back";
    pub const SPANS: [&str; 3] = ["4 weeks", "12 weeks", "All time"];
    pub const HARD: &str = "of those hard";
    pub const STATED: &str = "state their effort";
    pub const CONFIRMED: &str = "of those confirmed";
    pub const PATTERNS: &str = "Reps in reserve, by movement";
    pub const LEGEND: &str =
        "Ring: as you said. Dot: as it was, by your calibration sets. Green: hard enough to count whole.";
    pub const NO_TRIALS: &str = "No movement is calibrated yet. Two sets to the true end, asked for in your sessions, show how far your word is off.";
    pub const HEADS: [&str; 4] = ["Movement", "Sets", "Said", "As it was"];
    pub const STOPS: &str = "What ended sets early";
    pub const NO_STOPS: &str = "No set of this time says what ended it before the muscle did. It is asked at four or more in reserve.";
    pub const TRIALS: &str = "Calibration sets";
    pub const COMPARED: &str = "Legs against the rest";
    pub const NOTHING: &str = "No working set of the legs in this time.";
    pub const NO_EFFORT: &str = "No set of this time says how many reps were left, so nothing can be said of effort. Logs of other apps often leave it out.";
    pub const UNKNOWN: &str = "not calibrated";
}
pub use plain::*;

/// A movement.
pub const fn pattern(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Squat => "Squats",
        Pattern::Hinge => "Hinges",
        Pattern::Lunge => "Lunges",
        Pattern::LegPress => "Leg press",
        Pattern::KneeExtension => "Leg extensions",
        Pattern::KneeFlexion => "Leg curls",
        Pattern::HipThrust => "Hip thrusts",
        Pattern::StraightKneeCalf => "Calf raises",
        Pattern::BentKneeCalf => "Seated calf raises",
        Pattern::Abduction => "Abduction",
        Pattern::Adduction => "Adduction",
        Pattern::Dorsiflexion => "Toe raises",
        Pattern::Jump => "Jumps",
    }
}

/// `87 %`.
pub fn share(of: u32, all: u32, locale: &Locale) -> String {
    let share = if all == 0 { 0.0 } else { f64::from(of) / f64::from(all) * 100.0 };
    format!("{} %", locale.number(share, 0))
}

/// What is seen in the drawing.
pub fn summary(rows: &[Vec<String>]) -> String {
    let parts: Vec<String> = rows
        .iter()
        .filter_map(|row| match row.as_slice() {
            [name, _, said, was] => Some(format!("{name}: said {said}, {was}")),
            _ => None,
        })
        .collect();
    parts.join(". ")
}

/// One decimal.
pub fn reps(reps: f64, locale: &Locale) -> String {
    locale.number(reps, 1)
}

/// `Sat 21 Nov: Leg press, said 2, had 5`.
pub fn trial(trial: &Trial) -> (String, String) {
    let claimed = match trial.claimed {
        Rir::MAX => "5 or more".to_owned(),
        rir => (rir.get() / 2).to_string(),
    };
    let found = format!("said {claimed}, had {}", trial.further);
    (format!("{} · {}", pattern(trial.pattern), short_day(trial.day)), found)
}

/// Legs against the other work of an imported log; none where there is none with effort.
pub fn compared(summary: &EffortSummary, locale: &Locale) -> Option<String> {
    let (legs, others) = (summary.legs?, summary.others?);
    let text = format!(
        "Legs end with {} left on average, everything else with {}, by your own word.",
        reps(legs, locale),
        reps(others, locale)
    );
    Some(text)
}
