//! Who must not be shown a number, a plan or a maximal effort, by rule; never a diagnosis.

use super::calendar::Day;
use std::collections::BTreeSet;

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
    pub conditions: Option<BTreeSet<Condition>>,
    /// The day a clinician cleared the person to train, if one did.
    pub cleared_on: Option<Day>,
}
