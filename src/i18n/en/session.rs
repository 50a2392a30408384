//! The words of the session.

use crate::domain::exercise::Joint;
use crate::domain::plan::Prescription;
use crate::domain::plan::progression::{Advice, Because, Reason};
use crate::domain::training::{Done, SetEntry, StopReason};
use crate::domain::units::Rir;
use crate::i18n::{Locale, Units, load_text, rest};

#[allow(missing_docs)]
mod plain {
    pub const BODY_WEIGHT: &str = "body weight";
    pub const NONE_RUNNING: &str = "No session is running";
    pub const NONE_TEXT: &str = "Start one on the first page.";
    pub const TO_TODAY: &str = "To today";
    pub const TARGET: &str = "Target";
    pub const LAST: &str = "Last time";
    pub const TODAY: &str = "Today";
    pub const NEVER: &str = "not done yet";
    pub const LOAD: &str = "Load";
    pub const LESS_LOAD: &str = "Less load";
    pub const MORE_LOAD: &str = "More load";
    pub const REPS: &str = "Reps";
    pub const FEWER_REPS: &str = "Fewer reps";
    pub const MORE_REPS: &str = "More reps";
    pub const REPS_UNIT: &str = "reps";
    pub const RIR_ASK: &str = "Reps you truly had left, in good form";
    pub const UNSURE: &str = "From the plan. Tap what was true.";
    pub const STOPPED: &str = "What ended the set?";
    pub const LOG: &str = "Log set";
    pub const LOG_WARM_UP: &str = "Log as warm-up";
    pub const UNDO: &str = "Undo";
    pub const FINISH: &str = "Finish session";
    pub const DISCARD: &str = "Discard session";
    pub const NEXT: &str = "Next exercise";
    pub const ADD: &str = "Add an exercise";
    pub const CHOOSE: &str = "Choose an exercise";
    pub const REST: &str = "rest";
    pub const REST_OVER: &str = "Rest over.";
    pub const MORE_REST: &str = "+30 s";
    pub const SKIP: &str = "Skip";
    pub const LESS_REST: &str = "−30 s";
    pub const REST_OVER_TITLE: &str = "Rest over";
    pub const REST_LOCKED: &str = "Rest. A locked phone may not ring.";
    pub const EXERCISES: &str = "Exercises of this session";
    pub const TO_DO: &str = "to do";
    pub const EACH_SIDE: &str = "Each side counts once: log one row for both legs.";
    pub const NEED_NUMBER: &str = "Type a number.";
    pub const NEED_LOAD: &str = "0 to 1,000 kg.";
    pub const NEED_REPS: &str = "1 to 100 reps.";
    pub const WARM_UP: &str = "warm-up";
    pub const EMPTY: &str = "No exercise yet. Add one.";
    pub const NOT_HARD: &str = "not hard";
    pub const HARD: &str = "hard";
    pub const HALF: &str = "half";
    pub const UNVERIFIED: &str = "unverified";
}
pub use plain::*;

/// `3 × 8–10 · RIR 1–2 · rest 2:00`, and how the last set ends.
pub fn target(one: &Prescription, locale: &Locale) -> String {
    let reps = format!("{}–{}", one.reps.0, one.reps.1);
    let rir = rir_range(one.rir, locale);
    let end = one.finisher.map(|end| format!(" · {}", super::plan::finisher(end, locale)));
    format!("{} × {reps} · RIR {rir} · rest {}{}", one.sets, rest(one.rest), end.unwrap_or_default())
}

/// `1–2`, or `1`.
pub fn rir_range(rir: (Rir, Rir), locale: &Locale) -> String {
    let one = |rir: Rir| locale.number(rir.value(), 1);
    if rir.0 == rir.1 { one(rir.0) } else { format!("{}–{}", one(rir.0), one(rir.1)) }
}

/// `80 kg × 10, 10, 9 at RIR 2`.
pub fn last_time(sets: &[SetEntry], units: Units, locale: &Locale) -> String {
    let Some(first) = sets.first() else { return NEVER.to_owned() };
    let same = sets.iter().all(|set| set.load == first.load);
    let reps: Vec<String> = sets
        .iter()
        .map(|set| {
            let reps = set.reps().map_or(0, |reps| reps.get());
            if same { reps.to_string() } else { format!("{} × {reps}", load_text(set.load, units, locale)) }
        })
        .collect();
    let mut text = if same {
        format!("{} × {}", load_text(first.load, units, locale), reps.join(", "))
    } else {
        reps.join(", ")
    };
    if let Some(rir) = sets.iter().filter_map(|set| set.effort.rir).min() {
        text.push_str(&format!(" at RIR {}", locale.number(rir.value(), 1)));
    }
    text
}

/// Today's suggestion with its reason.
pub fn advice(found: Advice, units: Units, locale: &Locale) -> String {
    let load = found.load.map(|load| load_text(load, units, locale)).unwrap_or_default();
    let reason = match found.because {
        Because::Rule(reason) => reason,
        Because::LikeExercise => return format!("{load}: careful, from an exercise like it"),
        Because::EffortUnknown => {
            return format!("{load} × {}: nobody said how hard it was, so a rep more first", found.reps);
        }
        Because::HeaviestOwned => return format!("{load} × {}: there is nothing heavier", found.reps),
        Because::Deload => return format!("{load}: lighter on purpose this week"),
        Because::Returned { days } => return format!("{load}: lighter after {days} days off"),
        Because::Held => return format!("{load} × {}: loads do not rise now, for safety", found.reps),
    };
    match reason {
        Reason::FirstTime => {
            format!("First time: find a load for {} reps with the effort above", found.reps)
        }
        Reason::Raised { sets, reps } => format!("{load}: you did {sets} × {reps}"),
        Reason::RangeExtended => {
            format!("{load} × {}: the next load is a big step, so reps first", found.reps)
        }
        Reason::AddReps => format!("{load} × {}: one rep more than your weakest set", found.reps),
        Reason::BackedOff => format!("{load}: twice below the range, so a little lighter"),
        Reason::Again => format!("{load} again: last time fell short of the range"),
    }
}

/// A logged set.
pub fn set(entry: &SetEntry, units: Units, locale: &Locale) -> String {
    match entry.done {
        Done::Reps(reps) => format!("{} × {}", load_text(entry.load, units, locale), reps.get()),
        Done::Timed { seconds, .. } => crate::i18n::clock(i64::from(seconds.get())),
    }
}

/// `RIR 1`.
pub fn rir(rir: Rir, locale: &Locale) -> String {
    format!("RIR {}", locale.number(rir.value(), 1))
}

/// What ended a set.
pub const fn stop(reason: StopReason) -> &'static str {
    match reason {
        StopReason::Breath => "Breath",
        StopReason::Back => "Back",
        StopReason::Discomfort => "Discomfort",
        StopReason::Time => "Time",
        StopReason::Pain => "Pain",
    }
}

/// A set's number.
pub fn set_number(number: u32) -> String {
    format!("Set {number}")
}

/// Takes back set so and so.
pub fn undo_set(number: usize) -> String {
    format!("Undo set {number}")
}

/// `2 of 6`.
pub fn place(place: usize, of: usize) -> String {
    format!("{place} of {of}")
}

/// Asks before finishing or discarding.
pub fn finish_ask(sets: usize) -> String {
    if sets == 0 { "Nothing is logged yet.".to_owned() } else { super::today::logged(sets) }
}

/// `ended 0:42 ago`.
pub fn ended_ago(seconds: i64) -> String {
    format!("ended {} ago", crate::i18n::clock(seconds))
}

/// A warning that goes with an exercise.
pub fn caution(joint: Joint) -> String {
    format!("Careful: {}. Stop at any sharp pain.", super::names::joint(joint).to_ascii_lowercase())
}
