//! What a person may choose of their targets: the formula, the surplus, the protein; all formulas side by side.

use super::super::card;
use super::quick::Quick;
use crate::app::actions;
use crate::app::derived::targets;
use crate::app::documents::{Documents, documents};
use crate::app::transaction::ActionError;
use crate::domain::nutrition::diet::{Diet, ProteinShare};
use crate::domain::nutrition::expenditure::{Body, Formula, multiplier, table as formulas};
use crate::domain::nutrition::targets::{Choices, chosen};
use crate::domain::units::Kcal;
use crate::i18n::en::{diet as words, fuel};
use crate::ui::element::{El, fixed, of, say, say_as, text, told};
use crate::ui::state::State;
use crate::ui::{Choice, Look, button, table};
use std::rc::Rc;

/// Protein that can be chosen, tenths of a gram per kg. Source: science A (1.6-2.2 g/kg).
const PROTEIN: [i64; 4] = [16, 18, 20, 22];

/// The card.
pub(super) fn choices() -> El {
    let docs = documents();
    let error = State::new(String::new());
    let again = State::new(());
    let formula = Choice {
        name: "formula",
        legend: words::FORMULA.to_owned(),
        options: Formula::ALL.map(|formula| words::formula(formula).to_owned()).to_vec(),
        chosen: Rc::new(move || {
            again.track();
            docs.diet().with(|diet| Formula::ALL.iter().position(|formula| *formula == diet.formula))
        }),
        choose: told(move |place: usize| {
            let Some(formula) = Formula::ALL.get(place).copied() else { return };
            let done = change(docs, &|diet| diet.formula = formula);
            error.set(if done { String::new() } else { words::NEEDS_FAT.to_owned() });
            if !done {
                // The button that was pressed goes back to what holds.
                again.notify();
            }
        }),
        tall: true,
    };
    let protein = Choice {
        name: "protein-share",
        legend: words::PROTEIN_SHARE.to_owned(),
        options: PROTEIN.map(|share| docs.locale().number(share as f64 / 10.0, 1)).to_vec(),
        chosen: Rc::new(move || {
            let share = docs.diet().with(|diet| diet.protein).map_or(18, |share| i64::from(share.get()));
            PROTEIN.iter().position(|known| *known == share)
        }),
        choose: told(move |place: usize| {
            let Some(share) = PROTEIN.get(place) else { return };
            change(docs, &|diet| diet.protein = Some(ProteinShare::saturating(*share)));
        }),
        tall: false,
    };
    let surplus = Quick {
        name: "own-surplus",
        label: words::SURPLUS,
        unit: fixed(fuel::KCAL),
        known: text(move || {
            docs.diet().with(|diet| diet.surplus.map(|kcal| kcal.get().to_string())).unwrap_or_default()
        }),
        keep: Box::new(move |value| {
            let kcal = Kcal::from_f64(value).map_err(|_| words::BAD_SURPLUS.to_owned())?;
            let done = change(docs, &|diet| diet.surplus = Some(kcal));
            if done { Ok(()) } else { Err(words::BAD_SURPLUS.to_owned()) }
        }),
        forget: None,
    };
    let back = move || {
        let chosen = docs.diet().with(|diet| diet.choices() != Diet::default().choices());
        chosen.then(|| {
            button(words::BY_RULE, Look::Ghost).set("id", "by-rule").press(move || {
                change(docs, &|diet| {
                    let plain = Diet::default();
                    diet.formula = plain.formula;
                    diet.maintenance = plain.maintenance;
                    diet.surplus = plain.surplus;
                    diet.protein = plain.protein;
                });
            })
        })
    };
    let learned = move || {
        docs.diet()
            .with(|diet| diet.maintenance)
            .map(|kcal| say_as("p", "muted", words::learned_in_use(f64::from(kcal.get()), &docs.locale())))
    };
    card().child(
        of("details", "why").child(say("summary", words::CHOOSE)).child(
            of("div", "stack")
                .child(formula.draw())
                .child(of("p", "field__error").set("aria-live", "polite").live_text(move || error.get()))
                .child(table(words::ALL_FORMULAS, &words::FORMULA_HEADS, move || side_by_side(docs)))
                .child(say_as("p", "muted", words::FORMULA_NOTE))
                .child(surplus.draw())
                .child(say_as("p", "muted", words::SURPLUS_NOTE))
                .child(protein.draw())
                .part(learned)
                .part(back),
        ),
    )
}

fn change(docs: Documents, how: &dyn Fn(&mut Diet)) -> bool {
    let mut change = |diet: &mut Diet| -> Result<(), ActionError> {
        how(diet);
        Ok(())
    };
    actions::change_diet(docs, &mut change).is_ok()
}

/// Every formula with what it gives for this body.
fn side_by_side(docs: Documents) -> Vec<Vec<String>> {
    let locale = docs.locale();
    let basis = targets().with(|targets| match targets {
        Some((Ok(targets), _)) => Some((targets.basis, targets.weight)),
        _ => None,
    });
    let (Some((basis, weight)), Some(profile)) = (basis, docs.profile().with(Clone::clone)) else {
        return Vec::new();
    };
    // What each would give to eat: the same choices with that formula, under the same rules.
    let eaten = |formula: Formula| {
        let choices = Choices { formula, maintenance: None, ..docs.diet().with(Diet::choices) };
        let today = docs.today().get();
        let found = docs.safety().with(|safety| chosen(&profile, safety, Some(weight), today, &choices));
        found.map(|targets| locale.number(targets.energy, 0)).unwrap_or_default()
    };
    let body = Body { sex: basis.sex, kg: weight.kg(), cm: basis.cm, age: f64::from(basis.age) };
    let rows = formulas(body, profile.body_fat.map(|fat| fat.percent()));
    let row = |(formula, resting): (Formula, Result<f64, _>)| {
        let name = words::formula(formula).to_owned();
        match resting {
            Ok(kcal) => {
                let maintenance = locale.number(kcal * multiplier(basis.activity), 0);
                vec![name, locale.number(kcal, 0), maintenance, eaten(formula)]
            }
            Err(why) => vec![name, words::no_formula(why).to_owned(), String::new(), String::new()],
        }
    };
    rows.into_iter().map(row).collect()
}
