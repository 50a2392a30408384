//! What a finding rests on: the number, and the sessions and sets it was counted from; not what follows.

use crate::domain::diagnosis::strength::MuscleTrend;
use crate::domain::exercise::Pattern;
use crate::domain::id::SessionId;
use crate::domain::recovery::Sign;
use crate::domain::safety::{Condition, RedFlag};
use crate::domain::units::Kg;

/// One set: its session, the exercise's place in it, and its own place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SetRef {
    /// The session.
    pub session: SessionId,
    /// The exercise's place in the session.
    pub exercise: u16,
    /// The set's place in the exercise.
    pub set: u16,
}

/// The number a finding rests on.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// Signs reported now.
    Flags(Vec<RedFlag>),
    /// Conditions for which a clinician has to agree first.
    Conditions(Vec<Condition>),
    /// Sets of an exercise that pain ended, on so many days.
    Pain {
        /// Different days on which it ended sets, was four or more, or was sharp.
        days: u32,
        /// Whether it was worse the morning after.
        worse: bool,
    },
    /// Sessions done of those planned.
    Kept {
        /// Done.
        done: u32,
        /// Planned.
        planned: u32,
    },
    /// Sets with too many reps left.
    Easy {
        /// Sets that ended too early.
        easy: u32,
        /// Sets with stated effort.
        stated: u32,
        /// Sets in all.
        sets: u32,
        /// The pattern with the largest share of them.
        worst: Option<Pattern>,
        /// What ended them, in the order of [`StopReason::ALL`](crate::domain::training::StopReason::ALL).
        stops: [u32; 5],
    },
    /// Sets of a function a week, whatever their effort.
    Covered {
        /// The mean.
        sets: f64,
        /// Wanted, by what was planned and done of its muscle: what the severity is from.
        wanted: f64,
        /// Wanted in a week of the band's low end: the number that the rules name.
        share: f64,
    },
    /// Sets a week, whatever their effort, against those wanted.
    WeeklySets {
        /// Sets a week.
        sets: f64,
        /// Wanted.
        wanted: f64,
    },
    /// Hard sets a week above the band, while strength falls.
    TooMany {
        /// Sets a week.
        sets: f64,
        /// The band's high end.
        high: f64,
    },
    /// Sessions a week that train a muscle.
    Sessions {
        /// Sessions a week.
        per_week: f64,
    },
    /// Sessions with more of a muscle than it can use.
    Crowded {
        /// How many.
        sessions: u32,
        /// The most sets in one.
        most: f64,
    },
    /// A strength that stands still or falls.
    Stuck(MuscleTrend),
    /// The top of the range reached again and again at the same load.
    Topped {
        /// The load.
        load: Kg,
        /// Times in a row.
        times: u32,
    },
    /// The slope of body weight, percent a week.
    Weight {
        /// The slope.
        slope: f64,
        /// Its standard error.
        error: f64,
        /// The least that a gain needs.
        low: f64,
        /// Weights it rests on.
        weights: u32,
    },
    /// Protein, grams per kilogram a day.
    Protein {
        /// The mean.
        mean: f64,
        /// Its standard error.
        error: f64,
        /// Complete days.
        days: u32,
    },
    /// Sleep, hours a night.
    Sleep {
        /// The mean.
        mean: f64,
        /// Its standard error.
        error: f64,
        /// Nights.
        nights: u32,
    },
    /// Signs that together ask for a deload.
    Strained(Vec<Sign>),
}

/// The number with what it was counted from.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The number.
    pub fact: Fact,
    /// Sessions it was counted from.
    pub sessions: Vec<SessionId>,
    /// Sets it was counted from.
    pub sets: Vec<SetRef>,
}

impl Evidence {
    /// A number that rests on no set.
    pub(in crate::domain::diagnosis) fn of(fact: Fact) -> Self {
        Self { fact, sessions: Vec::new(), sets: Vec::new() }
    }
}
