//! What becomes of a block, a gym and a morning by a tap, over a store in memory. No browser.

use legwork::app::actions::{self, Answered};
use legwork::app::advice;
use legwork::app::documents::{Documents, World};
use legwork::app::transaction::ActionError;
use legwork::domain::athlete::{Profile, ProfileDraft};
use legwork::domain::calendar::{Day, Now};
use legwork::domain::exercise::Item;
use legwork::domain::id::{PlanId, SessionId};
use legwork::domain::logbook::Logbook;
use legwork::domain::plan::generate::{Request, generate};
use legwork::domain::plan::offer::{Offer, Way};
use legwork::domain::plan::{Phase, Plan};
use legwork::domain::recovery::{Morning, Readiness, Soreness};
use legwork::domain::safety::{Condition, SafetyAnswers};
use legwork::domain::settings::{LengthUnit, MassUnit};
use legwork::domain::training::loading::{Inventory, Iron, Means, PlatePairs, holder_of};
use legwork::domain::training::{Effort, ExerciseWork, Session, SetEntry, Source};
use legwork::domain::units::{Kg, Minutes, Reps};
use legwork::i18n::Locale;
use legwork::storage::{MemoryStore, Repository};
use leptos::prelude::*;
use std::cell::Cell;

thread_local! {
    static CLOCK: Cell<i64> = const { Cell::new(1_795_240_000_000) };
}

const UNITS: (MassUnit, LengthUnit) = (MassUnit::Kilograms, LengthUnit::Centimetres);

/// A Saturday.
fn today() -> Day {
    Day::parse("2026-11-21").unwrap()
}

fn now() -> Now {
    CLOCK.set(CLOCK.get() + 1_000);
    Now { day: today(), millis: CLOCK.get(), offset_minutes: 60 }
}

fn random() -> [u8; 10] {
    [CLOCK.get() as u8; 10]
}

fn open(store: MemoryStore) -> Documents {
    let (repository, mut opened) = Repository::open(Box::new(store));
    let book = std::mem::take(&mut opened.logbook);
    Documents::new(book, Some(repository), World { now, random }, Locale::default())
}

fn profile() -> Profile {
    ProfileDraft { age: "30".into(), ..ProfileDraft::default() }.check().unwrap()
}

fn healthy() -> SafetyAnswers {
    SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() }
}

/// A block that began so many days ago, trained until so many days ago.
fn book(began: i64, stopped: i64) -> Logbook {
    let profile = profile();
    let starts = today().plus(-began);
    let id = PlanId::new(7, [7; 10]);
    let limits = Default::default();
    let plan = generate(&Request { profile: &profile, limits, id, today: starts, starts, recent: None });
    let mut book = Logbook { profile: Some(profile), safety: healthy(), ..Logbook::default() };
    for (slot, day, planned) in plan.slots().filter(|(_, day, _)| *day <= today().plus(-stopped)) {
        let exercises = planned.exercises.iter().map(|one| {
            let effort = Effort { rir: Some(one.rir.0), confirmed: true };
            let set = SetEntry::work(Kg::saturating(62_500), Reps::saturating(i64::from(one.reps.0)), effort);
            let sets = vec![set; usize::from(one.sets)];
            ExerciseWork { exercise: one.exercise.clone(), sets, note: String::new(), pain: None }
        });
        let session = Session {
            id: SessionId::imported("test", &day.to_string(), ""),
            day,
            started_at: 0,
            lasted: None,
            name: String::new(),
            slot: Some(slot),
            exercises: exercises.collect(),
            note: String::new(),
            edited_at: 0,
            source: Source::Legwork,
        };
        book.log.record(session);
    }
    book.plans.follow(plan);
    book
}

/// Runs with a person's book in a store.
fn with(book: Logbook, test: impl FnOnce(Documents, MemoryStore)) {
    let owner = Owner::new();
    owner.set();
    let store = MemoryStore::default();
    let docs = open(store.clone());
    actions::restore(docs, book).unwrap();
    test(docs, store);
}

fn active(docs: Documents) -> Plan {
    docs.plans().with_untracked(|plans| plans.active().cloned().unwrap())
}

fn offered(docs: Documents) -> Option<Offer> {
    untrack(|| actions::offered(docs))
}

#[test]
fn a_way_back_is_a_plan_of_its_own_and_can_be_taken_back() {
    with(book(33, 12), |docs, store| {
        let (old, log) = (active(docs), actions::logbook(docs).log);
        let offer = offered(docs).unwrap();
        assert!(matches!(offer, Offer::Return { way: Way::Repeat, .. }), "{offer:?}");
        actions::take_offer(docs, &offer).unwrap();
        let new = active(docs);
        assert_eq!((new.starts, new.id == old.id, offered(docs)), (today(), false, None));
        let later = actions::logbook(open(store));
        assert_eq!(later.plans.list, [old.clone(), new]);
        assert_eq!(later.log, log);
        docs.undo();
        assert_eq!((active(docs), offered(docs)), (old, Some(offer)));
    });
}

#[test]
fn an_offer_that_is_put_off_is_gone_for_the_week_and_comes_back_by_undo() {
    with(book(33, 12), |docs, store| {
        let offer = offered(docs);
        assert!(offer.is_some());
        actions::put_offer_off(docs).unwrap();
        assert_eq!((offered(docs), offered(open(store))), (None, None));
        docs.undo();
        assert_eq!(offered(docs), offer);
    });
}

#[test]
fn a_lighter_week_changes_the_plan_that_is_followed_and_nothing_recorded() {
    let mut tired = book(19, 1);
    for back in 0..7 {
        tired.body.sleep.insert(today().plus(-back), Minutes::saturating(320));
        let low = Morning { readiness: Some(Readiness::Low), ..Morning::default() };
        tired.body.mornings.days.insert(today().plus(-back), low);
    }
    with(tired, |docs, _| {
        let (old, log) = (active(docs), actions::logbook(docs).log);
        let offer = offered(docs).unwrap();
        let Offer::Deload { week, .. } = offer else { panic!("{offer:?}") };
        actions::take_offer(docs, &offer).unwrap();
        let eased = active(docs);
        assert_eq!((eased.id, eased.weeks[usize::from(week)].phase), (old.id, Phase::Deload));
        assert_eq!((actions::logbook(docs).log, offered(docs)), (log, None));
        docs.undo();
        assert_eq!(active(docs), old);
    });
}

#[test]
fn a_block_is_ended_and_begun_again_and_both_can_be_taken_back() {
    with(book(19, 1), |docs, _| {
        let old = active(docs);
        actions::end_block(docs).unwrap();
        assert!(matches!(offered(docs), Some(Offer::Over { way: Way::NewBlock, .. })));
        actions::take_offer(docs, &offered(docs).unwrap()).unwrap();
        assert_eq!((docs.plans().with_untracked(|plans| plans.list.len()), offered(docs)), (2, None));
        docs.undo();
        actions::end_block(docs).unwrap();
        docs.undo();
        // The way back from ending puts the block back as it was then: ended already.
        assert!(active(docs).weeks.len() < old.weeks.len());
    });
    with(book(19, 1), |docs, _| {
        let old = active(docs);
        actions::end_block(docs).unwrap();
        docs.undo();
        assert_eq!((active(docs), offered(docs)), (old.clone(), None));
        actions::restart_block(docs).unwrap();
        let again = active(docs);
        assert!(again.weeks == old.weeks && again.id != old.id && again.starts >= today().plus(-6));
        docs.undo();
        assert_eq!(docs.plans().with_untracked(|plans| plans.list.clone()), [old]);
    });
    // Of a block nobody trained nothing is cut: it is followed no more.
    with(book(5, 30), |docs, _| {
        let old = active(docs);
        actions::end_block(docs).unwrap();
        assert!(docs.plans().with_untracked(|plans| plans.active().is_none() && plans.list == [old.clone()]));
        assert_eq!(actions::end_block(docs), Err(ActionError::Gone));
        docs.undo();
        assert_eq!(active(docs), old);
    });
}

#[test]
fn the_next_block_and_every_other_offer_need_an_open_gate() {
    let mut ill = book(19, 1);
    ill.safety.conditions = Some([Condition::HeartDisease].into());
    with(ill, |docs, _| {
        actions::end_block(docs).unwrap();
        let offer = offered(docs).unwrap();
        assert_eq!(actions::plan_of(docs, &offer), None);
        assert_eq!(actions::take_offer(docs, &offer), Err(ActionError::Forbidden));
    });
}

#[test]
fn other_answers_in_a_running_block_change_only_its_weeks_to_come() {
    with(book(19, 1), |docs, _| {
        let before = actions::logbook(docs);
        let old = active(docs);
        // Body weight is nothing that a plan rests on.
        let heavier = Profile { weight: Kg::from_kg(91.0).ok(), ..profile() };
        assert_eq!(actions::answered(docs, &heavier, &healthy()), Answered::Kept(old.clone()));
        actions::adopt(docs, &heavier, &healthy(), UNITS).unwrap();
        assert_eq!(active(docs), old);
        docs.undo();
        assert_eq!(actions::logbook(docs), before);
        // Less time is.
        let shorter = Profile { minutes: Minutes::saturating(35), ..profile() };
        actions::adopt(docs, &shorter, &healthy(), UNITS).unwrap();
        let new = active(docs);
        assert_eq!((new.id, new.weeks.len(), &new.weeks[..2]), (old.id, old.weeks.len(), &old.weeks[..2]));
        assert_ne!(new.weeks, old.weeks);
        assert_eq!(actions::logbook(docs).log, before.log);
        docs.undo();
        assert_eq!(actions::logbook(docs), before);
    });
}

/// What there is to load with.
fn iron(docs: Documents) -> Inventory {
    docs.iron().0
}

#[test]
fn the_iron_is_kept_rounds_what_is_suggested_and_can_be_as_usual_again() {
    with(book(19, 1), |docs, store| {
        assert_eq!(iron(docs), Inventory::usual(MassUnit::Kilograms));
        let five = PlatePairs { plate: Iron::kilograms(5.0).unwrap(), pairs: 12 };
        actions::set_plates(docs, &[five]).unwrap();
        let stack = Means::Even {
            least: Iron::kilograms(5.0).unwrap(),
            most: Iron::kilograms(103.0).unwrap(),
            step: Iron::kilograms(7.0).unwrap(),
        };
        actions::set_means(docs, Item::LegExtension, Some(&stack)).unwrap();
        let gym = iron(open(store.clone()));
        assert_eq!((gym.plates.as_slice(), gym.said.len()), (&[five][..], 1));
        // Everything was done with 62.5 kg: what is suggested today can be held by what is there.
        let plan = active(docs);
        for planned in &plan.weeks[2].sessions[0].exercises {
            let times = advice::last_times(docs, &planned.exercise, 3);
            let Some(load) = advice::today(docs, planned, &times).load else { continue };
            let holder = holder_of(&gym, planned.built_in(), docs.iron().1);
            assert_eq!(holder.owned(load), load, "{:?}", planned.exercise);
        }
        actions::set_means(docs, Item::LegExtension, None).unwrap();
        assert!(iron(docs).said.is_empty());
        docs.undo();
        assert_eq!(iron(docs), gym);
        actions::usual_gym(docs).unwrap();
        let usual = || Inventory::usual(MassUnit::Kilograms);
        assert_eq!((iron(docs), iron(open(store))), (usual(), usual()));
        docs.undo();
        assert_eq!(iron(docs), gym);
    });
}

#[test]
fn a_morning_is_said_tap_by_tap_and_taken_back() {
    with(Logbook::default(), |docs, store| {
        let sore = Morning { soreness: Some(Soreness::Some), ..Morning::default() };
        let said =
            |docs: Documents| docs.body().with_untracked(|body| body.mornings.days.get(&today()).copied());
        actions::log_morning(docs, today(), sore).unwrap();
        let ready = Morning { readiness: Some(Readiness::High), ..sore };
        actions::log_morning(docs, today(), ready).unwrap();
        assert_eq!((said(docs), said(open(store))), (Some(ready), Some(ready)));
        docs.undo();
        assert_eq!(said(docs), Some(sore));
        actions::log_morning(docs, today(), Morning::default()).unwrap();
        assert_eq!(said(docs), None);
    });
}
