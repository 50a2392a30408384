//! The one way to write: read what another tab stored meanwhile, apply the change to that, save, tell the
//! readers. It decides nothing about training.

use super::documents::Documents;
use super::notice::{Notice, Said, SaveState, Undo};
use crate::domain::logbook::Logbook;
use crate::storage::{DocKey, Repository, StorageError};
use leptos::prelude::*;

/// An action that could not be done; nothing has changed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ActionError {
    /// Nothing to act on: no session runs, or the set is gone.
    #[error("nothing to act on")]
    Gone,
    /// What was typed is not possible.
    #[error("not possible")]
    NotPossible,
    /// The safety rules forbid it.
    #[error("the safety rules forbid it")]
    Forbidden,
    /// Another tab writes, or a newer version does: this one only shows.
    #[error("another tab writes")]
    Elsewhere,
    /// The store refused.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl Documents {
    /// Whether a newer version has written here: what this one would change could never be stored.
    fn is_outdated(self) -> bool {
        self.shelf.with_value(|shelf| shelf.repository.as_ref().is_some_and(Repository::is_read_only))
    }

    /// Whether this tab only shows: another one writes, or a newer version has written.
    pub(super) fn only_shows(self) -> bool {
        self.elsewhere.get_untracked() || self.is_outdated()
    }

    /// Whether this tab may write; where another one or a newer version does, that is said.
    ///
    /// # Errors
    /// [`ActionError::Elsewhere`].
    pub(super) fn may_write(self) -> Result<(), ActionError> {
        let said = if self.is_outdated() {
            Said::Outdated
        } else if self.elsewhere.get_untracked() {
            Said::Elsewhere
        } else {
            return Ok(());
        };
        self.say(said, None);
        Err(ActionError::Elsewhere)
    }

    /// Applies `change` to the newest state of the documents `keys` and saves them. A failed save keeps the
    /// change in memory and is said; a refused change leaves everything as it was.
    ///
    /// # Errors
    /// What `change` returns.
    pub(super) fn transact(
        self,
        keys: &[DocKey],
        change: &mut dyn FnMut(&mut Logbook) -> Result<(), ActionError>,
    ) -> Result<(), ActionError> {
        self.may_write()?;
        let millis = self.now().millis;
        let mut book = self.take();
        let mut changed: Vec<DocKey> = Vec::new();
        let mut state = None;
        let mut outcome = Ok(());
        self.shelf.update_value(|shelf| {
            // A failed save is tried again with every action.
            let mut owed: Vec<DocKey> = keys.to_vec();
            owed.extend(shelf.dirty.iter().filter(|key| !keys.contains(key)));
            if let Some(repository) = shelf.repository.as_mut() {
                match repository.refresh_into(&mut book, &owed, &shelf.dirty) {
                    Ok(refreshed) => changed.extend(refreshed),
                    Err(error) => state = Some(SaveState::from(&error)),
                }
            }
            outcome = change(&mut book);
            if outcome.is_ok() {
                changed.extend(keys.iter().copied());
            }
            let Some(repository) = shelf.repository.as_mut() else { return };
            if outcome.is_err() && shelf.dirty.is_empty() {
                return;
            }
            let to_save = if outcome.is_ok() { &owed } else { &shelf.dirty.iter().copied().collect() };
            for key in to_save {
                let mut saved = repository.save_documents(&book, &[*key], millis);
                if saved.as_ref().is_err_and(|problem| problem.error == StorageError::Conflict) {
                    // Another tab wrote between the look and the save: what is here meets that once more.
                    let mine = crate::domain::ordered::OrderedSet::from([*key]);
                    if let Ok(refreshed) = repository.refresh_into(&mut book, &[*key], &mine) {
                        changed.extend(refreshed);
                        saved = repository.save_documents(&book, &[*key], millis);
                    }
                }
                match saved {
                    Ok(()) => {
                        shelf.dirty.remove(key);
                    }
                    Err(problem) => {
                        state = Some(SaveState::from(&problem.error));
                        shelf.dirty.insert(*key);
                    }
                }
            }
            if shelf.dirty.is_empty() && state.is_none() {
                state = Some(SaveState::Saved);
            }
        });
        self.put(book, &changed);
        if let Some(state) = state
            && self.save_state.get_untracked() != state
        {
            self.save_state.set(state);
        }
        outcome
    }

    /// Takes in what another tab has stored of these documents.
    pub fn refresh(self, keys: &[DocKey]) {
        let mut book = self.take();
        let mut changed = Vec::new();
        let mut state = None;
        self.shelf.update_value(|shelf| {
            if let Some(repository) = shelf.repository.as_mut() {
                match repository.refresh_into(&mut book, keys, &shelf.dirty) {
                    Ok(refreshed) => changed = refreshed,
                    Err(error) => state = Some(SaveState::from(&error)),
                }
            }
        });
        self.put(book, &changed);
        if let Some(state) = state {
            self.save_state.set(state);
        }
    }

    /// Saves what is still owed, if anything is.
    pub fn save_owed(self) {
        if !self.only_shows() && self.shelf.with_value(|shelf| !shelf.dirty.is_empty()) {
            let nothing_new = self.transact(&[], &mut |_| Ok(()));
            debug_assert!(nothing_new.is_ok(), "a change of nothing cannot be refused");
        }
    }

    /// Saves once more what was saved and is not in the store any more: a neighbour on the same host may have
    /// cleared it, an engine may have taken a write back.
    pub fn save_lost(self) {
        self.shelf.update_value(|shelf| {
            if let Some(repository) = &shelf.repository {
                shelf.dirty.extend(repository.lost());
            }
        });
        self.save_owed();
    }

    /// Says what happened, with its way back.
    pub(super) fn say(self, said: Said, undo: Option<Undo>) {
        let number = self.notice.with_untracked(|old| old.as_ref().map_or(0, |n| n.number)) + 1;
        self.notice.set(Some(Notice { said, undo, number }));
    }

    /// Takes the newest notice's action back.
    pub fn undo(self) {
        let Some(undo) = self.notice.with_untracked(|n| n.as_ref().and_then(|n| n.undo.clone())) else {
            return;
        };
        let back = if undo.keys.is_empty() {
            // A whole logbook comes back: its own generation, not a document at a time.
            let mut book = Logbook::default();
            (undo.back)(&mut book);
            super::actions::put_back(self, book)
        } else {
            self.transact(&undo.keys, &mut |book| {
                (undo.back)(book);
                Ok(())
            })
        };
        if back.is_ok() {
            self.say(Said::Undone, None);
        }
    }

    /// Removes the notice.
    pub fn dismiss(self) {
        self.notice.set(None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::actions;
    use crate::app::documents::World;
    use crate::domain::calendar::{Day, Now};
    use crate::i18n::Locale;
    use crate::storage::MemoryStore;

    #[test]
    fn a_tab_that_only_shows_takes_no_restore_back() {
        let owner = Owner::new();
        owner.set();
        let store = MemoryStore::default();
        let world =
            World { now: || Now { day: Day::EPOCH, millis: 1, offset_minutes: 0 }, random: || [0; 10] };
        let repository = Repository::open(Box::new(store.clone())).0;
        let docs = Documents::new(Logbook::default(), Some(repository), world, Locale::default());
        assert_eq!(actions::restore(docs, Logbook::default()), Ok(()));
        // "Use here" was pressed in another tab: this generation is that one's now.
        docs.elsewhere.set(true);
        let before = store.dump();
        docs.undo();
        assert_eq!(store.dump(), before);
        assert_eq!(
            docs.notice.with_untracked(|notice| notice.clone().map(|one| one.said)),
            Some(Said::Elsewhere)
        );
        docs.elsewhere.set(false);
        assert_eq!(actions::put_back(docs, Logbook::default()), Ok(()));
        assert_ne!(store.dump(), before);
    }
}
