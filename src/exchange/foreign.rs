//! A foreign log as it was read: sessions, sets and names before anybody said what the names and units
//! mean; it does not know the catalogue.

use super::refusal::{Column, Reason, Refused};
use super::text::Encoding;
use crate::domain::calendar::Day;
use crate::domain::settings::MassUnit;
use crate::domain::training::{Done, NOTE_MAX, SetKind, Source};
use crate::domain::units::{Kg, OutOfRange, Reps, Rir, Seconds};
use std::collections::HashMap;

/// An app whose file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum App {
    /// Strong.
    Strong,
}

impl App {
    /// Its name in stored name mappings and in ids.
    pub fn key(self) -> &'static str {
        match self {
            Self::Strong => "strong",
        }
    }

    /// What its sessions are marked with.
    pub fn source(self) -> Source {
        match self {
            Self::Strong => Source::Strong,
        }
    }
}

/// A unit of distance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum DistanceUnit {
    Metres,
    Kilometres,
    Miles,
}

impl DistanceUnit {
    /// Whole metres; `None` for what nobody moves in a set.
    pub(super) fn metres(self, distance: f64) -> Option<u32> {
        let metres = (distance
            * match self {
                Self::Metres => 1.0,
                Self::Kilometres => 1000.0,
                Self::Miles => 1609.344,
            })
        .round();
        // 1,000 km.
        if (0.0..=1_000_000.0).contains(&metres) { Some(metres as u32) } else { None }
    }
}

/// Everything a foreign file says, row by row accounted for.
#[derive(Debug, Clone, PartialEq)]
pub struct ForeignLog {
    pub(super) app: App,
    pub(super) encoding: Encoding,
    pub(super) rows: usize,
    pub(super) rest_rows: usize,
    pub(super) note_rows: usize,
    pub(super) notes_cut: usize,
    pub(super) refused: Vec<Refused>,
    pub(super) sessions: Vec<ForeignSession>,
    pub(super) names: Vec<String>,
    session_at: HashMap<String, usize>,
    name_at: HashMap<String, usize>,
    current: usize,
}

/// A session: what the file calls a workout.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ForeignSession {
    pub day: Day,
    /// The second of that day it began at.
    pub second: u32,
    pub name: String,
    pub lasted: Option<Seconds>,
    pub note: String,
    pub work: Vec<ForeignWork>,
}

impl ForeignSession {
    /// The local start as if it were UTC, in seconds since 1970.
    pub fn start(&self) -> i64 {
        self.day.number() * 86_400 + i64::from(self.second)
    }
}

/// Rows of one exercise that follow each other.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ForeignWork {
    pub name: usize,
    pub note: String,
    pub sets: Vec<ForeignSet>,
}

/// A set whose units may still be open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ForeignSet {
    pub line: u32,
    pub weight: f64,
    pub unit: Option<MassUnit>,
    pub done: ForeignDone,
    pub rir: Option<Rir>,
    pub kind: SetKind,
}

/// The work of a foreign set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum ForeignDone {
    Reps(Reps),
    Timed { seconds: Seconds, distance: f64, unit: Option<DistanceUnit> },
}

impl ForeignSet {
    /// Whether its weight means something only once the unit is known.
    pub fn asks_weight(&self) -> bool {
        self.unit.is_none() && self.weight > 0.0
    }

    /// Whether its distance means something only once the unit is known.
    pub fn asks_distance(&self) -> bool {
        matches!(self.done, ForeignDone::Timed { distance, unit: None, .. } if distance > 0.0)
    }

    /// The load; an unanswered unit passes for pounds, which allow the higher number.
    pub fn load(&self, answer: Option<MassUnit>) -> Result<Kg, Reason> {
        let load = match self.unit.or(answer) {
            Some(MassUnit::Kilograms) => Kg::from_kg(self.weight),
            Some(MassUnit::Pounds) | None => Kg::from_pounds(self.weight),
        };
        load.map_err(|OutOfRange { .. }| Reason::OutOfRange { column: Column::Weight, got: self.weight })
    }

    /// The work; an unanswered unit passes for metres, which allow the higher number.
    pub fn done(&self, answer: Option<DistanceUnit>) -> Result<Done, Reason> {
        match self.done {
            ForeignDone::Reps(reps) => Ok(Done::Reps(reps)),
            ForeignDone::Timed { seconds, distance, unit } => unit
                .or(answer)
                .unwrap_or(DistanceUnit::Metres)
                .metres(distance)
                .map(|metres| Done::Timed { seconds, metres })
                .ok_or(Reason::OutOfRange { column: Column::Distance, got: distance }),
        }
    }
}

/// A row that was understood.
pub(super) enum Row<'a> {
    /// A rest: counted, not kept.
    Rest,
    /// A set or a note of a session.
    Of(Place<'a>, What<'a>),
}

/// Where a row belongs.
pub(super) struct Place<'a> {
    pub day: Day,
    pub second: u32,
    pub workout: &'a str,
    pub lasted: Option<Seconds>,
    pub workout_note: &'a str,
    pub exercise: &'a str,
}

/// What a row holds.
pub(super) enum What<'a> {
    Note(&'a str),
    Set(ForeignSet, &'a str),
}

/// More different names than this is no person's log.
const NAMES_MAX: usize = 2000;

impl ForeignLog {
    pub(super) fn new(app: App, encoding: Encoding) -> Self {
        Self {
            app,
            encoding,
            rows: 0,
            rest_rows: 0,
            note_rows: 0,
            notes_cut: 0,
            refused: Vec::new(),
            sessions: Vec::new(),
            names: Vec::new(),
            session_at: HashMap::new(),
            name_at: HashMap::new(),
            current: 0,
        }
    }

    /// Takes a row that was not understood.
    pub(super) fn refuse(&mut self, line: u32, reason: Reason) {
        self.rows += 1;
        self.refused.push(Refused { line, reason });
    }

    /// Takes a row into its bin.
    pub(super) fn take(&mut self, line: u32, row: Row<'_>) {
        let (place, what) = match row {
            Row::Rest => {
                self.rows += 1;
                self.rest_rows += 1;
                return;
            }
            Row::Of(place, what) => (place, what),
        };
        let name = if place.exercise.is_empty() { None } else { self.name_of(place.exercise) };
        if name.is_none() && !place.exercise.is_empty() {
            return self.refuse(line, Reason::TooManyNames);
        }
        self.rows += 1;
        let at = self.session_of(&place);
        let Some(session) = self.sessions.get_mut(at) else { return };
        session.lasted = session.lasted.or(place.lasted);
        let mut cut = append(&mut session.note, place.workout_note);
        let note = match what {
            Note(note) => note,
            Set(_, note) => note,
        };
        match name {
            Some(name) => {
                if session.work.last().is_none_or(|work| work.name != name) {
                    session.work.push(ForeignWork { name, note: String::new(), sets: Vec::new() });
                }
                if let Some(work) = session.work.last_mut() {
                    cut |= append(&mut work.note, note);
                    if let Set(set, _) = what {
                        work.sets.push(set);
                    }
                }
            }
            None => cut |= append(&mut session.note, note),
        }
        self.notes_cut += usize::from(cut);
        self.note_rows += usize::from(matches!(what, Note(_)));
    }

    /// The place of a name, new or known; `None` where there are too many.
    fn name_of(&mut self, name: &str) -> Option<usize> {
        if let Some(at) = self.name_at.get(name) {
            return Some(*at);
        }
        let at = self.names.len();
        if at >= NAMES_MAX {
            return None;
        }
        self.names.push(name.to_owned());
        self.name_at.insert(name.to_owned(), at);
        Some(at)
    }

    /// The place of the session of a row, new or known. The same start under another name is another one.
    fn session_of(&mut self, place: &Place<'_>) -> usize {
        let same =
            |s: &ForeignSession| s.day == place.day && s.second == place.second && s.name == place.workout;
        if self.sessions.get(self.current).is_some_and(same) {
            return self.current;
        }
        let start = format!("{} {} {}", place.day.number(), place.second, place.workout);
        let at = *self.session_at.entry(start).or_insert(self.sessions.len());
        if at == self.sessions.len() {
            self.sessions.push(ForeignSession {
                day: place.day,
                second: place.second,
                name: place.workout.to_owned(),
                lasted: None,
                note: String::new(),
                work: Vec::new(),
            });
        }
        self.current = at;
        at
    }
}

use What::{Note, Set};

/// Adds a remark on its own line unless it is there already (apps repeat it on every row); returns whether
/// the note is now cut at [`NOTE_MAX`].
pub(super) fn append(note: &mut String, more: &str) -> bool {
    let more = more.trim();
    if more.is_empty() || (note.len() >= NOTE_MAX && note.chars().count() >= NOTE_MAX) {
        return false;
    }
    let known = note.match_indices(more).any(|(at, found)| {
        let before = note.get(..at).unwrap_or_default();
        let after = note.get(at + found.len()..).unwrap_or_default();
        (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
    });
    if known {
        return false;
    }
    if !note.is_empty() {
        note.push('\n');
    }
    note.push_str(more);
    match note.char_indices().nth(NOTE_MAX) {
        Some((end, _)) => {
            note.truncate(end);
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_repeated_on_every_row_is_kept_once() {
        let mut note = String::new();
        for more in ["Deep squats", "", "Deep", "Deep squats", "Deep"] {
            assert!(!append(&mut note, more));
        }
        assert_eq!(note, "Deep squats\nDeep");
    }

    #[test]
    fn a_remark_that_is_too_long_is_cut_and_said_so() {
        let mut note = String::new();
        assert!(append(&mut note, &"ü".repeat(NOTE_MAX + 1)));
        assert!(!append(&mut note, "more"), "told once");
        assert_eq!(note.chars().count(), NOTE_MAX);
    }

    #[test]
    fn miles_are_metres() {
        assert_eq!(DistanceUnit::Miles.metres(1.0), Some(1609));
        assert_eq!(DistanceUnit::Kilometres.metres(5.2), Some(5200));
        for bad in [f64::NAN, f64::INFINITY, -1.0, 1e9] {
            assert_eq!(DistanceUnit::Metres.metres(bad), None);
        }
    }
}
