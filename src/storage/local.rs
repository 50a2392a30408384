//! The browser's localStorage: the only file that touches it. It is probed before it is used, because
//! reading the property throws where storage is blocked.

use super::{KeyValue, PREFIX, StorageError};
use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::JsValue;

/// localStorage, proved to work.
#[derive(Debug)]
pub struct LocalStore(web_sys::Storage);

const PROBE: &str = "legwork:probe";

impl LocalStore {
    /// The store, if the browser gives one and a write comes back.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] where it is blocked, [`StorageError::Full`] where not even a probe
    /// fits: what is there can still be read then, so it is not an error of opening.
    pub fn open() -> Result<Self, StorageError> {
        let window = web_sys::window().ok_or(StorageError::Unavailable)?;
        match window.local_storage() {
            Ok(Some(_)) => {}
            _ => return Err(StorageError::Unavailable),
        }
        // Safe now: gloo's accessor throws only where the property itself does.
        let store = Self(LocalStorage::raw());
        match store.set(PROBE, "1") {
            Ok(()) => {
                let back = store.get(PROBE)?;
                store.remove(PROBE)?;
                if back.as_deref() == Some("1") { Ok(store) } else { Err(StorageError::Unavailable) }
            }
            // A full store still has everything in it.
            Err(StorageError::Full) => Ok(store),
            Err(error) => Err(error),
        }
    }
}

/// What an exception of the store means.
fn refusal(error: &JsValue) -> StorageError {
    let field = |name: &str| js_sys::Reflect::get(error, &JsValue::from_str(name)).ok();
    let name = field("name").and_then(|value| value.as_string()).unwrap_or_default();
    let code = field("code").and_then(|value| value.as_f64()).unwrap_or_default();
    // Codes are small whole numbers; `as` takes anything else to the nearest.
    StorageError::of_exception(&name, code as u16)
}

impl KeyValue for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.get_item(key).map_err(|error| refusal(&error))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.0.set_item(key, value).map_err(|error| refusal(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove_item(key).map_err(|error| refusal(&error))
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let count = self.0.length().map_err(|error| refusal(&error))?;
        let mut keys = Vec::new();
        for place in 0..count {
            if let Some(key) = self.0.key(place).map_err(|error| refusal(&error))?
                && key.starts_with(PREFIX)
            {
                keys.push(key);
            }
        }
        Ok(keys)
    }
}

/// What is remembered outside the documents: a comfort for the next start, never a part of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comfort {
    /// The look: read by the script that runs before the app.
    Theme,
    /// How the device writes numbers and begins its weeks: asking it takes as long as half a start.
    Forms,
}

impl Comfort {
    const fn key(self) -> &'static str {
        match self {
            Self::Theme => "legwork:theme",
            Self::Forms => "legwork:forms",
        }
    }
}

fn beside() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Remembers a comfort for the next start, or forgets it. Where storage is blocked nothing is lost by it.
pub fn remember(comfort: Comfort, text: Option<&str>) {
    let Some(storage) = beside() else { return };
    match text {
        Some(text) => storage.set_item(comfort.key(), text).ok(),
        None => storage.remove_item(comfort.key()).ok(),
    };
}

/// What was remembered.
pub fn remembered(comfort: Comfort) -> Option<String> {
    beside()?.get_item(comfort.key()).ok()?
}
