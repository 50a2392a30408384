//! The running rest, whatever page is shown: what time it is for it, what the title says, and its end told
//! once. The deadline is stored; here it is only looked at, and put right when the device's clock was moved.

use super::actions;
use super::documents::Documents;
use crate::domain::training::Rest;
use crate::domain::training::clock::{Look, moved};
use crate::i18n::clock;
use crate::i18n::en::session as words;
use crate::platform::{page, signals};
use crate::ui::element::react;
use crate::ui::state::{Computed, Reading, State, untrack};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// Milliseconds between two looks at the clock.
const TICK: i32 = 500;
/// Milliseconds from a press to the waking of the sound: long after the press is on the screen, and a press counts
/// for about a second.
const WAKE_MS: i32 = 400;
/// How long the title says that a rest is over, seconds.
const TITLE_AFTER: i64 = 60;

/// The running rest, for the pages.
#[derive(Clone, Copy)]
pub struct Resting {
    /// The rest; none while none runs.
    pub rest: Computed<Option<Rest>>,
    /// The moment, kept up while one runs, milliseconds since 1970 UTC.
    pub now: Reading<i64>,
}

/// What the title begins with.
#[derive(Clone, Copy)]
struct Title(Computed<Option<String>>);

/// The running rest, from the context that [`watch`] provides.
pub fn resting() -> Resting {
    expect_context()
}

/// A page's title with the running rest before it; live.
pub fn titled(title: String) -> String {
    match expect_context::<Title>().0.get() {
        Some(rest) => format!("{rest} · {title}"),
        None => title,
    }
}

fn look(docs: Documents) -> Look {
    Look { wall: docs.now().millis, steady: signals::steady(), in_sight: page::is_visible() }
}

/// Begins to watch the rest, for as long as the app lives.
pub fn watch(docs: Documents) {
    let rest = Computed::new(move || docs.draft().with(|draft| draft.as_ref().and_then(|d| d.rest)));
    let awake = Computed::new(move || {
        docs.settings().with(|settings| settings.signals.awake) && docs.draft().with(Option::is_some)
    });
    let now = State::new(docs.now().millis);
    let title = Computed::new(move || {
        let left = rest.get()?.seconds_left(now.get());
        (left > -TITLE_AFTER).then(|| if left >= 0 { clock(left) } else { words::REST_OVER_TITLE.to_owned() })
    });
    provide_context(Resting { rest, now: now.reading() });
    provide_context(Title(title));
    let before = Rc::new(Cell::new(look(docs)));
    // The deadline that was told: each is told once, also where it is looked at again.
    let told = Rc::new(Cell::new(None));
    let tick: Rc<dyn Fn()> = {
        let before = before.clone();
        Rc::new(move || {
            let seen = look(docs);
            let shift = moved(before.replace(seen), seen);
            let Some(rest) = rest.get_untracked() else { return };
            let right = Rest { ends_at: rest.ends_at.saturating_add(shift), ..rest }.fitted(seen.wall);
            now.set(seen.wall);
            if right != rest && !docs.only_shows() {
                // Another tab may have noticed first.
                actions::mend_rest(docs, rest, right).ok();
            } else if rest.is_due(seen.wall, seen.in_sight)
                && told.replace(Some(rest.ends_at)) != Some(rest.ends_at)
            {
                tell(docs, seen.in_sight);
            }
        })
    };
    let again = tick.clone();
    let in_sight = page::on_visibility(move |_| {
        again();
        signals::stay_awake(awake.get_untracked());
    });
    let wake = move || {
        if docs.settings().with_untracked(|settings| settings.signals.sound) {
            signals::wake_sound();
        }
    };
    // After a reload the first press anywhere does.
    let pressed = page::on_window("pointerup", move |_| {
        if rest.with_untracked(Option::is_some) {
            wake();
        }
    });
    let mut ticker: Option<page::Ticker> = None;
    react(move || {
        drop(ticker.take());
        if rest.with(Option::is_some) {
            before.set(look(docs));
            untrack(|| now.set(docs.now().millis));
            // A set was just logged: the press that did it lets the end be heard. Not before it is on the screen:
            // the first time it takes the device a tenth of a second.
            page::after(WAKE_MS, wake);
            let tick = tick.clone();
            ticker = page::every(TICK, move || tick());
        }
    });
    react(move || signals::stay_awake(awake.get()));
    // They live as long as the app.
    std::mem::forget((in_sight, pressed));
}

fn tell(docs: Documents, in_sight: bool) {
    if docs.elsewhere().get_untracked() {
        // The tab that writes rings.
        return;
    }
    let signals = docs.settings().with_untracked(|settings| settings.signals);
    if signals.sound {
        signals::tone();
    }
    if signals.vibration {
        signals::vibrate();
    }
    if signals.notification && !in_sight {
        signals::notify(words::REST_OVER_TITLE);
    }
}
