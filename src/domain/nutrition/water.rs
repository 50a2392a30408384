//! How much to drink a day; a fluid restriction is the targets' concern.

use crate::domain::athlete::Sex;

/// Adequate intake of water from everything, litres a day, women and men. Source: EFSA 2010 (science C).
const ADEQUATE_L: (f64, f64) = (2.0, 2.5);
/// The share of it that is drunk. Source: EFSA 2010 (science C).
const DRUNK: f64 = 0.8;
/// Litres to drink for each kg that a session took. Source: science C (recalled, text not read).
const PER_KG_LOST: f64 = 1.5;

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
