//! What a person does in a session beside its sets: look around, rest, finish.

mod sets;
mod start;

pub use sets::{change_set, change_sets, log_set, log_sets, log_trial, undo_set, undo_sets};
pub(super) use start::may_start;
pub use start::{start_blank, start_earlier, start_session};

use crate::app::documents::Documents;
use crate::app::notice::{Said, SaveState, Undo};
use crate::app::transaction::ActionError;
use crate::archive;
use crate::domain::logbook::Logbook;
use crate::domain::training::Draft;
use crate::storage::DocKey;
use std::sync::Arc;

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
        record(book, draft, millis);
        Ok(())
    })?;
    let back = kept.map(|draft| Undo {
        keys: vec![DocKey::Draft, DocKey::Log(day.month())],
        back: Arc::new(move |book: &mut Logbook| {
            if book.draft.is_none() {
                take_back(book, draft.clone(), millis);
            }
        }),
    });
    let saved = docs.save_state.get_untracked() == SaveState::Saved;
    docs.say(if saved { Said::SessionFinished } else { Said::SessionUnsaved }, back);
    Ok(())
}

/// Puts a draft into the log as a session.
pub(super) fn record(book: &mut Logbook, draft: Draft, millis: i64) {
    let mut session = draft.finish(millis);
    // A finish that was taken back has left a mark: this one is newer, whatever the clock says.
    session.edited_at = book.log.edit_moment(session.id, millis);
    book.log.record(session);
}

/// Takes a session out of the log again: its draft runs.
pub(super) fn take_back(book: &mut Logbook, draft: Draft, millis: i64) {
    let moment = book.log.edit_moment(draft.id, millis);
    book.log.delete(draft.id, moment);
    book.draft = Some(draft);
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

/// Takes in what a copy of the running session has more than the stored one: a browser that was killed may have kept
/// an older one. What was recorded, and another session that runs, stay as they are.
///
/// # Errors
/// [`ActionError::Gone`] where nothing of it is missing, [`ActionError::NotPossible`] where it cannot be read.
pub fn join_draft(docs: Documents, body: &str) -> Result<(), ActionError> {
    let mut found = 0;
    docs.transact(&[DocKey::Draft], &mut |book| {
        found = join_running(book, body)?;
        Ok(())
    })?;
    docs.say(Said::SetsFound { sets: found }, None);
    Ok(())
}

/// The same in a logbook that is not stored: how many sets came in.
///
/// # Errors
/// Those of [`join_draft`].
pub fn join_running(book: &mut Logbook, body: &str) -> Result<usize, ActionError> {
    let mut copy = Logbook::default();
    archive::decode(&mut copy, DocKey::Draft, body).map_err(|_| ActionError::NotPossible)?;
    let theirs = copy.draft.ok_or(ActionError::Gone)?;
    let before = book.draft.as_ref().map_or(0, Draft::set_count);
    let joined = match book.draft.clone() {
        Some(mut mine) if mine.id == theirs.id => {
            mine.merge(&theirs);
            mine
        }
        // What was recorded stays recorded, what was deleted or thrown away since stays away.
        None if !book.log.months().values().any(|month| {
            month.sessions.contains_key(&theirs.id) || month.deleted.contains_key(&theirs.id)
        }) =>
        {
            theirs
        }
        _ => return Err(ActionError::Gone),
    };
    let found = joined.set_count().saturating_sub(before);
    if found == 0 {
        return Err(ActionError::Gone);
    }
    book.draft = Some(joined);
    Ok(found)
}

pub(super) fn change_draft(
    docs: Documents,
    change: &mut dyn FnMut(&mut Draft) -> Result<(), ActionError>,
) -> Result<(), ActionError> {
    docs.transact(&[DocKey::Draft], &mut |book| change(book.draft.as_mut().ok_or(ActionError::Gone)?))
}

pub(super) fn undo_in_draft(back: impl Fn(&mut Draft) + Send + Sync + 'static) -> Undo {
    Undo {
        keys: vec![DocKey::Draft],
        back: Arc::new(move |book: &mut Logbook| {
            if let Some(draft) = book.draft.as_mut() {
                back(draft);
            }
        }),
    }
}
