//! What a panic says, while the app is being written. A release stops without a word; the cover that leads to
//! the data is `public/boot.js`, outside of what has failed.

/// Says panics in the console.
pub fn watch() {
    if cfg!(debug_assertions) {
        std::panic::set_hook(Box::new(|info| {
            web_sys::console::error_1(&wasm_bindgen::JsValue::from_str(&info.to_string()));
        }));
    }
}
