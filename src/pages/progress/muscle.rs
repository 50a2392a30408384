//! One muscle or function over time: its columns, the one that is looked at, and the sets behind it.

use super::chosen::{Chosen, band};
use super::export::{Sheet, export};
use super::{card, flat, stack};
use crate::app::documents::documents;
use crate::app::{href, href_of};
use crate::domain::volume::{Behind, Column, Counted, Span, Step, by_exercise, growth, is_fast};
use crate::i18n::en::{names, progress as words, session};
use crate::i18n::{Locale, short_day};
use crate::routes::Page;
use crate::ui::chart::{BARS_SIZE, Bar, BarWords, Bars, BarsChart};
use crate::ui::element::{El, el, group, of, say, say_as, text, told};
use crate::ui::state::{Computed, untrack};
use crate::ui::{Choice, Look, link_button};
use std::rc::Rc;

/// Sets and exercises that are listed at once.
const LISTED: usize = 12;

/// One muscle.
pub(super) fn muscle(chosen: Chosen) -> El {
    let docs = documents();
    let locale = docs.locale();
    let columns = Computed::new(move || {
        let (step, columns) = chosen.columns();
        let counted = chosen.counted();
        (step, columns, counted, band(counted))
    });
    let bars = move || {
        let year = docs.today().get_untracked().year();
        columns.with(|(step, list, counted, (band, own))| Bars {
            bars: bars(*step, list, year, &locale),
            band: whole(*band),
            own: own.map(whole),
            hue: names::hue(counted.muscle()),
        })
    };
    let at = move || {
        let last = columns.with(|(_, list, ..)| list.len().saturating_sub(1));
        chosen.column.get().map_or(last, |place| place.min(last))
    };
    let title = move || words::over(&words::counted(chosen.counted()), chosen.span.get());
    let spans = Choice {
        name: "span",
        legend: words::SPAN.to_owned(),
        options: Span::ALL.map(|span| words::span(span).to_owned()).to_vec(),
        chosen: Rc::new(move || Span::ALL.iter().position(|span| *span == chosen.span.get())),
        choose: told(move |place: usize| {
            chosen.column.set(None);
            chosen.span.set(Span::ALL.get(place).copied().unwrap_or_default());
        }),
        tall: false,
    };
    let chart = BarsChart {
        bars: Rc::new(bars),
        chosen: Rc::new(at),
        choose: told(move |place| chosen.column.set(Some(place))),
        summary: text(title),
        words: BarWords {
            choose: words::PICK,
            deload: words::DELOAD,
            table: words::TABLE,
            heads: &words::COLUMN_HEADS,
        },
    };
    let picked = move || {
        let place = at();
        columns.with(|(step, list, counted, (everybody, own))| {
            let (now, before) = (list.get(place)?, place.checked_sub(1).and_then(|place| list.get(place)));
            let low = own.unwrap_or(*everybody).0;
            let muscle = *step == Step::Week && matches!(counted, Counted::Muscle(_));
            let fast = muscle && is_fast(list, place, low);
            Some(untrack(|| pick(*step, now, before, fast)))
        })
    };
    let notes = move || {
        let (step, own) = columns.with(|(step, _, _, (_, own))| (*step, own.is_some()));
        let means = (step != Step::Week).then_some(words::MEANS);
        let own = own.then_some(words::OWN_BAND);
        let all = [Some(words::COLUMNS_LEGEND), means, own];
        all.into_iter().flatten().map(|text| say_as("p", "muted", text)).collect::<Vec<El>>()
    };
    let sheet = move || {
        let year = docs.today().get_untracked().year();
        columns.with_untracked(|(step, list, ..)| {
            let plain = Locale::default();
            let rows = list.iter().enumerate();
            rows.map(|(place, column)| {
                let before = place.checked_sub(1).and_then(|place| list.get(place));
                let mut cells = vec![column.from.to_string(), column.to.to_string()];
                cells.extend(cells_of(*step, column, before, year, &plain));
                cells
            })
            .collect()
        })
    };
    let name = move || untrack(title);
    let saves = export(Sheet {
        drawing: "columns",
        size: BARS_SIZE,
        name: Rc::new(name),
        heads: ["From", "To"].into_iter().chain(words::COLUMN_HEADS).collect(),
        rows: Rc::new(sheet),
    });
    let main = card()
        .child(el("h2").live_text(title))
        .part(move || functions(chosen))
        .child(spans.draw())
        .with(chart.draw())
        .child(of("div", "picked").set("aria-live", "polite").part(picked))
        .part(notes)
        .child(saves);
    let list = Computed::new(move || {
        let place = at();
        let span = columns.with(|(_, list, ..)| list.get(place).map(|column| (column.from, column.to)));
        let Some((from, to)) = span else { return Vec::new() };
        chosen.behind(from, to)
    });
    stack().child(main).child(flat().part(move || list.with(|list| untrack(|| sources(list)))))
}

fn whole((low, high): (u8, u8)) -> (f64, f64) {
    (f64::from(low), f64::from(high))
}

/// The functions of a muscle that has more than one.
fn functions(chosen: Chosen) -> Option<El> {
    let functions = chosen.muscle.get().functions();
    if functions.len() < 2 {
        return None;
    }
    let names = functions.iter().map(|function| names::function(*function).to_owned());
    let choice = Choice {
        name: "part",
        legend: words::PART.to_owned(),
        options: std::iter::once(words::WHOLE.to_owned()).chain(names).collect(),
        chosen: Rc::new(move || {
            let chosen = chosen.function.get();
            Some(
                chosen
                    .and_then(|one| functions.iter().position(|known| *known == one))
                    .map_or(0, |at| at + 1),
            )
        }),
        choose: told(move |place: usize| {
            let function = place.checked_sub(1).and_then(|place| functions.get(place));
            chosen.function.set(function.copied());
        }),
        tall: false,
    };
    Some(untrack(|| choice.draw()))
}

fn bars(step: Step, list: &[Column], year: i32, locale: &Locale) -> Vec<Bar> {
    let rows = list.iter().enumerate();
    rows.map(|(place, column)| {
        let before = place.checked_sub(1).and_then(|place| list.get(place));
        let time = words::column(step, column, year);
        Bar {
            done: column.done.sets(),
            planned: column.planned.sets(),
            missed: column.missed.sets(),
            deload: column.deload,
            tick: words::tick(step, column, year),
            said: words::said(&time, column, locale),
            cells: cells_of(step, column, before, year, locale),
        }
    })
    .collect()
}

fn cells_of(step: Step, column: &Column, before: Option<&Column>, year: i32, locale: &Locale) -> Vec<String> {
    let percent = before.and_then(|before| growth(before.done, column.done));
    let change = percent.map(|percent| words::percent(percent, locale)).unwrap_or_default();
    let sets = [column.done, column.planned, column.missed].map(|sets| locale.sets(sets));
    let mut cells = vec![words::column(step, column, year)];
    cells.extend(sets);
    cells.extend([change, if column.deload { words::YES.to_owned() } else { String::new() }]);
    cells
}

/// The column that is looked at, in words.
fn pick(step: Step, now: &Column, before: Option<&Column>, fast: bool) -> El {
    let docs = documents();
    let locale = docs.locale();
    let time = words::column(step, now, docs.today().get().year());
    let percent = before.and_then(|before| growth(before.done, now.done));
    let change = percent.map(|percent| say_as("span", "muted", words::change(percent, step, &locale)));
    of("div", "stack stack--tight")
        .child(of("div", "row").child(say("b", words::said(&time, now, &locale))).maybe(change))
        .maybe(fast.then(|| say_as("p", "warn", words::RAMP)))
}

/// Where the sets came from: by exercise, then each of them with a way to its session.
fn sources(list: &[Behind]) -> Vec<El> {
    let docs = documents();
    let (units, locale) = (docs.units(), docs.locale());
    let title = |text: &str| say_as("h2", "card__title", text);
    if list.is_empty() {
        return vec![title(words::FROM), say_as("p", "muted", words::NOTHING)];
    }
    let kind = |direct: bool| if direct { words::DIRECT_WORK } else { words::INDIRECT_WORK };
    let shares = by_exercise(list).into_iter().take(LISTED).map(|share| {
        let about = of("span", "list__text")
            .child(say("span", docs.exercise_name(&share.exercise)))
            .child(say_as("span", "muted", kind(share.direct)));
        el("li").child(about).child(say("b", locale.sets(share.sets)))
    });
    let done = |one: &Behind| {
        let sets: Vec<String> = one.work.sets.iter().map(|set| session::set(set, units, &locale)).collect();
        let head = format!("{} · {}", short_day(one.day), docs.exercise_name(&one.work.exercise));
        let about =
            of("span", "list__text").child(say("span", head)).child(say_as("span", "muted", sets.join(", ")));
        let to = href_of(Page::Workout, &one.session.to_string());
        el("a").set("href", to).child(about).child(say("b", words::sets(one.sets, &locale)))
    };
    let mut drawn = vec![
        title(words::FROM),
        group("ul", "list", shares),
        title(words::BEHIND),
        group("div", "list list--tap", list.iter().take(LISTED).map(done)),
    ];
    let rest = list.len().saturating_sub(LISTED);
    if rest > 0 {
        let all = link_button(words::ALL_SESSIONS, Look::Chip, href(Page::History));
        drawn.push(of("div", "row").child(say_as("p", "muted", words::more(rest))).child(all));
    }
    drawn
}
