//! What stops advice, and pain that keeps coming back: before any other rule. It names no cause.

use super::Case;
use super::View;
use super::fix::{Fix, substitute};
use super::report::{Confidence, Evidence, Fact, Factor, Finding, SetRef, Standing, Subject};
use crate::domain::calendar::Day;
use crate::domain::exercise::ExerciseId;
use crate::domain::id::SessionId;
use crate::domain::recovery::PainSince;
use crate::domain::safety::Pain;
use crate::domain::training::StopReason;
use crate::domain::training::hurt::hurt_on;

/// Days on which an exercise hurt before it leaves the plan. Source: science H9, "Pain".
const PAIN_DAYS: usize = 2;
/// How far back pain counts, days.
const PAIN_WINDOW: i64 = 28;

/// An exercise that hurt: on which days, in which sessions, the sets that pain ended, and whether it was worse the next morning.
struct Hurt<'a> {
    exercise: &'a ExerciseId,
    days: Vec<Day>,
    sessions: Vec<SessionId>,
    sets: Vec<SetRef>,
    worse: bool,
}

impl Hurt<'_> {
    fn came_from(&mut self, session: SessionId) {
        if !self.sessions.contains(&session) {
            self.sessions.push(session);
        }
    }
}

/// What is noted of an exercise, from now on.
fn noted<'a, 'b>(hurt: &'b mut Vec<Hurt<'a>>, exercise: &'a ExerciseId) -> Option<&'b mut Hurt<'a>> {
    let known = hurt.iter().position(|one| one.exercise == exercise).unwrap_or(hurt.len());
    if known == hurt.len() {
        hurt.push(Hurt { exercise, days: Vec::new(), sessions: Vec::new(), sets: Vec::new(), worse: false });
    }
    hurt.get_mut(known)
}

/// The finding that stops everything, if something does.
pub(super) fn stop(view: &View<'_>) -> Option<Finding> {
    let conditions = view.safety.uncleared(view.today);
    let fact = if !view.flags.is_empty() {
        Fact::Flags(view.flags.to_vec())
    } else if !conditions.is_empty() {
        Fact::Conditions(conditions)
    } else {
        return None;
    };
    Some(finding(Subject::Person, Evidence::of(fact), Some(Fix::SeeClinician)))
}

fn finding(subject: Subject, evidence: Evidence, fix: Option<Fix>) -> Finding {
    Finding {
        factor: Factor::Safety,
        subject,
        severity: 1.0,
        confidence: Confidence::High,
        standing: Standing::Limiting,
        evidence,
        missing: Vec::new(),
        fix,
    }
}

/// Exercises that hurt on two days or more (pain ended sets of them, was four or more, or was sharp), or at all where
/// the next morning was worse. Source: science H9, "Pain".
pub(super) fn pain(case: &Case<'_, '_>) -> Vec<Finding> {
    let from = case.view.today.plus(1 - PAIN_WINDOW);
    let mut hurt: Vec<Hurt<'_>> = Vec::new();
    let mut note = |exercise, day, session, set: Option<SetRef>| {
        if let Some(one) = noted(&mut hurt, exercise) {
            one.sets.extend(set);
            one.came_from(session);
            if !one.days.contains(&day) {
                one.days.push(day);
            }
        }
    };
    for row in case.record.rows.iter().filter(|row| row.day >= from) {
        if row.entry.stop == Some(StopReason::Pain) {
            note(row.exercise, row.day, row.at.session, Some(row.at));
        }
    }
    for session in case.view.log.between(from, case.view.today) {
        let legs = session.exercises.iter().filter(|work| !case.view.own.credit(&work.exercise).is_none());
        for work in legs.filter(|work| work.pain.is_some_and(Pain::counts)) {
            note(&work.exercise, session.day, session.id, None);
        }
    }
    for (morning, said) in case.view.mornings.days.range(from..=case.view.today) {
        if said.pain == Some(PainSince::Worse) {
            let before = hurt_on(case.view.log, morning.plus(-1));
            let legs = before.into_iter().filter(|(id, _)| !case.view.own.credit(id).is_none());
            for (exercise, session) in legs {
                if let Some(one) = noted(&mut hurt, exercise) {
                    one.worse = true;
                    one.came_from(session);
                }
            }
        }
    }
    hurt.retain(|one| one.worse || one.days.len() >= PAIN_DAYS);
    hurt.into_iter()
        .map(|Hurt { exercise, days, sessions, sets, worse }| {
            let days = u32::try_from(days.len()).unwrap_or(u32::MAX);
            let fix = substitute(case.view, exercise, true)
                .map(|with| Fix::Replace { exercise: exercise.clone(), with });
            let evidence = Evidence { fact: Fact::Pain { days, worse }, sessions, sets };
            finding(Subject::Exercise(exercise.clone()), evidence, fix)
        })
        .collect()
}
