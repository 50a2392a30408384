//! The second copy of what is stored, in the browser's database: when it is made and what is known of it. Engines
//! delete a damaged localStorage whole: then an empty store means "lost", not "new". How it is made lies in a chunk.

mod copying;

use super::chunks::{Chunks, Progress};
use super::documents::Documents;
use crate::platform::page;
use crate::routes::{Chunk, Page};
pub use crate::storage::Snapshot;
use crate::ui::element::react;
use crate::ui::state::{Reading, State};
pub use copying::{Best, hands};
use leptos::prelude::*;
use std::cell::Cell;

/// How soon after a change of the log or the plans a copy is made, milliseconds: behind everything that is seen.
const SOON_MS: i32 = 3_000;
/// How soon after a change of the running session that is copied alone, milliseconds: what was ticked is on the screen
/// by then. A browser that is killed keeps localStorage of up to a minute ago.
const DRAFT_MS: i32 = 250;
/// How soon an empty store is asked after, milliseconds: behind the first paint.
const ASK_MS: i32 = 300;

/// How far the second copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mirrored {
    /// Not looked at yet.
    Unknown,
    /// The browser gives no database, or does not answer.
    Unavailable,
    /// There is none.
    Never,
    /// It is of this moment, milliseconds since 1970 UTC.
    At(i64),
}

/// Who does the work, once its chunk has come.
#[derive(Clone, Copy)]
pub struct Hands {
    keep: fn(Mirror),
    keep_draft: fn(Mirror),
    ask: fn(Mirror),
    find_draft: fn(Mirror),
}

thread_local! {
    static HANDS: Cell<Option<Hands>> = const { Cell::new(None) };
}

/// Takes the hands that a chunk has brought.
pub fn take(hands: Hands) {
    HANDS.set(Some(hands));
}

/// The second copy, for the pages.
#[derive(Clone, Copy)]
pub struct Mirror {
    docs: Documents,
    state: State<Mirrored>,
    snapshots: State<Vec<Snapshot>>,
    lost: State<bool>,
    busy: State<bool>,
}

/// The second copy, from the context that the root provides.
pub fn mirror() -> Mirror {
    expect_context()
}

/// Begins to keep a second copy, for as long as the app lives; where the store was found empty or damaged it is asked
/// soon what was there.
pub fn watch(docs: Documents, chunks: Chunks, fresh: bool) {
    let mirror = Mirror {
        docs,
        state: State::new(Mirrored::Unknown),
        snapshots: State::new(Vec::new()),
        lost: State::new(false),
        busy: State::new(false),
    };
    provide_context(mirror);
    let damaged = move || docs.damaged().with(|keys| !keys.is_empty());
    if fresh || untrack(damaged) {
        page::after(ASK_MS, move || chunks.ask(Chunk::More));
    }
    let mut asked: Option<bool> = None;
    react(move || {
        let here = matches!(chunks.known(Page::Data), Progress::Here(_));
        let damaged = damaged();
        if !fresh && !damaged && mirror.lost.get_untracked() {
            // Released: nothing is to be brought back any more.
            mirror.lost.set(false);
        }
        // A month that is read later may be damaged, too.
        let first = asked.is_none_or(|before| damaged && !before);
        if let Some(hands) = HANDS.get().filter(|_| here && first) {
            asked = Some(damaged);
            (if fresh || damaged { hands.ask } else { hands.find_draft })(mirror);
        }
    });
    let mut then: Option<page::Timeout> = None;
    let mut first = true;
    react(move || {
        docs.draft().with(|_| ());
        drop(then.take());
        // As it was found it is copied already, or found there.
        if !std::mem::replace(&mut first, false) {
            then = page::timeout(DRAFT_MS, move || mirror.work(|hands| hands.keep_draft));
        }
    });
    let mut soon: Option<page::Timeout> = None;
    react(move || {
        docs.log().with(|_| ());
        docs.plans().with(|_| ());
        // One copy for what comes in a row.
        drop(soon.take());
        soon = page::timeout(SOON_MS, move || mirror.keep());
    });
    let hidden = page::on_visibility(move |_| {
        if !page::is_visible() {
            mirror.keep();
        }
    });
    // It lives as long as the app.
    std::mem::forget(hidden);
}

impl Mirror {
    /// How far it is; live.
    pub fn state(self) -> Reading<Mirrored> {
        self.state.reading()
    }

    /// The copies there are, newest first; live. They are known once [`Mirror::look`] was called.
    pub fn snapshots(self) -> Reading<Vec<Snapshot>> {
        self.snapshots.reading()
    }

    /// Whether the store was found empty or damaged where copies of it are; live.
    pub fn lost(self) -> Reading<bool> {
        self.lost.reading()
    }

    /// The person begins anew in an emptied store; the copies stay.
    pub fn begin_anew(self) {
        self.lost.set(false);
    }

    fn keep(self) {
        if !self.busy.get_untracked() {
            self.work(|hands| hands.keep);
        }
    }

    fn work(self, which: fn(Hands) -> fn(Self)) {
        // An emptied store is not copied over what it was, nor is an example.
        let may = !self.lost.get_untracked() && !self.docs.example().get_untracked();
        if let Some(hands) = HANDS.get().filter(|_| may) {
            which(hands)(self);
        }
    }
}
