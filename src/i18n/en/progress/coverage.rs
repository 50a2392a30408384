//! The words of coverage and rhythm.

use crate::domain::diagnosis::{Rhythm, Share};
use crate::i18n::Locale;
use crate::i18n::en::count::times;
use crate::i18n::en::names;

#[allow(missing_docs)]
mod plain {
    pub const SPAN: &str = "How far back";
    pub const SPANS: [&str; 2] = ["4 weeks", "12 weeks"];
    pub const RHYTHM: &str = "Sessions and the time between";
    pub const RHYTHM_NOTE: &str = "A session counts for a muscle from two of its hard sets on. Between two with four or more lie 48 hours where your days allow it.";
    pub const HEADS: [&str; 5] =
        ["Muscle", "Sessions a week", "Hours between, middle", "Hours, least", "Most sets in one"];
    pub const FUNCTIONS: &str = "Functions";
    pub const FUNCTIONS_NOTE: &str =
        "What a muscle's number can hide: each of these needs a share of its own.";
    pub const FUNCTION_HEADS: [&str; 4] = ["Function", "Sets a week", "Wanted", "Stands"];
    pub const MISSED: &str = "missed";
    pub const COVERED: &str = "covered";
    pub const NOTHING: &str = "No leg session in this time.";
    pub const NONE: &str = "–";
    pub const CAP_NOTE: &str =
        "Beyond about 11 sets of a muscle in one session more adds little. Source: Remmert 2025.";
}
pub use plain::*;

/// A number or a dash.
pub fn hours(hours: Option<f64>, locale: &Locale) -> String {
    hours.map_or(NONE.to_owned(), |hours| locale.number(hours, 0))
}

/// How a muscle's sessions lie, in a sentence.
pub fn rhythm(rhythm: &Rhythm, locale: &Locale) -> String {
    if rhythm.sessions == 0 {
        return "no session with two sets of it".to_owned();
    }
    let mut text = format!("{} a week", locale.number(rhythm.per_week, 1));
    if let Some((least, middle)) = rhythm.hours {
        text.push_str(&format!(
            ", {} h between, {} h at the least",
            locale.number(middle, 0),
            locale.number(least, 0)
        ));
    }
    text
}

/// What is odd about it; none where nothing is.
pub fn odd(rhythm: &Rhythm) -> Option<String> {
    let times = |count: u32| times(count as usize);
    let mut parts = Vec::new();
    if rhythm.close > 0 {
        parts.push(format!("{} two hard ones lay less than 48 h apart", times(rhythm.close)));
    }
    if rhythm.capped.1 > 0 {
        parts.push(format!("{} a session had more than 11 sets of it", times(rhythm.capped.1)));
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// `most in one: 9 of 11`.
pub fn most(rhythm: &Rhythm, locale: &Locale) -> String {
    format!("most in one session: {} of 11", locale.sets(rhythm.most))
}

/// A function's share, in words.
pub fn share(share: &Share, locale: &Locale) -> String {
    format!(
        "{} of {} sets a week, {}",
        locale.number(share.per_week, 1),
        share.wanted,
        if share.is_missed() { MISSED } else { COVERED }
    )
}

/// A function with its muscle.
pub fn function(share: &Share) -> String {
    format!("{}: {}", names::muscle(share.function.muscle()), names::function(share.function))
}
