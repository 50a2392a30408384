//! Body weight with its trend, and girths with what a tape can tell apart.

use super::export::{Sheet, export};
use super::{allowed, card, note, two};
use crate::app::documents::{Documents, documents};
use crate::app::href;
use crate::domain::body::BodyLog;
use crate::domain::body::girth::Site;
use crate::domain::calendar::Day;
use crate::domain::nutrition::trend::smoothed;
use crate::i18n::en::{diet, progress as shared, progress::body as words};
use crate::i18n::{Locale, full_day};
use crate::pages::fuel::burn::weight;
use crate::routes::Page;
use crate::ui::chart::{DAYS_SIZE, Dot, Mark, POINTS_SIZE, PointsChart};
use crate::ui::element::{El, of, say, say_as, told};
use crate::ui::state::{State, untrack};
use crate::ui::{Choice, Look, link_button, table};
use std::rc::Rc;

/// The view.
pub(super) fn body() -> El {
    let docs = documents();
    if docs.profile().with(Option::is_none) {
        return note(words::NO_FORM).child(link_button(words::FORM, Look::Primary, href(Page::Welcome)));
    }
    if !allowed().1 {
        return note(words::HIDDEN);
    }
    let site = State::new(Site::LeftThigh);
    let fuel = || link_button(words::FUEL, Look::Ghost, href(Page::Fuel));
    let saves = export(Sheet {
        drawing: "weight",
        size: DAYS_SIZE,
        name: Rc::new(|| words::WEIGHT.to_owned()),
        heads: words::WEIGHT_SHEET_HEADS.into(),
        rows: Rc::new(move || docs.body().with_untracked(weights)),
    });
    let weighed = move || match weight(docs) {
        Some(drawn) => vec![drawn, saves.clone()],
        None => vec![say("p", words::NO_WEIGHT), fuel()],
    };
    let sites = Choice {
        name: "girth-site",
        legend: words::SITE.to_owned(),
        options: Site::ALL.map(|site| diet::site(site).to_owned()).to_vec(),
        chosen: Rc::new(move || Site::ALL.iter().position(|known| *known == site.get())),
        choose: told(move |place: usize| {
            if let Some(chosen) = Site::ALL.get(place) {
                site.set(*chosen);
            }
        }),
        tall: false,
    };
    let drawn = move || {
        let site = site.get();
        docs.body().with(|_| ());
        untrack(|| girth(site)).unwrap_or_else(|| vec![say("p", words::NO_GIRTHS), fuel()])
    };
    let measured = move || !days(docs, site.get()).is_empty();
    let cells = move || {
        let (units, locale) = (docs.units(), docs.locale());
        let row = |(day, mm): &(Day, f64)| vec![full_day(*day), words::girth(*mm, units, &locale)];
        days(docs, site.get()).iter().rev().map(row).collect()
    };
    // One table for every site: it stays open while another one is looked at.
    let girths = card()
        .child(say("h2", words::GIRTHS))
        .child(sites.draw())
        .part(drawn)
        .shown(measured, move || table(shared::TABLE, &words::HEADS, cells));
    two(card().child(say("h2", words::WEIGHT)).part(weighed), girths)
}

/// Every weighing with its trend, kilograms.
fn weights(body: &BodyLog) -> Vec<Vec<String>> {
    let plain = Locale::default();
    let row = |(day, trend): (Day, f64)| {
        let raw = body.weights.get(&day).map(|kg| plain.typed(kg.kg(), 2)).unwrap_or_default();
        vec![day.to_string(), raw, plain.typed(trend, 2)]
    };
    smoothed(&body.weights).into_iter().map(row).collect()
}

/// The days of a site with the mean of their repeats, mm.
fn days(docs: Documents, site: Site) -> Vec<(Day, f64)> {
    let girths = |body: &BodyLog| {
        let days = body.girths.days.keys();
        days.filter_map(|day| body.girths.mean(*day, site).map(|mm| (*day, mm))).collect()
    };
    docs.body().with(girths)
}

/// One site over time; nothing where it was never measured.
fn girth(site: Site) -> Option<Vec<El>> {
    let docs = documents();
    let (units, locale) = (docs.units(), docs.locale());
    let days = days(docs, site);
    let (first, last) = (days.first().copied()?, days.last().copied()?);
    let detectable = docs.body().with(|body| body.girths.detectable(site))?;
    let shown = |mm: f64| units.length_value(mm);
    let dot = |(day, mm): &(Day, f64)| Dot {
        at: day.days_since(first.0) as f64,
        value: shown(*mm),
        error: shown(detectable.mm) / 2.0,
        mark: Mark::Full,
    };
    let text = |mm: f64| words::girth(mm, units, &locale);
    let chart = PointsChart {
        dots: days.iter().map(dot).collect(),
        line: Vec::new(),
        ends: [full_day(first.0), full_day(last.0)],
        number: Box::new(move |value| locale.number(value, 1)),
        summary: words::summary(diet::site(site), &text(first.1), &text(last.1), days.len()),
    };
    let plain = move || {
        let row = |(day, mm): &(Day, f64)| vec![day.to_string(), Locale::default().typed(mm / 10.0, 1)];
        days.iter().map(row).collect()
    };
    let saves = export(Sheet {
        drawing: "points",
        size: POINTS_SIZE,
        name: Rc::new(move || diet::site(site).to_owned()),
        heads: words::SHEET_HEADS.into(),
        rows: Rc::new(plain),
    });
    let changed = docs.body().with(|body| body.girths.change(site, first.0, last.0, body));
    let changed = changed.map(|change| say("p", diet::girth_change(&change, units, &locale)));
    let mut all = vec![of("div", "stack stack--tight").with(chart.draw())];
    all.extend(changed);
    all.extend([say_as("p", "muted", words::GIRTH_NOTE), saves]);
    Some(all)
}
