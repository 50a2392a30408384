//! Whether values over days have a trend, how steep it is and how sure; what they measure it does not know.

use super::{Kendall, Slope, Z_80, kendall, median, theil_sen};

/// Values for a trend, and for one of low confidence. Source: science H5.
pub const EXPOSURES: (usize, usize) = (8, 6);
/// Days they span at least. Source: science D, "Plateau".
pub const SPAN_DAYS: f64 = 21.0;
/// Z from which values surely rise or, negative, fall. Source: science H5.
pub const Z_SURE: f64 = 1.5;
/// A value this many times the median, or less than its inverse, is a slip of the finger. Source: C.
const WILD: f64 = 1.8;

/// How values go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// Percent a week, with the interval that holds it four times in five.
    pub slope: Slope,
    /// The order of the values.
    pub order: Kendall,
    /// A hundred times the logarithm of the value at day zero.
    level: f64,
    /// The middle of the days, in weeks: there the interval's two lines meet.
    middle: f64,
}

/// Why there is no trend yet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NoTrend {
    /// Too few values: how many there are and how many are wanted.
    Few(usize, usize),
    /// In too few days: how many there are and how many are wanted.
    Short(f64, f64),
}

/// Whether a value is so far from the middle of its like that it cannot be one of them.
///
/// ```
/// use legwork::domain::statistics::is_wild;
/// assert!(is_wild(1000.0, 100.0) && is_wild(50.0, 100.0) && !is_wild(150.0, 100.0));
/// ```
pub fn is_wild(value: f64, middle: f64) -> bool {
    !(middle / WILD..=middle * WILD).contains(&value)
}

/// The trend of positive values over days.
///
/// # Errors
/// [`NoTrend`] below six values or three weeks.
///
/// ```
/// use legwork::domain::statistics::{NoTrend, trend};
/// let rising: Vec<(f64, f64)> = (0..8).map(|at| (7.0 * f64::from(at), 100.0 * 1.01_f64.powi(at))).collect();
/// let found = trend(&rising).unwrap();
/// assert!((found.slope.slope - 0.995).abs() < 0.001 && found.is_sure()); // percent a week
/// assert!((found.at(0.0) - 100.0).abs() < 0.01 && (found.at(49.0) - 107.2).abs() < 0.1);
/// assert_eq!(trend(&rising[..3]), Err(NoTrend::Few(3, 6)));
/// ```
pub fn trend(points: &[(f64, f64)]) -> Result<Trend, NoTrend> {
    let few = NoTrend::Few(points.len(), EXPOSURES.1);
    let (Some((first, _)), Some((last, _))) = (points.first(), points.last()) else { return Err(few) };
    if points.len() < EXPOSURES.1 {
        return Err(few);
    }
    if last - first < SPAN_DAYS {
        return Err(NoTrend::Short(last - first, SPAN_DAYS));
    }
    let logs: Vec<(f64, f64)> = points.iter().map(|(day, value)| (day / 7.0, 100.0 * value.ln())).collect();
    let values: Vec<f64> = logs.iter().map(|(_, value)| *value).collect();
    let slope = theil_sen(&logs, Z_80).ok_or(few)?;
    let mut levels: Vec<f64> = logs.iter().map(|(week, value)| value - slope.slope * week).collect();
    let mut weeks: Vec<f64> = logs.iter().map(|(week, _)| *week).collect();
    let (Some(level), Some(middle)) = (median(&mut levels), median(&mut weeks)) else { return Err(few) };
    Ok(Trend { slope, order: kendall(&values), level, middle })
}

impl Trend {
    /// Whether the values surely rise or fall.
    pub fn is_sure(&self) -> bool {
        let z = self.order.z().unwrap_or_default();
        z >= Z_SURE && self.slope.slope >= 0.0 || z <= -Z_SURE && self.slope.slope <= 0.0
    }

    /// The line's value on a day.
    pub fn at(&self, day: f64) -> f64 {
        self.on(self.slope.slope, day)
    }

    /// The least and the most that the line may be on a day, four times in five.
    ///
    /// ```
    /// use legwork::domain::statistics::trend;
    /// let wavy = [100.0, 104.0, 97.0, 103.0, 99.0, 105.0, 98.0, 102.0, 101.0, 103.0, 97.0, 104.0];
    /// let wavy: Vec<(f64, f64)> = (0..12).zip(wavy).map(|(at, value)| (7.0 * f64::from(at), value)).collect();
    /// let found = trend(&wavy).unwrap();
    /// let (low, high) = found.range(77.0);
    /// assert!(low < found.at(77.0) && found.at(77.0) < high && !found.is_sure());
    /// ```
    pub fn range(&self, day: f64) -> (f64, f64) {
        let (one, other) = (self.on(self.slope.low, day), self.on(self.slope.high, day));
        (one.min(other), one.max(other))
    }

    fn on(&self, slope: f64, day: f64) -> f64 {
        let turned = self.level + self.slope.slope * self.middle + slope * (day / 7.0 - self.middle);
        (turned / 100.0).exp()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_odd_value_bends_no_line() {
        let mut points: Vec<(f64, f64)> = (0..10).map(|at| (3.0 * f64::from(at), 100.0)).collect();
        points[4].1 = 900.0;
        let found = trend(&points).unwrap();
        assert!((found.at(15.0) - 100.0).abs() < 1e-9 && found.slope.slope == 0.0 && !found.is_sure());
    }

    #[test]
    fn a_line_is_surest_in_the_middle_of_its_days() {
        let wavy = [100.0, 104.0, 97.0, 103.0, 99.0, 105.0, 98.0, 102.0, 101.0];
        let points: Vec<(f64, f64)> = (0..9).zip(wavy).map(|(at, kg)| (7.0 * f64::from(at), kg)).collect();
        let found = trend(&points).unwrap();
        let wide = |day: f64| found.range(day).1 - found.range(day).0;
        assert!(wide(28.0).abs() < 1e-9 && (found.range(28.0).0 - found.at(28.0)).abs() < 1e-9);
        for out in [7.0, 14.0, 28.0] {
            assert!(wide(28.0 + out) > wide(21.0 + out) && wide(28.0 - out) > wide(35.0 - out), "{out}");
            for day in [28.0 - out, 28.0 + out] {
                let (low, high) = found.range(day);
                assert!((95.0..=found.at(day)).contains(&low) && (found.at(day)..=108.0).contains(&high));
            }
        }
    }

    #[test]
    fn many_values_in_a_few_days_are_no_trend() {
        let points: Vec<(f64, f64)> = (0..10).map(|at| (f64::from(at), 100.0 + f64::from(at))).collect();
        assert_eq!(trend(&points), Err(NoTrend::Short(9.0, 21.0)));
        assert_eq!(trend(&[]), Err(NoTrend::Few(0, 6)));
    }
}
