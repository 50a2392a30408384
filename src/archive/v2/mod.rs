//! Schema 2: what stands in the store and in an export, between a tree and the domain, both ways. What a name
//! here means never changes, whatever becomes of the code around it.
//!
//! Names are short where they stand once a session and words where they stand once. Schema 1 said less and
//! nothing else: whatever it wrote is schema 2 in which the fields and documents added since say nothing
//! (`tests/fixtures/v1`). A schema that changes what a name means gets its own folder and turns this one's trees
//! into its own; only the newest is read into the domain.

mod athlete;
mod compromise;
mod diary;
mod diet;
mod draft;
mod iron;
mod log;
mod plan;
mod set;
pub mod sets;
mod trials;
mod verdicts;
mod words;

pub use athlete::{profile_in, profile_out, safety_in, safety_out, settings_in, settings_out};
pub use diary::{body_in, body_out, exercises_in, exercises_out, food_in, food_out};
pub use diet::{diet_in, diet_out};
pub use draft::{draft_in, draft_out};
pub use iron::{gym_in, gym_out};
pub use log::{month_in, month_out};
pub use plan::{plans_in, plans_out};
pub use trials::{trials_in, trials_out};
pub use verdicts::{verdicts_in, verdicts_out};

use super::error::Why;
use super::tree::{Read, Refused, Tree};
use crate::domain::calendar::{Day, Month};
use crate::domain::exercise::ExerciseId;
use crate::domain::id::{PlanId, SessionId};
use crate::domain::ordered::OrderedSet;
use crate::domain::units::OutOfRange;

/// A number in the range that its type allows.
fn within<T: TryFrom<i64, Error = OutOfRange>>(tree: &Tree) -> Read<T> {
    ranged(tree.count()?)
}

fn ranged<T: TryFrom<i64, Error = OutOfRange>>(value: u32) -> Read<T> {
    T::try_from(i64::from(value)).map_err(|_| Refused::new(Why::OutOfRange))
}

fn owned(tree: &Tree) -> Read<String> {
    tree.text().map(str::to_owned)
}

/// A day as text.
fn day_in(tree: &Tree) -> Read<Day> {
    day_of(tree.text()?)
}

fn day_of(text: &str) -> Read<Day> {
    Day::parse(text).map_err(|_| Refused::new(Why::NotADay))
}

/// A month as text.
pub fn parse_month(text: &str) -> Read<Month> {
    Month::parse(text).map_err(|_| Refused::new(Why::NotADay))
}

fn slug_in(tree: &Tree) -> Read<ExerciseId> {
    ExerciseId::parse(tree.text()?).map_err(|_| Refused::new(Why::NotASlug))
}

fn session_id_in(tree: &Tree) -> Read<SessionId> {
    SessionId::parse(tree.text()?).map_err(|_| Refused::new(Why::NotAnId))
}

fn plan_id_in(tree: &Tree) -> Read<PlanId> {
    PlanId::parse(tree.text()?).map_err(|_| Refused::new(Why::NotAnId))
}

/// The slugs that others refer to by place.
fn slugs_out(slugs: &Table<&ExerciseId>) -> Tree {
    Tree::list(slugs.0.iter().map(|id| id.as_str().into()))
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

fn at<'a, T>(table: &'a [T], place: &Tree) -> Read<&'a T> {
    usize::try_from(place.count()?)
        .ok()
        .and_then(|place| table.get(place))
        .ok_or(Refused::new(Why::NoSuchPlace))
}
