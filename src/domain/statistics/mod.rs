//! Numbers about numbers: a strength estimate with its confidence, a robust slope, a trend that is sure or
//! not; nothing here knows a muscle, a plan or a verdict.

mod kendall;
mod one_rep_max;
mod theil_sen;
mod trend;

pub use kendall::{Kendall, kendall};
pub use one_rep_max::{Confidence, Formula, REPS_GREY, REPS_TRUSTED, confidence, one_rep_max};
pub use theil_sen::{Slope, Z_80, Z_95, theil_sen};
pub use trend::{EXPOSURES, NoTrend, Trend, Z_SURE, is_wild, trend};

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
    sort(values);
    middle(values)
}

/// Sorts numbers, whatever is no number last. Shell's way: the library's sort is ten times the code, and this
/// ships over the air.
fn sort(values: &mut [f64]) {
    let mut gap = values.len() / 2;
    while gap > 0 {
        for start in gap..values.len() {
            let mut place = start;
            while let Some(before) = place.checked_sub(gap) {
                let (Some(a), Some(b)) = (values.get(before), values.get(place)) else { break };
                if a.total_cmp(b).is_le() {
                    break;
                }
                values.swap(before, place);
                place = before;
            }
        }
        // Not a plain half: even gaps never compare odd places with even ones.
        gap = if gap == 2 { 1 } else { gap * 5 / 11 };
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_numbers_are_sorted_as_the_library_sorts_them() {
        let mut state = 7_u64;
        for length in 0..200 {
            let mut values: Vec<f64> = (0..length)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (state >> 58) as f64 - 20.0
                })
                .collect();
            if length % 7 == 3 {
                values[1] = f64::NAN;
            }
            let mut expected = values.clone();
            expected.sort_by(f64::total_cmp);
            sort(&mut values);
            assert!(values.iter().zip(&expected).all(|(a, b)| a.total_cmp(b).is_eq()), "{values:?}");
        }
    }
}
