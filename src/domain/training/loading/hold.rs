//! What holds the load of an exercise in a person's gym, and the least it can be.

use super::holder::{Holder, Means};
use super::inventory::{Inventory, held_by};
use super::iron::Iron;
use crate::domain::exercise::{Exercise, Kit};
use crate::domain::settings::MassUnit;
use crate::domain::units::Kg;

/// Steps where no iron holds the load: hundredths of a kilogram and of a pound. [our choice]
const STEP: (u32, u32) = (250, 500);

/// What holds the load of an exercise with these things; even steps where that is one's own body or not known.
///
/// ```
/// use legwork::domain::{exercise::{Kit, find}, settings::MassUnit, training::loading::*, units::Kg};
/// let gym = Inventory::usual(MassUnit::Kilograms);
/// let bar = holder_for(find("high-bar-back-squat"), Kit::GYM, &gym);
/// assert_eq!(bar.lighter(Kg::from_kg(20.0).unwrap()), None);
/// assert!(matches!(holder_for(None, Kit::GYM, &gym).means, Means::Steps(_)));
/// ```
pub fn holder_for<'a>(row: Option<&Exercise>, kit: Kit, gym: &'a Inventory) -> Holder<'a> {
    let holder = row.and_then(|row| {
        // Somewhere else than planned: what a gym has.
        let kit = if row.possible_with(kit) { kit } else { Kit::GYM };
        gym.holder(held_by(row, kit)?)
    });
    let step = if gym.unit == MassUnit::Kilograms { STEP.0 } else { STEP.1 };
    holder.unwrap_or(Holder { means: Means::Steps(Iron::hundredths(step, gym.unit)), plates: &gym.plates })
}

/// What holds the load of an exercise: the thing that is known, else the usual steps.
///
/// ```
/// use legwork::domain::{exercise::{Kit, find}, settings::MassUnit, training::loading::*, units::Kg};
/// let squat = find("high-bar-back-squat");
/// let mut gym = Inventory::usual(MassUnit::Kilograms);
/// gym.plates = vec![PlatePairs { plate: Iron::kilograms(5.0).unwrap(), pairs: 10 }];
/// let owned = |gym: Option<&Inventory>| holder_of(gym, squat, Kit::GYM).owned(Kg::from_kg(62.5).unwrap()).kg();
/// assert_eq!((owned(Some(&gym)), owned(None)), (60.0, 62.5));
/// ```
pub fn holder_of<'a>(gym: Option<&'a Inventory>, row: Option<&Exercise>, kit: Kit) -> Holder<'a> {
    gym.map_or_else(|| Holder::usual(row), |gym| holder_for(row, kit, gym))
}

/// The least load of an exercise that nobody can do without one; none where one's own body, a band or an empty
/// sledge is a load.
///
/// ```
/// use legwork::domain::{exercise::{Kit, find}, settings::MassUnit, training::loading::*};
/// let gym = Inventory::usual(MassUnit::Kilograms);
/// let of = |slug| least(find(slug), Kit::GYM, &gym).map(|load| load.kg());
/// assert_eq!((of("high-bar-back-squat"), of("leg-press-45"), of("walking-lunge")), (Some(20.0), None, None));
/// ```
pub fn least(row: Option<&Exercise>, kit: Kit, gym: &Inventory) -> Option<Kg> {
    let row = row.filter(|row| !row.possible_with(Kit::NONE))?;
    let least = match holder_for(Some(row), kit, gym).means {
        Means::Plates(bar) => bar.mass(),
        Means::Even { least, .. } => least.mass(),
        Means::Listed(list) => list.iter().map(|one| one.mass()).min()?,
        Means::Steps(_) => Kg::ZERO,
    };
    (least > Kg::ZERO).then_some(least)
}
