//! The form as it is typed: raw text and choices, checked all at once. It knows no page and stores nothing.

mod problem;
mod units;

pub use problem::{Field, Problem};

use super::size::{Written, decimals, typed};
use super::{
    AGE_MIN, Activity, Cautions, Experience, Goal, MINUTES_MAX, MINUTES_MIN, Profile, Sex, TrainingDays,
};
use crate::domain::anatomy::Muscle;
use crate::domain::exercise::Kit;
use crate::domain::ordered::OrderedMap;
use crate::domain::settings::{LengthUnit, MassUnit};
use crate::domain::units::{Minutes, PerMille, Years};
use chrono::Weekday;

/// Body fat that exists, percent. Source: science E.
const FAT_PERCENT: (f64, f64) = (4.0, 60.0);
/// The greatest age that is accepted, years.
const AGE_MAX: f64 = 110.0;

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
    pub bands: OrderedMap<Muscle, (u8, u8)>,
    /// What the form itself wrote, by [`ProfileDraft::of`] or a change of units.
    pub written: Written,
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
            bands: OrderedMap::new(),
            written: Written::default(),
        }
    }
}

impl ProfileDraft {
    /// The form for a person who has filled it in before. Checked untouched, it is that person again.
    pub fn of(profile: &Profile, mass: MassUnit, length: LengthUnit) -> Self {
        let mut draft = Self {
            mass,
            length,
            age: profile.age.get().to_string(),
            sex: profile.sex,
            body_fat: profile.body_fat.map(|fat| decimals(fat.percent(), 1)).unwrap_or_default(),
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
        draft.write(profile.height, profile.weight);
        draft
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
        let ages = (f64::from(AGE_MIN), AGE_MAX);
        let age = number_in(&self.age, ages).and_then(needed).map_err(|problem| (Field::Age, problem));
        let age = kept(age, &mut problems);
        let height = kept(self.height(), &mut problems);
        let weight = kept(self.weight().map_err(|problem| (Field::Weight, problem)), &mut problems);
        let fat = number_in(&self.body_fat, FAT_PERCENT).map_err(|problem| (Field::BodyFat, problem));
        let fat = kept(fat, &mut problems);
        let lengths = (f64::from(MINUTES_MIN), f64::from(MINUTES_MAX));
        let minutes =
            number_in(&self.minutes, lengths).and_then(needed).map_err(|problem| (Field::Minutes, problem));
        let minutes = kept(minutes, &mut problems);
        let days = TrainingDays::try_new(&self.days).map_err(|_| (Field::Days, Problem::NotOneToFour));
        let days = kept(days, &mut problems);
        let (Some(age), Some(height), Some(weight), Some(fat), Some(minutes), Some(days)) =
            (age, height, weight, fat, minutes, days)
        else {
            return Err(problems);
        };
        Ok(Profile {
            // Completed years; a part of a minute is none.
            age: Years::saturating(age.floor() as i64),
            sex: self.sex,
            height,
            weight,
            body_fat: fat.and_then(|fat| PerMille::from_percent(fat).ok()),
            experience: self.experience,
            days,
            minutes: Minutes::saturating(minutes.floor() as i64),
            kit: self.kit,
            priority: self.priority,
            cautions: self.cautions,
            activity: self.activity,
            goal: self.goal,
            bands: self.bands.clone(),
        })
    }

    /// A profile for examples in documentation: an adult with a gym, twice a week.
    #[doc(hidden)]
    pub fn example_profile() -> Profile {
        let form = Self::default();
        Profile {
            age: Years::saturating(30),
            sex: None,
            height: None,
            weight: None,
            body_fat: None,
            experience: form.experience,
            days: TrainingDays::spread(2),
            minutes: Minutes::saturating(60),
            kit: form.kit,
            priority: None,
            cautions: form.cautions,
            activity: form.activity,
            goal: form.goal,
            bands: form.bands,
        }
    }
}

/// The value, or a note of what is wrong.
fn kept<T>(read: Result<T, (Field, Problem)>, problems: &mut Vec<(Field, Problem)>) -> Option<T> {
    read.map_err(|problem| problems.push(problem)).ok()
}

/// A typed number inside a range; empty is `None`.
fn number_in(text: &str, (low, high): (f64, f64)) -> Result<Option<f64>, Problem> {
    match typed(text)? {
        Some(value) if value < low || value > high => Err(Problem::OutOfRange(low, high)),
        value => Ok(value),
    }
}

fn needed(value: Option<f64>) -> Result<f64, Problem> {
    value.ok_or(Problem::Empty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::units::{Kg, Millimetres};

    fn form() -> ProfileDraft {
        ProfileDraft { age: "30".into(), ..ProfileDraft::default() }
    }

    fn fields(draft: &ProfileDraft) -> Vec<Field> {
        draft.check().unwrap_err().into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn a_body_and_safety_answers_are_never_prefilled() {
        let empty = ProfileDraft::default();
        assert!(empty.age.is_empty() && empty.height.is_empty() && empty.weight.is_empty());
        assert_eq!((empty.sex, empty.check().unwrap_err()), (None, vec![(Field::Age, Problem::Empty)]));
    }

    #[test]
    fn the_example_is_the_form_as_it_stands_with_an_age() {
        assert_eq!(form().check().unwrap(), ProfileDraft::example_profile());
    }

    #[test]
    fn hostile_text_is_a_field_error_each() {
        for hostile in ["1e999", "-5", "NaN", "12", "999", "abc", "７０", "7.5.1", "<b>80</b>", "80; drop"]
        {
            let draft = ProfileDraft {
                weight: hostile.into(),
                height: hostile.into(),
                age: hostile.into(),
                minutes: hostile.into(),
                body_fat: hostile.repeat(2000),
                ..form()
            };
            assert_eq!(fields(&draft), {
                [Field::Age, Field::Height, Field::Weight, Field::BodyFat, Field::Minutes]
            });
        }
    }

    #[test]
    fn ten_thousand_characters_are_too_long() {
        let draft = ProfileDraft { weight: "8".repeat(10_000), days: Vec::new(), ..form() };
        assert_eq!(draft.check().unwrap_err(), {
            [(Field::Weight, Problem::TooLong), (Field::Days, Problem::NotOneToFour)]
        });
    }

    #[test]
    fn a_decimal_comma_is_a_number() {
        let draft = ProfileDraft { weight: "82,5".into(), height: "180,5".into(), ..form() };
        let profile = draft.check().unwrap();
        assert_eq!(profile.weight.map(Kg::kg), Some(82.5));
        assert_eq!(profile.height.map(Millimetres::cm), Some(180.5));
    }

    #[test]
    fn the_ends_of_every_range_are_inside() {
        let ends = [("13", "130", "35", "4", "20"), ("110", "220", "250", "60", "150")];
        for (age, height, weight, fat, minutes) in ends {
            let draft = ProfileDraft {
                age: age.into(),
                height: height.into(),
                weight: weight.into(),
                body_fat: fat.into(),
                minutes: minutes.into(),
                ..form()
            };
            assert!(draft.check().is_ok(), "{age}");
        }
        let draft = ProfileDraft {
            age: "12.9".into(),
            height: "129.9".into(),
            weight: "250.1".into(),
            body_fat: "3.9".into(),
            minutes: "19".into(),
            ..form()
        };
        assert_eq!(fields(&draft).len(), 5);
    }

    #[test]
    fn a_profile_fills_the_form_it_came_from() {
        let body = Profile {
            weight: Some(Kg::saturating(82_537)),
            height: Some(Millimetres::saturating(1803)),
            body_fat: Some(PerMille::saturating(153)),
            sex: Some(Sex::Female),
            ..ProfileDraft::example_profile()
        };
        for mass in [MassUnit::Kilograms, MassUnit::Pounds] {
            for length in [LengthUnit::Centimetres, LengthUnit::FeetAndInches] {
                assert_eq!(ProfileDraft::of(&body, mass, length).check().unwrap(), body);
            }
        }
    }
}
