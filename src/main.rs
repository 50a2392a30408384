//! Mounts the app with the pages of every day; nothing else.

use legwork::pages;
use legwork::routes::Bundle;

fn main() {
    legwork::platform::crash::watch();
    legwork::app::start(Bundle::Gym, pages::gym);
}
