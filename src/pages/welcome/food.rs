//! What the food targets need to know, and what must be asked for safety.

use super::Answers;
use crate::app::documents::documents;
use crate::domain::athlete::{Activity, Goal};
use crate::domain::ordered::OrderedSet;
use crate::domain::safety::Condition;
use crate::i18n::en::{names, welcome as words};
use crate::pages::card;
use crate::ui::element::{El, say, told};
use crate::ui::{Checks, Choice};
use std::rc::Rc;

const ACTIVITIES: [Activity; 5] =
    [Activity::Sedentary, Activity::Light, Activity::Moderate, Activity::High, Activity::VeryHigh];
const GOALS: [Goal; 2] = [Goal::Gain, Goal::Maintain];

/// Activity and goal.
pub(super) fn food(answers: Answers) -> El {
    let activity = answers.choice(
        "activity",
        words::ACTIVITY,
        ACTIVITIES.map(|a| names::activity(a).to_owned()).to_vec(),
        |f| ACTIVITIES.iter().position(|a| *a == f.activity),
        |f, place| f.activity = ACTIVITIES.get(place).copied().unwrap_or(f.activity),
    );
    let goal = answers.choice(
        "goal",
        words::GOAL,
        vec![words::GAIN.into(), words::MAINTAIN.into()],
        |f| GOALS.iter().position(|g| *g == f.goal),
        |f, place| f.goal = GOALS.get(place).copied().unwrap_or(f.goal),
    );
    card().child(say("h2", words::FOOD)).child(Choice { tall: true, ..activity }.draw()).child(goal.draw())
}

/// The safety questions.
pub(super) fn conditions(answers: Answers) -> El {
    let docs = documents();
    let safety = answers.safety;
    // The first box says "none of these"; it and the others exclude each other.
    let condition = |place: usize| place.checked_sub(1).and_then(|p| Condition::ALL.get(p)).copied();
    let mut options = vec![words::NONE_OF_THESE.to_owned()];
    options.extend(Condition::ALL.map(|condition| names::condition(condition).to_owned()));
    let list = Checks {
        legend: words::SAFETY_ASK.to_owned(),
        options,
        checked: Rc::new(move |place| {
            safety.with(|answers| match condition(place) {
                None => answers.conditions.as_ref().is_some_and(OrderedSet::is_empty),
                Some(condition) => answers.has(condition),
            })
        }),
        toggle: told(move |(place, on): (usize, bool)| {
            safety.update(|answers| match condition(place) {
                None => answers.set_none(on),
                Some(condition) => answers.set(condition, on),
            });
        }),
    };
    let ask_clearance =
        move || safety.with(|answers| answers.conditions.as_ref().is_some_and(|list| !list.is_empty()));
    let clearance = move || {
        Checks {
            legend: String::new(),
            options: vec![words::CLEARED.to_owned()],
            checked: Rc::new(move |_| safety.with(|answers| answers.cleared_on.is_some())),
            toggle: told(move |(_, on): (usize, bool)| {
                safety.update(|answers| answers.cleared_on = on.then(|| docs.today().get_untracked()));
            }),
        }
        .draw()
    };
    card().child(say("h2", words::SAFETY)).child(list.draw()).shown(ask_clearance, clearance)
}
