//! A new logbook, one of a year and one of ten: exported, erased and restored, each is exported to the same bytes.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

#[allow(dead_code)]
mod realistic_year;

use legwork::archive::{DocKey, export, read};
use legwork::domain::athlete::ProfileDraft;
use legwork::domain::calendar::{Day, Now};
use legwork::domain::example;
use legwork::domain::id::SessionId;
use legwork::domain::logbook::Logbook;
use legwork::storage::{MemoryStore, Repository};
use realistic_year::{Plates, set_count, year};

fn now() -> Now {
    Now { day: Day::parse("2026-11-21").unwrap(), millis: 1_795_240_000_000, offset_minutes: 60 }
}

/// Everything that the example has, over so many years of log.
fn logbook(years: i64) -> Logbook {
    let mut book = example::logbook(now());
    for back in 0..years {
        for mut session in year(Plates::Kilograms).sessions().cloned() {
            session.day = session.day.plus(-364 * back);
            session.started_at -= 364 * back * 86_400_000;
            session.edited_at -= 364 * back * 86_400_000;
            session.id = SessionId::imported("past", &session.started_at.to_string(), "");
            book.log.record(session);
        }
    }
    book
}

#[test]
fn export_erase_restore_gives_the_same_bytes_for_a_new_a_years_and_a_decades_logbook() {
    let new = Logbook { profile: Some(ProfileDraft::example_profile()), ..Logbook::default() };
    for (book, least) in [(new, 0), (logbook(1), 2_500), (logbook(10), 25_000)] {
        assert!(set_count(&book.log) >= least, "{} sets", set_count(&book.log));
        let store = MemoryStore::default();
        let (mut repository, _) = Repository::open(Box::new(store.clone()));
        repository.save_documents(&book, &DocKey::all_of(&book), now().millis).unwrap();
        let (mut repository, opened) = Repository::open(Box::new(store.clone()));
        let file = export(&opened.logbook, now());

        repository.erase_all().unwrap();
        assert_eq!(Repository::open(Box::new(store.clone())).1.logbook, Logbook::default());

        repository.replace_all(&read(&file).unwrap(), now().millis + 1).unwrap();
        let (_, opened) = Repository::open(Box::new(store.clone()));
        assert!(opened.problems.is_empty());
        assert!(export(&opened.logbook, now()) == file, "{least}: another file");
        // And onto another device.
        let other = MemoryStore::default();
        let (mut repository, _) = Repository::open(Box::new(other.clone()));
        repository.replace_all(&read(&file).unwrap(), now().millis + 2).unwrap();
        assert!(export(&Repository::open(Box::new(other)).1.logbook, now()) == file, "{least}: elsewhere");
    }
}
