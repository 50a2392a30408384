//! What can stand in for an exercise now, best first, and what each costs; the person chooses.

use super::exercise::Shown;
use crate::app::actions;
use crate::domain::exercise::{ExerciseId, Kit};
use crate::domain::training::DraftExercise;
use crate::domain::training::changes::Incoming;
use crate::domain::training::swap::{Because, Setting, Substitute, substitutes};
use crate::i18n::en::tools as words;
use crate::ui::element::{El, group, of, say, say_as, told};
use crate::ui::state::{State, untrack};
use crate::ui::{Choice, bare_button};
use std::rc::Rc;

/// Why, then what instead.
pub fn swap(shown: Shown, id: &ExerciseId) -> El {
    let why: State<Option<usize>> = State::new(None);
    let choice = Choice {
        name: "swap-why",
        legend: words::SWAP_WHY.to_owned(),
        options: [words::TAKEN, words::HURTS, words::TOO_LONG, words::OTHER].map(str::to_owned).to_vec(),
        chosen: Rc::new(move || why.get()),
        choose: told(move |place: usize| why.set(Some(place))),
        tall: false,
    };
    let id = id.clone();
    let found = move || {
        let because = match why.get()? {
            0 => Because::Taken(taken(shown)),
            1 => Because::Pain(None),
            2 => Because::Time,
            _ => Because::Taken(Kit::NONE),
        };
        Some(untrack(|| list(shown, &id, because)))
    };
    let docs = shown.docs;
    let any = move |id: &ExerciseId| {
        let with = Incoming { exercise: id.clone(), row: docs.exercise_row(id) };
        let cautions = docs.profile().with_untracked(|profile| profile.as_ref().map(|p| p.cautions));
        let careful = with.careful(cautions.unwrap_or_default());
        actions::swap_exercise(docs, shown.place, &with, careful).ok();
    };
    let any = super::pick::pick("swap", words::ANY_OTHER, Rc::new(any));
    of("div", "panel").child(choice.draw()).part(found).child(any)
}

/// The things somebody else is at: what the exercise is done with here.
fn taken(shown: Shown) -> Kit {
    let kit = shown.docs.profile().with_untracked(|p| p.as_ref().map_or(Kit::GYM, |p| p.kit));
    let needs = shown.row.map(|row| row.needs).unwrap_or_default();
    needs.iter().copied().find(|needed| kit.has_all(*needed)).unwrap_or(Kit::NONE)
}

/// The substitutes, each a press.
pub fn list(shown: Shown, id: &ExerciseId, because: Because) -> El {
    let Shown { docs, place, .. } = shown;
    let found = find(shown, id, because);
    if found.is_empty() {
        return say_as("p", "muted", words::NO_SUBSTITUTE);
    }
    let locale = docs.locale();
    let one = |one: Substitute| {
        let (with, careful) = (one.with.clone(), one.careful);
        bare_button("substitute")
            .child(say("b", docs.exercise_name(&with.exercise)))
            .child(say_as("span", "muted", words::substitute(&one, &locale)))
            .press(move || {
                actions::swap_exercise(docs, place, &with, careful).ok();
            })
    };
    group("div", "substitutes", found.into_iter().map(one))
}

fn find(shown: Shown, id: &ExerciseId, because: Because) -> Vec<Substitute> {
    let docs = shown.docs;
    let Some(profile) = docs.profile().get_untracked() else { return Vec::new() };
    let Some(draft) = docs.draft().get_untracked() else { return Vec::new() };
    let own = docs.exercises().get_untracked();
    let others: Vec<ExerciseId> =
        draft.exercises.iter().map(|one| one.exercise.clone()).filter(|one| one != id).collect();
    let mut week = others.clone();
    docs.plans().with_untracked(|plans| {
        let Some(slot) = draft.slot else { return };
        let plan = plans.list.iter().find(|plan| plan.id == slot.plan);
        let planned = plan.and_then(|plan| plan.weeks.get(usize::from(slot.week)));
        for (place, session) in planned.iter().flat_map(|week| &week.sessions).enumerate() {
            if place != usize::from(slot.session) {
                week.extend(session.exercises.iter().map(|one| one.exercise.clone()));
            }
        }
    });
    let left = |one: &DraftExercise| {
        let asked = one.planned.as_ref().map_or(3, |planned| u32::from(planned.sets));
        u8::try_from(asked.saturating_sub(one.work_sets()).max(1)).unwrap_or(1)
    };
    let sets = draft.exercises.get(shown.place).map_or(3, left);
    substitutes(id, because, &Setting { profile: &profile, own: &own, session: &others, week: &week, sets })
}
