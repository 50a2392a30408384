//! The words of the form.

use crate::domain::athlete::Problem;
use crate::domain::safety::{Condition, RedFlag};
use crate::i18n::Locale;

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Grow your legs";
    pub const TITLE_AGAIN: &str = "Your answers";
    pub const PROMISE: &str =
        "A few answers, then a full leg plan and what to eat. It all stays on this device.";
    pub const EXAMPLE: &str = "Look around with example data";
    pub const IMPORT: &str = "Bring your training log along";
    pub const YOU: &str = "You";
    pub const UNITS: &str = "Units";
    pub const AGE: &str = "Age";
    pub const YEARS: &str = "years";
    pub const SEX: &str = "Sex, for the energy formula";
    pub const FEMALE: &str = "Female";
    pub const MALE: &str = "Male";
    pub const HEIGHT: &str = "Height";
    pub const INCHES: &str = "Inches";
    pub const WEIGHT: &str = "Weight";
    pub const BODY_FAT: &str = "Body fat";
    pub const BODY_HINT: &str =
        "You can leave sex, height and weight out. Then there is a plan, but no food targets.";
    pub const FAT_HINT: &str = "Only if you know it.";
    pub const TRAINING: &str = "Training";
    pub const EXPERIENCE: &str = "Training your legs for";
    pub const DAYS: &str = "Leg days";
    pub const MINUTES: &str = "Minutes a session, at most";
    pub const PRIORITY: &str = "Muscle that comes first";
    pub const NO_PRIORITY: &str = "None";
    pub const KIT: &str = "What you train with";
    pub const KIT_ALL: &str = "Gym";
    pub const KIT_HOME: &str = "Barbell";
    pub const KIT_DUMBBELLS: &str = "Dumbbells";
    pub const KIT_HOTEL: &str = "Hotel";
    pub const KIT_NONE: &str = "Nothing";
    pub const KIT_EACH: &str = "Each thing by itself";
    pub const JOINTS: &str = "Joints to spare";
    pub const FOOD: &str = "Food";
    pub const ACTIVITY: &str = "Activity, training included";
    pub const GOAL: &str = "Goal";
    pub const GAIN: &str = "Gain slowly";
    pub const MAINTAIN: &str = "Stay";
    pub const SAFETY: &str = "Safety";
    pub const SAFETY_ASK: &str = "Does any of these apply to you?";
    pub const NONE_OF_THESE: &str = "None of these";
    pub const CLEARED: &str = "A clinician has agreed to my training, today or before";
    pub const RESULT: &str = "What you get";
    pub const SAFETY_NEEDED: &str = "Answer the safety question first: it decides what may be planned.";
    pub const FIX: &str = "Mend the marked answers first.";
    pub const START: &str = "Use this plan";
    pub const KEEP: &str = "Save my answers";
    pub const PLAN_KEPT: &str = "Your plan stays as it is: nothing it rests on has changed.";
    pub const TOO_YOUNG: &str =
        "Legwork plans from 13 years on. Learn to lift with a coach beside you first.";
    pub const CM: &str = "cm";
    pub const FEET: &str = "ft";
    pub const KG_CM: &str = "kg, cm";
    pub const LB_FT: &str = "lb, ft";
}
pub use plain::*;

/// What is wrong with a field.
pub fn problem(problem: Problem, locale: &Locale) -> String {
    match problem {
        Problem::Empty => "This is needed.".to_owned(),
        Problem::NotANumber => "Type a number, like 7.5.".to_owned(),
        Problem::TooLong => "That is too long for a number.".to_owned(),
        Problem::NotWhole => "A whole number, please.".to_owned(),
        Problem::OutOfRange(low, high) => {
            format!("Between {} and {}.", locale.number(low, 0), locale.number(high, 0))
        }
        Problem::NotOneToFour => "Choose one to four days.".to_owned(),
    }
}

/// A running block goes on with other answers.
pub fn plan_changes(week: usize) -> String {
    format!("Your block goes on: it changes from week {week}. What you have done stays.")
}

/// Why there is no plan yet.
pub fn clinician(conditions: &[Condition]) -> String {
    let list: Vec<String> =
        conditions.iter().map(|c| super::names::condition(*c).to_ascii_lowercase()).collect();
    format!(
        "Talk to a clinician before you train: {}. Tick the box above once they have agreed.",
        list.join(", ")
    )
}

/// Signs were reported: no plan before a clinician has agreed.
pub fn stopped(signs: &[RedFlag]) -> String {
    let list: Vec<String> = signs.iter().map(|sign| super::names::sign(*sign).to_ascii_lowercase()).collect();
    format!("You reported: {}. Say on Today when a clinician has agreed to training again.", list.join(", "))
}
