//! Sleep against seven to nine hours over the last weeks, how mornings were, and what both are used for.

use super::super::card;
use crate::app::documents::{Documents, documents};
use crate::domain::calendar::Day;
use crate::domain::recovery::nights::{MONTH, course, is_night, month};
use crate::domain::recovery::{SLEEP_HOURS, Strain, signs, sleep, worn};
use crate::i18n::en::{recovery as words, today};
use crate::i18n::short_day;
use crate::ui::chart::DaysChart;
use crate::ui::element::{El, el, group, of, say, say_as};
use crate::ui::state::Computed;
use crate::ui::{table, why};

/// The card.
pub(super) fn recovery() -> El {
    let docs = documents();
    // What training says of it, once for all that is drawn.
    let found = Computed::new(move || {
        let today = docs.today().get();
        docs.book(|book| {
            let strain = Strain::of(&book.log, &book.plans, &book.exercises, today);
            signs(&strain, &book.body.sleep, &book.body.mornings, today)
        })
    });
    let told = move || {
        let list = found.get();
        if list.is_empty() {
            return say("p", words::NO_SIGN);
        }
        let rows = list.iter().map(|sign| say("li", today::sign(*sign)));
        of("div", "stack stack--tight")
            .child(say_as("p", "warn", words::signs(list.len())))
            .child(group("ul", "list", rows))
    };
    card()
        .set("id", "recovery")
        .child(say("h2", words::TITLE))
        .part(move || slept(docs))
        .child(el("div").set("id", "signs").part(told))
        .part(move || mornings(docs))
        .child(why(words::WHY, words::why()))
}

/// The nights of four weeks.
fn slept(docs: Documents) -> Vec<El> {
    let (locale, today) = (docs.locale(), docs.today().get());
    let known = docs.body().with(|body| body.sleep.clone());
    let week = match sleep(&known, today) {
        Ok(week) => el("p")
            .child(say_as("span", "num", locale.number(week.hours, 1)))
            .text(" ")
            .child(say_as("span", "muted", words::week(&week))),
        Err(few) => say("p", words::too_few(few)),
    };
    let from = today.plus(1 - MONTH);
    let nights: Vec<(Day, f64)> = known
        .range(from..=today)
        .map(|(day, minutes)| (*day, f64::from(minutes.get()) / 60.0))
        .filter(|(_, hours)| is_night(*hours))
        .collect();
    let mut all = vec![week];
    if let (Some(first), Some(last)) = (nights.first().copied(), nights.last().copied())
        && nights.len() > 1
    {
        let after = |day: Day| day.days_since(first.0) as f64;
        let (_, low, high) = SLEEP_HOURS;
        let hours = || nights.iter().map(|(_, hours)| *hours);
        let ends = (hours().fold(f64::INFINITY, f64::min), hours().fold(0.0, f64::max));
        let chart = DaysChart {
            id: "sleep",
            dots: nights.iter().map(|(day, hours)| (after(*day), *hours)).collect(),
            line: course(&known, first.0, today).into_iter().map(|(day, mean)| (after(day), mean)).collect(),
            band: vec![(0.0, low, high), (after(last.0), low, high)],
            number: Box::new(move |value| format!("{} h", locale.number(value, 0))),
            marks: vec![low, high],
            ends: [short_day(first.0), short_day(last.0)],
            summary: words::summary(nights.len(), ends.0, ends.1, &docs.locale()),
        };
        all.extend([chart.draw(), say_as("p", "muted", words::MARKS)]);
    }
    all.push(say_as("p", "muted", words::month(&month(&known, today), &docs.locale())));
    all
}

/// The mornings of four weeks, as numbers and as a table.
fn mornings(docs: Documents) -> Option<El> {
    let today = docs.today().get();
    let said = docs.body().with(|body| worn(&body.mornings, today));
    let days = move || {
        let from = today.plus(1 - MONTH);
        docs.body().with(|body| {
            let day = |back: i64| today.plus(-back);
            let there = |day: &Day| body.sleep.contains_key(day) || body.mornings.days.contains_key(day);
            (0..=today.days_since(from)).map(day).filter(there).collect::<Vec<Day>>()
        })
    };
    if days().is_empty() {
        return None;
    }
    let rows = move || {
        let locale = docs.locale();
        docs.body().with(|body| {
            let row = |day: Day| {
                let hours = body.sleep.get(&day).map(|slept| locale.number(f64::from(slept.get()) / 60.0, 1));
                let said = words::cells(body.mornings.days.get(&day).copied().unwrap_or_default());
                [short_day(day), hours.unwrap_or_default()].into_iter().chain(said).collect()
            };
            days().into_iter().map(row).collect()
        })
    };
    Some(of("div", "stack").child(say_as("p", "muted", words::mornings(said))).child(table(
        crate::i18n::en::diet::AS_TABLE,
        &words::HEADS,
        rows,
    )))
}
