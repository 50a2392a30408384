//! The quick logs of today and yesterday: weight, sleep, food by number or by one's own meals, water.

use super::super::card;
use super::quick::Quick;
use crate::app::actions;
use crate::app::documents::{Documents, documents};
use crate::app::transaction::ActionError;
use crate::domain::calendar::Day;
use crate::domain::nutrition::diet::{Diet, NotAMeal, SavedMeal};
use crate::domain::nutrition::{FoodDay, trend};
use crate::domain::recovery::{SleepStanding, standing};
use crate::domain::units::{Grams, Kcal, Kg, Millilitres, Minutes, number};
use crate::i18n::duration;
use crate::i18n::en::{diet, fuel as words};
use crate::ui::element::{El, el, fixed, group, of, say, say_as, text, told};
use crate::ui::state::{State, untrack};
use crate::ui::{Choice, Field, Look, bare_button, button};
use std::rc::Rc;

/// A glass and a bottle. Source: C.
const DRINKS: [u16; 2] = [250, 500];
/// What a morning's weight can be, kg. Source: science C (20-350).
const WEIGHT_KG: (f64, f64) = (20.0, 350.0);

/// What is logged of a day.
#[derive(Clone, Copy)]
struct DayLog {
    docs: Documents,
    /// How many days ago it was.
    back: i64,
}

/// The card: `weight` where body weight may be asked for, `food` where food may be logged in numbers.
pub(super) fn log(weight: bool, food: bool) -> El {
    let docs = documents();
    let back = State::new(0_i64);
    let days = Choice {
        name: "log-day",
        legend: words::LOG.to_owned(),
        options: [diet::TODAY, diet::YESTERDAY].map(str::to_owned).to_vec(),
        chosen: Rc::new(move || usize::try_from(back.get()).ok()),
        choose: told(move |place: usize| back.set(i64::try_from(place).unwrap_or(0))),
        tall: false,
    };
    let trend = move || {
        let slope = docs.body().with(|body| trend::slope(&body.weights, docs.today().get()));
        words::slope(slope, docs.units(), &docs.locale())
    };
    let trend = weight.then(|| of("p", "muted").live_text(trend));
    let fields = move || {
        let day = DayLog { docs, back: back.get() };
        untrack(|| day.draw(weight, food))
    };
    card().child(days.draw()).part(fields).maybe(trend).maybe(food.then(|| own_meals(docs, back)))
}

impl DayLog {
    /// The day; follows midnight.
    fn day(self) -> Day {
        self.docs.today().get().plus(-self.back)
    }

    fn day_now(self) -> Day {
        self.docs.today().get_untracked().plus(-self.back)
    }

    fn draw(self, weight: bool, food: bool) -> Vec<El> {
        let mut all = Vec::new();
        if weight {
            all.push(self.weight());
        }
        all.push(self.sleep());
        all.push(el("div").part(move || self.slept()));
        if food {
            all.extend([self.kcal(), self.protein(), self.water(), el("div").part(move || self.same())]);
        }
        all
    }

    fn weight(self) -> El {
        let Self { docs, .. } = self;
        Quick {
            name: "weight-today",
            label: words::WEIGHT,
            unit: text(move || docs.units().mass_sign().to_owned()),
            known: text(move || {
                let kg = docs.body().with(|body| body.weights.get(&self.day()).copied());
                kg.map(|kg| docs.locale().typed(docs.units().mass_value(kg), 1)).unwrap_or_default()
            }),
            keep: Box::new(move |value| {
                let able = |kg: &Kg| (WEIGHT_KG.0..=WEIGHT_KG.1).contains(&kg.kg());
                let kg = docs.units().mass_from(value).filter(able);
                let kg = kg.ok_or_else(|| diet::BAD_WEIGHT.to_owned())?;
                kept(actions::log_weight(docs, self.day_now(), Some(kg)))
            }),
        }
        .draw()
    }

    fn sleep(self) -> El {
        let Self { docs, .. } = self;
        Quick {
            name: "sleep-today",
            label: words::SLEPT,
            unit: fixed(words::HOURS),
            known: text(move || {
                let minutes = docs.body().with(|body| body.sleep.get(&self.day()).copied());
                minutes.map(|m| docs.locale().typed(f64::from(m.get()) / 60.0, 2)).unwrap_or_default()
            }),
            keep: Box::new(move |hours| {
                let minutes = Minutes::try_new((hours * 60.0).round() as i64).ok().filter(|_| hours >= 0.0);
                let minutes = minutes.ok_or_else(|| diet::BAD_SLEEP.to_owned())?;
                kept(actions::log_sleep(docs, self.day_now(), Some(minutes)))
            }),
        }
        .draw()
    }

    fn slept(self) -> Option<El> {
        let minutes = self.docs.body().with(|body| body.sleep.get(&self.day()).copied())?;
        let (class, text) = match standing(f64::from(minutes.get()) / 60.0) {
            SleepStanding::Severe | SleepStanding::Short => ("warn", words::SLEEP_SHORT),
            SleepStanding::Enough => ("good", words::SLEEP_GOOD),
            SleepStanding::Long => ("muted", words::SLEEP_LONG),
        };
        Some(say_as("p", class, format!("{} · {text}", duration(minutes))))
    }

    /// What was eaten; reactive.
    fn eaten(self) -> FoodDay {
        let day = self.day();
        self.docs.food().with(|food| food.days.get(&day).copied().unwrap_or_default())
    }

    fn keep_food(self, food: FoodDay) -> Result<(), String> {
        kept(actions::log_food(self.docs, self.day_now(), food))
    }

    fn kcal(self) -> El {
        Quick {
            name: "kcal-today",
            label: words::ATE,
            unit: fixed(words::KCAL),
            known: text(move || self.eaten().kcal.map(|k| k.get().to_string()).unwrap_or_default()),
            keep: Box::new(move |value| {
                let kcal = Kcal::from_f64(value).map_err(|_| diet::BAD_KCAL.to_owned())?;
                self.keep_food(FoodDay { kcal: Some(kcal), ..untrack(|| self.eaten()) })
            }),
        }
        .draw()
    }

    fn protein(self) -> El {
        Quick {
            name: "protein-today",
            label: words::ATE_PROTEIN,
            unit: fixed("g"),
            known: text(move || self.eaten().protein.map(|g| g.get().to_string()).unwrap_or_default()),
            keep: Box::new(move |value| {
                let protein = Grams::from_f64(value).map_err(|_| diet::BAD_PROTEIN.to_owned())?;
                self.keep_food(FoodDay { protein: Some(protein), ..untrack(|| self.eaten()) })
            }),
        }
        .draw()
    }

    fn water(self) -> El {
        let locale = self.docs.locale();
        let drunk = move || {
            let litres = self.eaten().water.map_or(0.0, Millilitres::litres);
            format!("{} {} l", diet::DRUNK, locale.number(litres, 2))
        };
        let glass = |ml: u16| {
            button(&format!("+{ml} ml"), Look::Chip).set("id", format!("water-{ml}")).press(move || {
                let food = untrack(|| self.eaten());
                let so_far = food.water.map_or(0, |water| water.get());
                let water = Millilitres::saturating(i64::from(so_far) + i64::from(ml));
                self.keep_food(FoodDay { water: Some(water), ..food }).ok();
            })
        };
        of("div", "row").child(of("span", "muted").live_text(drunk)).child(group(
            "div",
            "buttons",
            DRINKS.map(glass),
        ))
    }

    /// The day before once more, where nothing is logged yet.
    fn same(self) -> Option<El> {
        let before = self.day().plus(-1);
        let food = self.docs.food().with(|food| food.days.get(&before).copied())?;
        let nothing = |food: FoodDay| food.kcal.is_none() && food.protein.is_none();
        (nothing(self.eaten()) && !nothing(food)).then(|| {
            button(diet::SAME_AS_BEFORE, Look::Chip).set("id", "same-food").press(move || {
                let water = untrack(|| self.eaten()).water;
                self.keep_food(FoodDay { water, ..food }).ok();
            })
        })
    }
}

/// An action that stored nothing says so above every page; here it only matters what was refused.
fn kept(done: Result<(), ActionError>) -> Result<(), String> {
    done.map_err(|_| words::BAD_NUMBER.to_owned())
}

/// One's own meals: a press adds one to the day; new ones are saved below.
fn own_meals(docs: Documents, back: State<i64>) -> El {
    let chips = move || {
        let saved = docs.diet().with(|diet| diet.saved.clone());
        let chip = |meal: SavedMeal| {
            let name = format!("{} · {} kcal · {} g", meal.name, meal.kcal.get(), meal.protein.get());
            button(&name, Look::Chip).press(move || {
                let day = DayLog { docs, back: back.get_untracked() };
                day.keep_food(meal.on(untrack(|| day.eaten()))).ok();
            })
        };
        (!saved.is_empty()).then(|| group("div", "buttons", saved.into_iter().map(chip)))
    };
    el("div").part(chips).child(
        of("details", "why").child(say("summary", diet::OWN_MEALS)).child(new_meal(docs)).part(move || {
            let saved = docs.diet().with(|diet| diet.saved.clone());
            let row = |(place, meal): (usize, SavedMeal)| {
                let remove = bare_button("set-row__undo")
                    .text(diet::REMOVE)
                    .set("aria-label", format!("{} {}", diet::REMOVE, meal.name))
                    .press(move || {
                        let mut change = |diet: &mut Diet| {
                            if place < diet.saved.len() {
                                diet.saved.remove(place);
                            }
                            Ok(())
                        };
                        actions::change_diet(docs, &mut change).ok();
                    });
                el("li").child(say("span", &meal.name)).child(remove)
            };
            group("ul", "list", saved.into_iter().enumerate().map(row))
        }),
    )
}

fn new_meal(docs: Documents) -> El {
    let typed = [State::new(String::new()), State::new(String::new()), State::new(String::new())];
    let [name, kcal, protein] = typed;
    let error = State::new(String::new());
    let field = |id, label, unit: &str, value: State<String>, number| {
        Field {
            name: id,
            label,
            value: text(move || value.get()),
            on_type: told(move |text| value.set(text)),
            unit: fixed(unit),
            hint: "",
            error: fixed(""),
            number,
        }
        .draw()
    };
    let save = button(diet::SAVE_MEAL, Look::Ghost).set("id", "meal-save").press(move || {
        let number = |state: State<String>| number::parse(&state.get_untracked()).ok();
        let energy = number(kcal).and_then(|value| Kcal::from_f64(value).ok());
        let grams = number(protein).and_then(|value| Grams::from_f64(value).ok());
        let (Some(energy), Some(grams)) = (energy, grams) else {
            error.set(diet::not_a_meal(NotAMeal::Impossible).to_owned());
            return;
        };
        let mut why = None;
        let mut change = |diet: &mut Diet| {
            let saved = diet.save(&name.get_untracked(), energy, grams);
            why = saved.err();
            saved.map_err(|_| ActionError::NotPossible)
        };
        let done = actions::change_diet(docs, &mut change).is_ok();
        error.set(why.map(|why| diet::not_a_meal(why).to_owned()).unwrap_or_default());
        if done {
            for state in typed {
                state.set(String::new());
            }
        }
    });
    of("div", "stack")
        .child(field("meal-name", diet::MEAL_NAME, "", name, false))
        .child(group(
            "div",
            "fields",
            [
                field("meal-kcal", diet::MEAL_ENERGY, words::KCAL, kcal, true),
                field("meal-protein", diet::MEAL_PROTEIN, "g", protein, true),
            ],
        ))
        .child(of("p", "field__error").set("aria-live", "polite").live_text(move || error.get()))
        .child(save)
}
