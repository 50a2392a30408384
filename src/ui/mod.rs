//! Controls and charts: values in, callbacks out. They know no document, no store and no page.

#[cfg(feature = "web")]
mod button;
pub mod chart;
#[cfg(feature = "web")]
mod choice;
#[cfg(feature = "web")]
pub mod element;
#[cfg(feature = "web")]
mod field;
#[cfg(feature = "web")]
pub mod icon;
#[cfg(feature = "web")]
mod select;
#[cfg(feature = "web")]
pub mod state;
#[cfg(feature = "web")]
mod stepper;
#[cfg(feature = "web")]
mod table;
#[cfg(feature = "web")]
mod why;

#[cfg(feature = "web")]
pub use button::{Look, bare_button, button, link_button};
#[cfg(feature = "web")]
pub use choice::{Checks, Choice};
#[cfg(feature = "web")]
pub use field::Field;
#[cfg(feature = "web")]
pub use icon::{Icon, icon};
#[cfg(feature = "web")]
pub use select::select;
#[cfg(feature = "web")]
pub use stepper::Stepper;
#[cfg(feature = "web")]
pub use table::table;
#[cfg(feature = "web")]
pub use why::why;
