//! Legwork's own format: documents as text and back, exports, restores. It knows no key, no store, no clock.
//!
//! - [`v1`]: the shapes of schema 1, frozen. A second schema gets its own folder and a `From` of the first;
//!   only the newest is converted to the domain, in `convert`.
//! - [`envelope`]: what stands around one stored document.
//! - [`export`] and [`read`]: everything as one file. [`preview`] and [`merge`]: what a file would change.

mod convert;
mod document;
pub mod envelope;
mod error;
mod file;
mod import;
mod shape;
pub mod v1;

pub use document::{DocKey, decode, encode};
pub use error::{ArchiveError, Why};
pub use file::{SIZE_MAX, export, read};
pub use import::{Preview, merge, preview};
pub use shape::{Fields, Shape, Tree};
