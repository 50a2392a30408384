//! The fields of a map by their names; which of them a schema has is not known here.

use super::{Read, Refused, Tree, Under};
use crate::archive::error::Why;

/// The fields of a map.
#[derive(Clone, Copy)]
pub struct Fields<'a>(pub(super) &'a [(String, Tree)]);

impl<'a> Fields<'a> {
    /// A field, where it is written.
    #[inline(never)]
    pub fn find(self, name: &str) -> Option<&'a Tree> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// A field that must be there, read by `read`; a refusal says which.
    pub fn get<T>(self, name: &str, read: impl FnOnce(&'a Tree) -> Read<T>) -> Read<T> {
        self.find(name).ok_or_else(|| Refused::new(Why::Shape)).and_then(read).under(name)
    }

    /// A field that may say nothing or be left out.
    pub fn maybe<T>(self, name: &str, read: impl FnOnce(&'a Tree) -> Read<T>) -> Read<Option<T>> {
        self.find(name).and_then(Tree::some).map(read).transpose().under(name)
    }
}
