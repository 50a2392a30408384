//! The trend of body weight: smoothed for drawing, and its slope with an honest error; no energy follows
//! from it here.

use crate::domain::calendar::Day;
use crate::domain::units::Kg;
use std::collections::BTreeMap;

/// The share a day moves the smoothed weight. Source: science C, "EMA".
const ALPHA: f64 = 0.1;
/// The least span of a slope, days, and the least weights in it. Source: science C.
pub const SPAN_MIN: i64 = 14;
/// The least weights of a slope. Source: science C.
pub const WEIGHTS_MIN: usize = 10;
/// The days a slope looks back. Source: science H5 (28 d).
const WINDOW: i64 = 28;

/// The slope of body weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slope {
    /// Kilograms a week.
    pub kg_per_week: f64,
    /// Its standard error.
    pub error: f64,
}

/// Too few weights for a slope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooFew {
    /// Weights there are in the window.
    pub weights: usize,
    /// Days they span.
    pub days: i64,
}

/// The smoothed weight of each weighed day, kilograms; a gap of n days weighs the new value by 1 - 0.9^n.
///
/// ```
/// use legwork::domain::{calendar::Day, nutrition::trend::smoothed, units::Kg};
/// let first = Day::parse("2026-11-01").unwrap();
/// let days = [80.0, 80.6].iter().enumerate().map(|(i, kg)| (first.plus(i as i64), Kg::from_kg(*kg).unwrap()));
/// let line = smoothed(&days.collect());
/// assert!((line[1].1 - 80.06).abs() < 1e-9);
/// ```
pub fn smoothed(weights: &BTreeMap<Day, Kg>) -> Vec<(Day, f64)> {
    let mut line: Vec<(Day, f64)> = Vec::with_capacity(weights.len());
    for (day, weight) in weights {
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

/// The slope over the last four weeks, by least squares on the raw weights.
///
/// # Errors
/// [`TooFew`] below ten weights or fourteen days.
pub fn slope(weights: &BTreeMap<Day, Kg>, today: Day) -> Result<Slope, TooFew> {
    let window: Vec<(f64, f64)> = weights
        .range(today.plus(1 - WINDOW)..=today)
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
    let sxx: f64 = window.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    let sxy: f64 = window.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    let slope = sxy / sxx;
    let residual: f64 = window.iter().map(|(x, y)| (y - mean_y - slope * (x - mean_x)).powi(2)).sum();
    let error = (residual / (n - 2.0) / sxx).sqrt();
    Ok(Slope { kg_per_week: slope * 7.0, error: error * 7.0 })
}
