//! The words of editing and sharing a plan.

use super::count::many;
use crate::domain::anatomy::Function;
use crate::domain::athlete::Care;
use crate::domain::exercise::{ExerciseId, OwnProblem};
use crate::domain::plan::check::Finding;
use crate::domain::plan::difference::Change;
use crate::domain::plan::edit::{Refused, Value};
use crate::domain::plan::link::LinkError;
use crate::domain::plan::swap::StandIn;
use crate::domain::plan::technique::Offer;
use crate::domain::plan::why::{Rule, Source, Why};
use crate::domain::plan::{Finisher, Prescription};
use crate::domain::units::SetCount;
use crate::i18n::en::{names, plan, session};
use crate::i18n::{Locale, weekday};

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Edit plan";
    pub const OPEN: &str = "Edit";
    pub const UNDO: &str = "Undo";
    pub const REDO: &str = "Redo";
    pub const SCOPE: &str = "A change holds for";
    pub const FROM_HERE: &str = "this week and later";
    pub const ONLY_HERE: &str = "this week only";
    pub const SETS: &str = "Sets";
    pub const LESS: &str = "One set less";
    pub const MORE: &str = "One set more";
    pub const REPS: &str = "Reps";
    pub const RIR: &str = "Reps in reserve";
    pub const REST: &str = "Rest";
    pub const DAY: &str = "Day";
    pub const UP: &str = "Earlier";
    pub const DOWN: &str = "Later";
    pub const REMOVE: &str = "Take out";
    pub const SWAP: &str = "Swap for";
    pub const ADD: &str = "Add an exercise";
    pub const CHOOSE: &str = "Choose";
    pub const WARM_UP: &str = "Warm-up";
    pub const COOL_DOWN: &str = "Cool-down";
    pub const TECHNIQUE: &str = "Technique";
    pub const STRAIGHT: &str = "Straight";
    pub const ALTERNATES: &str = "Alternates with";
    pub const ALONE: &str = "Nothing";
    pub const CANCEL: &str = "Cancel";
    pub const OWN: &str = "Your own exercises";
    pub const OWN_NEW: &str = "Your own exercise…";
    pub const OWN_NAME: &str = "Name";
    pub const OWN_LIKE: &str = "Trains the same as";
    pub const OWN_TEXT: &str = "Full: the muscle does the work. Half: it helps.";
    pub const OWN_KEEP: &str = "Keep exercise";
    pub const OWN_USED: &str = "It stays: a plan or your log has it.";
    pub const OWN_CHOICE: &str = "Your own choice.";
    pub const CREDITS: [&str; 3] = ["—", "half", "full"];
    pub const SHEET_NOTE: &str = "A box a set: load × reps, and the reps left.";
    pub const WHY: &str = "Why?";
    pub const CHECKS: &str = "Checks";
    pub const ALL_GOOD: &str = "Volume, coverage, frequency, time and joints: all as they should be.";
    pub const KEPT: &str = "Every change is kept at once";
    pub const DELOAD: &str = "Make this week the deload";
    pub const NO_DELOAD: &str = "The first week and a deload itself cannot become the deload.";
    pub const ANEW: &str = "Make it anew from your answers";
    pub const ANEW_TEXT: &str = "What a new plan would change:";
    pub const ANEW_SAME: &str = "A new plan would be the same.";
    pub const ANEW_TAKE: &str = "Take the new plan";
    pub const ANEW_LEAVE: &str = "Leave it";
    pub const PLANS: &str = "Your plans";
    pub const FOLLOWED: &str = "in use";
    pub const FOLLOW: &str = "Use";
    pub const LET_GO: &str = "Let go";
    pub const SAMPLE: &str = "Add the articles' sample leg day";
    pub const SHARE: &str = "Share";
    pub const SHARE_TEXT: &str =
        "The whole plan is in this link. It goes where you send it and nowhere else.";
    pub const LINK: &str = "Link";
    pub const LINK_MAKE: &str = "Make a link";
    pub const CALENDAR: &str = "Save as a calendar file";
    pub const PRINT: &str = "Print";
    pub const SHARED: &str = "A plan for you";
    pub const SHARED_TEXT: &str = "Nothing of yours is replaced. Keep it beside your plans, or leave.";
    pub const KEEP: &str = "Keep this plan";
    pub const NO_LINK: &str = "No plan is in this link";
}
pub use plain::*;

/// A value as it is chosen; a finisher has its own words.
pub fn value(value: Value, locale: &Locale) -> String {
    match value {
        Value::Sets(sets) => sets.to_string(),
        Value::Reps(low, high) => format!("{low}–{high}"),
        Value::Rir(low, high) => session::rir_range((low, high), locale),
        Value::Rest(rest) => crate::i18n::rest(rest),
        Value::Finisher(_) => String::new(),
    }
}

/// A stand-in and what it does.
pub fn stand_in(one: &StandIn, name: impl Fn(&ExerciseId) -> String, locale: &Locale) -> String {
    let mut text = name(&one.exercise);
    for (muscle, sets) in &one.changes {
        text.push_str(&format!(" · {} {}", names::muscle(*muscle), locale.sets(*sets)));
    }
    if one.careful {
        text.push_str(" · with care");
    }
    if one.heavier_on_spine {
        text.push_str(" · more on the spine");
    }
    if let Some(function) = one.uncovers.first() {
        text.push_str(&format!(" · less for {}", names::function(*function)));
    }
    text
}

/// What of the leg an exercise trains: `Hamstrings, hip`.
pub fn trained(function: Function) -> String {
    let muscle = function.muscle();
    if muscle.functions().len() < 2 {
        return names::muscle(muscle).to_owned();
    }
    format!("{}, {}", names::muscle(muscle), names::function(function))
}

/// What is wrong with the description of an own exercise.
pub const fn own_problem(problem: OwnProblem) -> &'static str {
    match problem {
        OwnProblem::NoName => "It needs a name.",
        OwnProblem::NameTooLong => "A name has 60 characters at most.",
        OwnProblem::NameTaken => "There is an exercise of this name already.",
        OwnProblem::NoMuscle => "Say of one muscle at least what it does.",
    }
}

/// How a last set ends, and what that adds: `2 drops of 25 % (+1 set, +1 min)`.
pub fn finisher(finisher: Finisher, offer: Option<&Offer>, locale: &Locale) -> String {
    let said = plan::finisher(finisher, locale);
    let mut text = said.trim_start_matches("then ").to_owned();
    if let Some(offer) = offer {
        text.push_str(" (");
        if offer.adds != SetCount::ZERO {
            let unit = if offer.adds == SetCount::ONE { "set" } else { "sets" };
            text.push_str(&format!("+{} {unit}, ", locale.sets(offer.adds)));
        }
        text.push_str(&format!("{} min)", offer.seconds.div_ceil(60)));
    }
    text
}

/// What is asked of an exercise, on paper.
pub fn asked(one: &Prescription, locale: &Locale) -> String {
    let rir = session::rir_range(one.rir, locale);
    format!("{} · {rir} in reserve · rest {}", plan::sets(one), crate::i18n::rest(one.rest))
}

/// Who an exercise may alternate with, and the minutes that saves.
pub fn partner(name: &str, saves: u32) -> String {
    if saves == 0 { name.to_owned() } else { format!("{name} (−{saves} min)") }
}

/// What is asked beyond sets and reps: `alternates with Seated leg curl · then 2 drops of 25 %`.
pub fn extras(with: Option<String>, finisher: Option<Finisher>, locale: &Locale) -> String {
    let mut text = with.map_or_else(String::new, |with| format!("alternates with {with}"));
    if let Some(finisher) = finisher {
        if !text.is_empty() {
            text.push_str(" · ");
        }
        text.push_str(&plan::finisher(finisher, locale));
    }
    text
}

/// Why a change is not made.
pub const fn refused(why: Refused) -> &'static str {
    match why {
        Refused::NoSuchSession | Refused::NoSuchExercise => "That is not in the plan any more.",
        Refused::Twice => "The session has this exercise already.",
        Refused::TooMany => "That is more than a session may have.",
        Refused::OutOfRange => "That is outside what makes sense.",
        Refused::DayTaken => "Another session is on that day.",
        Refused::LastOne => "A session needs one exercise at least.",
    }
}

/// What a check found.
pub fn finding(one: &Finding, name: impl Fn(&ExerciseId) -> String, locale: &Locale) -> String {
    let session = |place: u8| char::from(b'A'.saturating_add(place));
    match one {
        Finding::Below { muscle, planned, low } => {
            format!("{}: {} of {low} weekly sets.", names::muscle(*muscle), locale.sets(*planned))
        }
        Finding::Above { muscle, planned, high } => {
            format!("{}: {} weekly sets, more than {high}.", names::muscle(*muscle), locale.sets(*planned))
        }
        Finding::SessionCap { muscle, week, session: place, planned } => format!(
            "{}: {} sets in session {} of week {}; more than 11 add little.",
            names::muscle(*muscle),
            locale.sets(*planned),
            session(*place),
            week + 1
        ),
        Finding::Coverage { function, planned, wanted } => format!(
            "{}, {}: {} of {wanted} weekly sets.",
            names::muscle(function.muscle()),
            names::function(*function),
            locale.sets(*planned)
        ),
        Finding::NoUnilateral => "No exercise on one leg.".to_owned(),
        Finding::Frequency { muscle } => format!("{} are trained once a week.", names::muscle(*muscle)),
        Finding::CloseTogether { muscle } => {
            format!("{}: two hard sessions lie less than 48 hours apart.", names::muscle(*muscle))
        }
        Finding::Steep { muscle, week } => {
            format!("{}: week {} rises by more than a tenth.", names::muscle(*muscle), week + 1)
        }
        Finding::TooLong { week, session: place, takes } => {
            format!("Session {} of week {} takes {} minutes.", session(*place), week + 1, takes.get())
        }
        Finding::ManyExercises { session: place } => {
            format!("Session {} has more than six exercises.", session(*place))
        }
        Finding::Joint { exercise, joint, care } => {
            let joint = names::joint(*joint).to_ascii_lowercase();
            match care {
                Care::Avoid => format!("{} stresses what is to be spared: {joint}.", name(exercise)),
                _ => format!("{} needs care: {joint}.", name(exercise)),
            }
        }
        Finding::Equipment { exercise } => format!("{} needs something you do not have.", name(exercise)),
        Finding::Skill { exercise } => format!("{} takes more practice.", name(exercise)),
    }
}

/// One difference between two plans.
pub fn change(one: &Change, name: impl Fn(&ExerciseId) -> String, locale: &Locale) -> String {
    let session = |place: u8| char::from(b'A'.saturating_add(place));
    match one {
        Change::Weeks { from, to } => format!("{from} weeks become {to}"),
        Change::Sessions { from: 1, to } => format!("1 session a week becomes {to}"),
        Change::Sessions { from, to } => format!("{from} sessions a week become {to}"),
        Change::Day { session: place, from, to } => {
            format!("Session {}: {} becomes {}", session(*place), weekday(*from), weekday(*to))
        }
        Change::Added { session: place, exercise, sets } => {
            format!(
                "Session {}: {} comes in, {}",
                session(*place),
                name(exercise),
                many(usize::from(*sets), "set")
            )
        }
        Change::Removed { session: place, exercise } => {
            format!("Session {}: {} goes", session(*place), name(exercise))
        }
        Change::Sets { session: place, exercise, from, to } => {
            let to = many(usize::from(*to), "set");
            format!("Session {}: {} from {from} to {to}", session(*place), name(exercise))
        }
        Change::Details { session: place, exercise } => {
            format!("Session {}: {}, reps, effort or rest", session(*place), name(exercise))
        }
        Change::Order { session: place } => format!("Session {}: another order", session(*place)),
        Change::Volume { muscle, from, to } => {
            format!("{}: {} to {} weekly sets", names::muscle(*muscle), locale.sets(*from), locale.sets(*to))
        }
    }
}

/// Why a link opens no plan.
pub const fn link_error(why: LinkError) -> &'static str {
    match why {
        LinkError::NotALink => "This is no link to a plan.",
        LinkError::Damaged => "The link was cut short or changed on its way. Ask for it once more.",
        LinkError::Newer => "A newer Legwork made this link. Reload to update, then open it again.",
        LinkError::UnknownExercise => "The plan has an exercise that this version does not know.",
        LinkError::TooLong => "The link is longer than any plan.",
    }
}

/// A choice with its rule and where it comes from.
pub fn why(one: &Why, locale: &Locale) -> String {
    format!("{} {}.", rule(one.rule, locale), source(one.source))
}

fn rule(rule: Rule, locale: &Locale) -> String {
    match rule {
        Rule::Covers(function) => format!("It covers {}.", names::function(function)),
        Rule::OneLeg => "One exercise a week is done on one leg.".to_owned(),
        Rule::Trains(muscle) => format!("It trains {} directly.", names::muscle(muscle)),
        Rule::LastResort => "It needs care, and nothing gentler was left.".to_owned(),
        Rule::WeekTarget { muscle, week, band } => format!(
            "These sets bring {} to {} a week, within {}–{}.",
            names::muscle(muscle),
            locale.sets(week),
            band.0,
            band.1
        ),
        Rule::SetLimits => "Two to five sets an exercise.".to_owned(),
        Rule::OwnRange => "The reps suit this exercise.".to_owned(),
        Rule::CalfRanges => "Calves: once heavy, once with many reps.".to_owned(),
        Rule::LighterForJoint => "Ten reps and more spare the joint.".to_owned(),
        Rule::EffortOfWeek { week } => format!("Week {}: effort rises from week to week.", week + 1),
        Rule::NeverUnderABar => "Never to failure under a free bar.".to_owned(),
        Rule::NoviceFirst => "The first weeks are easy.".to_owned(),
        Rule::HeldBack => "Effort is held back, for safety.".to_owned(),
        Rule::OwnRest => "The rest suits this exercise.".to_owned(),
        Rule::ShortRest => "Rest is cut a little to keep your minutes.".to_owned(),
        Rule::PriorityFirst => "Your priority comes first.".to_owned(),
        Rule::CompoundsFirst => "Heavy compounds come first.".to_owned(),
        Rule::IsolationAfter => "Isolation comes after compounds.".to_owned(),
        Rule::CalvesLast => "Calves come last.".to_owned(),
        Rule::Opposites => "Opposite muscles alternate and save time.".to_owned(),
        Rule::DropsForTime => "Drops stand for the last set and save time.".to_owned(),
        Rule::Entry => "The first weeks stay below the band on purpose.".to_owned(),
        Rule::Rises => "Sets rise by 5–10 % a week.".to_owned(),
        Rule::Deload => "Half the sets before the next block.".to_owned(),
        Rule::Warm => "Long enough to be warm.".to_owned(),
        Rule::CoolDownFirst => "The cool-down goes first when minutes are short.".to_owned(),
    }
}

fn source(source: Source) -> String {
    match source {
        Source::Article(number) => format!("Article {number}"),
        Source::Pelland2025 => "Pelland 2025".to_owned(),
        Source::Remmert2025 => "Remmert 2025 (preprint)".to_owned(),
        Source::Kassiano2024 => "Kassiano 2024".to_owned(),
        Source::Kubo2019 => "Kubo 2019".to_owned(),
        Source::Maeo2024 => "Maeo 2024".to_owned(),
        Source::Kinoshita2023 => "Kinoshita 2023".to_owned(),
        Source::Schoenfeld2021 => "Schoenfeld 2021".to_owned(),
        Source::Refalo2024 => "Refalo 2024".to_owned(),
        Source::Robinson2024 => "Robinson 2024".to_owned(),
        Source::Singer2024 => "Singer 2024".to_owned(),
        Source::Nunes2021 => "Nunes 2021".to_owned(),
        Source::Sodal2023 => "Sødal 2023".to_owned(),
        Source::Scarpelli2022 => "Scarpelli 2022".to_owned(),
        Source::Rogerson2024 => "Rogerson 2024".to_owned(),
        Source::Supersets => "SportRxiv 419".to_owned(),
        Source::OurChoice => "Our choice".to_owned(),
    }
}
