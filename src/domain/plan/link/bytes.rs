//! Bytes as URL-safe text with a checksum; they do not know what they say.

use super::LinkError;

/// The 64 characters of base64url (RFC 4648 section 5).
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Bytes of the checksum at the end.
const CHECK: usize = 4;

/// The 32-bit FNV-1a hash: it finds accidents, it proves nothing.
pub fn digest(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |hash: u32, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// Bytes on their way out.
#[derive(Debug, Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    pub fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// Bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.byte(*byte);
        }
    }

    pub fn pair(&mut self, number: u16) {
        self.0.extend(number.to_le_bytes());
    }

    /// Seven bits a byte, the lowest first.
    pub fn number(&mut self, mut number: u32) {
        while number > 127 {
            self.0.push(u8::try_from(number & 127).unwrap_or(0) | 128);
            number >>= 7;
        }
        self.0.push(u8::try_from(number).unwrap_or(0));
    }

    pub fn length(&mut self, length: usize) {
        self.number(u32::try_from(length).unwrap_or(u32::MAX));
    }

    pub fn text(&mut self, text: &str) {
        self.length(text.len());
        self.0.extend(text.as_bytes());
    }

    /// Appends everything and its checksum as text.
    pub fn finish(mut self, text: &mut String) {
        let check = digest(&self.0);
        self.0.extend(check.to_le_bytes());
        for chunk in self.0.chunks(3) {
            let at = |place: usize| u32::from(chunk.get(place).copied().unwrap_or(0));
            let bits = (at(0) << 16) | (at(1) << 8) | at(2);
            for place in 0..=chunk.len() {
                let digit = (bits >> (18 - 6 * place)) & 63;
                let digit = usize::try_from(digit).ok().and_then(|digit| DIGITS.get(digit));
                text.push(char::from(digit.copied().unwrap_or(b'A')));
            }
        }
    }
}

/// Bytes on their way in.
#[derive(Debug)]
pub struct Reader {
    bytes: Vec<u8>,
    at: usize,
}

impl Reader {
    /// Reads text whose checksum is right.
    pub fn of(text: &str) -> Option<Self> {
        let mut bytes = Vec::with_capacity(text.len());
        let (mut bits, mut held) = (0_u32, 0);
        for byte in text.bytes() {
            let digit = match byte {
                b'A'..=b'Z' => byte - b'A',
                b'a'..=b'z' => byte - b'a' + 26,
                b'0'..=b'9' => byte - b'0' + 52,
                b'-' => 62,
                b'_' => 63,
                _ => return None,
            };
            bits = ((bits << 6) | u32::from(digit)) & 0xFF_FFFF;
            held += 6;
            if held >= 8 {
                held -= 8;
                bytes.push(u8::try_from((bits >> held) & 255).unwrap_or(0));
            }
        }
        // Nothing may hide in the bits that are left over.
        if held >= 6 || bits & ((1 << held) - 1) != 0 {
            return None;
        }
        let check = bytes.split_off(bytes.len().checked_sub(CHECK)?);
        (digest(&bytes).to_le_bytes().as_slice() == check).then_some(Self { bytes, at: 0 })
    }

    pub fn byte(&mut self) -> Result<u8, LinkError> {
        let byte = self.bytes.get(self.at).copied().ok_or(LinkError::Damaged)?;
        self.at += 1;
        Ok(byte)
    }

    pub fn pair(&mut self) -> Result<u16, LinkError> {
        Ok(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub fn number(&mut self) -> Result<u32, LinkError> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return Ok(number);
            }
        }
        Err(LinkError::Damaged)
    }

    /// A length, at most so much.
    pub fn length(&mut self, most: usize) -> Result<usize, LinkError> {
        let length = usize::try_from(self.number()?).map_err(|_| LinkError::Damaged)?;
        if length > most { Err(LinkError::Damaged) } else { Ok(length) }
    }

    pub fn text(&mut self, most: usize) -> Result<String, LinkError> {
        let length = self.length(most)?;
        let end = self.at + length;
        let bytes = self.bytes.get(self.at..end).ok_or(LinkError::Damaged)?;
        self.at = end;
        String::from_utf8(bytes.to_vec()).map_err(|_| LinkError::Damaged)
    }

    /// Whether nothing is left.
    pub fn is_done(&self) -> bool {
        self.at == self.bytes.len()
    }
}
