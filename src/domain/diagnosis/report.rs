//! A verdict as values: what limits, how surely, by what evidence, and what is missing; no words.

mod evidence;
mod gaps;

pub use evidence::{Evidence, Fact, SetRef};
pub use gaps::{Missing, Unused};

use super::fix::Fix;
use super::strength::MuscleTrend;
use crate::domain::anatomy::{Function, Muscle};
use crate::domain::calendar::Week;
use crate::domain::exercise::ExerciseId;

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
