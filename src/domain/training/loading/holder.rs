//! A thing that holds a load: which loads it can hold, and which of them is nearest to a wish; not which
//! exercises it is good for.

use super::inventory::usual_step;
use super::iron::{self, Iron, NEAR};
use super::plates::{LighterThanBar, Loaded, PlatePairs, load};
use crate::domain::exercise::Exercise;
use crate::domain::units::Kg;

/// How a thing holds its load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Means {
    /// Plates on both sides of a bar or a sledge that weighs this much empty.
    Plates(Iron),
    /// Every weight from the least to the most in even steps: a stack, a rack of dumbbells.
    Even {
        /// The least.
        least: Iron,
        /// The most.
        most: Iron,
        /// The step.
        step: Iron,
    },
    /// These weights and no others, as they stand.
    Listed(Vec<Iron>),
    /// Steps of this much from the last load on, where nothing is known of what there is.
    Steps(Iron),
}

/// Which way a load is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest, the heavier one from the middle on. Source: science C, "Rounding".
    Nearest,
    /// Never heavier.
    Down,
    /// Never lighter.
    Up,
}

/// A thing that holds a load, with the plates there are for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder<'a> {
    /// How.
    pub means: Means,
    /// The plates.
    pub plates: &'a [PlatePairs],
    /// The usual step, which loads go up and down by where the plates are but taken for the usual ones; none
    /// where every load that it holds counts.
    pub step: Option<Iron>,
}

impl Holder<'_> {
    /// A load as it can be held: the nearest that is no heavier. Body weight stays as it is, and so does what
    /// is lighter than all there is, and every load where nobody said what there is.
    pub fn owned(&self, load: Kg) -> Kg {
        let free = load == Kg::ZERO || self.step.is_some() || matches!(self.means, Means::Steps(_));
        if free { load } else { self.round(load, Rounding::Down).unwrap_or(load) }
    }

    /// What is usual for an exercise where nothing is known of what there is.
    pub fn usual(row: Option<&Exercise>) -> Holder<'static> {
        Holder { means: Means::Steps(usual_step(row)), plates: &[], step: None }
    }

    /// The plates for a load; none where it is not plates that hold it.
    ///
    /// ```
    /// use legwork::domain::{exercise::Item, settings::MassUnit, training::loading::*, units::Kg};
    /// let gym = Inventory::usual(MassUnit::Kilograms);
    /// let side = gym.holder(Item::Barbell).unwrap().plates(Kg::from_kg(100.0).unwrap()).unwrap().unwrap().side;
    /// let (twenty_five, fifteen) = (Iron::kilograms(25.0).unwrap(), Iron::kilograms(15.0).unwrap());
    /// assert_eq!(side, [(twenty_five, 1), (fifteen, 1)]);
    /// assert!(gym.holder(Item::Dumbbells).unwrap().plates(Kg::ZERO).is_none());
    /// ```
    pub fn plates(&self, target: Kg) -> Option<Result<Loaded, LighterThanBar>> {
        match self.means {
            Means::Plates(bar) => Some(load(target, bar, self.plates)),
            _ => None,
        }
    }

    /// The load nearest to a wish that it can hold; none where it holds none on that side.
    ///
    /// ```
    /// use legwork::domain::{training::loading::*, units::Kg};
    /// let kg = |value: f64| Iron::kilograms(value).unwrap();
    /// let means = Means::Even { least: kg(5.0), most: kg(100.0), step: kg(2.5) };
    /// let stack = Holder { means, plates: &[], step: None };
    /// let round = |load: f64, way| stack.round(Kg::from_kg(load).unwrap(), way).map(Kg::kg);
    /// assert_eq!(round(101.25, Rounding::Nearest), Some(100.0)); // all there is
    /// assert_eq!((round(41.25, Rounding::Nearest), round(41.25, Rounding::Down)), (Some(42.5), Some(40.0)));
    /// assert_eq!((round(3.0, Rounding::Down), round(3.0, Rounding::Up)), (None, Some(5.0)));
    /// ```
    pub fn round(&self, wish: Kg, way: Rounding) -> Option<Kg> {
        let (below, above) = (self.at_most(wish), self.at_least(wish));
        match way {
            Rounding::Down => below,
            Rounding::Up => above,
            Rounding::Nearest => match (below, above) {
                (Some(low), Some(high)) => {
                    let nearer = wish.grams().abs_diff(low.grams()) < high.grams().abs_diff(wish.grams());
                    Some(if nearer { low } else { high })
                }
                (one, other) => one.or(other),
            },
        }
    }

    /// The load nearest below a wish; the least there is where all are heavier.
    ///
    /// ```
    /// use legwork::domain::{training::loading::*, units::Kg};
    /// let kg = |value: f64| Iron::kilograms(value).unwrap();
    /// let means = Means::Even { least: kg(5.0), most: kg(75.0), step: kg(7.0) };
    /// let stack = Holder { means, plates: &[], step: None };
    /// assert_eq!(stack.fitting(Kg::from_kg(18.0).unwrap()).kg(), 12.0);
    /// assert_eq!(stack.fitting(Kg::from_kg(2.0).unwrap()).kg(), 5.0);
    /// ```
    pub fn fitting(&self, wish: Kg) -> Kg {
        self.at_most(wish).or_else(|| self.at_least(wish)).unwrap_or(wish)
    }

    /// The next heavier load it can hold.
    ///
    /// ```
    /// use legwork::domain::{exercise::Item, settings::MassUnit, training::loading::Inventory, units::Kg};
    /// let gym = Inventory::usual(MassUnit::Pounds);
    /// let bar = gym.holder(Item::Barbell).unwrap();
    /// assert_eq!(bar.heavier(Kg::from_pounds(225.0).unwrap()), Kg::from_pounds(230.0).ok());
    /// ```
    pub fn heavier(&self, than: Kg) -> Option<Kg> {
        let further = |parts: i64| self.at_least(iron::mass(iron::parts(than) + parts));
        let next = match (&self.means, self.step) {
            (Means::Steps(step), _) => Some(iron::mass(iron::parts(than) + step.parts())),
            // The last step to all there is may be a short one.
            (_, Some(step)) => further(step.parts()).or_else(|| further(2 * NEAR)),
            (_, None) => further(2 * NEAR),
        };
        next.filter(|load| *load > than)
    }

    /// The next lighter load it can hold.
    ///
    /// ```
    /// use legwork::domain::{exercise::Item, settings::MassUnit, training::loading::Inventory, units::Kg};
    /// let gym = Inventory::usual(MassUnit::Kilograms);
    /// let bar = gym.holder(Item::Barbell).unwrap();
    /// assert_eq!(bar.lighter(Kg::from_kg(60.0).unwrap()), Kg::from_kg(57.5).ok());
    /// assert_eq!(bar.lighter(Kg::from_kg(20.0).unwrap()), None);
    /// ```
    pub fn lighter(&self, than: Kg) -> Option<Kg> {
        if than.grams() < 2 {
            return None;
        }
        let back = |parts: i64| iron::mass((iron::parts(than) - parts).max(0));
        let before = match (&self.means, self.step) {
            (Means::Steps(step), _) => Some(back(step.parts())),
            (_, Some(step)) => self.at_most(back(step.parts())).or_else(|| self.at_most(back(2 * NEAR))),
            (_, None) => self.at_most(back(2 * NEAR)),
        };
        before.filter(|load| *load < than)
    }

    fn at_most(&self, wish: Kg) -> Option<Kg> {
        let parts = iron::parts(wish) + NEAR;
        match &self.means {
            Means::Plates(bar) => load(wish, *bar, self.plates).ok().map(|loaded| loaded.load),
            Means::Even { least, most, step } => {
                let over = parts.min(most.parts()) - least.parts();
                (over >= 0).then(|| iron::mass(least.parts() + over / step.parts().max(1) * step.parts()))
            }
            Means::Steps(step) => Some(iron::mass(parts / step.parts().max(1) * step.parts())),
            Means::Listed(list) => list
                .iter()
                .filter(|one| one.parts() <= parts)
                .max_by_key(|one| one.parts())
                .map(|one| one.mass()),
        }
    }

    fn at_least(&self, wish: Kg) -> Option<Kg> {
        let parts = (iron::parts(wish) - NEAR).max(0);
        match &self.means {
            Means::Plates(bar) => {
                let all = self
                    .plates
                    .iter()
                    .map(|kind| 2 * kind.plate.parts() * i64::from(kind.pairs))
                    .sum::<i64>();
                let most = bar.parts() + all;
                if parts > most {
                    return None;
                }
                if parts <= bar.parts() {
                    return Some(bar.mass());
                }
                // The least from here up leaves the most of all the plates on the floor.
                let spare = iron::mass(all - (iron::parts(wish) - bar.parts()));
                let floor = load(spare, Iron::ZERO, self.plates).ok()?;
                let left: i64 =
                    floor.side.iter().map(|(plate, count)| 2 * plate.parts() * i64::from(*count)).sum();
                Some(iron::mass(most - left))
            }
            Means::Even { least, most, step } => {
                let steps = (parts - least.parts()).max(0) / step.parts().max(1);
                let mut sum = least.parts() + steps * step.parts();
                if sum < parts {
                    sum += step.parts();
                }
                (sum >= parts && sum <= most.parts()).then(|| iron::mass(sum))
            }
            Means::Steps(step) => {
                let step = step.parts().max(1);
                Some(iron::mass((parts + step - 1) / step * step)).filter(|load| *load <= Kg::MAX)
            }
            Means::Listed(list) => list
                .iter()
                .filter(|one| one.parts() >= parts)
                .min_by_key(|one| one.parts())
                .map(|one| one.mass()),
        }
    }
}
