//! Files out and in: a download, and a picked file read in pieces with progress.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

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
