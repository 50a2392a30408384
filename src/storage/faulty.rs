//! A store that fails on purpose: for tests, never in the browser.

use super::{KeyValue, MemoryStore, StorageError};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How it fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Never.
    None,
    /// The k-th operation of any kind (from 0) is refused; the others work.
    RefuseAt(usize, StorageError),
    /// From the k-th write or removal on nothing happens any more, as if the tab were killed before it.
    DieAt(usize),
    /// A write that would take the store beyond so many UTF-16 units does not fit.
    Quota(usize),
    /// Writes are accepted and do nothing.
    Ignored,
    /// Writes are accepted, read back, and undone by [`FaultyStore::revert`].
    Revert,
    /// The k-th write (from 0) is stored only up to its middle, and the tab dies.
    TornAt(usize),
}

/// A key and what stood there before.
type Before = (String, Option<String>);

/// A memory store with a fault. A clone is another handle on the same store.
#[derive(Debug, Clone)]
pub struct FaultyStore {
    inner: MemoryStore,
    fault: Rc<Cell<Fault>>,
    operations: Rc<Cell<usize>>,
    writes: Rc<Cell<usize>>,
    before: Rc<RefCell<Vec<Before>>>,
}

impl FaultyStore {
    /// A store over these texts, with a fault.
    pub fn new(inner: MemoryStore, fault: Fault) -> Self {
        Self {
            inner,
            fault: Rc::new(Cell::new(fault)),
            operations: Rc::default(),
            writes: Rc::default(),
            before: Rc::default(),
        }
    }

    /// From now on it fails like this; the counts start again.
    pub fn fail(&self, fault: Fault) {
        self.fault.set(fault);
        self.operations.set(0);
        self.writes.set(0);
    }

    /// How many operations of any kind, and how many writes and removals, there were.
    pub fn counts(&self) -> (usize, usize) {
        (self.operations.get(), self.writes.get())
    }

    /// The engine takes back, later, what it had accepted.
    pub fn revert(&self) {
        for (key, old) in self.before.borrow_mut().drain(..).rev() {
            match old {
                Some(text) => self.inner.set(&key, &text).ok(),
                None => self.inner.remove(&key).ok(),
            };
        }
    }

    fn operation(&self) -> Result<(), StorageError> {
        let number = next(&self.operations);
        match self.fault.get() {
            Fault::RefuseAt(k, error) if number == k => Err(error),
            _ => Ok(()),
        }
    }
}

fn next(count: &Cell<usize>) -> usize {
    let number = count.get();
    count.set(number + 1);
    number
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

impl KeyValue for FaultyStore {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.operation()?;
        self.inner.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.operation()?;
        let number = next(&self.writes);
        match self.fault.get() {
            Fault::DieAt(k) if number >= k => return Err(StorageError::Unavailable),
            Fault::TornAt(k) if number > k => return Err(StorageError::Unavailable),
            Fault::TornAt(k) if number == k => {
                let half: String = value.chars().take(value.chars().count() / 2).collect();
                self.inner.set(key, &half)?;
                return Err(StorageError::Unavailable);
            }
            Fault::Quota(most) => {
                let old = self.inner.get(key)?.map_or(0, |text| units(key) + units(&text));
                if self.inner.units() - old + units(key) + units(value) > most {
                    return Err(StorageError::Full);
                }
            }
            Fault::Ignored => return Ok(()),
            Fault::Revert => self.before.borrow_mut().push((key.to_owned(), self.inner.get(key)?)),
            _ => {}
        }
        self.inner.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.operation()?;
        let number = next(&self.writes);
        match self.fault.get() {
            Fault::DieAt(k) if number >= k => Err(StorageError::Unavailable),
            Fault::TornAt(k) if number > k => Err(StorageError::Unavailable),
            Fault::Ignored => Ok(()),
            _ => self.inner.remove(key),
        }
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.operation()?;
        self.inner.keys()
    }
}
