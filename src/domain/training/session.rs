//! A recorded session: its exercises and their sets; it does not know what was planned beyond its slot.

use crate::domain::calendar::Day;
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::id::SessionId;
use crate::domain::plan::Slot;
use crate::domain::safety::Pain;
use crate::domain::units::{Kg, Reps, Rir, Seconds};

/// One visit to the gym. It belongs to the day it started.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The local day it started.
    pub day: Day,
    /// When it started, milliseconds since 1970 UTC; the local start for imported ones.
    pub started_at: i64,
    /// How long it took.
    pub lasted: Option<Seconds>,
    /// The name the person or the other app gave it; empty for a planned one.
    pub name: String,
    /// The planned session it did.
    pub slot: Option<Slot>,
    /// What was done, in order.
    pub exercises: Vec<ExerciseWork>,
    /// A remark.
    pub note: String,
    /// When it was last changed, milliseconds since 1970 UTC: the newer edit wins a merge.
    pub edited_at: i64,
    /// Where it came from.
    pub source: Source,
}

impl Session {
    /// Whether it has leg work in it: an exercise that gives a muscle of the legs anything.
    ///
    /// ```
    /// use legwork::domain::{calendar::{Day, Now}, exercise::OwnExercises, training::Session};
    /// let day = Day::parse("2026-11-21").unwrap();
    /// let book = legwork::domain::example::logbook(Now { day, millis: 1_795_240_000_000, offset_minutes: 0 });
    /// let last = book.log.sessions().last().unwrap();
    /// assert!(last.trains_legs(&book.exercises));
    /// assert!(!Session { exercises: Vec::new(), ..last.clone() }.trains_legs(&book.exercises));
    /// ```
    pub fn trains_legs(&self, own: &OwnExercises) -> bool {
        self.exercises.iter().any(|work| !own.credit(&work.exercise).is_none())
    }
}

/// Where a record came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// Logged here.
    Legwork,
    /// Strong's export.
    Strong,
    /// Hevy's export.
    Hevy,
    /// FitNotes' export.
    FitNotes,
    /// Liftosaur's history.
    Liftosaur,
    /// LiftLog's plain export.
    LiftLog,
    /// Fitbod's export.
    Fitbod,
    /// Alpha Progression's export.
    AlphaProgression,
}

/// The sets of one exercise in one session.
#[derive(Debug, Clone, PartialEq)]
pub struct ExerciseWork {
    /// The exercise.
    pub exercise: ExerciseId,
    /// Its sets, in order.
    pub sets: Vec<SetEntry>,
    /// A remark.
    pub note: String,
    /// How it hurt, where the person said so.
    pub pain: Option<Pain>,
}

/// One row of the log.
#[derive(Debug, Clone, PartialEq)]
pub struct SetEntry {
    /// The load in the hand, on the bar or on the stack; none is one's own body.
    pub load: Kg,
    /// What was done with it.
    pub done: Done,
    /// How near failure it came.
    pub effort: Effort,
    /// What kind of set it was.
    pub kind: SetKind,
    /// Which side did it.
    pub side: Side,
    /// What ended it, where that was not the muscle.
    pub stop: Option<StopReason>,
}

/// The work of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Repetitions.
    Reps(Reps),
    /// A hold or a run: seconds, and metres where there was a distance.
    Timed {
        /// How long.
        seconds: Seconds,
        /// How far, in metres.
        metres: u32,
    },
}

/// Reps in reserve, and whether the person said so or the plan prefilled it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effort {
    /// Reps left; `None` where nobody said.
    pub rir: Option<Rir>,
    /// Whether the person touched it. Prefilled effort counts, and is shown as unverified.
    pub confirmed: bool,
}

/// What kind of set it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum SetKind {
    /// A working set.
    #[default]
    Work,
    /// A warm-up: never counted.
    WarmUp,
    /// A lighter continuation of the set before it: half a set.
    Drop,
    /// A short-rest continuation of the set before it: half a set.
    RestPause,
    /// A myo-rep mini-set after the set before it: half a set.
    Myo,
    /// Partial reps after the set before it: nothing.
    Partial,
}

/// Which side did a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Side {
    /// Both together, or one after the other in one row.
    #[default]
    Both,
    /// The left alone.
    Left,
    /// The right alone.
    Right,
}

/// What ended a set, where reps were left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum StopReason {
    Breath,
    Back,
    Discomfort,
    Time,
    Pain,
}

impl StopReason {
    /// Every reason.
    pub const ALL: [Self; 5] = [Self::Breath, Self::Back, Self::Discomfort, Self::Time, Self::Pain];
}

/// How many sets rows amount to; left and right are one.
pub(super) fn both_sides(rows: &mut dyn Iterator<Item = &SetEntry>) -> usize {
    rows.map(|row| if row.side == Side::Both { 2 } else { 1 }).sum::<usize>().div_ceil(2)
}

impl SetEntry {
    /// A working set of both sides with stated effort.
    pub fn work(load: Kg, reps: Reps, effort: Effort) -> Self {
        Self { load, done: Done::Reps(reps), effort, kind: SetKind::Work, side: Side::Both, stop: None }
    }

    /// Its reps; none for a timed set.
    pub fn reps(&self) -> Option<Reps> {
        match self.done {
            Done::Reps(reps) => Some(reps),
            Done::Timed { .. } => None,
        }
    }
}
