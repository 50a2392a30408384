//! Plans that are kept: changed, added, followed, let go.

use crate::app::documents::Documents;
use crate::app::notice::{Said, Undo};
use crate::app::transaction::ActionError;
use crate::domain::athlete::Profile;
use crate::domain::exercise::{CustomExercise, ExerciseId};
use crate::domain::id::PlanId;
use crate::domain::logbook::Logbook;
use crate::domain::plan::Plan;
use crate::domain::plan::link::{self, LinkError, Shared};
use crate::domain::safety::{PlanGate, plan_gate};
use crate::domain::units::Rir;
use crate::storage::DocKey;
use std::sync::Arc;

/// Puts a changed plan in the place of the one with its id. Sessions done by it keep their place; the way back
/// is the editor's own.
///
/// # Errors
/// [`ActionError::Gone`] where the plan is no longer kept, as another tab may have removed it.
pub fn change_plan(docs: Documents, plan: &Plan) -> Result<(), ActionError> {
    docs.transact(&[DocKey::Plans], &mut |book| {
        let known = book.plans.list.iter_mut().find(|known| known.id == plan.id).ok_or(ActionError::Gone)?;
        known.clone_from(plan);
        Ok(())
    })
}

/// Keeps a plan beside the others, with the exercises it brings; the one that is followed stays followed.
///
/// # Errors
/// None today; the type is that of every action.
pub fn keep_plan(docs: Documents, plan: &Plan, own: &[CustomExercise]) -> Result<(), ActionError> {
    let keys = vec![DocKey::Plans, DocKey::Exercises];
    docs.transact(&keys, &mut |book| {
        for one in own {
            book.exercises.list.add(one.id.clone(), one.clone());
        }
        book.plans.list.push(plan.clone());
        Ok(())
    })?;
    let id = plan.id;
    let back = Arc::new(move |book: &mut Logbook| book.plans.list.retain(|plan| plan.id != id));
    docs.say(Said::PlanKept, Some(Undo { keys: vec![DocKey::Plans], back }));
    Ok(())
}

/// Follows a plan that is kept.
///
/// # Errors
/// [`ActionError::Gone`] where it is not kept any more.
pub fn follow_plan(docs: Documents, id: PlanId) -> Result<(), ActionError> {
    let before = docs.plans().with_untracked(|plans| plans.active);
    docs.transact(&[DocKey::Plans], &mut |book| {
        if !book.plans.list.iter().any(|plan| plan.id == id) {
            return Err(ActionError::Gone);
        }
        book.plans.active = Some(id);
        Ok(())
    })?;
    let back = Arc::new(move |book: &mut Logbook| book.plans.active = before);
    docs.say(Said::PlanAccepted, Some(Undo { keys: vec![DocKey::Plans], back }));
    Ok(())
}

/// Lets a plan go; the sessions done by it stay.
///
/// # Errors
/// [`ActionError::Gone`] where it is not kept any more.
pub fn remove_plan(docs: Documents, id: PlanId) -> Result<(), ActionError> {
    let mut before = None;
    docs.transact(&[DocKey::Plans], &mut |book| {
        before = Some(book.plans.clone());
        book.plans.list.retain(|plan| plan.id != id);
        book.plans.active = book.plans.active.filter(|active| *active != id);
        if before.as_ref() == Some(&book.plans) { Err(ActionError::Gone) } else { Ok(()) }
    })?;
    let undo = before.map(|before| {
        let back = Arc::new(move |book: &mut Logbook| book.plans = before.clone());
        Undo { keys: vec![DocKey::Plans], back }
    });
    docs.say(Said::PlanRemoved, undo);
    Ok(())
}

/// The plan of a link's text, under a new id.
///
/// # Errors
/// [`LinkError`]: what is wrong with the link.
pub fn shared_plan(docs: Documents, text: &str) -> Result<Shared, LinkError> {
    let now = docs.now();
    link::decode(text, PlanId::new(now.millis, docs.random()), now.day)
}

/// The least reps in reserve that safety allows; four where it allows no plan at all.
pub fn rir_floor(docs: Documents, profile: &Profile) -> Rir {
    let safety = docs.safety().get_untracked();
    match plan_gate(profile.age, &safety, docs.now().day) {
        PlanGate::Open(limits) => limits.rir_floor,
        _ => Rir::FOUR,
    }
}

/// Keeps an exercise of the person's own, new or described anew.
///
/// # Errors
/// None today; the type is that of every action.
pub fn keep_exercise(docs: Documents, one: &CustomExercise) -> Result<(), ActionError> {
    docs.transact(&[DocKey::Exercises], &mut |book| {
        book.exercises.list.insert(one.id.clone(), one.clone());
        Ok(())
    })
}

/// Lets an exercise of the person's own go, where nothing names it.
///
/// # Errors
/// [`ActionError::NotPossible`] where a plan, the running session or the log has it: its sets count by what it
/// is said to train.
pub fn remove_exercise(docs: Documents, id: &ExerciseId) -> Result<(), ActionError> {
    let mut before = None;
    docs.transact(&[DocKey::Exercises], &mut |book| {
        let mut planned = book.plans.list.iter().flat_map(|plan| plan.slots());
        let mut done = book.log.sessions().flat_map(|session| &session.exercises);
        let mut running = book.draft.iter().flat_map(|draft| &draft.exercises);
        if planned.any(|(_, _, session)| session.exercises.iter().any(|one| one.exercise == *id))
            || done.any(|one| one.exercise == *id)
            || running.any(|one| one.exercise == *id)
            || book.exercises.names.values().any(|meant| meant == id)
        {
            return Err(ActionError::NotPossible);
        }
        before = book.exercises.list.remove(id);
        Ok(())
    })?;
    let undo = before.map(|one| {
        let back = Arc::new(move |book: &mut Logbook| {
            book.exercises.list.insert(one.id.clone(), one.clone());
        });
        Undo { keys: vec![DocKey::Exercises], back }
    });
    docs.say(Said::ExerciseRemoved, undo);
    Ok(())
}
