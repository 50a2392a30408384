//! Pages whose machine code comes later: fetched when they are asked for or when nothing else is to do, drawn
//! like any other page once they are there.

use crate::platform::page as browser;
use crate::routes::{Chunk, Page};
use crate::ui::element::El;
use crate::ui::state::State;
use leptos::prelude::expect_context;
use std::future::Future;
use std::pin::Pin;
use wasm_bindgen_futures::spawn_local;

/// Draws the page of an address.
pub type Draw = fn(Option<Page>) -> El;

/// What becomes of a fetch: how to draw the chunk's pages, or nothing where it failed.
pub type Fetch = Pin<Box<dyn Future<Output = Option<Draw>>>>;

/// Where the pages come from.
#[derive(Clone, Copy)]
pub struct Pages {
    /// Draws what is part of the first load.
    pub first: Draw,
    /// Fetches the others.
    pub fetch: fn(Chunk) -> Fetch,
}

/// How far a chunk is.
#[derive(Clone, Copy)]
pub enum Progress {
    /// Nobody has asked.
    Away,
    /// On its way.
    Coming,
    /// It did not come.
    Failed,
    /// Its pages can be drawn.
    Here(Draw),
}

/// The chunks of this tab.
#[derive(Clone, Copy)]
pub struct Chunks {
    pages: Pages,
    progress: [State<Progress>; Chunk::ALL.len()],
}

/// How soon after the start the rest is fetched, milliseconds: behind what the first page does, and behind the
/// worker on a first visit, which leaves the files in the browser's own store.
const IDLE_MS: i32 = 6_000;

/// How soon the session is: behind the first paint.
const SESSION_MS: i32 = 300;

impl Chunks {
    /// Nothing but the first load is here.
    pub fn new(pages: Pages) -> Self {
        Self { pages, progress: Chunk::ALL.map(|_| State::new(Progress::Away)) }
    }

    fn progress(self, chunk: Chunk) -> State<Progress> {
        let [session, plan, progress, record, verdict, more] = self.progress;
        match chunk {
            Chunk::Session => session,
            Chunk::Plan => plan,
            Chunk::Progress => progress,
            Chunk::Record => record,
            Chunk::Verdict => verdict,
            Chunk::More => more,
        }
    }

    /// How far the chunk of a page is; live. The page of a chunk that nobody has asked for is asked for.
    pub fn of(self, page: Option<Page>) -> Progress {
        let Some(chunk) = page.and_then(Page::chunk) else { return Progress::Here(self.pages.first) };
        if matches!(self.progress(chunk).get_untracked(), Progress::Away) {
            self.ask(chunk);
        }
        self.progress(chunk).get()
    }

    /// How far the chunk of a page is, without asking for it; live.
    pub fn known(self, page: Page) -> Progress {
        page.chunk().map_or(Progress::Here(self.pages.first), |chunk| self.progress(chunk).get())
    }

    /// Fetches a chunk, again where it has failed.
    pub fn ask(self, chunk: Chunk) {
        spawn_local(self.fetch(chunk, Progress::Failed));
    }

    fn fetch(self, chunk: Chunk, otherwise: Progress) -> impl Future<Output = ()> {
        let progress = self.progress(chunk);
        let away = !matches!(progress.get_untracked(), Progress::Coming | Progress::Here(_));
        if away {
            progress.set(Progress::Coming);
        }
        let fetch = away.then(|| (self.pages.fetch)(chunk));
        async move {
            if let Some(fetch) = fetch {
                progress.set(fetch.await.map_or(otherwise, Progress::Here));
            }
        }
    }

    /// Fetches everything that is still away soon: later taps are instant, and a tab that stays open goes on
    /// after another version has replaced the files.
    pub fn ask_soon(self) {
        // A session is one tap from the start page, and that tap is not to wait.
        browser::after(SESSION_MS, move || spawn_local(self.fetch(Chunk::Session, Progress::Away)));
        browser::after(IDLE_MS, move || {
            // One after the other: what somebody does meanwhile goes first. Nobody waits for a chunk: where it
            // fails, the first tap asks again.
            spawn_local(async move {
                for chunk in Chunk::ALL {
                    self.fetch(chunk, Progress::Away).await;
                }
            });
        });
    }
}

/// The chunks of this tab.
pub fn chunks() -> Chunks {
    expect_context()
}
