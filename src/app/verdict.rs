//! What holds a person back, asked of all documents at once, and what its fix would change. It keeps nothing and
//! decides nothing: whoever draws it keeps it in a `Computed` of its own.

use super::actions;
use super::documents::Documents;
use crate::domain::athlete::Profile;
use crate::domain::diagnosis::{Fix, Preview, Report, Review, View, diagnose, review};
use crate::domain::nutrition::diet::Diet;
use crate::domain::nutrition::rising::targets_on;
use crate::domain::plan::Plan;
use crate::domain::safety::{PlanGate, RedFlag, plan_gate};
use crate::domain::volume::Ledger;
use crate::ui::state::Computed;

/// What taking a fix would change.
#[derive(Debug, Clone, PartialEq)]
pub enum Mend {
    /// The running plan.
    Plan(Box<Preview>),
    /// The answers, and the plan that follows from them.
    Answers(Box<(Profile, Plan)>),
    /// What is chosen of eating.
    Diet(Box<Diet>),
    /// Nothing that is stored: it is the person's to do.
    Resolve,
}

/// Why a fix cannot be taken here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// There is no plan to change.
    NoPlan,
    /// The safety rules allow no such change.
    Forbidden,
    /// The plan cannot take it, or is over.
    NoChange,
}

/// Looks at everything as the diagnosis sees it, and follows it.
fn view<R>(docs: Documents, ledger: Computed<Ledger>, look: &dyn Fn(&View<'_>) -> R) -> R {
    let (today, starts_on) = (docs.today().get(), docs.week_start());
    ledger.with(|ledger| {
        docs.evidence(|book| {
            let standing = book.safety.standing(today);
            let flags: Vec<RedFlag> = standing.iter().map(|raised| raised.flag).collect();
            look(&View { starts_on, flags: &flags, judge: Some(&ledger.judge), ..View::of(book, today) })
        })
    })
}

/// What holds this person back; live.
pub fn report(docs: Documents, ledger: Computed<Ledger>) -> Report {
    view(docs, ledger, &diagnose)
}

/// The week that ended; live.
pub fn reviewed(docs: Documents, ledger: Computed<Ledger>) -> Review {
    view(docs, ledger, &|view| review(view, &diagnose(view)))
}

/// Whether the safety rules allow any advice on training at this age; live.
pub fn may_advise(docs: Documents) -> bool {
    let today = docs.today().get();
    let age = docs.profile().with(|profile| profile.as_ref().map(|profile| profile.age));
    age.is_none_or(|age| docs.safety().with(|safety| plan_gate(age, safety, today) != PlanGate::TooYoung))
}

/// What a fix would change.
///
/// # Errors
/// [`Obstacle`]: why it cannot be taken.
pub fn mend(docs: Documents, fix: &Fix) -> Result<Mend, Obstacle> {
    match fix {
        fix if fix.is_in_plan() => in_plan(docs, fix),
        Fix::TrainOn(_) | Fix::Prioritise(_) => by_answers(docs, fix),
        Fix::RaiseSurplus { .. } | Fix::EatProtein { .. } => match fix.diet(&docs.diet().get_untracked()) {
            Some(diet) => chosen(docs, diet),
            None => Ok(Mend::Resolve),
        },
        Fix::SeeClinician => Err(Obstacle::Forbidden),
        _ => Ok(Mend::Resolve),
    }
}

/// Whether a plan may be changed.
fn gate(docs: Documents) -> Result<Profile, Obstacle> {
    let profile = docs.profile().get_untracked().ok_or(Obstacle::NoPlan)?;
    let safety = docs.safety().get_untracked();
    match plan_gate(profile.age, &safety, docs.today().get_untracked()) {
        PlanGate::Open(_) => Ok(profile),
        _ => Err(Obstacle::Forbidden),
    }
}

fn in_plan(docs: Documents, fix: &Fix) -> Result<Mend, Obstacle> {
    gate(docs)?;
    let today = docs.today().get_untracked();
    let own = docs.exercises().get_untracked();
    docs.plans().with_untracked(|plans| {
        let plan = plans.active().ok_or(Obstacle::NoPlan)?;
        let shown = docs.log().with_untracked(|log| fix.preview(plan, log, &own, today));
        shown.map(|shown| Mend::Plan(Box::new(shown))).ok_or(Obstacle::NoChange)
    })
}

fn by_answers(docs: Documents, fix: &Fix) -> Result<Mend, Obstacle> {
    let profile = fix.profile(&gate(docs)?).ok_or(Obstacle::NoChange)?;
    let safety = docs.safety().get_untracked();
    match actions::answered(docs, &profile, &safety) {
        actions::Answered::Changed(plan, _) | actions::Answered::New(plan) => {
            Ok(Mend::Answers(Box::new((profile, plan))))
        }
        actions::Answered::Kept(_) => Err(Obstacle::NoChange),
        actions::Answered::Refused => Err(Obstacle::Forbidden),
    }
}

fn chosen(docs: Documents, diet: Diet) -> Result<Mend, Obstacle> {
    let profile = docs.profile().get_untracked().ok_or(Obstacle::NoPlan)?;
    let (safety, today) = (docs.safety().get_untracked(), docs.today().get_untracked());
    match docs.body().with_untracked(|body| targets_on(&profile, &safety, body, today, &diet)) {
        (Ok(_), None) => Ok(Mend::Diet(Box::new(diet))),
        _ => Err(Obstacle::Forbidden),
    }
}
