//! Daily energy and macronutrient targets, or the rule that forbids showing them: never a zero, never a
//! guess.

use super::expenditure::{Body, fat_free, mifflin, multiplier};
use crate::domain::athlete::{AGE_ADULT, Experience, Goal, Profile, Sex};
use crate::domain::calendar::Day;
use crate::domain::safety::{Condition, SafetyAnswers};
use crate::domain::units::Kg;

/// The formula's oldest age. Source: Mifflin 1990 (n 19-78).
const AGE_MAX: u8 = 78;
/// Below it a clinician is named and nothing is taken away. Source: science E.
const BMI_LOW: f64 = 18.5;
/// Below and above these no numbers. Source: science E.
const BMI_REFUSED: (f64, f64) = (16.0, 50.0);
/// Above it maintenance only. Source: science E.
const BMI_MAINTAIN: f64 = 40.0;
/// From it on the default surplus is none, unless known fat is below its limit. Source: science E, H9.
const BMI_HIGH: f64 = 30.0;
/// Fat from which the default surplus is none, percent, men and women. Source: science E, H7 (row 4).
const FAT_HIGH: (f64, f64) = (25.0, 35.0);
/// Surplus in kcal. Source: science A2, H7: at least the smaller of 150 and 10 %.
const SURPLUS: (f64, f64) = (150.0, 500.0);
/// The share that the surplus floor may not exceed. Source: science H7.
const SURPLUS_FLOOR_SHARE: f64 = 0.10;
/// Protein in g per kg of reference weight: least, default, most. Source: Morton 2018 (science A36, C).
pub const PROTEIN_G_PER_KG: (f64, f64, f64) = (1.6, 1.8, 2.2);
/// Fat in g per kg of reference weight. Source: Iraki 2019 (science C).
const FAT_G_PER_KG: f64 = 0.8;
/// The least fat when carbohydrate would fall short. Source: Iraki 2019 (science C).
const FAT_G_PER_KG_LOW: f64 = 0.5;
/// Fat as a share of energy: least and most. Source: science C.
const FAT_SHARE: (f64, f64) = (0.20, 0.35);
/// Carbohydrate below this warns, g per kg of body weight. Source: Iraki 2019; H7.
const CARBS_G_PER_KG: f64 = 3.0;
/// Protein a meal, g per kg. Source: Schoenfeld 2018 (science C).
const MEAL_G_PER_KG: (f64, f64) = (0.4, 0.55);
/// Share of weight above a body mass index of 25 that counts for protein and fat. Source: science C.
const EXCESS_SHARE: f64 = 0.4;
/// Energy available to the body below which a target is refused, kcal per kg fat-free mass. Source: REDs.
const AVAILABILITY_MIN: f64 = 30.0;
/// What an hour of lifting burns, kcal per kg. Source: science H9.
const LIFTING_KCAL_PER_KG_HOUR: f64 = 4.0;
/// Water to drink, litres a day, women and men: 80 % of EFSA's adequate intake. Source: EFSA 2010.
const DRINK_L: (f64, f64) = (1.6, 2.0);
const KCAL_PROTEIN: f64 = 4.0;
const KCAL_CARBS: f64 = 4.0;
const KCAL_FAT: f64 = 9.0;

/// The targets of a day, in full precision: what is shown is rounded by the view.
#[derive(Debug, Clone, PartialEq)]
pub struct Targets {
    /// Resting energy, kcal.
    pub resting: f64,
    /// Maintenance, kcal.
    pub maintenance: f64,
    /// Surplus, kcal.
    pub surplus: f64,
    /// The surplus as a share of maintenance, percent.
    pub surplus_percent: f64,
    /// Energy to eat, kcal.
    pub energy: f64,
    /// Protein, grams: least, aim, most.
    pub protein: (f64, f64, f64),
    /// Fat, grams.
    pub fat: f64,
    /// Which rule set the fat.
    pub fat_rule: FatRule,
    /// Carbohydrate, grams.
    pub carbs: f64,
    /// Carbohydrate per kg of body weight.
    pub carbs_per_kg: f64,
    /// Protein a meal, grams: from and to.
    pub meal: (f64, f64),
    /// Litres to drink; none under a fluid restriction.
    pub drink: Option<f64>,
    /// The weight that was used.
    pub weight: Kg,
    /// What the person should know beside the numbers.
    pub warnings: Vec<Warning>,
}

/// Which rule set the fat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FatRule {
    /// 0.8 g per kg.
    Floor,
    /// 20 % of energy.
    Share,
    /// 35 % of energy at most.
    Cap,
    /// Lowered to leave room for carbohydrate.
    ForCarbs,
}

/// What the person should know beside the numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// Less than 3 g of carbohydrate per kg.
    FewCarbs,
    /// Underweight: see a clinician.
    Underweight,
    /// Very high body mass index: maintenance only, see a clinician.
    VeryHighBmi,
    /// No surplus by default at this body fat.
    NoSurplusAtThisFat,
    /// Ask about protein: kidney disease.
    KidneysProtein,
    /// Water is not set: fluid restriction.
    FluidRestriction,
}

/// Why there are no numbers.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// Answers that are missing.
    Missing(Vec<Missing>),
    /// The safety questions are not answered.
    Unanswered,
    /// Under eighteen.
    Young,
    /// Over seventy-eight.
    Old,
    /// A body mass index outside 16-50.
    BodyMassIndex,
    /// A height or weight no formula was made for.
    OutsideFormula,
    /// An eating disorder, now or before.
    EatingDisorder,
    /// Pregnant or postpartum.
    Pregnancy,
    /// A clinician has to agree first.
    Clinician(Vec<Condition>),
    /// The target would leave the body too little: below resting energy or energy availability.
    TooLow,
    /// Protein, fat and energy leave nothing for carbohydrate.
    Impossible,
}

/// An answer without which there is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Missing {
    Sex,
    Height,
    Weight,
}

/// The targets of a day for a person, with the newest weight where one is logged.
///
/// # Errors
/// [`Refusal`]: the rule of science E and H9 that forbids a number, or what is missing.
pub fn targets(
    profile: &Profile,
    safety: &SafetyAnswers,
    weighed: Option<Kg>,
    today: Day,
) -> Result<Targets, Refusal> {
    gate(profile, safety, today)?;
    let weight = weighed.or(profile.weight);
    let (Some(sex), Some(height), Some(weight)) = (profile.sex, profile.height, weight) else {
        let mut missing = Vec::new();
        if profile.sex.is_none() {
            missing.push(Missing::Sex);
        }
        if profile.height.is_none() {
            missing.push(Missing::Height);
        }
        if weight.is_none() {
            missing.push(Missing::Weight);
        }
        return Err(Refusal::Missing(missing));
    };
    let (kg, metres) = (weight.kg(), height.metres());
    if !(35.0..=250.0).contains(&kg) || !(1.3..=2.2).contains(&metres) {
        return Err(Refusal::OutsideFormula);
    }
    let bmi = kg / (metres * metres);
    if bmi < BMI_REFUSED.0 || bmi > BMI_REFUSED.1 {
        return Err(Refusal::BodyMassIndex);
    }
    let fat_percent = profile.body_fat.map(|fat| fat.percent());
    let resting = mifflin(Body { sex, kg, cm: height.cm(), age: f64::from(profile.age.get()) });
    let maintenance = resting * multiplier(profile.activity);
    let mut warnings = Vec::new();
    let surplus = surplus(profile, sex, bmi, fat_percent, maintenance, &mut warnings);
    let energy = maintenance + surplus;
    if energy < resting {
        return Err(Refusal::TooLow);
    }
    if let Some(fat) = fat_percent {
        let lean = fat_free(kg, fat);
        let hours = f64::from(profile.minutes.get()) / 60.0 * f64::from(profile.days.count());
        let exercise = LIFTING_KCAL_PER_KG_HOUR * kg * hours / 7.0;
        if lean > 0.0 && (energy - exercise) / lean < AVAILABILITY_MIN {
            return Err(Refusal::TooLow);
        }
    }
    let reference = reference_weight(kg, metres, bmi);
    let (least, aim, most) = PROTEIN_G_PER_KG;
    let protein = (least * reference, aim * reference, most * reference);
    let (fat, fat_rule) = fat(reference, energy, protein.1, kg);
    let carbs = (energy - KCAL_PROTEIN * protein.1 - KCAL_FAT * fat) / KCAL_CARBS;
    if carbs < 0.0 {
        return Err(Refusal::Impossible);
    }
    if carbs / kg < CARBS_G_PER_KG {
        warnings.push(Warning::FewCarbs);
    }
    if safety.has(Condition::KidneyDisease) {
        warnings.push(Warning::KidneysProtein);
    }
    let restricted = safety.has(Condition::FluidRestriction);
    if restricted {
        warnings.push(Warning::FluidRestriction);
    }
    let drink = match sex {
        Sex::Female => DRINK_L.0,
        Sex::Male => DRINK_L.1,
    };
    Ok(Targets {
        resting,
        maintenance,
        surplus,
        surplus_percent: surplus / maintenance * 100.0,
        energy,
        protein,
        fat,
        fat_rule,
        carbs,
        carbs_per_kg: carbs / kg,
        meal: (MEAL_G_PER_KG.0 * reference, MEAL_G_PER_KG.1 * reference),
        drink: (!restricted).then_some(drink),
        weight,
        warnings,
    })
}

/// The rules that forbid a number, whatever the body's size (science E, H9).
fn gate(profile: &Profile, safety: &SafetyAnswers, today: Day) -> Result<(), Refusal> {
    if profile.age.get() < AGE_ADULT {
        return Err(Refusal::Young);
    }
    if safety.conditions.is_none() {
        return Err(Refusal::Unanswered);
    }
    if safety.has(Condition::EatingDisorder) {
        return Err(Refusal::EatingDisorder);
    }
    if safety.has(Condition::PregnantOrPostpartum) {
        return Err(Refusal::Pregnancy);
    }
    let mut first = safety.uncleared(today);
    if safety.has(Condition::KidneyDisease) && !safety.is_cleared(today) {
        first.push(Condition::KidneyDisease);
    }
    if !first.is_empty() {
        return Err(Refusal::Clinician(first));
    }
    if profile.age.get() > AGE_MAX {
        return Err(Refusal::Old);
    }
    Ok(())
}

fn surplus(
    profile: &Profile,
    sex: Sex,
    bmi: f64,
    fat_percent: Option<f64>,
    maintenance: f64,
    warnings: &mut Vec<Warning>,
) -> f64 {
    if bmi < BMI_LOW {
        warnings.push(Warning::Underweight);
    }
    if bmi > BMI_MAINTAIN {
        warnings.push(Warning::VeryHighBmi);
        return 0.0;
    }
    if profile.goal == Goal::Maintain {
        return 0.0;
    }
    let limit = match sex {
        Sex::Male => FAT_HIGH.0,
        Sex::Female => FAT_HIGH.1,
    };
    let high = match fat_percent {
        Some(fat) => fat >= limit,
        None => bmi >= BMI_HIGH,
    };
    if high {
        warnings.push(Warning::NoSurplusAtThisFat);
        return 0.0;
    }
    let share = match profile.experience {
        Experience::Novice => 0.10,
        Experience::Intermediate => 0.075,
        Experience::Advanced => 0.05,
    };
    let floor = SURPLUS.0.min(maintenance * SURPLUS_FLOOR_SHARE);
    (maintenance * share).clamp(floor, SURPLUS.1)
}

/// The weight that protein and fat are counted by: from a body mass index of 30 on, only a part of what is
/// above 25 (science C).
fn reference_weight(kg: f64, metres: f64, bmi: f64) -> f64 {
    if bmi < BMI_HIGH {
        return kg;
    }
    let at_25 = 25.0 * metres * metres;
    at_25 + EXCESS_SHARE * (kg - at_25)
}

fn fat(reference: f64, energy: f64, protein: f64, kg: f64) -> (f64, FatRule) {
    let share = FAT_SHARE.0 * energy / KCAL_FAT;
    let cap = FAT_SHARE.1 * energy / KCAL_FAT;
    let floor = FAT_G_PER_KG * reference;
    let (mut fat, mut rule) = if floor >= share { (floor, FatRule::Floor) } else { (share, FatRule::Share) };
    if fat > cap {
        (fat, rule) = (cap, FatRule::Cap);
    }
    let carbs = (energy - KCAL_PROTEIN * protein - KCAL_FAT * fat) / KCAL_CARBS;
    if carbs / kg < CARBS_G_PER_KG {
        let lower = (FAT_G_PER_KG_LOW * reference).max(share);
        if lower < fat {
            (fat, rule) = (lower, FatRule::ForCarbs);
        }
    }
    (fat, rule)
}
