//! Every sentence a person reads and every way a number is written; not where they stand on the screen.
//!
//! English is the first language. A second one is a second folder beside `en` with the same names.

pub mod en;
mod format;

pub use format::{
    Locale, Units, clock, duration, full_day, hour, load_text, rest, short_day, week_span, weekday,
};
