//! The lighter loads that belong to a working load: the warm-up before it and the drops after it; it does
//! not know when they are done.

use super::holder::{Holder, Rounding};
use crate::domain::units::Kg;

/// The ramp of a session's first compound: percent of the working load and reps. Source: science D, "Warm-up".
const RAMP: [(u32, u8); 3] = [(40, 8), (60, 5), (80, 2)];
/// The one set before a later compound, or before isolation that opens a session. Source: science D; C.
const ONE: [(u32, u8); 1] = [(60, 5)];
/// What a drop takes off, per mille: least and most. Source: science A15 (s004), D.
pub const DROP_PER_MILLE: (u16, u16) = (200, 300);
/// The most drops after a set. Source: science A15: repeated once or twice.
pub const DROPS_MAX: u8 = 2;

/// One warm-up set; it never counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WarmUpSet {
    /// The load.
    pub load: Kg,
    /// The reps.
    pub reps: u8,
}

/// The warm-up to a working load in what can be loaded: three sets before the first compound of a session, one
/// before a later one, one before isolation only where it opens the session. What would repeat a load or
/// reach the working one is left out; body weight has none.
///
/// ```
/// use legwork::domain::{exercise::Item, settings::MassUnit, training::loading::*, units::Kg};
/// let gym = Inventory::usual(MassUnit::Kilograms);
/// let bar = gym.holder(Item::Barbell).unwrap();
/// let sets = |kg: f64| -> Vec<(f64, u8)> {
///     ramp(Kg::from_kg(kg).unwrap(), true, true, &bar).iter().map(|set| (set.load.kg(), set.reps)).collect()
/// };
/// assert_eq!(sets(100.0), [(40.0, 8), (60.0, 5), (80.0, 2)]);
/// assert_eq!(sets(30.0), [(20.0, 8), (25.0, 2)]); // the bar is not lifted twice
/// ```
pub fn ramp(working: Kg, compound: bool, first: bool, holder: &Holder<'_>) -> Vec<WarmUpSet> {
    let steps: &[(u32, u8)] = match (compound, first) {
        (true, true) => &RAMP,
        (true, false) | (false, true) => &ONE,
        (false, false) => &[],
    };
    let mut sets: Vec<WarmUpSet> = Vec::with_capacity(steps.len());
    for (percent, reps) in steps {
        let wish = Kg::saturating(i64::from(working.grams()) * i64::from(*percent) / 100);
        let Some(load) = holder.round(wish, Rounding::Nearest) else { continue };
        if load < working && sets.last().is_none_or(|last| last.load < load) {
            sets.push(WarmUpSet { load, reps: *reps });
        }
    }
    sets
}

/// The loads of the drops after a set, each a share below the one before and rounded down to what can be
/// loaded; it ends where nothing lighter can be.
///
/// ```
/// use legwork::domain::{training::loading::*, units::Kg};
/// let kg = |value: f64| Iron::kilograms(value).unwrap();
/// let means = Means::Even { least: kg(2.5), most: kg(200.0), step: kg(2.5) };
/// let stack = Holder { means, plates: &[], step: None };
/// let loads: Vec<f64> = drops(Kg::from_kg(100.0).unwrap(), 200, 2, &stack).iter().map(|load| load.kg()).collect();
/// assert_eq!(loads, [80.0, 62.5]);
/// ```
pub fn drops(from: Kg, per_mille: u16, times: u8, holder: &Holder<'_>) -> Vec<Kg> {
    let per_mille = per_mille.clamp(DROP_PER_MILLE.0, DROP_PER_MILLE.1);
    let mut loads = Vec::new();
    let mut last = from;
    for _ in 0..times.min(DROPS_MAX) {
        let wish = Kg::saturating(i64::from(last.grams()) * i64::from(1000 - per_mille) / 1000);
        match holder.round(wish, Rounding::Down) {
            Some(load) if load < last && load > Kg::ZERO => last = load,
            _ => break,
        }
        loads.push(last);
    }
    loads
}
