//! The words of plates, stacks and warm-ups.

use crate::domain::settings::MassUnit;
use crate::domain::training::loading::{Iron, Loaded};
use crate::domain::units::Kg;
use crate::i18n::{Locale, Units, load_text};

#[allow(missing_docs)]
mod plain {
    pub const WARM_UP: &str = "Warm-up";
    pub const CLEAR: &str = "Clear";
    pub const TAP_PLATES: &str = "Tap what is on one side. The load follows.";
}
pub use plain::*;

/// What is stamped on a plate: `20`, and its unit where that is not the person's.
pub fn plate(plate: Iron, units: Units, locale: &Locale) -> String {
    let (hundredths, unit) = plate.stamp();
    let number = locale.number(f64::from(hundredths) / 100.0, 2);
    match unit {
        unit if unit == units.mass => number,
        MassUnit::Kilograms => format!("{number} kg"),
        MassUnit::Pounds => format!("{number} lb"),
    }
}

/// `Each side: 25 + 15 + 2 × 1.25`, and what is missing.
pub fn side(found: &Loaded, units: Units, locale: &Locale) -> String {
    let one = |(kind, count): &(Iron, u8)| {
        let name = plate(*kind, units, locale);
        if *count > 1 { format!("{count} × {name}") } else { name }
    };
    let list: Vec<String> = found.side.iter().map(one).collect();
    let mut text =
        if list.is_empty() { "No plates".to_owned() } else { format!("Each side: {}", list.join(" + ")) };
    if found.short > Kg::ZERO {
        let short = load_text(found.short, units, locale);
        text.push_str(&format!(" · {short} short: {}", load_text(found.load, units, locale)));
    }
    text
}

/// The bar alone is more.
pub fn lighter(bar: &str) -> String {
    format!("The bar alone is {bar}.")
}

/// The loads around one that is not there.
pub fn nearest(below: Option<String>, above: Option<String>) -> String {
    match (below, above) {
        (Some(below), Some(above)) => format!("There is {below} and {above}."),
        (Some(one), None) | (None, Some(one)) => format!("There is {one}."),
        (None, None) => String::new(),
    }
}

/// Puts a plate on each side.
pub fn put_on(plate: &str) -> String {
    format!("{plate} on each side")
}

/// `Bar 20 + 2 × (20 + 10) = 80 kg`.
pub fn on_bar(bar: Iron, side: &[String], load: Option<&str>, units: Units, locale: &Locale) -> String {
    let bar = plate(bar, units, locale);
    let Some(load) = load else { return "That is more than 1,000 kg.".to_owned() };
    if side.is_empty() {
        format!("Bar {bar} = {load}")
    } else {
        format!("Bar {bar} + 2 × ({}) = {load}", side.join(" + "))
    }
}
