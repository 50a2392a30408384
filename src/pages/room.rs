//! How much room the log takes in the browser, and making some: old years go into a file first, and only then out of
//! the log.

use super::card;
use crate::app::actions;
use crate::app::device::download;
use crate::app::documents::documents;
use crate::i18n::en::room as words;
use crate::ui::element::{El, el, of, say, say_as};
use crate::ui::state::State;
use crate::ui::{Look, button};

fn advice(room: actions::Room) -> Option<&'static str> {
    match room {
        actions::Room::Enough => None,
        actions::Room::Short => Some(words::SHORT),
        actions::Room::Archive => Some(words::ARCHIVE),
    }
}

/// The room there is, and how to make more.
pub(super) fn card_of_room() -> El {
    let docs = documents();
    let saved = State::new(false);
    let used = move || {
        // What is stored changes with the log.
        docs.log().with(|_| ());
        docs.notice().with(|_| ());
        actions::used(docs)
    };
    let meter = move || {
        let Some(units) = used() else { return say_as("p", "muted", words::NONE) };
        of("div", "stack stack--tight")
            .child(
                of("progress", "progress")
                    .set("max", "100")
                    .set("value", actions::percent(units).to_string())
                    .set("aria-label", words::TITLE),
            )
            .child(say("p", words::used(units, actions::percent(units), &docs.locale())))
            .maybe(advice(actions::Room::of(units)).map(|text| say_as("p", "warn", text)))
    };
    let years = move || {
        let year = actions::archive_year(docs)?;
        let file = button(&words::years(year), Look::Ghost).press(move || {
            let name = words::file(year);
            if download(&name, "application/json", &actions::years_text(docs, year)).is_some() {
                saved.set(true);
            }
        });
        let out = move || {
            saved.get().then(|| {
                let out = button(&words::years_out(year), Look::Danger).press(move || {
                    if actions::take_years_out(docs, year).is_ok() {
                        saved.set(false);
                    }
                });
                of("div", "stack stack--tight").child(say_as("p", "muted", words::OUT_TEXT)).child(out)
            })
        };
        Some(of("div", "stack stack--tight").child(file).part(out))
    };
    card()
        .child(say("h2", words::TITLE))
        .child(say_as("p", "muted", words::TEXT))
        .child(el("div").part(move || Some(meter())))
        .child(el("div").part(move || {
            docs.log().with(|_| ());
            years()
        }))
}
