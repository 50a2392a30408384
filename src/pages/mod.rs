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

use crate::routes::Page;
use crate::ui::element::{El, Text, el, of};

/// Draws a page; an address that no page has gets the page that says so.
pub fn draw(page: Option<Page>) -> El {
    match page {
        Some(Page::Today) => today::today(),
        Some(Page::Welcome) => welcome::welcome(),
        Some(Page::Session) => session::session(),
        Some(Page::Plan) => plan::plan(),
        Some(Page::Progress) => progress::progress(),
        Some(Page::Fuel) => fuel::fuel(),
        Some(Page::More) => more::more(),
        Some(Page::Data) => data::data(),
        Some(Page::Settings) => settings::settings(),
        Some(Page::About) => more::about(),
        None => more::not_found(),
    }
}

/// A page with its head: a line above, the title, and what stands at its right.
fn page(above: Text, title: Text, right: Option<El>) -> El {
    let heading = el("h1").set("tabindex", "-1").live_text(move || title());
    let texts = el("div").add(of("p", "muted").live_text(move || above())).add(heading);
    of("div", "page").add(of("header", "page__head").add(texts).maybe(right))
}

/// Two columns where the screen is wide enough.
fn two(left: El, right: El) -> El {
    of("div", "two").add(left).add(right)
}

/// Things below each other.
fn stack() -> El {
    of("div", "stack")
}

/// A card.
fn card() -> El {
    of("section", "card")
}

/// A card that stands back.
fn flat() -> El {
    of("section", "card card--flat")
}
