//! One month as a calendar: the days that have sessions can be pressed.

use crate::app::documents::documents;
use crate::domain::calendar::{Day, Month, Week};
use crate::domain::training::visits::of_month;
use crate::i18n::en::history as words;
use crate::i18n::weekday;
use crate::ui::bare_button;
use crate::ui::element::{El, el, of, say};
use crate::ui::state::State;

/// Draws a month; `day` is the one that is pressed.
pub fn calendar(month: Month, day: State<Option<Day>>) -> El {
    let docs = documents();
    let today = docs.today().get();
    let trained: Vec<Day> =
        docs.log().with(|log| of_month(log, month).into_iter().map(|session| session.day).collect());
    let mut week = Week::of(month.first(), docs.week_start());
    let first = week.first();
    let heads = (0..7).map(|days| say("th", weekday(first.plus(days).weekday())).set("scope", "col"));
    let mut body = el("tbody");
    while week.first() <= month.last() {
        let cell = |days: i64| {
            let at = week.first().plus(days);
            if at.month() != month {
                return el("td");
            }
            let count = trained.iter().filter(|day| **day == at).count();
            let number = at.day_of_month().to_string();
            let shown = if count == 0 {
                say("span", number)
            } else {
                bare_button("calendar__day")
                    .text(number)
                    .set("id", format!("day-{at}"))
                    .set("aria-label", words::day_label(at, count))
                    .live_bool("aria-pressed", move || day.get() == Some(at))
                    .press(move || {
                        let pressed = day.get_untracked() == Some(at);
                        day.set((!pressed).then_some(at));
                    })
            };
            let cell = el("td").child(shown);
            if at == today { cell.set("aria-current", "date") } else { cell }
        };
        body = body.child(el("tr").all((0..7).map(cell)));
        week = week.plus(1);
    }
    of("table", "calendar")
        .set("aria-label", words::month(month))
        .child(el("thead").child(el("tr").all(heads)))
        .child(body)
}
