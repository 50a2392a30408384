//! Changes that a person makes to a plan, each a pure step from one plan to the next; what a change does to
//! volume, time and joints is in `check`.

mod alternation;
mod bounds;
mod editing;
mod usual;

pub(super) use bounds::sound;
pub use bounds::{EXERCISES_MAX, SETS_MAX};
pub use editing::Editing;
pub use usual::{usual, usual_own};

use super::{Finisher, Phase, Plan, PlannedSession, PlannedWeek, Prescription};
use crate::domain::exercise::ExerciseId;
use crate::domain::ordered::sort_by_key;
use crate::domain::units::{Minutes, Rir, Seconds};
use alternation::{pair, rearrange};
use bounds::around;
use chrono::Weekday;
use usual::swapped;

/// The weeks that a change touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// This week alone.
    Only(u8),
    /// This week and all after it.
    From(u8),
}

impl Scope {
    fn holds(self, week: usize) -> bool {
        match self {
            Self::Only(only) => week == usize::from(only),
            Self::From(from) => week >= usize::from(from),
        }
    }
}

/// What a person changes. An exercise is named by itself, as its place differs from week to week.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Puts an exercise at a place of a session.
    Add {
        /// The session of the week.
        session: u8,
        /// Where it goes; past the end is the end.
        at: u8,
        /// What is asked of it.
        one: Prescription,
    },
    /// Takes an exercise out.
    Remove {
        /// The session of the week.
        session: u8,
        /// The exercise.
        exercise: ExerciseId,
    },
    /// Puts another exercise in its place, with the same sets.
    Swap {
        /// The session of the week.
        session: u8,
        /// The exercise.
        exercise: ExerciseId,
        /// What comes instead.
        with: ExerciseId,
    },
    /// Moves an exercise to another place of its session.
    Move {
        /// The session of the week.
        session: u8,
        /// The exercise.
        exercise: ExerciseId,
        /// Its new place.
        to: u8,
    },
    /// Changes what is asked of an exercise.
    Set {
        /// The session of the week.
        session: u8,
        /// The exercise.
        exercise: ExerciseId,
        /// The new value.
        value: Value,
    },
    /// Lets two exercises alternate, or an exercise stand by itself.
    Pair {
        /// The session of the week.
        session: u8,
        /// The exercise.
        exercise: ExerciseId,
        /// The one it alternates with.
        with: Option<ExerciseId>,
    },
    /// Changes the minutes before and after a session.
    Around {
        /// The session of the week.
        session: u8,
        /// Warm-up.
        warm_up: Minutes,
        /// Cool-down.
        cool_down: Minutes,
    },
    /// Moves a session to another day; the sessions of the week keep the order of their days.
    Day {
        /// The session of the week.
        session: u8,
        /// Its new day.
        weekday: Weekday,
    },
}

/// A new value of a prescription.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Value {
    Sets(u8),
    Reps(u8, u8),
    Rir(Rir, Rir),
    Rest(Seconds),
    Finisher(Option<Finisher>),
}

/// Why a change is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The plan has no such week or session.
    #[error("no such session")]
    NoSuchSession,
    /// No week in scope has this exercise in this session.
    #[error("no such exercise")]
    NoSuchExercise,
    /// The session has it already.
    #[error("the exercise is there already")]
    Twice,
    /// More exercises or sets than a session may have.
    #[error("too many")]
    TooMany,
    /// Reps, effort or rest that make no sense.
    #[error("out of range")]
    OutOfRange,
    /// Another session is on that day.
    #[error("the day is taken")]
    DayTaken,
    /// The last exercise of a session stays.
    #[error("a session needs an exercise")]
    LastOne,
}

/// The plan after a change; the one before is untouched.
///
/// # Errors
/// [`Refused`] where the change names what is not there or asks for what cannot be.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::edit::{apply, Edit, Scope, Value};
/// let exercise = plan.weeks[0].sessions[0].exercises[0].exercise.clone();
/// let fewer = Edit::Set { session: 0, exercise, value: Value::Sets(2) };
/// let changed = apply(&plan, Scope::From(1), &fewer).unwrap();
/// assert_eq!(changed.weeks[0], plan.weeks[0]); // before the scope
/// assert_eq!(changed.weeks[1].sessions[0].exercises[0].sets, 2);
/// ```
pub fn apply(plan: &Plan, scope: Scope, edit: &Edit) -> Result<Plan, Refused> {
    let mut next = plan.clone();
    let (mut touched, mut refused) = (false, Refused::NoSuchSession);
    for (number, week) in next.weeks.iter_mut().enumerate() {
        if !scope.holds(number) {
            continue;
        }
        match on_week(week, edit) {
            Ok(()) => touched = true,
            // An easy week may lack an exercise that the others have.
            Err(absent @ (Refused::NoSuchExercise | Refused::NoSuchSession)) => refused = absent,
            Err(other) => return Err(other),
        }
    }
    if touched { Ok(next) } else { Err(refused) }
}

fn on_week(week: &mut PlannedWeek, edit: &Edit) -> Result<(), Refused> {
    let easy = week.phase == Phase::Deload;
    match edit {
        Edit::Day { session, weekday } => return on_day(week, *session, *weekday),
        Edit::Pair { session, exercise, with } => {
            let session = of_week(week, *session)?;
            let at = place(session, exercise)?;
            let to = with.as_ref().map(|with| place(session, with)).transpose()?;
            if to == Some(at) {
                return Err(Refused::Twice);
            }
            pair(session, at, to);
        }
        Edit::Around { session, warm_up, cool_down } => {
            around(*warm_up, *cool_down)?;
            let session = of_week(week, *session)?;
            (session.warm_up, session.cool_down) = (*warm_up, *cool_down);
        }
        Edit::Add { session, at, one } => {
            let mut one = one.clone();
            if easy {
                // Half the sets and no technique, as the whole week has it.
                one.sets = one.sets.div_ceil(2).max(2);
                one.rir = (Rir::THREE, Rir::FOUR);
                one.finisher = None;
            }
            sound(&one)?;
            let session = of_week(week, *session)?;
            if session.exercises.iter().any(|known| known.exercise == one.exercise) {
                return Err(Refused::Twice);
            }
            if session.exercises.len() >= EXERCISES_MAX {
                return Err(Refused::TooMany);
            }
            let at = usize::from(*at).min(session.exercises.len());
            rearrange(session, |list| list.insert(at, (usize::MAX, one)));
        }
        Edit::Remove { session, exercise } => {
            let session = of_week(week, *session)?;
            let at = place(session, exercise)?;
            if session.exercises.len() < 2 {
                return Err(Refused::LastOne);
            }
            rearrange(session, |list| {
                list.remove(at);
            });
        }
        Edit::Move { session, exercise, to } => {
            let session = of_week(week, *session)?;
            let at = place(session, exercise)?;
            let to = usize::from(*to).min(session.exercises.len().saturating_sub(1));
            rearrange(session, |list| {
                let one = list.remove(at);
                list.insert(to, one);
            });
        }
        Edit::Swap { session, exercise, with } => {
            let session = of_week(week, *session)?;
            let at = place(session, exercise)?;
            if session.exercises.iter().any(|known| known.exercise == *with) {
                return Err(Refused::Twice);
            }
            let kept = with.built_in().is_some_and(|row| !row.compound);
            if let Some(one) = session.exercises.get_mut(at) {
                *one = swapped(one, with);
            }
            if !kept {
                rearrange(session, |list| {
                    if let Some(slot) = list.get_mut(at) {
                        slot.0 = usize::MAX;
                    }
                });
            }
        }
        Edit::Set { session, exercise, value } => {
            let session = of_week(week, *session)?;
            let at = place(session, exercise)?;
            let Some(one) = session.exercises.get_mut(at) else { return Err(Refused::NoSuchExercise) };
            let mut changed = one.clone();
            match value {
                Value::Sets(sets) if easy => changed.sets = sets.div_ceil(2).max(1),
                Value::Sets(sets) => changed.sets = *sets,
                Value::Reps(from, to) => changed.reps = (*from, *to),
                // A deload stays easy.
                Value::Rir(..) | Value::Finisher(_) if easy => {}
                Value::Rir(from, to) => changed.rir = (*from, *to),
                Value::Rest(rest) => changed.rest = *rest,
                Value::Finisher(finisher) => changed.finisher = *finisher,
            }
            sound(&changed)?;
            *one = changed;
        }
    }
    Ok(())
}

fn on_day(week: &mut PlannedWeek, session: u8, weekday: Weekday) -> Result<(), Refused> {
    let at = usize::from(session);
    if week.sessions.iter().enumerate().any(|(other, s)| other != at && s.weekday == weekday) {
        return Err(Refused::DayTaken);
    }
    of_week(week, session)?.weekday = weekday;
    sort_by_key(&mut week.sessions, |session| session.weekday.num_days_from_monday());
    Ok(())
}

fn of_week(week: &mut PlannedWeek, session: u8) -> Result<&mut PlannedSession, Refused> {
    week.sessions.get_mut(usize::from(session)).ok_or(Refused::NoSuchSession)
}

fn place(session: &PlannedSession, exercise: &ExerciseId) -> Result<usize, Refused> {
    session.exercises.iter().position(|one| one.exercise == *exercise).ok_or(Refused::NoSuchExercise)
}
