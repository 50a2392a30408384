//! The bytes of a foreign file as text with plain line ends; it does not know what the text says.

/// The largest file that is read: 32 MB.
pub const SIZE_MAX: usize = 32 * 1024 * 1024;

/// Bytes that are no text to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// More than [`SIZE_MAX`].
    #[error("the file has {bytes} bytes")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// A picture, an archive, a damaged file.
    #[error("the file is not text")]
    NotText,
}

/// How the bytes were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 of either byte order.
    Utf16,
    /// Windows-1252: what a spreadsheet writes in western Europe. Taken only where the bytes are not UTF-8
    /// and hold no control characters.
    Windows1252,
}

/// Text with `\n` as its only line end, and how it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub(super) text: String,
    pub(super) encoding: Encoding,
}

/// Reads bytes as text.
///
/// # Errors
/// [`TextError`] for an empty file, one over [`SIZE_MAX`], and bytes that are no text.
///
/// ```
/// use legwork::exchange::{TextError, decode};
/// assert!(decode("\u{feff}Date,Reps".as_bytes()).is_ok());
/// assert_eq!(decode(b" \r\n"), Err(TextError::Empty));
/// ```
pub fn decode(bytes: &[u8]) -> Result<Text, TextError> {
    if bytes.len() > SIZE_MAX {
        return Err(TextError::TooLarge { bytes: bytes.len() });
    }
    let (mut text, encoding) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (utf16(rest, u16::from_le_bytes)?, Encoding::Utf16),
        [0xFE, 0xFF, rest @ ..] => (utf16(rest, u16::from_be_bytes)?, Encoding::Utf16),
        // No mark, but every export begins with plain letters: the place of the zero tells the order.
        [1..=127, 0, 1..=127, 0, ..] => (utf16(bytes, u16::from_le_bytes)?, Encoding::Utf16),
        [0, 1..=127, 0, 1..=127, ..] => (utf16(bytes, u16::from_be_bytes)?, Encoding::Utf16),
        [0xEF, 0xBB, 0xBF, rest @ ..] => narrow(rest)?,
        _ => narrow(bytes)?,
    };
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    if text.trim().is_empty() { Err(TextError::Empty) } else { Ok(Text { text, encoding }) }
}

/// The delimiter of a header line: the one of `,` `;` and tab that stands in it most often outside quotes.
pub(super) fn delimiter(header: &str) -> u8 {
    let mut counts = [(b',', 0_u32), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in header.bytes() {
        quoted ^= byte == b'"';
        for (delimiter, count) in &mut counts {
            *count += u32::from(!quoted && *delimiter == byte);
        }
    }
    let mut best = (b',', 0);
    for (delimiter, count) in counts {
        if count > best.1 {
            best = (delimiter, count);
        }
    }
    best.0
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, TextError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2);
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        text.push(decoded.map_err(|_| TextError::NotText)?);
    }
    if !rest.is_empty() {
        // Cut off in the middle of a character: the mark keeps the last cell from reading as whole.
        text.push(char::REPLACEMENT_CHARACTER);
    }
    Ok(text)
}

fn narrow(bytes: &[u8]) -> Result<(String, Encoding), TextError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), Encoding::Utf8)),
        Err(error) if error.error_len().is_none() => {
            // Valid up to a character that is cut off at the very end.
            Ok((String::from_utf8_lossy(bytes).into_owned(), Encoding::Utf8))
        }
        Err(_) => {
            let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
            for byte in bytes {
                text.push(windows_1252(*byte).ok_or(TextError::NotText)?);
            }
            Ok((text, Encoding::Windows1252))
        }
    }
}

/// Characters of the bytes 128-159; five of them stand for nothing.
const WINDOWS_1252: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“',
    '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> Option<char> {
    match byte {
        b'\t' | b'\n' | b'\r' | 0x20..=0x7E | 0xA0.. => Some(char::from(byte)),
        0x80..=0x9F => WINDOWS_1252.get(usize::from(byte - 0x80)).copied().filter(|c| *c != '\0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Encoding) {
        let text = decode(bytes).unwrap();
        (text.text, text.encoding)
    }

    #[test]
    fn every_encoding_of_the_same_words_reads_the_same() {
        let words = "Name der Übung\n1";
        let le: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(words.as_bytes()), (words.into(), Encoding::Utf8));
        assert_eq!(read(&[&[0xEF, 0xBB, 0xBF], words.as_bytes()].concat()), (words.into(), Encoding::Utf8));
        assert_eq!(read(&[&[0xFF, 0xFE], le.as_slice()].concat()), (words.into(), Encoding::Utf16));
        assert_eq!(read(&[&[0xFE, 0xFF], be.as_slice()].concat()), (words.into(), Encoding::Utf16));
        assert_eq!(read(&le), (words.into(), Encoding::Utf16));
        assert_eq!(read(&be), (words.into(), Encoding::Utf16));
        assert_eq!(read(b"Name der \xDCbung\n1"), (words.into(), Encoding::Windows1252));
    }

    #[test]
    fn line_ends_become_one() {
        assert_eq!(read(b"a\r\nb\rc\nd").0, "a\nb\nc\nd");
    }

    #[test]
    fn what_is_no_text_is_refused_by_name() {
        assert_eq!(decode(b""), Err(TextError::Empty));
        assert_eq!(decode(&[0xEF, 0xBB, 0xBF]), Err(TextError::Empty));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(TextError::NotText));
        assert_eq!(decode(&[0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]), Err(TextError::NotText));
        let large = vec![b'a'; SIZE_MAX + 1];
        assert_eq!(decode(&large), Err(TextError::TooLarge { bytes: SIZE_MAX + 1 }));
    }

    #[test]
    fn a_character_cut_off_at_the_end_does_not_change_the_encoding() {
        let whole = "Übung Ü".as_bytes();
        assert_eq!(read(&whole[..whole.len() - 1]), ("Übung \u{FFFD}".into(), Encoding::Utf8));
        assert_eq!(read(&[0xFF, 0xFE, b'a', 0, b'b']), ("a\u{FFFD}".into(), Encoding::Utf16));
    }

    #[test]
    fn the_delimiter_is_found_outside_quotes() {
        assert_eq!(delimiter("Date,Reps"), b',');
        assert_eq!(delimiter("\"a,b,c\";\"Reps\""), b';');
        assert_eq!(delimiter("Date\tReps"), b'\t');
        assert_eq!(delimiter("Date"), b',');
    }
}
