//! One file a screen. A page formats and asks; it never decides about training and never writes a store.

mod copies;
mod data;
mod edit;
mod fuel;
mod history;
mod import;
mod iron;
mod learn;
mod more;
mod nowhere;
mod plan;
mod progress;
mod restore;
mod room;
mod session;
mod settings;
mod share;
mod stopped;
mod today;
mod verdict;
mod welcome;

use crate::app::device;
use crate::app::shell::TITLE_ID;
use crate::i18n::en::data::PICK;
use crate::routes::Page;
use crate::ui::element::{El, Text, el, of, say_as};

/// Draws a page of the first load; an address that no page has gets the page that says so.
pub fn first(page: Option<Page>) -> El {
    match page {
        Some(Page::Today) => today::today(),
        _ => nowhere::not_found(),
    }
}

/// Draws the running session.
pub fn running(page: Option<Page>) -> El {
    match page {
        Some(Page::Session) => session::session(),
        _ => nowhere::not_found(),
    }
}

/// Draws the way to a plan, the plan, and a plan under the pencil.
pub fn planned(page: Option<Page>) -> El {
    match page {
        Some(Page::Welcome) => welcome::welcome(),
        Some(Page::Plan) => plan::plan(),
        Some(Page::Edit) => edit::edit(),
        Some(Page::Share) => share::share(),
        // What Today shows of the block: it has no address of its own.
        None => today::card_now(),
        _ => nowhere::not_found(),
    }
}

/// Draws what the record shows over time.
pub fn progressed(page: Option<Page>) -> El {
    match page {
        Some(Page::Progress) => progress::progress(),
        _ => nowhere::not_found(),
    }
}

/// Draws what holds a person back, and what there is to know.
pub fn judged(page: Option<Page>) -> El {
    match page {
        Some(Page::HoldsBack) => verdict::holds_back(),
        Some(Page::Learn) => learn::learn(),
        // The week's review on Today: it has no address of its own.
        None => today::review_now(),
        _ => nowhere::not_found(),
    }
}

/// Draws a page of what is noted and recorded.
pub fn record(page: Option<Page>) -> El {
    match page {
        Some(Page::Fuel) => fuel::fuel(),
        Some(Page::History) => history::history(),
        Some(Page::Workout) => history::workout(),
        Some(Page::Exercise) => history::exercise(),
        _ => nowhere::not_found(),
    }
}

/// Draws what is set and kept, and what comes from other apps.
pub fn more(page: Option<Page>) -> El {
    match page {
        Some(Page::More) => more::more(),
        Some(Page::Data) => data::data(),
        Some(Page::Settings) => settings::settings(),
        Some(Page::About) => more::about(),
        Some(Page::Import) => import::import(),
        // What stands in place of a page where the store was found empty.
        None => copies::recovery(),
        _ => nowhere::not_found(),
    }
}

/// A page with its head: a line above, the title, and what stands at its right.
fn page(above: Text, title: Text, right: Option<El>) -> El {
    let heading = el("h1").set("id", TITLE_ID).set("tabindex", "-1").live_text(move || title());
    let texts = el("div").child(of("p", "muted").live_text(move || above())).child(heading);
    of("div", "page").child(of("header", "page__head").child(texts).maybe(right))
}

/// Two columns where the screen is wide enough.
fn two(left: El, right: El) -> El {
    of("div", "two").child(left).child(right)
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

/// A label with a field for a file.
fn file_field(id: &str, accept: &str, pick: impl FnMut(device::File) + 'static) -> El {
    let mut pick = pick;
    let input =
        el("input").set("type", "file").set("id", id).set("accept", accept).on("change", move |event| {
            if let Some(file) = device::picked_file(&event) {
                pick(file);
            }
        });
    of("label", "field").child(say_as("span", "field__label", PICK)).child(input)
}
