//! The day's meals, drawn through the hours somebody is awake, around the session where there is one.

use super::super::flat;
use crate::app::actions;
use crate::app::derived::targets;
use crate::app::documents::{Documents, documents};
use crate::domain::nutrition::diet::Diet;
use crate::domain::nutrition::meals::{Meal, SessionTime};
use crate::domain::nutrition::waking::{MEALS, meals_at, read_time};
use crate::i18n::en::{diet as words, fuel};
use crate::i18n::hour;
use crate::ui::chart::{DayLine, DayMark};
use crate::ui::element::{El, el, group, of, say, say_as, told};
use crate::ui::state::{Computed, untrack};
use crate::ui::{Choice, Look, button};
use std::rc::Rc;

/// A day as it is drawn.
struct Shape {
    meals: Vec<Meal>,
    session: Option<SessionTime>,
    diet: Diet,
}

/// The card; `training` is whether the plan trains today.
pub(super) fn day(training: Computed<bool>) -> El {
    let docs = documents();
    let drawn = move || {
        let shape = shape(docs, training.get())?;
        let head =
            of("div", "row").child(say("h2", fuel::MEALS)).child(say_as("span", "muted", fuel::PROTEIN));
        let rows = group("ul", "list", shape.meals.iter().map(row));
        Some(el("div").child(head).child(line(&shape)).child(rows))
    };
    let times = of("details", "why").child(say("summary", words::HOURS)).child(hours(docs, training));
    flat().part(drawn).child(times)
}

fn shape(docs: Documents, training: bool) -> Option<Shape> {
    let targets = targets().with(|targets| match targets {
        Some((Ok(targets), _)) => Some(targets.clone()),
        _ => None,
    })?;
    let diet = docs.diet().with(Clone::clone);
    let session = session(docs, training, &diet);
    let at = diet.meal_times(session);
    Some(Shape { meals: meals_at(&targets, &at, diet.waking, session), session, diet })
}

/// Today's session, where there is one.
fn session(docs: Documents, training: bool, diet: &Diet) -> Option<SessionTime> {
    let minutes = docs.profile().with(|p| p.as_ref().map(|p| p.minutes));
    minutes.filter(|_| training).map(|length| {
        let usual = SessionTime::usual(length);
        SessionTime { starts: diet.lifts_at.unwrap_or(usual.starts), length }
    })
}

fn row(meal: &Meal) -> El {
    let carbs = meal.carbs.map(|g| format!(" · {} g {}", g.get(), fuel::CARBS)).unwrap_or_default();
    let name = el("span")
        .child(say_as("span", "muted", format!("{} ", hour(meal.at))))
        .text(fuel::meal(meal.name))
        .text(carbs);
    el("li").child(name).child(say("span", format!("{} g", meal.protein.get())))
}

fn line(shape: &Shape) -> El {
    let marks =
        shape.meals.iter().map(|meal| DayMark { at: meal.at, label: format!("{} g", meal.protein.get()) });
    DayLine {
        from: shape.diet.waking.wakes,
        to: shape.diet.waking.sleeps,
        marks: marks.collect(),
        block: shape.session.map(|session| (session.starts, session.length.get())),
        ends: [hour(shape.diet.waking.wakes), hour(shape.diet.waking.sleeps)],
        summary: words::day_summary(&shape.meals, shape.session),
    }
    .draw()
}

/// When somebody is awake and trains, and how often they eat.
fn hours(docs: Documents, training: Computed<bool>) -> El {
    let count = Choice {
        name: "meals",
        legend: words::MEALS.to_owned(),
        options: (MEALS.0..=MEALS.1).map(|count| count.to_string()).collect(),
        chosen: Rc::new(move || {
            Some(usize::from(docs.diet().with(|diet| diet.meals).saturating_sub(MEALS.0)))
        }),
        choose: told(move |place: usize| {
            let count = MEALS.0.saturating_add(u8::try_from(place).unwrap_or(0)).min(MEALS.1);
            set(docs, &|diet| {
                diet.meals = count;
                diet.own_times.clear();
            });
        }),
        tall: false,
    };
    let at = |name, label, read: fn(&Diet) -> Option<u16>, write: fn(&mut Diet, u16)| {
        time(docs, name, label, read, write)
    };
    // How many there are decides how many fields: a time that moves draws none of them anew.
    let today = Computed::new(move || {
        let diet = docs.diet().with(Clone::clone);
        diet.meal_times(session(docs, training.get(), &diet))
    });
    let many = Computed::new(move || today.with(Vec::len));
    let own = move || {
        let count = many.get();
        untrack(|| group("div", "fields", (0..count).map(|place| meal(docs, training, today, place))))
    };
    let back = move || docs.diet().with(|diet| !diet.own_times.is_empty());
    of("div", "stack")
        .child(count.draw())
        .child(group(
            "div",
            "fields",
            [
                at("wakes", words::WAKES, |diet| Some(diet.waking.wakes), |diet, at| diet.waking.wakes = at),
                at(
                    "sleeps",
                    words::SLEEPS,
                    |diet| Some(diet.waking.sleeps),
                    |diet, at| diet.waking.sleeps = at,
                ),
                at("lifts", words::LIFTS, |diet| diet.lifts_at, |diet, at| diet.lifts_at = Some(at)),
            ],
        ))
        .child(say_as("p", "muted", words::OWN_TIMES))
        .part(own)
        .shown(back, move || {
            button(words::BY_HOURS, Look::Chip)
                .set("id", "by-hours")
                .press(move || set(docs, &|diet| diet.own_times.clear()))
        })
}

/// The time of one of the day's meals.
fn meal(docs: Documents, training: Computed<bool>, today: Computed<Vec<u16>>, place: usize) -> El {
    let name = format!("meal-{place}");
    let input = of("input", "field__box field__input")
        .set("id", &name)
        .set("type", "time")
        .live_value(move || today.with(|times| times.get(place).copied().map(hour).unwrap_or_default()))
        .on_value("change", move |typed| {
            if let Some(at) = read_time(&typed) {
                set(docs, &|diet| {
                    let session = session(docs, training.get_untracked(), diet);
                    diet.move_meal(place, at, session);
                });
            }
        });
    let label = say_as("label", "field__label", words::meal_number(place)).set("for", &name);
    of("div", "field").child(label).child(input)
}

/// A field for an hour; what is no hour changes nothing.
fn time(
    docs: Documents,
    name: &'static str,
    label: &'static str,
    read: fn(&Diet) -> Option<u16>,
    write: fn(&mut Diet, u16),
) -> El {
    let input = of("input", "field__box field__input")
        .set("id", name)
        .set("name", name)
        .set("type", "time")
        .live_value(move || docs.diet().with(read).map(hour).unwrap_or_default())
        .on_value("change", move |typed| {
            if let Some(at) = read_time(&typed) {
                set(docs, &|diet| write(diet, at));
            }
        });
    of("div", "field").child(say_as("label", "field__label", label).set("for", name)).child(input)
}

fn set(docs: Documents, how: &dyn Fn(&mut Diet)) {
    // Hours break no rule; a save that fails is said by the banner.
    untrack(|| {
        actions::change_diet(docs, &mut |diet| {
            how(diet);
            Ok(())
        })
    })
    .ok();
}
