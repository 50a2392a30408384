//! Who must not be shown a number, a plan or a maximal effort, by rule; never a diagnosis.

use super::calendar::Day;
use super::plan::generate::PlanLimits;
use super::units::{Rir, Years};
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

/// Whether a plan may be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanGate {
    /// Yes, within these limits.
    Open(PlanLimits),
    /// Not before the safety questions are answered.
    Unanswered,
    /// Under thirteen (science H9).
    TooYoung,
    /// A clinician has to agree first, because of these.
    ClinicianFirst(Vec<Condition>),
}

/// Below this age nothing is planned. Source: science H9.
const AGE_REFUSED: u8 = 13;
/// Below this age volume is the least and effort is held back. Source: science E, H9.
const AGE_HELD_BACK: u8 = 18;

/// The conditions that need a clinician before training (science E "Gate", "Pregnancy"; H9 "Gate adds").
/// Kidney disease concerns protein, a fluid restriction water, an eating disorder food: not the plan.
const NEEDS_CLINICIAN: [Condition; 11] = [
    Condition::PregnantOrPostpartum,
    Condition::HeartDisease,
    Condition::UncontrolledPressure,
    Condition::RecentSurgeryFractureOrClot,
    Condition::NeurologicalDeficit,
    Condition::InsulinTreatment,
    Condition::Aneurysm,
    Condition::Hernia,
    Condition::EyeDisease,
    Condition::OsteoporoticFracture,
    Condition::Anticoagulants,
];

impl SafetyAnswers {
    /// Whether a condition was said to apply.
    pub fn has(&self, condition: Condition) -> bool {
        self.conditions.as_ref().is_some_and(|list| list.contains(&condition))
    }

    /// Whether a clinician has cleared the person by this day.
    pub fn is_cleared(&self, today: Day) -> bool {
        self.cleared_on.is_some_and(|day| day <= today)
    }

    /// The conditions for which a clinician has to agree first and has not.
    pub fn uncleared(&self, today: Day) -> Vec<Condition> {
        if self.is_cleared(today) {
            return Vec::new();
        }
        NEEDS_CLINICIAN.into_iter().filter(|condition| self.has(*condition)).collect()
    }
}

/// Whether a plan may be made, and within what limits.
///
/// ```
/// use legwork::domain::{calendar::Day, safety::*, units::Years};
/// let today = Day::parse("2026-11-21").unwrap();
/// let adult = Years::try_new(30).unwrap();
/// assert_eq!(plan_gate(adult, &SafetyAnswers::default(), today), PlanGate::Unanswered);
/// let none = SafetyAnswers { conditions: Some(Default::default()), cleared_on: None };
/// assert!(matches!(plan_gate(adult, &none, today), PlanGate::Open(_)));
/// ```
pub fn plan_gate(age: Years, answers: &SafetyAnswers, today: Day) -> PlanGate {
    if age.get() < AGE_REFUSED {
        return PlanGate::TooYoung;
    }
    if answers.conditions.is_none() {
        return PlanGate::Unanswered;
    }
    let uncleared = answers.uncleared(today);
    if !uncleared.is_empty() {
        return PlanGate::ClinicianFirst(uncleared);
    }
    let young = age.get() < AGE_HELD_BACK;
    // Straining near failure raises pressure most (science H9).
    let held_back = young || answers.has(Condition::TreatedHypertension);
    PlanGate::Open(PlanLimits {
        min_volume: young,
        rir_floor: if held_back { Rir::TWO } else { Rir::ZERO },
    })
}

/// Whether body weight may be asked for and shown (science E, H9: number-free mode).
pub fn body_numbers_allowed(answers: &SafetyAnswers) -> bool {
    !answers.has(Condition::EatingDisorder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate(age: i64, conditions: &[Condition], cleared: bool) -> PlanGate {
        let today = Day::parse("2026-11-21").unwrap();
        let answers = SafetyAnswers {
            conditions: Some(conditions.iter().copied().collect()),
            cleared_on: cleared.then_some(today),
        };
        plan_gate(Years::try_new(age).unwrap(), &answers, today)
    }

    #[test]
    fn the_young_are_held_back_and_children_refused() {
        assert_eq!(gate(12, &[], false), PlanGate::TooYoung);
        assert_eq!(gate(13, &[], false), PlanGate::Open(PlanLimits { min_volume: true, rir_floor: Rir::TWO }));
        assert_eq!(gate(18, &[], false), PlanGate::Open(PlanLimits::default()));
    }

    #[test]
    fn only_a_dated_clearance_lifts_a_flag() {
        for condition in NEEDS_CLINICIAN {
            assert_eq!(gate(40, &[condition], false), PlanGate::ClinicianFirst(vec![condition]));
            assert!(matches!(gate(40, &[condition], true), PlanGate::Open(_)));
        }
    }

    #[test]
    fn treated_pressure_keeps_two_reps_in_reserve() {
        let PlanGate::Open(limits) = gate(40, &[Condition::TreatedHypertension], false) else { panic!() };
        assert_eq!(limits.rir_floor, Rir::TWO);
    }

    #[test]
    fn a_clearance_dated_tomorrow_lifts_nothing_yet() {
        let today = Day::parse("2026-11-21").unwrap();
        let answers = SafetyAnswers {
            conditions: Some([Condition::HeartDisease].into()),
            cleared_on: Some(today.plus(1)),
        };
        assert!(!answers.uncleared(today).is_empty());
    }
}
