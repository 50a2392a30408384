//! What leaves and enters as a file, example data, and erasing.

use crate::app::documents::Documents;
use crate::app::notice::{Said, SaveState, Undo};
use crate::app::transaction::ActionError;
use crate::archive::{self, ArchiveError};
use crate::domain::calendar::{Day, Month};
use crate::domain::example;
use crate::domain::logbook::Logbook;
use crate::exchange::{self, App, Change, Imported};
use crate::storage::{DocKey, StorageError, rescued};
use leptos::prelude::*;
use std::sync::Arc;

/// Everything as one file's text. It is no backup yet: see [`backed_up`].
pub fn export_text(docs: Documents) -> String {
    let now = docs.now();
    let book = docs.take();
    let text = archive::export(&book, now);
    docs.put(book, &[]);
    text
}

/// A file with everything of that day has left the browser: remembered, and said.
pub fn backed_up(docs: Documents, day: Day) {
    if !docs.example().get_untracked() && !docs.only_shows() {
        let noted = docs.transact(&[DocKey::Settings], &mut |book| {
            book.settings.exported_on = Some(day);
            book.settings.exported_sessions = u32::try_from(book.log.len()).ok();
            Ok(())
        });
        debug_assert!(noted.is_ok(), "noting a day cannot be refused");
    }
    docs.say(Said::Exported, None);
}

/// Says that nothing has left the browser: the person called it off.
pub fn not_backed_up(docs: Documents) {
    docs.say(Said::ExportCalledOff, None);
}

/// A copy of everything, to compare a file with.
pub fn logbook(docs: Documents) -> Logbook {
    let book = docs.take();
    let copy = book.clone();
    docs.put(book, &[]);
    copy
}

/// Reads a file of ours, a rescued one too, with how many parts of it cannot be read.
///
/// # Errors
/// [`ArchiveError`]: what is wrong with it.
pub fn read_file(text: &str) -> Result<(Logbook, usize), ArchiveError> {
    archive::read(text).map(|book| (book, 0)).or_else(|error| {
        let opened = rescued(text).ok_or(error)?;
        Ok((opened.logbook, opened.problems.len()))
    })
}

/// Puts a restored logbook in place of the present one: a new generation, flipped in one write. The old one
/// comes back by undo.
///
/// # Errors
/// [`ActionError::Storage`] where it does not fit or cannot be written: nothing has changed then.
pub fn restore(docs: Documents, book: Logbook) -> Result<(), ActionError> {
    let before = replace(docs, book)?;
    let undo = Undo { keys: Vec::new(), back: Arc::new(move |book: &mut Logbook| *book = before.clone()) };
    docs.say(Said::Restored, Some(undo));
    Ok(())
}

/// Replaces everything and returns what was there.
fn replace(docs: Documents, book: Logbook) -> Result<Logbook, ActionError> {
    docs.may_write()?;
    // All of it is to come back by undo.
    docs.whole();
    let millis = docs.now().millis;
    let mut refused: Option<StorageError> = None;
    docs.shelf.update_value(|shelf| {
        if let Some(repository) = shelf.repository.as_mut() {
            match repository.replace_all(&book, millis) {
                Ok(()) => shelf.dirty.clear(),
                Err(error) => refused = Some(error),
            }
        }
    });
    if let Some(error) = refused {
        return Err(error.into());
    }
    Ok(show(docs, book))
}

/// Puts back what a restore replaced: the generation it left behind where that still stands, else a new one.
pub(in crate::app) fn put_back(docs: Documents, book: Logbook) -> Result<(), ActionError> {
    docs.may_write()?;
    let mut opened = None;
    docs.shelf.update_value(|shelf| {
        if let Some(repository) = shelf.repository.as_mut() {
            opened = repository.undo_replace().ok();
        }
    });
    match opened {
        Some(opened) => {
            show(docs, opened.logbook);
            Ok(())
        }
        None => replace(docs, book).map(|_| ()),
    }
}

/// Shows a logbook that is stored as a whole, and returns what was shown before.
fn show(docs: Documents, book: Logbook) -> Logbook {
    let keys = every_key(&book);
    let before = docs.take();
    docs.put(book, &keys);
    docs.damaged.set(Vec::new());
    if docs.save_state.get_untracked() != SaveState::Unavailable {
        docs.save_state.set(SaveState::Saved);
    }
    crate::app::shell::apply_theme(docs.settings().with_untracked(|s| s.theme));
    before
}

/// Says that a table was saved.
pub fn exported(docs: Documents) {
    docs.say(Said::Exported, None);
}

/// Adds another app's sessions to the log; doing it twice changes nothing. Where a part of it cannot be stored, for
/// whatever reason, all of it is taken back at once: no half of a file stays.
///
/// # Errors
/// [`ActionError::Storage`] where it cannot be stored: nothing has changed then.
pub fn import_sessions(docs: Documents, imported: &Imported) -> Result<(), ActionError> {
    // Where a session stands already is only known once all of the log is here.
    docs.whole();
    let keys = months_and_names(&docs.log().with_untracked(|log| imported.months(log)));
    let change = changed(docs, &keys, &|book| imported.enter(book))?;
    if docs.shelf.with_value(|shelf| keys.iter().any(|key| shelf.dirty.contains(key))) {
        let full = docs.save_state.get_untracked() == SaveState::Full;
        docs.transact(&keys, &mut |book| {
            change.undo(book);
            Ok(())
        })?;
        return Err(if full { StorageError::Full } else { StorageError::Unavailable }.into());
    }
    let sessions = change.sessions();
    // What changed nothing has nothing to be taken back.
    let undo = (change != Change::default()).then(|| way_back(change, keys));
    docs.say(Said::Imported { sessions }, undo);
    Ok(())
}

/// Takes out of the log what came from an app, however long ago; it comes back by undo, or with the file.
///
/// # Errors
/// None today; the type is that of every action.
pub fn take_back(docs: Documents, app: App) -> Result<(), ActionError> {
    docs.whole();
    let months = docs.log().with_untracked(|log| exchange::months_of(log, app));
    let change = changed(docs, &months_and_names(&months), &|book| exchange::take_back(book, app))?;
    let sessions = change.sessions();
    let keys = months_and_names(&change.months());
    docs.say(Said::TakenBack { sessions }, Some(way_back(change, keys)));
    Ok(())
}

fn months_and_names(months: &[Month]) -> Vec<DocKey> {
    let mut keys: Vec<DocKey> = months.iter().map(|month| DocKey::Log(*month)).collect();
    keys.push(DocKey::Exercises);
    keys
}

fn changed(
    docs: Documents,
    keys: &[DocKey],
    change: &dyn Fn(&mut Logbook) -> Change,
) -> Result<Change, ActionError> {
    let mut changed = Change::default();
    docs.transact(keys, &mut |book| {
        changed = change(book);
        Ok(())
    })?;
    Ok(changed)
}

fn way_back(change: Change, keys: Vec<DocKey>) -> Undo {
    Undo { keys, back: Arc::new(move |book: &mut Logbook| change.undo(book)) }
}

/// Erases everything of Legwork on this device. There is no way back: the page asks first.
///
/// # Errors
/// [`ActionError::Storage`] where the browser refuses.
pub fn erase_everything(docs: Documents) -> Result<(), ActionError> {
    docs.may_write()?;
    let mut refused = None;
    docs.shelf.update_value(|shelf| {
        if let Some(repository) = shelf.repository.as_mut() {
            refused = repository.erase_all().err();
            shelf.dirty.clear();
        }
    });
    if let Some(error) = refused {
        return Err(error.into());
    }
    let keys = every_key(&docs.take());
    docs.put(Logbook::default(), &keys);
    docs.damaged.set(Vec::new());
    crate::app::shell::apply_theme(None);
    docs.say(Said::Erased, None);
    Ok(())
}

/// Starts a damaged document empty; its text stays in quarantine.
pub fn release_damaged(docs: Documents) {
    if docs.may_write().is_err() {
        return;
    }
    let saved = write_anew(docs, docs.damaged.get_untracked(), &mut |_| Ok(()));
    debug_assert!(saved.is_ok(), "a change of nothing cannot be refused");
}

/// Writes damaged documents anew; their texts stay in quarantine.
fn write_anew(
    docs: Documents,
    keys: Vec<DocKey>,
    change: &mut dyn FnMut(&mut Logbook) -> Result<(), ActionError>,
) -> Result<(), ActionError> {
    docs.shelf.update_value(|shelf| {
        if let Some(repository) = shelf.repository.as_mut() {
            for key in &keys {
                repository.release(*key);
            }
        }
    });
    docs.damaged.update(|damaged| damaged.retain(|key| !keys.contains(key)));
    docs.transact(&keys, change)
}

/// Takes the damaged documents from a copy that has these; all the others stay as they are, being newer.
///
/// # Errors
/// [`ActionError::Elsewhere`] where this tab may not write.
pub fn mend_damaged(docs: Documents, copy: &Logbook, has: &[DocKey]) -> Result<(), ActionError> {
    docs.may_write()?;
    let mut keys = docs.damaged.get_untracked();
    keys.retain(|key| has.contains(key));
    write_anew(docs, keys.clone(), &mut |book| {
        for key in &keys {
            archive::decode(book, *key, &archive::encode(copy, *key))
                .map_err(|_| ActionError::NotPossible)?;
        }
        Ok(())
    })?;
    docs.say(Said::Restored, None);
    Ok(())
}

/// Shows an example logbook, of which nothing is stored; the real one waits aside.
pub fn show_example(docs: Documents) {
    if docs.example.get_untracked() {
        return;
    }
    let book = example::logbook(docs.now());
    let keys = every_key(&book);
    let real = docs.take();
    docs.shelf.update_value(|shelf| shelf.aside = Some((real, shelf.repository.take())));
    docs.put(book, &keys);
    docs.example.set(true);
    docs.dismiss();
}

/// Back from the example to the real logbook.
pub fn leave_example(docs: Documents) {
    let mut aside = None;
    docs.shelf.update_value(|shelf| {
        if let Some((book, repository)) = shelf.aside.take() {
            shelf.repository = repository;
            aside = Some(book);
        }
    });
    let Some(book) = aside else { return };
    let mut keys = every_key(&docs.take());
    keys.extend(every_key(&book));
    docs.put(book, &keys);
    docs.example.set(false);
    docs.dismiss();
}

fn every_key(book: &Logbook) -> Vec<DocKey> {
    let mut keys = DocKey::SINGLE.to_vec();
    // One month of each stands for all: the signals are whole logs.
    let month = book.log.months().keys().next().copied();
    let any = month.unwrap_or(Day::EPOCH.month());
    keys.push(DocKey::Log(any));
    keys.push(DocKey::Food(any));
    keys
}
