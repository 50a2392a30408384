//! One element of the page: made at once, un-generic, with what is live in it bound to the signals it reads.
//!
//! Leptos' own view types give every closure of a view its own copy of the drawing code; with our pages that
//! is half a megabyte. Here every live text, attribute, part and listener is boxed at the door, so all pages
//! share one copy (`docs/ARCHITECTURE.md`, "Views"). What is live ends with the reactive owner it was made
//! under: a page, a part or a row that goes takes its effects and listeners along.

mod live;
mod mount;
mod part;

use crate::decimal;
use crate::platform::page;
use leptos::prelude::{StoredValue, document};
pub use live::{Text, Told, fixed, on_window, react, text, told};
pub use mount::Root;
pub use part::{Part, part};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The namespace of drawings.
const SVG: &str = "http://www.w3.org/2000/svg";

/// An element of the page.
#[derive(Clone)]
pub struct El(Element);

/// Makes an HTML element.
pub fn el(tag: &str) -> El {
    El::made(document().create_element(tag))
}

/// Makes an element of a drawing.
pub fn svg(tag: &str) -> El {
    El::made(document().create_element_ns(Some(SVG), tag))
}

/// Makes an HTML element of a class.
pub fn of(tag: &str, class: &str) -> El {
    el(tag).class(class)
}

/// Makes an HTML element that only says something.
pub fn say(tag: &str, words: impl AsRef<str>) -> El {
    el(tag).text(words)
}

/// Makes an HTML element of a class that only says something.
pub fn say_as(tag: &str, class: &str, words: impl AsRef<str>) -> El {
    of(tag, class).text(words)
}

/// Makes an element that keeps its children below each other.
pub fn group(tag: &str, class: &str, children: impl IntoIterator<Item = El>) -> El {
    of(tag, class).all(children)
}

impl El {
    fn made(element: Result<Element, wasm_bindgen::JsValue>) -> Self {
        // Every tag is a literal of ours and valid. Were it not, what was thrown stands in, and takes nothing.
        Self(element.unwrap_or_else(JsCast::unchecked_into))
    }

    /// The element itself.
    pub fn dom(&self) -> &Element {
        &self.0
    }

    /// Gives it a class.
    pub fn class(self, class: &str) -> Self {
        self.set("class", class)
    }

    /// Sets an attribute.
    pub fn set(self, name: &str, value: impl AsRef<str>) -> Self {
        // Only a name that is no name can be refused; ours are all literals.
        self.0.set_attribute(name, value.as_ref()).unwrap_or_default();
        self
    }

    /// Sets an attribute to a number.
    pub fn set_number(self, name: &str, value: f64) -> Self {
        self.set(name, decimal::write_short(value, 2))
    }

    /// Sets a bare attribute where something holds.
    pub fn flag(self, name: &str, holds: bool) -> Self {
        if holds { self.set(name, "") } else { self }
    }

    /// Appends words.
    pub fn text(self, words: impl AsRef<str>) -> Self {
        self.0.append_with_str_1(words.as_ref()).unwrap_or_default();
        self
    }

    /// Appends a child.
    pub fn child(self, child: Self) -> Self {
        self.0.append_child(&child.0).ok();
        self
    }

    /// Appends a child where there is one.
    pub fn maybe(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Appends children.
    pub fn all(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Appends what a part shows now.
    pub fn with(self, part: Part) -> Self {
        self.all(part.into_elements())
    }

    /// Chooses one of a list's values.
    pub fn choose(&self, value: &str) {
        if let Some(select) = self.0.dyn_ref::<web_sys::HtmlSelectElement>() {
            select.set_value(value);
        }
    }

    /// Does something whenever an event reaches it.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(act));
        self
    }

    /// Does something when it is pressed.
    pub fn press(self, mut act: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| act())
    }

    /// Tells what was typed or chosen in it, whenever `event` says so.
    pub fn on_value(self, event: &'static str, mut tell: impl FnMut(String) + 'static) -> Self {
        self.on(event, move |event| tell(value_of(&event)))
    }

    #[inline(never)]
    fn listen(&self, event: &'static str, act: Box<dyn FnMut(Event)>) {
        let target = self.0.clone().into();
        // Under the owner: the listener is taken off before what it uses is gone.
        StoredValue::new_local(page::listen(target, event, act));
    }
}

/// What stands in the field an event comes from; empty where it comes from none.
fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_ref::<web_sys::HtmlInputElement>() {
        Some(input) => input.value(),
        None => target.dyn_ref::<web_sys::HtmlSelectElement>().map(|s| s.value()).unwrap_or_default(),
    }
}
