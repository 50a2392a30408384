//! Everything one person owns, as one value: what is exported, restored and erased together.

use super::athlete::Profile;
use super::body::BodyLog;
use super::diagnosis::VerdictHistory;
use super::exercise::OwnExercises;
use super::nutrition::FoodLog;
use super::nutrition::diet::Diet;
use super::plan::Plans;
use super::safety::SafetyAnswers;
use super::settings::Settings;
use super::training::calibration::Trial;
use super::training::loading::Inventory;
use super::training::{Draft, TrainingLog};

/// A person's whole data.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Logbook {
    /// Who they are; none before the form is filled in.
    pub profile: Option<Profile>,
    /// Their safety answers.
    pub safety: SafetyAnswers,
    /// Their plans.
    pub plans: Plans,
    /// Their settings.
    pub settings: Settings,
    /// Their own exercises and name mappings.
    pub exercises: OwnExercises,
    /// Weight, sleep, girths and mornings.
    pub body: BodyLog,
    /// Food.
    pub food: FoodLog,
    /// The session that is running.
    pub draft: Option<Draft>,
    /// What they have to load with; none where they never said.
    pub gym: Option<Inventory>,
    /// Their calibration sets, oldest first.
    pub trials: Vec<Trial>,
    /// What they chose of their eating.
    pub diet: Diet,
    /// What held them back, as it was judged, and what they did about it.
    pub verdicts: VerdictHistory,
    /// Recorded sessions.
    pub log: TrainingLog,
}
