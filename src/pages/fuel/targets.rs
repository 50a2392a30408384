//! The day's targets, and why they are what they are.

use super::super::card;
use crate::app::documents::documents;
use crate::domain::nutrition::targets::{BadChoice, Targets};
use crate::i18n::en::{diet, fuel as words, reckoning};
use crate::ui::element::{El, el, group, of, say, say_as};
use crate::ui::why;

/// The card of numbers; `bad` is what was chosen and cannot be any more.
pub(super) fn targets(targets: &Targets, bad: Option<BadChoice>) -> El {
    let docs = documents();
    let locale = docs.locale();
    let whole = |value: f64| locale.number(value, 0);
    let per_kg = format!("{} g/kg", locale.number(targets.protein.1 / targets.basis.reference_kg, 1));
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
    card()
        .child(head)
        .child(group("div", "macros", macros))
        .all(warnings)
        .maybe(bad.map(|bad| say_as("p", "warn", diet::given_way(bad))))
        .maybe(drink)
        .child(why(words::WHY, reckoning::why(targets, docs.units(), &locale)))
}
