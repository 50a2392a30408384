//! The words of water: what a session took, and what to drink.

use crate::domain::nutrition::water::Sweat;
use crate::i18n::{Locale, Units};

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Water after a session";
    pub const TEXT: &str = "Weigh yourself before and after, in the same clothes. Nothing of this is kept.";
    pub const BEFORE: &str = "Before";
    pub const AFTER: &str = "After";
    pub const DRUNK: &str = "Drunk meanwhile";
    pub const CANNOT_BE: &str = "No session takes that much: check the two weights.";
}
pub use plain::*;

/// What a session took: `1.6 kg of water, 2.4 % of you: drink 2.4 l over the next 2.4 hours or more.`
pub fn taken(found: &Sweat, units: Units, locale: &Locale) -> String {
    if found.lost_kg <= 0.0 {
        return "You drank what you lost: drink as usual.".to_owned();
    }
    let one = |value: f64| locale.number(value, 1);
    let much = if found.much { " That is much: drink more during the next one." } else { "" };
    format!(
        "{} {} of water, {} % of you: drink {} l over {} hours or more.{much}",
        one(units.mass_of(found.lost_kg)),
        units.mass_sign(),
        one(found.percent),
        one(found.drink),
        one(found.hours)
    )
}

/// What to drink before a session.
pub fn drink_before((low, high): (f64, f64), locale: &Locale) -> String {
    format!(
        "Before the next one: {}–{} ml in the hours before.",
        locale.number(low, 0),
        locale.number(high, 0)
    )
}
