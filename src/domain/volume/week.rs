//! One week: what was done, and what the plan still asks; not how it compares to other weeks.

use super::credit::tally_of;
use super::judge::Judge;
use crate::domain::anatomy::Tally;
use crate::domain::calendar::{Day, Week};
use crate::domain::exercise::OwnExercises;
use crate::domain::plan::{Plan, Prescription, coverage, schedule};
use crate::domain::settings::Counting;
use crate::domain::training::{Draft, DraftExercise, TrainingLog};
use crate::domain::units::SetCount;

/// What was done in a week.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WeekVolume {
    /// Hard sets by muscle and function.
    pub done: Tally,
    /// The part of them nobody vouched for.
    pub unverified: Tally,
    /// Sessions with leg work.
    pub sessions: u32,
}

/// What was done in a week, the running session included, as the log's ledger judges it.
pub fn weekly(
    log: &TrainingLog,
    draft: Option<&Draft>,
    own: &OwnExercises,
    week: Week,
    counting: Counting,
    judge: &Judge,
) -> WeekVolume {
    let mut volume = WeekVolume::default();
    let mut add = |(all, unverified): (Tally, Tally)| {
        volume.done.merge(&all);
        volume.unverified.merge(&unverified);
        all != Tally::default()
    };
    let mut sessions = 0;
    for session in log.between(week.first(), week.last()) {
        let mut legs = false;
        for work in &session.exercises {
            legs |= add(judge.tallies(work, own, counting, session.day));
        }
        sessions += u32::from(legs);
    }
    if let Some(draft) = draft.filter(|draft| week.contains(draft.day)) {
        let mut legs = false;
        for exercise in &draft.exercises {
            let worth = running_worth(exercise, draft.day, judge);
            legs |= add(tally_of(own.credit(&exercise.exercise), counting, worth));
        }
        sessions += u32::from(legs);
    }
    volume.sessions = sessions;
    volume
}

fn running_worth(exercise: &DraftExercise, day: Day, judge: &Judge) -> (SetCount, SetCount) {
    judge.worth(&exercise.exercise, exercise.sets.iter().map(|set| &set.entry), day)
}

/// What a running session gives so far.
pub(super) fn draft_tally(draft: &Draft, own: &OwnExercises, counting: Counting, judge: &Judge) -> Tally {
    let mut tally = Tally::default();
    for exercise in &draft.exercises {
        let worth = running_worth(exercise, draft.day, judge);
        tally.merge(&tally_of(own.credit(&exercise.exercise), counting, worth).0);
    }
    tally
}

/// What the plan still asks of a week: slots of the week that are not recorded and not of a week of the plan
/// that is over, and what the running session has not reached yet. A week that is over asks nothing.
pub fn planned(
    plan: Option<&Plan>,
    log: &TrainingLog,
    draft: Option<&Draft>,
    own: &OwnExercises,
    week: Week,
    today: Day,
    counting: Counting,
) -> Tally {
    let mut tally = Tally::default();
    let mut add = |prescription: &Prescription, sets: u32| {
        let credit = own.credit(&prescription.exercise);
        let worth = coverage::worth(prescription, sets);
        tally.merge(&tally_of(credit, counting, (worth, SetCount::ZERO)).0);
    };
    if let Some(draft) = draft.filter(|draft| week.contains(draft.day)) {
        for exercise in &draft.exercises {
            if let Some(prescription) = &exercise.planned {
                add(prescription, sets_left(exercise, prescription));
            }
        }
    }
    if week.last() < today {
        return tally;
    }
    let running = draft.and_then(|draft| draft.slot);
    let since = plan.map_or(today, |plan| Week::of(today, plan.starts.weekday()).first());
    for (slot, day, session) in plan.iter().flat_map(|plan| plan.slots()) {
        let open = week.contains(day)
            && day >= since
            && running != Some(slot)
            && !schedule::is_done(log, plan, slot);
        if open {
            for prescription in &session.exercises {
                add(prescription, u32::from(prescription.sets));
            }
        }
    }
    tally
}

/// Planned sets of a draft's exercise that are not logged yet; left and right are one set.
fn sets_left(exercise: &DraftExercise, prescription: &Prescription) -> u32 {
    let logged = exercise.work_sets();
    u32::from(prescription.sets).saturating_sub(logged)
}
