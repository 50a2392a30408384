//! What is recorded is changed, moved, deleted and taken back; a rest survives a clock that was moved.

use super::{check, healthy, now, open, profile, random, set, sets, start};
use legwork::app::actions;
use legwork::app::derived::Derived;
use legwork::app::documents::{Documents, World};
use legwork::app::transaction::ActionError;
use legwork::domain::backup;
use legwork::domain::calendar::Day;
use legwork::domain::id::SessionId;
use legwork::domain::logbook::Logbook;
use legwork::domain::settings::Signals;
use legwork::domain::training::editing::Place;
use legwork::domain::training::{Rest, Session};
use legwork::domain::units::Seconds;
use legwork::exchange::Imported;
use legwork::i18n::Locale;
use legwork::storage::{MemoryStore, Repository};

const FIRST: Place = Place { exercise: 0, set: 0 };

/// A recorded session of two sets.
fn recorded(docs: Documents) -> SessionId {
    start(docs);
    actions::log_set(docs, 0, &set(8)).unwrap();
    actions::log_set(docs, 0, &set(9)).unwrap();
    let id = docs.draft().with_untracked(|draft| draft.as_ref().unwrap().id);
    actions::finish_session(docs).unwrap();
    id
}

/// What an import brings that has this session alone.
fn of(session: &Session) -> Imported {
    Imported { sessions: vec![session.clone()], own: Default::default(), refused: Vec::new() }
}

fn session(docs: Documents, id: SessionId) -> Option<Session> {
    docs.log().with_untracked(|log| log.find(id).cloned())
}

fn reps(docs: Documents, id: SessionId) -> Vec<u8> {
    let session = session(docs, id).unwrap();
    session.exercises.iter().flat_map(|work| &work.sets).map(|set| set.reps().unwrap().get()).collect()
}

#[test]
fn every_change_of_a_recorded_set_is_stored_and_taken_back() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        let id = recorded(docs);
        actions::change_recorded(docs, id, FIRST, &set(8), &set(12)).unwrap();
        assert_eq!(reps(open(store.clone()).0, id), [12, 9]);
        docs.undo();
        assert_eq!(reps(open(store.clone()).0, id), [8, 9]);
        actions::delete_set(docs, id, FIRST, &set(8)).unwrap();
        assert_eq!(reps(docs, id), [9]);
        assert_eq!(actions::delete_set(docs, id, FIRST, &set(8)), Err(ActionError::Gone));
        docs.undo();
        assert_eq!(reps(docs, id), [8, 9]);
        actions::add_set(docs, id, 0, &set(7)).unwrap();
        assert_eq!(reps(docs, id), [8, 9, 7]);
        docs.undo();
        actions::note_session(docs, id, None, "felt strong").unwrap();
        let stored = session(open(store).0, id).unwrap();
        assert_eq!((stored.note.as_str(), reps(docs, id)), ("felt strong", vec![8, 9]));
    });
}

#[test]
fn the_last_set_and_its_exercise_come_back_together() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        let id = recorded(docs);
        let before = session(docs, id).unwrap().exercises;
        actions::delete_set(docs, id, FIRST, &set(8)).unwrap();
        actions::delete_set(docs, id, FIRST, &set(9)).unwrap();
        assert!(session(docs, id).unwrap().exercises.is_empty());
        docs.undo();
        assert_eq!(session(docs, id).unwrap().exercises[0].exercise, before[0].exercise);
        assert_eq!(reps(docs, id), [9]);
    });
}

#[test]
fn a_deleted_session_comes_back_and_a_stale_tab_does_not_bring_it() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        let id = recorded(docs);
        let (other, _) = open(store.clone());
        actions::delete_session(docs, id).unwrap();
        assert_eq!(actions::change_recorded(other, id, FIRST, &set(8), &set(1)), Err(ActionError::Gone));
        assert!(session(open(store.clone()).0, id).is_none());
        docs.undo();
        assert_eq!(reps(open(store).0, id), [8, 9]);
    });
}

#[test]
fn a_session_moves_over_a_months_end_and_back_and_is_there_once() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        let id = recorded(docs);
        let day = Day::parse("2026-10-31").unwrap();
        actions::move_session(docs, id, day).unwrap();
        let (again, _) = open(store.clone());
        assert_eq!((again.log().with_untracked(|log| log.len()), session(again, id).unwrap().day), (1, day));
        docs.undo();
        let (again, _) = open(store);
        let day = Day::parse("2026-11-21").unwrap();
        assert_eq!((again.log().with_untracked(|log| log.len()), session(again, id).unwrap().day), (1, day));
        assert_eq!(actions::move_session(docs, id, day.plus(1)), Err(ActionError::NotPossible));
        let unborn = Day::parse("1990-01-01").unwrap();
        assert_eq!(actions::move_session(docs, id, unborn), Err(ActionError::NotPossible));
        assert_eq!(reps(docs, id), [8, 9]);
    });
}

#[test]
fn a_finish_is_taken_back_later_and_done_again() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        let id = recorded(docs);
        let (docs, _) = open(store.clone());
        actions::reopen_session(docs, id).unwrap();
        assert_eq!((sets(docs), docs.log().with_untracked(|log| log.len())), (2, 0));
        let planned = docs.draft().with_untracked(|draft| {
            draft.as_ref().unwrap().exercises.iter().filter(|one| one.planned.is_some()).count()
        });
        assert!(planned > 1, "what was planned and not done is there again");
        actions::log_set(docs, 0, &set(10)).unwrap();
        assert_eq!(actions::reopen_session(docs, id), Err(ActionError::Gone));
        actions::finish_session(docs).unwrap();
        assert_eq!(reps(open(store).0, id), [8, 9, 10]);
        start_other(docs);
        assert_eq!(actions::reopen_session(docs, id), Err(ActionError::NotPossible));
    });
}

#[test]
fn taking_a_finish_back_is_itself_taken_back_with_what_was_done_since_and_the_duration() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        let id = recorded(docs);
        let before = session(docs, id).unwrap();
        assert!(before.lasted.is_some());
        super::CLOCK.set(super::CLOCK.get() + 3_600_000);
        actions::reopen_session(docs, id).unwrap();
        actions::note_draft(docs, "felt strong").unwrap();
        docs.undo();
        let (again, _) = open(store.clone());
        assert!(again.draft().with_untracked(Option::is_none));
        let after = session(again, id).unwrap();
        let edited_at = after.edited_at;
        assert_eq!(after, Session { note: "felt strong".to_owned(), edited_at, ..before.clone() });
        // Reopened, kept over a restart and finished again: it took as long as it took.
        actions::reopen_session(again, id).unwrap();
        let (again, _) = open(store);
        actions::finish_session(again).unwrap();
        assert_eq!(session(again, id).unwrap().lasted, before.lasted);
    });
}

fn start_other(docs: Documents) {
    actions::start_blank(docs, "Own".to_owned()).unwrap();
}

#[test]
fn a_moved_clock_mends_the_rest_once_however_many_tabs_notice() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        start(docs);
        actions::log_set(docs, 0, &set(8)).unwrap();
        let seen = docs.draft().with_untracked(|draft| draft.as_ref().unwrap().rest.unwrap());
        let right = Rest { ends_at: seen.ends_at - 3_600_000, ..seen };
        actions::mend_rest(docs, seen, right).unwrap();
        assert_eq!(actions::mend_rest(docs, seen, right), Err(ActionError::Gone));
        let now = docs.draft().with_untracked(|draft| draft.as_ref().unwrap().rest);
        assert_eq!(now, Some(right));
    });
}

#[test]
fn a_set_nobody_planned_rests_as_long_as_its_exercise_wants() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        actions::adopt(docs, &profile(), &healthy(), super::UNITS).unwrap();
        start_other(docs);
        let squat = legwork::domain::exercise::find("high-bar-back-squat").unwrap();
        actions::add_exercise(docs, &squat.into()).unwrap();
        actions::log_set(docs, 0, &set(8)).unwrap();
        let length = docs.draft().with_untracked(|draft| draft.as_ref().unwrap().rest.unwrap().length);
        assert_eq!(length, Seconds::saturating(i64::from(squat.rest)));
    });
}

#[test]
fn the_switches_of_a_rest_are_kept() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        let signals = Signals { sound: false, vibration: true, notification: true, awake: true };
        actions::set_signals(docs, signals).unwrap();
        assert_eq!(open(store).0.settings().with_untracked(|settings| settings.signals), signals);
    });
}

#[test]
fn after_a_start_with_the_recent_months_an_action_and_an_export_have_all_of_the_log() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        let id = recorded(docs);
        let mut old = session(docs, id).unwrap();
        (old.id, old.slot, old.day) = (SessionId::new(1, [9; 10]), None, old.day.plus(-800));
        actions::import_sessions(docs, &of(&old)).unwrap();
        let start = || {
            let recent = |book: &Logbook| book.recent(now().day);
            let (repository, opened) = Repository::open_from(Box::new(store.clone()), Some(&recent));
            Documents::new(opened.logbook, Some(repository), World { now, random }, Locale::default())
        };
        let whole = open(store.clone()).0;
        let export = |docs: Documents| {
            actions::export_text(docs).lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
        };

        let docs = start();
        assert_eq!((session(docs, id).is_some(), session(docs, old.id)), (true, None));
        let seen = docs.is_whole();
        assert!(!seen.get());
        actions::note_session(docs, id, None, "felt strong").unwrap();
        assert!(seen.get() && session(docs, old.id).is_some());
        actions::note_session(whole, id, None, "felt strong").unwrap();
        assert_eq!(actions::logbook(start()).log, actions::logbook(whole).log);
        assert!(export(start()).join("").contains(&old.id.to_string()));

        // A little in each turn; the last one tells.
        let docs = start();
        let mut turns = 0;
        while docs.read_later(1) {
            turns += 1;
        }
        assert!(turns < 3 && session(docs, old.id).is_some());

        // What a restore replaces comes back whole.
        let docs = start();
        actions::restore(docs, Logbook::default()).unwrap();
        docs.undo();
        assert!(session(docs, old.id).is_some() && session(open(store.clone()).0, old.id).is_some());
    });
}

#[test]
fn what_a_week_was_worth_follows_the_log_the_draft_and_the_calibration_sets() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        let derived = Derived::new(docs);
        let seen = move || derived.volume.get().done;
        let none = seen();
        start(docs);
        actions::log_set(docs, 0, &set(8)).unwrap();
        let one = seen();
        assert!(one != none);
        actions::finish_session(docs).unwrap();
        assert!(seen() == one, "recorded, it is worth what it was");
        docs.undo();
        assert!(seen() == one);
        derived.all.set(true);
        actions::discard_session(docs).unwrap();
        assert!(seen() == none);
    });
}

#[test]
fn old_years_go_into_a_file_and_come_back_from_it_or_by_undo() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        let id = recorded(docs);
        assert_eq!(actions::archive_year(docs), None);
        let mut old = session(docs, id).unwrap();
        (old.id, old.slot, old.day) = (SessionId::new(1, [9; 10]), None, old.day.plus(-800));
        actions::import_sessions(docs, &of(&old)).unwrap();
        actions::backed_up(docs, now().day);
        let unsaved = || backup::unsaved(&actions::logbook(docs).log, &actions::logbook(docs).settings);
        let before = actions::logbook(docs);
        let year = actions::archive_year(docs).unwrap();
        assert_eq!(year, now().day.year() - 1);
        let file = legwork::archive::read(&actions::years_text(docs, year)).unwrap();
        assert_eq!(file.log.sessions().map(|one| one.id).collect::<Vec<_>>(), [old.id]);
        let units = actions::used(docs).unwrap();
        actions::take_years_out(docs, year).unwrap();
        assert!(session(docs, old.id).is_none() && session(docs, id).is_some());
        assert!(session(open(store.clone()).0, old.id).is_none() && actions::used(docs).unwrap() < units);
        assert_eq!(actions::take_years_out(docs, year), Err(ActionError::Gone));
        let merged = legwork::archive::merge(&actions::logbook(docs), &file);
        assert_eq!(merged.log, before.log);
        docs.undo();
        assert_eq!(actions::logbook(docs).log, before.log);
        assert!(session(open(store).0, old.id).is_some());
        // What comes in later by hand is no less unsaved because the old years are gone.
        assert_eq!(unsaved(), 0);
        actions::take_years_out(docs, year).unwrap();
        let mut late = session(docs, id).unwrap();
        (late.id, late.slot, late.day) = (SessionId::new(2, [9; 10]), None, late.day.plus(-3));
        actions::import_sessions(docs, &of(&late)).unwrap();
        assert_eq!(unsaved(), 1);
    });
}

#[test]
fn sets_that_a_killed_browser_lost_come_back_from_the_copy_of_the_running_session() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        start(docs);
        actions::log_set(docs, 0, &set(8)).unwrap();
        let earlier = store.dump();
        actions::log_set(docs, 0, &set(9)).unwrap();
        actions::log_set(docs, 0, &set(10)).unwrap();
        let body = |docs: Documents| {
            legwork::archive::encode(&actions::logbook(docs), legwork::archive::DocKey::Draft)
        };
        let copy = body(docs);
        // The browser was killed and has kept the store as it was a minute ago.
        let (docs, _) = open(MemoryStore::holding(earlier.clone()));
        assert_eq!(sets(docs), 1);
        actions::join_draft(docs, &copy).unwrap();
        assert_eq!(sets(docs), 3);
        assert_eq!(actions::join_draft(docs, &copy), Err(ActionError::Gone), "nothing is missing any more");
        assert_eq!(actions::join_draft(docs, "no draft at all"), Err(ActionError::NotPossible));
        // What was recorded meanwhile stays recorded.
        actions::finish_session(docs).unwrap();
        assert_eq!(actions::join_draft(docs, &copy), Err(ActionError::Gone));
        assert!(docs.draft().with_untracked(Option::is_none));
    });
}
