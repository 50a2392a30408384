//! A plan in a link.

use legwork::domain::calendar::Day;
use legwork::domain::exercise::OwnExercises;
use legwork::domain::id::PlanId;
use legwork::domain::plan::link::{LinkError, decode, encode};

/// A link as text, and the bytes in one with the checksum that they would need.
pub fn plan(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        opened(text);
    }
    opened(&forged(bytes));
}

fn opened(text: &str) {
    let (id, today) = (PlanId::new(7, [3; 10]), Day::EPOCH);
    let Ok(shared) = decode(text, id, today) else { return };
    let mut own = OwnExercises::default();
    for custom in shared.own {
        own.list.insert(custom.id.clone(), custom);
    }
    let again = encode(&shared.plan, &own);
    match decode(&again, id, today) {
        Ok(copy) => {
            assert_eq!(copy.plan, shared.plan);
            assert!(copy.own.iter().all(|custom| own.list.get(&custom.id) == Some(custom)));
        }
        Err(why) => assert_eq!((why, again.len() > 8_000), (LinkError::TooLong, true)),
    }
}

/// Every byte with a right checksum (FNV-1a), in the digits of base64url: what a hostile sender can make.
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
