//! A foreign log and the person's answers into sessions of our own; where they are kept is not known here.
//!
//! **Merging.** The id of an imported session derives from app, start and name, and its `edited_at` is not
//! the moment of the import but the start itself, put back by the greatest offset from UTC there is (the
//! file's times are local), plus a millisecond a set. So `TrainingLog::merge` does the right thing by itself:
//! - the same file again changes nothing;
//! - a file that has grown adds the new sessions, and replaces one that has more sets than before;
//! - what was edited or deleted here since is newer and stays.

use super::foreign::{App, ForeignLog, ForeignSession, ForeignWork, append};
use super::names::{Decision, Guess, Resolver, known, other};
use super::preview::Answers;
use super::refusal::Refused;
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::id::SessionId;
use crate::domain::ordered::sort_by_key;
use crate::domain::training::{Effort, ExerciseWork, Session, SetEntry, Side, TrainingLog};

/// What an import brings.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The sessions, oldest first.
    pub sessions: Vec<Session>,
    /// The person's exercises and name mappings with what was answered added.
    pub own: OwnExercises,
    /// Every row that was not taken over, by line.
    pub refused: Vec<Refused>,
}

/// A question that has no answer yet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Weights name no unit, and the person has not said which it is.
    #[error("the unit of weights is not answered")]
    WeightUnit,
    /// Distances name no unit, and the person has not said which it is.
    #[error("the unit of distances is not answered")]
    DistanceUnit,
    /// A name that is neither known nor decided.
    #[error("what {0:?} means is not answered")]
    Name(String),
    /// A name was decided to be an exercise that does not exist.
    #[error("{0:?} was given an exercise that does not exist")]
    NoSuchExercise(String),
}

/// Hours the clocks of the easternmost zone are ahead of UTC (Line Islands).
const AHEAD_OF_UTC: i64 = 14;

impl Imported {
    /// The sessions as a log, to be merged into the person's own.
    pub fn log(&self) -> TrainingLog {
        let mut log = TrainingLog::default();
        for session in &self.sessions {
            log.record(session.clone());
        }
        log
    }

    /// How many sessions the person's log does not have yet; those they deleted count as had.
    pub fn unseen(&self, log: &TrainingLog) -> usize {
        let seen = |session: &&Session| {
            let month = log.months().get(&session.day.month());
            month.is_some_and(|m| m.sessions.contains_key(&session.id) || m.deleted.contains_key(&session.id))
        };
        self.sessions.len() - self.sessions.iter().filter(seen).count()
    }
}

impl ForeignLog {
    /// Makes sessions of the log. A decision is remembered in the name mappings, also where it overrules what
    /// was certain; other work gets an exercise of its own without credit.
    ///
    /// # Errors
    /// [`ImportError`] for the first question that is not answered.
    pub fn import(&self, own: &OwnExercises, answers: &Answers) -> Result<Imported, ImportError> {
        let sets = || self.sessions.iter().flat_map(|s| &s.work).flat_map(|work| &work.sets);
        if answers.weight.is_none() && sets().any(|set| set.asks_weight()) {
            return Err(ImportError::WeightUnit);
        }
        if answers.distance.is_none() && sets().any(|set| set.asks_distance()) {
            return Err(ImportError::DistanceUnit);
        }
        let mut imported = Imported { sessions: Vec::new(), own: own.clone(), refused: self.refused.clone() };
        let exercises = self.exercises(&mut imported.own, answers)?;
        for foreign in &self.sessions {
            let session = self.session(foreign, &exercises, answers, &mut imported.refused);
            if !session.exercises.is_empty() || !session.note.is_empty() {
                imported.sessions.push(session);
            }
        }
        sort_by_key(&mut imported.sessions, |session| (session.started_at, session.name.clone()));
        sort_by_key(&mut imported.refused, |refused| refused.line);
        Ok(imported)
    }

    /// The exercise of each name; none for a name without sets, which is not asked.
    fn exercises(
        &self,
        own: &mut OwnExercises,
        answers: &Answers,
    ) -> Result<Vec<Option<ExerciseId>>, ImportError> {
        let mut used = vec![false; self.names.len()];
        for work in self.sessions.iter().flat_map(|session| &session.work) {
            let any =
                work.sets.iter().any(|set| set.load(answers.weight).and(set.done(answers.distance)).is_ok());
            if let Some(used) = used.get_mut(work.name) {
                *used |= any;
            }
        }
        let before = own.clone();
        let resolver = Resolver::new(self.app, &before);
        // By name, not by place in the file: which of two names with one slug gets the plain one must not
        // depend on the order of rows.
        let mut order: Vec<(usize, &String)> = self.names.iter().enumerate().collect();
        sort_by_key(&mut order, |(_, name)| *name);
        let mut exercises = vec![None; self.names.len()];
        for (at, name) in order {
            if !used.get(at).copied().unwrap_or(false) {
                continue;
            }
            let id = match answers.names.get(name) {
                Some(Decision::Exercise(id)) if known(&before, id) => id.clone(),
                Some(Decision::Exercise(_)) => return Err(ImportError::NoSuchExercise(name.clone())),
                Some(Decision::Other) => {
                    other(own, name).ok_or_else(|| ImportError::NoSuchExercise(name.clone()))?
                }
                None => match resolver.guess(name) {
                    Guess::Certain(id) => id,
                    Guess::Leg(_) | Guess::Other => return Err(ImportError::Name(name.clone())),
                },
            };
            if answers.names.contains_key(name) {
                own.names.insert((self.app.key().to_owned(), name.clone()), id.clone());
            }
            if let Some(exercise) = exercises.get_mut(at) {
                *exercise = Some(id);
            }
        }
        Ok(exercises)
    }

    fn session(
        &self,
        foreign: &ForeignSession,
        exercises: &[Option<ExerciseId>],
        answers: &Answers,
        refused: &mut Vec<Refused>,
    ) -> Session {
        let mut note = foreign.note.clone();
        let mut done = Vec::new();
        let mut count = 0;
        for work in &foreign.work {
            let sets = sets(work, answers, refused);
            count += sets.len();
            match exercises.get(work.name).cloned().flatten() {
                Some(exercise) if !sets.is_empty() => {
                    done.push(ExerciseWork { exercise, sets, note: work.note.clone(), pain: None });
                }
                // A remark on an exercise that was not done stays with the session.
                _ if work.note.is_empty() => {}
                _ => {
                    let name = self.names.get(work.name).map_or("", String::as_str);
                    append(&mut note, &format!("{name}: {}", work.note));
                }
            }
        }
        let started_at = foreign.start() * 1000;
        let sets = i64::try_from(count).unwrap_or(i64::MAX).min(60_000);
        Session {
            id: id(self.app, foreign),
            day: foreign.day,
            started_at,
            lasted: foreign.lasted,
            name: foreign.name.clone(),
            slot: None,
            exercises: done,
            note,
            edited_at: started_at - AHEAD_OF_UTC * 3_600_000 + sets,
            source: self.app.source(),
        }
    }
}

impl ForeignSession {
    /// Whether a remark alone would keep it.
    pub(super) fn has_note(&self) -> bool {
        !self.note.is_empty() || self.work.iter().any(|work| !work.note.is_empty())
    }
}

fn sets(work: &ForeignWork, answers: &Answers, refused: &mut Vec<Refused>) -> Vec<SetEntry> {
    let mut sets = Vec::with_capacity(work.sets.len());
    for set in &work.sets {
        match (set.load(answers.weight), set.done(answers.distance)) {
            (Ok(load), Ok(done)) => sets.push(SetEntry {
                load,
                done,
                effort: Effort { rir: set.rir, confirmed: set.rir.is_some() },
                kind: set.kind,
                side: Side::Both,
                stop: None,
            }),
            (Err(reason), _) | (_, Err(reason)) => refused.push(Refused { line: set.line, reason }),
        }
    }
    sets
}

fn id(app: App, session: &ForeignSession) -> SessionId {
    let (hour, minute, second) = (session.second / 3600, session.second / 60 % 60, session.second % 60);
    let start = format!("{} {hour:02}:{minute:02}:{second:02}", session.day);
    SessionId::imported(app.key(), &start, &session.name)
}
