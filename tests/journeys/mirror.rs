//! What comes back from the second copies, and what does not: after a kill, an emptied store, a damaged one.

use super::{Said, check, open, said, set, sets, start};
use legwork::app::actions;
use legwork::app::documents::Documents;
use legwork::app::notice::SaveState;
use legwork::app::transaction::ActionError;
use legwork::domain::logbook::Logbook;
use legwork::storage::{
    DocKey, Fault, FaultyStore, KeyValue, MemoryStore, Repository, Snapshot, assemble, newer_body,
    newest_body, outlives, rescued, turn,
};

const DRAFT: &str = "legwork:1:draft";

fn text(store: &MemoryStore, key: &str) -> String {
    store.get(key).unwrap().unwrap()
}

/// Three sets in a running session; the store as it was after the first of them.
fn three_sets(store: &MemoryStore) -> (Documents, MemoryStore) {
    let (docs, _) = open(store.clone());
    start(docs);
    actions::log_set(docs, 0, &set(8)).unwrap();
    let earlier = MemoryStore::holding(store.dump());
    actions::log_set(docs, 0, &set(9)).unwrap();
    actions::log_set(docs, 0, &set(10)).unwrap();
    (docs, earlier)
}

/// A snapshot of what is stored, as it comes back.
fn copied(store: &MemoryStore) -> (Snapshot, Logbook) {
    let (repository, opened) = Repository::open(Box::new(store.clone()));
    let now = Snapshot::new(1, super::now().day, &opened.logbook, repository.texts().unwrap());
    let snapshot = turn(&[], now).unwrap().snapshot;
    let texts: Vec<(DocKey, String)> =
        snapshot.texts.iter().map(|one| (one.doc, repository.text(*one).unwrap())).collect();
    (snapshot, assemble(&texts).logbook)
}

/// What the app makes of a copy when it starts.
fn find_after(store: &MemoryStore, copy: &str) -> (Documents, Result<(), ActionError>) {
    let (docs, _) = open(store.clone());
    let seen = Repository::open(Box::new(store.clone())).0.draft_seen().1;
    let body = newer_body(copy, seen).ok_or(ActionError::Gone);
    (docs, body.and_then(|body| actions::join_draft(docs, body)))
}

#[test]
fn a_finished_session_outlives_a_kill_right_after_its_finish() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, earlier) = three_sets(&store);
        let copy = text(&store, DRAFT);
        actions::finish_session(docs).unwrap();
        // The copy of the running session is not copied over by its absence.
        assert!(outlives(&copy, &actions::logbook(docs)));
        // The browser was killed and has kept the store as it was before the last two sets.
        let (killed, found) = find_after(&earlier, &copy);
        assert_eq!((found, sets(killed)), (Ok(()), 3));
        // Where the finish was kept nothing comes twice.
        let (whole, found) = find_after(&store, &copy);
        assert_eq!((found, sets(whole)), (Err(ActionError::Gone), 0));
        assert_eq!(whole.log().with_untracked(|log| log.len()), 1);
    });
}

#[test]
fn a_session_that_was_thrown_away_or_deleted_does_not_come_back() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, earlier) = three_sets(&store);
        let copy = text(&store, DRAFT);
        actions::discard_session(docs).unwrap();
        assert!(!outlives(&copy, &actions::logbook(docs)), "its absence is copied");
        let (killed, found) = find_after(&earlier, &text(&store, DRAFT));
        assert_eq!((found, sets(killed)), (Err(ActionError::Gone), 1), "the absence brings nothing");
        docs.undo();
        let id = docs.draft().with_untracked(|draft| draft.as_ref().unwrap().id);
        actions::finish_session(docs).unwrap();
        actions::delete_session(docs, id).unwrap();
        let body = newer_body(&copy, 0).unwrap();
        assert_eq!(actions::join_draft(docs, body), Err(ActionError::Gone));
        assert!(!outlives("no copy at all", &actions::logbook(docs)));
    });
}

#[test]
fn what_comes_back_into_an_emptied_store_has_the_sets_that_were_copied_since() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, earlier) = three_sets(&store);
        let (_, mut book) = copied(&earlier);
        let copies = [text(&earlier, DRAFT), text(&store, DRAFT), "cut".to_owned()];
        // Of the copies of all generations the one that was made last.
        let body = newest_body(&copies).unwrap();
        assert_eq!(actions::join_running(&mut book, body), Ok(2));
        let (emptied, _) = open(MemoryStore::default());
        actions::restore(emptied, book).unwrap();
        assert_eq!(sets(emptied), 3);
        // Recorded in the copy that comes back: it does not run again.
        actions::finish_session(docs).unwrap();
        let (_, mut book) = copied(&store);
        assert_eq!(
            actions::join_running(&mut book, newer_body(&copies[1], 0).unwrap()),
            Err(ActionError::Gone)
        );
    });
}

#[test]
fn damaged_parts_come_from_the_copy_and_everything_newer_stays() {
    check(|| {
        let store = MemoryStore::default();
        let (_, earlier) = three_sets(&store);
        let (snapshot, book) = copied(&earlier);
        let plans = text(&store, "legwork:1:plans");
        let broken = plans[..plans.len() / 2].to_owned();
        store.set("legwork:1:plans", &broken).unwrap();
        let (docs, opened) = open(store.clone());
        docs.note_damage(&opened.problems);
        assert!(docs.plans().with_untracked(|plans| plans.active().is_none()));
        // A copy that has not got the part leaves it to the person.
        actions::mend_damaged(docs, &book, &[DocKey::Body]).unwrap();
        assert_eq!(docs.damaged().get_untracked(), [DocKey::Plans]);
        let has: Vec<DocKey> = snapshot.texts.iter().map(|text| text.doc).collect();
        actions::mend_damaged(docs, &book, &has).unwrap();
        assert!(docs.damaged().with_untracked(Vec::is_empty));
        assert_eq!((said(docs), docs.save_state().get_untracked()), (Some(Said::Restored), SaveState::Saved));
        let (again, opened) = open(store.clone());
        assert!(opened.problems.is_empty());
        assert_eq!(sets(again), 3, "newer than the copy");
        assert_eq!(actions::logbook(again).plans, book.plans);
        assert_eq!(text(&store, "legwork:quarantine:1"), broken);
    });
}

#[test]
fn a_session_that_could_not_be_stored_is_not_called_saved() {
    check(|| {
        let store = MemoryStore::default();
        let (_, _) = three_sets(&store);
        let (docs, _) = open(FaultyStore::new(store.clone(), Fault::Quota(store.units())));
        actions::finish_session(docs).unwrap();
        assert_eq!(
            (said(docs), docs.save_state().get_untracked()),
            (Some(Said::SessionUnsaved), SaveState::Full)
        );
        docs.undo();
        assert_eq!(sets(docs), 3);
        let (docs, _) = open(store);
        actions::finish_session(docs).unwrap();
        assert_eq!(said(docs), Some(Said::SessionFinished));
    });
}

#[test]
fn the_rescue_file_is_read_back_with_what_of_it_is_damaged() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = three_sets(&store);
        let file = |store: &MemoryStore| {
            let texts: serde_json::Map<String, serde_json::Value> =
                store.dump().iter().map(|(key, text)| (key.clone(), text.clone().into())).collect();
            serde_json::json!({ "format": "legwork-raw", "texts": texts }).to_string()
        };
        let opened = rescued(&file(&store)).unwrap();
        assert_eq!((opened.problems.len(), opened.logbook), (0, actions::logbook(docs)));
        let saved = actions::export_text(docs);
        let whole = (actions::logbook(docs), 0);
        assert_eq!(actions::read_file(&saved), Ok(whole.clone()));
        assert_eq!(actions::read_file(&file(&store)), Ok(whole));
        assert!(actions::read_file("{").is_err());
        store.set("legwork:1:body", "LW 2 1 1 9").unwrap();
        assert_eq!(rescued(&file(&store)).unwrap().problems.len(), 1);
        assert_eq!(actions::read_file(&file(&store)).unwrap().1, 1);
        assert_eq!(rescued(&file(&MemoryStore::default())), None);
        assert_eq!(rescued("{"), None);
    });
}
