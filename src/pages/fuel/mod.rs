//! What to eat, what one really burns, and the quick logs of the day.

pub(super) mod burn;
mod choices;
mod day;
mod girths;
mod log;
mod own_meals;
pub(super) mod quick;
mod recovery;
mod sweat;
mod targets;

use super::{card, page, stack, two};
use crate::app::derived::make_targets;
use crate::app::documents::documents;
use crate::app::href;
use crate::domain::safety::shown;
use crate::i18n::en::{fuel as words, today};
use crate::routes::Page;
use crate::ui::element::{El, fixed, say, say_as, text};
use crate::ui::state::{Computed, untrack};
use crate::ui::{Look, link_button};

/// What of the page may be shown to this person.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Shown {
    /// Somebody has answered the form.
    known: bool,
    /// Food in numbers.
    food: bool,
    /// Body weight and girths.
    body: bool,
    /// What to drink: not where drinking is restricted.
    water: bool,
}

/// The fuel page.
pub fn fuel() -> El {
    let docs = documents();
    let targets = make_targets(docs);
    let training = Computed::new(move || {
        let weekday = docs.today().get().weekday();
        docs.profile().with(|profile| profile.as_ref().is_some_and(|p| p.days.has(weekday)))
    });
    let above = move || if training.get() { words::TRAINING_DAY } else { words::REST_DAY }.to_owned();
    // Drawn anew only when what may be shown changes, not while a number is typed.
    let asked = Computed::new(move || {
        let age = docs.profile().with(|profile| profile.as_ref().map(|profile| profile.age));
        let food = targets.with(|targets| matches!(targets, Some((Ok(_), _))));
        let body = docs.safety().with(|answers| age.is_some_and(|age| shown(age, answers).body));
        let water =
            targets.with(|targets| matches!(targets, Some((Ok(targets), _)) if targets.drink.is_some()));
        Shown { known: age.is_some(), food, body, water: water && body }
    });
    let numbers = move || match targets.get() {
        None => stack().child(card().child(say_as("p", "muted", today::NO_PLAN_TEXT)).child(link_button(
            today::ANSWER,
            Look::Primary,
            href(Page::Welcome),
        ))),
        Some((Err(refusal), _)) => stack().child(
            card()
                .child(say("h2", words::NO_NUMBERS))
                .child(say("p", words::refusal(&refusal)))
                .child(link_button(words::EDIT, Look::Ghost, href(Page::Welcome))),
        ),
        Some((Ok(targets), bad)) => untrack(|| targets::targets(&targets, bad)),
    };
    let logs = move || {
        let shown = asked.get();
        shown.known.then(|| untrack(|| log::log(shown.body, shown.food)))
    };
    let beside = move || {
        let shown = asked.get();
        untrack(|| {
            let food = shown.food.then(|| vec![day::day(training), burn::burn(), choices::choices()]);
            let recovery = shown.known.then(recovery::recovery);
            let girths = shown.body.then(girths::girths);
            let water = shown.water.then(sweat::sweat_card);
            food.into_iter().flatten().chain(recovery).chain(water).chain(girths).collect::<Vec<El>>()
        })
    };
    let edit = link_button(words::EDIT, Look::Chip, href(Page::Welcome));
    page(text(above), fixed(words::TITLE), Some(edit))
        .child(two(stack().part(numbers).part(logs), stack().part(beside)))
}
