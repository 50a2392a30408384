//! One of a list of words, in the browser's own list. The caller numbers the choices.

use super::element::{El, of, say, say_as};
use super::state::untrack;
use std::rc::Rc;

/// A list of words; `chosen` is live, `choose` is told the place of what was chosen.
pub fn select(
    id: &str,
    label: &str,
    options: &[String],
    chosen: Rc<dyn Fn() -> usize>,
    choose: Rc<dyn Fn(usize)>,
) -> El {
    let options =
        options.iter().enumerate().map(|(place, text)| say("option", text).set("value", place.to_string()));
    let list = of("select", "field__input field__box").set("id", id).all(options);
    let (field, shown) = (list.clone(), chosen.clone());
    let list = list.live_value(move || chosen().to_string()).on_value("change", move |value| {
        if let Ok(place) = value.parse() {
            choose(place);
        }
        // What was refused is not chosen.
        field.choose(&untrack(|| shown()).to_string());
    });
    of("label", "field").child(say_as("span", "field__label", label)).child(list)
}
