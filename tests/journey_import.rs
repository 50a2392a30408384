//! Another app's log from its file to the weeks of the chart.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use legwork::domain::anatomy::Muscle;
use legwork::domain::calendar::{Day, Week};
use legwork::domain::exercise::OwnExercises;
use legwork::domain::settings::{Counting, MassUnit};
use legwork::domain::volume;
use legwork::exchange::{Answers, Decision, read};

#[test]
fn the_weeks_of_the_real_export_show_its_hard_sets() {
    let file = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/strong/strong-export.csv"))
        .unwrap();
    let found = read(&file).unwrap();
    let own = OwnExercises::default();
    let preview = found.preview(&own, &Answers::default());
    let mut answers =
        Answers { weight: Some(MassUnit::Kilograms), names: preview.proposals(), ..Answers::default() };
    for name in preview.asked() {
        answers.names.add(name.name.clone(), Decision::Other);
    }
    let imported = found.import(&own, &answers).unwrap();
    let log = imported.log();
    // Friday 12 February 2021: four sets of eight squats.
    let week = Week::of(Day::parse("2021-02-12").unwrap(), chrono::Weekday::Mon);
    let ledger = volume::ledger(&log, &imported.own, &[]);
    let done = volume::weekly(&log, None, &imported.own, week, Counting::Fractional, &ledger.judge);
    assert_eq!(done.done.muscle(Muscle::Quadriceps).sets(), 6.5); // with half of five deadlifts
    assert_eq!(done.unverified.muscle(Muscle::Quadriceps).sets(), 6.5, "the file says nothing of effort");
    assert_eq!(ledger.week(week, Counting::Fractional).muscle(Muscle::Quadriceps).sets(), 6.5);
    assert_eq!(ledger.first(), Day::parse("2021-02-10").ok());
}
