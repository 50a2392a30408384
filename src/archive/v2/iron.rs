//! What a person has to load with, in schema 2.
//!
//! | field | meaning |
//! | --- | --- |
//! | `unit` | the unit of what is usual |
//! | `plates` | pairs: hundredths of a unit, the unit, how many pairs |
//! | `said` | things by word: `plates` with the empty bar, `even` with least, most and step, `listed` with each weight, `steps` with the step |
//! | a weight | hundredths of a unit, the unit |

use super::words::{Word, word_in};
use crate::archive::error::Why;
use crate::archive::tree::{Read, Refused, Tree, each};
use crate::domain::exercise::Item;
use crate::domain::training::loading::{Inventory, Iron, Means, PlatePairs};

const PLATES: &str = "plates";
const EVEN: &str = "even";
const LISTED: &str = "listed";
const STEPS: &str = "steps";

/// To the tree.
pub fn gym_out(gym: &Inventory) -> Tree {
    let pairs = gym.plates.iter().map(|kind| {
        let (weight, unit) = kind.plate.stamp();
        Tree::List(vec![weight.into(), unit.stored(), kind.pairs.into()])
    });
    Tree::map(vec![
        ("unit", gym.unit.stored()),
        ("plates", Tree::list(pairs)),
        ("said", Tree::list(gym.said.iter().map(|(item, means)| means_out(*item, means)))),
    ])
}

/// From the tree.
pub fn gym_in(tree: &Tree) -> Read<Inventory> {
    let fields = tree.fields(&["unit", "plates", "said"])?;
    let pairs = |kind: &Tree| {
        let [weight, unit, pairs] = kind.row()?;
        Ok(PlatePairs { plate: Iron::hundredths(weight.count()?, word_in(unit)?), pairs: pairs.small()? })
    };
    Ok(Inventory {
        unit: fields.get("unit", word_in)?,
        plates: fields.get("plates", |plates| each(plates, pairs))?,
        said: fields.get("said", |said| each(said, means_in))?,
    })
}

fn means_out(item: Item, means: &Means) -> Tree {
    let (how, weights) = match means {
        Means::Plates(bar) => (PLATES, vec![*bar]),
        Means::Even { least, most, step } => (EVEN, vec![*least, *most, *step]),
        Means::Listed(list) => (LISTED, list.clone()),
        Means::Steps(step) => (STEPS, vec![*step]),
    };
    Tree::List(vec![item.stored(), how.into(), Tree::list(weights.into_iter().map(weight_out))])
}

fn means_in(tree: &Tree) -> Read<(Item, Means)> {
    let [item, how, weights] = tree.row()?;
    let weights = each(weights, weight_in)?;
    let means = match (how.text()?, weights.as_slice()) {
        (PLATES, [bar]) => Means::Plates(*bar),
        (EVEN, [least, most, step]) => Means::Even { least: *least, most: *most, step: *step },
        (LISTED, _) => Means::Listed(weights),
        (STEPS, [step]) => Means::Steps(*step),
        (PLATES | EVEN | STEPS, _) => return Err(Refused::new(Why::Shape)),
        _ => return Err(Refused::new(Why::UnknownWord)),
    };
    Ok((word_in(item)?, means))
}

fn weight_out(weight: Iron) -> Tree {
    let (hundredths, unit) = weight.stamp();
    Tree::List(vec![hundredths.into(), unit.stored()])
}

fn weight_in(tree: &Tree) -> Read<Iron> {
    let [hundredths, unit] = tree.row()?;
    Ok(Iron::hundredths(hundredths.count()?, word_in(unit)?))
}
