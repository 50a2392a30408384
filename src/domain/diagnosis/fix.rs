//! What one tap would change: a typed change of the plan or of a target, chosen here, shown before it is done
//! by [`super::preview`]. Nothing is changed by itself.

use super::Case;
use super::View;
use crate::domain::anatomy::{Credit, Function, Muscle};
use crate::domain::athlete::TrainingDays;
use crate::domain::exercise::{CATALOGUE, Exercise, ExerciseId, MISMATCH, likeness, most_alike};
use crate::domain::plan::generate::allowed;
use crate::domain::plan::{Phase, PlannedSession, PlannedWeek, Prescription, schedule};
use crate::domain::units::{Grams, Kg, Minutes};

/// Sets of one exercise, least and most. Source: science H1, rule 5.
pub(super) const SETS: (u8, u8) = (2, 5);
/// Exercises of one session. Source: science H1, rule 3.
pub(super) const EXERCISES: usize = 6;

/// Sets that one tap adds to a week at most: as many as are known to do something. Source: science B
/// (Pelland 2025); more at once would break the guard of science H2.
const ADDED: u8 = 4;

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub enum Fix {
    /// See a clinician before anything else.
    SeeClinician,
    /// Plan for these days only.
    TrainOn(TrainingDays),
    /// Do a set of it for as many reps as there are, and compare.
    Calibrate {
        /// The exercise.
        exercise: ExerciseId,
    },
    /// More sets of an exercise in a session of every week to come; a new one if it is not there yet.
    Add {
        /// The exercise.
        exercise: ExerciseId,
        /// Sets more.
        sets: u8,
        /// The session of the week, from 0.
        session: u8,
    },
    /// Fewer sets of an exercise in a session of every week to come.
    Remove {
        /// The exercise.
        exercise: ExerciseId,
        /// Sets fewer.
        sets: u8,
        /// The session of the week, from 0.
        session: u8,
    },
    /// Some sets of an exercise in another session of the week.
    Move {
        /// The exercise.
        exercise: ExerciseId,
        /// Sets that move.
        sets: u8,
        /// From this session.
        from: u8,
        /// To this one.
        to: u8,
    },
    /// Plan this muscle first in every session: what it is asked for is planned, and does not get done.
    Prioritise(Muscle),
    /// Another exercise for the same muscles.
    Replace {
        /// The exercise.
        exercise: ExerciseId,
        /// The other.
        with: ExerciseId,
    },
    /// The next load of an exercise.
    Raise {
        /// The exercise.
        exercise: ExerciseId,
        /// The load.
        from: Kg,
        /// The next.
        to: Kg,
    },
    /// More food, kcal above maintenance.
    RaiseSurplus {
        /// Now.
        from: f64,
        /// Then.
        to: f64,
    },
    /// More protein a day.
    EatProtein {
        /// The mean now.
        from: Grams,
        /// The aim.
        to: Grams,
    },
    /// A night at least this long.
    SleepFor(Minutes),
    /// Half the sets for a week.
    Deload,
}

impl Fix {
    /// Whether it changes the plan that runs, and nothing else.
    ///
    /// ```
    /// use legwork::domain::diagnosis::Fix;
    /// assert!(Fix::Deload.is_in_plan() && !Fix::SeeClinician.is_in_plan());
    /// ```
    pub const fn is_in_plan(&self) -> bool {
        matches!(
            self,
            Self::Add { .. } | Self::Remove { .. } | Self::Move { .. } | Self::Replace { .. } | Self::Deload
        )
    }
}

/// Whether a set of it is a whole set of the muscle, or of one function of it.
fn trains(credit: Credit, muscle: Muscle, function: Option<Function>) -> bool {
    match function {
        Some(function) => credit.halves(function) == 2,
        None => muscle.functions().iter().any(|function| credit.halves(*function) == 2),
    }
}

/// The week of the plan that a change would first concern.
fn week_ahead<'a>(view: &View<'a>) -> Option<&'a PlannedWeek> {
    let (plan, place) = schedule::in_force(view.plans, view.today)?;
    plan.weeks.iter().skip(place).find(|week| week.phase != Phase::Deload)
}

/// Whether this person can and may do it; without a profile, what needs no skill.
fn possible(view: &View<'_>, row: &Exercise) -> bool {
    match view.profile {
        Some(profile) => allowed(row, profile).is_some(),
        None => row.prescribable() && row.skill == 1,
    }
}

/// About so many sets more: of an exercise in the plan, of one the person does, else of one they could do.
pub(super) fn add_sets(
    case: &Case<'_, '_>,
    muscle: Muscle,
    function: Option<Function>,
    short: f64,
) -> Option<Fix> {
    let view = case.view;
    let wanted = (short.ceil() as u8).clamp(1, ADDED);
    let right = |id: &ExerciseId| trains(view.own.credit(id), muscle, function);
    let week = week_ahead(view);
    // Room at an exercise that is planned.
    for (place, session) in week.iter().flat_map(|week| week.sessions.iter().enumerate()) {
        for one in session.exercises.iter().filter(|one| right(&one.exercise)) {
            let room = SETS.1.saturating_sub(one.sets);
            if room > 0 {
                let session = u8::try_from(place).ok()?;
                return Some(Fix::Add { exercise: one.exercise.clone(), sets: wanted.min(room), session });
            }
        }
    }
    let exercise = case
        .record
        .rows
        .iter()
        .rev()
        .map(|row| row.exercise)
        .find(|id| right(id))
        .cloned()
        .or_else(|| best_of_catalogue(view, |row| trains(row.credit, muscle, function)))?;
    let place = week.and_then(|week| {
        let room = |(_, session): &(usize, &PlannedSession)| {
            session.exercises.len() < EXERCISES
                && !session.exercises.iter().any(|one| one.exercise == exercise)
        };
        let least = week.sessions.iter().enumerate().filter(room);
        least.min_by_key(|(_, session)| session.exercises.len()).map(|(place, _)| place)
    });
    if week.is_some() && place.is_none() {
        return None;
    }
    let session = u8::try_from(place.unwrap_or(0)).ok()?;
    Some(Fix::Add { exercise, sets: wanted.max(SETS.0), session })
}

/// What mends a plan that asks for enough and is not done: another exercise in place of the one left out, else
/// the muscle first.
pub(super) fn make_doable(case: &Case<'_, '_>, muscle: Muscle, function: Option<Function>) -> Fix {
    let view = case.view;
    let left_out = planned(case, muscle).into_iter().map(|(_, one)| &one.exercise).find(|id| {
        trains(view.own.credit(id), muscle, function)
            && !case.visits().any(|visit| visit.session.exercises.iter().any(|work| work.exercise == **id))
    });
    left_out
        .and_then(|exercise| {
            let with = substitute(view, exercise, false)
                .filter(|with| trains(view.own.credit(with), muscle, function))?;
            Some(Fix::Replace { exercise: exercise.clone(), with })
        })
        .unwrap_or(Fix::Prioritise(muscle))
}

/// The simplest exercise of the catalogue that this person can do and that does it.
fn best_of_catalogue(view: &View<'_>, does: impl Fn(&Exercise) -> bool) -> Option<ExerciseId> {
    let rows = CATALOGUE.iter().filter(|row| does(row) && possible(view, row));
    rows.min_by_key(|row| (row.skill, row.compound, row.axial)).map(ExerciseId::from)
}

/// About so many sets fewer, of the planned exercise with the most.
pub(super) fn remove_sets(case: &Case<'_, '_>, muscle: Muscle, over: f64) -> Option<Fix> {
    let wanted = (over.ceil() as u8).max(1);
    let (session, one) = planned(case, muscle).into_iter().max_by_key(|(_, one)| one.sets)?;
    let sets = wanted.min(one.sets.saturating_sub(SETS.0));
    (sets > 0).then(|| Fix::Remove { exercise: one.exercise.clone(), sets, session })
}

/// The planned exercises of a muscle with their session.
fn planned<'a>(case: &Case<'_, 'a>, muscle: Muscle) -> Vec<(u8, &'a Prescription)> {
    let mut found = Vec::new();
    for (place, session) in week_ahead(case.view).iter().flat_map(|week| week.sessions.iter().enumerate()) {
        for one in &session.exercises {
            if trains(case.view.own.credit(&one.exercise), muscle, None) {
                found.push((u8::try_from(place).unwrap_or(u8::MAX), one));
            }
        }
    }
    found
}

/// Sets of a muscle moved from the session with the most of it to the one with the least.
pub(super) fn spread(case: &Case<'_, '_>, muscle: Muscle) -> Option<Fix> {
    let sessions = week_ahead(case.view)?.sessions.len();
    let all = planned(case, muscle);
    let mut sums = vec![0_u32; sessions];
    for (place, one) in &all {
        if let Some(sum) = sums.get_mut(usize::from(*place)) {
            *sum += u32::from(one.sets);
        }
    }
    let (mut most, mut least) = ((0, 0), (0, u32::MAX));
    for (place, sum) in sums.into_iter().enumerate() {
        if sum > most.1 {
            most = (place, sum);
        }
        if sum < least.1 {
            least = (place, sum);
        }
    }
    if most.0 == least.0 {
        return None;
    }
    let here = all.into_iter().filter(|(place, _)| usize::from(*place) == most.0);
    let (_, one) = here.max_by_key(|(_, one)| one.sets)?;
    // All of a small exercise moves, half of a large one.
    let sets = if one.sets < 2 * SETS.0 { one.sets } else { one.sets / 2 };
    Some(Fix::Move {
        exercise: one.exercise.clone(),
        sets,
        from: u8::try_from(most.0).ok()?,
        to: u8::try_from(least.0).ok()?,
    })
}

/// Another exercise that trains what this one trains directly, as nearly as there is one, and rather not on
/// the same joints; where it `hurts`, another movement and a lighter spine are no loss.
pub(super) fn substitute(view: &View<'_>, exercise: &ExerciseId, hurts: bool) -> Option<ExerciseId> {
    let old = exercise.built_in()?;
    let planned = week_ahead(view).map_or(&[][..], |week| &week.sessions);
    let beside =
        planned.iter().filter(|session| session.exercises.iter().any(|one| one.exercise == *exercise));
    let beside: Vec<&ExerciseId> =
        beside.flat_map(|session| &session.exercises).map(|one| &one.exercise).collect();
    let alike = |row: &Exercise| {
        // A joint that both stress counts like another pattern. Source: C.
        let joints = row.stresses.iter().filter(|joint| old.stresses.contains(joint)).count();
        let done_otherwise = if hurts { 0.0 } else { old.mismatch(row) };
        likeness(old.credit, row.credit) - done_otherwise - MISMATCH * joints as f64
    };
    let rows = CATALOGUE.iter().filter(|row| {
        row.slug != old.slug
            && !beside.iter().any(|id| id.as_str() == row.slug)
            && Function::ALL
                .into_iter()
                .any(|function| old.credit.halves(function) == 2 && row.credit.halves(function) == 2)
            && possible(view, row)
    });
    rows.min_by_key(|row| (most_alike(alike(row)), row.skill)).map(ExerciseId::from)
}
