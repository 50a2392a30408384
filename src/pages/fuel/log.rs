//! The quick logs of a day: weight, sleep, food by number or by one's own meals, water.

use super::super::{card, today};
use super::own_meals::own_meals;
use super::quick::Quick;
use crate::app::actions;
use crate::app::documents::{Documents, documents};
use crate::app::transaction::ActionError;
use crate::domain::athlete::WEIGHT_KG;
use crate::domain::calendar::Day;
use crate::domain::nutrition::{FoodDay, trend};
use crate::domain::recovery::nights::is_night;
use crate::domain::recovery::{Morning, SleepStanding, standing};
use crate::domain::units::{Grams, Kcal, Kg, Millilitres, Minutes};
use crate::i18n::duration;
use crate::i18n::en::{diet, fuel as words};
use crate::ui::element::{El, el, fixed, group, of, say_as, text, told};
use crate::ui::state::{State, untrack};
use crate::ui::{Choice, Look, button};
use std::rc::Rc;

/// A glass and a bottle. Source: C.
const DRINKS: [i64; 2] = [250, 500];

/// What is logged of a day.
#[derive(Clone, Copy)]
pub(super) struct DayLog {
    pub docs: Documents,
    /// How many days ago it was.
    pub back: i64,
}

/// The card: `weight` where body weight may be asked for, `food` where food may be logged in numbers.
pub(super) fn log(weight: bool, food: bool) -> El {
    let docs = documents();
    let back = State::new(0_i64);
    let days = Choice {
        name: "log-day",
        legend: words::LOG.to_owned(),
        options: [diet::TODAY, diet::YESTERDAY, diet::OTHER_DAY].map(str::to_owned).to_vec(),
        chosen: Rc::new(move || usize::try_from(back.get().clamp(0, OTHER)).ok()),
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
    card()
        .child(days.draw())
        .shown(move || back.get() >= OTHER, move || other(docs, back))
        .part(fields)
        .maybe(trend)
        .maybe(food.then(|| own_meals(docs, back)))
}

/// Days ago from which a day is chosen by its date.
const OTHER: i64 = 2;

/// The date of a day that is longer ago.
fn other(docs: Documents, back: State<i64>) -> El {
    let day = move || docs.today().get().plus(-back.get()).to_string();
    let input = of("input", "field__box field__input")
        .set("id", "log-date")
        .set("type", "date")
        .live("max", move || Some(docs.today().get().plus(-OTHER).to_string()))
        .live_value(day)
        .on_value("change", move |typed| {
            let ago = Day::parse(&typed).ok().map(|day| docs.today().get_untracked().days_since(day));
            if let Some(ago) = ago.filter(|ago| *ago >= OTHER) {
                back.set(ago);
            }
        });
    of("div", "field").child(say_as("label", "field__label", diet::DAY).set("for", "log-date")).child(input)
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
        all.extend([
            self.sleep(),
            el("div").part(move || self.slept()),
            el("div").part(move || self.night()),
        ]);
        if food {
            all.extend([self.kcal(), self.protein(), self.water(), el("div").part(move || self.same())]);
        }
        all
    }

    /// Today's words or those of another day.
    fn label(self, today: &'static str, then: &'static str) -> &'static str {
        if self.back == 0 { today } else { then }
    }

    fn weight(self) -> El {
        let Self { docs, .. } = self;
        Quick {
            name: "weight-today",
            label: self.label(words::WEIGHT, words::WEIGHT_THEN),
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
            forget: Some(Box::new(move || kept(actions::log_weight(docs, self.day_now(), None)))),
        }
        .draw()
    }

    fn sleep(self) -> El {
        let Self { docs, .. } = self;
        Quick {
            name: "sleep-today",
            label: self.label(words::SLEPT, words::SLEPT_THEN),
            unit: fixed(words::HOURS),
            known: text(move || {
                let minutes = docs.body().with(|body| body.sleep.get(&self.day()).copied());
                minutes.map(|m| docs.locale().typed(f64::from(m.get()) / 60.0, 2)).unwrap_or_default()
            }),
            keep: Box::new(move |hours| {
                let minutes =
                    Minutes::try_new((hours * 60.0).round() as i64).ok().filter(|_| is_night(hours));
                let minutes = minutes.ok_or_else(|| diet::BAD_SLEEP.to_owned())?;
                kept(actions::log_sleep(docs, self.day_now(), Some(minutes)))
            }),
            forget: Some(Box::new(move || kept(actions::log_sleep(docs, self.day_now(), None)))),
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

    /// How the night was, in one tap.
    fn night(self) -> El {
        let said: Morning = {
            let day = self.day();
            self.docs.body().with(|body| body.mornings.days.get(&day).copied().unwrap_or_default())
        };
        today::quality(said, move |morning| {
            actions::log_morning(self.docs, self.day_now(), morning).ok();
        })
    }

    /// What was eaten; reactive.
    pub fn eaten(self) -> FoodDay {
        let day = self.day();
        self.docs.food().with(|food| food.days.get(&day).copied().unwrap_or_default())
    }

    pub fn keep_food(self, food: FoodDay) -> Result<(), String> {
        kept(actions::log_food(self.docs, self.day_now(), food))
    }

    fn kcal(self) -> El {
        Quick {
            name: "kcal-today",
            label: self.label(words::ATE, words::ATE_THEN),
            unit: fixed(words::KCAL),
            known: text(move || self.eaten().kcal.map(|k| k.get().to_string()).unwrap_or_default()),
            keep: Box::new(move |value| {
                let kcal = Kcal::from_f64(value).map_err(|_| diet::BAD_KCAL.to_owned())?;
                self.keep_food(FoodDay { kcal: Some(kcal), ..untrack(|| self.eaten()) })
            }),
            forget: Some(Box::new(move || {
                self.keep_food(FoodDay { kcal: None, ..untrack(|| self.eaten()) })
            })),
        }
        .draw()
    }

    fn protein(self) -> El {
        Quick {
            name: "protein-today",
            label: self.label(words::ATE_PROTEIN, words::PROTEIN_THEN),
            unit: fixed("g"),
            known: text(move || self.eaten().protein.map(|g| g.get().to_string()).unwrap_or_default()),
            keep: Box::new(move |value| {
                let protein = Grams::from_f64(value).map_err(|_| diet::BAD_PROTEIN.to_owned())?;
                self.keep_food(FoodDay { protein: Some(protein), ..untrack(|| self.eaten()) })
            }),
            forget: Some(Box::new(move || {
                self.keep_food(FoodDay { protein: None, ..untrack(|| self.eaten()) })
            })),
        }
        .draw()
    }

    fn water(self) -> El {
        let locale = self.docs.locale();
        let drunk = move || {
            let litres = self.eaten().water.map_or(0.0, Millilitres::litres);
            format!("{} {} l", diet::DRUNK, locale.number(litres, 2))
        };
        let more = move |ml: i64| {
            let food = untrack(|| self.eaten());
            let so_far = food.water.map_or(0, |water| i64::from(water.get()));
            let water = Millilitres::saturating((so_far + ml).max(0));
            let water = (water.get() > 0).then_some(water);
            self.keep_food(FoodDay { water, ..food }).ok();
        };
        let glass = |ml: i64| {
            button(&format!("+{ml} ml"), Look::Chip).set("id", format!("water-{ml}")).press(move || more(ml))
        };
        let [glass_ml, _] = DRINKS;
        let less = move || {
            let drunk = self.eaten().water.is_some();
            drunk.then(|| {
                button(&format!("−{glass_ml} ml"), Look::Chip)
                    .set("id", "water-less")
                    .press(move || more(-glass_ml))
            })
        };
        let buttons = group("div", "buttons", DRINKS.map(glass)).part(less);
        of("div", "row").child(of("span", "muted").live_text(drunk)).child(buttons)
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
