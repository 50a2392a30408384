//! The words of bars, plates and stacks.

use crate::domain::settings::MassUnit;
use crate::domain::training::loading::form::Problem;
use crate::domain::training::loading::{Iron, Means, PlatePairs};
use crate::i18n::Locale;

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Your bars, plates and stacks";
    pub const ABOUT: &str = "This is what a usual gym has. Change what is different in yours, and every load that is suggested can be loaded.";
    pub const ABOUT_SAID: &str = "Every load that is suggested is one of these.";
    pub const PLATES: &str = "Plates";
    pub const PLATES_ABOUT: &str = "A pair is one plate for each side.";
    pub const WEIGHT: &str = "One plate";
    pub const PAIRS: &str = "Pairs";
    pub const ADD: &str = "Add a plate";
    pub const REMOVE: &str = "Remove";
    pub const SAVE: &str = "Save";
    pub const USUAL: &str = "As usual";
    pub const USUAL_ALL: &str = "Everything as usual";
    pub const HOW: &str = "How is it loaded?";
    pub const HOWS: [&str; 3] =
        ["With plates on both sides", "In even steps, like a stack", "Only certain weights"];
    pub const UNIT: &str = "Numbers are in";
    pub const BAR: &str = "Empty, it weighs";
    pub const BAR_HINT: &str = "0 where only the plates count.";
    pub const LEAST: &str = "From";
    pub const MOST: &str = "To";
    pub const STEP: &str = "Step";
    pub const LIST: &str = "Weights";
    pub const LIST_HINT: &str = "With spaces between, like 4 6 7.5 10.";
}
pub use plain::*;

/// The name of the button that takes a plate out.
pub fn remove(row: usize) -> String {
    format!("Remove plate {row}")
}

/// The name of the button with a plate's unit.
pub fn unit_of(row: usize, sign: &str) -> String {
    format!("Plate {row} is in {sign}")
}

fn number(iron: Iron, locale: &Locale) -> String {
    locale.number(iron.value(), 2)
}

fn weight(iron: Iron, locale: &Locale) -> String {
    format!("{} {}", number(iron, locale), if iron.stamp().1 == MassUnit::Pounds { "lb" } else { "kg" })
}

/// Numbers of one unit with the unit once: `25, 20, 10 kg`.
fn weights(list: &[Iron], locale: &Locale) -> String {
    let mut text = String::new();
    for (at, one) in list.iter().enumerate() {
        if at > 0 {
            text.push_str(", ");
        }
        let last = list.get(at + 1).is_none_or(|next| next.stamp().1 != one.stamp().1);
        text.push_str(&if last { weight(*one, locale) } else { number(*one, locale) });
    }
    text
}

/// The plates in one line.
pub fn plates(plates: &[PlatePairs], locale: &Locale) -> String {
    let list: Vec<Iron> = plates.iter().map(|kind| kind.plate).collect();
    if list.is_empty() { "none".to_owned() } else { weights(&list, locale) }
}

/// How a thing holds its load, in one line.
pub fn means(means: &Means, locale: &Locale) -> String {
    match means {
        Means::Plates(bar) if bar.stamp().0 == 0 => "plates".to_owned(),
        Means::Plates(bar) => format!("{} and plates", weight(*bar, locale)),
        Means::Even { least, most, step } => format!(
            "{} to {}, steps of {}",
            number(*least, locale),
            weight(*most, locale),
            number(*step, locale)
        ),
        Means::Listed(list) => weights(list, locale),
        Means::Steps(step) => format!("steps of {}", weight(*step, locale)),
    }
}

/// What is wrong with a number.
pub fn problem(problem: Problem, locale: &Locale) -> String {
    match problem {
        Problem::NotANumber => "Type a number, like 7.5.".to_owned(),
        Problem::NotWhole => "Whole pairs, please.".to_owned(),
        Problem::OutOfRange(low, high) => {
            format!("Between {} and {}.", locale.number(low, 2), locale.number(high, 0))
        }
        Problem::Crossed => "This is less than where it starts.".to_owned(),
        Problem::TooMany(most) => format!("At most {most}."),
        Problem::Twice => "This plate stands above already: count its pairs there.".to_owned(),
    }
}
