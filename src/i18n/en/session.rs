//! The words of the session.

use crate::domain::exercise::{Joint, Pattern};
use crate::domain::plan::Prescription;
use crate::domain::plan::progression::{Advice, Because, Reason};
use crate::domain::training::records::Records;
use crate::domain::training::{Done, SetEntry, SetKind, Side, StopReason};
use crate::domain::units::{Kg, Rir, number};
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
    pub const NEED_REPS: &str = "1 to 100 reps.";
    pub const WARM_UP: &str = "warm-up";
    pub const EMPTY: &str = "No exercise yet. Add one.";
    pub const NOT_HARD: &str = "not hard";
    pub const HARD: &str = "hard";
    pub const HALF: &str = "half";
    pub const UNVERIFIED: &str = "unverified";
    pub const SPLIT: &str = "Sides differ";
    pub const LEFT: &str = "left";
    pub const RIGHT: &str = "right";
    pub const REPS_LEFT: &str = "Reps, left";
    pub const REPS_RIGHT: &str = "Reps, right";
    pub const SKIP_SET: &str = "Skip";
    pub const SAVE: &str = "Save";
    pub const CANCEL: &str = "Cancel";
    pub const END_TECHNIQUE: &str = "Stop here";
    pub const BEST: &str = "Best";
    pub const NOTE_LAST: &str = "Note";
    pub const TRIAL: &str = "How many could you really do?";
    pub const TRIAL_ASK: &str = "How many more are in you, in good form?";
    pub const TRIAL_NOT_NOW: &str = "Not today";
    pub const TRIAL_STOP: &str = "Take that back";
    pub const EARLIER: &str = "Log an earlier day";
    pub const EARLIER_DAY: &str = "Day";
    pub const EARLIER_WHAT: &str = "Session";
    pub const EARLIER_GO: &str = "Start logging it";
    pub const EARLIER_WRONG: &str = "A day up to today.";
    pub const EARLIER_STOPPED: &str = "Training is stopped: only days before today.";
    pub const EARLIER_UNBORN: &str = "That is before you were born.";
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

/// Why a typed load cannot be.
pub fn wrong_load(typed: &str, least: Option<Kg>, units: Units, locale: &Locale) -> String {
    match least.filter(|_| number::parse(typed) == Ok(0.0)) {
        Some(least) => {
            format!("Not without a load: the least there is weighs {}.", load_text(least, units, locale))
        }
        None => {
            format!("0 to {} {}.", locale.number(units.mass_value(Kg::MAX).floor(), 0), units.mass_sign())
        }
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

/// A set's number, of how many.
pub fn set_number(number: u32, of: Option<u8>) -> String {
    match of {
        Some(of) if number <= u32::from(of) => format!("Set {number} of {of}"),
        Some(_) => format!("Set {number}, extra"),
        None => format!("Set {number}"),
    }
}

/// What a kind of mini-set is called.
const fn mini(kind: SetKind) -> &'static str {
    match kind {
        SetKind::Drop => "Drop",
        SetKind::RestPause => "Rest-pause",
        SetKind::Myo => "Myo-reps",
        SetKind::Partial => "Partials",
        SetKind::Work | SetKind::WarmUp => "Set",
    }
}

/// `Drop 1 of 2`.
pub fn mini_set(kind: SetKind, number: u8, of: u8) -> String {
    format!("{} {number} of {of}", mini(kind))
}

/// Logs a set.
pub fn log(kind: SetKind) -> String {
    match kind {
        SetKind::Work | SetKind::WarmUp => LOG.to_owned(),
        kind => format!("Log {}", mini(kind).to_lowercase()),
    }
}

/// What a mini-set counts.
pub fn mini_worth(kind: SetKind, half: bool) -> String {
    format!("{} · {}", mini(kind).to_lowercase(), if half { HALF } else { "not counted" })
}

/// Breathe, then go on.
pub fn after_pause(pause: &str) -> String {
    format!("Breathe {pause}, then go on with the same load.")
}

/// Goes to the next exercise.
pub fn next(name: &str) -> String {
    format!("Next: {name}")
}

/// Changes set so and so.
pub fn edit_set(number: usize, set: &str) -> String {
    format!("Change set {number}: {set}")
}

/// Leaves a set out.
pub fn skip_set(number: u32) -> String {
    format!("Skip set {number}")
}

/// One set, or `left 20 kg × 10 · right × 8`.
pub fn row<'a>(sets: impl Iterator<Item = &'a SetEntry>, units: Units, locale: &Locale) -> String {
    let one = |entry: &SetEntry| match entry.side {
        Side::Both => set(entry, units, locale),
        Side::Left => format!("{} {LEFT}", set(entry, units, locale)),
        Side::Right => format!("{} {RIGHT}", entry.reps().map_or(0, |reps| reps.get())),
    };
    sets.map(one).collect::<Vec<_>>().join(", ")
}

/// The best so far: `120 kg × 6`, and the estimate.
pub fn best(best: &Records, strength: bool, units: Units, locale: &Locale) -> Option<String> {
    let (load, reps) = best.load?;
    let mut text = format!("{} × {}", load_text(load, units, locale), reps.get());
    if let Some(estimate) = best.strength.filter(|_| strength) {
        let rounded = locale.number(units.mass_value(estimate), 0);
        text.push_str(&format!(" · e1RM {rounded} {}", units.mass_sign()));
    }
    Some(text)
}

/// How a movement is called in a sentence.
pub(super) const fn movement(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Squat => "squats",
        Pattern::Hinge => "hinges",
        Pattern::Lunge => "lunges",
        Pattern::LegPress => "the leg press",
        Pattern::KneeExtension => "leg extensions",
        Pattern::KneeFlexion => "leg curls",
        Pattern::HipThrust => "hip thrusts",
        Pattern::StraightKneeCalf => "calf raises",
        Pattern::BentKneeCalf => "seated calf raises",
        Pattern::Abduction => "abduction",
        Pattern::Adduction => "adduction",
        Pattern::Dorsiflexion => "toe raises",
        Pattern::Jump => "jumps",
    }
}

/// How far a person's word is from what they can do.
pub fn bias(pattern: Pattern, found: f64, locale: &Locale) -> String {
    let (on, reps) = (movement(pattern), locale.number(found.abs().round(), 0));
    if found >= 0.5 {
        format!("On {on} you stop with about {reps} more than you think.")
    } else if found <= -0.5 {
        format!("On {on} you have about {reps} fewer left than you think.")
    } else {
        format!("On {on} your word is right, within half a rep.")
    }
}

fn left(claimed: Rir) -> String {
    if claimed == Rir::MAX { "5 or more".to_owned() } else { (claimed.get() / 2).to_string() }
}

/// How a set is taken to its end.
pub fn trial_how(reps: &str) -> String {
    format!("Do {reps} reps, say how many more are in you, then do all of them until none is left.")
}

/// What was said, and what is to do.
pub fn trial_going(claimed: Rir, at: u8) -> String {
    format!(
        "You said {} more after {at}. Go on until no rep is left, then log all the reps you did.",
        left(claimed)
    )
}

/// Fewer than were done when it was said.
pub fn trial_fewer(at: u8) -> String {
    format!("You had done {at} when you said it: log {at} reps or more, or take it back.")
}

/// What was said and what was done.
pub fn calibrated(claimed: Rir, further: u8) -> String {
    format!("You said {}, you did {further}", left(claimed))
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
pub fn finish_ask(sets: Option<usize>) -> String {
    sets.map_or_else(|| "Nothing is logged yet.".to_owned(), super::today::logged)
}

/// `ended 0:42 ago`.
pub fn ended_ago(seconds: i64) -> String {
    format!("ended {} ago", crate::i18n::clock(seconds))
}

/// A warning that goes with an exercise.
pub fn caution(joint: Joint) -> String {
    format!("Careful: {}. Stop at any sharp pain.", super::names::joint(joint).to_ascii_lowercase())
}
