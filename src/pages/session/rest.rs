//! The rest timer: a deadline that is only painted here.

use crate::app::actions;
use crate::app::documents::documents;
use crate::app::rest::resting;
use crate::domain::training::Rest;
use crate::i18n::clock;
use crate::i18n::en::session as words;
use crate::ui::element::{El, el, of};
use crate::ui::state::untrack;
use crate::ui::{Look, button};

/// What one press changes, seconds.
const STEP: i64 = 30;

/// The rest while there is one: its end is stored, so what it shows is right after a reload and a sleep.
pub fn bar() -> impl Fn() -> Option<El> {
    let rest = resting().rest;
    move || rest.get().map(|rest| untrack(|| running(rest)))
}

fn running(rest: Rest) -> El {
    let docs = documents();
    let now = resting().now;
    let left = move || rest.seconds_left(now.get());
    let share = move || 1.0 - left().max(0) as f64 / f64::from(rest.length.get().max(1));
    let time = move || {
        let left = left();
        if left >= 0 { clock(left) } else { words::ended_ago(-left) }
    };
    let state = move || if left() < 0 { words::REST_OVER } else { words::REST_LOCKED }.to_owned();
    let by = move |id: &str, label: &str, seconds: i64| {
        button(label, Look::Chip).set("id", id).press(move || {
            // No rest runs any more: there is nothing to move.
            actions::lengthen_rest(docs, seconds).ok();
        })
    };
    let less = by("rest-less", words::LESS_REST, -STEP).live_flag("disabled", move || left() <= 0);
    let more = by("rest-more", words::MORE_REST, STEP);
    let skip = button(words::SKIP, Look::Chip).set("id", "rest-skip").press(move || {
        actions::skip_rest(docs).ok();
    });
    // Said once, at the end: what counts down is not read out.
    let said = move || if left() <= 0 { words::REST_OVER } else { "" }.to_owned();
    of("div", "rest")
        .set("role", "timer")
        .set("aria-label", words::REST)
        .live_flag("data-over", move || left() <= 0)
        .child(of("span", "rest__time").live_text(time))
        .child(
            el("progress")
                .class("rest__bar")
                .set("max", "1")
                .set("value", "0")
                .set("aria-label", words::REST)
                .live_share(share),
        )
        .child(less)
        .child(more)
        .child(skip)
        .child(of("span", "rest__state").live_text(state))
        .child(of("span", "visually-hidden").set("role", "status").live_text(said))
}
