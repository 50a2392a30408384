//! Taking a whole logbook back, from a file or from a second copy: first what it would change, then added or put in
//! place, with a way back.

use super::{card, file_field};
use crate::app::actions;
use crate::app::device;
use crate::app::documents::documents;
use crate::app::mirror::mirror;
use crate::archive::{self, Preview};
use crate::domain::logbook::Logbook;
use crate::i18n::en::copies::parts_unread;
use crate::i18n::en::data as words;
use crate::storage::rescued;
use crate::ui::element::{El, el, of, part, say, say_as};
use crate::ui::state::State;
use crate::ui::{Look, button};
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

/// A logbook chosen to be taken back, and what it would change.
#[derive(Clone)]
struct Found {
    book: Arc<Logbook>,
    preview: Arc<Preview>,
}

/// What is chosen, and what went wrong.
#[derive(Clone, Copy)]
pub(super) struct Restoring {
    found: State<Option<Found>>,
    /// What is said of it.
    pub problem: State<String>,
}

impl Restoring {
    pub fn new() -> Self {
        Self { found: State::new(None), problem: State::new(String::new()) }
    }

    /// Nothing is chosen; this is said.
    pub fn say(self, words: &str) {
        self.found.set(None);
        self.problem.set(words.to_owned());
    }

    /// Shows what a logbook would change; `here` is what there is.
    pub fn show(self, here: &Logbook, book: Logbook) {
        let preview = archive::preview(here, &book);
        self.problem.set(String::new());
        self.found.set(Some(Found { book: Arc::new(book), preview: Arc::new(preview) }));
    }

    /// What it would change, and the two ways to take it.
    pub fn draw(self) -> El {
        let docs = documents();
        let mirror = mirror();
        let Self { found, problem } = self;
        let take = move |merge: bool| {
            let Some(chosen) = found.get_untracked() else { return };
            let book = if merge {
                archive::merge(&actions::logbook(docs), &chosen.book)
            } else {
                Logbook::clone(&chosen.book)
            };
            match actions::restore(docs, book) {
                Ok(()) => {
                    mirror.begin_anew();
                    found.set(None);
                }
                Err(_) => problem.set(words::NOT_TAKEN.to_owned()),
            }
        };
        let preview = move || {
            let Some(found) = found.get() else { return part([]) };
            let replace = button(words::REPLACE, Look::Ghost).press(move || take(false));
            let buttons = of("div", "buttons")
                .child(button(words::MERGE, Look::Ghost).press(move || take(true)))
                .maybe(found.preview.replaces.then_some(replace));
            part(words::preview(&found.preview).into_iter().map(|line| say("p", line)).chain([buttons]))
        };
        of("div", "stack stack--tight")
            .child(el("p").set("role", "status").live_text(move || problem.get()))
            .part(preview)
    }
}

/// Taking a file back that Legwork has saved.
pub(super) fn card_of_files() -> El {
    let docs = documents();
    let restoring = Restoring::new();
    let pick = move |file: device::File| {
        restoring.say(words::READING);
        device::spawn(async move {
            let name = file.name();
            match read(file).await {
                Ok((book, unread)) => {
                    restoring.show(&actions::logbook(docs), book);
                    if unread > 0 {
                        restoring.problem.set(parts_unread(unread));
                    }
                }
                Err(text) => restoring.say(&words::of_file(&name, &text)),
            }
        });
    };
    card()
        .child(say("h2", words::RESTORE))
        .child(say_as("p", "muted", words::RESTORE_TEXT))
        .child(file_field("restore-file", ".json,.txt,application/json,text/plain", pick))
        .child(restoring.draw())
}

/// Reads a file of ours, a rescued one too, with how many parts of it cannot be read; the words of what went wrong come
/// back.
async fn read(file: device::File) -> Result<(Logbook, usize), String> {
    let never = Rc::new(Cell::new(false));
    match device::read(file, archive::SIZE_MAX as f64, never, |_| ()).await {
        Ok(bytes) => {
            let text = String::from_utf8_lossy(&bytes);
            match (archive::read(&text), rescued(&text)) {
                (Ok(book), _) => Ok((book, 0)),
                (_, Some(opened)) => Ok((opened.logbook, opened.problems.len())),
                (Err(error), _) => Err(words::archive_error(&error)),
            }
        }
        Err(device::FileProblem::TooLarge) => Err(words::TOO_LARGE.to_owned()),
        Err(_) => Err(words::UNREADABLE.to_owned()),
    }
}
