//! A drawing of the page as a file of its own: with every colour and size it has on the screen written into
//! it, as a vector or as a picture. It knows nothing of what it shows.

use super::{call_with, files, picture, property};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleDeclaration, Element};

/// Room above the drawing for its title, in its own units.
const HEAD: u32 = 26;
/// Room around it.
const EDGE: u32 = 10;
/// Points of the picture for each unit of the drawing.
const FINE: u32 = 4;

/// What a style sheet gives to a mark.
const STYLES: [&str; 10] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-opacity",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linejoin",
    "font-size",
    "font-weight",
    "text-anchor",
];

/// A drawing that is on the page.
#[derive(Debug, Clone)]
pub struct Drawing {
    element: Element,
    title: String,
    /// Width and height, in its own units.
    size: (u32, u32),
}

fn style(element: &Element) -> Option<CssStyleDeclaration> {
    web_sys::window()?.get_computed_style(element).ok()?
}

fn value(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

/// Writes what the style sheets say of a mark into its copy.
fn settle(from: &Element, to: &Element) {
    let Some(style) = style(from) else { return };
    for name in STYLES {
        let value = value(&style, name);
        if !value.is_empty() {
            to.set_attribute(name, &value).unwrap_or_default();
        }
    }
    to.remove_attribute("class").unwrap_or_default();
}

impl Drawing {
    /// The drawing with this id; none where there is none.
    pub fn of(id: &str, title: String, size: (u32, u32)) -> Option<Self> {
        Some(Self { element: super::page::by_id(id)?, title, size })
    }

    /// The whole width and height with title and edge.
    fn whole(&self) -> (u32, u32) {
        (self.size.0 + 2 * EDGE, self.size.1 + HEAD + 2 * EDGE)
    }

    /// The drawing as a text that stands by itself.
    fn alone(&self) -> Option<String> {
        let copy: Element = self.element.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        let (from, to) = (self.element.query_selector_all("*").ok()?, copy.query_selector_all("*").ok()?);
        for place in 0..from.length() {
            let pair = (from.get(place), to.get(place));
            if let (Some(from), Some(to)) = pair
                && let (Some(from), Some(to)) = (from.dyn_ref(), to.dyn_ref())
            {
                settle(from, to);
            }
        }
        let (width, height) = self.whole();
        let set = |element: &Element, name: &str, value: &str| {
            element.set_attribute(name, value).unwrap_or_default();
        };
        let view = format!("-{EDGE} -{} {width} {height}", HEAD + EDGE);
        let pairs = [("viewBox", view.as_str()), ("font-family", "system-ui, sans-serif")];
        for (name, value) in pairs {
            set(&copy, name, value);
        }
        set(&copy, "width", &width.to_string());
        set(&copy, "height", &height.to_string());
        copy.remove_attribute("class").unwrap_or_default();
        // The card it lies on gives paper and ink.
        let card = style(&self.element.closest(".card").ok()??)?;
        let document = web_sys::window()?.document()?;
        let made = |tag: &str| document.create_element_ns(Some("http://www.w3.org/2000/svg"), tag).ok();
        let title = made("text")?;
        set(&title, "x", "0");
        set(&title, "y", &format!("-{}", HEAD - 12));
        set(&title, "font-size", "13");
        set(&title, "font-weight", "650");
        set(&title, "fill", &value(&card, "color"));
        title.set_text_content(Some(&self.title));
        let paper = made("rect")?;
        set(&paper, "x", &format!("-{EDGE}"));
        set(&paper, "y", &format!("-{}", HEAD + EDGE));
        set(&paper, "width", &width.to_string());
        set(&paper, "height", &height.to_string());
        set(&paper, "fill", &value(&card, "background-color"));
        copy.insert_before(&title, copy.first_child().as_ref()).ok()?;
        copy.insert_before(&paper, copy.first_child().as_ref()).ok()?;
        let writer =
            property(&web_sys::window()?.into(), "XMLSerializer")?.dyn_into::<js_sys::Function>().ok()?;
        let writer = js_sys::Reflect::construct(&writer, &js_sys::Array::new()).ok()?;
        call_with(&writer, "serializeToString", &[copy.into()])?.as_string()
    }

    /// Offers it as a vector file.
    pub fn save_vector(&self, name: &str) -> Option<()> {
        files::download(name, "image/svg+xml", &self.alone()?)
    }

    /// Offers it as a picture, made on the device.
    pub fn save_picture(&self, name: &str) -> Option<()> {
        let text = String::from(js_sys::encode_uri_component(&self.alone()?));
        let document = web_sys::window()?.document()?;
        let image: JsValue = document.create_element("img").ok()?.into();
        let canvas: JsValue = document.create_element("canvas").ok()?.into();
        let (width, height) = self.whole();
        let (width, height) = (f64::from(width * FINE), f64::from(height * FINE));
        let set = |object: &JsValue, name: &str, value: JsValue| {
            js_sys::Reflect::set(object, &JsValue::from_str(name), &value).ok()
        };
        set(&canvas, "width", width.into())?;
        set(&canvas, "height", height.into())?;
        let (drawn, name) = (image.clone(), name.to_owned());
        let act = Closure::once_into_js(move || {
            let Some(sheet) = call_with(&canvas, "getContext", &[JsValue::from_str("2d")]) else { return };
            call_with(&sheet, "drawImage", &[drawn, 0.into(), 0.into(), width.into(), height.into()]);
            picture::hand_out(&canvas, &name).unwrap_or_default();
        });
        set(&image, "onload", act)?;
        set(&image, "src", JsValue::from_str(&format!("data:image/svg+xml;charset=utf-8,{text}")))?;
        Some(())
    }
}
