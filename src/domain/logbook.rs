//! Everything one person owns, as one value: what is exported, restored and erased together.

use super::athlete::Profile;
use super::body::BodyLog;
use super::calendar::{Day, Month};
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

/// Days that the start page looks back: four weeks that a review needs, a block's way back from a pause, the last
/// times of what was done lately. [our choice]: a quarter.
const RECENT_DAYS: i64 = 91;

impl Logbook {
    /// The month from which on what is recorded says what is to be done today; what lies before it may be read
    /// later. A block that began earlier is read from its first week on.
    ///
    /// ```
    /// use legwork::domain::{calendar::Day, logbook::Logbook};
    /// let today = Day::parse("2026-11-21").unwrap();
    /// assert_eq!(Logbook::default().recent(today).to_string(), "2026-08");
    /// ```
    pub fn recent(&self, today: Day) -> Month {
        let block = self.plans.active().map_or(today, |plan| plan.starts.plus(-7));
        today.plus(-RECENT_DAYS).min(block).month()
    }
}
