//! What a body burns at rest and in a day, by formula, in full precision; what it should eat is the targets'
//! work.

use crate::domain::athlete::{Activity, Sex};

/// The body a formula needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Body {
    /// Sex.
    pub sex: Sex,
    /// Kilograms.
    pub kg: f64,
    /// Centimetres.
    pub cm: f64,
    /// Years.
    pub age: f64,
}

/// A formula for resting energy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Formula {
    /// From sex, weight, height and age; the default (best within 10 %, Frankenfield 2005).
    #[default]
    Mifflin,
    /// From the same, as revised by Roza 1984.
    HarrisBenedict,
    /// From fat-free mass.
    KatchMcArdle,
    /// From fat-free mass, of athletes.
    Cunningham,
}

impl Formula {
    /// Every formula, the default first.
    pub const ALL: [Self; 4] = [Self::Mifflin, Self::HarrisBenedict, Self::KatchMcArdle, Self::Cunningham];
}

/// A formula that is linear in weight, height and age; kcal a day.
struct ByBody {
    base: f64,
    per_kg: f64,
    per_cm: f64,
    per_year: f64,
}

impl ByBody {
    fn of(&self, body: Body) -> f64 {
        self.base + self.per_kg * body.kg + self.per_cm * body.cm - self.per_year * body.age
    }
}

/// Source: science C, Mifflin 1990 (n = 498, 19-78 years).
const MIFFLIN_MALE: ByBody = ByBody { base: 5.0, per_kg: 10.0, per_cm: 6.25, per_year: 5.0 };
/// Source: science C, Mifflin 1990.
const MIFFLIN_FEMALE: ByBody = ByBody { base: -161.0, ..MIFFLIN_MALE };
/// Source: science C, Roza 1984.
const HARRIS_MALE: ByBody = ByBody { base: 88.362, per_kg: 13.397, per_cm: 4.799, per_year: 5.677 };
/// Source: science C, Roza 1984.
const HARRIS_FEMALE: ByBody = ByBody { base: 447.593, per_kg: 9.247, per_cm: 3.098, per_year: 4.330 };
/// Base and kcal per kg of fat-free mass. Source: science C, Katch-McArdle (= Cunningham 1991).
const KATCH: (f64, f64) = (370.0, 21.6);
/// Base and kcal per kg of fat-free mass. Source: science C, Cunningham 1980 (athletes: ten Haaf 2014).
const CUNNINGHAM: (f64, f64) = (500.0, 22.0);

/// What a formula is made of, kcal, to be shown as it is reckoned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Terms {
    /// Of weight, height and age; the years are taken off.
    Body {
        /// For each kilogram.
        per_kg: f64,
        /// For each centimetre.
        per_cm: f64,
        /// For each year.
        per_year: f64,
        /// Added to it, below nothing for women by Mifflin.
        base: f64,
    },
    /// Of fat-free mass.
    Lean {
        /// For each kilogram.
        per_kg: f64,
        /// Added to it.
        base: f64,
    },
}

/// The terms of a formula for a sex.
///
/// ```
/// use legwork::domain::{athlete::Sex, nutrition::expenditure::{Formula, Terms, terms}};
/// assert_eq!(terms(Formula::Cunningham, Sex::Male), Terms::Lean { per_kg: 22.0, base: 500.0 });
/// assert!(matches!(terms(Formula::Mifflin, Sex::Female), Terms::Body { base: -161.0, .. }));
/// ```
pub fn terms(formula: Formula, sex: Sex) -> Terms {
    let of = |all: ByBody| Terms::Body {
        per_kg: all.per_kg,
        per_cm: all.per_cm,
        per_year: all.per_year,
        base: all.base,
    };
    match (formula, sex) {
        (Formula::Mifflin, Sex::Male) => of(MIFFLIN_MALE),
        (Formula::Mifflin, Sex::Female) => of(MIFFLIN_FEMALE),
        (Formula::HarrisBenedict, Sex::Male) => of(HARRIS_MALE),
        (Formula::HarrisBenedict, Sex::Female) => of(HARRIS_FEMALE),
        (Formula::KatchMcArdle, _) => Terms::Lean { per_kg: KATCH.1, base: KATCH.0 },
        (Formula::Cunningham, _) => Terms::Lean { per_kg: CUNNINGHAM.1, base: CUNNINGHAM.0 },
    }
}

/// Resting energy by Mifflin-St Jeor, kcal a day.
///
/// ```
/// use legwork::domain::{athlete::Sex, nutrition::expenditure::{Body, mifflin}};
/// assert_eq!(mifflin(Body { sex: Sex::Male, kg: 80.0, cm: 180.0, age: 30.0 }), 1780.0);
/// ```
pub fn mifflin(body: Body) -> f64 {
    match body.sex {
        Sex::Male => MIFFLIN_MALE.of(body),
        Sex::Female => MIFFLIN_FEMALE.of(body),
    }
}

/// Resting energy by the revised Harris-Benedict equation, kcal a day.
///
/// ```
/// use legwork::domain::{athlete::Sex, nutrition::expenditure::{Body, harris_benedict}};
/// let kcal = harris_benedict(Body { sex: Sex::Male, kg: 80.0, cm: 180.0, age: 30.0 });
/// assert!((kcal - 1853.632).abs() < 1e-9);
/// ```
pub fn harris_benedict(body: Body) -> f64 {
    match body.sex {
        Sex::Male => HARRIS_MALE.of(body),
        Sex::Female => HARRIS_FEMALE.of(body),
    }
}

/// Resting energy from fat-free mass by Katch-McArdle, kcal a day.
///
/// ```
/// assert!((legwork::domain::nutrition::expenditure::katch_mcardle(68.0) - 1838.8).abs() < 1e-9);
/// ```
pub fn katch_mcardle(fat_free_kg: f64) -> f64 {
    KATCH.0 + KATCH.1 * fat_free_kg
}

/// Resting energy of athletes from fat-free mass by Cunningham, kcal a day.
///
/// ```
/// assert_eq!(legwork::domain::nutrition::expenditure::cunningham(68.0), 1996.0);
/// ```
pub fn cunningham(fat_free_kg: f64) -> f64 {
    CUNNINGHAM.0 + CUNNINGHAM.1 * fat_free_kg
}

/// Resting energy by any formula, kcal a day; `None` where it needs a body fat that is not known.
///
/// ```
/// use legwork::domain::{athlete::Sex, nutrition::expenditure::{Body, Formula, resting}};
/// let body = Body { sex: Sex::Male, kg: 80.0, cm: 180.0, age: 30.0 };
/// assert_eq!(resting(Formula::Cunningham, body, Some(15.0)), Some(1996.0));
/// assert_eq!(resting(Formula::Cunningham, body, None), None);
/// ```
pub fn resting(formula: Formula, body: Body, fat_percent: Option<f64>) -> Option<f64> {
    let lean = fat_percent.map(|fat| fat_free(body.kg, fat));
    match formula {
        Formula::Mifflin => Some(mifflin(body)),
        Formula::HarrisBenedict => Some(harris_benedict(body)),
        Formula::KatchMcArdle => lean.map(katch_mcardle),
        Formula::Cunningham => lean.map(cunningham),
    }
}

/// Body fat that can be entered, percent. Source: science E.
pub const FAT_PERCENT: (f64, f64) = (4.0, 60.0);
/// Fat-free mass that people have, kg per square metre of height: outside it weight, height and body fat
/// contradict each other. Source: C (Schutz 2002 finds 14.6-19.8 between the middle ranges of both sexes; Kouri
/// 1995 up to 25 without drugs; recalled, texts not read).
const FAT_FREE_INDEX: (f64, f64) = (11.0, 30.0);

/// Why a formula gives no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoFormula {
    /// It needs body fat, which is not known.
    #[error("needs body fat")]
    NeedsBodyFat,
    /// Body fat is outside 4-60 %.
    #[error("body fat outside 4-60 %")]
    OutsideRange,
    /// Weight, height and body fat cannot all be right.
    #[error("body fat contradicts weight and height")]
    Contradiction,
}

/// What is wrong with a body fat, if anything is.
///
/// ```
/// use legwork::domain::{athlete::Sex, nutrition::expenditure::{Body, NoFormula, fat_problem}};
/// let body = Body { sex: Sex::Male, kg: 80.0, cm: 180.0, age: 30.0 };
/// assert_eq!(fat_problem(body, 15.0), None);
/// assert_eq!(fat_problem(body, 60.0), Some(NoFormula::Contradiction)); // 32 kg without fat
/// assert_eq!(fat_problem(body, 61.0), Some(NoFormula::OutsideRange));
/// ```
pub fn fat_problem(body: Body, fat_percent: f64) -> Option<NoFormula> {
    let metres = body.cm / 100.0;
    let index = fat_free(body.kg, fat_percent) / (metres * metres);
    if !(FAT_PERCENT.0..=FAT_PERCENT.1).contains(&fat_percent) {
        Some(NoFormula::OutsideRange)
    } else if !(FAT_FREE_INDEX.0..=FAT_FREE_INDEX.1).contains(&index) {
        Some(NoFormula::Contradiction)
    } else {
        None
    }
}

/// Resting energy by a formula, kcal a day, or why there is none.
///
/// # Errors
/// [`NoFormula`]: only Katch-McArdle and Cunningham need a body fat, and one that can be.
///
/// ```
/// use legwork::domain::{athlete::Sex, nutrition::expenditure::{Body, Formula, NoFormula, by}};
/// let body = Body { sex: Sex::Male, kg: 80.0, cm: 180.0, age: 30.0 };
/// assert_eq!(by(Formula::Cunningham, body, Some(15.0)), Ok(1996.0));
/// assert_eq!(by(Formula::KatchMcArdle, body, Some(60.0)), Err(NoFormula::Contradiction));
/// ```
pub fn by(formula: Formula, body: Body, fat_percent: Option<f64>) -> Result<f64, NoFormula> {
    if matches!(formula, Formula::KatchMcArdle | Formula::Cunningham) {
        let fat = fat_percent.ok_or(NoFormula::NeedsBodyFat)?;
        fat_problem(body, fat).map_or(Ok(()), Err)?;
    }
    resting(formula, body, fat_percent).ok_or(NoFormula::NeedsBodyFat)
}

/// Every formula side by side, the default first.
///
/// ```
/// use legwork::domain::{athlete::Sex, nutrition::expenditure::*};
/// let body = Body { sex: Sex::Male, kg: 80.0, cm: 180.0, age: 30.0 };
/// let rows = table(body, None);
/// assert_eq!(rows[0], (Formula::Mifflin, Ok(1780.0)));
/// assert_eq!(rows[3], (Formula::Cunningham, Err(NoFormula::NeedsBodyFat)));
/// ```
pub fn table(body: Body, fat_percent: Option<f64>) -> [(Formula, Result<f64, NoFormula>); 4] {
    Formula::ALL.map(|formula| (formula, by(formula, body, fat_percent)))
}

/// Kilograms of body without its fat.
///
/// ```
/// assert_eq!(legwork::domain::nutrition::expenditure::fat_free(80.0, 15.0), 68.0);
/// ```
pub fn fat_free(kg: f64, fat_percent: f64) -> f64 {
    kg * (1.0 - fat_percent / 100.0)
}

/// What a day's activity multiplies resting energy by; exercise is in it already. Source: convention, its
/// origin unverified (science C).
pub const fn multiplier(activity: Activity) -> f64 {
    match activity {
        Activity::Sedentary => 1.2,
        Activity::Light => 1.375,
        Activity::Moderate => 1.55,
        Activity::High => 1.725,
        Activity::VeryHigh => 1.9,
    }
}
