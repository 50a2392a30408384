//! What pages ask of the device: a download, a picked file, a pause. It decides nothing.

pub use crate::platform::drawing::Drawing;
pub use crate::platform::files::{FileProblem, can_give, download, give, read};
pub use crate::platform::offset_at;
pub use crate::platform::page::{
    after, breathe, every, fragment, is_installed, is_ios, is_visible, on_visibility,
    persist_storage as persist, picked_file, print,
};
pub use crate::platform::picture::{Align, Mark, share_picture, share_text};
pub use crate::platform::signals::{
    ask_to_notify, beep, can_notify, can_stay_awake, can_vibrate, may_notify, prepare_sound, steady,
    wake_sound,
};
pub use wasm_bindgen_futures::spawn_local as spawn;
pub use web_sys::File;
