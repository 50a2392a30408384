//! The rest timer: a deadline that is only painted here.

use crate::app::actions;
use crate::app::device;
use crate::app::documents::documents;
use crate::domain::training::Rest;
use crate::i18n::clock;
use crate::i18n::en::session as words;
use crate::ui::{Button, Look};
use leptos::prelude::*;

/// The rest: its end is stored, so what it shows is right after a reload and a sleep.
#[component]
pub fn RestBar() -> impl IntoView {
    let docs = documents();
    let rest = Memo::new(move |_| docs.draft().with(|d| d.as_ref().and_then(|d| d.rest)));
    let now = RwSignal::new(docs.now().millis);
    let rung = StoredValue::new(0_i64);
    let tick = move || {
        let Some(rest) = rest.get_untracked() else { return };
        let millis = docs.now().millis;
        now.set(millis);
        let left = rest.seconds_left(millis);
        // Rings once, at the end and not long after it: a phone that slept is not startled.
        if left <= 0 && left > -3 && rung.get_value() != rest.ends_at {
            rung.set_value(rest.ends_at);
            device::ring();
        }
    };
    let timer = set_interval_with_handle(tick, std::time::Duration::from_millis(500)).ok();
    on_cleanup(move || {
        if let Some(timer) = timer {
            timer.clear();
        }
    });
    Effect::new(move |_| {
        if rest.get().is_some() {
            now.set(docs.now().millis);
        }
    });
    let left = move || rest.get().map(|rest: Rest| (rest.seconds_left(now.get()), rest.length.get()));
    let text = move || left().map(|(left, _)| if left >= 0 { clock(left) } else { words::ended_ago(-left) });
    let over = move || left().is_some_and(|(left, _)| left < 0);
    let share =
        move || left().map_or(0.0, |(left, whole)| 1.0 - left.max(0) as f64 / f64::from(whole.max(1)));
    view! {
        <Show when=move || rest.get().is_some()>
            <div class="rest" role="timer" aria-label=words::REST>
                <span class="rest__time">{text}</span>
                <span class="muted">{move || if over() { words::REST_OVER } else { words::REST }}</span>
                <progress class="rest__bar" max="1" prop:value=share aria-label=words::REST></progress>
                <Button label=words::MORE_REST look=Look::Chip press=Callback::new(move |()| { actions::lengthen_rest(docs, 30).ok(); }) />
                <Button label=words::SKIP look=Look::Chip press=Callback::new(move |()| { actions::skip_rest(docs).ok(); }) />
            </div>
        </Show>
    }
}
