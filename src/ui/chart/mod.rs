//! Charts: pure geometry here, drawing beneath. A chart is drawn from plain numbers; it judges nothing.

use crate::decimal;

#[cfg(feature = "web")]
mod columns;
#[cfg(feature = "web")]
mod day;
#[cfg(feature = "web")]
mod legs;
#[cfg(feature = "web")]
mod line;
#[cfg(feature = "web")]
mod pairs;
#[cfg(feature = "web")]
mod points;
#[cfg(feature = "web")]
mod trend;
#[cfg(feature = "web")]
mod volume;

#[cfg(feature = "web")]
use super::element::{El, svg};
#[cfg(feature = "web")]
pub use columns::{Bar, BarWords, Bars, BarsChart, SIZE as BARS_SIZE};
#[cfg(feature = "web")]
pub use day::{DayLine, DayMark};
#[cfg(feature = "web")]
pub use legs::{LegPart, Legs, SIZE as LEGS_SIZE, Sign};
#[cfg(feature = "web")]
pub use line::{DaysChart, SIZE as DAYS_SIZE};
#[cfg(feature = "web")]
pub use pairs::{Pair, PairsChart};
#[cfg(feature = "web")]
pub use points::{Dot, Mark, PointsChart, SIZE as POINTS_SIZE};
#[cfg(feature = "web")]
pub use trend::{TrendPoint, trend};
#[cfg(feature = "web")]
pub use volume::{VolumeChart, VolumeRow, VolumeWords};

/// A straight line from values to lengths.
///
/// ```
/// use legwork::ui::chart::Scale;
/// let scale = Scale::new(25.0, 200.0);
/// assert_eq!((scale.at(12.5), scale.at(30.0), scale.at(-1.0)), (100.0, 200.0, 0.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    most: f64,
    length: f64,
}

impl Scale {
    /// From zero to `most` over `length`; values beyond stay at the ends.
    pub fn new(most: f64, length: f64) -> Self {
        Self { most: if most > 0.0 { most } else { 1.0 }, length }
    }

    /// Where a value lies.
    pub fn at(self, value: f64) -> f64 {
        if value.is_nan() { 0.0 } else { (value / self.most).clamp(0.0, 1.0) * self.length }
    }
}

/// The end of an axis that holds these values and the band: the next five above them, twenty-five at least.
///
/// ```
/// use legwork::ui::chart::axis_end;
/// assert_eq!((axis_end(&[9.0]), axis_end(&[26.0, 31.0])), (25.0, 35.0));
/// ```
pub fn axis_end(values: &[f64]) -> f64 {
    let most = values.iter().copied().filter(|value| value.is_finite()).fold(25.0, f64::max);
    (most / 5.0).ceil() * 5.0
}

/// The same for values of which a few may be absurd: up to one in ten that is more than two and a half times
/// the next one, and beyond fifty, does not stretch the axis.
///
/// ```
/// use legwork::ui::chart::robust_end;
/// assert_eq!(robust_end(&[9.0, 412.0, 14.0], 20.0), 25.0);
/// assert_eq!(robust_end(&[9.0, 48.0, 40.0], 20.0), 50.0);
/// assert_eq!(robust_end(&[412.0], 20.0), 25.0);
/// ```
pub fn robust_end(values: &[f64], least: f64) -> f64 {
    let below = |end: f64| {
        let smaller = values.iter().copied().filter(|value| *value < end);
        smaller.fold(least, f64::max)
    };
    let mut most = below(f64::INFINITY);
    for _ in 0..=values.len() / 10 {
        let next = below(most);
        if most <= ODD.0 || most <= ODD.1 * next {
            break;
        }
        most = next;
    }
    axis_end(&[most])
}

/// What an odd value is at least, and how many times the next one.
const ODD: (f64, f64) = (50.0, 2.5);

/// Strokes of a hatching over a box: `M x y l dx dy` pieces whose ends stay inside it.
pub fn hatching(x: f64, y: f64, width: f64, height: f64, gap: f64) -> String {
    let mut path = String::new();
    if width <= 0.0 || height <= 0.0 || gap <= 0.0 {
        return path;
    }
    // Lines of slope -1: x + y is constant along each.
    let mut sum = gap;
    while sum < width + height {
        let (x1, y1) = if sum <= height { (0.0, sum) } else { (sum - height, height) };
        let (x2, y2) = if sum <= width { (sum, 0.0) } else { (width, sum - width) };
        path.push_str(&strokes(&[("M", x + x1), (" ", y + y1), ("L", x + x2), (" ", y + y2)]));
        sum += gap;
    }
    path
}

/// The strokes of a path: each step's letter with its number.
fn strokes(steps: &[(&str, f64)]) -> String {
    let mut path = String::new();
    for (letter, value) in steps {
        path.push_str(letter);
        path.push_str(&decimal::write_short(*value, 1));
    }
    path
}

/// A box of a class; nothing wide or high less than nothing.
#[cfg(feature = "web")]
fn rect(class: &str, x: f64, y: f64, width: f64, height: f64) -> El {
    svg("rect")
        .class(class)
        .set_number("x", x)
        .set_number("y", y)
        .set_number("width", width.max(0.0))
        .set_number("height", height.max(0.0))
}

/// Strokes of a class.
#[cfg(feature = "web")]
fn path(class: &str, strokes: &str) -> El {
    svg("path").class(class).set("d", strokes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hatching_stays_inside_its_box() {
        let path = hatching(10.0, 20.0, 30.0, 8.0, 5.0);
        let numbers: Vec<f64> = path.split(['M', 'L', ' ']).filter_map(|part| part.parse().ok()).collect();
        assert!(numbers.len() >= 4 * 7);
        for pair in numbers.chunks(2) {
            assert!((10.0..=40.0).contains(&pair[0]) && (20.0..=28.0).contains(&pair[1]), "{pair:?}");
        }
        assert!(hatching(0.0, 0.0, 0.0, 8.0, 5.0).is_empty());
    }

    #[test]
    fn values_that_are_no_numbers_draw_nothing() {
        assert_eq!(Scale::new(0.0, 100.0).at(f64::NAN), 0.0);
        assert_eq!(axis_end(&[f64::INFINITY]), 25.0);
    }
}
