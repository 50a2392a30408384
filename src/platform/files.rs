//! Files out and in: the system's own sharing, a download, and a picked file read in pieces with progress.

use super::{call_with, property};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Offers a text as a file.
pub fn download(name: &str, mime: &str, text: &str) -> Option<()> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    hand_out(name, &blob)
}

/// Offers what is made already as a file.
pub fn hand_out(name: &str, blob: &web_sys::Blob) -> Option<()> {
    let url = web_sys::Url::create_object_url_with_blob(blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The click has taken the blob over by the next turn; a minute is more than enough.
    super::page::after(60_000, move || {
        web_sys::Url::revoke_object_url(&url).ok();
    });
    Some(())
}

/// Gives JSON out as a file: to the system's own sharing under the name `shared`, as plain text, where it takes such
/// files; else as a download. Tells whether it went out: a person who calls the sharing off has no file.
pub fn give(name: &str, shared: &str, text: &str, tell: impl FnOnce(bool) + 'static) {
    let (file, name, text) = (plain_file(shared, text), name.to_owned(), text.to_owned());
    spawn_local(async move {
        let gone = match &file {
            Some(file) => share(file).await,
            None => None,
        };
        tell(gone.unwrap_or_else(|| download(&name, "application/json", &text).is_some()));
    });
}

/// Whether the system's own sharing takes files.
pub fn can_give() -> bool {
    let asked = plain_file("a.txt", "")
        .and_then(|file| call_with(&web_sys::window()?.navigator(), "canShare", &[sheet(&file)]));
    asked.is_some_and(|can| can.is_truthy())
}

fn plain_file(name: &str, text: &str) -> Option<web_sys::File> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::FilePropertyBag::new();
    options.set_type("text/plain");
    web_sys::File::new_with_str_sequence_and_options(&parts, name, &options).ok()
}

/// What sharing a file is asked with.
fn sheet(file: &web_sys::File) -> JsValue {
    let data = js_sys::Object::new();
    let files = js_sys::Array::of1(file);
    js_sys::Reflect::set(&data, &JsValue::from_str("files"), &files).ok();
    data.into()
}

/// Shares a file: whether the person let it go somewhere, or nothing where it cannot be shared.
pub(super) async fn share(file: &web_sys::File) -> Option<bool> {
    let navigator = web_sys::window()?.navigator();
    let data = sheet(file);
    let can = call_with(&navigator, "canShare", std::slice::from_ref(&data));
    if !can.is_some_and(|can| can.is_truthy()) {
        return None;
    }
    let promise: js_sys::Promise = call_with(&navigator, "share", &[data])?.dyn_into().ok()?;
    match JsFuture::from(promise).await {
        Ok(_) => Some(true),
        Err(error) => {
            let name = property(&error, "name").and_then(|name| name.as_string());
            (name.as_deref() == Some("AbortError")).then_some(false)
        }
    }
}

/// Why a file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileProblem {
    /// Larger than allowed.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
    /// The person stopped it.
    Cancelled,
}

/// Bytes read at once.
const PIECE: f64 = 1_048_576.0;

/// Reads a picked file in pieces.
///
/// # Errors
/// [`FileProblem`].
pub async fn read(
    file: web_sys::File,
    most: f64,
    cancelled: Rc<Cell<bool>>,
    progress: impl Fn(f64),
) -> Result<Vec<u8>, FileProblem> {
    let size = file.size();
    if size > most {
        return Err(FileProblem::TooLarge);
    }
    let mut bytes = Vec::with_capacity(size as usize);
    let mut from = 0.0;
    while from < size {
        if cancelled.get() {
            return Err(FileProblem::Cancelled);
        }
        let to = (from + PIECE).min(size);
        let piece = file.slice_with_f64_and_f64(from, to).map_err(|_| FileProblem::Unreadable)?;
        let buffer = JsFuture::from(piece.array_buffer()).await.map_err(|_| FileProblem::Unreadable)?;
        bytes.extend(js_sys::Uint8Array::new(&buffer).to_vec());
        from = to;
        progress(if size > 0.0 { from / size } else { 1.0 });
    }
    Ok(bytes)
}
