//! Doing and logging a session: one exercise at a time, one tap a set.

mod entry;
mod rest;
mod rows;

use super::{card, page};
use crate::app::actions;
use crate::app::device;
use crate::app::documents::documents;
use crate::app::{go, go_of, href};
use crate::domain::exercise::{CATALOGUE, ExerciseId};
use crate::i18n::en::session as words;
use crate::routes::Page;
use crate::ui::element::{El, el, fixed, of, say, say_as, text};
use crate::ui::state::{Computed, untrack};
use crate::ui::{Look, bare_button, button, link_button};

/// The session page.
pub fn session() -> El {
    let docs = documents();
    let running = Computed::new(move || docs.draft().with(|draft| draft.as_ref().map(|d| d.id)));
    el("div").part(move || match running.get() {
        Some(_) => untrack(live),
        None => page(fixed(""), fixed(words::NONE_RUNNING), None).child(
            card().child(say_as("p", "muted", words::NONE_TEXT)).child(link_button(
                words::TO_TODAY,
                Look::Primary,
                href(Page::Today),
            )),
        ),
    })
}

/// The place and id of the exercise on the screen; they change only when another one is shown.
type Shown = Computed<Option<(usize, ExerciseId)>>;

fn live() -> El {
    let docs = documents();
    let shown: Shown = Computed::new(move || {
        docs.draft().with(|draft| {
            let draft = draft.as_ref()?;
            let place = draft.current.min(draft.exercises.len().checked_sub(1)?);
            Some((place, draft.exercises.get(place)?.exercise.clone()))
        })
    });
    let title = move || match shown.get() {
        Some((_, id)) => docs.exercise_name(&id),
        None => words::EMPTY.to_owned(),
    };
    let above = move || {
        let place = shown.with(|shown| shown.as_ref().map_or(0, |(place, _)| place + 1));
        words::place(place, docs.draft().with(|d| d.as_ref().map_or(0, |d| d.exercises.len())))
    };
    let exercise = move || shown.get().map(|(place, id)| untrack(|| entry::exercise(place, &id)));
    page(text(above), text(title), None)
        .child(strip(shown))
        .part(exercise)
        .child(extra())
        .child(end())
        .part(rest::bar())
}

/// The exercises in a strip; the one on the screen is marked, finished ones have a tick.
fn strip(shown: Shown) -> El {
    let docs = documents();
    let items = Computed::new(move || {
        docs.draft().with(|draft| {
            let list = draft.iter().flat_map(|draft| &draft.exercises);
            list.map(|one| (one.exercise.clone(), one.is_complete())).collect::<Vec<_>>()
        })
    });
    let buttons = move || {
        let one = |(place, (id, done)): (usize, (ExerciseId, bool))| {
            let current = move || shown.with(|s| s.as_ref().is_some_and(|(at, _)| *at == place));
            bare_button("strip__item")
                .live("aria-current", move || current().then(|| "step".to_owned()))
                .flag("data-done", done)
                .press(move || {
                    actions::go_to(docs, place).ok();
                })
                .text(if done { "✓ " } else { "" })
                .text(docs.exercise_name(&id))
        };
        items.get().into_iter().enumerate().map(one).collect::<Vec<El>>()
    };
    of("nav", "strip").set("aria-label", words::EXERCISES).part(buttons)
}

/// Adds an exercise that the plan did not ask for.
fn extra() -> El {
    let docs = documents();
    let mut list: Vec<(&str, &str)> = CATALOGUE.iter().map(|row| (row.name, row.slug)).collect();
    list.sort_unstable();
    let options = list.into_iter().map(|(name, slug)| say("option", name).set("value", slug));
    let select = of("select", "field__input field__box")
        .child(say("option", words::CHOOSE).set("value", ""))
        .all(options);
    let field = select.clone();
    let select = select.on_value("change", move |slug| {
        if let Ok(id) = ExerciseId::parse(&slug) {
            actions::add_exercise(docs, &id).ok();
            field.choose("");
        }
    });
    of("details", "card")
        .child(say_as("summary", "field__label", words::ADD))
        .child(of("label", "field").child(say_as("span", "field__label", words::CHOOSE)).child(select))
}

/// Finishing and discarding.
fn end() -> El {
    let docs = documents();
    let sets = move || docs.draft().with(|d| d.as_ref().map_or(0, |d| d.set_count()));
    let (to_outcome, to_today) = (go_of(Page::Workout), go(Page::Today));
    let finish =
        button(words::FINISH, Look::Ghost).live_flag("disabled", move || sets() == 0).press(move || {
            let id = docs.draft().with_untracked(|draft| draft.as_ref().map(|draft| draft.id.to_string()));
            if let (Ok(()), Some(id)) = (actions::finish_session(docs), id) {
                device::persist();
                to_outcome(&id);
            }
        });
    let discard = button(words::DISCARD, Look::Danger).press(move || {
        if actions::discard_session(docs).is_ok() {
            to_today();
        }
    });
    card()
        .child(of("p", "muted").live_text(move || words::finish_ask(sets())))
        .child(of("div", "buttons").child(finish).child(discard))
}
