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
//! - [`recovery`]: sleep, soreness and readiness, and when they ask for a lighter week.
//! - [`statistics`]: estimates, slopes and trends of plain numbers, each with how sure it is.
//! - [`diagnosis`]: what holds a person back, from their own record; [`expectation`]: what studies saw.
//! - [`ordered`]: maps and sets in key order, small in machine code.
//! - [`logbook`]: everything one person owns, as one value.

pub mod anatomy;
pub mod athlete;
pub mod backup;
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
pub mod ordered;
pub mod plan;
pub mod recovery;
pub mod safety;
pub mod settings;
pub mod statistics;
pub mod training;
pub mod units;
pub mod volume;
