//! Text that a person typed becomes a number, or a reason why not; units and ranges are the caller's.

/// The most characters a number may have.
const LENGTH_MAX: usize = 12;

/// Why text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotANumber {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Something else was typed.
    #[error("not a number")]
    Malformed,
}

/// Reads `7.5`, `7,5` and ` 7 `. One mark at most, so that a mark between thousands is never taken for a
/// decimal one without being noticed: `1,000` reads as 1.0 and the range says so.
///
/// # Errors
/// [`NotANumber`] for anything but digits with one optional mark and one optional minus before them.
///
/// ```
/// use legwork::domain::units::number::parse;
/// assert_eq!((parse("7,5"), parse(" 82.5 ")), (Ok(7.5), Ok(82.5)));
/// assert!(["", "1e999", "NaN", "inf", "7.5.1", "0x10", "abc"].iter().all(|text| parse(text).is_err()));
/// ```
pub fn parse(text: &str) -> Result<f64, NotANumber> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NotANumber::Empty);
    }
    if text.len() > LENGTH_MAX {
        return Err(NotANumber::Malformed);
    }
    let digits = text.strip_prefix(['-', '−']).unwrap_or(text);
    let marks = digits.bytes().filter(|b| matches!(b, b'.' | b',')).count();
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    if marks > 1 || !plain || !digits.bytes().any(|b| b.is_ascii_digit()) {
        return Err(NotANumber::Malformed);
    }
    let value: f64 = digits.replace(',', ".").parse().map_err(|_| NotANumber::Malformed)?;
    Ok(if digits.len() == text.len() { value } else { -value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_may_paste() {
        assert_eq!((parse("7."), parse(",5"), parse("-5")), (Ok(7.0), Ok(0.5), Ok(-5.0)));
        assert_eq!(parse("   "), Err(NotANumber::Empty));
        for hostile in ["1e5", "--5", "-", ".", "1 000", "５", "8\u{0}", "99999999999999", "+5"] {
            assert_eq!(parse(hostile), Err(NotANumber::Malformed), "{hostile:?}");
        }
        assert_eq!(parse(&"9".repeat(10_000)), Err(NotANumber::Malformed));
    }
}
