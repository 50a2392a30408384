//! What a block does not meet, why, and the cheapest thing that would mend it: each remedy is tried before
//! it is named.

use super::allot::Allotment;
use super::{Frame, Request, frame};
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
pub fn compromises(request: &Request<'_>, doses: &[WeekDose], frame: &Frame, peak: &Allotment) -> Vec<Compromise> {
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
    let Some(dose) = doses.last() else { return list };
    for (place, muscle) in Muscle::MAIN.into_iter().enumerate() {
        let (low, _) = profile.band(muscle);
        let has = peak.week.get(place).copied().unwrap_or(0);
        if has < u16::from(low) * 2 {
            let reach = move |other: &Frame| other.peak.week.get(place).is_some_and(|has| *has >= u16::from(low) * 2);
            let (reason, remedy) = if request.limits.min_volume {
                (Reason::Safety, None)
            } else {
                mend(profile, dose, &reach)
            };
            let planned = SetCount::from_32nds(u32::from(has) * 16);
            list.push(Compromise { shortfall: Shortfall::BelowBand { muscle, planned, low }, reason, remedy });
        }
    }
    for (function, wanted) in COVERAGE {
        let has = of_function(frame, peak, function);
        if has < u16::from(wanted) * 2 {
            let reach = move |other: &Frame| of_function(other, &other.peak, function) >= u16::from(wanted) * 2;
            let (reason, remedy) = if request.limits.min_volume {
                (Reason::Safety, None)
            } else {
                mend(profile, dose, &reach)
            };
            let planned = SetCount::from_32nds(u32::from(has) * 16);
            list.push(Compromise { shortfall: Shortfall::Coverage { function, planned, wanted }, reason, remedy });
        }
    }
    if !one_leg(frame, peak) {
        let (reason, remedy) = mend(profile, dose, &|other| one_leg(other, &other.peak));
        list.push(Compromise { shortfall: Shortfall::NoUnilateral, reason, remedy });
    }
    weekly_spread(profile, frame, peak, &mut list);
    if frame.rung > 0 {
        list.push(Compromise {
            shortfall: Shortfall::Shortened,
            reason: Reason::Minutes,
            remedy: minutes_until(profile, dose, &|other| other.rung == 0),
        });
    }
    list
}

/// Frequency and the 48 hours between hard sessions (rules 9 and 11).
fn weekly_spread(profile: &Profile, frame: &Frame, peak: &Allotment, list: &mut Vec<Compromise>) {
    let sessions = usize::from(profile.days.count());
    let mut by_session = vec![[0_u16; 4]; sessions];
    for (candidate, sets) in frame.pool.iter().zip(&peak.sets) {
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

fn of_function(frame: &Frame, allotment: &Allotment, function: Function) -> u16 {
    let sets = frame.pool.iter().zip(&allotment.sets);
    sets.map(|(candidate, sets)| u16::from(candidate.row.credit.halves(function)) * u16::from(*sets)).sum()
}

fn one_leg(frame: &Frame, allotment: &Allotment) -> bool {
    let mut sets = frame.pool.iter().zip(&allotment.sets);
    sets.any(|(candidate, sets)| *sets > 0 && candidate.row.unilateral && candidate.row.compound)
}

/// Which rule stands in the way, found by lifting one after the other, and what would mend it.
fn mend(profile: &Profile, dose: &WeekDose, reached: &dyn Fn(&Frame) -> bool) -> (Reason, Option<Remedy>) {
    let long = Profile { minutes: Minutes::MAX, ..profile.clone() };
    if reached(&frame(&long, dose)) {
        return (Reason::Minutes, minutes_until(profile, dose, reached).or_else(|| one_more(profile, dose, reached)));
    }
    let equipped = Profile { kit: Kit::ALL, ..profile.clone() };
    if reached(&frame(&equipped, dose)) {
        return (Reason::Equipment, item_for(profile, dose, reached));
    }
    let well_equipped = Profile { kit: Kit::ALL, ..long.clone() };
    if reached(&frame(&well_equipped, dose)) {
        // Two things are missing; time is the one that more of always helps.
        return (Reason::Equipment, item_for(&long, dose, reached));
    }
    for joint in Joint::ALL {
        if profile.cautions.of(joint) == Care::None {
            continue;
        }
        let mut cautions = profile.cautions;
        cautions.set(joint, Care::None);
        if reached(&frame(&Profile { cautions, ..well_equipped.clone() }, dose)) {
            return (Reason::Caution(joint), None);
        }
    }
    let unharmed = Profile { cautions: Cautions::default(), ..well_equipped };
    if reached(&frame(&unharmed, dose)) {
        let joint = Joint::ALL.into_iter().find(|j| profile.cautions.of(*j) != Care::None);
        return (joint.map_or(Reason::Skill, Reason::Caution), None);
    }
    (Reason::SessionCap, one_more(profile, dose, reached))
}

fn minutes_until(profile: &Profile, dose: &WeekDose, reached: &dyn Fn(&Frame) -> bool) -> Option<Remedy> {
    (5..=MINUTES_MORE_MAX).step_by(5).find_map(|more| {
        let minutes = Minutes::saturating(i64::from(profile.minutes.get() + more));
        reached(&frame(&Profile { minutes, ..profile.clone() }, dose)).then_some(Remedy::MoreMinutes(more))
    })
}

fn one_more(profile: &Profile, dose: &WeekDose, reached: &dyn Fn(&Frame) -> bool) -> Option<Remedy> {
    let sessions = profile.days.count();
    if sessions >= 4 {
        return None;
    }
    let days = TrainingDays::spread(sessions + 1);
    reached(&frame(&Profile { days, ..profile.clone() }, dose)).then_some(Remedy::OneMoreSession)
}

fn item_for(profile: &Profile, dose: &WeekDose, reached: &dyn Fn(&Frame) -> bool) -> Option<Remedy> {
    Item::ALL.into_iter().rev().filter(|item| !profile.kit.has(*item)).find_map(|item| {
        let kit = profile.kit.with(item, true);
        reached(&frame(&Profile { kit, ..profile.clone() }, dose)).then_some(Remedy::Get(item))
    })
}
