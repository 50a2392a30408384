//! The words of the leg map.

use crate::domain::anatomy::Muscle;
use crate::domain::volume::Standing;
use crate::i18n::en::names;

#[allow(missing_docs)]
mod plain {
    pub const VIEWS: [&str; 2] = ["front", "back"];
    pub const LIST: &str = "The same in words";
    pub const LEGEND: [(&str, &str); 5] = [
        ("in", "in the band"),
        ("below", "below the band"),
        ("short", "in the band, this part short"),
        ("above", "above the band"),
        ("", "no sets"),
    ];
    pub const SEE: &str = "See its weeks";
    pub const NO_SETS: &str = "no sets";
    pub const SHEET_HEADS: [&str; 5] = ["Muscle", "Sets", "Band from", "Band to", "Stands"];
}
pub use plain::*;

/// What is seen.
pub fn summary(week: &str, all: &[(Muscle, String)]) -> String {
    let parts: Vec<String> =
        all.iter().map(|(muscle, stands)| format!("{}: {stands}", names::muscle(*muscle))).collect();
    format!("Legs from the front and the back, {week}. {}", parts.join(". "))
}

/// `12.5 in band`, beside the drawing.
pub fn short(sets: &str, standing: Standing) -> String {
    let word = match standing {
        Standing::Below => "below",
        Standing::InBand => "in band",
        Standing::Uncovered(_) => "short",
        Standing::Above => "above",
    };
    format!("{sets} {word}")
}
