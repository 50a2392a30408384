//! The units a form is typed in: what changing them does to the texts, and the sizes those stand for.

use super::{Field, Problem, ProfileDraft};
use crate::domain::athlete::size;
use crate::domain::settings::{LengthUnit, MassUnit};
use crate::domain::units::{Kg, Millimetres};

impl ProfileDraft {
    /// Changes the units and converts what is typed; text that is no number is left alone. The values stay
    /// exact: only what is shown is rounded.
    ///
    /// ```
    /// use legwork::domain::{athlete::ProfileDraft, settings::{LengthUnit, MassUnit}};
    /// let mut draft = ProfileDraft { weight: "80".into(), ..Default::default() };
    /// draft.switch_units(MassUnit::Pounds, LengthUnit::Centimetres);
    /// assert_eq!(draft.weight, "176.37");
    /// ```
    pub fn switch_units(&mut self, mass: MassUnit, length: LengthUnit) {
        let weight = self.weight().ok().flatten().filter(|_| mass != self.mass);
        let height = self.height().ok().flatten().filter(|_| length != self.length);
        self.mass = mass;
        self.length = length;
        self.write(height, weight);
    }

    pub(super) fn write(&mut self, height: Option<Millimetres>, weight: Option<Kg>) {
        if let Some(height) = height {
            (self.height, self.inches) = self.written.height(height, self.length);
        }
        if let Some(weight) = weight {
            self.weight = self.written.weight(weight, self.mass);
        }
    }

    pub(super) fn weight(&self) -> Result<Option<Kg>, Problem> {
        size::weight(&self.weight, self.mass, &self.written)
    }

    pub(super) fn height(&self) -> Result<Option<Millimetres>, (Field, Problem)> {
        size::height(&self.height, &self.inches, self.length, &self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::athlete::size::decimals;

    fn form() -> ProfileDraft {
        ProfileDraft { age: "30".into(), ..ProfileDraft::default() }
    }

    fn imperial(height: &str, inches: &str, weight: &str) -> ProfileDraft {
        ProfileDraft {
            mass: MassUnit::Pounds,
            length: LengthUnit::FeetAndInches,
            height: height.into(),
            inches: inches.into(),
            weight: weight.into(),
            ..form()
        }
    }

    #[test]
    fn feet_and_inches_are_whole_feet_and_the_rest() {
        assert_eq!(imperial("5", "11", "").check().unwrap().height.map(Millimetres::get), Some(1803));
        assert_eq!(imperial("6", "", "").check().unwrap().height.map(Millimetres::get), Some(1829));
        let problem = |height: &str, inches: &str| imperial(height, inches, "").check().unwrap_err();
        assert_eq!(problem("5.9", ""), [(Field::Height, Problem::NotWhole)]);
        assert_eq!(problem("", "11"), [(Field::Height, Problem::Empty)]);
        assert_eq!(problem("8", "0"), [(Field::Height, Problem::OutOfRange(4.0, 7.0))]);
        assert_eq!(problem("5", "12"), [(Field::Inches, Problem::OutOfRange(0.0, 11.0))]);
        assert_eq!(problem("5", "-1"), [(Field::Inches, Problem::OutOfRange(0.0, 11.0))]);
        assert_eq!(problem("4", "3"), [(Field::Inches, Problem::OutOfRange(4.0, 11.0))]);
        assert_eq!(problem("7", "3"), [(Field::Inches, Problem::OutOfRange(0.0, 2.0))]);
        assert!(imperial("4", "4", "").check().is_ok() && imperial("7", "2", "").check().is_ok());
    }

    #[test]
    fn pounds_have_their_own_range() {
        assert!(imperial("", "", "78").check().is_ok() && imperial("", "", "551").check().is_ok());
        for outside in ["77", "552", "-5"] {
            let problems = imperial("", "", outside).check().unwrap_err();
            assert_eq!(problems, [(Field::Weight, Problem::OutOfRange(78.0, 551.0))]);
        }
    }

    #[test]
    fn switching_units_there_and_back_changes_no_value_and_no_text() {
        for grams in (35_000..250_000).step_by(50) {
            let kg = decimals(f64::from(grams) / 1000.0, 3);
            let mm = 1300 + (grams - 35_000) / 250;
            let cm = decimals(f64::from(mm) / 10.0, 1);
            let mut draft = ProfileDraft { weight: kg.clone(), height: cm.clone(), ..form() };
            let before = draft.check().unwrap();
            draft.switch_units(MassUnit::Pounds, LengthUnit::FeetAndInches);
            assert_eq!(draft.check().unwrap(), before, "{kg} kg, {cm} cm");
            draft.switch_units(MassUnit::Kilograms, LengthUnit::Centimetres);
            assert_eq!(draft.check().unwrap(), before, "{kg} kg, {cm} cm");
            assert_eq!((draft.weight, draft.height, draft.inches), (kg, cm, String::new()));
        }
    }

    #[test]
    fn pounds_and_inches_come_back_as_they_were_typed() {
        for quarter in 4 * 78..=4 * 551 {
            let weight = decimals(f64::from(quarter) / 4.0, 2);
            let inches = decimals(f64::from(quarter % 24) / 2.0, 1);
            let mut draft = imperial("5", &inches, &weight);
            let before = draft.check().unwrap();
            draft.switch_units(MassUnit::Kilograms, LengthUnit::Centimetres);
            assert_eq!(draft.check().unwrap(), before);
            draft.switch_units(MassUnit::Pounds, LengthUnit::FeetAndInches);
            assert_eq!((draft.height.as_str(), draft.inches, draft.weight), ("5", inches, weight));
        }
    }

    #[test]
    fn a_touched_text_counts_as_typed() {
        let mut draft = ProfileDraft { weight: "80".into(), ..form() };
        draft.switch_units(MassUnit::Pounds, LengthUnit::Centimetres);
        draft.weight = "200".into();
        let weight = draft.check().unwrap().weight;
        assert_eq!(weight, Kg::from_pounds(200.0).ok());
    }

    #[test]
    fn text_that_is_no_number_survives_a_change_of_units() {
        let mut odd = ProfileDraft { weight: "x".into(), height: "5 11".into(), ..form() };
        odd.switch_units(MassUnit::Pounds, LengthUnit::FeetAndInches);
        assert_eq!((odd.weight.as_str(), odd.height.as_str()), ("x", "5 11"));
    }
}
