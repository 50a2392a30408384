//! Settings: how things are shown.

use super::{fixed, head};
use crate::app::actions;
use crate::app::documents::documents;
use crate::domain::settings::{Counting, LengthUnit, MassUnit, Theme};
use crate::i18n::en::{settings as words, welcome};
use crate::ui::Choice;
use chrono::Weekday;
use leptos::prelude::*;

const THEMES: [Option<Theme>; 3] = [None, Some(Theme::Light), Some(Theme::Dark)];
const STARTS: [Option<Weekday>; 4] = [None, Some(Weekday::Mon), Some(Weekday::Sat), Some(Weekday::Sun)];
const COUNTINGS: [Counting; 2] = [Counting::Fractional, Counting::DirectOnly];

/// Settings.
#[component]
pub fn Settings() -> impl IntoView {
    let docs = documents();
    let settings = docs.settings();
    let units = Signal::derive(move || Some(usize::from(settings.with(|s| s.mass == MassUnit::Pounds))));
    let theme = Signal::derive(move || settings.with(|s| THEMES.iter().position(|t| *t == s.theme)));
    let start = Signal::derive(move || settings.with(|s| STARTS.iter().position(|d| *d == s.week_start)));
    let counting = Signal::derive(move || settings.with(|s| COUNTINGS.iter().position(|c| *c == s.counting)));
    // A setting that cannot be saved is said by the banner above every page.
    let set_units = Callback::new(move |place: usize| {
        let (mass, length) = if place == 1 {
            (MassUnit::Pounds, LengthUnit::FeetAndInches)
        } else {
            (MassUnit::Kilograms, LengthUnit::Centimetres)
        };
        actions::set_units(docs, mass, length).ok();
    });
    let set_theme = Callback::new(move |place: usize| {
        actions::set_theme(docs, THEMES.get(place).copied().flatten()).ok();
    });
    let set_start = Callback::new(move |place: usize| {
        actions::set_week_start(docs, STARTS.get(place).copied().flatten()).ok();
    });
    let set_counting = Callback::new(move |place: usize| {
        if let Some(counting) = COUNTINGS.get(place) {
            actions::set_counting(docs, *counting).ok();
        }
    });
    let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    view! {
        <div class="page">
            {head(fixed(words::NOTE), fixed(words::SETTINGS), None)}
            <div class="card">
                <Choice name="units" legend=words::UNITS options=texts(&[welcome::KG_CM, welcome::LB_FT]) chosen=units choose=set_units />
                <Choice name="look" legend=words::LOOK options=texts(&words::LOOKS) chosen=theme choose=set_theme />
                <Choice name="week" legend=words::WEEK options=texts(&words::WEEKS) chosen=start choose=set_start />
                <Choice name="counting" legend=words::COUNTING options=texts(&words::COUNTINGS) chosen=counting choose=set_counting />
            </div>
        </div>
    }
}
