//! Legwork's own format: documents as text and back, exports, restores. It knows no key, no store, no clock.
//!
//! - [`v2`]: schema 2, frozen: what every stored name means, between a tree of JSON and the domain.
//! - [`envelope`]: what stands around one stored document.
//! - [`export`] and [`read`]: everything as one file. [`preview`] and [`merge`]: what a file would change.

mod document;
pub mod envelope;
mod error;
mod file;
mod import;
mod tree;
pub mod v2;

pub use document::{DocKey, decode, encode};
pub use error::{ArchiveError, Why};
pub use file::{SIZE_MAX, export, read};
pub use import::{OnlyHere, Preview, merge, preview};
pub use tree::Tree;
