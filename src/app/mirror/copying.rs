//! How second copies are made, found and opened. It lies in the chunk of the data page and comes when nothing else
//! is to do.

use super::{Hands, Mirror, Mirrored};
use crate::app::actions;
use crate::app::transaction::ActionError;
use crate::domain::logbook::Logbook;
use crate::domain::ordered::sort_by_key;
use crate::platform::database::{self, Database, Shelf, Write};
use crate::storage::{
    Beside, DocKey, Opened, Snapshot, assemble, beside, newer_body, newest_body, outlives, turn,
};
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
        find_draft: |mirror| spawn_local(mirror.find_after()),
    }
}

/// What the names of the copies of running sessions begin with.
const DRAFT: &str = "draft ";

/// The name of the running session's own copy: of the generation in use, so that nothing comes back into a log that
/// was restored.
fn draft_name(generation: u32) -> String {
    format!("{DRAFT}{generation}")
}

/// What the browser gives of the place: the contents and the names of the texts.
type Given = (Option<Vec<String>>, Option<Vec<String>>);

/// A copy that was chosen to come back.
#[derive(Debug, Clone)]
pub struct Best {
    /// Which it is.
    pub snapshot: Snapshot,
    /// What it holds, with the sets of the running session that were copied since.
    pub logbook: Logbook,
    /// How many parts of it cannot be read.
    pub unread: usize,
}

/// What lies in the place of the copies, asked once more where not all of it is answered; none where there is no place.
async fn given() -> Option<Given> {
    let mut given = None;
    for _ in 0..2 {
        let Some(database) = Database::open(NAME).await else { continue };
        let (contents, texts) = (database.contents().await, database.names(Shelf::Texts).await);
        database.close();
        let all = contents.is_some() && texts.is_some();
        given = Some((contents, texts));
        if all {
            break;
        }
    }
    given
}

/// What the copy of a running session says that was made last, of whatever generation.
async fn newest_draft() -> Option<String> {
    let database = Database::open(NAME).await?;
    let mut names = database.names(Shelf::Texts).await.unwrap_or_default();
    names.retain(|name| name.starts_with(DRAFT));
    let texts = database.texts(&names).await;
    database.close();
    newest_body(&texts?).map(str::to_owned)
}

impl Mirror {
    /// Looks at what copies there are.
    pub fn look(self) {
        spawn_local(async move {
            match Database::open(NAME).await {
                Some(database) => {
                    let contents = database.contents().await;
                    database.close();
                    match contents {
                        Some(contents) => self.know(&contents),
                        None => self.state.set(Mirrored::Unavailable),
                    }
                }
                None => self.state.set(Mirrored::Unavailable),
            }
        });
    }

    fn know(self, contents: &[String]) {
        let mut found: Vec<Snapshot> = contents.iter().filter_map(|text| Snapshot::read(text)).collect();
        sort_by_key(&mut found, |snapshot| std::cmp::Reverse(snapshot.at));
        self.state.set(found.first().map_or(Mirrored::Never, |newest| Mirrored::At(newest.at)));
        self.snapshots.set(found);
    }

    /// The store is empty or damaged: what was there?
    async fn ask_after(self) {
        let damaged = self.docs.damaged().with_untracked(|keys| !keys.is_empty());
        let Some((contents, texts)) = given().await else {
            self.state.set(Mirrored::Unavailable);
            return;
        };
        match beside(contents.as_deref(), texts.as_deref()) {
            Beside::Copies => {
                self.know(&contents.unwrap_or_default());
                self.lost.set(true);
            }
            _ if damaged => {
                self.find_after().await;
            }
            Beside::Texts => {
                if let Some(body) = newest_draft().await {
                    actions::join_draft(self.docs, &body).ok();
                }
            }
            // Who has stored nothing finds nothing stored.
            Beside::Nothing => {
                database::erase(NAME).await;
            }
            // Nobody is taken for new, and nothing of it is touched.
            Beside::Unread => {
                self.state.set(Mirrored::Unavailable);
                self.lost.set(true);
            }
        }
    }

    /// Copies the running session alone, as it is stored. What was recorded stays copied until the next one runs: the
    /// record is copied now, too.
    fn copy_draft(self) {
        let stored =
            self.docs.shelf.with_value(|shelf| shelf.repository.as_ref().and_then(|r| r.draft_text()));
        let Some((generation, text)) = stored else { return };
        let runs = self.docs.draft().with_untracked(Option::is_some);
        spawn_local(async move {
            let Some(database) = Database::open(NAME).await else { return };
            let name = [draft_name(generation)];
            let copy = if runs { None } else { database.texts(&name).await.and_then(|mut all| all.pop()) };
            let stays = copy.is_some_and(|copy| self.docs.book.with_value(|book| outlives(&copy, book)));
            if !stays {
                database.put(Shelf::Texts, &name.concat(), &text).await;
            }
            database.close();
        });
        if !runs && !self.busy.get_untracked() {
            self.copy_now();
        }
    }

    /// A browser that was killed may have kept an older running session than the one that was copied.
    async fn find_after(self) {
        let stored = self.docs.shelf.with_value(|shelf| shelf.repository.as_ref().map(|r| r.draft_seen()));
        let Some((generation, revision)) = stored else { return };
        let Some(database) = Database::open(NAME).await else { return };
        let found = database.texts(&[draft_name(generation)]).await;
        database.close();
        let Some(text) = found.and_then(|texts| texts.into_iter().next()) else { return };
        if let Some(body) = newer_body(&text, revision) {
            // Where nothing of it is missing nothing is said.
            actions::join_draft(self.docs, body).ok();
        }
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
    pub async fn best(self) -> Option<Best> {
        let mut best = None;
        for snapshot in self.snapshots.get_untracked() {
            let Some(opened) = self.open(snapshot.clone()).await else { continue };
            let unread = opened.problems.len();
            if unread == 0 || best.is_none() {
                best = Some(Best { snapshot, logbook: opened.logbook, unread });
            }
            if unread == 0 {
                break;
            }
        }
        // The running session is copied sooner than everything.
        if let (Some(best), Some(body)) = (&mut best, newest_draft().await) {
            actions::join_running(&mut best.logbook, &body).ok();
        }
        best
    }

    /// Brings a copy back: all of it into an emptied store, else the parts that are damaged here.
    ///
    /// # Errors
    /// [`ActionError`] where it cannot be stored: nothing has changed then.
    pub fn bring(self, best: &Best) -> Result<(), ActionError> {
        if self.docs.damaged().with_untracked(Vec::is_empty) {
            actions::restore(self.docs, best.logbook.clone())?;
        } else {
            let has: Vec<DocKey> = best.snapshot.texts.iter().map(|text| text.doc).collect();
            actions::mend_damaged(self.docs, &best.logbook, &has)?;
            spawn_local(self.find_after());
        }
        self.begin_anew();
        Ok(())
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
