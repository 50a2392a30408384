//! The form as it is typed: raw text and choices, checked all at once. It knows no page and stores nothing.

use super::{
    AGE_MIN, Activity, Cautions, Experience, Goal, MINUTES_MAX, MINUTES_MIN, Profile, Sex, TrainingDays,
};
use crate::domain::anatomy::Muscle;
use crate::domain::exercise::Kit;
use crate::domain::settings::{LengthUnit, MassUnit};
use crate::domain::units::number::{self, NotANumber};
use crate::domain::units::{Kg, Millimetres, Minutes, PerMille, Years};
use chrono::Weekday;
use std::collections::BTreeMap;

/// A field that can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Field {
    Age,
    Height,
    Inches,
    Weight,
    BodyFat,
    Minutes,
    Days,
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Problem {
    /// Needed, and empty.
    Empty,
    /// Not a number.
    NotANumber,
    /// Outside its range, in the unit it is typed in.
    OutOfRange(f64, f64),
    /// Not one to four days.
    NotOneToFour,
}

/// Weight a formula was made for, kg. Source: science E.
const WEIGHT_KG: (f64, f64) = (35.0, 250.0);
/// Height a formula was made for, cm. Source: science E.
const HEIGHT_CM: (f64, f64) = (130.0, 220.0);
/// Body fat that exists, percent. Source: science E.
const FAT_PERCENT: (f64, f64) = (4.0, 60.0);
/// The greatest age that is accepted, years.
const AGE_MAX: f64 = 110.0;
const CM_PER_INCH: f64 = 2.54;

/// The form's content. Choices have sane defaults; a person's body and safety answers never have.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileDraft {
    /// Unit of the weight field.
    pub mass: MassUnit,
    /// Unit of the height fields.
    pub length: LengthUnit,
    /// Years, as typed.
    pub age: String,
    /// Sex, if said.
    pub sex: Option<Sex>,
    /// Centimetres or feet, as typed.
    pub height: String,
    /// Inches, as typed, where height is in feet.
    pub inches: String,
    /// Kilograms or pounds, as typed.
    pub weight: String,
    /// Percent, as typed.
    pub body_fat: String,
    /// Experience.
    pub experience: Experience,
    /// Days legs are trained.
    pub days: Vec<Weekday>,
    /// Minutes a session, as typed.
    pub minutes: String,
    /// Equipment.
    pub kit: Kit,
    /// The muscle that comes first.
    pub priority: Option<Muscle>,
    /// Joints.
    pub cautions: Cautions,
    /// Activity.
    pub activity: Activity,
    /// What food is for.
    pub goal: Goal,
    /// Own bands, kept from an earlier profile.
    pub bands: BTreeMap<Muscle, (u8, u8)>,
}

impl Default for ProfileDraft {
    fn default() -> Self {
        Self {
            mass: MassUnit::Kilograms,
            length: LengthUnit::Centimetres,
            age: String::new(),
            sex: None,
            height: String::new(),
            inches: String::new(),
            weight: String::new(),
            body_fat: String::new(),
            experience: Experience::Intermediate,
            days: TrainingDays::spread(2).list(),
            minutes: "60".to_owned(),
            kit: Kit::GYM,
            priority: None,
            cautions: Cautions::default(),
            activity: Activity::Moderate,
            goal: Goal::Gain,
            bands: BTreeMap::new(),
        }
    }
}

impl ProfileDraft {
    /// The form for a person who has filled it in before.
    pub fn of(profile: &Profile, mass: MassUnit, length: LengthUnit) -> Self {
        let mut draft = Self {
            mass,
            length,
            age: profile.age.get().to_string(),
            sex: profile.sex,
            body_fat: profile.body_fat.map(|fat| plain(fat.percent())).unwrap_or_default(),
            experience: profile.experience,
            days: profile.days.list(),
            minutes: profile.minutes.get().to_string(),
            kit: profile.kit,
            priority: profile.priority,
            cautions: profile.cautions,
            activity: profile.activity,
            goal: profile.goal,
            bands: profile.bands.clone(),
            ..Self::default()
        };
        draft.show(profile.height, profile.weight);
        draft
    }

    /// Changes the units and converts what is typed; text that is no number is left alone.
    pub fn switch_units(&mut self, mass: MassUnit, length: LengthUnit) {
        let height = self.height_of().ok().flatten();
        let weight = self.weight_of().ok().flatten();
        let (old_height, old_inches, old_weight) =
            (self.height.clone(), self.inches.clone(), self.weight.clone());
        self.mass = mass;
        self.length = length;
        self.show(height, weight);
        if height.is_none() {
            (self.height, self.inches) = (old_height, old_inches);
        }
        if weight.is_none() {
            self.weight = old_weight;
        }
    }

    fn show(&mut self, height: Option<Millimetres>, weight: Option<Kg>) {
        (self.height, self.inches) = match (height, self.length) {
            (None, _) => (String::new(), String::new()),
            (Some(height), LengthUnit::Centimetres) => (plain(height.cm()), String::new()),
            (Some(height), LengthUnit::FeetAndInches) => {
                // Half inches, so that a height survives the way there and back to a centimetre.
                let halves = (height.cm() / CM_PER_INCH * 2.0).round();
                let feet = (halves / 24.0).floor();
                (plain(feet), plain((halves - feet * 24.0) / 2.0))
            }
        };
        self.weight = match (weight, self.mass) {
            (None, _) => String::new(),
            (Some(weight), MassUnit::Kilograms) => plain((weight.kg() * 10.0).round() / 10.0),
            (Some(weight), MassUnit::Pounds) => plain((weight.pounds() * 10.0).round() / 10.0),
        };
    }

    /// Checks everything at once.
    ///
    /// # Errors
    /// Every field that is wrong, with what is wrong with it.
    ///
    /// ```
    /// use legwork::domain::athlete::{Field, Problem, ProfileDraft};
    /// let draft = ProfileDraft { age: "30".into(), weight: "7,5".into(), ..Default::default() };
    /// assert_eq!(draft.check().unwrap_err(), [(Field::Weight, Problem::OutOfRange(35.0, 250.0))]);
    /// ```
    pub fn check(&self) -> Result<Profile, Vec<(Field, Problem)>> {
        let mut problems = Vec::new();
        let mut note = |field: Field, problem: Problem| problems.push((field, problem));
        let age = match in_range(&self.age, f64::from(AGE_MIN), AGE_MAX) {
            Ok(Some(age)) => Years::try_new(age.floor() as i64).ok(),
            Ok(None) => {
                note(Field::Age, Problem::Empty);
                None
            }
            Err(problem) => {
                note(Field::Age, problem);
                None
            }
        };
        let height = self.height_of().unwrap_or_else(|(field, problem)| {
            note(field, problem);
            None
        });
        let weight = self.weight_of().unwrap_or_else(|problem| {
            note(Field::Weight, problem);
            None
        });
        let body_fat = match in_range(&self.body_fat, FAT_PERCENT.0, FAT_PERCENT.1) {
            Ok(fat) => fat.and_then(|fat| PerMille::from_percent(fat).ok()),
            Err(problem) => {
                note(Field::BodyFat, problem);
                None
            }
        };
        let minutes = match in_range(&self.minutes, f64::from(MINUTES_MIN), f64::from(MINUTES_MAX)) {
            Ok(Some(minutes)) => Minutes::try_new(minutes.floor() as i64).ok(),
            Ok(None) => {
                note(Field::Minutes, Problem::Empty);
                None
            }
            Err(problem) => {
                note(Field::Minutes, problem);
                None
            }
        };
        let days = TrainingDays::try_new(&self.days);
        if days.is_err() {
            note(Field::Days, Problem::NotOneToFour);
        }
        match (age, minutes, days) {
            (Some(age), Some(minutes), Ok(days)) if problems.is_empty() => Ok(Profile {
                age,
                sex: self.sex,
                height,
                weight,
                body_fat,
                experience: self.experience,
                days,
                minutes,
                kit: self.kit,
                priority: self.priority,
                cautions: self.cautions,
                activity: self.activity,
                goal: self.goal,
                bands: self.bands.clone(),
            }),
            _ => Err(problems),
        }
    }

    fn weight_of(&self) -> Result<Option<Kg>, Problem> {
        let (low, high) = WEIGHT_KG;
        match self.mass {
            MassUnit::Kilograms => {
                Ok(in_range(&self.weight, low, high)?.and_then(|kg| Kg::from_kg(kg).ok()))
            }
            MassUnit::Pounds => {
                Ok(in_range(&self.weight, 77.0, 551.0)?.and_then(|pounds| Kg::from_pounds(pounds).ok()))
            }
        }
    }

    fn height_of(&self) -> Result<Option<Millimetres>, (Field, Problem)> {
        let at = |field: Field| move |problem: Problem| (field, problem);
        let cm = match self.length {
            LengthUnit::Centimetres => {
                in_range(&self.height, HEIGHT_CM.0, HEIGHT_CM.1).map_err(at(Field::Height))?
            }
            LengthUnit::FeetAndInches => {
                let feet = in_range(&self.height, 4.0, 7.0).map_err(at(Field::Height))?;
                let inches = in_range(&self.inches, 0.0, 11.9).map_err(at(Field::Inches))?;
                let cm = feet.map(|feet| (feet * 12.0 + inches.unwrap_or(0.0)) * CM_PER_INCH);
                if cm.is_some_and(|cm| cm < HEIGHT_CM.0 - 1.0 || cm > HEIGHT_CM.1 + 1.0) {
                    return Err((Field::Height, Problem::OutOfRange(4.0, 7.0)));
                }
                cm
            }
        };
        Ok(cm.and_then(|cm| Millimetres::from_cm(cm).ok()))
    }

    /// A filled-in form for examples in documentation: an adult with a gym, twice a week.
    #[doc(hidden)]
    pub fn example_profile() -> Profile {
        let form = Self { age: "30".to_owned(), ..Self::default() };
        Profile { age: Years::saturating(30), ..form.check().unwrap_or_else(|_| Self::example_profile()) }
    }
}

/// A typed number inside a range; empty is `None`.
fn in_range(text: &str, low: f64, high: f64) -> Result<Option<f64>, Problem> {
    match number::parse(text) {
        Err(NotANumber::Empty) => Ok(None),
        Err(NotANumber::Malformed) => Err(Problem::NotANumber),
        Ok(value) if value < low || value > high => Err(Problem::OutOfRange(low, high)),
        Ok(value) => Ok(Some(value)),
    }
}

/// A number without needless decimals.
fn plain(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    format!("{rounded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> ProfileDraft {
        ProfileDraft { age: "30".into(), ..ProfileDraft::default() }
    }

    #[test]
    fn a_body_and_safety_answers_are_never_prefilled() {
        let empty = ProfileDraft::default();
        assert!(empty.age.is_empty() && empty.height.is_empty() && empty.weight.is_empty());
        assert_eq!((empty.sex, empty.check().unwrap_err()), (None, vec![(Field::Age, Problem::Empty)]));
    }

    #[test]
    fn hostile_text_is_a_field_error_each() {
        for hostile in ["1e999", "-5", "NaN", "12", "999", "abc", "７０"] {
            let draft = ProfileDraft {
                weight: hostile.into(),
                height: hostile.into(),
                age: hostile.into(),
                minutes: hostile.into(),
                body_fat: hostile.repeat(2000),
                ..form()
            };
            let fields: Vec<Field> = draft.check().unwrap_err().into_iter().map(|(field, _)| field).collect();
            assert_eq!(fields, [Field::Age, Field::Height, Field::Weight, Field::BodyFat, Field::Minutes]);
        }
    }

    #[test]
    fn a_decimal_comma_is_a_number() {
        let draft = ProfileDraft { weight: "82,5".into(), height: "180,5".into(), ..form() };
        let profile = draft.check().unwrap();
        assert_eq!(profile.weight.map(Kg::kg), Some(82.5));
        assert_eq!(profile.height.map(Millimetres::cm), Some(180.5));
    }

    #[test]
    fn switching_units_converts_what_is_typed_and_comes_back() {
        let mut draft = ProfileDraft { weight: "80".into(), height: "180".into(), ..form() };
        draft.switch_units(MassUnit::Pounds, LengthUnit::FeetAndInches);
        assert_eq!((draft.weight.as_str(), draft.height.as_str(), draft.inches.as_str()), ("176.4", "5", "11"));
        draft.switch_units(MassUnit::Kilograms, LengthUnit::Centimetres);
        assert_eq!(draft.weight, "80");
        let mut odd = ProfileDraft { weight: "x".into(), ..form() };
        odd.switch_units(MassUnit::Pounds, LengthUnit::Centimetres);
        assert_eq!(odd.weight, "x");
    }

    #[test]
    fn a_profile_fills_the_form_it_came_from() {
        let draft = ProfileDraft { weight: "82.5".into(), height: "180".into(), ..form() };
        let profile = draft.check().unwrap();
        let again = ProfileDraft::of(&profile, MassUnit::Kilograms, LengthUnit::Centimetres);
        assert_eq!(again.check().unwrap(), profile);
    }
}
