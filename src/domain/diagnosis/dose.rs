//! Weekly sets of each muscle and function against what was asked, and how they are spread over sessions;
//! effort is counted elsewhere, and a shortfall that missed sessions explain is not counted here.

use super::fix::{Fix, add_sets, make_doable, remove_sets, spread};
use super::report::{Confidence, Evidence, Fact, Factor, Finding, Standing, Subject};
use super::{Case, Direction, severity};
use crate::domain::anatomy::{Function, Muscle};
use crate::domain::athlete::{AGE_ADULT, Experience, default_band};
use crate::domain::id::SessionId;
use crate::domain::plan::{Shortfall, schedule};
use crate::domain::units::SetCount;
use crate::domain::volume::{COVERAGE, covering};

/// Sets against those wanted: from where it is a factor, and the worst. Source: science H5, "Volume".
const VOLUME: (f64, f64) = (0.9, 0.4);
/// Sets above the band against its high end, while strength falls: the worst.
const TOO_MANY_WORST: f64 = 1.5;
/// A function's sets against those wanted. Source: science H5, "Coverage".
const COVERED: (f64, f64) = (0.75, 0.0);
/// Sessions a week. Source: science H5, "Frequency".
const SESSIONS: (f64, f64) = (1.75, 1.0);
/// Sets of a muscle that make a session one of it. Source: science H5.
const SESSION_SETS: SetCount = SetCount::whole(2);
/// The most that frequency can weigh. Source: science H5.
const FREQUENCY_MOST: f64 = 0.3;
/// Weekly sets below which there is nothing to spread. Source: science B (Pelland 2025).
const SPREAD_SETS: f64 = 4.0;
/// The most sets of a muscle that a session can use. Source: science D (Remmert 2025).
const SESSION_CAP: SetCount = SetCount::whole(11);
/// Sessions above it before it counts. Source: science H5.
const CROWDED: u32 = 2;
/// A novice without a plan is asked for this share of the band's low end, and the young too. Source: science
/// H2, H9.
const ENTRY_SHARE: f64 = 0.7;
/// Sets that make a function present in a plan. Source: science H1, rule 6.
const PRESENT: f64 = 2.0;
/// With one session a week chosen, a function can get about half of its share. Source: science H3.
const ONE_SESSION_SHARE: f64 = 0.5;

/// A muscle's mean week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Dose {
    /// Sets whatever their effort.
    pub raw: f64,
    /// Sets by their effort.
    pub hard: f64,
    /// Sets wanted: the plan's, at most the band's low end; of missed sessions nothing.
    pub wanted: f64,
    /// Sets planned.
    pub planned: f64,
    /// The band's low end.
    pub low: f64,
}

/// A muscle's mean week over the judged weeks; none where nothing of it is wanted.
pub(super) fn dose(case: &Case<'_, '_>, muscle: Muscle) -> Option<Dose> {
    let profile = case.view.profile;
    let (low, _) = profile.map_or(default_band(muscle), |profile| profile.band(muscle));
    let low = f64::from(low);
    let entry = profile.is_some_and(|p| p.experience == Experience::Novice || p.age.get() < AGE_ADULT);
    let (mut raw, mut hard, mut planned, mut wanted) = (SetCount::ZERO, SetCount::ZERO, 0.0, 0.0);
    for judged in &case.window.weeks {
        for visit in case.visits_in(judged) {
            raw += visit.raw.muscle(muscle);
            hard += visit.hard.muscle(muscle);
        }
        let asked = judged.planned.muscle(muscle).sets();
        planned += asked;
        wanted += match case.kept {
            _ if judged.sessions_planned == 0 => low * if entry { ENTRY_SHARE } else { 1.0 },
            Some(_) if judged.slots_done > 0 => judged.planned_done.muscle(muscle).sets().min(low),
            Some(kept) => asked.min(low) * kept,
            None => asked.min(low),
        };
    }
    let weeks = case.window.weeks.len() as f64;
    (wanted > 0.0).then(|| Dose {
        raw: raw.sets() / weeks,
        hard: hard.sets() / weeks,
        planned: planned / weeks,
        wanted: wanted / weeks,
        low,
    })
}

/// Volume, coverage and frequency of every main muscle.
pub(super) fn findings(case: &Case<'_, '_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for muscle in Muscle::MAIN {
        let Some(dose) = dose(case, muscle) else { continue };
        let short = severity(dose.raw / dose.wanted, VOLUME.0, VOLUME.1);
        if short > 0.0 {
            let fact = Fact::WeeklySets { sets: dose.raw, wanted: dose.wanted };
            let fix = if dose.planned >= dose.low {
                Some(make_doable(case, muscle, None))
            } else {
                add_sets(case, muscle, None, dose.wanted - dose.raw)
            };
            found.push(finding(case, Factor::Volume, Subject::Muscle(muscle), short, fact, fix));
        }
        found.extend(too_many(case, muscle, dose));
        for (function, wanted) in COVERAGE.into_iter().filter(|(function, _)| function.muscle() == muscle) {
            found.extend(uncovered(case, function, f64::from(wanted), dose));
        }
        found.extend(frequency(case, muscle, dose));
    }
    found
}

fn finding(
    case: &Case<'_, '_>,
    factor: Factor,
    subject: Subject,
    severity: f64,
    fact: Fact,
    fix: Option<Fix>,
) -> Finding {
    let muscle = match &subject {
        Subject::Muscle(muscle) => Some(*muscle),
        Subject::Function(function) => Some(function.muscle()),
        _ => None,
    };
    let trains =
        |visit: &&super::Visit<'_>| muscle.is_some_and(|muscle| visit.raw.muscle(muscle) > SetCount::ZERO);
    let sessions: Vec<SessionId> = case.visits().filter(trains).map(|visit| visit.session.id).collect();
    let full = case.window.weeks.len() >= super::window::WEEKS;
    Finding {
        factor,
        subject,
        severity,
        confidence: if full { Confidence::High } else { Confidence::Fair },
        standing: Standing::Limiting,
        evidence: Evidence { fact, sessions, sets: Vec::new() },
        missing: Vec::new(),
        fix,
    }
}

/// More than the band, and strength falls.
fn too_many(case: &Case<'_, '_>, muscle: Muscle, dose: Dose) -> Option<Finding> {
    let (_, high) = case.view.profile.map_or(default_band(muscle), |profile| profile.band(muscle));
    let high = f64::from(high);
    let falls = case.trend(muscle).is_some_and(|trend| trend.direction == Direction::Regress);
    let over = severity(dose.hard / high, 1.0, TOO_MANY_WORST);
    (over > 0.0 && falls).then(|| {
        let fact = Fact::TooMany { sets: dose.hard, high };
        let fix = remove_sets(case, muscle, dose.hard - high);
        finding(case, Factor::Volume, Subject::Muscle(muscle), over, fact, fix)
    })
}

/// A function that gets less than its share of what its muscle gets.
fn uncovered(case: &Case<'_, '_>, function: Function, share: f64, dose: Dose) -> Option<Finding> {
    let weeks = case.window.weeks.len() as f64;
    let (mut sets, mut asked) = (SetCount::ZERO, (SetCount::ZERO, SetCount::ZERO));
    let mut compromised: Option<f64> = None;
    for judged in &case.window.weeks {
        sets += case.visits_in(judged).map(|visit| covering(&visit.raw, function)).sum();
        let here = judged.covering(function);
        asked = (asked.0 + here.0, asked.1 + here.1);
        compromised = compromised.or(compromise(case, judged.week.first(), |shortfall| match shortfall {
            Shortfall::Coverage { function: known, planned, .. } if *known == function => {
                Some(planned.sets())
            }
            _ => None,
        }));
    }
    // Rule 8 of science H1: it scales with the muscle's own fraction of the band.
    let mut wanted = share * (dose.wanted / dose.low).min(1.0);
    if case.view.profile.is_some_and(|profile| profile.days.count() == 1) {
        wanted *= ONE_SESSION_SHARE;
    }
    // A plan that has the function at all, or names why not, is followed and no factor.
    if dose.planned > 0.0 {
        let least = compromised.unwrap_or(PRESENT);
        wanted = wanted.min(least.max(asked.0.sets() / weeks));
    }
    // Who does half of everything lacks volume, not this; who stays away lacks sessions.
    wanted *= (dose.raw / dose.planned.max(dose.wanted)).min(1.0);
    if case.kept.is_some() {
        wanted = wanted.min(asked.1.sets() / weeks);
    }
    let sets = sets.sets() / weeks;
    let short = if wanted > 0.0 { severity(sets / wanted, COVERED.0, COVERED.1) } else { 0.0 };
    (short > 0.0).then(|| {
        let fix = if asked.0.sets() / weeks >= wanted {
            Some(make_doable(case, function.muscle(), Some(function)))
        } else {
            add_sets(case, function.muscle(), Some(function), share - sets)
        };
        let fact = Fact::Covered { sets, wanted, share };
        finding(case, Factor::Coverage, Subject::Function(function), short, fact, fix)
    })
}

/// What the plan of a day names as a compromise, read by `read`.
fn compromise<T>(
    case: &Case<'_, '_>,
    day: crate::domain::calendar::Day,
    read: impl Fn(&Shortfall) -> Option<T>,
) -> Option<T> {
    let (plan, _) = schedule::in_force(case.view.plans, day)?;
    plan.compromises.iter().find_map(|compromise| read(&compromise.shortfall))
}

/// Too few sessions of a muscle, or too much of it in one.
fn frequency(case: &Case<'_, '_>, muscle: Muscle, dose: Dose) -> Option<Finding> {
    let (mut sessions, mut crowded, mut most) = (0_u32, 0_u32, SetCount::ZERO);
    let mut today = (None, SetCount::ZERO);
    let mut close = |sets: SetCount| {
        sessions += u32::from(sets >= SESSION_SETS);
        crowded += u32::from(sets > SESSION_CAP);
        most = most.max(sets);
    };
    // Two visits on one day are one session of the muscle.
    for visit in case.visits() {
        if today.0 != Some(visit.session.day) {
            close(today.1);
            today = (Some(visit.session.day), SetCount::ZERO);
        }
        today.1 += visit.raw.muscle(muscle);
    }
    close(today.1);
    let weeks = case.window.weeks.len() as f64;
    let per_week = f64::from(sessions) / weeks;
    let chosen = case.view.profile.is_some_and(|profile| profile.days.count() == 1)
        || case.window.weeks.iter().any(|judged| {
            compromise(case, judged.week.first(), |shortfall| match shortfall {
                Shortfall::Frequency { muscle: known } if *known == muscle => Some(()),
                _ => None,
            })
            .is_some()
        });
    let subject = Subject::Muscle(muscle);
    if crowded >= CROWDED {
        let share = (f64::from(crowded) / weeks).min(1.0) * FREQUENCY_MOST;
        let fact = Fact::Crowded { sessions: crowded, most: most.sets() };
        return Some(finding(case, Factor::Frequency, subject, share, fact, spread(case, muscle)));
    }
    let rare = severity(per_week, SESSIONS.0, SESSIONS.1).min(FREQUENCY_MOST);
    (rare > 0.0 && !chosen && case.kept.is_none() && dose.raw >= SPREAD_SETS).then(|| {
        finding(case, Factor::Frequency, subject, rare, Fact::Sessions { per_week }, spread(case, muscle))
    })
}
