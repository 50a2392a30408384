//! Where a logbook is kept: keys, revisions, generations, quarantine. It knows text and documents, no view.

mod faulty;
#[cfg(feature = "web")]
mod local;
mod memory;
mod repository;

pub use crate::archive::DocKey;
pub use faulty::{Fault, FaultyStore};
#[cfg(feature = "web")]
pub use local::{LocalStore, remember_theme};
pub use memory::MemoryStore;
pub use repository::{Opened, ProblemKind, Repository, SaveProblem, StoredProblem};

/// What every key of ours begins with: the origin is shared with other projects.
pub const PREFIX: &str = "legwork:";

/// A place for texts under keys. `keys` names only keys that begin with [`PREFIX`].
pub trait KeyValue {
    /// The text under a key.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`].
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Puts a text under a key, all of it or nothing.
    ///
    /// # Errors
    /// [`StorageError::Full`] or [`StorageError::Unavailable`]; the old text stays then.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;
    /// Removes a key.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`].
    fn remove(&self, key: &str) -> Result<(), StorageError>;
    /// Our keys.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`].
    fn keys(&self) -> Result<Vec<String>, StorageError>;
}

/// Why something is not stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser gives no storage.
    #[error("no storage")]
    Unavailable,
    /// It does not fit.
    #[error("storage is full")]
    Full,
    /// A newer version of Legwork has written here.
    #[error("a newer version wrote here")]
    NewerSchema,
    /// The stored document cannot be read and is kept as it is.
    #[error("the stored document is damaged")]
    Damaged,
    /// What was written does not read back.
    #[error("what was written does not read back")]
    NotVerified,
}
