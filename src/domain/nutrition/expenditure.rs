//! What a body burns at rest and in a day, by formula; what it should eat is the targets' work.

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

/// Resting energy by Mifflin-St Jeor, kcal a day. Source: Mifflin 1990 (science C).
///
/// ```
/// use legwork::domain::{athlete::Sex, nutrition::expenditure::{Body, mifflin}};
/// assert_eq!(mifflin(Body { sex: Sex::Male, kg: 80.0, cm: 180.0, age: 30.0 }), 1780.0);
/// ```
pub fn mifflin(body: Body) -> f64 {
    let sex = match body.sex {
        Sex::Male => 5.0,
        Sex::Female => -161.0,
    };
    10.0 * body.kg + 6.25 * body.cm - 5.0 * body.age + sex
}

/// Resting energy by the revised Harris-Benedict equation, kcal a day. Source: Roza 1984 (science C).
pub fn harris_benedict(body: Body) -> f64 {
    match body.sex {
        Sex::Male => 88.362 + 13.397 * body.kg + 4.799 * body.cm - 5.677 * body.age,
        Sex::Female => 447.593 + 9.247 * body.kg + 3.098 * body.cm - 4.330 * body.age,
    }
}

/// Resting energy from fat-free mass, kcal a day. Source: Katch-McArdle (science C).
pub fn katch_mcardle(fat_free_kg: f64) -> f64 {
    370.0 + 21.6 * fat_free_kg
}

/// Resting energy of athletes from fat-free mass, kcal a day. Source: Cunningham 1980 (science C).
pub fn cunningham(fat_free_kg: f64) -> f64 {
    500.0 + 22.0 * fat_free_kg
}

/// Kilograms of body without its fat.
pub fn fat_free(kg: f64, fat_percent: f64) -> f64 {
    kg * (1.0 - fat_percent / 100.0)
}

/// What a day's activity multiplies resting energy by; exercise is in it. Source: convention (science C).
pub const fn multiplier(activity: Activity) -> f64 {
    match activity {
        Activity::Sedentary => 1.2,
        Activity::Light => 1.375,
        Activity::Moderate => 1.55,
        Activity::High => 1.725,
        Activity::VeryHigh => 1.9,
    }
}
