//! A weight as it is stamped on the iron, exact in its own unit; not who owns it.

use crate::domain::settings::MassUnit;
use crate::domain::units::{Kg, OutOfRange};

/// Tenths of a microgram in a hundredth of a kilogram.
const PER_KG_HUNDREDTH: i64 = 100_000_000;
/// Tenths of a microgram in a hundredth of a pound: exact, as the pound is 0.45359237 kg.
const PER_POUND_HUNDREDTH: i64 = 45_359_237;
/// Tenths of a microgram in a gram.
const PER_GRAM: i64 = 10_000_000;

/// A weight of so many hundredths of a kilogram or of a pound. Sums of these are exact, where sums of rounded
/// grams are not: four plates of 45 lb and a bar of 45 lb are 225 lb to the gram.
///
/// ```
/// use legwork::domain::training::loading::Iron;
/// assert_eq!(Iron::pounds(45.0).unwrap().mass().grams(), 20_412);
/// assert_eq!(Iron::kilograms(1.25).unwrap().mass().grams(), 1_250);
/// assert!(Iron::kilograms(f64::NAN).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Iron {
    hundredths: u32,
    unit: MassUnit,
}

impl Iron {
    /// No weight.
    pub const ZERO: Self = Self { hundredths: 0, unit: MassUnit::Kilograms };

    /// So many hundredths of a unit; what is more than 1000 kg is 1000 kg.
    pub const fn hundredths(hundredths: u32, unit: MassUnit) -> Self {
        let most = match unit {
            MassUnit::Kilograms => 100_000,
            MassUnit::Pounds => 220_462,
        };
        Self { hundredths: if hundredths > most { most } else { hundredths }, unit }
    }

    /// From kilograms, to the nearest hundredth.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 0-1000 kg or for a value that is not a number.
    pub fn kilograms(kg: f64) -> Result<Self, OutOfRange> {
        Kg::from_kg(kg).map(|mass| Self::of(mass, MassUnit::Kilograms))
    }

    /// From pounds, to the nearest hundredth.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 0-1000 kg or for a value that is not a number.
    pub fn pounds(pounds: f64) -> Result<Self, OutOfRange> {
        Kg::from_pounds(pounds).map(|mass| Self::of(mass, MassUnit::Pounds))
    }

    /// What a mass says in a unit, to the nearest hundredth.
    ///
    /// ```
    /// use legwork::domain::{settings::MassUnit, training::loading::Iron, units::Kg};
    /// let plate = Iron::of(Kg::saturating(20_412), MassUnit::Pounds);
    /// assert_eq!(plate.stamp(), (4500, MassUnit::Pounds));
    /// ```
    pub fn of(mass: Kg, unit: MassUnit) -> Self {
        let value = match unit {
            MassUnit::Kilograms => mass.kg(),
            MassUnit::Pounds => mass.pounds(),
        };
        Self::hundredths((value * 100.0).round() as u32, unit)
    }

    /// The number on it and its unit.
    pub const fn stamp(self) -> (u32, MassUnit) {
        (self.hundredths, self.unit)
    }

    /// Its mass, to the gram.
    pub const fn mass(self) -> Kg {
        mass(self.parts())
    }

    /// In tenths of a microgram.
    pub(super) const fn parts(self) -> i64 {
        self.hundredths as i64
            * match self.unit {
                MassUnit::Kilograms => PER_KG_HUNDREDTH,
                MassUnit::Pounds => PER_POUND_HUNDREDTH,
            }
    }
}

/// A mass in tenths of a microgram.
pub(super) const fn parts(mass: Kg) -> i64 {
    mass.grams() as i64 * PER_GRAM
}

/// The mass of so many tenths of a microgram, to the gram.
pub(super) const fn mass(parts: i64) -> Kg {
    Kg::saturating((parts + PER_GRAM / 2) / PER_GRAM)
}

/// Masses are kept in whole grams: nearer than this, two are the same.
pub(super) const NEAR: i64 = PER_GRAM;
