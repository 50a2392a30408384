//! What a person answered about their health, in fixed words; never a diagnosis. What follows from it stands
//! in `gate` (plans, what may be shown), `flags` (when to stop) and `pain`.

mod flags;
mod gate;
mod pain;

pub use flags::{Raised, RedFlag};
pub use gate::{PlanGate, Shown, body_numbers_allowed, plan_gate, shown};
pub use pain::{Pain, PainAdvice, PainScore, pain_advice};

use super::calendar::Day;
use crate::domain::ordered::OrderedSet;

/// A condition that closes a gate (science E, H9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Condition {
    PregnantOrPostpartum,
    EatingDisorder,
    HeartDisease,
    UncontrolledPressure,
    TreatedHypertension,
    RecentSurgeryFractureOrClot,
    NeurologicalDeficit,
    KidneyDisease,
    InsulinTreatment,
    Aneurysm,
    Hernia,
    EyeDisease,
    OsteoporoticFracture,
    Anticoagulants,
    FluidRestriction,
}

impl Condition {
    /// Every condition, in the order they are asked.
    pub const ALL: [Self; 15] = [
        Self::PregnantOrPostpartum,
        Self::EatingDisorder,
        Self::HeartDisease,
        Self::UncontrolledPressure,
        Self::TreatedHypertension,
        Self::RecentSurgeryFractureOrClot,
        Self::NeurologicalDeficit,
        Self::KidneyDisease,
        Self::InsulinTreatment,
        Self::Aneurysm,
        Self::Hernia,
        Self::EyeDisease,
        Self::OsteoporoticFracture,
        Self::Anticoagulants,
        Self::FluidRestriction,
    ];
}

/// A person's answers to the safety questions. Nothing is ever assumed: unanswered is its own state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SafetyAnswers {
    /// The conditions that apply; `None` until the person has answered, empty for "none of these".
    pub conditions: Option<OrderedSet<Condition>>,
    /// The day a clinician cleared the person to train, if one did.
    pub cleared_on: Option<Day>,
    /// The signs that ended a session, the newest last.
    pub raised: Vec<Raised>,
}

impl SafetyAnswers {
    /// Whether a condition was said to apply.
    pub fn has(&self, condition: Condition) -> bool {
        self.conditions.as_ref().is_some_and(|list| list.contains(&condition))
    }

    /// Whether a clinician has cleared the person by this day.
    pub fn is_cleared(&self, today: Day) -> bool {
        self.cleared_on.is_some_and(|day| day <= today)
    }

    /// Says that a condition applies, or no longer does. A new one withdraws the clearance: no clinician can
    /// have agreed to what was not known. Without any condition left the question is open again: "none of
    /// these" has to be said.
    ///
    /// ```
    /// use legwork::domain::{calendar::Day, safety::{Condition, SafetyAnswers}};
    /// let mut answers = SafetyAnswers { cleared_on: Some(Day::EPOCH), ..Default::default() };
    /// answers.set(Condition::Hernia, true);
    /// assert_eq!(answers.cleared_on, None);
    /// answers.set(Condition::Hernia, false);
    /// assert_eq!(answers.conditions, None);
    /// ```
    pub fn set(&mut self, condition: Condition, applies: bool) {
        let mut list = self.conditions.take().unwrap_or_default();
        if applies {
            if list.insert(condition) {
                self.cleared_on = None;
            }
        } else {
            list.remove(&condition);
        }
        self.conditions = (!list.is_empty()).then_some(list);
    }

    /// Says "none of these", or takes that back.
    ///
    /// ```
    /// use legwork::domain::safety::SafetyAnswers;
    /// let mut answers = SafetyAnswers::default();
    /// answers.set_none(true);
    /// assert_eq!(answers.conditions, Some(Default::default()));
    /// ```
    pub fn set_none(&mut self, said: bool) {
        self.conditions = said.then(OrderedSet::new);
        self.cleared_on = None;
    }
}
