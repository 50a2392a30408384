//! One file a screen. A page formats and asks; it never decides about training and never writes a store.

mod data;
mod fuel;
mod import;
mod more;
mod plan;
mod progress;
mod session;
mod settings;
mod today;
mod welcome;

pub use data::Data;
pub use fuel::Fuel;
pub use more::{About, More, NotFound};
pub use plan::Plan;
pub use progress::Progress;
pub use session::Session;
pub use settings::Settings;
pub use today::Today;
pub use welcome::Welcome;

use leptos::prelude::*;

/// The head of a page: a line above, the title, and what stands at its right.
fn head(above: Signal<String>, title: Signal<String>, right: Option<AnyView>) -> impl IntoView {
    view! {
        <header class="page__head">
            <div>
                <p class="muted">{move || above.get()}</p>
                <h1 tabindex="-1">{move || title.get()}</h1>
            </div>
            {right}
        </header>
    }
}

/// A text that never changes, as a signal.
fn fixed(text: impl Into<String>) -> Signal<String> {
    let text: String = text.into();
    Signal::stored(text)
}
