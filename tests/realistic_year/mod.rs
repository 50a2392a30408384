//! A year of leg training as one person would log it, and what it takes to store. Shared by tests and
//! benches; it knows nothing of the generator.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use legwork::archive::DocKey;
use legwork::domain::calendar::Day;
use legwork::domain::exercise::ExerciseId;
use legwork::domain::id::{PlanId, SessionId};
use legwork::domain::logbook::Logbook;
use legwork::domain::plan::Slot;
use legwork::domain::training::{
    Effort, ExerciseWork, Session, SetEntry, SetKind, Side, Source, StopReason, TrainingLog,
};
use legwork::domain::units::{Kg, Reps, Rir, Seconds};
use legwork::storage::{MemoryStore, Repository};

/// Exercise, load of the first week in kilograms, its step, sets, reps, on one leg.
type Row = (&'static str, f64, f64, u8, i64, bool);

const DAYS: [&[Row]; 3] = [
    &[
        ("high-bar-back-squat", 80.0, 2.5, 4, 8, false),
        ("romanian-deadlift", 70.0, 2.5, 3, 10, false),
        ("leg-extension", 45.0, 2.5, 3, 12, false),
        ("seated-leg-curl", 40.0, 2.5, 3, 12, false),
        ("standing-calf-raise", 60.0, 5.0, 4, 12, false),
    ],
    &[
        ("barbell-hip-thrust", 90.0, 5.0, 4, 10, false),
        ("bulgarian-split-squat", 14.0, 1.0, 3, 10, true),
        ("lying-leg-curl", 35.0, 2.5, 3, 12, false),
        ("hip-adduction-machine", 50.0, 2.5, 3, 15, false),
        ("seated-calf-raise", 40.0, 2.5, 4, 15, false),
    ],
    &[
        ("leg-press-45", 160.0, 5.0, 4, 12, false),
        ("deadlift-trap-bar", 100.0, 5.0, 3, 6, false),
        ("leg-extension", 42.5, 2.5, 3, 15, false),
        ("seated-leg-curl", 37.5, 2.5, 3, 15, false),
        ("hip-abduction-machine", 55.0, 2.5, 2, 15, false),
        ("standing-calf-raise", 57.5, 5.0, 3, 15, false),
    ],
];

/// How the person's gym is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plates {
    /// In kilograms.
    Kilograms,
    /// In pounds, of which no number of kilograms is round.
    Pounds,
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn random(&mut self) -> [u8; 10] {
        std::array::from_fn(|_| self.below(256) as u8)
    }
}

/// Fifty weeks of three sessions (two of holiday), every sixth a deload: warm-ups of the first exercise,
/// prefilled and stated effort, remarks now and then.
pub fn year(plates: Plates) -> TrainingLog {
    let mut dice = Dice(7);
    let mut log = TrainingLog::default();
    let first = Day::parse("2026-01-05").expect("a day");
    let mut plan = PlanId::new(1_767_600_000_000, dice.random());
    for week in (0..52_u8).filter(|week| ![30, 31].contains(week)) {
        if week % 7 == 0 {
            plan = PlanId::new(1_767_600_000_000 + i64::from(week) * 604_800_000, dice.random());
        }
        for (place, rows) in DAYS.iter().enumerate() {
            let day = first.plus(i64::from(week) * 7 + [0, 2, 4][place]);
            let started_at = day.number() * 86_400_000 + 64_800_000 + dice.below(5_400_000) as i64;
            let lasted = 3_000 + dice.below(1_500) as i64;
            let deload = week % 6 == 5;
            let exercises: Vec<ExerciseWork> = rows
                .iter()
                .enumerate()
                .map(|(nth, row)| work(row, nth == 0, week, deload, plates, &mut dice))
                .collect();
            log.record(Session {
                id: SessionId::new(started_at, dice.random()),
                day,
                started_at,
                lasted: Seconds::try_new(lasted).ok(),
                name: String::new(),
                slot: Some(Slot { plan, week: week % 7, session: place as u8 }),
                exercises,
                note: if dice.below(12) == 0 { "slept badly, knees fine".to_owned() } else { String::new() },
                edited_at: started_at + lasted * 1000 + dice.below(1000) as i64,
                source: Source::Legwork,
            });
        }
    }
    log
}

fn work(row: &Row, first: bool, week: u8, deload: bool, plates: Plates, dice: &mut Dice) -> ExerciseWork {
    let (slug, start, step, sets, reps, one_leg) = *row;
    let kg = start + step * f64::from(week / 3);
    let load = |share: f64| match plates {
        Plates::Kilograms => Kg::from_kg((kg * share / 2.5).round() * 2.5).expect("a load"),
        Plates::Pounds => Kg::from_pounds((kg * share * 2.204_62 / 5.0).round() * 5.0).expect("a load"),
    };
    let mut rows = Vec::new();
    if first {
        for (share, reps) in [(0.5, 8), (0.75, 4)] {
            let entry = SetEntry::work(load(share), Reps::saturating(reps), Effort::default());
            rows.push(SetEntry { kind: SetKind::WarmUp, ..entry });
        }
    }
    for nth in 0..if deload { sets.div_ceil(2) } else { sets } {
        let rir = Rir::saturating(if deload { 8 } else { [4, 4, 2, 3, 2][dice.below(5) as usize] });
        let effort = Effort { rir: Some(rir), confirmed: dice.below(10) < 7 };
        let mut entry = SetEntry::work(
            load(1.0),
            Reps::saturating(reps - i64::from(nth / 2) + dice.below(2) as i64),
            effort,
        );
        if dice.below(40) == 0 {
            entry.stop = Some(StopReason::Breath);
        }
        if one_leg {
            rows.push(SetEntry { side: Side::Left, ..entry.clone() });
            entry.side = Side::Right;
        }
        rows.push(entry);
    }
    let note = if dice.below(60) == 0 { "seat 4".to_owned() } else { String::new() };
    ExerciseWork { exercise: ExerciseId::parse(slug).expect("a slug"), sets: rows, note, pain: None }
}

/// How many sets a log has.
pub fn set_count(log: &TrainingLog) -> usize {
    log.sessions().flat_map(|session| &session.exercises).map(|work| work.sets.len()).sum()
}

/// UTF-16 units a set takes in the store, all told: keys, headers, ids, tables, remarks.
pub fn units_per_set(log: &TrainingLog) -> f64 {
    let book = Logbook { log: log.clone(), ..Logbook::default() };
    let store = MemoryStore::default();
    let (mut repository, _) = Repository::open(Box::new(store.clone()));
    let months: Vec<DocKey> = log.months().keys().copied().map(DocKey::Log).collect();
    for _ in 0..12 {
        // Revisions as long as a month's twelve sessions make them.
        for month in &months {
            let other = Logbook::default();
            repository.save_documents(&other, &[*month], 1_795_240_000_000).expect("saved");
            repository.save_documents(&book, &[*month], 1_795_240_000_000).expect("saved");
        }
    }
    let units: usize = store
        .dump()
        .iter()
        .filter(|(key, _)| key.contains(":log:"))
        .map(|(key, text)| key.encode_utf16().count() + text.encode_utf16().count())
        .sum();
    units as f64 / set_count(log) as f64
}
