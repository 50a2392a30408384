//! The log as it is looked through: newest first, a piece at a time, by what is searched for or by exercise.
//! It decides nothing.

use super::session::{ExerciseWork, Session};
use super::{TrainingLog, strength};
use crate::domain::anatomy::Credit;
use crate::domain::calendar::{Day, Month};
use crate::domain::exercise::{ExerciseId, OwnExercises, likeness};
use crate::domain::id::SessionId;
use crate::domain::ordered::sort_by_key;
use crate::domain::plan::Plans;
use crate::domain::units::Kg;

/// Below this likeness two exercises did not stand in for each other. Source: C.
const LIKENESS_MIN: f64 = 0.5;

/// Sessions that were found, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The month and id of each.
    pub list: Vec<(Month, SessionId)>,
    /// Whether there are more.
    pub more: bool,
    /// The exercises whose names were found on the way.
    pub exercises: Vec<ExerciseId>,
}

/// The newest sessions in which every word of `search` stands in the name of one exercise, or in the session's
/// own name or remark; at most `count`.
///
/// ```
/// use legwork::domain::{exercise::OwnExercises, training::{TrainingLog, visits::{Found, newest}}};
/// assert_eq!(newest(&TrainingLog::default(), &OwnExercises::default(), "squat", 20), Found::default());
/// ```
pub fn newest(log: &TrainingLog, own: &OwnExercises, search: &str, count: usize) -> Found {
    let lower = search.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let fits = |text: &str| {
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    // A log knows few exercises and names each of them very often.
    let mut known: Vec<(ExerciseId, bool)> = Vec::new();
    let mut found = Found::default();
    for (month, sessions) in log.months().iter().rev() {
        for session in in_order(sessions.sessions.values()).into_iter().rev() {
            let named = words.is_empty()
                || session.exercises.iter().any(|work| {
                    if let Some((_, fits)) = known.iter().find(|(id, _)| *id == work.exercise) {
                        return *fits;
                    }
                    let named = fits(own.name(&work.exercise));
                    if named {
                        found.exercises.push(work.exercise.clone());
                    }
                    known.push((work.exercise.clone(), named));
                    named
                });
            if named || fits(&session.name) || (!session.note.is_empty() && fits(&session.note)) {
                if found.list.len() >= count {
                    found.more = true;
                    return found;
                }
                found.list.push((*month, session.id));
            }
        }
    }
    found
}

/// The sessions of a month, oldest first.
pub fn of_month(log: &TrainingLog, month: Month) -> Vec<&Session> {
    log.months().get(&month).map(|found| in_order(found.sessions.values())).unwrap_or_default()
}

fn in_order<'a>(sessions: impl Iterator<Item = &'a Session>) -> Vec<&'a Session> {
    let mut list: Vec<&Session> = sessions.collect();
    sort_by_key(&mut list, |session| (session.day, session.started_at));
    list
}

/// One time an exercise was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// The session.
    pub session: SessionId,
    /// Its day.
    pub day: Day,
    /// What was done.
    pub work: ExerciseWork,
    /// The best estimated one-rep max of it.
    pub estimate: Option<Kg>,
}

/// Every time an exercise was done, newest first.
pub fn visits(log: &TrainingLog, exercise: &ExerciseId) -> Vec<Visit> {
    let mut list = Vec::new();
    for month in log.months().values().rev() {
        for session in in_order(month.sessions.values()).into_iter().rev() {
            for work in session.exercises.iter().filter(|work| work.exercise == *exercise) {
                list.push(Visit {
                    session: session.id,
                    day: session.day,
                    work: work.clone(),
                    estimate: strength::best_of(work),
                });
            }
        }
    }
    list
}

/// The most points of a course: more are one a month, the best of it. [our choice]
const COURSE_MAX: usize = 60;

/// How the estimated one-rep max went, oldest first, from visits that stand newest first.
pub fn course(visits: &[Visit]) -> Vec<(Day, Kg)> {
    let all: Vec<(Day, Kg)> =
        visits.iter().rev().filter_map(|visit| Some((visit.day, visit.estimate?))).collect();
    if all.len() <= COURSE_MAX {
        return all;
    }
    let mut best: Vec<(Day, Kg)> = Vec::new();
    for (day, load) in all {
        match best.last_mut() {
            Some(last) if last.0.month() == day.month() => {
                if load > last.1 {
                    *last = (day, load);
                }
            }
            _ => best.push((day, load)),
        }
    }
    best
}

/// A time an exercise stood in for another, or another for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swap {
    /// The session.
    pub session: SessionId,
    /// Its day.
    pub day: Day,
    /// The other exercise.
    pub other: ExerciseId,
    /// Whether the exercise was the planned one, and the other was done.
    pub was_planned: bool,
}

/// The swaps of an exercise, newest first, at most `count`: what a session's plan asked for and was not done,
/// beside the most alike of what was done and not asked for.
pub fn swaps(
    log: &TrainingLog,
    plans: &Plans,
    own: &OwnExercises,
    exercise: &ExerciseId,
    count: usize,
) -> Vec<Swap> {
    let mut list = Vec::new();
    for month in log.months().values().rev() {
        for session in in_order(month.sessions.values()).into_iter().rev() {
            let planned = session.slot.and_then(|slot| {
                let plan = plans.list.iter().find(|plan| plan.id == slot.plan)?;
                plan.session(slot)
            });
            let Some(planned) = planned else { continue };
            let asked = |id: &ExerciseId| planned.exercises.iter().any(|one| one.exercise == *id);
            let done = |id: &ExerciseId| session.exercises.iter().any(|one| one.exercise == *id);
            let was_planned = asked(exercise);
            if was_planned == done(exercise) {
                continue;
            }
            let others: Vec<&ExerciseId> = if was_planned {
                session.exercises.iter().map(|work| &work.exercise).filter(|id| !asked(id)).collect()
            } else {
                planned.exercises.iter().map(|one| &one.exercise).filter(|id| !done(id)).collect()
            };
            if let Some(other) = most_alike(own, exercise, &others) {
                list.push(Swap { session: session.id, day: session.day, other, was_planned });
                if list.len() >= count {
                    return list;
                }
            }
        }
    }
    list
}

fn most_alike(own: &OwnExercises, exercise: &ExerciseId, others: &[&ExerciseId]) -> Option<ExerciseId> {
    let credit: Credit = own.credit(exercise);
    let mut best: Option<(f64, &ExerciseId)> = None;
    for other in others {
        let alike = likeness(credit, own.credit(other));
        if alike >= LIKENESS_MIN && best.is_none_or(|(most, _)| alike > most) {
            best = Some((alike, other));
        }
    }
    best.map(|(_, other)| other.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::training::{Effort, SetEntry, Source};
    use crate::domain::units::{Reps, Rir};

    fn log(days: i64) -> TrainingLog {
        let mut log = TrainingLog::default();
        for number in 0..days {
            let slug = if number % 2 == 0 { "leg-extension" } else { "seated-leg-curl" };
            let effort = Effort { rir: Some(Rir::TWO), confirmed: true };
            let set = SetEntry::work(Kg::saturating(50_000 + number * 500), Reps::saturating(8), effort);
            let exercise = ExerciseId::parse(slug).unwrap();
            let id = SessionId::new(number, [0; 10]);
            log.record(Session {
                id,
                day: Day::parse("2026-01-05").unwrap().plus(number * 3),
                started_at: number,
                lasted: None,
                name: String::new(),
                slot: None,
                exercises: vec![ExerciseWork { exercise, sets: vec![set], note: String::new(), pain: None }],
                note: if number == 4 { "Knee felt fine".to_owned() } else { String::new() },
                edited_at: number,
                source: Source::Legwork,
            });
        }
        log
    }

    #[test]
    fn a_search_finds_exercises_and_remarks_newest_first_a_piece_at_a_time() {
        let (log, own) = (log(60), OwnExercises::default());
        let found = newest(&log, &own, "leg CURL", 20);
        assert!(found.more && found.list.len() == 20 && found.exercises.len() == 1);
        assert_eq!(found.list[0].1, SessionId::new(59, [0; 10]));
        assert_eq!(newest(&log, &own, "leg curl", 30).list.len(), 30);
        assert!(!newest(&log, &own, "leg curl", 30).more);
        assert_eq!(
            newest(&log, &own, "felt knee", 9).list,
            [(Day::parse("2026-01-17").unwrap().month(), SessionId::new(4, [0; 10]))]
        );
        assert_eq!(newest(&log, &own, "bench", 9), Found::default());
        assert_eq!(newest(&log, &own, " ", 7).list.len(), 7);
    }

    #[test]
    fn a_month_has_its_own_sessions_by_their_days_however_they_were_written_down() {
        let mut log = log(12);
        let day = |text: &str| Day::parse(text).unwrap();
        log.move_session(SessionId::new(0, [0; 10]), day("2026-01-18"), 1_000).unwrap();
        let days =
            |month: Month| of_month(&log, month).iter().map(|one| one.day.day_of_month()).collect::<Vec<_>>();
        assert_eq!(days(day("2026-01-31").month()), [8, 11, 14, 17, 18, 20, 23, 26, 29]);
        assert_eq!(days(day("2026-02-01").month()), [1, 4, 7]);
        assert!(of_month(&log, day("2026-03-01").month()).is_empty());
    }

    #[test]
    fn a_long_course_is_the_best_of_each_month() {
        let id = ExerciseId::parse("leg-extension").unwrap();
        let short = visits(&log(40), &id);
        assert_eq!((short.len(), course(&short).len()), (20, 20));
        assert!(short[0].day > short[1].day && course(&short)[0].1 < course(&short)[19].1);
        let long = course(&visits(&log(400), &id));
        assert!(long.len() > 30 && long.windows(2).all(|pair| pair[0].0.month() < pair[1].0.month()));
    }
}
