//! Legwork: a leg plan, a log and the answer to "what holds me back", all on the person's own device.
//!
//! The crate is built in layers; each may use those above it in this list and none below
//! (`tests/architecture.rs` holds the table):
//!
//! | layer | what it is |
//! | --- | --- |
//! | [`domain`] | the rules: pure values and functions, no browser, no clock, no panic |
//! | [`archive`] | Legwork's own file format: frozen shapes, versions, checked reading |
//! | [`exchange`] | other apps' files |
//! | [`storage`] | where the archive is kept: keys, revisions, generations, quarantine |
//! | [`i18n`] | every sentence and number format |
//! | `platform` | the browser, behind small functions (feature `web`) |
//! | `app` | documents as signals, what is derived from them, the actions (feature `web`) |
//! | `ui` | controls and charts that know nothing of the app (feature `web`) |
//! | `pages` | one file a screen (feature `web`) |
//!
//! Without the feature `web` the crate is the pure core and builds and tests natively in seconds.

pub mod archive;
pub mod decimal;
pub mod domain;
pub mod exchange;
pub mod i18n;
pub mod routes;
pub mod storage;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
pub mod pages;
#[cfg(feature = "web")]
pub mod platform;
pub mod ui;
