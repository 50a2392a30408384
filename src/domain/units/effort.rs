//! Repetitions, reps in reserve, and sets counted in 32nds; it does not know what a set is worth.

use super::{OutOfRange, bounded, checked_round};

bounded! {
    /// Repetitions of one set.
    ///
    /// ```
    /// assert!(legwork::domain::units::Reps::try_new(0).is_err());
    /// ```
    Reps(u8), "reps", 1 ..= 100
}
bounded! {
    /// Reps in reserve, kept in halves: 0-5. "5" stands for five or more. Not stated is `Option::None`, never 0.
    ///
    /// ```
    /// assert_eq!(legwork::domain::units::Rir::from_f64(1.5).unwrap().value(), 1.5);
    /// ```
    Rir(u8), "half reps in reserve", 0 ..= 10
}

impl Rir {
    /// To failure: no rep left.
    pub const ZERO: Self = Self(0);
    /// One rep left.
    pub const ONE: Self = Self(2);
    /// Two reps left.
    pub const TWO: Self = Self(4);
    /// Three reps left.
    pub const THREE: Self = Self(6);
    /// Four reps left.
    pub const FOUR: Self = Self(8);

    /// From reps, to the nearest half.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 0-5 or for a value that is not a number.
    pub fn from_f64(reps: f64) -> Result<Self, OutOfRange> {
        checked_round("half reps in reserve", reps * 2.0, 0.0, 10.0).map(Self::saturating)
    }

    /// From a rating of perceived exertion (10 is failure): 10 - RPE. Below 5 it is "five or more".
    ///
    /// # Errors
    /// [`OutOfRange`] above 10, below 0, or for a value that is not a number.
    ///
    /// ```
    /// use legwork::domain::units::Rir;
    /// assert_eq!(Rir::from_rpe(8.5).unwrap().value(), 1.5);
    /// assert_eq!(Rir::from_rpe(3.0).unwrap(), Rir::MAX);
    /// ```
    pub fn from_rpe(rpe: f64) -> Result<Self, OutOfRange> {
        if !(0.0..=10.0).contains(&rpe) {
            return Err(OutOfRange { what: "RPE", min: 0.0, max: 10.0, got: rpe });
        }
        Ok(Self::from_f64(10.0 - rpe).unwrap_or(Self::MAX))
    }

    /// In reps.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 2.0
    }
}

/// A number of sets in 32nds, so that indirect x effort x depth x side x cluster, a half each at most,
/// stays exact (science H4).
///
/// ```
/// use legwork::domain::units::SetCount;
/// let quads = SetCount::ONE + SetCount::ONE.halved();
/// assert_eq!(quads.sets(), 1.5);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SetCount(u32);

impl SetCount {
    /// No set.
    pub const ZERO: Self = Self(0);
    /// One whole set.
    pub const ONE: Self = Self(32);

    /// A whole number of sets.
    pub const fn whole(sets: u32) -> Self {
        Self(sets.saturating_mul(32))
    }

    /// From a number of 32nds.
    pub const fn from_32nds(parts: u32) -> Self {
        Self(parts)
    }

    /// From a number of sets, to the nearest 32nd; what is negative or not a number is none.
    pub fn from_f64(sets: f64) -> Self {
        // `as` saturates, and takes NaN to zero.
        Self((sets * 32.0).round() as u32)
    }

    /// In 32nds.
    pub const fn parts(self) -> u32 {
        self.0
    }

    /// In sets.
    pub fn sets(self) -> f64 {
        f64::from(self.0) / 32.0
    }

    /// Half of it.
    #[must_use]
    pub const fn halved(self) -> Self {
        Self(self.0 / 2)
    }

    /// This many times.
    #[must_use]
    pub const fn times(self, n: u32) -> Self {
        Self(self.0.saturating_mul(n))
    }

    /// The difference, none below zero.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl std::ops::Add for SetCount {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::ops::AddAssign for SetCount {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl std::iter::Sum for SetCount {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::ZERO, std::ops::Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_halvings_stay_exact() {
        let mut count = SetCount::ONE;
        for _ in 0..5 {
            count = count.halved();
        }
        assert_eq!(count.sets(), 1.0 / 32.0);
    }

    #[test]
    fn an_rpe_outside_its_scale_is_refused_not_bent() {
        assert!(
            Rir::from_rpe(10.5).is_err() && Rir::from_rpe(-1.0).is_err() && Rir::from_rpe(f64::NAN).is_err()
        );
    }
}
