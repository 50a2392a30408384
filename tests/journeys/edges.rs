//! A session at its edges: days that cannot be, clocks, what is remembered of a pain and a refusal, own exercises.

use super::*;
use legwork::domain::anatomy::{Credit, Function};
use legwork::domain::exercise::OwnExercises;
use legwork::domain::safety::{Pain, PainScore};
use legwork::domain::training::changes::Incoming;
use legwork::exchange::{self, Answers, Decision, Imported};

#[test]
fn no_session_is_logged_of_a_day_before_the_person_was_born() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        actions::adopt(docs, &profile(), &healthy(), UNITS).unwrap();
        let unborn = Day::parse("1990-01-01").unwrap();
        assert_eq!(actions::start_earlier(docs, unborn, None, ""), Err(ActionError::NotPossible));
        // Older than the answers is fine: people trained before they came here.
        actions::start_earlier(docs, Day::parse("2012-05-01").unwrap(), None, "Then").unwrap();
        actions::add_exercise(docs, &ExerciseId::parse("leg-extension").unwrap()).unwrap();
        actions::log_set(docs, 0, &set(8)).unwrap();
        actions::finish_session(docs).unwrap();
        assert_eq!(docs.log().with_untracked(|log| log.sessions().count()), 1);
    });
}

#[test]
fn a_clock_set_back_before_the_start_keeps_every_set_in_order_and_says_no_duration() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        start_with(docs, &[("leg-extension", 3)]);
        actions::log_set(docs, 0, &set(8)).unwrap();
        let before = CLOCK.get();
        CLOCK.set(before - 7_200_000);
        actions::log_set(docs, 0, &set(9)).unwrap();
        actions::finish_session(docs).unwrap();
        let kept = docs.log().with_untracked(|log| {
            let session = log.sessions().next().unwrap();
            let reps: Vec<_> =
                session.exercises[0].sets.iter().map(|set| set.reps().unwrap().get()).collect();
            (reps, session.lasted)
        });
        assert_eq!(kept, (vec![8, 9], None));
        CLOCK.set(before);
    });
}

#[test]
fn a_declined_calibration_set_and_a_sharp_pain_are_found_after_a_restart_and_taken_back() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        start_with(docs, &[("leg-extension", 1), ("seated-leg-curl", 1)]);
        actions::decline_trial(docs).unwrap();
        let sharp = Pain::said(None, true);
        actions::note_pain(docs, 0, sharp).unwrap();
        let (docs, opened) = open(store.clone());
        assert!(opened.problems.is_empty());
        let kept = |docs: Documents| {
            docs.draft().with_untracked(|draft| {
                draft.as_ref().map(|draft| (draft.untried, draft.exercises[0].pain)).unwrap()
            })
        };
        assert_eq!(kept(docs), (true, sharp));
        actions::note_pain(docs, 0, Pain::said(Some(PainScore::saturating(2)), true)).unwrap();
        docs.undo();
        assert_eq!(kept(docs), (true, sharp));
        actions::log_set(docs, 1, &set(8)).unwrap();
        assert_eq!(sets(docs), 1);
        actions::finish_session(docs).unwrap();
        let (later, _) = open(store);
        let pains = later.log().with_untracked(|log| {
            log.sessions().flat_map(|one| one.exercises.iter().map(|work| work.pain)).collect::<Vec<_>>()
        });
        assert_eq!(pains, [sharp, None]);
    });
}

/// What calibration sets found.
fn found(docs: Documents) -> Vec<u8> {
    docs.trials().with_untracked(|trials| trials.iter().map(|trial| trial.further).collect())
}

#[test]
fn a_calibration_set_whose_sides_differ_keeps_both_and_the_weaker_one_tells() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        start_with(docs, &[("leg-extension", 1)]);
        actions::guess(docs, 0, Some(Guess { at: 8, claimed: Rir::TWO })).unwrap();
        let side = |side, reps| SetEntry { side, ..set(reps) };
        actions::log_trial(docs, 0, &[side(Side::Left, 13), side(Side::Right, 11)]).unwrap();
        assert_eq!((sets(docs), found(docs)), (2, vec![3]));
        docs.undo();
        assert_eq!((sets(docs), found(docs)), (0, vec![]));
    });
}

#[test]
fn what_a_calibration_set_found_goes_and_comes_back_with_its_set() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        start_with(docs, &[("leg-extension", 1)]);
        actions::guess(docs, 0, Some(Guess { at: 10, claimed: Rir::TWO })).unwrap();
        actions::log_trial(docs, 0, &[set(15)]).unwrap();
        let draft = || docs.draft().with_untracked(|draft| draft.clone().unwrap());
        let logged = draft().exercises[0].sets[0].clone();
        let reps = |reps| SetEntry { done: set(reps).done, ..logged.entry.clone() };
        // Mended, it says something else; no set to the end says nothing; each is taken back.
        actions::change_set(docs, logged.at, &reps(13)).unwrap();
        assert_eq!(found(docs), [3]);
        docs.undo();
        assert_eq!(found(docs), [5]);
        actions::change_set(docs, logged.at, &set(15)).unwrap();
        assert!(found(docs).is_empty());
        docs.undo();
        actions::undo_set(docs, logged.at).unwrap();
        assert!(found(docs).is_empty() && found(open(store.clone()).0).is_empty());
        docs.undo();
        assert_eq!((found(docs), found(open(store.clone()).0)), (vec![5], vec![5]));
        actions::discard_session(docs).unwrap();
        assert!(found(docs).is_empty());
        docs.undo();
        let id = draft().id;
        actions::finish_session(docs).unwrap();
        let place = legwork::domain::training::editing::Place { exercise: 0, set: 0 };
        actions::change_recorded(docs, id, place, &reps(15), &reps(14)).unwrap();
        assert_eq!(found(docs), [4]);
        docs.undo();
        actions::delete_set(docs, id, place, &reps(15)).unwrap();
        assert!(found(docs).is_empty());
        docs.undo();
        actions::delete_session(docs, id).unwrap();
        assert!(found(docs).is_empty());
        docs.undo();
        assert_eq!(found(open(store).0), [5]);
    });
}

#[test]
fn declining_a_calibration_set_is_taken_back() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        start_with(docs, &[("leg-extension", 1)]);
        let untried = || docs.draft().with_untracked(|draft| draft.as_ref().is_some_and(|d| d.untried));
        actions::decline_trial(docs).unwrap();
        assert!(untried());
        docs.undo();
        assert!(!untried());
    });
}

#[test]
fn an_own_exercise_is_swapped_in_done_and_taken_back() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        start_with(docs, &[("lying-leg-curl", 3)]);
        let hams = Credit::of(&[(Function::KneeHamstrings, 2)]);
        let towel = docs.exercises().with_untracked(|own| own.describe(None, "Towel curl", hams)).unwrap();
        actions::keep_exercise(docs, &towel).unwrap();
        let with = Incoming { exercise: towel.id.clone(), row: docs.exercise_row(&towel.id) };
        actions::swap_exercise(docs, 0, &with, false).unwrap();
        actions::log_set(docs, 0, &set(12)).unwrap();
        assert_eq!(shape(docs), [("own-towel-curl".to_owned(), 3, 1)]);
        docs.undo();
        assert_eq!(shape(docs), [("own-towel-curl".to_owned(), 3, 0)]);
    });
}

#[test]
fn why_a_load_cannot_be_is_said_in_the_persons_unit() {
    let said = |typed, least, mass| {
        let units = legwork::i18n::Units { mass, length: LengthUnit::Centimetres };
        legwork::i18n::en::session::wrong_load(typed, least, units, &Locale::default())
    };
    let bar = Kg::from_pounds(45.0).ok();
    assert_eq!(said("3000", bar, MassUnit::Pounds), "0 to 2\u{2009}204 lb.");
    assert_eq!(said("3000", bar, MassUnit::Kilograms), "0 to 1\u{2009}000 kg.");
    assert_eq!(said("0", bar, MassUnit::Pounds), "Not without a load: the least there is weighs 45 lb.");
    assert_eq!(said("0", None, MassUnit::Pounds), "0 to 2\u{2009}204 lb.");
}

fn of_another_app() -> Imported {
    let own = OwnExercises::default();
    let log = exchange::read(include_bytes!("../fixtures/hevy/kg.csv")).unwrap();
    let preview = log.preview(&own, &Answers::default());
    let mut names = preview.proposals();
    for found in preview.asked() {
        names.add(found.name.clone(), Decision::Other);
    }
    log.import(&own, &Answers { weight: Some(MassUnit::Kilograms), names, ..Answers::default() }).unwrap()
}

#[test]
fn an_import_that_cannot_be_stored_is_taken_back_whatever_is_wrong_and_whatever_was_before() {
    check(|| {
        let stored = |store: &MemoryStore| open(store.clone()).0.log().with_untracked(|log| log.len());
        let imported = of_another_app();
        let store = MemoryStore::default();
        start(open(store.clone()).0);
        let used = store.units();
        // Full since before the import; and a store that swallows every write.
        for fault in [Fault::Quota(used), Fault::Ignored] {
            let (docs, _) = open(FaultyStore::new(store.clone(), fault));
            actions::log_set(docs, 0, &set(8)).unwrap();
            assert_ne!(docs.save_state().get_untracked(), SaveState::Saved);
            let before = actions::logbook(docs);
            assert!(matches!(actions::import_sessions(docs, &imported), Err(ActionError::Storage(_))));
            assert_eq!(actions::logbook(docs), before, "{fault:?}");
            assert_eq!(stored(&store), 0, "{fault:?}");
        }
        let (docs, _) = open(store.clone());
        actions::import_sessions(docs, &imported).unwrap();
        assert_eq!(stored(&store), imported.sessions.len());
    });
}
