//! The block after a block: what it starts from, and what changes in it.

use crate::domain::anatomy::{Credit, Muscle, Tally};
use crate::domain::athlete::Profile;
use crate::domain::calendar::{Day, Week};
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::plan::edit::{Edit, Scope, apply};
use crate::domain::plan::generate::{Request, generate};
use crate::domain::plan::swap::stand_ins;
use crate::domain::plan::{Phase, Plan, minutes};
use crate::domain::settings::Counting;
use crate::domain::training::TrainingLog;
use crate::domain::units::SetCount;
use crate::domain::volume::{Judge, weekly};

/// Weeks of history that a block starts from. Source: science D, "Ramp".
const RECENT_WEEKS: usize = 4;
/// How alike a stand-in has to be to rotate in. [our choice]: the same pattern and the same functions.
const ALIKE_MIN: f64 = 0.95;

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
    // A whole ramp is asked for once: what the person says of their effort is taken as it is.
    let judge = Judge::default();
    for (number, planned) in plan.weeks.iter().enumerate().rev() {
        let first = plan.starts.plus(i64::try_from(number).unwrap_or(0) * 7);
        if planned.phase == Phase::Deload || first.plus(6) >= today {
            continue;
        }
        let done = weekly(log, None, own, Week::of(first, first.weekday()), Counting::Fractional, &judge);
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
