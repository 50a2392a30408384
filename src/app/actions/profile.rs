//! The form's answers become a profile and a plan.

use crate::app::documents::Documents;
use crate::app::notice::{Said, Undo};
use crate::app::transaction::ActionError;
use crate::domain::athlete::Profile;
use crate::domain::calendar::{Day, Week};
use crate::domain::id::PlanId;
use crate::domain::logbook::Logbook;
use crate::domain::plan::generate::{Request, generate};
use crate::domain::plan::{Plan, mesocycle};
use crate::domain::safety::{PlanGate, SafetyAnswers, plan_gate};
use crate::domain::settings::{LengthUnit, MassUnit};
use crate::storage::DocKey;
use std::sync::Arc;

/// The plan these answers lead to; none where the safety rules close the gate.
pub fn plan_for(docs: Documents, profile: &Profile, safety: &SafetyAnswers) -> Option<Plan> {
    let now = docs.now();
    let PlanGate::Open(limits) = plan_gate(profile.age, safety, now.day) else { return None };
    // A block goes on from what was really done; the first one starts from the answers.
    let recent = docs.plans().with_untracked(|plans| {
        let plan = plans.active()?;
        let own = docs.exercises().get_untracked();
        docs.log().with_untracked(|log| mesocycle::recent(plan, log, &own, now.day))
    });
    Some(generate(&Request {
        profile,
        limits,
        id: PlanId::new(now.millis, docs.random()),
        today: now.day,
        starts: first_day(profile, now.day),
        recent,
    }))
}

/// A block starts with the week of the next training day: this week's if one is still to come.
fn first_day(profile: &Profile, today: Day) -> Day {
    let week = Week::of(today, chrono::Weekday::Mon);
    let one_left =
        (0..7).map(|i| week.first().plus(i)).any(|day| day >= today && profile.days.has(day.weekday()));
    if one_left { week.first() } else { week.plus(1).first() }
}

/// Takes the answers and their plan over: this is the moment they are first stored.
///
/// # Errors
/// [`ActionError::Forbidden`] where the safety rules allow no plan; the answers are kept all the same.
pub fn adopt(
    docs: Documents,
    profile: &Profile,
    safety: &SafetyAnswers,
    units: (MassUnit, LengthUnit),
) -> Result<(), ActionError> {
    let plan = plan_for(docs, profile, safety);
    let allowed = plan.is_some();
    let keys = [DocKey::Profile, DocKey::Safety, DocKey::Settings, DocKey::Plans];
    docs.transact(&keys, &mut |book| {
        book.profile = Some(profile.clone());
        book.safety = safety.clone();
        book.settings.mass = units.0;
        book.settings.length = units.1;
        match &plan {
            Some(plan) => book.plans.follow(plan.clone()),
            // What the rules forbid now must not stay on the screen from before.
            None => book.plans.active = None,
        }
        Ok(())
    })?;
    docs.say(Said::ProfileSaved, None);
    if allowed { Ok(()) } else { Err(ActionError::Forbidden) }
}

/// Follows another plan; the old one stays in the list.
///
/// # Errors
/// None today; the type is that of every action.
pub fn accept_plan(docs: Documents, plan: &Plan) -> Result<(), ActionError> {
    let before = docs.plans().with_untracked(|plans| plans.active);
    docs.transact(&[DocKey::Plans], &mut |book| {
        book.plans.follow(plan.clone());
        Ok(())
    })?;
    let id = plan.id;
    let back = Arc::new(move |book: &mut Logbook| {
        book.plans.list.retain(|plan| plan.id != id);
        book.plans.active = before;
    });
    docs.say(Said::PlanAccepted, Some(Undo { keys: vec![DocKey::Plans], back }));
    Ok(())
}
