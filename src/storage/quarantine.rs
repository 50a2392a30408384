//! Unreadable texts, kept word for word beside the documents until the person erases or exports them.

use super::key::QUARANTINE;
use super::{KeyValue, StorageError};

/// The most texts that are kept without being asked: beyond it the originals simply stay where they are.
const TEXTS_MAX: usize = 16;
/// The most UTF-16 units that are kept without being asked; a fifth of the least quota (Safari's 2.6 M).
const UNITS_MAX: usize = 500_000;

/// Keeps a copy of an unreadable text, once. `asked` lifts the bounds.
///
/// # Errors
/// [`StorageError`] where the copy could not be kept: then the original must stay.
pub fn keep(store: &dyn KeyValue, text: &str, asked: bool) -> Result<(), StorageError> {
    let (mut count, mut units, mut last) = (0, 0, 0_u32);
    for key in store.keys()? {
        let Some(number) = key.strip_prefix(QUARANTINE) else { continue };
        let kept = store.get(&key)?.unwrap_or_default();
        if kept == text {
            return Ok(());
        }
        count += 1;
        units += kept.encode_utf16().count();
        last = last.max(number.parse().unwrap_or(0));
    }
    if !asked && (count >= TEXTS_MAX || units.saturating_add(text.len()) > UNITS_MAX) {
        return Err(StorageError::Full);
    }
    let key = format!("{QUARANTINE}{}", last.saturating_add(1));
    store.set(&key, text)?;
    if store.get(&key)?.as_deref() == Some(text) { Ok(()) } else { Err(StorageError::NotVerified) }
}
