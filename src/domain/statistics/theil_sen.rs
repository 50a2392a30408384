//! The slope of a series that no single odd value can bend: the median of all slopes between two points,
//! with Sen's interval; whether the slope is a trend the order of the values says ([`super::kendall`]).

use super::kendall::variance;
use super::{middle, sort};

/// The interval that holds the slope four times in five, in standard deviations. Source: science H6, "Shown".
pub const Z_80: f64 = 1.281_551_565_544_8;
/// The interval that holds it nineteen times in twenty.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// A slope and its interval, in units of y a unit of x.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slope {
    /// The median of the slopes.
    pub slope: f64,
    /// The interval's low end.
    pub low: f64,
    /// The interval's high end.
    pub high: f64,
}

/// The slope of points (x, y); none without two different x. The interval is Sen's (1968), at `z` standard
/// deviations.
///
/// ```
/// use legwork::domain::statistics::{Z_80, theil_sen};
/// let weeks = [120.0_f64, 121.5, 122.0, 124.0, 125.0, 126.5];
/// let points: Vec<_> = weeks.iter().enumerate().map(|(x, kg)| (x as f64, 100.0 * kg.ln())).collect();
/// let trend = theil_sen(&points, Z_80).unwrap();
/// assert_eq!((trend.slope * 100.0).round(), 102.0); // percent a week, science D
/// assert!(trend.low <= trend.slope && trend.slope <= trend.high);
/// assert!(theil_sen(&points[..1], Z_80).is_none());
/// ```
pub fn theil_sen(points: &[(f64, f64)], z: f64) -> Option<Slope> {
    let mut slopes = Vec::with_capacity(points.len() * points.len() / 2);
    for (place, (x, y)) in points.iter().enumerate() {
        for (later, other) in points.iter().skip(place + 1) {
            let slope = (other - y) / (later - x);
            if later != x && slope.is_finite() {
                slopes.push(slope);
            }
        }
    }
    sort(&mut slopes);
    let slope = middle(&slopes)?;
    let (mut xs, mut ys): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
    sort(&mut xs);
    sort(&mut ys);
    let spread = z * variance(&ys, &xs).sqrt();
    let count = slopes.len() as f64;
    // `as` saturates: below the first place is the first.
    let low = (((count - spread) / 2.0).round_ties_even() - 1.0).max(0.0) as usize;
    let high = (((count + spread) / 2.0).round_ties_even() as usize).min(slopes.len() - 1);
    Some(Slope {
        slope,
        low: slopes.get(low).copied().unwrap_or(slope),
        high: slopes.get(high).copied().unwrap_or(slope),
    })
}
