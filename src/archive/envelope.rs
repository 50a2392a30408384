//! One stored value: a header that proves the body whole, then the body. It knows no document and no key.

use crc::{CRC_32_ISO_HDLC, Crc};

/// The schema this version writes.
pub const SCHEMA: u32 = 1;

const SUM: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// What stands around a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// The schema of the body.
    pub schema: u32,
    /// Counts up with every write of this document.
    pub revision: u64,
    /// When it was written, milliseconds since 1970 UTC.
    pub saved_at: i64,
}

/// Text that is no whole envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// It does not begin like one.
    #[error("not an envelope")]
    Foreign,
    /// A newer version wrote it.
    #[error("schema {0} is newer than this version")]
    TooNew(u32),
    /// It was cut off or changed.
    #[error("damaged")]
    Damaged,
}

/// The checksum of a body.
pub fn checksum(body: &str) -> u32 {
    SUM.checksum(body.as_bytes())
}

/// Wraps a body.
///
/// ```
/// use legwork::archive::envelope::{Header, seal, open};
/// let header = Header { schema: 1, revision: 7, saved_at: 5 };
/// assert_eq!(open(&seal(header, "{}")), Ok((header, "{}")));
/// ```
pub fn seal(header: Header, body: &str) -> String {
    let Header { schema, revision, saved_at } = header;
    format!("LW {schema} {revision} {saved_at} {} {:08x}\n{body}", body.len(), checksum(body))
}

/// Unwraps a body and proves it whole.
///
/// # Errors
/// [`EnvelopeError`]: what is wrong with the text.
pub fn open(text: &str) -> Result<(Header, &str), EnvelopeError> {
    let (line, body) = text.split_once('\n').ok_or(if text.starts_with("LW ") {
        EnvelopeError::Damaged
    } else {
        EnvelopeError::Foreign
    })?;
    let mut words = line.split(' ');
    if words.next() != Some("LW") {
        return Err(EnvelopeError::Foreign);
    }
    let mut word = || words.next().ok_or(EnvelopeError::Damaged);
    let schema: u32 = word()?.parse().map_err(|_| EnvelopeError::Damaged)?;
    if schema > SCHEMA {
        return Err(EnvelopeError::TooNew(schema));
    }
    let revision = word()?.parse().map_err(|_| EnvelopeError::Damaged)?;
    let saved_at = word()?.parse().map_err(|_| EnvelopeError::Damaged)?;
    let length: usize = word()?.parse().map_err(|_| EnvelopeError::Damaged)?;
    let sum = u32::from_str_radix(word()?, 16).map_err(|_| EnvelopeError::Damaged)?;
    if schema == 0 || body.len() != length || checksum(body) != sum {
        return Err(EnvelopeError::Damaged);
    }
    Ok((Header { schema, revision, saved_at }, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_single_damage_is_noticed() {
        let whole = seal(Header { schema: 1, revision: 3, saved_at: 9 }, r#"{"a":[1,2,3],"ü":"x"}"#);
        for cut in 0..whole.len() {
            if let Some(part) = whole.get(..cut) {
                assert!(open(part).is_err(), "cut at {cut}");
            }
        }
        let body_starts = whole.find('\n').unwrap() + 1;
        for place in body_starts..whole.len() {
            let mut bytes = whole.clone().into_bytes();
            bytes[place] ^= 1;
            if let Ok(text) = String::from_utf8(bytes) {
                assert_eq!(open(&text), Err(EnvelopeError::Damaged), "flip at {place}");
            }
        }
    }

    #[test]
    fn what_a_newer_version_wrote_is_told_apart_from_damage() {
        let newer = seal(Header { schema: 2, revision: 1, saved_at: 0 }, "{}");
        assert_eq!(open(&newer), Err(EnvelopeError::TooNew(2)));
        assert_eq!(open("hello\nworld"), Err(EnvelopeError::Foreign));
    }
}
