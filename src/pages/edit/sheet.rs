//! The week on paper: what to do in the gym, with a box for every set. It is there only while it is printed.

use super::Desk;
use crate::domain::plan::{PlannedSession, Slot, minutes};
use crate::i18n::en::{edit as words, plan as plan_words};
use crate::i18n::full_day;
use crate::ui::element::{El, el, of, on_window, say, say_as};
use crate::ui::state::State;

/// The sheet; drawn when the browser is about to print.
pub fn sheet(desk: Desk) -> El {
    let printing = State::new(false);
    on_window("beforeprint", move || printing.set(true));
    on_window("afterprint", move || printing.set(false));
    of("div", "sheet").part(move || {
        if !printing.get() {
            return Vec::new();
        }
        let week = desk.week.get();
        desk.editing.with(|editing| {
            let plan = editing.plan();
            let sessions = plan.weeks.get(week).map(|week| week.sessions.as_slice()).unwrap_or_default();
            let head = plan_words::week(week + 1, plan.weeks.len());
            let draw = |(place, one): (usize, &PlannedSession)| {
                let slot = Slot {
                    plan: plan.id,
                    week: u8::try_from(week).unwrap_or(u8::MAX),
                    session: u8::try_from(place).unwrap_or(u8::MAX),
                };
                let day = plan.day_of(slot).map(full_day).unwrap_or_default();
                session(desk, place, one, &format!("{head} · {day}"))
            };
            sessions.iter().enumerate().map(draw).collect::<Vec<El>>()
        })
    })
}

fn session(desk: Desk, place: usize, planned: &PlannedSession, about: &str) -> El {
    let locale = desk.docs.locale();
    let around = format!(
        "{about} · {} min, {} {}, {} {}",
        minutes::rounded(planned).get(),
        words::WARM_UP.to_ascii_lowercase(),
        planned.warm_up.get(),
        words::COOL_DOWN.to_ascii_lowercase(),
        planned.cool_down.get()
    );
    let rows = planned.exercises.iter().map(|one| {
        let with = planned.partner(one).map(|other| desk.name(&other.exercise));
        let extras = words::extras(with, one.finisher, &locale);
        let about = el("th")
            .set("scope", "row")
            .child(say("b", desk.name(&one.exercise)))
            .child(say_as("span", "sheet__asked", words::asked(one, &locale)))
            .child(say_as("span", "sheet__asked", extras));
        let boxes = (1..=one.sets).map(|number| say_as("span", "sheet__box", number.to_string()));
        el("tr").child(about).child(el("td").child(of("div", "sheet__boxes").all(boxes)))
    });
    of("section", "sheet__session")
        .child(say("h2", plan_words::session(place, planned)))
        .child(say("p", around))
        .child(of("table", "sheet__table").child(el("tbody").all(rows)))
        .child(say_as("p", "sheet__note", words::SHEET_NOTE))
}
