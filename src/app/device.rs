//! What pages ask of the device: a ring, a download, a picked file, a pause. It decides nothing.

pub use crate::platform::files::{FileProblem, download, read};
pub use crate::platform::page::{
    breathe, every, fragment, is_installed, is_ios, persist_storage as persist, picked_file, print, ring,
};
pub use wasm_bindgen_futures::spawn_local as spawn;
pub use web_sys::File;
