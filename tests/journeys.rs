//! Actions over a store in memory: what a person does, and what the store does to them. No browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![cfg(feature = "web")]

#[path = "journeys/block.rs"]
mod block;

use legwork::app::actions;
use legwork::app::documents::{Documents, World};
use legwork::app::notice::{Said, SaveState};
use legwork::app::transaction::ActionError;
use legwork::domain::athlete::{Profile, ProfileDraft};
use legwork::domain::calendar::{Day, Now};
use legwork::domain::exercise::{ExerciseId, find};
use legwork::domain::plan::mesocycle;
use legwork::domain::plan::schedule::Next;
use legwork::domain::safety::{Condition, SafetyAnswers};
use legwork::domain::settings::{LengthUnit, MassUnit};
use legwork::domain::training::calibration::Guess;
use legwork::domain::training::changes::Asked;
use legwork::domain::training::{DraftExercise, Effort, SetEntry, Side};
use legwork::domain::units::{Kg, Reps, Rir};
use legwork::i18n::Locale;
use legwork::storage::{Fault, FaultyStore, KeyValue, MemoryStore, Opened, Repository};
use leptos::prelude::*;
use std::cell::Cell;

#[path = "journeys/edges.rs"]
mod edges;
#[path = "journeys/history.rs"]
mod history;
#[path = "journeys/mirror.rs"]
mod mirror;
#[path = "journeys/verdict.rs"]
mod verdict;

#[path = "journeys/stop.rs"]
mod stop;

thread_local! {
    static CLOCK: Cell<i64> = const { Cell::new(1_795_240_000_000) };
    static DAYS_LATER: Cell<i64> = const { Cell::new(0) };
    static OFFSET: Cell<i32> = const { Cell::new(60) };
}

fn now() -> Now {
    CLOCK.set(CLOCK.get() + 1_000);
    let day = Day::parse("2026-11-21").unwrap().plus(DAYS_LATER.get());
    Now { day, millis: CLOCK.get(), offset_minutes: OFFSET.get() }
}

fn random() -> [u8; 10] {
    [CLOCK.get() as u8; 10]
}

fn open(store: impl KeyValue + 'static) -> (Documents, Opened) {
    let (repository, mut opened) = Repository::open(Box::new(store));
    let book = std::mem::take(&mut opened.logbook);
    let docs = Documents::new(book, Some(repository), World { now, random }, Locale::default());
    (docs, opened)
}

/// Runs with a reactive owner, as the app does.
fn check(test: impl FnOnce()) {
    let owner = Owner::new();
    owner.set();
    test();
}

fn profile() -> Profile {
    ProfileDraft { age: "30".into(), ..ProfileDraft::default() }.check().unwrap()
}

fn healthy() -> SafetyAnswers {
    SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() }
}

const UNITS: (MassUnit, LengthUnit) = (MassUnit::Kilograms, LengthUnit::Centimetres);

fn start(docs: Documents) {
    actions::adopt(docs, &profile(), &healthy(), UNITS).unwrap();
    let slot = docs.plans().with_untracked(|plans| {
        let next = docs.log().with_untracked(|log| mesocycle::next(plans.active().unwrap(), log, now().day));
        let Next::Session { slot, .. } = next else { panic!("a new plan has a next session") };
        slot
    });
    actions::start_session(docs, slot).unwrap();
}

fn set(reps: i64) -> SetEntry {
    let effort = Effort { rir: Some(Rir::TWO), confirmed: true };
    SetEntry::work(Kg::from_kg(80.0).unwrap(), Reps::try_new(reps).unwrap(), effort)
}

fn sets(docs: Documents) -> usize {
    docs.draft().with_untracked(|draft| draft.as_ref().map_or(0, |d| d.set_count()))
}

fn said(docs: Documents) -> Option<Said> {
    docs.notice().with_untracked(|notice| notice.as_ref().map(|notice| notice.said.clone()))
}

#[test]
fn a_set_that_was_ticked_is_there_in_the_next_start() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, opened) = open(store.clone());
        assert!(opened.fresh);
        start(docs);
        actions::log_set(docs, 0, &set(8)).unwrap();
        let (again, opened) = open(store);
        assert!(opened.problems.is_empty() && !opened.fresh);
        assert_eq!(sets(again), 1);
    });
}

#[test]
fn two_tabs_over_one_store_keep_every_set_and_finish_once() {
    check(|| {
        let store = MemoryStore::default();
        let (a, _) = open(store.clone());
        start(a);
        let (b, _) = open(store.clone());
        actions::log_set(a, 0, &set(8)).unwrap();
        actions::log_set(b, 0, &set(9)).unwrap();
        actions::log_set(a, 0, &set(10)).unwrap();
        assert_eq!(sets(a), 3);
        actions::finish_session(a).unwrap();
        assert_eq!(actions::log_set(b, 0, &set(11)), Err(ActionError::Gone));
        let (later, _) = open(store);
        let logged = later.log().with_untracked(|log| {
            log.sessions()
                .map(|s| s.exercises.iter().map(|e| e.sets.len()).sum::<usize>())
                .collect::<Vec<_>>()
        });
        assert_eq!(logged, [3]);
    });
}

#[test]
fn every_undo_puts_things_back() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        start(docs);
        actions::log_set(docs, 0, &set(8)).unwrap();
        docs.undo();
        assert_eq!(sets(docs), 0);
        actions::log_set(docs, 0, &set(9)).unwrap();
        actions::finish_session(docs).unwrap();
        assert_eq!((docs.log().with_untracked(|log| log.len()), sets(docs)), (1, 0));
        docs.undo();
        assert_eq!((docs.log().with_untracked(|log| log.len()), sets(docs)), (0, 1));
        actions::discard_session(docs).unwrap();
        docs.undo();
        assert_eq!(sets(docs), 1);
    });
}

#[test]
fn a_full_store_keeps_the_set_in_memory_says_so_and_saves_it_when_there_is_room() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        start(docs);
        let used = store.units();
        let (docs, _) = open(FaultyStore::new(store.clone(), Fault::Quota(used)));
        actions::log_set(docs, 0, &set(8)).unwrap();
        assert_eq!((sets(docs), docs.save_state().get_untracked()), (1, SaveState::Full));
        let (stored, _) = open(store);
        assert_eq!(sets(stored), 0, "the old text is whole");
    });
}

#[test]
fn a_write_that_is_silently_ignored_is_noticed() {
    check(|| {
        let (docs, _) = open(FaultyStore::new(MemoryStore::default(), Fault::Ignored));
        actions::adopt(docs, &profile(), &healthy(), UNITS).unwrap();
        assert_eq!(docs.save_state().get_untracked(), SaveState::Failed);
    });
}

#[test]
fn killed_after_any_write_every_ticked_set_is_found_or_was_not_reported_saved() {
    check(|| {
        for k in 1..40 {
            let store = MemoryStore::default();
            let (docs, _) = open(FaultyStore::new(store.clone(), Fault::DieAt(k)));
            if actions::adopt(docs, &profile(), &healthy(), UNITS).is_err() {
                continue;
            }
            start(docs);
            let mut saved = 0;
            for reps in 5..9 {
                actions::log_set(docs, 0, &set(reps)).unwrap();
                if docs.save_state().get_untracked() == SaveState::Saved {
                    saved = sets(docs);
                }
            }
            actions::finish_session(docs).unwrap();
            let (later, opened) = open(store);
            assert!(opened.problems.is_empty(), "write {k}: {:?}", opened.problems);
            let logged = later.log().with_untracked(|log| {
                log.sessions().flat_map(|s| &s.exercises).map(|e| e.sets.len()).sum::<usize>()
            });
            assert!(logged.max(sets(later)) >= saved, "write {k}: {saved} were reported saved");
        }
    });
}

#[test]
fn a_restore_replaces_everything_and_its_undo_brings_everything_back() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        start(docs);
        actions::log_set(docs, 0, &set(8)).unwrap();
        let before = actions::logbook(docs);
        actions::restore(docs, Default::default()).unwrap();
        assert_eq!(actions::logbook(docs), Default::default());
        assert_eq!((sets(docs), sets(open(store.clone()).0)), (0, 0));
        docs.undo();
        assert_eq!(actions::logbook(docs), before);
        assert_eq!(actions::logbook(open(store).0), before);
    });
}

#[test]
fn export_erase_restore_gives_the_identical_logbook() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        start(docs);
        actions::log_set(docs, 0, &set(8)).unwrap();
        actions::finish_session(docs).unwrap();
        actions::log_weight(docs, now().day, Kg::from_kg(80.4).ok()).unwrap();
        let text = actions::export_text(docs);
        let before = legwork::archive::read(&text).unwrap();
        actions::erase_everything(docs).unwrap();
        assert!(store.dump().keys().all(|key| key == "legwork:head"));
        actions::restore(docs, legwork::archive::read(&text).unwrap()).unwrap();
        let (later, _) = open(store);
        assert_eq!(actions::logbook(later), before);
    });
}

#[test]
fn only_a_file_that_has_left_is_a_backup_and_of_the_day_it_was_made() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        start(docs);
        let noted = || docs.settings().with_untracked(|settings| settings.exported_on);
        let body = |text: &str| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
        let made = now().day;
        let text = actions::export_text(docs);
        assert_eq!(body(&actions::export_text(docs)), body(&text), "an export changes nothing");
        actions::not_backed_up(docs);
        assert_eq!(noted(), None);
        // The person takes a while to choose where to.
        DAYS_LATER.set(1);
        actions::backed_up(docs, made);
        DAYS_LATER.set(0);
        assert_eq!(noted(), Some(made));
        let held = docs.settings().with_untracked(|settings| settings.exported_sessions);
        assert_eq!(held.map(|held| held as usize), Some(docs.log().with_untracked(|log| log.len())));
    });
}

#[test]
fn the_example_is_never_stored_and_leaves_no_trace() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        start(docs);
        let (before, texts) = (actions::logbook(docs), store.dump());
        actions::show_example(docs);
        assert!(docs.log().with_untracked(|log| log.len()) > 4);
        actions::log_weight(docs, now().day, Kg::from_kg(70.0).ok()).unwrap();
        actions::leave_example(docs);
        assert_eq!((actions::logbook(docs), store.dump()), (before, texts));
    });
}

#[test]
fn a_newer_schema_is_read_by_nobody_and_written_over_by_nobody() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        start(docs);
        store
            .set("legwork:head", r#"{"format":"legwork","schema":99,"generation":1,"app":"9.0.0"}"#)
            .unwrap();
        let texts = store.dump();
        actions::log_set(docs, 0, &set(8)).unwrap();
        assert_eq!(docs.save_state().get_untracked(), SaveState::NewerSchema);
        assert_eq!(store.dump(), texts);
        // Known from now on: nothing is taken that could never be stored, and that is said.
        assert_eq!(actions::log_set(docs, 0, &set(9)), Err(ActionError::Elsewhere));
        assert_eq!((sets(docs), said(docs)), (1, Some(Said::Outdated)));
        assert_eq!(actions::erase_everything(docs), Err(ActionError::Elsewhere));
        docs.save_owed();
        actions::backed_up(docs, now().day);
        assert_eq!((docs.settings().with_untracked(|s| s.exported_on), store.dump()), (None, texts));
    });
}

#[test]
fn the_safety_rules_forbid_a_plan_and_keep_the_answers() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        let ill = SafetyAnswers {
            conditions: Some([Condition::HeartDisease].into()),
            cleared_on: None,
            ..Default::default()
        };
        assert_eq!(actions::adopt(docs, &profile(), &ill, UNITS), Err(ActionError::Forbidden));
        assert!(docs.plans().with_untracked(|plans| plans.active().is_none()));
        assert!(docs.profile().with_untracked(Option::is_some));
    });
}

#[test]
fn what_a_neighbour_cleared_is_saved_again_when_the_page_comes_back() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        start(docs);
        actions::log_set(docs, 0, &set(8)).unwrap();
        let cleared = store.clone();
        for key in store.keys().unwrap().into_iter().filter(|key| key.ends_with(":draft")) {
            cleared.remove(&key).unwrap();
        }
        assert_eq!(sets(open(store.clone()).0), 0);
        docs.save_lost();
        assert_eq!(sets(open(store).0), 1);
    });
}

/// A session of these exercises, each planned.
fn start_with(docs: Documents, list: &[(&str, u8)]) {
    actions::adopt(docs, &profile(), &healthy(), UNITS).unwrap();
    actions::start_blank(docs, "Legs".into()).unwrap();
    for (place, (slug, sets)) in list.iter().enumerate() {
        actions::add_exercise(docs, &ExerciseId::parse("nordic-curl").unwrap()).unwrap();
        actions::swap_exercise(docs, place, &find(slug).unwrap().into(), false).unwrap();
        actions::ask_sets(docs, place, *sets).unwrap();
    }
    actions::go_to(docs, 0).unwrap();
}

fn shape(docs: Documents) -> Vec<(String, u8, usize)> {
    docs.draft().with_untracked(|draft| {
        let one = |one: &DraftExercise| {
            let asked = one.planned.as_ref().map_or(0, |planned| planned.sets);
            (one.exercise.as_str().to_owned(), asked, one.sets.len())
        };
        draft.as_ref().unwrap().exercises.iter().map(one).collect()
    })
}

#[test]
fn every_change_of_a_running_session_is_taken_back_and_found_after_a_restart() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        start_with(docs, &[("leg-press-45", 3), ("leg-extension", 3), ("seated-leg-curl", 2)]);
        actions::log_set(docs, 0, &set(8)).unwrap();
        let before = shape(docs);
        let changes: [&dyn Fn(); 6] = [
            &|| {
                actions::swap_exercise(docs, 0, &find("horizontal-leg-press").unwrap().into(), false).unwrap()
            },
            &|| actions::move_exercise(docs, 0, 2).unwrap(),
            &|| actions::leave_out(docs, 1).unwrap(),
            &|| actions::ask_sets(docs, 2, 5).unwrap(),
            &|| actions::add_exercise(docs, &ExerciseId::parse("nordic-curl").unwrap()).unwrap(),
            &|| actions::cut_short(docs, &[Asked { place: 2, sets: 0, dropped: 2 }]).unwrap(),
        ];
        for change in changes {
            change();
            let changed = shape(docs);
            assert_ne!(changed, before);
            assert_eq!(shape(open(store.clone()).0), changed);
            docs.undo();
            assert_eq!(shape(docs), before);
            assert_eq!(shape(open(store.clone()).0), before);
        }
        assert_eq!(actions::leave_out(docs, 9), Err(ActionError::Gone));
    });
}

#[test]
fn left_and_right_are_logged_changed_and_taken_back_together() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        start_with(docs, &[("bulgarian-split-squat", 3)]);
        let side = |side, reps| SetEntry { side, ..set(reps) };
        actions::log_sets(docs, 0, &[side(Side::Left, 10), side(Side::Right, 8)]).unwrap();
        let moments = || {
            docs.draft().with_untracked(|draft| {
                let sets = &draft.as_ref().unwrap().exercises[0].sets;
                sets.iter().map(|set| (set.at, set.entry.reps().unwrap().get())).collect::<Vec<_>>()
            })
        };
        let [(left, 10), (right, 8)] = moments()[..] else { panic!("two rows of one effort") };
        let work = docs.draft().with_untracked(|draft| draft.as_ref().unwrap().exercises[0].work_sets());
        assert_eq!(work, 1);
        actions::change_sets(docs, &[(left, side(Side::Left, 11)), (right, side(Side::Right, 9))]).unwrap();
        assert_eq!(moments().iter().map(|(_, reps)| *reps).collect::<Vec<_>>(), [11, 9]);
        docs.undo();
        actions::undo_sets(docs, &[left, right]).unwrap();
        assert_eq!(sets(docs), 0);
        docs.undo();
        assert_eq!(moments().iter().map(|(_, reps)| *reps).collect::<Vec<_>>(), [10, 8]);
    });
}

#[test]
fn a_calibration_set_survives_a_kill_between_word_and_deed_and_is_stored_with_both() {
    check(|| {
        let store = MemoryStore::default();
        let (docs, _) = open(store.clone());
        start_with(docs, &[("leg-extension", 1)]);
        actions::guess(docs, 0, Some(Guess { at: 10, claimed: Rir::TWO })).unwrap();
        let (docs, _) = open(store.clone());
        assert_eq!(actions::log_trial(docs, 0, &set(9)), Err(ActionError::NotPossible));
        assert_eq!(sets(docs), 0);
        actions::log_trial(docs, 0, &set(15)).unwrap();
        let trials = |docs: Documents| {
            docs.trials().with_untracked(|t| t.iter().map(|t| (t.claimed, t.further)).collect::<Vec<_>>())
        };
        assert_eq!((trials(docs), trials(open(store).0)), (vec![(Rir::TWO, 5)], vec![(Rir::TWO, 5)]));
        let effort = docs.draft().with_untracked(|d| d.as_ref().unwrap().exercises[0].sets[0].entry.effort);
        assert_eq!(effort, Effort { rir: Some(Rir::ZERO), confirmed: true });
        docs.undo();
        assert_eq!((trials(docs), sets(docs)), (vec![], 0));
        actions::log_trial(docs, 0, &set(12)).unwrap();
        assert_eq!(trials(docs), [(Rir::TWO, 2)]);
    });
}

#[test]
fn a_session_over_midnight_in_another_time_zone_stays_on_its_day_and_two_stand_on_one() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        start_with(docs, &[("leg-extension", 3)]);
        actions::log_set(docs, 0, &set(8)).unwrap();
        DAYS_LATER.set(1);
        OFFSET.set(-480);
        CLOCK.set(CLOCK.get() + 3_600_000);
        actions::log_set(docs, 0, &set(9)).unwrap();
        assert!(docs.draft().with_untracked(|draft| draft.as_ref().unwrap().rest.is_some()));
        actions::finish_session(docs).unwrap();
        let first = Day::parse("2026-11-21").unwrap();
        actions::start_blank(docs, "More".into()).unwrap();
        actions::add_exercise(docs, &ExerciseId::parse("leg-extension").unwrap()).unwrap();
        actions::log_set(docs, 0, &set(8)).unwrap();
        actions::finish_session(docs).unwrap();
        actions::start_blank(docs, "And more".into()).unwrap();
        actions::add_exercise(docs, &ExerciseId::parse("leg-extension").unwrap()).unwrap();
        actions::log_set(docs, 0, &set(8)).unwrap();
        actions::finish_session(docs).unwrap();
        let days = docs.log().with_untracked(|log| log.sessions().map(|s| s.day).collect::<Vec<_>>());
        assert_eq!(days, [first, first.plus(1), first.plus(1)]);
        DAYS_LATER.set(0);
        OFFSET.set(60);
    });
}

#[test]
fn a_session_of_an_earlier_day_stands_there_without_rest_and_duration() {
    check(|| {
        let (docs, _) = open(MemoryStore::default());
        actions::adopt(docs, &profile(), &healthy(), UNITS).unwrap();
        let (today, earlier) = (now().day, now().day.plus(-3));
        assert_eq!(actions::start_earlier(docs, today.plus(1), None, ""), Err(ActionError::NotPossible));
        actions::start_earlier(docs, earlier, None, "Legs").unwrap();
        assert_eq!(actions::start_earlier(docs, earlier, None, ""), Err(ActionError::NotPossible));
        actions::add_exercise(docs, &ExerciseId::parse("leg-extension").unwrap()).unwrap();
        actions::log_set(docs, 0, &set(8)).unwrap();
        assert!(docs.draft().with_untracked(|draft| draft.as_ref().unwrap().rest.is_none()));
        actions::finish_session(docs).unwrap();
        let stood = docs.log().with_untracked(|log| log.sessions().map(|s| (s.day, s.lasted)).next());
        assert_eq!(stood, Some((earlier, None)));
    });
}
