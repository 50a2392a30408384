//! A place for texts beside localStorage: the browser's IndexedDB behind four small questions, each answered by
//! `None` where the browser gives none, refuses, or does not answer in time. It knows nothing of what it holds.
//!
//! By hand and not by the crate `idb`: that one (0.6) cannot ask for strict durability.

use super::{call, call_with, property};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

/// Milliseconds until no answer counts as one: some browsers' databases hang for good.
const PATIENCE_MS: i32 = 8_000;

/// A place in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// Few and small: what there is.
    Contents,
    /// Many: the texts themselves.
    Texts,
}

impl Shelf {
    const ALL: [Self; 2] = [Self::Contents, Self::Texts];

    const fn name(self) -> &'static str {
        match self {
            Self::Contents => "contents",
            Self::Texts => "texts",
        }
    }
}

/// One change of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// Puts a text under a name.
    Put(Shelf, String, String),
    /// Removes a name.
    Remove(Shelf, String),
}

/// An open database.
#[derive(Debug, Clone)]
pub struct Database(JsValue);

fn factory() -> Option<JsValue> {
    property(&web_sys::window()?.into(), "indexedDB").filter(JsValue::is_object)
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    js_sys::Reflect::set(object, &JsValue::from_str(name), value).ok();
}

/// Waits until an object tells that it is done, or that it failed, or for too long.
async fn done(object: &JsValue, good: &str, bad: &[&str]) -> Option<()> {
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        set(object, good, &resolve);
        for name in bad {
            set(object, name, &reject);
        }
        if let Some(window) = web_sys::window() {
            let late = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE_MS);
            debug_assert!(late.is_ok(), "a window has timers");
        }
    });
    JsFuture::from(promise).await.ok().map(|_| ())
}

/// The answer of a request.
async fn answer(request: &JsValue) -> Option<JsValue> {
    done(request, "onsuccess", &["onerror", "onblocked"]).await?;
    property(request, "result")
}

fn texts_in(found: &JsValue) -> Vec<String> {
    js_sys::Array::from(found).iter().filter_map(|text| text.as_string()).collect()
}

impl Database {
    /// Opens a database, made where there is none.
    pub async fn open(name: &str) -> Option<Self> {
        let request = call_with(&factory()?, "open", &[JsValue::from_str(name), JsValue::from(1)])?;
        let opening = request.clone();
        let make = Closure::once_into_js(move || {
            let Some(database) = property(&opening, "result") else { return };
            for shelf in Shelf::ALL {
                call_with(&database, "createObjectStore", &[JsValue::from_str(shelf.name())]);
            }
        });
        set(&request, "onupgradeneeded", &make);
        let database = answer(&request).await?;
        // Another tab that erases is not to wait for this one.
        let closing = database.clone();
        let give_way = Closure::<dyn FnMut()>::new(move || {
            call(&closing, "close");
        });
        set(&database, "onversionchange", &give_way.into_js_value());
        Some(Self(database))
    }

    /// Begins a transaction; strict: it is complete once the device has the bytes, not before.
    fn begin(&self, mode: &str) -> Option<JsValue> {
        let shelves: js_sys::Array = Shelf::ALL.iter().map(|shelf| JsValue::from_str(shelf.name())).collect();
        let options = js_sys::Object::new();
        set(&options, "durability", &JsValue::from_str("strict"));
        call_with(&self.0, "transaction", &[shelves.into(), JsValue::from_str(mode), options.into()])
    }

    fn shelf(transaction: &JsValue, shelf: Shelf) -> Option<JsValue> {
        call_with(transaction, "objectStore", &[JsValue::from_str(shelf.name())])
    }

    /// Every text of the contents.
    pub async fn contents(&self) -> Option<Vec<String>> {
        let place = Self::shelf(&self.begin("readonly")?, Shelf::Contents)?;
        Some(texts_in(&answer(&call(&place, "getAll")?).await?))
    }

    /// Every name on a shelf.
    pub async fn names(&self, shelf: Shelf) -> Option<Vec<String>> {
        let place = Self::shelf(&self.begin("readonly")?, shelf)?;
        Some(texts_in(&answer(&call(&place, "getAllKeys")?).await?))
    }

    /// The texts under these names, in their order; none of them where one is missing.
    pub async fn texts(&self, names: &[String]) -> Option<Vec<String>> {
        let place = Self::shelf(&self.begin("readonly")?, Shelf::Texts)?;
        let requests: Vec<JsValue> = names
            .iter()
            .map(|name| call_with(&place, "get", &[JsValue::from_str(name)]))
            .collect::<Option<_>>()?;
        let mut texts = Vec::new();
        // They are answered in order: the last one's answer is everybody's.
        if let Some(last) = requests.last() {
            answer(last).await?;
        }
        for request in &requests {
            texts.push(property(request, "result")?.as_string()?);
        }
        Some(texts)
    }

    /// Looks at the contents and makes the changes that follow from them, all of them or none, in one transaction: no
    /// other tab comes between.
    pub async fn update(&self, decide: &mut dyn FnMut(Vec<String>) -> Vec<Write>) -> Option<()> {
        let transaction = self.begin("readwrite")?;
        let place = Self::shelf(&transaction, Shelf::Contents)?;
        let found = answer(&call(&place, "getAll")?).await?;
        let changes = decide(texts_in(&found));
        if changes.is_empty() {
            return Some(());
        }
        for change in &changes {
            match change {
                Write::Put(shelf, name, text) => {
                    let place = Self::shelf(&transaction, *shelf)?;
                    call_with(&place, "put", &[JsValue::from_str(text), JsValue::from_str(name)])?;
                }
                Write::Remove(shelf, name) => {
                    let place = Self::shelf(&transaction, *shelf)?;
                    call_with(&place, "delete", &[JsValue::from_str(name)])?;
                }
            }
        }
        done(&transaction, "oncomplete", &["onabort", "onerror"]).await
    }

    /// Puts one text under a name.
    pub async fn put(&self, shelf: Shelf, name: &str, text: &str) -> Option<()> {
        let transaction = self.begin("readwrite")?;
        let place = Self::shelf(&transaction, shelf)?;
        call_with(&place, "put", &[JsValue::from_str(text), JsValue::from_str(name)])?;
        done(&transaction, "oncomplete", &["onabort", "onerror"]).await
    }

    /// Closes it.
    pub fn close(&self) {
        call(&self.0, "close");
    }
}

/// Removes a whole database.
pub async fn erase(name: &str) -> Option<()> {
    let request = call_with(&factory()?, "deleteDatabase", &[JsValue::from_str(name)])?;
    done(&request, "onsuccess", &["onerror", "onblocked"]).await
}
