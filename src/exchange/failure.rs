//! Why a file as a whole cannot be read, as data; the sentence for it lives in `i18n`.

use super::foreign::App;
use super::refusal::Column;
use super::text::TextError;

/// Why a file as a whole cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is no text at all.
    #[error(transparent)]
    Text(#[from] TextError),
    /// No app that is read writes such a file.
    #[error("not an export that is known")]
    Unknown,
    /// A JSON document: what Legwork itself saves, perhaps, which is restored and not imported.
    #[error("a JSON document")]
    Json,
    /// Its header is this app's but for this column.
    #[error("the column {column:?} is missing")]
    MissingColumn {
        /// Whose header it is.
        app: App,
        /// What it lacks.
        column: Column,
    },
    /// A header and nothing below it.
    #[error("there is no row below the header")]
    NoRows,
    /// More rows than a person can have logged.
    #[error("more than {max} rows")]
    TooManyRows {
        /// The most that are read.
        max: usize,
    },
    /// So many quotation marks are out of place that rows can no longer be told apart.
    #[error("damaged beyond line {line}")]
    Damaged {
        /// The line where reading was given up.
        line: u32,
    },
}
