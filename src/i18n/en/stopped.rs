//! The words where a sign has ended training.

use crate::domain::safety::{Raised, RedFlag};
use crate::i18n::short_day;

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Stop training";
    pub const WAIT: &str = "Nothing starts here before a clinician has agreed. What you did is kept.";
    pub const AGREED: &str = "A clinician has agreed";
}
pub use plain::*;

/// What was reported, and when.
pub fn reported(raised: &Raised) -> String {
    format!("{} ({})", super::names::sign(raised.flag), short_day(raised.on))
}

/// What to do about it; no diagnosis.
pub const fn advice(sign: RedFlag) -> &'static str {
    match sign {
        RedFlag::ChestPain | RedFlag::Syncope | RedFlag::SuddenBreathlessness => {
            "Sit down and call the emergency number now, also if it passes. Do not drive yourself."
        }
        // Source: NIOSH (science E).
        RedFlag::DarkUrine | RedFlag::PainBeyondExpectation => {
            "Go to a clinician or an emergency department today and ask for a creatine kinase test. Drink, and do not train."
        }
        RedFlag::OneSidedCalf | RedFlag::CalfPainOrSwelling => {
            "See a clinician today: a clot has to be ruled out. Do not rub the calf. With chest pain or breathlessness, call the emergency number."
        }
        RedFlag::SaddleNumbness | RedFlag::FootDrop => {
            "Go to an emergency department now: nerves may be under pressure, and hours matter."
        }
        RedFlag::HotJointWithFever => "Go to a clinician or an emergency department today.",
        RedFlag::PopWithLostFunction | RedFlag::LockedKnee => {
            "Put no weight on it and have it looked at today or tomorrow."
        }
        RedFlag::Bleeding
        | RedFlag::BreathlessBeforeEffort
        | RedFlag::Dizziness
        | RedFlag::Weakness
        | RedFlag::FluidLoss => "Stop and call your midwife or clinician now.",
    }
}
