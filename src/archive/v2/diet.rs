//! What was chosen of eating, in schema 2.
//!
//! | field | meaning |
//! | --- | --- |
//! | `formula` | of resting energy, by word |
//! | `maintenance`, `surplus` | kcal, where chosen |
//! | `protein` | tenths of a gram per kg, where chosen |
//! | `moves` | accepted targets: day, kcal before, kcal since |
//! | `awake` | minutes after midnight: getting up, going to bed |
//! | `meals`, `lifts_at` | meals a day; minutes after midnight, where said |
//! | `times` | own meal times, minutes after midnight, where there are any |
//! | `saved` | own meals: name, kcal, protein (g) |

use super::words::{Word, word_in};
use super::{day_in, owned, within};
use crate::archive::error::Why;
use crate::archive::tree::{Read, Refused, Tree, each};
use crate::domain::nutrition::diet::{Diet, SavedMeal, TargetMove};
use crate::domain::nutrition::waking::{MEALS, Waking};

/// Minutes of a day.
const DAY: u16 = 1440;

/// To the tree.
pub fn diet_out(diet: &Diet) -> Tree {
    let moves = diet
        .moves
        .iter()
        .map(|one| Tree::List(vec![one.day.to_string().into(), one.from.get().into(), one.to.get().into()]));
    let saved = diet.saved.iter().map(|meal| {
        Tree::List(vec![meal.name.as_str().into(), meal.kcal.get().into(), meal.protein.get().into()])
    });
    let times = diet.own_times.iter().map(|at| Tree::from(*at));
    let times = (!diet.own_times.is_empty()).then(|| ("times", Tree::list(times)));
    let fields = vec![
        ("formula", diet.formula.stored()),
        ("maintenance", diet.maintenance.map(|kcal| kcal.get()).into()),
        ("surplus", diet.surplus.map(|kcal| kcal.get()).into()),
        ("protein", diet.protein.map(|share| share.get()).into()),
        ("moves", Tree::list(moves)),
        ("awake", Tree::List(vec![diet.waking.wakes.into(), diet.waking.sleeps.into()])),
        ("meals", diet.meals.into()),
        ("lifts_at", diet.lifts_at.into()),
        ("saved", Tree::list(saved)),
    ];
    Tree::map(fields.into_iter().chain(times).collect())
}

const DIET: &[&str] = &[
    "formula",
    "maintenance",
    "surplus",
    "protein",
    "moves",
    "awake",
    "meals",
    "lifts_at",
    "saved",
    "times",
];

/// From the tree.
pub fn diet_in(tree: &Tree) -> Read<Diet> {
    let fields = tree.fields(DIET)?;
    let waking = fields.get("awake", |awake| {
        let [wakes, sleeps] = awake.row()?;
        Ok(Waking { wakes: time_in(wakes)?, sleeps: time_in(sleeps)? })
    })?;
    let meals = fields.get("meals", |meals| {
        let meals = meals.small()?;
        if (MEALS.0..=MEALS.1).contains(&meals) { Ok(meals) } else { Err(Refused::new(Why::OutOfRange)) }
    })?;
    Ok(Diet {
        formula: fields.get("formula", word_in)?,
        maintenance: fields.maybe("maintenance", within)?,
        surplus: fields.maybe("surplus", within)?,
        protein: fields.maybe("protein", within)?,
        moves: fields.get("moves", |moves| each(moves, move_in))?,
        waking,
        meals,
        lifts_at: fields.maybe("lifts_at", time_in)?,
        own_times: fields.maybe("times", times_in)?.unwrap_or_default(),
        saved: fields.get("saved", |saved| each(saved, meal_in))?,
    })
}

fn time_in(tree: &Tree) -> Read<u16> {
    let minutes = tree.half()?;
    if minutes < DAY { Ok(minutes) } else { Err(Refused::new(Why::OutOfRange)) }
}

/// As many as there can be meals, each once.
fn times_in(tree: &Tree) -> Read<Vec<u16>> {
    let times = each(tree, time_in)?;
    let many = times.len() > usize::from(MEALS.1);
    let twice = times.iter().enumerate().any(|(place, at)| times.iter().skip(place + 1).any(|one| one == at));
    if many || twice { Err(Refused::new(Why::OutOfRange)) } else { Ok(times) }
}

fn move_in(tree: &Tree) -> Read<TargetMove> {
    let [day, from, to] = tree.row()?;
    Ok(TargetMove { day: day_in(day)?, from: within(from)?, to: within(to)? })
}

fn meal_in(tree: &Tree) -> Read<SavedMeal> {
    let [name, kcal, protein] = tree.row()?;
    Ok(SavedMeal { name: owned(name)?, kcal: within(kcal)?, protein: within(protein)? })
}
