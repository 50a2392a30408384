//! Last time and the rules give today's suggestion, always with its reason; words are not made here.

mod prefill;

pub use prefill::{Prefill, first_of, next_of};

use super::{Phase, Prescription};
use crate::domain::calendar::Day;
use crate::domain::exercise::Exercise;
use crate::domain::training::exposure::Exposure;
use crate::domain::training::loading::Holder;
use crate::domain::units::{Kg, Reps, Rir};

/// A load may rise by at most this share at once; beyond it, reps are added first, in percent.
/// Source: science D, "Double progression".
const RISE_MAX_PERCENT: u32 = 7;
/// Reps added to the range before a rise that would be too large. Source: science D.
const REPS_EXTENDED: u8 = 2;
/// After two sessions below the range the load falls by this share, in per mille. Source: science H4.
const BACK_OFF_PER_MILLE: u64 = 75;
/// Days without an exercise after which its load starts lower. Source: science H2 (three weeks off).
const LAYOFF_DAYS: u16 = 21;
/// And lower still. [our choice]
const LONG_LAYOFF_DAYS: u16 = 56;
/// The share of the load after three weeks, per mille. [our choice]
const LAYOFF_SHARE: u64 = 900;
/// The share of the load after eight weeks, per mille. [our choice]
const LONG_LAYOFF_SHARE: u64 = 800;
/// The share of the load in a deload, per mille: two or three reps more in reserve by Epley.
/// Source: science D, "Deload".
const DELOAD_SHARE: u64 = 925;
/// The share of a like exercise's strength that a first load counts on. [our choice]
const FIRST_SHARE: f64 = 0.8;
/// Epley's divisor. Source: science C.
const EPLEY: f64 = 30.0;

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

/// What a day's advice needs to know beside the last times.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The loads there are.
    pub loads: &'a Holder<'a>,
    /// The kind of week.
    pub phase: Phase,
    /// Today.
    pub today: Day,
    /// A one-rep max to begin from where the exercise was never done: a like one's.
    pub like: Option<Kg>,
    /// Whether loads may rise at all (science E: not in pregnancy).
    pub progress: bool,
    /// How many reps more are left than the person says (science D, "Calibration").
    pub bias: f64,
}

/// Today's load and reps, and what they rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice {
    /// The load; none where nothing is known yet.
    pub load: Option<Kg>,
    /// The reps to aim for.
    pub reps: u8,
    /// What it rests on.
    pub because: Because,
}

/// What an advice rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// The double progression.
    Rule(Reason),
    /// Never done: a careful share of what a like exercise suggests.
    LikeExercise,
    /// The top of the range was reached, but nobody said how hard it was: a rep more first.
    EffortUnknown,
    /// The top of the range was reached, and there is no heavier load: reps go on.
    HeaviestOwned,
    /// A deload week: lighter on purpose.
    Deload,
    /// Back after so many days.
    Returned {
        /// Days since the last time.
        days: u16,
    },
    /// Loads do not rise for safety.
    Held,
}

/// Today's load and reps. The load rises only from the top of the range at the effort asked for, and by one
/// owned step; it falls after two failures, in a deload and after a long break.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::{progression::*, Phase};
/// use legwork::domain::training::loading::Holder;
/// let one = &plan.weeks[0].sessions[0].exercises[0];
/// let loads = Holder::usual(one.built_in());
/// let setting = Setting { loads: &loads, phase: Phase::Working, today, like: None, progress: true, bias: 0.0 };
/// assert_eq!(advise(one, &[], setting).because, Because::Rule(Reason::FirstTime));
/// ```
pub fn advise(planned: &Prescription, exposures: &[Exposure], setting: Setting<'_>) -> Advice {
    let advice = by_rule(planned, exposures, setting);
    // What was lifted with other iron may not be there to be lifted again.
    Advice { load: advice.load.map(|load| setting.loads.owned(load)), ..advice }
}

fn by_rule(planned: &Prescription, exposures: &[Exposure], setting: Setting<'_>) -> Advice {
    let (low, high) = planned.reps;
    let first = |like: Option<Kg>| match like.filter(|like| *like > Kg::ZERO) {
        Some(like) => Advice {
            load: Some(first_load(planned, like, setting.loads)),
            reps: low,
            because: Because::LikeExercise,
        },
        None => Advice { load: None, reps: low, because: Because::Rule(Reason::FirstTime) },
    };
    let Some(last) = exposures.first() else { return first(setting.like) };
    let Some(load) = last.sets.iter().map(|set| set.load).max() else { return first(setting.like) };
    let lower = |share: u64, because: Because| {
        let grams = u64::from(load.grams()) * share / 1000;
        let load = setting.loads.fitting(Kg::saturating(i64::try_from(grams).unwrap_or(0))).min(load);
        Advice { load: Some(load), reps: low, because }
    };
    let days = u16::try_from(setting.today.days_since(last.day)).unwrap_or(0);
    if days >= LAYOFF_DAYS {
        let share = if days >= LONG_LAYOFF_DAYS { LONG_LAYOFF_SHARE } else { LAYOFF_SHARE };
        return lower(share, Because::Returned { days });
    }
    if setting.phase == Phase::Deload {
        return lower(DELOAD_SHARE, Because::Deload);
    }
    let sets = at_load(last, load);
    let weakest = sets.iter().map(|(reps, _)| *reps).min().unwrap_or(low);
    let same = |reps: u8, because: Because| Advice { load: Some(load), reps, because };
    if !setting.progress {
        return same(weakest.clamp(low, high), Because::Held);
    }
    let enough = sets.len() >= usize::from(planned.sets.min(2));
    let kept = |rir: Rir| rir.value() + setting.bias >= planned.rir.0.value();
    let effort_kept = sets.iter().all(|(_, rir)| rir.is_none_or(kept));
    if weakest >= high && effort_kept && enough {
        // Said of no set: the top has to be reached twice.
        let unknown = sets.iter().all(|(_, rir)| rir.is_none());
        let twice = exposures.get(1).is_some_and(|before| {
            let before = at_load(before, load);
            !before.is_empty() && before.iter().all(|(reps, _)| *reps >= high)
        });
        let on = weakest.saturating_add(1).min(Reps::MAX.get());
        if unknown && !twice {
            return same(on, Because::EffortUnknown);
        }
        let Some(next) = setting.loads.heavier(load) else { return same(on, Because::HeaviestOwned) };
        let rise = u64::from(next.grams().saturating_sub(load.grams()));
        let too_large = rise * 100 > u64::from(load.grams()) * u64::from(RISE_MAX_PERCENT);
        if load == Kg::ZERO || (too_large && weakest < high.saturating_add(REPS_EXTENDED)) {
            return same(on, Because::Rule(Reason::RangeExtended));
        }
        let count = u8::try_from(sets.len()).unwrap_or(u8::MAX);
        let because = Because::Rule(Reason::Raised { sets: count, reps: weakest });
        return Advice { load: Some(next), reps: low, because };
    }
    if weakest < low && load > Kg::ZERO {
        let before = exposures.get(1).map(|exposure| at_load(exposure, load));
        let twice = before.is_some_and(|sets| sets.iter().any(|(reps, _)| *reps < low));
        if twice {
            return lower(1000 - BACK_OFF_PER_MILLE, Because::Rule(Reason::BackedOff));
        }
        return same(low, Because::Rule(Reason::Again));
    }
    same(weakest.saturating_add(1).clamp(low, high), Because::Rule(Reason::AddReps))
}

/// Sets at the working load; lighter ones say nothing about it.
fn at_load(exposure: &Exposure, load: Kg) -> Vec<(u8, Option<Rir>)> {
    let sets = exposure.sets.iter().filter(|set| set.load == load);
    sets.filter_map(|set| Some((set.reps()?.get(), set.effort.rir))).collect()
}

/// A first load from the one-rep max of a like exercise: for the top of the range with the effort asked for,
/// and a fifth lighter, as two exercises are never the same.
fn first_load(planned: &Prescription, like: Kg, loads: &Holder<'_>) -> Kg {
    let reps = f64::from(planned.reps.1) + planned.rir.1.value();
    let wanted = like.kg() * FIRST_SHARE / (1.0 + reps / EPLEY);
    loads.fitting(Kg::from_kg(wanted).unwrap_or(Kg::ZERO))
}

/// The best one-rep max among exercises that a first load may begin from: the same pattern, as many legs,
/// and the same kind of load on the spine.
///
/// ```
/// use legwork::domain::{exercise::find, plan::progression::alike};
/// let row = |slug| find(slug).unwrap();
/// assert!(alike(row("leg-press-45"), row("horizontal-leg-press")));
/// assert!(!alike(row("leg-press-45"), row("single-leg-press")));
/// ```
pub fn alike(a: &Exercise, b: &Exercise) -> bool {
    a.pattern == b.pattern && a.unilateral == b.unilateral && a.axial == b.axial
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exercise::find;
    use crate::domain::plan::edit::usual;
    use crate::domain::training::{Effort, SetEntry};
    use crate::domain::units::Reps;

    fn planned() -> Prescription {
        Prescription { reps: (8, 10), ..usual(find("romanian-deadlift").unwrap(), 3) }
    }

    fn exposure(kg: f64, reps: &[i64], rir: f64) -> Exposure {
        let effort = Effort { rir: Rir::from_f64(rir).ok(), confirmed: true };
        let set = |r: &i64| SetEntry::work(Kg::from_kg(kg).unwrap(), Reps::try_new(*r).unwrap(), effort);
        Exposure { day: Day::parse("2026-11-14").unwrap(), sets: reps.iter().map(set).collect() }
    }

    /// The advice on the day of the newest exposure, with the usual steps.
    fn today(exposures: &[Exposure]) -> Advice {
        let planned = planned();
        let loads = Holder::usual(planned.built_in());
        let today = exposures.first().map_or(Day::EPOCH, |last| last.day);
        let setting =
            Setting { loads: &loads, phase: Phase::Working, today, like: None, progress: true, bias: 0.0 };
        advise(&planned, exposures, setting)
    }

    #[track_caller]
    fn check(exposures: &[Exposure], load: f64, reps: u8, reason: Reason) {
        let found = today(exposures);
        assert_eq!(
            (found.load.map(Kg::kg), found.reps, found.because),
            (Some(load), reps, Because::Rule(reason))
        );
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
        let found = today(&[]);
        assert_eq!((found.load, found.reps, found.because), (None, 8, Because::Rule(Reason::FirstTime)));
    }
}
