//! Hevy's export: both systems of units and both at once, months in other languages, remarks of several lines.

use super::{import, lines, preview};
use legwork::domain::training::Source;
use legwork::domain::units::Seconds;
use legwork::exchange::{App, Column, FileError, Reason, UnitFound, accounted, read};

const KG: &[u8] = include_bytes!("../fixtures/hevy/kg.csv");

#[test]
fn kilograms_kinds_of_sets_and_remarks_of_several_lines() {
    let found = preview(&read(KG).unwrap());
    assert_eq!((found.app, found.rows, accounted(&found)), (App::Hevy, 9, 9));
    assert_eq!((found.sets, found.warm_ups, found.sessions), (8, 1, 2));
    assert_eq!((found.unit, found.distances_asked), (UnitFound::Kilograms, 0));
    // Newest first in the file, oldest first here.
    let sessions = import(KG, None).sessions;
    assert_eq!(
        lines(&sessions[1]),
        [
            "high-bar-back-squat 60000 8 WarmUp -",
            "high-bar-back-squat 102500 5 Work 1.5",
            "high-bar-back-squat 102500 4 Work 0",
            "leg-extension 45000 12 Work 5",
            "leg-extension 30000 10 Drop -",
            "pistol-squat 0 6 Work -",
        ]
    );
    assert_eq!(sessions[1].note, "Felt strong.\nSlept 8 h, ate well");
    assert_eq!(sessions[1].exercises[0].note, "Belt on\nfrom the second set");
    assert_eq!((sessions[1].name.as_str(), sessions[1].source), ("Legs B", Source::Hevy));
    assert_eq!(sessions[1].lasted, Some(Seconds::try_new(3960).unwrap()));
    assert_eq!(sessions[1].started_at, sessions[1].day.number() * 86_400_000 + 36_840_000);
    assert_eq!((sessions[0].day.to_string(), sessions[0].lasted), ("2025-05-05".into(), None));
    assert_eq!(
        lines(&sessions[0]),
        [
            "own-running 0 1800s/5200m Work -",
            // Its hip thrust is done without a load: asked, and not taken for the barbell's.
            "own-hip-thrust 0 15 Work -",
            "own-bench-press-barbell 60000 8 Work 1",
        ]
    );
}

#[test]
fn pounds_miles_and_months_of_other_languages() {
    let sessions = import(include_bytes!("../fixtures/hevy/lbs.csv"), None).sessions;
    let days: Vec<String> = sessions.iter().map(|session| session.day.to_string()).collect();
    assert_eq!(days, ["2024-12-24", "2025-02-01", "2025-09-30", "2025-10-09"]);
    assert_eq!(
        lines(&sessions[3]),
        ["high-bar-back-squat 102058 5 Work 2", "own-running 0 600s/1609m Work -"]
    );
}

#[test]
fn both_units_in_one_file_are_read_cell_by_cell() {
    let file = include_bytes!("../fixtures/hevy/mixed.csv");
    assert_eq!(preview(&read(file).unwrap()).unit, UnitFound::Mixed);
    assert_eq!(
        lines(&import(file, None).sessions[0]),
        [
            "high-bar-back-squat 100000 5 Work 2",
            "high-bar-back-squat 102058 5 Work -",
            "own-running 0 1200s/3219m Work -",
        ]
    );
}

#[test]
fn what_cannot_be_read_is_refused_by_line() {
    let header = "title,start_time,end_time,exercise_title,set_type,weight_kg,reps,rpe\n";
    let good = "Legs,\"7 Apr 2026, 10:14\",,Leg Press (Machine),normal,100,10,";
    let rows = [
        good.to_owned(),
        good.replace("7 Apr", "31 Apr"),
        good.replace("Apr", "4"),
        good.replace("normal", "cluster"),
        good.replace("Leg Press (Machine)", ""),
        good.replace(",100,", ",NaN,"),
        good.replace(",10,", ",,"),
        good.replace("7 Apr 2026, 10:14", "2026-04-07 10:14:00"),
    ];
    let found = preview(&read(format!("{header}{}", rows.join("\n")).as_bytes()).unwrap());
    let refused: Vec<_> = found.refused.iter().map(|row| (row.line, row.reason)).collect();
    assert_eq!(
        refused,
        [
            (3, Reason::Date),
            (4, Reason::Date),
            (5, Reason::UnknownWord(Column::Kind)),
            (6, Reason::NoExercise),
            (7, Reason::NotANumber(Column::Weight)),
            (8, Reason::NothingDone),
        ]
    );
    assert_eq!((found.sets, accounted(&found)), (2, found.rows));
    let short = header.replace(",reps", "");
    assert_eq!(
        read(short.as_bytes()).unwrap_err(),
        FileError::MissingColumn { app: App::Hevy, column: Column::Reps }
    );
}
