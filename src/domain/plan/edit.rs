//! Changes that a person makes to a plan, each a pure step from one plan to the next, and the way back; what
//! a change does to volume, time and joints is in `check`.

use super::technique::Technique;
use super::{Finisher, Phase, Plan, PlannedSession, PlannedWeek, Prescription};
use crate::domain::exercise::{Exercise, ExerciseId, Item};
use crate::domain::ordered::sort_by_key;
use crate::domain::units::{Minutes, Rir, Seconds};
use chrono::Weekday;

/// Exercises in a session that a person may plan; the generator stops at six.
pub const EXERCISES_MAX: usize = 12;
/// Sets of one exercise that a person may plan; the generator stops at five.
pub const SETS_MAX: u8 = 10;
/// The most reps that can be asked for.
const REPS_MAX: u8 = 50;
/// The longest rest that can be asked for, seconds.
const REST_MAX: u32 = 600;
/// The shortest warm-up, minutes. Source: science H1 rule 5.
const WARM_UP_MIN: u16 = 5;
/// The longest warm-up or cool-down, minutes.
const AROUND_MAX: u16 = 60;
/// Reps of an exercise of which nothing is known. Source: science A (6-15 suits most), [our choice].
const OWN_REPS: (u8, u8) = (8, 15);
/// Its rest, seconds. [our choice]
const OWN_REST: i64 = 120;
/// Steps back that are kept.
const STEPS_MAX: usize = 50;

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

/// What is usually asked of an exercise: its catalogue range and rest, and two reps in reserve.
///
/// ```
/// use legwork::domain::{exercise::find, plan::edit::usual};
/// let curl = usual(find("seated-leg-curl").unwrap(), 3);
/// assert_eq!((curl.sets, curl.reps, curl.rest.get()), (3, (8, 15), 90));
/// ```
pub fn usual(row: &'static Exercise, sets: u8) -> Prescription {
    Prescription {
        exercise: ExerciseId::from(row),
        sets,
        reps: (row.reps_low.max(5), row.reps_high.max(6)),
        rir: (Rir::ONE, Rir::TWO),
        rest: Seconds::saturating(i64::from(row.rest)),
        paired_with: None,
        finisher: None,
    }
}

/// What is usual for a person's own exercise: that of the catalogue's exercise it is like, if it is like one.
///
/// ```
/// use legwork::domain::{exercise::{ExerciseId, find}, plan::edit::usual_own};
/// let own = ExerciseId::parse("own-belt-march").unwrap();
/// assert_eq!(usual_own(&own, None, 3).reps, (8, 15));
/// let press = find("leg-press-45").unwrap();
/// assert_eq!(usual_own(&own, Some(press), 3).rest.get(), u32::from(press.rest));
/// ```
pub fn usual_own(exercise: &ExerciseId, like: Option<&'static Exercise>, sets: u8) -> Prescription {
    match like {
        Some(row) => Prescription { exercise: exercise.clone(), ..usual(row, sets) },
        None => Prescription {
            exercise: exercise.clone(),
            sets,
            reps: OWN_REPS,
            rir: (Rir::ONE, Rir::TWO),
            rest: Seconds::saturating(OWN_REST),
            paired_with: None,
            finisher: None,
        },
    }
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
            // Nobody starts cold (science H1 rule 5).
            if warm_up.get() < WARM_UP_MIN || warm_up.get().max(cool_down.get()) > AROUND_MAX {
                return Err(Refused::OutOfRange);
            }
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

/// Lets an exercise alternate with another or with none; whoever they alternated with stands alone.
fn pair(session: &mut PlannedSession, at: usize, to: Option<usize>) {
    let both = [Some(at), to];
    for (place, one) in session.exercises.iter_mut().enumerate() {
        let partner = one.paired_with.map(usize::from);
        let fresh = if place == at {
            to
        } else if Some(place) == to {
            Some(at)
        } else {
            partner.filter(|_| !both.contains(&partner))
        };
        one.paired_with = fresh.and_then(|place| u8::try_from(place).ok());
    }
}

/// Whether a prescription can be asked for at all.
pub(super) fn sound(one: &Prescription) -> Result<(), Refused> {
    if one.sets > SETS_MAX {
        return Err(Refused::TooMany);
    }
    let reps = (1..=REPS_MAX).contains(&one.reps.0) && (one.reps.0..=REPS_MAX).contains(&one.reps.1);
    if one.sets == 0 || !reps || one.rir.0 > one.rir.1 || one.rest.get() > REST_MAX {
        return Err(Refused::OutOfRange);
    }
    Ok(())
}

/// The same sets of another exercise, in its own range and rest; a free bar is never taken to failure.
fn swapped(one: &Prescription, with: &ExerciseId) -> Prescription {
    let Some(row) = with.built_in() else {
        return Prescription { exercise: with.clone(), finisher: None, ..one.clone() };
    };
    let mut rir = one.rir;
    if row.needs.iter().any(|kit| kit.has(Item::Barbell)) {
        rir = (rir.0.max(Rir::ONE), rir.1.max(Rir::ONE));
    }
    Prescription {
        rir,
        paired_with: one.paired_with,
        finisher: one.finisher.filter(|finisher| Technique::of(*finisher).suits(row).is_ok()),
        ..usual(row, one.sets)
    }
}

/// Changes the order or the members of a session and keeps who alternates with whom. Each member carries its
/// old place; one without (`usize::MAX`) alternates with nobody.
fn rearrange(session: &mut PlannedSession, change: impl FnOnce(&mut Vec<(usize, Prescription)>)) {
    let mut list: Vec<(usize, Prescription)> = session.exercises.drain(..).enumerate().collect();
    change(&mut list);
    let places: Vec<usize> = list.iter().map(|(old, _)| *old).collect();
    session.exercises = list
        .into_iter()
        .map(|(old, mut one)| {
            let partner = one.paired_with.filter(|_| old != usize::MAX).map(usize::from);
            one.paired_with =
                partner.and_then(|old| u8::try_from(places.iter().position(|place| *place == old)?).ok());
            one
        })
        .collect();
}

/// A plan while it is edited, with the way back.
#[derive(Debug, Clone, PartialEq)]
pub struct Editing {
    now: Plan,
    before: Vec<Plan>,
    undone: Vec<Plan>,
}

impl Editing {
    /// Begins with a plan.
    pub fn of(plan: Plan) -> Self {
        Self { now: plan, before: Vec::new(), undone: Vec::new() }
    }

    /// The plan as it is now.
    pub fn plan(&self) -> &Plan {
        &self.now
    }

    /// Makes a change.
    ///
    /// # Errors
    /// [`Refused`]; nothing is changed then.
    pub fn apply(&mut self, scope: Scope, edit: &Edit) -> Result<(), Refused> {
        self.replace(apply(&self.now, scope, edit)?);
        Ok(())
    }

    /// Puts a whole plan in its place, as one step that can be taken back.
    pub fn replace(&mut self, plan: Plan) {
        self.before.push(std::mem::replace(&mut self.now, plan));
        if self.before.len() > STEPS_MAX {
            self.before.remove(0);
        }
        self.undone.clear();
    }

    /// Takes the last change back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.before.pop() else { return false };
        self.undone.push(std::mem::replace(&mut self.now, before));
        true
    }

    /// Makes the last change that was taken back again; whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.undone.pop() else { return false };
        self.before.push(std::mem::replace(&mut self.now, after));
        true
    }
}
