//! Weekly hard sets per muscle against the target; it does not know how a week is drawn.

mod credit;
mod history;
mod standing;
mod week;

pub use credit::{SetWorth, work_corrected, work_of};
pub use history::{History, MuscleWeek, history, history_calibrated};
pub use standing::{COVERAGE, Standing, covering, ramp_warning, standing};
pub use week::{WeekVolume, planned, weekly, weekly_calibrated};
