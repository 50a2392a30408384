//! The words of what a verdict lacks: what is not logged yet, and what was logged and is of no use.

use super::{Names, dated};
use crate::domain::calendar::Day;
use crate::domain::diagnosis::{Missing, Unused};
use crate::i18n::en::count::many;
use crate::i18n::en::names;
use crate::i18n::week_span;

/// What is missing: what to log, and how much of it there is of how much that is needed.
pub fn missing(missing: &Missing) -> (String, Option<String>) {
    let of = |have: u32, need: u32| Some(format!("{have} of {need}"));
    match missing {
        Missing::SafetyAnswers => {
            ("Answer the safety questions: food is not judged before.".to_owned(), None)
        }
        Missing::Profile => ("Answer the form: your level, your days, your goal.".to_owned(), None),
        Missing::Weeks { have, need } => ("Completed weeks with leg work".to_owned(), of(*have, *need)),
        Missing::Plan { have, need } => (
            "Planned sessions in completed weeks: without a plan nobody can say what was missed".to_owned(),
            of(*have, *need),
        ),
        Missing::Effort { have, need } => ("Sets with their reps in reserve".to_owned(), of(*have, *need)),
        Missing::Confirmed { have, of: all } => {
            ("Sets whose reps in reserve you tapped yourself".to_owned(), of(*have, all.div_ceil(2)))
        }
        Missing::Calibration => ("A calibration set: your word on effort was never checked".to_owned(), None),
        Missing::Exposures { muscle, have, need } => (
            format!("{}: times one exercise was done in twelve weeks", names::muscle(*muscle)),
            of(*have, *need),
        ),
        Missing::Weights { have, need } => ("Weigh-ins in four weeks".to_owned(), of(*have, *need)),
        Missing::FoodDays { have, need } => {
            ("Days with all food logged in four weeks".to_owned(), of(*have, *need))
        }
        Missing::Nights { have, need } => {
            ("Nights with sleep logged in four weeks".to_owned(), of(*have, *need))
        }
        Missing::BodyWeight => ("Your body weight: protein is counted by it".to_owned(), None),
    }
}

/// What could not be used; a set that is a slip of the finger is told by its day.
pub fn unused(unused: &Unused, day: Option<Day>, name: Names<'_>, this_year: i32) -> String {
    match unused {
        Unused::Gap { from, to } => format!(
            "Nothing from {} to {}: what was before a pause of three weeks does not count.",
            dated(*from, this_year),
            dated(*to, this_year)
        ),
        Unused::EmptyWeeks(count) => many(*count as usize, "week") + " without a session.",
        Unused::LeftOut(weeks) => {
            let list: Vec<String> = weeks.iter().map(|week| week_span(*week, this_year)).collect();
            format!("Lighter or absent weeks are not judged: {}.", list.join(", "))
        }
        Unused::Outlier(_) => match day {
            Some(day) => {
                format!("A set on {} that nobody does: a slip of the finger?", dated(day, this_year))
            }
            None => "A set that nobody does: a slip of the finger?".to_owned(),
        },
        Unused::Unknown { exercises, sets } => {
            let list: Vec<String> = exercises.iter().take(5).map(name).collect();
            let more = exercises.len().saturating_sub(list.len());
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!(
                "{} of exercises that are not known here: {}{more}.",
                many(*sets as usize, "set"),
                list.join(", ")
            )
        }
        Unused::Future(count) => many(*count as usize, "session") + " dated after today.",
        Unused::Weights(count) => many(*count as usize, "body weight") + " that no person has.",
        Unused::Nights(count) => many(*count as usize, "night") + " of a length that nobody sleeps.",
        Unused::FoodDays(count) => many(*count as usize, "day") + " on which food was logged only in part.",
        Unused::NotLegs(sets) => many(*sets as usize, "set") + " for other parts of the body.",
    }
}
