//! A foreign log as it was read: sessions, sets and names before anybody said what the names and units
//! mean; it does not know the catalogue.

use super::refusal::{Column, Reason, Refused};
use super::stamp::Stamp;
use super::text::Encoding;
use crate::domain::exercise::ExerciseId;
use crate::domain::safety::Pain;
use crate::domain::settings::MassUnit;
use crate::domain::training::{Done, SetKind, Side, StopReason};
use crate::domain::units::{Kg, OutOfRange, Reps, Rir, Seconds};
use std::collections::HashMap;

/// An app whose file is read: where a record may come from, our own table of the whole log included.
pub use crate::domain::training::Source as App;

impl App {
    /// Every app.
    pub const ALL: [Self; 8] = [
        Self::Strong,
        Self::Hevy,
        Self::FitNotes,
        Self::Liftosaur,
        Self::LiftLog,
        Self::Fitbod,
        Self::AlphaProgression,
        Self::Legwork,
    ];

    /// Its name in stored name mappings and in ids.
    ///
    /// ```
    /// use legwork::exchange::App;
    /// assert!(App::ALL.iter().all(|app| App::of_key(app.key()) == Some(*app)));
    /// ```
    pub fn key(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Hevy => "hevy",
            Self::FitNotes => "fitnotes",
            Self::Liftosaur => "liftosaur",
            Self::LiftLog => "liftlog",
            Self::Fitbod => "fitbod",
            Self::AlphaProgression => "alpha",
            Self::Legwork => "legwork",
        }
    }

    /// The app of a key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|app| app.key() == key)
    }

    /// Whether it writes what belongs together apart: sets of one exercise are then brought together.
    pub(super) fn scatters(self) -> bool {
        matches!(self, Self::FitNotes | Self::LiftLog)
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
    pub(super) names: Vec<ForeignName>,
    pub(super) session_at: HashMap<String, usize>,
    pub(super) name_at: HashMap<String, usize>,
    pub(super) current: usize,
    /// How often a set came after the one above it in time, less how often before: below nought, the file is
    /// written backwards.
    pub(super) forwards: i64,
}

/// A session: what the file calls a workout.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ForeignSession {
    /// When it began.
    pub at: Stamp,
    /// When its newest row was, as [`Stamp::local`].
    pub last: i64,
    /// The file's own name for it; empty where it has none.
    pub key: String,
    pub source: Option<App>,
    pub name: String,
    pub lasted: Option<Seconds>,
    pub note: String,
    pub work: Vec<ForeignWork>,
}

/// A name of the file, with what the file says of it beside.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ForeignName {
    pub name: String,
    /// The exercise by its slug here.
    pub slug: Option<ExerciseId>,
    /// Whether the person keeps it among what trains legs.
    pub legs: bool,
}

/// Rows of one exercise that follow each other.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ForeignWork {
    pub name: usize,
    /// Its place in the session, where the file says so.
    pub number: u32,
    pub note: String,
    pub pain: Option<Pain>,
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
    pub confirmed: bool,
    pub kind: SetKind,
    pub side: Side,
    pub stop: Option<StopReason>,
    /// How many equal sets it stands for.
    pub times: u32,
}

/// The work of a foreign set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum ForeignDone {
    Reps(Reps),
    Timed { seconds: Seconds, distance: f64, unit: Option<DistanceUnit> },
}

impl ForeignSet {
    /// A working set of both sides of which nothing more is said.
    pub fn new(line: u32, weight: f64, unit: Option<MassUnit>, done: ForeignDone) -> Self {
        let (kind, side) = (SetKind::Work, Side::Both);
        Self { line, weight, unit, done, rir: None, confirmed: false, kind, side, stop: None, times: 1 }
    }

    /// Takes over the effort the person stated.
    pub fn say(&mut self, rir: Option<Rir>) {
        self.rir = rir;
        self.confirmed = rir.is_some();
    }

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
    pub at: Stamp,
    /// The file's own name for the session; empty where it has none.
    pub key: &'a str,
    pub workout: &'a str,
    pub lasted: Option<Seconds>,
    pub workout_note: &'a str,
    pub exercise: &'a str,
    pub slug: Option<ExerciseId>,
    pub legs: bool,
    pub number: u32,
    pub pain: Option<Pain>,
    pub source: Option<App>,
}

impl<'a> Place<'a> {
    /// A place of which nothing more is said.
    pub fn new(at: Stamp, workout: &'a str, exercise: &'a str) -> Self {
        Self {
            at,
            key: "",
            workout,
            lasted: None,
            workout_note: "",
            exercise,
            slug: None,
            legs: false,
            number: 0,
            pain: None,
            source: None,
        }
    }
}

/// What a row holds.
pub(super) enum What<'a> {
    Note(&'a str),
    Set(ForeignSet, &'a str),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn miles_are_metres() {
        assert_eq!(DistanceUnit::Miles.metres(1.0), Some(1609));
        assert_eq!(DistanceUnit::Kilometres.metres(5.2), Some(5200));
        for bad in [f64::NAN, f64::INFINITY, -1.0, 1e9] {
            assert_eq!(DistanceUnit::Metres.metres(bad), None);
        }
    }
}
