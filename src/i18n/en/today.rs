//! The words of the start page.

use crate::domain::plan::schedule::Due;
use crate::i18n::{Locale, weekday};
use chrono::Weekday;

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Today";
    pub const NEXT: &str = "Next session";
    pub const START: &str = "Start session";
    pub const RESUME: &str = "Resume session";
    pub const BLANK: &str = "Start without a plan";
    pub const BLANK_NAME: &str = "Own session";
    pub const RUNNING: &str = "A session is running";
    pub const FINISHED: &str = "The block is done";
    pub const FINISHED_TEXT: &str = "Make the next one on the plan page.";
    pub const NO_PLAN: &str = "No plan yet";
    pub const NO_PLAN_TEXT: &str = "A few answers, and it is here.";
    pub const ANSWER: &str = "Answer and get a plan";
    pub const DUE: &str = "Due";
    pub const WEIGH_IN: &str = "Weigh-in: morning, before eating";
    pub const SLEEP: &str = "How long did you sleep?";
    pub const BACKUP: &str = "No backup yet. One file is the only second copy.";
    pub const BACKUP_GO: &str = "Save a backup";
    pub const WEEK: &str = "This week";
    pub const INSTALL_IOS: &str =
        "On an iPhone, install first (Share, then Add to Home Screen): the installed app begins empty.";
    pub const SHOW_SESSION: &str = "Show the exercises";
}
pub use plain::*;

/// When a session is due.
pub fn due(due: Due, day: Weekday) -> String {
    match due {
        Due::Today => "today".to_owned(),
        Due::In(1) => "tomorrow".to_owned(),
        Due::In(_) => format!("on {}", weekday(day)),
    }
}

/// Sets logged in a running session.
pub fn logged(sets: usize) -> String {
    if sets == 1 { "1 set logged".to_owned() } else { format!("{sets} sets logged") }
}

/// A line about the week's muscles: how many are in the band.
pub fn in_band(count: usize, of: usize, locale: &Locale) -> String {
    format!("{} of {} muscles are in their band", locale.number(count as f64, 0), of)
}
