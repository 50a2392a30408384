//! One tab of the app, without the app: every action refreshes, changes, saves, and remembers what it owes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use legwork::domain::calendar::{Day, Now};
use legwork::domain::exercise::ExerciseId;
use legwork::domain::id::SessionId;
use legwork::domain::logbook::Logbook;
use legwork::domain::ordered::OrderedSet;
use legwork::domain::training::{Draft, DraftExercise, Effort, SetEntry};
use legwork::domain::units::{Kcal, Kg, Reps};
use legwork::storage::{DocKey, FaultyStore, Repository};
use std::collections::BTreeSet;

/// A tab.
pub struct Tab {
    /// Its store.
    pub repository: Repository,
    /// What it shows.
    pub book: Logbook,
    /// What it could not save.
    pub dirty: OrderedSet<DocKey>,
    /// Its clock.
    pub clock: i64,
    /// Its day.
    pub day: Day,
}

fn today() -> Day {
    Day::parse("2026-11-21").unwrap()
}

impl Tab {
    /// Opens the app.
    pub fn open(store: FaultyStore) -> Self {
        let (repository, opened) = Repository::open(Box::new(store));
        let (dirty, clock) = (OrderedSet::new(), 1_795_240_000_000);
        Self { repository, book: opened.logbook, dirty, clock, day: today() }
    }

    /// Does one thing and says whether everything is saved. What cannot be done changes nothing.
    pub fn act(&mut self, keys: &[DocKey], change: &mut dyn FnMut(&mut Logbook, i64) -> bool) -> bool {
        let mut owed: Vec<DocKey> = keys.to_vec();
        owed.extend(self.dirty.iter().filter(|key| !keys.contains(key)));
        let refreshed = self.repository.refresh_into(&mut self.book, &owed, &self.dirty).is_ok();
        if !change(&mut self.book, self.clock) {
            return false;
        }
        match self.repository.save_documents(&self.book, &owed, self.clock) {
            Ok(()) => {
                self.dirty.clear();
                refreshed
            }
            Err(problem) => {
                self.dirty = problem.unsaved.into_iter().collect();
                false
            }
        }
    }

    /// Saves what is owed.
    pub fn retry(&mut self) -> bool {
        self.act(&[], &mut |_, _| true)
    }

    /// Starts a session, unless one runs.
    pub fn start(&mut self, n: u8) -> bool {
        let day = self.day;
        self.act(&[DocKey::Draft], &mut |book, clock| {
            if book.draft.is_some() {
                return false;
            }
            let now = Now { day, millis: clock, offset_minutes: 0 };
            let mut draft = Draft::blank(SessionId::new(clock, [n; 10]), now, String::new());
            draft.exercises.push(DraftExercise::extra(ExerciseId::parse("leg-press-45").unwrap()));
            book.draft = Some(draft);
            true
        })
    }

    /// Logs a set of this many grams.
    pub fn tick(&mut self, load: u32) -> bool {
        self.act(&[DocKey::Draft], &mut |book, clock| {
            let Some(draft) = book.draft.as_mut() else { return false };
            let set = SetEntry::work(Kg::saturating(i64::from(load)), Reps::saturating(8), Effort::default());
            draft.record(0, set, clock).is_ok()
        })
    }

    /// Finishes the session.
    pub fn finish(&mut self) -> bool {
        let day = self.day;
        self.act(&[DocKey::Log(day.month()), DocKey::Draft], &mut |book, clock| {
            let Some(draft) = book.draft.take() else { return false };
            book.log.record(draft.finish(clock));
            true
        })
    }

    /// Takes the finish of the last session back.
    pub fn unfinish(&mut self) -> bool {
        let day = self.day;
        self.act(&[DocKey::Draft, DocKey::Log(day.month())], &mut |book, clock| {
            let Some(id) = book.log.sessions().next_back().map(|session| session.id) else { return false };
            let Some(session) = book.log.delete(id, clock) else { return false };
            let now = Now { day: session.day, millis: session.started_at, offset_minutes: 0 };
            let mut draft = Draft::blank(id, now, session.name);
            for work in session.exercises {
                let place = draft.exercises.len();
                draft.exercises.push(DraftExercise::extra(work.exercise));
                for set in work.sets {
                    draft.record(place, set, clock).unwrap();
                }
            }
            book.draft = Some(draft);
            true
        })
    }

    /// Renames every session of the month.
    pub fn rename(&mut self, name: &str) -> bool {
        let day = self.day;
        self.act(&[DocKey::Log(day.month())], &mut |book, clock| {
            let sessions: Vec<_> = book.log.sessions().cloned().collect();
            for mut session in sessions {
                session.name = name.to_owned();
                session.edited_at = session.edited_at.max(clock) + 1;
                book.log.record(session);
            }
            true
        })
    }

    /// Logs a weight in grams.
    pub fn weigh(&mut self, grams: u32) -> bool {
        let day = self.day;
        self.act(&[DocKey::Body], &mut |book, _| {
            book.body.weights.insert(day, Kg::saturating(i64::from(grams)));
            true
        })
    }

    /// Logs a day's energy.
    pub fn eat(&mut self, kcal: i64) -> bool {
        let day = self.day;
        self.act(&[DocKey::Food(day.month())], &mut |book, _| {
            book.food.days.update(day, |food| food.kcal = Some(Kcal::saturating(kcal)));
            true
        })
    }
}

/// The loads of all sets, in the log and in the draft: each set of a test has its own.
pub fn loads(book: &Logbook) -> BTreeSet<u32> {
    let recorded = book.log.sessions().flat_map(|session| &session.exercises).flat_map(|work| &work.sets);
    let drafted = book.draft.iter().flat_map(|draft| &draft.exercises).flat_map(|one| &one.sets);
    recorded.chain(drafted.map(|set| &set.entry)).map(|set| set.load.grams()).collect()
}

/// A day in a person's life; `after` hears of each action and whether it was saved.
pub fn script(tab: &mut Tab, after: &mut dyn FnMut(&Tab, bool)) {
    let steps: [&dyn Fn(&mut Tab) -> bool; 14] = [
        &|tab| tab.start(1),
        &|tab| tab.tick(1_000),
        &|tab| tab.tick(2_000),
        &|tab| tab.weigh(64_200),
        &|tab| tab.tick(3_000),
        &|tab| tab.finish(),
        &|tab| tab.eat(2_450),
        &|tab| tab.start(2),
        &|tab| tab.tick(4_000),
        &|tab| tab.rename("morning"),
        &|tab| tab.finish(),
        &|tab| tab.unfinish(),
        &|tab| tab.tick(5_000),
        &|tab| tab.finish(),
    ];
    for step in steps {
        tab.clock += 60_000;
        let saved = step(tab);
        after(tab, saved);
    }
}
