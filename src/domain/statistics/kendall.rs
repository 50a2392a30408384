//! Mann-Kendall: whether later values are higher than earlier ones, by order alone, ties allowed; how steep
//! the rise is it does not know.

/// The statistic and its variance. Those of several series add up, so that exercises pool (science H5).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Kendall {
    /// Pairs that rise less pairs that fall.
    pub s: i32,
    /// Its variance without a trend, corrected for ties.
    pub variance: f64,
}

impl Kendall {
    /// S over its standard deviation, without the correction for continuity, as science H5 writes it; none
    /// where nothing varies (all values equal, or fewer than two).
    ///
    /// ```
    /// use legwork::domain::statistics::kendall;
    /// let z = kendall(&[120.0, 121.5, 122.0, 124.0, 125.0, 126.5]).z().unwrap();
    /// assert_eq!((z * 100.0).round(), 282.0);
    /// assert_eq!(kendall(&[5.0, 5.0, 5.0]).z(), None);
    /// ```
    pub fn z(self) -> Option<f64> {
        (self.variance > 0.0).then(|| f64::from(self.s) / self.variance.sqrt())
    }

    /// Both series as one piece of evidence.
    #[must_use]
    pub fn pooled(self, other: Self) -> Self {
        Self { s: self.s.saturating_add(other.s), variance: self.variance + other.variance }
    }
}

/// The statistic of a series in the order of time.
///
/// ```
/// use legwork::domain::statistics::kendall;
/// assert_eq!(kendall(&[120.0, 119.0, 118.0, 118.5, 116.0, 115.5]).s, -13);
/// let steps = kendall(&[60.0, 60.0, 60.0, 62.5, 62.5, 62.5]);
/// assert_eq!((steps.s, steps.variance), (9, 21.0));
/// ```
pub fn kendall(values: &[f64]) -> Kendall {
    let mut s = 0_i32;
    for (place, earlier) in values.iter().enumerate() {
        for later in values.iter().skip(place + 1) {
            s += i32::from(later > earlier) - i32::from(later < earlier);
        }
    }
    let mut sorted = values.to_vec();
    super::sort(&mut sorted);
    Kendall { s, variance: variance(&sorted, &[]) }
}

/// The variance of S for sorted values, and of Sen's interval where times are tied too (Sen 1968, 2.6).
pub(super) fn variance(sorted: &[f64], times: &[f64]) -> f64 {
    let term = |n: f64| n * (n - 1.0) * (2.0 * n + 5.0);
    let ties = |row: &[f64]| -> f64 { row.chunk_by(|a, b| a == b).map(|tie| term(tie.len() as f64)).sum() };
    ((term(sorted.len() as f64) - ties(sorted) - ties(times)) / 18.0).max(0.0)
}
