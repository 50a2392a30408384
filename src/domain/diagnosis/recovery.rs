//! Sleep, and the signs that a deload is due; not what the training was.

use super::fix::Fix;
use super::kitchen::DAYS;
use super::report::{
    Confidence, Evidence, Fact, Factor, Finding, Missing, Report, Standing, Subject, Unused,
};
use super::{Case, severity};
use crate::domain::recovery::{Deload, NIGHT_HOURS, Strain, deload, signs};
use crate::domain::statistics::mean_and_error;
use crate::domain::units::Minutes;

/// Hours of sleep: from where it is a factor, and the worst. Source: science H5.
const SLEEP: (f64, f64) = (7.0, 5.5);
/// Nights needed. Source: science H5.
const NIGHTS: u32 = 10;
/// Signs that make it as bad as it gets. Source: science H5.
const WORST: f64 = 4.0;

/// Sleep and recovery.
pub(super) fn findings(case: &Case<'_, '_>, report: &mut Report) {
    sleep(case, report);
    report.judged.push(Factor::Recovery);
    let view = case.view;
    let strain = Strain::of(view.log, view.plans, view.own, view.today);
    let found = signs(&strain, &view.body.sleep, view.mornings, view.today);
    if deload(0, &found) == Deload::Signs {
        report.findings.push(Finding {
            factor: Factor::Recovery,
            subject: Subject::Person,
            severity: (found.len() as f64 / WORST).min(1.0),
            confidence: Confidence::Fair,
            standing: Standing::Limiting,
            evidence: Evidence::of(Fact::Strained(found)),
            missing: Vec::new(),
            fix: Some(Fix::Deload),
        });
    }
}

/// Finds too little sleep.
fn sleep(case: &Case<'_, '_>, report: &mut Report) {
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
        return;
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
}
