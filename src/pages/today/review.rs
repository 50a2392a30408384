//! The week that ended: three lines and one thing to do, from its first day on until it is put away.

use crate::app::derived::derived;
use crate::app::documents::documents;
use crate::app::{actions, href, verdict};
use crate::domain::diagnosis::{Action, Review};
use crate::i18n::en::review as words;
use crate::i18n::week_span;
use crate::pages::{card, stack};
use crate::routes::Page;
use crate::ui::element::{El, el, group, of, part, say, say_as};
use crate::ui::state::{Computed, untrack};
use crate::ui::{Look, button, link_button};

/// The card, live; empty where no advice may be given.
pub(in crate::pages) fn review_now() -> El {
    let docs = documents();
    let ledger = derived().ledger;
    let seen = Computed::new(move || verdict::may_advise(docs).then(|| verdict::reviewed(docs, ledger)));
    stack().part(move || seen.with(|seen| part(seen.iter().map(|review| untrack(|| drawn(review))))))
}

fn drawn(review: &Review) -> El {
    let docs = documents();
    let (units, locale) = (docs.units(), docs.locale());
    let year = docs.today().get_untracked().year();
    let name = |id: &_| docs.exercise_name(id);
    // Where a clinician comes first, nothing else is said.
    let lines = (review.action != Action::Stop).then(|| {
        let lines = [
            Some(words::trained(&review.trained, &locale)),
            review.strength.map(words::strength),
            Some(words::recovered(&review.recovered, &locale)),
        ];
        group("ul", "list", lines.into_iter().flatten().map(|line| say("li", line)))
    });
    let action = el("p").child(say("b", words::DO)).text(" ").text(words::action(
        &review.action,
        &name,
        units,
        &locale,
    ));
    let away = button(words::AWAY, Look::Ghost).press(move || {
        actions::put_review_away(docs).ok();
    });
    let open = link_button(words::OPEN, Look::Ghost, href(Page::HoldsBack));
    card()
        .child(say_as("p", "muted", week_span(review.week, year)))
        .child(say_as("h2", "today__title", words::TITLE))
        .maybe(lines)
        .child(action)
        .child(of("div", "buttons").child(open).child(away))
}
