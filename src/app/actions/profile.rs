//! The form's answers become a profile and a plan.

use super::block::{follow, unfollow};
use crate::app::documents::Documents;
use crate::app::notice::{Said, Undo};
use crate::app::transaction::ActionError;
use crate::domain::athlete::Profile;
use crate::domain::calendar::Day;
use crate::domain::id::PlanId;
use crate::domain::logbook::Logbook;
use crate::domain::plan::generate::{Request, generate};
use crate::domain::plan::{Plan, mesocycle, offer};
use crate::domain::safety::{PlanGate, SafetyAnswers, plan_gate};
use crate::domain::settings::{LengthUnit, MassUnit};
use crate::platform::timeline::timed;
use crate::storage::DocKey;
use std::sync::Arc;

/// What is asked of the generator for these answers; none where the safety rules close the gate.
pub(super) fn request_of<'a>(
    docs: Documents,
    profile: &'a Profile,
    safety: &SafetyAnswers,
    starts: Day,
) -> Option<Request<'a>> {
    let now = docs.now();
    let PlanGate::Open(limits) = plan_gate(profile.age, safety, now.day) else { return None };
    let id = PlanId::new(now.millis, docs.random());
    Some(Request { profile, limits, id, today: now.day, starts, recent: None })
}

/// The plan these answers lead to; none where the safety rules close the gate.
pub fn plan_for(docs: Documents, profile: &Profile, safety: &SafetyAnswers) -> Option<Plan> {
    let today = docs.now().day;
    let request = request_of(docs, profile, safety, offer::block_starts(profile, today))?;
    // A block goes on from what was really done; the first one starts from the answers.
    let recent = docs.plans().with_untracked(|plans| {
        let plan = plans.active()?;
        let own = docs.exercises().get_untracked();
        docs.log().with_untracked(|log| mesocycle::recent(plan, log, &own, today))
    });
    Some(timed("plan", || generate(&Request { recent, ..request })))
}

/// What becomes of the plan by other answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Answered {
    /// The safety rules allow none.
    Refused,
    /// It stays: nothing was answered that a plan rests on.
    Kept(Plan),
    /// The running block goes on, made anew from this week on, counted from 0.
    Changed(Plan, u8),
    /// A new block.
    New(Plan),
}

impl Answered {
    /// The plan to follow then.
    pub fn plan(&self) -> Option<&Plan> {
        match self {
            Self::Refused => None,
            Self::Kept(plan) | Self::Changed(plan, _) | Self::New(plan) => Some(plan),
        }
    }
}

/// What becomes of the plan by these answers. What was trained of a running block stays as it is.
pub fn answered(docs: Documents, profile: &Profile, safety: &SafetyAnswers) -> Answered {
    let today = docs.now().day;
    let running = docs.plans().with_untracked(|plans| plans.active().cloned());
    let kept = running.and_then(|plan| {
        let request = request_of(docs, profile, safety, plan.starts)?;
        let own = docs.exercises().get_untracked();
        let (changed, week) = docs.log().with_untracked(|log| offer::changed(&plan, log, &own, &request))?;
        let before = docs.profile().get_untracked();
        let limits =
            before.as_ref().map(|before| plan_gate(before.age, &docs.safety().get_untracked(), today));
        let alike = before.is_some_and(|before| offer::plans_alike(&before, profile))
            && limits == Some(PlanGate::Open(request.limits));
        Some(if alike { Answered::Kept(plan) } else { Answered::Changed(changed, week) })
    });
    kept.or_else(|| plan_for(docs, profile, safety).map(Answered::New)).unwrap_or(Answered::Refused)
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
    // The form knows nothing of signs: what was reported stays reported.
    let raised = docs.safety().with_untracked(|known| known.raised.clone());
    let safety = &SafetyAnswers { raised, ..safety.clone() };
    let answered = answered(docs, profile, safety);
    let today = docs.now().day;
    let keys = [DocKey::Profile, DocKey::Safety, DocKey::Settings, DocKey::Plans];
    let mut before = Logbook::default();
    docs.transact(&keys, &mut |book| {
        before.profile.clone_from(&book.profile);
        before.safety = book.safety.clone();
        before.settings = book.settings.clone();
        before.plans = book.plans.clone();
        book.profile = Some(profile.clone());
        book.safety = safety.clone();
        book.settings.mass = units.0;
        book.settings.length = units.1;
        match &answered {
            Answered::Kept(_) => {}
            Answered::Changed(plan, _) | Answered::New(plan) => book.plans.follow(plan.clone()),
            // A sign stops training; the plan waits.
            Answered::Refused if !book.safety.standing(today).is_empty() => {}
            // What the rules forbid now must not stay on the screen from before.
            Answered::Refused => book.plans.active = None,
        }
        Ok(())
    })?;
    let allowed = answered.plan().is_some();
    // Other answers can be taken back, the first ones are there to be changed.
    let undo = before.profile.is_some().then(|| {
        let made = answered.plan().map(|plan| plan.id);
        let old = before.plans.list.iter().find(|plan| Some(plan.id) == made).cloned();
        let active = before.plans.active;
        let back = Arc::new(move |book: &mut Logbook| {
            book.profile.clone_from(&before.profile);
            book.safety = before.safety.clone();
            (book.settings.mass, book.settings.length) = (before.settings.mass, before.settings.length);
            match made {
                Some(id) => unfollow(book, id, old.as_ref(), active),
                None => book.plans.active = active,
            }
        });
        Undo { keys: keys.to_vec(), back }
    });
    docs.say(Said::ProfileSaved, undo);
    if allowed { Ok(()) } else { Err(ActionError::Forbidden) }
}

/// Follows another plan; the old one stays in the list.
///
/// # Errors
/// None today; the type is that of every action.
pub fn accept_plan(docs: Documents, plan: &Plan) -> Result<(), ActionError> {
    follow(docs, plan, Said::PlanAccepted)
}
