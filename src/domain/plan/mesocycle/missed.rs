//! What becomes of a missed session, and which session comes next by it.

use crate::domain::calendar::Day;
use crate::domain::plan::schedule::{self, Due, Next};
use crate::domain::plan::{Plan, Slot};
use crate::domain::training::TrainingLog;

/// Days between hard sessions: 48 hours. Source: science D, "Frequency".
const APART: i64 = 2;

/// What becomes of a missed session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missed {
    /// It is still to come, or done: nothing was missed.
    NotMissed,
    /// It moves to this day.
    MovesTo(Day),
    /// It is dropped, never carried over into another week.
    Dropped,
}

/// What becomes of a planned session whose day is over: it moves to the next day of its week that is at
/// least 48 hours from every session done or still to come, else it is dropped.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::{mesocycle::{missed, Missed}, Slot};
/// use legwork::domain::training::TrainingLog;
/// let first = Slot { plan: plan.id, week: 0, session: 0 };
/// let log = TrainingLog::default();
/// assert_eq!(missed(&plan, &log, first, today), Missed::NotMissed);
/// assert_eq!(missed(&plan, &log, first, today.plus(7)), Missed::Dropped); // the week is over
/// ```
pub fn missed(plan: &Plan, log: &TrainingLog, slot: Slot, today: Day) -> Missed {
    let Some(day) = plan.day_of(slot) else { return Missed::Dropped };
    if day >= today || schedule::is_done(log, Some(plan), slot) {
        return Missed::NotMissed;
    }
    let week_ends = plan.starts.plus(i64::from(slot.week) * 7 + 6);
    let mut taken: Vec<Day> = Vec::new();
    for session in log.between(today.plus(-7), week_ends) {
        taken.push(session.day);
    }
    for (other, planned, _) in plan.slots() {
        let near = planned >= today && planned <= week_ends.plus(APART);
        if near && other != slot && !schedule::is_done(log, Some(plan), other) {
            taken.push(planned);
        }
    }
    let mut at = today;
    while at <= week_ends {
        if taken.iter().all(|other| at.days_since(*other).abs() >= APART) {
            return Missed::MovesTo(at);
        }
        at = at.plus(1);
    }
    Missed::Dropped
}

/// The next session of a block: the earliest that is still to come, where what was missed has moved or is
/// dropped by rule.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]));
/// # let today = Day::parse("2026-11-16").unwrap();
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::{mesocycle::next, schedule::{Due, Next}};
/// use legwork::domain::training::TrainingLog;
/// // Monday's session was missed, Thursday's is still to come: Monday's moves to Tuesday.
/// let Next::Session { slot, day, due } = next(&plan, &TrainingLog::default(), today.plus(1)) else { panic!() };
/// assert_eq!((slot.session, day, due), (0, today.plus(1), Due::Today));
/// // On Wednesday it is too near to Thursday: it moves to Saturday, and Thursday's comes first.
/// let Next::Session { slot, day, .. } = next(&plan, &TrainingLog::default(), today.plus(2)) else { panic!() };
/// assert_eq!((slot.session, day), (1, today.plus(3)));
/// ```
pub fn next(plan: &Plan, log: &TrainingLog, today: Day) -> Next {
    let mut best: Option<(Day, Slot)> = None;
    for (slot, planned, _) in plan.slots() {
        if schedule::is_done(log, Some(plan), slot) {
            continue;
        }
        let day = match missed(plan, log, slot, today) {
            Missed::NotMissed => planned,
            Missed::MovesTo(day) => day,
            Missed::Dropped => continue,
        };
        if best.is_none_or(|(earliest, _)| day < earliest) {
            best = Some((day, slot));
        }
    }
    let Some((day, slot)) = best else { return Next::Finished };
    let due = match u16::try_from(day.days_since(today)).unwrap_or(u16::MAX) {
        0 => Due::Today,
        days => Due::In(days),
    };
    Next::Session { slot, day, due }
}
