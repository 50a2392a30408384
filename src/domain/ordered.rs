//! Maps and sets in key order over one plain list, and sorting without a copy of the sorter for each type.
//! They know nothing of what they hold.
//!
//! The standard library's tree and sort are faster on a million entries; each type that uses them carries
//! four to eight kilobytes of machine code to every phone. A logbook holds hundreds of entries a map, nearly
//! always added at the end, and there one list is the faster one too (`docs/ARCHITECTURE.md`, "Size").

mod map;
mod set;
mod sorting;

pub use map::{Entries, OrderedMap};
pub use set::OrderedSet;
pub use sorting::sort_by_key;
