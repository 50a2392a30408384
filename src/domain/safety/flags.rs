//! The signs that stop training at once, as a list, and those that a person has reported; it asks nobody and
//! knows no cause.

use super::{Condition, SafetyAnswers};
use crate::domain::calendar::Day;

/// A sign that stops training and sends to a clinician (science E, H9). Only a dated clearance lifts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RedFlag {
    /// Chest pain.
    ChestPain,
    /// Fainting.
    Syncope,
    /// Sudden breathlessness.
    SuddenBreathlessness,
    /// Dark urine: an urgent creatine kinase test (NIOSH).
    DarkUrine,
    /// Muscle pain beyond what such training explains: the same test.
    PainBeyondExpectation,
    /// One calf swollen or hot.
    OneSidedCalf,
    /// A pop, and a function lost.
    PopWithLostFunction,
    /// A knee that locks.
    LockedKnee,
    /// Numbness where one sits, or a changed bladder.
    SaddleNumbness,
    /// A foot that drops.
    FootDrop,
    /// A hot joint with fever.
    HotJointWithFever,
    /// Bleeding in pregnancy.
    Bleeding,
    /// Breathless before the effort, in pregnancy.
    BreathlessBeforeEffort,
    /// Dizziness in pregnancy.
    Dizziness,
    /// Pain or swelling of a calf in pregnancy.
    CalfPainOrSwelling,
    /// Muscle weakness in pregnancy.
    Weakness,
    /// Loss of fluid in pregnancy.
    FluidLoss,
}

impl RedFlag {
    /// What everybody is asked, the most urgent first. Source: science E "Red flags", H9 "Flags add".
    pub const EVERYBODY: [Self; 11] = [
        Self::ChestPain,
        Self::Syncope,
        Self::SuddenBreathlessness,
        Self::DarkUrine,
        Self::PainBeyondExpectation,
        Self::OneSidedCalf,
        Self::PopWithLostFunction,
        Self::LockedKnee,
        Self::SaddleNumbness,
        Self::FootDrop,
        Self::HotJointWithFever,
    ];
    /// What is asked besides in pregnancy and after birth. Source: ACOG 2020 (science E).
    pub const PREGNANCY: [Self; 6] = [
        Self::Bleeding,
        Self::BreathlessBeforeEffort,
        Self::Dizziness,
        Self::CalfPainOrSwelling,
        Self::Weakness,
        Self::FluidLoss,
    ];

    /// The signs this person is asked about.
    ///
    /// ```
    /// use legwork::domain::safety::{Condition, RedFlag, SafetyAnswers};
    /// let mut answers = SafetyAnswers::default();
    /// assert_eq!(RedFlag::asked(&answers).len(), 11);
    /// answers.set(Condition::PregnantOrPostpartum, true);
    /// assert!(RedFlag::asked(&answers).contains(&RedFlag::Bleeding));
    /// ```
    pub fn asked(answers: &SafetyAnswers) -> Vec<Self> {
        let mut list = Self::EVERYBODY.to_vec();
        if answers.has(Condition::PregnantOrPostpartum) {
            list.extend(Self::PREGNANCY);
        }
        list
    }
}

/// A sign that a person has reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raised {
    /// The sign.
    pub flag: RedFlag,
    /// The day it was reported.
    pub on: Day,
    /// The day a clinician agreed to training again, if one did.
    pub cleared_on: Option<Day>,
}

impl SafetyAnswers {
    /// Reports a sign. One that stands already keeps its day; a clearance that did not lift it is void.
    pub fn raise(&mut self, flag: RedFlag, on: Day) {
        match self.raised.iter_mut().find(|raised| raised.flag == flag && !raised.is_lifted(on)) {
            Some(standing) => standing.cleared_on = None,
            None => self.raised.push(Raised { flag, on, cleared_on: None }),
        }
    }

    /// The signs that hold back all training: reported, and not cleared by a clinician by this day. Time alone
    /// lifts none. Source: science H9 "Only a dated clinician clearance lifts flags".
    ///
    /// ```
    /// use legwork::domain::{calendar::Day, safety::{RedFlag, SafetyAnswers}};
    /// let today = Day::parse("2026-11-21").unwrap();
    /// let mut answers = SafetyAnswers::default();
    /// answers.raise(RedFlag::ChestPain, today);
    /// assert_eq!(answers.standing(today.plus(30)), answers.raised);
    /// answers.clear(today.plus(2));
    /// assert_eq!(answers.standing(today.plus(1)), answers.raised);
    /// assert!(answers.standing(today.plus(2)).is_empty());
    /// ```
    pub fn standing(&self, today: Day) -> Vec<Raised> {
        self.raised.iter().filter(|raised| !raised.is_lifted(today)).copied().collect()
    }

    /// A clinician has agreed to training again, on this day, whatever was reported: every sign that stands on
    /// it is lifted. One that is dated ahead was reported with a wrong clock, so it gets this day, else nothing
    /// could lift it before its own.
    ///
    /// ```
    /// use legwork::domain::{calendar::Day, safety::{RedFlag, SafetyAnswers}};
    /// let (wrong, right) = (Day::parse("2036-11-22").unwrap(), Day::parse("2026-11-22").unwrap());
    /// let mut answers = SafetyAnswers::default();
    /// answers.raise(RedFlag::ChestPain, wrong);
    /// assert_eq!(answers.standing(right).len(), 1);
    /// answers.clear(right);
    /// assert!(answers.standing(right).is_empty());
    /// ```
    pub fn clear(&mut self, day: Day) {
        for raised in self.raised.iter_mut().filter(|raised| !raised.is_lifted(day)) {
            raised.on = raised.on.min(day);
            raised.cleared_on = Some(day);
        }
    }
}

impl Raised {
    fn is_lifted(&self, today: Day) -> bool {
        self.cleared_on.is_some_and(|day| self.on <= day && day <= today)
    }
}
