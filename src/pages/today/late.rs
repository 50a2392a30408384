//! A card of Today whose code lies in a chunk: here is only its place, until the chunk has come.

use crate::app::chunks::{Progress, chunks};
use crate::app::device;
use crate::app::documents::documents;
use crate::i18n::en::shell;
use crate::pages::{card, stack};
use crate::routes::{Chunk, Page};
use crate::ui::element::{El, say};
use crate::ui::state::untrack;
use crate::ui::{Look, button};

/// How soon after its place the chunk is asked for, milliseconds.
const SOON_MS: i32 = 60;

/// The place of the one thing without an address in the chunk of a page.
pub(in crate::pages) fn late(page: Page, chunk: Chunk, id: &str) -> El {
    let chunks = chunks();
    // It may look at all of the log.
    let whole = documents().is_whole();
    // The page stands first: to ask for the many files of a chunk takes as long as drawing it.
    device::after(SOON_MS, move || chunks.ask(chunk));
    let card = move || match (chunks.known(page), whole.get()) {
        (Progress::Here(draw), true) => untrack(|| draw(None)),
        (Progress::Failed, _) => {
            let again = button(shell::FETCH_AGAIN, Look::Ghost).press(move || chunks.ask(chunk));
            card().child(say("p", shell::NOT_FETCHED)).child(again)
        }
        _ => card().set("aria-busy", "true"),
    };
    stack().set("id", id).part(card)
}
