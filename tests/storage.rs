//! The store under faults: kills, full stores, lies, damage, other tabs. What was said to be saved is there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod arbitrary;
#[path = "fixtures/v1/logbook.rs"]
mod fixture;
#[path = "fixtures/v2/logbook.rs"]
mod fixture_2;
mod tab;

use legwork::archive::envelope::{Header, seal};
use legwork::archive::{self, DocKey};
use legwork::domain::body::BodyLog;
use legwork::domain::calendar::{Day, Month};
use legwork::domain::id::SessionId;
use legwork::domain::logbook::Logbook;
use legwork::domain::units::Kg;
use legwork::storage::{
    Fault, FaultyStore, KeyValue, MemoryStore, Opened, ProblemKind, Repository, Snapshot, StorageError,
    StoredProblem, assemble, rescued, turn,
};
use proptest::prelude::*;
use std::collections::BTreeSet;
use tab::{Tab, loads, script};

const MILLIS: i64 = 1_795_240_000_000;

fn open(store: &MemoryStore) -> (Repository, Opened) {
    Repository::open(Box::new(store.clone()))
}

/// A store that holds this logbook, as saved document by document.
fn holding(book: &Logbook) -> MemoryStore {
    let store = MemoryStore::default();
    let (mut repository, opened) = open(&store);
    assert!(opened.fresh && opened.problems.is_empty());
    repository.save_documents(book, &DocKey::all_of(book), MILLIS).unwrap();
    store
}

/// The same logbook with another weight: cheap to tell apart.
fn other_than(book: &Logbook) -> Logbook {
    let body = BodyLog { weights: [(Day::EPOCH, Kg::saturating(71_000))].into(), ..BodyLog::default() };
    Logbook { body, draft: None, ..book.clone() }
}

fn alter(store: &MemoryStore, key: &str, change: impl FnOnce(String) -> String) {
    let text = store.get(key).unwrap().unwrap();
    store.set(key, &change(text)).unwrap();
}

fn quarantined(store: &MemoryStore) -> Vec<String> {
    store
        .dump()
        .into_iter()
        .filter(|(key, _)| key.starts_with("legwork:quarantine:"))
        .map(|(_, text)| text)
        .collect()
}

/// How many writes, and how many operations in all, a run takes without a fault.
fn measure(start: &MemoryStore, run: &dyn Fn(FaultyStore)) -> (usize, usize) {
    let store = FaultyStore::new(MemoryStore::holding(start.dump()), Fault::None);
    run(store.clone());
    let (operations, writes) = store.counts();
    assert!(writes > 0, "the run writes nothing");
    (writes, operations)
}

// ---- Kills and refusals at every operation ----

#[test]
fn fault_01_killed_at_any_write_every_set_that_was_said_to_be_saved_is_there() {
    let (writes, _) = measure(&MemoryStore::default(), &|store| {
        script(&mut Tab::open(store), &mut |_, _| {});
    });
    assert!(writes >= 14);
    for k in 0..=writes {
        let inner = MemoryStore::default();
        let store = FaultyStore::new(inner.clone(), Fault::DieAt(k));
        let mut promised = BTreeSet::new();
        let mut most = BTreeSet::new();
        script(&mut Tab::open(store), &mut |tab, saved| {
            most.extend(loads(&tab.book));
            if saved {
                promised = loads(&tab.book);
            }
        });
        let (_, opened) = open(&inner);
        let found = loads(&opened.logbook);
        assert!(
            promised.is_subset(&found),
            "killed at write {k}: {promised:?} was saved, {found:?} is there"
        );
        assert!(
            found.is_subset(&most) && opened.problems.is_empty() && opened.refusal.is_none(),
            "killed at {k}"
        );
        // And it goes on from there.
        let mut tab = Tab::open(FaultyStore::new(inner.clone(), Fault::None));
        tab.start(99);
        assert!(tab.tick(999_000));
        let (_, opened) = open(&inner);
        assert!(loads(&opened.logbook).contains(&999_000) && promised.is_subset(&loads(&opened.logbook)));
    }
}

#[test]
fn fault_01_killed_in_the_middle_of_a_write_nothing_is_filled_in_and_all_else_is_there() {
    let (writes, _) = measure(&MemoryStore::default(), &|store| {
        script(&mut Tab::open(store), &mut |_, _| {});
    });
    for k in 0..writes {
        let inner = MemoryStore::default();
        script(&mut Tab::open(FaultyStore::new(inner.clone(), Fault::TornAt(k))), &mut |_, _| {});
        let before = inner.dump();
        let (mut repository, opened) = open(&inner);
        for problem in &opened.problems {
            assert_eq!(problem.kind, ProblemKind::Damaged);
            let error = repository.save_documents(&opened.logbook, &[problem.key], MILLIS).unwrap_err().error;
            assert_eq!(error, StorageError::Damaged { key: problem.key }, "torn at {k}");
            assert_eq!(quarantined(&inner).len(), opened.problems.len());
        }
        assert!(opened.problems.len() <= 1);
        for (key, text) in before {
            assert!(
                key == "legwork:head" || inner.get(&key).unwrap() == Some(text),
                "{key} was written over at {k}"
            );
        }
    }
}

#[test]
fn fault_02_refused_at_any_operation_what_was_saved_is_there_and_the_rest_is_saved_later() {
    let (_, operations) = measure(&MemoryStore::default(), &|store| {
        script(&mut Tab::open(store), &mut |_, _| {});
    });
    for error in [StorageError::Full, StorageError::Unavailable] {
        for k in 0..operations {
            let inner = MemoryStore::default();
            let store = FaultyStore::new(inner.clone(), Fault::RefuseAt(k, error));
            let mut tab = Tab::open(store.clone());
            script(&mut tab, &mut |tab, saved| {
                if saved {
                    let (_, opened) = open(&inner);
                    let (promised, found) = (loads(&tab.book), loads(&opened.logbook));
                    assert!(
                        promised.is_subset(&found),
                        "{error:?} at {k}: {promised:?} was saved, {found:?} is there"
                    );
                }
            });
            store.fail(Fault::None);
            assert!(tab.retry(), "{error:?} at {k}: {:?} stays unsaved", tab.dirty);
            let (_, opened) = open(&inner);
            assert_eq!(loads(&opened.logbook), loads(&tab.book), "{error:?} at {k}");
        }
    }
}

#[test]
fn fault_02_full_at_any_size_loses_no_saved_set_and_says_what_is_not_saved() {
    let all = MemoryStore::default();
    script(&mut Tab::open(FaultyStore::new(all.clone(), Fault::None)), &mut |_, _| {});
    let needed = open(&all).0.units().unwrap();
    for quota in (0..needed + 200).step_by(23) {
        let inner = MemoryStore::default();
        let store = FaultyStore::new(inner.clone(), Fault::Quota(quota));
        let mut tab = Tab::open(store.clone());
        let mut promised = BTreeSet::new();
        script(&mut tab, &mut |tab, saved| {
            if saved {
                promised = loads(&tab.book);
            }
            let (_, opened) = open(&inner);
            let found = loads(&opened.logbook);
            assert!(promised.is_subset(&found), "quota {quota}: {promised:?} was saved, {found:?} is there");
        });
        assert!(
            !tab.dirty.is_empty() || open(&inner).1.logbook == tab.book,
            "quota {quota}: silently unsaved"
        );
        store.fail(Fault::None);
        assert!(tab.retry());
        assert_eq!(loads(&open(&inner).1.logbook), loads(&tab.book), "quota {quota}");
    }
}

#[test]
fn fault_03_each_engine_names_a_full_store_in_its_own_way() {
    for (name, code) in [
        ("QuotaExceededError", 22),
        ("NS_ERROR_DOM_QUOTA_REACHED", 1014),
        ("QuotaExceededError", 0),
        ("", 22),
    ] {
        assert_eq!(StorageError::of_exception(name, code), StorageError::Full, "{name} {code}");
    }
    assert_eq!(StorageError::of_exception("SecurityError", 18), StorageError::Unavailable);
    assert_eq!(StorageError::of_exception("", 0), StorageError::Unavailable);
}

#[test]
fn fault_04_what_the_engine_accepts_and_takes_back_later_is_noticed_and_saved_again() {
    let inner = MemoryStore::default();
    let store = FaultyStore::new(inner.clone(), Fault::None);
    let mut tab = Tab::open(store.clone());
    assert!(tab.start(1) && tab.tick(1_000));
    store.fail(Fault::Revert);
    assert!(tab.tick(2_000) && tab.weigh(70_000));
    store.fail(Fault::None);
    store.revert();
    assert_eq!(loads(&open(&inner).1.logbook), [1_000].into());
    assert_eq!(tab.repository.lost(), [DocKey::Body, DocKey::Draft]);
    tab.dirty.extend(tab.repository.lost());
    assert!(tab.retry() && tab.repository.lost().is_empty());
    let (_, opened) = open(&inner);
    assert_eq!((loads(&opened.logbook), opened.logbook.body), ([1_000, 2_000].into(), tab.book.body.clone()));
    // Even unnoticed, the next set of the same document brings all of them back.
    store.fail(Fault::Revert);
    assert!(tab.tick(3_000));
    store.fail(Fault::None);
    store.revert();
    assert!(tab.tick(4_000));
    assert_eq!(loads(&open(&inner).1.logbook), [1_000, 2_000, 3_000, 4_000].into());
}

#[test]
fn a_finished_session_whose_draft_the_engine_brings_back_keeps_its_last_sets() {
    let inner = MemoryStore::default();
    let store = FaultyStore::new(inner.clone(), Fault::None);
    let mut tab = Tab::open(store.clone());
    assert!(tab.start(1) && tab.tick(1_000));
    store.fail(Fault::Revert);
    assert!(tab.tick(2_000) && tab.finish());
    tab.clock += 60_000;
    assert!(tab.start(2) && tab.tick(3_000));
    store.fail(Fault::None);
    store.revert();
    tab.dirty.extend(tab.repository.lost());
    assert!(tab.retry());
    let book = open(&inner).1.logbook;
    assert_eq!((loads(&book), book.log.len()), ([1_000, 2_000, 3_000].into(), 1));
}

#[test]
fn fault_05_a_write_that_silently_does_nothing_is_not_called_saved() {
    let store = FaultyStore::new(MemoryStore::default(), Fault::Ignored);
    let (mut repository, _) = Repository::open(Box::new(store));
    let problem = repository.save_documents(&Logbook::default(), &[DocKey::Body], MILLIS).unwrap_err();
    assert_eq!((problem.error, problem.unsaved), (StorageError::NotVerified, vec![DocKey::Body]));
}

// ---- Recent months first ----

/// A month behind everything: whatever is stored is read later.
fn latest() -> Month {
    Day::EPOCH.plus(99_999).month()
}

/// A logbook of two years, as saved, and the month from which on it is read at once.
fn two_years() -> (Logbook, MemoryStore) {
    let mut book = fixture_2::logbook(fixture::logbook());
    for month in 1..=24_i64 {
        let mut one = fixture::logbook().log.sessions().next().unwrap().clone();
        one.id = SessionId::new(MILLIS - month * 2_600_000_000, [month as u8; 10]);
        one.day = one.day.plus(-30 * month);
        book.log.record(one);
        book.food
            .days
            .insert(Day::EPOCH.plus(30 * month), *fixture::logbook().food.days.values().next().unwrap());
    }
    let store = holding(&book);
    (book, store)
}

#[test]
fn months_that_are_read_later_make_the_same_logbook_whatever_the_turns() {
    let (book, store) = two_years();
    for most in [1, 5, usize::MAX] {
        let (mut repository, mut opened) =
            Repository::open_from(Box::new(store.clone()), Some(&|_| latest()));
        assert!(!opened.fresh && opened.problems.is_empty());
        // The running session's month alone is there.
        assert!(opened.logbook.log.months().len() <= 1 && opened.logbook != book);
        let mut turns = 0;
        while !repository.is_whole() {
            assert_eq!(repository.read_later(&mut opened.logbook, most), []);
            turns += 1;
        }
        assert!(opened.logbook == book, "in turns of {most}");
        assert!(if most == usize::MAX { turns == 1 } else { turns > 4 }, "{turns} turns of {most}");
    }
    let since = book.log.months().keys().next_back().copied().unwrap();
    let (repository, opened) = Repository::open_from(Box::new(store), Some(&|_| since));
    assert!(!repository.is_whole());
    assert!(opened.logbook.log.len() < book.log.len() && opened.logbook.profile == book.profile);
    assert_eq!(opened.logbook.log.month(since), book.log.month(since));
}

#[test]
fn a_month_that_was_not_read_yet_is_never_written_over() {
    let (book, store) = two_years();
    let old = book.log.months().keys().next().copied().unwrap();
    let (mut repository, mut opened) = Repository::open_from(Box::new(store.clone()), Some(&|_| latest()));
    assert!(opened.logbook.log.month(old).is_empty());
    let mut new = book.log.sessions().next().unwrap().clone();
    new.id = SessionId::new(MILLIS, [77; 10]);
    opened.logbook.log.record(new.clone());
    assert_eq!(new.day.month(), old);
    let problem = repository.save_documents(&opened.logbook, &[DocKey::Log(old)], MILLIS).unwrap_err();
    assert_eq!(problem.error, StorageError::Conflict);
    let dirty = [DocKey::Log(old)].into();
    repository.refresh_into(&mut opened.logbook, &[DocKey::Log(old)], &dirty).unwrap();
    repository.save_documents(&opened.logbook, &[DocKey::Log(old)], MILLIS).unwrap();
    let whole = open(&store).1.logbook;
    assert_eq!(whole.log.len(), book.log.len() + 1);
    // Read once more behind that, it is what it was.
    assert_eq!(repository.read_later(&mut opened.logbook, usize::MAX), []);
    assert!(opened.logbook == whole);
}

#[test]
fn a_damaged_month_is_found_when_its_turn_comes_and_keeps_the_old_generation_from_being_swept() {
    let (book, store) = two_years();
    let old = book.log.months().keys().next().copied().unwrap();
    store.set("legwork:0:settings", "something that was left").unwrap();
    alter(&store, &format!("legwork:1:log:{old}"), |text| text[..text.len() / 2].to_owned());
    let (mut repository, mut opened) = Repository::open_from(Box::new(store.clone()), Some(&|_| latest()));
    assert!(opened.problems.is_empty() && quarantined(&store).is_empty());
    let problems = repository.read_later(&mut opened.logbook, usize::MAX);
    assert_eq!(problems, [StoredProblem { key: DocKey::Log(old), kind: ProblemKind::Damaged }]);
    assert_eq!(quarantined(&store).len(), 1);
    assert!(store.get("legwork:0:settings").unwrap().is_some(), "swept beside something damaged");
    // Sound, the same start sweeps once all is read, and not before.
    let (_, store) = two_years();
    store.set("legwork:0:settings", &seal(Header { schema: 2, revision: 1, saved_at: 0 }, "{}")).unwrap();
    let (mut repository, mut opened) = Repository::open_from(Box::new(store.clone()), Some(&|_| latest()));
    assert!(store.get("legwork:0:settings").unwrap().is_some());
    repository.read_later(&mut opened.logbook, usize::MAX);
    assert!(store.get("legwork:0:settings").unwrap().is_none());
}

#[test]
fn the_month_of_a_running_session_is_read_however_long_ago_it_is() {
    let (mut book, store) = two_years();
    let last = book.log.sessions().next().unwrap().clone();
    let mut draft = book.draft.clone().unwrap();
    (draft.id, draft.day) = (last.id, last.day);
    draft.exercises.clear();
    book.draft = Some(draft);
    let (mut repository, _) = open(&store);
    repository.save_documents(&book, &[DocKey::Draft], MILLIS).unwrap();
    // It was recorded already, and killed before the draft was taken away: that is seen at once.
    let (_, opened) = Repository::open_from(Box::new(store), Some(&|_| latest()));
    assert_eq!(opened.logbook.draft, None);
    assert_eq!(opened.logbook.log.len(), book.log.month(last.day.month()).sessions.len());
}

// ---- Damage ----

#[test]
fn fault_08_with_any_one_key_gone_the_rest_is_there_and_nobody_is_taken_for_new() {
    let book = fixture::logbook();
    let whole = holding(&book);
    for key in whole.keys().unwrap() {
        let store = MemoryStore::holding(whole.dump());
        store.remove(&key).unwrap();
        let (_, opened) = open(&store);
        assert!(!opened.fresh && opened.problems.is_empty(), "{key}");
        for doc in DocKey::all_of(&book).into_iter().filter(|doc| !key.ends_with(&format!(":{doc}"))) {
            assert_eq!(
                archive::encode(&opened.logbook, doc),
                archive::encode(&book, doc),
                "{doc} without {key}"
            );
        }
    }
}

#[test]
fn fault_09_10_a_cut_or_a_flipped_bit_blocks_that_document_only_and_its_text_is_kept_word_for_word() {
    let book = fixture_2::logbook(fixture::logbook());
    let whole = holding(&book);
    let keys: Vec<String> = whole.keys().unwrap().into_iter().filter(|key| key != "legwork:head").collect();
    for key in keys {
        for damage in [0, 1, 2] {
            let store = MemoryStore::holding(whole.dump());
            alter(&store, &key, |text| match damage {
                0 => text[..text.len() / 3].to_owned(),
                1 => format!("{}~", &text[..text.len() - 1]),
                _ => String::new(),
            });
            let damaged = store.get(&key).unwrap().unwrap();
            let (mut repository, opened) = open(&store);
            let [StoredProblem { key: doc, kind: ProblemKind::Damaged }] = opened.problems[..] else {
                panic!("{key} damaged by {damage}: {:?}", opened.problems)
            };
            let refused = repository.save_documents(&opened.logbook, &[doc], MILLIS).unwrap_err();
            assert_eq!(refused.error, StorageError::Damaged { key: doc });
            assert_eq!(store.get(&key).unwrap(), Some(damaged.clone()), "{key} was written over");
            assert_eq!(quarantined(&store), [damaged]);
            // A reload does not copy again; another document is saved as ever.
            let (mut repository, opened) = open(&store);
            assert_eq!((quarantined(&store).len(), opened.problems.len()), (1, 1));
            let another = if doc == DocKey::Body { DocKey::Safety } else { DocKey::Body };
            repository.save_documents(&opened.logbook, &[another], MILLIS).unwrap();
            // The person decides to start it empty.
            assert!(repository.release(doc));
            repository.save_documents(&opened.logbook, &[doc], MILLIS).unwrap();
            let (_, opened) = open(&store);
            assert!(opened.problems.is_empty() && quarantined(&store).len() == 1);
        }
    }
}

#[test]
fn fault_10_a_document_broken_while_the_app_runs_is_written_anew_from_memory_over_a_kept_copy() {
    let store = MemoryStore::default();
    let mut tab = Tab::open(FaultyStore::new(store.clone(), Fault::None));
    assert!(tab.start(1) && tab.tick(1_000));
    alter(&store, "legwork:1:draft", |text| text.replace('x', "y"));
    assert!(tab.tick(2_000));
    assert_eq!(loads(&open(&store).1.logbook), [1_000, 2_000].into());
    assert_eq!(quarantined(&store).len(), 1);
}

#[test]
fn quarantine_is_bounded_and_what_does_not_fit_stays_where_it_is() {
    let store = MemoryStore::default();
    for month in 0..40 {
        let key = format!("legwork:1:log:{}-{:02}", 2020 + month / 12, month % 12 + 1);
        store.set(&key, &format!("LW broken {month}")).unwrap();
    }
    let before = store.dump();
    let (mut repository, opened) = open(&store);
    assert_eq!((opened.problems.len(), quarantined(&store).len()), (40, 16));
    assert!(before.iter().all(|(key, text)| store.get(key).unwrap().as_ref() == Some(text)));
    // Released one by one, each is kept first.
    for problem in opened.problems {
        assert!(repository.release(problem.key));
    }
    assert_eq!(quarantined(&store).len(), 40);
    // Where it cannot be kept it is not released.
    let full = FaultyStore::new(MemoryStore::holding(before), Fault::Quota(0));
    let (mut repository, opened) = Repository::open(Box::new(full));
    let doc = opened.problems[0].key;
    assert!(!repository.release(doc));
    assert!(repository.save_documents(&opened.logbook, &[doc], MILLIS).is_err());
}

#[test]
fn fault_12_without_a_head_or_with_a_broken_one_the_complete_generation_is_found_by_its_keys() {
    let (book, other) = (fixture::logbook(), other_than(&fixture::logbook()));
    for head in
        [None, Some(""), Some(r#"{"format":"legwork","schema":1,"generation":1,"check":"0"}"#), Some("\u{0}")]
    {
        let store = holding(&book);
        let (mut repository, _) = open(&store);
        repository.replace_all(&other, MILLIS).unwrap();
        // A third generation that a kill left half: everything but the document that is written last.
        for (key, text) in store.dump() {
            if key.starts_with("legwork:2:") && !key.ends_with(":profile") {
                store.set(&key.replace(":2:", ":3:"), &text).unwrap();
            }
        }
        match head {
            None => store.remove("legwork:head").unwrap(),
            Some(text) => store.set("legwork:head", text).unwrap(),
        }
        let (mut repository, opened) = open(&store);
        assert_eq!((opened.logbook, opened.fresh), (other.clone(), false), "{head:?}");
        repository.save_documents(&other, &[DocKey::Settings], MILLIS).unwrap();
        assert_eq!(open(&store).1.logbook, other);
    }
}

// ---- Versions ----

#[test]
fn fault_13_14_what_a_newer_version_wrote_is_shown_where_it_can_be_and_never_written_over() {
    let book = fixture::logbook();
    // A newer head; a newer document under a head of ours.
    for newer_head in [true, false] {
        let store = holding(&book);
        if newer_head {
            let check = format!("{:08x}", archive::envelope::checksum("legwork 3 1"));
            let head =
                format!(r#"{{"format":"legwork","schema":3,"generation":1,"app":"9.0","check":"{check}"}}"#);
            store.set("legwork:head", &head).unwrap();
        } else {
            let text = seal(Header { schema: 3, revision: 1, saved_at: 0 }, "[\"new\"]");
            store.set("legwork:1:plans", &text).unwrap();
        }
        let before = store.dump();
        let (mut repository, opened) = open(&store);
        let refusal = StorageError::NewerSchema { schema: 3 };
        assert_eq!(
            (opened.refusal, repository.refusal(), opened.fresh),
            (Some(refusal), Some(refusal), false)
        );
        assert!(repository.is_read_only() && !open(&holding(&book)).0.is_read_only());
        assert_eq!(opened.logbook.log, book.log);
        for doc in DocKey::all_of(&book) {
            assert_eq!(repository.save_documents(&book, &[doc], MILLIS).unwrap_err().error, refusal);
        }
        assert_eq!(repository.replace_all(&book, MILLIS), Err(refusal));
        assert_eq!(store.dump(), before, "a newer version's data was touched");
        assert_eq!(repository.raw().unwrap().len(), before.len());
        // Its rescue file is none that this version could restore.
        let texts: serde_json::Map<_, _> = before.into_iter().map(|(key, text)| (key, text.into())).collect();
        let file = serde_json::json!({ "format": "legwork-raw", "texts": texts }).to_string();
        assert_eq!(rescued(&file), None);
    }
}

#[test]
fn fault_14_an_old_tab_stops_writing_the_moment_a_newer_version_has_written() {
    let store = MemoryStore::default();
    let mut tab = Tab::open(FaultyStore::new(store.clone(), Fault::None));
    assert!(tab.start(1) && tab.tick(1_000));
    let check = format!("{:08x}", archive::envelope::checksum("legwork 3 2"));
    let head = format!(r#"{{"format":"legwork","schema":3,"generation":2,"app":"9","check":"{check}"}}"#);
    store.set("legwork:head", &head).unwrap();
    let before = store.dump();
    assert!(!tab.tick(2_000) && !tab.weigh(70_000));
    assert_eq!(
        (store.dump(), tab.repository.refusal()),
        (before, Some(StorageError::NewerSchema { schema: 3 }))
    );
}

#[test]
fn fault_16_a_store_of_every_past_version_opens_to_the_same_values() {
    let then = [
        (include_str!("fixtures/v1/store.json"), fixture::logbook()),
        (include_str!("fixtures/v2/store.json"), fixture_2::logbook(fixture::logbook())),
    ];
    for (texts, logbook) in then {
        let texts: std::collections::BTreeMap<String, String> = serde_json::from_str(texts).unwrap();
        let (_, opened) = open(&MemoryStore::holding(texts.into_iter().collect()));
        assert_eq!(opened, Opened { logbook, ..Opened::default() });
    }
}

// ---- Whole logbooks at once ----

#[test]
fn fault_15_a_replacement_killed_or_refused_at_any_operation_leaves_the_old_or_the_new_and_nothing_between() {
    let (old, new) = (fixture::logbook(), other_than(&fixture::logbook()));
    let start = holding(&old);
    let replace = |store: FaultyStore| {
        let (mut repository, _) = Repository::open(Box::new(store));
        repository.replace_all(&new, MILLIS).is_ok()
    };
    let (writes, operations) = measure(&start, &|store| assert!(replace(store)));
    let faults =
        (0..writes)
            .map(Fault::DieAt)
            .chain((0..writes).map(Fault::TornAt))
            .chain((0..operations).flat_map(|k| {
                [StorageError::Full, StorageError::Unavailable].map(|e| Fault::RefuseAt(k, e))
            }));
    for fault in faults {
        let inner = MemoryStore::holding(start.dump());
        let done = replace(FaultyStore::new(inner.clone(), fault));
        let (_, opened) = open(&inner);
        assert!(opened.problems.is_empty() && opened.refusal.is_none(), "{fault:?}");
        if done {
            assert_eq!(opened.logbook, new, "{fault:?}");
        } else {
            assert!(opened.logbook == old || opened.logbook == new, "{fault:?} left something else");
        }
        // And that start has swept up what is left over, without touching what is in use.
        assert_eq!(open(&inner).1.logbook, opened.logbook, "{fault:?}");
        let mut generations: BTreeSet<String> =
            inner.keys().unwrap().iter().filter_map(|key| key.split(':').nth(1).map(str::to_owned)).collect();
        generations.remove("quarantine");
        assert_eq!(generations.len(), 2, "{generations:?}: the head and one generation");
    }
}

#[test]
fn a_generation_with_a_profile_is_whole_wherever_the_replacement_died() {
    let (old, new) = (fixture::logbook(), other_than(&fixture::logbook()));
    let start = holding(&old);
    let replace = |store: FaultyStore| {
        let (mut repository, _) = Repository::open(Box::new(store));
        repository.replace_all(&new, MILLIS).ok();
    };
    let (writes, _) = measure(&start, &|store| replace(store));
    let generation = |inner: &MemoryStore| {
        let keys = inner.keys().unwrap();
        keys.into_iter().filter(|key| key.starts_with("legwork:2:")).collect::<BTreeSet<_>>()
    };
    let done = MemoryStore::holding(start.dump());
    replace(FaultyStore::new(done.clone(), Fault::None));
    let (whole, profile) = (generation(&done), "legwork:2:profile".to_owned());
    assert!(whole.contains(&profile) && whole.len() > 5);
    for k in 0..writes {
        let inner = MemoryStore::holding(start.dump());
        replace(FaultyStore::new(inner.clone(), Fault::DieAt(k)));
        let there = generation(&inner);
        assert!(!there.contains(&profile) || there == whole, "killed at write {k}: {there:?}");
    }
}

#[test]
fn fault_15_a_replacement_that_does_not_fit_leaves_no_half_of_itself_behind() {
    let (old, new) = (fixture::logbook(), other_than(&fixture::logbook()));
    let start = holding(&old);
    let before = open(&start).0.units().unwrap();
    for more in (0..before).step_by(97) {
        let inner = MemoryStore::holding(start.dump());
        let (mut repository, _) =
            Repository::open(Box::new(FaultyStore::new(inner.clone(), Fault::Quota(before + more))));
        match repository.replace_all(&new, MILLIS) {
            Err(error) => {
                assert_eq!((error, inner.dump()), (StorageError::Full, start.dump()));
                repository.save_documents(&old, &[DocKey::Settings], MILLIS).unwrap();
            }
            Ok(()) => assert_eq!(open(&inner).1.logbook, new),
        }
    }
}

#[test]
fn a_restore_is_taken_back_whole_even_when_killed_on_the_way() {
    let (old, new) = (fixture::logbook(), other_than(&fixture::logbook()));
    let start = holding(&old);
    let undo = |store: FaultyStore, fault: Fault| {
        let (mut repository, _) = Repository::open(Box::new(store.clone()));
        assert!(!repository.can_undo_replace());
        repository.replace_all(&new, MILLIS).unwrap();
        assert!(repository.can_undo_replace());
        store.fail(fault);
        repository.undo_replace().map(|opened| opened.logbook)
    };
    assert_eq!(
        undo(FaultyStore::new(MemoryStore::holding(start.dump()), Fault::None), Fault::None),
        Ok(old.clone())
    );
    // Another tab that starts in between sweeps the old generation up: then there is no way back, not half of one.
    let inner = MemoryStore::holding(start.dump());
    let (mut repository, _) = open(&inner);
    repository.replace_all(&new, MILLIS).unwrap();
    assert_eq!(open(&inner).1.logbook, new);
    assert_eq!(repository.undo_replace(), Err(StorageError::Conflict));
    assert_eq!(open(&inner).1.logbook, new);
    for k in 0..30 {
        let inner = MemoryStore::holding(start.dump());
        let undone = undo(FaultyStore::new(inner.clone(), Fault::None), Fault::DieAt(k));
        let (_, opened) = open(&inner);
        assert!(opened.problems.is_empty());
        let expected = if undone.is_ok() { vec![&old] } else { vec![&old, &new] };
        assert!(expected.contains(&&opened.logbook), "killed at {k}");
    }
}

#[test]
fn an_erase_killed_at_any_write_leaves_everything_or_nothing_and_never_touches_a_neighbour() {
    let old = fixture::logbook();
    let start = holding(&old);
    start.set("neighbour:data", "theirs").unwrap();
    start.set("legwork-other", "theirs too").unwrap();
    start.set("legwork:theme", "dark").unwrap();
    start.set("legwork:quarantine:1", "secret").unwrap();
    let erase = |store: FaultyStore| {
        let (mut repository, _) = Repository::open(Box::new(store));
        repository.erase_all().is_ok()
    };
    let (writes, _) = measure(&start, &|store| assert!(erase(store)));
    for k in 0..=writes {
        let inner = MemoryStore::holding(start.dump());
        let done = erase(FaultyStore::new(inner.clone(), Fault::DieAt(k)));
        let (_, opened) = open(&inner);
        let expected = if k == 0 { &old } else { &Logbook::default() };
        assert_eq!(&opened.logbook, expected, "killed at {k}");
        assert_eq!(inner.get("neighbour:data").unwrap().as_deref(), Some("theirs"));
        assert_eq!(inner.get("legwork-other").unwrap().as_deref(), Some("theirs too"));
        if done {
            assert_eq!((inner.keys().unwrap(), opened.fresh), (vec!["legwork:head".to_owned()], true));
        }
        assert!(
            k == 0 || inner.keys().unwrap().iter().all(|key| key.split(':').nth(1) != Some("1")),
            "killed at {k}"
        );
    }
    // A store too full for the longer head is erased all the same.
    let inner = MemoryStore::holding(start.dump());
    for _ in 0..12 {
        open(&inner).0.replace_all(&old, MILLIS).unwrap();
    }
    let units: usize =
        inner.dump().iter().map(|(k, t)| k.encode_utf16().count() + t.encode_utf16().count()).sum();
    assert!(erase(FaultyStore::new(inner.clone(), Fault::Quota(units))));
    assert!(open(&inner).1.fresh);
}

// ---- Other tabs and neighbours ----

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fault_18_two_tabs_that_log_at_once_keep_every_set(steps in proptest::collection::vec((any::<bool>(), 0..10_u8), 1..40)) {
        let store = MemoryStore::default();
        let mut tabs = [Tab::open(FaultyStore::new(store.clone(), Fault::None)), Tab::open(FaultyStore::new(store.clone(), Fault::None))];
        let mut expected = BTreeSet::new();
        for (number, (which, step)) in steps.into_iter().enumerate() {
            let tab = &mut tabs[usize::from(which)];
            let load = 1_000 * (number as u32 + 1);
            let saved = match step {
                0 => tab.start(number as u8),
                1 => tab.finish(),
                2 => tab.weigh(60_000 + load),
                _ => {
                    let logged = tab.tick(load);
                    if logged {
                        expected.insert(load);
                    }
                    logged
                }
            };
            if saved {
                let opened = open(&store).1;
                prop_assert_eq!(&loads(&opened.logbook), &expected);
                prop_assert!(opened.problems.is_empty());
            }
        }
    }

    #[test]
    fn fault_18_a_tab_whose_saves_fail_joins_what_the_other_logged_when_they_work_again(before in 0..4_u32, here in 1..4_u32, there in 1..4_u32) {
        let inner = MemoryStore::default();
        let full = FaultyStore::new(inner.clone(), Fault::None);
        let (mut a, mut b) = (Tab::open(full.clone()), Tab::open(FaultyStore::new(inner.clone(), Fault::None)));
        a.start(1);
        b.clock += 1_000;
        let mut number = 0;
        let mut next = || { number += 1; number * 1_000 };
        for _ in 0..before { a.tick(next()); }
        full.fail(Fault::Quota(0));
        for _ in 0..here { prop_assert!(!a.tick(next())); }
        for _ in 0..there { prop_assert!(b.tick(next())); }
        full.fail(Fault::None);
        prop_assert!(a.retry());
        let all: BTreeSet<u32> = (1..=before + here + there).map(|n| n * 1_000).collect();
        prop_assert_eq!(loads(&open(&inner).1.logbook), all.clone());
        prop_assert!(b.tick(77_000));
        prop_assert!(all.is_subset(&loads(&b.book)));
    }

    #[test]
    fn export_erase_restore_gives_the_identical_logbook(book in arbitrary::logbook()) {
        let store = MemoryStore::default();
        let (mut repository, _) = open(&store);
        repository.save_documents(&book, &DocKey::all_of(&book), MILLIS).unwrap();
        let now = legwork::domain::calendar::Now { day: Day::EPOCH, millis: 0, offset_minutes: 0 };
        let file = archive::export(&book, now);
        repository.erase_all().unwrap();
        prop_assert_eq!(open(&store).1.logbook, Logbook::default());
        repository.replace_all(&archive::read(&file).unwrap(), MILLIS).unwrap();
        let mut opened = open(&store).1;
        if opened.logbook.draft.is_none() {
            // A draft without sets whose session is recorded is finished.
            opened.logbook.draft = book.draft.clone().filter(|draft| draft.set_count() == 0);
        }
        prop_assert_eq!(opened.logbook, book);
    }
}

#[test]
fn fault_19_a_tab_that_slept_cannot_write_over_what_was_logged_meanwhile() {
    let store = MemoryStore::default();
    let mut awake = Tab::open(FaultyStore::new(store.clone(), Fault::None));
    assert!(awake.start(1) && awake.tick(1_000));
    let mut stale = Tab::open(FaultyStore::new(store.clone(), Fault::None));
    awake.clock += 1_000;
    assert!(awake.tick(2_000));
    let before = store.dump();
    let problem = stale.repository.save_documents(&stale.book, &[DocKey::Draft], MILLIS).unwrap_err();
    assert_eq!((problem.error, store.dump()), (StorageError::Conflict, before));
    assert!(stale.tick(3_000));
    assert_eq!(loads(&open(&store).1.logbook), [1_000, 2_000, 3_000].into());
}

#[test]
fn two_sessions_that_meet_in_one_draft_are_both_kept() {
    let inner = MemoryStore::default();
    let full = FaultyStore::new(inner.clone(), Fault::None);
    let (mut a, mut b) = (Tab::open(full.clone()), Tab::open(FaultyStore::new(inner.clone(), Fault::None)));
    full.fail(Fault::Quota(0));
    assert!(!a.start(1) && !a.tick(1_000));
    assert!(b.start(2) && b.tick(2_000));
    full.fail(Fault::None);
    assert!(a.tick(3_000));
    assert_eq!(loads(&open(&inner).1.logbook), [1_000, 2_000, 3_000].into());
    assert_eq!(open(&inner).1.logbook.log.len(), 1);
}

#[test]
fn a_session_finished_into_a_full_store_keeps_its_draft_there_until_the_log_is_written() {
    let inner = MemoryStore::default();
    let store = FaultyStore::new(inner.clone(), Fault::None);
    let mut tab = Tab::open(store.clone());
    assert!(tab.start(1) && tab.tick(1_000));
    let units = tab.repository.units().unwrap();
    store.fail(Fault::Quota(units));
    assert!(!tab.finish());
    assert_eq!(loads(&open(&inner).1.logbook), [1_000].into(), "the finished session is nowhere");
    // Saved one by one, as a careless caller might, it is the same.
    let problem = tab.repository.save_documents(&tab.book, &[DocKey::Draft], MILLIS).unwrap_err();
    assert_eq!(problem.error, StorageError::Full);
    assert_eq!(loads(&open(&inner).1.logbook), [1_000].into());
    store.fail(Fault::None);
    assert!(tab.retry());
    let opened = open(&inner).1;
    assert_eq!((opened.logbook.draft, opened.logbook.log.len()), (None, 1));
}

#[test]
fn a_finish_taken_back_writes_the_draft_before_the_log_lets_go() {
    let start = MemoryStore::default();
    let mut tab = Tab::open(FaultyStore::new(start.clone(), Fault::None));
    assert!(tab.start(1) && tab.tick(1_000) && tab.finish());
    let (writes, operations) = measure(&start, &|store| assert!(Tab::open(store).unfinish()));
    let faults =
        (0..=writes).map(Fault::DieAt).chain((0..operations).map(|k| Fault::RefuseAt(k, StorageError::Full)));
    for fault in faults {
        let inner = MemoryStore::holding(start.dump());
        Tab::open(FaultyStore::new(inner.clone(), fault)).unfinish();
        assert_eq!(loads(&open(&inner).1.logbook), [1_000].into(), "{fault:?}");
    }
}

#[test]
fn what_one_tab_restores_or_erases_the_other_takes_over_whole() {
    let book = fixture::logbook();
    let store = holding(&book);
    let mut stale = Tab::open(FaultyStore::new(store.clone(), Fault::None));
    let (mut repository, _) = open(&store);
    let other = other_than(&book);
    repository.replace_all(&other, MILLIS).unwrap();
    // Without refreshing first a save is refused.
    let problem = stale.repository.save_documents(&stale.book, &[DocKey::Body], MILLIS).unwrap_err();
    assert_eq!(problem.error, StorageError::Conflict);
    assert!(stale.weigh(66_000));
    assert_eq!(stale.book.log, other.log);
    assert_eq!(open(&MemoryStore::holding(store.dump())).1.logbook, stale.book);
    // The restore is still undone as one.
    let undone = repository.undo_replace();
    assert_eq!(undone.map(|opened| opened.logbook), Ok(book.clone()));
    assert!(stale.weigh(66_000));
    repository.erase_all().unwrap();
    assert!(stale.weigh(65_000));
    assert!(stale.book.log.is_empty() && open(&store).1.logbook.log.is_empty(), "erased data came back");
}

#[test]
fn fault_17_a_neighbours_clear_while_the_app_runs_costs_nothing() {
    let book = fixture::logbook();
    let store = holding(&book);
    let mut tab = Tab::open(FaultyStore::new(store.clone(), Fault::None));
    store.set("neighbour:data", "theirs").unwrap();
    for key in store.keys().unwrap() {
        store.remove(&key).unwrap();
    }
    assert!(tab.weigh(64_000));
    assert_eq!(open(&store).1.logbook, tab.book);
    assert_eq!(tab.book.log, book.log);
}

#[test]
fn fault_22_23_revisions_order_and_the_clock_does_not() {
    let store = MemoryStore::default();
    let mut a = Tab::open(FaultyStore::new(store.clone(), Fault::None));
    let mut b = Tab::open(FaultyStore::new(store.clone(), Fault::None));
    assert!(a.start(1));
    // A day back, 1970, a hundred years on, the same moment again and again, in both tabs.
    for (n, clock) in [-86_400_000, -MILLIS, 3_155_760_000_000, 0, 0, 0, -MILLIS - 1].into_iter().enumerate()
    {
        a.clock = MILLIS + clock;
        b.clock = MILLIS + clock;
        assert!(a.tick(2_000 * (n as u32 + 1)) && b.tick(2_000 * (n as u32 + 1) + 1_000));
    }
    assert_eq!(loads(&open(&store).1.logbook).len(), 14);
    assert!(b.finish());
    let opened = open(&store).1;
    assert_eq!((loads(&opened.logbook).len(), opened.logbook.draft), (14, None));
}

#[test]
fn a_store_that_cannot_be_read_at_first_is_read_when_it_can_be() {
    let book = fixture::logbook();
    let store = FaultyStore::new(holding(&book), Fault::None);
    let (_, operations) = {
        let _ = Repository::open(Box::new(store.clone()));
        (0, store.counts().0)
    };
    for k in 0..operations {
        store.fail(Fault::RefuseAt(k, StorageError::Unavailable));
        let mut tab = Tab::open(store.clone());
        if tab.repository.refusal().is_some() {
            assert!(tab.repository.save_documents(&Logbook::default(), &[DocKey::Body], MILLIS).is_err());
        }
        assert!(tab.weigh(64_000));
        assert_eq!(tab.book.log, book.log, "refused at {k}");
    }
}

// ---- The second copy ----

#[test]
fn fault_07_an_emptied_store_comes_back_whole_from_its_second_copy() {
    let (book, store) = two_years();
    let (mut repository, mut opened) = open(&store);
    let day = Day::EPOCH;
    let first = turn(&[], Snapshot::new(1, day, &opened.logbook, repository.texts().unwrap())).unwrap();
    let mut kept: std::collections::BTreeMap<String, String> = Default::default();
    for text in &first.put {
        kept.insert(text.name(), repository.text(*text).unwrap());
    }
    // One more weight: one text more, the months are not copied again.
    opened.logbook.body = other_than(&book).body;
    repository.save_documents(&opened.logbook, &[DocKey::Body], MILLIS).unwrap();
    let known = [first.snapshot];
    let second = turn(&known, Snapshot::new(2, day, &opened.logbook, repository.texts().unwrap())).unwrap();
    assert_eq!(second.put.iter().map(|text| text.doc).collect::<Vec<_>>(), [DocKey::Body]);
    kept.insert(second.put[0].name(), repository.text(second.put[0]).unwrap());
    assert_eq!(repository.text(known[0].texts[0]).is_some(), known[0].texts[0].doc != DocKey::Body);

    for (snapshot, expected) in [(&known[0], &book), (&second.snapshot, &opened.logbook)] {
        let texts: Vec<(DocKey, String)> =
            snapshot.texts.iter().map(|text| (text.doc, kept[&text.name()].clone())).collect();
        let again = assemble(&texts);
        assert!(again.problems.is_empty() && again.logbook == *expected);
        assert_eq!(
            (snapshot.sessions, Snapshot::read(&snapshot.write()).as_ref()),
            (book.log.len(), Some(snapshot))
        );
    }
}

#[test]
fn what_cannot_be_read_or_was_not_read_yet_is_not_copied() {
    let (_, store) = two_years();
    let later: &dyn Fn(&Logbook) -> Month = &|_| latest();
    assert_eq!(Repository::open_from(Box::new(store.clone()), Some(later)).0.texts(), None);
    alter(&store, "legwork:1:body", |text| text[..text.len() / 2].to_owned());
    assert_eq!(open(&store).0.texts(), None);
    assert_eq!(open(&MemoryStore::default()).0.texts(), None);
}
