//! What a person changes about the running session: its order, its members, its remarks, and what they say of
//! it. No set is logged here.

use super::session::{change_draft, undo_in_draft};
use crate::app::documents::Documents;
use crate::app::notice::Said;
use crate::app::transaction::ActionError;
use crate::domain::exercise::ExerciseId;
use crate::domain::safety::Pain;
use crate::domain::training::calibration::Guess;
use crate::domain::training::changes::{Asked, Incoming};
use crate::domain::training::{Draft, DraftError, DraftExercise, NOTE_MAX};

/// Adds an exercise to the session and shows it.
///
/// # Errors
/// [`ActionError::Gone`] where no session runs.
pub fn add_exercise(docs: Documents, exercise: &ExerciseId) -> Result<(), ActionError> {
    change(docs, Said::ExerciseAdded, &mut |draft| {
        draft.exercises.push(DraftExercise::extra(exercise.clone()));
        draft.current = draft.exercises.len() - 1;
        Ok(())
    })
}

/// Puts another exercise in the place of one.
///
/// # Errors
/// [`ActionError::Gone`] where there is none.
pub fn swap_exercise(
    docs: Documents,
    place: usize,
    with: &Incoming,
    careful: bool,
) -> Result<(), ActionError> {
    change(docs, Said::ExerciseSwapped, &mut |draft| draft.swap(place, with, careful))
}

/// Moves an exercise to another place.
///
/// # Errors
/// [`ActionError::Gone`] where there is none at either place.
pub fn move_exercise(docs: Documents, from: usize, to: usize) -> Result<(), ActionError> {
    change(docs, Said::ExerciseMoved, &mut |draft| draft.shift(from, to))
}

/// Leaves out what is still to be done of an exercise, and shows the next.
///
/// # Errors
/// [`ActionError::Gone`] where there is none.
pub fn leave_out(docs: Documents, place: usize) -> Result<(), ActionError> {
    change(docs, Said::ExerciseLeftOut, &mut |draft| draft.leave_out(place))
}

/// Asks for so many sets of an exercise.
///
/// # Errors
/// [`ActionError::Gone`] where none is planned there.
pub fn ask_sets(docs: Documents, place: usize, sets: u8) -> Result<(), ActionError> {
    change(docs, Said::SetsChanged, &mut |draft| draft.ask(place, sets))
}

/// Ends the technique on the last set of an exercise.
///
/// # Errors
/// [`ActionError::Gone`] where none is planned there.
pub fn end_technique(docs: Documents, place: usize) -> Result<(), ActionError> {
    change(docs, Said::TechniqueEnded, &mut |draft| {
        let one = draft.exercises.get_mut(place).ok_or(DraftError::NoSuchExercise)?;
        one.planned.as_mut().ok_or(DraftError::NoSuchExercise)?.finisher = None;
        Ok(())
    })
}

/// Cuts the session short as [`Draft::cut`] found.
///
/// # Errors
/// [`ActionError::Gone`] where an exercise is not there any more.
pub fn cut_short(docs: Documents, asks: &[Asked]) -> Result<(), ActionError> {
    change(docs, Said::SessionCut, &mut |draft| {
        for asked in asks {
            draft.ask(asked.place, asked.sets)?;
        }
        Ok(())
    })
}

/// Keeps a remark on the exercise at `place`.
///
/// # Errors
/// [`ActionError::Gone`] where there is none.
pub fn note_exercise(docs: Documents, place: usize, note: &str) -> Result<(), ActionError> {
    change_draft(docs, &mut |draft| {
        let exercise = draft.exercises.get_mut(place).ok_or(ActionError::Gone)?;
        exercise.note = note.chars().take(NOTE_MAX).collect();
        Ok(())
    })
}

/// Keeps a remark on the session.
///
/// # Errors
/// [`ActionError::Gone`] where no session runs.
pub fn note_draft(docs: Documents, note: &str) -> Result<(), ActionError> {
    change_draft(docs, &mut |draft| {
        draft.note = note.chars().take(NOTE_MAX).collect();
        Ok(())
    })
}

/// Keeps how an exercise hurts, or that it does not.
///
/// # Errors
/// [`ActionError::Gone`] where there is none.
pub fn note_pain(docs: Documents, place: usize, pain: Option<Pain>) -> Result<(), ActionError> {
    change(docs, Said::PainNoted, &mut |draft| {
        draft.exercises.get_mut(place).ok_or(DraftError::NoSuchExercise)?.pain = pain;
        Ok(())
    })
}

/// Keeps what was said of the set that goes on to its end, or lets it go.
///
/// # Errors
/// [`ActionError::Gone`] where there is no such exercise.
pub fn guess(docs: Documents, place: usize, said: Option<Guess>) -> Result<(), ActionError> {
    change_draft(docs, &mut |draft| {
        draft.exercises.get_mut(place).ok_or(ActionError::Gone)?.guess = said;
        Ok(())
    })
}

/// Takes no set of the session to its end.
///
/// # Errors
/// [`ActionError::Gone`] where no session runs.
pub fn decline_trial(docs: Documents) -> Result<(), ActionError> {
    change(docs, Said::TrialDeclined, &mut |draft| {
        draft.untried = true;
        Ok(())
    })
}

/// Changes the session in a way that can be taken back, whatever was logged since.
fn change(
    docs: Documents,
    said: Said,
    how: &mut dyn FnMut(&mut Draft) -> Result<(), DraftError>,
) -> Result<(), ActionError> {
    let mut before: Option<Draft> = None;
    change_draft(docs, &mut |draft| {
        before = Some(draft.clone());
        how(draft).map_err(|_| ActionError::Gone)
    })?;
    let undo = before.map(|before| undo_in_draft(move |draft| draft.back_to(&before)));
    docs.say(said, undo);
    Ok(())
}
