//! The trend of body weight: smoothed for drawing, and its slope with an honest error; no energy follows
//! from it here.

use crate::domain::athlete::{Experience, Goal, WEIGHT_KG};
use crate::domain::calendar::Day;
use crate::domain::ordered::OrderedMap;
use crate::domain::units::Kg;

/// The share a day moves the smoothed weight. Source: science C, "EMA".
const ALPHA: f64 = 0.1;
/// The least span of a slope, days, and the least weights in it. Source: science C.
pub const SPAN_MIN: i64 = 14;
/// The least weights of a slope. Source: science C.
pub const WEIGHTS_MIN: usize = 10;
/// The days a slope looks back. Source: science H5, H9 (28 d).
const WINDOW: i64 = 28;
/// A gain of more than this warns, and of more than that stops, percent of body weight a week. Source:
/// science E.
const GAIN_PERCENT: (f64, f64) = (0.5, 1.0);

/// The slope of body weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slope {
    /// Kilograms a week.
    pub kg_per_week: f64,
    /// Its standard error.
    pub error: f64,
}

/// How fast weight rises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pace {
    /// Not surely too fast.
    Fine,
    /// Surely more than half a percent a week: warn.
    Fast,
    /// Surely more than a percent a week: the surplus stops.
    TooFast,
}

/// Too few weights for a slope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooFew {
    /// Weights there are in the window.
    pub weights: usize,
    /// Days they span.
    pub days: i64,
}

/// Whether a weight is one that a person has: what is outside is a slip, and bends no line.
///
/// ```
/// use legwork::domain::{nutrition::trend::is_real, units::Kg};
/// assert_eq!([0, 34_999, 35_000, 250_000].map(|grams| is_real(Kg::saturating(grams))), [false, false, true, true]);
/// ```
pub fn is_real(weight: Kg) -> bool {
    (WEIGHT_KG.0..=WEIGHT_KG.1).contains(&weight.kg())
}

/// The smoothed weight of each weighed day, kilograms, weights that nobody has left out; a gap of n days weighs the new value by 1 - 0.9^n.
///
/// ```
/// use legwork::domain::{calendar::Day, nutrition::trend::smoothed, units::Kg};
/// let first = Day::parse("2026-11-01").unwrap();
/// let days = [80.0, 80.6].iter().enumerate().map(|(i, kg)| (first.plus(i as i64), Kg::from_kg(*kg).unwrap()));
/// let line = smoothed(&days.collect());
/// assert!((line[1].1 - 80.06).abs() < 1e-9);
/// ```
pub fn smoothed(weights: &OrderedMap<Day, Kg>) -> Vec<(Day, f64)> {
    let mut line: Vec<(Day, f64)> = Vec::with_capacity(weights.len());
    for (day, weight) in weights.iter().filter(|(_, weight)| is_real(**weight)) {
        let value = match line.last() {
            None => weight.kg(),
            Some((before, value)) => {
                let gap = i32::try_from(day.days_since(*before)).unwrap_or(i32::MAX);
                value + (1.0 - (1.0 - ALPHA).powi(gap)) * (weight.kg() - value)
            }
        };
        line.push((*day, value));
    }
    line
}

/// The slope over the last four weeks, by least squares on the raw weights: smoothed ones lag by nine days.
/// Weights that nobody has are left out.
///
/// # Errors
/// [`TooFew`] below ten weights or fourteen days.
///
/// ```
/// use legwork::domain::{calendar::Day, nutrition::trend::{TooFew, slope}, units::Kg};
/// let first = Day::parse("2026-11-01").unwrap();
/// let mut weights: legwork::domain::ordered::OrderedMap<Day, Kg> =
///     (0..13).map(|i| (first.plus(i), Kg::saturating(80_000 + 30 * i))).collect();
/// assert_eq!(slope(&weights, first.plus(12)), Err(TooFew { weights: 13, days: 13 }));
/// weights.insert(first.plus(13), Kg::saturating(80_390));
/// assert!((slope(&weights, first.plus(13)).unwrap().kg_per_week - 0.21).abs() < 1e-9);
/// ```
pub fn slope(weights: &OrderedMap<Day, Kg>, today: Day) -> Result<Slope, TooFew> {
    let window: Vec<(f64, f64)> = weights
        .range(today.plus(1 - WINDOW)..=today)
        .filter(|(_, kg)| is_real(**kg))
        .map(|(day, kg)| (day.days_since(today) as f64, kg.kg()))
        .collect();
    let days = match (window.first(), window.last()) {
        (Some(first), Some(last)) => (last.0 - first.0) as i64 + 1,
        _ => 0,
    };
    let n = window.len() as f64;
    if window.len() < WEIGHTS_MIN || days < SPAN_MIN {
        return Err(TooFew { weights: window.len(), days });
    }
    let mean_x = window.iter().map(|(x, _)| x).sum::<f64>() / n;
    let mean_y = window.iter().map(|(_, y)| y).sum::<f64>() / n;
    let mut sxx = 0.0;
    let mut sxy = 0.0;
    for (x, y) in &window {
        sxx += (x - mean_x) * (x - mean_x);
        sxy += (x - mean_x) * (y - mean_y);
    }
    let slope = sxy / sxx;
    let residual: f64 = window.iter().map(|(x, y)| (y - mean_y - slope * (x - mean_x)).powi(2)).sum();
    let error = slope_error((residual / (n - 2.0)).sqrt(), sxx);
    Ok(Slope { kg_per_week: slope * 7.0, error: error * 7.0 })
}

/// The standard error of a slope a day: the scatter of the weights, kg, over the root of the sum of squared
/// days from their mean.
///
/// ```
/// use legwork::domain::nutrition::trend::slope_error;
/// // Seven daily weights that scatter by half a kilogram, in kcal at 7700 a kilogram (science C).
/// assert!((slope_error(0.5, 28.0) * 7700.0 - 727.58).abs() < 0.01);
/// ```
pub fn slope_error(scatter: f64, squared_days: f64) -> f64 {
    scatter / squared_days.sqrt()
}

/// The gain to aim for, percent of body weight a week: from and to, novice and intermediate, advanced. Source:
/// science D, "Energy" (Iraki 2019).
const TARGET_RATE: ((f64, f64), (f64, f64)) = ((0.25, 0.5), (0.1, 0.25));

/// The gain a week to aim for at this weight, kg, from and to; none where the goal is to stay.
///
/// ```
/// use legwork::domain::{athlete::{Experience, Goal}, nutrition::trend::target_rate};
/// assert_eq!(target_rate(Goal::Gain, Experience::Novice, 80.0), Some((0.2, 0.4)));
/// assert_eq!(target_rate(Goal::Maintain, Experience::Novice, 80.0), None);
/// ```
pub fn target_rate(goal: Goal, experience: Experience, kg: f64) -> Option<(f64, f64)> {
    let (least, most) = if experience == Experience::Advanced { TARGET_RATE.1 } else { TARGET_RATE.0 };
    (goal == Goal::Gain).then_some((least * kg / 100.0, most * kg / 100.0))
}

/// How fast weight rises, as far as is sure: one standard error is taken off (science E, H9).
///
/// ```
/// use legwork::domain::nutrition::trend::{Pace, Slope, pace};
/// assert_eq!(pace(Slope { kg_per_week: 0.5, error: 0.15 }, 80.0), Pace::Fine);
/// assert_eq!(pace(Slope { kg_per_week: 0.6, error: 0.15 }, 80.0), Pace::Fast);
/// assert_eq!(pace(Slope { kg_per_week: 1.0, error: 0.15 }, 80.0), Pace::TooFast);
/// ```
pub fn pace(slope: Slope, kg: f64) -> Pace {
    let percent = (slope.kg_per_week - slope.error) / kg * 100.0;
    if percent > GAIN_PERCENT.1 {
        Pace::TooFast
    } else if percent > GAIN_PERCENT.0 {
        Pace::Fast
    } else {
        Pace::Fine
    }
}
