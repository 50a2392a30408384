//! "Recorded" and "draft": what was really done, by month; planned work is in [`plan`](super::plan).

pub mod calibration;
pub mod changes;
pub mod clock;
mod draft;
pub mod editing;
pub mod estimates;
pub mod exposure;
pub mod finish;
pub mod hurt;
pub mod loading;
pub mod records;
pub mod reopening;
pub mod running;
mod session;
pub mod strength;
pub mod swap;
pub mod tempo;
pub mod trim;
pub mod visits;

pub use draft::{Draft, DraftError, DraftExercise, DraftSet, NOTE_MAX, Rest};
pub use session::{Done, Effort, ExerciseWork, Session, SetEntry, SetKind, Side, Source, StopReason};

use super::calendar::{Day, Month};
use super::id::SessionId;
use crate::domain::ordered::OrderedMap;

/// Every recorded session, sharded by the month of its day, with the marks of deleted ones.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrainingLog {
    months: OrderedMap<Month, MonthLog>,
}

/// One month of the log.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MonthLog {
    /// Sessions by id.
    pub sessions: OrderedMap<SessionId, Session>,
    /// Deleted sessions and when (milliseconds since 1970), so that a merge does not bring them back.
    pub deleted: OrderedMap<SessionId, i64>,
}

impl MonthLog {
    /// The union by id: the newer edit wins, and a deletion wins over every older edit.
    pub fn merge(&mut self, other: &MonthLog) {
        for (id, session) in &other.sessions {
            let newer = self.sessions.get(id).is_none_or(|mine| mine.edited_at < session.edited_at);
            if newer {
                self.sessions.insert(*id, session.clone());
            }
        }
        for (id, at) in &other.deleted {
            if self.deleted.get(id).is_none_or(|mark| mark < at) {
                self.deleted.insert(*id, *at);
            }
        }
        let deleted = &self.deleted;
        self.sessions.retain(|id, session| deleted.get(id).is_none_or(|at| *at < session.edited_at));
    }

    /// Whether nothing is in it, not even the mark of a deletion.
    pub fn is_empty(&self) -> bool {
        self.sessions.is_empty() && self.deleted.is_empty()
    }
}

impl TrainingLog {
    /// A log of these months.
    pub fn from_months(months: OrderedMap<Month, MonthLog>) -> Self {
        Self { months }
    }

    /// Its months, oldest first.
    pub fn months(&self) -> &OrderedMap<Month, MonthLog> {
        &self.months
    }

    /// One month, to be replaced as a whole.
    pub fn set_month(&mut self, month: Month, log: MonthLog) {
        if log.is_empty() {
            self.months.remove(&month);
        } else {
            self.months.insert(month, log);
        }
    }

    /// One month; empty where nothing is recorded.
    pub fn month(&self, month: Month) -> MonthLog {
        self.months.get(&month).cloned().unwrap_or_default()
    }

    /// Adds or replaces a session by id.
    pub fn record(&mut self, session: Session) {
        self.months.update(session.day.month(), |month| {
            month.sessions.insert(session.id, session);
        });
    }

    /// Removes a session and remembers that it was removed at this moment.
    pub fn delete(&mut self, id: SessionId, millis: i64) -> Option<Session> {
        let month = self.months.values_mut().find(|month| month.sessions.contains_key(&id))?;
        month.deleted.insert(id, millis);
        month.sessions.remove(&id)
    }

    /// Merges another log into this one, month by month.
    pub fn merge(&mut self, other: &TrainingLog) {
        for (month, log) in &other.months {
            self.months.update(*month, |mine| mine.merge(log));
        }
    }

    /// Every session, by month and id (ids sort by their making).
    pub fn sessions(&self) -> impl DoubleEndedIterator<Item = &Session> {
        self.months.values().flat_map(|month| month.sessions.values())
    }

    /// The sessions of the days `from..=to`, touching only the months they can be in.
    pub fn between(&self, from: Day, to: Day) -> impl Iterator<Item = &Session> {
        let months = if from <= to { from.month()..=to.month() } else { from.month()..=from.month() };
        self.months
            .range(months)
            .flat_map(|(_, month)| month.sessions.values())
            .filter(move |session| from <= session.day && session.day <= to)
    }

    /// The day of the first session.
    ///
    /// ```
    /// use legwork::domain::training::TrainingLog;
    /// assert_eq!(TrainingLog::default().first_day(), None);
    /// ```
    pub fn first_day(&self) -> Option<Day> {
        self.months.values().find_map(|month| month.sessions.values().map(|session| session.day).min())
    }

    /// How many sessions there are.
    pub fn len(&self) -> usize {
        self.months.values().map(|month| month.sessions.len()).sum()
    }

    /// Whether no session is recorded.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
