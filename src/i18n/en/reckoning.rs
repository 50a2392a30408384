//! Why the numbers of food are what they are: each with its inputs, its formula and its source, as it is reckoned.

use crate::domain::nutrition::expenditure::{Formula, Terms, multiplier, terms};
use crate::domain::nutrition::surplus::SurplusRule;
use crate::domain::nutrition::targets::{FatRule, Targets};
use crate::domain::settings::{LengthUnit, MassUnit};
use crate::i18n::en::{diet, names};
use crate::i18n::{Locale, Units};

/// Inches in a foot, and centimetres in an inch.
const FOOT: (f64, f64) = (12.0, 2.54);

/// Where a formula comes from.
const fn source(formula: Formula) -> &'static str {
    match formula {
        Formula::Mifflin => "Mifflin 1990, Frankenfield 2005",
        Formula::HarrisBenedict => "Roza 1984",
        Formula::KatchMcArdle => "Katch-McArdle, Cunningham 1991",
        Formula::Cunningham => "Cunningham 1980",
    }
}

/// Kilograms as formulas count, with the person's own unit beside them.
fn mass(kg: f64, units: Units, locale: &Locale) -> String {
    let own = match units.mass {
        MassUnit::Kilograms => String::new(),
        MassUnit::Pounds => format!(" ({} lb)", locale.number(units.mass_of(kg), 1)),
    };
    format!("{} kg{own}", locale.number(kg, 1))
}

/// Centimetres likewise.
fn height(cm: f64, units: Units, locale: &Locale) -> String {
    let own = match units.length {
        LengthUnit::Centimetres => String::new(),
        LengthUnit::FeetAndInches => {
            let inches = (cm / FOOT.1).round();
            let feet = (inches / FOOT.0).floor();
            format!(" ({} ft {} in)", locale.number(feet, 0), locale.number(inches - feet * FOOT.0, 0))
        }
    };
    format!("{} cm{own}", locale.number(cm, 1))
}

/// `Resting energy: 10 × 80 kg + 6.25 × 180 cm − 5 × 30 years + 5 = 1,780 kcal.`
fn resting(targets: &Targets, units: Units, locale: &Locale) -> String {
    let basis = &targets.basis;
    let factor = |value: f64| locale.number(value, 3);
    let reckoned = match terms(basis.formula, basis.sex) {
        Terms::Body { per_kg, per_cm, per_year, base } => {
            let sign = if base < 0.0 { '−' } else { '+' };
            format!(
                "{} × {} + {} × {} − {} × {} years {sign} {}",
                factor(per_kg),
                mass(targets.weight.kg(), units, locale),
                factor(per_cm),
                height(basis.cm, units, locale),
                factor(per_year),
                basis.age,
                factor(base.abs())
            )
        }
        Terms::Lean { per_kg, base } => format!(
            "{} + {} × {} without fat",
            factor(base),
            factor(per_kg),
            mass(basis.fat_free_kg.unwrap_or_default(), units, locale)
        ),
    };
    format!(
        "Resting energy by {}: {reckoned} = {} kcal. Source: {}.",
        diet::formula(basis.formula),
        locale.number(targets.resting, 0),
        source(basis.formula)
    )
}

fn maintenance(targets: &Targets, locale: &Locale) -> String {
    let number = |value: f64| locale.number(value, 0);
    let factor = multiplier(targets.basis.activity);
    if (targets.maintenance - targets.resting * factor).abs() >= 0.5 {
        return format!(
            "Maintenance {} kcal was learned from your own weight and food.",
            number(targets.maintenance)
        );
    }
    format!(
        "Maintenance: {} × {} for activity ({}) = {} kcal. The factor is a convention; training is in it.",
        number(targets.resting),
        locale.number(factor, 3),
        names::activity(targets.basis.activity).to_lowercase(),
        number(targets.maintenance)
    )
}

const fn by_rule(rule: SurplusRule) -> &'static str {
    match rule {
        SurplusRule::Share | SurplusRule::Least | SurplusRule::Most => {
            "It is small on purpose: 10 % for a novice, 7.5 % after that, 5 % for the advanced, between 150 and 500 kcal. More adds fat, not legs. Source: Helms 2023, Slater 2019, Iraki 2019."
        }
        SurplusRule::Stay => "You want to keep your weight.",
        SurplusRule::VeryHighBmi | SurplusRule::HighBmi | SurplusRule::HighFat => {
            "There is enough stored energy to grow from. Source: Slater 2019."
        }
        SurplusRule::TooFast => "Your weight rises too fast: none until that slows down. Source: our choice.",
    }
}

fn fat(targets: &Targets, units: Units, locale: &Locale) -> String {
    let number = |value: f64| locale.number(value, 0);
    let (energy, reference) = (number(targets.energy), mass(targets.basis.reference_kg, units, locale));
    let how = match targets.fat_rule {
        FatRule::Floor => format!("0.8 g × {reference}"),
        FatRule::Share => format!("20 % of {energy} kcal, at 9 kcal a gram"),
        FatRule::Cap => format!("35 % of {energy} kcal at the most, at 9 kcal a gram"),
        FatRule::ForCarbs => {
            format!(
                "lowered for carbohydrate to 0.5 g × {reference}, or 20 % of {energy} kcal where that is more"
            )
        }
    };
    format!("Fat: {how} = {} g. Source: Iraki 2019.", number(targets.fat))
}

/// Why these numbers.
///
/// ```
/// use legwork::domain::athlete::{ProfileDraft, Sex};
/// use legwork::domain::{calendar::Day, nutrition::targets::targets, safety::SafetyAnswers};
/// use legwork::domain::settings::{LengthUnit, MassUnit};
/// use legwork::i18n::{Locale, Units, en::reckoning::why};
/// let form = ProfileDraft { age: "30".into(), sex: Some(Sex::Male), weight: "80".into(), height: "180".into(), ..Default::default() };
/// let answers = SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() };
/// let targets = targets(&form.check().unwrap(), &answers, None, Day::parse("2026-11-21").unwrap()).unwrap();
/// let told = |mass, length| why(&targets, Units { mass, length }, &Locale::default());
/// assert!(told(MassUnit::Kilograms, LengthUnit::Centimetres)[0].contains("10 × 80 kg + 6.25 × 180 cm − 5 × 30 years + 5"));
/// assert!(told(MassUnit::Pounds, LengthUnit::FeetAndInches)[0].contains("80 kg (176.4 lb) + 6.25 × 180 cm (5 ft 11 in)"));
/// ```
pub fn why(targets: &Targets, units: Units, locale: &Locale) -> Vec<String> {
    let number = |value: f64| locale.number(value, 0);
    let one = |value: f64| locale.number(value, 1);
    let basis = &targets.basis;
    let surplus = format!(
        "Surplus {} kcal, {} %. {}",
        number(targets.surplus),
        one(targets.surplus_percent),
        by_rule(targets.surplus_rule)
    );
    let protein = format!(
        "Protein: {} g × {} = {} g; {} to {} g is 1.6 to 2.2 g per kg. The weight it is counted by is your own up to a body mass index of 30, yours is {}. Source: Morton 2018. A meal: 0.4 to 0.55 g per kg, {} to {} g. Source: Schoenfeld 2018.",
        one(targets.protein.1 / basis.reference_kg),
        mass(basis.reference_kg, units, locale),
        number(targets.protein.1),
        number(targets.protein.0),
        number(targets.protein.2),
        one(basis.bmi),
        number(targets.meal.0),
        number(targets.meal.1)
    );
    let carbs = format!(
        "Carbohydrate is what is left: ({} − 4 × {} − 9 × {}) ÷ 4 = {} g, {} g per kg. Source: Iraki 2019.",
        number(targets.energy),
        number(targets.protein.1),
        number(targets.fat),
        number(targets.carbs),
        one(targets.carbs_per_kg)
    );
    let water = "Water: four fifths of 2.0 l (women) or 2.5 l (men) is drunk; after a session 1.5 l for each kg it took. Source: EFSA 2010.";
    vec![
        resting(targets, units, locale),
        maintenance(targets, locale),
        surplus,
        protein,
        fat(targets, units, locale),
        carbs,
        water.to_owned(),
    ]
}
