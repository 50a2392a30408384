//! The page around the app: title, focus, look, listeners, sound. Every listener ends with its guard.

use super::{call, call_with, property};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The path the app lives under, without its last slash: `/legwork`, or empty at a root.
pub fn base_path() -> String {
    let document = web_sys::window().and_then(|window| window.document());
    let uri = document.and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default();
    let path = web_sys::Url::new(&uri).map(|url| url.pathname()).unwrap_or_default();
    path.trim_end_matches('/').to_owned()
}

/// Sets the title.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Moves the focus to the page's heading, so that a screen reader reads on from there.
pub fn focus_heading() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(heading) = document.and_then(|document| document.query_selector("main h1").ok().flatten()) {
        focus(&heading);
    }
}

/// Moves the focus to an element.
pub fn focus(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        element.focus().ok();
    }
}

/// The element of an id.
pub fn by_id(id: &str) -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// The text behind the `#` of the address.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The address without its path.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Opens the print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        window.print().ok();
    }
}

/// The element that has the focus.
pub fn focused() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.active_element()
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        window.location().reload().ok();
    }
}

/// Scrolls to the top.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Removes what index.html painted before the app was there.
pub fn remove_frame() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(frame) = document.and_then(|document| document.get_element_by_id("frame")) {
        frame.remove();
    }
}

/// Light, dark, or as the system has it; remembered for the script that runs before the app.
pub fn apply_theme(theme: Option<&str>) {
    let Some(window) = web_sys::window() else { return };
    let root = window.document().and_then(|document| document.document_element());
    if let Some(root) = root {
        // Setting or removing an attribute that is known to be valid cannot fail.
        match theme {
            Some(theme) => root.set_attribute("data-theme", theme).ok(),
            None => root.remove_attribute("data-theme").ok(),
        };
    }
}

/// Whether the page can be seen.
pub fn is_visible() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.visibility_state() == web_sys::VisibilityState::Visible)
}

/// A listener that ends when this is dropped.
pub struct Listener {
    target: web_sys::EventTarget,
    event: &'static str,
    closure: Closure<dyn FnMut(web_sys::Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        self.target.remove_event_listener_with_callback(self.event, function).ok();
    }
}

/// How far across the element that listens a pointer is, 0 to 1; none for a press that came from the keyboard.
pub fn across(event: &web_sys::Event) -> Option<f64> {
    let number = |object: &JsValue, name: &str| property(object, name)?.as_f64();
    let listens: JsValue = event.current_target()?.into();
    let place = call(&listens, "getBoundingClientRect")?;
    let width = number(&place, "width").filter(|width| *width > 0.0)?;
    let at = number(event, "clientX")?;
    let pressed = number(event, "detail")? > 0.0;
    pressed.then(|| ((at - number(&place, "left").unwrap_or_default()) / width).clamp(0.0, 1.0))
}

/// Listens to an event of the window.
pub fn on_window(event: &'static str, react: impl FnMut(web_sys::Event) + 'static) -> Option<Listener> {
    listen(web_sys::window()?.into(), event, Box::new(react))
}

/// Whether a page that is shown comes from the browser's memory of pages, as it was left.
pub fn is_kept(event: &web_sys::Event) -> bool {
    property(event, "persisted").is_some_and(|persisted| persisted.is_truthy())
}

/// Listens to the page being shown and hidden.
pub fn on_visibility(react: impl FnMut(web_sys::Event) + 'static) -> Option<Listener> {
    listen(web_sys::window()?.document()?.into(), "visibilitychange", Box::new(react))
}

/// Listens to an event of anything.
pub fn listen(
    target: web_sys::EventTarget,
    event: &'static str,
    react: Box<dyn FnMut(web_sys::Event)>,
) -> Option<Listener> {
    let closure = Closure::wrap(react);
    target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref()).ok()?;
    Some(Listener { target, event, closure })
}

/// Does something once, so many milliseconds from now, whatever becomes of the caller.
pub fn after(millis: i32, act: impl FnOnce() + 'static) {
    let mut act = Some(act);
    let once = timeout(millis, move || {
        if let Some(act) = act.take() {
            act();
        }
    });
    std::mem::forget(once);
}

/// Something that is still to be done; dropping it calls it off.
pub struct Timeout {
    _timer: Clocked,
}

/// Something that is repeated until this is dropped.
pub struct Ticker {
    _timer: Clocked,
}

/// A timer of the browser's. Its name is whatever the browser gave it: a made-up clock of a test has longer
/// ones than an `i32` holds.
struct Clocked {
    id: JsValue,
    stop: &'static str,
    _closure: Closure<dyn FnMut()>,
}

impl Drop for Clocked {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            call_with(&window, self.stop, std::slice::from_ref(&self.id));
        }
    }
}

fn clocked(start: &str, stop: &'static str, millis: i32, act: Box<dyn FnMut()>) -> Option<Clocked> {
    let closure = Closure::wrap(act);
    let window = web_sys::window()?;
    let id = call_with(&window, start, &[closure.as_ref().clone(), JsValue::from(millis)])?;
    Some(Clocked { id, stop, _closure: closure })
}

/// Does something so many milliseconds from now, unless it is called off.
pub fn timeout(millis: i32, act: impl FnMut() + 'static) -> Option<Timeout> {
    clocked("setTimeout", "clearTimeout", millis, Box::new(act)).map(|timer| Timeout { _timer: timer })
}

/// Repeats something every so many milliseconds.
pub fn every(millis: i32, act: impl FnMut() + 'static) -> Option<Ticker> {
    clocked("setInterval", "clearInterval", millis, Box::new(act)).map(|timer| Ticker { _timer: timer })
}

/// A pause that lets the page draw and answer.
pub async fn breathe() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0).ok();
        }
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.ok();
}

/// Asks the browser to keep the store when space gets short.
pub fn persist_storage() {
    let Some(window) = web_sys::window() else { return };
    if let Some(storage) = property(&window.navigator(), "storage") {
        call(&storage, "persist");
    }
}

/// Whether the app runs installed, in its own window.
pub fn is_installed() -> bool {
    let query = web_sys::window().and_then(|w| w.match_media("(display-mode: standalone)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Whether this is an iPhone or iPad: there an installed app starts with its own, empty store.
pub fn is_ios() -> bool {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    agent.contains("iPhone") || agent.contains("iPad")
}

/// The key of a storage event.
pub fn storage_key(event: &web_sys::Event) -> Option<String> {
    event.dyn_ref::<web_sys::StorageEvent>()?.key()
}

/// The file that was picked in a file field.
pub fn picked_file(event: &web_sys::Event) -> Option<web_sys::File> {
    let input: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    // The same file may be picked again.
    input.set_value("");
    file
}

/// Whether a page is shown inside another one: a frame could trick taps out of a person.
pub fn is_framed() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let top = window.top().ok().flatten();
    top.is_none_or(|top| !js_sys::Object::is(&JsValue::from(top), &JsValue::from(window)))
}
