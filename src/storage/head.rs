//! The pointer to the generation in use: one small text, and the commit point of everything large.

use crate::archive::Tree;
use crate::archive::envelope::{SCHEMA, checksum};

/// What the pointer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// There is none.
    Absent,
    /// It cannot be read, or is not what was written.
    Damaged,
    /// A newer version wrote it.
    Newer {
        /// Its schema.
        schema: u32,
        /// Its generation.
        generation: u32,
    },
    /// This generation is in use.
    At(u32),
}

/// What a pointer says. Its check is over what matters: a flipped digit must not point at another generation or
/// look newer. It is absent only where somebody else wrote the pointer.
struct Said {
    format: String,
    schema: u32,
    generation: u32,
    check: Option<String>,
}

impl Said {
    fn of(text: &str) -> Option<Self> {
        let tree: Tree = serde_json::from_str(text).ok()?;
        let text = |name| Some(tree.find(name)?.text().ok()?.to_owned());
        let number = |name| tree.find(name)?.count().ok();
        let check = match tree.find("check") {
            None => None,
            Some(_) => Some(text("check")?),
        };
        Some(Self {
            format: text("format")?,
            schema: number("schema")?,
            generation: number("generation")?,
            check,
        })
    }
}

fn check(schema: u32, generation: u32) -> String {
    format!("{:08x}", checksum(&format!("legwork {schema} {generation}")))
}

/// The text of a pointer.
pub fn write(generation: u32) -> String {
    format!(
        "{{\"format\":\"legwork\",\"schema\":{SCHEMA},\"generation\":{generation},\"app\":\"{}\",\"check\":\"{}\"}}",
        env!("CARGO_PKG_VERSION"),
        check(SCHEMA, generation)
    )
}

/// Reads a pointer.
pub fn read(text: Option<&str>) -> Head {
    let Some(text) = text else { return Head::Absent };
    let Some(Said { format, schema, generation, check: sum }) = Said::of(text) else {
        return Head::Damaged;
    };
    if format != "legwork" || sum.is_some_and(|sum| sum != check(schema, generation)) {
        Head::Damaged
    } else if schema > SCHEMA {
        Head::Newer { schema, generation }
    } else {
        Head::At(generation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_reads_back_and_no_flipped_bit_points_elsewhere() {
        let whole = write(37);
        assert_eq!((read(Some(&whole)), read(None)), (Head::At(37), Head::Absent));
        for bit in 0..whole.len() * 8 {
            let mut bytes = whole.clone().into_bytes();
            bytes[bit / 8] ^= 1 << (bit % 8);
            if let Ok(text) = String::from_utf8(bytes) {
                assert!(matches!(read(Some(&text)), Head::At(37) | Head::Damaged), "{text}");
            }
        }
    }

    #[test]
    fn a_newer_pointer_is_known_whatever_else_it_says() {
        let text = format!(
            r#"{{"format":"legwork","schema":3,"generation":9,"check":"{}","more":[1]}}"#,
            check(3, 9)
        );
        assert_eq!(read(Some(&text)), Head::Newer { schema: 3, generation: 9 });
    }
}
