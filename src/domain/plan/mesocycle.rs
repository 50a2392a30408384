//! The life of a block by rule: what becomes of a missed session, when a deload comes early, how one comes
//! back after a break, how a block ends and what the next one starts from. It records nothing.

use super::edit::{Edit, Scope, apply};
use super::generate::{PlanLimits, Request, generate, generate_doses};
use super::offer::{Way, way_back};
use super::schedule::{Due, Next};
use super::swap::stand_ins;
use super::{Phase, Plan, PlannedWeek, Slot, dose, minutes, schedule};
use crate::domain::anatomy::{Credit, Muscle, Tally};
use crate::domain::athlete::Profile;
use crate::domain::calendar::{Day, Week};
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::id::PlanId;
use crate::domain::settings::Counting;
use crate::domain::training::TrainingLog;
use crate::domain::training::exposure::{self, Exposure};
use crate::domain::units::{Rir, SetCount};
use crate::domain::volume::weekly;

/// Days between hard sessions: 48 hours. Source: science D, "Frequency".
const APART: i64 = 2;
/// Weeks of history that a block starts from. Source: science D, "Ramp".
const RECENT_WEEKS: usize = 4;
/// Days off after which the volume comes back in steps. Source: science H2.
pub(super) const LAYOFF_DAYS: i64 = 21;
/// Days off that change nothing. [our choice]: a week moved is no break.
pub(super) const SHORT_BREAK_DAYS: i64 = 8;
/// How alike a stand-in has to be to rotate in. [our choice]: the same pattern and the same functions.
const ALIKE_MIN: f64 = 0.95;

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

/// The person's own mean week: the last four finished working weeks of a plan in which they trained. Weeks
/// without a session and deloads say nothing about what they can do.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::{plan::mesocycle::recent, training::TrainingLog};
/// let log = TrainingLog::default();
/// assert_eq!(recent(&plan, &log, &OwnExercises::default(), today.plus(60)), None); // nothing was done
/// ```
pub fn recent(plan: &Plan, log: &TrainingLog, own: &OwnExercises, today: Day) -> Option<Tally> {
    let mut found: Vec<Tally> = Vec::new();
    for (number, planned) in plan.weeks.iter().enumerate().rev() {
        let first = plan.starts.plus(i64::try_from(number).unwrap_or(0) * 7);
        if planned.phase == Phase::Deload || first.plus(6) >= today {
            continue;
        }
        let done = weekly(log, None, own, Week::of(first, first.weekday()), Counting::Fractional);
        if done.sessions > 0 {
            found.push(done.done);
        }
        if found.len() == RECENT_WEEKS {
            break;
        }
    }
    let count = u32::try_from(found.len()).ok().filter(|count| *count > 0)?;
    let mut mean = Tally::default();
    for week in &found {
        mean.merge(week);
    }
    Some(shared(&mean, count))
}

/// A sum of so many weeks as their mean. A muscle counts each set once, by its best function, so what two
/// functions share is told apart from what each has alone.
fn shared(sum: &Tally, weeks: u32) -> Tally {
    let mut mean = Tally::default();
    for muscle in Muscle::ALL {
        let part = |sets: SetCount| SetCount::from_32nds(sets.parts() / weeks);
        let whole = sum.muscle(muscle);
        match *muscle.functions() {
            [one, other] => {
                let (a, b) = (sum.function(one), sum.function(other));
                mean.add(Credit::of(&[(one, 2), (other, 2)]), part((a + b).less(whole)));
                mean.add(Credit::of(&[(one, 2)]), part(whole.less(b)));
                mean.add(Credit::of(&[(other, 2)]), part(whole.less(a)));
            }
            [one] => mean.add(Credit::of(&[(one, 2)]), part(whole)),
            _ => {}
        }
    }
    mean
}

/// The next block: the same rules, from what was really done in the last one, and one accessory changed.
pub fn next_block(request: &Request<'_>, plan: &Plan, log: &TrainingLog, own: &OwnExercises) -> Plan {
    let recent = recent(plan, log, own, request.today)
        .filter(|tally| Muscle::MAIN.iter().any(|muscle| tally.muscle(*muscle) > SetCount::ZERO));
    rotated(generate(&Request { recent, ..request.clone() }), plan, request.profile, own)
}

/// A plan with one isolation exercise of the last block replaced by its like (science H8: rotate one
/// accessory a block). Only where volume, coverage and minutes stay as they are; else the plan as it is.
pub fn rotated(plan: Plan, last: &Plan, profile: &Profile, own: &OwnExercises) -> Plan {
    let used = |plan: &Plan, exercise: &ExerciseId| {
        let mut all = plan.weeks.iter().flat_map(|week| &week.sessions).flat_map(|s| &s.exercises);
        all.any(|one| one.exercise == *exercise)
    };
    let Some(week) = plan.weeks.iter().rfind(|week| week.phase == Phase::Working) else { return plan };
    for (session, planned) in (0_u8..).zip(&week.sessions) {
        for one in &planned.exercises {
            let accessory = one.built_in().is_some_and(|row| !row.compound);
            if !accessory || !used(last, &one.exercise) {
                continue;
            }
            for stand_in in stand_ins(&plan, session, &one.exercise, profile, own) {
                let with = stand_in.exercise;
                let isolation = with.built_in().is_some_and(|row| !row.compound);
                let alike = stand_in.score >= ALIKE_MIN && !stand_in.careful && isolation;
                let kept = stand_in.changes.is_empty() && stand_in.uncovers.is_empty();
                if !alike || !kept || used(last, &with) || used(&plan, &with) {
                    continue;
                }
                let edit = Edit::Swap { session, exercise: one.exercise.clone(), with };
                let Ok(changed) = apply(&plan, Scope::From(0), &edit) else { continue };
                let mut sessions = changed.weeks.iter().flat_map(|week| &week.sessions);
                if sessions.all(|session| minutes::rounded(session) <= profile.minutes) {
                    return changed;
                }
            }
        }
    }
    plan
}
