//! What the device says about numbers and weeks, read once; never failing.

use super::{call, property};
use wasm_bindgen::{JsCast, JsValue};

/// The device's forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocaleReading {
    /// The decimal mark.
    pub decimal: char,
    /// The mark between thousands.
    pub group: char,
    /// The first day of the week: 1 is Monday.
    pub first_weekday: u8,
}

/// The device's language as a tag; empty where it says none.
pub fn language() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// Reads them. A device that does not say gets point, thin space and Monday.
pub fn read(language: &str) -> LocaleReading {
    let number = js_sys::Number::from(12_345.5);
    let text = String::from(number.to_locale_string("default"));
    let text = if text.is_empty() { "12 345.5".to_owned() } else { text };
    let marks: Vec<char> = text.chars().filter(|c| !c.is_numeric()).collect();
    let (group, decimal) = match marks.as_slice() {
        [group, decimal] => (*group, *decimal),
        [decimal] => ('\u{2009}', *decimal),
        _ => ('\u{2009}', '.'),
    };
    LocaleReading { decimal, group, first_weekday: first_weekday(language).unwrap_or(1) }
}

fn first_weekday(language: &str) -> Option<u8> {
    let intl = property(&js_sys::global(), "Intl")?;
    let class: js_sys::Function = property(&intl, "Locale")?.dyn_into().ok()?;
    let list = js_sys::Array::of1(&JsValue::from_str(language));
    let locale = js_sys::Reflect::construct(&class, &list).ok()?;
    let info = call(&locale, "getWeekInfo").or_else(|| property(&locale, "weekInfo"))?;
    let day = property(&info, "firstDay")?.as_f64()?;
    (1.0..=7.0).contains(&day).then_some(day as u8)
}
