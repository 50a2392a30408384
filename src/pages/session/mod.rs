//! Doing and logging a session: one exercise at a time, one tap a set.

mod entry;
mod rest;
mod rows;

use super::{fixed, head};
use crate::app::actions;
use crate::app::device as page;
use crate::app::documents::documents;
use crate::app::{go, href};
use crate::domain::exercise::{CATALOGUE, ExerciseId};
use crate::i18n::en::session as words;
use crate::routes::Page;
use crate::ui::{Button, Look};
use entry::OneExercise;
use leptos::prelude::*;
use rest::RestBar;

/// The session page.
#[component]
pub fn Session() -> impl IntoView {
    let docs = documents();
    let running = Memo::new(move |_| docs.draft().with(|draft| draft.as_ref().map(|d| d.id)));
    move || match running.get() {
        Some(_) => view! { <Running /> }.into_any(),
        None => view! {
            <div class="page">
                {head(fixed(""), fixed(words::NONE_RUNNING), None)}
                <section class="card">
                    <p class="muted">{words::NONE_TEXT}</p>
                    <a class="button button--primary" href=href(Page::Today)>{words::TO_TODAY}</a>
                </section>
            </div>
        }
        .into_any(),
    }
}

/// The place and id of the exercise on the screen; they change only when another one is shown.
type Shown = Memo<Option<(usize, ExerciseId)>>;

#[component]
fn Running() -> impl IntoView {
    let docs = documents();
    let shown: Shown = Memo::new(move |_| {
        docs.draft().with(|draft| {
            let draft = draft.as_ref()?;
            let place = draft.current.min(draft.exercises.len().checked_sub(1)?);
            Some((place, draft.exercises.get(place)?.exercise.clone()))
        })
    });
    let title = Signal::derive(move || match shown.get() {
        Some((_, id)) => docs.exercise_name(&id),
        None => words::EMPTY.to_owned(),
    });
    let count = Memo::new(move |_| docs.draft().with(|d| d.as_ref().map_or(0, |d| d.exercises.len())));
    let above = Signal::derive(move || {
        let place = shown.with(|shown| shown.as_ref().map_or(0, |(place, _)| place + 1));
        words::place(place, count.get())
    });
    let exercise = move || shown.get().map(|(place, id)| view! { <OneExercise place id /> });
    view! {
        <div class="page">
            {head(above, title, None)}
            <Strip shown />
            {exercise}
            <Add />
            <End />
            <RestBar />
        </div>
    }
}

/// The exercises in a strip; the one on the screen is marked, finished ones have a tick.
#[component]
fn Strip(shown: Shown) -> impl IntoView {
    let docs = documents();
    let items = Memo::new(move |_| {
        docs.draft().with(|draft| {
            let list = draft.iter().flat_map(|draft| &draft.exercises);
            list.map(|one| (one.exercise.clone(), one.is_complete())).collect::<Vec<_>>()
        })
    });
    let buttons = move || {
        items
            .get()
            .into_iter()
            .enumerate()
            .map(|(place, (id, done))| {
                let current = move || shown.with(|s| s.as_ref().is_some_and(|(at, _)| *at == place));
                view! {
                    <button
                        type="button"
                        class="strip__item"
                        aria-current=move || current().then_some("step")
                        data-done=done.then_some("")
                        on:click=move |_| {
                            actions::go_to(docs, place).ok();
                        }
                    >
                        {done.then_some("✓ ")}
                        {docs.exercise_name(&id)}
                    </button>
                }
            })
            .collect_view()
    };
    view! { <nav class="strip" aria-label=words::EXERCISES>{buttons}</nav> }
}

/// Adds an exercise that the plan did not ask for.
#[component]
fn Add() -> impl IntoView {
    let docs = documents();
    let mut list: Vec<(&str, &str)> = CATALOGUE.iter().map(|row| (row.slug, row.name)).collect();
    list.sort_by_key(|(_, name)| *name);
    let options =
        list.into_iter().map(|(slug, name)| view! { <option value=slug>{name}</option> }).collect_view();
    view! {
        <details class="card">
            <summary class="field__label">{words::ADD}</summary>
            <label class="field">
                <span class="field__label">{words::CHOOSE}</span>
                <select
                    class="field__input field__box"
                    on:change:target=move |event| {
                        if let Ok(id) = ExerciseId::parse(&event.target().value()) {
                            actions::add_exercise(docs, &id).ok();
                            event.target().set_value("");
                        }
                    }
                >
                    <option value="">{words::CHOOSE}</option>
                    {options}
                </select>
            </label>
        </details>
    }
}

/// Finishing and discarding.
#[component]
fn End() -> impl IntoView {
    let docs = documents();
    let sets = Memo::new(move |_| docs.draft().with(|d| d.as_ref().map_or(0, |d| d.set_count())));
    let none = Signal::derive(move || sets.get() == 0);
    let to_progress = go(Page::Progress);
    let to_today = go(Page::Today);
    let finish = Callback::new(move |()| {
        if actions::finish_session(docs).is_ok() {
            page::persist();
            to_progress();
        }
    });
    let discard = Callback::new(move |()| {
        if actions::discard_session(docs).is_ok() {
            to_today();
        }
    });
    view! {
        <section class="card">
            <p class="muted">{move || words::finish_ask(sets.get())}</p>
            <div class="buttons">
                <Button label=words::FINISH look=Look::Ghost press=finish disabled=none />
                <Button label=words::DISCARD look=Look::Danger press=discard />
            </div>
        </section>
    }
}
