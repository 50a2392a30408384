//! What a session took in water, from the scale: worked out while it is typed, kept nowhere.

use crate::app::documents::documents;
use crate::domain::nutrition::water::{before_session, sweat};
use crate::domain::units::number;
use crate::i18n::en::water as words;
use crate::pages::card;
use crate::ui::Field;
use crate::ui::element::{El, Text, fixed, of, say, say_as, text, told};
use crate::ui::state::{Computed, State};

/// The weights before and after, what was drunk, and what that leaves to drink.
pub fn sweat_card() -> El {
    let docs = documents();
    let [before, after, drunk] = [(); 3].map(|()| State::new(String::new()));
    let field = |name, label, typed: State<String>, unit: Text| {
        Field {
            name,
            label,
            value: text(move || typed.get()),
            on_type: told(move |text| typed.set(text)),
            unit,
            hint: "",
            error: fixed(""),
            number: true,
        }
        .draw()
    };
    let mass = || text(move || docs.units().mass_sign().to_owned());
    let found = Computed::new(move || {
        let weight = |typed: State<String>| {
            let value = number::parse(&typed.get()).ok()?;
            docs.units().mass_from(value)
        };
        let (before, after) = weight(before).zip(weight(after))?;
        let litres = drunk.with(|typed| if typed.trim().is_empty() { Ok(0.0) } else { number::parse(typed) });
        Some((before, litres.ok().and_then(|litres| sweat(before, after, litres))))
    });
    let answer = move || {
        let (before, found) = found.get()?;
        let locale = docs.locale();
        Some(match found {
            None => say_as("p", "warn", words::CANNOT_BE),
            Some(found) => of("div", "stack stack--tight")
                .child(say_as(
                    "p",
                    if found.much { "warn" } else { "good" },
                    words::taken(&found, docs.units(), &locale),
                ))
                .child(say_as("p", "muted", words::drink_before(before_session(before.kg()), &locale))),
        })
    };
    let shown = of("details", "why")
        .child(say("summary", words::TITLE).set("id", "sweat"))
        .child(say_as("p", "muted", words::TEXT))
        .child(
            of("div", "fields fields--three")
                .child(field("sweat-before", words::BEFORE, before, mass()))
                .child(field("sweat-after", words::AFTER, after, mass()))
                .child(field("sweat-drunk", words::DRUNK, drunk, fixed("l"))),
        )
        .child(of("div", "").set("role", "status").set("id", "sweat-answer").part(answer));
    card().child(shown)
}
