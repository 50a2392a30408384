//! What to eat, and the quick logs of the day: food, weight, sleep.

use super::{fixed, head};
use crate::app::actions;
use crate::app::derived::derived;
use crate::app::documents::documents;
use crate::app::href;
use crate::domain::nutrition::meals::{SessionTime, meals};
use crate::domain::nutrition::targets::Targets;
use crate::domain::nutrition::trend;
use crate::domain::safety::body_numbers_allowed;
use crate::domain::units::{Grams, Kcal, Minutes, number};
use crate::i18n::duration;
use crate::i18n::en::{fuel as words, today};
use crate::routes::Page;
use crate::ui::{Button, Field, Look, Why};
use leptos::prelude::*;

/// The fuel page.
#[component]
pub fn Fuel() -> impl IntoView {
    let docs = documents();
    let derived = derived();
    let training = Memo::new(move |_| {
        let weekday = docs.today().get().weekday();
        docs.profile().with(|profile| profile.as_ref().is_some_and(|p| p.days.has(weekday)))
    });
    let above = Signal::derive(move || {
        if training.get() { words::TRAINING_DAY.to_owned() } else { words::REST_DAY.to_owned() }
    });
    let content = move || match derived.targets.get() {
        None => view! {
            <section class="card">
                <p class="muted">{today::NO_PLAN_TEXT}</p>
                <a class="button button--primary" href=href(Page::Welcome)>{today::ANSWER}</a>
            </section>
        }
        .into_any(),
        Some(Err(refusal)) => view! {
            <section class="card">
                <h2>{words::NO_NUMBERS}</h2>
                <p>{words::refusal(&refusal)}</p>
                <a class="button" href=href(Page::Welcome)>{words::EDIT}</a>
            </section>
        }
        .into_any(),
        Some(Ok(targets)) => numbers(&targets, training.get()).into_any(),
    };
    let quick = move || {
        let has_profile = docs.profile().with(Option::is_some);
        let numbers = docs.safety().with(body_numbers_allowed);
        let food = derived.targets.with(|targets| matches!(targets, Some(Ok(_))));
        has_profile.then(|| view! { <Quick numbers food /> })
    };
    let edit = view! { <a class="button button--chip" href=href(Page::Welcome)>{words::EDIT}</a> };
    view! {
        <div class="page">
            {head(above, fixed(words::TITLE), Some(edit.into_any()))}
            <div class="two">
                <div class="stack">{content}</div>
                <div class="stack">{quick}</div>
            </div>
        </div>
    }
}

fn numbers(targets: &Targets, training: bool) -> impl IntoView + use<> {
    let docs = documents();
    let locale = docs.locale();
    let units = docs.units();
    let whole = |value: f64| locale.number(value, 0);
    let per_kg = format!("{} g/kg", locale.number(targets.protein.1 / targets.weight.kg(), 1));
    let macros = [
        (whole(targets.protein.1), words::PROTEIN, per_kg),
        (whole(targets.fat), words::FAT, words::fat_rule(targets.fat_rule).to_owned()),
        (whole(targets.carbs), words::CARBS, words::THE_REST.to_owned()),
    ];
    let macros = macros
        .map(|(grams, name, note)| {
            view! { <div><b>{grams}" g"</b><span class="muted">{name}<br />{note}</span></div> }
        })
        .collect_view();
    // Nobody said when the session is: the usual hour, as long as the profile's.
    let minutes = docs.profile().with_untracked(|p| p.as_ref().map(|p| p.minutes));
    let session = minutes.filter(|_| training).map(SessionTime::usual);
    let rows = meals(targets, session)
        .into_iter()
        .map(|meal| {
            let carbs = meal.carbs.map(|g| format!(" · {} g {}", g.get(), words::CARBS)).unwrap_or_default();
            view! {
                <li>
                    <span>
                        <span class="muted">{format!("{:02}:{:02} ", meal.at / 60, meal.at % 60)}</span>
                        {words::meal(meal.name)}
                        {carbs}
                    </span>
                    <span>{format!("{} g", meal.protein.get())}</span>
                </li>
            }
        })
        .collect_view();
    let warnings =
        targets.warnings.iter().map(|w| view! { <p class="warn">{words::warning(*w)}</p> }).collect_view();
    let drink = targets.drink.map(|litres| {
        view! { <p class="muted">{format!("{} {} l", words::DRINK, locale.number(litres, 1))}</p> }
    });
    view! {
        <section class="card">
            <div class="row">
                <span>
                    <span class="num num--large">{whole(targets.energy)}</span>
                    <span class="unit">{words::KCAL}</span>
                </span>
                <span class="muted">{words::maintenance(targets, &locale)}</span>
            </div>
            <div class="macros">{macros}</div>
            {warnings}
            {drink}
            <Why word=words::WHY lines=Signal::stored(words::why(targets, units, &locale)) />
        </section>
        <section class="card card--flat">
            <div class="row"><h2>{words::MEALS}</h2><span class="muted">{words::PROTEIN}</span></div>
            <ul class="list">{rows}</ul>
        </section>
    }
}

/// The quick logs.
#[component]
fn Quick(
    /// Whether body weight may be asked for.
    numbers: bool,
    /// Whether food may be logged in numbers.
    food: bool,
) -> impl IntoView {
    let docs = documents();
    let locale = StoredValue::new(docs.locale());
    let today = move || docs.today().get();
    let trend = move || {
        let slope = docs.body().with(|body| trend::slope(&body.weights, today()));
        locale.with_value(|locale| words::slope(slope, docs.units(), locale))
    };
    let slept = move || {
        let minutes = docs.body().with(|body| body.sleep.get(&today()).copied())?;
        let (class, text) = match minutes.get() {
            0..420 => ("warn", words::SLEEP_SHORT),
            420..=540 => ("good", words::SLEEP_GOOD),
            _ => ("muted", words::SLEEP_LONG),
        };
        Some(view! { <p class=class>{duration(minutes)}" · "{text}</p> })
    };
    let weight = one(
        "weight-today",
        words::WEIGHT,
        Signal::derive(move || docs.units().mass_sign().to_owned()),
        Signal::derive(move || {
            let kg = docs.body().with(|body| body.weights.get(&today()).copied());
            kg.map(|kg| locale.with_value(|l| l.typed(docs.units().mass_value(kg), 1))).unwrap_or_default()
        }),
        Callback::new(move |value: f64| {
            let kg = docs.units().mass_from(value).filter(|kg| (20.0..=350.0).contains(&kg.kg()));
            kg.is_some_and(|kg| actions::log_weight(docs, docs.today().get_untracked(), Some(kg)).is_ok())
        }),
    );
    let sleep = one(
        "sleep-today",
        words::SLEPT,
        fixed(words::HOURS),
        Signal::derive(move || {
            let minutes = docs.body().with(|body| body.sleep.get(&today()).copied());
            minutes.map(|m| locale.with_value(|l| l.typed(f64::from(m.get()) / 60.0, 2))).unwrap_or_default()
        }),
        Callback::new(move |hours: f64| {
            let minutes = Minutes::try_new((hours * 60.0).round() as i64).ok().filter(|_| hours >= 0.0);
            minutes.is_some_and(|m| actions::log_sleep(docs, docs.today().get_untracked(), Some(m)).is_ok())
        }),
    );
    let eaten = move || docs.food().with(|food| food.days.get(&today()).copied().unwrap_or_default());
    let kcal = one(
        "kcal-today",
        words::ATE,
        fixed(words::KCAL),
        Signal::derive(move || eaten().kcal.map(|k| k.get().to_string()).unwrap_or_default()),
        Callback::new(move |value: f64| {
            let Ok(kcal) = Kcal::from_f64(value) else { return false };
            let food = untrack(eaten);
            actions::log_food(
                docs,
                docs.today().get_untracked(),
                crate::domain::nutrition::FoodDay { kcal: Some(kcal), ..food },
            )
            .is_ok()
        }),
    );
    let protein = one(
        "protein-today",
        words::ATE_PROTEIN,
        fixed("g"),
        Signal::derive(move || eaten().protein.map(|g| g.get().to_string()).unwrap_or_default()),
        Callback::new(move |value: f64| {
            let Ok(protein) = Grams::from_f64(value) else { return false };
            let food = untrack(eaten);
            actions::log_food(
                docs,
                docs.today().get_untracked(),
                crate::domain::nutrition::FoodDay { protein: Some(protein), ..food },
            )
            .is_ok()
        }),
    );
    view! {
        <section class="card">
            <h2>{words::LOG}</h2>
            {numbers.then(|| view! { {weight} <p class="muted">{trend}</p> })}
            {sleep}
            {slept}
            {food.then(|| view! { {kcal} {protein} })}
        </section>
    }
}

/// One number of the day with its button: typed, checked, kept.
fn one(
    name: &'static str,
    label: &'static str,
    unit: Signal<String>,
    known: Signal<String>,
    keep: Callback<f64, bool>,
) -> impl IntoView {
    let typed = RwSignal::new(None::<String>);
    let error = RwSignal::new(String::new());
    let value = Signal::derive(move || typed.get().unwrap_or_else(|| known.get()));
    let on_type = Callback::new(move |text: String| {
        error.set(String::new());
        typed.set(Some(text));
    });
    let save = Callback::new(move |()| {
        let kept = number::parse(&value.get_untracked()).is_ok_and(|value| keep.run(value));
        if kept {
            typed.set(None);
        }
        error.set(if kept { String::new() } else { words::BAD_NUMBER.to_owned() });
    });
    view! {
        <div class="quick">
            <Field name label value on_type unit error=Signal::derive(move || error.get()) number=true />
            <Button label=words::SAVE look=Look::Ghost press=save />
        </div>
    }
}
