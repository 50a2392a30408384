//! The words of weight and girths over time.

use crate::i18n::en::count::many;
use crate::i18n::{Locale, Units};

#[allow(missing_docs)]
mod plain {
    pub const WEIGHT: &str = "Body weight";
    pub const NO_WEIGHT: &str = "Two weighings draw a line here. Log them on the fuel page.";
    pub const GIRTHS: &str = "Girths";
    pub const SITE: &str = "Where";
    pub const NO_GIRTHS: &str =
        "No girth of this spot is logged yet. Log it on the fuel page, three times each day.";
    pub const GIRTH_NOTE: &str =
        "The bars are what a measurement must move by to have changed: bars that overlap show no change.";
    pub const HEADS: [&str; 2] = ["Day", "Girth"];
    pub const WEIGHT_SHEET_HEADS: [&str; 3] = ["Day", "Weight kg", "Trend kg"];
    pub const SHEET_HEADS: [&str; 2] = ["Day", "Girth cm"];
    pub const FUEL: &str = "To the fuel page";
    pub const NO_FORM: &str = "Numbers of the body stand here once the form says your age.";
    pub const FORM: &str = "Fill in the form";
    pub const HIDDEN: &str =
        "Numbers of the body are not shown, by what you answered about your health or age.";
}
pub use plain::*;

/// `56.4 cm`.
pub fn girth(mm: f64, units: Units, locale: &Locale) -> String {
    let sign = crate::i18n::en::diet::girth_unit(units);
    format!("{} {sign}", locale.number(units.length_value(mm), 1))
}

/// What is seen.
pub fn summary(site: &str, from: &str, to: &str, count: usize) -> String {
    format!("{site}, {}, from {from} to {to}", many(count, "day"))
}
