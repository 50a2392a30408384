//! What the diagnosis looks at: a person's own record, borrowed, and the day. It copies and decides nothing.

use crate::domain::athlete::Profile;
use crate::domain::body::BodyLog;
use crate::domain::calendar::Day;
use crate::domain::exercise::{ExerciseId, OwnExercises, Pattern};
use crate::domain::logbook::Logbook;
use crate::domain::nutrition::FoodLog;
use crate::domain::nutrition::diet::Diet;
use crate::domain::plan::Plans;
use crate::domain::recovery::RecoveryLog;
use crate::domain::safety::{RedFlag, SafetyAnswers};
use crate::domain::training::TrainingLog;
use crate::domain::training::calibration::{self, Trial};
use crate::domain::volume::Judge;
use chrono::Weekday;
use std::borrow::Cow;

/// Everything a verdict is made from.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The day of the verdict.
    pub today: Day,
    /// The first day of a week.
    pub starts_on: Weekday,
    /// Who asks.
    pub profile: Option<&'a Profile>,
    /// Their safety answers.
    pub safety: &'a SafetyAnswers,
    /// Their plans.
    pub plans: &'a Plans,
    /// What they did.
    pub log: &'a TrainingLog,
    /// Their own exercises.
    pub own: &'a OwnExercises,
    /// Weight and sleep.
    pub body: &'a BodyLog,
    /// Food.
    pub food: &'a FoodLog,
    /// What they chose of their eating.
    pub diet: &'a Diet,
    /// What they said of their mornings.
    pub mornings: &'a RecoveryLog,
    /// Signs they report now.
    pub flags: &'a [RedFlag],
    /// Sets taken to their true end, which say how far their word on effort is off.
    pub trials: &'a [Trial],
    /// What their sets are judged by, where it is known already: the log's ledger has it.
    pub judge: Option<&'a Judge>,
}

impl<'a> View<'a> {
    /// The view of a whole logbook; signs are added by whoever knows them.
    ///
    /// ```
    /// use legwork::domain::{calendar::Day, diagnosis::View, logbook::Logbook};
    /// let book = Logbook::default();
    /// let view = View::of(&book, Day::parse("2026-11-21").unwrap());
    /// assert_eq!((view.starts_on, view.flags.len()), (chrono::Weekday::Mon, 0));
    /// ```
    pub fn of(book: &'a Logbook, today: Day) -> Self {
        Self {
            today,
            starts_on: book.settings.week_start.unwrap_or(Weekday::Mon),
            profile: book.profile.as_ref(),
            safety: &book.safety,
            plans: &book.plans,
            log: &book.log,
            own: &book.exercises,
            body: &book.body,
            food: &book.food,
            diet: &book.diet,
            mornings: &book.body.mornings,
            flags: &[],
            trials: &book.trials,
            judge: None,
        }
    }

    /// What the sets are judged by: the same as the weeks, the columns and the sets behind them.
    pub(super) fn judge(&self) -> Cow<'a, Judge> {
        self.judge.map_or_else(|| Cow::Owned(Judge::of(self.log, self.trials)), Cow::Borrowed)
    }

    /// How many reps more than said are left in a pattern; none before it is calibrated.
    pub(super) fn bias(&self, pattern: Option<Pattern>) -> Option<f64> {
        calibration::bias(self.trials, pattern?, self.today).ok().map(|bias| bias.reps)
    }

    /// What is added to the stated effort of an exercise before a set's credit is taken (science H4).
    pub(super) fn added(&self, exercise: &ExerciseId) -> f64 {
        calibration::for_exercise(self.trials, exercise, self.today)
    }

    /// Whether any pattern is calibrated.
    pub(super) fn is_calibrated(&self) -> bool {
        self.trials.iter().any(|trial| self.bias(Some(trial.pattern)).is_some())
    }
}
