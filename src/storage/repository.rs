//! Documents under keys: opening, saving with read-back, what another tab wrote, generations. It decides
//! nothing about training; merging is the domain's.

use super::{DocKey, KeyValue, PREFIX, StorageError};
use crate::archive;
use crate::archive::envelope::{self, EnvelopeError, Header, SCHEMA};
use crate::domain::logbook::Logbook;
use crate::domain::training::MonthLog;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The key of the pointer to the generation in use.
const HEAD: &str = "legwork:head";
/// What keys of kept unreadable texts begin with.
const QUARANTINE: &str = "legwork:quarantine:";
/// The most unreadable texts that are kept: beyond it the originals simply stay where they are.
const QUARANTINE_MAX: usize = 20;

/// The pointer to the generation in use.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Head {
    format: String,
    schema: u32,
    generation: u32,
    app: String,
}

/// The store of one logbook.
pub struct Repository {
    store: Box<dyn KeyValue>,
    generation: u32,
    revisions: BTreeMap<DocKey, u64>,
    damaged: BTreeSet<DocKey>,
    newer: bool,
}

/// What was found at the start.
#[derive(Debug, Default)]
pub struct Opened {
    /// The logbook, as far as it could be read.
    pub logbook: Logbook,
    /// What could not be read.
    pub problems: Vec<StoredProblem>,
    /// Whether nothing of ours was there at all.
    pub fresh: bool,
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

/// A document that was not saved, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SaveProblem {
    /// Which.
    pub key: DocKey,
    /// Why.
    pub error: StorageError,
}

impl Repository {
    /// Opens a store. What cannot be read is copied to quarantine and never replaced by a default.
    pub fn open(store: Box<dyn KeyValue>) -> (Self, Opened) {
        let mut repository =
            Self { store, generation: 1, revisions: BTreeMap::new(), damaged: BTreeSet::new(), newer: false };
        let mut opened = Opened::default();
        let keys = repository.store.keys().unwrap_or_default();
        let head = repository.store.get(HEAD).ok().flatten();
        match head.as_deref().map(serde_json::from_str::<Head>) {
            Some(Ok(head)) if head.schema > SCHEMA => {
                repository.newer = true;
                repository.generation = head.generation;
            }
            Some(Ok(head)) => repository.generation = head.generation,
            // No head, or an unreadable one: the highest generation with anything in it.
            _ => {
                let highest = keys.iter().filter_map(|key| split(key).map(|(generation, _)| generation)).max();
                opened.fresh = highest.is_none();
                repository.generation = highest.unwrap_or(1);
            }
        }
        for key in keys {
            let Some((generation, doc)) = split(&key) else { continue };
            if generation != repository.generation {
                continue;
            }
            if let Err(kind) = repository.load(&mut opened.logbook, doc) {
                repository.newer |= kind == ProblemKind::Newer;
                if kind == ProblemKind::Damaged {
                    repository.damaged.insert(doc);
                    repository.quarantine(&key);
                }
                opened.problems.push(StoredProblem { key: doc, kind });
            }
        }
        // Killed between the log and the draft of a finished session: the log has it already.
        if let Some(draft) = &opened.logbook.draft {
            let logged = opened.logbook.log.month(draft.day.month()).sessions.get(&draft.id).map(|session| {
                session.exercises.iter().map(|work| work.sets.len()).sum::<usize>() >= draft.set_count()
            });
            if logged == Some(true) {
                opened.logbook.draft = None;
            }
        }
        (repository, opened)
    }

    /// Whether a newer version has written here: then this one only reads.
    pub fn is_read_only(&self) -> bool {
        self.newer
    }

    /// Saves documents: each is written and read back.
    ///
    /// # Errors
    /// [`SaveProblem`] with the first document that could not be saved; the ones before it are.
    pub fn save_documents(&mut self, book: &Logbook, keys: &[DocKey], millis: i64) -> Result<(), SaveProblem> {
        for key in keys {
            self.save(book, *key, millis).map_err(|error| SaveProblem { key: *key, error })?;
        }
        Ok(())
    }

    fn save(&mut self, book: &Logbook, key: DocKey, millis: i64) -> Result<(), StorageError> {
        if self.newer {
            return Err(StorageError::NewerSchema);
        }
        if self.damaged.contains(&key) {
            return Err(StorageError::Damaged);
        }
        if self.revisions.is_empty() {
            // The first save of all: the head makes it findable.
            self.write_head(self.generation)?;
        }
        let revision = self.revisions.get(&key).copied().unwrap_or(0) + 1;
        let header = Header { schema: SCHEMA, revision, saved_at: millis };
        self.write(&name(self.generation, key), &envelope::seal(header, &archive::encode(book, key)))?;
        self.revisions.insert(key, revision);
        Ok(())
    }

    /// Takes in what another tab has stored of these documents since: a clean document is replaced, a
    /// dirty one (its last save failed) is merged. Returns the documents that changed.
    ///
    /// # Errors
    /// [`StorageError::NewerSchema`] where a newer version has taken over; from then on this one only
    /// reads. [`StorageError::Unavailable`] where the store cannot be read.
    pub fn refresh_into(
        &mut self,
        book: &mut Logbook,
        keys: &[DocKey],
        dirty: &BTreeSet<DocKey>,
    ) -> Result<Vec<DocKey>, StorageError> {
        if let Some(head) = self.store.get(HEAD)?
            && let Ok(head) = serde_json::from_str::<Head>(&head)
        {
            if head.schema > SCHEMA {
                self.newer = true;
                return Err(StorageError::NewerSchema);
            }
            if head.generation != self.generation {
                // Another tab restored or erased: everything is different.
                return Ok(self.reload(book, head.generation));
            }
        }
        let mut changed = Vec::new();
        for key in keys {
            let Some(text) = self.store.get(&name(self.generation, *key))? else { continue };
            let seen = self.revisions.get(key).copied();
            match envelope::open(&text) {
                Ok((header, _)) if Some(header.revision) == seen => {}
                Ok((header, body)) => {
                    let mine = dirty.contains(key).then(|| book.clone());
                    if archive::decode(book, *key, body).is_ok() {
                        self.revisions.insert(*key, header.revision);
                        if let Some(mine) = mine {
                            merge(book, &mine, *key);
                        }
                        changed.push(*key);
                    }
                }
                Err(EnvelopeError::TooNew(_)) => {
                    self.newer = true;
                    return Err(StorageError::NewerSchema);
                }
                // What is here is better than what was broken there: it will be written again.
                Err(_) => {}
            }
        }
        Ok(changed)
    }

    /// Puts a whole logbook in place of the present one: a new generation, complete and read back, then one
    /// write of the head. The old generation goes only after that.
    ///
    /// # Errors
    /// [`StorageError`]: the old generation is then untouched and in use.
    pub fn replace_all(&mut self, book: &Logbook, millis: i64) -> Result<(), StorageError> {
        if self.newer {
            return Err(StorageError::NewerSchema);
        }
        let next = self.generation.wrapping_add(1).max(1);
        self.clear(next);
        let keys = DocKey::all_of(book);
        let mut revisions = BTreeMap::new();
        for key in keys {
            let header = Header { schema: SCHEMA, revision: 1, saved_at: millis };
            let text = envelope::seal(header, &archive::encode(book, key));
            if let Err(error) = self.write(&name(next, key), &text) {
                self.clear(next);
                return Err(error);
            }
            revisions.insert(key, 1);
        }
        if let Err(error) = self.write_head(next) {
            self.clear(next);
            return Err(error);
        }
        let old = self.generation;
        self.generation = next;
        self.revisions = revisions;
        self.damaged.clear();
        self.clear(old);
        Ok(())
    }

    /// Erases everything of ours. The head goes to an empty generation first, so that an interrupted erase
    /// never leaves half a logbook in use.
    ///
    /// # Errors
    /// [`StorageError`] where the store refuses.
    pub fn erase_all(&mut self) -> Result<(), StorageError> {
        let next = self.generation.wrapping_add(1).max(1);
        // A full store may refuse even this; removing then makes the room.
        let pointed = self.write_head(next).is_ok();
        for key in self.store.keys()? {
            if key != HEAD {
                self.store.remove(&key)?;
            }
        }
        if !pointed {
            self.write_head(next)?;
        }
        self.generation = next;
        self.revisions.clear();
        self.damaged.clear();
        Ok(())
    }

    /// Lets a damaged document be written again: the person chose to start it empty.
    pub fn release(&mut self, key: DocKey) {
        self.damaged.remove(&key);
    }

    /// Every text of ours, for a raw export.
    pub fn raw(&self) -> Vec<(String, String)> {
        let keys = self.store.keys().unwrap_or_default();
        keys.into_iter().filter_map(|key| Some((key.clone(), self.store.get(&key).ok()??))).collect()
    }

    /// UTF-16 units in use by us.
    pub fn units(&self) -> usize {
        self.raw().iter().map(|(key, text)| key.encode_utf16().count() + text.encode_utf16().count()).sum()
    }

    fn load(&mut self, book: &mut Logbook, key: DocKey) -> Result<(), ProblemKind> {
        let text = self.store.get(&name(self.generation, key)).ok().flatten();
        let Some(text) = text else { return Ok(()) };
        let (header, body) = envelope::open(&text).map_err(|error| match error {
            EnvelopeError::TooNew(_) => ProblemKind::Newer,
            _ => ProblemKind::Damaged,
        })?;
        archive::decode(book, key, body).map_err(|_| ProblemKind::Damaged)?;
        self.revisions.insert(key, header.revision);
        Ok(())
    }

    fn reload(&mut self, book: &mut Logbook, generation: u32) -> Vec<DocKey> {
        let mut changed = DocKey::all_of(book);
        self.generation = generation;
        self.revisions.clear();
        self.damaged.clear();
        *book = Logbook::default();
        for key in self.store.keys().unwrap_or_default() {
            if let Some((found, doc)) = split(&key)
                && found == generation
                && self.load(book, doc).is_err()
            {
                self.damaged.insert(doc);
            }
        }
        changed.extend(DocKey::all_of(book));
        changed
    }

    /// Writes and reads back.
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.store.set(key, text)?;
        if self.store.get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(StorageError::NotVerified) }
    }

    fn write_head(&self, generation: u32) -> Result<(), StorageError> {
        let head = Head {
            format: "legwork".to_owned(),
            schema: SCHEMA,
            generation,
            app: env!("CARGO_PKG_VERSION").to_owned(),
        };
        self.write(HEAD, &serde_json::to_string(&head).unwrap_or_default())
    }

    /// Removes what is left of a generation; what cannot be removed is in nobody's way.
    fn clear(&self, generation: u32) {
        for key in self.store.keys().unwrap_or_default() {
            if split(&key).is_some_and(|(found, _)| found == generation) {
                self.store.remove(&key).ok();
            }
        }
    }

    /// Keeps a copy of an unreadable text, once. The original stays where it is in any case.
    fn quarantine(&self, key: &str) {
        let Ok(Some(text)) = self.store.get(key) else { return };
        let kept: Vec<String> =
            self.store.keys().unwrap_or_default().into_iter().filter(|k| k.starts_with(QUARANTINE)).collect();
        let known = kept.iter().any(|k| self.store.get(k).ok().flatten().as_deref() == Some(text.as_str()));
        if !known && kept.len() < QUARANTINE_MAX {
            // A full store keeps at least the original.
            self.store.set(&format!("{QUARANTINE}{}", kept.len() + 1), &text).ok();
        }
    }
}

/// The key of a document in a generation.
fn name(generation: u32, key: DocKey) -> String {
    format!("{PREFIX}{generation}:{key}")
}

/// The generation and document of a key; `None` for a key that is neither.
fn split(key: &str) -> Option<(u32, DocKey)> {
    let (generation, doc) = key.strip_prefix(PREFIX)?.split_once(':')?;
    Some((generation.parse().ok()?, doc.parse().ok()?))
}

/// What is in memory and could not be saved meets what another tab stored meanwhile.
fn merge(book: &mut Logbook, mine: &Logbook, key: DocKey) {
    match key {
        DocKey::Log(month) => {
            let mut log: MonthLog = book.log.month(month);
            log.merge(&mine.log.month(month));
            book.log.set_month(month, log);
        }
        DocKey::Draft => match (&mut book.draft, &mine.draft) {
            (Some(theirs), Some(ours)) => {
                theirs.merge(ours);
            }
            (none, ours) => *none = ours.clone(),
        },
        DocKey::Body => book.body.merge(&mine.body, true),
        DocKey::Food(_) => book.food.merge(&mine.food, true),
        DocKey::Profile => book.profile = mine.profile.clone(),
        DocKey::Safety => book.safety = mine.safety.clone(),
        DocKey::Plans => book.plans = mine.plans.clone(),
        DocKey::Settings => book.settings = mine.settings.clone(),
        DocKey::Exercises => {
            book.exercises.list.extend(mine.exercises.list.clone());
            book.exercises.names.extend(mine.exercises.names.clone());
        }
    }
}
