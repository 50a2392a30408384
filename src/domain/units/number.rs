//! Text that a person typed becomes a number, or a reason why not; units and ranges are the caller's.

use crate::decimal;

/// The most characters a number may have.
const LENGTH_MAX: usize = 12;
/// Spaces that stand between thousands where numbers are written well: thin, narrow and unbreakable. An
/// ordinary space is refused: it may as well stand between two numbers.
const THIN_SPACES: [char; 3] = ['\u{2009}', '\u{202F}', '\u{A0}'];

/// Why text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotANumber {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// More characters than any number here has.
    #[error("too long")]
    TooLong,
    /// Something else was typed.
    #[error("not a number")]
    Malformed,
}

/// Reads `7.5`, `7,5`, ` 7 ` and `1 200` with a thin space. One mark at most, so that a mark between thousands
/// is never taken for a decimal one without being noticed: `1,000` reads as 1.0 and the range says so.
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
    if text.chars().nth(LENGTH_MAX).is_some() {
        return Err(NotANumber::TooLong);
    }
    let digits = text.strip_prefix(['-', '−']).unwrap_or(text);
    let negative = digits.len() < text.len();
    let (mut plain, mut marks) = (String::with_capacity(LENGTH_MAX), 0);
    for one in digits.chars() {
        match one {
            '0'..='9' => plain.push(one),
            '.' | ',' => {
                marks += 1;
                plain.push('.');
            }
            _ if THIN_SPACES.contains(&one) => {}
            _ => return Err(NotANumber::Malformed),
        }
    }
    if marks > 1 {
        return Err(NotANumber::Malformed);
    }
    let value = decimal::read(&plain).ok_or(NotANumber::Malformed)?;
    Ok(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_may_paste() {
        assert_eq!((parse("7."), parse(",5"), parse("-5")), (Ok(7.0), Ok(0.5), Ok(-5.0)));
        assert_eq!((parse("\u{2009}7,5\u{a0}"), parse("1\u{2009}200"), parse("1\u{202f}200,5")), {
            (Ok(7.5), Ok(1200.0), Ok(1200.5))
        });
        assert_eq!((parse("   "), parse("\u{2009}")), (Err(NotANumber::Empty), Err(NotANumber::Empty)));
    }

    #[test]
    fn hostile_text_is_no_number() {
        for hostile in [
            "1e5",
            "1e999",
            "NaN",
            "inf",
            "-inf",
            "Infinity",
            "--5",
            "-",
            ".",
            ",",
            "1 000",
            "５",
            "8\u{0}",
            "+5",
            "0x10",
            "7.5.1",
            "7,5.1",
            "1,000,000",
            "5-",
            "七",
            "80kg",
            "8 0",
            "-\u{2009}",
        ] {
            assert_eq!(parse(hostile), Err(NotANumber::Malformed), "{hostile:?}");
        }
        assert_eq!(parse("9999999999999"), Err(NotANumber::TooLong));
        assert_eq!(parse(&"é".repeat(10_000)), Err(NotANumber::TooLong));
        assert_eq!(parse("123456789012"), Ok(123_456_789_012.0));
    }
}
