//! The way to everything else, and what Legwork is.

use super::{card, page};
use crate::app::href;
use crate::app::shell::{OfflineState, offline};
use crate::i18n::en::settings as words;
use crate::routes::Page;
use crate::ui::element::{El, el, fixed, of, say, say_as};
use crate::ui::{Icon, icon};

/// More.
pub fn more() -> El {
    let link = |page: Page, name: &str, text: &str| {
        let words = el("span").child(say("b", name)).child(el("br")).child(say_as("span", "muted", text));
        el("a").set("href", href(page)).child(words).child(icon(Icon::Right))
    };
    let list = of("div", "list list--tap")
        .child(link(Page::History, words::HISTORY, words::HISTORY_TEXT))
        .child(link(Page::HoldsBack, words::HOLDS, words::HOLDS_TEXT))
        .child(link(Page::Learn, words::LEARN, words::LEARN_TEXT))
        .child(link(Page::Data, words::DATA, words::DATA_TEXT))
        .child(link(Page::Welcome, words::ANSWERS, words::ANSWERS_TEXT))
        .child(link(Page::Settings, words::SETTINGS, words::SETTINGS_TEXT))
        .child(link(Page::About, words::ABOUT, words::ABOUT_TEXT));
    page(fixed(""), fixed(words::MORE), None).child(of("div", "card card--flat").child(list))
}

/// What Legwork is.
pub fn about() -> El {
    let offline = offline();
    let state = move || match offline.get() {
        OfflineState::Ready | OfflineState::UpdateWaiting | OfflineState::OtherVersion => {
            words::OFFLINE_READY.to_owned()
        }
        OfflineState::Unsupported | OfflineState::Failed => words::OFFLINE_NOT.to_owned(),
        OfflineState::Starting => words::OFFLINE_WAIT.to_owned(),
    };
    let lines = words::ABOUT_LINES.iter().map(|line| say("p", line));
    page(fixed(words::version()), fixed(words::ABOUT), None)
        .child(card().all(lines).child(of("p", "muted").live_text(state)))
}
