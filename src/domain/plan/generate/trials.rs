//! Blocks tried for a wish and its variations, each computed once: what a remedy costs is found by trying.

use super::allot::{Allotment, Order, allot};
use super::ladder::{LADDER, LAST, Squeeze, UNSHORTENED};
use super::pool::{Candidate, pool};
use super::wish::Wish;
use crate::domain::plan::dose::WeekDose;

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

    /// The peak week on one rung, with everything it may draw on.
    pub fn peak(&mut self, wish: &Wish, rung: usize) -> (&[Candidate], &Allotment) {
        let known = self.peaks.iter().position(|peak| peak.rung == rung && peak.wish == *wish);
        let at = known.unwrap_or_else(|| {
            let same = self.pools.iter().position(|(other, _)| other.same_pool(wish));
            let pool_at = same.unwrap_or(self.pools.len());
            if same.is_none() {
                self.pools.push((*wish, pool(wish)));
            }
            let order = order(wish, self.targets(wish), Squeeze::rung(rung));
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
        let mut best = (0, 0);
        for rung in 0..if pressed { LADDER.len() } else { UNSHORTENED } {
            let score = self.peak(wish, rung).1.score(&targets);
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
            let used = candidates.iter().zip(&peak.sets).filter(|(_, sets)| **sets > 0);
            let pool: Vec<Candidate> = used.map(|(c, _)| Candidate { template: true, ..*c }).collect();
            let mut block = Block { pool, rung, weeks: Vec::with_capacity(self.doses.len()) };
            for dose in self.doses {
                let week = block.week(wish, dose.targets);
                block.weeks.push(week);
            }
            self.blocks.push((*wish, block));
            self.blocks.len() - 1
        });
        match self.blocks.get(at) {
            Some((_, block)) => block,
            None => const { &Block { pool: Vec::new(), rung: 0, weeks: Vec::new() } },
        }
    }
}

impl Block {
    /// A week's sets from the exercises that the peak week uses.
    pub fn week(&self, wish: &Wish, targets: [f32; 4]) -> Allotment {
        allot(&self.pool, &order(wish, halves(targets, wish.highs), Squeeze::rung(self.rung)))
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

fn order(wish: &Wish, targets: [u16; 4], squeeze: Squeeze) -> Order {
    let seconds = u32::from(wish.minutes) * 60;
    Order { targets, highs: wish.highs, seconds, squeeze, priority: wish.priority }
}
