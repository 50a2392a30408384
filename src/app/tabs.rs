//! Which tab writes: one at a time, where the browser has locks. Another one only shows, says so, and takes over where
//! the person wants to go on in it. Where there are no locks every tab writes, and what meets is merged.

use super::documents::Documents;
use crate::i18n::en::shell as words;
use crate::platform::lock::{self, Claim, Told};
use crate::platform::page;
use crate::storage::Repository;
use crate::ui::element::{El, of, say};
use crate::ui::state::State;
use crate::ui::{Look, button};
use leptos::prelude::*;

/// How long a tab may wait for its turn before it says that it only shows, milliseconds: the page before it may still be
/// on its way out.
const PATIENCE_MS: i32 = 1_200;

/// Who asks for this tab, for its pages.
#[derive(Clone)]
struct Turn(StoredValue<Claim, LocalStorage>);

/// Begins to ask for the right to write, for as long as the app lives.
pub fn watch(docs: Documents) {
    if !lock::exists() {
        return;
    }
    let held = State::new(false);
    let claim = Claim::new(move |told| match told {
        Told::Held => {
            held.set(true);
            if docs.elsewhere.get_untracked() {
                docs.elsewhere.set(false);
                reread(docs);
            }
        }
        Told::Lost => {
            held.set(false);
            docs.elsewhere.set(true);
        }
    });
    let turn = move |claim: &Claim| {
        claim.ask(false);
        page::after(PATIENCE_MS, move || docs.elsewhere.set(!held.get_untracked()));
    };
    turn(&claim);
    let (leaving, coming) = (claim.clone(), claim.clone());
    // Held, it would keep the page out of the browser's memory of pages.
    let hide = page::on_window("pagehide", move |_| {
        held.set(false);
        leaving.release();
    });
    let show = page::on_window("pageshow", move |event| {
        if page::is_kept(&event) {
            reread(docs);
            turn(&coming);
        }
    });
    provide_context(Turn(StoredValue::new_local(claim)));
    // They live as long as the app.
    std::mem::forget((hide, show));
}

/// Takes in whatever another tab has written, then saves what could not be saved meanwhile.
fn reread(docs: Documents) {
    let keys = docs.shelf.with_value(|shelf| shelf.repository.as_ref().map(Repository::documents));
    docs.refresh(&keys.unwrap_or_default());
    docs.save_owed();
}

/// The line above the page where another tab writes.
pub fn banner(docs: Documents) -> Option<El> {
    let turn = use_context::<Turn>()?.0;
    docs.elsewhere.get().then(|| {
        let here =
            button(words::USE_HERE, Look::Chip).press(move || turn.with_value(|claim| claim.ask(true)));
        of("div", "banner").set("role", "status").child(say("span", words::ELSEWHERE)).child(here)
    })
}
