//! The words of what holds back: findings with their evidence, what is missing, what was of no use.

mod gaps;

use super::names;
use crate::domain::anatomy::Function;
use crate::domain::calendar::{Day, Week};
use crate::domain::diagnosis::{
    Confidence, Direction, Fact, Factor, Finding, Judgement, MuscleTrend, Subject, Verdict,
};
use crate::domain::exercise::ExerciseId;
use crate::domain::training::StopReason;
use crate::i18n::{Locale, Units, load_text, short_day, week_span};

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "What holds you back";
    pub const NO_WEEKS: &str = "No completed week to judge yet";
    pub const STOP: &str = "First see a clinician";
    pub const STOP_TEXT: &str = "Nothing else is judged until they have cleared you to train.";
    pub const STOP_ANSWERS: &str = "Your safety answers";
    pub const TOO_YOUNG: &str = "Legwork gives no training advice below thirteen. Your log stays as it is.";
    pub const NOTHING: &str = "Nothing holds you back";
    pub const NOTHING_TEXT: &str =
        "As far as could be judged, no factor limits you. Go on like this; what changes shows here.";
    pub const NOT_ENOUGH: &str = "Not enough to say";
    pub const NOT_ENOUGH_TEXT: &str =
        "A guess would be worth nothing. This is what to log, what there is, and what is needed:";
    pub const LIMITED: &str = "Most of all";
    pub const ALSO: &str = "Worth fixing, though it goes well";
    pub const EVIDENCE: &str = "Look at the sessions behind it";
    pub const SURER: &str = "To be surer:";
    pub const WOULD_CHANGE: &str = "What would change this:";
    pub const MORE: &str = "What to log for more";
    pub const JUDGED: &str = "What was judged";
    pub const STRENGTH: &str = "How strength goes, twelve weeks";
    pub const UNUSED: &str = "What could not be used";
    pub const LEARN: &str = "Where these rules come from";
    pub const WHY: &str = "How is this judged?";
    pub const PAST: &str = "Before";
    pub const PAST_NONE: &str =
        "Each week in which you look, the verdict is kept here, with what you did about it.";
    pub const DONE: &str = "What you did about it";
    pub const EXPECT: &str = "What to expect";
    pub const EXPECT_STUDIES: &str = "What studies saw";
    pub const UNVERIFIED: &str = "not verified: the paper was not found";
}
pub use gaps::{missing, unused};
pub use plain::*;

/// The names of exercises.
pub type Names<'a> = &'a dyn Fn(&ExerciseId) -> String;

/// The least percentage that two decimals show.
const WRITTEN: f64 = 0.005;

/// The weeks that were judged.
pub fn weeks(weeks: &[Week], this_year: i32) -> String {
    let names: Vec<String> = weeks.iter().map(|week| week_span(*week, this_year)).collect();
    match names.as_slice() {
        [] => NO_WEEKS.to_owned(),
        [one] => format!("One week: {one}"),
        [first, .., last] => format!("{} weeks, {first} to {last}", names.len()),
    }
}

/// A verdict in a few words.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Stop => STOP,
        Verdict::Limited => "Something limits you",
        Verdict::Nothing => NOTHING,
        Verdict::NotEnough => NOT_ENOUGH,
    }
}

/// A factor.
pub const fn factor(factor: Factor) -> &'static str {
    match factor {
        Factor::Safety => "Safety",
        Factor::Consistency => "Consistency",
        Factor::Effort => "Effort",
        Factor::Volume => "Volume",
        Factor::Coverage => "Coverage",
        Factor::Frequency => "Frequency",
        Factor::Progression => "Progression",
        Factor::Energy => "Energy",
        Factor::Protein => "Protein",
        Factor::Sleep => "Sleep",
        Factor::Recovery => "Recovery",
    }
}

/// How a factor came out.
pub const fn judgement(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Limits => "limits",
        Judgement::WorthFixing => "worth fixing",
        Judgement::NotFound => "not found",
        Judgement::TooLittle => "too little data",
        Judgement::NotAsked => "not asked",
    }
}

/// A function, in full.
pub const fn function(function: Function) -> &'static str {
    match function {
        Function::Vasti => "Vasti of the quads",
        Function::RectusFemoris => "Rectus femoris of the quads",
        Function::HipHamstrings => "Hamstrings at the hip",
        Function::KneeHamstrings => "Hamstrings at the knee",
        Function::GluteusMaximus => "Glutes",
        Function::Abductors => "Abductors",
        Function::Adductors => "Adductors",
        Function::Gastrocnemius => "Upper calf (gastrocnemius)",
        Function::Soleus => "Lower calf (soleus)",
        Function::Tibialis => "Shins",
    }
}

/// What a finding is about; none for the person as a whole.
pub fn subject(subject: &Subject, name: Names<'_>) -> Option<String> {
    match subject {
        Subject::Person => None,
        Subject::Muscle(muscle) => Some(names::muscle(*muscle).to_owned()),
        Subject::Function(of) => Some(function(*of).to_owned()),
        Subject::Exercise(id) => Some(name(id)),
    }
}

/// A kept finding: the factor, and about what.
pub fn short(kind: Factor, about: &Subject, name: Names<'_>) -> String {
    match subject(about, name) {
        Some(about) => format!("{}: {about}", factor(kind)),
        None => factor(kind).to_owned(),
    }
}

/// A finding in one line.
pub fn title(finding: &Finding, name: Names<'_>) -> String {
    let what = match &finding.evidence.fact {
        Fact::Flags(_) | Fact::Conditions(_) => STOP,
        Fact::Pain { .. } => "it hurts",
        Fact::Kept { .. } => "Planned sessions are missed",
        Fact::Easy { .. } if finding.subject == Subject::Person => "Sets end too far from failure",
        Fact::Easy { .. } => "sets end too far from failure",
        Fact::Covered { .. } => "left out",
        Fact::WeeklySets { .. } => "too few hard sets",
        Fact::TooMany { .. } => "more sets than you recover from",
        Fact::Sessions { .. } => "too seldom in the week",
        Fact::Crowded { .. } => "too much in one session",
        Fact::Stuck(trend) if trend.direction == Direction::Regress => "strength falls",
        Fact::Stuck(_) => "strength stands still",
        Fact::Topped { .. } => "ready for more load",
        Fact::Weight { .. } => "Too little food for a gain",
        Fact::Protein { .. } => "Too little protein",
        Fact::Sleep { .. } => "Too little sleep",
        Fact::Strained(_) => "Recovery lags behind",
    };
    match subject(&finding.subject, name) {
        Some(about) => format!("{about}: {what}"),
        None => what.to_owned(),
    }
}

/// The evidence in plain words.
pub fn evidence(fact: &Fact, units: Units, locale: &Locale) -> String {
    let one = |value: f64| locale.number(value, 1);
    match fact {
        Fact::Flags(list) => {
            list.iter().map(|flag| super::names::sign(*flag)).collect::<Vec<_>>().join(" · ")
        }
        Fact::Conditions(list) => super::welcome::clinician(list),
        Fact::Pain { worse: true, .. } => {
            "It hurt in the last four weeks and was worse the next morning.".to_owned()
        }
        Fact::Pain { days, .. } => format!(
            "On {days} days of the last four weeks pain ended sets of it, was 4 or more of 10, or was sharp."
        ),
        Fact::Kept { done, planned } => {
            format!(
                "{done} of {planned} planned sessions are done. Below 8 in 10 the plan cannot work as meant."
            )
        }
        Fact::Easy { easy, stated, sets, worst, stops } => {
            let mut said = format!(
                "{easy} of {stated} sets ended with more reps left than planned; {stated} of {sets} sets state it. More than 3 in 10 is too many."
            );
            if let Some(pattern) = worst {
                said.push_str(&format!(" Mostly {}.", super::session::movement(*pattern)));
            }
            let named = StopReason::ALL.into_iter().zip(stops).filter(|(_, count)| **count > 0);
            let named: Vec<String> =
                named.map(|(stop, count)| format!("{} {count}×", stopped(stop))).collect();
            if !named.is_empty() {
                said.push_str(&format!(" You stopped for: {}.", named.join(", ")));
            }
            said
        }
        Fact::WeeklySets { sets, wanted } | Fact::Covered { sets, share: wanted, .. } => {
            format!("{} sets a week, whatever their effort; {} are wanted.", one(*sets), one(*wanted))
        }
        Fact::TooMany { sets, high } => format!(
            "{} hard sets a week, above your {}, while strength falls.",
            one(*sets),
            locale.number(*high, 0)
        ),
        Fact::Sessions { per_week } => {
            format!("{} sessions a week train it with two sets or more; two are better.", one(*per_week))
        }
        Fact::Crowded { sessions, most } => format!(
            "In {sessions} sessions it got more than 11 sets, {} at most: the last ones add little.",
            one(*most)
        ),
        Fact::Stuck(trend) => format!("{}, over {}.", change(trend, locale), exercises(trend)),
        Fact::Topped { load, times } => format!(
            "You reached the top of the range {times} times in a row with {}.",
            load_text(*load, units, locale)
        ),
        Fact::Weight { slope, error, low, weights } => format!(
            "Your weight goes by {} % a week (give or take {}), from {weights} weigh-ins. A gain needs {} % at least.",
            locale.signed(*slope, 2),
            locale.number(*error, 2),
            locale.number(*low, 2)
        ),
        Fact::Protein { mean, error, days } => format!(
            "{} g a kilogram a day (give or take {}), over {days} complete days. 1.6 is where a gain is safe.",
            locale.number(*mean, 2),
            locale.number(*error, 2)
        ),
        Fact::Sleep { mean, error, nights } => format!(
            "{} hours a night (give or take {}), over {nights} nights. Seven to nine are needed.",
            one(*mean),
            one(*error)
        ),
        Fact::Strained(signs) => {
            let list: Vec<&str> = signs.iter().map(|sign| super::today::sign(*sign)).collect();
            format!("{}. Two such signs together ask for a lighter week.", list.join(". "))
        }
    }
}

const fn stopped(stop: StopReason) -> &'static str {
    match stop {
        StopReason::Breath => "breath",
        StopReason::Back => "back",
        StopReason::Discomfort => "discomfort",
        StopReason::Time => "time",
        StopReason::Pain => "pain",
    }
}

fn exercises(trend: &MuscleTrend) -> String {
    match trend.exercises.len() {
        1 => "1 exercise and twelve weeks".to_owned(),
        count => format!("{count} exercises and twelve weeks"),
    }
}

fn change(trend: &MuscleTrend, locale: &Locale) -> String {
    format!("{} % a week", locale.signed(trend.slope, 2))
}

/// How a muscle's strength goes.
pub fn trend(trend: &MuscleTrend, locale: &Locale) -> String {
    let direction = match trend.direction {
        Direction::Progress => "rises",
        Direction::Plateau => "stands still",
        Direction::Regress => "falls",
        Direction::Unclear => "not clear yet",
    };
    match trend.direction {
        // Of the other two the slope is noise.
        Direction::Plateau | Direction::Unclear => direction.to_owned(),
        _ if trend.slope.abs() < WRITTEN => format!("{direction} very slowly"),
        _ => format!("{direction} · {}", change(trend, locale)),
    }
}

/// How sure a finding is.
pub const fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "Not very sure: this is the least data it can be said from.",
        Confidence::Fair => "Fairly sure.",
        Confidence::High => "Sure: there is plenty of data.",
    }
}

/// What would change a finding.
pub const fn would_change(fact: &Fact) -> &'static str {
    match fact {
        Fact::Flags(_) | Fact::Conditions(_) => "A clinician's word, dated in your answers.",
        Fact::Pain { .. } => {
            "Four weeks of it without pain of 4 or more, without sharp pain, with no set that pain ended, and with no morning after that is worse."
        }
        Fact::Kept { .. } => "Eight of ten planned sessions done, or a plan with fewer.",
        Fact::Easy { .. } => {
            "Fewer than 3 in 10 sets that end early, or a calibration set that shows your word is right."
        }
        Fact::WeeklySets { .. } | Fact::Covered { .. } => {
            "The wanted sets in most of four weeks, or strength that rises without them."
        }
        Fact::TooMany { .. } => "Sets within your band, or strength that stops falling.",
        Fact::Sessions { .. } => "Two sessions a week for it.",
        Fact::Crowded { .. } => "At most 11 sets of it in a session.",
        Fact::Stuck(_) => "A trend that clearly rises.",
        Fact::Topped { .. } => "The next load, done once.",
        Fact::Weight { .. } => "Four weeks in which your weight rises as much.",
        Fact::Protein { .. } => "1.6 g a kilogram on the days you log.",
        Fact::Sleep { .. } => "Seven hours in the mean of your nights.",
        Fact::Strained(_) => "A lighter week, and fewer such signs after it.",
    }
}

/// A day, with its year where it is another one.
pub fn dated(day: Day, this_year: i32) -> String {
    if day.year() == this_year { short_day(day) } else { format!("{} {}", short_day(day), day.year()) }
}

/// Where the rules come from.
pub fn why() -> Vec<String> {
    vec![
        "The last four completed weeks are judged, strength over twelve; lighter and absent weeks are left out. Each factor is measured from its threshold to its worst, and the largest distance leads; safety and broken consistency come first.".to_owned(),
        "What a muscle lacks is only worth fixing while its strength rises. Sources: Pelland 2025, Refalo 2024, Morton 2018, Iraki 2019; the ranking is our own choice.".to_owned(),
    ]
}
