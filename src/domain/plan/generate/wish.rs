//! What the search needs of a profile, small enough to be varied and tried by the dozen.

use crate::domain::anatomy::Muscle;
use crate::domain::athlete::{Cautions, Experience, Profile, TrainingDays};
use crate::domain::exercise::Kit;

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
    /// The bands' high ends of the main muscles, in half sets.
    pub highs: [u16; 4],
    /// The place of the priority muscle among the main ones.
    pub priority: Option<usize>,
}

impl Wish {
    /// What a profile wishes.
    pub fn of(profile: &Profile) -> Self {
        Self {
            kit: profile.kit,
            cautions: profile.cautions,
            novice: profile.experience == Experience::Novice,
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
