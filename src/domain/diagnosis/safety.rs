//! What stops advice, and pain that keeps coming back: before any other rule. It names no cause.

use super::Case;
use super::View;
use super::fix::{Fix, substitute};
use super::report::{Confidence, Evidence, Fact, Factor, Finding, SetRef, Standing, Subject};
use crate::domain::exercise::ExerciseId;
use crate::domain::training::StopReason;

/// Days on which pain ended sets of an exercise before it leaves the plan. Source: science H9, "Pain".
const PAIN_DAYS: u32 = 2;
/// How far back pain counts, days.
const PAIN_WINDOW: i64 = 28;

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

/// Exercises that pain ended on two days or more.
pub(super) fn pain(case: &Case<'_, '_>) -> Vec<Finding> {
    let from = case.view.today.plus(1 - PAIN_WINDOW);
    let mut hurt: Vec<(&ExerciseId, Vec<SetRef>, u32)> = Vec::new();
    let mut last = None;
    for row in case.record.rows.iter().filter(|row| row.day >= from) {
        if row.entry.stop != Some(StopReason::Pain) {
            continue;
        }
        let same_day = last == Some((row.exercise, row.day));
        last = Some((row.exercise, row.day));
        match hurt.iter_mut().find(|(exercise, _, _)| *exercise == row.exercise) {
            Some((_, sets, days)) => {
                sets.push(row.at);
                *days += u32::from(!same_day);
            }
            None => hurt.push((row.exercise, vec![row.at], 1)),
        }
    }
    hurt.retain(|(_, _, days)| *days >= PAIN_DAYS);
    hurt.into_iter()
        .map(|(exercise, sets, days)| {
            let fix = substitute(case.view, exercise, true)
                .map(|with| Fix::Replace { exercise: exercise.clone(), with });
            let evidence = Evidence { fact: Fact::Pain { days }, sessions: Vec::new(), sets };
            finding(Subject::Exercise(exercise.clone()), evidence, fix)
        })
        .collect()
}
