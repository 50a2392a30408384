//! Where a logbook is kept: keys, revisions, generations, quarantine. It knows text and documents, no view.
//!
//! One key a document (a month of the log is one), all under one generation number; `legwork:head` says
//! which generation is in use, so that a restore is one write. A write reads back what it wrote.

mod beside;
#[cfg(not(target_arch = "wasm32"))]
mod faulty;
mod generation;
mod head;
mod key;
#[cfg(feature = "web")]
mod local;
mod memory;
mod merging;
mod opening;
mod quarantine;
mod repository;
mod rescue;
mod room;
mod saving;
mod snapshot;

pub use crate::archive::DocKey;
pub use beside::{Beside, beside, newer_body, newest_body, outlives};
#[cfg(not(target_arch = "wasm32"))]
pub use faulty::{Fault, FaultyStore};
pub use key::PREFIX;
#[cfg(feature = "web")]
pub use local::{Comfort, LocalStore, remember, remembered};
pub use memory::MemoryStore;
pub use opening::{Opened, ProblemKind, Recent, StoredProblem};
pub use repository::Repository;
pub use rescue::rescued;
pub use room::{BUDGET_UNITS, Room, percent};
pub use saving::SaveProblem;
pub use snapshot::{Snapshot, TextOf, Turn, assemble, turn};

/// A place for texts under keys.
pub trait KeyValue {
    /// The text under a key.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] where the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Puts a text under a key, all of it or nothing.
    ///
    /// # Errors
    /// [`StorageError::Full`] or [`StorageError::Unavailable`]: the old text stays then.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;

    /// Removes a key.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] where the store cannot be written.
    fn remove(&self, key: &str) -> Result<(), StorageError>;

    /// The keys that begin with [`PREFIX`], and no other project's.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] where the store cannot be read.
    fn keys(&self) -> Result<Vec<String>, StorageError>;
}

/// Why something is not stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser gives no storage, or takes it away.
    #[error("no storage")]
    Unavailable,
    /// It does not fit; what was there still is.
    #[error("storage is full")]
    Full,
    /// A newer version of Legwork has written here: this one only reads.
    #[error("a newer version wrote schema {schema} here")]
    NewerSchema {
        /// The schema it wrote.
        schema: u32,
    },
    /// Another tab has written since: refresh, then save again.
    #[error("another tab has written meanwhile")]
    Conflict,
    /// The stored document cannot be read and is kept as it is until the person decides.
    #[error("the stored document {key} is damaged")]
    Damaged {
        /// Which document.
        key: DocKey,
    },
    /// What was written does not read back.
    #[error("what was written does not read back")]
    NotVerified,
}

impl StorageError {
    /// What a browser's exception means. Chrome and Safari name a full store `QuotaExceededError` (22),
    /// Firefox `NS_ERROR_DOM_QUOTA_REACHED` (1014); anything else is a store that does not work.
    ///
    /// ```
    /// use legwork::storage::StorageError;
    /// assert_eq!(StorageError::of_exception("NS_ERROR_DOM_QUOTA_REACHED", 1014), StorageError::Full);
    /// assert_eq!(StorageError::of_exception("SecurityError", 18), StorageError::Unavailable);
    /// ```
    pub fn of_exception(name: &str, code: u16) -> Self {
        let full =
            matches!(name, "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") || matches!(code, 22 | 1014);
        if full { Self::Full } else { Self::Unavailable }
    }
}
