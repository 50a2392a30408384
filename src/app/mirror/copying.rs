//! How second copies are made, found and opened. It lies in the chunk of the data page and comes when nothing else
//! is to do.

use super::{Hands, Mirror, Mirrored};
use crate::app::actions;
use crate::app::transaction::ActionError;
use crate::domain::ordered::sort_by_key;
use crate::platform::database::{self, Database, Shelf, Write};
use crate::storage::{DocKey, Opened, Snapshot, assemble, newer_body, turn};
use leptos::prelude::WithValue;
use wasm_bindgen_futures::spawn_local;

/// The name of the database.
const NAME: &str = "legwork";

/// What the chunk brings.
pub fn hands() -> Hands {
    Hands {
        keep: Mirror::copy_now,
        keep_draft: Mirror::copy_draft,
        ask: |mirror| spawn_local(mirror.ask_after()),
        find_draft: |mirror| {
            spawn_local(async move {
                mirror.find_after().await;
            });
        },
    }
}

/// The name of the running session's own copy: of the generation in use, so that nothing comes back into a log that
/// was restored.
fn draft_name(generation: u32) -> String {
    format!("draft {generation}")
}

impl Mirror {
    /// Looks at what copies there are.
    pub fn look(self) {
        spawn_local(async move {
            match Database::open(NAME).await {
                Some(database) => {
                    let contents = database.contents().await.unwrap_or_default();
                    database.close();
                    self.know(&contents);
                }
                None => self.state.set(Mirrored::Unavailable),
            }
        });
    }

    fn know(self, contents: &[String]) -> usize {
        let mut found: Vec<Snapshot> = contents.iter().filter_map(|text| Snapshot::read(text)).collect();
        sort_by_key(&mut found, |snapshot| std::cmp::Reverse(snapshot.at));
        self.state.set(found.first().map_or(Mirrored::Never, |newest| Mirrored::At(newest.at)));
        let count = found.len();
        self.snapshots.set(found);
        count
    }

    /// The store is empty: was something there?
    async fn ask_after(self) {
        let Some(database) = Database::open(NAME).await else { return };
        let contents = database.contents().await.unwrap_or_default();
        database.close();
        if self.know(&contents) > 0 {
            self.lost.set(true);
        } else if !self.find_after().await {
            // Who has stored nothing finds nothing stored.
            database::erase(NAME).await;
        }
    }

    /// Copies the running session alone, as it is stored.
    fn copy_draft(self) {
        let stored =
            self.docs.shelf.with_value(|shelf| shelf.repository.as_ref().and_then(|r| r.draft_text()));
        let Some((generation, text)) = stored else { return };
        spawn_local(async move {
            if let Some(database) = Database::open(NAME).await {
                database.put(Shelf::Texts, &draft_name(generation), &text).await;
                database.close();
            }
        });
    }

    /// A browser that was killed may have kept an older running session than the one that was copied.
    /// Returns whether there is a copy of one.
    async fn find_after(self) -> bool {
        let stored = self.docs.shelf.with_value(|shelf| shelf.repository.as_ref().map(|r| r.draft_seen()));
        let Some((generation, revision)) = stored else { return false };
        let Some(database) = Database::open(NAME).await else { return false };
        let found = database.texts(&[draft_name(generation)]).await;
        database.close();
        let Some(text) = found.and_then(|texts| texts.into_iter().next()) else { return false };
        if let Some(body) = newer_body(&text, revision) {
            // Where nothing of it is missing nothing is said.
            actions::join_draft(self.docs, body).ok();
        }
        true
    }

    /// The logbook of a copy, with what of it cannot be read; none where the database does not give it.
    pub async fn open(self, snapshot: Snapshot) -> Option<Opened> {
        let database = Database::open(NAME).await?;
        let names: Vec<String> = snapshot.texts.iter().map(|text| text.name()).collect();
        let texts = database.texts(&names).await;
        database.close();
        let docs = snapshot.texts.iter().map(|text| text.doc);
        Some(assemble(&docs.zip(texts?).collect::<Vec<(DocKey, String)>>()))
    }

    /// The newest copy that can be read whole; else the newest that can be read at all.
    pub async fn best(self) -> Option<Opened> {
        let mut best = None;
        for snapshot in self.snapshots.get_untracked() {
            match self.open(snapshot).await {
                Some(opened) if opened.problems.is_empty() => return Some(opened),
                opened => best = best.or(opened),
            }
        }
        best
    }

    /// Erases everything of Legwork on this device, the copies too.
    ///
    /// # Errors
    /// [`ActionError`] where the browser refuses: the copies stay then.
    pub fn erase_everything(self) -> Result<(), ActionError> {
        actions::erase_everything(self.docs)?;
        self.snapshots.set(Vec::new());
        self.state.set(Mirrored::Never);
        spawn_local(async move {
            database::erase(NAME).await;
        });
        Ok(())
    }

    /// Makes a copy of what is stored, where it is another than the newest.
    fn copy_now(self) {
        self.docs.whole();
        let stored = self.docs.shelf.with_value(|shelf| shelf.repository.as_ref().and_then(|r| r.texts()));
        let Some(texts) = stored else { return };
        let now = self.docs.now();
        let shown = self.docs.book.with_value(|book| Snapshot::new(now.millis, now.day, book, texts));
        self.busy.set(true);
        spawn_local(async move {
            let outcome = self.copy(shown).await;
            self.busy.set(false);
            if outcome.is_none() {
                self.state.set(Mirrored::Unavailable);
            }
        });
    }

    async fn copy(self, now: Snapshot) -> Option<()> {
        let database = Database::open(NAME).await?;
        let mut after = Vec::new();
        let written = database.update(&mut |contents| self.changes(&now, contents, &mut after)).await;
        database.close();
        written?;
        self.know(&after);
        Some(())
    }

    /// What a copy changes in the database; `after` is what its contents are then.
    fn changes(self, now: &Snapshot, contents: Vec<String>, after: &mut Vec<String>) -> Vec<Write> {
        let known: Vec<Snapshot> = contents.iter().filter_map(|text| Snapshot::read(text)).collect();
        *after = contents;
        let Some(turn) = turn(&known, now.clone()) else { return Vec::new() };
        let mut changes = Vec::new();
        for text in &turn.put {
            let stored = self
                .docs
                .shelf
                .with_value(|shelf| shelf.repository.as_ref().and_then(|repository| repository.text(*text)));
            // Another tab has written meanwhile: its own copy comes.
            let Some(stored) = stored else { return Vec::new() };
            changes.push(Write::Put(Shelf::Texts, text.name(), stored));
        }
        changes.extend(turn.unused.iter().map(|text| Write::Remove(Shelf::Texts, text.name())));
        changes.extend(turn.thinned.iter().map(|at| Write::Remove(Shelf::Contents, at.to_string())));
        let written = turn.snapshot.write();
        after.retain(|text| Snapshot::read(text).is_some_and(|one| !turn.thinned.contains(&one.at)));
        after.push(written.clone());
        changes.push(Write::Put(Shelf::Contents, turn.snapshot.at.to_string(), written));
        changes
    }
}
