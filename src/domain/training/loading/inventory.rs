//! What a person has to load with, thing by thing, in kilograms or pounds, and the loads it can hold; not
//! which exercises it is good for.

use super::iron::{self, Iron, NEAR};
use super::plates::{LighterThanBar, Loaded, PlatePairs, load};
use crate::domain::exercise::{Axial, Exercise, Item, Kit};
use crate::domain::settings::MassUnit;
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

/// The plates, and what is known of each thing; of the rest the usual is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inventory {
    /// The unit of what is usual.
    pub unit: MassUnit,
    /// Plates by pairs.
    pub plates: Vec<PlatePairs>,
    /// What the person said of single things; the last word on a thing counts.
    pub said: Vec<(Item, Means)>,
}

/// A thing that holds a load, with the plates there are for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder<'a> {
    /// How.
    pub means: Means,
    /// The plates.
    pub plates: &'a [PlatePairs],
}

/// The usual step, and where both legs push a machine, in hundredths of a kilogram. Source: science D, "Double
/// progression" (2.5-5 kg).
const STEP: (u32, u32) = (250, 500);
/// Plates of a usual gym: hundredths of a unit and pairs. Source: C.
const USUAL_KG: [(u32, u8); 7] = [(2500, 6), (2000, 4), (1500, 2), (1000, 2), (500, 2), (250, 2), (125, 2)];
const USUAL_LB: [(u32, u8); 6] = [(4500, 8), (3500, 2), (2500, 4), (1000, 2), (500, 2), (250, 2)];
/// Empty bars in hundredths of a kilogram and of a pound: straight and Smith, trap. Source: C.
const BAR: (u32, u32) = (2000, 4500);
const TRAP_BAR: (u32, u32) = (2500, 5500);
/// Dumbbells, kettlebells and stacks: least, most, step. Source: C.
const DUMBBELLS: ([u32; 3], [u32; 3]) = ([250, 5000, 250], [500, 10_000, 500]);
const KETTLEBELLS: ([u32; 3], [u32; 3]) = ([400, 4800, 400], [1000, 10_000, 500]);
const STACK: ([u32; 3], [u32; 3]) = ([500, 20_000, 500], [1000, 40_000, 1000]);

impl Inventory {
    /// What a usual gym has.
    ///
    /// ```
    /// use legwork::domain::{exercise::Item, settings::MassUnit, training::loading::*, units::Kg};
    /// let gym = Inventory::usual(MassUnit::Kilograms);
    /// let bar = gym.holder(Item::Barbell).unwrap();
    /// let nearest = bar.round(Kg::from_kg(73.9).unwrap(), Rounding::Nearest).unwrap();
    /// assert_eq!(nearest.kg(), 75.0);
    /// assert!(gym.holder(Item::Bench).is_none());
    /// ```
    pub fn usual(unit: MassUnit) -> Self {
        let plates: &[(u32, u8)] = if unit == MassUnit::Kilograms { &USUAL_KG } else { &USUAL_LB };
        let plates = plates
            .iter()
            .map(|(weight, pairs)| PlatePairs { plate: Iron::hundredths(*weight, unit), pairs: *pairs })
            .collect();
        Self { unit, plates, said: Vec::new() }
    }

    /// What loads are rounded to: what the person said, and the usual in pounds for who counts in them. None
    /// where nothing is known: then loads go in the usual steps.
    ///
    /// ```
    /// use legwork::domain::{settings::MassUnit, training::loading::Inventory};
    /// assert_eq!(Inventory::known(None, MassUnit::Kilograms), None);
    /// let pounds = Inventory::usual(MassUnit::Pounds);
    /// assert_eq!(Inventory::known(None, MassUnit::Pounds), Some(pounds));
    /// ```
    pub fn known(said: Option<&Inventory>, unit: MassUnit) -> Option<Inventory> {
        match (said, unit) {
            (Some(said), _) => Some(said.clone()),
            (None, MassUnit::Pounds) => Some(Self::usual(unit)),
            (None, MassUnit::Kilograms) => None,
        }
    }

    /// How a thing holds its load; none where it holds none that is counted.
    pub fn holder(&self, item: Item) -> Option<Holder<'_>> {
        let said = self.said.iter().rev().find(|(known, _)| *known == item);
        let means = match said {
            Some((_, means)) => means.clone(),
            None => usual(item, self.unit)?,
        };
        Some(Holder { means, plates: &self.plates })
    }
}

/// The usual step of an exercise where nothing is known: 2.5 kg, 5 kg where both legs push a sledge.
///
/// ```
/// use legwork::domain::{exercise::find, training::loading::usual_step};
/// assert_eq!(usual_step(find("leg-press-45")).mass().kg(), 5.0);
/// assert_eq!(usual_step(find("leg-extension")).mass().kg(), 2.5);
/// ```
pub fn usual_step(row: Option<&Exercise>) -> Iron {
    let machine = row.is_some_and(|r| r.compound && r.axial == Axial::Low && !r.unilateral);
    Iron::hundredths(if machine { STEP.1 } else { STEP.0 }, MassUnit::Kilograms)
}

/// The usual means of a thing. What a sledge weighs differs from gym to gym: its plates alone are counted
/// until the person says otherwise.
fn usual(item: Item, unit: MassUnit) -> Option<Means> {
    let of = |(kg, lb): (u32, u32)| Iron::hundredths(if unit == MassUnit::Kilograms { kg } else { lb }, unit);
    let even = |(kg, lb): ([u32; 3], [u32; 3])| {
        let [least, most, step] =
            (if unit == MassUnit::Kilograms { kg } else { lb }).map(|weight| Iron::hundredths(weight, unit));
        Means::Even { least, most, step }
    };
    Some(match item {
        Item::Barbell | Item::SmithMachine => Means::Plates(of(BAR)),
        Item::TrapBar => Means::Plates(of(TRAP_BAR)),
        Item::HackSquat | Item::PendulumSquat | Item::BeltSquat | Item::LegPress | Item::SeatedCalf => {
            Means::Plates(of((0, 0)))
        }
        Item::Dumbbells => even(DUMBBELLS),
        Item::Kettlebell => even(KETTLEBELLS),
        Item::Rack
        | Item::Bench
        | Item::Box
        | Item::Bands
        | Item::GluteHamBench
        | Item::BackExtensionBench
        | Item::FootAnchor
        | Item::Sliders => return None,
        Item::Cable
        | Item::HorizontalLegPress
        | Item::LegExtension
        | Item::SeatedLegCurl
        | Item::LyingLegCurl
        | Item::StandingLegCurl
        | Item::HipThrustMachine
        | Item::GluteKickback
        | Item::StandingCalf
        | Item::DonkeyCalf
        | Item::HipAbduction
        | Item::HipAdduction => even(STACK),
    })
}

/// The thing that holds the load of an exercise with what there is; on the floor a dumbbell does. None for
/// body weight and bands.
///
/// ```
/// use legwork::domain::{exercise::{Item, Kit, find}, training::loading::held_by};
/// assert_eq!(held_by(find("high-bar-back-squat").unwrap(), Kit::GYM), Some(Item::Barbell));
/// assert_eq!(held_by(find("walking-lunge").unwrap(), Kit::DUMBBELLS), Some(Item::Dumbbells));
/// assert_eq!(held_by(find("walking-lunge").unwrap(), Kit::NONE), None);
/// ```
pub fn held_by(row: &Exercise, kit: Kit) -> Option<Item> {
    let needed = row.needs.iter().copied().filter(|needed| kit.has_all(*needed));
    let bears = |item: &Item| usual(*item, MassUnit::Kilograms).is_some();
    let held = needed.into_iter().find_map(|needed| needed.items().find(bears));
    held.or_else(|| kit.has(Item::Dumbbells).then_some(Item::Dumbbells))
}

impl Holder<'_> {
    /// A load as it can be held: the nearest that is no heavier. Body weight stays as it is, and so does what
    /// is lighter than all there is, or in steps of which nothing else is known.
    pub fn owned(&self, load: Kg) -> Kg {
        let free = load == Kg::ZERO || matches!(self.means, Means::Steps(_));
        if free { load } else { self.round(load, Rounding::Down).unwrap_or(load) }
    }

    /// What is usual for an exercise where nothing is known of what there is.
    pub fn usual(row: Option<&Exercise>) -> Holder<'static> {
        Holder { means: Means::Steps(usual_step(row)), plates: &[] }
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
    /// let stack = Holder { means: Means::Even { least: kg(5.0), most: kg(100.0), step: kg(2.5) }, plates: &[] };
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
    /// let stack = Holder { means: Means::Even { least: kg(5.0), most: kg(75.0), step: kg(7.0) }, plates: &[] };
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
        let next = match self.means {
            Means::Steps(step) => Some(iron::mass(iron::parts(than) + step.parts())),
            _ => self.at_least(iron::mass(iron::parts(than) + 2 * NEAR)),
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
        let before = match self.means {
            Means::Steps(step) => iron::parts(than) - step.parts(),
            _ => iron::parts(than) - 2 * NEAR,
        };
        self.at_most(iron::mass(before.max(0))).filter(|load| *load < than)
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
