//! What to eat, and the quick logs of the day: food, weight, sleep.

use super::{card, flat, page, stack, two};
use crate::app::actions;
use crate::app::derived::derived;
use crate::app::documents::documents;
use crate::app::href;
use crate::domain::nutrition::meals::{SessionTime, meals};
use crate::domain::nutrition::targets::Targets;
use crate::domain::nutrition::{FoodDay, trend};
use crate::domain::recovery::{SleepStanding, standing};
use crate::domain::safety::body_numbers_allowed;
use crate::domain::units::{Grams, Kcal, Minutes, number};
use crate::i18n::duration;
use crate::i18n::en::{fuel as words, today};
use crate::routes::Page;
use crate::ui::element::{El, Text, el, fixed, group, of, say, say_as, text, told};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Field, Look, button, link_button, why};

/// The fuel page.
pub fn fuel() -> El {
    let docs = documents();
    let derived = derived();
    let training = Computed::new(move || {
        let weekday = docs.today().get().weekday();
        docs.profile().with(|profile| profile.as_ref().is_some_and(|p| p.days.has(weekday)))
    });
    let above = move || if training.get() { words::TRAINING_DAY } else { words::REST_DAY }.to_owned();
    let content = move || match derived.targets.get() {
        None => stack().child(card().child(say_as("p", "muted", today::NO_PLAN_TEXT)).child(link_button(
            today::ANSWER,
            Look::Primary,
            href(Page::Welcome),
        ))),
        Some((Err(refusal), _)) => stack().child(
            card()
                .child(say("h2", words::NO_NUMBERS))
                .child(say("p", words::refusal(&refusal)))
                .child(link_button(words::EDIT, Look::Ghost, href(Page::Welcome))),
        ),
        Some((Ok(targets), _)) => untrack(|| numbers(&targets, training.get())),
    };
    // What may be logged: drawn anew only when that changes, not while a number is typed.
    let asked = Computed::new(move || {
        let known = docs.profile().with(Option::is_some);
        let numbers = docs.safety().with(body_numbers_allowed);
        let food = derived.targets.with(|targets| matches!(targets, Some((Ok(_), _))));
        known.then_some((numbers, food))
    });
    let quick = move || asked.get().map(|(numbers, food)| untrack(|| quick(numbers, food)));
    let edit = link_button(words::EDIT, Look::Chip, href(Page::Welcome));
    page(text(above), fixed(words::TITLE), Some(edit))
        .child(two(el("div").part(content), stack().part(quick)))
}

fn numbers(targets: &Targets, training: bool) -> El {
    let docs = documents();
    let locale = docs.locale();
    let units = docs.units();
    let whole = |value: f64| locale.number(value, 0);
    let per_kg = format!("{} g/kg", locale.number(targets.protein.1 / targets.weight.kg(), 1));
    let macros = [
        (targets.protein.1, words::PROTEIN, per_kg.as_str()),
        (targets.fat, words::FAT, words::fat_rule(targets.fat_rule)),
        (targets.carbs, words::CARBS, words::THE_REST),
    ];
    let macros = macros.map(|(grams, name, note)| {
        let about = of("span", "muted").text(name).child(el("br")).text(note);
        el("div").child(say("b", format!("{} g", whole(grams)))).child(about)
    });
    let energy = el("span").child(say_as("span", "num num--large", whole(targets.energy))).child(say_as(
        "span",
        "unit",
        words::KCAL,
    ));
    let head =
        of("div", "row").child(energy).child(say_as("span", "muted", words::maintenance(targets, &locale)));
    let warnings = targets.warnings.iter().map(|w| say_as("p", "warn", words::warning(*w)));
    let drink = targets
        .drink
        .map(|litres| say_as("p", "muted", format!("{} {} l", words::DRINK, locale.number(litres, 1))));
    let main = card()
        .child(head)
        .child(group("div", "macros", macros))
        .all(warnings)
        .maybe(drink)
        .child(why(words::WHY, words::why(targets, units, &locale)));
    stack().child(main).child(day(targets, training))
}

/// The meals of the day.
fn day(targets: &Targets, training: bool) -> El {
    // Nobody said when the session is: the usual hour, as long as the profile's.
    let minutes = documents().profile().with_untracked(|p| p.as_ref().map(|p| p.minutes));
    let session = minutes.filter(|_| training).map(SessionTime::usual);
    let rows = meals(targets, session).into_iter().map(|meal| {
        let carbs = meal.carbs.map(|g| format!(" · {} g {}", g.get(), words::CARBS)).unwrap_or_default();
        let name = el("span")
            .child(say_as("span", "muted", format!("{:02}:{:02} ", meal.at / 60, meal.at % 60)))
            .text(words::meal(meal.name))
            .text(carbs);
        el("li").child(name).child(say("span", format!("{} g", meal.protein.get())))
    });
    let rows = group("ul", "list", rows);
    let head = of("div", "row").child(say("h2", words::MEALS)).child(say_as("span", "muted", words::PROTEIN));
    flat().child(head).child(rows)
}

/// The quick logs: `numbers` where body weight may be asked for, `food` where food may be logged in numbers.
fn quick(numbers: bool, food: bool) -> El {
    let docs = documents();
    let mut all = card().child(say("h2", words::LOG));
    if numbers {
        let trend = move || {
            let slope = docs.body().with(|body| trend::slope(&body.weights, docs.today().get()));
            words::slope(slope, docs.units(), &docs.locale())
        };
        all = all.child(weight()).child(of("p", "muted").live_text(trend));
    }
    let slept = move || {
        let minutes = docs.body().with(|body| body.sleep.get(&docs.today().get()).copied())?;
        let (class, text) = match standing(f64::from(minutes.get()) / 60.0) {
            SleepStanding::Severe | SleepStanding::Short => ("warn", words::SLEEP_SHORT),
            SleepStanding::Enough => ("good", words::SLEEP_GOOD),
            SleepStanding::Long => ("muted", words::SLEEP_LONG),
        };
        Some(say_as("p", class, format!("{} · {text}", duration(minutes))))
    };
    all = all.child(sleep()).part(slept);
    if food {
        all = all.child(kcal()).child(protein());
    }
    all
}

fn weight() -> El {
    let docs = documents();
    Quick {
        name: "weight-today",
        label: words::WEIGHT,
        unit: text(move || docs.units().mass_sign().to_owned()),
        known: text(move || {
            let kg = docs.body().with(|body| body.weights.get(&docs.today().get()).copied());
            kg.map(|kg| docs.locale().typed(docs.units().mass_value(kg), 1)).unwrap_or_default()
        }),
        keep: Box::new(move |value| {
            let kg = docs.units().mass_from(value).filter(|kg| (20.0..=350.0).contains(&kg.kg()));
            kg.is_some_and(|kg| actions::log_weight(docs, docs.today().get_untracked(), Some(kg)).is_ok())
        }),
    }
    .draw()
}

fn sleep() -> El {
    let docs = documents();
    Quick {
        name: "sleep-today",
        label: words::SLEPT,
        unit: fixed(words::HOURS),
        known: text(move || {
            let minutes = docs.body().with(|body| body.sleep.get(&docs.today().get()).copied());
            minutes.map(|m| docs.locale().typed(f64::from(m.get()) / 60.0, 2)).unwrap_or_default()
        }),
        keep: Box::new(move |hours| {
            let minutes = Minutes::try_new((hours * 60.0).round() as i64).ok().filter(|_| hours >= 0.0);
            minutes.is_some_and(|m| actions::log_sleep(docs, docs.today().get_untracked(), Some(m)).is_ok())
        }),
    }
    .draw()
}

/// What was eaten today; reactive.
fn eaten() -> FoodDay {
    let docs = documents();
    docs.food().with(|food| food.days.get(&docs.today().get()).copied().unwrap_or_default())
}

fn kcal() -> El {
    let docs = documents();
    Quick {
        name: "kcal-today",
        label: words::ATE,
        unit: fixed(words::KCAL),
        known: text(|| eaten().kcal.map(|k| k.get().to_string()).unwrap_or_default()),
        keep: Box::new(move |value| {
            let Ok(kcal) = Kcal::from_f64(value) else { return false };
            let today = docs.today().get_untracked();
            let food = docs.food().with_untracked(|food| food.days.get(&today).copied().unwrap_or_default());
            actions::log_food(docs, today, FoodDay { kcal: Some(kcal), ..food }).is_ok()
        }),
    }
    .draw()
}

fn protein() -> El {
    let docs = documents();
    Quick {
        name: "protein-today",
        label: words::ATE_PROTEIN,
        unit: fixed("g"),
        known: text(|| eaten().protein.map(|g| g.get().to_string()).unwrap_or_default()),
        keep: Box::new(move |value| {
            let Ok(protein) = Grams::from_f64(value) else { return false };
            let today = docs.today().get_untracked();
            let food = docs.food().with_untracked(|food| food.days.get(&today).copied().unwrap_or_default());
            actions::log_food(docs, today, FoodDay { protein: Some(protein), ..food }).is_ok()
        }),
    }
    .draw()
}

/// One number of the day with its button: typed, checked, kept.
struct Quick {
    name: &'static str,
    label: &'static str,
    unit: Text,
    /// What is kept already.
    known: Text,
    /// Keeps a number; false where it is not possible.
    keep: Box<dyn Fn(f64) -> bool>,
}

impl Quick {
    fn draw(self) -> El {
        let Self { name, label, unit, known, keep } = self;
        let typed = State::new(None::<String>);
        let error = State::new(String::new());
        let value = text(move || typed.get().unwrap_or_else(|| known()));
        let shown = value.clone();
        let field = Field {
            name,
            label,
            value,
            on_type: told(move |text| {
                error.set(String::new());
                typed.set(Some(text));
            }),
            unit,
            hint: "",
            error: text(move || error.get()),
            number: true,
        };
        let save = button(words::SAVE, Look::Ghost).press(move || {
            let kept = number::parse(&untrack(|| shown())).is_ok_and(&keep);
            if kept {
                typed.set(None);
            }
            error.set(if kept { String::new() } else { words::BAD_NUMBER.to_owned() });
        });
        of("div", "quick").child(field.draw()).child(save)
    }
}
