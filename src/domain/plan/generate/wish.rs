//! What the search needs of a profile, small enough to be varied and tried by the dozen.

use crate::domain::anatomy::Muscle;
use crate::domain::athlete::{Cautions, Experience, Profile, TrainingDays};
use crate::domain::exercise::Kit;
use crate::domain::plan::generate::PlanLimits;
use crate::domain::units::Rir;

/// A profile as the search sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wish {
    /// What there is to train with.
    pub kit: Kit,
    /// Joints to be spared.
    pub cautions: Cautions,
    /// Little experience.
    pub novice: bool,
    /// The days of training.
    pub days: TrainingDays,
    /// The longest a session may take, in minutes.
    pub minutes: u16,
    /// Whether techniques may save time: not for novices, nor where effort is held back (science H3, H9).
    pub techniques: bool,
    /// The bands' low ends of the main muscles, in half sets.
    pub lows: [u16; 4],
    /// The bands' high ends of the main muscles, in half sets.
    pub highs: [u16; 4],
    /// The place of the priority muscle among the main ones.
    pub priority: Option<usize>,
}

impl Wish {
    /// What a profile wishes.
    pub fn of(profile: &Profile, limits: &PlanLimits) -> Self {
        let novice = profile.experience == Experience::Novice;
        Self {
            kit: profile.kit,
            cautions: profile.cautions,
            novice,
            techniques: !novice && limits.rir_floor < Rir::TWO,
            lows: Muscle::MAIN.map(|muscle| u16::from(profile.band(muscle).0) * 2),
            days: profile.days,
            minutes: profile.minutes.get(),
            highs: Muscle::MAIN.map(|muscle| u16::from(profile.band(muscle).1) * 2),
            priority: profile.priority.and_then(|muscle| Muscle::MAIN.iter().position(|m| *m == muscle)),
        }
    }

    /// Whether another wish draws on the same exercises.
    pub fn same_pool(&self, other: &Self) -> bool {
        self.kit == other.kit
            && self.cautions == other.cautions
            && self.novice == other.novice
            && self.days.count() == other.days.count()
    }
}
