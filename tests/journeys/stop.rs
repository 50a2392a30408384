//! A sign that ends training, over a store in memory.

use super::{UNITS, check, healthy, open, profile, set, sets, start};
use legwork::app::actions;
use legwork::app::documents::Documents;
use legwork::app::transaction::ActionError;
use legwork::domain::safety::RedFlag;
use legwork::storage::MemoryStore;

fn recorded(docs: Documents) -> usize {
    docs.log().with_untracked(|log| log.len())
}

#[test]
fn a_sign_keeps_what_was_done_and_nothing_starts_until_a_clinician_has_agreed() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        start(docs);
        actions::log_set(docs, 0, &set(8)).unwrap();
        actions::stop_for(docs, RedFlag::ChestPain).unwrap();
        assert_eq!((recorded(docs), sets(docs)), (1, 0));
        // A new start of the app changes nothing about it, and neither do other answers.
        let (docs, _) = open(store.clone());
        assert_eq!(actions::adopt(docs, &profile(), &healthy(), UNITS), Err(ActionError::Forbidden));
        let plan = docs.plans().with_untracked(|plans| plans.active().is_some());
        assert!(plan, "the plan waits");
        let slot = docs.plans().with_untracked(|plans| plans.active().unwrap().slots().next().unwrap().0);
        assert_eq!(actions::start_session(docs, slot), Err(ActionError::Forbidden));
        assert_eq!(actions::start_blank(docs, "Legs".into()), Err(ActionError::Forbidden));
        // Neither the session that it ended runs again, nor one that is called an earlier one and is today's.
        let (id, today) =
            docs.log().with_untracked(|log| log.sessions().map(|s| (s.id, s.day)).next().unwrap());
        assert_eq!(actions::reopen_session(docs, id), Err(ActionError::Forbidden));
        assert_eq!(actions::start_earlier(docs, today, None, "Legs"), Err(ActionError::Forbidden));
        actions::start_earlier(docs, today.plus(-2), None, "Legs").unwrap();
        actions::discard_session(docs).unwrap();
        actions::clear_signs(docs).unwrap();
        assert_eq!(actions::clear_signs(docs), Err(ActionError::Gone));
        actions::start_blank(docs, "Legs".into()).unwrap();
    });
}

#[test]
fn a_sign_that_was_reported_while_the_clock_ran_ahead_is_lifted_when_a_clinician_agrees() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        start(docs);
        super::DAYS_LATER.set(2);
        actions::stop_for(docs, RedFlag::ChestPain).unwrap();
        super::DAYS_LATER.set(0);
        assert_eq!(actions::start_blank(docs, "Legs".into()), Err(ActionError::Forbidden));
        actions::clear_signs(docs).unwrap();
        actions::start_blank(open(store).0, "Legs".into()).unwrap();
    });
}

#[test]
fn a_sign_that_was_pressed_by_mistake_is_taken_back_with_the_session_it_ended() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        start(docs);
        actions::log_set(docs, 0, &set(8)).unwrap();
        actions::stop_for(docs, RedFlag::LockedKnee).unwrap();
        docs.undo();
        let (again, _) = open(store);
        assert_eq!((recorded(again), sets(again)), (0, 1));
        assert!(again.safety().with_untracked(|answers| answers.raised.is_empty()));
        // A session in which nothing was done leaves no trace.
        let at = again.draft().with_untracked(|d| d.as_ref().unwrap().exercises[0].sets[0].at);
        actions::undo_set(again, at).unwrap();
        actions::stop_for(again, RedFlag::LockedKnee).unwrap();
        assert_eq!((recorded(again), again.draft().with_untracked(Option::is_none)), (0, true));
    });
}
