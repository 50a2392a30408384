//! What holds the lifters of the specs and the simulated ones back, with every fix and what it would change.

use super::{compare, lifters};
use legwork::archive::read;
use legwork::domain::calendar::Day;
use legwork::domain::diagnosis::{Fact, View, diagnose, efforts, review, rhythms, shares};
use legwork::domain::logbook::Logbook;

/// A verdict as it is told, finding by finding.
fn told(name: &str, book: &Logbook, today: Day) -> Vec<String> {
    let view = View::of(book, today);
    let report = diagnose(&view);
    let mut lines = vec![format!("# {name}, {today}: {:?}", report.verdict)];
    for finding in &report.findings {
        let facts = format!(
            "{:?} {:.3} {:?} {:?}",
            finding.evidence.fact, finding.severity, finding.confidence, finding.standing
        );
        lines.push(format!("{:?} {:?}: {facts}", finding.factor, finding.subject));
        let Some(fix) = &finding.fix else { continue };
        lines.push(format!("  fix {fix:?}"));
        let preview =
            book.plans.active().and_then(|plan| fix.preview(plan, &book.log, &book.exercises, today));
        lines.extend(preview.map(|shown| format!("  from {:?} to {:?}", shown.before, shown.after)));
    }
    lines.push(format!("week {:?}", review(&view, &report)));
    lines.extend(report.missing.iter().map(|missing| format!("missing {missing:?}")));
    lines
}

#[test]
fn every_verdict_on_the_lifters_is_what_it_was() {
    let lifters = [
        ("skips curls", include_str!("../fixtures/lifters/skips-curls.json")),
        ("eats little", include_str!("../fixtures/lifters/eats-little.json")),
        ("stays away", include_str!("../fixtures/lifters/stays-away.json")),
    ];
    let mut lines = Vec::new();
    for (name, text) in lifters {
        let book = read(text).unwrap();
        let last = book.log.sessions().map(|session| session.day).max().unwrap();
        for back in [0, 9, 18, 27, 36, 45] {
            lines.extend(told(name, &book, last.plus(1 - back)));
        }
    }
    compare("verdicts.txt", &lines);
}

#[test]
fn every_verdict_on_the_simulated_is_what_it_was_and_so_are_the_tables_beside_it() {
    let mut lines = Vec::new();
    for (name, book, today) in lifters::all() {
        for back in [0, 10] {
            lines.extend(told(name, book, today.plus(-back)));
        }
        let (view, from) = (View::of(book, *today), today.plus(-27));
        lines.push(format!("effort {:?}", efforts(&view, from, *today)));
        lines.extend(rhythms(&view, from, *today).iter().map(|one| format!("rhythm {one:?}")));
        lines.extend(
            shares(&view, from, *today).iter().map(|one| format!("share {one:?} {}", one.is_missed())),
        );
        for trend in diagnose(&view).trends {
            lines.push(format!(
                "trend {:?} {:?} {:.3} {:.3}",
                trend.muscle, trend.direction, trend.slope, trend.z
            ));
            for one in &trend.exercises {
                let (name, sets) = (one.exercise.as_str(), one.sets.len());
                lines.push(format!(
                    "  {name} {:?} {:?} {:?} {sets} of {} {:?}",
                    one.measure, one.slope, one.order, one.exposures, one.confidence
                ));
            }
        }
    }
    compare("simulated.txt", &lines);
}

#[test]
fn many_are_found_held_back_by_what_they_were() {
    let mut lines = Vec::new();
    for (name, book, today) in lifters::many() {
        let report = diagnose(&View::of(&book, today));
        lines.push(format!("# {name}: {:?}", report.verdict));
        for finding in report.findings {
            let fact = match finding.evidence.fact {
                Fact::Stuck(trend) => format!("stuck {:?} {:.2}", trend.direction, trend.slope),
                fact => format!("{fact:?}"),
            };
            lines.push(format!(
                "{:?} {:?} {:.3} {:?}: {fact}; {:?}",
                finding.factor, finding.subject, finding.severity, finding.standing, finding.fix
            ));
        }
    }
    compare("many.txt", &lines);
}
