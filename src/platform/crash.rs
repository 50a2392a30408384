//! When the app itself fails: a plain screen that leads to the data. After a panic nothing of the app is
//! called again.

use wasm_bindgen::JsValue;

/// Shows the screen when the app panics.
pub fn watch() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        show().unwrap_or_default();
    }));
}

fn show() -> Option<()> {
    let document = web_sys::window()?.document()?;
    let cover = document.create_element("div").ok()?;
    cover.set_class_name("crash");
    cover.set_attribute("role", "alertdialog").ok()?;
    cover.set_attribute("aria-label", crate::i18n::en::shell::CRASHED).ok()?;
    let text = document.create_element("p").ok()?;
    text.set_text_content(Some(crate::i18n::en::shell::CRASHED));
    cover.append_child(&text).ok()?;
    for (href, words) in
        [("./", crate::i18n::en::shell::CRASH_RELOAD), ("rescue.html", crate::i18n::en::shell::CRASH_RESCUE)]
    {
        let link = document.create_element("a").ok()?;
        link.set_attribute("href", href).ok()?;
        // The router would catch a plain link and call into the broken app.
        link.set_attribute("rel", "external").ok()?;
        link.set_text_content(Some(words));
        cover.append_child(&link).ok()?;
    }
    document.body()?.append_child(&cover).ok()?;
    Some(())
}
