//! Who must not be given a plan, a number or a maximal effort, by rule; food targets have their own gate on
//! top of this one.

use super::{Condition, RedFlag, SafetyAnswers};
use crate::domain::athlete::{AGE_ADULT, AGE_MIN};
use crate::domain::calendar::Day;
use crate::domain::plan::generate::PlanLimits;
use crate::domain::units::{Rir, Years};

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
    /// A clinician has to agree first, because these signs were reported.
    Stopped(Vec<RedFlag>),
}

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
/// Formulas for food end here. Source: science H9.
const AGE_FOOD_MAX: u8 = 78;

impl SafetyAnswers {
    /// The conditions for which a clinician has to agree first and has not.
    pub fn uncleared(&self, today: Day) -> Vec<Condition> {
        if self.is_cleared(today) {
            return Vec::new();
        }
        NEEDS_CLINICIAN.into_iter().filter(|condition| self.has(*condition)).collect()
    }

    /// The same for food numbers: kidney disease is added, because of protein (science E).
    pub fn uncleared_for_food(&self, today: Day) -> Vec<Condition> {
        let mut list = self.uncleared(today);
        if self.has(Condition::KidneyDisease) && !self.is_cleared(today) {
            list.push(Condition::KidneyDisease);
        }
        list
    }
}

/// Whether a plan may be made, and within what limits.
///
/// ```
/// use legwork::domain::{calendar::Day, safety::*, units::Years};
/// let today = Day::parse("2026-11-21").unwrap();
/// let adult = Years::try_new(30).unwrap();
/// assert_eq!(plan_gate(adult, &SafetyAnswers::default(), today), PlanGate::Unanswered);
/// let none = SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() };
/// assert!(matches!(plan_gate(adult, &none, today), PlanGate::Open(_)));
/// ```
pub fn plan_gate(age: Years, answers: &SafetyAnswers, today: Day) -> PlanGate {
    if age.get() < AGE_MIN {
        return PlanGate::TooYoung;
    }
    if answers.conditions.is_none() {
        return PlanGate::Unanswered;
    }
    let standing = answers.standing(today);
    if !standing.is_empty() {
        return PlanGate::Stopped(standing.iter().map(|raised| raised.flag).collect());
    }
    let uncleared = answers.uncleared(today);
    if !uncleared.is_empty() {
        return PlanGate::ClinicianFirst(uncleared);
    }
    let young = age.get() < AGE_ADULT;
    // A clearance allows training; progression stays off all the same (science E).
    let pregnant = answers.has(Condition::PregnantOrPostpartum);
    // Straining near failure raises pressure most (science H9).
    let held_back = young || pregnant || answers.has(Condition::TreatedHypertension);
    PlanGate::Open(PlanLimits {
        min_volume: young,
        rir_floor: if held_back { Rir::TWO } else { Rir::ZERO },
        no_progression: pregnant,
    })
}

/// What may be asked and shown beside a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The food log. Its targets have stricter rules of their own.
    pub food: bool,
    /// Body weight and girths: prompts, charts, imported values.
    pub body: bool,
    /// Estimated one-rep maxima.
    pub strength: bool,
    /// Sets to the last possible rep, calibration among them.
    pub maximal: bool,
    /// Streaks and comparisons with others.
    pub streaks: bool,
    /// Raises of load from one session to the next.
    pub progression: bool,
}

/// What may be asked and shown (science E, H9): number-free below eighteen and with an eating disorder, now
/// or before; nothing about the body before the questions are answered.
///
/// ```
/// use legwork::domain::{safety::{SafetyAnswers, shown}, units::Years};
/// let none = SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() };
/// let youth = shown(Years::saturating(15), &none);
/// assert!(!youth.food && !youth.strength && youth.progression);
/// ```
pub fn shown(age: Years, answers: &SafetyAnswers) -> Shown {
    let adult = age.get() >= AGE_ADULT;
    let numbers = adult && body_numbers_allowed(answers);
    let pregnant = answers.has(Condition::PregnantOrPostpartum);
    Shown {
        food: numbers && age.get() <= AGE_FOOD_MAX,
        body: numbers,
        strength: adult,
        maximal: adult && !pregnant && !answers.has(Condition::TreatedHypertension),
        streaks: body_numbers_allowed(answers),
        progression: !pregnant,
    }
}

/// Whether body weight may be asked for and shown (science E, H9: number-free mode); not before the
/// questions are answered.
pub fn body_numbers_allowed(answers: &SafetyAnswers) -> bool {
    answers.conditions.is_some() && !answers.has(Condition::EatingDisorder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(conditions: &[Condition], cleared_on: Option<Day>) -> SafetyAnswers {
        SafetyAnswers {
            conditions: Some(conditions.iter().copied().collect()),
            cleared_on,
            ..Default::default()
        }
    }

    fn today() -> Day {
        Day::parse("2026-11-21").unwrap()
    }

    fn gate(age: i64, conditions: &[Condition], cleared: bool) -> PlanGate {
        let answers = answers(conditions, cleared.then(today));
        plan_gate(Years::try_new(age).unwrap(), &answers, today())
    }

    #[test]
    fn the_young_are_held_back_and_children_refused() {
        assert_eq!(gate(12, &[], false), PlanGate::TooYoung);
        let held = PlanLimits { min_volume: true, rir_floor: Rir::TWO, ..PlanLimits::default() };
        assert_eq!(
            (gate(13, &[], false), gate(17, &[], false)),
            (PlanGate::Open(held), PlanGate::Open(held))
        );
        assert_eq!(gate(18, &[], false), PlanGate::Open(PlanLimits::default()));
    }

    #[test]
    fn the_old_may_train_without_limits() {
        assert_eq!(gate(90, &[], false), PlanGate::Open(PlanLimits::default()));
    }

    #[test]
    fn only_a_dated_clearance_lifts_a_flag() {
        for condition in NEEDS_CLINICIAN {
            assert_eq!(gate(40, &[condition], false), PlanGate::ClinicianFirst(vec![condition]));
            assert!(matches!(gate(40, &[condition], true), PlanGate::Open(_)));
        }
    }

    #[test]
    fn what_concerns_food_alone_leaves_the_plan_open() {
        let food = [Condition::KidneyDisease, Condition::FluidRestriction, Condition::EatingDisorder];
        assert_eq!(gate(40, &food, false), PlanGate::Open(PlanLimits::default()));
    }

    #[test]
    fn treated_pressure_keeps_two_reps_in_reserve() {
        let PlanGate::Open(limits) = gate(40, &[Condition::TreatedHypertension], false) else { panic!() };
        assert_eq!(limits.rir_floor, Rir::TWO);
    }

    #[test]
    fn pregnancy_trains_cleared_and_without_progression() {
        let pregnant = [Condition::PregnantOrPostpartum];
        assert_eq!(gate(30, &pregnant, false), PlanGate::ClinicianFirst(pregnant.to_vec()));
        let PlanGate::Open(limits) = gate(30, &pregnant, true) else { panic!() };
        assert!(limits.no_progression && limits.rir_floor == Rir::TWO);
        let seen = shown(Years::saturating(30), &answers(&pregnant, Some(today())));
        assert!(!seen.progression && !seen.maximal && seen.body);
    }

    #[test]
    fn a_reported_sign_closes_the_gate_until_a_clinician_has_agreed_to_training_again() {
        let age = Years::saturating(40);
        // A clearance of a condition is not one of what came after it.
        let mut reported = answers(&[Condition::Hernia], Some(today()));
        reported.raise(RedFlag::LockedKnee, today());
        reported.raise(RedFlag::LockedKnee, today().plus(1));
        assert_eq!(reported.raised.len(), 1, "it stands already");
        let late = today().plus(400);
        assert_eq!(plan_gate(age, &reported, late), PlanGate::Stopped(vec![RedFlag::LockedKnee]));
        reported.clear(late);
        assert!(matches!(plan_gate(age, &reported, late), PlanGate::Open(_)));
        reported.raise(RedFlag::LockedKnee, late.plus(1));
        assert_eq!(reported.standing(late.plus(1)).len(), 1);
        // A clearance that is older than the sign lifts nothing.
        if let Some(last) = reported.raised.last_mut() {
            last.cleared_on = Some(late);
        }
        assert_eq!(reported.standing(late.plus(9)).len(), 1);
        // It stands, so it is not reported twice, and a clearance that is of its time lifts it.
        reported.raise(RedFlag::LockedKnee, late.plus(9));
        assert_eq!(reported.raised.len(), 2);
        reported.clear(late.plus(9));
        assert!(reported.standing(late.plus(9)).is_empty());
    }

    #[test]
    fn a_clearance_dated_tomorrow_lifts_nothing_yet() {
        let early = answers(&[Condition::HeartDisease], Some(today().plus(1)));
        assert_eq!(early.uncleared(today()), [Condition::HeartDisease]);
    }

    #[test]
    fn a_condition_added_later_withdraws_the_clearance() {
        let mut known = answers(&[Condition::Hernia], Some(today()));
        known.set(Condition::Hernia, true);
        assert!(known.uncleared(today()).is_empty(), "nothing new was said");
        known.set(Condition::Aneurysm, true);
        assert_eq!(known.uncleared(today()), [Condition::Aneurysm, Condition::Hernia]);
    }

    #[test]
    fn number_free_hides_body_and_food_and_never_lifts() {
        let seen = shown(Years::saturating(30), &answers(&[Condition::EatingDisorder], Some(today())));
        assert!(!seen.food && !seen.body && !seen.streaks && seen.strength && seen.progression);
        let unsaid = shown(Years::saturating(30), &SafetyAnswers::default());
        assert!(!unsaid.food && !unsaid.body);
        let old = shown(Years::saturating(79), &answers(&[], None));
        assert!(!old.food && old.body);
    }
}
