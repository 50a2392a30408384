//! One's own meals: saved by name, added to a day by a press.

use super::log::DayLog;
use crate::app::actions;
use crate::app::documents::Documents;
use crate::app::transaction::ActionError;
use crate::domain::nutrition::diet::{Diet, NotAMeal, SavedMeal};
use crate::domain::units::{Grams, Kcal, number};
use crate::i18n::en::{diet, fuel as words};
use crate::ui::element::{El, el, fixed, group, of, say, text, told};
use crate::ui::state::{State, untrack};
use crate::ui::{Field, Look, bare_button, button};

/// One's own meals: a press adds one to the day; new ones are saved below.
pub(super) fn own_meals(docs: Documents, back: State<i64>) -> El {
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
