//! The words of the history: calendar, list, a recorded session, an exercise over time.

use super::count::{self, many};
use crate::domain::calendar::{Day, Month};
use crate::domain::plan::outlook::Ask;
use crate::domain::safety::Pain;
use crate::domain::training::editing::WrongDay;
use crate::domain::training::records::Record;
use crate::domain::training::{SetEntry, SetKind, Side};
use crate::domain::units::{Kg, Minutes, Reps, Seconds};
use crate::i18n::{Locale, Units, duration, full_day, load_text, short_day};

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "History";
    pub const EMPTY: &str = "No session is recorded yet. It shows here once you have finished one.";
    pub const SEARCH: &str = "Search exercises and notes";
    pub const NOTHING_FOUND: &str = "Nothing of that name is recorded.";
    pub const NOTHING_IN_MONTH: &str = "Nothing in this month.";
    pub const MORE: &str = "Show more";
    pub const EARLIER: &str = "Earlier month with sessions";
    pub const LATER: &str = "Later month with sessions";
    pub const ALL_MONTH: &str = "The whole month";
    pub const SESSION: &str = "Session";
    pub const GONE: &str = "This session is not here";
    pub const GONE_TEXT: &str = "It was deleted, or it was recorded on another device.";
    pub const TO_HISTORY: &str = "To the history";
    pub const CAME_TO: &str = "What it came to";
    pub const NO_LEGS: &str = "No hard sets for the legs in it.";
    pub const RECORDS: &str = "Records";
    pub const NEXT: &str = "Next time";
    pub const SHARE_TEXT: &str = "Share as text";
    pub const SHARE_PICTURE: &str = "Share as picture";
    pub const COPIED: &str = "Copied.";
    pub const NOTE: &str = "Note";
    pub const DAY: &str = "Day";
    pub const DELETE: &str = "Delete session";
    pub const REOPEN: &str = "Take finishing back";
    pub const REOPEN_TEXT: &str = "The session runs again, with every set in it.";
    pub const ADD_SET: &str = "Repeat last set";
    pub const KEEP: &str = "Keep";
    pub const CANCEL: &str = "Cancel";
    pub const DELETE_SET: &str = "Delete set";
    pub const SECONDS: &str = "Seconds";
    pub const SIDE: &str = "Side";
    pub const SIDES: [&str; 3] = ["Both", "Left", "Right"];
    pub const STOPPED_NOT: &str = "Not said";
    pub const NEED_SECONDS: &str = "1 second to 24 hours.";
    pub const NO_SETS: &str = "No set is left in this session.";
    pub const FUTURE: &str =
        "This day has not come yet: the clock was set back since. Give it the right day below.";
    pub const NO_DURATION: &str = "How long it took is not known.";
    pub const NEVER: &str = "Not recorded yet";
    pub const HEAVIEST: &str = "Heaviest";
    pub const STRONGEST: &str = "Best estimated 1RM, by confirmed effort";
    pub const MOST_REPS: &str = "Most reps";
    pub const COURSE: &str = "Estimated one-rep max";
    pub const COURSE_NOTE: &str = "From reps and reps in reserve by Epley, up to ten effective reps. An estimate: a day's form moves it by some percent.";
    pub const COURSE_HEADS: [&str; 3] = ["Show as table", "Day", "Estimate"];
    pub const NOTES: &str = "Last notes";
    pub const TIMES: &str = "Every time";
    pub const SWAPS: &str = "Swaps";
    pub const UNKNOWN: &str = "No exercise is named";
    pub const UNKNOWN_TEXT: &str = "Open one from a session.";
}
pub use plain::*;

/// `128 sessions`.
pub fn count(sessions: usize) -> String {
    many(sessions, "session")
}

/// `18 sets`.
pub fn sets(sets: usize) -> String {
    many(sets, "set")
}

/// `November 2026`.
pub fn month(month: Month) -> String {
    let at = usize::try_from(month.month()).unwrap_or(1).saturating_sub(1);
    let name = super::calendar::MONTHS_LONG.get(at).copied().unwrap_or_default();
    format!("{name} {}", month.year())
}

/// A day of the calendar for a screen reader.
pub fn day_label(day: Day, sessions: usize) -> String {
    format!("{}, {}", short_day(day), count(sessions))
}

/// `Sat 21 Nov · 52 min`, with the year where it is not this one.
pub fn when(day: Day, lasted: Option<Seconds>, this_year: i32) -> String {
    let mut text = short_day(day);
    if day.year() != this_year {
        text.push_str(&format!(" {}", day.year()));
    }
    let minutes = lasted.and_then(|lasted| Minutes::try_new(i64::from(lasted.get() / 60)).ok());
    if let Some(minutes) = minutes.filter(|minutes| minutes.get() > 0) {
        text.push_str(&format!(" · {}", duration(minutes)));
    }
    text
}

/// A set with its kind and side.
pub fn set(entry: &SetEntry, units: Units, locale: &Locale) -> String {
    let mut text = super::session::set(entry, units, locale);
    let kind = match entry.kind {
        SetKind::Work => "",
        SetKind::WarmUp => "warm-up",
        SetKind::Drop => "drop",
        SetKind::RestPause => "rest-pause",
        SetKind::Myo => "myo-reps",
        SetKind::Partial => "partials",
    };
    let side = match entry.side {
        Side::Both => "",
        Side::Left => "left",
        Side::Right => "right",
    };
    for word in [side, kind] {
        if !word.is_empty() {
            text.push_str(&format!(" · {word}"));
        }
    }
    text
}

/// How hard a set was, and what ended it.
pub fn effort(entry: &SetEntry, locale: &Locale) -> String {
    let Some(rir) = entry.effort.rir else { return String::new() };
    let mut text = super::session::rir(rir, locale);
    if !entry.effort.confirmed {
        text.push_str(&format!(", {}", super::session::UNVERIFIED));
    }
    if let Some(stop) = entry.stop {
        text.push_str(&format!(" · {}", super::session::stop(stop).to_lowercase()));
    }
    text
}

/// The name of a row's button.
pub fn change_set(number: usize, exercise: &str) -> String {
    format!("Change set {number} of {exercise}: ")
}

/// The name of the button that repeats an exercise's last set.
pub fn add_set(exercise: &str) -> String {
    format!("{ADD_SET} of {exercise}")
}

/// A record.
pub fn record(record: Record, units: Units, locale: &Locale) -> String {
    let load = |load: Kg| load_text(load, units, locale);
    match record {
        Record::Load { load: now, before } => format!("heaviest yet: {}, before {}", load(now), load(before)),
        Record::Reps { load: at, reps, before } => {
            format!("{} reps with {}, before {}", reps.get(), load(at), before.get())
        }
        Record::Strength { estimate, before } => {
            format!(
                "estimated 1RM {}, before {}",
                whole(estimate, units, locale),
                whole(before, units, locale)
            )
        }
    }
}

/// An estimate: no more digits than it has meaning.
pub fn whole(load: Kg, units: Units, locale: &Locale) -> String {
    format!("{} {}", locale.number(units.mass_value(load), 0), units.mass_sign())
}

/// `8 reps`.
pub fn most_reps(load: Kg, reps: Reps, units: Units, locale: &Locale) -> String {
    format!("{} × {}", load_text(load, units, locale), reps.get())
}

/// What will be asked, and why.
pub fn ask(ask: &Ask, units: Units, locale: &Locale) -> String {
    format!("{}: {}", short_day(ask.day), super::session::advice(ask.advice, units, locale))
}

/// The sets whose effort nobody confirmed.
pub fn unverified(sets: usize) -> String {
    many(sets, "set") + " with an effort nobody confirmed."
}

/// Why a session cannot be of a day.
pub const fn wrong_day(problem: WrongDay) -> &'static str {
    match problem {
        WrongDay::Future => "That day has not come yet. The session stays where it is.",
        WrongDay::Unborn => "That is before you were born. The session stays where it is.",
    }
}

/// What is typed is no day.
pub const NOT_A_DAY: &str = "That is no day. The session stays where it is.";

/// `done 24 times since 3 Mar 2025`.
pub fn done_times(times: usize, first: Day) -> String {
    format!("done {} since {}", count::times(times), full_day(first))
}

/// A swap.
pub fn swapped(other: &str, was_planned: bool) -> String {
    if was_planned { format!("{other} stood in for it") } else { format!("It stood in for {other}") }
}

/// The chart in words.
pub fn course(from: &str, to: &str, count: usize) -> String {
    format!("Estimated one-rep max over {count} points: from {from} to {to}")
}

/// The name of the picture's file.
pub fn picture_name(day: Day) -> String {
    format!("legwork-{day}.png")
}

/// `Pain: 5 of 10, sharp`.
pub fn pain(pain: Pain) -> String {
    let score = pain.score().map(|score| format!("{} of 10", score.get()));
    match (score, pain.is_sharp()) {
        (Some(score), true) => format!("Pain: {score}, sharp"),
        (Some(score), false) => format!("Pain: {score}"),
        (None, _) => "Pain: sharp".to_owned(),
    }
}
