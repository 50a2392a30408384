//! Height and weight as they are typed, in either unit, and as they are shown there; whose they are it does
//! not know.

use super::form::{Field, Problem};
use crate::decimal;
use crate::domain::settings::{LengthUnit, MassUnit};
use crate::domain::units::number::{self, NotANumber};
use crate::domain::units::{Kg, Millimetres};

/// Weight a formula was made for, kg. Source: science E.
pub const WEIGHT_KG: (f64, f64) = (35.0, 250.0);
/// Height a formula was made for, cm. Source: science E.
pub const HEIGHT_CM: (f64, f64) = (130.0, 220.0);
/// [`WEIGHT_KG`] in whole pounds inside it, for the message.
const WEIGHT_LB: (f64, f64) = (78.0, 551.0);
/// [`HEIGHT_CM`] in whole feet around it.
const FEET: (f64, f64) = (4.0, 7.0);
/// Whole inches beyond four feet from which, and beyond seven to which, a height is inside [`HEIGHT_CM`].
const INCHES_ENDS: (f64, f64) = (4.0, 2.0);
/// Whole inches a foot has room for.
const INCHES_MAX: f64 = 11.0;
const MM_PER_INCH: f64 = 25.4;

/// What the form itself wrote into its fields, and the exact values that stands for: as long as the text is
/// untouched, nothing is lost to the rounding of what is shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Written {
    weight: Option<(String, Kg)>,
    height: Option<(String, String, Millimetres)>,
}

impl Written {
    /// The text of a weight; it stands for exactly this weight from now on.
    pub(super) fn weight(&mut self, weight: Kg, unit: MassUnit) -> String {
        let text = decimals(
            match unit {
                MassUnit::Kilograms => weight.kg(),
                MassUnit::Pounds => weight.pounds(),
            },
            2,
        );
        self.weight = Some((text.clone(), weight));
        text
    }

    /// The texts of a height, centimetres or feet and inches; they stand for exactly this height.
    pub(super) fn height(&mut self, height: Millimetres, unit: LengthUnit) -> (String, String) {
        let (first, second) = match unit {
            LengthUnit::Centimetres => (decimals(height.cm(), 1), String::new()),
            LengthUnit::FeetAndInches => {
                let tenths = (f64::from(height.get()) / MM_PER_INCH * 10.0).round();
                let feet = (tenths / 120.0).floor();
                (decimals(feet, 0), decimals((tenths - feet * 120.0) / 10.0, 1))
            }
        };
        self.height = Some((first.clone(), second.clone(), height));
        (first, second)
    }
}

/// The weight that is typed; none where the field is empty.
pub(super) fn weight(text: &str, unit: MassUnit, written: &Written) -> Result<Option<Kg>, Problem> {
    if let Some((known, weight)) = &written.weight
        && known == text
    {
        return Ok(Some(*weight));
    }
    let Some(value) = typed(text)? else { return Ok(None) };
    let (weight, (low, high)) = match unit {
        MassUnit::Kilograms => (Kg::from_kg(value), WEIGHT_KG),
        MassUnit::Pounds => (Kg::from_pounds(value), WEIGHT_LB),
    };
    let inside = weight.ok().filter(|weight| weight.kg() >= WEIGHT_KG.0 && weight.kg() <= WEIGHT_KG.1);
    inside.map(Some).ok_or(Problem::OutOfRange(low, high))
}

/// The height that is typed; none where the fields are empty.
pub(super) fn height(
    text: &str,
    inches: &str,
    unit: LengthUnit,
    written: &Written,
) -> Result<Option<Millimetres>, (Field, Problem)> {
    if let Some((first, second, height)) = &written.height
        && first == text
        && second == inches
    {
        return Ok(Some(*height));
    }
    let feet = typed(text).map_err(|problem| (Field::Height, problem))?;
    if unit == LengthUnit::Centimetres {
        let (low, high) = HEIGHT_CM;
        return match feet {
            Some(cm) if !(low..=high).contains(&cm) => Err((Field::Height, Problem::OutOfRange(low, high))),
            cm => Ok(cm.and_then(|cm| Millimetres::from_cm(cm).ok())),
        };
    }
    let inches = typed(inches).map_err(|problem| (Field::Inches, problem))?;
    let Some(feet) = feet else {
        return if inches.is_some() { Err((Field::Height, Problem::Empty)) } else { Ok(None) };
    };
    if !(FEET.0..=FEET.1).contains(&feet) {
        return Err((Field::Height, Problem::OutOfRange(FEET.0, FEET.1)));
    }
    // "5.9" is five feet nine to one person and a tenth less than six feet to another.
    if feet.fract() != 0.0 {
        return Err((Field::Height, Problem::NotWhole));
    }
    let inches = inches.unwrap_or(0.0);
    let cm = (feet * 12.0 + inches) * MM_PER_INCH / 10.0;
    let (low, high) = (
        if feet == FEET.0 { INCHES_ENDS.0 } else { 0.0 },
        if feet == FEET.1 { INCHES_ENDS.1 } else { INCHES_MAX },
    );
    if !(0.0..12.0).contains(&inches) || !(HEIGHT_CM.0..=HEIGHT_CM.1).contains(&cm) {
        return Err((Field::Inches, Problem::OutOfRange(low, high)));
    }
    Ok(Millimetres::from_cm(cm).ok())
}

/// A typed number; empty is `None`.
pub(super) fn typed(text: &str) -> Result<Option<f64>, Problem> {
    match number::parse(text) {
        Ok(value) => Ok(Some(value)),
        Err(NotANumber::Empty) => Ok(None),
        Err(NotANumber::TooLong) => Err(Problem::TooLong),
        Err(NotANumber::Malformed) => Err(Problem::NotANumber),
    }
}

/// A number to so many places, without needless zeros.
pub(super) fn decimals(value: f64, places: usize) -> String {
    decimal::write_short(value, places)
}
