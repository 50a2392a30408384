//! Export, restore, erase, and the way in for another app's log.

use super::import::Import;
use super::{fixed, head};
use crate::app::actions;
use crate::app::device;
use crate::app::documents::documents;
use crate::archive::{self, Preview};
use crate::domain::logbook::Logbook;
use crate::i18n::en::{data as words, today};
use crate::ui::{Button, Look};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// The data page.
#[component]
pub fn Data() -> impl IntoView {
    let docs = documents();
    let export = Callback::new(move |()| {
        let name = format!("legwork-{}.json", docs.today().get_untracked());
        device::download(&name, "application/json", &actions::export_text(docs)).unwrap_or_default();
    });
    let backup = move || words::backup(docs.settings().with(|s| s.exported_on));
    let install = device::is_ios() && !device::is_installed();
    view! {
        <div class="page">
            {head(fixed(""), fixed(words::TITLE), None)}
            {install.then(|| view! { <p class="card warn">{today::INSTALL_IOS}</p> })}
            <div class="two">
                <div class="stack">
                    <section class="card">
                        <h2>{words::EXPORT}</h2>
                        <p class="muted">{words::EXPORT_TEXT}</p>
                        <p>{backup}</p>
                        <Button label=words::EXPORT_DO look=Look::Primary press=export />
                    </section>
                    <Restore />
                </div>
                <div class="stack">
                    <Import />
                    <Erase />
                </div>
            </div>
        </div>
    }
}

/// A file chosen for a restore, and what it would change.
#[derive(Clone)]
struct Found {
    book: Logbook,
    preview: Preview,
}

#[component]
fn Restore() -> impl IntoView {
    let docs = documents();
    let found = RwSignal::new(None::<Found>);
    let problem = RwSignal::new(String::new());
    let pick = move |event: leptos::ev::Event| {
        let Some(file) = device::picked_file(&event) else { return };
        found.set(None);
        problem.set(words::READING.to_owned());
        leptos::task::spawn_local(async move {
            let never = Rc::new(Cell::new(false));
            let bytes = device::read(file, archive::SIZE_MAX as f64, never, |_| ()).await;
            let text = match bytes {
                Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                Err(device::FileProblem::TooLarge) => return problem.set(words::TOO_LARGE.to_owned()),
                Err(_) => return problem.set(words::UNREADABLE.to_owned()),
            };
            match archive::read(&text) {
                Ok(book) => {
                    let preview = archive::preview(&actions::logbook(docs), &book);
                    problem.set(String::new());
                    found.set(Some(Found { book, preview }));
                }
                Err(error) => problem.set(words::archive_error(&error)),
            }
        });
    };
    let take = move |merge: bool| {
        let Some(chosen) = found.get_untracked() else { return };
        let book = if merge { archive::merge(&actions::logbook(docs), &chosen.book) } else { chosen.book };
        match actions::restore(docs, book) {
            Ok(()) => found.set(None),
            Err(_) => problem.set(words::NOT_TAKEN.to_owned()),
        }
    };
    let preview = move || {
        found.get().map(|found| {
            let lines = words::preview(&found.preview).into_iter().map(|line| view! { <p>{line}</p> });
            view! {
                {lines.collect_view()}
                <div class="buttons">
                    <Button label=words::MERGE look=Look::Ghost press=Callback::new(move |()| take(true)) />
                    <Button label=words::REPLACE look=Look::Ghost press=Callback::new(move |()| take(false)) />
                </div>
            }
        })
    };
    view! {
        <section class="card">
            <h2>{words::RESTORE}</h2>
            <p class="muted">{words::RESTORE_TEXT}</p>
            <label class="field">
                <span class="field__label">{words::PICK}</span>
                <input type="file" id="restore-file" accept=".json,application/json" on:change=pick />
            </label>
            <p role="status">{move || problem.get()}</p>
            {preview}
        </section>
    }
}

#[component]
fn Erase() -> impl IntoView {
    let docs = documents();
    let asked = RwSignal::new(false);
    let erase = Callback::new(move |()| {
        // Refused by the browser: the banner above says so.
        actions::erase_everything(docs).ok();
        asked.set(false);
    });
    view! {
        <section class="card">
            <h2>{words::ERASE}</h2>
            <p class="muted">{words::ERASE_TEXT}</p>
            <Show
                when=move || asked.get()
                fallback=move || view! { <Button label=words::ERASE_DO look=Look::Danger press=Callback::new(move |()| asked.set(true)) /> }
            >
                <div class="buttons">
                    <Button label=words::ERASE_SURE look=Look::Danger press=erase />
                    <Button label=words::CANCEL look=Look::Ghost press=Callback::new(move |()| asked.set(false)) />
                </div>
            </Show>
        </section>
    }
}
