//! What is done with a whole plan: made anew with its differences, shared as a link, a calendar file, on paper.

use super::Desk;
use crate::app::{actions, device, link_to};
use crate::domain::athlete::Profile;
use crate::domain::plan::calendar_file::{Entry, file};
use crate::domain::plan::difference::difference;
use crate::domain::plan::mesocycle::deload_from;
use crate::domain::plan::{Plan, link};
use crate::i18n::en::{edit as words, plan as plan_words};
use crate::pages::card;
use crate::routes::Page;
use crate::ui::element::{El, group, of, part, say, say_as};
use crate::ui::state::State;
use crate::ui::{Look, button};
use std::sync::Arc;

/// Making the plan anew: what would change is said before it does.
pub fn anew(desk: Desk, profile: Arc<Profile>) -> El {
    let docs = desk.docs;
    let locale = docs.locale();
    let offered = State::new(None::<Plan>);
    let make = button(words::ANEW, Look::Ghost).press(move || {
        let answers = docs.safety().get_untracked();
        offered.set(actions::plan_for(docs, &profile, &answers));
    });
    let shown = move || {
        let Some(new) = offered.get() else { return part([]) };
        let own = docs.exercises().get_untracked();
        let changes = desk.editing.with_untracked(|editing| difference(editing.plan(), &new, &own));
        if changes.is_empty() {
            return part([say_as("p", "muted", words::ANEW_SAME)]);
        }
        let rows = changes.iter().map(|one| say("li", words::change(one, |id| desk.name(id), &locale)));
        let list = group("ul", "list", rows);
        let take = button(words::ANEW_TAKE, Look::Primary).press(move || {
            actions::accept_plan(docs, &new).ok();
        });
        let leave = button(words::ANEW_LEAVE, Look::Ghost).press(move || offered.set(None));
        part([say("p", words::ANEW_TEXT), list, of("div", "buttons").child(take).child(leave)])
    };
    let ease = button(words::DELOAD, Look::Ghost).press(move || {
        let week = u8::try_from(desk.week.get_untracked()).unwrap_or(u8::MAX);
        let easier = desk.editing.with_untracked(|editing| deload_from(editing.plan(), week));
        match easier {
            Some(plan) => desk.step(|editing| editing.replace(plan)),
            None => desk.refused.set(words::NO_DELOAD),
        }
    });
    card().set("id", "anew").child(make).part(shown).child(ease)
}

/// Sharing: the link as a field to copy, the calendar file, the printer.
pub fn share(desk: Desk) -> El {
    let docs = desk.docs;
    let asked = State::new(false);
    let address = link_to(Page::Share);
    // Made when it is asked for, and kept right from then on: a change of the plan need not wait for it.
    let field = move || {
        if !asked.get() {
            return button(words::LINK_MAKE, Look::Ghost).press(move || asked.set(true));
        }
        let address = address.clone();
        let link = move || {
            let own = docs.exercises().get();
            let text = desk.editing.with(|editing| link::encode(editing.plan(), &own));
            format!("{address}#{text}")
        };
        let input = of("input", "field__input field__box")
            .set("type", "text")
            .set("readonly", "")
            .set("id", "share-link")
            .live_value(link);
        of("label", "field").child(say_as("span", "field__label", words::LINK)).child(input)
    };
    let calendar = button(words::CALENDAR, Look::Ghost).press(move || {
        let plan = desk.editing.with_untracked(|editing| editing.plan().clone());
        let entry = |slot: crate::domain::plan::Slot, session: &crate::domain::plan::PlannedSession| {
            let lines: Vec<String> = session
                .exercises
                .iter()
                .map(|one| format!("{} {}", docs.exercise_name(&one.exercise), plan_words::sets(one)))
                .collect();
            let title = plan_words::session(usize::from(slot.session), session);
            Some(Entry { title, text: lines.join("\n") })
        };
        let text = file(&plan, docs.now().millis, entry);
        device::download("legwork.ics", "text/calendar", &text).unwrap_or_default();
    });
    let print = button(words::PRINT, Look::Ghost).press(device::print);
    card()
        .child(say("h2", words::SHARE))
        .child(say_as("p", "muted", words::SHARE_TEXT))
        .part(field)
        .child(of("div", "buttons").child(calendar).child(print))
}
