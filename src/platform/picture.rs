//! A picture made on the device, and how it or a text leaves it: through the system's own sharing where there
//! is one, else as a file or on the clipboard. It knows nothing of what it draws.

use super::{call_with, property};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Which end of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// It begins there.
    Start,
    /// It ends there.
    End,
}

/// One mark of a picture, in points from the upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A filled box: left, top, width, height, colour.
    Box(f64, f64, f64, f64, &'static str),
    /// Words: place of their baseline, size, colour, alignment.
    Words {
        /// What they say.
        text: String,
        /// From the left.
        x: f64,
        /// From the top.
        y: f64,
        /// Their height.
        size: u16,
        /// How wide they may be: longer ones are set closer.
        most: f64,
        /// Whether they are bold.
        bold: bool,
        /// Their colour.
        colour: &'static str,
        /// Which end stands at `x`.
        align: Align,
    },
}

/// Draws the marks on a sheet of this size and hands the picture out.
pub fn share_picture(name: &str, width: u32, height: u32, marks: &[Mark]) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let canvas: JsValue = document.create_element("canvas").ok()?.into();
    set(&canvas, "width", f64::from(width).into());
    set(&canvas, "height", f64::from(height).into());
    let sheet = call_with(&canvas, "getContext", &[JsValue::from_str("2d")])?;
    for mark in marks {
        draw(&sheet, mark);
    }
    hand_out(&canvas, name)
}

/// Hands out what is drawn on a sheet.
pub(super) fn hand_out(canvas: &JsValue, name: &str) -> Option<()> {
    let name = name.to_owned();
    let out = Closure::once_into_js(move |blob: JsValue| {
        let Ok(blob) = blob.dyn_into::<web_sys::Blob>() else { return };
        spawn_local(async move {
            let options = web_sys::FilePropertyBag::new();
            options.set_type("image/png");
            let parts = js_sys::Array::of1(&blob);
            let file = web_sys::File::new_with_blob_sequence_and_options(&parts, &name, &options);
            let gone = match &file {
                Ok(file) => super::files::share(file).await,
                Err(_) => None,
            };
            // Called off: then no file either.
            if gone.is_none() {
                super::files::hand_out(&name, &blob).unwrap_or_default();
            }
        });
    });
    call_with(canvas, "toBlob", &[out, JsValue::from_str("image/png")]).map(|_| ())
}

/// Hands a text out; tells whether it went to the clipboard instead of the system's sharing.
pub fn share_text(text: &str, tell: impl FnOnce(bool) + 'static) {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return };
    let data = js_sys::Object::new();
    set(&data, "text", JsValue::from_str(text));
    let shares = property(&navigator, "share").is_some();
    let asked = if shares {
        call_with(&navigator, "share", &[data.into()])
    } else {
        property(&navigator, "clipboard")
            .and_then(|clipboard| call_with(&clipboard, "writeText", &[JsValue::from_str(text)]))
    };
    spawn_local(async move {
        let promise = asked.and_then(|asked| asked.dyn_into::<js_sys::Promise>().ok());
        let done = match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        tell(done && !shares);
    });
}

fn draw(sheet: &JsValue, mark: &Mark) {
    match mark {
        Mark::Box(x, y, width, height, colour) => {
            set(sheet, "fillStyle", JsValue::from_str(colour));
            let numbers = [x, y, width, height].map(|number| JsValue::from_f64(*number));
            call_with(sheet, "fillRect", &numbers);
        }
        Mark::Words { text, x, y, size, most, bold, colour, align } => {
            let weight = if *bold { "650" } else { "400" };
            set(sheet, "font", JsValue::from_str(&format!("{weight} {size}px system-ui, sans-serif")));
            set(sheet, "fillStyle", JsValue::from_str(colour));
            let align = if *align == Align::End { "right" } else { "left" };
            set(sheet, "textAlign", JsValue::from_str(align));
            call_with(
                sheet,
                "fillText",
                &[JsValue::from_str(text), (*x).into(), (*y).into(), (*most).into()],
            );
        }
    }
}

fn set(object: &JsValue, name: &str, value: JsValue) {
    js_sys::Reflect::set(object, &JsValue::from_str(name), &value).ok();
}
