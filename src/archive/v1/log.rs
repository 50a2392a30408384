//! Recorded sessions and the running one in schema 1. It knows nothing of the domain.

use super::plan::{Prescription, Slot};
use crate::archive::shape::shape;

/// A month of the log.
#[derive(Debug)]
pub struct MonthLog {
    /// The slugs that sessions refer to by place.
    pub x: Vec<String>,
    /// The ids of plans that sessions refer to by place.
    pub p: Vec<String>,
    /// Sessions.
    pub s: Vec<Session>,
    /// Deleted ids and when.
    pub gone: Vec<(String, i64)>,
}
shape!(MonthLog { x, p [omit], s, gone [omit] });

/// One session: id, day of the month, start (ms), seconds it took, milliseconds from start to last edit,
/// exercises as place and sets, and what few sessions have.
#[derive(Debug)]
pub struct Session(
    pub String,
    pub i64,
    pub i64,
    pub Option<u32>,
    pub i64,
    pub Vec<(u32, String)>,
    pub SessionRest,
);
shape!(Session(0, 1, 2, 3, 4, 5, 6));

/// What few sessions have.
#[derive(Debug)]
pub struct SessionRest {
    /// The planned session it did.
    pub p: Option<Slot>,
    /// Its name.
    pub name: String,
    /// A remark.
    pub note: String,
    /// Remarks on exercises, by place in the session.
    pub notes: Vec<(u32, String)>,
    /// The app it came from.
    pub from: Option<String>,
}
shape!(SessionRest { p [omit], name [omit], note [omit], notes [omit], from [omit] });

/// The running session.
#[derive(Debug)]
pub struct Draft {
    /// Its id.
    pub id: String,
    /// The day it started.
    pub day: String,
    /// When it started, ms.
    pub started: i64,
    /// The slugs that exercises refer to by place.
    pub x: Vec<String>,
    /// The plan's id, week and session.
    pub slot: Option<(String, u8, u8)>,
    /// Its name.
    pub name: String,
    /// The exercise on the screen.
    pub current: u32,
    /// The end of the rest (ms) and its length (s).
    pub rest: Option<(i64, u32)>,
    /// The moments of sets that were taken back.
    pub undone: Vec<i64>,
    /// A remark.
    pub note: String,
    /// Its exercises.
    pub exercises: Vec<DraftExercise>,
}
shape!(Draft { id, day, started, x, slot, name, current, rest, undone, note, exercises });

/// One exercise of the running session.
#[derive(Debug)]
pub struct DraftExercise {
    /// Its place in the table.
    pub x: u32,
    /// What the plan asks for.
    pub planned: Option<Prescription>,
    /// The moments of its sets, ms.
    pub at: Vec<i64>,
    /// Its sets.
    pub sets: String,
    /// A remark.
    pub note: String,
}
shape!(DraftExercise { x, planned, at, sets, note });
