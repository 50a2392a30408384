//! The big number of the session: minus, a field that takes typing, plus. Holding a button repeats it.

use leptos::prelude::*;
use std::time::Duration;

/// Milliseconds until holding begins to repeat, and between repeats.
const HOLD: u64 = 450;
const REPEAT: u64 = 110;

/// A number with minus and plus.
#[component]
pub fn Stepper(
    /// A name that is unique on the page.
    name: &'static str,
    /// Its label, for a screen reader.
    #[prop(into)]
    label: String,
    /// The words of the minus button.
    #[prop(into)]
    less: String,
    /// The words of the plus button.
    #[prop(into)]
    more: String,
    /// The shown text.
    value: Signal<String>,
    /// The unit behind it.
    #[prop(into)]
    unit: Signal<String>,
    /// Told of a step: -1 or 1.
    step: Callback<i32>,
    /// Told of typing.
    on_type: Callback<String>,
    /// What is wrong; empty while nothing is.
    #[prop(into)]
    error: Signal<String>,
) -> impl IntoView {
    let held = StoredValue::new(None::<TimeoutHandle>);
    let release = move || {
        if let Some(handle) = held.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    on_cleanup(release);
    let hold = move |by: i32| repeat(held, step, by, HOLD);
    let press = move |by: i32| {
        move |event: leptos::ev::PointerEvent| {
            // A second finger or the right button is no hold.
            if event.is_primary() && event.button() == 0 {
                release();
                hold(by);
            }
        }
    };
    let error_id = format!("{name}-error");
    view! {
        <div class="stepper">
            <button
                type="button"
                class="stepper__button"
                aria-label=less
                on:click=move |_| step.run(-1)
                on:pointerdown=press(-1)
                on:pointerup=move |_| release()
                on:pointerleave=move |_| release()
                on:pointercancel=move |_| release()
            >"−"</button>
            <span class="stepper__number">
                <input
                    id=name
                    aria-label=label
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    class="stepper__input num"
                    prop:value=move || value.get()
                    on:input:target=move |event| on_type.run(event.target().value())
                    on:focus:target=move |event| event.target().select()
                    aria-invalid=move || (!error.with(String::is_empty)).then_some("true")
                    aria-describedby=error_id.clone()
                />
                <span class="unit">{move || unit.get()}</span>
            </span>
            <button
                type="button"
                class="stepper__button"
                aria-label=more
                on:click=move |_| step.run(1)
                on:pointerdown=press(1)
                on:pointerup=move |_| release()
                on:pointerleave=move |_| release()
                on:pointercancel=move |_| release()
            >"+"</button>
        </div>
        <p class="field__error" id=error_id aria-live="polite">{move || error.get()}</p>
    }
}

/// Steps once the wait is over, and again, until the handle is cleared.
fn repeat(held: StoredValue<Option<TimeoutHandle>>, step: Callback<i32>, by: i32, wait: u64) {
    let next = move || {
        step.run(by);
        repeat(held, step, by, REPEAT);
    };
    let handle = set_timeout_with_handle(next, Duration::from_millis(wait)).ok();
    held.try_set_value(handle);
}
