//! Strong's export in all its header variants; what its rows become is the business of the folder above.

mod header;
mod reader;
mod row;

pub use reader::{Progress, Reader};

use super::origin::Origin;
use super::refusal::Column;
use super::text::{Text, TextError};
use super::{ForeignLog, decode};

/// Why a file as a whole cannot be read as Strong's export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StrongError {
    /// It is no text at all.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Its header is not Strong's.
    #[error("not an export of Strong")]
    NotStrong {
        /// What it looks like instead.
        looks_like: Option<Origin>,
    },
    /// Its header is Strong's but for this column.
    #[error("the column {0:?} is missing")]
    MissingColumn(Column),
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

/// Reads a whole file at once; [`Reader`] does the same in steps.
///
/// # Errors
/// [`StrongError`] where the file as a whole cannot be read.
///
/// ```
/// use legwork::exchange::{Answers, accounted, strong};
/// let file = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\r\n\
///             2016-11-21 18:00:00,Legs,Leg Press,0,80,10,0,0,\r\n";
/// let log = strong::read(file.as_bytes()).unwrap();
/// let preview = log.preview(&Default::default(), &Answers::default());
/// assert_eq!((preview.sessions, preview.leg_sets, accounted(&preview)), (1, 1, 1));
/// ```
pub fn read(bytes: &[u8]) -> Result<ForeignLog, StrongError> {
    let text: Text = decode(bytes)?;
    let mut reader = Reader::new(text)?;
    while !reader.step(usize::MAX)?.finished {}
    reader.finish()
}
