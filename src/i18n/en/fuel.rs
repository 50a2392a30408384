//! The words of food, weight and sleep.

use crate::domain::nutrition::meals::MealName;
use crate::domain::nutrition::targets::{FatRule, Missing, Refusal, Targets, Warning};
use crate::domain::nutrition::trend::{SPAN_MIN, Slope, TooFew, WEIGHTS_MIN};
use crate::i18n::en::names;
use crate::i18n::{Locale, Units};

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Fuel";
    pub const TRAINING_DAY: &str = "Training day";
    pub const REST_DAY: &str = "Rest day";
    pub const EDIT: &str = "Edit answers";
    pub const KCAL: &str = "kcal";
    pub const PROTEIN: &str = "protein";
    pub const FAT: &str = "fat";
    pub const CARBS: &str = "carbs";
    pub const THE_REST: &str = "the rest";
    pub const MEALS: &str = "Today";
    pub const LOG: &str = "Log";
    pub const ATE: &str = "Ate so far";
    pub const ATE_PROTEIN: &str = "Protein so far";
    pub const WEIGHT: &str = "Weight this morning";
    pub const SLEPT: &str = "Slept last night";
    pub const SLEPT_THEN: &str = "Slept the night before";
    pub const WEIGHT_THEN: &str = "Weight that morning";
    pub const ATE_THEN: &str = "Ate that day";
    pub const PROTEIN_THEN: &str = "Protein that day";
    pub const HOURS: &str = "h";
    pub const SAVE: &str = "Save";
    pub const WHY: &str = "Why these numbers?";
    pub const NO_NUMBERS: &str = "No numbers here";
    pub const SLEEP_GOOD: &str = "in 7–9 h";
    pub const SLEEP_SHORT: &str = "below 7 h: sleep is when it grows";
    pub const SLEEP_LONG: &str = "above 9 h";
    pub const BAD_NUMBER: &str = "Type a number in range.";
    pub const DRINK: &str = "Drink";
}
pub use plain::*;

/// `maintenance 2 673 · +200 (7.5 %)`.
pub fn maintenance(targets: &Targets, locale: &Locale) -> String {
    format!(
        "maintenance {}, {} ({} %)",
        locale.number(targets.maintenance, 0),
        locale.signed(targets.surplus, 0),
        locale.number(targets.surplus_percent, 1)
    )
}

/// Which rule set the fat.
pub const fn fat_rule(rule: FatRule) -> &'static str {
    match rule {
        FatRule::Floor => "the floor",
        FatRule::Share => "20 % of energy",
        FatRule::Cap => "35 % of energy",
        FatRule::ForCarbs => "lowered for carbs",
    }
}

/// Why there are no numbers.
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Missing(list) => {
            let list: Vec<&str> = list
                .iter()
                .map(|missing| match missing {
                    Missing::Sex => "sex",
                    Missing::Height => "height",
                    Missing::Weight => "weight",
                })
                .collect();
            format!("Food targets need your {}.", list.join(", "))
        }
        Refusal::Unanswered => "Food targets wait for the safety question.".to_owned(),
        Refusal::Young => {
            "Under 18 there are no food numbers: eat enough, at every meal, and grow.".to_owned()
        }
        Refusal::Old => "The formula was made for people up to 78. Ask a clinician or dietitian.".to_owned(),
        Refusal::BodyMassIndex | Refusal::OutsideFormula => {
            "The formula does not fit this height and weight. Ask a clinician or dietitian.".to_owned()
        }
        Refusal::EatingDisorder => {
            "Food is left out here on purpose. Training goes on without numbers.".to_owned()
        }
        Refusal::Pregnancy => {
            "No food numbers during pregnancy and after birth: ask your midwife or clinician.".to_owned()
        }
        Refusal::Clinician(list) => {
            let list: Vec<String> = list.iter().map(|c| names::condition(*c).to_ascii_lowercase()).collect();
            format!("Ask a clinician first: {}.", list.join(", "))
        }
        Refusal::TooLow => {
            "By these answers the target would be too little for your body. Check them, or ask a clinician."
                .to_owned()
        }
        Refusal::Impossible => "These answers leave nothing for carbohydrate. Check them.".to_owned(),
    }
}

/// What to know beside the numbers.
pub const fn warning(warning: Warning) -> &'static str {
    match warning {
        Warning::FewCarbs => "Under 3 g of carbohydrate per kg: hard sessions may suffer.",
        Warning::Underweight => "Your weight is low for your height. See a clinician; gaining is right.",
        Warning::VeryHighBmi => "Maintenance only at this weight. See a clinician.",
        Warning::NoSurplusAtThisFat => "No surplus at this body fat: there is enough to grow from.",
        Warning::NoSurplusAtThisBmi => {
            "No surplus at this weight and height. If you know your body fat and it is low, say so in your answers."
        }
        Warning::KidneysProtein => "Ask your clinician how much protein is right for your kidneys.",
        Warning::FluidRestriction => "Drink what you were told to, not what an app says.",
        Warning::RisingFast => {
            "Your weight rises by more than half a percent a week: more of that is fat than leg. Eat nearer to maintenance."
        }
        Warning::RisingTooFast => {
            "Your weight rises by more than a percent a week. There is no surplus until that slows down."
        }
    }
}

/// A meal.
pub const fn meal(name: MealName) -> &'static str {
    match name {
        MealName::Breakfast => "Breakfast",
        MealName::Lunch => "Lunch",
        MealName::BeforeLifting => "Before lifting",
        MealName::AfterLifting => "After lifting",
        MealName::Afternoon => "Afternoon",
        MealName::Dinner => "Dinner",
        MealName::Evening => "Evening",
    }
}

/// The weight's trend.
pub fn slope(slope: Result<Slope, TooFew>, units: Units, locale: &Locale) -> String {
    match slope {
        Ok(slope) => {
            format!(
                "{} {} a week, ± {}",
                locale.signed(units.mass_of(slope.kg_per_week), 2),
                units.mass_sign(),
                locale.number(units.mass_of(slope.error), 2)
            )
        }
        Err(TooFew { weights, days }) => {
            format!("A trend needs {WEIGHTS_MIN} weights over {SPAN_MIN} days: {weights} over {days} so far")
        }
    }
}
