//! The rules of leg training as values and functions: no browser, no clock, no storage, no panic.
//!
//! Nouns and what always holds of them:
//! - [`units`]: a number with a unit is a type; it can only be made inside its range.
//! - [`calendar`], [`id`]: days and ids come in from outside; nothing here reads a clock or a random source.
//! - [`anatomy`], [`exercise`]: what a set of an exercise is worth to which muscle.
//! - [`athlete`], [`safety`]: who is asking, and what must not be shown to them.
//! - [`plan`] (planned), [`training`] (draft and recorded): three words for three types.
//! - [`volume`]: weekly hard sets against the target.
//! - [`nutrition`], [`body`]: food targets and the food, weight and sleep logs.
//! - [`logbook`]: everything one person owns, as one value.

pub mod anatomy;
pub mod athlete;
pub mod body;
pub mod calendar;
pub mod diagnosis;
pub mod example;
pub mod exercise;
pub mod expectation;
pub mod id;
pub mod logbook;
pub mod notice;
pub mod nutrition;
pub mod plan;
pub mod safety;
pub mod settings;
pub mod statistics;
pub mod training;
pub mod units;
pub mod volume;
