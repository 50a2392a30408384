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

use super::shape::shape;
use crate::domain::ordered::OrderedMap;

/// Everything, as an export holds it.
#[derive(Debug)]
pub struct Logbook {
    /// The profile.
    pub profile: Option<Profile>,
    /// The safety answers.
    pub safety: Safety,
    /// The plans.
    pub plans: Plans,
    /// The settings.
    pub settings: Settings,
    /// Own exercises and names.
    pub exercises: Exercises,
    /// Weight and sleep.
    pub body: Body,
    /// The running session.
    pub draft: Option<Draft>,
    /// Food by month.
    pub food: OrderedMap<String, Food>,
    /// Sessions by month.
    pub log: OrderedMap<String, MonthLog>,
}
shape!(Logbook { profile, safety, plans, settings, exercises, body, draft, food, log });
