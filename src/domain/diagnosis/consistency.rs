//! Planned sessions against done ones; not what was in them.

use super::Case;
use super::fix::Fix;
use super::report::{Confidence, Evidence, Fact, Factor, Finding, Missing, Standing, Subject};
use super::severity;
use crate::domain::athlete::{TrainingDays, WEEK};
use crate::domain::ordered::sort_by_key;

/// The share of planned sessions below which it is a factor, and the worst. Source: science H5.
const SHARE: (f64, f64) = (0.80, 0.40);
/// Sessions missed at least. Source: science H5: one miss of one a week is none.
const MISSED: u32 = 2;
/// Sessions planned at least. Source: science H5.
const PLANNED: u32 = 4;
/// Sessions done at least: who logs nothing has not said that they missed anything.
const DONE: u32 = 2;

/// What is found; where nothing can be said, what is missing for it, if a word names that.
///
/// # Errors
/// It cannot be judged.
pub(super) fn findings(case: &Case<'_, '_>) -> Result<Option<Finding>, Option<Missing>> {
    let (mut planned, mut done) = (0_u32, 0_u32);
    let mut sessions = Vec::new();
    for judged in &case.window.weeks {
        let visits = case.visits_in(judged).filter(|visit| visit.counts());
        let mut here = 0;
        for visit in visits {
            here += 1;
            sessions.push(visit.session.id);
        }
        // A session may be moved to another week, and one without a slot may stand for a planned one.
        done += judged.slots_done.max(here).min(judged.sessions_planned);
        planned += judged.sessions_planned;
    }
    if planned < PLANNED {
        return Err(Some(Missing::Plan { have: planned, need: PLANNED }));
    }
    if done < DONE {
        // The weeks of training that are missing are named once, for all rules.
        return Err(None);
    }
    let kept = f64::from(done) / f64::from(planned);
    if kept >= SHARE.0 || planned - done < MISSED {
        return Ok(None);
    }
    let finding = Finding {
        factor: Factor::Consistency,
        subject: Subject::Person,
        severity: severity(kept, SHARE.0, SHARE.1),
        confidence: if planned >= 2 * PLANNED { Confidence::High } else { Confidence::Fair },
        standing: Standing::Limiting,
        evidence: Evidence { fact: Fact::Kept { done, planned }, sessions, sets: Vec::new() },
        missing: Vec::new(),
        fix: fewer_days(case, done).map(Fix::TrainOn),
    };
    Ok(Some(finding))
}

/// The share that a finding is about.
pub(super) fn kept(finding: &Finding) -> Option<f64> {
    match finding.evidence.fact {
        Fact::Kept { done, planned } => Some(f64::from(done) / f64::from(planned)),
        _ => None,
    }
}

/// As many days as were really trained on, those trained on most often first.
fn fewer_days(case: &Case<'_, '_>, done: u32) -> Option<TrainingDays> {
    let profile = case.view.profile?;
    let weeks = u32::try_from(case.window.weeks.len()).ok().filter(|weeks| *weeks > 0)?;
    let usual = (done + weeks / 2) / weeks;
    let count = usual.clamp(1, u32::from(profile.days.count().saturating_sub(1)).max(1));
    if count >= u32::from(profile.days.count()) {
        return None;
    }
    let mut days: Vec<_> = WEEK
        .into_iter()
        .map(|day| {
            let times = case.visits().filter(|visit| visit.session.day.weekday() == day).count();
            (std::cmp::Reverse(times), !profile.days.has(day), day)
        })
        .collect();
    sort_by_key(&mut days, |(times, other, _)| (*times, *other));
    let days: Vec<_> = days.into_iter().take(usize::try_from(count).ok()?).map(|(_, _, day)| day).collect();
    TrainingDays::try_new(&days).ok()
}
