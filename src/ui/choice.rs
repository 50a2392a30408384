//! One of several, and any of several: native radio buttons and boxes. The caller numbers the choices.

use leptos::prelude::*;

/// One of several.
#[component]
pub fn Choice(
    /// A name that is unique on the page.
    name: &'static str,
    /// The question.
    #[prop(into)]
    legend: String,
    /// The answers, in order.
    options: Vec<String>,
    /// The place of the chosen answer; none while nothing is chosen.
    chosen: Signal<Option<usize>>,
    /// Told of a choice.
    choose: Callback<usize>,
    /// Whether the answers are long and stand below each other.
    #[prop(optional)]
    tall: bool,
) -> impl IntoView {
    let class = if tall { "choice choice--tall" } else { "choice" };
    let options = options.into_iter().enumerate().map(|(place, label)| {
        view! {
            <label class="choice__option">
                <input
                    type="radio"
                    name=name
                    prop:checked=move || chosen.get() == Some(place)
                    on:change=move |_| choose.run(place)
                />
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <fieldset class=class>
            <legend class="field__label">{legend}</legend>
            <div class="choice__options">{options.collect_view()}</div>
        </fieldset>
    }
}

/// Any of several.
#[component]
pub fn Checks(
    /// The question.
    #[prop(into)]
    legend: String,
    /// The answers, in order.
    options: Vec<String>,
    /// Whether the answer at a place holds; reactive.
    checked: Callback<usize, bool>,
    /// Told of a change.
    toggle: Callback<(usize, bool)>,
) -> impl IntoView {
    let options = options.into_iter().enumerate().map(|(place, label)| {
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || checked.run(place)
                    on:change:target=move |event| toggle.run((place, event.target().checked()))
                />
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <fieldset class="checks">
            <legend class="field__label">{legend}</legend>
            <div class="checks__options">{options.collect_view()}</div>
        </fieldset>
    }
}
