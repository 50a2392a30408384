//! Whole logbooks at once: a restore and its undo, erasing, sweeping up. Each has one write that decides.

use super::head::{self, Head};
use super::key::{self, HEAD, QUARANTINE};
use super::repository::Stamp;
use super::{DocKey, Opened, Repository, StorageError, quarantine};
use crate::archive;
use crate::archive::envelope::{self, EnvelopeError};
use crate::domain::logbook::Logbook;
use crate::domain::ordered::{OrderedMap, sort_by_key};

impl Repository {
    /// Puts a whole logbook in place of the present one: a new generation, complete and read back, then one
    /// write of the pointer. The old generation stays for [`Repository::undo_replace`] until the next start.
    ///
    /// # Errors
    /// [`StorageError`]: the old generation is then untouched and in use.
    pub fn replace_all(&mut self, book: &Logbook, millis: i64) -> Result<(), StorageError> {
        if let Some(error) = self.refusal {
            return Err(error);
        }
        let old = match head::read(self.store.get(HEAD)?.as_deref()) {
            Head::Newer { schema, .. } => return Err(self.refuse(schema)),
            Head::At(generation) => generation,
            Head::Absent | Head::Damaged => self.generation,
        };
        let next = self.unused_generation(old)?;
        let size = self.size_of(old)?;
        let outcome = self.write_generation(next, book, millis);
        match outcome {
            Ok(seen) => {
                self.previous = Some((old, size));
                self.generation = next;
                self.seen = seen;
                self.later.clear();
                self.blocked.clear();
                self.released.clear();
                self.stored_draft = book.draft.as_ref().map(|draft| draft.id);
                self.owed.clear();
                self.written = self.seen.keys().copied().collect();
                Ok(())
            }
            Err(error) => {
                // What stands there half is in nobody's way, but takes room.
                self.clear(next);
                Err(error)
            }
        }
    }

    fn write_generation(
        &mut self,
        next: u32,
        book: &Logbook,
        millis: i64,
    ) -> Result<OrderedMap<DocKey, Stamp>, StorageError> {
        let mut keys = DocKey::all_of(book);
        // The profile last: its presence says that the rest is there.
        sort_by_key(&mut keys, |key| *key == DocKey::Profile);
        let mut seen = OrderedMap::new();
        for key in keys {
            let stamp = self.write_document(&key::name(next, key), &archive::encode(book, key), 1, millis)?;
            seen.insert(key, stamp);
        }
        // Once more, all of it: a store may take back what it took.
        for (key, stamp) in &seen {
            let text = self.store.get(&key::name(next, *key))?.ok_or(StorageError::NotVerified)?;
            if envelope::open(&text).map(|whole| Stamp::of(&whole)) != Ok(*stamp) {
                return Err(StorageError::NotVerified);
            }
        }
        if let Err(error) = self.point_at(next) {
            // Refused, or not read back: what the store says now decides.
            let head = self.store.get(HEAD)?;
            if head::read(head.as_deref()) != Head::At(next) {
                return Err(error);
            }
            self.head = head;
        }
        Ok(seen)
    }

    /// Whether [`Repository::undo_replace`] has something to go back to.
    pub fn can_undo_replace(&self) -> bool {
        self.previous.is_some()
    }

    /// Goes back to the generation that the last [`Repository::replace_all`] replaced, and reads it.
    ///
    /// # Errors
    /// [`StorageError::Conflict`] where it is gone or another tab has replaced everything since; otherwise
    /// what the store says. The present generation then stays in use.
    pub fn undo_replace(&mut self) -> Result<Opened, StorageError> {
        let (previous, size) = self.previous.ok_or(StorageError::Conflict)?;
        self.check_head()?;
        if self.size_of(previous)? != size {
            self.previous = None;
            return Err(StorageError::Conflict);
        }
        let undone = self.generation;
        self.point_at(previous)?;
        self.previous = None;
        let opened = self.load(None)?;
        self.clear(undone);
        Ok(opened)
    }

    /// Erases everything of ours, the look included, and nothing of other projects. The pointer goes to an
    /// empty generation first and stays: an interrupted erase leaves nothing half in use, and another tab
    /// sees that this one erased.
    ///
    /// # Errors
    /// [`StorageError`] where the store refuses; what is left is out of use unless the pointer could not be
    /// written either.
    pub fn erase_all(&mut self) -> Result<(), StorageError> {
        let next = self.unused_generation(self.generation)?;
        // A full store may refuse even this; removing then makes the room.
        let pointed = self.point_at(next).is_ok();
        let mut keys = self.store.keys()?;
        sort_by_key(&mut keys, |name| !name.starts_with(QUARANTINE));
        for name in keys {
            if name != HEAD {
                self.store.remove(&name)?;
            }
        }
        if !pointed {
            self.point_at(next)?;
        }
        self.previous = None;
        self.load(None).map(|_| ())
    }

    /// Removes what other generations left behind; a start that read everything does it. What cannot be
    /// read of it is kept aside first, or stays.
    ///
    /// # Errors
    /// [`StorageError`] where the store refuses, or another tab has replaced everything since.
    pub(super) fn sweep(&mut self) -> Result<(), StorageError> {
        self.check_head()?;
        for name in self.store.keys()? {
            let Some(generation) = key::generation(&name) else { continue };
            if generation == self.generation
                || self.previous.is_some_and(|(previous, _)| previous == generation)
            {
                continue;
            }
            let Some(text) = self.store.get(&name)? else { continue };
            let whole = envelope::open(&text);
            if matches!(whole, Err(EnvelopeError::TooNew(_))) {
                continue;
            }
            if whole.is_ok() || quarantine::keep(self.store.as_ref(), &text, false).is_ok() {
                self.store.remove(&name)?;
            }
        }
        Ok(())
    }

    /// A number that nothing stands under and nobody points at.
    fn unused_generation(&self, head: u32) -> Result<u32, StorageError> {
        let keys = self.store.keys()?;
        let highest = keys.iter().filter_map(|name| key::generation(name)).max().unwrap_or(0);
        Ok(highest.max(head).max(self.generation).saturating_add(1))
    }

    /// How many keys a generation has.
    fn size_of(&self, generation: u32) -> Result<usize, StorageError> {
        Ok(self.store.keys()?.iter().filter(|name| key::generation(name) == Some(generation)).count())
    }

    /// Removes what it can of a generation.
    fn clear(&self, generation: u32) {
        for name in self.store.keys().unwrap_or_default() {
            if key::generation(&name) == Some(generation) {
                self.store.remove(&name).ok();
            }
        }
    }
}
