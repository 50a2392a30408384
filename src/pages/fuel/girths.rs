//! Girths of thighs and calves, with what the person's own tape can tell apart.

use super::super::card;
use super::quick::Quick;
use crate::app::actions;
use crate::app::documents::{Documents, documents};
use crate::domain::body::girth::{REPEATS, Reading, Site};
use crate::domain::units::Millimetres;
use crate::i18n::en::diet as words;
use crate::ui::Choice;
use crate::ui::element::{El, el, group, of, say, say_as, text, told};
use crate::ui::state::State;
use std::rc::Rc;

/// The days a change is looked for over: a block and a half. Source: C.
const WINDOW: i64 = 84;

/// The card.
pub(super) fn girths() -> El {
    let docs = documents();
    let site = State::new(Site::LeftThigh);
    let sites = Choice {
        name: "site",
        legend: words::SITE.to_owned(),
        options: Site::ALL.map(|site| words::site(site).to_owned()).to_vec(),
        chosen: Rc::new(move || Site::ALL.iter().position(|known| *known == site.get())),
        choose: told(move |place: usize| {
            if let Some(chosen) = Site::ALL.get(place) {
                site.set(*chosen);
            }
        }),
        tall: false,
    };
    let read = Quick {
        name: "girth",
        label: words::GIRTH,
        unit: text(move || words::girth_unit(docs.units()).to_owned()),
        known: text(move || {
            site.track();
            String::new()
        }),
        keep: Box::new(move |value| {
            let bad = || words::BAD_GIRTH.to_owned();
            let girth = docs.units().length_from(value).ok_or_else(bad)?;
            let reading = Reading { site: site.get_untracked(), girth };
            actions::log_girth(docs, docs.today().get_untracked(), reading).map_err(|_| bad())
        }),
        forget: None,
    };
    let today = move || {
        let (count, mean) = docs.body().with(|body| {
            let day = docs.today().get();
            let of_site = |reading: &&Reading| reading.site == site.get();
            let count = body.girths.days.get(&day).map_or(0, |list| list.iter().filter(of_site).count());
            (count, body.girths.mean(day, site.get()))
        });
        words::repeats(count, REPEATS.0, mean.and_then(mm), docs.units(), &docs.locale())
    };
    card().child(
        of("details", "why").child(say("summary", words::GIRTHS)).child(
            of("div", "stack")
                .child(sites.draw())
                .child(read.draw())
                .child(of("p", "muted").live_text(today))
                .part(move || changes(docs))
                .child(say_as("p", "muted", words::GIRTH_NOTE)),
        ),
    )
}

fn mm(mean: f64) -> Option<Millimetres> {
    Millimetres::from_cm(mean / 10.0).ok()
}

/// What changed, for every site with two days.
fn changes(docs: Documents) -> El {
    let today = docs.today().get();
    let rows = docs.body().with(|body| {
        let change =
            |site: Site| body.girths.change(site, today.plus(-WINDOW), today, body).map(|c| (site, c));
        Site::ALL.into_iter().filter_map(change).collect::<Vec<_>>()
    });
    let row = |(site, change): (Site, _)| {
        el("li")
            .child(say("span", words::site(site)))
            .child(say("span", words::girth_change(&change, docs.units(), &docs.locale())))
    };
    group("ul", "list", rows.into_iter().map(row))
}
