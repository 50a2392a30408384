//! What surrounds every page: title and focus, other tabs, midnight, the save state, the update, the toast.

use super::chunks::chunks;
use super::documents::{Documents, documents};
use super::notice::SaveState;
use super::{actions, go, rest, tabs};
use crate::domain::calendar::Day;
use crate::domain::settings::Theme;
use crate::i18n::en::shell as words;
use crate::platform::files::download;
use crate::platform::offline as worker;
pub use crate::platform::offline::OfflineState;
use crate::platform::page;
use crate::routes::Page;
use crate::storage::{Comfort, DocKey};
use crate::ui::element::{El, el, of, react, say, say_as};
use crate::ui::state::{Computed, Reading, State};
use crate::ui::{Look, bare_button, button};
use leptos::prelude::*;
use std::str::FromStr;

/// The id of a page's heading.
pub const TITLE_ID: &str = "title";

/// How far offline use is, for the pages.
#[derive(Clone, Copy)]
struct Offline(State<OfflineState>);

/// How far offline use is; live.
pub fn offline() -> Reading<OfflineState> {
    expect_context::<Offline>().0.reading()
}

/// Light, dark, or as the system has it.
pub fn apply_theme(theme: Option<Theme>) {
    let word = theme.map(|theme| match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    });
    if cfg!(target_arch = "wasm32") {
        page::apply_theme(word);
        crate::storage::remember(Comfort::Theme, word);
    }
}

/// Begins to listen to the world outside: other tabs, midnight, coming back, the worker.
pub fn watch(docs: Documents) {
    rest::watch(docs);
    let state = State::new(OfflineState::Starting);
    worker::start(move |new| state.set(new));
    provide_context(Offline(state));
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
            docs.save_lost();
        } else {
            docs.save_owed();
        }
    });
    let ticker = page::every(30_000, move || refresh_day(docs));
    // They live as long as the app.
    std::mem::forget((storage, awake, ticker));
}

fn refresh_day(docs: Documents) {
    let day = docs.now().day;
    if docs.today.get_untracked() != day {
        docs.today.set(day);
    }
}

/// How long a title may be behind the page, milliseconds.
const TITLE_MS: i32 = 60;

/// Sets title and focus whenever the page changes.
pub fn follow(here: Computed<Option<Page>>) {
    let mut before = None;
    react(move || {
        let now = here.get();
        let title = rest::titled(words::title(now));
        // Behind the frame: telling the browser of a title takes as long as a tenth of a press.
        page::after(TITLE_MS, move || page::set_title(&title));
        if before.is_some_and(|before| before != now) {
            page::scroll_to_top();
            // The page is drawn by then.
            page::after(0, page::focus_heading);
        }
        before = Some(now);
    });
}

/// What a file with everything is called.
pub fn backup_name(day: Day) -> String {
    format!("legwork-{day}.json")
}

/// Everything as one file, downloaded: also where nothing can be saved any more, with no step between.
pub fn save_as_file(docs: Documents) {
    let day = docs.now().day;
    if download(&backup_name(day), "application/json", &actions::export_text(docs)).is_some() {
        actions::backed_up(docs, day);
    }
}

/// A line above the page with what can be done about it.
fn banner(bad: bool, text: &str, way: El) -> El {
    let (class, role) = if bad { ("banner banner--bad", "alert") } else { ("banner", "status") };
    of("div", class).set("role", role).child(say("span", text)).child(way)
}

/// What has to be said above every page.
pub fn banners() -> El {
    let docs = documents();
    let to_start = go(Page::Welcome);
    let reload = move || {
        button(words::UPDATE_RELOAD, Look::Chip).press(move || {
            docs.save_owed();
            worker::apply_update();
        })
    };
    let state = move || {
        let state = docs.save_state().get();
        let text = match state {
            SaveState::Saved => return None,
            SaveState::Unavailable => words::NOT_SAVED_BLOCKED,
            SaveState::Full => words::NOT_SAVED_FULL,
            SaveState::Failed => words::NOT_SAVED_FAILED,
            SaveState::NewerSchema => words::NOT_SAVED_NEWER,
        };
        // At once and from here: the page of the data may have to be fetched first, and may not come.
        let export = || button(words::EXPORT_NOW, Look::Chip).press(move || save_as_file(docs));
        let newer = (state == SaveState::NewerSchema).then(reload);
        (!docs.example().get()).then(|| banner(true, text, export()).maybe(newer))
    };
    let damaged = move || {
        let rescue = say_as("a", "button button--chip", words::CRASH_RESCUE)
            .set("rel", "external")
            .set("href", "rescue.html");
        let release =
            button(words::DAMAGED_RELEASE, Look::Chip).press(move || actions::release_damaged(docs));
        (!docs.damaged().with(Vec::is_empty)).then(|| banner(true, words::DAMAGED, rescue).child(release))
    };
    let example = move || {
        let to_start = to_start.clone();
        let leave = button(words::EXAMPLE_LEAVE, Look::Chip).press(move || {
            actions::leave_example(docs);
            to_start();
        });
        docs.example().get().then(|| banner(false, words::EXAMPLE, leave))
    };
    let offline = offline();
    let update = move || {
        let text = match offline.get() {
            OfflineState::UpdateWaiting => words::UPDATE_READY,
            OfflineState::OtherVersion => words::UPDATE_ELSEWHERE,
            _ => return None,
        };
        Some(banner(false, text, reload()))
    };
    of("div", "app__top")
        .part(move || tabs::banner(docs))
        .part(state)
        .part(damaged)
        .part(example)
        .part(update)
}

/// The frame of a page whose code is not there. Its heading has the id of the page's own, so that the focus
/// goes on from one to the other.
fn stand_in(page: Option<Page>) -> El {
    let heading = say("h1", words::name(page)).set("id", TITLE_ID).set("tabindex", "-1");
    of("div", "page").child(of("header", "page__head").child(heading))
}

/// What stands where a page will be, while its code is on its way.
pub fn coming(page: Option<Page>) -> El {
    let card = || of("div", "frame__card").set("aria-hidden", "true");
    stand_in(page).set("aria-busy", "true").child(card()).child(card())
}

/// What stands where a page would be, had its code come.
pub fn not_fetched(at: Option<Page>) -> El {
    let chunks = chunks();
    let again = button(words::FETCH_AGAIN, Look::Primary).press(move || {
        if let Some(chunk) = at.and_then(Page::chunk) {
            chunks.ask(chunk);
        }
    });
    let text = say("p", words::NOT_FETCHED).set("role", "alert");
    // Where another version has replaced the files, only another start finds its own.
    let start = button(words::START_AGAIN, Look::Ghost).press(page::reload);
    stand_in(at).child(of("section", "card").child(text).child(again).child(start))
}

/// How long a notice stays, milliseconds: long enough to reach its undo with one hand.
const TOAST_MS: i32 = 8_000;

/// The newest notice with its way back.
pub fn toast() -> El {
    let docs = documents();
    let notice = docs.notice();
    let mut end: Option<page::Timeout> = None;
    react(move || {
        // A new notice stays its whole time: what would have ended the one before is called off.
        drop(end.take());
        if notice.with(Option::is_some) {
            end = page::timeout(TOAST_MS, move || docs.dismiss());
        }
    });
    let said = move || notice.with(|n| n.as_ref().map(|n| words::said(&n.said)));
    let undo = move || {
        let can = notice.with(|n| n.as_ref().is_some_and(|n| n.undo.is_some()));
        can.then(|| bare_button("toast__button").text(words::UNDO).press(move || docs.undo()))
    };
    of("div", "visually-hidden")
        .set("id", "live")
        .set("role", "status")
        .live("class", move || Some(if said().is_some() { "toast" } else { "visually-hidden" }.to_owned()))
        .child(el("span").live_text(move || said().unwrap_or_default()))
        .part(undo)
}
