//! The big number of the session: minus, a field that takes typing, plus. Holding a button repeats it.

use super::button::bare_button;
use super::element::{Part, Text, Told, of, part};
use super::field::wrong;
use crate::platform::page::{self, Timeout};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// Milliseconds until holding begins to repeat, then between repeats: at first, and at last.
const HOLD: i32 = 450;
const REPEAT: (i32, i32) = (160, 40);

/// A button that is held.
#[derive(Default)]
struct Hold {
    /// The step that waits; none once it is let go.
    next: Option<Timeout>,
    /// Whether it has stepped: then letting go is no press.
    stepped: bool,
}

type Held = Rc<RefCell<Hold>>;

/// A number with minus and plus.
pub struct Stepper {
    /// A name that is unique on the page.
    pub name: &'static str,
    /// Its label, for a screen reader.
    pub label: &'static str,
    /// The words of the minus button.
    pub less: &'static str,
    /// The words of the plus button.
    pub more: &'static str,
    /// The shown text.
    pub value: Text,
    /// The unit behind it.
    pub unit: Text,
    /// Told of a step: -1 or 1.
    pub step: Told<i32>,
    /// Told of typing.
    pub on_type: Told<String>,
    /// What is wrong; empty while nothing is.
    pub error: Text,
}

impl Stepper {
    /// Draws it.
    pub fn draw(self) -> Part {
        let Self { name, label, less, more, value, unit, step, on_type, error } = self;
        let held = Held::default();
        let side = |words: &'static str, sign: &'static str, by: i32| {
            let (pressed, step) = (step.clone(), step.clone());
            let release = |held: &Held| {
                let held = held.clone();
                move |_| held.borrow_mut().next = None
            };
            let (hold, let_go) = (held.clone(), held.clone());
            bare_button("stepper__button")
                .set("aria-label", words)
                .text(sign)
                .press(move || {
                    if !std::mem::take(&mut let_go.borrow_mut().stepped) {
                        pressed(by);
                    }
                })
                // Holding asks for no menu.
                .on("contextmenu", |event| event.prevent_default())
                .on("pointerdown", move |event| {
                    // A second finger or the right button is no hold.
                    if let Some(event) = event.dyn_ref::<web_sys::PointerEvent>()
                        && event.is_primary()
                        && event.button() == 0
                    {
                        hold.borrow_mut().stepped = false;
                        repeat(&hold, &step, by, HOLD, REPEAT.0);
                    }
                })
                .on("pointerup", release(&held))
                .on("pointerleave", release(&held))
                .on("pointercancel", release(&held))
        };
        let error_id = format!("{name}-error");
        let invalid = error.clone();
        let input = of("input", "stepper__input num")
            .set("id", name)
            .set("aria-label", label)
            .set("type", "text")
            .set("inputmode", "decimal")
            .set("autocomplete", "off")
            .set("aria-describedby", &error_id)
            .live("aria-invalid", move || (!invalid().is_empty()).then(|| "true".to_owned()))
            .live_value(move || value())
            .on_value("input", move |typed| on_type(typed))
            .on("focus", |event| {
                if let Some(input) =
                    event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok())
                {
                    input.select();
                }
            });
        let number =
            of("span", "stepper__number").child(input).child(of("span", "unit").live_text(move || unit()));
        part([
            of("div", "stepper").child(side(less, "−", -1)).child(number).child(side(more, "+", 1)),
            wrong(&error_id, error),
        ])
    }
}

/// Steps once the wait is over, and again, faster and faster, until what is held is let go.
fn repeat(held: &Held, step: &Told<i32>, by: i32, wait: i32, then: i32) {
    let (again, told) = (held.clone(), step.clone());
    let next = move || {
        again.borrow_mut().stepped = true;
        told(by);
        repeat(&again, &told, by, then, (then * 9 / 10).max(REPEAT.1));
    };
    held.borrow_mut().next = page::timeout(wait, next);
}
