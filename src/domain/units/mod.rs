//! Numbers with a unit, each with its legal range; nothing here knows how a number is written or shown.
//!
//! Every type keeps a private integer, so equality and sums are exact, and can only be made inside its
//! range. There is no `From<f64>`: a float comes in through a constructor that names the unit.

mod effort;
mod energy;
mod mass;
pub mod number;

pub use effort::{Reps, Rir, SetCount};
pub use energy::{Grams, Kcal, Millilitres};
pub use mass::{KG_PER_POUND, Kg, MassChange};

/// A number that is not in the range its type allows, with the range, in the unit of the type.
///
/// ```
/// use legwork::domain::units::Years;
/// let refused = Years::try_new(200).unwrap_err();
/// assert_eq!((refused.what, refused.min, refused.max), ("years", 0.0, 130.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("{what}: {got} is not between {min} and {max}")]
pub struct OutOfRange {
    /// The quantity, for developers.
    pub what: &'static str,
    /// The least that is allowed.
    pub min: f64,
    /// The most that is allowed.
    pub max: f64,
    /// What was given; `NaN` where the input was not a number.
    pub got: f64,
}

/// Declares a bounded integer newtype: documentation, name, representation, noun and range.
macro_rules! bounded {
    ($(#[$doc:meta])* $name:ident($repr:ty), $what:literal, $min:literal ..= $max:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($repr);

        impl $name {
            /// The least value.
            pub const MIN: Self = Self($min);
            /// The greatest value.
            pub const MAX: Self = Self($max);

            /// A value inside the range.
            ///
            /// # Errors
            /// [`OutOfRange`](crate::domain::units::OutOfRange) outside it.
            pub const fn try_new(value: i64) -> Result<Self, crate::domain::units::OutOfRange> {
                if value < $min || value > $max {
                    return Err(crate::domain::units::OutOfRange {
                        what: $what, min: $min as f64, max: $max as f64, got: value as f64,
                    });
                }
                Ok(Self(value as $repr))
            }

            /// The nearest value inside the range: for results of arithmetic, never for input.
            pub const fn saturating(value: i64) -> Self {
                if value < $min { Self($min) } else if value > $max { Self($max) } else { Self(value as $repr) }
            }

            /// The integer inside, in the unit the type documents.
            pub const fn get(self) -> $repr {
                self.0
            }
        }

        impl TryFrom<i64> for $name {
            type Error = crate::domain::units::OutOfRange;
            fn try_from(value: i64) -> Result<Self, Self::Error> {
                Self::try_new(value)
            }
        }

        impl From<$name> for i64 {
            fn from(value: $name) -> i64 {
                i64::from(value.0)
            }
        }
    };
}
pub(crate) use bounded;

bounded! {
    /// Age in completed years.
    ///
    /// ```
    /// assert_eq!(legwork::domain::units::Years::try_new(30).unwrap().get(), 30);
    /// ```
    Years(u8), "years", 0 ..= 130
}
bounded! {
    /// A length in millimetres: body height and girths, so that 0.1 cm and inches stay exact enough.
    ///
    /// ```
    /// use legwork::domain::units::Millimetres;
    /// assert_eq!(Millimetres::from_cm(180.5).unwrap().get(), 1805);
    /// ```
    Millimetres(u16), "millimetres", 0 ..= 3000
}
bounded! {
    /// Tenths of a percent: 7.5 % is 75.
    ///
    /// ```
    /// assert_eq!(legwork::domain::units::PerMille::try_new(75).unwrap().percent(), 7.5);
    /// ```
    PerMille(u16), "per mille", 0 ..= 1000
}
bounded! {
    /// A span in seconds, up to a day: rests, timed sets.
    ///
    /// ```
    /// assert_eq!(legwork::domain::units::Seconds::try_new(90).unwrap().get(), 90);
    /// ```
    Seconds(u32), "seconds", 0 ..= 86400
}
bounded! {
    /// A span in minutes, up to a day: a session, a night's sleep.
    ///
    /// ```
    /// assert_eq!(legwork::domain::units::Minutes::try_new(65).unwrap().get(), 65);
    /// ```
    Minutes(u16), "minutes", 0 ..= 1440
}

impl Millimetres {
    /// From centimetres, rounded to the nearest millimetre.
    ///
    /// # Errors
    /// [`OutOfRange`] outside the range or for a value that is not a number.
    pub fn from_cm(cm: f64) -> Result<Self, OutOfRange> {
        checked_round("millimetres", cm * 10.0, 0.0, 3000.0).map(Self::saturating)
    }

    /// In centimetres.
    pub fn cm(self) -> f64 {
        f64::from(self.0) / 10.0
    }

    /// In metres.
    pub fn metres(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

impl PerMille {
    /// From a percentage, rounded to the nearest tenth.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 0-100 % or for a value that is not a number.
    pub fn from_percent(percent: f64) -> Result<Self, OutOfRange> {
        checked_round("per mille", percent * 10.0, 0.0, 1000.0).map(Self::saturating)
    }

    /// As a percentage.
    pub fn percent(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

/// Rounds a float to the nearest integer if it is a number inside `min..=max`.
pub(crate) fn checked_round(what: &'static str, value: f64, min: f64, max: f64) -> Result<i64, OutOfRange> {
    let rounded = value.round();
    if !rounded.is_finite() || rounded < min || rounded > max {
        return Err(OutOfRange { what, min, max, got: value });
    }
    Ok(rounded as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_a_number_and_infinity_are_out_of_range() {
        assert!(Millimetres::from_cm(f64::NAN).is_err());
        assert!(Millimetres::from_cm(f64::INFINITY).is_err());
        assert!(PerMille::from_percent(-0.1).is_err());
    }

    #[test]
    fn the_bounds_themselves_are_inside() {
        assert!(Years::try_new(0).is_ok() && Years::try_new(130).is_ok());
        assert!(Years::try_new(-1).is_err() && Years::try_new(131).is_err());
    }
}
