//! The simulated lifters whose logs the browser's specs restore: the files are what the lifters leave behind, and
//! the verdict on each is known.

use super::*;
use legwork::archive::read;
use legwork::domain::diagnosis::{Fix, Subject};

fn skips_curls() -> Lifter {
    let stuck = vec![(Muscle::Hamstrings, 0.0)];
    Lifter { instead: vec![(Pattern::KneeFlexion, "dumbbell-rdl")], stuck, ..lifter(Intermediate, 2, 1031) }
}

fn eats_little() -> Lifter {
    Lifter { gain: Some(-0.05), growth: 0.0, ..lifter(Intermediate, 3, 1063) }
}

fn stays_away() -> Lifter {
    Lifter { attends: 0.62, growth: 0.0, ..lifter(Intermediate, 3, 1001) }
}

fn report_of(who: &Lifter, text: &str) -> Report {
    let book = read(text).unwrap();
    assert_eq!(book, who.log());
    diagnose(&View::of(&book, today(who)))
}

#[test]
fn the_exported_lifters_are_these_and_each_is_held_back_by_what_it_says() {
    let report = report_of(&skips_curls(), include_str!("../fixtures/lifters/skips-curls.json"));
    let first = report.first().unwrap();
    assert_eq!(first.subject, Subject::Function(legwork::domain::anatomy::Function::KneeHamstrings));
    assert!(matches!(first.fix, Some(Fix::Replace { .. })));
    let report = report_of(&eats_little(), include_str!("../fixtures/lifters/eats-little.json"));
    assert!(matches!(report.first().unwrap().fix, Some(Fix::RaiseSurplus { .. })));
    let report = report_of(&stays_away(), include_str!("../fixtures/lifters/stays-away.json"));
    assert!(matches!(report.first().unwrap().fix, Some(Fix::TrainOn(_))));
}
