//! What holds the lifters of the specs back, week by week, with every fix and what it would change.

use super::compare;
use legwork::archive::read;
use legwork::domain::diagnosis::{View, diagnose, review};

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
            let today = last.plus(1 - back);
            let view = View::of(&book, today);
            let report = diagnose(&view);
            lines.push(format!("# {name}, {today}: {:?}", report.verdict));
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
        }
    }
    compare("verdicts.txt", &lines);
}
