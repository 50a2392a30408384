//! Last time and the rules give today's suggestion, always with its reason; words are not made here.

use super::Prescription;
use crate::domain::exercise::{Axial, Exercise};
use crate::domain::training::DraftSet;
use crate::domain::training::exposure::Exposure;
use crate::domain::units::{Kg, Reps, Rir};

/// A load may rise by at most this share at once; beyond it, reps are added first, in percent.
/// Source: science D, "Double progression".
const RISE_MAX_PERCENT: u32 = 7;
/// Reps added to the range before a rise that would be too large. Source: science D.
const REPS_EXTENDED: u8 = 2;
/// After two sessions below the range the load falls by this share, in per mille. Source: science H4.
const BACK_OFF_PER_MILLE: u32 = 75;
/// The next set's load changes by this share a rep of effort, in percent. Source: science D.
const AUTO_PERCENT_PER_REP: f64 = 3.0;
/// And by at most this share. Source: science D.
const AUTO_PERCENT_MAX: f64 = 10.0;

/// What to do of an exercise today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion {
    /// The load; none where nothing is known yet.
    pub load: Option<Kg>,
    /// The reps to aim for.
    pub reps: u8,
    /// Why.
    pub reason: Reason,
}

/// Why the suggestion is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Never done before.
    FirstTime,
    /// Every set reached the top of the range with the effort to spare.
    Raised {
        /// Sets of last time.
        sets: u8,
        /// The reps of the weakest.
        reps: u8,
    },
    /// The next load is too large a step: two more reps first.
    RangeExtended,
    /// The same load, one rep more.
    AddReps,
    /// Twice below the range.
    BackedOff,
    /// Below the range once: again.
    Again,
}

/// The smallest sensible step of an exercise: 2.5 kg, 5 kg where the weight is on machines or both legs push
/// a sledge. What a person's own plates allow comes with their inventory.
pub fn step(row: Option<&Exercise>) -> Kg {
    let grams = match row {
        Some(row) if row.compound && row.axial == Axial::Low && !row.unilateral => 5_000,
        _ => 2_500,
    };
    Kg::saturating(grams)
}

/// Today's suggestion by double progression, from the newest exposures.
pub fn suggest(planned: &Prescription, exposures: &[Exposure]) -> Suggestion {
    let (low, high) = planned.reps;
    let Some(last) = exposures.first() else {
        return Suggestion { load: None, reps: low, reason: Reason::FirstTime };
    };
    let Some(load) = last.sets.iter().map(|set| set.load).max() else {
        return Suggestion { load: None, reps: low, reason: Reason::FirstTime };
    };
    // Sets at the working load; lighter ones say nothing about it.
    let at_load = |exposure: &Exposure, load: Kg| -> Vec<(u8, Option<Rir>)> {
        let sets = exposure.sets.iter().filter(|set| set.load == load);
        sets.filter_map(|set| Some((set.reps()?.get(), set.effort.rir))).collect()
    };
    let sets = at_load(last, load);
    let weakest = sets.iter().map(|(reps, _)| *reps).min().unwrap_or(low);
    let effort_kept = sets.iter().all(|(_, rir)| rir.is_none_or(|rir| rir >= planned.rir.0));
    let enough = sets.len() >= usize::from(planned.sets.min(2));
    let step = step(planned.built_in());
    if weakest >= high && effort_kept && enough {
        let too_large = load > Kg::ZERO
            && u64::from(step.grams()) * 100 > u64::from(load.grams()) * u64::from(RISE_MAX_PERCENT);
        if load == Kg::ZERO || (too_large && weakest < high.saturating_add(REPS_EXTENDED)) {
            let reps = weakest.saturating_add(1).min(Reps::MAX.get());
            return Suggestion { load: Some(load), reps, reason: Reason::RangeExtended };
        }
        let raised = Kg::saturating(i64::from(load.grams()) + i64::from(step.grams()));
        let count = u8::try_from(sets.len()).unwrap_or(u8::MAX);
        return Suggestion {
            load: Some(raised),
            reps: low,
            reason: Reason::Raised { sets: count, reps: weakest },
        };
    }
    if weakest < low && load > Kg::ZERO {
        let before = exposures.get(1).map(|exposure| at_load(exposure, load));
        let twice = before.is_some_and(|sets| sets.iter().any(|(reps, _)| *reps < low));
        if twice {
            let lower = u64::from(load.grams()) * u64::from(1000 - BACK_OFF_PER_MILLE) / 1000;
            let steps = lower / u64::from(step.grams());
            let load = Kg::saturating(i64::try_from(steps * u64::from(step.grams())).unwrap_or(0));
            return Suggestion { load: Some(load), reps: low, reason: Reason::BackedOff };
        }
        return Suggestion { load: Some(load), reps: low, reason: Reason::Again };
    }
    let reps = weakest.saturating_add(1).clamp(low, high);
    Suggestion { load: Some(load), reps, reason: Reason::AddReps }
}

/// What the next set of this session is prefilled with: the suggestion for the first one, then what the
/// last set and its effort say, within this session only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prefill {
    /// The load; none where the person has to say.
    pub load: Option<Kg>,
    /// Reps.
    pub reps: u8,
    /// Reps in reserve, from the plan.
    pub rir: Option<Rir>,
}

/// Prefills the next set.
pub fn next_set(
    planned: Option<&Prescription>,
    suggestion: Option<Suggestion>,
    logged: &[DraftSet],
) -> Prefill {
    let rir = planned.map(|planned| planned.rir.1);
    let working = logged.iter().rev().find(|set| set.entry.kind == crate::domain::training::SetKind::Work);
    let Some(last) = working.map(|set| &set.entry) else {
        return Prefill {
            load: suggestion.and_then(|s| s.load),
            reps: suggestion.map_or_else(|| planned.map_or(10, |p| p.reps.0), |s| s.reps),
            rir,
        };
    };
    let reps = last.reps().map_or(10, Reps::get);
    let load = match (planned, last.effort.rir.filter(|_| last.effort.confirmed)) {
        (Some(planned), Some(felt)) => adjusted(last.load, reps, felt, planned),
        _ => last.load,
    };
    let wanted = suggestion.map_or(reps, |s| s.reps);
    Prefill { load: Some(load), reps: if load == last.load { reps } else { wanted }, rir }
}

/// Load x (1 + 3 % x (effort - target)), at most 10 %, in whole steps; up only with the reps done and two
/// reps to spare (science D, H4).
fn adjusted(load: Kg, reps: u8, felt: Rir, planned: &Prescription) -> Kg {
    let (target_low, target_high) = (planned.rir.0.value(), planned.rir.1.value());
    let spare = felt.value() - target_high;
    let up = spare >= 2.0 && reps >= planned.reps.0;
    let down = felt.value() < target_low && reps < planned.reps.0;
    if load == Kg::ZERO || (!up && !down) {
        return load;
    }
    let off = if up { spare } else { felt.value() - target_low - 1.0 };
    let percent = (off * AUTO_PERCENT_PER_REP).clamp(-AUTO_PERCENT_MAX, AUTO_PERCENT_MAX);
    let step = f64::from(step(planned.built_in()).grams());
    let wanted = f64::from(load.grams()) * (1.0 + percent / 100.0);
    let rounded = if up { (wanted / step).floor() } else { (wanted / step).round() } * step;
    Kg::saturating(rounded as i64).max(Kg::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Day;
    use crate::domain::exercise::ExerciseId;
    use crate::domain::training::{Effort, SetEntry};
    use crate::domain::units::Seconds;

    fn planned() -> Prescription {
        Prescription {
            exercise: ExerciseId::parse("romanian-deadlift").unwrap(),
            sets: 3,
            reps: (8, 10),
            rir: (Rir::ONE, Rir::TWO),
            rest: Seconds::saturating(120),
            paired_with: None,
            finisher: None,
        }
    }

    fn exposure(kg: f64, reps: &[i64], rir: f64) -> Exposure {
        let effort = Effort { rir: Rir::from_f64(rir).ok(), confirmed: true };
        let set = |r: &i64| SetEntry::work(Kg::from_kg(kg).unwrap(), Reps::try_new(*r).unwrap(), effort);
        Exposure { day: Day::parse("2026-11-14").unwrap(), sets: reps.iter().map(set).collect() }
    }

    #[track_caller]
    fn check(exposures: &[Exposure], load: f64, reps: u8, reason: Reason) {
        let found = suggest(&planned(), exposures);
        assert_eq!((found.load.map(Kg::kg), found.reps, found.reason), (Some(load), reps, reason));
    }

    #[test]
    fn the_load_rises_only_from_the_top_of_the_range_at_the_target_effort() {
        check(&[exposure(80.0, &[10, 10, 10], 2.0)], 82.5, 8, Reason::Raised { sets: 3, reps: 10 });
        check(&[exposure(80.0, &[10, 10, 10], 0.0)], 80.0, 10, Reason::AddReps);
        check(&[exposure(80.0, &[10, 9, 8], 2.0)], 80.0, 9, Reason::AddReps);
        check(&[exposure(80.0, &[8, 8, 8], 2.0)], 80.0, 9, Reason::AddReps);
    }

    #[test]
    fn a_step_that_would_be_too_large_adds_reps_first() {
        check(&[exposure(20.0, &[10, 10, 10], 2.0)], 20.0, 11, Reason::RangeExtended);
        check(&[exposure(20.0, &[12, 12, 12], 2.0)], 22.5, 8, Reason::Raised { sets: 3, reps: 12 });
    }

    #[test]
    fn two_failures_back_off_and_one_does_not() {
        check(&[exposure(100.0, &[7, 6, 6], 0.0)], 100.0, 8, Reason::Again);
        let twice = [exposure(100.0, &[7, 6, 6], 0.0), exposure(100.0, &[8, 7, 6], 0.0)];
        check(&twice, 92.5, 8, Reason::BackedOff);
    }

    #[test]
    fn nothing_known_is_said_as_such() {
        let found = suggest(&planned(), &[]);
        assert_eq!((found.load, found.reps, found.reason), (None, 8, Reason::FirstTime));
    }

    #[test]
    fn the_next_set_follows_the_one_before_it() {
        let set = |rir: f64, confirmed| DraftSet {
            at: 1,
            entry: SetEntry::work(
                Kg::from_kg(100.0).unwrap(),
                Reps::try_new(9).unwrap(),
                Effort { rir: Rir::from_f64(rir).ok(), confirmed },
            ),
        };
        let next = |sets: &[DraftSet]| next_set(Some(&planned()), None, sets).load.map(Kg::kg);
        assert_eq!(next(&[set(2.0, true)]), Some(100.0));
        assert_eq!(next(&[set(4.0, true)]), Some(105.0)); // 2 reps to spare: 6 %, in whole steps
        assert_eq!(next(&[set(4.0, false)]), Some(100.0)); // prefilled effort moves nothing
        assert_eq!(next(&[]), None);
    }
}
