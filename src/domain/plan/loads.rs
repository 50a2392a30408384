//! The loads a person can really set up: even steps, plates on a bar, a stack, a row of dumbbells; not which
//! of them is right today.

use crate::domain::exercise::{Axial, Exercise};
use crate::domain::ordered::sort_by_key;
use crate::domain::units::Kg;

/// The most different loads that are kept of a set of plates.
const LOADS_MAX: usize = 2_000;
/// The usual step of free weights, grams. Source: science D, "Double progression" (2.5-5 kg).
const STEP: u32 = 2_500;
/// The usual step where both legs push a machine, grams. Source: science D, "Double progression".
const MACHINE_STEP: u32 = 5_000;

/// The loads there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnedLoads {
    /// Any number of even steps from the last load on.
    Steps(Kg),
    /// These and no others, ascending.
    Listed(Vec<Kg>),
}

impl OwnedLoads {
    /// What is usual for an exercise where nothing is known: 2.5 kg, 5 kg where both legs push a sledge.
    pub fn usual(row: Option<&Exercise>) -> Self {
        let machine = row.is_some_and(|r| r.compound && r.axial == Axial::Low && !r.unilateral);
        Self::Steps(Kg::saturating(i64::from(if machine { MACHINE_STEP } else { STEP })))
    }

    /// These loads; the usual step where there are none.
    pub fn listed(mut loads: Vec<Kg>) -> Self {
        sort_by_key(&mut loads, |load| *load);
        loads.dedup();
        loads.truncate(LOADS_MAX);
        if loads.is_empty() { Self::usual(None) } else { Self::Listed(loads) }
    }

    /// A stack: the first plate, the step to the next, and how many there are.
    ///
    /// ```
    /// use legwork::domain::{plan::loads::OwnedLoads, units::Kg};
    /// let kg = |kg| Kg::from_kg(kg).unwrap();
    /// let stack = OwnedLoads::stack(kg(5.0), kg(7.0), 10);
    /// assert_eq!((stack.above(kg(12.0)), stack.at_most(kg(18.0))), (Some(kg(19.0)), kg(12.0)));
    /// ```
    pub fn stack(first: Kg, step: Kg, count: u16) -> Self {
        let load = |n: u16| i64::from(first.grams()) + i64::from(step.grams()) * i64::from(n);
        Self::listed((0..count).map(|n| Kg::saturating(load(n))).collect())
    }

    /// Everything that a bar and pairs of plates make up.
    ///
    /// ```
    /// use legwork::domain::{plan::loads::OwnedLoads, units::Kg};
    /// let kg = |kg| Kg::from_kg(kg).unwrap();
    /// // A bar, one pair of 25 kg and two of 15 kg.
    /// let rack = OwnedLoads::plates(kg(20.0), &[(kg(25.0), 1), (kg(15.0), 2)]);
    /// assert_eq!(rack.at_most(kg(81.0)), kg(80.0)); // 15 + 15 a side
    /// assert_eq!(rack.above(kg(100.0)), Some(kg(130.0)));
    /// ```
    pub fn plates(bar: Kg, pairs: &[(Kg, u8)]) -> Self {
        let mut loads = vec![bar];
        for (plate, count) in pairs {
            for _ in 0..(*count).min(20) {
                let more: Vec<Kg> = loads
                    .iter()
                    .map(|load| i64::from(load.grams()) + 2 * i64::from(plate.grams()))
                    .filter(|grams| *grams <= i64::from(Kg::MAX.grams()))
                    .map(Kg::saturating)
                    .collect();
                loads.extend(more);
                sort_by_key(&mut loads, |load| *load);
                loads.dedup();
                loads.truncate(LOADS_MAX);
            }
        }
        Self::listed(loads)
    }

    /// The next load up; none at the top of what there is.
    pub fn above(&self, load: Kg) -> Option<Kg> {
        match self {
            Self::Steps(step) => {
                let next = Kg::saturating(i64::from(load.grams()) + i64::from(step.grams()));
                (next > load).then_some(next)
            }
            Self::Listed(loads) => loads.iter().copied().find(|known| *known > load),
        }
    }

    /// The greatest load that is not above this one; the least there is where all are.
    pub fn at_most(&self, load: Kg) -> Kg {
        match self {
            Self::Steps(step) => Kg::saturating(i64::from(load.grams() - load.grams() % step.grams().max(1))),
            Self::Listed(loads) => {
                let below = loads.iter().rev().copied().find(|known| *known <= load);
                below.or(loads.first().copied()).unwrap_or(load)
            }
        }
    }

    /// The nearest load; halfway goes up (science C).
    ///
    /// ```
    /// use legwork::domain::{plan::loads::OwnedLoads, units::Kg};
    /// let kg = |kg| Kg::from_kg(kg).unwrap();
    /// let steps = OwnedLoads::Steps(kg(2.5));
    /// assert_eq!((steps.nearest(kg(101.25)), steps.at_most(kg(73.9))), (kg(102.5), kg(72.5)));
    /// ```
    pub fn nearest(&self, load: Kg) -> Kg {
        let below = self.at_most(load);
        match self.above(below) {
            Some(above) if above.grams().abs_diff(load.grams()) <= load.grams().abs_diff(below.grams()) => {
                above
            }
            _ => below,
        }
    }
}
