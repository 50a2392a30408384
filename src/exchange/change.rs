//! What an import changes in a logbook, and the way back: those sessions, names and exercises and nothing else;
//! also for a whole app's sessions long after. Where a logbook is kept is not known here.

use super::foreign::App;
use super::import::Imported;
use crate::domain::calendar::{Day, Month};
use crate::domain::exercise::{CustomExercise, ExerciseId, OwnExercises};
use crate::domain::id::SessionId;
use crate::domain::logbook::Logbook;
use crate::domain::training::{MonthLog, Session, TrainingLog};

/// What stood in the places that were changed; nothing where there was none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Change {
    sessions: Vec<(Month, SessionId, Option<Session>)>,
    names: Vec<((String, String), Option<ExerciseId>)>,
    exercises: Vec<(ExerciseId, Option<CustomExercise>)>,
}

/// What of an app is in a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// The app.
    pub app: App,
    /// Its sessions.
    pub sessions: usize,
    /// The day of the first.
    pub first: Day,
    /// The day of the last.
    pub last: Day,
}

/// The apps whose sessions are in a log, in the order of [`App::ALL`].
///
/// ```
/// use legwork::domain::training::TrainingLog;
/// assert!(legwork::exchange::taken(&TrainingLog::default()).is_empty());
/// ```
pub fn taken(log: &TrainingLog) -> Vec<Taken> {
    let foreign = App::ALL.into_iter().filter(|app| *app != App::Legwork);
    foreign
        .filter_map(|app| {
            let mut days = log.sessions().filter(|one| one.source == app).map(|one| one.day);
            let first = days.next()?;
            let mut found = Taken { app, sessions: 1, first, last: first };
            for day in days {
                found.sessions += 1;
                found.first = found.first.min(day);
                found.last = found.last.max(day);
            }
            Some(found)
        })
        .collect()
}

/// The months that hold sessions of an app.
pub fn months_of(log: &TrainingLog, app: App) -> Vec<Month> {
    let of = |month: &MonthLog| month.sessions.values().any(|session| session.source == app);
    log.months().iter().filter(|(_, month)| of(month)).map(|(month, _)| *month).collect()
}

impl Imported {
    /// The months it writes in a log.
    pub fn months(&self, log: &TrainingLog) -> Vec<Month> {
        self.placed(log).months().keys().copied().collect()
    }

    /// Merges it into a logbook; doing it twice changes nothing.
    pub fn enter(&self, book: &mut Logbook) -> Change {
        let mut change = Change::default();
        for (month, theirs) in self.placed(&book.log).months() {
            let before = book.log.month(*month);
            let mut after = before.clone();
            after.merge(theirs);
            for id in theirs.sessions.keys() {
                let mine = before.sessions.get(id);
                if after.sessions.get(id) != mine {
                    change.sessions.push((*month, *id, mine.cloned()));
                }
            }
            book.log.set_month(*month, after);
        }
        let own = &mut book.exercises;
        for (name, id) in &self.own.names {
            let before = own.names.insert(name.clone(), id.clone());
            if before.as_ref() != Some(id) {
                change.names.push((name.clone(), before));
            }
        }
        for (id, exercise) in &self.own.list {
            let before = own.list.insert(id.clone(), exercise.clone());
            if before.as_ref() != Some(exercise) {
                change.exercises.push((id.clone(), before));
            }
        }
        change
    }
}

/// Takes everything out of a logbook that came from an app: its sessions, what was said of its names, and the
/// exercises that were made for them and that nothing else needs. The same file can be taken in again.
pub fn take_back(book: &mut Logbook, app: App) -> Change {
    let mut change = Change::default();
    for month in months_of(&book.log, app) {
        let mut log = book.log.month(month);
        for (id, session) in log.sessions.iter().filter(|(_, session)| session.source == app) {
            change.sessions.push((month, *id, Some(session.clone())));
        }
        log.sessions.retain(|_, session| session.source != app);
        book.log.set_month(month, log);
    }
    let own = &mut book.exercises;
    for (name, id) in own.names.iter().filter(|((of, _), _)| of == app.key()) {
        change.names.push((name.clone(), Some(id.clone())));
    }
    own.names.retain(|(of, _), _| of != app.key());
    for (_, id) in &change.names {
        let Some(id) = id.clone().filter(|id| is_loose(&book.exercises, &book.log, id)) else { continue };
        if let Some(exercise) = book.exercises.list.remove(&id) {
            change.exercises.push((id, Some(exercise)));
        }
    }
    change
}

/// Whether an exercise that gives no credit, as an import makes them, is needed by nothing any more.
fn is_loose(own: &OwnExercises, log: &TrainingLog, id: &ExerciseId) -> bool {
    own.list.get(id).is_some_and(|exercise| exercise.credit.is_none())
        && own.names.values().all(|known| known != id)
        && log.sessions().flat_map(|session| &session.exercises).all(|work| work.exercise != *id)
}

impl Change {
    /// How many sessions it changed.
    pub fn sessions(&self) -> usize {
        self.sessions.len()
    }

    /// The months it writes.
    pub fn months(&self) -> Vec<Month> {
        let mut months: Vec<Month> = self.sessions.iter().map(|(month, ..)| *month).collect();
        months.dedup();
        months
    }

    /// Puts back what stood there; what was done elsewhere since stays.
    pub fn undo(&self, book: &mut Logbook) {
        for month in self.months() {
            let mut log = book.log.month(month);
            for (_, id, before) in self.sessions.iter().filter(|(of, ..)| *of == month) {
                match before {
                    Some(session) => {
                        log.sessions.insert(*id, session.clone());
                    }
                    None => {
                        log.sessions.remove(id);
                    }
                }
            }
            book.log.set_month(month, log);
        }
        for (name, before) in &self.names {
            match before {
                Some(id) => {
                    book.exercises.names.insert(name.clone(), id.clone());
                }
                None => {
                    book.exercises.names.remove(name);
                }
            }
        }
        for (id, before) in &self.exercises {
            match before {
                Some(exercise) => {
                    book.exercises.list.insert(id.clone(), exercise.clone());
                }
                // A session logged with it since needs it.
                None if book.log.sessions().flat_map(|s| &s.exercises).all(|work| work.exercise != *id) => {
                    book.exercises.list.remove(id);
                }
                None => {}
            }
        }
    }
}
