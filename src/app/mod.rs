//! The app around the pages: opens the store, provides the documents, routes, and paints the frame.

pub mod actions;
pub mod derived;
pub mod device;
pub mod documents;
pub mod notice;
pub mod shell;
pub mod transaction;

use crate::i18n::Locale;
use crate::i18n::en::shell as words;
use crate::pages;
use crate::platform::{self, page};
use crate::routes::Page;
use crate::storage::{LocalStore, Opened, ProblemKind, Repository};
use crate::ui::{Icon, icon};
use derived::Derived;
use documents::{Documents, World};
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;
use leptos_router::path;
use notice::SaveState;

/// The path the app lives under, for links.
#[derive(Debug, Clone)]
pub struct Base(pub String);

/// The address of a page.
pub fn href(page: Page) -> String {
    page.href(&expect_context::<Base>().0)
}

/// Goes to a page.
pub fn go(page: Page) -> impl Fn() + Clone + 'static {
    let (to, navigate) = (href(page), leptos_router::hooks::use_navigate());
    move || {
        let options = leptos_router::NavigateOptions { resolve: false, ..Default::default() };
        navigate(&to, options);
    }
}

/// Opens the store and mounts the app.
pub fn start() {
    if page::is_framed() {
        // Inside somebody else's page taps could be stolen.
        return;
    }
    leptos::mount::mount_to_body(App);
    page::remove_frame();
}

/// The root.
#[component]
pub fn App() -> impl IntoView {
    let reading = platform::locale::read();
    let locale = Locale {
        decimal: reading.decimal,
        group: reading.group,
        week_start: crate::domain::athlete::WEEK
            .get(usize::from(reading.first_weekday).saturating_sub(1))
            .copied()
            .unwrap_or(chrono::Weekday::Mon),
    };
    let (repository, opened) = match LocalStore::open() {
        Ok(store) => {
            let (repository, opened) = Repository::open(Box::new(store));
            (Some(repository), opened)
        }
        Err(_) => (None, Opened::default()),
    };
    let world = World { now: platform::now, random: platform::random_bytes };
    let read_only = repository.as_ref().is_some_and(Repository::is_read_only);
    let docs = Documents::new(opened.logbook, repository, world, locale);
    let damaged = opened.problems.iter().filter(|p| p.kind == ProblemKind::Damaged).map(|p| p.key);
    docs.damaged.set(damaged.collect());
    if read_only {
        docs.save_state.set(SaveState::NewerSchema);
    }
    let base = page::base_path();
    provide_context(docs);
    provide_context(Base(base.clone()));
    provide_context(Derived::new(docs));
    let offline = shell::watch(docs);
    provide_context(offline);
    view! {
        <Router base=base>
            <Frame />
        </Router>
    }
}

#[component]
fn Frame() -> impl IntoView {
    let base = expect_context::<Base>().0;
    let path = use_location().pathname;
    let here = Memo::new(move |_| Page::parse(&base, &path.get()));
    shell::follow(here);
    let skip = move || format!("{}#main", path.get());
    let tab = |page: Page, which: Icon, name: &'static str| {
        let to = href(page);
        view! {
            <a
                class="tabs__link"
                href=to
                aria-current=move || (here.get().map(Page::tab) == Some(page)).then_some("page")
            >
                {icon(which)}
                <span>{name}</span>
            </a>
        }
    };
    view! {
        <div class="app">
            <a class="skip" href=skip>{words::SKIP}</a>
            <div class="app__top">
                <shell::Banners />
            </div>
            <main class="app__main" id="main">
                <FlatRoutes fallback=pages::NotFound>
                    <Route path=path!("/") view=pages::Today />
                    <Route path=path!("/welcome") view=pages::Welcome />
                    <Route path=path!("/session") view=pages::Session />
                    <Route path=path!("/plan") view=pages::Plan />
                    <Route path=path!("/progress") view=pages::Progress />
                    <Route path=path!("/fuel") view=pages::Fuel />
                    <Route path=path!("/more") view=pages::More />
                    <Route path=path!("/data") view=pages::Data />
                    <Route path=path!("/settings") view=pages::Settings />
                    <Route path=path!("/about") view=pages::About />
                </FlatRoutes>
            </main>
            <nav class="tabs" aria-label=words::NAVIGATION>
                <span class="tabs__name" aria-hidden="true">"Legwork"</span>
                {tab(Page::Today, Icon::Today, words::TODAY)}
                {tab(Page::Plan, Icon::Plan, words::PLAN)}
                {tab(Page::Progress, Icon::Progress, words::PROGRESS)}
                {tab(Page::Fuel, Icon::Fuel, words::FUEL)}
                {tab(Page::More, Icon::More, words::MORE)}
            </nav>
            <shell::Toast />
        </div>
    }
}
