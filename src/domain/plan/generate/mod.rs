//! A profile becomes a block: total, deterministic, and honest about what it could not meet. It knows no
//! clock and no history but what the request carries.

mod allot;
mod pool;
mod shortfall;

use super::dose::{self, WeekDose};
use super::{Phase, Plan, PlannedSession, PlannedWeek, Prescription};
use crate::domain::anatomy::{Muscle, Tally};
use crate::domain::athlete::{Experience, Profile};
use crate::domain::calendar::Day;
use crate::domain::exercise::{ExerciseId, Item};
use crate::domain::id::PlanId;
use crate::domain::units::{Minutes, Rir, Seconds};
use allot::{Allotment, LADDER, Order, Squeeze, allot};
use pool::{Candidate, Role, pool};

pub use pool::allowed;

/// What is asked of the generator.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// Who it is for.
    pub profile: &'a Profile,
    /// What the safety rules limit.
    pub limits: PlanLimits,
    /// The id of the new plan.
    pub id: PlanId,
    /// The day it is made.
    pub today: Day,
    /// The first day of its first week.
    pub starts: Day,
    /// The person's own mean week of the last four working weeks, if there is one.
    pub recent: Option<Tally>,
}

/// What the safety rules limit in a plan (science E, H9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanLimits {
    /// The least volume that works, without a ramp: 13-17 years.
    pub min_volume: bool,
    /// The least reps in reserve ever asked for.
    pub rir_floor: Rir,
    /// Every working week is like the first: pregnancy and the time after it.
    pub no_progression: bool,
}

impl Default for PlanLimits {
    fn default() -> Self {
        Self { min_volume: false, rir_floor: Rir::ZERO, no_progression: false }
    }
}

/// The weeks of a novice's first block that stay at three reps in reserve. Source: science H9.
const NOVICE_EASY_WEEKS: usize = 2;

/// The exercises of a block and how the minutes are kept.
struct Frame {
    pool: Vec<Candidate>,
    reps: Vec<(u8, u8)>,
    squeeze: Squeeze,
    rung: usize,
    peak: Allotment,
}

/// A frame and the sets of each of its weeks.
struct Block {
    frame: Frame,
    weeks: Vec<Allotment>,
}

/// Makes a block for any valid profile.
pub fn generate(request: &Request<'_>) -> Plan {
    let doses = dose::weeks(request.profile, &request.limits, request.recent.as_ref());
    let block = block(request.profile, &doses);
    let last = doses.len();
    let mut weeks: Vec<PlannedWeek> = Vec::with_capacity(last + 1);
    for (number, (dose, sets)) in doses.iter().zip(&block.weeks).enumerate() {
        weeks.push(write(&block.frame, request, sets, dose.phase, number, last));
    }
    let half = doses.last().map_or([0.0; 4], |dose| dose.targets.map(|target| target / 2.0));
    let deload = WeekDose { phase: Phase::Deload, targets: half };
    let easy = week_of(&block.frame, request.profile, &deload);
    weeks.push(write(&block.frame, request, &easy, Phase::Deload, last, last));
    let compromises = shortfall::compromises(request, &doses, &block);
    Plan { id: request.id, created: request.today, starts: request.starts, weeks, compromises }
}

/// The exercises by the peak week, then every week from those.
fn block(profile: &Profile, doses: &[WeekDose]) -> Block {
    let peak = doses.last().copied().unwrap_or(WeekDose { phase: Phase::Working, targets: [0.0; 4] });
    let frame = frame(profile, &peak);
    let weeks = doses.iter().map(|dose| week_of(&frame, profile, dose)).collect();
    Block { frame, weeks }
}

/// The pool and the gentlest rung of the ladder on which the peak week's targets are met; if none does, the
/// rung that comes nearest.
fn frame(profile: &Profile, peak: &WeekDose) -> Frame {
    let pool = pool(profile);
    let reps: Vec<(u8, u8)> = pool.iter().map(|candidate| reps_of(candidate, &pool)).collect();
    let mut best: Option<Frame> = None;
    for (rung, squeeze) in LADDER.into_iter().enumerate() {
        let order = order(profile, peak, squeeze);
        let peak = allot(&pool, &reps, &order);
        let met = peak.meets(&order.targets);
        let score = |a: &Allotment| -> u32 {
            a.week.iter().zip(&order.targets).map(|(has, target)| u32::from((*has).min(*target))).sum()
        };
        let better = best.as_ref().is_none_or(|known| score(&peak) > score(&known.peak));
        if better {
            best = Some(Frame { pool: pool.clone(), reps: reps.clone(), squeeze, rung, peak });
        }
        if met {
            break;
        }
    }
    best.unwrap_or(Frame {
        pool: Vec::new(),
        reps: Vec::new(),
        squeeze: Squeeze { warm_up: 8, cool_down: 5, pairs: false, rest: 100, optional: true },
        rung: 0,
        peak: Allotment { sets: Vec::new(), week: [0; 4] },
    })
}

fn order(profile: &Profile, dose: &WeekDose, squeeze: Squeeze) -> Order {
    let highs = Muscle::MAIN.map(|muscle| u16::from(profile.band(muscle).1) * 2);
    let mut targets = [0; 4];
    for ((target, wanted), high) in targets.iter_mut().zip(dose.targets).zip(highs) {
        // To the next half set, so that the week is never below its float.
        *target = ((wanted * 2.0 - 0.01).ceil() as u16).min(high);
    }
    Order {
        targets,
        highs,
        seconds: u32::from(profile.minutes.get()) * 60,
        squeeze,
        priority: profile.priority.and_then(|muscle| Muscle::MAIN.iter().position(|m| *m == muscle)),
    }
}

/// A week's sets from the exercises that the peak week uses.
fn week_of(frame: &Frame, profile: &Profile, dose: &WeekDose) -> Allotment {
    let mut places = Vec::new();
    let mut pool = Vec::new();
    let mut reps = Vec::new();
    for (place, candidate) in frame.pool.iter().enumerate() {
        if frame.peak.sets.get(place).is_some_and(|sets| *sets > 0) {
            places.push(place);
            pool.push(Candidate { template: true, ..*candidate });
            reps.push(frame.reps.get(place).copied().unwrap_or((8, 12)));
        }
    }
    let part = allot(&pool, &reps, &order(profile, dose, frame.squeeze));
    let mut sets = vec![0; frame.pool.len()];
    for (place, has) in places.into_iter().zip(&part.sets) {
        if let Some(slot) = sets.get_mut(place) {
            *slot = *has;
        }
    }
    Allotment { sets, week: part.week }
}

/// The reps of a candidate: its catalogue range from five up (science H4); one calf exercise heavy, the
/// others high (rule 12); ten or more where a joint needs care.
fn reps_of(candidate: &Candidate, pool: &[Candidate]) -> (u8, u8) {
    let row = candidate.row;
    let (mut low, mut high) = (row.reps_low.max(5), row.reps_high.max(6));
    if matches!(candidate.role, Role::StraightCalf | Role::BentCalf) {
        let first = pool
            .iter()
            .find(|c| matches!(c.role, Role::StraightCalf | Role::BentCalf))
            .is_some_and(|c| c.row.slug == row.slug && c.session == candidate.session);
        if first && low <= 8 {
            high = high.min(10);
        } else if high >= 20 {
            low = low.max(15);
        }
    }
    if candidate.careful {
        low = low.max(10);
        high = high.max(low + 2);
    }
    (low, high)
}

/// Reps in reserve of a week: three at first, one at the end, isolation one nearer to failure; two or three
/// more in the deload.
fn rir_of(
    candidate: &Candidate,
    request: &Request<'_>,
    phase: Phase,
    number: usize,
    weeks: usize,
) -> (Rir, Rir) {
    let heavy = candidate.row.compound;
    let novice = request.profile.experience == Experience::Novice;
    let (mut low, mut high) = match phase {
        Phase::Deload => (Rir::THREE, Rir::FOUR),
        _ if novice && number < NOVICE_EASY_WEEKS => (Rir::THREE, Rir::THREE),
        _ => match (number * 4).checked_div(weeks.saturating_sub(1).max(1)).unwrap_or(0) {
            0 => (Rir::TWO, if heavy { Rir::THREE } else { Rir::TWO }),
            1 => (if heavy { Rir::TWO } else { Rir::ONE }, Rir::TWO),
            2 => (Rir::ONE, Rir::TWO),
            3 => (Rir::ONE, if heavy { Rir::TWO } else { Rir::ONE }),
            _ => (if heavy { Rir::ONE } else { Rir::ZERO }, Rir::ONE),
        },
    };
    // To failure only where a weight cannot come down on anybody (science H9).
    let free_bar = candidate.row.needs.iter().any(|kit| kit.has(Item::Barbell));
    let mut floor = request.limits.rir_floor;
    if free_bar {
        floor = floor.max(Rir::ONE);
    }
    if candidate.careful {
        floor = floor.max(Rir::TWO);
    }
    low = low.max(floor);
    high = high.max(low);
    (low, high)
}

/// Writes a week down: sessions in the order of their days, exercises in the order they are done.
fn write(
    frame: &Frame,
    request: &Request<'_>,
    allotment: &Allotment,
    phase: Phase,
    number: usize,
    weeks: usize,
) -> PlannedWeek {
    let days = request.profile.days.list();
    let mut sessions = Vec::with_capacity(days.len());
    for (session, weekday) in days.into_iter().enumerate() {
        let mut places: Vec<usize> = (0..frame.pool.len())
            .filter(|place| {
                frame.pool.get(*place).is_some_and(|c| c.session == session)
                    && allotment.sets.get(*place).is_some_and(|sets| *sets > 0)
            })
            .collect();
        places.sort_by_key(|place| frame.pool.get(*place).map(|c| rank(c, request.profile.priority)));
        let paired = allot::pairs(&frame.pool, &allotment.sets, session, frame.squeeze);
        let position =
            |wanted: usize| places.iter().position(|p| *p == wanted).and_then(|p| u8::try_from(p).ok());
        let exercises = places
            .iter()
            .filter_map(|place| {
                let candidate = frame.pool.get(*place)?;
                let partner = paired.iter().find_map(|(a, b)| {
                    if a == place {
                        Some(*b)
                    } else if b == place {
                        Some(*a)
                    } else {
                        None
                    }
                });
                Some(Prescription {
                    exercise: ExerciseId::from(candidate.row),
                    sets: allotment.sets.get(*place).copied()?,
                    reps: frame.reps.get(*place).copied()?,
                    rir: rir_of(candidate, request, phase, number, weeks),
                    rest: Seconds::saturating(i64::from(allot::rest(candidate, frame.squeeze))),
                    paired_with: partner.and_then(position),
                    finisher: None,
                })
            })
            .collect();
        sessions.push(PlannedSession {
            weekday,
            exercises,
            warm_up: Minutes::saturating(i64::from(frame.squeeze.warm_up)),
            cool_down: Minutes::saturating(i64::from(frame.squeeze.cool_down)),
        });
    }
    PlannedWeek { phase, sessions }
}

/// The order within a session: the declared priority, compounds by what they load on the spine, isolation,
/// calves (science D, "Order"); exercises that need care come last in their class.
fn rank(candidate: &Candidate, priority: Option<Muscle>) -> (bool, u8, bool, std::cmp::Reverse<u8>) {
    let row = candidate.row;
    let first = priority
        .is_some_and(|muscle| muscle.functions().iter().any(|function| row.credit.halves(*function) == 2));
    let class = match candidate.role {
        Role::StraightCalf | Role::BentCalf => 2,
        _ if row.compound => 0,
        _ => 1,
    };
    (!first, class, candidate.careful, std::cmp::Reverse(row.axial as u8))
}
