//! What a tab that owes a save makes of what another tab did to the whole store meanwhile.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[allow(dead_code)]
mod tab;

use legwork::domain::body::BodyLog;
use legwork::domain::calendar::Day;
use legwork::domain::logbook::Logbook;
use legwork::domain::ordered::OrderedSet;
use legwork::domain::units::Kg;
use legwork::storage::{DocKey, Fault, FaultyStore, MemoryStore, Repository};
use tab::{Tab, loads};

/// A tab that has saved one set and owes another, and its store.
fn owing() -> (Tab, FaultyStore, MemoryStore) {
    let inner = MemoryStore::default();
    let store = FaultyStore::new(inner.clone(), Fault::None);
    let mut tab = Tab::open(store.clone());
    assert!(tab.weigh(64_000) && tab.start(1) && tab.tick(1_000));
    store.fail(Fault::Quota(0));
    assert!(!tab.tick(2_000));
    store.fail(Fault::None);
    (tab, store, inner)
}

fn open(inner: &MemoryStore) -> (Repository, Logbook) {
    let (repository, opened) = Repository::open(Box::new(inner.clone()));
    (repository, opened.logbook)
}

#[test]
fn a_set_that_is_not_saved_yet_outlives_a_restore_in_another_tab() {
    let (mut tab, _, inner) = owing();
    let weights = [(Day::EPOCH, Kg::saturating(71_000))].into();
    let restored = Logbook { body: BodyLog { weights, ..BodyLog::default() }, ..Logbook::default() };
    open(&inner).0.replace_all(&restored, 0).unwrap();
    assert!(tab.retry());
    let (_, stored) = open(&inner);
    assert_eq!((loads(&stored), stored.body), ([1_000, 2_000].into(), restored.body));
}

#[test]
fn a_set_that_is_not_saved_yet_does_not_come_back_into_an_erased_store() {
    let (mut tab, _, inner) = owing();
    open(&inner).0.erase_all().unwrap();
    assert!(tab.retry());
    assert!(loads(&tab.book).is_empty() && loads(&open(&inner).1).is_empty());
}

#[test]
fn what_no_other_tab_has_written_is_not_taken_in_again() {
    let inner = MemoryStore::default();
    let mut tab = Tab::open(FaultyStore::new(inner.clone(), Fault::None));
    assert!(tab.weigh(64_000) && tab.start(1) && tab.tick(1_000));
    let keys = [DocKey::Body, DocKey::Draft];
    assert_eq!(tab.repository.refresh_into(&mut tab.book, &keys, &OrderedSet::new()), Ok(vec![]));
    let mut other = Tab::open(FaultyStore::new(inner, Fault::None));
    assert!(other.weigh(65_000));
    let changed = tab.repository.refresh_into(&mut tab.book, &keys, &OrderedSet::new());
    assert_eq!(changed, Ok(vec![DocKey::Body]));
}
