//! How a block goes on after days off; when it is offered is not decided here.

use crate::domain::anatomy::Tally;
use crate::domain::plan::generate::{PlanLimits, Request, generate, generate_doses};
use crate::domain::plan::offer::{Way, way_back};
use crate::domain::plan::{Plan, PlannedWeek, dose};
use crate::domain::units::Rir;

/// Days off after which the volume comes back in steps. Source: science H2.
pub(in crate::domain::plan) const LAYOFF_DAYS: i64 = 21;
/// Days off that change nothing. [our choice]: a week moved is no break.
pub(in crate::domain::plan) const SHORT_BREAK_DAYS: i64 = 8;

/// How a block goes on after days off.
#[derive(Debug, Clone, PartialEq)]
pub enum Return {
    /// As if nothing had happened: the next week is the next week.
    GoOn(Plan),
    /// The last week that was trained, once more, then on.
    Repeat(Plan),
    /// Three weeks and more: 50, 70, 80, 90 % of the old volume, easier and without techniques.
    Steps(Plan),
}

impl Return {
    /// The plan to follow now.
    pub fn plan(&self) -> &Plan {
        match self {
            Self::GoOn(plan) | Self::Repeat(plan) | Self::Steps(plan) => plan,
        }
    }
}

/// The plan to follow after a pause: what is left of the old one under a new id, from the day of the return.
/// `week` is the first week that was not finished, `off` the days without training, `old` the mean week
/// before the break.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::mesocycle::{after_pause, Return};
/// let back = Request { profile: &profile, limits, id, today, starts: today.plus(28), recent: None };
/// assert!(matches!(after_pause(&plan, 2, 5, &back, None), Return::GoOn(_)));
/// assert!(matches!(after_pause(&plan, 2, 10, &back, None), Return::Repeat(_)));
/// assert!(matches!(after_pause(&plan, 2, 21, &back, None), Return::Steps(_)));
/// ```
pub fn after_pause(plan: &Plan, week: u8, off: i64, request: &Request<'_>, old: Option<&Tally>) -> Return {
    let way = way_back(plan, week, off);
    let from = usize::from(week).saturating_sub(usize::from(way == Way::Repeat));
    let weeks: Vec<PlannedWeek> = plan.weeks.iter().skip(from).cloned().collect();
    let rest = Plan { id: request.id, created: request.today, starts: request.starts, weeks, ..plan.clone() };
    match way {
        Way::Steps => Return::Steps(returning(request, old)),
        // Only the deload was left, and the break was one.
        Way::NewBlock => Return::GoOn(generate(&Request { recent: old.copied(), ..request.clone() })),
        Way::Repeat => Return::Repeat(rest),
        Way::GoOn => Return::GoOn(rest),
    }
}

/// A block back from a layoff.
pub fn returning(request: &Request<'_>, old: Option<&Tally>) -> Plan {
    let doses = dose::weeks_back(request.profile, old.or(request.recent.as_ref()));
    // Three reps in reserve, and with that floor no techniques (science H2).
    let rir_floor = request.limits.rir_floor.max(Rir::THREE);
    let limits = PlanLimits { rir_floor, ..request.limits };
    generate_doses(&Request { limits, ..request.clone() }, &doses)
}
