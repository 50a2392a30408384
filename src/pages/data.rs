//! Export, restore, erase, and the way in for another app's log.

use super::{card, file_field, page, stack, two};
use crate::app::actions;
use crate::app::device;
use crate::app::documents::{Documents, documents};
use crate::app::href;
use crate::app::shell::save_as_file;
use crate::archive::{self, Preview};
use crate::domain::logbook::Logbook;
use crate::exchange;
use crate::i18n::en::{data as words, today};
use crate::routes::Page;
use crate::ui::element::{El, el, fixed, of, part, say, say_as};
use crate::ui::state::State;
use crate::ui::{Look, button, link_button};
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

/// The data page.
pub fn data() -> El {
    let docs = documents();
    let export = button(words::EXPORT_DO, Look::Primary).press(move || save_as_file(docs));
    let backup = move || words::backup(docs.settings().with(|s| s.exported_on));
    let export = card()
        .set("id", "export")
        .child(say("h2", words::EXPORT))
        .child(say_as("p", "muted", words::EXPORT_TEXT))
        .child(el("p").live_text(backup))
        .child(export)
        .child(say_as("p", "muted", words::TABLES_TEXT))
        .child(of("div", "buttons").child(table(docs)).child(as_strong(docs)));
    let install = device::is_ios() && !device::is_installed();
    page(fixed(""), fixed(words::TITLE), None)
        .maybe(install.then(|| say_as("p", "card warn", today::INSTALL_IOS)))
        .child(two(stack().child(export).child(restore()), stack().child(other_apps()).child(erase())))
}

/// The whole log for a spreadsheet.
fn table(docs: Documents) -> El {
    button(words::TABLE_DO, Look::Ghost).press(move || {
        let own = docs.exercises().get_untracked();
        save(docs, "legwork-sets", &docs.log().with_untracked(|log| exchange::whole_log(log, &own)));
    })
}

/// The log for another app.
fn as_strong(docs: Documents) -> El {
    button(words::STRONG_DO, Look::Ghost).press(move || {
        let own = docs.exercises().get_untracked();
        let unit = docs.settings().with_untracked(|settings| settings.mass);
        let zone = docs.now().offset_minutes;
        let text = docs.log().with_untracked(|log| exchange::as_strong(log, &own, unit, zone));
        save(docs, &format!("legwork-for-other-apps-{}", words::unit(unit)), &text);
    })
}

fn save(docs: Documents, name: &str, text: &str) {
    let file = format!("{name}-{}.csv", docs.today().get_untracked());
    if device::download(&file, "text/csv;charset=utf-8", text).is_some() {
        actions::exported(docs);
    }
}

/// The way to the import.
fn other_apps() -> El {
    card().child(say("h2", words::IMPORT)).child(say_as("p", "muted", words::IMPORT_TEXT)).child(link_button(
        words::IMPORT_OPEN,
        Look::Ghost,
        href(Page::Import),
    ))
}

/// A file chosen for a restore, and what it would change.
#[derive(Clone)]
struct Found {
    book: Arc<Logbook>,
    preview: Arc<Preview>,
}

fn restore() -> El {
    let docs = documents();
    let found = State::new(None::<Found>);
    let problem = State::new(String::new());
    let pick = move |file| {
        found.set(None);
        problem.set(words::READING.to_owned());
        device::spawn(async move {
            match read(file).await {
                Ok(book) => {
                    let preview = archive::preview(&actions::logbook(docs), &book);
                    problem.set(String::new());
                    found.set(Some(Found { book: Arc::new(book), preview: Arc::new(preview) }));
                }
                Err(text) => problem.set(text),
            }
        });
    };
    let take = move |merge: bool| {
        let Some(chosen) = found.get_untracked() else { return };
        let book = if merge {
            archive::merge(&actions::logbook(docs), &chosen.book)
        } else {
            Logbook::clone(&chosen.book)
        };
        match actions::restore(docs, book) {
            Ok(()) => found.set(None),
            Err(_) => problem.set(words::NOT_TAKEN.to_owned()),
        }
    };
    let preview = move || {
        let Some(found) = found.get() else { return part([]) };
        let buttons = of("div", "buttons")
            .child(button(words::MERGE, Look::Ghost).press(move || take(true)))
            .child(button(words::REPLACE, Look::Ghost).press(move || take(false)));
        part(words::preview(&found.preview).into_iter().map(|line| say("p", line)).chain([buttons]))
    };
    card()
        .child(say("h2", words::RESTORE))
        .child(say_as("p", "muted", words::RESTORE_TEXT))
        .child(file_field("restore-file", ".json,application/json", pick))
        .child(el("p").set("role", "status").live_text(move || problem.get()))
        .part(preview)
}

/// Reads a file of ours; the words of what went wrong come back.
async fn read(file: device::File) -> Result<Logbook, String> {
    let never = Rc::new(Cell::new(false));
    match device::read(file, archive::SIZE_MAX as f64, never, |_| ()).await {
        Ok(bytes) => {
            archive::read(&String::from_utf8_lossy(&bytes)).map_err(|error| words::archive_error(&error))
        }
        Err(device::FileProblem::TooLarge) => Err(words::TOO_LARGE.to_owned()),
        Err(_) => Err(words::UNREADABLE.to_owned()),
    }
}

fn erase() -> El {
    let docs = documents();
    let asked = State::new(false);
    let buttons = move || {
        let buttons = of("div", "buttons");
        if !asked.get() {
            return buttons.child(button(words::ERASE_DO, Look::Danger).press(move || asked.set(true)));
        }
        let sure = button(words::ERASE_SURE, Look::Danger).press(move || {
            // Refused by the browser: the banner above says so.
            actions::erase_everything(docs).ok();
            asked.set(false);
        });
        buttons.child(sure).child(button(words::CANCEL, Look::Ghost).press(move || asked.set(false)))
    };
    card().child(say("h2", words::ERASE)).child(say_as("p", "muted", words::ERASE_TEXT)).part(buttons)
}
