//! The words of the room that a log takes.

use crate::i18n::Locale;

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Room";
    pub const TEXT: &str = "Browsers give a page little room. Ten years of training fit; other pages of this address may take some of it.";
    pub const NONE: &str = "This browser gives no room to count.";
    pub const SHORT: &str = "It gets short. Old years can go into a file.";
    pub const ARCHIVE: &str = "It is nearly full. Put old years into a file now.";
    pub const OUT_TEXT: &str =
        "Look first whether the file is where you want it. Restoring it brings them back.";
}
pub use plain::*;

/// How much is taken.
pub fn used(units: usize, percent: usize, locale: &Locale) -> String {
    let thousands = units.div_ceil(1000);
    format!(
        "{} thousand characters, {percent} % of what every browser gives.",
        locale.number(thousands as f64, 0)
    )
}

/// Saves the years before one.
pub fn years(year: i32) -> String {
    format!("Save the years before {year} as a file")
}

/// Takes them out.
pub fn years_out(year: i32) -> String {
    format!("Take the years before {year} out of this browser")
}

/// The name of their file.
pub fn file(year: i32) -> String {
    format!("legwork-before-{year}.json")
}
