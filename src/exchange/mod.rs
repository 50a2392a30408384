//! Other apps' files: text into typed rows, rows into sessions, and the log into tables other apps read; it knows
//! neither our own archive nor where anything is kept, and it never decides for the person what a name or a unit
//! means.
//!
//! The way of a file in: [`decode`] its bytes, let a [`Reader`] make a [`ForeignLog`] of it in steps, show
//! [`ForeignLog::preview`], collect [`Answers`], then [`ForeignLog::import`] and merge. Which app wrote the file
//! is told by its header. Every data row ends in exactly one of five bins: a set, a warm-up, a rest, a note, or
//! refused with its line and a reason ([`accounted`]).

mod alpha;
mod cells;
mod change;
mod failure;
mod fitbod;
mod fitnotes;
mod foreign;
mod format;
mod gather;
mod header;
mod hevy;
mod import;
mod leaving;
mod legwork;
mod liftlog;
mod liftosaur;
mod names;
mod number;
mod origin;
mod preview;
mod reader;
mod refusal;
mod sheet;
mod sorting;
mod spelling;
mod stamp;
mod strong;
mod text;

pub use change::{Change, Taken, months_of, take_back, taken};
pub use failure::FileError;
pub use foreign::{App, DistanceUnit, ForeignLog};
pub use import::{ImportError, Imported};
pub use leaving::{as_strong, whole_log};
pub use names::{Decision, Guess, Resolver};
pub use origin::Origin;
pub use preview::{Answers, FoundName, Preview, UnitFound, accounted};
pub use reader::{Progress, Reader};
pub use refusal::{Column, Reason, Refused};
pub use sheet::sheet;
pub use stamp::Zone;
pub use text::{Encoding, SIZE_MAX, Text, TextError, decode};

/// Reads a whole file at once; [`Reader`] does the same in steps.
///
/// # Errors
/// [`FileError`] where the file as a whole cannot be read.
///
/// ```
/// use legwork::exchange::{Answers, accounted, read};
/// let file = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\r\n\
///             2016-11-21 18:00:00,Legs,Leg Press,0,80,10,0,0,\r\n";
/// let log = read(file.as_bytes()).unwrap();
/// let preview = log.preview(&Default::default(), &Answers::default());
/// assert_eq!((preview.sessions, preview.leg_sets, accounted(&preview)), (1, 1, 1));
/// ```
pub fn read(bytes: &[u8]) -> Result<ForeignLog, FileError> {
    Reader::new(decode(bytes)?)?.finish()
}
