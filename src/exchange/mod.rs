//! Other apps' files: text into typed rows, rows into sessions; it knows neither our own archive nor where
//! anything is kept, and it never decides for the person what a name or a unit means.
//!
//! The way of a file: [`decode`] its bytes, let the app's reader ([`strong::Reader`]) make a [`ForeignLog`]
//! of it in steps, show [`ForeignLog::preview`], collect [`Answers`], then [`ForeignLog::import`] and merge.
//! Every data row ends in exactly one of five bins: a set, a warm-up, a rest, a note, or refused with its
//! line and a reason ([`accounted`]).

mod foreign;
mod import;
mod names;
mod number;
mod origin;
mod preview;
mod refusal;
mod sheet;
mod sorting;
mod spelling;
pub mod strong;
mod text;

pub use foreign::{App, DistanceUnit, ForeignLog};
pub use import::{ImportError, Imported};
pub use names::{Decision, Guess, Resolver};
pub use origin::Origin;
pub use preview::{Answers, FoundName, Preview, UnitFound, accounted};
pub use refusal::{Column, Reason, Refused};
pub use sheet::sheet;
pub use text::{Encoding, SIZE_MAX, Text, TextError, decode};
