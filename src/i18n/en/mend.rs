//! The words of fixes: what one tap would do, why it cannot, what became of it; and what growth to expect.

use super::count::many;
use super::names;
use super::verdict::Names;
use crate::domain::athlete::Experience;
use crate::domain::diagnosis::{Fix, Outcome};
use crate::domain::expectation::{Change, Group, Sample};
use crate::i18n::{Locale, Units, duration, load_text, weekday};

#[allow(missing_docs)]
mod plain {
    pub const SHOW: &str = "Show the fix";
    pub const HIDE: &str = "Leave it";
    pub const TAKE_PLAN: &str = "Change the plan";
    pub const TAKE_FOOD: &str = "Change the target";
    pub const TAKE_RESOLVE: &str = "I will do this";
    pub const FORBIDDEN: &str = "Your safety answers allow no such change.";
    pub const NO_CHANGE: &str = "The plan that runs cannot take this change by itself.";
    pub const BY_HAND: &str = "Change it by hand";
    pub const NO_PLAN: &str = "There is no plan to change yet.";
    pub const GET_PLAN: &str = "Answer and get a plan";
    pub const NO_FIX: &str = "No change of the plan mends this by itself. Look at the sessions, and at what would change the verdict.";
    pub const WEIGHS: &str =
        "An estimate of groups over twelve weeks, never a forecast for you, and nothing beyond.";
    pub const EXPECT_HIDDEN: &str = "Numbers about the body are off, by your answers.";
    pub const EXPECT_UNKNOWN: &str = "Answer the form, and the band for your level stands here.";
}
pub use plain::*;

/// What a fix does, as a sentence that asks.
pub fn fix(fix: &Fix, name: Names<'_>, units: Units, locale: &Locale) -> String {
    let letter = |place: u8| char::from(b'A'.saturating_add(place));
    let sets = |count: u8| many(usize::from(count), "set");
    match fix {
        Fix::SeeClinician => "See a clinician before you train on.".to_owned(),
        Fix::TrainOn(days) => {
            let list: Vec<&str> = days.list().into_iter().map(weekday).collect();
            format!("Plan for the days you really train: {}.", list.join(", "))
        }
        Fix::Calibrate { exercise } => format!(
            "In your next session do the last set of {} for as many reps as there are in good form, and say before how many you think are left. Do that twice, and your word is corrected by it.",
            name(exercise)
        ),
        Fix::Add { exercise, sets: more, session } => {
            format!("{} more of {} in session {}.", sets(*more), name(exercise), letter(*session))
        }
        Fix::Remove { exercise, sets: fewer, session } => {
            format!("{} fewer of {} in session {}.", sets(*fewer), name(exercise), letter(*session))
        }
        Fix::Move { exercise, sets: some, from, to } => format!(
            "{} of {} from session {} to session {}.",
            sets(*some),
            name(exercise),
            letter(*from),
            letter(*to)
        ),
        Fix::Prioritise(muscle) => {
            format!(
                "Plan {} first in every session: they are planned, and do not get done.",
                names::muscle(*muscle).to_ascii_lowercase()
            )
        }
        Fix::Replace { exercise, with } => format!("{} in place of {}.", name(with), name(exercise)),
        Fix::Raise { exercise, from, to } => format!(
            "{}: {} next time, in place of {}.",
            name(exercise),
            load_text(*to, units, locale),
            load_text(*from, units, locale)
        ),
        Fix::RaiseSurplus { from, to } => {
            format!(
                "A surplus of {} kcal a day, in place of {}.",
                locale.number(*to, 0),
                locale.number(*from, 0)
            )
        }
        Fix::EatProtein { from, to } => {
            format!("{} g of protein a day; you log {} g in the mean.", to.get(), from.get())
        }
        Fix::SleepFor(night) => format!("{} in bed asleep, every night that you can.", duration(*night)),
        Fix::Deload => {
            "Half the sets and two or three more reps in reserve for a week. Then the next block.".to_owned()
        }
    }
}

/// A number of the first week that changes, now and then.
pub fn becomes(what: &str, from: &str, to: &str) -> String {
    format!("{what}: {from} becomes {to}")
}

/// The sets of a week.
pub fn weekly(muscle: &str, week: u8) -> String {
    format!("{muscle}, sets in week {}", week + 1)
}

/// The longest session of the week, in minutes.
pub const MINUTES: &str = "Minutes of the longest session";
/// The target.
pub const ENERGY: &str = "Kilocalories a day";
/// The target.
pub const PROTEIN: &str = "Protein a day, grams";

/// When a fix was taken.
pub fn taken(day: &str) -> String {
    format!("You took this up on {day}.")
}

/// What became of a fix.
pub fn outcome(outcome: Outcome) -> String {
    match outcome {
        Outcome::TooSoon(1) => "It can show from tomorrow.".to_owned(),
        Outcome::TooSoon(days) => format!("Too soon to say: look again in {days} days."),
        Outcome::Unknown => "Too little is logged to say whether it worked.".to_owned(),
        Outcome::Gone => "It worked: this is gone.".to_owned(),
        Outcome::Better(..) => "It works: this weighs less than before.".to_owned(),
        Outcome::Same => "No change yet.".to_owned(),
        Outcome::Worse(..) => "It did not work: this weighs more than before.".to_owned(),
    }
}

/// The band of a level.
pub fn band(level: Experience, (low, high): (f64, f64), weeks: u8, locale: &Locale) -> String {
    let who = match level {
        Experience::Novice => "In your first year",
        Experience::Intermediate => "After one to three years",
        Experience::Advanced => "After more than three years",
    };
    format!(
        "{who} studies lead to expect {} to {} % of thigh muscle in {weeks} weeks.",
        locale.number(low, 0),
        locale.number(high, 0)
    )
}

/// What a study saw, and who says so.
pub fn sample(sample: &Sample, locale: &Locale) -> (String, String) {
    let who = match sample.group {
        Group::Untrained => "Untrained",
        Group::Trained => "Trained",
        Group::Elite => "Elite",
        Group::Men => "Men",
    };
    let what = sample.muscle.map_or("whole body", names::muscle);
    let when = sample.weeks.map(|weeks| format!(", {weeks} weeks")).unwrap_or_default();
    let change = match sample.change {
        Change::Percent(percent) => format!("{} %", locale.signed(percent, 1)),
        Change::PercentAYear(from, to) => {
            format!("{} to {} % a year", locale.signed(from, 1), locale.number(to, 1))
        }
        Change::Centimetres(cm) => format!("{} cm thickness", locale.signed(cm, 2)),
        Change::BodyKg(kg) => format!("{} kg lean", locale.signed(kg, 2)),
    };
    (format!("{who}, {what}{when}: {change}"), sample.source.to_owned())
}
