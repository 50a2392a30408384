//! The verdict on a real export of another app: no plan, no effort, no body data, mostly upper body.

use legwork::domain::anatomy::{Function, Muscle};
use legwork::domain::calendar::Day;
use legwork::domain::diagnosis::{
    Factor, Fix, Measure, Missing, Report, Standing, Subject, Unused, Verdict, View, diagnose,
};
use legwork::domain::logbook::Logbook;
use legwork::domain::settings::MassUnit;
use legwork::exchange::{Answers, Decision, read};

fn book() -> Logbook {
    let file = include_bytes!("../fixtures/strong/strong-export.csv");
    let found = read(file).unwrap();
    let mut book = Logbook::default();
    let preview = found.preview(&book.exercises, &Answers::default());
    let mut answers =
        Answers { weight: Some(MassUnit::Kilograms), names: preview.proposals(), ..Answers::default() };
    for name in preview.asked() {
        answers.names.add(name.name.clone(), Decision::Other);
    }
    let imported = found.import(&book.exercises, &answers).unwrap();
    book.log = imported.log();
    book.exercises = imported.own;
    book
}

fn on(book: &Logbook, day: &str) -> Report {
    diagnose(&View::of(book, Day::parse(day).unwrap()))
}

/// Squats and deadlifts once or twice a week in spring 2021: no calves at all, no curls, no extensions.
#[test]
fn a_spring_of_squats_and_deadlifts_lacks_calves_first() {
    let report = on(&book(), "2021-04-12");
    let first = report.first().unwrap();
    assert_eq!((first.factor, &first.subject), (Factor::Volume, &Subject::Muscle(Muscle::Calves)));
    let found = |factor, subject| {
        report.limiting().any(|finding| finding.factor == factor && finding.subject == subject)
    };
    assert!(found(Factor::Coverage, Subject::Function(Function::KneeHamstrings)));
    assert!(found(Factor::Coverage, Subject::Function(Function::RectusFemoris)));
    assert!(matches!(&first.fix, Some(Fix::Add { exercise, .. }) if exercise.built_in().is_some()));
    assert!(!found(Factor::Coverage, Subject::Function(Function::HipHamstrings)));
    // Nobody said how hard the sets were, so nothing is said about effort.
    assert!(report.missing.iter().any(|one| matches!(one, Missing::Effort { have: 0, .. })));
    assert!(
        !report.has_judged(Factor::Effort) && report.findings.iter().all(|one| one.factor != Factor::Effort)
    );
    assert!(report.unused.iter().any(|one| matches!(one, Unused::NotLegs(sets) if *sets > 400)));
    let squat = &report.trends.iter().find(|trend| trend.muscle == Muscle::Quadriceps).unwrap().exercises[0];
    assert_eq!((squat.exercise.as_str(), squat.measure), ("high-bar-back-squat", Measure::OneRepMax));
}

#[test]
fn years_later_there_is_nothing_to_say_but_what_to_log() {
    let report = on(&book(), "2026-11-21");
    assert_eq!((report.verdict, report.findings.len(), report.weeks.len()), (Verdict::NotEnough, 0, 0));
    assert!(report.unused.iter().any(|one| matches!(one, Unused::Gap { .. })));
    assert!(report.missing.contains(&Missing::Weeks { have: 0, need: 3 }));
}

/// Any day of that year has an answer, and none blames what was never logged.
#[test]
fn no_day_of_the_year_blames_what_was_not_logged() {
    let book = book();
    let first = Day::parse("2021-02-01").unwrap();
    let mut verdicts = [0_u32; 4];
    for day in 0..340 {
        let report = diagnose(&View::of(&book, first.plus(day)));
        verdicts[report.verdict as usize] += 1;
        for finding in &report.findings {
            assert!(
                matches!(
                    finding.factor,
                    Factor::Volume | Factor::Coverage | Factor::Frequency | Factor::Progression
                ),
                "{finding:?}"
            );
        }
        let worth: Vec<Standing> = report.findings.iter().map(|finding| finding.standing).collect();
        assert!(worth.is_sorted());
    }
    println!("stop, limited, nothing, not enough: {verdicts:?}");
    assert!(verdicts[0] == 0 && verdicts[1] > 50 && verdicts[3] > 50);
}
