//! The numbers of the reference, written out once more: every severity is recomputed from its evidence, and
//! the order is checked against it.

use crate::lifter::{Lifter, lifter, today};
use crate::{cases, edit, verdict};
use legwork::domain::anatomy::Muscle;
use legwork::domain::athlete::Experience::{Advanced, Intermediate};
use legwork::domain::diagnosis::{
    Confidence, Direction, Fact, Factor, Finding, Missing, Standing, Subject, View, diagnose,
};
use legwork::domain::exercise::Pattern;
use legwork::domain::safety::{Condition, RedFlag};
use legwork::domain::training::calibration::Trial;
use legwork::domain::units::Rir;

fn s(x: f64, threshold: f64, worst: f64) -> f64 {
    ((x - threshold) / (worst - threshold)).clamp(0.0, 1.0)
}

/// Severity by science H5 from what the finding itself says.
fn expected(finding: &Finding) -> Option<f64> {
    Some(match (&finding.evidence.fact, finding.factor) {
        (Fact::Kept { done, planned }, _) => s(f64::from(*done) / f64::from(*planned), 0.80, 0.40),
        (Fact::Easy { easy, stated, .. }, _) => s(f64::from(*easy) / f64::from(*stated), 0.30, 0.80),
        (Fact::WeeklySets { sets, wanted }, _) => s(sets / wanted, 0.9, 0.4),
        (Fact::Covered { sets, wanted, .. }, _) => s(sets / wanted, 0.75, 0.0),
        (Fact::Sessions { per_week }, _) => s(*per_week, 1.75, 1.0).min(0.3),
        (Fact::Weight { slope, error, low, .. }, _) => s(slope + error, *low, low - 0.35),
        (Fact::Protein { mean, error, .. }, _) => s(mean + error, 1.6, 1.0),
        (Fact::Sleep { mean, error, .. }, _) => s(mean + error, 7.0, 5.5),
        _ => return None,
    })
}

#[test]
fn severities_are_the_references() {
    let mut seen = Vec::new();
    for case in (1..4).flat_map(cases) {
        for finding in verdict(&case).findings {
            let Some(expected) = expected(&finding) else { continue };
            assert!((finding.severity - expected).abs() < 1e-9 && expected > 0.0, "{finding:?}");
            if !seen.contains(&finding.factor) {
                seen.push(finding.factor);
            }
        }
    }
    assert_eq!(seen.len(), 8, "{seen:?}");
}

#[test]
fn what_leads_leads_and_the_rest_goes_by_weight() {
    for case in (1..4).flat_map(cases) {
        let findings = verdict(&case).findings;
        let lead = |finding: &Finding| match finding.evidence.fact {
            _ if finding.factor == Factor::Safety => 0,
            Fact::Kept { done, planned } if f64::from(done) < 0.6 * f64::from(planned) => 1,
            _ => 2,
        };
        for pair in findings.windows(2).filter(|pair| pair[0].standing == pair[1].standing) {
            let key = |finding: &Finding| (lead(finding), -finding.severity, finding.factor);
            assert!(key(&pair[0]) <= key(&pair[1]), "{}: {:?}", case.name, pair);
        }
        // A progressing muscle's own factors never limit; what concerns the person always does.
        for finding in &findings {
            if finding.subject == Subject::Person {
                assert_eq!(finding.standing, Standing::Limiting);
            }
        }
    }
}

#[test]
fn a_flag_or_an_uncleared_condition_stops_every_other_word() {
    let who = Lifter { early: 3.0, sleep: Some(5.0), ..lifter(Intermediate, 2, 920) };
    let (mut book, day) = (who.log(), today(&who));
    let flagged = diagnose(&View { flags: &[RedFlag::DarkUrine], ..View::of(&book, day) });
    assert_eq!((flagged.findings.len(), flagged.first().unwrap().factor), (1, Factor::Safety));
    book.safety.set(Condition::HeartDisease, true);
    assert_eq!(diagnose(&View::of(&book, day)).findings.len(), 1);
    book.safety.cleared_on = Some(day);
    let cleared = diagnose(&View::of(&book, day));
    assert_eq!(cleared.first().unwrap().factor, Factor::Effort);
}

/// Sets that are there and end early are no lack of volume, and of one muscle alone its own affair.
#[test]
fn volume_that_easy_sets_lose_is_effort() {
    let who = Lifter { growth: 0.0, ..lifter(Intermediate, 2, 921) };
    let (mut book, day) = (who.log(), today(&who));
    edit(&mut book, |exercise, _, set| {
        let pattern = exercise.built_in().unwrap().pattern;
        let easy = matches!(pattern, Pattern::KneeFlexion | Pattern::Hinge);
        set.effort.rir = Some(if easy { Rir::MAX } else { Rir::ONE });
        set.effort.confirmed = true;
    });
    let report = diagnose(&View::of(&book, day));
    let first = report.first().unwrap();
    assert_eq!(first.factor, Factor::Effort);
    assert!(matches!(first.subject, Subject::Person | Subject::Muscle(Muscle::Hamstrings)));
    assert!(report.findings.iter().all(|finding| finding.factor != Factor::Volume));
}

#[test]
fn a_calibrated_bias_makes_honest_looking_sets_easy() {
    let who = Lifter { growth: 0.0, ..lifter(Intermediate, 3, 922) };
    let (book, day) = (who.log(), today(&who));
    let effort = |trials: &[Trial]| {
        let report = diagnose(&View { trials, ..View::of(&book, day) });
        report.findings.iter().any(|finding| finding.factor == Factor::Effort)
    };
    let all = [
        Pattern::Squat,
        Pattern::Hinge,
        Pattern::Lunge,
        Pattern::LegPress,
        Pattern::KneeExtension,
        Pattern::KneeFlexion,
        Pattern::HipThrust,
        Pattern::StraightKneeCalf,
        Pattern::BentKneeCalf,
    ];
    // Three reps more than said, so many times in each pattern.
    let trials = |times: i64| -> Vec<Trial> {
        let of = |pattern| (0..times).map(move |at| (pattern, day.plus(-14 * at)));
        let trial = |(pattern, day)| Trial { day, pattern, claimed: Rir::ONE, further: 4 };
        all.into_iter().flat_map(of).map(trial).collect()
    };
    assert!(!effort(&[]) && !effort(&trials(1)) && effort(&trials(3)));
}

#[test]
fn effort_nobody_touched_is_believed_with_low_confidence() {
    let who = Lifter { early: 3.0, states: (1.0, 0.0), growth: 0.0, ..lifter(Intermediate, 3, 923) };
    let report = diagnose(&View::of(&who.log(), today(&who)));
    let first = report.first().unwrap();
    assert_eq!((first.factor, first.confidence), (Factor::Effort, Confidence::Low));
    assert!(first.missing.iter().any(|one| matches!(one, Missing::Confirmed { have: 0, .. })));
}

#[test]
fn an_advanced_plateau_is_never_sure() {
    let mut plateaus = 0;
    for seed in 0..6 {
        let who = Lifter { growth: 0.0, ..lifter(Advanced, 3, 930 + seed) };
        let report = diagnose(&View::of(&who.log(), today(&who)));
        for trend in report.trends.iter().filter(|trend| trend.direction == Direction::Plateau) {
            plateaus += 1;
            assert_eq!(trend.confidence, Confidence::Low);
            assert!(trend.slope < 0.1 && trend.z < 0.5);
        }
    }
    assert!(plateaus > 0);
}
