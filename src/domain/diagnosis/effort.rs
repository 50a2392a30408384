//! Sets that end too far from failure, by corrected reps in reserve; what ended them only explains.

use super::record::Row;
use super::report::{
    Confidence, Evidence, Fact, Factor, Finding, Missing, Report, SetRef, Standing, Subject,
};
use super::{Case, dose, severity};
use crate::domain::anatomy::Muscle;
use crate::domain::athlete::Cautions;
use crate::domain::diagnosis::fix::Fix;
use crate::domain::exercise::{ExerciseId, Kit, Pattern};
use crate::domain::safety::shown;
use crate::domain::training::{StopReason, calibration};

/// Corrected reps in reserve from which a set is easy, whatever the plan says. Source: science H5, D.
const EASY: f64 = 3.5;
/// And so many above the plan. Source: science H5.
const ABOVE_PLAN: f64 = 1.0;
/// The share of easy sets from which it is a factor, and the worst. Source: science H5.
const SHARE: (f64, f64) = (0.30, 0.80);
/// Sets, and the share of them with stated effort, for a verdict. Source: science H5.
const SETS: u32 = 20;
/// Volume that is there before effort is counted and gone after it. Source: science H5, "Volume".
const CREDITED: f64 = 0.9;

/// The sets of some exercises by their effort.
#[derive(Default)]
struct Tallied<'a> {
    sets: u32,
    stated: u32,
    confirmed: u32,
    easy: Vec<SetRef>,
    stops: [u32; 5],
    /// Easy and stated sets by exercise.
    by_exercise: Vec<(&'a ExerciseId, u32, u32)>,
}

impl<'a> Tallied<'a> {
    fn of(case: &Case<'_, 'a>, mine: impl Fn(&Row<'a>) -> bool) -> Self {
        let mut tallied = Self::default();
        for row in &case.record.rows {
            if !mine(row) || case.week(row.day).is_none() {
                continue;
            }
            tallied.sets += 1;
            let Some(rir) = row.entry.effort.rir else { continue };
            tallied.stated += 1;
            tallied.confirmed += u32::from(row.entry.effort.confirmed);
            let pattern = row.exercise.built_in().map(|known| known.pattern);
            let planned = row.planned.map_or(0.0, |planned| planned.rir.1.value() + ABOVE_PLAN);
            let easy = rir.value() + case.view.bias(pattern).unwrap_or_default() >= EASY.max(planned);
            match tallied.by_exercise.iter_mut().find(|(exercise, _, _)| *exercise == row.exercise) {
                Some((_, count, of)) => {
                    *count += u32::from(easy);
                    *of += 1;
                }
                None => tallied.by_exercise.push((row.exercise, u32::from(easy), 1)),
            }
            if easy {
                tallied.easy.push(row.at);
                for (count, reason) in tallied.stops.iter_mut().zip(StopReason::ALL) {
                    *count += u32::from(row.entry.stop == Some(reason));
                }
            }
        }
        tallied
    }

    fn is_enough(&self) -> bool {
        self.sets >= SETS && self.stated * 2 >= self.sets
    }

    fn share(&self) -> f64 {
        if self.stated == 0 { 0.0 } else { self.easy.len() as f64 / f64::from(self.stated) }
    }
}

/// The finding for the legs as a whole; else for muscles whose volume is lost to easy sets.
pub(super) fn findings<'a>(case: &Case<'_, 'a>, report: &mut Report) {
    let all = Tallied::of(case, |_| true);
    if !all.is_enough() {
        let need = SETS.max(all.sets.div_ceil(2));
        report.missing.push(Missing::Effort { have: all.stated, need });
        return;
    }
    report.judged.push(Factor::Effort);
    if all.confirmed * 2 < all.stated {
        report.missing.push(Missing::Confirmed { have: all.confirmed, of: all.stated });
    }
    if all.share() > SHARE.0 {
        report.findings.push(finding(case, Subject::Person, all));
        return;
    }
    for muscle in Muscle::MAIN {
        let Some(dose) = dose::dose(case, muscle) else { continue };
        if dose.raw < CREDITED * dose.wanted || dose.hard >= CREDITED * dose.wanted {
            continue;
        }
        let direct =
            |row: &Row<'a>| muscle.functions().iter().any(|function| row.credit.halves(*function) == 2);
        let mine = Tallied::of(case, direct);
        if mine.is_enough() && mine.share() > SHARE.0 {
            report.findings.push(finding(case, Subject::Muscle(muscle), mine));
        }
    }
}

fn finding(case: &Case<'_, '_>, subject: Subject, tallied: Tallied<'_>) -> Finding {
    let mut missing = Vec::new();
    if !case.view.is_calibrated() {
        missing.push(Missing::Calibration);
    }
    let confidence = if tallied.confirmed * 2 < tallied.stated {
        missing.push(Missing::Confirmed { have: tallied.confirmed, of: tallied.stated });
        Confidence::Low
    } else if tallied.stated >= 2 * SETS {
        Confidence::High
    } else {
        Confidence::Fair
    };
    let maximal = case.view.profile.is_none_or(|profile| shown(profile.age, case.view.safety).maximal);
    let fact = Fact::Easy {
        easy: u32::try_from(tallied.easy.len()).unwrap_or(u32::MAX),
        stated: tallied.stated,
        sets: tallied.sets,
        worst: worst_pattern(&tallied),
        stops: tallied.stops,
    };
    Finding {
        factor: Factor::Effort,
        subject,
        severity: severity(tallied.share(), SHARE.0, SHARE.1),
        confidence,
        standing: Standing::Limiting,
        fix: calibrated(case, &tallied).filter(|_| maximal).map(|exercise| Fix::Calibrate { exercise }),
        evidence: Evidence { fact, sessions: Vec::new(), sets: tallied.easy },
        missing,
    }
}

/// The pattern with the largest share of easy sets.
fn worst_pattern(tallied: &Tallied<'_>) -> Option<Pattern> {
    let mut patterns: Vec<(Pattern, u32, u32)> = Vec::new();
    for (exercise, easy, of) in &tallied.by_exercise {
        let Some(row) = exercise.built_in() else { continue };
        match patterns.iter_mut().find(|(pattern, _, _)| *pattern == row.pattern) {
            Some((_, sum, all)) => {
                *sum += easy;
                *all += of;
            }
            None => patterns.push((row.pattern, *easy, *of)),
        }
    }
    let share = |(_, easy, of): &&(Pattern, u32, u32)| f64::from(*easy) / f64::from((*of).max(1));
    patterns.iter().max_by(|a, b| share(a).total_cmp(&share(b))).map(|(pattern, _, _)| *pattern)
}

/// The exercise to check claims with: one that may be taken to its end alone, with the most easy sets.
fn calibrated(case: &Case<'_, '_>, tallied: &Tallied<'_>) -> Option<ExerciseId> {
    let (kit, cautions) = case.view.profile.map_or((Kit::GYM, Cautions::default()), |p| (p.kit, p.cautions));
    let safe = |exercise: &ExerciseId| {
        exercise.built_in().is_some_and(|row| calibration::is_safe(row, kit, cautions))
    };
    let list = tallied.by_exercise.iter().filter(|(exercise, _, _)| safe(exercise));
    list.max_by_key(|(_, easy, _)| *easy).map(|(exercise, _, _)| (*exercise).clone())
}
