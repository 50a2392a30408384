//! The file of the rescue page read back: every stored text, raw, as the browser had it.

use super::key::PREFIX;
use super::{MemoryStore, Opened, Repository};
use crate::archive::Tree;
use crate::domain::ordered::OrderedMap;

/// The logbook of a rescue file, with what of it cannot be read; none where it is no such file, or holds no document.
///
/// ```
/// use legwork::storage::rescued;
/// assert_eq!(rescued(r#"{"format":"legwork-raw","texts":{}}"#), None);
/// ```
pub fn rescued(text: &str) -> Option<Opened> {
    let tree: Tree = serde_json::from_str(text).ok()?;
    if tree.find("format")?.text().ok()? != "legwork-raw" {
        return None;
    }
    let mut texts = OrderedMap::new();
    for (name, text) in tree.find("texts")?.entries().ok()? {
        if name.starts_with(PREFIX) {
            texts.insert(name.clone(), text.text().ok()?.to_owned());
        }
    }
    let (_, opened) = Repository::open(Box::new(MemoryStore::holding(texts)));
    (!opened.fresh && opened.refusal.is_none()).then_some(opened)
}
