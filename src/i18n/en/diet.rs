//! The words of what was chosen of eating, of one's own meals, of what one really burns, and of girths.

use crate::domain::body::girth::{GirthChange, Site, Verdict};
use crate::domain::calendar::Day;
use crate::domain::nutrition::diet::NotAMeal;
use crate::domain::nutrition::expenditure::{Formula, NoFormula};
use crate::domain::nutrition::maintenance::{Distrust, NotYet};
use crate::domain::nutrition::meals::{Meal, SessionTime};
use crate::domain::nutrition::proposal::Kept;
use crate::domain::nutrition::targets::BadChoice;
use crate::domain::settings::LengthUnit;
use crate::domain::units::Millimetres;
use crate::i18n::en::{count::many, fuel};
use crate::i18n::{Locale, Units, full_day, hour};

#[allow(missing_docs)]
mod plain {
    pub const TODAY: &str = "Today";
    pub const YESTERDAY: &str = "Yesterday";
    pub const OTHER_DAY: &str = "Another day";
    pub const DAY: &str = "Day";
    pub const SAME_AS_BEFORE: &str = "Same food as the day before";
    pub const DRUNK: &str = "Drunk";
    pub const OWN_MEALS: &str = "My meals";
    pub const MEAL_NAME: &str = "Name of the meal";
    pub const MEAL_ENERGY: &str = "Energy";
    pub const MEAL_PROTEIN: &str = "Protein";
    pub const SAVE_MEAL: &str = "Save the meal";
    pub const REMOVE: &str = "Remove";
    pub const BAD_WEIGHT: &str = "A body weight between 35 and 250 kg (78 and 551 lb).";
    pub const BAD_SLEEP: &str = "A night has between 1 and 16 hours.";
    pub const BAD_KCAL: &str = "A day has between 0 and 20 000 kcal.";
    pub const BAD_PROTEIN: &str = "A day has between 0 and 2 000 g.";
    pub const BAD_SURPLUS: &str = "A surplus between 0 and 500 kcal, at most a fifth of maintenance. A deficit is not what this app is for.";
    pub const SURPLUS_NOTE: &str = "Articles say 300 to 500 kcal, or 5 to 10 %. Both are one rule here: the share of your level, between 150 and 500 kcal.";
    pub const CHOOSE: &str = "Formulas and choices";
    pub const FORMULA: &str = "Formula of resting energy";
    pub const ALL_FORMULAS: &str = "All formulas side by side";
    pub const FORMULA_HEADS: [&str; 4] = ["Formula", "At rest", "Maintenance", "To eat"];
    pub const FORMULA_NOTE: &str = "All in kcal a day.";
    pub const NEEDS_FAT: &str = "This formula needs a body fat that fits your weight and height.";
    pub const SURPLUS: &str = "Own surplus";
    pub const PROTEIN_SHARE: &str = "Protein, g per kg";
    pub const BY_RULE: &str = "Back to the rules";
    pub const HOURS: &str = "My hours and number of meals";
    pub const MEALS: &str = "Meals a day";
    pub const WAKES: &str = "Up at";
    pub const SLEEPS: &str = "To bed at";
    pub const LIFTS: &str = "Training at";
    pub const BY_HOURS: &str = "Times by my hours again";
    pub const OWN_TIMES: &str = "Times of the meals, once you move one the same every day:";
    pub const BURN: &str = "What you really burn";
    pub const BURN_WHY: &str = "How is it learned?";
    pub const AS_TABLE: &str = "As a table";
    pub const WEIGHT_HEADS: [&str; 3] = ["Day", "Weight", "Trend"];
    pub const GIRTHS: &str = "Tape: thighs and calves";
    pub const SITE: &str = "Where";
    pub const GIRTH: &str = "Girth";
    pub const BAD_GIRTH: &str = "A leg's girth is between 15 and 120 cm (6 and 47 in).";
    pub const GIRTH_NOTE: &str = "Same spot, standing relaxed, before training, three times. A change is called one only past what your own tape scatters.";
}
pub use plain::*;

/// A formula's name.
pub const fn formula(formula: Formula) -> &'static str {
    match formula {
        Formula::Mifflin => "Mifflin-St Jeor",
        Formula::HarrisBenedict => "Harris-Benedict, revised",
        Formula::KatchMcArdle => "Katch-McArdle",
        Formula::Cunningham => "Cunningham",
    }
}

/// Why a formula gives no number.
pub const fn no_formula(why: NoFormula) -> &'static str {
    match why {
        NoFormula::NeedsBodyFat => "needs body fat",
        NoFormula::OutsideRange => "body fat outside 4–60 %",
        NoFormula::Contradiction => "body fat does not fit weight and height",
    }
}

/// A choice that cannot be any more: the rules' numbers stand.
pub fn given_way(bad: BadChoice) -> String {
    let what = match bad {
        BadChoice::Formula(why) => no_formula(why),
        BadChoice::Surplus => "that surplus is not allowed at this weight",
        BadChoice::Protein => "protein is 1.6 to 2.2 g per kg",
        BadChoice::Maintenance => "that maintenance is too far from the formula",
        BadChoice::TooLittle => "that would be too little for your body",
    };
    format!("What you chose cannot be followed ({what}). These are the numbers by the rules.")
}

/// A learned maintenance is in use.
pub fn learned_in_use(kcal: f64, locale: &Locale) -> String {
    format!("Maintenance of {} kcal is in use, learned from your own record.", locale.number(kcal, 0))
}

/// Why a meal is not saved.
pub const fn not_a_meal(why: NotAMeal) -> &'static str {
    match why {
        NotAMeal::Nameless => "Give the meal a name.",
        NotAMeal::TooLong => "A shorter name, please: 40 characters.",
        NotAMeal::Known => "You have a meal of this name.",
        NotAMeal::Impossible => "A meal has up to 5 000 kcal and 300 g of protein, and not nothing.",
        NotAMeal::TooMany => "Forty meals are kept. Remove one first.",
    }
}

/// The day in words.
pub fn day_summary(meals: &[Meal], session: Option<SessionTime>) -> String {
    let meals: Vec<String> = meals
        .iter()
        .map(|meal| format!("{} {} {} g", hour(meal.at), fuel::meal(meal.name), meal.protein.get()))
        .collect();
    let training = session.map(|s| format!(". Training at {}", hour(s.starts))).unwrap_or_default();
    format!("Meals with protein: {}{training}", meals.join(", "))
}

/// Maintenance by the formula.
pub fn by_formula(kcal: f64, locale: &Locale) -> String {
    format!("The formula says {} kcal.", locale.number(kcal, 0))
}

/// What is still missing for an estimate.
pub fn not_yet(missing: NotYet) -> String {
    format!(
        "Log weight and food, and two weeks on this says what you really burn. So far: {} of 14 days, {} of 10 weights, food on {} of {} days.",
        missing.days.min(14),
        missing.weights.min(10),
        missing.logged,
        missing.logged_wanted
    )
}

/// The range of an estimate.
pub fn range((low, high): (f64, f64), locale: &Locale) -> String {
    format!("kcal a day, four times of five between {} and {}", locale.number(low, 0), locale.number(high, 0))
}

/// Why an estimate is shown and not used.
pub const fn distrust(why: Distrust) -> &'static str {
    match why {
        Distrust::NearRest => {
            "That is hardly above resting: probably more is eaten than logged. It is not used."
        }
        Distrust::FarOff => "That is far from the formula. It is shown, not used.",
    }
}

/// A weight that does not fit.
pub fn asks(day: Day) -> String {
    format!("The weight of {} does not fit the others. Is it right?", full_day(day))
}

/// Why the target is left alone.
pub fn kept(kept: Kept) -> String {
    let days = |left: i64| many(usize::try_from(left).unwrap_or_default(), "day");
    match kept {
        Kept::Soon(left) => format!("The target was just moved. Looked at again in {}.", days(left)),
        Kept::Cycle(left) => {
            format!("A whole cycle has to be seen before anything is proposed: {} more.", days(left))
        }
        Kept::Distrusted => "Nothing is proposed from this.".to_owned(),
        Kept::Asking => "Nothing is proposed until that weight is looked at.".to_owned(),
        Kept::Near => "Your target fits. Nothing to change.".to_owned(),
        Kept::RisingFast => "Your weight rises fast already: no more food.".to_owned(),
        Kept::TooLow => "Less would be too little for your body: the target stays.".to_owned(),
    }
}

/// A proposed target.
pub fn proposed(from: f64, to: f64, wanted: f64, locale: &Locale) -> String {
    let step = if (wanted - to).abs() > 1.0 {
        format!(" It moves by at most 100 a week, towards {}.", locale.number(wanted, 0))
    } else {
        String::new()
    };
    format!("Eat {} instead of {} kcal from today?{step}", locale.number(to, 0), locale.number(from, 0))
}

/// The button that follows it.
pub fn accept(to: f64, locale: &Locale) -> String {
    format!("Eat {} kcal", locale.number(to, 0))
}

/// How it is learned.
pub fn burn_why() -> Vec<String> {
    vec![
        "Each day your weight is predicted from what you logged; each weighing corrects the guess of what you burn a little. Water, missing days and the first week after a change count less. Source: a Kalman filter at 7 700 kcal per kg, checked on simulated eaters.".to_owned(),
        "It speaks after 14 days, 10 weights and food on four days of five; it moves the target by at most 100 kcal a week, and only when you accept.".to_owned(),
    ]
}

/// How fast weight rises, and how fast it should: `Now −0.09 lb a week (± 0.15). To aim for: 0.41 to 0.82.`
pub fn rates(now: Option<(f64, f64)>, aim: Option<(f64, f64)>, units: Units, locale: &Locale) -> String {
    let two = |value: f64| locale.number(value, 2);
    let now = now.map(|(rate, error)| {
        format!("Now {} {} a week (± {}).", locale.signed(rate, 2), units.mass_sign(), two(error))
    });
    let aim = aim.map(|(low, high)| {
        format!("To aim for: +{} to +{} {} a week.", two(low), two(high), units.mass_sign())
    });
    now.into_iter().chain(aim).collect::<Vec<String>>().join(" ")
}

/// One of the day's meals, for its time.
pub fn meal_number(place: usize) -> String {
    format!("Meal {}", place + 1)
}

/// How many weighings are no weight of a person.
pub fn weights_left_out(count: usize) -> String {
    format!("Left out: {} that cannot be right.", many(count, "weighing"))
}

/// The weight's way in words.
pub fn weight_summary(from: f64, to: f64, weeks: f64, wedge: bool, units: Units, locale: &Locale) -> String {
    format!(
        "Trend {} to {} {} in {} weeks. Dots are weighings, the line is the trend{}.",
        locale.number(from, 1),
        locale.number(to, 1),
        units.mass_sign(),
        locale.number(weeks.max(1.0), 0),
        if wedge { ", the wedge the gain to aim for" } else { "" }
    )
}

/// Where a girth is measured.
pub const fn site(site: Site) -> &'static str {
    match site {
        Site::LeftThigh => "Left thigh",
        Site::RightThigh => "Right thigh",
        Site::LeftCalf => "Left calf",
        Site::RightCalf => "Right calf",
    }
}

/// The unit of girths.
pub const fn girth_unit(units: Units) -> &'static str {
    match units.length {
        LengthUnit::Centimetres => "cm",
        LengthUnit::FeetAndInches => "in",
    }
}

/// How often it was measured today.
pub fn repeats(
    count: usize,
    wanted: usize,
    mean: Option<Millimetres>,
    units: Units,
    locale: &Locale,
) -> String {
    match mean {
        None => format!("Measure {wanted} times and save each."),
        Some(mean) => format!(
            "{count} of {wanted} today, mean {} {}",
            locale.number(units.length_value(f64::from(mean.get())), 1),
            girth_unit(units)
        ),
    }
}

/// What a girth did.
pub fn girth_change(change: &GirthChange, units: Units, locale: &Locale) -> String {
    let length = |mm: f64| units.length_value(mm);
    let error = locale.number(length(change.detectable.mm), 1);
    let verdict = match change.verdict() {
        Verdict::Larger => "larger",
        Verdict::Smaller => "smaller",
        Verdict::NoneSeen => "no change seen",
    };
    let whose = if change.detectable.own { "your tape" } else { "a tape" };
    format!(
        "{} {}: {verdict} ({whose} tells {error} apart)",
        locale.signed(length(change.mm()), 1),
        girth_unit(units)
    )
}
