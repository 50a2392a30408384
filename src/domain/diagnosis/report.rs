//! A verdict as values: what limits, how surely, by what evidence, and what is missing; no words.

use super::fix::Fix;
use super::strength::MuscleTrend;
use crate::domain::anatomy::{Function, Muscle};
use crate::domain::calendar::{Day, Week};
use crate::domain::exercise::{ExerciseId, Pattern};
use crate::domain::id::SessionId;
use crate::domain::recovery::Sign;
use crate::domain::safety::{Condition, RedFlag};
use crate::domain::units::Kg;

/// What can hold a person back, in the order that breaks ties (science D).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Factor {
    /// A sign or condition that stops advice.
    Safety,
    /// Planned sessions that are not done.
    Consistency,
    /// Sets that end too far from failure.
    Effort,
    /// Too few hard sets, or too many.
    Volume,
    /// A function of a muscle that is left out.
    Coverage,
    /// Too few sessions a week, or too much in one.
    Frequency,
    /// Strength that does not rise, or loads that are not raised.
    Progression,
    /// Too little food for a gain.
    Energy,
    /// Too little protein.
    Protein,
    /// Too little sleep.
    Sleep,
    /// Signs of too little recovery.
    Recovery,
}

impl Factor {
    /// Every factor, in order.
    pub const ALL: [Self; 11] = [
        Self::Safety,
        Self::Consistency,
        Self::Effort,
        Self::Volume,
        Self::Coverage,
        Self::Frequency,
        Self::Progression,
        Self::Energy,
        Self::Protein,
        Self::Sleep,
        Self::Recovery,
    ];
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The person as a whole.
    Person,
    /// A muscle.
    Muscle(Muscle),
    /// A function of a muscle.
    Function(Function),
    /// An exercise.
    Exercise(ExerciseId),
}

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// The least data that allows it.
    Low,
    /// Enough.
    Fair,
    /// Plenty, and vouched for.
    High,
}

/// Whether a finding limits growth now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It does, as far as is known.
    Limiting,
    /// The muscle progresses all the same (science H5).
    WorthFixing,
}

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
        /// Different days.
        days: u32,
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
    pub(super) fn of(fact: Fact) -> Self {
        Self { fact, sessions: Vec::new(), sets: Vec::new() }
    }
}

/// One thing that holds a person back, or may.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What kind.
    pub factor: Factor,
    /// About what.
    pub subject: Subject,
    /// From 0, at its threshold, to 1, at its worst (science H5).
    pub severity: f64,
    /// How sure.
    pub confidence: Confidence,
    /// Whether it limits.
    pub standing: Standing,
    /// From what.
    pub evidence: Evidence,
    /// What would make it surer, or change it.
    pub missing: Vec<Missing>,
    /// What to do.
    pub fix: Option<Fix>,
}

/// What to log or answer for a surer or fuller verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// The safety questions: food and body weight are not judged before.
    SafetyAnswers,
    /// The form.
    Profile,
    /// Weeks with leg work, completed.
    Weeks {
        /// There are.
        have: u32,
        /// Needed.
        need: u32,
    },
    /// A plan: without one nobody can say what was missed.
    Plan {
        /// Planned sessions in the weeks judged.
        have: u32,
        /// Needed.
        need: u32,
    },
    /// Sets with their reps in reserve.
    Effort {
        /// Sets with.
        have: u32,
        /// Needed.
        need: u32,
    },
    /// Sets whose effort the person touched; the others were only prefilled.
    Confirmed {
        /// Touched.
        have: u32,
        /// With effort.
        of: u32,
    },
    /// A calibration set: what is claimed was never checked.
    Calibration,
    /// Times one exercise of a muscle was done in twelve weeks.
    Exposures {
        /// The muscle.
        muscle: Muscle,
        /// Of its most frequent exercise.
        have: u32,
        /// Needed.
        need: u32,
    },
    /// Body weights in four weeks.
    Weights {
        /// There are.
        have: u32,
        /// Needed.
        need: u32,
    },
    /// Days with all food logged, in four weeks.
    FoodDays {
        /// There are.
        have: u32,
        /// Needed.
        need: u32,
    },
    /// Nights with sleep logged, in four weeks.
    Nights {
        /// There are.
        have: u32,
        /// Needed.
        need: u32,
    },
    /// Body weight at all, for protein.
    BodyWeight,
}

/// What is in the log and could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unused {
    /// A pause of three weeks or more: what was before it does not count.
    Gap {
        /// The last day before it.
        from: Day,
        /// The first day after it.
        to: Day,
    },
    /// Weeks without any session that no plan asked for.
    EmptyWeeks(u32),
    /// Weeks of deload or marked absence.
    LeftOut(Vec<Week>),
    /// A set whose load or reps no person does.
    Outlier(SetRef),
    /// Exercises this version does not know, and how many sets there are of them.
    Unknown {
        /// The exercises.
        exercises: Vec<ExerciseId>,
        /// Their sets.
        sets: u32,
    },
    /// Sessions dated after today.
    Future(u32),
    /// Body weights no person has.
    Weights(u32),
    /// Nights of a length no person sleeps.
    Nights(u32),
    /// Days on which food was only partly logged.
    FoodDays(u32),
    /// Work for other parts of the body, in sets.
    NotLegs(u32),
}

/// The answer in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Advice stops here: see a clinician.
    Stop,
    /// The first finding limits.
    Limited,
    /// Nothing found that limits, as far as could be judged.
    Nothing,
    /// Too little is logged to say; [`Report::missing`] says what.
    NotEnough,
}

/// The whole answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// In one word.
    pub verdict: Verdict,
    /// What was found, the most limiting first; what is only worth fixing comes last.
    pub findings: Vec<Finding>,
    /// What to log for more.
    pub missing: Vec<Missing>,
    /// What could not be used.
    pub unused: Vec<Unused>,
    /// The weeks that were judged, oldest first.
    pub weeks: Vec<Week>,
    /// How each muscle's strength goes.
    pub trends: Vec<MuscleTrend>,
    /// The factors there was enough data for, found or not.
    pub judged: Vec<Factor>,
}

impl Report {
    /// The factor that limits most, if one does.
    pub fn first(&self) -> Option<&Finding> {
        self.limiting().next()
    }

    /// Whether a factor was judged, so that not being found means that it is not there.
    pub fn has_judged(&self, factor: Factor) -> bool {
        self.judged.contains(&factor)
    }

    /// The findings that limit, the most limiting first.
    pub fn limiting(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.standing == Standing::Limiting)
    }
}
