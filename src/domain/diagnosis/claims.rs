//! Effort as claimed and as it was: reps in reserve by pattern, the share of hard sets, and what ended sets.
//! It reads a span of days and blames nothing.

use super::View;
use crate::domain::calendar::Day;
use crate::domain::exercise::Pattern;
use crate::domain::ordered::sort_by_key;
use crate::domain::training::{SetKind, StopReason};
use crate::domain::units::SetCount;
use crate::domain::volume::SetWorth;
use std::cmp::Reverse;

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
    /// Of those stated, worth a whole hard set.
    pub hard: u32,
    /// Of those stated, worth a part of one.
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
    /// The share of the sets with stated effort that are hard; none without such sets.
    pub fn hard_share(&self) -> Option<f64> {
        (self.stated > 0).then(|| f64::from(self.hard) / f64::from(self.stated))
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
        let added = view.added(&work.exercise);
        for set in work.sets.iter().filter(|set| set.kind == SetKind::Work && set.reps().is_some()) {
            let rir = set.effort.rir.map(|rir| rir.value());
            if !leg {
                add(&mut others, rir);
                continue;
            }
            add(&mut legs, rir);
            summary.sets += 1;
            for (count, reason) in summary.stops.iter_mut().zip(StopReason::ALL) {
                *count += u32::from(set.stop == Some(reason));
            }
            let Some(rir) = rir else { continue };
            summary.stated += 1;
            let worth = SetWorth::corrected(set, None, added).worth;
            summary.hard += u32::from(worth == SetCount::ONE);
            summary.part += u32::from(worth > SetCount::ZERO && worth < SetCount::ONE);
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
        one.achieved = view.bias(Some(one.pattern)).map(|bias| one.claimed + bias);
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
