//! One stored value: a header that proves the whole, then the body. It knows no document and no key.

use crc::{CRC_32_ISO_HDLC, Crc};

/// The schema this version writes.
pub const SCHEMA: u32 = 2;

static SUM: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// What stands around a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// The schema of the body.
    pub schema: u32,
    /// Counts up with every write of this document.
    pub revision: u64,
    /// When it was written, milliseconds since 1970 UTC: for people; the revision orders.
    pub saved_at: i64,
}

/// A whole value, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Envelope<'a> {
    /// What stands around it.
    pub header: Header,
    /// The checksum, of header and body together.
    pub sum: u32,
    /// What it holds.
    pub body: &'a str,
}

/// Text that is no whole value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// It does not begin like one.
    #[error("not a Legwork value")]
    NotLegwork,
    /// It is whole, and a newer version wrote it.
    #[error("schema {0} is newer than this version")]
    TooNew(u32),
    /// Its end is missing.
    #[error("cut off")]
    Truncated,
    /// It is not what was written.
    #[error("the checksum does not fit")]
    BadChecksum,
    /// Its header says nothing possible.
    #[error("the header cannot be read")]
    Malformed,
}

/// The CRC-32 of a text.
///
/// ```
/// assert_eq!(legwork::archive::envelope::checksum("123456789"), 0xcbf4_3926);
/// ```
pub fn checksum(text: &str) -> u32 {
    SUM.checksum(text.as_bytes())
}

/// The checksum covers the header too: a flipped revision or schema must not pass for another one.
fn sum_of(header: &str, body: &str) -> u32 {
    let mut digest = SUM.digest();
    digest.update(header.as_bytes());
    digest.update(b"\n");
    digest.update(body.as_bytes());
    digest.finalize()
}

/// Wraps a body: `LW <schema> <revision> <saved at> <bytes> <checksum>`, a line feed, the body.
///
/// ```
/// use legwork::archive::envelope::{Header, open, seal};
/// let header = Header { schema: 1, revision: 7, saved_at: 5 };
/// assert!(seal(header, "{}").starts_with("LW 1 7 5 2 "));
/// assert_eq!(open(&seal(header, "{}")).map(|whole| (whole.header, whole.body)), Ok((header, "{}")));
/// ```
pub fn seal(header: Header, body: &str) -> String {
    let line = format!("LW {} {} {} {}", header.schema, header.revision, header.saved_at, body.len());
    let sum = sum_of(&line, body);
    format!("{line} {sum:08x}\n{body}")
}

/// Unwraps a body and proves it whole.
///
/// # Errors
/// [`EnvelopeError`]: what is wrong with the text.
pub fn open(text: &str) -> Result<Envelope<'_>, EnvelopeError> {
    let Some(words) = text.strip_prefix("LW ") else {
        return Err(if "LW ".starts_with(text) {
            EnvelopeError::Truncated
        } else {
            EnvelopeError::NotLegwork
        });
    };
    let (words, body) = words.split_once('\n').ok_or(EnvelopeError::Truncated)?;
    let (numbers, sum_text) = words.rsplit_once(' ').ok_or(EnvelopeError::Malformed)?;
    let mut numbers = numbers.split(' ');
    let mut number = || -> Option<i64> { numbers.next()?.parse().ok() };
    let malformed = EnvelopeError::Malformed;
    let schema = number().and_then(|n| u32::try_from(n).ok()).filter(|n| *n > 0).ok_or(malformed)?;
    let revision = number().and_then(|n| u64::try_from(n).ok()).ok_or(malformed)?;
    let saved_at = number().ok_or(malformed)?;
    let length = number().and_then(|n| usize::try_from(n).ok()).ok_or(malformed)?;
    let sum = u32::from_str_radix(sum_text, 16).map_err(|_| malformed)?;
    // Written one way only: capital digits or a sign were not written here.
    if number().is_some() || format!("{sum:08x}") != sum_text {
        return Err(malformed);
    }
    if body.len() < length {
        return Err(EnvelopeError::Truncated);
    }
    let line = text.get(.."LW ".len() + words.len() - sum_text.len() - 1).ok_or(malformed)?;
    if body.len() > length || sum_of(line, body) != sum {
        return Err(EnvelopeError::BadChecksum);
    }
    // Only what is whole may say that it is newer: a flipped bit must not lock the store.
    if schema > SCHEMA {
        return Err(EnvelopeError::TooNew(schema));
    }
    Ok(Envelope { header: Header { schema, revision, saved_at }, sum, body })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_is_sealed_opens(revision in 0..i64::MAX as u64, saved_at in any::<i64>(), body in "\\PC{0,60}|[\\s\\S]{0,60}") {
            let header = Header { schema: 1, revision, saved_at };
            let text = seal(header, &body);
            let whole = open(&text).unwrap();
            prop_assert_eq!((whole.header, whole.body), (header, body.as_str()));
        }

        #[test]
        fn hostile_text_is_refused_and_nothing_worse(text in "(LW )?[0-9 \\-a-f\n]{0,40}|\\PC{0,40}") {
            prop_assert!(open(&text).is_err());
        }
    }

    #[test]
    fn every_cut_and_every_flipped_bit_is_noticed() {
        let whole =
            seal(Header { schema: 1, revision: 3, saved_at: 1_795_240_000_000 }, r#"{"a":[1,2,3],"ü":"x"}"#);
        for cut in 0..whole.len() {
            if let Some(part) = whole.get(..cut) {
                assert_eq!(open(part), Err(EnvelopeError::Truncated), "cut at {cut}");
            }
        }
        for place in 0..whole.len() * 8 {
            let mut bytes = whole.clone().into_bytes();
            bytes[place / 8] ^= 1 << (place % 8);
            if let Ok(text) = String::from_utf8(bytes) {
                let error = open(&text).unwrap_err();
                assert!(!matches!(error, EnvelopeError::TooNew(_)), "bit {place} passes for a newer version");
            }
        }
    }

    #[test]
    fn what_a_newer_version_wrote_is_told_apart_from_damage() {
        let newer = seal(Header { schema: SCHEMA + 1, revision: 1, saved_at: 0 }, "{}");
        assert_eq!(open(&newer), Err(EnvelopeError::TooNew(SCHEMA + 1)));
        assert_eq!(open("hello\nworld"), Err(EnvelopeError::NotLegwork));
        assert_eq!(
            open(&seal(Header { schema: 0, revision: 1, saved_at: 0 }, "{}")),
            Err(EnvelopeError::Malformed)
        );
    }
}
