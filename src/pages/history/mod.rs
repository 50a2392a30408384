//! What is recorded: every session by month or by search, one session, one exercise over time.

mod calendar;
mod editor;
mod exercise;
mod list;
mod outcome;
mod share;
mod workout;

pub(super) use exercise::best;
pub use exercise::exercise;
pub use list::history;
pub use workout::workout;

use super::{card, page};
use crate::app::documents::documents;
use crate::app::href;
use crate::domain::plan::Plans;
use crate::domain::training::Session;
use crate::i18n::en::{history as words, plan};
use crate::routes::Page;
use crate::ui::element::{El, fixed, say, say_as};
use crate::ui::{Look, link_button};

/// A session's name: its own, else its place in the plan.
fn name_of(session: &Session) -> String {
    let named = |plans: &Plans| {
        let slot = session.slot?;
        let plan = plans.list.iter().find(|plan| plan.id == slot.plan)?;
        Some(plan::session(usize::from(slot.session), plan.session(slot)?))
    };
    if session.name.is_empty() {
        documents().plans().with(named).unwrap_or_else(|| words::SESSION.to_owned())
    } else {
        session.name.clone()
    }
}

/// A page about something that is not there.
fn missing(title: &str, text: &str) -> El {
    let back = link_button(words::TO_HISTORY, Look::Primary, href(Page::History));
    page(fixed(""), fixed(title), None).child(card().child(say("p", text)).child(back))
}

/// A card's heading.
fn heading(text: &str) -> El {
    say_as("h2", "card__title", text)
}
