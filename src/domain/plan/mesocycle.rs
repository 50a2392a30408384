//! The life of a block by rule: what becomes of a missed session, when a deload comes early, how one comes
//! back after a break, how a block ends and what the next one starts from. It records nothing.

mod missed;
mod pause;
mod succession;

pub use missed::{Missed, missed, next};
pub(super) use pause::{LAYOFF_DAYS, SHORT_BREAK_DAYS};
pub use pause::{Return, after_pause, returning};
pub use succession::{next_block, recent, rotated};

use super::{Phase, Plan, PlannedWeek, Slot};
use crate::domain::calendar::Day;
use crate::domain::exercise::ExerciseId;
use crate::domain::id::PlanId;
use crate::domain::training::TrainingLog;
use crate::domain::training::exposure::{self, Exposure};

/// The newest times an exercise was done, deloads left out: what is lighter on purpose says nothing.
pub fn exposures(log: &TrainingLog, plans: &[Plan], exercise: &ExerciseId, count: usize) -> Vec<Exposure> {
    let easy = |slot: Slot| {
        let plan = plans.iter().find(|plan| plan.id == slot.plan);
        plan.and_then(|p| p.weeks.get(usize::from(slot.week))).is_some_and(|w| w.phase == Phase::Deload)
    };
    // A deload is one week: at most four sessions stand in between.
    let mut all = exposure::last(log, exercise, count + 4);
    all.retain(|one| !log.between(one.day, one.day).any(|session| session.slot.is_some_and(easy)));
    all.truncate(count);
    all
}

/// The plan with its deload in this week, and nothing after it. The weeks before stay as they are, so that
/// what was recorded keeps its place; none where the plan has no such week or is in its deload already.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::{mesocycle::deload_from, Phase};
/// let eased = deload_from(&plan, 3).unwrap();
/// assert_eq!((eased.weeks.len(), eased.weeks[3].phase), (4, Phase::Deload));
/// ```
pub fn deload_from(plan: &Plan, week: u8) -> Option<Plan> {
    let at = usize::from(week);
    let now = plan.weeks.get(at)?;
    let deload = plan.weeks.iter().rev().find(|w| w.phase == Phase::Deload)?;
    if now.phase == Phase::Deload || at == 0 {
        return None;
    }
    let mut weeks: Vec<PlannedWeek> = plan.weeks.iter().take(at).cloned().collect();
    weeks.push(deload.clone());
    Some(Plan { weeks, ..plan.clone() })
}

/// The plan ended before this week.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// assert_eq!(legwork::domain::plan::mesocycle::ended(&plan, 2).weeks, plan.weeks[..2]);
/// ```
pub fn ended(plan: &Plan, week: u8) -> Plan {
    Plan { weeks: plan.weeks.iter().take(usize::from(week)).cloned().collect(), ..plan.clone() }
}

/// The same block from its beginning, as a new plan: the old one keeps what was recorded by it.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// let again = legwork::domain::plan::mesocycle::restarted(&plan, PlanId::new(2, [0; 10]), today, today.plus(7));
/// assert!(again.weeks == plan.weeks && again.id != plan.id);
/// ```
pub fn restarted(plan: &Plan, id: PlanId, today: Day, starts: Day) -> Plan {
    Plan { id, created: today, starts, ..plan.clone() }
}

/// A plan whose weeks from this one on come from another, made for a changed profile. The number of weeks
/// stays, and so does the place of everything recorded.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::mesocycle::{changed_from, restarted};
/// let newer = restarted(&plan, PlanId::new(2, [0; 10]), today, today);
/// assert_eq!(changed_from(&plan, 2, &newer).id, plan.id);
/// ```
pub fn changed_from(plan: &Plan, week: u8, newer: &Plan) -> Plan {
    let at = usize::from(week);
    let mut weeks: Vec<PlannedWeek> = plan.weeks.iter().take(at).cloned().collect();
    weeks.extend(newer.weeks.iter().skip(at).cloned());
    Plan {
        id: plan.id,
        created: plan.created,
        starts: plan.starts,
        weeks,
        compromises: newer.compromises.clone(),
    }
}
