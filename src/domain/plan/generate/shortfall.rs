//! What a block does not meet, why, and the cheapest thing that would mend it: each remedy is tried before
//! it is named.

use super::allot::Allotment;
use super::{Block, Request, block};
use crate::domain::anatomy::{Function, Muscle};
use crate::domain::athlete::{Care, Cautions, Profile, TrainingDays};
use crate::domain::exercise::{Item, Joint, Kit};
use crate::domain::plan::dose::WeekDose;
use crate::domain::plan::{Compromise, Phase, Reason, Remedy, Shortfall};
use crate::domain::units::{Minutes, SetCount};
use crate::domain::volume::COVERAGE;

/// The most minutes a remedy asks for.
const MINUTES_MORE_MAX: u16 = 60;
/// Sets in a session that count as hard for a muscle, in halves. Source: science H1 rule 11.
const HARD: u16 = 8;

/// Everything the block does not meet.
pub fn compromises(request: &Request<'_>, doses: &[WeekDose], made: &Block) -> Vec<Compromise> {
    let profile = request.profile;
    let mut list = Vec::new();
    let entry = doses.iter().filter(|dose| dose.phase == Phase::Entry).count();
    if entry > 0 {
        list.push(Compromise {
            shortfall: Shortfall::EntryWeeks { weeks: u8::try_from(entry).unwrap_or(u8::MAX) },
            reason: Reason::Ramp,
            remedy: Some(Remedy::Wait),
        });
    }
    let search = |reached: &dyn Fn(&Block) -> bool| {
        // Less is planned on purpose: nothing needs mending.
        if request.limits.min_volume { (Reason::Safety, None) } else { mend(profile, doses, reached) }
    };
    for (place, muscle) in Muscle::MAIN.into_iter().enumerate() {
        let (low, _) = profile.band(muscle);
        let has = least(doses, made, &|sets| sets.week.get(place).copied().unwrap_or(0));
        if has < u16::from(low) * 2 {
            let (reason, remedy) = search(&|other| {
                least(doses, other, &|sets| sets.week.get(place).copied().unwrap_or(0)) >= u16::from(low) * 2
            });
            let planned = SetCount::from_32nds(u32::from(has) * 16);
            list.push(Compromise {
                shortfall: Shortfall::BelowBand { muscle, planned, low },
                reason,
                remedy,
            });
        }
    }
    for (function, wanted) in COVERAGE {
        let has = least(doses, made, &|sets| of_function(made, sets, function));
        if has < u16::from(wanted) * 2 {
            let (reason, remedy) = search(&|other| {
                least(doses, other, &|sets| of_function(other, sets, function)) >= u16::from(wanted) * 2
            });
            let planned = SetCount::from_32nds(u32::from(has) * 16);
            list.push(Compromise {
                shortfall: Shortfall::Coverage { function, planned, wanted },
                reason,
                remedy,
            });
        }
    }
    let one_leg_in = |block: &Block| least(doses, block, &|sets| u16::from(one_leg(block, sets))) > 0;
    if !one_leg_in(made) {
        let (reason, remedy) = search(&one_leg_in);
        list.push(Compromise { shortfall: Shortfall::NoUnilateral, reason, remedy });
    }
    if let Some(peak) = made.weeks.last() {
        weekly_spread(profile, made, peak, &mut list);
    }
    if made.frame.rung > 0 {
        list.push(Compromise {
            shortfall: Shortfall::Shortened,
            reason: Reason::Minutes,
            remedy: minutes_until(profile, doses, &|other| other.frame.rung == 0),
        });
    }
    list
}

/// The least of something over the working weeks.
fn least(doses: &[WeekDose], block: &Block, value: &dyn Fn(&Allotment) -> u16) -> u16 {
    let working = doses.iter().zip(&block.weeks).filter(|(dose, _)| dose.phase == Phase::Working);
    working.map(|(_, sets)| value(sets)).min().unwrap_or(0)
}

/// Frequency and the 48 hours between hard sessions (rules 9 and 11).
fn weekly_spread(profile: &Profile, made: &Block, peak: &Allotment, list: &mut Vec<Compromise>) {
    let sessions = usize::from(profile.days.count());
    let mut by_session = vec![[0_u16; 4]; sessions];
    for (candidate, sets) in made.frame.pool.iter().zip(&peak.sets) {
        if let Some(tally) = by_session.get_mut(candidate.session) {
            for (sum, gain) in tally.iter_mut().zip(super::allot::gains(candidate)) {
                *sum += gain * u16::from(*sets);
            }
        }
    }
    for (place, muscle) in Muscle::MAIN.into_iter().enumerate() {
        let times = by_session.iter().filter(|tally| tally.get(place).is_some_and(|has| *has >= 2)).count();
        if times < 2 && peak.week.get(place).is_some_and(|has| *has > 0) {
            let (reason, remedy) = if sessions < 2 {
                (Reason::Sessions, Some(Remedy::OneMoreSession))
            } else {
                (Reason::Minutes, None)
            };
            list.push(Compromise { shortfall: Shortfall::Frequency { muscle }, reason, remedy });
        }
    }
    let days = profile.days.list();
    let close = days.iter().enumerate().any(|(at, day)| {
        let next = (at + 1) % days.len();
        let gap = days.get(next).map_or(7, |other| other.days_since(*day));
        gap == 1
            && match (by_session.get(at), by_session.get(next)) {
                (Some(a), Some(b)) => a.iter().zip(b).any(|(a, b)| *a >= HARD && *b >= HARD),
                _ => false,
            }
    });
    if close {
        list.push(Compromise {
            shortfall: Shortfall::CloseTogether,
            reason: Reason::Days,
            remedy: (sessions < 4).then_some(Remedy::SpreadDays),
        });
    }
}

fn of_function(block: &Block, allotment: &Allotment, function: Function) -> u16 {
    let sets = block.frame.pool.iter().zip(&allotment.sets);
    sets.map(|(candidate, sets)| u16::from(candidate.row.credit.halves(function)) * u16::from(*sets)).sum()
}

fn one_leg(block: &Block, allotment: &Allotment) -> bool {
    let mut sets = block.frame.pool.iter().zip(&allotment.sets);
    sets.any(|(candidate, sets)| *sets > 0 && candidate.row.unilateral && candidate.row.compound)
}

/// Which rule stands in the way, found by lifting one after the other, and what would mend it.
fn mend(profile: &Profile, doses: &[WeekDose], reached: &dyn Fn(&Block) -> bool) -> (Reason, Option<Remedy>) {
    let long = Profile { minutes: Minutes::MAX, ..profile.clone() };
    if reached(&block(&long, doses)) {
        return (
            Reason::Minutes,
            minutes_until(profile, doses, reached).or_else(|| one_more(profile, doses, reached)),
        );
    }
    let equipped = Profile { kit: Kit::ALL, ..profile.clone() };
    if reached(&block(&equipped, doses)) {
        return (Reason::Equipment, item_for(profile, doses, reached));
    }
    let well_equipped = Profile { kit: Kit::ALL, ..long.clone() };
    if reached(&block(&well_equipped, doses)) {
        // Two things are missing; time is the one that more of always helps.
        return (Reason::Equipment, item_for(&long, doses, reached));
    }
    for joint in Joint::ALL {
        if profile.cautions.of(joint) == Care::None {
            continue;
        }
        let mut cautions = profile.cautions;
        cautions.set(joint, Care::None);
        if reached(&block(&Profile { cautions, ..well_equipped.clone() }, doses)) {
            return (Reason::Caution(joint), None);
        }
    }
    let unharmed = Profile { cautions: Cautions::default(), ..well_equipped };
    if reached(&block(&unharmed, doses)) {
        let joint = Joint::ALL.into_iter().find(|j| profile.cautions.of(*j) != Care::None);
        return (joint.map_or(Reason::Skill, Reason::Caution), None);
    }
    (Reason::SessionCap, one_more(profile, doses, reached))
}

fn minutes_until(profile: &Profile, doses: &[WeekDose], reached: &dyn Fn(&Block) -> bool) -> Option<Remedy> {
    (5..=MINUTES_MORE_MAX).step_by(5).find_map(|more| {
        let minutes = Minutes::saturating(i64::from(profile.minutes.get() + more));
        reached(&block(&Profile { minutes, ..profile.clone() }, doses)).then_some(Remedy::MoreMinutes(more))
    })
}

fn one_more(profile: &Profile, doses: &[WeekDose], reached: &dyn Fn(&Block) -> bool) -> Option<Remedy> {
    let sessions = profile.days.count();
    if sessions >= 4 {
        return None;
    }
    let days = TrainingDays::spread(sessions + 1);
    reached(&block(&Profile { days, ..profile.clone() }, doses)).then_some(Remedy::OneMoreSession)
}

fn item_for(profile: &Profile, doses: &[WeekDose], reached: &dyn Fn(&Block) -> bool) -> Option<Remedy> {
    Item::ALL.into_iter().rev().filter(|item| !profile.kit.has(*item)).find_map(|item| {
        let kit = profile.kit.with(item, true);
        reached(&block(&Profile { kit, ..profile.clone() }, doses)).then_some(Remedy::Get(item))
    })
}
