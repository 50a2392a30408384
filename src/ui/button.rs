//! A button in one of four looks; what it does is the caller's.

use leptos::prelude::*;

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The one action of a page.
    Primary,
    /// Everything else.
    Ghost,
    /// A small one in a row.
    Chip,
    /// What cannot be undone.
    Danger,
}

/// A button.
#[component]
pub fn Button(
    /// Its words.
    #[prop(into)]
    label: String,
    /// Its look.
    look: Look,
    /// What it does.
    press: Callback<()>,
    /// Whether it can be pressed now.
    #[prop(optional)]
    disabled: Option<Signal<bool>>,
) -> impl IntoView {
    let class = match look {
        Look::Primary => "button button--primary",
        Look::Ghost => "button",
        Look::Chip => "button button--chip",
        Look::Danger => "button button--danger",
    };
    view! {
        <button
            type="button"
            class=class
            disabled=move || disabled.is_some_and(|d| d.get())
            on:click=move |_| press.run(())
        >
            {label}
        </button>
    }
}
