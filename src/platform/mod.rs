//! The browser behind small functions: clock, random bytes, files, page, worker. It knows no document, no
//! view and no rule.

pub mod crash;
pub mod database;
pub mod drawing;
pub mod files;
pub mod locale;
pub mod lock;
pub mod offline;
pub mod page;
pub mod picture;
pub mod signals;
pub mod timeline;

use crate::domain::calendar::{Day, Now};
use wasm_bindgen::{JsCast, JsValue};

/// The moment, with the local day and offset.
pub fn now() -> Now {
    let date = js_sys::Date::new_0();
    let year = i32::try_from(date.get_full_year()).unwrap_or(1970);
    let day = Day::try_new(year, date.get_month() + 1, date.get_date()).unwrap_or(Day::EPOCH);
    Now { day, millis: date.get_time() as i64, offset_minutes: -(date.get_timezone_offset() as i32) }
}

/// Minutes the local clock is ahead of UTC at a moment in milliseconds since 1970.
pub fn offset_at(millis: i64) -> i32 {
    -(js_sys::Date::new(&JsValue::from_f64(millis as f64)).get_timezone_offset() as i32)
}

/// Milliseconds since 1970, UTC.
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// Ten random bytes; from the browser's generator where it has one.
pub fn random_bytes() -> [u8; 10] {
    let mut bytes = [0_u8; 10];
    let secure = web_sys::window().and_then(|window| window.crypto().ok());
    let filled = secure.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    bytes
}

/// A property of an object, if it has it.
fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined())
}

/// Calls a method that not every browser has.
fn call(object: &JsValue, name: &str) -> Option<JsValue> {
    call_with(object, name, &[])
}

/// Calls a method that not every browser has with these values.
fn call_with(object: &JsValue, name: &str, values: &[JsValue]) -> Option<JsValue> {
    let method: js_sys::Function = property(object, name)?.dyn_into().ok()?;
    method.apply(object, &values.iter().collect()).ok()
}
