//! A stored value that is refused, with its place; it knows no tree.

use crate::archive::error::{ArchiveError, Why};

/// A stored value that is refused: where, innermost last, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(Box<(String, Why)>);

/// What reading a tree gives.
pub type Read<T> = Result<T, Refused>;

impl Refused {
    /// A refusal of the value at hand.
    pub fn new(why: Why) -> Self {
        Self(Box::new((String::new(), why)))
    }

    /// The same with one more step before its path.
    #[inline(never)]
    pub fn inside(mut self, step: &str) -> Self {
        let dot = if self.0.0.is_empty() { "" } else { "." };
        self.0.0 = format!("{step}{dot}{}", self.0.0);
        self
    }
}

impl From<Refused> for ArchiveError {
    fn from(refused: Refused) -> Self {
        let (path, why) = *refused.0;
        Self::Malformed { path, why }
    }
}

/// Says where a refusal happened, from the inside out.
pub trait Under {
    /// The same with one more step before its path.
    #[must_use]
    fn under(self, step: &str) -> Self;
}

impl<T> Under for Read<T> {
    fn under(self, step: &str) -> Self {
        self.map_err(|refused| refused.inside(step))
    }
}
