//! Strength that stands still, and loads that are not raised though they could be; why is for the other rules.

use super::fix::{Fix, add_sets, remove_sets, substitute};
use super::record::Row;
use super::report::{Confidence, Evidence, Fact, Factor, Finding, SetRef, Standing, Subject};
use super::{Case, Direction, MuscleTrend, dose};
use crate::domain::anatomy::Muscle;
use crate::domain::athlete::default_band;
use crate::domain::exercise::ExerciseId;
use crate::domain::safety::shown;
use crate::domain::training::loading::{Holder, usual_step};
use crate::domain::units::{Kg, Rir};

/// Times in a row that the range is topped without a raise: with a strength trend that does not rise, and
/// without any trend. Source: science H5, "range topped twice without raise".
const TOPPED: (u32, u32) = (2, 3);
/// How many make it as bad as it gets.
const TOPPED_WORST: f64 = 6.0;
/// A plateau's weight, and that of a fall: nothing else is found when they count.
const STUCK: (f64, f64) = (0.5, 1.0);
/// Sets that a stuck muscle gets more, a week. Source: science D, "Ramp" (at most 20 %).
const MORE: f64 = 2.0;
/// A step of more than this share of the load asks for two more reps first, percent. Source: science D.
const RISE_MAX_PERCENT: u64 = 7;
/// Those reps. Source: science D.
const REPS_EXTENDED: u8 = 2;
/// The effort of a topped range where no plan says one.
const RIR_TARGET: Rir = Rir::ONE;

/// Muscles whose strength stands still or falls.
pub(super) fn stuck(case: &Case<'_, '_>) -> Vec<Finding> {
    let stuck = |trend: &&MuscleTrend| matches!(trend.direction, Direction::Plateau | Direction::Regress);
    case.trends.muscles.iter().filter(stuck).map(|trend| finding(case, trend)).collect()
}

fn finding(case: &Case<'_, '_>, trend: &MuscleTrend) -> Finding {
    let (_, high) = case.view.profile.map_or(default_band(trend.muscle), |p| p.band(trend.muscle));
    let room = dose::dose(case, trend.muscle).is_some_and(|dose| dose.raw + MORE <= f64::from(high));
    let fix = if trend.direction == Direction::Regress {
        remove_sets(case, trend.muscle, MORE)
    } else if room {
        add_sets(case, trend.muscle, None, MORE)
    } else {
        trend.exercises.first().and_then(|one| {
            let with = substitute(case.view, &one.exercise, false)?;
            Some(Fix::Replace { exercise: one.exercise.clone(), with })
        })
    };
    let sets = trend.exercises.iter().flat_map(|one| one.sets.iter().copied()).collect();
    Finding {
        factor: Factor::Progression,
        subject: Subject::Muscle(trend.muscle),
        severity: if trend.direction == Direction::Regress { STUCK.1 } else { STUCK.0 },
        confidence: trend.confidence,
        standing: Standing::Limiting,
        evidence: Evidence { fact: Fact::Stuck(trend.clone()), sessions: Vec::new(), sets },
        missing: Vec::new(),
        fix,
    }
}

/// Exercises that reach the top of their range again and again at the same load.
pub(super) fn topped(case: &Case<'_, '_>) -> Vec<Finding> {
    let may = case.view.profile.is_none_or(|profile| shown(profile.age, case.view.safety).progression);
    let mut seen: Vec<&ExerciseId> = Vec::new();
    let mut found = Vec::new();
    if !may {
        return found;
    }
    for row in case.record.rows.iter().filter(|row| case.week(row.day).is_some()) {
        if !seen.contains(&row.exercise) {
            seen.push(row.exercise);
            found.extend(topped_exercise(case, row));
        }
    }
    found
}

fn topped_exercise(case: &Case<'_, '_>, any: &Row<'_>) -> Option<Finding> {
    let built_in = any.exercise.built_in();
    let muscle = Muscle::MAIN
        .into_iter()
        .find(|muscle| muscle.functions().iter().any(|function| any.credit.halves(*function) == 2))?;
    let (mut day, mut load, mut times) = (None, None, 0_u32);
    let mut sets: Vec<SetRef> = Vec::new();
    // From the newest exposure backwards, as long as all sets top the range at one load.
    let rows = case.record.rows.iter().rev().filter(|row| row.exercise == any.exercise);
    let mut here: Vec<SetRef> = Vec::new();
    for row in rows {
        if *load.get_or_insert(row.entry.load) != row.entry.load || !tops(row) {
            if day == Some(row.day) {
                // The day it shares is not topped as a whole.
                here.clear();
            }
            break;
        }
        if day.is_some() && day != Some(row.day) {
            times += 1;
            sets.append(&mut here);
        }
        day = Some(row.day);
        here.push(row.at);
    }
    times += u32::from(!here.is_empty());
    sets.append(&mut here);
    let need = if case.trend(muscle).is_some() { TOPPED.0 } else { TOPPED.1 };
    let load = load.filter(|load| *load > Kg::ZERO && times >= need)?;
    let to = Holder::usual(built_in).heavier(load)?;
    Some(Finding {
        factor: Factor::Progression,
        subject: Subject::Exercise(any.exercise.clone()),
        severity: (f64::from(times) / TOPPED_WORST).min(1.0),
        confidence: Confidence::Fair,
        standing: Standing::Limiting,
        evidence: Evidence { fact: Fact::Topped { load, times }, sessions: Vec::new(), sets },
        missing: Vec::new(),
        fix: Some(Fix::Raise { exercise: any.exercise.clone(), from: load, to }),
    })
}

/// Whether a set reached the top of its range with the effort to spare; not where nobody said the effort.
fn tops(row: &Row<'_>) -> bool {
    let built_in = row.exercise.built_in();
    let Some(mut top) = row.planned.map(|planned| planned.reps.1).or(built_in.map(|known| known.reps_high))
    else {
        return false;
    };
    let load = u64::from(row.entry.load.grams());
    if u64::from(usual_step(built_in).mass().grams()) * 100 > load * RISE_MAX_PERCENT {
        top = top.saturating_add(REPS_EXTENDED);
    }
    let target = row.planned.map_or(RIR_TARGET, |planned| planned.rir.0);
    row.reps.get() >= top && row.entry.effort.rir.is_some_and(|rir| rir >= target)
}
