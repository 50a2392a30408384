//! Mounts the app; nothing else.

fn main() {
    legwork::platform::crash::watch();
    legwork::app::start();
}
