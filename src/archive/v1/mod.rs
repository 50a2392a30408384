//! Schema 1, frozen for ever: what stands in the store and in an export. The shapes know nothing of the
//! domain, so that a change there cannot change what old data means; `convert` is the only bridge.
//!
//! Names are short where they stand once a session and words where they stand once. A field that this
//! schema does not have is refused: it was not written by this schema, and dropping it would lose data.

mod athlete;
mod diary;
mod log;
mod plan;
pub mod sets;

pub use athlete::{Profile, Safety, Settings};
pub use diary::{Body, Exercises, Food, OwnExercise};
pub use log::{Draft, DraftExercise, MonthLog, Session, SessionRest};
pub use plan::{Compromise, Plan, PlannedSession, PlannedWeek, Plans, Prescription, Slot};
