//! The app around the pages: opens the store, provides the documents, routes, and paints the frame.

pub mod actions;
pub mod advice;
pub mod chunks;
pub mod derived;
pub mod device;
pub mod documents;
pub mod mirror;
pub mod notice;
pub mod rest;
pub mod shell;
pub mod tabs;
pub mod transaction;
pub mod verdict;

use crate::domain::athlete::WEEK;
use crate::domain::logbook::Logbook;
use crate::i18n::Locale;
use crate::i18n::en::shell as words;
pub use crate::platform::timeline::timed;
use crate::platform::{self, page};
use crate::routes::Page;
use crate::storage::{self, Comfort, LocalStore, Opened, Repository};
use crate::ui::element::{Root, of, say, say_as};
use crate::ui::state::Computed;
use crate::ui::{Icon, icon};
use chunks::{Chunks, Pages, Progress};
use derived::Derived;
use documents::{Documents, World, documents};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Router;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider};
use notice::SaveState;
use std::rc::Rc;

/// The path the app lives under, for links.
#[derive(Debug, Clone)]
pub struct Base(pub String);

/// The address of a page.
pub fn href(page: Page) -> String {
    page.href(&expect_context::<Base>().0)
}

/// The whole address of a page, to be sent to somebody.
pub fn link_to(page: Page) -> String {
    format!("{}{}", page::origin(), href(page))
}

/// Goes to a page.
pub fn go(page: Page) -> Rc<dyn Fn()> {
    let to = href(page);
    let navigate = use_navigate();
    Rc::new(move || navigate(&to, NavigateOptions { resolve: false, ..Default::default() }))
}

/// The address of a page about one thing.
pub fn href_of(page: Page, id: &str) -> String {
    format!("{}?id={id}", href(page))
}

/// Goes to a page about a thing that is known by then.
pub fn go_of(page: Page) -> Rc<dyn Fn(&str)> {
    let to = href(page);
    let navigate = use_navigate();
    Rc::new(move |id| {
        navigate(&format!("{to}?id={id}"), NavigateOptions { resolve: false, ..Default::default() });
    })
}

/// What the page is about: the `id` of its address; live.
pub fn asked() -> Computed<Option<String>> {
    let search = use_location().search;
    Computed::new(move || {
        let search = search.get();
        let mut pairs = search.trim_start_matches('?').split('&');
        pairs.find_map(|pair| pair.strip_prefix("id=")).map(str::to_owned)
    })
}

/// Opens the store and mounts the app.
pub fn start(pages: Pages) {
    if page::is_framed() {
        // Inside somebody else's page taps could be stolen.
        return;
    }
    leptos::mount::mount_to_body(move || view! { <App pages=pages /> });
    page::remove_frame();
}

/// How the device writes numbers and begins its weeks; known from the last start while its
/// language is the same, where that was kept.
fn forms(keep: bool) -> Locale {
    let language = platform::locale::language();
    let known = storage::remembered(Comfort::Forms).and_then(|text| Locale::recalled(&text, &language));
    known.unwrap_or_else(|| {
        let reading = platform::locale::read(&language);
        let locale = Locale {
            decimal: reading.decimal,
            group: reading.group,
            week_start: WEEK
                .get(usize::from(reading.first_weekday).saturating_sub(1))
                .copied()
                .unwrap_or(chrono::Weekday::Mon),
        };
        if keep {
            storage::remember(Comfort::Forms, Some(&locale.kept(&language)));
        }
        locale
    })
}

/// The root.
#[component]
fn App(pages: Pages) -> impl IntoView {
    let (repository, opened) = match LocalStore::open() {
        Ok(store) => {
            let today = platform::now().day;
            let recent = |book: &Logbook| book.recent(today);
            let (repository, opened) = Repository::open_from(Box::new(store), Some(&recent));
            (Some(repository), opened)
        }
        Err(_) => (None, Opened::default()),
    };
    // Who has stored nothing finds nothing stored.
    let locale = forms(repository.is_some() && !opened.fresh);
    let world = World { now: platform::now, random: platform::random_bytes };
    let docs = Documents::new(opened.logbook, repository, world, locale);
    docs.note_damage(&opened.problems);
    if let Some(refusal) = &opened.refusal {
        docs.save_state.set(SaveState::from(refusal));
    }
    let base = page::base_path();
    provide_context(docs);
    let chunks = Chunks::new(pages);
    chunks.ask_soon();
    provide_context(chunks);
    provide_context(Base(base.clone()));
    provide_context(Derived::new(docs));
    shell::watch(docs);
    tabs::watch(docs);
    mirror::watch(docs, chunks, opened.fresh && opened.refusal.is_none());
    page::after(LATER_MS, move || read_on(docs));
    view! {
        <Router base=base>
            <Frame />
        </Router>
    }
}

/// How soon the months before the recent ones are read, milliseconds: behind the first paint.
const LATER_MS: i32 = 300;
/// How many are read in a turn: a few milliseconds of a slow phone.
const LATER_MONTHS: usize = 6;
/// Milliseconds between two turns: a press goes first.
const TURN_MS: i32 = 16;

/// Reads the rest of the log, a little in each turn.
fn read_on(docs: Documents) {
    if docs.read_later(LATER_MONTHS) {
        page::after(TURN_MS, move || read_on(docs));
    }
}

/// Everything on the screen: the banners, the page, the tabs, the notice.
#[component]
fn Frame() -> impl IntoView {
    let docs = documents();
    let base = expect_context::<Base>().0;
    let path = use_location().pathname;
    let here = Computed::new(move || Page::parse(&base, &path.get()));
    let location = use_context::<BrowserUrl>();
    let chunks = chunks::chunks();
    let lost = mirror::mirror().lost();
    let page = move || {
        let at = here.get();
        if at != Some(Page::Today) {
            // The start page alone says only what is recent.
            docs.whole();
        }
        // Where the store was found empty and copies of it are there, no page is shown but the one of the data.
        let lost = lost.get() && at != Some(Page::Data);
        let drawn = match chunks.of(if lost { Some(Page::Data) } else { at }) {
            Progress::Here(draw) => draw(if lost { None } else { at }),
            Progress::Failed => shell::not_fetched(at),
            Progress::Away | Progress::Coming => shell::coming(at),
        };
        // Only now may the address bar follow.
        if let Some(location) = &location {
            location.ready_to_complete();
        }
        drawn
    };
    let tab = |page: Page, which: Icon, name: &str| {
        let current = move || here.get().map(Page::tab) == Some(page);
        of("a", "tabs__link")
            .set("href", href(page))
            .live("aria-current", move || current().then(|| "page".to_owned()))
            .child(icon(which))
            .child(say("span", name))
    };
    let tabs = of("nav", "tabs")
        .set("aria-label", words::NAVIGATION)
        .child(say_as("span", "tabs__name", "Legwork").set("aria-hidden", "true"))
        .child(tab(Page::Today, Icon::Today, words::TODAY))
        .child(tab(Page::Plan, Icon::Plan, words::PLAN))
        .child(tab(Page::Progress, Icon::Progress, words::PROGRESS))
        .child(tab(Page::Fuel, Icon::Fuel, words::FUEL))
        .child(tab(Page::More, Icon::More, words::MORE));
    let skip = say_as("a", "skip", words::SKIP).live("href", move || Some(format!("{}#main", path.get())));
    let app = of("div", "app")
        .child(skip)
        .child(shell::banners())
        .child(of("main", "app__main").set("id", "main").part(page))
        .child(tabs)
        .child(shell::toast());
    shell::follow(here);
    Root::new(app)
}
