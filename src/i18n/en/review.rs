//! The words of the week's review: three lines and one thing to do.

use super::verdict::{Names, missing, short};
use super::{count::many, mend, names};
use crate::domain::anatomy::Muscle;
use crate::domain::diagnosis::{Action, Recovered, Strength, Trained};
use crate::i18n::{Locale, Units};

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Your week";
    pub const AWAY: &str = "Put away";
    pub const OPEN: &str = "What holds you back";
    pub const DO: &str = "One thing to do:";
}
pub use plain::*;

/// The first line: training.
pub fn trained(week: &Trained, locale: &Locale) -> String {
    let sessions = match (week.sessions, week.planned) {
        (done, Some(planned)) => format!("{done} of {}", many(planned as usize, "session")),
        (done, None) => many(done as usize, "session"),
    };
    if week.deload {
        return format!("{sessions}, a lighter week as planned.");
    }
    match week.shortest {
        Some((muscle, sets, low)) => format!(
            "{sessions}. {} of {} muscles reached their band; {} fell short most: {} of {low} sets.",
            week.reached,
            Muscle::MAIN.len(),
            names::muscle(muscle).to_ascii_lowercase(),
            locale.number(sets, 1)
        ),
        None => format!("{sessions}. Every muscle reached its band."),
    }
}

/// The second line: strength over twelve weeks.
pub fn strength(count: Strength) -> String {
    let mut parts: Vec<String> = Vec::new();
    for (count, how) in [
        (count.up, "rising"),
        (count.flat, "standing still"),
        (count.down, "falling"),
        (count.unclear, "not clear yet"),
    ] {
        if count > 0 {
            parts.push(format!("{count} {how}"));
        }
    }
    if parts.is_empty() {
        "Strength: too little logged to see a trend.".to_owned()
    } else {
        format!("Strength by muscle, twelve weeks: {}.", parts.join(", "))
    }
}

/// The third line: kitchen and bed, as far as it is logged and may be shown.
pub fn recovered(week: &Recovered, locale: &Locale) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(percent) = week.weight {
        parts.push(format!("weight {} % a week", locale.signed(percent, 2)));
    }
    if let Some((days, grams)) = week.protein {
        parts.push(format!("protein {} g on {}", locale.number(grams, 0), many(days as usize, "day")));
    }
    if let Some(hours) = week.sleep {
        parts.push(format!("sleep {} h a night", locale.number(hours, 1)));
    }
    if parts.is_empty() {
        "Recovery: nothing logged.".to_owned()
    } else {
        format!("Recovery: {}.", parts.join(", "))
    }
}

/// The one thing to do.
pub fn action(action: &Action, name: Names<'_>, units: Units, locale: &Locale) -> String {
    match action {
        Action::Stop => "See a clinician before you train on.".to_owned(),
        Action::Mend(factor, subject, fix) => {
            let about = short(*factor, subject, name);
            match fix {
                Some(fix) => format!("{about}. {}", mend::fix(fix, name, units, locale)),
                None => format!("{about}. Look at what is behind it."),
            }
        }
        Action::Log(one) => match missing(one) {
            (what, Some(count)) => format!("Log on. {what}: {count}."),
            (what, None) => what,
        },
        Action::GoOn => "Go on like this.".to_owned(),
    }
}
