//! Progress in six views, each with an address of its own: the week's sets and a muscle over time, the leg map,
//! strength, effort, coverage, and the body.

mod body;
mod chosen;
mod coverage;
mod effort;
mod export;
mod map;
mod muscle;
mod strength;
mod week;

use super::{card, flat, page, stack, two};
use crate::app::documents::documents;
use crate::app::{advice, asked, href, href_of};
use crate::i18n::en::{progress as words, shell};
use crate::routes::Page;
use crate::ui::element::{El, el, of, say, text};
use crate::ui::state::{Computed, untrack};
use crate::ui::{Look, link_button};
use chosen::Chosen;

/// A view of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    Sets,
    Map,
    Strength,
    Effort,
    Coverage,
    Body,
}

impl View {
    const ALL: [Self; 6] = [Self::Sets, Self::Map, Self::Strength, Self::Effort, Self::Coverage, Self::Body];

    /// What the address says; nothing for the first.
    const fn id(self) -> &'static str {
        match self {
            Self::Sets => "",
            Self::Map => "map",
            Self::Strength => "strength",
            Self::Effort => "effort",
            Self::Coverage => "coverage",
            Self::Body => "body",
        }
    }

    fn href(self) -> String {
        match self {
            Self::Sets => href(Page::Progress),
            view => href_of(Page::Progress, view.id()),
        }
    }
}

/// The progress page.
pub fn progress() -> El {
    let asked = asked();
    let view = Computed::new(move || {
        asked.with(|id| {
            let id = id.as_deref().unwrap_or_default();
            View::ALL.into_iter().find(|view| view.id() == id).unwrap_or(View::Sets)
        })
    });
    let chosen = Chosen::new();
    let docs = documents();
    let above = move || match view.get() {
        View::Sets | View::Map => chosen.week_text(),
        _ => crate::i18n::full_day(docs.today().get()),
    };
    let title = move || words::TITLES.get(view.get() as usize).copied().unwrap_or_default().to_owned();
    let arrows = of("div", "")
        .shown(move || matches!(view.get(), View::Sets | View::Map), move || week::arrows(chosen));
    let links = View::ALL.into_iter().zip(words::VIEW_NAMES).map(|(one, name)| {
        let current = move || (view.get() == one).then(|| "page".to_owned());
        say("a", name).set("href", one.href()).live("aria-current", current)
    });
    let views = of("nav", "views").set("aria-label", words::VIEWS).all(links);
    let drawn = move || {
        let view = view.get();
        untrack(|| match view {
            View::Sets => two(week::week(chosen), muscle::muscle(chosen)),
            View::Map => map::map(chosen),
            View::Strength => strength::strength(),
            View::Effort => effort::effort(),
            View::Coverage => coverage::coverage(),
            View::Body => body::body(),
        })
    };
    page(text(above), text(title), Some(arrows)).child(views).child(el("div").part(drawn)).child(link_button(
        shell::name(Some(Page::HoldsBack)),
        Look::Ghost,
        href(Page::HoldsBack),
    ))
}

/// Whether estimates of strength are shown to this person, and numbers of the body.
fn allowed() -> (bool, bool) {
    let seen = advice::allowed(documents());
    (seen.is_none_or(|seen| seen.strength), seen.is_some_and(|seen| seen.body))
}

/// A card that only says something.
fn note(words: &str) -> El {
    card().child(say("p", words))
}
