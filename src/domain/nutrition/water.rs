//! How much to drink a day; a fluid restriction is the targets' concern.

use crate::domain::athlete::Sex;
use crate::domain::units::Kg;

/// Adequate intake of water from everything, litres a day, women and men. Source: EFSA 2010 (science C).
const ADEQUATE_L: (f64, f64) = (2.0, 2.5);
/// The share of it that is drunk. Source: EFSA 2010 (science C).
const DRUNK: f64 = 0.8;
/// Litres to drink for each kg that a session took. Source: science C (recalled, text not read).
const PER_KG_LOST: f64 = 1.5;

/// Water in the hours before a session, ml per kg. Source: science C (recalled, text not read).
const BEFORE_ML_PER_KG: (f64, f64) = (5.0, 7.0);
/// A loss beyond this share of body weight is much, percent. Source: science C (recalled, text not read).
const LOSS_MUCH_PERCENT: f64 = 2.0;
/// No session takes more than this, percent of body weight: a scale or a typing error. Source: C.
const LOSS_MAX_PERCENT: f64 = 8.0;
/// Kidneys pass no more than this, litres an hour. Source: science C (EFSA 2010: 0.7-1.0).
const LITRES_AN_HOUR: f64 = 1.0;

/// What a session took in water.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sweat {
    /// Weight lost, kg: what was drunk meanwhile is in it. Never negative.
    pub lost_kg: f64,
    /// The same as a share of body weight, percent.
    pub percent: f64,
    /// Whether that is much.
    pub much: bool,
    /// Litres to drink back.
    pub drink: f64,
    /// Hours over which to drink it back at the least.
    pub hours: f64,
}

/// What a session took, from the weight before and after and what was drunk; none where a weight or a drink
/// cannot be.
///
/// ```
/// use legwork::domain::{nutrition::water::sweat, units::Kg};
/// let kg = |value: f64| Kg::from_kg(value).unwrap();
/// let got = sweat(kg(68.0), kg(66.9), 0.5).unwrap();
/// assert!((got.lost_kg - 1.6).abs() < 1e-9 && (got.drink - 2.4).abs() < 1e-9 && got.much && (got.percent - 2.353).abs() < 1e-3);
/// assert_eq!(sweat(kg(68.0), kg(68.4), 0.2).map(|got| got.lost_kg), Some(0.0)); // a drink, no sweat
/// assert!(sweat(kg(68.0), kg(58.0), 0.0).is_none() && sweat(kg(68.0), kg(68.0), f64::NAN).is_none());
/// ```
pub fn sweat(before: Kg, after: Kg, drunk_litres: f64) -> Option<Sweat> {
    let all = before.kg();
    let lost_kg = (all - after.kg() + drunk_litres).max(0.0);
    let percent = lost_kg / all * 100.0;
    let sane = drunk_litres >= 0.0 && percent.is_finite() && percent <= LOSS_MAX_PERCENT;
    let drink = PER_KG_LOST * lost_kg;
    let much = percent > LOSS_MUCH_PERCENT;
    sane.then_some(Sweat { lost_kg, percent, much, drink, hours: drink / LITRES_AN_HOUR })
}

/// Millilitres to drink in the hours before a session: from and to.
///
/// ```
/// assert_eq!(legwork::domain::nutrition::water::before_session(80.0), (400.0, 560.0));
/// ```
pub fn before_session(kg: f64) -> (f64, f64) {
    (BEFORE_ML_PER_KG.0 * kg, BEFORE_ML_PER_KG.1 * kg)
}

/// Litres to drink in a day; `lost_kg` is the weight a session took, where it was measured.
///
/// ```
/// use legwork::domain::{athlete::Sex, nutrition::water::drink_litres};
/// assert_eq!(drink_litres(Sex::Male, 0.0), 2.0);
/// assert!((drink_litres(Sex::Male, 0.8) - 3.2).abs() < 1e-9);
/// ```
pub fn drink_litres(sex: Sex, lost_kg: f64) -> f64 {
    let adequate = match sex {
        Sex::Female => ADEQUATE_L.0,
        Sex::Male => ADEQUATE_L.1,
    };
    DRUNK * adequate + PER_KG_LOST * lost_kg
}
