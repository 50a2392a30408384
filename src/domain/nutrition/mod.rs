//! Food: what was eaten by day, and (in the files beneath) what is needed and why.

pub mod burn;
pub mod diet;
pub mod expenditure;
pub mod gate;
pub mod hours;
pub mod macros;
pub mod maintenance;
pub mod meals;
pub mod proposal;
pub mod rising;
pub mod surplus;
pub mod targets;
pub mod trend;
pub mod waking;
pub mod water;

use super::calendar::{Day, Month};
use super::units::{Grams, Kcal, Millilitres};
use crate::domain::ordered::OrderedMap;

/// What was eaten on one day, as far as the person logged it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FoodDay {
    /// Energy.
    pub kcal: Option<Kcal>,
    /// Protein.
    pub protein: Option<Grams>,
    /// What was drunk.
    pub water: Option<Millilitres>,
}

/// The food log, one value a day, stored by month.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FoodLog {
    /// Days with something logged.
    pub days: OrderedMap<Day, FoodDay>,
}

impl FoodLog {
    /// The days of one month.
    pub fn month(&self, month: Month) -> OrderedMap<Day, FoodDay> {
        self.days.iter().filter(|(day, _)| day.month() == month).map(|(day, food)| (*day, *food)).collect()
    }

    /// Replaces one month.
    pub fn set_month(&mut self, month: Month, days: &OrderedMap<Day, FoodDay>) {
        self.days.retain(|day, _| day.month() != month);
        self.days
            .extend(days.iter().filter(|(day, _)| day.month() == month).map(|(day, food)| (*day, *food)));
    }

    /// The months with something logged.
    pub fn months(&self) -> crate::domain::ordered::OrderedSet<Month> {
        self.days.keys().map(|day| day.month()).collect()
    }

    /// Days of the other log that are missing here are added; where both have one, the other's wins if
    /// `theirs_win`.
    pub fn merge(&mut self, other: &FoodLog, theirs_win: bool) {
        for (day, food) in &other.days {
            if theirs_win || !self.days.contains_key(day) {
                self.days.insert(*day, *food);
            }
        }
    }
}
