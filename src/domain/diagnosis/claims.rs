//! Effort as claimed and as it was: reps in reserve by pattern, checks of them, the share of hard sets, and
//! what ended sets. It reads a span of days and blames nothing.

use super::View;
use crate::domain::calendar::Day;
use crate::domain::exercise::Pattern;
use crate::domain::ordered::sort_by_key;
use crate::domain::training::{SetKind, StopReason};
use crate::domain::units::SetCount;
use crate::domain::volume::SetWorth;
use std::cmp::Reverse;

/// Checks before the first is believed, as if so many had been seen. Source: science D, "Calibration".
const PRIOR_CHECKS: f64 = 3.0;
/// Reps more than claimed that are usually left. Source: science D (Halperin 2022).
const PRIOR_ERROR: f64 = 0.95;
/// The most a claim is corrected by, reps. Source: science D.
const BIAS_MAX: f64 = 3.0;
/// Checks from which it corrects estimates, and from which it changes what a set is worth. Source: science D, H4.
const CHECKS: (usize, usize) = (2, 3);
/// The checks that count: so many of the newest, of so many days. Source: science H4.
const NEWEST: (usize, i64) = (6, 84);

/// One check: a set taken to the last rep after its reserve was claimed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Check {
    /// The day.
    pub day: Day,
    /// The pattern of the exercise.
    pub pattern: Pattern,
    /// Reps in reserve, claimed.
    pub claimed: f64,
    /// Reps that were really left.
    pub left: f64,
}

/// How far claims are off.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bias {
    /// Reps more than claimed, 0 to 3.
    pub reps: f64,
    /// Checks it rests on.
    pub checks: usize,
    /// Whether it corrects estimates.
    pub applies: bool,
    /// Whether it changes what sets are worth.
    pub credits: bool,
}

/// How far claims are off, drawn towards what is usual as long as there are few checks.
///
/// ```
/// use legwork::domain::diagnosis::bias;
/// let reps = |errors: &[f64]| (bias(errors).reps * 1000.0).round() / 1000.0;
/// assert_eq!((reps(&[2.0, 3.0, 1.0]), reps(&[0.0; 4]), reps(&[3.0, 3.0, 3.0, 2.0, 4.0])), (1.475, 0.407, 2.231));
/// assert!(!bias(&[2.0]).applies && bias(&[2.0, 3.0]).applies && !bias(&[2.0, 3.0]).credits);
/// ```
pub fn bias(errors: &[f64]) -> Bias {
    let sum: f64 = errors.iter().sum();
    let reps = (sum + PRIOR_CHECKS * PRIOR_ERROR) / (errors.len() as f64 + PRIOR_CHECKS);
    Bias {
        reps: reps.clamp(0.0, BIAS_MAX),
        checks: errors.len(),
        applies: errors.len() >= CHECKS.0,
        credits: errors.len() >= CHECKS.1,
    }
}

/// The bias of a pattern on a day, from the newest checks of twelve weeks.
///
/// ```
/// use legwork::domain::{calendar::Day, diagnosis::{Check, bias_on}, exercise::Pattern};
/// let day = Day::parse("2026-11-21").unwrap();
/// let check = |back: i64| Check { day: day.plus(-back), pattern: Pattern::LegPress, claimed: 1.0, left: 3.0 };
/// let known = bias_on(&[check(100), check(20), check(5)], Pattern::LegPress, day);
/// assert_eq!((known.checks, bias_on(&[check(5)], Pattern::Squat, day).checks), (2, 0));
/// ```
pub fn bias_on(checks: &[Check], pattern: Pattern, day: Day) -> Bias {
    let from = day.plus(-NEWEST.1);
    let mut mine: Vec<(Day, f64)> = checks
        .iter()
        .filter(|check| check.pattern == pattern && from < check.day && check.day <= day)
        .map(|check| (check.day, check.left - check.claimed))
        .collect();
    sort_by_key(&mut mine, |(day, _)| Reverse(*day));
    let errors: Vec<f64> = mine.iter().take(NEWEST.0).map(|(_, error)| *error).collect();
    bias(&errors)
}

/// The effort of one pattern.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PatternEffort {
    /// The pattern.
    pub pattern: Pattern,
    /// Sets with stated effort.
    pub sets: u32,
    /// Reps in reserve as claimed, the mean.
    pub claimed: f64,
    /// As they were, by calibration; none without one.
    pub achieved: Option<f64>,
}

/// The effort of a span of days.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EffortSummary {
    /// Working sets of the legs.
    pub sets: u32,
    /// With stated effort.
    pub stated: u32,
    /// Of those, touched by the person.
    pub confirmed: u32,
    /// Worth a whole hard set.
    pub hard: u32,
    /// Worth a part of one.
    pub part: u32,
    /// What ended sets before the muscle did, in the order of [`StopReason::ALL`].
    pub stops: [u32; 5],
    /// By pattern, most sets first.
    pub patterns: Vec<PatternEffort>,
    /// Mean reps in reserve of the legs, as claimed.
    pub legs: Option<f64>,
    /// The same of all other work, where some is logged with effort.
    pub others: Option<f64>,
}

impl EffortSummary {
    /// The share of working sets that are hard; none without sets.
    pub fn hard_share(&self) -> Option<f64> {
        (self.sets > 0).then(|| f64::from(self.hard) / f64::from(self.sets))
    }
}

/// The effort of the days `from..=to`.
///
/// ```
/// use legwork::domain::calendar::{Day, Now};
/// use legwork::domain::diagnosis::{View, efforts};
/// let day = Day::parse("2026-11-21").unwrap();
/// let book = legwork::domain::example::logbook(Now { day, millis: 1_795_240_000_000, offset_minutes: 0 });
/// let summary = efforts(&View::of(&book, day), day.plus(-27), day);
/// assert!(summary.hard_share().unwrap() > 0.9 && summary.confirmed < summary.stated);
/// assert_eq!(summary.others, None);
/// ```
pub fn efforts(view: &View<'_>, from: Day, to: Day) -> EffortSummary {
    let mut summary = EffortSummary::default();
    let (mut legs, mut others) = ((0.0, 0_u32), (0.0, 0_u32));
    for work in view.log.between(from, to).flat_map(|session| &session.exercises) {
        let leg = !view.own.credit(&work.exercise).is_none();
        let pattern = work.exercise.built_in().map(|row| row.pattern);
        for set in work.sets.iter().filter(|set| set.kind == SetKind::Work && set.reps().is_some()) {
            let rir = set.effort.rir.map(|rir| rir.value());
            if !leg {
                add(&mut others, rir);
                continue;
            }
            add(&mut legs, rir);
            summary.sets += 1;
            let worth = SetWorth::of(set, None).worth;
            summary.hard += u32::from(worth == SetCount::ONE);
            summary.part += u32::from(worth > SetCount::ZERO && worth < SetCount::ONE);
            for (count, reason) in summary.stops.iter_mut().zip(StopReason::ALL) {
                *count += u32::from(set.stop == Some(reason));
            }
            let Some(rir) = rir else { continue };
            summary.stated += 1;
            summary.confirmed += u32::from(set.effort.confirmed);
            let Some(pattern) = pattern else { continue };
            match summary.patterns.iter_mut().find(|one| one.pattern == pattern) {
                Some(one) => {
                    one.claimed += rir;
                    one.sets += 1;
                }
                None => {
                    let one = PatternEffort { pattern, sets: 1, claimed: rir, achieved: None };
                    summary.patterns.push(one);
                }
            }
        }
    }
    for one in &mut summary.patterns {
        one.claimed /= f64::from(one.sets);
        let known = view.bias.iter().any(|(pattern, _)| *pattern == one.pattern);
        one.achieved = known.then(|| one.claimed + view.bias_of(Some(one.pattern)));
    }
    sort_by_key(&mut summary.patterns, |one| Reverse(one.sets));
    let mean = |(sum, count): (f64, u32)| (count > 0).then(|| sum / f64::from(count));
    (summary.legs, summary.others) = (mean(legs), mean(others));
    summary
}

fn add(sum: &mut (f64, u32), value: Option<f64>) {
    if let Some(value) = value {
        sum.0 += value;
        sum.1 += 1;
    }
}
