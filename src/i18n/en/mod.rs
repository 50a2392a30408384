//! English, one file a screen.

pub mod calendar;
pub mod session;
