//! What to do of an exercise today, from all that the documents know. It asks the domain and decides nothing.

use super::documents::Documents;
use crate::domain::exercise::{ExerciseId, Kit};
use crate::domain::plan::progression::{Advice, Setting, advise};
use crate::domain::plan::{Phase, Prescription, mesocycle};
use crate::domain::safety::shown;
use crate::domain::training::exposure::Exposure;
use crate::domain::training::loading::{Inventory, holder_of};

/// The last times that count for progression, newest first: deloads are no failures.
pub fn last_times(docs: Documents, id: &ExerciseId, count: usize) -> Vec<Exposure> {
    docs.plans().with_untracked(|plans| {
        docs.log().with_untracked(|log| mesocycle::exposures(log, &plans.list, id, count))
    })
}

/// What loads are rounded to; none where nothing is known but the usual steps.
pub fn iron(docs: Documents) -> Option<Inventory> {
    let unit = docs.settings().with_untracked(|settings| settings.mass);
    docs.gym().with_untracked(|gym| Inventory::known(gym.as_ref(), unit))
}

/// What there is to train with; everything where nobody said.
pub fn kit(docs: Documents) -> Kit {
    docs.profile().with_untracked(|profile| profile.as_ref().map_or(Kit::ALL, |profile| profile.kit))
}

/// Today's load and reps of a prescription in the running session.
pub fn today(docs: Documents, planned: &Prescription, exposures: &[Exposure]) -> Advice {
    let slot = docs.draft().with_untracked(|draft| draft.as_ref().and_then(|draft| draft.slot));
    let phase = docs.plans().with_untracked(|plans| {
        let slot = slot?;
        let plan = plans.list.iter().find(|plan| plan.id == slot.plan)?;
        plan.weeks.get(usize::from(slot.week)).map(|week| week.phase)
    });
    let age = docs.profile().with_untracked(|profile| profile.as_ref().map(|profile| profile.age));
    let progress =
        docs.safety().with_untracked(|answers| age.is_none_or(|age| shown(age, answers).progression));
    let gym = iron(docs);
    let setting = Setting {
        loads: &holder_of(gym.as_ref(), planned.built_in(), kit(docs)),
        phase: phase.unwrap_or(Phase::Working),
        today: docs.today().get_untracked(),
        like: None,
        progress,
        bias: 0.0,
    };
    advise(planned, exposures, setting)
}
