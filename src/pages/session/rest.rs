//! The rest timer: a deadline that is only painted here.

use crate::app::actions;
use crate::app::device;
use crate::app::documents::documents;
use crate::domain::training::Rest;
use crate::i18n::clock;
use crate::i18n::en::session as words;
use crate::ui::element::{El, el, of};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Look, button};
use leptos::prelude::*;

/// Milliseconds between two looks at the clock.
const TICK: i32 = 500;

/// The rest while there is one: its end is stored, so what it shows is right after a reload and a sleep.
pub fn bar() -> impl Fn() -> Option<El> {
    let docs = documents();
    let rest = Computed::new(move || docs.draft().with(|d| d.as_ref().and_then(|d| d.rest)));
    move || rest.get().map(|rest| untrack(|| running(rest)))
}

fn running(rest: Rest) -> El {
    let docs = documents();
    let now = State::new(docs.now().millis);
    let mut rung = false;
    let tick = move || {
        let millis = docs.now().millis;
        now.set(millis);
        let left = rest.seconds_left(millis);
        // Rings once, at the end and not long after it: a phone that slept is not startled.
        if left <= 0 && left > -3 && !rung {
            rung = true;
            device::ring();
        }
    };
    StoredValue::new_local(device::every(TICK, tick));
    let left = move || rest.seconds_left(now.get());
    let share = move || 1.0 - left().max(0) as f64 / f64::from(rest.length.get().max(1));
    let time = move || {
        let left = left();
        if left >= 0 { clock(left) } else { words::ended_ago(-left) }
    };
    let state = move || if left() < 0 { words::REST_OVER } else { words::REST }.to_owned();
    let more = button(words::MORE_REST, Look::Chip).press(move || {
        actions::lengthen_rest(docs, 30).ok();
    });
    let skip = button(words::SKIP, Look::Chip).press(move || {
        actions::skip_rest(docs).ok();
    });
    of("div", "rest")
        .set("role", "timer")
        .set("aria-label", words::REST)
        .child(of("span", "rest__time").live_text(time))
        .child(of("span", "muted").live_text(state))
        .child(
            el("progress")
                .class("rest__bar")
                .set("max", "1")
                .set("aria-label", words::REST)
                .live_share(share),
        )
        .child(more)
        .child(skip)
}
