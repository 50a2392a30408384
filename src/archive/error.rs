//! Why a text cannot become a logbook; words for people are elsewhere.

use super::v2::sets::NotSets;

/// Text that cannot become a logbook, or a document of one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// Nothing is in it.
    #[error("empty")]
    Empty,
    /// More than [`SIZE_MAX`](super::SIZE_MAX).
    #[error("too large")]
    TooLarge,
    /// Something else than a Legwork export.
    #[error("not a Legwork export")]
    NotLegwork,
    /// A newer version wrote it.
    #[error("schema {0} is newer than this version")]
    TooNew(u32),
    /// It was cut off, or changed since it was written.
    #[error("damaged")]
    Damaged,
    /// It says something impossible.
    #[error("{path}: {why}")]
    Malformed {
        /// Where: `log.2026-11.sessions.3.day`.
        path: String,
        /// What.
        why: Why,
    },
}

/// What is impossible about a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// Not JSON, or not of this shape.
    #[error("not of the right shape")]
    Shape,
    /// A word that this schema does not have.
    #[error("unknown word")]
    UnknownWord,
    /// A number outside its range.
    #[error("out of range")]
    OutOfRange,
    /// No day or month of the calendar.
    #[error("not a day")]
    NotADay,
    /// No id.
    #[error("not an id")]
    NotAnId,
    /// No slug of an exercise.
    #[error("not a slug")]
    NotASlug,
    /// It refers to a place that is not there.
    #[error("refers to nothing")]
    NoSuchPlace,
    /// Two lists that belong together have different lengths.
    #[error("lists of different lengths")]
    Uneven,
    /// Sets that cannot be read.
    #[error(transparent)]
    Sets(NotSets),
}
