//! A sign that ends training, and the clinician's word that lets it begin again.

use super::session::{record, take_back};
use crate::app::documents::Documents;
use crate::app::notice::{Said, Undo};
use crate::app::transaction::ActionError;
use crate::domain::logbook::Logbook;
use crate::domain::safety::RedFlag;
use crate::storage::DocKey;
use std::sync::Arc;

/// Ends the running session because of a sign, and keeps the sign: nothing starts until a clinician has agreed.
/// What was done is recorded; a session without a set goes.
///
/// # Errors
/// None today; the type is that of every action.
pub fn stop_for(docs: Documents, flag: RedFlag) -> Result<(), ActionError> {
    let now = docs.now();
    let month = docs.draft().with_untracked(|draft| draft.as_ref().map_or(now.day, |d| d.day).month());
    let keys = [DocKey::Safety, DocKey::Log(month), DocKey::Draft];
    let mut kept = None;
    let mut before = Vec::new();
    docs.transact(&keys, &mut |book| {
        before.clone_from(&book.safety.raised);
        book.safety.raise(flag, now.day);
        kept = book.draft.take();
        if let Some(draft) = kept.clone().filter(|draft| draft.set_count() > 0) {
            record(book, draft, now.millis);
        }
        Ok(())
    })?;
    let back = Arc::new(move |book: &mut Logbook| {
        book.safety.raised.clone_from(&before);
        if let Some(draft) = kept.clone().filter(|_| book.draft.is_none()) {
            if draft.set_count() > 0 {
                take_back(book, draft, now.millis);
            } else {
                book.draft = Some(draft);
            }
        }
    });
    docs.say(Said::TrainingStopped, Some(Undo { keys: keys.to_vec(), back }));
    Ok(())
}

/// A clinician has agreed, today, to training again.
///
/// # Errors
/// [`ActionError::Gone`] where no sign stands.
pub fn clear_signs(docs: Documents) -> Result<(), ActionError> {
    let today = docs.now().day;
    let mut before = Vec::new();
    docs.transact(&[DocKey::Safety], &mut |book| {
        if book.safety.standing(today).is_empty() {
            return Err(ActionError::Gone);
        }
        before.clone_from(&book.safety.raised);
        book.safety.clear(today);
        Ok(())
    })?;
    let back = Arc::new(move |book: &mut Logbook| book.safety.raised.clone_from(&before));
    docs.say(Said::TrainingCleared, Some(Undo { keys: vec![DocKey::Safety], back }));
    Ok(())
}
