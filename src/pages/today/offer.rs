//! What the block offers beside its next session: one calm card that says why, and one tap to take it. What it
//! leads to needs the generator: the card comes with the chunk that changes plans, Today only keeps its place.

use super::late::late;
use crate::app::actions;
use crate::app::documents::documents;
use crate::app::href;
use crate::domain::plan::difference::{Change, difference};
use crate::domain::plan::offer::{Offer, Way};
use crate::i18n::en::{edit, plan, today as words};
use crate::i18n::short_day;
use crate::pages::{card, stack};
use crate::routes::{Chunk, Page};
use crate::ui::element::{El, el, group, of, say, say_as};
use crate::ui::{Look, button, link_button, why};

/// Where Today shows the card, as soon as its chunk is here.
pub(in crate::pages) fn place() -> El {
    late(Page::Edit, Chunk::Edit, "offer")
}

/// The card of what is offered now; an empty one where that is nothing any more.
pub(in crate::pages) fn card_now() -> El {
    match actions::offered(documents()) {
        Some(offer) => card_of(&offer),
        None => stack(),
    }
}

/// The card of an offer.
fn card_of(offer: &Offer) -> El {
    match offer {
        Offer::Deload { from, signs, .. } => {
            let docs = documents();
            let today = docs.today().get_untracked();
            let list = signs.iter().map(|sign| say("li", words::sign(*sign)));
            let from = (*from > today).then(|| short_day(*from));
            let shown = card().child(say_as("h2", "today__title", words::EASIER));
            let shown = if signs.is_empty() {
                shown.child(say("p", words::EASIER_BLOCK))
            } else {
                shown.child(say("p", words::EASIER_SIGNS)).child(group("ul", "list", list))
            };
            let about = say_as("p", "muted", words::easier(from.as_deref()));
            waiting(shown.child(about), offer, words::EASIER_TAKE).child(why(words::WHY, words::why_easier()))
        }
        Offer::Return { days, way } => {
            let shown = card()
                .child(say_as("h2", "today__title", words::BACK))
                .child(say("p", words::away(*days)))
                .child(say_as("p", "muted", words::back(*way)));
            waiting(shown, offer, words::back_take(*way)).child(why(words::WHY, words::why_back()))
        }
        Offer::Over { way, days } => over(offer, *way, *days),
    }
}

/// An offer that may wait: take it, or not this week.
fn waiting(shown: El, offer: &Offer, take: &str) -> El {
    let docs = documents();
    let offer = offer.clone();
    let take = button(take, Look::Ghost).set("id", "take-offer").press(move || {
        actions::take_offer(docs, &offer).ok();
    });
    let later = button(words::NOT_NOW, Look::Ghost).press(move || {
        actions::put_offer_off(docs).ok();
    });
    shown.child(of("div", "buttons").child(take).child(later))
}

/// The next block, with what it changes.
fn over(offer: &Offer, way: Way, days: u16) -> El {
    let docs = documents();
    let shown = card().child(say_as("h2", "today__title", words::FINISHED));
    let Some(next) = actions::plan_of(docs, offer) else {
        return shown.child(say_as("p", "muted", words::NO_NEXT)).child(link_button(
            words::ANSWER_AGAIN,
            Look::Primary,
            href(Page::Welcome),
        ));
    };
    let locale = docs.locale();
    let own = docs.exercises().get_untracked();
    let changes = docs
        .plans()
        .with_untracked(|plans| plans.active().map(|old| difference(old, &next, &own)).unwrap_or_default());
    let starts = short_day(next.starts.max(docs.today().get_untracked()));
    // What is seen from afar; the rest stands in the plan.
    let seen =
        |one: &&Change| !matches!(one, Change::Sets { .. } | Change::Details { .. } | Change::Order { .. });
    let rows = changes
        .iter()
        .filter(seen)
        .map(|one| say("li", edit::change(one, |id| docs.exercise_name(id), &locale)));
    let rows = (!changes.is_empty()).then(|| {
        el("details")
            .class("table-switch")
            .child(say("summary", words::CHANGES))
            .child(group("ul", "list", rows))
    });
    let offer = offer.clone();
    let take = button(words::NEXT_TAKE, Look::Primary).set("id", "take-offer").press(move || {
        actions::take_offer(docs, &offer).ok();
    });
    shown
        .child(say("p", words::next_block(way, days, &starts)))
        .child(say_as("p", "muted", plan::summary(&next, crate::pages::plan::longest(&next))))
        .maybe(rows)
        .child(take)
        .child(why(words::WHY, words::why_next()))
}
