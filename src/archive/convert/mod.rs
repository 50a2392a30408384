//! The only bridge between the newest schema and the domain, both ways, with the place of what is refused.
//! It knows no text: shapes come in and go out.

mod athlete;
mod diary;
mod draft;
mod log;
mod plan;
mod sets;
mod words;

pub use diary::{food_in, food_out};
pub use log::{month_in, month_out};

use super::error::{ArchiveError, Why};
use crate::domain::calendar::{Day, Month};
use crate::domain::exercise::ExerciseId;
use crate::domain::id::{PlanId, SessionId};
use crate::domain::ordered::OrderedSet;
use crate::domain::units::OutOfRange;

/// A stored value that the domain refuses: where, innermost last, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    path: String,
    why: Why,
}

/// What reading a shape gives.
pub type Read<T> = Result<T, Refused>;

impl Refused {
    /// A refusal of the value at hand.
    pub fn new(why: Why) -> Self {
        Self { path: String::new(), why }
    }

    #[inline(never)]
    fn inside(self, step: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Self { path: format!("{step}{dot}{}", self.path), why: self.why }
    }
}

impl From<Refused> for ArchiveError {
    fn from(refused: Refused) -> Self {
        Self::Malformed { path: refused.path, why: refused.why }
    }
}

/// Says where a refusal happened, from the inside out.
pub trait Under {
    /// The same with one more step before its path.
    #[must_use]
    fn under(self, step: &str) -> Self;
}

impl<T> Under for Read<T> {
    fn under(self, step: &str) -> Self {
        self.map_err(|refused| refused.inside(step))
    }
}

/// Reads every item; a refusal says which.
fn each<S, T>(list: Vec<S>, read: impl Fn(S) -> Read<T>) -> Read<Vec<T>> {
    let mut all = Vec::with_capacity(list.len());
    for (place, item) in list.into_iter().enumerate() {
        match read(item) {
            Ok(value) => all.push(value),
            refused @ Err(_) => {
                refused.under(&place.to_string())?;
            }
        }
    }
    Ok(all)
}

fn within<T: TryFrom<i64, Error = OutOfRange>>(value: impl Into<i64>) -> Read<T> {
    T::try_from(value.into()).map_err(|_| Refused::new(Why::OutOfRange))
}

fn within_option<T: TryFrom<i64, Error = OutOfRange>>(value: Option<impl Into<i64>>) -> Read<Option<T>> {
    value.map(within).transpose()
}

/// A day as text.
fn day_in(text: &str) -> Read<Day> {
    Day::parse(text).map_err(|_| Refused::new(Why::NotADay))
}

/// A month as text.
pub fn parse_month(text: &str) -> Read<Month> {
    Month::parse(text).map_err(|_| Refused::new(Why::NotADay))
}

fn slug_in(text: &str) -> Read<ExerciseId> {
    ExerciseId::parse(text).map_err(|_| Refused::new(Why::NotASlug))
}

fn session_id_in(text: &str) -> Read<SessionId> {
    SessionId::parse(text).map_err(|_| Refused::new(Why::NotAnId))
}

fn plan_id_in(text: &str) -> Read<PlanId> {
    PlanId::parse(text).map_err(|_| Refused::new(Why::NotAnId))
}

/// What others refer to by its place: each thing once, in order.
struct Table<T>(Vec<T>);

impl<T: Ord> Table<T> {
    fn of(items: impl Iterator<Item = T>) -> Self {
        Self(items.collect::<OrderedSet<T>>().into_iter().collect())
    }

    /// The place of a thing that is in the table; what is not there gets a place that reading refuses.
    fn place(&self, item: &T) -> u32 {
        self.0.binary_search(item).ok().and_then(|place| u32::try_from(place).ok()).unwrap_or(u32::MAX)
    }
}

fn at<T>(table: &[T], place: u32) -> Read<&T> {
    usize::try_from(place).ok().and_then(|place| table.get(place)).ok_or(Refused::new(Why::NoSuchPlace))
}
