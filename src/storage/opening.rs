//! Opening a store: what is there, what cannot be read, which generation counts. It never puts a default
//! where something could not be read.

use super::head::{self, Head};
use super::key::{self, HEAD};
use super::repository::Stamp;
use super::{DocKey, KeyValue, Repository, StorageError, quarantine};
use crate::archive;
use crate::archive::envelope::{self, EnvelopeError};
use crate::domain::logbook::Logbook;
use crate::domain::ordered::{OrderedMap, OrderedSet};
use crate::domain::training::Draft;

/// What was found at the start.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Opened {
    /// The logbook, as far as it could be read.
    pub logbook: Logbook,
    /// The documents that could not be read.
    pub problems: Vec<StoredProblem>,
    /// Whether no document of ours was there at all. No proof of a new user: engines delete, too.
    pub fresh: bool,
    /// Why nothing may be written, if so.
    pub refusal: Option<StorageError>,
}

/// A document that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredProblem {
    /// Which.
    pub key: DocKey,
    /// Why.
    pub kind: ProblemKind,
}

/// Why a document could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// Cut off or changed: its text is kept aside, and nothing is saved over it.
    Damaged,
    /// A newer version wrote it.
    Newer,
}

impl Repository {
    /// Opens a store. What cannot be read is copied to quarantine and never replaced by a default.
    pub fn open(store: Box<dyn KeyValue>) -> (Self, Opened) {
        let mut repository = Self {
            store,
            generation: 1,
            previous: None,
            head: None,
            seen: OrderedMap::new(),
            blocked: OrderedSet::new(),
            released: OrderedSet::new(),
            stored_draft: None,
            owed: OrderedSet::new(),
            written: OrderedSet::new(),
            refusal: None,
        };
        // Where the pointer was lost the choice of the generation is a guess: then everything stays.
        let pointed =
            repository.store.get(HEAD).is_ok_and(|head| matches!(head::read(head.as_deref()), Head::At(_)));
        let opened =
            repository.load().unwrap_or_else(|error| Opened { refusal: Some(error), ..Opened::default() });
        if pointed && opened.problems.is_empty() && repository.refusal.is_none() {
            // What an earlier restore replaced was its undo until now. What cannot be removed is in nobody's way.
            repository.sweep().ok();
        }
        (repository, opened)
    }

    /// Reads the generation in use, whole. What cannot be read at all may not be written either.
    pub(super) fn load(&mut self) -> Result<Opened, StorageError> {
        self.refusal = None;
        self.try_load().map_err(|_| *self.refusal.insert(StorageError::Unavailable))
    }

    fn try_load(&mut self) -> Result<Opened, StorageError> {
        let keys = self.store.keys()?;
        let head = self.store.get(HEAD)?;
        match head::read(head.as_deref()) {
            Head::At(generation) => self.generation = generation,
            Head::Newer { schema, generation } => {
                self.generation = generation;
                self.refusal = Some(StorageError::NewerSchema { schema });
            }
            Head::Absent | Head::Damaged => {
                self.generation = generation_in_use(&keys).unwrap_or(self.generation)
            }
        }
        self.head = head;
        self.seen.clear();
        self.blocked.clear();
        self.released.clear();
        self.owed.clear();
        self.written.clear();
        let mut opened = Opened { fresh: true, ..Opened::default() };
        for name in &keys {
            let Some((generation, doc)) = key::document(name) else { continue };
            if generation != self.generation {
                continue;
            }
            opened.fresh = false;
            let Some(text) = self.store.get(name)? else { continue };
            if let Err(kind) = self.take_in(&mut opened.logbook, doc, &text) {
                opened.problems.push(StoredProblem { key: doc, kind });
            }
        }
        if matches!(head::read(self.head.as_deref()), Head::Absent | Head::Damaged) && !opened.fresh {
            // Found by scanning: pointed at again, so that other tabs find the same. A full store may refuse.
            self.point_at(self.generation).ok();
        }
        self.stored_draft = opened.logbook.draft.as_ref().map(|draft| draft.id);
        drop_finished_draft(&mut opened.logbook);
        opened.refusal = self.refusal;
        Ok(opened)
    }

    fn take_in(&mut self, book: &mut Logbook, doc: DocKey, text: &str) -> Result<(), ProblemKind> {
        match envelope::open(text) {
            Ok(whole) => {
                if archive::decode(book, doc, whole.body).is_ok() {
                    self.seen.insert(doc, Stamp::of(&whole));
                    return Ok(());
                }
            }
            Err(EnvelopeError::TooNew(schema)) => {
                self.refusal = Some(StorageError::NewerSchema { schema });
                return Err(ProblemKind::Newer);
            }
            Err(_) => {}
        }
        self.block(doc, text);
        Err(ProblemKind::Damaged)
    }

    /// Keeps a copy of what cannot be read; where that fails the original stays, as it does anyway.
    pub(super) fn block(&mut self, doc: DocKey, text: &str) {
        self.blocked.insert(doc);
        if self.refusal.is_none() {
            quarantine::keep(self.store.as_ref(), text, false).ok();
        }
    }

    /// Lets a damaged document be written again: the person chose to start it empty. Says whether it may be:
    /// where its text cannot be kept aside it stays blocked, and nothing is lost.
    pub fn release(&mut self, doc: DocKey) -> bool {
        if self.blocked.contains(&doc) && self.keep_aside(doc).is_ok() {
            self.blocked.remove(&doc);
            self.released.insert(doc);
        }
        !self.blocked.contains(&doc)
    }

    fn keep_aside(&self, doc: DocKey) -> Result<(), StorageError> {
        match self.store.get(&key::name(self.generation, doc))? {
            Some(text) => quarantine::keep(self.store.as_ref(), &text, true),
            None => Ok(()),
        }
    }
}

/// The generation that was in use, without a pointer: the highest that is complete. A replacing write puts
/// the profile last; a generation that grew by itself may lack it, and is then the lowest there is.
fn generation_in_use(keys: &[String]) -> Option<u32> {
    let documents = || keys.iter().filter_map(|name| key::document(name));
    let complete =
        documents().filter(|(_, doc)| *doc == DocKey::Profile).map(|(generation, _)| generation).max();
    complete.or_else(|| documents().map(|(generation, _)| generation).min())
}

/// Killed between the log and the draft of a finished session: the log has it already.
pub(super) fn drop_finished_draft(book: &mut Logbook) {
    if book.draft.as_ref().is_some_and(|draft| is_recorded(book, draft)) {
        book.draft = None;
    }
}

/// Whether the log has this session with at least as many sets.
pub(super) fn is_recorded(book: &Logbook, draft: &Draft) -> bool {
    let month = book.log.months().get(&draft.day.month());
    month.and_then(|month| month.sessions.get(&draft.id)).is_some_and(|session| {
        let sets: usize = session.exercises.iter().map(|work| work.sets.len()).sum();
        sets >= draft.set_count()
    })
}
