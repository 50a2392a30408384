//! Alpha Progression's export, which is no table: blocks under a line with the session and its start, in them a
//! line a exercise with its warm-ups, then heads and a row a set. Decimal commas; `+35` is what was added to
//! one's own body.
//!
//! Lines that only say what the rows below belong to are no rows. A warm-up stands in the line of its exercise
//! and counts as a row of its own.

use super::cells::{Marks, name, sound};
use super::foreign::{ForeignDone, ForeignLog, ForeignSet, Place, Row, What};
use super::header;
use super::number;
use super::refusal::{Column, Reason};
use super::spelling::fold;
use super::stamp::{self, Stamp};
use crate::domain::settings::MassUnit;
use crate::domain::training::SetKind;
use crate::domain::units::{Reps, Rir, Seconds};
use csv::StringRecord;

/// Where in the blocks a reading stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Blocks {
    session: Option<Session>,
    exercise: Option<String>,
    heads: Heads,
    marks: Marks,
}

#[derive(Debug, Clone)]
struct Session {
    at: Stamp,
    name: String,
    lasted: Option<Seconds>,
}

/// Where the cells of a set stand.
#[derive(Debug, Clone, Copy, Default)]
struct Heads {
    weight: Option<usize>,
    unit: Option<MassUnit>,
    reps: Option<usize>,
    rir: Option<usize>,
}

/// Lines that are looked through for the heads of a set.
const LINES_MAX: usize = 200;

/// Whether a text is made of such blocks: a line of heads with a unit and reps.
pub(super) fn is_blocks(text: &str) -> bool {
    text.lines().take(LINES_MAX).any(|line| {
        line.starts_with("#;") && {
            let folded = fold(line.get(..line.floor_char_boundary(60)).unwrap_or(line));
            let mut words = folded.split(' ');
            words.next().is_some_and(|unit| header::mass(unit).is_some()) && words.next().is_some()
        }
    })
}

impl Blocks {
    /// Takes a line into the log.
    pub fn take(&mut self, record: &StringRecord, line: u32, log: &mut ForeignLog) {
        if let Err(reason) = sound(record) {
            return log.refuse(line, reason);
        }
        let first = record.get(0).unwrap_or_default().trim();
        let second = record.get(1).unwrap_or_default();
        if let Some(at) = start(second) {
            let lasted = record.get(2).and_then(lasted);
            self.exercise = None;
            // A name no app writes: the session is there, and its rows say what is wrong.
            self.session = Some(Session { at, name: first.to_owned(), lasted });
        } else if first == "#" {
            self.heads = heads(record);
        } else if let Some(title) = numbered(first) {
            self.exercise = Some(titled(title));
            self.heads = Heads::default();
            for warm_up in second.split("<br>").filter(|text| !text.trim().is_empty()) {
                let set = self.warm_up(warm_up, line);
                self.file(set, line, log);
            }
        } else if first.bytes().all(|byte| byte.is_ascii_digit()) && !first.is_empty() {
            let set = self.set(record, line);
            self.file(set, line, log);
        } else {
            // Perhaps a session whose start cannot be read: what follows must not pass for the one before it.
            self.session = None;
            self.exercise = None;
            log.refuse(line, Reason::Date);
        }
    }

    /// Files a set under the session and the exercise above it.
    fn file(&self, set: Result<ForeignSet, Reason>, line: u32, log: &mut ForeignLog) {
        let row = set.and_then(|set| {
            let session = self.session.as_ref().ok_or(Reason::Date)?;
            let exercise = self.exercise.as_deref().filter(|name| !name.is_empty());
            let exercise = name(exercise.ok_or(Reason::NoExercise)?)?;
            let place =
                Place { lasted: session.lasted, ..Place::new(session.at, name(&session.name)?, exercise) };
            Ok(Row::Of(place, What::Set(set, "")))
        });
        match row {
            Ok(row) => log.take(line, row),
            Err(reason) => log.refuse(line, reason),
        }
    }

    fn set(&mut self, record: &StringRecord, line: u32) -> Result<ForeignSet, Reason> {
        let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).map_or("", str::trim);
        let heads = self.heads;
        if heads.reps.is_none() {
            return Err(Reason::NothingDone);
        }
        let mut set = self.sized(cell(heads.weight), heads.unit, cell(heads.reps), line)?;
        let rir = self.marks.number(Column::Rir, cell(heads.rir), 100.0)?;
        set.say(rir.map(|rir| Rir::from_f64(rir).unwrap_or(Rir::MAX)));
        Ok(set)
    }

    /// `WU1 · 37,5 kg · 9 reps`.
    fn warm_up(&mut self, text: &str, line: u32) -> Result<ForeignSet, Reason> {
        let mut parts = text.split('·').skip(1).map(str::trim);
        let (weight, reps) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let (weight, unit) = weight.split_once(' ').unwrap_or((weight, ""));
        let unit = header::mass(&fold(unit)).ok_or(Reason::UnknownUnit(Column::WeightUnit))?;
        let reps = reps.split(' ').next().unwrap_or_default();
        let mut set = self.sized(weight, Some(unit), reps, line)?;
        set.kind = SetKind::WarmUp;
        Ok(set)
    }

    fn sized(
        &mut self,
        weight: &str,
        unit: Option<MassUnit>,
        reps: &str,
        line: u32,
    ) -> Result<ForeignSet, Reason> {
        let weight = self.marks.number(Column::Weight, weight, 1e6)?.unwrap_or(0.0);
        // `8+`: at least eight, and no more are known of.
        let reps = reps.strip_suffix('+').unwrap_or(reps);
        let reps = self.marks.number(Column::Reps, reps, f64::from(Reps::MAX.get()))?.unwrap_or(0.0);
        if reps.fract() != 0.0 {
            return Err(Reason::OutOfRange { column: Column::Reps, got: reps });
        }
        if reps < 1.0 {
            return Err(Reason::NothingDone);
        }
        let done = ForeignDone::Reps(Reps::saturating(reps as i64));
        let set = ForeignSet::new(line, weight, unit, done);
        set.load(unit)?;
        Ok(set)
    }
}

/// `2026-02-19 4:54 h`.
fn start(text: &str) -> Option<Stamp> {
    let text = text.trim();
    let (day, time) = text.strip_suffix('h').unwrap_or(text).trim_end().split_once(' ')?;
    let second = stamp::clock(time.trim_start(), 1)?;
    Some(Stamp { second, ..stamp::local(day)? })
}

/// `1:02 hr`, `45 min`.
fn lasted(text: &str) -> Option<Seconds> {
    let text = text.trim();
    let clock = text.split(' ').next().and_then(|clock| stamp::clock(clock, 1));
    match clock {
        Some(0) => None,
        Some(seconds) => number::seconds(&seconds.to_string()),
        None => number::span(text),
    }
}

/// What follows the number of an exercise: `1. Hack Squats · Machine · 8 reps`.
fn numbered(text: &str) -> Option<&str> {
    let (number, title) = text.split_once(". ")?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(title)
}

/// The name of an exercise with what it is done with, as other apps write it.
fn titled(title: &str) -> String {
    let mut parts = title.split('·').map(str::trim);
    let name = parts.next().unwrap_or_default();
    match parts.next().filter(|with| !with.is_empty() && !with.starts_with(|c: char| c.is_ascii_digit())) {
        Some(with) => format!("{name} ({with})"),
        None => name.to_owned(),
    }
}

fn heads(record: &StringRecord) -> Heads {
    let mut heads = Heads::default();
    for (at, cell) in record.iter().enumerate().skip(1) {
        let head = fold(cell);
        match head.as_str() {
            "reps" | "wdh" | "wiederholungen" => heads.reps = Some(at),
            "rir" => heads.rir = Some(at),
            _ => {
                if let Some(unit) = header::mass(&head) {
                    (heads.weight, heads.unit) = (Some(at), Some(unit));
                }
            }
        }
    }
    heads
}
