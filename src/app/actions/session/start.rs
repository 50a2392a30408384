//! The start of a session: planned, without a plan, or of an earlier day.

use crate::app::documents::Documents;
use crate::app::transaction::ActionError;
use crate::domain::calendar::Day;
use crate::domain::id::SessionId;
use crate::domain::logbook::Logbook;
use crate::domain::plan::{Slot, schedule};
use crate::domain::training::Draft;
use crate::domain::training::editing::day_of_session;
use crate::storage::DocKey;

/// A session may begin today: none runs, and no sign holds training back.
pub(in crate::app::actions) fn may_start(book: &Logbook, today: Day) -> Result<(), ActionError> {
    if !book.safety.standing(today).is_empty() {
        return Err(ActionError::Forbidden);
    }
    if book.draft.is_some() { Err(ActionError::NotPossible) } else { Ok(()) }
}

/// Starts a planned session; with one already running it changes nothing.
///
/// # Errors
/// [`ActionError::NotPossible`] while a session runs, [`ActionError::Forbidden`] while a sign stands, [`ActionError::Gone`] where the plan has no such slot.
pub fn start_session(docs: Documents, slot: Slot) -> Result<(), ActionError> {
    let now = docs.now();
    let id = SessionId::new(now.millis, docs.random());
    docs.transact(&[DocKey::Draft, DocKey::Plans, DocKey::Safety], &mut |book| {
        may_start(book, now.day)?;
        let plan = book.plans.active().ok_or(ActionError::Gone)?;
        book.draft = Some(schedule::start_draft(plan, slot, id, now).ok_or(ActionError::Gone)?);
        Ok(())
    })
}

/// Starts a session without a plan.
///
/// # Errors
/// [`ActionError::NotPossible`] while a session runs, [`ActionError::Forbidden`] while a sign stands.
pub fn start_blank(docs: Documents, name: String) -> Result<(), ActionError> {
    let now = docs.now();
    let id = SessionId::new(now.millis, docs.random());
    docs.transact(&[DocKey::Draft, DocKey::Safety], &mut |book| {
        may_start(book, now.day)?;
        book.draft = Some(Draft::blank(id, now, name.clone()));
        Ok(())
    })
}

/// Starts a session of an earlier day, planned or not: it is logged now and stands on that day. A sign does not
/// hold back what has been; what is of today is training.
///
/// # Errors
/// [`ActionError::NotPossible`] while a session runs or where no session can be of the day,
/// [`ActionError::Gone`] where the plan has no such slot.
pub fn start_earlier(docs: Documents, day: Day, slot: Option<Slot>, name: &str) -> Result<(), ActionError> {
    let now = docs.now();
    let id = SessionId::new(now.millis, docs.random());
    docs.transact(&[DocKey::Draft, DocKey::Plans, DocKey::Safety], &mut |book| {
        let age = book.profile.as_ref().map(|profile| profile.age);
        day_of_session(day, now.day, age).map_err(|_| ActionError::NotPossible)?;
        if day == now.day {
            may_start(book, day)?;
        }
        if book.draft.is_some() {
            return Err(ActionError::NotPossible);
        }
        let draft = match slot {
            Some(slot) => {
                let plan = book.plans.active().ok_or(ActionError::Gone)?;
                schedule::start_draft(plan, slot, id, now).ok_or(ActionError::Gone)?
            }
            None => Draft::blank(id, now, name.to_owned()),
        };
        book.draft = Some(draft.of_day(day, now));
        Ok(())
    })
}
