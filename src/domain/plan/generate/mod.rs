//! A profile becomes a block: total, deterministic, and honest about what it could not meet. It knows no
//! clock and no history but what the request carries.

mod allot;
mod ease;
mod ladder;
mod pool;
mod room;
mod shortfall;
mod trials;
mod wish;

use super::dose::{self, WeekDose};
use super::{Finisher, Phase, Plan, PlannedSession, PlannedWeek, Prescription};
use crate::domain::anatomy::{Muscle, Tally};
use crate::domain::athlete::{Experience, Profile};
use crate::domain::calendar::Day;
use crate::domain::exercise::{ExerciseId, Item};
use crate::domain::id::PlanId;
use crate::domain::ordered::sort_by_key;
use crate::domain::units::{Minutes, Rir, Seconds};
use allot::Allotment;
use ladder::{DROPS, Dosed, EXERCISES_MAX, Squeeze};
use pool::Candidate;
use trials::{Block, Trials};
use wish::Wish;

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

/// What a drop takes off the load. Source: science A15 (20-30 %).
const DROP_PER_MILLE: u16 = 250;
/// The weeks of a novice's first block that stay at three reps in reserve. Source: science H9.
const NOVICE_EASY_WEEKS: usize = 2;

/// Makes a block for any valid profile.
pub fn generate(request: &Request<'_>) -> Plan {
    generate_doses(request, &dose::weeks(request.profile, &request.limits, request.recent.as_ref()))
}

/// Makes a block of these weeks.
pub fn generate_doses(request: &Request<'_>, doses: &[WeekDose]) -> Plan {
    let wish = Wish::of(request.profile, &request.limits);
    let mut trials = Trials::of(doses);
    let block = trials.block(&wish).clone();
    let last = doses.len();
    let mut weeks: Vec<PlannedWeek> = Vec::with_capacity(last + 1);
    for (number, (dose, sets)) in doses.iter().zip(&block.weeks).enumerate() {
        weeks.push(write(&block, request, sets, dose.phase, number, last));
    }
    let easy = block.deload();
    weeks.push(write(&block, request, &easy, Phase::Deload, last, last));
    let compromises = shortfall::compromises(request, doses, &wish, &mut trials);
    Plan { id: request.id, created: request.today, starts: request.starts, weeks, compromises }
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
    block: &Block,
    request: &Request<'_>,
    allotment: &Allotment,
    phase: Phase,
    number: usize,
    weeks: usize,
) -> PlannedWeek {
    // A deload has time enough without techniques.
    let techniques = phase != Phase::Deload && Wish::of(request.profile, &request.limits).techniques;
    let squeeze = Squeeze::rung(block.rung, techniques);
    let mut sessions = Vec::with_capacity(4);
    for (session, weekday) in (0_u8..).zip(request.profile.days.list()) {
        let mut list: Vec<Dosed<'_>> = Vec::with_capacity(EXERCISES_MAX);
        for (candidate, sets) in block.pool.iter().zip(&allotment.sets) {
            if candidate.session == session && *sets > 0 {
                list.push((candidate, *sets));
            }
        }
        let partners = ladder::partners(&list, squeeze);
        let mut order: Vec<usize> = (0..list.len()).collect();
        let rank_at = |at: usize| list.get(at).map(|(c, _)| (rank(c, request.profile.priority), at));
        sort_by_key(&mut order, |at| rank_at(*at));
        let exercises = order.iter().filter_map(|at| {
            let (candidate, sets) = list.get(*at)?;
            let partner = partners.get(*at).copied().flatten().map(usize::from);
            let dropped = squeeze.dropped(candidate, *sets, partner.is_some());
            Some(Prescription {
                exercise: ExerciseId::from(candidate.row),
                sets: if dropped { sets - 1 } else { *sets },
                reps: candidate.reps,
                rir: rir_of(candidate, request, phase, number, weeks),
                rest: Seconds::saturating(i64::from(squeeze.rest_of(candidate))),
                paired_with: partner
                    .and_then(|wanted| u8::try_from(order.iter().position(|at| *at == wanted)?).ok()),
                finisher: dropped.then_some(Finisher::Drop { per_mille: DROP_PER_MILLE, times: DROPS }),
            })
        });
        let exercises = exercises.collect();
        sessions.push(PlannedSession {
            weekday,
            exercises,
            warm_up: Minutes::saturating(i64::from(squeeze.warm_up)),
            cool_down: Minutes::saturating(i64::from(squeeze.cool_down)),
        });
    }
    PlannedWeek { phase, sessions }
}

/// The order within a session: the declared priority, compounds by what they load on the spine, isolation,
/// calves (science D, "Order"); exercises that need care come last in their class.
fn rank(candidate: &Candidate, priority: Option<Muscle>) -> u8 {
    let row = candidate.row;
    let first = priority
        .is_some_and(|muscle| muscle.functions().iter().any(|function| row.credit.halves(*function) == 2));
    let class = if candidate.calf() { 2 } else { u8::from(!row.compound) };
    (u8::from(!first) << 6) | (class << 4) | (u8::from(candidate.careful) << 3) | (2 - row.axial as u8)
}
