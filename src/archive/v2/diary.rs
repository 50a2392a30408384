//! Weight, sleep, food and own exercises in schema 2.
//!
//! | field | meaning |
//! | --- | --- |
//! | `weight_g`, `sleep_min` | by day: the morning's weight, the sleep of the night that ended then |
//! | `girths` | by day: rows of site and millimetres |
//! | `mornings` | by day: soreness, readiness, quality of sleep, each or none; how yesterday's pain is, where asked |
//! | a day of food | energy (kcal), protein (g), and what was drunk (ml) where that is known |
//! | `own` | exercises that are not in the catalogue, `halves` being half sets by function |
//! | `names` | app, name there, slug here |

use super::words::{Word, word_in};
use super::{day_of, owned, slug_in, within};
use crate::archive::error::Why;
use crate::archive::tree::{Read, Refused, Tree, Under};
use crate::domain::anatomy::{Credit, Function};
use crate::domain::body::BodyLog;
use crate::domain::body::girth::Reading;
use crate::domain::calendar::Day;
use crate::domain::exercise::{CustomExercise, ExerciseId, OwnExercises};
use crate::domain::nutrition::FoodDay;
use crate::domain::ordered::OrderedMap;
use crate::domain::recovery::Morning;
use crate::domain::units::OutOfRange;

fn by_day<V>(days: &OrderedMap<Day, V>, one: impl Fn(&V) -> Tree) -> Tree {
    Tree::Map(days.iter().map(|(day, value)| (day.to_string(), one(value))).collect())
}

fn days_in<V: TryFrom<i64, Error = OutOfRange>>(tree: &Tree) -> Read<OrderedMap<Day, V>> {
    let mut days = OrderedMap::new();
    for (day, value) in tree.entries()? {
        days.insert(day_of(day)?, within(value).under(day)?);
    }
    Ok(days)
}

/// To the tree.
pub fn body_out(body: &BodyLog) -> Tree {
    Tree::map(vec![
        ("weight_g", by_day(&body.weights, |weight| weight.get().into())),
        ("sleep_min", by_day(&body.sleep, |slept| slept.get().into())),
        ("girths", by_day(&body.girths.days, |readings| Tree::list(readings.iter().map(reading_out)))),
        ("mornings", by_day(&body.mornings.days, morning_out)),
    ])
}

/// From the tree.
pub fn body_in(tree: &Tree) -> Read<BodyLog> {
    let fields = tree.fields(&["weight_g", "sleep_min", "girths", "mornings"])?;
    let mut body = BodyLog {
        weights: fields.get("weight_g", days_in)?,
        sleep: fields.get("sleep_min", days_in)?,
        ..BodyLog::default()
    };
    for (day, readings) in fields.maybe("girths", Tree::entries)?.unwrap_or_default() {
        for reading in readings.items().under(day)? {
            let read = reading_in(reading).and_then(|reading| {
                body.girths.read(day_of(day)?, reading).map_err(|_| Refused::new(Why::OutOfRange))
            });
            read.under(day).under("girths")?;
        }
    }
    for (day, morning) in fields.maybe("mornings", Tree::entries)?.unwrap_or_default() {
        body.mornings.days.insert(day_of(day)?, morning_in(morning).under(day).under("mornings")?);
    }
    Ok(body)
}

fn reading_out(reading: &Reading) -> Tree {
    Tree::List(vec![reading.site.stored(), reading.girth.get().into()])
}

fn reading_in(tree: &Tree) -> Read<Reading> {
    let [site, girth] = tree.row()?;
    Ok(Reading { site: word_in(site)?, girth: within(girth)? })
}

fn morning_out(morning: &Morning) -> Tree {
    let mut row = vec![
        morning.soreness.map(Word::word).into(),
        morning.readiness.map(Word::word).into(),
        morning.sleep.map(Word::word).into(),
    ];
    if let Some(pain) = morning.pain {
        row.push(pain.stored());
    }
    Tree::List(row)
}

fn morning_in(tree: &Tree) -> Read<Morning> {
    let (soreness, readiness, sleep, pain) = match tree.items()? {
        [soreness, readiness, sleep] => (soreness, readiness, sleep, None),
        [soreness, readiness, sleep, pain] => (soreness, readiness, sleep, Some(pain)),
        _ => return Err(Refused::new(Why::Shape)),
    };
    Ok(Morning {
        soreness: soreness.some().map(word_in).transpose()?,
        readiness: readiness.some().map(word_in).transpose()?,
        sleep: sleep.some().map(word_in).transpose()?,
        pain: pain.map(word_in).transpose()?,
    })
}

/// To the tree.
pub fn food_out(days: &OrderedMap<Day, FoodDay>) -> Tree {
    by_day(days, |food| {
        let (kcal, protein) = (food.kcal.map(|kcal| kcal.get()), food.protein.map(|grams| grams.get()));
        let mut row = vec![kcal.into(), protein.into()];
        if let Some(water) = food.water {
            row.push(water.get().into());
        }
        Tree::List(row)
    })
}

/// From the tree.
pub fn food_in(tree: &Tree) -> Read<OrderedMap<Day, FoodDay>> {
    let one = |food: &Tree| {
        let (kcal, protein, water) = match food.items()? {
            [kcal, protein] => (kcal, protein, None),
            [kcal, protein, water] => (kcal, protein, Some(water)),
            _ => return Err(Refused::new(Why::Shape)),
        };
        Ok(FoodDay {
            kcal: kcal.some().map(within).transpose()?,
            protein: protein.some().map(within).transpose()?,
            water: water.map(within).transpose()?,
        })
    };
    let mut days = OrderedMap::new();
    for (day, food) in tree.entries()? {
        days.insert(day_of(day).under(day)?, one(food).under(day)?);
    }
    Ok(days)
}

/// To the tree.
pub fn exercises_out(own: &OwnExercises) -> Tree {
    let halves = |credit: Credit| {
        let all = Function::ALL.into_iter().map(|function| (function.word(), credit.halves(function)));
        Tree::by_name(all.filter(|(_, halves)| *halves > 0).map(|(word, halves)| (word, halves.into())))
    };
    let one = |own: &CustomExercise| {
        Tree::map(vec![
            ("slug", own.id.as_str().into()),
            ("name", own.name.as_str().into()),
            ("halves", halves(own.credit)),
            ("like", own.like.as_ref().map(ExerciseId::as_str).into()),
            ("hidden", Tree::Bool(own.hidden)),
        ])
    };
    let names = own.names.iter().map(|((app, name), id)| {
        Tree::List(vec![app.as_str().into(), name.as_str().into(), id.as_str().into()])
    });
    Tree::map(vec![("own", Tree::list(own.list.values().map(one))), ("names", Tree::list(names))])
}

/// From the tree.
pub fn exercises_in(tree: &Tree) -> Read<OwnExercises> {
    let fields = tree.fields(&["own", "names"])?;
    let mut own = OwnExercises::default();
    for one in fields.get("own", Tree::items)? {
        let one = one_in(one).under("own")?;
        own.list.insert(one.id.clone(), one);
    }
    for row in fields.get("names", Tree::items)? {
        let [app, name, slug] = row.row().under("names")?;
        own.names.insert((owned(app)?, owned(name)?), slug_in(slug).under("names")?);
    }
    Ok(own)
}

fn one_in(tree: &Tree) -> Read<CustomExercise> {
    let fields = tree.fields(&["slug", "name", "halves", "like", "hidden"])?;
    let id = fields.get("slug", slug_in)?;
    let mut pairs = Vec::new();
    for (word, halves) in fields.get("halves", Tree::entries)? {
        pairs.push((Function::read(word).under(id.as_str())?, halves.small()?));
    }
    Ok(CustomExercise {
        name: fields.get("name", owned)?,
        credit: Credit::of(&pairs),
        like: fields.maybe("like", slug_in)?,
        hidden: fields.maybe("hidden", Tree::yes)?.unwrap_or_default(),
        id,
    })
}
