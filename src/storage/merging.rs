//! What another tab has stored comes into memory: clean documents are replaced, unsaved ones are merged.

use super::head::{self, Head};
use super::key::HEAD;
use super::opening::{drop_finished_draft, is_recorded};
use super::{DocKey, Repository, StorageError};
use crate::archive;
use crate::domain::logbook::Logbook;
use crate::domain::ordered::OrderedSet;
use crate::domain::training::{MonthLog, calibration};

impl Repository {
    /// Takes in what another tab has stored of these documents since they were last seen: a clean document
    /// is replaced, a dirty one (its last save failed) is merged. Where another tab has replaced or erased
    /// everything, everything is read again. Returns the documents that changed in memory.
    ///
    /// # Errors
    /// [`StorageError::NewerSchema`] where a newer version has taken over: from then on this one only
    /// reads. [`StorageError::Unavailable`] where the store cannot be read.
    pub fn refresh_into(
        &mut self,
        book: &mut Logbook,
        keys: &[DocKey],
        dirty: &OrderedSet<DocKey>,
    ) -> Result<Vec<DocKey>, StorageError> {
        if self.refusal == Some(StorageError::Unavailable) {
            return self.reload_into(book, dirty);
        }
        match head::read(self.store.get(HEAD)?.as_deref()) {
            Head::Newer { schema, .. } => return Err(self.refuse(schema)),
            Head::At(generation) if generation != self.generation => return self.reload_into(book, dirty),
            _ => {}
        }
        let mut changed = Vec::new();
        for key in keys {
            let Some((body, older)) = self.newer_body(*key)? else { continue };
            let mut stored = Logbook::default();
            if archive::decode(&mut stored, *key, &body).is_err() {
                self.block_undecodable(*key);
                continue;
            }
            self.blocked.remove(key);
            if *key == DocKey::Draft {
                self.stored_draft = stored.draft.as_ref().map(|draft| draft.id);
            }
            if older || dirty.contains(key) {
                self.owed.insert(*key);
                changed.extend(merge(book, &stored, *key).inspect(|also| {
                    self.owed.insert(*also);
                }));
            } else {
                replace(book, stored, *key);
            }
            changed.push(*key);
        }
        if book.draft.is_some() {
            drop_finished_draft(book);
            if book.draft.is_none() {
                changed.push(DocKey::Draft);
            }
        }
        Ok(changed)
    }

    fn reload_into(
        &mut self,
        book: &mut Logbook,
        dirty: &OrderedSet<DocKey>,
    ) -> Result<Vec<DocKey>, StorageError> {
        let mut changed = DocKey::all_of(book);
        let opened = self.load(None)?;
        self.previous = None;
        let mine = std::mem::replace(book, opened.logbook);
        changed.extend(DocKey::all_of(book));
        // Into an erased store nothing comes back: erasing was meant.
        if !opened.fresh {
            for key in dirty {
                // What is unsaved here is dated; the rest is as the restore wants it.
                if matches!(key, DocKey::Log(_) | DocKey::Draft | DocKey::Body | DocKey::Food(_)) {
                    let also = merge(book, &mine, *key);
                    self.owed.extend(also);
                    self.owed.insert(*key);
                    changed.push(*key);
                }
            }
        }
        Ok(changed.into_iter().collect::<OrderedSet<DocKey>>().into_iter().collect())
    }
}

fn replace(book: &mut Logbook, stored: Logbook, key: DocKey) {
    match key {
        DocKey::Profile => book.profile = stored.profile,
        DocKey::Safety => book.safety = stored.safety,
        DocKey::Plans => book.plans = stored.plans,
        DocKey::Settings => book.settings = stored.settings,
        DocKey::Exercises => book.exercises = stored.exercises,
        DocKey::Body => book.body = stored.body,
        DocKey::Draft => book.draft = stored.draft,
        DocKey::Gym => book.gym = stored.gym,
        DocKey::Trials => book.trials = stored.trials,
        DocKey::Diet => book.diet = stored.diet,
        DocKey::Verdicts => book.verdicts = stored.verdicts,
        DocKey::Food(month) => book.food.set_month(month, &stored.food.days),
        DocKey::Log(month) => book.log.set_month(month, stored.log.month(month)),
    }
}

/// What is in memory meets what is stored: dated records join, of the rest memory wins. Returns one more
/// document where that changed another.
fn merge(book: &mut Logbook, stored: &Logbook, key: DocKey) -> Option<DocKey> {
    match key {
        DocKey::Log(month) => {
            let mut log: MonthLog = book.log.month(month);
            log.merge(&stored.log.month(month));
            book.log.set_month(month, log);
        }
        DocKey::Draft => return merge_draft(book, stored),
        DocKey::Body => book.body.merge(&stored.body, false),
        DocKey::Food(_) => book.food.merge(&stored.food, false),
        DocKey::Plans => {
            let known = |id| book.plans.list.iter().any(|mine| mine.id == id);
            let new: Vec<_> = stored.plans.list.iter().filter(|plan| !known(plan.id)).cloned().collect();
            book.plans.list.splice(0..0, new);
        }
        DocKey::Exercises => {
            for (id, own) in &stored.exercises.list {
                book.exercises.list.add(id.clone(), own.clone());
            }
            for (name, id) in &stored.exercises.names {
                book.exercises.names.add(name.clone(), id.clone());
            }
        }
        DocKey::Trials => calibration::join(&mut book.trials, &stored.trials),
        DocKey::Diet => book.diet.merge(&stored.diet),
        DocKey::Verdicts => book.verdicts.merge(&stored.verdicts),
        DocKey::Profile | DocKey::Safety | DocKey::Settings | DocKey::Gym => {}
    }
    None
}

/// Two drafts of one session join. Of two sessions the one here goes on and the other one's sets are
/// recorded: there is one place for a draft, and no set may be lost for want of it.
fn merge_draft(book: &mut Logbook, stored: &Logbook) -> Option<DocKey> {
    let theirs = stored.draft.as_ref()?;
    // Finished here, with all of its sets or more: an engine may bring an older draft back.
    let recorded = is_recorded(book, theirs);
    match book.draft.as_mut() {
        None => {
            // Finished or discarded here; if another tab has logged on since, its sets are not dropped.
            if !recorded {
                book.draft = Some(theirs.clone());
            }
            None
        }
        Some(mine) => {
            if mine.merge(theirs) || theirs.set_count() == 0 || recorded {
                return None;
            }
            let millis = theirs.last_logged().unwrap_or(theirs.started_at);
            let session = theirs.clone().finish(millis);
            let month = session.day.month();
            book.log.record(session);
            Some(DocKey::Log(month))
        }
    }
}
