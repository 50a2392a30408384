//! How much above maintenance a lifter eats, by rule; not whether a number may be shown.

use crate::domain::athlete::{Experience, Goal, Sex};

/// Above this body mass index maintenance only, and a clinician is named. Source: science E.
pub(super) const BMI_MAINTAIN: f64 = 40.0;
/// From this body mass index on the surplus is none, unless known fat is below its limit. Source: science E,
/// H9.
pub(super) const BMI_HIGH: f64 = 30.0;
/// Fat from which the surplus is none, percent, men and women; the limit itself counts. Source: science E,
/// H7 (row 4).
const FAT_HIGH: (f64, f64) = (25.0, 35.0);
/// Shares of maintenance: novice, intermediate, advanced. Source: science A2.
const SHARES: (f64, f64, f64) = (0.10, 0.075, 0.05);
/// Least and most, kcal. Source: science A2.
const BOUNDS: (f64, f64) = (150.0, 500.0);
/// The share that the least may not exceed. Source: science H7.
const LEAST_SHARE: f64 = 0.10;

/// Which rule set the surplus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SurplusRule {
    /// The share of the experience.
    Share,
    /// That share was below 150 kcal (10 % where that is less).
    Least,
    /// That share was above 500 kcal.
    Most,
    /// The goal is to stay.
    Stay,
    /// A body mass index above 40.
    VeryHighBmi,
    /// A body mass index of 30 or more, body fat unknown.
    HighBmi,
    /// Body fat of 25 % (men) or 35 % (women) or more.
    HighFat,
    /// Weight surely rises more than a percent a week.
    TooFast,
}

/// Who eats.
#[derive(Debug, Clone, Copy)]
pub struct Eater {
    /// Sex.
    pub sex: Sex,
    /// Experience.
    pub experience: Experience,
    /// Goal.
    pub goal: Goal,
    /// Body mass index.
    pub bmi: f64,
    /// Body fat in percent, if known.
    pub fat_percent: Option<f64>,
}

/// The surplus in kcal, and the rule that set it.
///
/// ```
/// use legwork::domain::athlete::{Experience, Goal, Sex};
/// use legwork::domain::nutrition::surplus::{Eater, SurplusRule, surplus};
/// let eater = Eater {
///     sex: Sex::Female, experience: Experience::Intermediate, goal: Goal::Gain, bmi: 22.2, fat_percent: Some(24.0),
/// };
/// assert_eq!(surplus(&eater, 1873.78), (150.0, SurplusRule::Least));
/// ```
pub fn surplus(eater: &Eater, maintenance: f64) -> (f64, SurplusRule) {
    if eater.goal == Goal::Maintain {
        return (0.0, SurplusRule::Stay);
    }
    if eater.bmi > BMI_MAINTAIN {
        return (0.0, SurplusRule::VeryHighBmi);
    }
    let limit = match eater.sex {
        Sex::Male => FAT_HIGH.0,
        Sex::Female => FAT_HIGH.1,
    };
    match eater.fat_percent {
        Some(fat) if fat >= limit => return (0.0, SurplusRule::HighFat),
        None if eater.bmi >= BMI_HIGH => return (0.0, SurplusRule::HighBmi),
        _ => {}
    }
    let share = maintenance
        * match eater.experience {
            Experience::Novice => SHARES.0,
            Experience::Intermediate => SHARES.1,
            Experience::Advanced => SHARES.2,
        };
    let least = BOUNDS.0.min(LEAST_SHARE * maintenance);
    if share < least {
        (least, SurplusRule::Least)
    } else if share > BOUNDS.1 {
        (BOUNDS.1, SurplusRule::Most)
    } else {
        (share, SurplusRule::Share)
    }
}
