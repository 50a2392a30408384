//! Every session: a month at a time with its calendar, or what a search finds, a piece at a time.

use super::calendar::calendar;
use super::name_of;
use crate::app::documents::documents;
use crate::app::{href, href_of};
use crate::domain::calendar::{Day, Month};
use crate::domain::exercise::ExerciseId;
use crate::domain::id::SessionId;
use crate::domain::training::visits::{Found, newest, of_month};
use crate::i18n::en::history as words;
use crate::pages::{card, flat, page, stack, two};
use crate::routes::Page;
use crate::ui::element::{El, el, fixed, group, of, say, say_as, text, told};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Field, Icon, Look, bare_button, button, icon, link_button};

/// Sessions that a search shows at once.
const PIECE: usize = 20;

/// What is listed.
#[derive(Clone, PartialEq)]
struct Listed {
    found: Found,
    searching: bool,
}

/// The history.
pub fn history() -> El {
    let docs = documents();
    let count = Computed::new(move || docs.log().with(|log| log.len()));
    let above = move || words::count(count.get());
    let empty = Computed::new(move || count.get() == 0);
    let body = move || {
        if empty.get() {
            return card().child(say("p", words::EMPTY)).child(link_button(
                crate::i18n::en::progress::IMPORT,
                Look::Ghost,
                href(Page::Import),
            ));
        }
        untrack(filled)
    };
    page(text(above), fixed(words::TITLE), None).part(body)
}

fn filled() -> El {
    let docs = documents();
    let search = State::new(String::new());
    let most = State::new(PIECE);
    let newest_month = docs.log().with(|log| log.months().keys().next_back().copied());
    let month = State::new(newest_month.unwrap_or(docs.today().get().month()));
    let day = State::new(None::<Day>);
    let listed = Computed::new(move || {
        let searching = search.with(|text| !text.trim().is_empty());
        let (month, day, most) = (month.get(), day.get(), most.get());
        let found = docs.log().with(|log| {
            if searching {
                return docs.exercises().with(|own| search.with(|text| newest(log, own, text, most)));
            }
            let shown = of_month(log, month).into_iter().rev().filter(|s| day.is_none_or(|day| day == s.day));
            Found { list: shown.map(|session| (month, session.id)).collect(), ..Found::default() }
        });
        Listed { found, searching }
    });
    let field = Field {
        name: "search",
        label: words::SEARCH,
        value: text(move || search.get()),
        on_type: told(move |typed: String| {
            most.set(PIECE);
            search.set(typed.chars().take(80).collect());
        }),
        unit: fixed(""),
        hint: "",
        error: fixed(""),
        number: false,
    };
    let searching = move || listed.with(|listed| listed.searching);
    let left =
        stack().child(card().child(field.draw())).shown(move || !searching(), move || months(month, day));
    let more = move || {
        listed.with(|listed| listed.found.more).then(|| {
            button(words::MORE, Look::Ghost)
                .set("id", "more")
                .press(move || most.update(|most| *most += PIECE))
        })
    };
    let whole = move || {
        (!searching() && day.get().is_some())
            .then(|| button(words::ALL_MONTH, Look::Chip).press(move || day.set(None)))
    };
    let right = stack()
        .part(move || exercises(&listed.with(|l| l.found.exercises.clone())))
        .child(flat().part(move || rows(&listed.get())).part(more).part(whole));
    two(left, right)
}

/// The month with its arrows.
fn months(month: State<Month>, day: State<Option<Day>>) -> El {
    let docs = documents();
    // An arrow goes to the next month that has anything: years may lie between.
    let beside = move |later: bool| {
        let at = month.get();
        docs.log().with(|log| {
            let mut months = log.months().keys();
            if later { months.find(|month| **month > at) } else { months.rfind(|month| **month < at) }
                .copied()
        })
    };
    let go = move |to: Month| {
        day.set(None);
        month.set(to);
    };
    let arrow = |id: &str, label: &str, which: Icon| {
        bare_button("button button--chip").set("id", id).set("aria-label", label).child(icon(which))
    };
    let earlier = arrow("earlier", words::EARLIER, Icon::Left)
        .live_flag("disabled", move || beside(false).is_none())
        .press(move || {
            if let Some(month) = untrack(|| beside(false)) {
                go(month);
            }
        });
    let later = arrow("later", words::LATER, Icon::Right)
        .live_flag("disabled", move || beside(true).is_none())
        .press(move || {
            if let Some(month) = untrack(|| beside(true)) {
                go(month);
            }
        });
    let head = of("div", "row")
        .child(say_as("h2", "card__title", "").live_text(move || words::month(month.get())))
        .child(of("div", "row").child(earlier).child(later));
    card().child(head).part(move || {
        let month = month.get();
        calendar(month, day)
    })
}

fn exercises(found: &[ExerciseId]) -> Option<El> {
    let docs = documents();
    let link = |id: &ExerciseId| {
        link_button(&docs.exercise_name(id), Look::Chip, href_of(Page::Exercise, id.as_str()))
    };
    (!found.is_empty()).then(|| group("div", "totals", found.iter().take(8).map(link)))
}

fn rows(listed: &Listed) -> El {
    if listed.found.list.is_empty() {
        let nothing = if listed.searching { words::NOTHING_FOUND } else { words::NOTHING_IN_MONTH };
        return say_as("p", "muted", nothing);
    }
    let rows = listed.found.list.iter().filter_map(|(month, id)| row(*month, *id));
    group("div", "list list--tap", rows)
}

fn row(month: Month, id: SessionId) -> Option<El> {
    let docs = documents();
    let year = docs.today().get_untracked().year();
    let session = docs
        .log()
        .with_untracked(|log| log.months().get(&month).and_then(|m| m.sessions.get(&id).cloned()))?;
    let names: Vec<String> =
        session.exercises.iter().map(|work| docs.exercise_name(&work.exercise)).collect();
    let about = of("span", "list__text")
        .child(say("b", name_of(&session)))
        .child(say_as("span", "muted", words::when(session.day, session.lasted, year)))
        .child(say_as("span", "muted list__more", names.join(", ")));
    Some(el("a").set("href", href_of(Page::Workout, &id.to_string())).child(about).child(say_as(
        "span",
        "muted",
        words::sets(session.work_sets()),
    )))
}
