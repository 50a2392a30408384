//! Settings: how things are shown, and what there is to load with.

mod signals;

use super::{card, page};
use crate::app::actions;
use crate::app::documents::documents;
use crate::domain::settings::{Counting, LengthUnit, MassUnit, Theme};
use crate::i18n::en::{settings as words, welcome};
use crate::ui::Choice;
use crate::ui::element::{El, fixed, told};
use chrono::Weekday;
use std::rc::Rc;

const THEMES: [Option<Theme>; 3] = [None, Some(Theme::Light), Some(Theme::Dark)];
const STARTS: [Option<Weekday>; 4] = [None, Some(Weekday::Mon), Some(Weekday::Sat), Some(Weekday::Sun)];
const COUNTINGS: [Counting; 2] = [Counting::Fractional, Counting::DirectOnly];

/// Settings.
pub fn settings() -> El {
    let docs = documents();
    let settings = docs.settings();
    let one = |name, legend: &str, options: &[&str], chosen, choose| {
        let options = options.iter().map(|text| (*text).to_owned()).collect();
        Choice { name, legend: legend.to_owned(), options, chosen, choose, tall: false }.draw()
    };
    // A setting that cannot be saved is said by the banner above every page.
    let units = one(
        "units",
        words::UNITS,
        &[welcome::KG_CM, welcome::LB_FT],
        Rc::new(move || Some(usize::from(settings.with(|s| s.mass == MassUnit::Pounds)))),
        told(move |place| {
            let (mass, length) = if place == 1 {
                (MassUnit::Pounds, LengthUnit::FeetAndInches)
            } else {
                (MassUnit::Kilograms, LengthUnit::Centimetres)
            };
            actions::set_units(docs, mass, length).ok();
        }),
    );
    let look = one(
        "look",
        words::LOOK,
        &words::LOOKS,
        Rc::new(move || settings.with(|s| THEMES.iter().position(|t| *t == s.theme))),
        told(move |place: usize| {
            actions::set_theme(docs, THEMES.get(place).copied().flatten()).ok();
        }),
    );
    let week = one(
        "week",
        words::WEEK,
        &words::WEEKS,
        Rc::new(move || settings.with(|s| STARTS.iter().position(|d| *d == s.week_start))),
        told(move |place: usize| {
            actions::set_week_start(docs, STARTS.get(place).copied().flatten()).ok();
        }),
    );
    let counting = one(
        "counting",
        words::COUNTING,
        &words::COUNTINGS,
        Rc::new(move || settings.with(|s| COUNTINGS.iter().position(|c| *c == s.counting))),
        told(move |place: usize| {
            if let Some(counting) = COUNTINGS.get(place) {
                actions::set_counting(docs, *counting).ok();
            }
        }),
    );
    page(fixed(words::NOTE), fixed(words::SETTINGS), None)
        .child(card().child(units).child(look).child(week).child(counting))
        .maybe(super::iron::iron())
        .child(signals::signals())
}
