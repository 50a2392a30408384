//! What surrounds every page: title and focus, other tabs, midnight, the save state, the update, the toast.

use super::documents::{Documents, documents};
use super::notice::SaveState;
use super::{actions, go};
use crate::domain::settings::Theme;
use crate::i18n::en::shell as words;
use crate::platform::offline;
pub use crate::platform::offline::OfflineState;
use crate::platform::page;
use crate::routes::Page;
use crate::storage::DocKey;
use crate::ui::{Button, Look};
use leptos::prelude::*;
use std::str::FromStr;

/// How far offline use is, for the pages.
#[derive(Clone, Copy)]
pub struct Offline(pub RwSignal<OfflineState>);

/// Light, dark, or as the system has it.
pub fn apply_theme(theme: Option<Theme>) {
    let word = theme.map(|theme| match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    });
    if cfg!(target_arch = "wasm32") {
        page::apply_theme(word);
        crate::storage::remember_theme(word);
    }
}

/// Begins to listen to the world outside: other tabs, midnight, coming back, the worker.
pub fn watch(docs: Documents) -> Offline {
    let state = RwSignal::new(OfflineState::Starting);
    offline::start(move |new| state.set(new));
    let storage = page::on_window("storage", move |event| {
        let Some(key) = page::storage_key(&event) else {
            // Everything was cleared from outside.
            return;
        };
        let document = key.rsplit_once(':').map_or(key.as_str(), |(_, last)| last);
        let month = key.split(':').nth(2).filter(|kind| matches!(*kind, "food" | "log"));
        let name = month.map_or(document.to_owned(), |kind| format!("{kind}:{document}"));
        match DocKey::from_str(&name) {
            Ok(key) => docs.refresh(&[key]),
            Err(()) if key == "legwork:head" => docs.refresh(&[]),
            Err(()) => {}
        }
    });
    let awake = page::on_visibility(move |_| {
        if page::is_visible() {
            refresh_day(docs);
            let mut keys = DocKey::SINGLE.to_vec();
            keys.push(DocKey::Log(docs.now().day.month()));
            docs.refresh(&keys);
        } else {
            docs.save_owed();
        }
    });
    let ticker = page::every(30_000, move || refresh_day(docs));
    // They live as long as the app.
    std::mem::forget((storage, awake, ticker));
    Offline(state)
}

fn refresh_day(docs: Documents) {
    let day = docs.now().day;
    if docs.today.get_untracked() != day {
        docs.today.set(day);
    }
}

/// Sets title and focus whenever the page changes.
pub fn follow(here: Memo<Option<Page>>) {
    Effect::new(move |before: Option<Option<Page>>| {
        let now = here.get();
        page::set_title(&words::title(now));
        if before.is_some_and(|before| before != now) {
            page::scroll_to_top();
            request_animation_frame(page::focus_heading);
        }
        now
    });
}

/// What has to be said above every page.
#[component]
pub fn Banners() -> impl IntoView {
    let docs = documents();
    let offline = expect_context::<Offline>().0;
    let to_data = go(Page::Data);
    let to_start = go(Page::Welcome);
    let state = move || {
        let text = match docs.save_state().get() {
            SaveState::Saved => return None,
            SaveState::Unavailable => words::NOT_SAVED_BLOCKED,
            SaveState::Full => words::NOT_SAVED_FULL,
            SaveState::Failed => words::NOT_SAVED_FAILED,
            SaveState::NewerSchema => words::NOT_SAVED_NEWER,
        };
        let to_data = to_data.clone();
        (!docs.example().get()).then(|| {
            view! {
                <div class="banner banner--bad" role="alert">
                    <span>{text}</span>
                    <Button label=words::EXPORT_NOW look=Look::Chip press=Callback::new(move |()| to_data()) />
                </div>
            }
        })
    };
    let example = move || {
        let to_start = to_start.clone();
        docs.example().get().then(|| {
            let leave = Callback::new(move |()| {
                actions::leave_example(docs);
                to_start();
            });
            view! {
                <div class="banner" role="status">
                    <span>{words::EXAMPLE}</span>
                    <Button label=words::EXAMPLE_LEAVE look=Look::Chip press=leave />
                </div>
            }
        })
    };
    let damaged = move || {
        (!docs.damaged().with(Vec::is_empty)).then(|| {
            view! {
                <div class="banner banner--bad" role="alert">
                    <span>{words::DAMAGED}</span>
                    <a class="button button--chip" rel="external" href="rescue.html">{words::CRASH_RESCUE}</a>
                    <Button
                        label=words::DAMAGED_RELEASE
                        look=Look::Chip
                        press=Callback::new(move |()| actions::release_damaged(docs))
                    />
                </div>
            }
        })
    };
    let update = move || match offline.get() {
        OfflineState::UpdateWaiting => Some(words::UPDATE_READY),
        OfflineState::OtherVersion => Some(words::UPDATE_ELSEWHERE),
        _ => None,
    };
    let update = move || {
        update().map(|text| {
            view! {
                <div class="banner" role="status">
                    <span>{text}</span>
                    <Button
                        label=words::UPDATE_RELOAD
                        look=Look::Chip
                        press=Callback::new(move |()| {
                            docs.save_owed();
                            offline::apply_update();
                        })
                    />
                </div>
            }
        })
    };
    view! {
        {state}
        {damaged}
        {example}
        {update}
    }
}

/// How long a notice stays, milliseconds: long enough to reach its undo with one hand.
const TOAST_MS: u64 = 8_000;

/// The newest notice with its way back.
#[component]
pub fn Toast() -> impl IntoView {
    let docs = documents();
    Effect::new(move |_| {
        let Some(number) = docs.notice().with(|notice| notice.as_ref().map(|n| n.number)) else { return };
        let gone = move || {
            let same = docs.notice().with_untracked(|now| now.as_ref().is_some_and(|n| n.number == number));
            if same {
                docs.dismiss();
            }
        };
        set_timeout(gone, std::time::Duration::from_millis(TOAST_MS));
    });
    let text = move || docs.notice().with(|n| n.as_ref().map(|n| words::said(&n.said)));
    let can_undo = move || docs.notice().with(|n| n.as_ref().is_some_and(|n| n.undo.is_some()));
    view! {
        <div id="live" role="status" class=move || if text().is_some() { "toast" } else { "visually-hidden" }>
            <span>{text}</span>
            <Show when=can_undo>
                <button type="button" class="toast__button" on:click=move |_| docs.undo()>{words::UNDO}</button>
            </Show>
        </div>
    }
}
