//! How each muscle's work is spread: sessions a week, the hours between, the most in one, and functions that
//! are missed.

use super::effort::spans;
use super::{card, flat, note, stack, two};
use crate::app::derived::derived;
use crate::app::documents::documents;
use crate::domain::diagnosis::{Rhythm, Share, View, rhythms, shares};
use crate::i18n::en::{names, progress as shared, progress::coverage as words};
use crate::ui::element::{El, el, group, of, say, say_as};
use crate::ui::state::{Computed, State};
use crate::ui::table;

/// Days of each span.
const SPANS: [i64; 2] = [28, 84];

/// The view.
pub(super) fn coverage() -> El {
    let docs = documents();
    let ledger = derived().ledger;
    let span = State::new(0_usize);
    let found = Computed::new(move || {
        let today = docs.today().get();
        let days = SPANS.get(span.get()).copied().unwrap_or_default();
        ledger.with(|ledger| {
            docs.book(|book| {
                let view = View { judge: Some(&ledger.judge), ..View::of(book, today) };
                let from = today.plus(1 - days);
                (rhythms(&view, from, today), shares(&view, from, today))
            })
        })
    });
    let choice = spans("coverage-span", words::SPAN, &words::SPANS, span);
    let any = move || found.with(|(rhythms, _)| rhythms.iter().any(|rhythm| rhythm.sessions > 0));
    let drawn = move || two(lain(found), functions(found));
    stack().child(card().child(choice)).shown(any, drawn).shown(move || !any(), || note(words::NOTHING))
}

/// What is drawn: how the work lies, and what of it covers the functions.
type Found = Computed<([Rhythm; 4], [Share; 4])>;

fn lain(found: Found) -> El {
    let locale = documents().locale();
    let row = move |rhythm: &Rhythm| {
        let about = of("span", "list__text")
            .child(say("b", names::muscle(rhythm.muscle)))
            .child(say_as("span", "muted", words::rhythm(rhythm, &locale)))
            .child(say_as("span", "muted", words::most(rhythm, &locale)))
            .maybe(words::odd(rhythm).map(|text| say_as("span", "warn", text)));
        el("li").child(about)
    };
    let cells = move |rhythm: &Rhythm| {
        vec![
            names::muscle(rhythm.muscle).to_owned(),
            locale.number(rhythm.per_week, 1),
            words::hours(rhythm.hours.map(|(_, middle)| middle), &locale),
            words::hours(rhythm.hours.map(|(least, _)| least), &locale),
            locale.sets(rhythm.most),
        ]
    };
    let list = move || found.with(|(rhythms, _)| group("ul", "list", rhythms.iter().map(row)));
    flat()
        .child(say_as("h2", "card__title", words::RHYTHM))
        .part(list)
        .child(say_as("p", "muted", words::RHYTHM_NOTE))
        .child(say_as("p", "muted", words::CAP_NOTE))
        .child(table(shared::TABLE, &words::HEADS, move || {
            found.with(|(rhythms, _)| rhythms.iter().map(cells).collect())
        }))
}

fn functions(found: Found) -> El {
    let locale = documents().locale();
    let row = move |share: &Share| {
        let class = if share.is_missed() { "warn" } else { "muted" };
        let about = of("span", "list__text").child(say("b", words::function(share))).child(say_as(
            "span",
            class,
            words::share(share, &locale),
        ));
        let bar = el("progress")
            .class("progress")
            .set("max", "1")
            .set("aria-label", words::function(share))
            .set_number("value", (share.per_week / f64::from(share.wanted)).min(1.0));
        el("li").child(about).child(bar)
    };
    let cells = move |share: &Share| {
        vec![
            words::function(share),
            locale.number(share.per_week, 1),
            share.wanted.to_string(),
            if share.is_missed() { words::MISSED } else { words::COVERED }.to_owned(),
        ]
    };
    let list = move || found.with(|(_, shares)| group("ul", "list", shares.iter().map(row)));
    flat()
        .child(say_as("h2", "card__title", words::FUNCTIONS))
        .part(list)
        .child(say_as("p", "muted", words::FUNCTIONS_NOTE))
        .child(table(shared::TABLE, &words::FUNCTION_HEADS, move || {
            found.with(|(_, shares)| shares.iter().map(cells).collect())
        }))
}
