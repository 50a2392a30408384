//! A labelled text field with its unit, hint and error. It holds raw text: reading it is the domain's.

use leptos::prelude::*;

/// A labelled text field.
#[component]
pub fn Field(
    /// A name that is unique on the page.
    name: &'static str,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What is typed.
    value: Signal<String>,
    /// Told of every change.
    on_type: Callback<String>,
    /// The unit behind it.
    #[prop(optional, into)]
    unit: Signal<String>,
    /// A word of help.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong; empty while nothing is.
    #[prop(optional, into)]
    error: Signal<String>,
    /// Whether a number is typed.
    #[prop(optional)]
    number: bool,
) -> impl IntoView {
    let error_id = format!("{name}-error");
    let hint_id = format!("{name}-hint");
    let described = {
        let (error_id, hint_id) = (error_id.clone(), hint_id.clone());
        let has_hint = !hint.is_empty();
        move || {
            if !error.with(String::is_empty) {
                Some(error_id.clone())
            } else {
                has_hint.then(|| hint_id.clone())
            }
        }
    };
    let has_hint = !hint.is_empty();
    view! {
        <div class="field">
            <label class="field__label" for=name>{label}</label>
            <div class="field__box">
                <input
                    id=name
                    name=name
                    type="text"
                    autocomplete="off"
                    inputmode=if number { "decimal" } else { "text" }
                    class="field__input"
                    prop:value=move || value.get()
                    on:input:target=move |event| on_type.run(event.target().value())
                    aria-invalid=move || (!error.with(String::is_empty)).then_some("true")
                    aria-describedby=described
                />
                <span class="field__unit">{move || unit.get()}</span>
            </div>
            {has_hint.then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <p class="field__error" id=error_id aria-live="polite">{move || error.get()}</p>
        </div>
    }
}
