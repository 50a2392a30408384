//! A long life: set after set through the real repository while the store refuses, fills up, tears and dies at random.
//! Every set that was said to be saved is found again. SOAK_SETS says how many (10,000 here, 1,000,000 by
//! `make soak`), SOAK_SEED which order of mishaps.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

#[allow(dead_code)]
mod tab;

use legwork::archive::{decode, merge};
use legwork::domain::calendar::Day;
use legwork::domain::logbook::Logbook;
use legwork::storage::{
    DocKey, Fault, FaultyStore, MemoryStore, Repository, Snapshot, StorageError, assemble, newer_body, turn,
};
use std::collections::BTreeMap;
use tab::Tab;

/// Sets of a logbook: ten years of leg training are 52,000. Then another is begun.
const OF_A_LOGBOOK: u32 = 50_000;
/// Sets of a session.
const OF_A_SESSION: usize = 20;
/// One act in so many meets a mishap.
const MISHAP: u64 = 60;

/// Numbers that look random and come again with the same seed (a linear congruential generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// The second copy, as the app keeps it in the browser's database (`app/mirror`).
#[derive(Default)]
struct SecondCopy {
    contents: Vec<Snapshot>,
    texts: BTreeMap<String, String>,
    draft: BTreeMap<u32, String>,
}

impl SecondCopy {
    fn keep_draft(&mut self, tab: &Tab) {
        self.draft.extend(tab.repository.draft_text());
    }

    fn keep(&mut self, tab: &Tab) {
        let Some(texts) = tab.repository.texts() else { return };
        let now = Snapshot::new(tab.clock, tab.day, &tab.book, texts);
        let Some(turn) = turn(&self.contents, now) else { return };
        let stored: Option<Vec<_>> =
            turn.put.iter().map(|text| Some((text.name(), tab.repository.text(*text)?))).collect();
        let Some(stored) = stored else { return };
        self.texts.extend(stored);
        for text in &turn.unused {
            self.texts.remove(&text.name());
        }
        self.contents.retain(|one| !turn.thinned.contains(&one.at));
        self.contents.push(turn.snapshot);
    }

    /// The running session of this generation, where its copy is newer than what was read.
    fn draft(&self, repository: &Repository) -> Option<Logbook> {
        let (generation, revision) = repository.draft_seen();
        let mut copy = Logbook::default();
        decode(&mut copy, DocKey::Draft, newer_body(self.draft.get(&generation)?, revision)?).unwrap();
        Some(copy)
    }

    fn newest(&self) -> Logbook {
        let Some(newest) = self.contents.iter().max_by_key(|one| one.at) else { return Logbook::default() };
        let texts: Vec<_> =
            newest.texts.iter().map(|text| (text.doc, self.texts[&text.name()].clone())).collect();
        let opened = assemble(&texts);
        assert!(opened.problems.is_empty());
        opened.logbook
    }
}

/// What became of each set of a logbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Set {
    /// Not said to be saved yet.
    Tried,
    /// Said to be saved, or found.
    Saved,
    /// Said to be saved, and not found.
    Lost,
    /// Gone with a tab that had not said that it was saved.
    Gone,
}

/// One person, one device.
struct Life {
    inner: MemoryStore,
    store: FaultyStore,
    tab: Tab,
    copy: SecondCopy,
    /// Every set by its load, one gram apart.
    sets: Vec<Set>,
    dice: Dice,
    /// Mishaps by name.
    mishaps: BTreeMap<&'static str, usize>,
}

impl Life {
    fn new(seed: u64) -> Self {
        let inner = MemoryStore::default();
        let store = FaultyStore::new(inner.clone(), Fault::None);
        let mut tab = Tab::open(store.clone());
        tab.day = Day::parse("2026-11-21").unwrap();
        let (copy, mishaps) = (SecondCopy::default(), BTreeMap::new());
        Self { inner, store, tab, copy, sets: Vec::new(), dice: Dice(seed), mishaps }
    }

    /// Lives until so many sets were logged.
    fn live(&mut self, sets: u32) {
        while self.sets.len() < sets as usize {
            let mishap = self.dice.below(MISHAP) == 0;
            let killed = mishap && self.befall();
            self.act();
            if killed || (mishap && self.dice.below(8) == 0) {
                self.start_again();
            } else if mishap {
                self.recover();
            }
        }
        self.recover();
        self.start_again();
    }

    /// One thing that a person does: begins a session, logs a set, finishes.
    fn act(&mut self) {
        self.tab.clock += 90_000;
        let running = self.tab.book.draft.as_ref().map(|draft| draft.set_count());
        match running {
            None => {
                // A day or two later.
                self.tab.day = self.tab.day.plus(1 + self.dice.below(2) as i64);
                self.tab.clock = self.tab.clock.max(self.tab.day.number() * 86_400_000 + 64_800_000);
                let saved = self.tab.start(self.dice.below(256) as u8);
                self.heard(saved);
            }
            Some(OF_A_SESSION..) => {
                let day = self.tab.book.draft.as_ref().unwrap().day;
                let today = std::mem::replace(&mut self.tab.day, day);
                let saved = self.tab.finish();
                self.tab.day = today;
                self.heard(saved);
            }
            Some(_) => {
                self.sets.push(Set::Tried);
                let saved = self.tab.tick(self.sets.len() as u32);
                self.heard(saved);
            }
        }
    }

    /// The app says whether everything is saved; what is, is copied.
    fn heard(&mut self, saved: bool) {
        if saved {
            // Whatever was still owed is saved with it; what was tried last stands last.
            for set in self.sets.iter_mut().rev().take_while(|set| **set == Set::Tried) {
                *set = Set::Saved;
            }
            self.copy.keep_draft(&self.tab);
            if self.tab.book.draft.is_none() {
                self.copy.keep(&self.tab);
            }
        }
    }

    /// A mishap from now on; whether the tab does not survive it.
    fn befall(&mut self) -> bool {
        let k = self.dice.below(3) as usize;
        let (name, fault, kills) = match self.dice.below(8) {
            0 => ("refused", Fault::RefuseAt(2 * k, StorageError::Unavailable), false),
            1 => ("full at one operation", Fault::RefuseAt(2 * k + 1, StorageError::Full), false),
            2 => ("quota", Fault::Quota(self.inner.units() + self.dice.below(200) as usize), false),
            3 => ("accepted and not done", Fault::Ignored, false),
            4 => ("accepted and taken back", Fault::Revert, false),
            5 => ("torn", Fault::TornAt(k), true),
            6 => ("killed", Fault::DieAt(k), true),
            _ => ("reloaded", Fault::None, true),
        };
        *self.mishaps.entry(name).or_default() += 1;
        self.store.fail(fault);
        if !kills {
            for _ in 0..self.dice.below(6) {
                self.act();
            }
        }
        kills
    }

    /// The mishap is over; the app saves what it owes.
    fn recover(&mut self) {
        self.store.revert();
        self.store.fail(Fault::None);
        let lost = self.tab.repository.lost();
        self.tab.dirty.extend(lost);
        let saved = self.tab.retry();
        assert!(saved, "nothing fails any more and {:?} is not saved", self.tab.dirty);
        self.heard(saved);
    }

    /// The tab is gone; another is opened on what is stored, and finds.
    fn start_again(&mut self) {
        self.store = FaultyStore::new(self.inner.clone(), Fault::None);
        let (clock, day) = (self.tab.clock, self.tab.day);
        let (repository, opened) = Repository::open(Box::new(self.store.clone()));
        assert_eq!(opened.refusal, None);
        self.tab =
            Tab { repository, book: opened.logbook, dirty: Default::default(), clock: clock + 60_000, day };
        if let Some(copy) = self.copy.draft(&self.tab.repository) {
            self.tab.book = merge(&self.tab.book, &copy);
            self.tab.dirty.extend([DocKey::Draft]);
        }
        if opened.problems.is_empty() {
            assert!(self.tab.retry());
        } else {
            // What the data page offers: the newest copy joins what is here.
            *self.mishaps.entry("brought back").or_default() += 1;
            let whole = merge(&self.tab.book, &self.copy.newest());
            self.tab.repository.replace_all(&whole, self.tab.clock).unwrap();
            self.tab.book = whole;
            self.tab.dirty.clear();
        }
        self.found();
    }

    /// Every set that was said to be saved is there, once.
    fn found(&mut self) {
        let opened = Repository::open(Box::new(self.inner.clone())).1;
        assert!(opened.problems.is_empty());
        let mut times = vec![0_u8; self.sets.len()];
        let book = &opened.logbook;
        let recorded = book.log.sessions().flat_map(|session| &session.exercises).flat_map(|work| &work.sets);
        let drafted = book.draft.iter().flat_map(|draft| &draft.exercises).flat_map(|one| &one.sets);
        for set in recorded.chain(drafted.map(|set| &set.entry)) {
            times[set.load.grams() as usize - 1] += 1;
        }
        for (number, (set, times)) in self.sets.iter_mut().zip(&times).enumerate() {
            assert!(*times <= 1, "set {number} is there {times} times");
            *set = match (*set, times) {
                (_, 1..) => Set::Saved,
                (Set::Saved | Set::Lost, _) => Set::Lost,
                _ => Set::Gone,
            };
        }
        self.copy.keep_draft(&self.tab);
        self.copy.keep(&self.tab);
    }
}

#[test]
fn whatever_befalls_the_store_every_saved_set_is_found_again() {
    let number = |name: &str, or: u64| std::env::var(name).map_or(or, |text| text.parse().unwrap());
    let (wanted, seed) = (number("SOAK_SETS", 10_000), number("SOAK_SEED", 20_261_121));
    let (mut saved, mut lost, mut logbooks) = (0, 0, 0);
    let mut mishaps: BTreeMap<&str, usize> = BTreeMap::new();
    while saved + lost < wanted as usize {
        let mut life = Life::new(seed + logbooks);
        let left = wanted as usize - saved - lost;
        life.live(OF_A_LOGBOOK.min(u32::try_from(left).unwrap()));
        saved += life.sets.iter().filter(|set| **set == Set::Saved).count();
        lost += life.sets.iter().filter(|set| **set == Set::Lost).count();
        for (name, times) in life.mishaps {
            *mishaps.entry(name).or_default() += times;
        }
        logbooks += 1;
        println!("logbook {logbooks}: {saved} sets in all, {lost} lost");
    }
    println!("{logbooks} logbooks, {mishaps:?}");
    println!("FIGURE soak.sets {saved}");
    println!("FIGURE soak.lost {lost}");
    assert!(["torn", "killed", "quota", "refused", "brought back"].iter().all(|name| mishaps[name] > 0));
    assert_eq!(lost, 0);
}
