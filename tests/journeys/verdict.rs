//! A verdict is kept, its fix taken and given back, a review put away, over a store in memory. No browser.

use legwork::app::actions;
use legwork::app::derived::Derived;
use legwork::app::documents::{Documents, World};
use legwork::app::transaction::ActionError;
use legwork::app::verdict::{self, Mend, Obstacle, may_advise, mend};
use legwork::archive::read;
use legwork::domain::calendar::{Day, Now};
use legwork::domain::diagnosis::{Action, Factor, Fix, Report, Verdict};
use legwork::domain::logbook::Logbook;
use legwork::domain::safety::Condition;
use legwork::domain::units::{Kcal, Years};
use legwork::i18n::Locale;
use legwork::storage::{MemoryStore, Repository};
use leptos::prelude::*;
use std::cell::Cell;

thread_local! {
    static DAY: Cell<i64> = const { Cell::new(0) };
    static CLOCK: Cell<i64> = const { Cell::new(1_795_240_000_000) };
}

fn now() -> Now {
    CLOCK.set(CLOCK.get() + 1_000);
    Now { day: Day::EPOCH.plus(DAY.get()), millis: CLOCK.get(), offset_minutes: 0 }
}

/// The verdict on everything, its sets judged as the chart does.
fn report(docs: Documents) -> Report {
    verdict::report(docs, Derived::new(docs).ledger)
}

fn random() -> [u8; 10] {
    [CLOCK.get() as u8; 10]
}

fn open(store: &MemoryStore, day: &str) -> Documents {
    DAY.set(Day::parse(day).unwrap().days_since(Day::EPOCH));
    let (repository, mut opened) = Repository::open(Box::new(store.clone()));
    let book = std::mem::take(&mut opened.logbook);
    Documents::new(book, Some(repository), World { now, random }, Locale::default())
}

/// The log of a simulated lifter, restored on a day.
fn lifter(text: &str, day: &str, change: impl FnOnce(&mut Logbook)) -> (MemoryStore, Documents) {
    let owner = Owner::new();
    owner.set();
    std::mem::forget(owner);
    let store = MemoryStore::default();
    let docs = open(&store, day);
    let mut book = read(text).unwrap();
    change(&mut book);
    actions::restore(docs, book).unwrap();
    (store, docs)
}

const SKIPS_CURLS: &str = include_str!("../fixtures/lifters/skips-curls.json");
const EATS_LITTLE: &str = include_str!("../fixtures/lifters/eats-little.json");
const STAYS_AWAY: &str = include_str!("../fixtures/lifters/stays-away.json");

/// Takes the fix of what limits most.
fn take(docs: Documents, seen: &Report) -> Mend {
    let one = seen.first().unwrap();
    let mend = mend(docs, one.fix.as_ref().unwrap()).unwrap();
    actions::accept_fix(docs, seen, one, &mend).unwrap();
    mend
}

#[test]
fn a_verdict_is_kept_once_a_week_and_read_back() {
    let (store, docs) = lifter(SKIPS_CURLS, "2026-11-18", |_| ());
    let kept = |docs: Documents| docs.verdicts().with_untracked(|verdicts| verdicts.list.clone());
    for _ in 0..2 {
        actions::keep_verdict(docs, &report(docs)).unwrap();
    }
    let list = kept(docs);
    assert_eq!(
        (list.len(), list[0].verdict, list[0].findings[0].factor),
        (1, Verdict::Limited, Factor::Coverage)
    );
    assert_eq!(kept(open(&store, "2026-11-18")), list);
    let later = open(&store, "2026-11-25");
    actions::keep_verdict(later, &report(later)).unwrap();
    assert_eq!(kept(open(&store, "2026-11-25")).len(), 2);
}

#[test]
fn nothing_is_kept_of_an_empty_log() {
    let (_, docs) = lifter(SKIPS_CURLS, "2026-11-18", |book| *book = Logbook::default());
    actions::keep_verdict(docs, &report(docs)).unwrap();
    assert!(docs.verdicts().with_untracked(|verdicts| verdicts.list.is_empty()));
}

#[test]
fn the_plan_is_changed_by_a_fix_and_comes_back_with_everything_else() {
    let (store, docs) = lifter(SKIPS_CURLS, "2026-11-18", |_| ());
    let before = actions::logbook(docs);
    assert!(matches!(take(docs, &report(docs)), Mend::Plan(_)));
    let plans = docs.plans().get_untracked();
    assert!(plans != before.plans && plans.active == before.plans.active);
    assert_eq!(open(&store, "2026-11-18").plans().get_untracked(), plans);
    let fixed = |docs: Documents| {
        docs.verdicts().with_untracked(|verdicts| {
            verdicts.list.iter().flat_map(|past| &past.findings).filter(|one| one.fixed_on.is_some()).count()
        })
    };
    assert_eq!(fixed(docs), 1);
    docs.undo();
    assert_eq!((fixed(docs), docs.plans().get_untracked()), (0, before.plans));
}

#[test]
fn a_raised_surplus_and_fewer_days_come_back_too() {
    let (_, docs) = lifter(EATS_LITTLE, "2026-11-22", |_| ());
    let before = docs.diet().get_untracked();
    assert!(matches!(take(docs, &report(docs)), Mend::Diet(_)));
    assert_eq!(docs.diet().get_untracked().surplus, Some(Kcal::saturating(298)));
    docs.undo();
    assert_eq!(docs.diet().get_untracked(), before);
    let (_, docs) = lifter(STAYS_AWAY, "2026-11-16", |_| ());
    let before = (docs.profile().get_untracked(), docs.plans().get_untracked());
    assert!(matches!(take(docs, &report(docs)), Mend::Answers(_)));
    assert_eq!(docs.profile().get_untracked().unwrap().days.count(), 2);
    docs.undo();
    assert_eq!((docs.profile().get_untracked(), docs.plans().get_untracked()), before);
}

#[test]
fn a_chosen_surplus_is_what_is_raised() {
    let chosen = |book: &mut Logbook| book.diet.surplus = Some(Kcal::saturating(350));
    let (_, docs) = lifter(EATS_LITTLE, "2026-11-22", chosen);
    let seen = report(docs);
    assert_eq!(seen.first().unwrap().fix, Some(Fix::RaiseSurplus { from: 350.0, to: 450.0 }));
}

#[test]
fn without_a_plan_and_where_safety_forbids_it_no_fix_changes_one() {
    let (_, docs) = lifter(SKIPS_CURLS, "2026-11-18", |book| book.plans = Default::default());
    assert_eq!(mend(docs, &Fix::Deload), Err(Obstacle::NoPlan));
    let heart = |book: &mut Logbook| book.safety.set(Condition::HeartDisease, true);
    let (_, docs) = lifter(SKIPS_CURLS, "2026-11-18", heart);
    let seen = report(docs);
    assert_eq!((seen.verdict, mend(docs, &Fix::Deload)), (Verdict::Stop, Err(Obstacle::Forbidden)));
    assert_eq!(mend(docs, &Fix::SeeClinician), Err(Obstacle::Forbidden));
    assert_eq!(verdict::reviewed(docs, Derived::new(docs).ledger).action, Action::Stop);
    let child = |book: &mut Logbook| book.profile.as_mut().unwrap().age = Years::try_new(12).unwrap();
    let (_, docs) = lifter(SKIPS_CURLS, "2026-11-18", child);
    assert!(!may_advise(docs));
}

#[test]
fn a_fix_of_what_is_not_found_is_refused_and_changes_nothing() {
    let (_, docs) = lifter(SKIPS_CURLS, "2026-11-18", |_| ());
    let before = actions::logbook(docs);
    let seen = report(docs);
    let other =
        legwork::domain::diagnosis::Finding { factor: Factor::Sleep, ..seen.first().unwrap().clone() };
    assert_eq!(actions::accept_fix(docs, &seen, &other, &Mend::Resolve), Err(ActionError::Gone));
    assert_eq!(actions::logbook(docs).plans, before.plans);
}

#[test]
fn a_review_is_put_away_and_taken_back() {
    let (store, docs) = lifter(SKIPS_CURLS, "2026-11-18", |_| ());
    actions::put_review_away(docs).unwrap();
    assert_eq!(open(&store, "2026-11-18").settings().get_untracked().reviewed, Day::parse("2026-11-18").ok());
    docs.undo();
    assert_eq!(docs.settings().get_untracked().reviewed, None);
}
