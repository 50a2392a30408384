//! Days off that a person came back from with another plan: they asked nothing of anybody. It moves nothing.

use super::Plans;
use super::mesocycle::SHORT_BREAK_DAYS;
use crate::domain::calendar::Day;
use crate::domain::exercise::OwnExercises;
use crate::domain::training::{Session, TrainingLog};

/// The longest pause that is looked for before a plan, days: what is longer begins the log anew. Source: C.
const LONGEST: i64 = 84;

/// Days off, each time from its first to its last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Absences(Vec<(Day, Day)>);

impl Absences {
    /// Whether a day is one of them.
    ///
    /// ```
    /// use legwork::domain::{calendar::Day, plan::absence::Absences};
    /// assert!(!Absences::default().has(Day::EPOCH));
    /// ```
    pub fn has(&self, day: Day) -> bool {
        self.0.iter().any(|(from, to)| *from <= day && day <= *to)
    }
}

/// The days off before each plan that took the place of another, first and last: more than a week without leg
/// work. Coming back with another plan is how a holiday or an illness is marked.
///
/// ```
/// use legwork::domain::{exercise::OwnExercises, plan::{Plans, absence::absences}, training::TrainingLog};
/// let none = absences(&Plans::default(), &TrainingLog::default(), &OwnExercises::default());
/// assert_eq!(none, Default::default());
/// ```
pub fn absences(plans: &Plans, log: &TrainingLog, own: &OwnExercises) -> Absences {
    let legs = |session: &&Session| session.slot.is_some() || session.trains_legs(own);
    let mut found = Vec::new();
    for plan in &plans.list {
        let back = plan.created;
        if !plans.list.iter().any(|other| other.id != plan.id && other.starts < back) {
            continue;
        }
        let before = log.between(back.plus(-LONGEST), back.plus(-1)).filter(legs);
        let Some(last) = before.map(|session| session.day).max() else { continue };
        if back.days_since(last) >= SHORT_BREAK_DAYS {
            found.push((last.plus(1), back.plus(-1)));
        }
    }
    Absences(found)
}
