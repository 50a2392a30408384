//! Daily energy and macronutrient targets, or the rule that forbids showing them: never a zero, never a
//! guess. Here the rules only meet; each stands in the file of its noun.

pub use super::gate::{Missing, Refusal};
pub use super::macros::{FatRule, PROTEIN_G_PER_KG};
pub use super::surplus::SurplusRule;

use super::expenditure::{Body, Formula, NoFormula, by, fat_free, fat_problem, multiplier};
use super::gate::{self, availability, energy_enough, lifting, surplus_allowed};
use super::macros::{CARBS_G_PER_KG, macros_with, reference_weight};
use super::maintenance::doubt;
use super::surplus::{BMI_HIGH, BMI_MAINTAIN, Eater, surplus};
use super::water::drink_litres;
use crate::domain::athlete::{Activity, Profile, Sex};
use crate::domain::calendar::Day;
use crate::domain::safety::{Condition, SafetyAnswers};
use crate::domain::units::{Grams, Kcal, Kg};

/// Below this body mass index a clinician is named and nothing is taken away. Source: science E.
const BMI_LOW: f64 = 18.5;

/// The targets of a day, in full precision; the methods round.
#[derive(Debug, Clone, PartialEq)]
pub struct Targets {
    /// What they were computed from.
    pub basis: Basis,
    /// Resting energy, kcal.
    pub resting: f64,
    /// Maintenance, kcal.
    pub maintenance: f64,
    /// Surplus, kcal.
    pub surplus: f64,
    /// The surplus as a share of maintenance, percent.
    pub surplus_percent: f64,
    /// Which rule set the surplus, or would have where the person chose their own.
    pub surplus_rule: SurplusRule,
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

/// What targets were computed from: the formula and every input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Basis {
    /// The formula of resting energy.
    pub formula: Formula,
    /// Sex.
    pub sex: Sex,
    /// Years.
    pub age: u8,
    /// Centimetres.
    pub cm: f64,
    /// Body mass index.
    pub bmi: f64,
    /// The weight that protein and fat are counted by, kg.
    pub reference_kg: f64,
    /// Activity; training is in it.
    pub activity: Activity,
    /// Fat-free mass, kg, where body fat is known.
    pub fat_free_kg: Option<f64>,
    /// Energy left after the planned lifting, kcal per kg of fat-free mass, where that is known.
    pub availability: Option<f64>,
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
    /// No surplus by default at this body mass index, body fat being unknown.
    NoSurplusAtThisBmi,
    /// Kidney disease.
    KidneysProtein,
    /// Water is not set: fluid restriction.
    FluidRestriction,
    /// Weight surely rises more than half a percent a week.
    RisingFast,
    /// More than a percent, which ends the surplus.
    RisingTooFast,
}

/// The targets of a day for a person, with the newest weight where one is logged.
///
/// # Errors
/// [`Refusal`]: the rule of science E and H9 that forbids a number, or what is missing.
///
/// ```
/// use legwork::domain::athlete::{ProfileDraft, Sex};
/// use legwork::domain::{calendar::Day, nutrition::targets::{Missing, Refusal, targets}, safety::SafetyAnswers};
/// let today = Day::parse("2026-11-21").unwrap();
/// let mut form = ProfileDraft { age: "30".into(), sex: Some(Sex::Male), weight: "80".into(), ..Default::default() };
/// let answers = SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() };
/// let without = targets(&form.check().unwrap(), &answers, None, today);
/// assert_eq!(without, Err(Refusal::Missing(vec![Missing::Height])));
/// form.height = "180".into();
/// assert_eq!(targets(&form.check().unwrap(), &answers, None, today).unwrap().energy_kcal().get(), 2966);
/// ```
pub fn targets(
    profile: &Profile,
    safety: &SafetyAnswers,
    weighed: Option<Kg>,
    today: Day,
) -> Result<Targets, Refusal> {
    chosen(profile, safety, weighed, today, &Choices::default()).map_err(|refused| match refused {
        Refused::Rule(refusal) => refusal,
        Refused::Choice(_) => Refusal::Impossible,
    })
}

/// What a person may choose of their targets; nothing chosen is what the rules say.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Choices {
    /// The formula of resting energy.
    pub formula: Formula,
    /// Maintenance as learned and accepted, kcal, in place of the formula's.
    pub maintenance: Option<f64>,
    /// The surplus, kcal.
    pub surplus: Option<f64>,
    /// Protein, g per kg of reference weight.
    pub protein: Option<f64>,
}

/// Why there are no numbers: a rule about the person, or what they chose.
#[derive(Debug, Clone, PartialEq)]
pub enum Refused {
    /// A rule.
    Rule(Refusal),
    /// A choice.
    Choice(BadChoice),
}

/// A choice that cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadChoice {
    /// The formula gives no number for this body.
    Formula(NoFormula),
    /// Below nothing (there is no deficit, science H9), above 500 kcal or a fifth of maintenance, or any above
    /// a body mass index of 40.
    Surplus,
    /// Protein outside 1.6-2.2 g per kg.
    Protein,
    /// Maintenance so far from the formula that it is not trusted (science H6).
    Maintenance,
    /// What was chosen leaves the body too little.
    TooLittle,
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Rule(refusal)
    }
}

/// The targets of a day with the person's own choices, under the same rules.
///
/// # Errors
/// [`Refused`]: a rule that forbids a number, or a choice that cannot be.
///
/// ```
/// use legwork::domain::athlete::{ProfileDraft, Sex};
/// use legwork::domain::nutrition::{expenditure::{Formula, NoFormula}, targets::{BadChoice, Choices, Refused, chosen}};
/// use legwork::domain::{calendar::Day, safety::SafetyAnswers};
/// let today = Day::parse("2026-11-21").unwrap();
/// let form = ProfileDraft { age: "30".into(), sex: Some(Sex::Male), weight: "80".into(), height: "180".into(), ..Default::default() };
/// let answers = SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() };
/// let ask = |choices: Choices| chosen(&form.check().unwrap(), &answers, None, today, &choices);
/// let katch = ask(Choices { formula: Formula::KatchMcArdle, ..Choices::default() });
/// assert_eq!(katch, Err(Refused::Choice(BadChoice::Formula(NoFormula::NeedsBodyFat))));
/// assert_eq!(ask(Choices { surplus: Some(300.0), ..Choices::default() }).unwrap().energy_kcal().get(), 3059);
/// ```
pub fn chosen(
    profile: &Profile,
    safety: &SafetyAnswers,
    weighed: Option<Kg>,
    today: Day,
    choices: &Choices,
) -> Result<Targets, Refused> {
    gate::person(profile, safety, today)?;
    let weight = weighed.or(profile.weight);
    let (Some(sex), Some(height), Some(weight)) = (profile.sex, profile.height, weight) else {
        return Err(Refusal::Missing(missing(profile, weight)).into());
    };
    let (kg, metres) = (weight.kg(), height.metres());
    let bmi = gate::size(kg, height.cm())?;
    let body = Body { sex, kg, cm: height.cm(), age: f64::from(profile.age.get()) };
    let fat_percent = profile.body_fat.map(|fat| fat.percent());
    let fat_problem = fat_percent.and_then(|fat| fat_problem(body, fat));
    if fat_problem == Some(NoFormula::OutsideRange) {
        return Err(Refusal::OutsideFormula.into());
    }

    let bad = |choice| Refused::Choice(choice);
    let resting = by(choices.formula, body, fat_percent).map_err(|why| bad(BadChoice::Formula(why)))?;
    let by_formula = resting * multiplier(profile.activity);
    let maintenance = choices.maintenance.unwrap_or(by_formula);
    // By formula a very quiet life may come near resting energy; what is put in its place may not.
    if choices.maintenance.is_some() && doubt(maintenance, resting, by_formula).is_some() {
        return Err(bad(BadChoice::Maintenance));
    }
    // A body fat that cannot be lifts no rule about the body mass index; a high one still holds.
    let doubtful = fat_problem.is_some() && bmi >= BMI_HIGH;
    let eater = Eater {
        sex,
        experience: profile.experience,
        goal: profile.goal,
        bmi,
        fat_percent: fat_percent.filter(|_| !doubtful),
    };
    let (usual, rule) = surplus(&eater, maintenance);
    let (surplus, surplus_rule) = match choices.surplus {
        None => (usual, rule),
        Some(own) if own == 0.0 => (own, rule),
        Some(own) if own > 0.0 && bmi <= BMI_MAINTAIN && surplus_allowed(own, maintenance) => (own, rule),
        Some(_) => return Err(bad(BadChoice::Surplus)),
    };
    let aim = choices.protein.unwrap_or(PROTEIN_G_PER_KG.1);
    if !(PROTEIN_G_PER_KG.0..=PROTEIN_G_PER_KG.2).contains(&aim) {
        return Err(bad(BadChoice::Protein));
    }
    let energy = maintenance + surplus;

    let lean = fat_percent.map(|fat| fat_free(kg, fat)).filter(|lean| *lean > 0.0);
    let exercise = lifting(kg, f64::from(profile.minutes.get()), f64::from(profile.days.count()));
    let availability = lean.map(|lean| availability(energy, exercise, lean));
    if !energy_enough(energy, resting, availability) {
        return Err(Refusal::TooLow.into());
    }
    let reference_kg = reference_weight(kg, metres);
    let split = macros_with(energy, kg, reference_kg, aim);
    if split.carbs < 0.0 || !surplus_allowed(surplus, maintenance) {
        return Err(Refusal::Impossible.into());
    }
    let carbs_per_kg = split.carbs / kg;
    let restricted = safety.has(Condition::FluidRestriction);
    let mut warnings = Vec::new();
    for (applies, warning) in [
        (bmi < BMI_LOW, Warning::Underweight),
        (bmi > BMI_MAINTAIN, Warning::VeryHighBmi),
        (surplus_rule == SurplusRule::HighFat, Warning::NoSurplusAtThisFat),
        (surplus_rule == SurplusRule::HighBmi, Warning::NoSurplusAtThisBmi),
        (carbs_per_kg < CARBS_G_PER_KG, Warning::FewCarbs),
        (safety.has(Condition::KidneyDisease), Warning::KidneysProtein),
        (restricted, Warning::FluidRestriction),
    ] {
        if applies {
            warnings.push(warning);
        }
    }
    Ok(Targets {
        basis: Basis {
            formula: choices.formula,
            sex,
            age: profile.age.get(),
            cm: height.cm(),
            bmi,
            reference_kg,
            activity: profile.activity,
            fat_free_kg: lean,
            availability,
        },
        resting,
        maintenance,
        surplus,
        surplus_percent: surplus / maintenance * 100.0,
        surplus_rule,
        energy,
        protein: split.protein,
        fat: split.fat,
        fat_rule: split.fat_rule,
        carbs: split.carbs,
        carbs_per_kg,
        meal: split.meal,
        drink: (!restricted).then(|| drink_litres(sex, 0.0)),
        weight,
        warnings,
    })
}

impl Targets {
    /// Energy to eat, to the nearest kilocalorie.
    pub fn energy_kcal(&self) -> Kcal {
        Kcal::saturating(self.energy.round() as i64)
    }

    /// Maintenance, to the nearest kilocalorie.
    pub fn maintenance_kcal(&self) -> Kcal {
        Kcal::saturating(self.maintenance.round() as i64)
    }

    /// Protein to aim for, to the nearest gram.
    pub fn protein_grams(&self) -> Grams {
        Grams::saturating(self.protein.1.round() as i64)
    }

    /// Fat, to the nearest gram.
    pub fn fat_grams(&self) -> Grams {
        Grams::saturating(self.fat.round() as i64)
    }

    /// Carbohydrate, to the nearest gram.
    pub fn carbs_grams(&self) -> Grams {
        Grams::saturating(self.carbs.round() as i64)
    }
}

fn missing(profile: &Profile, weight: Option<Kg>) -> Vec<Missing> {
    let all = [
        (profile.sex.is_none(), Missing::Sex),
        (profile.height.is_none(), Missing::Height),
        (weight.is_none(), Missing::Weight),
    ];
    all.into_iter().filter(|(lacks, _)| *lacks).map(|(_, what)| what).collect()
}
