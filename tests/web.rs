//! What only a real browser can show: the store over localStorage, locale, ids.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use legwork::domain::id::SessionId;
use legwork::platform;
use legwork::storage::{KeyValue, LocalStore, Repository};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn local_storage_keeps_texts_and_hides_other_projects_keys() {
    let store = LocalStore::open().unwrap();
    store.set("neighbour", "theirs").unwrap();
    store.set("legwork:test", "äöü 💪").unwrap();
    assert_eq!(store.get("legwork:test").unwrap().as_deref(), Some("äöü 💪"));
    assert_eq!(store.keys().unwrap(), ["legwork:test"]);
    store.remove("legwork:test").unwrap();
    assert_eq!(store.get("neighbour").unwrap().as_deref(), Some("theirs"));
}

#[wasm_bindgen_test]
fn an_erase_removes_ours_and_nothing_else() {
    let store = LocalStore::open().unwrap();
    store.set("neighbour", "theirs").unwrap();
    let (mut repository, _) = Repository::open(Box::new(store));
    repository.replace_all(&Default::default(), 1).unwrap();
    repository.erase_all().unwrap();
    let store = LocalStore::open().unwrap();
    assert_eq!(store.keys().unwrap(), ["legwork:head"]);
    assert_eq!(store.get("neighbour").unwrap().as_deref(), Some("theirs"));
}

#[wasm_bindgen_test]
fn a_store_that_is_full_says_full_and_keeps_what_it_had() {
    let store = LocalStore::open().unwrap();
    store.set("legwork:kept", "old").unwrap();
    let refused = store.set("legwork:kept", &"x".repeat(6 * 1024 * 1024));
    assert_eq!(refused, Err(legwork::storage::StorageError::Full));
    assert_eq!(store.get("legwork:kept").unwrap().as_deref(), Some("old"));
    store.remove("legwork:kept").unwrap();
}

#[wasm_bindgen_test]
fn the_clock_the_locale_and_random_bytes_are_real() {
    let now = platform::now();
    assert!(now.millis > 1_700_000_000_000 && now.day.year() >= 2024);
    let (a, b) = (SessionId::new(1, platform::random_bytes()), SessionId::new(1, platform::random_bytes()));
    assert_ne!(a, b);
    let locale = platform::locale::read(&platform::locale::language());
    assert!((1..=7).contains(&locale.first_weekday) && !locale.decimal.is_numeric());
}
