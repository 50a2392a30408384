//! Sleep, and the signs that a deload is due; not what the training was.

use super::fix::Fix;
use super::kitchen::DAYS;
use super::report::{
    Confidence, Evidence, Fact, Factor, Finding, Missing, Report, Standing, Subject, Trigger, Unused,
};
use super::{Case, severity};
use crate::domain::statistics::mean_and_error;
use crate::domain::training::StopReason;
use crate::domain::units::Minutes;

/// Hours of sleep: from where it is a factor, and the worst. Source: science H5.
const SLEEP: (f64, f64) = (7.0, 5.5);
/// Nights needed. Source: science H5.
const NIGHTS: u32 = 10;
/// Nights outside these hours are slips of the finger.
const NIGHT_HOURS: (f64, f64) = (1.0, 16.0);
/// Sleep that counts as a trigger, hours. Source: science D, "Deload".
const SHORT: f64 = 6.0;
/// Days that "lately" means for triggers: two weeks against what was before them.
const LATELY: i64 = 14;
/// Triggers needed, and those that make it as bad as it gets. Source: science D, H5.
const TRIGGERS: (usize, f64) = (2, 4.0);
/// Exercises whose strength fell. Source: science D.
const FELL: usize = 2;
/// Reps in reserve that the same work lost, against the plan where there is one. Source: science D.
const DRIFT: f64 = -1.5;
/// Sets on each side of such a comparison.
const SETS: u32 = 10;
/// Sets whose joints hurt.
const PAINS: u32 = 2;
/// The share of sets below their planned range that counts as missed reps.
const MISSED: f64 = 0.3;

/// Sleep and recovery.
pub(super) fn findings(case: &Case<'_, '_>, report: &mut Report) {
    let mean = sleep(case, report);
    report.judged.push(Factor::Recovery);
    let mut triggers = Vec::new();
    if case.trends.muscles.iter().flat_map(|muscle| &muscle.exercises).filter(|one| one.fell).count() >= FELL
    {
        triggers.push(Trigger::StrengthFell);
    }
    let (drift, missed, pains) = strain(case);
    for (fires, trigger) in [
        (drift.is_some_and(|drift| drift <= DRIFT), Trigger::EffortDrifted),
        (pains >= PAINS, Trigger::JointPain),
        (mean.is_some_and(|hours| hours < SHORT), Trigger::ShortSleep),
        (missed.is_some_and(|share| share >= MISSED), Trigger::MissedReps),
    ] {
        if fires {
            triggers.push(trigger);
        }
    }
    if triggers.len() >= TRIGGERS.0 {
        let severity = (triggers.len() as f64 / TRIGGERS.1).min(1.0);
        report.findings.push(Finding {
            factor: Factor::Recovery,
            subject: Subject::Person,
            severity,
            confidence: Confidence::Fair,
            standing: Standing::Limiting,
            evidence: Evidence::of(Fact::Strained(triggers)),
            missing: Vec::new(),
            fix: Some(Fix::Deload),
        });
    }
}

/// Finds too little sleep and returns the mean, if there is one.
fn sleep(case: &Case<'_, '_>, report: &mut Report) -> Option<f64> {
    let (from, to) = (case.view.today.plus(1 - DAYS), case.view.today);
    let all: Vec<f64> =
        case.view.body.sleep.range(from..=to).map(|(_, m)| f64::from(m.get()) / 60.0).collect();
    let hours: Vec<f64> =
        all.iter().copied().filter(|h| (NIGHT_HOURS.0..=NIGHT_HOURS.1).contains(h)).collect();
    if hours.len() < all.len() {
        report.unused.push(Unused::Nights(u32::try_from(all.len() - hours.len()).unwrap_or(u32::MAX)));
    }
    let nights = u32::try_from(hours.len()).unwrap_or(u32::MAX);
    let Some((mean, error)) = mean_and_error(&hours).filter(|_| nights >= NIGHTS) else {
        report.missing.push(Missing::Nights { have: nights, need: NIGHTS });
        return None;
    };
    report.judged.push(Factor::Sleep);
    let short = severity(mean + error, SLEEP.0, SLEEP.1);
    if short > 0.0 {
        report.findings.push(Finding {
            factor: Factor::Sleep,
            subject: Subject::Person,
            severity: short,
            confidence: if nights >= 2 * NIGHTS { Confidence::High } else { Confidence::Fair },
            standing: Standing::Limiting,
            evidence: Evidence::of(Fact::Sleep { mean, error, nights }),
            missing: Vec::new(),
            fix: Some(Fix::SleepFor(Minutes::saturating((SLEEP.0 * 60.0) as i64))),
        });
    }
    Some(mean)
}

/// How effort drifted against the plan, the share of sets below their range, and sets that hurt.
fn strain(case: &Case<'_, '_>) -> (Option<f64>, Option<f64>, u32) {
    let lately = case.view.today.plus(1 - LATELY);
    let start = lately.plus(-2 * LATELY);
    // Mean reserve against the plan: before, and lately.
    let mut reserve = [(0.0, 0_u32); 2];
    let (mut below, mut ranged, mut pains) = (0_u32, 0_u32, 0_u32);
    for row in case.record.rows.iter().filter(|row| row.day >= start) {
        let late = row.day >= lately;
        pains += u32::from(row.entry.stop == Some(StopReason::Pain));
        if let Some(rir) = row.entry.effort.rir.filter(|_| case.week(row.day).is_some() || late) {
            let planned =
                row.planned.map_or(0.0, |planned| (planned.rir.0.value() + planned.rir.1.value()) / 2.0);
            if let Some((sum, count)) = reserve.get_mut(usize::from(late)) {
                *sum += rir.value() - planned;
                *count += 1;
            }
        }
        if let Some(planned) = row.planned.filter(|_| late) {
            ranged += 1;
            below += u32::from(row.reps.get() < planned.reps.0);
        }
    }
    let mean = |(sum, count): (f64, u32)| (count >= SETS).then(|| sum / f64::from(count));
    let [before, after] = reserve;
    let drift = mean(after).zip(mean(before)).map(|(after, before)| after - before);
    let missed = (ranged >= SETS).then(|| f64::from(below) / f64::from(ranged));
    (drift, missed, pains)
}
