//! Typed ids, made from the time and random bytes that are handed in, or from a name; never from a counter.

use uuid::Uuid;

/// The name space of ids that are derived from another app's records.
const IMPORTED: Uuid = Uuid::from_bytes(*b"legwork imported");

/// Declares an id newtype over a UUID.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// A new id: sortable by the moment of its making, and unlike any made elsewhere.
            pub fn new(millis: i64, random: [u8; 10]) -> Self {
                let millis = u64::try_from(millis).unwrap_or(0);
                Self(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
            }

            /// The id of another app's record: the same record always gets the same id, so that
            /// importing twice changes nothing.
            pub fn imported(app: &str, start: &str, name: &str) -> Self {
                let key = format!("{app}\u{1f}{start}\u{1f}{name}");
                Self(Uuid::new_v5(&IMPORTED, key.as_bytes()))
            }

            /// Reads the text that `Display` writes (22 characters), or the usual 36.
            ///
            /// # Errors
            /// [`NotAnId`] for anything else.
            pub fn parse(text: &str) -> Result<Self, NotAnId> {
                parse_short(text).or_else(|| Uuid::try_parse(text).ok()).map(Self).ok_or(NotAnId)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write_short(self.0, f)
            }
        }
    };
}

/// Text that is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

id! {
    /// A training session.
    ///
    /// ```
    /// use legwork::domain::id::SessionId;
    /// let id = SessionId::new(1_795_240_000_000, [7; 10]);
    /// assert_eq!(SessionId::parse(&id.to_string()), Ok(id));
    /// assert_eq!(SessionId::imported("strong", "2021-02-10", "A"), SessionId::imported("strong", "2021-02-10", "A"));
    /// ```
    SessionId
}
id! {
    /// A plan.
    ///
    /// ```
    /// use legwork::domain::id::PlanId;
    /// assert!(PlanId::new(1, [0; 10]) < PlanId::new(2, [0; 10]));
    /// ```
    PlanId
}

/// The 64 characters of the short form: six bits each, sortable as text like the bytes.
const DIGITS: &[u8; 64] = b"-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

fn write_short(id: Uuid, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    use std::fmt::Write;
    let bits = id.as_u128();
    for place in (0..22_u32).rev() {
        let digit = (bits >> (place * 6)) & 63;
        let digit = DIGITS.get(usize::try_from(digit).unwrap_or(0)).copied().unwrap_or(b'-');
        f.write_char(char::from(digit))?;
    }
    Ok(())
}

fn parse_short(text: &str) -> Option<Uuid> {
    if text.len() != 22 {
        return None;
    }
    let mut bits: u128 = 0;
    for (place, byte) in text.bytes().enumerate() {
        let digit = DIGITS.iter().position(|d| *d == byte)?;
        if place == 0 && digit > 3 {
            return None;
        }
        bits = (bits << 6) | u128::try_from(digit).ok()?;
    }
    Some(Uuid::from_u128(bits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_time_as_text_too() {
        let (a, b) = (SessionId::new(1_000, [255; 10]), SessionId::new(2_000, [0; 10]));
        assert!(a < b && a.to_string() < b.to_string());
    }

    #[test]
    fn text_that_is_no_id_is_refused() {
        for bad in ["", "x", "zzzzzzzzzzzzzzzzzzzzzz", "0193-7b3e"] {
            assert_eq!(SessionId::parse(bad), Err(NotAnId), "{bad}");
        }
    }
}
