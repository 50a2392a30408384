//! A plan link as a hostile sender makes it.

/// Every byte with a right checksum (FNV-1a), in the digits of base64url.
#[allow(clippy::indexing_slicing)]
pub fn forged(bytes: &[u8]) -> String {
    let check = bytes.iter().fold(0x811C_9DC5_u32, |h, b| (h ^ u32::from(*b)).wrapping_mul(0x0100_0193));
    let mut all = bytes.to_vec();
    all.extend(check.to_le_bytes());
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::from("1");
    for chunk in all.chunks(3) {
        let at = |n: usize| u32::from(chunk.get(n).copied().unwrap_or(0));
        let bits = (at(0) << 16) | (at(1) << 8) | at(2);
        for place in 0..=chunk.len() {
            text.push(char::from(digits[((bits >> (18 - 6 * place)) & 63) as usize]));
        }
    }
    text
}
