//! What a person has to load with, thing by thing, in kilograms or pounds, and the loads it can hold; not
//! which exercises it is good for.

use super::holder::{Holder, Means};
use super::iron::Iron;
use super::plates::PlatePairs;
use crate::domain::exercise::{Axial, Exercise, Item, Kit};
use crate::domain::settings::MassUnit;

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

/// The usual step, and where both legs push a machine, in hundredths of a kilogram. Source: science D, "Double
/// progression" (2.5-5 kg).
const STEP: (u32, u32) = (250, 500);
/// Plates of a usual gym: hundredths of a unit and pairs. Source: C.
const USUAL_KG: [(u32, u8); 7] = [(2500, 6), (2000, 4), (1500, 2), (1000, 2), (500, 2), (250, 2), (125, 2)];
const USUAL_LB: [(u32, u8); 6] = [(4500, 8), (3500, 2), (2500, 4), (1000, 2), (500, 2), (250, 2)];
/// Empty bars in hundredths of a kilogram and of a pound: straight and Smith, trap. Source: C.
const BAR: (u32, u32) = (2000, 4500);
const TRAP_BAR: (u32, u32) = (2500, 5500);
/// Dumbbells, kettlebells and stacks in pounds: least, most, step. Source: C. In kilograms gyms differ too much
/// for one guess: there the usual step is all that is taken.
const DUMBBELLS: [u32; 3] = [500, 10_000, 500];
const KETTLEBELLS: [u32; 3] = [1000, 10_000, 500];
const STACK: [u32; 3] = [1000, 40_000, 1000];

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

    /// What loads are rounded to: what the person said, else the usual in the unit they count in.
    ///
    /// ```
    /// use legwork::domain::{settings::MassUnit, training::loading::Inventory};
    /// let pounds = Inventory::usual(MassUnit::Pounds);
    /// assert_eq!(Inventory::known(None, MassUnit::Pounds), pounds);
    /// assert_eq!(Inventory::known(Some(&pounds), MassUnit::Kilograms), pounds);
    /// ```
    pub fn known(said: Option<&Inventory>, unit: MassUnit) -> Inventory {
        said.cloned().unwrap_or_else(|| Self::usual(unit))
    }

    /// How the person said that a thing holds its load.
    pub(super) fn said_of(&self, item: Item) -> Option<&Means> {
        self.said.iter().rev().find(|(known, _)| *known == item).map(|(_, means)| means)
    }

    /// How a thing holds its load, whatever it is used for; none where it holds none that is counted.
    pub fn holder(&self, item: Item) -> Option<Holder<'_>> {
        let means = match self.said_of(item) {
            Some(means) => means.clone(),
            None => usual(item, self.unit)?,
        };
        Some(Holder { means, plates: &self.plates, step: None })
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
    let even = |kg: u32, lb: [u32; 3]| match unit {
        MassUnit::Kilograms => Means::Steps(Iron::hundredths(kg, unit)),
        MassUnit::Pounds => {
            let [least, most, step] = lb.map(|weight| Iron::hundredths(weight, unit));
            Means::Even { least, most, step }
        }
    };
    Some(match item {
        Item::Barbell | Item::SmithMachine => Means::Plates(of(BAR)),
        Item::TrapBar => Means::Plates(of(TRAP_BAR)),
        Item::HackSquat | Item::PendulumSquat | Item::BeltSquat | Item::LegPress | Item::SeatedCalf => {
            Means::Plates(of((0, 0)))
        }
        Item::Dumbbells => even(STEP.0, DUMBBELLS),
        Item::Kettlebell => even(STEP.0, KETTLEBELLS),
        Item::Rack
        | Item::Bench
        | Item::Box
        | Item::Bands
        | Item::GluteHamBench
        | Item::BackExtensionBench
        | Item::FootAnchor
        | Item::Sliders => return None,
        Item::Cable
        | Item::LegExtension
        | Item::SeatedLegCurl
        | Item::LyingLegCurl
        | Item::StandingLegCurl
        | Item::GluteKickback
        | Item::StandingCalf
        | Item::DonkeyCalf
        | Item::HipAbduction
        | Item::HipAdduction => even(STEP.0, STACK),
        // Both legs push.
        Item::HorizontalLegPress | Item::HipThrustMachine => even(STEP.1, STACK),
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
