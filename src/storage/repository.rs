//! Documents under keys: one document's save with read-back, and what another tab wrote of it. It decides
//! nothing about training.

use super::head::{self, Head};
use super::key::{self, HEAD};
use super::{DocKey, KeyValue, StorageError, quarantine};
use crate::archive::envelope::{self, Envelope, EnvelopeError, Header, SCHEMA};
use crate::domain::id::SessionId;
use crate::domain::ordered::{OrderedMap, OrderedSet};

/// The store of one logbook.
pub struct Repository {
    pub(super) store: Box<dyn KeyValue>,
    /// The generation in use.
    pub(super) generation: u32,
    /// The generation a restore has just replaced, and how many keys it has.
    pub(super) previous: Option<(u32, usize)>,
    /// The pointer as it was last seen.
    pub(super) head: Option<String>,
    /// What was last seen or written of each document.
    pub(super) seen: OrderedMap<DocKey, Stamp>,
    /// Documents that could not be read and must not be written.
    pub(super) blocked: OrderedSet<DocKey>,
    /// Damaged documents that the person allowed to be written again.
    pub(super) released: OrderedSet<DocKey>,
    /// The session of the stored draft.
    pub(super) stored_draft: Option<SessionId>,
    /// Documents that a merge made newer in memory than in the store.
    pub(super) owed: OrderedSet<DocKey>,
    /// Documents written since the opening.
    pub(super) written: OrderedSet<DocKey>,
    /// Why nothing at all may be written.
    pub(super) refusal: Option<StorageError>,
    /// Months that are still to be read, the newest last.
    pub(super) later: Vec<DocKey>,
    /// Whether what other generations left is to be removed once all is read.
    pub(super) sweeps: bool,
}

/// What tells one stored text of a document from the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) revision: u64,
    pub(super) sum: u32,
}

impl Stamp {
    pub(super) fn of(whole: &Envelope<'_>) -> Self {
        Self { revision: whole.header.revision, sum: whole.sum }
    }
}

impl Repository {
    /// Whether a newer version has written here: then this one only reads.
    pub fn is_read_only(&self) -> bool {
        matches!(self.refusal, Some(StorageError::NewerSchema { .. }))
    }

    /// Why nothing may be written, if so: a newer version has taken over, or the store cannot be read.
    pub fn refusal(&self) -> Option<StorageError> {
        self.refusal
    }

    /// Writes one document and reads it back.
    ///
    /// # Errors
    /// [`StorageError::Conflict`] where another tab has written it, or a whole generation, since it was last
    /// seen; otherwise what the store says. The stored text is then the old one.
    pub(super) fn save(&mut self, doc: DocKey, body: &str, millis: i64) -> Result<(), StorageError> {
        self.try_save(doc, body, millis)?;
        self.owed.remove(&doc);
        self.written.insert(doc);
        Ok(())
    }

    fn try_save(&mut self, doc: DocKey, body: &str, millis: i64) -> Result<(), StorageError> {
        if self.blocked.contains(&doc) {
            return Err(self.refusal.unwrap_or(StorageError::Damaged { key: doc }));
        }
        self.check_head()?;
        let name = key::name(self.generation, doc);
        let stored = self.store.get(&name)?;
        let seen = self.seen.get(&doc).copied();
        if let Some(text) = &stored {
            match envelope::open(text) {
                Ok(whole) if Some(Stamp::of(&whole)) != seen => return Err(StorageError::Conflict),
                Ok(whole) if whole.body == body => return Ok(()),
                Ok(_) => {}
                Err(EnvelopeError::TooNew(schema)) => return Err(self.refuse(schema)),
                // Broken since it was read: what is in memory is the whole of it, and goes over a kept copy.
                Err(_) if seen.is_some() || self.released.contains(&doc) => {
                    quarantine::keep(self.store.as_ref(), text, true)?;
                }
                Err(_) => {
                    self.block(doc, text);
                    return Err(StorageError::Damaged { key: doc });
                }
            }
        }
        let revision = seen.map_or(0, |stamp| stamp.revision) + 1;
        let stamp = self.write_document(&name, body, revision, millis)?;
        self.seen.insert(doc, stamp);
        self.released.remove(&doc);
        Ok(())
    }

    /// Seals a body and writes it.
    pub(super) fn write_document(
        &self,
        name: &str,
        body: &str,
        revision: u64,
        millis: i64,
    ) -> Result<Stamp, StorageError> {
        let text = envelope::seal(Header { schema: SCHEMA, revision, saved_at: millis }, body);
        self.write(name, &text)?;
        envelope::open(&text).map(|whole| Stamp::of(&whole)).map_err(|_| StorageError::NotVerified)
    }

    /// Writes and reads back.
    pub(super) fn write(&self, name: &str, text: &str) -> Result<(), StorageError> {
        self.store.set(name, text)?;
        if self.store.get(name)?.as_deref() == Some(text) { Ok(()) } else { Err(StorageError::NotVerified) }
    }

    /// Points at a generation.
    pub(super) fn point_at(&mut self, generation: u32) -> Result<(), StorageError> {
        let text = head::write(generation);
        self.write(HEAD, &text)?;
        self.head = Some(text);
        Ok(())
    }

    pub(super) fn refuse(&mut self, schema: u32) -> StorageError {
        let error = StorageError::NewerSchema { schema };
        self.refusal = Some(error);
        error
    }

    /// Whether writing may go on: the pointer is where it was, or was lost and is put back.
    pub(super) fn check_head(&mut self) -> Result<(), StorageError> {
        if let Some(error) = self.refusal {
            return Err(error);
        }
        let text = self.store.get(HEAD)?;
        if text.is_some() && text == self.head {
            return Ok(());
        }
        match head::read(text.as_deref()) {
            Head::At(generation) if generation == self.generation => {
                self.head = text;
                Ok(())
            }
            Head::At(_) => Err(StorageError::Conflict),
            Head::Newer { schema, .. } => Err(self.refuse(schema)),
            Head::Absent | Head::Damaged => self.point_at(self.generation),
        }
    }

    /// The body of one document if another tab has written it since it was last seen, and whether it is an
    /// older text than that: an engine's late refusal, or another tab that wrote everything anew after a
    /// neighbour's `clear()`. A key that is gone says nothing: absence never replaces what is in memory.
    pub(super) fn newer_body(&mut self, doc: DocKey) -> Result<Option<(String, bool)>, StorageError> {
        let Some(text) = self.store.get(&key::name(self.generation, doc))? else { return Ok(None) };
        let seen = self.seen.get(&doc).copied();
        match envelope::open(&text) {
            Ok(whole) if Some(Stamp::of(&whole)) == seen => Ok(None),
            Ok(whole) => {
                let stamp = Stamp::of(&whole);
                self.seen.insert(doc, stamp);
                let older = seen.is_some_and(|seen| seen.revision > stamp.revision);
                Ok(Some((whole.body.to_owned(), older)))
            }
            Err(EnvelopeError::TooNew(schema)) => Err(self.refuse(schema)),
            Err(_) => Ok(None),
        }
    }

    /// Keeps a document from being written whose stored text says nothing this version can read.
    pub(super) fn block_undecodable(&mut self, doc: DocKey) {
        self.seen.remove(&doc);
        if let Ok(Some(text)) = self.store.get(&key::name(self.generation, doc)) {
            self.block(doc, &text);
        }
    }

    /// Documents that were saved and are not in the store any more, or are older there: an engine may accept
    /// a write and take it back later. They are to be saved again.
    pub fn lost(&self) -> Vec<DocKey> {
        let is_lost = |doc: &&DocKey| {
            let Ok(text) = self.store.get(&key::name(self.generation, **doc)) else { return false };
            let stored =
                text.as_deref().and_then(|text| envelope::open(text).ok()).map(|whole| whole.header.revision);
            let seen = self.seen.get(*doc).map(|stamp| stamp.revision);
            stored < seen
        };
        self.written.iter().filter(is_lost).copied().collect()
    }

    /// The documents that are stored now.
    pub fn documents(&self) -> Vec<DocKey> {
        let keys = self.store.keys().unwrap_or_default();
        let ours = |name: &String| key::document(name).filter(|(number, _)| *number == self.generation);
        keys.iter().filter_map(ours).map(|(_, doc)| doc).collect()
    }

    /// Every text of ours under its key, for a rescue export.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] where the store cannot be read.
    pub fn raw(&self) -> Result<Vec<(String, String)>, StorageError> {
        let mut all = Vec::new();
        for key in self.store.keys()? {
            if let Some(text) = self.store.get(&key)? {
                all.push((key, text));
            }
        }
        Ok(all)
    }

    /// The UTF-16 units that our keys and texts take: what a browser's quota counts.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] where the store cannot be read.
    pub fn units(&self) -> Result<usize, StorageError> {
        let units = |text: &String| text.encode_utf16().count();
        Ok(self.raw()?.iter().map(|(key, text)| units(key) + units(text)).sum())
    }
}
