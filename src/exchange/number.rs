//! Numbers and spans as other apps write them; it does not know which column they stand in.

use crate::decimal;
use crate::domain::units::Seconds;

/// Text that is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotANumber;

/// The longest number that is read, in bytes: pounds stored as kilograms come with 17 digits.
const DIGITS_MAX: usize = 40;

/// Reads `7`, `7.5`, `7,5`; blank and `-` are none. The first decimal mark a column shows is its only one:
/// a second kind in the same column is refused, not guessed at. There are no thousands separators.
pub(super) fn decimal(text: &str, mark: &mut Option<u8>) -> Result<Option<f64>, NotANumber> {
    let text = text.trim();
    if text.is_empty() || text == "-" {
        return Ok(None);
    }
    let mut found = None;
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => {}
            b'+' | b'-' if place == 0 => {}
            b'.' | b',' if found.is_none() => found = Some(byte),
            _ => return Err(NotANumber),
        }
    }
    if text.len() > DIGITS_MAX || !text.bytes().any(|b| b.is_ascii_digit()) {
        return Err(NotANumber);
    }
    if let Some(found) = found
        && *mark.get_or_insert(found) != found
    {
        return Err(NotANumber);
    }
    let value =
        if found == Some(b',') { decimal::read(&text.replace(',', ".")) } else { decimal::read(text) };
    value.map(Some).ok_or(NotANumber)
}

/// A session longer than this was not trained through: nobody pressed "finish" (`264h 1m`).
const LONGEST_SESSION: f64 = 12.0 * 3600.0;

/// Reads `2h 18m`, `21min`, `1h 5min`, `58m`, `45s`. What is blank, nothing, absurdly long or no span is
/// `None`: how long it took is a remark, never a reason to lose the sets.
pub(super) fn span(text: &str) -> Option<Seconds> {
    let mut total: u32 = 0;
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (number, tail) = split(rest, |c| c.is_ascii_digit())?;
        let (unit, tail) = split(tail.trim_start(), char::is_alphabetic)?;
        let factor = match unit.to_ascii_lowercase().as_str() {
            "h" | "hr" | "hrs" | "std" => 3600,
            "m" | "min" | "mins" => 60,
            "s" | "sec" | "secs" | "sek" => 1,
            _ => return None,
        };
        total = total.checked_add(number.parse::<u32>().ok()?.checked_mul(factor)?)?;
        rest = tail.trim_start_matches('.').trim_start();
    }
    sensible(f64::from(total))
}

/// Reads whole seconds, for a column that says it holds them.
pub(super) fn seconds(text: &str) -> Option<Seconds> {
    decimal(text, &mut None).ok().flatten().and_then(sensible)
}

fn sensible(seconds: f64) -> Option<Seconds> {
    if (1.0..=LONGEST_SESSION).contains(&seconds) { Some(Seconds::saturating(seconds as i64)) } else { None }
}

fn split(text: &str, belongs: fn(char) -> bool) -> Option<(&str, &str)> {
    text.split_at_checked(text.find(|c| !belongs(c)).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_the_mark_of_their_column() {
        let read = |text| decimal(text, &mut None);
        assert_eq!(read("74.99999999999999"), Ok(Some(74.999_999_999_999_99)));
        assert_eq!(read(" 7,5 "), Ok(Some(7.5)));
        assert_eq!((read(""), read("-")), (Ok(None), Ok(None)));
        assert_eq!(read("-5"), Ok(Some(-5.0)));
        let mut mark = None;
        assert_eq!(decimal("7,5", &mut mark), Ok(Some(7.5)));
        assert_eq!(decimal("8", &mut mark), Ok(Some(8.0)));
        assert_eq!(decimal("7.5", &mut mark), Err(NotANumber));
    }

    #[test]
    fn hostile_numbers_are_refused() {
        for bad in
            ["NaN", "inf", "1e999", "1.2.3", "1,234.5", ".", "+", "7 5", "٣", "0x10", "--5", &"9".repeat(41)]
        {
            assert_eq!(decimal(bad, &mut None), Err(NotANumber), "{bad}");
        }
    }

    #[test]
    fn spans_are_read_in_every_spelling_and_absurd_ones_kept_out() {
        let read = |text| span(text).map(Seconds::get);
        assert_eq!(read("2h 18m"), Some(8280));
        assert_eq!(read("21min"), Some(1260));
        assert_eq!(read("1h 5min"), Some(3900));
        assert_eq!(read("2h"), Some(7200));
        assert_eq!(read("1 Std. 5 Min."), Some(3900));
        assert_eq!(read("45s"), Some(45));
        assert_eq!((seconds("4195").map(Seconds::get), seconds("950401")), (Some(4195), None));
        for none in
            ["", "0", "0m", "264h 1m", "99999999999h", "m", "h 5", "1h 5", "1:05", "soon", "-5m", "4195"]
        {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
