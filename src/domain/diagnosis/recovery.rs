//! Sleep, and the signs that a deload is due; not what the training was.

use super::fix::Fix;
use super::report::{
    Confidence, Evidence, Fact, Factor, Finding, Missing, Report, Standing, Subject, Unused,
};
use super::{Case, severity};
use crate::domain::recovery::nights::{MONTH_NIGHTS, Month, month};
use crate::domain::recovery::{Deload, SLEEP_HOURS, Strain, deload, signs};
use crate::domain::units::Minutes;

/// So few hours of sleep are the worst; below seven it is a factor. Source: science H5.
const SLEEP_WORST: f64 = 5.5;
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
    let Month { nights, odd, mean } = month(&case.view.body.sleep, case.view.today);
    if odd > 0 {
        report.unused.push(Unused::Nights(odd));
    }
    let Some((mean, error)) = mean else {
        report.missing.push(Missing::Nights { have: nights, need: MONTH_NIGHTS });
        return;
    };
    report.judged.push(Factor::Sleep);
    let short = severity(mean + error, SLEEP_HOURS.1, SLEEP_WORST);
    if short > 0.0 {
        report.findings.push(Finding {
            factor: Factor::Sleep,
            subject: Subject::Person,
            severity: short,
            confidence: if nights >= 2 * MONTH_NIGHTS { Confidence::High } else { Confidence::Fair },
            standing: Standing::Limiting,
            evidence: Evidence::of(Fact::Sleep { mean, error, nights }),
            missing: Vec::new(),
            fix: Some(Fix::SleepFor(Minutes::saturating((SLEEP_HOURS.1 * 60.0) as i64))),
        });
    }
}
