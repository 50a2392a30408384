//! Blocks tried for a wish and its variations, each computed once: what a remedy costs is found by trying.

use super::allot::{Allotment, Order, allot};
use super::ease::{Floor, ease};
use super::ladder::{LAST, Squeeze, UNSHORTENED};
use super::pool::{Candidate, pool};
use super::wish::Wish;
use crate::domain::anatomy::Muscle;
use crate::domain::plan::dose::WeekDose;
use crate::domain::plan::{Phase, minutes};
use crate::domain::volume::COVERAGE;

/// A calf exercise of at most so many reps is heavy. Source: science H1 rule 12.
const HEAVY_REPS: u8 = 10;
/// A muscle rises by at most this share a week, in percent, or by one set. Source: science H2, A10.
const RISE: u16 = 10;
/// The same on the way into the band. Source: science H2.
const ENTRY_RISE: u16 = 20;

/// The exercises of a block, how the minutes are kept, and the sets of each of its weeks.
#[derive(Debug, Clone)]
pub struct Block {
    /// The exercises that the peak week uses.
    pub pool: Vec<Candidate>,
    /// The rung of the ladder.
    pub rung: usize,
    /// The sets of each week, by the pool's order.
    pub weeks: Vec<Allotment>,
}

/// A peak week that was tried.
struct Peak {
    wish: Wish,
    rung: usize,
    pool: usize,
    allotment: Allotment,
}

/// Everything tried so far for one request.
pub struct Trials<'a> {
    doses: &'a [WeekDose],
    pools: Vec<(Wish, Vec<Candidate>)>,
    peaks: Vec<Peak>,
    blocks: Vec<(Wish, Block)>,
}

impl<'a> Trials<'a> {
    /// Nothing tried yet.
    pub fn of(doses: &'a [WeekDose]) -> Self {
        Self { doses, pools: Vec::new(), peaks: Vec::new(), blocks: Vec::new() }
    }

    /// The targets of the peak week, in half sets.
    pub fn targets(&self, wish: &Wish) -> [u16; 4] {
        let peak = self.doses.last().map_or([0.0; 4], |dose| dose.targets);
        halves(peak, wish.highs)
    }

    fn order(&self, wish: &Wish, rung: usize) -> Order {
        let targets = self.targets(wish);
        let mut lows = targets;
        for (low, band) in lows.iter_mut().zip(wish.lows) {
            *low = band.min(*low);
        }
        let seconds = u32::from(wish.minutes) * 60;
        let squeeze = Squeeze::rung(rung, wish.techniques);
        Order { targets, lows, highs: wish.highs, seconds, squeeze, priority: wish.priority }
    }

    /// The peak week on one rung, with everything it may draw on.
    pub fn peak(&mut self, wish: &Wish, rung: usize) -> (&[Candidate], &Allotment) {
        let known = self.peaks.iter().position(|peak| peak.rung == rung && peak.wish == *wish);
        let at = known.unwrap_or_else(|| {
            let same = self.pools.iter().position(|(other, _)| other.same_pool(wish));
            let pool_at = same.unwrap_or(self.pools.len());
            if same.is_none() {
                self.pools.push((*wish, pool(wish)));
            }
            let order = self.order(wish, rung);
            let candidates = self.pools.get(pool_at).map(|(_, pool)| pool.as_slice()).unwrap_or_default();
            let allotment = allot(candidates, &order);
            self.peaks.push(Peak { wish: *wish, rung, pool: pool_at, allotment });
            self.peaks.len() - 1
        });
        match self.peaks.get(at) {
            Some(peak) => (
                self.pools.get(peak.pool).map(|(_, pool)| pool.as_slice()).unwrap_or_default(),
                &peak.allotment,
            ),
            None => (&[], const { &Allotment { sets: Vec::new(), week: [0; 4], pressed: false } }),
        }
    }

    /// The gentlest rung on which the peak week's targets are met, or on which the minutes do not matter; if
    /// there is none, the gentlest of those that come nearest.
    fn rung(&mut self, wish: &Wish) -> usize {
        let targets = self.targets(wish);
        let mut pressed = false;
        for rung in 0..UNSHORTENED {
            let peak = self.peak(wish, rung).1;
            pressed |= peak.pressed;
            if peak.meets(&targets) {
                return rung;
            }
        }
        if pressed && self.peak(wish, LAST).1.meets(&targets) {
            let (mut fails, mut meets) = (UNSHORTENED - 1, LAST);
            while meets - fails > 1 {
                let middle = usize::midpoint(fails, meets);
                if self.peak(wish, middle).1.meets(&targets) {
                    meets = middle;
                } else {
                    fails = middle;
                }
            }
            return meets;
        }
        let order = self.order(wish, 0);
        let mut best = (0, 0);
        for rung in 0..if pressed { LAST + 1 } else { UNSHORTENED } {
            let score = self.peak(wish, rung).1.score(&order);
            if score > best.1 {
                best = (rung, score);
            }
        }
        best.0
    }

    /// The block of a wish: the exercises by the peak week, then every week from those.
    pub fn block(&mut self, wish: &Wish) -> &Block {
        let known = self.blocks.iter().position(|(other, _)| other == wish);
        let at = known.unwrap_or_else(|| {
            let rung = self.rung(wish);
            let (candidates, peak) = self.peak(wish, rung);
            let (mut pool, mut sets) = (Vec::new(), Vec::new());
            for (candidate, has) in candidates.iter().zip(&peak.sets) {
                if *has > 0 {
                    pool.push(*candidate);
                    sets.push(*has);
                }
            }
            heavy_calf(&mut pool);
            let peak = Allotment { sets, ..*peak };
            let block = Block { weeks: ramp(&pool, peak, self.doses, wish), pool, rung };
            self.blocks.push((*wish, block));
            self.blocks.len() - 1
        });
        match self.blocks.get(at) {
            Some((_, block)) => block,
            None => const { &Block { pool: Vec::new(), rung: 0, weeks: Vec::new() } },
        }
    }
}

/// One calf exercise is heavy, if one can be (science H1 rule 12); fewer reps only save time.
fn heavy_calf(pool: &mut [Candidate]) {
    if pool.iter().any(|c| c.calf() && c.reps.1 <= HEAVY_REPS) {
        return;
    }
    if let Some(first) = pool.iter_mut().find(|c| c.calf() && !c.careful && c.reps.0 < HEAVY_REPS) {
        first.reps.1 = HEAVY_REPS;
        first.work = minutes::work(first.reps, first.row.unilateral);
    }
}

/// The weeks up to the peak, each eased out of the one after it.
fn ramp(pool: &[Candidate], peak: Allotment, doses: &[WeekDose], wish: &Wish) -> Vec<Allotment> {
    let mut weeks = vec![peak; doses.len()];
    let mut after: Option<(Allotment, [f32; 4])> = None;
    for (week, dose) in weeks.iter_mut().zip(doses).rev() {
        if let Some((after, targets)) = &after {
            *week = ease(pool, after, &floor(after, targets, dose, wish));
        }
        after = Some((week.clone(), dose.targets));
    }
    weeks
}

/// What a week keeps of the week after it: its targets, its share of every function, and no more than the
/// ramp may ask for at once.
fn floor(after: &Allotment, targets: &[f32; 4], dose: &WeekDose, wish: &Wish) -> Floor {
    // So much may always be added: a set, and before the band the two that an exercise has at least.
    let (rise, always) = if dose.phase == Phase::Entry { (ENTRY_RISE, 4) } else { (RISE, 2) };
    let mut muscles = halves(dose.targets, wish.highs);
    for (((least, next), target), now) in muscles.iter_mut().zip(after.week).zip(targets).zip(dose.targets) {
        // More where the targets themselves rise faster: on the way back from a layoff.
        let share = (1.0 + f32::from(rise) / 100.0).max(target / now.max(1.0));
        let steepest = ((f32::from(next) / share).ceil() as u16).min(next.saturating_sub(always));
        *least = (*least).max(steepest);
    }
    let mut functions = [0; 4];
    for (least, (function, wanted)) in functions.iter_mut().zip(COVERAGE) {
        let muscle = Muscle::MAIN.iter().position(|m| *m == function.muscle()).unwrap_or(0);
        let (target, low) = (dose.targets.get(muscle), wish.lows.get(muscle));
        let share = match (target, low) {
            // Before the band a function gets its share of what its muscle gets (rule 8).
            (Some(target), Some(low)) if *low > 0 => (target * 2.0 / f32::from(*low)).min(1.0),
            _ => 1.0,
        };
        *least = (f32::from(wanted) * 2.0 * share).ceil() as u16;
    }
    Floor { muscles, functions, whole: true, twice: dose.phase == Phase::Working, enough: 0 }
}

impl Block {
    /// The deload: half of the last week's sets, in the same sessions.
    pub fn deload(&self) -> Allotment {
        let Some(last) = self.weeks.last() else {
            return Allotment { sets: Vec::new(), week: [0; 4], pressed: false };
        };
        // A set less than half is better than one more: only sets count here, and two stay of each exercise.
        let muscles = last.week.map(|has| (has / 2).saturating_sub(2));
        let enough = last.sets.iter().map(|sets| u32::from(*sets)).sum::<u32>().div_ceil(2);
        ease(&self.pool, last, &Floor { muscles, functions: [0; 4], whole: false, twice: false, enough })
    }
}

/// To the next half set, so that the week is never below its float.
fn halves(targets: [f32; 4], highs: [u16; 4]) -> [u16; 4] {
    let mut halves = [0; 4];
    for ((half, wanted), high) in halves.iter_mut().zip(targets).zip(highs) {
        *half = ((wanted * 2.0 - 0.01).ceil() as u16).min(high);
    }
    halves
}
