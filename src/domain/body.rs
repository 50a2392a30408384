//! Weight, sleep, girths and mornings by day; not what they mean.

pub mod girth;

use super::calendar::Day;
use super::recovery::RecoveryLog;
use super::units::{Kg, Minutes};
use crate::domain::ordered::OrderedMap;
use girth::GirthLog;

/// What the body log holds, one value a day each.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BodyLog {
    /// Morning weights.
    pub weights: OrderedMap<Day, Kg>,
    /// Sleep of the night that ended on the day.
    pub sleep: OrderedMap<Day, Minutes>,
    /// Girths of thighs and calves.
    pub girths: GirthLog,
    /// How mornings were: soreness, readiness, quality of sleep.
    pub mornings: RecoveryLog,
}

impl BodyLog {
    /// Days of the other log that are missing here are added; where both have one, the other's wins if
    /// `theirs_win`.
    pub fn merge(&mut self, other: &BodyLog, theirs_win: bool) {
        fn union<V: Copy>(mine: &mut OrderedMap<Day, V>, theirs: &OrderedMap<Day, V>, theirs_win: bool) {
            for (day, value) in theirs {
                if theirs_win || !mine.contains_key(day) {
                    mine.insert(*day, *value);
                }
            }
        }
        union(&mut self.weights, &other.weights, theirs_win);
        union(&mut self.sleep, &other.sleep, theirs_win);
        self.girths.merge(&other.girths, theirs_win);
        self.mornings.merge(&other.mornings, theirs_win);
    }

    /// The newest weight on or before a day.
    pub fn weight_on(&self, day: Day) -> Option<Kg> {
        self.weights.range(..=day).next_back().map(|(_, kg)| *kg)
    }
}
