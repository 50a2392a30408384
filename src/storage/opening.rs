//! Opening a store: what is there, what cannot be read, which generation counts. It never puts a default
//! where something could not be read.

use super::head::{self, Head};
use super::key::{self, HEAD};
use super::repository::Stamp;
use super::{DocKey, KeyValue, Repository, StorageError, quarantine};
use crate::archive;
use crate::archive::envelope::{self, EnvelopeError};
use crate::domain::calendar::Month;
use crate::domain::logbook::Logbook;
use crate::domain::ordered::{OrderedMap, OrderedSet, sort_by_key};
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

/// Says of the documents that are no months from which month on the others are wanted at once.
pub type Recent<'a> = &'a dyn Fn(&Logbook) -> Month;

/// The month that a document holds, if it is one.
fn month_of(doc: DocKey) -> Option<Month> {
    match doc {
        DocKey::Food(month) | DocKey::Log(month) => Some(month),
        _ => None,
    }
}

impl Repository {
    /// Opens a store and reads all of it. What cannot be read is copied to quarantine and never replaced by a
    /// default.
    pub fn open(store: Box<dyn KeyValue>) -> (Self, Opened) {
        Self::open_from(store, None)
    }

    /// Opens a store and leaves the months before the one that `recent` names for [`Repository::read_later`]:
    /// ten years of log need not be read before the first page stands. The running session's month is read.
    pub fn open_from(store: Box<dyn KeyValue>, recent: Option<Recent<'_>>) -> (Self, Opened) {
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
            later: Vec::new(),
            sweeps: false,
        };
        // Where the pointer was lost the choice of the generation is a guess: then everything stays.
        repository.sweeps =
            repository.store.get(HEAD).is_ok_and(|head| matches!(head::read(head.as_deref()), Head::At(_)));
        let opened = repository
            .load(recent)
            .unwrap_or_else(|error| Opened { refusal: Some(error), ..Opened::default() });
        repository.sweep_once();
        (repository, opened)
    }

    /// Whether everything that is stored has been read.
    pub fn is_whole(&self) -> bool {
        self.later.is_empty()
    }

    /// Reads on in what [`Repository::open_from`] left: at most so many months, the newest first. Returns what of
    /// them could not be read.
    pub fn read_later(&mut self, book: &mut Logbook, most: usize) -> Vec<StoredProblem> {
        let mut problems = Vec::new();
        for _ in 0..most {
            let Some(doc) = self.later.pop() else { break };
            // What cannot be got at now is not in memory, and a save of it meets what is stored.
            let Ok(Some(text)) = self.store.get(&key::name(self.generation, doc)) else { continue };
            if let Err(kind) = self.take_in(book, doc, &text) {
                problems.push(StoredProblem { key: doc, kind });
            }
        }
        self.sweep_once();
        problems
    }

    /// Removes what an earlier restore replaced, which was its undo until now, once all is read and was sound.
    fn sweep_once(&mut self) {
        if self.is_whole()
            && std::mem::take(&mut self.sweeps)
            && self.blocked.is_empty()
            && self.refusal.is_none()
        {
            // What cannot be removed is in nobody's way.
            self.sweep().ok();
        }
    }

    /// Reads the generation in use. What cannot be read at all may not be written either.
    pub(super) fn load(&mut self, recent: Option<Recent<'_>>) -> Result<Opened, StorageError> {
        self.refusal = None;
        self.try_load(recent).map_err(|_| *self.refusal.insert(StorageError::Unavailable))
    }

    fn try_load(&mut self, recent: Option<Recent<'_>>) -> Result<Opened, StorageError> {
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
        self.later.clear();
        let ours = |name: &String| key::document(name).filter(|(number, _)| *number == self.generation);
        let mut docs: Vec<DocKey> = keys.iter().filter_map(ours).map(|(_, doc)| doc).collect();
        // What tells from which month on the log is recent comes before the log.
        sort_by_key(&mut docs, |doc| month_of(*doc));
        let mut opened = Opened { fresh: docs.is_empty(), ..Opened::default() };
        let mut since = None;
        for doc in docs {
            if let (Some(month), Some(recent)) = (month_of(doc), recent) {
                let since = *since.get_or_insert_with(|| recent(&opened.logbook));
                if month < since
                    && opened.logbook.draft.as_ref().is_none_or(|draft| draft.day.month() != month)
                {
                    self.later.push(doc);
                    continue;
                }
            }
            let Some(text) = self.store.get(&key::name(self.generation, doc))? else { continue };
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
