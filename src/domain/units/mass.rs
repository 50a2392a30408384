//! Mass as whole grams, with pounds in and out; it does not know plates or bars.

use super::{OutOfRange, bounded, checked_round};

bounded! {
    /// A mass kept in grams, 0-1000 kg: loads and body weight.
    ///
    /// ```
    /// use legwork::domain::units::Kg;
    /// assert_eq!(Kg::from_pounds(225.0).unwrap().get(), 102_058);
    /// assert_eq!(Kg::from_kg(82.5).unwrap().kg(), 82.5);
    /// ```
    Kg(u32), "grams", 0 ..= 1_000_000
}

/// Kilograms in one international pound (exact by definition, 1959).
pub const KG_PER_POUND: f64 = 0.453_592_37;

impl Kg {
    /// No load.
    pub const ZERO: Self = Self(0);

    /// From kilograms, to the nearest gram.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 0-1000 kg or for a value that is not a number.
    pub fn from_kg(kg: f64) -> Result<Self, OutOfRange> {
        checked_round("grams", kg * 1000.0, 0.0, 1_000_000.0).map(Self::saturating)
    }

    /// From pounds, to the nearest gram: any quarter pound comes back unchanged from [`Kg::pounds`]
    /// when shown with two decimals.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 0-1000 kg or for a value that is not a number.
    pub fn from_pounds(pounds: f64) -> Result<Self, OutOfRange> {
        Self::from_kg(pounds * KG_PER_POUND)
    }

    /// In kilograms.
    pub fn kg(self) -> f64 {
        f64::from(self.0) / 1000.0
    }

    /// In pounds.
    pub fn pounds(self) -> f64 {
        self.kg() / KG_PER_POUND
    }

    /// In grams.
    pub const fn grams(self) -> u32 {
        self.0
    }

    /// The difference to an earlier mass.
    ///
    /// ```
    /// use legwork::domain::units::Kg;
    /// let change = Kg::from_kg(79.5).unwrap().since(Kg::from_kg(80.0).unwrap());
    /// assert_eq!(change.kg(), -0.5);
    /// ```
    pub fn since(self, earlier: Kg) -> MassChange {
        MassChange { grams: i64::from(self.0) - i64::from(earlier.0) }
    }
}

/// A difference of two masses in grams, either sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MassChange {
    grams: i64,
}

impl MassChange {
    /// In kilograms.
    pub fn kg(self) -> f64 {
        self.grams as f64 / 1000.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_quarter_pound_survives_the_way_to_grams_and_back() {
        for quarter in 0..8800_u32 {
            let pounds = f64::from(quarter) / 4.0;
            let back = Kg::from_pounds(pounds).unwrap().pounds();
            assert_eq!((back * 4.0).round() as u32, quarter, "{pounds} lb came back as {back}");
        }
    }

    #[test]
    fn hostile_loads_are_refused() {
        for hostile in [f64::NAN, f64::INFINITY, 1e308, -5.0, 1000.001] {
            assert!(Kg::from_kg(hostile).is_err(), "{hostile}");
        }
    }
}
