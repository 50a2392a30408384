//! How long something took, left in the browser's own timeline: its tools show it and the benches read it. Nothing
//! in the app does.

use super::{call_with, property};
use wasm_bindgen::JsValue;

/// Does something and leaves its time under a name, in place of the time before.
pub fn timed<R>(name: &str, act: impl FnOnce() -> R) -> R {
    let begun = now();
    let done = act();
    if let Some(begun) = begun {
        leave(name, begun);
    }
    done
}

fn now() -> Option<f64> {
    // Native tests have no browser.
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    call_with(&clock()?, "now", &[])?.as_f64()
}

fn clock() -> Option<JsValue> {
    let window = web_sys::window()?;
    property(&window, "performance")
}

fn leave(name: &str, begun: f64) -> Option<()> {
    let (clock, name) = (clock()?, JsValue::from_str(name));
    call_with(&clock, "clearMeasures", std::slice::from_ref(&name));
    let span = js_sys::Object::new();
    js_sys::Reflect::set(&span, &JsValue::from_str("start"), &JsValue::from_f64(begun)).ok()?;
    call_with(&clock, "measure", &[name, span.into()])?;
    Some(())
}
