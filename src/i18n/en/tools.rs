//! The words of what is at hand in a session: pain, substitutes, order, time, remarks.

use super::{count::many, names};
use crate::domain::anatomy::{Function, Muscle, Tally};
use crate::domain::training::swap::Substitute;
use crate::domain::training::tempo::{Part, Tempo};
use crate::domain::units::{Seconds, SetCount};
use crate::i18n::Locale;

#[allow(missing_docs)]
mod plain {
    pub const TOOLS: &str = "For this exercise";
    pub const PAIN: &str = "Pain";
    pub const SWAP: &str = "Swap";
    pub const PLATES: &str = "Plates";
    pub const TIME: &str = "Short of time";
    pub const ORDER: &str = "Order";
    pub const NOTES: &str = "Notes";
    pub const TEMPO: &str = "Tempo";
    pub const TEMPO_GO: &str = "Start counting";
    pub const TEMPO_STOP: &str = "Stop counting";
    pub const TEMPO_SILENT: &str = "Sounds are off in the settings: it counts on the screen only.";
    pub const SEARCH: &str = "Search";
    pub const NOT_FOUND: &str = "No exercise is called that.";
    pub const ANY_OTHER: &str = "Any other exercise";
    pub const PAIN_ASK: &str = "How much does it hurt, 0 to 10?";
    pub const SHARP: &str = "It is a sharp pain";
    pub const PAIN_WHERE: &str = "Where?";
    pub const ELSEWHERE: &str = "Other";
    pub const PAIN_GO_ON: &str = "Go on if it stays there. From 4 on, change the exercise.";
    pub const PAIN_SUBSTITUTE: &str = "Leave this exercise for today. Something that does not hurt:";
    pub const PAIN_STOP: &str = "Stop this exercise now. If it is still there tomorrow, have it looked at.";
    pub const SIGNS: &str = "Something worse?";
    pub const SIGNS_TEXT: &str = "Each of these ends the session. What you did is kept.";
    pub const SWAP_WHY: &str = "Why?";
    pub const TAKEN: &str = "Taken";
    pub const HURTS: &str = "Hurts";
    pub const TOO_LONG: &str = "Too long";
    pub const OTHER: &str = "Other";
    pub const NO_SUBSTITUTE: &str = "Nothing you have here does the same. Leave it out, or do it later.";
    pub const TIME_ASK: &str = "Minutes left";
    pub const EARLIER: &str = "Earlier";
    pub const LATER: &str = "Later";
    pub const LEAVE_OUT: &str = "Leave the rest out";
    pub const ONE_MORE: &str = "One set more";
    pub const NOTE_EXERCISE: &str = "On this exercise (seat, stance): shown next time";
    pub const NOTE_SESSION: &str = "On the session";
}
pub use plain::*;

/// What a second of a slow rep is for.
pub const fn part(part: Part) -> &'static str {
    match part {
        Part::Ready => "Ready",
        Part::Down => "Down",
        Part::Hold => "Hold",
        Part::Up => "Up",
    }
}

/// `Each rep: 3 s down, 1 s hold, 1 s up.`
pub fn tempo(tempo: Tempo) -> String {
    format!("Each rep: {} s down, {} s hold, {} s up.", tempo.down, tempo.hold, tempo.up)
}

/// `Rep 4`.
pub fn rep(rep: u32) -> String {
    if rep == 0 { String::new() } else { format!("Rep {rep}") }
}

/// What an exercise that stands in costs.
pub fn substitute(one: &Substitute, locale: &Locale) -> String {
    let mut parts = vec![format!("{} % alike", locale.number((one.likeness * 100.0).clamp(0.0, 100.0), 0))];
    let minutes = one.longer as f64 / 60.0;
    if minutes.abs() >= 0.5 {
        parts.push(format!("{} min", locale.signed(minutes, 0)));
    }
    if one.careful {
        parts.push("careful: 10 reps or more, 2 in reserve".to_owned());
    }
    if !one.uncovers.is_empty() {
        parts.push(format!("leaves out this week: {}", functions(&one.uncovers)));
    }
    parts.join(" · ")
}

fn functions(list: &[Function]) -> String {
    let name = |function: &Function| {
        format!("{} ({})", names::muscle(function.muscle()), names::function(*function))
    };
    list.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// `20 min`.
pub fn minutes(minutes: i64) -> String {
    format!("{minutes} min")
}

/// Cuts the session.
pub fn cut(minutes: i64) -> String {
    format!("Cut to {minutes} min")
}

/// `2 sets fewer, 1 left` in all.
pub fn fewer(dropped: u8, asked: u8) -> String {
    if asked == 0 {
        "left out".to_owned()
    } else {
        format!("{} fewer: {asked} in all", many(usize::from(dropped), "set"))
    }
}

/// What a cut loses.
pub fn lost(lost: &Tally, short: &[Function], locale: &Locale) -> String {
    let muscles: Vec<String> = Muscle::ALL
        .into_iter()
        .filter(|muscle| lost.muscle(*muscle) > SetCount::ZERO)
        .map(|muscle| format!("{} {}", names::muscle(muscle), locale.sets(lost.muscle(muscle))))
        .collect();
    let mut text = format!("It costs hard sets: {}.", muscles.join(", "));
    if !short.is_empty() {
        text.push_str(&format!(" Too little this week for: {}.", functions(short)));
    }
    text
}

fn whole(takes: Seconds) -> u32 {
    takes.get().div_ceil(60)
}

/// Everything fits.
pub fn fits(takes: Seconds) -> String {
    format!("Everything fits: about {} min.", whole(takes))
}

/// What is left takes.
pub fn takes(takes: Seconds) -> String {
    format!("What is left takes about {} min.", whole(takes))
}
