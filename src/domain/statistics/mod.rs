//! Numbers about numbers: a strength estimate with its confidence, a robust slope, a trend that is sure or
//! not; nothing here knows a muscle, a plan or a verdict.

mod kendall;
mod one_rep_max;
mod theil_sen;

pub use kendall::{Kendall, kendall};
pub use one_rep_max::{Confidence, Estimate, Formula, confidence, estimate, one_rep_max};
pub use theil_sen::{Slope, Z_80, Z_95, theil_sen};

/// The middle of some values, the mean of the two middle ones of an even count; none of none. The values are
/// reordered.
///
/// ```
/// use legwork::domain::statistics::median;
/// assert_eq!((median(&mut [3.0, 1.0, 2.0]), median(&mut [4.0, 1.0]), median(&mut [])), {
///     (Some(2.0), Some(2.5), None)
/// });
/// ```
pub fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    middle(values)
}

/// The middle of sorted values.
fn middle(sorted: &[f64]) -> Option<f64> {
    let high = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(high);
    }
    sorted.get((sorted.len() / 2).checked_sub(1)?).map(|low| (low + high) / 2.0)
}

/// The mean and its standard error; none below two values.
///
/// ```
/// use legwork::domain::statistics::mean_and_error;
/// let (mean, error) = mean_and_error(&[6.0, 8.0]).unwrap();
/// assert_eq!((mean, (error * 1000.0).round()), (7.0, 1000.0));
/// assert!(mean_and_error(&[7.0]).is_none());
/// ```
pub fn mean_and_error(values: &[f64]) -> Option<(f64, f64)> {
    if values.len() < 2 {
        return None;
    }
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    Some((mean, (squares / (n - 1.0) / n).sqrt()))
}
