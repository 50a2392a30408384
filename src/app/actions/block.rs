//! What becomes of a running block: an offer taken or put off, its end, its new beginning.

use super::profile::request_of;
use crate::app::documents::Documents;
use crate::app::notice::{Said, Undo};
use crate::app::transaction::ActionError;
use crate::domain::id::PlanId;
use crate::domain::logbook::Logbook;
use crate::domain::plan::offer::{self, Known, Offer};
use crate::domain::plan::{Plan, mesocycle};
use crate::storage::DocKey;
use std::sync::Arc;

/// What the block that is followed offers today; reactive.
pub fn offered(docs: Documents) -> Option<Offer> {
    let put_off = docs.settings().with(|settings| settings.put_off);
    let today = docs.today().get();
    docs.plans().with(|plans| {
        docs.log().with(|log| {
            docs.exercises().with(|own| {
                docs.body().with(|body| offer::offer(&Known { plans, log, own, body, put_off, today }))
            })
        })
    })
}

/// The plan that an offer leads to; none where the safety rules allow no plan, or the block has gone on
/// meanwhile.
pub fn plan_of(docs: Documents, offer: &Offer) -> Option<Plan> {
    let profile = docs.profile().get_untracked()?;
    let safety = docs.safety().get_untracked();
    let today = docs.today().get_untracked();
    docs.plans().with_untracked(|plans| {
        let starts = offer::first_day(offer, plans.active()?, &profile, today);
        let request = request_of(docs, &profile, &safety, starts)?;
        docs.log().with_untracked(|log| {
            docs.exercises().with_untracked(|own| {
                docs.body().with_untracked(|body| {
                    let known = Known { plans, log, own, body, put_off: None, today };
                    offer::taken(offer, &known, &request)
                })
            })
        })
    })
}

/// Takes an offer. A plan of its own stands beside the old one, which keeps what was recorded by it; a lighter
/// week changes the plan that is followed.
///
/// # Errors
/// [`ActionError::Forbidden`] where no plan can be made of it.
pub fn take_offer(docs: Documents, offer: &Offer) -> Result<(), ActionError> {
    let plan = plan_of(docs, offer).ok_or(ActionError::Forbidden)?;
    let said = match offer {
        Offer::Deload { .. } => Said::BlockEased,
        Offer::Return { .. } => Said::BlockGoesOn,
        Offer::Over { .. } => Said::PlanAccepted,
    };
    follow(docs, &plan, said)
}

/// Does not ask again before the block's week is over.
///
/// # Errors
/// [`ActionError::Gone`] where no block is followed.
pub fn put_offer_off(docs: Documents) -> Result<(), ActionError> {
    let today = docs.today().get_untracked();
    let until = docs.plans().with_untracked(|plans| Some(offer::put_off_until(plans.active()?, today)));
    let until = until.ok_or(ActionError::Gone)?;
    let mut old = None;
    docs.transact(&[DocKey::Settings], &mut |book| {
        old = book.settings.put_off.replace(until);
        Ok(())
    })?;
    let back = Arc::new(move |book: &mut Logbook| book.settings.put_off = old);
    docs.say(Said::OfferPutOff, Some(Undo { keys: vec![DocKey::Settings], back }));
    Ok(())
}

/// Ends the block that is followed; what was recorded of it stays.
///
/// # Errors
/// [`ActionError::Gone`] where no block is followed.
pub fn end_block(docs: Documents) -> Result<(), ActionError> {
    let today = docs.today().get_untracked();
    let left = docs.plans().with_untracked(|plans| {
        let plan = plans.active().ok_or(ActionError::Gone)?;
        Ok::<Plan, ActionError>(docs.log().with_untracked(|log| offer::ended_on(plan, log, today)))
    })?;
    if !left.weeks.is_empty() {
        return follow(docs, &left, Said::BlockEnded);
    }
    // Nothing of it was trained: there is nothing to keep in a shorter one, it is only followed no more.
    docs.transact(&[DocKey::Plans], &mut |book| {
        book.plans.active = None;
        Ok(())
    })?;
    let id = left.id;
    let back = Arc::new(move |book: &mut Logbook| {
        if book.plans.list.iter().any(|plan| plan.id == id) {
            book.plans.active = Some(id);
        }
    });
    docs.say(Said::BlockEnded, Some(Undo { keys: vec![DocKey::Plans], back }));
    Ok(())
}

/// Begins the block that is followed once more, as a plan of its own.
///
/// # Errors
/// [`ActionError::Gone`] where no block is followed.
pub fn restart_block(docs: Documents) -> Result<(), ActionError> {
    let now = docs.now();
    let profile = docs.profile().get_untracked().ok_or(ActionError::Gone)?;
    let again = docs.plans().with_untracked(|plans| {
        let id = PlanId::new(now.millis, docs.random());
        let starts = offer::block_starts(&profile, now.day);
        Some(mesocycle::restarted(plans.active()?, id, now.day, starts))
    });
    follow(docs, &again.ok_or(ActionError::Gone)?, Said::PlanAccepted)
}

/// Follows a plan, with a way back to what was followed and to the plan that had its id.
pub(super) fn follow(docs: Documents, plan: &Plan, said: Said) -> Result<(), ActionError> {
    let (mut active, mut old) = (None, None);
    docs.transact(&[DocKey::Plans], &mut |book| {
        active = book.plans.active;
        old = book.plans.list.iter().find(|known| known.id == plan.id).cloned();
        book.plans.follow(plan.clone());
        Ok(())
    })?;
    let id = plan.id;
    let back = Arc::new(move |book: &mut Logbook| unfollow(book, id, old.as_ref(), active));
    docs.say(said, Some(Undo { keys: vec![DocKey::Plans], back }));
    Ok(())
}

/// Puts back what was followed, and the plan that had this id, if one had.
pub(super) fn unfollow(book: &mut Logbook, id: PlanId, old: Option<&Plan>, active: Option<PlanId>) {
    match (old, book.plans.list.iter_mut().find(|known| known.id == id)) {
        (Some(old), Some(known)) => known.clone_from(old),
        _ => book.plans.list.retain(|plan| plan.id != id),
    }
    book.plans.active = active;
}
