//! A store in memory, for tests and for a browser that gives none; several handles may share one.

use super::{KeyValue, PREFIX, StorageError};
use crate::domain::ordered::OrderedMap;
use std::cell::RefCell;
use std::rc::Rc;

/// Texts in memory. A clone is another handle on the same texts: a second tab.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore {
    texts: Rc<RefCell<OrderedMap<String, String>>>,
}

impl MemoryStore {
    /// A store that holds these texts, ours and others'.
    pub fn holding(texts: OrderedMap<String, String>) -> Self {
        Self { texts: Rc::new(RefCell::new(texts)) }
    }

    /// Every text, ours and others'.
    pub fn dump(&self) -> OrderedMap<String, String> {
        self.texts.borrow().clone()
    }

    /// UTF-16 units of everything in it: what a browser's quota counts.
    pub fn units(&self) -> usize {
        let units = |text: &String| text.encode_utf16().count();
        self.texts.borrow().iter().map(|(key, text)| units(key) + units(text)).sum()
    }
}

impl KeyValue for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.texts.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.texts.borrow().keys().filter(|key| key.starts_with(PREFIX)).cloned().collect())
    }
}
