//! What holds the load of an exercise in a person's gym, and the least it can be.

use super::holder::{Holder, Means};
use super::inventory::{Inventory, held_by, usual_step};
use super::iron::Iron;
use crate::domain::exercise::{Exercise, Item, Kit};
use crate::domain::settings::MassUnit;
use crate::domain::units::Kg;

/// Steps where no iron holds the load, in hundredths of a pound. [our choice]
const STEP_LB: u32 = 500;

/// The thing that holds the load of an exercise. Somewhere else than planned it is what a gym has.
fn thing(row: &Exercise, kit: Kit) -> Option<Item> {
    let kit = [kit, Kit::GYM].into_iter().find(|kit| row.possible_with(*kit)).unwrap_or(Kit::ALL);
    held_by(row, kit)
}

/// What holds the load of an exercise: what steps, rounding, warm-up and advice all go by. What the person said
/// of a thing counts as it is. Of what they did not say, plates and bars are the usual ones, and loads go by
/// the usual step; so they do where one's own body holds the load.
///
/// ```
/// use legwork::domain::{exercise::{Kit, find}, settings::MassUnit, training::loading::*, units::Kg};
/// let kg = |value: f64| Kg::from_kg(value).unwrap();
/// let mut gym = Inventory::usual(MassUnit::Kilograms);
/// let of = |gym: &Inventory, slug| {
///     let holder = holder_of(gym, find(slug), Kit::GYM);
///     (holder.heavier(kg(62.5)).unwrap().kg(), holder.owned(kg(62.5)).kg())
/// };
/// assert_eq!(of(&gym, "high-bar-back-squat"), (65.0, 62.5));
/// assert_eq!((of(&gym, "leg-press-45"), of(&gym, "leg-extension")), ((67.5, 62.5), (65.0, 62.5)));
/// gym.plates = vec![PlatePairs { plate: Iron::kilograms(5.0).unwrap(), pairs: 10 }];
/// assert_eq!(of(&gym, "high-bar-back-squat"), (70.0, 60.0));
/// ```
pub fn holder_of<'a>(gym: &'a Inventory, row: Option<&Exercise>, kit: Kit) -> Holder<'a> {
    let held = row.and_then(|row| {
        let item = thing(row, kit)?;
        Some((item, gym.holder(item)?))
    });
    match (held, gym.unit) {
        (Some((item, holder)), _) if gym.said_of(item).is_some() => holder,
        (Some((_, holder)), MassUnit::Pounds) => holder,
        (Some((_, holder)), _) if matches!(holder.means, Means::Plates(_)) => {
            let usual = gym.plates == Inventory::usual(gym.unit).plates;
            Holder { step: usual.then(|| usual_step(row)), ..holder }
        }
        (None, MassUnit::Pounds) => {
            let step = Iron::hundredths(STEP_LB, gym.unit);
            Holder { means: Means::Steps(step), plates: &[], step: None }
        }
        (_, MassUnit::Kilograms) => Holder::usual(row),
    }
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
    thing(row, kit)?;
    let least = match holder_of(gym, Some(row), kit).means {
        Means::Plates(bar) => bar.mass(),
        Means::Even { least, .. } => least.mass(),
        Means::Listed(list) => list.iter().map(|one| one.mass()).min()?,
        Means::Steps(step) => step.mass(),
    };
    (least > Kg::ZERO).then_some(least)
}
