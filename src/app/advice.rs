//! What to do of an exercise today, from all that the documents know. It asks the domain and decides nothing.

use super::documents::Documents;
use crate::domain::calendar::Day;
use crate::domain::exercise::ExerciseId;
use crate::domain::plan::progression::{Advice, Setting, advise};
use crate::domain::plan::{Phase, Prescription, mesocycle};
use crate::domain::safety::{Shown, shown};
use crate::domain::training::calibration::{self, Bias};
use crate::domain::training::exposure::Exposure;
use crate::domain::training::loading::{Holder, holder_of};

/// The last times that count for progression, newest first: deloads are no failures.
pub fn last_times(docs: Documents, id: &ExerciseId, count: usize) -> Vec<Exposure> {
    docs.plans().with_untracked(|plans| {
        docs.log().with_untracked(|log| mesocycle::exposures(log, &plans.list, id, count))
    })
}

/// The kind of week that the running session belongs to.
pub fn phase(docs: Documents) -> Phase {
    let slot = docs.draft().with_untracked(|draft| draft.as_ref().and_then(|draft| draft.slot));
    let phase = docs.plans().with_untracked(|plans| {
        let slot = slot?;
        let plan = plans.list.iter().find(|plan| plan.id == slot.plan)?;
        plan.weeks.get(usize::from(slot.week)).map(|week| week.phase)
    });
    phase.unwrap_or(Phase::Working)
}

/// The day of the running session, else today.
pub fn day(docs: Documents) -> Day {
    let day = docs.draft().with_untracked(|draft| draft.as_ref().map(|draft| draft.day));
    day.unwrap_or_else(|| docs.today().get_untracked())
}

/// What may be asked and shown.
pub fn allowed(docs: Documents) -> Option<Shown> {
    let age = docs.profile().with_untracked(|profile| profile.as_ref().map(|profile| profile.age))?;
    Some(docs.safety().with_untracked(|answers| shown(age, answers)))
}

/// How far the person's word is from what they can do on an exercise, from two calibration sets on.
pub fn bias(docs: Documents, id: &ExerciseId) -> Option<Bias> {
    let pattern = id.built_in()?.pattern;
    docs.trials().with_untracked(|trials| calibration::bias(trials, pattern, day(docs)).ok())
}

/// Looks at the loads there are for an exercise.
pub fn with_loads<R>(docs: Documents, id: &ExerciseId, look: impl FnOnce(&Holder<'_>) -> R) -> R {
    let (gym, kit) = docs.iron();
    look(&holder_of(&gym, id.built_in(), kit))
}

/// Today's load and reps of a prescription in the running session.
pub fn today(docs: Documents, planned: &Prescription, exposures: &[Exposure]) -> Advice {
    with_loads(docs, &planned.exercise, |loads| {
        let setting = Setting {
            loads,
            phase: phase(docs),
            today: day(docs),
            like: None,
            progress: allowed(docs).is_none_or(|shown| shown.progression),
            bias: bias(docs, &planned.exercise).map_or(0.0, |bias| bias.reps),
        };
        advise(planned, exposures, setting)
    })
}

/// The exercise of the running session that is to be taken to its end today, for calibration.
pub fn calibrated(docs: Documents) -> Option<usize> {
    let profile = docs.profile().get_untracked()?;
    let begun = docs.log().with_untracked(|log| log.sessions().next().map(|session| session.day));
    let trained = begun.map(|begun| day(docs).days_since(begun));
    if !calibration::may_be_asked(allowed(docs)?.maximal, profile.experience, trained, phase(docs)) {
        return None;
    }
    let mut places = Vec::new();
    let mut rows = Vec::new();
    docs.draft().with_untracked(|draft| {
        for (place, one) in draft.iter().flat_map(|draft| &draft.exercises).enumerate() {
            if let Some(row) = one.exercise.built_in().filter(|_| one.planned.is_some() && !one.is_complete())
            {
                places.push(place);
                rows.push(row);
            }
        }
    });
    let chosen = docs.trials().with_untracked(|trials| {
        // At most one a day: a person who was at their end once is tired.
        if trials.iter().any(|trial| trial.day == day(docs)) {
            return None;
        }
        calibration::choose(&rows, trials, profile.kit, profile.cautions, day(docs))
    });
    places.get(chosen?).copied()
}
