//! What is live in an element: texts, attributes and properties that follow the signals they read.

use super::El;
use crate::platform::page;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// A text that may change: reading it inside something live follows it.
pub type Text = Rc<dyn Fn() -> String>;

/// Somebody who is told a value.
pub type Told<T> = Rc<dyn Fn(T)>;

/// A text that changes.
pub fn text(read: impl Fn() -> String + 'static) -> Text {
    Rc::new(read)
}

/// A text that stays.
pub fn fixed(words: impl Into<String>) -> Text {
    let words = words.into();
    Rc::new(move || words.clone())
}

/// Somebody to tell.
pub fn told<T>(tell: impl Fn(T) + 'static) -> Told<T> {
    Rc::new(tell)
}

/// Does something now, and again whenever a signal it read has changed, until its owner goes.
pub fn react(act: impl FnMut() + 'static) {
    bind(Box::new(act));
}

/// Does something at every such event of the window, until its owner goes.
pub fn on_window(event: &'static str, mut act: impl FnMut() + 'static) {
    StoredValue::new_local(page::on_window(event, move |_| act()));
}

#[inline(never)]
fn bind(mut act: Box<dyn FnMut()>) {
    StoredValue::new_local(RenderEffect::new(move |_: Option<()>| act()));
}

impl El {
    /// Appends words that change.
    pub fn live_text(self, read: impl Fn() -> String + 'static) -> Self {
        self.follow_text(Box::new(read));
        self
    }

    /// An attribute that changes; `None` takes it off.
    pub fn live(self, name: &'static str, read: impl Fn() -> Option<String> + 'static) -> Self {
        self.follow_attribute(name, Box::new(read));
        self
    }

    /// An attribute that says "true" or "false".
    pub fn live_bool(self, name: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.live(name, move || Some(if holds() { "true" } else { "false" }.to_owned()))
    }

    /// A bare attribute that is there while something holds.
    pub fn live_flag(self, name: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.live(name, move || holds().then(String::new))
    }

    /// What stands in a field.
    pub fn live_value(self, read: impl Fn() -> String + 'static) -> Self {
        self.follow_property("value", Box::new(move || JsValue::from_str(&read())));
        self
    }

    /// How far a progress bar is, 0 to 1.
    pub fn live_share(self, read: impl Fn() -> f64 + 'static) -> Self {
        self.follow_property("value", Box::new(move || JsValue::from_f64(read())));
        self
    }

    /// Whether a box is ticked.
    pub fn live_checked(self, holds: impl Fn() -> bool + 'static) -> Self {
        self.follow_property("checked", Box::new(move || JsValue::from_bool(holds())));
        self
    }

    #[inline(never)]
    fn follow_text(&self, read: Box<dyn Fn() -> String>) {
        let node = web_sys::Text::new();
        let Ok(node) = node else { return };
        self.dom().append_child(&node).ok();
        let mut shown = String::new();
        react(move || {
            let new = read();
            if new != shown {
                node.set_data(&new);
                shown = new;
            }
        });
    }

    #[inline(never)]
    fn follow_attribute(&self, name: &'static str, read: Box<dyn Fn() -> Option<String>>) {
        let element = self.dom().clone();
        let mut shown: Option<String> = None;
        react(move || {
            let new = read();
            if new != shown {
                match &new {
                    Some(value) => element.set_attribute(name, value),
                    None => element.remove_attribute(name),
                }
                .unwrap_or_default();
                shown = new;
            }
        });
    }

    #[inline(never)]
    fn follow_property(&self, name: &'static str, read: Box<dyn Fn() -> JsValue>) {
        let element: JsValue = self.dom().clone().unchecked_into();
        react(move || {
            let new = read();
            let name = JsValue::from_str(name);
            // What a person is typing stays as it is where it already says so: the caret must not jump.
            if js_sys::Reflect::get(&element, &name).ok().as_ref() != Some(&new) {
                js_sys::Reflect::set(&element, &name, &new).ok();
            }
        });
    }
}
