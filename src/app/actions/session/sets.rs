//! The sets of the running session: logged, changed, taken back.

use super::trials::{Changed, follow};
use super::{change_draft, undo_in_draft};
use crate::app::documents::Documents;
use crate::app::notice::{Said, Undo};
use crate::app::transaction::ActionError;
use crate::domain::calendar::Now;
use crate::domain::exercise::{Kit, OwnExercises};
use crate::domain::logbook::Logbook;
use crate::domain::training::calibration::trial;
use crate::domain::training::loading::{Inventory, holder_of};
use crate::domain::training::running::bout;
use crate::domain::training::{Draft, Effort, Rest, SetEntry};
use crate::domain::units::Rir;
use crate::storage::DocKey;
use std::sync::Arc;

/// Logs a set of the exercise at `place` and starts its rest.
///
/// # Errors
/// [`ActionError::Gone`] where no session runs or there is no such exercise.
pub fn log_set(docs: Documents, place: usize, entry: &SetEntry) -> Result<(), ActionError> {
    log_sets(docs, place, std::slice::from_ref(entry))
}

/// Logs what was one effort at `place`, left and right apart or not: its rest starts, and what alternates with
/// it is shown.
///
/// # Errors
/// [`ActionError::Gone`] where no session runs or there is no such exercise.
pub fn log_sets(docs: Documents, place: usize, entries: &[SetEntry]) -> Result<(), ActionError> {
    let mut logged: Vec<i64> = Vec::new();
    let (now, iron) = (docs.now(), docs.iron());
    docs.transact(&[DocKey::Draft], &mut |book| {
        let draft = book.draft.as_mut().ok_or(ActionError::Gone)?;
        logged = record(draft, &book.exercises, place, entries, now, &iron)?;
        Ok(())
    })?;
    docs.say(Said::SetLogged, Some(undo_in_draft(take_back(place, logged))));
    Ok(())
}

/// Logs the set of the exercise at `place` that was taken to its end, left and right apart or not, with what
/// was said of it before: where the sides differ, the weaker one tells.
///
/// # Errors
/// [`ActionError::Gone`] where no session runs or nothing was said, [`ActionError::NotPossible`] where fewer
/// reps were done than when it was said.
pub fn log_trial(docs: Documents, place: usize, entries: &[SetEntry]) -> Result<(), ActionError> {
    let mut logged: Vec<i64> = Vec::new();
    let mut kept = None;
    let (now, iron) = (docs.now(), docs.iron());
    let effort = Effort { rir: Some(Rir::ZERO), confirmed: true };
    let entries: Vec<SetEntry> =
        entries.iter().map(|entry| SetEntry { effort, stop: None, ..entry.clone() }).collect();
    docs.transact(&[DocKey::Draft, DocKey::Trials], &mut |book| {
        let draft = book.draft.as_mut().ok_or(ActionError::Gone)?;
        let exercise = draft.exercises.get_mut(place).ok_or(ActionError::Gone)?;
        let guess = exercise.guess.ok_or(ActionError::Gone)?;
        let pattern = exercise.exercise.built_in().ok_or(ActionError::Gone)?.pattern;
        let weaker = entries.iter().min_by_key(|entry| entry.reps()).ok_or(ActionError::Gone)?;
        let found = trial(weaker, guess.at, guess.claimed, pattern, draft.day);
        let found = found.ok_or(ActionError::NotPossible)?;
        exercise.guess = None;
        logged = record(draft, &book.exercises, place, &entries, now, &iron)?;
        book.trials.push(found);
        kept = Some((guess, found));
        Ok(())
    })?;
    let Some((guess, found)) = kept else { return Ok(()) };
    let back = take_back(place, logged);
    let undo = Undo {
        keys: vec![DocKey::Draft, DocKey::Trials],
        back: Arc::new(move |book: &mut Logbook| {
            if let Some(place) = book.trials.iter().rposition(|trial| *trial == found) {
                book.trials.remove(place);
            }
            if let Some(draft) = book.draft.as_mut() {
                back(draft);
                if let Some(exercise) = draft.exercises.get_mut(place) {
                    exercise.guess = Some(guess);
                }
            }
        }),
    };
    docs.say(Said::Calibrated { claimed: found.claimed, further: found.further }, Some(undo));
    Ok(())
}

/// Logs sets, and goes on to what comes after them.
fn record(
    draft: &mut Draft,
    own: &OwnExercises,
    place: usize,
    entries: &[SetEntry],
    now: Now,
    (gym, kit): &(Inventory, Kit),
) -> Result<Vec<i64>, ActionError> {
    let mut moments = Vec::with_capacity(entries.len());
    for entry in entries {
        moments.push(draft.record(place, entry.clone(), now.millis).map_err(|_| ActionError::Gone)?);
    }
    let exercise = draft.exercises.get(place).ok_or(ActionError::Gone)?;
    let holder = holder_of(gym, own.row(&exercise.exercise), *kit);
    let next = exercise.planned.as_ref().and_then(|planned| bout(planned, &exercise.sets, &holder));
    let kind = entries.last().map_or_else(Default::default, |entry| entry.kind);
    let turn = draft.turn(place, kind, next);
    draft.current = turn.place;
    // What is logged later has no rest to wait for.
    let rest = turn.rest.filter(|_| draft.day == now.day || draft.lately(now.millis));
    draft.rest = rest.map(|length| Rest::from(now.millis, length));
    Ok(moments)
}

/// Takes sets back that were just logged, and shows their exercise again.
fn take_back(place: usize, moments: Vec<i64>) -> impl Fn(&mut Draft) + Send + Sync + 'static {
    move |draft| {
        for at in &moments {
            // Already taken back elsewhere: the wish is fulfilled.
            draft.undo(*at).ok();
        }
        draft.current = place.min(draft.exercises.len().saturating_sub(1));
        draft.rest = None;
    }
}

/// Takes back the set logged at this moment.
///
/// # Errors
/// [`ActionError::Gone`] where there is none.
pub fn undo_set(docs: Documents, at: i64) -> Result<(), ActionError> {
    undo_sets(docs, &[at])
}

/// Takes back the sets logged at these moments.
///
/// # Errors
/// [`ActionError::Gone`] where one is not there.
pub fn undo_sets(docs: Documents, moments: &[i64]) -> Result<(), ActionError> {
    let mut taken: Vec<(usize, i64, SetEntry)> = Vec::new();
    let (mut changes, mut day) = (Vec::<Changed>::new(), docs.now().day);
    change_draft(docs, &mut |draft| {
        for at in moments {
            let place = draft.exercises.iter().position(|e| e.sets.iter().any(|set| set.at == *at));
            let entry = draft.undo(*at).map_err(|_| ActionError::Gone)?;
            let exercise = place.and_then(|place| draft.exercises.get(place));
            changes.extend(exercise.map(|one| (one.exercise.clone(), entry.clone(), None)));
            taken.extend(place.map(|place| (place, *at, entry)));
        }
        day = draft.day;
        draft.rest = None;
        Ok(())
    })?;
    let undo = undo_in_draft(move |draft| {
        for (place, at, entry) in &taken {
            // The exercise may be gone; then there is no place to put the set back to.
            draft.put_back(*place, entry.clone(), *at).ok();
        }
    });
    docs.say(Said::SetUndone, Some(follow(docs, day, &changes, undo)));
    Ok(())
}

/// Replaces the set logged at this moment.
///
/// # Errors
/// [`ActionError::Gone`] where there is none.
pub fn change_set(docs: Documents, at: i64, entry: &SetEntry) -> Result<(), ActionError> {
    change_sets(docs, &[(at, entry.clone())])
}

/// Replaces the sets logged at these moments.
///
/// # Errors
/// [`ActionError::Gone`] where one is not there.
pub fn change_sets(docs: Documents, changes: &[(i64, SetEntry)]) -> Result<(), ActionError> {
    let mut old: Vec<(i64, SetEntry)> = Vec::new();
    let (mut changed, mut day) = (Vec::<Changed>::new(), docs.now().day);
    change_draft(docs, &mut |draft| {
        for (at, entry) in changes {
            let before = draft.replace(*at, entry.clone()).map_err(|_| ActionError::Gone)?;
            let exercise = draft.exercises.iter().find(|one| one.sets.iter().any(|set| set.at == *at));
            changed.extend(exercise.map(|one| (one.exercise.clone(), before.clone(), Some(entry.clone()))));
            old.push((*at, before));
        }
        day = draft.day;
        Ok(())
    })?;
    let undo = undo_in_draft(move |draft| {
        for (at, entry) in &old {
            // Deleted meanwhile: nothing to restore it to.
            draft.replace(*at, entry.clone()).ok();
        }
    });
    docs.say(Said::SetChanged, Some(follow(docs, day, &changed, undo)));
    Ok(())
}
