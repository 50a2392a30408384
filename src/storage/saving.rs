//! Saving documents of a logbook in an order that a kill between two writes cannot hurt.

use super::key::{self, HEAD};
use super::{DocKey, Repository, StorageError};
use crate::archive;
use crate::archive::envelope;
use crate::domain::id::SessionId;
use crate::domain::logbook::Logbook;
use crate::domain::ordered::OrderedMap;

/// Documents that were not saved, and why the first of them was not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key} is not saved: {error}")]
pub struct SaveProblem {
    /// The first that failed.
    pub key: DocKey,
    /// Why.
    pub error: StorageError,
    /// Every document that was to be saved and is not stored as it is in memory.
    pub unsaved: Vec<DocKey>,
}

impl Repository {
    /// Saves documents: each is written and read back, and what a merge still owes with them. All are
    /// tried, in an order in which sets are always in one place at least: a stored running session gives
    /// way only once its sets are in the stored log, and the log lets go of a session only once it is the
    /// stored running one. Where the one cannot be written the other waits.
    ///
    /// # Errors
    /// [`SaveProblem`] where any of them is not saved.
    pub fn save_documents(
        &mut self,
        book: &Logbook,
        keys: &[DocKey],
        millis: i64,
    ) -> Result<(), SaveProblem> {
        // A neighbour's `clear()` took everything: all of it is still in memory.
        let vanished = self.head.is_some() && matches!(self.store.get(HEAD), Ok(None));
        let mut all = if vanished { DocKey::all_of(book) } else { Vec::new() };
        all.extend(keys.iter().chain(&self.owed).copied());
        let mut tried = OrderedMap::new();
        let mut first = None;
        for key in all {
            if let Err(error) = self.save_in_turn(book, key, millis, &mut tried) {
                first.get_or_insert((key, error));
            }
        }
        let Some((key, error)) = first else { return Ok(()) };
        let unsaved = tried.into_iter().filter(|(_, outcome)| outcome.is_err()).map(|(key, _)| key).collect();
        Err(SaveProblem { key, error, unsaved })
    }

    fn save_in_turn(
        &mut self,
        book: &Logbook,
        key: DocKey,
        millis: i64,
        tried: &mut OrderedMap<DocKey, Result<(), StorageError>>,
    ) -> Result<(), StorageError> {
        if let Some(outcome) = tried.get(&key) {
            return *outcome;
        }
        // What waits for itself is another tab's doing: refresh and try again.
        tried.insert(key, Err(StorageError::Conflict));
        let mut outcome = Ok(());
        if let Some(first) = self.goes_first(book, key) {
            outcome = self.save_in_turn(book, first, millis, tried);
        }
        if outcome.is_ok() {
            outcome = self.save(key, &archive::encode(book, key), millis);
        }
        if outcome.is_ok() && key == DocKey::Draft {
            self.stored_draft = book.draft.as_ref().map(|draft| draft.id);
        }
        tried.insert(key, outcome);
        outcome
    }

    /// The document that must be stored before this one may be.
    fn goes_first(&self, book: &Logbook, key: DocKey) -> Option<DocKey> {
        let running = book.draft.as_ref().map(|draft| draft.id);
        match key {
            DocKey::Draft => {
                // The stored draft may be all there is of a session that was recorded since.
                let leaves = self.stored_draft.filter(|id| running != Some(*id))?;
                let (month, _) =
                    book.log.months().iter().find(|(_, log)| log.sessions.contains_key(&leaves))?;
                let log = DocKey::Log(*month);
                (!self.log_has(log, leaves)).then_some(log)
            }
            DocKey::Log(month) => {
                // The stored month may be all there is of a session that became a draft again.
                let running = running.filter(|id| self.stored_draft != Some(*id))?;
                let gone =
                    book.log.months().get(&month).is_some_and(|log| log.deleted.contains_key(&running));
                (gone && self.log_has(key, running)).then_some(DocKey::Draft)
            }
            _ => None,
        }
    }

    /// Whether the stored month has this session.
    fn log_has(&self, key: DocKey, id: SessionId) -> bool {
        let Ok(Some(text)) = self.store.get(&key::name(self.generation, key)) else { return false };
        let Ok(whole) = envelope::open(&text) else { return false };
        let mut stored = Logbook::default();
        archive::decode(&mut stored, key, whole.body).is_ok()
            && stored.log.sessions().any(|session| session.id == id)
    }
}
