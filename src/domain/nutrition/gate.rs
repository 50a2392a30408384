//! Who is shown no food number, and why: every such rule of science E, H7 and H9 stands here. It computes no
//! target and makes no diagnosis.

use crate::domain::athlete::{AGE_ADULT, HEIGHT_CM, Profile, WEIGHT_KG};
use crate::domain::calendar::Day;
use crate::domain::safety::{Condition, SafetyAnswers};

/// The formula's oldest age. Source: Mifflin 1990 (n 19-78); science H9: beyond it only food is off.
const AGE_MAX: u8 = 78;
/// Below and above these no numbers, and a clinician is named. Source: science E, H9 (nutrition only).
const BMI_REFUSED: (f64, f64) = (16.0, 50.0);
/// A surplus beyond this is refused, kcal and share of maintenance. Source: science E.
const SURPLUS_MAX: (f64, f64) = (500.0, 0.20);
/// Energy left for the body below which a target is refused, kcal per kg fat-free mass. Source: science E
/// (REDs).
const AVAILABILITY_MIN: f64 = 30.0;
/// What an hour of lifting burns, kcal per kg. Source: science H9.
const LIFTING_KCAL_PER_KG_HOUR: f64 = 4.0;

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

/// The rules that forbid a number whatever the body's size. An eating disorder comes before every reason
/// that speaks of the body, and no clearance opens it, nor a pregnancy.
pub(super) fn person(profile: &Profile, safety: &SafetyAnswers, today: Day) -> Result<(), Refusal> {
    if profile.age.get() < AGE_ADULT {
        return Err(Refusal::Young);
    }
    if safety.has(Condition::EatingDisorder) {
        return Err(Refusal::EatingDisorder);
    }
    if profile.age.get() > AGE_MAX {
        return Err(Refusal::Old);
    }
    if safety.conditions.is_none() {
        return Err(Refusal::Unanswered);
    }
    if safety.has(Condition::PregnantOrPostpartum) {
        return Err(Refusal::Pregnancy);
    }
    let first = safety.uncleared_for_food(today);
    if first.is_empty() { Ok(()) } else { Err(Refusal::Clinician(first)) }
}

/// The rules that forbid a number for a body of this size; its body mass index where they do not.
pub(super) fn size(kg: f64, cm: f64) -> Result<f64, Refusal> {
    let inside = |value: f64, (low, high): (f64, f64)| value >= low && value <= high;
    if !inside(kg, WEIGHT_KG) || !inside(cm, HEIGHT_CM) {
        return Err(Refusal::OutsideFormula);
    }
    let metres = cm / 100.0;
    let bmi = kg / (metres * metres);
    if inside(bmi, BMI_REFUSED) { Ok(bmi) } else { Err(Refusal::BodyMassIndex) }
}

/// Whether a surplus may be asked for at all: at most 500 kcal and a fifth of maintenance (science E).
///
/// ```
/// use legwork::domain::nutrition::gate::surplus_allowed;
/// assert!(surplus_allowed(500.0, 2600.0) && !surplus_allowed(501.0, 2600.0) && !surplus_allowed(450.0, 2000.0));
/// ```
pub fn surplus_allowed(surplus: f64, maintenance: f64) -> bool {
    surplus <= SURPLUS_MAX.0 && surplus <= SURPLUS_MAX.1 * maintenance
}

/// Whether so much energy is enough: never below rest, and 30 kcal per kg of fat-free mass are left after
/// exercise where that mass is known (science E, H9).
///
/// ```
/// use legwork::domain::nutrition::gate::energy_enough;
/// assert!(energy_enough(2400.0, 1700.0, Some(39.42)) && !energy_enough(1800.0, 1700.0, Some(28.0)));
/// assert!(energy_enough(1800.0, 1700.0, None) && !energy_enough(1699.0, 1700.0, None));
/// ```
pub fn energy_enough(energy: f64, resting: f64, availability: Option<f64>) -> bool {
    energy >= resting && availability.is_none_or(|left| left >= AVAILABILITY_MIN)
}

/// Energy availability: what is left for the body after exercise, kcal per kg of fat-free mass.
///
/// ```
/// use legwork::domain::nutrition::gate::availability;
/// assert_eq!(availability(1800.0, 400.0, 50.0), 28.0);
/// ```
pub fn availability(energy: f64, exercise: f64, fat_free_kg: f64) -> f64 {
    (energy - exercise) / fat_free_kg
}

/// What the planned lifting burns a day, the mean of a week, kcal.
///
/// ```
/// // Two sessions of an hour at 70 kg.
/// assert_eq!(legwork::domain::nutrition::gate::lifting(70.0, 60.0, 2.0), 80.0);
/// ```
pub fn lifting(kg: f64, minutes: f64, sessions: f64) -> f64 {
    LIFTING_KCAL_PER_KG_HOUR * kg * (minutes / 60.0) * sessions / 7.0
}
