//! A store that fails on purpose: for tests, and nothing else.

use super::{KeyValue, MemoryStore, StorageError};
use std::cell::Cell;

/// How it fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Never.
    None,
    /// From the k-th write on nothing happens any more, as if the tab were killed.
    DieAt(usize),
    /// The k-th write does not fit; later ones do.
    FullAt(usize),
    /// Every write that would take the texts beyond so many units does not fit.
    Quota(usize),
    /// Writes are accepted and do nothing.
    Ignored,
    /// The k-th write is cut in half.
    TornAt(usize),
}

/// A memory store with a fault.
#[derive(Debug)]
pub struct FaultyStore {
    inner: MemoryStore,
    fault: Fault,
    writes: Cell<usize>,
}

impl FaultyStore {
    /// A store over the same texts, with a fault.
    pub fn new(inner: MemoryStore, fault: Fault) -> Self {
        Self { inner, fault, writes: Cell::new(0) }
    }

    fn count(&self) -> usize {
        self.writes.set(self.writes.get() + 1);
        self.writes.get()
    }
}

impl KeyValue for FaultyStore {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.inner.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        let number = self.count();
        match self.fault {
            Fault::DieAt(k) if number >= k => Err(StorageError::Unavailable),
            Fault::FullAt(k) if number == k => Err(StorageError::Full),
            Fault::Quota(units) => {
                let old = self.inner.get(key)?.map_or(0, |text| text.encode_utf16().count() + key.len());
                let new = value.encode_utf16().count() + key.len();
                if self.inner.units() - old + new > units { Err(StorageError::Full) } else { self.inner.set(key, value) }
            }
            Fault::Ignored => Ok(()),
            Fault::TornAt(k) if number == k => {
                let half: String = value.chars().take(value.chars().count() / 2).collect();
                self.inner.set(key, &half)
            }
            _ => self.inner.set(key, value),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        let number = self.count();
        match self.fault {
            Fault::DieAt(k) if number >= k => Err(StorageError::Unavailable),
            Fault::Ignored => Ok(()),
            _ => self.inner.remove(key),
        }
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.inner.keys()
    }
}
