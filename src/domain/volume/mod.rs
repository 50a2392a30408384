//! Weekly hard sets per muscle against the target; it does not know how a week is drawn.

mod behind;
mod columns;
mod credit;
mod judge;
mod ledger;
mod standing;
mod week;

pub use behind::{Behind, Share, behind, by_exercise};
pub use columns::{Column, Counted, Source, Span, Step, columns, is_fast, rolling};
pub use credit::SetWorth;
pub use judge::Judge;
pub use ledger::{Entry, Ledger, Uncounted, ledger, ledger_since};
pub use standing::{COVERAGE, Standing, covering, growth, ramp_warning, standing};
pub use week::{WeekVolume, planned, weekly};
