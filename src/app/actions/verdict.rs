//! What is kept of verdicts: that one was seen, that its fix was taken, that a review was put away.

use super::block::unfollow;
use crate::app::documents::Documents;
use crate::app::notice::{Said, Undo};
use crate::app::transaction::ActionError;
use crate::app::verdict::Mend;
use crate::domain::athlete::Profile;
use crate::domain::diagnosis::{Finding, Report};
use crate::domain::id::PlanId;
use crate::domain::logbook::Logbook;
use crate::domain::nutrition::diet::Diet;
use crate::domain::plan::Plan;
use crate::storage::DocKey;
use std::sync::Arc;

/// Keeps a verdict that was seen, the first of its week; without a log there is nothing to keep.
///
/// # Errors
/// None today; the type is that of every action.
pub fn keep_verdict(docs: Documents, report: &Report) -> Result<(), ActionError> {
    let today = docs.now().day;
    let due = docs.verdicts().with_untracked(|verdicts| verdicts.is_due(today));
    // Nobody has asked for it: where another tab writes, that one keeps it.
    if !due || docs.only_shows() || docs.log().with_untracked(|log| log.is_empty()) {
        return Ok(());
    }
    docs.transact(&[DocKey::Verdicts], &mut |book| {
        // Another tab may have been first.
        if book.verdicts.is_due(today) {
            book.verdicts.keep(report, today);
        }
        Ok(())
    })
}

/// What stood where a fix writes.
#[derive(Default)]
struct Before {
    profile: Option<Profile>,
    plan: Option<Plan>,
    active: Option<PlanId>,
    diet: Diet,
}

/// Takes the fix of a finding: changes what it changes, and remembers that it was taken.
///
/// # Errors
/// [`ActionError::Gone`] where the report has no such finding.
pub fn accept_fix(
    docs: Documents,
    report: &Report,
    finding: &Finding,
    mend: &Mend,
) -> Result<(), ActionError> {
    let today = docs.now().day;
    let (keys, plan) = match mend {
        Mend::Plan(shown) => (vec![DocKey::Verdicts, DocKey::Plans], Some(&shown.plan)),
        Mend::Answers(both) => (vec![DocKey::Verdicts, DocKey::Profile, DocKey::Plans], Some(&both.1)),
        Mend::Diet(_) => (vec![DocKey::Verdicts, DocKey::Diet], None),
        Mend::Resolve => (vec![DocKey::Verdicts], None),
    };
    let id = plan.map(|plan| plan.id);
    let answers = matches!(mend, Mend::Answers(_));
    let eating = matches!(mend, Mend::Diet(_));
    let mut before = Before::default();
    docs.transact(&keys, &mut |book| {
        if !book.verdicts.take(report, finding, today) {
            return Err(ActionError::Gone);
        }
        before = Before {
            profile: book.profile.clone(),
            plan: book.plans.list.iter().find(|known| Some(known.id) == id).cloned(),
            active: book.plans.active,
            diet: book.diet.clone(),
        };
        if let Some(plan) = plan {
            book.plans.follow(plan.clone());
        }
        match mend {
            Mend::Answers(both) => book.profile = Some(both.0.clone()),
            Mend::Diet(diet) => book.diet.clone_from(diet),
            Mend::Plan(_) | Mend::Resolve => {}
        }
        Ok(())
    })?;
    let (factor, subject) = (finding.factor, finding.subject.clone());
    let back = Arc::new(move |book: &mut Logbook| {
        book.verdicts.withdraw(factor, &subject, today);
        if let Some(id) = id {
            unfollow(book, id, before.plan.as_ref(), before.active);
        }
        if answers {
            book.profile.clone_from(&before.profile);
        }
        if eating {
            book.diet.clone_from(&before.diet);
        }
    });
    docs.say(Said::FixTaken, Some(Undo { keys, back }));
    Ok(())
}

/// Puts the review of the week that ended away.
///
/// # Errors
/// None today; the type is that of every action.
pub fn put_review_away(docs: Documents) -> Result<(), ActionError> {
    let today = docs.now().day;
    let mut old = None;
    docs.transact(&[DocKey::Settings], &mut |book| {
        old = book.settings.reviewed.replace(today);
        Ok(())
    })?;
    let back = Arc::new(move |book: &mut Logbook| book.settings.reviewed = old);
    docs.say(Said::ReviewPutAway, Some(Undo { keys: vec![DocKey::Settings], back }));
    Ok(())
}
