//! What the next sessions of a plan ask of the exercises of one that is done; the words are not made here.

use super::progression::{Advice, Setting, advise};
use super::{Phase, Plan, Plans, Prescription, mesocycle, schedule};
use crate::domain::calendar::Day;
use crate::domain::exercise::{ExerciseId, Kit, OwnExercises};
use crate::domain::training::calibration::{self, Trial};
use crate::domain::training::loading::{Inventory, holder_of};
use crate::domain::training::{Session, TrainingLog};

/// The times that an advice looks back on.
const LOOK_BACK: usize = 3;

/// What will be asked of an exercise.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    /// The exercise.
    pub exercise: ExerciseId,
    /// The day it comes next.
    pub day: Day,
    /// What the plan asks for then.
    pub planned: Prescription,
    /// The load and reps, with what they rest on.
    pub advice: Advice,
}

/// What the plan that is followed will ask of a session's exercises, in their order; what does not come again
/// is left out, as is what lies before today. `progress` is whether loads may
/// rise at all; `trials` correct a stated effort; then comes what there is to load with and to train on.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::*, exercise::*, id::*, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::{Plans, outlook::asks, schedule};
/// use legwork::domain::settings::MassUnit;
/// use legwork::domain::training::{Effort, SetEntry, TrainingLog, loading::Inventory};
/// use legwork::domain::units::{Kg, Reps};
/// # let (slot, day, _) = plan.slots().next().unwrap();
/// # let mut draft = schedule::start_draft(&plan, slot, SessionId::new(1, [0; 10]), Now { day, millis: 0, offset_minutes: 0 }).unwrap();
/// # draft.record(0, SetEntry::work(Kg::saturating(60_000), Reps::saturating(8), Effort::default()), 1).unwrap();
/// let (session, mut plans, mut log) = (draft.finish(10), Plans::default(), TrainingLog::default());
/// plans.follow(plan);
/// log.record(session.clone());
/// let gym = Inventory::usual(MassUnit::Kilograms);
/// let list = asks(&session, &plans, &log, &OwnExercises::default(), session.day, (true, &[]), (&gym, Kit::GYM));
/// assert!(list.len() == 1 && list[0].day > session.day && list[0].advice.load.is_some());
/// ```
pub fn asks(
    session: &Session,
    plans: &Plans,
    log: &TrainingLog,
    own: &OwnExercises,
    today: Day,
    (progress, trials): (bool, &[Trial]),
    (gym, kit): (&Inventory, Kit),
) -> Vec<Ask> {
    let Some(plan) = plans.active() else { return Vec::new() };
    let mut list: Vec<Ask> = Vec::new();
    for work in &session.exercises {
        if list.iter().any(|ask| ask.exercise == work.exercise) {
            continue;
        }
        let Some((day, phase, planned)) =
            next_of(plan, log, session.day.max(today.plus(-1)), session, &work.exercise)
        else {
            continue;
        };
        let exposures = mesocycle::exposures(log, &plans.list, &work.exercise, LOOK_BACK);
        let row = own.row(&planned.exercise);
        let loads = holder_of(gym, row, kit);
        // As the session itself will correct it.
        let bias = row.and_then(|row| calibration::bias(trials, row.pattern, day).ok());
        let bias = bias.map_or(0.0, |bias| bias.reps);
        let setting = Setting { loads: &loads, phase, today: day, like: None, progress, bias };
        let advice = advise(planned, &exposures, setting);
        list.push(Ask { exercise: work.exercise.clone(), day, planned: planned.clone(), advice });
    }
    list
}

/// The next planned time of an exercise behind a day, the session's own slot left out.
fn next_of<'a>(
    plan: &'a Plan,
    log: &TrainingLog,
    behind: Day,
    session: &Session,
    exercise: &ExerciseId,
) -> Option<(Day, Phase, &'a Prescription)> {
    for (slot, day, planned) in plan.slots() {
        if day <= behind || session.slot == Some(slot) {
            continue;
        }
        let Some(one) = planned.exercises.iter().find(|one| one.exercise == *exercise) else { continue };
        if schedule::is_done(log, Some(plan), slot) {
            continue;
        }
        return Some((day, plan.weeks.get(usize::from(slot.week))?.phase, one));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::athlete::ProfileDraft;
    use crate::domain::calendar::Now;
    use crate::domain::id::{PlanId, SessionId};
    use crate::domain::plan::generate::{PlanLimits, Request, generate};
    use crate::domain::settings::MassUnit;
    use crate::domain::training::{Effort, SetEntry};
    use crate::domain::units::{Kg, Reps, Rir};

    #[test]
    fn what_calibration_found_raises_the_next_load_as_it_will_on_the_day() {
        let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
        let limits = PlanLimits::default();
        let mut plan =
            generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
        let sessions = plan.weeks.iter_mut().flat_map(|week| &mut week.sessions);
        for one in sessions.flat_map(|session| &mut session.exercises) {
            one.rir = (Rir::ONE, Rir::TWO);
        }
        let (slot, day, planned) = plan.slots().next().unwrap();
        let first = planned.exercises[0].clone();
        let now = Now { day, millis: 0, offset_minutes: 0 };
        let mut draft = schedule::start_draft(&plan, slot, SessionId::new(1, [0; 10]), now).unwrap();
        let effort = Effort { rir: Some(Rir::ZERO), confirmed: true };
        let reps = Reps::saturating(i64::from(first.reps.1));
        for at in 0..i64::from(first.sets) {
            draft.record(0, SetEntry::work(Kg::saturating(100_000), reps, effort), at).unwrap();
        }
        let (session, mut plans, mut log) = (draft.finish(10), Plans::default(), TrainingLog::default());
        plans.follow(plan);
        log.record(session.clone());
        let gym = Inventory::usual(MassUnit::Kilograms);
        let pattern = first.built_in().unwrap().pattern;
        let trial = Trial { day, pattern, claimed: Rir::ZERO, further: 3 };
        let load = |trials: &[Trial]| {
            let own = OwnExercises::default();
            asks(&session, &plans, &log, &own, day, (true, trials), (&gym, Kit::GYM))[0].advice.load
        };
        assert_eq!(load(&[]), Some(Kg::saturating(100_000)));
        assert!(load(&[trial; 2]) > load(&[]));
    }
}
