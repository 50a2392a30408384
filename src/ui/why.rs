//! "Why?" beside a number: the rule in plain words, what went in, and where it comes from.

use leptos::prelude::*;

/// A disclosure that answers "why?".
#[component]
pub fn Why(
    /// The word on it.
    #[prop(into)]
    word: String,
    /// The rule, the inputs, the source: a paragraph each.
    #[prop(into)]
    lines: Signal<Vec<String>>,
) -> impl IntoView {
    view! {
        <details class="why">
            <summary>{word}</summary>
            {move || lines.get().into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        </details>
    }
}
