//! What the app has to say after an action: saved or not, and how to take it back. Words live in `i18n`.

use crate::domain::logbook::Logbook;
pub use crate::domain::notice::Said;
use crate::storage::{DocKey, StorageError};
use std::sync::Arc;

/// Whether what was done is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is stored.
    Saved,
    /// The browser gives no storage at all: nothing will be kept.
    Unavailable,
    /// The last save did not fit.
    Full,
    /// The last save failed otherwise.
    Failed,
    /// A newer Legwork has written here: this one only reads.
    NewerSchema,
}

impl From<&StorageError> for SaveState {
    fn from(error: &StorageError) -> Self {
        match error {
            StorageError::Unavailable => Self::Unavailable,
            StorageError::Full => Self::Full,
            StorageError::NewerSchema { .. } => Self::NewerSchema,
            _ => Self::Failed,
        }
    }
}

/// One thing said once, with a way back where there is one.
#[derive(Clone)]
pub struct Notice {
    /// What happened.
    pub said: Said,
    /// How to take it back.
    pub undo: Option<Undo>,
    /// Counts up, so that the same notice twice is two notices.
    pub number: u32,
}

/// The way back: what to put in place of what, and where it is stored.
#[derive(Clone)]
pub struct Undo {
    /// The documents it writes.
    pub keys: Vec<DocKey>,
    /// Puts the old values back.
    pub back: Arc<dyn Fn(&mut Logbook) + Send + Sync>,
}
