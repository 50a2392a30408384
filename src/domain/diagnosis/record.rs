//! What was really done in the last twelve weeks, read once: sessions with their worth, working sets with
//! their prescription, and what could not be read. It judges nothing.

use super::report::{SetRef, Unused};
use super::window::GAP;
use super::{View, WINDOW_DAYS};
use crate::domain::anatomy::{Credit, Tally};
use crate::domain::calendar::Day;
use crate::domain::exercise::ExerciseId;
use crate::domain::ordered::sort_by_key;
use crate::domain::plan::{Prescription, schedule};
use crate::domain::settings::Counting;
use crate::domain::training::{Effort, ExerciseWork, Session, SetEntry, SetKind};
use crate::domain::units::Reps;
use crate::domain::volume::Judge;

/// Reps beyond which a row is a slip of the finger, not a set.
const REPS_ABSURD: u8 = 60;
/// Working sets that make a session one of the legs.
const LEG_SETS: u32 = 2;

/// One working set of leg work.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub day: Day,
    pub at: SetRef,
    pub exercise: &'a ExerciseId,
    pub credit: Credit,
    pub entry: &'a SetEntry,
    pub reps: Reps,
    pub planned: Option<&'a Prescription>,
}

/// One session with leg work.
#[derive(Debug)]
pub(super) struct Visit<'a> {
    pub session: &'a Session,
    /// What its sets are worth, whatever their effort.
    pub raw: Tally,
    /// What they are worth by their effort.
    pub hard: Tally,
    /// Working sets.
    pub sets: u32,
}

/// The last twelve weeks of a log.
#[derive(Debug, Default)]
pub(super) struct Record<'a> {
    /// Sessions with leg work, by day.
    pub visits: Vec<Visit<'a>>,
    /// Working sets, by day and place.
    pub rows: Vec<Row<'a>>,
    /// The first leg session since the last long pause.
    pub began: Option<Day>,
    pub unused: Vec<Unused>,
}

/// Reads the log.
pub(super) fn read<'a>(view: &View<'a>) -> Record<'a> {
    let mut record = Record::default();
    let judge = view.judge();
    let from = view.today.plus(1 - WINDOW_DAYS);
    let mut sessions: Vec<&Session> = view.log.between(from, view.today).collect();
    sort_by_key(&mut sessions, |session| (session.day, session.started_at));
    let (mut unknown, mut unknown_sets, mut others): (Vec<ExerciseId>, u32, u32) = (Vec::new(), 0, 0);
    for session in sessions {
        let mut visit = Visit { session, raw: Tally::default(), hard: Tally::default(), sets: 0 };
        for (place, work) in session.exercises.iter().enumerate() {
            let sets = u32::try_from(work.sets.len()).unwrap_or(u32::MAX);
            let credit = view.own.credit(&work.exercise);
            if credit.is_none() {
                let known = work.exercise.built_in().is_some() || view.own.list.contains_key(&work.exercise);
                if known {
                    others = others.saturating_add(sets);
                } else {
                    unknown_sets = unknown_sets.saturating_add(sets);
                    if !unknown.contains(&work.exercise) {
                        unknown.push(work.exercise.clone());
                    }
                }
                continue;
            }
            visit.read(view, &judge, work);
            let planned = schedule::asked(view.plans, session, &work.exercise);
            for (nth, entry) in work.sets.iter().enumerate() {
                let Some(reps) = entry.reps().filter(|_| entry.kind == SetKind::Work) else { continue };
                let at = SetRef { session: session.id, exercise: short(place), set: short(nth) };
                if reps.get() > REPS_ABSURD {
                    record.unused.push(Unused::Outlier(at));
                    continue;
                }
                visit.sets += 1;
                let row =
                    Row { day: session.day, at, exercise: &work.exercise, credit, entry, reps, planned };
                record.rows.push(row);
            }
        }
        if visit.sets > 0 {
            record.visits.push(visit);
        }
    }
    if !unknown.is_empty() {
        record.unused.push(Unused::Unknown { exercises: unknown, sets: unknown_sets });
    }
    if others > 0 {
        record.unused.push(Unused::NotLegs(others));
    }
    let ahead = view.log.between(view.today.plus(1), view.today.plus(WINDOW_DAYS)).count();
    if ahead > 0 {
        record.unused.push(Unused::Future(u32::try_from(ahead).unwrap_or(u32::MAX)));
    }
    pauses(view, &mut record, from);
    record
}

fn short(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

/// Where the log starts anew.
fn pauses(view: &View<'_>, record: &mut Record<'_>, from: Day) {
    let mut last = before(view, from);
    for visit in &record.visits {
        let day = visit.session.day;
        match last {
            Some(before) if day.days_since(before) > GAP => {
                record.unused.push(Unused::Gap { from: before, to: day });
                record.began = Some(day);
            }
            None => record.began = Some(day),
            // Trained through: it began before what is looked at.
            Some(_) => record.began = record.began.or(Some(from)),
        }
        last = Some(day);
    }
    if let Some(last) = last
        && view.today.days_since(last) > GAP
    {
        record.unused.push(Unused::Gap { from: last, to: view.today });
    }
}

/// The last day with a leg session before a day.
fn before(view: &View<'_>, day: Day) -> Option<Day> {
    let months = view.log.months().range(..=day.month()).rev();
    for (_, month) in months {
        let legs = |session: &&Session| session.day < day && session.trains_legs(view.own);
        let found = month.sessions.values().filter(legs).map(|session| session.day).max();
        if found.is_some() {
            return found;
        }
    }
    None
}

impl Visit<'_> {
    /// Whether it was a session of the legs and not one set at the end of another.
    pub fn counts(&self) -> bool {
        self.sets >= LEG_SETS
    }

    fn read(&mut self, view: &View<'_>, judge: &Judge, work: &ExerciseWork) {
        let tally = |work| judge.tallies(work, view.own, Counting::Fractional, self.session.day).0;
        let hard = tally(work);
        let mut bare = ExerciseWork {
            exercise: work.exercise.clone(),
            sets: work.sets.clone(),
            note: String::new(),
            pain: None,
        };
        for set in &mut bare.sets {
            set.effort = Effort::default();
        }
        let raw = tally(&bare);
        self.hard.merge(&hard);
        self.raw.merge(&raw);
    }
}
