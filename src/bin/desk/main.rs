//! Mounts the app with the pages that are needed now and then; nothing else.

use legwork::pages;
use legwork::routes::Bundle;

fn main() {
    legwork::platform::crash::watch();
    legwork::app::start(Bundle::Desk, pages::desk);
}
