//! FitNotes' exports: names with commas that shift a row, doubled quotation marks, both systems of units.

use super::{answered, import, lines, preview};
use legwork::domain::exercise::OwnExercises;
use legwork::exchange::{App, Column, Guess, Reason, Refused, UnitFound, accounted, read};

const POUNDS: &[u8] = include_bytes!("../fixtures/fitnotes/android-lbs.csv");
const UNITS: &[u8] = include_bytes!("../fixtures/fitnotes/android-units.csv");

#[test]
fn shifted_rows_are_put_right_or_refused_by_line() {
    let found = preview(&read(POUNDS).unwrap());
    assert_eq!((found.app, found.rows, accounted(&found)), (App::FitNotes, 9, 9));
    assert_eq!((found.sets, found.sessions, found.unit), (7, 2, UnitFound::Pounds));
    assert_eq!(
        found.refused,
        [
            // Shifted, and no way to join it makes sense: read as it stands.
            Refused { line: 9, reason: Reason::NotANumber(Column::Weight) },
            Refused { line: 10, reason: Reason::Cells { found: 4, wanted: 8 } },
        ]
    );
    let sessions = import(POUNDS, None).sessions;
    assert_eq!(
        lines(&sessions[0]),
        [
            "high-bar-back-squat 102058 5 Work -",
            "high-bar-back-squat 102058 5 Work -",
            "high-bar-back-squat 83915 8 Work -",
            "bulgarian-split-squat 18144 10 Work -",
            "single-leg-press 40823 12 Work -",
            "own-treadmill-incline 0 1230s/3219m Work -",
        ]
    );
    // A day without a time, and without a name.
    assert_eq!(sessions[0].started_at, sessions[0].day.number() * 86_400_000);
    assert_eq!(sessions[0].name, "");
}

#[test]
fn the_drawer_of_an_exercise_is_a_hint_where_its_name_is_none() {
    let found = preview(&read(POUNDS).unwrap());
    let guess = |name: &str| found.names.iter().find(|found| found.name == name).unwrap().guess.clone();
    assert_eq!(guess("Mystery Machine"), Guess::Leg(None));
    assert_eq!(guess("Treadmill, Incline"), Guess::Other);
}

#[test]
fn units_by_row_and_quotation_marks_doubled_twice() {
    let found = preview(&read(UNITS).unwrap());
    assert_eq!((found.rows, found.sets, found.refused.len()), (6, 6, 0));
    assert_eq!((found.unit, found.distances_asked), (UnitFound::Mixed, 0));
    let session = &import(UNITS, None).sessions[0];
    assert_eq!(
        lines(session),
        [
            "leg-press-45 120000 10 Work -",
            "leg-press-45 102058 8 Work -",
            "own-curl-lying-leg 40000 12 Work -",
            "own-curl-lying-leg 40000 10 Work -",
            "own-the-big-sled 80000 6 Work -",
            "own-cycling 0 1860s/10500m Work -",
        ]
    );
    let notes: Vec<&str> = session.exercises.iter().map(|work| work.note.as_str()).collect();
    assert_eq!(notes, ["easy, then \"hard\"", "slow, controlled", "", ""]);
    let log = read(UNITS).unwrap();
    let own = log.import(&OwnExercises::default(), &answered(&log, None)).unwrap().own;
    assert!(own.list.values().any(|own| own.name == "The \"Big\" Sled"));
}

#[test]
fn of_two_weights_the_first_that_is_there_counts() {
    let file = include_bytes!("../fixtures/fitnotes/ios.csv");
    let sessions = import(file, None).sessions;
    assert_eq!(lines(&sessions[0]), ["belt-squat 70000 5 Work -", "belt-squat 69853 6 Work -"]);
    assert_eq!(lines(&sessions[1]), ["own-plank 0 45s/0m Work -"]);
    assert_eq!(sessions[1].exercises[0].note, "steady");
}

#[test]
fn a_row_with_two_readings_is_refused_and_not_guessed_at() {
    // "A" with a remark, or a name full of commas in the category "C": nothing tells.
    let file = "Date,Exercise,Category,Weight (kg),Reps,Distance,Distance Unit,Time,Comment\n\
                2024-01-15,A,B,5,5,,,,C,5,5,,,,\n\
                2024-01-15,A,Legs,50,5,,,,one,two,three\n";
    let found = preview(&read(file.as_bytes()).unwrap());
    assert_eq!((found.rows, found.sets, accounted(&found)), (2, 1, 2));
    assert_eq!(found.refused, [Refused { line: 2, reason: Reason::Cells { found: 15, wanted: 9 } }]);
}

#[test]
fn a_comma_in_the_name_and_a_remark_of_two_lines_are_one_row() {
    let file = "Date,Exercise,Category,Weight (kg),Reps,Distance,Distance Unit,Time,Comment\n\
                2024-01-15,Squat, paused,Legs,50,5,,,,\"slow\nand deep\"\n\
                2024-01-15,Leg Press,Legs,80,5,,,,\"never closed\n\
                2024-01-15,Leg Press,Legs,90,5,,,,\n";
    let found = preview(&read(file.as_bytes()).unwrap());
    assert_eq!((found.sets, accounted(&found)), (2, found.rows));
    assert_eq!(found.refused, [Refused { line: 4, reason: Reason::Quote }]);
    let session = &import(file.as_bytes(), None).sessions[0];
    assert_eq!(session.exercises[0].note, "slow\nand deep");
}
