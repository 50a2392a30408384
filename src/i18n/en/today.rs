//! The words of the start page.

use super::count::many;
use crate::domain::plan::offer::Way;
use crate::domain::plan::schedule::Due;
use crate::domain::recovery::{Morning, PainSince, Readiness, Sign, SleepQuality, Soreness};
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
    pub const NO_NEXT: &str = "Your answers allow no new plan now.";
    pub const ANSWER_AGAIN: &str = "Look at your answers";
    pub const NEXT_TAKE: &str = "Use the next block";
    pub const CHANGES: &str = "What changes";
    pub const WHY: &str = "Why?";
    pub const NOT_NOW: &str = "Not now";
    pub const EASIER: &str = "A lighter week?";
    pub const EASIER_SIGNS: &str = "Recovery seems to lag behind:";
    pub const EASIER_BLOCK: &str = "You have trained hard for six weeks without a lighter one.";
    pub const EASIER_TAKE: &str = "Lighter week";
    pub const BACK: &str = "Welcome back";
    pub const MORNING: &str = "This morning";
    pub const MORNING_CHANGE: &str = "Change";
    pub const MORNING_DONE: &str = "Done";
    pub const SLEEP_QUALITY: &str = "How did you sleep?";
    pub const SLEEP_QUALITIES: [&str; 3] = ["Poorly", "Fairly", "Well"];
    pub const SORENESS: &str = "Are your legs sore?";
    pub const SORENESSES: [&str; 3] = ["No", "A bit", "Very"];
    pub const PAIN_SINCE: &str = "How is what hurt yesterday?";
    pub const PAINS_SINCE: [&str; 3] = ["Better", "The same", "Worse"];
    pub const READINESS: &str = "How ready do you feel?";
    pub const READINESSES: [&str; 3] = ["Not much", "As usual", "Very"];
    pub const NO_PLAN: &str = "No plan yet";
    pub const NO_PLAN_TEXT: &str = "A few answers, and it is here.";
    pub const ANSWER: &str = "Answer and get a plan";
    pub const DUE: &str = "Due";
    pub const WEIGH_IN: &str = "Weigh-in: morning, before eating";
    pub const WEEK: &str = "This week";
    pub const INSTALL_IOS: &str =
        "On an iPhone, install first (Share, then Add to Home Screen): the installed app begins empty.";
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
    many(sets, "set") + " logged"
}

/// A line about the week's muscles: how many are in the band.
pub fn in_band(count: usize, of: usize, locale: &Locale) -> String {
    format!("{} of {} muscles are in their band", locale.number(count as f64, 0), of)
}

/// A sign that recovery lags behind.
pub const fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::Strength => "Two exercises were at least 3 % weaker, twice in a row",
        Sign::Effort => "Your sets come nearer to failure than the plan asks",
        Sign::Pain => "Joint pain ended two sets or more",
        Sign::Sleep => "You sleep less than six hours",
        Sign::MissedReps => "Three sets in ten ended below their reps",
        Sign::Worn => "Very sore or not ready on three mornings of seven",
    }
}

/// What a lighter week is, and when; `from` where it is not today.
pub fn easier(from: Option<&str>) -> String {
    let when = from.map_or("from today".to_owned(), |day| format!("from {day}"));
    format!("Half the sets and two or three more reps in reserve for a week, {when}. Then the next block.")
}

/// Why a lighter week is offered.
pub fn why_easier() -> Vec<String> {
    vec![
        "Two signs together, or six hard weeks, ask for a lighter week: half the sets, two or three more reps in reserve, the same days. Source: Rogerson 2024, Coleman 2024.".to_owned(),
        "It takes the place of the first week in which you have done nothing yet. What you did stays as it is.".to_owned(),
    ]
}

/// Days without leg work.
pub fn away(days: u16) -> String {
    format!("{days} days since your last leg session.")
}

/// How the block goes on.
pub const fn back(way: Way) -> &'static str {
    match way {
        Way::GoOn => "A week off costs nothing. Go on where you stopped, from today.",
        Way::Repeat => "Do the last week you trained once more, from today, then go on.",
        Way::Steps => {
            "After three weeks the volume comes back in steps: half of it, then 70, 80 and 90 %, with three reps in reserve."
        }
        Way::NewBlock => {
            "Only the lighter week was left, and the break was one: the next block begins today."
        }
    }
}

/// Takes a way back.
pub const fn back_take(way: Way) -> &'static str {
    match way {
        Way::GoOn => "Go on from today",
        Way::Repeat => "Repeat that week",
        Way::Steps => "Come back in steps",
        Way::NewBlock => "Begin the next block",
    }
}

/// Why a way back is what it is.
pub fn why_back() -> Vec<String> {
    vec![
        "Up to a week off changes nothing; after eight days the last week is done again; after three weeks half the volume is enough at first. Source: CSCCa and NSCA 2019.".to_owned(),
        "The way back is a plan of its own. The old one and all you did by it stay.".to_owned(),
    ]
}

/// What comes after a block.
pub fn next_block(way: Way, days: u16, starts: &str) -> String {
    match way {
        Way::Steps => {
            format!(
                "{days} days have passed since your last leg session. The next block starts {starts}, at half your volume and back up in steps."
            )
        }
        _ => format!("The next one starts {starts}, from what you really did in this one."),
    }
}

/// Why the next block is what it is.
pub fn why_next() -> Vec<String> {
    vec![
        "It starts from your own mean of the last four working weeks and grows about 5 % a week from there. Source: Scarpelli 2022.".to_owned(),
        "One accessory changes from block to block; the rest stays, so that progress can be seen.".to_owned(),
    ]
}

/// What was said of a morning, in one line.
pub fn morning(hours: Option<&str>, said: &Morning) -> String {
    let mut parts: Vec<String> = Vec::new();
    let night = said.sleep.map(|sleep| match sleep {
        SleepQuality::Poor => "poorly",
        SleepQuality::Fair => "fairly",
        SleepQuality::Good => "well",
    });
    match (hours, night) {
        (Some(hours), Some(night)) => parts.push(format!("slept {hours}, {night}")),
        (Some(one), None) | (None, Some(one)) => parts.push(format!("slept {one}")),
        (None, None) => {}
    }
    parts.extend(said.soreness.map(|sore| {
        match sore {
            Soreness::None => "legs not sore",
            Soreness::Some => "legs a bit sore",
            Soreness::Strong => "legs very sore",
        }
        .to_owned()
    }));
    parts.extend(said.readiness.map(|ready| {
        match ready {
            Readiness::Low => "not very ready",
            Readiness::Usual => "ready as usual",
            Readiness::High => "very ready",
        }
        .to_owned()
    }));
    parts.extend(said.pain.map(|pain| {
        match pain {
            PainSince::Better => "pain better",
            PainSince::Same => "pain the same",
            PainSince::Worse => "pain worse",
        }
        .to_owned()
    }));
    let line = parts.join(" · ");
    match line.chars().next() {
        Some(first) => {
            format!("{}{}", first.to_ascii_uppercase(), line.get(first.len_utf8()..).unwrap_or_default())
        }
        None => line,
    }
}

/// What is in no file outside the browser.
pub fn backup(sessions: usize, any: bool) -> String {
    if any {
        many(sessions, "session") + " since your last backup. Save one"
    } else {
        "No backup yet. A file is the only copy outside this browser. Save a backup".to_owned()
    }
}
