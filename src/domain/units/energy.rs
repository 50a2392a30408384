//! Food energy and masses of nutrients; it does not know what anybody should eat.

use super::{OutOfRange, bounded, checked_round};

bounded! {
    /// Energy in kilocalories.
    ///
    /// ```
    /// assert_eq!(legwork::domain::units::Kcal::from_f64(2759.4).unwrap().get(), 2759);
    /// ```
    Kcal(u16), "kilocalories", 0 ..= 20000
}
bounded! {
    /// A mass of a nutrient in whole grams.
    ///
    /// ```
    /// assert_eq!(legwork::domain::units::Grams::from_f64(143.6).unwrap().get(), 144);
    /// ```
    Grams(u16), "grams", 0 ..= 2000
}
bounded! {
    /// A volume of drink in millilitres.
    ///
    /// ```
    /// assert_eq!(legwork::domain::units::Millilitres::try_new(750).unwrap().litres(), 0.75);
    /// ```
    Millilitres(u16), "millilitres", 0 ..= 20000
}

impl Millilitres {
    /// In litres.
    pub fn litres(self) -> f64 {
        f64::from(self.get()) / 1000.0
    }
}

impl Kcal {
    /// From a computed value, to the nearest kilocalorie.
    ///
    /// # Errors
    /// [`OutOfRange`] outside the range or for a value that is not a number.
    pub fn from_f64(kcal: f64) -> Result<Self, OutOfRange> {
        checked_round("kilocalories", kcal, 0.0, 20000.0).map(Self::saturating)
    }
}

impl Grams {
    /// From a computed value, to the nearest gram.
    ///
    /// # Errors
    /// [`OutOfRange`] outside the range or for a value that is not a number.
    pub fn from_f64(grams: f64) -> Result<Self, OutOfRange> {
        checked_round("grams", grams, 0.0, 2000.0).map(Self::saturating)
    }
}
