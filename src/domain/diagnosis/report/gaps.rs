//! The gaps of a log: what is missing from it for a surer verdict, and what in it could not be used.

use super::SetRef;
use crate::domain::anatomy::Muscle;
use crate::domain::calendar::{Day, Week};
use crate::domain::exercise::ExerciseId;

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
