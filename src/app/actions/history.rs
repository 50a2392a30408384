//! What a person does to what is recorded: change, delete, move, note, reopen. Each has its way back.

use super::session::{Changed, follow, may_start, record, take_back};
use crate::app::documents::Documents;
use crate::app::notice::{Said, Undo};
use crate::app::transaction::ActionError;
use crate::domain::calendar::{Day, Month};
use crate::domain::exercise::ExerciseId;
use crate::domain::id::SessionId;
use crate::domain::logbook::Logbook;
use crate::domain::training::editing::{Gone, Place, day_of_session};
use crate::domain::training::reopening::reopened;
use crate::domain::training::{Rest, Session, SetEntry};
use crate::storage::DocKey;
use std::sync::Arc;

impl From<Gone> for ActionError {
    fn from(_: Gone) -> Self {
        Self::Gone
    }
}

/// Puts another set in the place of a recorded one.
///
/// # Errors
/// [`ActionError::Gone`] where `old` does not stand there any more.
pub fn change_recorded(
    docs: Documents,
    id: SessionId,
    place: Place,
    old: &SetEntry,
    new: &SetEntry,
) -> Result<(), ActionError> {
    let mut of = None;
    let month = edit(docs, id, &mut |session| {
        of = day_and_exercise(session, place);
        session.change_set(place, old, new.clone())
    })?;
    let (old, new) = (old.clone(), new.clone());
    let changed = of.map(|(day, exercise)| (day, (exercise, old.clone(), Some(new.clone()))));
    let mut back = undo_edit(docs, id, month, move |session| {
        // Changed once more meanwhile: that stays.
        session.change_set(place, &new, old.clone()).ok();
    });
    if let Some((day, changed)) = changed {
        back = follow(docs, day, &[changed], back);
    }
    docs.say(Said::SetChanged, Some(back));
    Ok(())
}

/// Takes a recorded set out.
///
/// # Errors
/// [`ActionError::Gone`] where `old` does not stand there any more.
pub fn delete_set(docs: Documents, id: SessionId, place: Place, old: &SetEntry) -> Result<(), ActionError> {
    let mut of = None;
    let month = edit(docs, id, &mut |session| {
        of = day_and_exercise(session, place);
        session.remove_set(place, old)
    })?;
    let old = old.clone();
    let back = of.map(|(day, exercise)| {
        let gone = [(exercise.clone(), old.clone(), None)];
        let back =
            undo_edit(docs, id, month, move |session| session.insert_set(&exercise, place, old.clone()));
        follow(docs, day, &gone, back)
    });
    docs.say(Said::SetDeleted, back);
    Ok(())
}

fn day_and_exercise(session: &Session, place: Place) -> Option<(Day, ExerciseId)> {
    Some((session.day, session.exercises.get(place.exercise)?.exercise.clone()))
}

/// Adds a set behind the others of an exercise.
///
/// # Errors
/// [`ActionError::Gone`] where there is no such exercise.
pub fn add_set(docs: Documents, id: SessionId, exercise: usize, set: &SetEntry) -> Result<(), ActionError> {
    let mut at: Option<Place> = None;
    let month = edit(docs, id, &mut |session| {
        let work = session.exercises.get_mut(exercise).ok_or(Gone)?;
        at = Some(Place { exercise, set: work.sets.len() });
        work.sets.push(set.clone());
        Ok(())
    })?;
    let set = set.clone();
    let back = at.map(|place| {
        undo_edit(docs, id, month, move |session| {
            // Changed meanwhile: that stays.
            session.remove_set(place, &set).ok();
        })
    });
    docs.say(Said::SetAdded, back);
    Ok(())
}

/// Keeps a remark on a recorded session, or on an exercise of it.
///
/// # Errors
/// [`ActionError::Gone`] where there is none.
pub fn note_session(
    docs: Documents,
    id: SessionId,
    exercise: Option<usize>,
    note: &str,
) -> Result<(), ActionError> {
    edit(docs, id, &mut |session| session.remark(exercise, note))?;
    docs.say(Said::NoteKept, None);
    Ok(())
}

/// Deletes a recorded session.
///
/// # Errors
/// [`ActionError::Gone`] where there is none.
pub fn delete_session(docs: Documents, id: SessionId) -> Result<(), ActionError> {
    let now = docs.now().millis;
    let month = month_of(docs, id)?;
    let mut gone: Option<Session> = None;
    docs.transact(&[DocKey::Log(month)], &mut |book| {
        let moment = book.log.edit_moment(id, now);
        gone = Some(book.log.delete(id, moment).ok_or(ActionError::Gone)?);
        Ok(())
    })?;
    let Some(session) = gone else { return Ok(()) };
    let sets = session.exercises.iter();
    let sets = sets.flat_map(|work| work.sets.iter().map(|set| (work.exercise.clone(), set.clone(), None)));
    let (day, sets) = (session.day, sets.collect::<Vec<Changed>>());
    let back = Undo {
        keys: vec![DocKey::Log(month)],
        back: Arc::new(move |book: &mut Logbook| book.log.bring_back(&session, now)),
    };
    docs.say(Said::SessionDeleted, Some(follow(docs, day, &sets, back)));
    Ok(())
}

/// Moves a recorded session to another day.
///
/// # Errors
/// [`ActionError::NotPossible`] for a day that no session can be of, [`ActionError::Gone`] where there is none.
pub fn move_session(docs: Documents, id: SessionId, day: Day) -> Result<(), ActionError> {
    let now = docs.now();
    let age = docs.profile().with_untracked(|profile| profile.as_ref().map(|profile| profile.age));
    day_of_session(day, now.day, age).map_err(|_| ActionError::NotPossible)?;
    let month = month_of(docs, id)?;
    let mut before: Option<Day> = None;
    let move_to = move |book: &mut Logbook, day: Day| book.log.move_session(id, day, now.millis);
    // The month it comes to is stored first: a kill in between leaves it twice, never lost.
    let keys = if month == day.month() {
        vec![DocKey::Log(month)]
    } else {
        vec![DocKey::Log(day.month()), DocKey::Log(month)]
    };
    docs.transact(&keys, &mut |book| {
        before = book.log.find(id).map(|session| session.day);
        Ok(move_to(book, day)?)
    })?;
    let back = before.filter(|before| *before != day).map(|before| Undo {
        keys: keys.iter().rev().copied().collect(),
        back: Arc::new(move |book: &mut Logbook| {
            // Deleted meanwhile: nothing is left to move.
            move_to(book, before).ok();
        }),
    });
    docs.say(Said::SessionMoved, back);
    Ok(())
}

/// Takes a finish back: the recorded session runs again, with what its plan asked for.
///
/// # Errors
/// [`ActionError::NotPossible`] while another session runs or for another app's session,
/// [`ActionError::Forbidden`] while a sign stands,
/// [`ActionError::Gone`] where there is none.
pub fn reopen_session(docs: Documents, id: SessionId) -> Result<(), ActionError> {
    let now = docs.now();
    let month = month_of(docs, id)?;
    docs.transact(&[DocKey::Draft, DocKey::Plans, DocKey::Safety, DocKey::Log(month)], &mut |book| {
        may_start(book, now.day)?;
        let session = book.log.find(id).ok_or(ActionError::Gone)?;
        let draft = reopened(session, &book.plans).ok_or(ActionError::NotPossible)?;
        take_back(book, draft, now.millis);
        Ok(())
    })?;
    let back = Undo {
        keys: vec![DocKey::Log(month), DocKey::Draft],
        back: Arc::new(move |book: &mut Logbook| {
            // Finished again, with whatever came to it; another session that runs stays.
            if let Some(draft) = book.draft.take_if(|draft| draft.id == id) {
                record(book, draft, now.millis);
            }
        }),
    };
    docs.say(Said::SessionReopened, Some(back));
    Ok(())
}

/// Puts the end of a rest right after the device's clock was moved. Every tab notices; the first one writes.
///
/// # Errors
/// [`ActionError::Gone`] where another rest runs, or none.
pub fn mend_rest(docs: Documents, seen: Rest, right: Rest) -> Result<(), ActionError> {
    docs.transact(&[DocKey::Draft], &mut |book| {
        let rest = book.draft.as_mut().and_then(|draft| draft.rest.as_mut());
        match rest {
            Some(rest) if *rest == seen => {
                *rest = right;
                Ok(())
            }
            _ => Err(ActionError::Gone),
        }
    })
}

fn month_of(docs: Documents, id: SessionId) -> Result<Month, ActionError> {
    let day = docs.log().with_untracked(|log| log.find(id).map(|session| session.day));
    day.map(Day::month).ok_or(ActionError::Gone)
}

/// Changes a recorded session and returns the month it is in.
fn edit(
    docs: Documents,
    id: SessionId,
    change: &mut dyn FnMut(&mut Session) -> Result<(), Gone>,
) -> Result<Month, ActionError> {
    let now = docs.now().millis;
    let month = month_of(docs, id)?;
    docs.transact(&[DocKey::Log(month)], &mut |book| Ok(book.log.edit(id, now, change)?))?;
    Ok(month)
}

fn undo_edit(
    docs: Documents,
    id: SessionId,
    month: Month,
    back: impl Fn(&mut Session) + Send + Sync + 'static,
) -> Undo {
    let now = docs.now().millis;
    Undo {
        keys: vec![DocKey::Log(month)],
        back: Arc::new(move |book: &mut Logbook| {
            // Deleted or moved meanwhile: there is nothing to put back to.
            book.log
                .edit(id, now, &mut |session| {
                    back(session);
                    Ok(())
                })
                .ok();
        }),
    }
}
