//! The quick logs of a day: weight, sleep, how the morning was, food.

use crate::app::documents::Documents;
use crate::app::notice::{Said, Undo};
use crate::app::transaction::ActionError;
use crate::domain::body::girth::Reading;
use crate::domain::calendar::Day;
use crate::domain::logbook::Logbook;
use crate::domain::nutrition::FoodDay;
use crate::domain::recovery::Morning;
use crate::domain::units::{Kg, Minutes};
use crate::storage::DocKey;
use std::sync::Arc;

/// Keeps the weight of a day; `None` removes it.
///
/// # Errors
/// None today; the type is that of every action.
pub fn log_weight(docs: Documents, day: Day, weight: Option<Kg>) -> Result<(), ActionError> {
    let mut old = None;
    docs.transact(&[DocKey::Body], &mut |book| {
        old = book.body.weights.get(&day).copied();
        set(&mut book.body.weights, day, weight);
        Ok(())
    })?;
    let back = Arc::new(move |book: &mut Logbook| set(&mut book.body.weights, day, old));
    docs.say(Said::WeighIn, Some(Undo { keys: vec![DocKey::Body], back }));
    Ok(())
}

/// Keeps the sleep of the night that ended on a day; `None` removes it.
///
/// # Errors
/// None today; the type is that of every action.
pub fn log_sleep(docs: Documents, day: Day, slept: Option<Minutes>) -> Result<(), ActionError> {
    let mut old = None;
    docs.transact(&[DocKey::Body], &mut |book| {
        old = book.body.sleep.get(&day).copied();
        set(&mut book.body.sleep, day, slept);
        Ok(())
    })?;
    let back = Arc::new(move |book: &mut Logbook| set(&mut book.body.sleep, day, old));
    docs.say(Said::SleepLogged, Some(Undo { keys: vec![DocKey::Body], back }));
    Ok(())
}

/// Keeps a reading of the tape.
///
/// # Errors
/// [`ActionError::NotPossible`] for what is no leg.
pub fn log_girth(docs: Documents, day: Day, reading: Reading) -> Result<(), ActionError> {
    let mut old = None;
    docs.transact(&[DocKey::Body], &mut |book| {
        old = book.body.girths.days.get(&day).cloned();
        book.body.girths.read(day, reading).map_err(|_| ActionError::NotPossible)
    })?;
    let back = Arc::new(move |book: &mut Logbook| set(&mut book.body.girths.days, day, old.clone()));
    docs.say(Said::GirthLogged, Some(Undo { keys: vec![DocKey::Body], back }));
    Ok(())
}

/// Keeps how a morning was; one of which nothing is said is removed.
///
/// # Errors
/// None today; the type is that of every action.
pub fn log_morning(docs: Documents, day: Day, morning: Morning) -> Result<(), ActionError> {
    let given = (morning != Morning::default()).then_some(morning);
    let mut old = None;
    docs.transact(&[DocKey::Body], &mut |book| {
        old = book.body.mornings.days.get(&day).copied();
        set(&mut book.body.mornings.days, day, given);
        Ok(())
    })?;
    let back = Arc::new(move |book: &mut Logbook| set(&mut book.body.mornings.days, day, old));
    docs.say(Said::MorningSaved, Some(Undo { keys: vec![DocKey::Body], back }));
    Ok(())
}

/// Keeps what was eaten on a day; an empty day is removed.
///
/// # Errors
/// None today; the type is that of every action.
pub fn log_food(docs: Documents, day: Day, food: FoodDay) -> Result<(), ActionError> {
    let key = DocKey::Food(day.month());
    let given = (food != FoodDay::default()).then_some(food);
    let mut old = None;
    docs.transact(&[key], &mut |book| {
        old = book.food.days.get(&day).copied();
        set(&mut book.food.days, day, given);
        Ok(())
    })?;
    let back = Arc::new(move |book: &mut Logbook| set(&mut book.food.days, day, old));
    docs.say(Said::FoodLogged, Some(Undo { keys: vec![key], back }));
    Ok(())
}

fn set<V>(days: &mut crate::domain::ordered::OrderedMap<Day, V>, day: Day, value: Option<V>) {
    match value {
        Some(value) => {
            days.insert(day, value);
        }
        None => {
            days.remove(&day);
        }
    }
}
