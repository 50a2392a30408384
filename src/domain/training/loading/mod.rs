//! What can be put on a bar, a sledge, a stack or in a hand, and the loads that follow from it: plates,
//! rounding, warm-up ramp, drops. It does not know what the person should lift.

pub mod form;
mod hold;
mod holder;
mod inventory;
mod iron;
mod plates;
mod ramp;

pub use hold::{holder_of, least};
pub use holder::{Holder, Means, Rounding};
pub use inventory::{Inventory, held_by, usual_step};
pub use iron::Iron;
pub use plates::{LighterThanBar, Loaded, PlatePairs, load, loaded};
pub use ramp::{WarmUpSet, drops, ramp};
