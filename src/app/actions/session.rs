//! What a person does in a session: start, log, take back, rest, finish.

use crate::app::documents::Documents;
use crate::app::notice::{Said, Undo};
use crate::app::transaction::ActionError;
use crate::domain::exercise::ExerciseId;
use crate::domain::id::SessionId;
use crate::domain::logbook::Logbook;
use crate::domain::plan::{Slot, schedule};
use crate::domain::training::{Draft, DraftExercise, Rest, SetEntry};
use crate::storage::DocKey;
use std::sync::Arc;

/// Starts a planned session; with one already running it changes nothing.
///
/// # Errors
/// [`ActionError::NotPossible`] while a session runs, [`ActionError::Gone`] where the plan has no such slot.
pub fn start_session(docs: Documents, slot: Slot) -> Result<(), ActionError> {
    let now = docs.now();
    let id = SessionId::new(now.millis, docs.random());
    docs.transact(&[DocKey::Draft, DocKey::Plans], &mut |book| {
        if book.draft.is_some() {
            return Err(ActionError::NotPossible);
        }
        let plan = book.plans.active().ok_or(ActionError::Gone)?;
        book.draft = Some(schedule::start_draft(plan, slot, id, now).ok_or(ActionError::Gone)?);
        Ok(())
    })
}

/// Starts a session without a plan.
///
/// # Errors
/// [`ActionError::NotPossible`] while a session runs.
pub fn start_blank(docs: Documents, name: String) -> Result<(), ActionError> {
    let now = docs.now();
    let id = SessionId::new(now.millis, docs.random());
    docs.transact(&[DocKey::Draft], &mut |book| {
        if book.draft.is_some() {
            return Err(ActionError::NotPossible);
        }
        book.draft = Some(Draft::blank(id, now, name.clone()));
        Ok(())
    })
}

/// Logs a set of the exercise at `place` and starts its rest.
///
/// # Errors
/// [`ActionError::Gone`] where no session runs or there is no such exercise.
pub fn log_set(docs: Documents, place: usize, entry: &SetEntry) -> Result<(), ActionError> {
    let now = docs.now();
    let mut logged_at = now.millis;
    change_draft(docs, &mut |draft| {
        logged_at = draft.record(place, entry.clone(), now.millis).map_err(|_| ActionError::Gone)?;
        let length = draft.exercises.get(place).map(DraftExercise::rest).ok_or(ActionError::Gone)?;
        draft.rest = Some(Rest::from(now.millis, length));
        Ok(())
    })?;
    docs.say(
        Said::SetLogged,
        Some(undo_in_draft(move |draft| {
            // Already taken back elsewhere: the wish is fulfilled.
            draft.undo(logged_at).ok();
            draft.rest = None;
        })),
    );
    Ok(())
}

/// Takes back the set logged at this moment.
///
/// # Errors
/// [`ActionError::Gone`] where there is none.
pub fn undo_set(docs: Documents, at: i64) -> Result<(), ActionError> {
    let mut taken: Option<(usize, SetEntry)> = None;
    change_draft(docs, &mut |draft| {
        let place = draft.exercises.iter().position(|e| e.sets.iter().any(|set| set.at == at));
        let entry = draft.undo(at).map_err(|_| ActionError::Gone)?;
        draft.rest = None;
        taken = place.map(|place| (place, entry));
        Ok(())
    })?;
    let undo = taken.map(|(place, entry)| {
        undo_in_draft(move |draft| {
            // The exercise may be gone; then there is no place to put the set back to.
            draft.record(place, entry.clone(), at).ok();
        })
    });
    docs.say(Said::SetUndone, undo);
    Ok(())
}

/// Replaces the set logged at this moment.
///
/// # Errors
/// [`ActionError::Gone`] where there is none.
pub fn change_set(docs: Documents, at: i64, entry: &SetEntry) -> Result<(), ActionError> {
    let mut old: Option<SetEntry> = None;
    change_draft(docs, &mut |draft| {
        old = Some(draft.replace(at, entry.clone()).map_err(|_| ActionError::Gone)?);
        Ok(())
    })?;
    let undo = old.map(|old| {
        undo_in_draft(move |draft| {
            // Deleted meanwhile: nothing to restore it to.
            draft.replace(at, old.clone()).ok();
        })
    });
    docs.say(Said::SetChanged, undo);
    Ok(())
}

/// Shows another exercise of the session.
///
/// # Errors
/// [`ActionError::Gone`] where there is none.
pub fn go_to(docs: Documents, place: usize) -> Result<(), ActionError> {
    change_draft(docs, &mut |draft| {
        if place >= draft.exercises.len() {
            return Err(ActionError::Gone);
        }
        draft.current = place;
        Ok(())
    })
}

/// Adds an exercise to the session and shows it.
///
/// # Errors
/// [`ActionError::Gone`] where no session runs.
pub fn add_exercise(docs: Documents, exercise: &ExerciseId) -> Result<(), ActionError> {
    change_draft(docs, &mut |draft| {
        draft.exercises.push(DraftExercise::extra(exercise.clone()));
        draft.current = draft.exercises.len() - 1;
        Ok(())
    })?;
    docs.say(Said::ExerciseAdded, None);
    Ok(())
}

/// Keeps a remark on the exercise at `place`.
///
/// # Errors
/// [`ActionError::Gone`] where there is none.
pub fn note_exercise(docs: Documents, place: usize, note: &str) -> Result<(), ActionError> {
    change_draft(docs, &mut |draft| {
        let exercise = draft.exercises.get_mut(place).ok_or(ActionError::Gone)?;
        exercise.note = note.chars().take(crate::domain::training::NOTE_MAX).collect();
        Ok(())
    })
}

/// Moves the end of the running rest.
///
/// # Errors
/// [`ActionError::Gone`] where no rest runs.
pub fn lengthen_rest(docs: Documents, seconds: i64) -> Result<(), ActionError> {
    change_draft(docs, &mut |draft| {
        let rest = draft.rest.as_mut().ok_or(ActionError::Gone)?;
        rest.lengthen(seconds);
        Ok(())
    })
}

/// Ends the running rest.
///
/// # Errors
/// [`ActionError::Gone`] where no session runs.
pub fn skip_rest(docs: Documents) -> Result<(), ActionError> {
    change_draft(docs, &mut |draft| {
        draft.rest = None;
        Ok(())
    })
}

/// Moves the draft into the log: the log is written first, so that a kill in between loses nothing.
///
/// # Errors
/// [`ActionError::Gone`] where no session runs.
pub fn finish_session(docs: Documents) -> Result<(), ActionError> {
    let millis = docs.now().millis;
    let Some(day) = docs.draft().with_untracked(|draft| draft.as_ref().map(|d| d.day)) else {
        return Err(ActionError::Gone);
    };
    let keys = [DocKey::Log(day.month()), DocKey::Draft];
    let mut kept: Option<Draft> = None;
    docs.transact(&keys, &mut |book| {
        let draft = book.draft.take().ok_or(ActionError::Gone)?;
        kept = Some(draft.clone());
        let mut session = draft.finish(millis);
        // A finish that was taken back has left a mark: this one is newer, whatever the clock says.
        session.edited_at = book.log.edit_moment(session.id, millis);
        book.log.record(session);
        Ok(())
    })?;
    let back = kept.map(|draft| Undo {
        keys: vec![DocKey::Draft, DocKey::Log(day.month())],
        back: Arc::new(move |book: &mut Logbook| {
            if book.draft.is_none() {
                let moment = book.log.edit_moment(draft.id, millis);
                book.log.delete(draft.id, moment);
                book.draft = Some(draft.clone());
            }
        }),
    });
    docs.say(Said::SessionFinished, back);
    Ok(())
}

/// Throws the running session away.
///
/// # Errors
/// [`ActionError::Gone`] where no session runs.
pub fn discard_session(docs: Documents) -> Result<(), ActionError> {
    let mut kept: Option<Draft> = None;
    docs.transact(&[DocKey::Draft], &mut |book| {
        kept = Some(book.draft.take().ok_or(ActionError::Gone)?);
        Ok(())
    })?;
    let back = kept.map(|draft| Undo {
        keys: vec![DocKey::Draft],
        back: Arc::new(move |book: &mut Logbook| {
            if book.draft.is_none() {
                book.draft = Some(draft.clone());
            }
        }),
    });
    docs.say(Said::SessionDiscarded, back);
    Ok(())
}

fn change_draft(
    docs: Documents,
    change: &mut dyn FnMut(&mut Draft) -> Result<(), ActionError>,
) -> Result<(), ActionError> {
    docs.transact(&[DocKey::Draft], &mut |book| change(book.draft.as_mut().ok_or(ActionError::Gone)?))
}

fn undo_in_draft(back: impl Fn(&mut Draft) + Send + Sync + 'static) -> Undo {
    Undo {
        keys: vec![DocKey::Draft],
        back: Arc::new(move |book: &mut Logbook| {
            if let Some(draft) = book.draft.as_mut() {
                back(draft);
            }
        }),
    }
}
