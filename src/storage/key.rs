//! The names under which things are stored; not what is stored.

use super::DocKey;

/// What every key of ours begins with: the origin is shared with other projects.
pub const PREFIX: &str = "legwork:";
/// The pointer to the generation in use.
pub const HEAD: &str = "legwork:head";
/// What the keys of kept unreadable texts begin with; a number follows.
pub const QUARANTINE: &str = "legwork:quarantine:";

/// The key of a document in a generation.
pub fn name(generation: u32, doc: DocKey) -> String {
    format!("{PREFIX}{generation}:{doc}")
}

/// The generation that a key belongs to, whatever stands behind it.
pub fn generation(key: &str) -> Option<u32> {
    key.strip_prefix(PREFIX)?.split_once(':')?.0.parse().ok()
}

/// The generation and document of a key; `None` for a key that is neither.
pub fn document(key: &str) -> Option<(u32, DocKey)> {
    let (_, doc) = key.strip_prefix(PREFIX)?.split_once(':')?;
    Some((generation(key)?, doc.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_says_its_generation_and_document_and_others_say_nothing() {
        for doc in ["profile", "draft", "food:2026-11", "log:2026-11"] {
            let key = format!("legwork:3:{doc}");
            let (generation, parsed) = document(&key).unwrap();
            assert_eq!((generation, name(3, parsed)), (3, key));
        }
        for other in [
            HEAD,
            "legwork:theme",
            "legwork:quarantine:1",
            "legwork:3:log:2026-13",
            "other:3:draft",
            "legwork:x:draft",
        ] {
            assert_eq!(document(other), None, "{other}");
        }
        assert_eq!(generation("legwork:3:something-newer"), Some(3));
    }
}
