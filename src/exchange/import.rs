//! A foreign log and the person's answers into sessions of our own; where they are kept is not known here.
//!
//! **Merging.** The id of an imported session derives from app, start and name, and its `edited_at` is not
//! the moment of the import but the start itself, put back by the greatest offset from UTC there is (the
//! file's times are local), plus a millisecond a set. So [`Imported::enter`] has only to merge:
//! - the same file again changes nothing;
//! - a file that has grown adds the new sessions, and replaces one that has more sets than before;
//! - what was edited or deleted here since is newer and stays.

use super::foreign::{App, ForeignLog, ForeignName, ForeignSession, ForeignWork};
use super::gather::append;
use super::names::{Decision, Guess, Resolver, known, other};
use super::preview::Answers;
use super::refusal::Refused;
use crate::domain::calendar::Day;
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::id::SessionId;
use crate::domain::ordered::sort_by_key;
use crate::domain::training::{Effort, ExerciseWork, Session, SetEntry, TrainingLog};

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
    /// The sessions as a log of their own; [`Imported::enter`] brings them into the person's.
    pub fn log(&self) -> TrainingLog {
        let mut log = TrainingLog::default();
        for session in &self.sessions {
            log.record(session.clone());
        }
        log
    }

    /// The sessions as they enter the person's own log: one that is there stands on the day it has there, in whatever
    /// month. A file that says when in UTC gives it another day on another clock, and it may have been moved by hand.
    pub(super) fn placed(&self, log: &TrainingLog) -> TrainingLog {
        let mut placed = TrainingLog::default();
        for session in &self.sessions {
            let later = |at: &i64| *at >= session.edited_at;
            if log.months().values().any(|month| month.deleted.get(&session.id).is_some_and(later)) {
                continue;
            }
            let mine = log.find(session.id);
            placed.record(Session { day: mine.map_or(session.day, |mine| mine.day), ..session.clone() });
        }
        placed
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
        let mut order: Vec<(usize, &ForeignName)> = self.names.iter().enumerate().collect();
        sort_by_key(&mut order, |(_, name)| {
            let name: &ForeignName = name;
            (name.name.clone(), name.slug.clone())
        });
        let mut exercises = vec![None; self.names.len()];
        for (at, foreign) in order {
            if !used.get(at).copied().unwrap_or(false) {
                continue;
            }
            let name = &foreign.name;
            let decided = answers.names.get(name);
            let id = match (decided, resolver.guess_of(foreign)) {
                // Its slug says which it is: an answer for another of the same name does not go for it.
                (_, Guess::Certain(id)) if foreign.slug.as_ref() == Some(&id) => id,
                (Some(Decision::Exercise(id)), _) if known(&before, id) => id.clone(),
                (Some(Decision::Exercise(_)), _) => return Err(ImportError::NoSuchExercise(name.clone())),
                (Some(Decision::Other), _) => other(own, name, foreign.slug.as_ref())
                    .ok_or_else(|| ImportError::NoSuchExercise(name.clone()))?,
                (None, Guess::Certain(id)) => id,
                (None, Guess::Leg(_) | Guess::Other) => return Err(ImportError::Name(name.clone())),
            };
            if decided.is_some() && foreign.slug.is_none() {
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
                    done.push(ExerciseWork { exercise, sets, note: work.note.clone(), pain: work.pain });
                }
                // A remark on an exercise that was not done stays with the session.
                _ if work.note.is_empty() => {}
                _ => {
                    let name = self.names.get(work.name).map_or("", |name| name.name.as_str());
                    append(&mut note, &format!("{name}: {}", work.note));
                }
            }
        }
        let started_at = foreign.at.instant.unwrap_or(foreign.at.local() * 1000);
        let sets = i64::try_from(count).unwrap_or(i64::MAX).min(60_000);
        Session {
            id: id(self.app, foreign),
            day: foreign.at.day,
            started_at,
            lasted: foreign.lasted,
            name: foreign.name.clone(),
            slot: None,
            exercises: done,
            note,
            edited_at: started_at - AHEAD_OF_UTC * 3_600_000 + sets,
            source: foreign.source.unwrap_or(self.app),
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
            (Ok(load), Ok(done)) => sets.extend((0..set.times).map(|_| SetEntry {
                load,
                done,
                effort: Effort { rir: set.rir, confirmed: set.confirmed },
                kind: set.kind,
                side: set.side,
                stop: set.stop,
            })),
            (Err(reason), _) | (_, Err(reason)) => refused.push(Refused { line: set.line, reason }),
        }
    }
    sets
}

/// The id of a session: our own, or one that derives from what the file calls it and from nothing that may be
/// another on the next day, such as the offset of the person's clock.
fn id(app: App, session: &ForeignSession) -> SessionId {
    if !session.key.is_empty() {
        let own = SessionId::parse(&session.key).ok().filter(|_| app == App::Legwork);
        return own.unwrap_or_else(|| SessionId::imported(app.key(), &session.key, ""));
    }
    let seconds = session.at.instant.map_or(session.at.local(), |millis| millis.div_euclid(1000));
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let day = Day::from_number(day).unwrap_or(session.at.day);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    let start = format!("{day} {hour:02}:{minute:02}:{second:02}");
    SessionId::imported(app.key(), &start, &session.name)
}
