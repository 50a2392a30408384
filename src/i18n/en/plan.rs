//! The words of the plan.

use super::count::{self, many};
use crate::domain::exercise::Pattern;
use crate::domain::plan::{
    Compromise, Finisher, Phase, Plan, PlannedSession, Prescription, Reason, Remedy, Shortfall,
};
use crate::i18n::Locale;
use crate::i18n::en::names;

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Your plan";
    pub const NONE: &str = "No plan yet";
    pub const ANSWERS: &str = "Change answers";
    pub const REGENERATE: &str = "Make a new block";
    pub const THIS_BLOCK: &str = "This block";
    pub const THIS_BLOCK_TEXT: &str = "Ending it leads to the next block, beginning again to a new plan. What you did stays; both can be undone.";
    pub const RESTART: &str = "Begin it again";
    pub const END: &str = "End it";
    pub const SETS: &str = "Weekly hard sets";
    pub const IN_BAND: &str = "Every muscle in its weekly band";
    pub const HAMSTRINGS: &str = "Both hamstring functions";
    pub const CALVES: &str = "Both calf muscles";
    pub const RECTUS: &str = "Direct work for the rectus femoris";
    pub const UNILATERAL: &str = "One exercise on one leg";
    pub const KEPT: &str = "yes";
    pub const NOT_KEPT: &str = "not quite";
    pub const COMPROMISES: &str = "What yields, and what would help";
    pub const WHY: &str = "Why this plan?";
    pub const DELOAD: &str = "deload";
    pub const PAIRED: &str = "alternate";
    pub const PARALLEL: &str = ", below parallel";
    pub const WEEKS: &str = "Weeks of the block";
}
pub use plain::*;

/// The line above the title.
pub fn summary(plan: &Plan, minutes: u16) -> String {
    let working = plan.weeks.iter().filter(|week| week.phase != Phase::Deload).count();
    let sessions = plan.weeks.first().map_or(0, |week| week.sessions.len());
    let times = many(sessions, "session");
    format!("{working} weeks and a deload · {times} · up to {minutes} min")
}

/// `Week 3 of 6`.
pub fn week(number: usize, of: usize) -> String {
    format!("Week {number} of {of}")
}

/// The kind of a week.
pub const fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Entry => "getting used to it",
        Phase::Working => "working",
        Phase::Deload => DELOAD,
    }
}

/// The name of a session: its letter and what leads it.
pub fn session(place: usize, session: &PlannedSession) -> String {
    let letter = char::from(b'A'.saturating_add(u8::try_from(place).unwrap_or(0)));
    let mut parts: Vec<&str> = Vec::new();
    for one in &session.exercises {
        let Some(row) = one.built_in() else { continue };
        let word = match row.pattern {
            Pattern::Squat => "squat",
            Pattern::Hinge => "hinge",
            Pattern::Lunge => "lunge",
            Pattern::LegPress => "press",
            Pattern::KneeExtension => "extend",
            Pattern::KneeFlexion => "curl",
            Pattern::HipThrust => "thrust",
            _ => continue,
        };
        if !parts.contains(&word) && parts.len() < 2 {
            parts.push(word);
        }
    }
    if parts.is_empty() {
        format!("Lower {letter}")
    } else {
        format!("Lower {letter} — {}", parts.join(" and "))
    }
}

/// `4 × 6–10`, `3 × 8–12 / leg`.
pub fn sets(one: &Prescription) -> String {
    let leg = if one.built_in().is_some_and(|row| row.unilateral) { " / leg" } else { "" };
    format!("{} × {}–{}{leg}", one.sets, one.reps.0, one.reps.1)
}

/// How the last set ends: `then 2 drops of 25 %`.
pub fn finisher(finisher: Finisher, locale: &Locale) -> String {
    match finisher {
        Finisher::Drop { per_mille, times } => {
            let percent = locale.number(f64::from(per_mille) / 10.0, 1);
            let drops = if times == 1 { "a drop".to_owned() } else { many(usize::from(times), "drop") };
            format!("then {drops} of {percent} %")
        }
        Finisher::RestPause { pause, bouts } => {
            let more = count::times(usize::from(bouts));
            format!("then {more} again after {pause} s")
        }
        Finisher::MyoReps { pause, minis, reps } => format!("then {minis} × {reps} with {pause} s between"),
        Finisher::Partials { reps } => format!("then {reps} half reps in the stretch"),
        Finisher::Tempo { down, pause, up } => format!("slowly: {down} s down, {pause} s hold, {up} s up"),
    }
}

/// What is not met, why, and what would help.
pub fn compromise(one: &Compromise, locale: &Locale) -> String {
    let what = match &one.shortfall {
        Shortfall::BelowBand { muscle, planned, low } => {
            format!("{} reach {} of {low} weekly sets", names::muscle(*muscle), locale.sets(*planned))
        }
        Shortfall::BelowRamp { muscle, planned, wanted } => format!(
            "{} reach {} of the {} sets that a week was to grow to",
            names::muscle(*muscle),
            locale.sets(*planned),
            locale.sets(*wanted)
        ),
        Shortfall::Coverage { function, planned, wanted } => format!(
            "{}, {}: {} of {wanted} weekly sets",
            names::muscle(function.muscle()),
            names::function(*function),
            locale.sets(*planned)
        ),
        Shortfall::NoUnilateral => "No exercise on one leg".to_owned(),
        Shortfall::Frequency { muscle } => format!("{} are trained once a week", names::muscle(*muscle)),
        Shortfall::CloseTogether => "Two hard sessions lie less than 48 hours apart".to_owned(),
        Shortfall::EntryWeeks { weeks } => {
            format!("The first {weeks} weeks stay below the band, so that your body gets used to it")
        }
        Shortfall::Shortened => "Rests or warm-up are shortened to keep your minutes".to_owned(),
    };
    let why = match one.reason {
        Reason::Equipment => "your equipment has nothing for it".to_owned(),
        Reason::Caution(joint) => format!("{} are to be spared", names::joint(joint).to_ascii_lowercase()),
        Reason::Skill => "it needs more practice".to_owned(),
        Reason::Minutes => "the minutes are short".to_owned(),
        Reason::Sessions => "one session a week".to_owned(),
        Reason::SessionCap => "more than 11 sets of a muscle in one session add little".to_owned(),
        Reason::BandHigh => "the band's upper end".to_owned(),
        Reason::Ramp => "volume grows step by step".to_owned(),
        Reason::Days => "the days you chose".to_owned(),
        Reason::Safety => "less on purpose, for safety".to_owned(),
    };
    let help = match one.remedy {
        None => String::new(),
        Some(Remedy::OneMoreSession) => " One more session a week mends it.".to_owned(),
        Some(Remedy::MoreMinutes(more)) => format!(" {more} more minutes a session mend it."),
        Some(Remedy::Get(item)) => {
            format!(" This would mend it: {}.", names::item(item).to_ascii_lowercase())
        }
        Some(Remedy::SpreadDays) => " Days further apart mend it.".to_owned(),
        Some(Remedy::Wait) => " It passes by itself.".to_owned(),
    };
    format!("{what}: {why}.{help}")
}

/// Why the plan is what it is.
pub fn why() -> Vec<String> {
    let reasons = [
        "Each main muscle gets 10–20 hard sets a week, calves 12–18; a set counts half for a muscle that helps. Source: Pelland 2025, Baz-Valle 2022.",
        "At most 11 sets of a muscle in one session, two sessions or more where your days allow. Source: Remmert 2025 (preprint).",
        "Hamstrings are trained at the hip and at the knee, calves straight and bent, and the rectus femoris directly, because squats do not grow it. Source: Kubo 2019, Maeo 2021, Kinoshita 2023.",
        "Volume grows about 5 % a week and effort with it; then a week at half. Source: Scarpelli 2022, Rogerson 2024.",
    ];
    reasons.iter().map(|reason| (*reason).to_owned()).collect()
}
