//! Decimal numbers as text and back, in whole units and tenths of units of ten: what people type and read.
//!
//! The standard library writes and reads every float there is exactly; its tables alone are a tenth of what
//! the whole app may weigh. Here a number has the fifteen or sixteen digits that a float can tell apart, and those are exact too.

/// Up to here a float holds every whole number; digits that would lead beyond it are read as zeros.
const WHOLE_MAX: i64 = 1 << 53;
/// The most decimals a number is written with.
const DECIMALS_MAX: u32 = 6;

/// Writes a number with a fixed count of decimals; halves are rounded away from zero. What is no number is
/// written as 0.
///
/// ```
/// use legwork::decimal::write;
/// assert_eq!([write(82.5, 1), write(-0.04, 1), write(1234.0, 0)], ["82.5", "0.0", "1234"]);
/// ```
pub fn write(value: f64, decimals: usize) -> String {
    let decimals = u32::try_from(decimals).unwrap_or(DECIMALS_MAX).min(DECIMALS_MAX);
    let unit = 10_i64.pow(decimals);
    // A float beyond the range becomes its end, no number becomes 0: `as` saturates.
    let scaled = (value * unit as f64).round() as i64;
    let sign = if scaled < 0 { "-" } else { "" };
    let (whole, rest) =
        (scaled.unsigned_abs() / unit.unsigned_abs(), scaled.unsigned_abs() % unit.unsigned_abs());
    match usize::try_from(decimals) {
        Ok(width) if width > 0 => format!("{sign}{whole}.{rest:0width$}"),
        _ => format!("{sign}{whole}"),
    }
}

/// Writes a number without zeros at its end.
///
/// ```
/// use legwork::decimal::write_short;
/// assert_eq!([write_short(82.50, 2), write_short(80.0, 2)], ["82.5", "80"]);
/// ```
pub fn write_short(value: f64, decimals: usize) -> String {
    let text = write(value, decimals);
    if decimals == 0 { text } else { text.trim_end_matches('0').trim_end_matches('.').to_owned() }
}

/// Reads digits with at most one point and a sign before them; `None` for anything else.
///
/// ```
/// use legwork::decimal::read;
/// assert_eq!([read("82.5"), read("-.5"), read("1e3"), read(".")], [Some(82.5), Some(-0.5), None, None]);
/// ```
pub fn read(text: &str) -> Option<f64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mut whole, mut scale, mut after, mut full, mut any) = (0_i64, 0_i32, false, false, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                any = true;
                let next = whole * 10 + i64::from(byte - b'0');
                full |= next > WHOLE_MAX;
                if full {
                    scale += i32::from(!after);
                } else {
                    whole = next;
                    scale -= i32::from(after);
                }
            }
            b'.' if !after => after = true,
            _ => return None,
        }
    }
    // Such digits and powers of ten up to 22 are exact as floats, so one step of arithmetic rounds right.
    let value =
        if scale < 0 { whole as f64 / 10_f64.powi(-scale) } else { whole as f64 * 10_f64.powi(scale) };
    any.then_some(if text.starts_with('-') { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_a_person_types_is_read_as_the_standard_library_does(whole in 0_u32..10_000_000, rest in 0_u32..1_000_000) {
            let text = format!("{whole}.{rest:06}");
            prop_assert_eq!(read(&text), text.parse().ok());
        }

        #[test]
        fn what_is_written_is_read_back(value in -1.0e8_f64..1.0e8, decimals in 0_usize..6) {
            let back = read(&write(value, decimals)).unwrap();
            // Half of the last decimal, and what a float of that size cannot tell apart.
            prop_assert!((back - value).abs() <= 0.5 / 10_f64.powi(decimals as i32) + value.abs() * f64::EPSILON);
        }
    }

    #[test]
    fn digits_beyond_what_counts_change_nothing_that_counts() {
        let read = read("36.287389599999996").unwrap();
        assert!((read - 36.287_389_6).abs() < 1e-9);
        assert_eq!(super::read(&"9".repeat(40)).map(|v| v > 9.9e39), Some(true));
        assert_eq!([super::read(""), super::read("1.2.3"), super::read("1 2")], [None, None, None]);
    }

    #[test]
    fn what_is_no_number_is_written_as_one() {
        assert_eq!([write(f64::NAN, 1), write(f64::INFINITY, 0)], ["0.0".to_owned(), i64::MAX.to_string()]);
    }
}
