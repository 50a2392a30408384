//! What every session of a log was worth, read once: any week, month or span is a sum of these. It knows no
//! plan and no band.

use super::judge::{Judge, by_day};
use crate::domain::anatomy::Tally;
use crate::domain::calendar::{Day, Week};
use crate::domain::exercise::OwnExercises;
use crate::domain::plan::Slot;
use crate::domain::settings::Counting;
use crate::domain::training::calibration::Trial;
use crate::domain::training::{Session, SetKind, TrainingLog};

/// What one session was worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its day.
    pub day: Day,
    /// The planned session it did.
    pub slot: Option<Slot>,
    /// Direct work whole, indirect work half.
    fractional: Tally,
    /// Direct work alone.
    direct: Tally,
}

/// Working sets that no muscle of the legs was given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Uncounted {
    /// Of exercises that train something else.
    pub others: u32,
    /// Of exercises that nobody has described.
    pub unknown: u32,
}

/// The worth of a log's sessions, by day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ledger {
    entries: Vec<Entry>,
    /// What gave nothing to the legs.
    pub uncounted: Uncounted,
    /// What its sets were judged by, and other counts of the same log are.
    pub judge: Judge,
}

impl Entry {
    /// What it gave.
    pub fn tally(&self, counting: Counting) -> &Tally {
        match counting {
            Counting::Fractional => &self.fractional,
            Counting::DirectOnly => &self.direct,
        }
    }
}

impl Ledger {
    /// The day of the first session.
    pub fn first(&self) -> Option<Day> {
        self.entries.first().map(|entry| entry.day)
    }

    /// Whether nothing is logged.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether any session gave the legs anything.
    pub fn has_legs(&self) -> bool {
        self.entries.iter().any(|entry| entry.fractional != Tally::default())
    }

    /// The sessions of the days `from..=to`.
    pub fn between(&self, from: Day, to: Day) -> &[Entry] {
        let start = self.entries.partition_point(|entry| entry.day < from);
        let end = self.entries.partition_point(|entry| entry.day <= to);
        self.entries.get(start..end).unwrap_or_default()
    }

    /// What the days `from..=to` gave.
    pub fn sum(&self, from: Day, to: Day, counting: Counting) -> Tally {
        let mut sum = Tally::default();
        for entry in self.between(from, to) {
            sum.merge(entry.tally(counting));
        }
        sum
    }

    /// What a week gave.
    pub fn week(&self, week: Week, counting: Counting) -> Tally {
        self.sum(week.first(), week.last(), counting)
    }

    /// Whether a planned session was done.
    pub fn has_done(&self, slot: Slot, around: Day) -> bool {
        // A session may be done some weeks early or late, not in another block.
        self.between(around.plus(-LATE), around.plus(LATE)).iter().any(|entry| entry.slot == Some(slot))
    }
}

/// Days that a planned session may be done early or late. Source: C (a block and its pauses).
const LATE: i64 = 70;

/// The ledger of a log, each stated effort corrected by what the calibration sets of its day said (science H4: from
/// three of a pattern on).
///
/// ```
/// use legwork::domain::{exercise::OwnExercises, training::TrainingLog, volume::ledger};
/// assert!(ledger(&TrainingLog::default(), &OwnExercises::default(), &[]).is_empty());
/// ```
pub fn ledger(log: &TrainingLog, own: &OwnExercises, trials: &[Trial]) -> Ledger {
    ledger_of(&mut log.sessions(), own, trials)
}

/// The ledger of the days from `from` on alone: quick, for what is seen first. What was done before does not
/// judge its sets.
///
/// ```
/// use legwork::domain::{calendar::Day, exercise::OwnExercises, training::TrainingLog, volume::ledger_since};
/// assert!(ledger_since(&TrainingLog::default(), &OwnExercises::default(), &[], Day::EPOCH).is_empty());
/// ```
pub fn ledger_since(log: &TrainingLog, own: &OwnExercises, trials: &[Trial], from: Day) -> Ledger {
    let last = log.months().last_key_value().map_or(from, |(month, _)| month.last());
    ledger_of(&mut log.between(from, last), own, trials)
}

fn ledger_of(sessions: &mut dyn Iterator<Item = &Session>, own: &OwnExercises, trials: &[Trial]) -> Ledger {
    let mut entries: Vec<Entry> = Vec::new();
    let mut uncounted = Uncounted::default();
    // A set is judged by what the person could do when they did it.
    let mut judge = Judge::with(trials);
    let sessions = by_day(sessions);
    // All of them first: that a first best was a slip only later ones tell.
    for session in &sessions {
        for work in session.exercises.iter().filter(|work| !own.credit(&work.exercise).is_none()) {
            judge.see(work, session.day);
        }
    }
    for session in sessions {
        let (mut fractional, mut direct) = (Tally::default(), Tally::default());
        for work in &session.exercises {
            let credit = own.credit(&work.exercise);
            if credit.is_none() {
                let sets = work.sets.iter().filter(|set| set.kind == SetKind::Work).count();
                let known = work.exercise.built_in().is_some() || own.list.contains_key(&work.exercise);
                let count = if known { &mut uncounted.others } else { &mut uncounted.unknown };
                *count = count.saturating_add(u32::try_from(sets).unwrap_or(u32::MAX));
                continue;
            }
            let (worth, _) = judge.worth(&work.exercise, work.sets.iter(), session.day);
            fractional.add(credit, worth);
            direct.add(credit.direct_only(), worth);
        }
        entries.push(Entry { day: session.day, slot: session.slot, fractional, direct });
    }
    Ledger { entries, uncounted, judge }
}
