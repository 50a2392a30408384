//! Weight, sleep, food and own exercises between schema and domain.

use super::words::Word;
use super::{Read, Refused, Under, day_in, slug_in, within, within_option};
use crate::archive::v1;
use crate::domain::anatomy::{Credit, Function};
use crate::domain::body::BodyLog;
use crate::domain::calendar::Day;
use crate::domain::exercise::{CustomExercise, OwnExercises};
use crate::domain::nutrition::FoodDay;
use crate::domain::ordered::OrderedMap;

impl From<&BodyLog> for v1::Body {
    fn from(body: &BodyLog) -> Self {
        Self {
            weight_g: body.weights.iter().map(|(day, weight)| (day.to_string(), weight.get())).collect(),
            sleep_min: body.sleep.iter().map(|(day, slept)| (day.to_string(), slept.get())).collect(),
        }
    }
}

impl TryFrom<v1::Body> for BodyLog {
    type Error = Refused;

    fn try_from(shape: v1::Body) -> Read<Self> {
        let mut body = Self::default();
        for (day, grams) in &shape.weight_g {
            body.weights.insert(day_in(day).under("weight_g")?, within(*grams).under(day).under("weight_g")?);
        }
        for (day, minutes) in &shape.sleep_min {
            body.sleep
                .insert(day_in(day).under("sleep_min")?, within(*minutes).under(day).under("sleep_min")?);
        }
        Ok(body)
    }
}

/// To the stored shape.
pub fn food_out(days: &OrderedMap<Day, FoodDay>) -> v1::Food {
    let one = |food: &FoodDay| (food.kcal.map(|kcal| kcal.get()), food.protein.map(|grams| grams.get()));
    days.iter().map(|(day, food)| (day.to_string(), one(food))).collect()
}

/// From the stored shape.
pub fn food_in(shape: &v1::Food) -> Read<OrderedMap<Day, FoodDay>> {
    let mut days = OrderedMap::new();
    for (day, (kcal, protein)) in shape {
        let food =
            FoodDay { kcal: within_option(*kcal).under(day)?, protein: within_option(*protein).under(day)? };
        days.insert(day_in(day).under(day)?, food);
    }
    Ok(days)
}

impl From<&OwnExercises> for v1::Exercises {
    fn from(own: &OwnExercises) -> Self {
        let halves = |credit: Credit| -> OrderedMap<String, u8> {
            let all = Function::ALL.into_iter().map(|function| (function.stored(), credit.halves(function)));
            all.filter(|(_, halves)| *halves > 0).collect()
        };
        let one = |own: &CustomExercise| v1::OwnExercise {
            slug: own.id.as_str().to_owned(),
            name: own.name.clone(),
            halves: halves(own.credit),
        };
        let name = |((app, name), id): (&(String, String), &crate::domain::exercise::ExerciseId)| {
            (app.clone(), name.clone(), id.as_str().to_owned())
        };
        Self { own: own.list.values().map(one).collect(), names: own.names.iter().map(name).collect() }
    }
}

impl TryFrom<v1::Exercises> for OwnExercises {
    type Error = Refused;

    fn try_from(shape: v1::Exercises) -> Read<Self> {
        let mut own = Self::default();
        for one in shape.own {
            let id = slug_in(&one.slug).under(&one.slug).under("own")?;
            let mut pairs = Vec::new();
            for (word, halves) in one.halves {
                pairs.push((Function::read(&word).under(&one.slug).under("own")?, halves));
            }
            own.list.insert(id.clone(), CustomExercise { id, name: one.name, credit: Credit::of(&pairs) });
        }
        for (app, name, slug) in shape.names {
            let id = slug_in(&slug).under(&slug).under("names")?;
            own.names.insert((app, name), id);
        }
        Ok(own)
    }
}
