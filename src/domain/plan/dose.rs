//! How many hard sets a week each main muscle gets, week by week; not which exercises give them.

use super::Phase;
use super::generate::PlanLimits;
use crate::domain::anatomy::{Muscle, Tally};
use crate::domain::athlete::{Experience, Profile};

/// Working weeks of a block.
pub const WORKING_WEEKS: usize = 5;
/// A novice starts at this share of the band's low end. Source: science H2.
const NOVICE_SHARE: f32 = 0.7;
/// Growth a week below the band. Source: science H2.
const ENTRY_GROWTH: f32 = 1.2;
/// Growth a week in the band. Source: science H2, A10.
const GROWTH: f32 = 1.05;
/// A block ends at most at this multiple of its start. Source: science H2 (Scarpelli 2022).
const BLOCK_GROWTH_MAX: f32 = 1.2;
/// The most that the ramp itself asks for, main muscles in order. Source: science H2.
const RAMP_CEILING: [f32; 4] = [18.0, 16.0, 16.0, 16.0];
/// Where an advanced lifter starts, as a share of the way through the band: 14/13/13/14 of 10-20 and 12-18.
/// Source: science H2.
const ADVANCED_START: [f32; 4] = [0.4, 0.3, 0.3, 1.0 / 3.0];
/// The least that grows a muscle at all: what 13-17 year olds get. Source: science B "Min", H9.
const MIN_VOLUME: [f32; 4] = [8.0, 6.0, 6.0, 8.0];

/// Shares of the old volume, week by week, after a layoff. Source: science H2 (CSCCa/NSCA 2019).
const BACK_SHARES: [f32; WORKING_WEEKS] = [0.5, 0.7, 0.8, 0.9, 1.0];

/// One week's targets in fractional sets, in the order of [`Muscle::MAIN`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeekDose {
    /// The kind of week.
    pub phase: Phase,
    /// Sets a week of each main muscle.
    pub targets: [f32; 4],
}

/// The working weeks of a block, from the person's experience, or from their own last four weeks.
///
/// ```
/// use legwork::domain::plan::dose::weeks;
/// # use legwork::domain::athlete::*;
/// # let profile = ProfileDraft::example_profile();
/// let block = weeks(&profile, &Default::default(), None);
/// assert_eq!(block[0].targets, [10.0, 10.0, 10.0, 12.0]); // intermediate: the band's low end
/// ```
pub fn weeks(profile: &Profile, limits: &PlanLimits, recent: Option<&Tally>) -> Vec<WeekDose> {
    let level = limits.min_volume || limits.no_progression;
    let mut starts = [0.0_f32; 4];
    let mut lows = [0.0_f32; 4];
    let mut ceilings = [0.0_f32; 4];
    for (place, muscle) in Muscle::MAIN.into_iter().enumerate() {
        let (low, high) = profile.band(muscle);
        let (low, high) = (f32::from(low), f32::from(high));
        let by_experience = match profile.experience {
            Experience::Novice => low * NOVICE_SHARE,
            Experience::Intermediate => low,
            Experience::Advanced => low + (high - low) * pick(&ADVANCED_START, place),
        };
        let own = recent.map(|tally| tally.muscle(muscle).sets() as f32).filter(|own| *own > 0.0);
        let mut start = match own {
            Some(own) => own.clamp(low * NOVICE_SHARE, high),
            None => by_experience,
        };
        if limits.min_volume {
            start = pick(&MIN_VOLUME, place).min(high);
        }
        let ceiling =
            (start.max(low) * BLOCK_GROWTH_MAX).min(pick(&RAMP_CEILING, place)).min(high).max(start);
        put(&mut starts, place, start);
        put(&mut lows, place, low);
        put(&mut ceilings, place, if level { start } else { ceiling });
    }
    let mut targets = starts;
    let mut block = Vec::with_capacity(WORKING_WEEKS);
    for _ in 0..WORKING_WEEKS {
        let below = targets.iter().zip(lows).any(|(target, low)| *target < low - 0.01);
        let phase = if below && !level { Phase::Entry } else { Phase::Working };
        block.push(WeekDose { phase, targets });
        for ((target, low), ceiling) in targets.iter_mut().zip(lows).zip(ceilings) {
            let growth = if *target < low - 0.01 { ENTRY_GROWTH } else { GROWTH };
            *target = (*target * growth).min(ceiling);
        }
    }
    block
}

/// The weeks after three and more without training: 50, 70, 80, 90 and 100 % of the old mean, or of what the
/// experience suggests.
///
/// ```
/// use legwork::domain::plan::dose::weeks_back;
/// # use legwork::domain::athlete::*;
/// # let profile = ProfileDraft::example_profile();
/// let back = weeks_back(&profile, None);
/// assert_eq!(back[0].targets, [5.0, 5.0, 5.0, 6.0]);
/// assert_eq!(back[4].targets, [10.0, 10.0, 10.0, 12.0]);
/// ```
pub fn weeks_back(profile: &Profile, old: Option<&Tally>) -> Vec<WeekDose> {
    let level = PlanLimits { no_progression: true, ..PlanLimits::default() };
    let before = weeks(profile, &level, old).first().map_or([0.0; 4], |week| week.targets);
    let lows = Muscle::MAIN.map(|muscle| f32::from(profile.band(muscle).0));
    let share = |share: f32| {
        let targets = before.map(|sets| sets * share);
        let below = targets.iter().zip(lows).any(|(target, low)| *target < low - 0.01);
        WeekDose { phase: if below { Phase::Entry } else { Phase::Working }, targets }
    };
    BACK_SHARES.map(share).to_vec()
}

fn pick(values: &[f32; 4], place: usize) -> f32 {
    values.get(place).copied().unwrap_or_default()
}

fn put(values: &mut [f32; 4], place: usize, value: f32) {
    if let Some(slot) = values.get_mut(place) {
        *slot = value;
    }
}
