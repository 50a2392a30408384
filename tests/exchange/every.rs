//! What holds for every app's file: told apart by content, accounted for to the last row, the same twice, whole
//! however it was saved, and never a panic.

use super::{answered, import, lines, preview};
use legwork::domain::exercise::OwnExercises;
use legwork::domain::logbook::Logbook;
use legwork::domain::settings::MassUnit;
use legwork::domain::training::TrainingLog;
use legwork::exchange::{
    App, Column, FileError, Origin, Reader, Reason, TextError, accounted, decode, read, whole_log,
};
use proptest::prelude::*;

const FILES: [(App, &[u8]); 14] = [
    (App::Strong, include_bytes!("../fixtures/strong/german.csv")),
    (App::Strong, include_bytes!("../fixtures/strong/workout-number.csv")),
    (App::Hevy, include_bytes!("../fixtures/hevy/kg.csv")),
    (App::Hevy, include_bytes!("../fixtures/hevy/lbs.csv")),
    (App::Hevy, include_bytes!("../fixtures/hevy/mixed.csv")),
    (App::FitNotes, include_bytes!("../fixtures/fitnotes/android-lbs.csv")),
    (App::FitNotes, include_bytes!("../fixtures/fitnotes/android-units.csv")),
    (App::FitNotes, include_bytes!("../fixtures/fitnotes/ios.csv")),
    (App::Liftosaur, include_bytes!("../fixtures/liftosaur/history.csv")),
    (App::LiftLog, include_bytes!("../fixtures/liftlog/plain.csv")),
    (App::Fitbod, include_bytes!("../fixtures/fitbod/old.csv")),
    (App::Fitbod, include_bytes!("../fixtures/fitbod/new.csv")),
    (App::AlphaProgression, include_bytes!("../fixtures/alpha/kg.csv")),
    (App::AlphaProgression, include_bytes!("../fixtures/alpha/lb.csv")),
];

/// A header of each app with a row of it; `{w}` stands for the weight and `{n}` for the name.
const ROWS: [(App, &str, &str); 8] = [
    (
        App::Strong,
        "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,Notes",
        "2024-01-{d} 10:00:00,Legs,{n},1,{w},{u},10,",
    ),
    (
        App::Hevy,
        "title,start_time,end_time,exercise_title,exercise_notes,set_index,set_type,{h},reps,rpe",
        "Legs,\"{d} Jan 2024, 10:00\",,{n},,0,normal,{w},10,8",
    ),
    (
        App::FitNotes,
        "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance",
        "2024-01-{d},{n},Legs,{w},{u},10,",
    ),
    (
        App::Liftosaur,
        "Workout DateTime,Day Name,Exercise,Is Warmup Set?,Completed Reps,Completed Weight Value,Completed Weight Unit,Notes",
        "2024-01-{d}T10:00:00.000Z,Day 1,{n},0,10,{w},{u},",
    ),
    (
        App::LiftLog,
        "SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,Notes",
        "s{d},2024-01-{d}T10:00:00,{n},{w},{u},10,",
    ),
    (
        App::Fitbod,
        "Date,Exercise,Sets,Reps,Weight,isWarmup,Note",
        "2024-01-{d} 10:00:00 +0000,{n},2,10,{w},false,",
    ),
    (
        App::AlphaProgression,
        "\"Legs\";\"2024-01-09 10:00 h\";\"1:02 hr\"\n\"1. {n} · Machine\"\n#;{U};REPS;RIR",
        "1;{w};10;2",
    ),
    (
        App::Legwork,
        "Session id,Day,Start,Session,Exercise,Slug,Kind,Load (kg),Reps",
        "00000000000000000000{d},2024-01-{d},2024-01-{d}T10:00:00Z,Legs,{n},leg-press-45,work,{w},10",
    ),
];

/// A file of an app with a row a weight, each on its own day.
fn file(which: usize, name: &str, unit: MassUnit, weights: &[String]) -> String {
    let (_, header, row) = ROWS[which];
    let (long, short) = match unit {
        MassUnit::Kilograms => ("weight_kg", "kg"),
        MassUnit::Pounds => ("weight_lbs", "lbs"),
    };
    let fill = |text: &str| text.replace("{n}", name).replace("{u}", short).replace("{U}", short);
    let mut text = fill(header).replace("{h}", long);
    for (number, weight) in weights.iter().enumerate() {
        text.push('\n');
        text.push_str(&fill(row).replace("{w}", weight).replace("{d}", &format!("{:02}", number % 28 + 1)));
    }
    text
}

/// Every fixture, and a table of our own.
fn all() -> Vec<(App, Vec<u8>)> {
    let mut files: Vec<(App, Vec<u8>)> = FILES.iter().map(|(app, file)| (*app, file.to_vec())).collect();
    let imported = import(FILES[2].1, None);
    files.push((App::Legwork, whole_log(&imported.log(), &imported.own).into_bytes()));
    files
}

#[test]
fn every_file_is_told_apart_by_what_is_in_it_and_accounted_for() {
    for (app, file) in all() {
        let found = preview(&read(&file).unwrap());
        assert_eq!((found.app, accounted(&found)), (app, found.rows));
        assert!(found.sets > 0 && found.sessions > 0);
        let sessions = import(&file, Some(MassUnit::Kilograms)).sessions;
        assert_eq!(sessions.len(), found.sessions);
        let sets: usize = sessions.iter().map(|session| lines(session).len()).sum();
        assert_eq!(sets, found.sets + found.warm_ups);
    }
    for (which, (app, ..)) in ROWS.iter().enumerate() {
        let text = file(which, "Leg Press", MassUnit::Pounds, &["100".into()]);
        let found = preview(&read(text.as_bytes()).unwrap());
        assert_eq!((found.app, found.rows, found.refused.len()), (*app, 1, 0), "{text}");
    }
}

#[test]
fn what_no_app_writes_is_told_apart_from_what_one_nearly_does() {
    let error = |text: &str| read(text.as_bytes()).unwrap_err();
    assert_eq!(error("Dear diary,\ntoday legs"), FileError::Unknown);
    assert_eq!(error(&"x".repeat(1_000_000)), FileError::Unknown);
    assert_eq!(error("{\"app\":\"legwork\"}"), FileError::Json);
    assert_eq!(error(""), FileError::Text(TextError::Empty));
    let missing = |app, column| FileError::MissingColumn { app, column };
    assert_eq!(
        error("Date,Exercise,Category,Weight (lbs),Distance,Distance Unit,Time\n1"),
        missing(App::FitNotes, Column::Reps)
    );
    assert_eq!(error("Date,Exercise,Sets,Weight,isWarmup,Note\n1"), missing(App::Fitbod, Column::Reps));
    assert_eq!(Origin::of("SessionId,Timestamp,Exercise,Weight"), Some(Origin::App(App::LiftLog)));
    for (which, (app, ..)) in ROWS.iter().enumerate().filter(|(_, row)| row.0 != App::AlphaProgression) {
        assert_eq!(error(&file(which, "x", MassUnit::Kilograms, &[])), FileError::NoRows, "{app:?}");
    }
}

#[test]
fn every_file_reads_the_same_however_it_was_saved() {
    for (app, file) in all() {
        let expected = import(&file, Some(MassUnit::Kilograms));
        let text = String::from_utf8(file).unwrap().trim_start_matches('\u{feff}').to_owned();
        let marked = format!("\u{feff}{text}");
        let le = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let plain = text.replace("\r\n", "\n");
        let mut saved: Vec<Vec<u8>> = vec![marked.into_bytes(), le, be];
        saved.push(plain.replace('\n', "\r\n").into_bytes());
        saved.push(plain.replace('\n', "\r").into_bytes());
        saved.push(format!("{plain}\n\n\n").into_bytes());
        let latin: Option<Vec<u8>> = text.chars().map(|one| u8::try_from(u32::from(one)).ok()).collect();
        saved.extend(latin);
        for bytes in saved {
            assert_eq!(import(&bytes, Some(MassUnit::Kilograms)), expected, "{app:?}");
        }
    }
}

#[test]
fn invalid_bytes_are_read_as_what_they_are_or_refused() {
    let head = "Date,Exercise,Category,Weight (kg),Reps\n2024-01-01,Leg Press ";
    let with = |bytes: &[u8]| [head.as_bytes(), bytes, b",Legs,100,10\n"].concat();
    assert_eq!(read(&with(&[0xFF, 0xFE, 0x00])), Err(FileError::Text(TextError::NotText)));
    let western = preview(&read(&with(b"\xfcben")).unwrap());
    assert_eq!(western.names[0].name, "Leg Press üben");
}

#[test]
fn every_file_twice_is_the_same_as_once() {
    for (app, file) in all() {
        let first = import(&file, Some(MassUnit::Kilograms));
        let mut book = Logbook::default();
        first.enter(&mut book);
        let once = book.clone();
        let log = read(&file).unwrap();
        // Nothing is asked again but the unit.
        assert_eq!(log.preview(&book.exercises, &Default::default()).asked().count(), 0, "{app:?}");
        let mut answers = answered(&log, Some(MassUnit::Kilograms));
        answers.names.clear();
        let change = log.import(&book.exercises, &answers).unwrap().enter(&mut book);
        assert_eq!((book == once, change.sessions()), (true, 0), "{app:?}");
    }
}

#[test]
fn files_that_overlap_or_have_grown_merge() {
    let weights: Vec<String> = (0..24).map(|number| format!("{}", 40 + number)).collect();
    for (which, (app, ..)) in ROWS.iter().enumerate() {
        let whole = file(which, "Leg Press", MassUnit::Kilograms, &weights);
        let head = whole.lines().count() - weights.len();
        let lines: Vec<&str> = whole.lines().collect();
        let part = |rows: std::ops::Range<usize>| {
            let mut text = lines[..head].join("\n");
            for row in rows {
                text.push('\n');
                text.push_str(lines[head + row]);
            }
            import(text.as_bytes(), Some(MassUnit::Kilograms)).log()
        };
        let all = part(0..24);
        let merged = |parts: [TrainingLog; 2]| {
            let mut log = TrainingLog::default();
            for part in &parts {
                log.merge(part);
            }
            log
        };
        assert_eq!(merged([part(0..10), part(0..24)]), all, "{app:?}, grown");
        if *app != App::AlphaProgression {
            assert_eq!(merged([part(0..15), part(10..24)]), all, "{app:?}, overlapping");
            assert_eq!(merged([part(10..24), part(0..15)]), all, "{app:?}, the other way round");
        }
    }
}

#[test]
fn hostile_weights_are_refused_by_line_in_every_format() {
    let hostile = ["NaN", "inf", "Infinity", "1e308", "-5", "1.2.3", "0x10", "99999999", "٣", "7 5"];
    for (which, (app, ..)) in ROWS.iter().enumerate() {
        let weights: Vec<String> = hostile.iter().map(|text| (*text).to_owned()).collect();
        let found =
            preview(&read(file(which, "Leg Press", MassUnit::Kilograms, &weights).as_bytes()).unwrap());
        assert_eq!(
            (found.rows, found.refused.len(), found.sets),
            (hostile.len(), hostile.len(), 0),
            "{app:?}"
        );
        for (number, refused) in found.refused.iter().enumerate() {
            let head = if *app == App::AlphaProgression { 4 } else { 2 };
            assert_eq!(refused.line as usize, number + head, "{app:?}");
            let reason = refused.reason;
            assert!(
                matches!(
                    reason,
                    Reason::NotANumber(Column::Weight) | Reason::OutOfRange { column: Column::Weight, .. }
                ),
                "{app:?}: {reason:?}"
            );
        }
        // A decimal comma where the cell is quoted, or where commas are no delimiter.
        let comma = file(which, "Leg Press", MassUnit::Kilograms, &["\"82,5\"".into()]);
        let session = &import(comma.as_bytes(), Some(MassUnit::Kilograms)).sessions[0];
        assert!(lines(session).iter().all(|line| line.contains(" 82500 10 ")), "{app:?}");
    }
}

#[test]
fn hostile_names_are_kept_as_they_are_or_refused() {
    let names = [
        "__proto__",
        "constructor",
        "<img src=x onerror=alert(1)>",
        "مرحبا \u{202e}abc",
        "=cmd|'/c calc'!A1",
        "💪",
    ];
    for (which, (app, ..)) in ROWS.iter().enumerate() {
        for name in names {
            let text = file(which, name, MassUnit::Kilograms, &["100".into()]);
            let log = read(text.as_bytes()).unwrap();
            let found = preview(&log);
            let known = &found.names[0].name;
            assert!(known == name || known == &format!("{name} (Machine)"), "{app:?}: {known}");
            let imported = log.import(&OwnExercises::default(), &answered(&log, Some(MassUnit::Kilograms)));
            assert_eq!(imported.unwrap().sessions.len(), 1, "{app:?}: {name}");
        }
        let long = file(which, &"x".repeat(10_001), MassUnit::Kilograms, &["100".into()]);
        match read(long.as_bytes()) {
            Ok(log) => {
                let found = preview(&log);
                assert_eq!((found.sets, found.refused.len(), accounted(&found)), (0, found.rows, found.rows));
            }
            // In blocks the name stands in the lines that tell what the file is.
            Err(error) => assert_eq!((*app, error), (App::AlphaProgression, FileError::Unknown)),
        }
    }
}

#[test]
fn a_million_rows_are_refused_before_they_fill_the_memory() {
    for which in [0, 2, 4] {
        let mut text = file(which, "Leg Press", MassUnit::Kilograms, &["100".into()]);
        let row = text.lines().last().unwrap().to_owned();
        text.reserve((row.len() + 1) * 1_000_000);
        for _ in 0..1_000_000 {
            text.push('\n');
            text.push_str(&row);
            if text.len() > 31_000_000 {
                break;
            }
        }
        assert_eq!(read(text.as_bytes()), Err(FileError::TooManyRows { max: 250_000 }));
    }
    let long = "Date,Exercise,Category,Weight (kg),Reps\n".to_owned() + &"x\n".repeat(1_000_000);
    assert_eq!(read(long.as_bytes()), Err(FileError::TooManyRows { max: 250_000 }));
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("\"".into()),
        Just("\"\"".into()),
        Just("\"a\nb\"".into()),
        Just("\n".into()),
        Just("1e308".into()),
        Just("'=1".into()),
        Just("2024-01-01 10:00:00".into()),
        Just("7 Apr 2026, 10:14".into()),
        Just("2026-02-19 4:54 h".into()),
        Just("1. Leg Press · Machine".into()),
        Just("WU1 · 37,5 kg · 9 reps<br>WU2".into()),
        Just("#".into()),
        Just("normal".into()),
        Just("leg-press-45".into()),
        "[0-9]{1,5}",
        "[ -~äß€]{0,8}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_bytes_below_any_header_make_a_reader_panic(
        which in 0..ROWS.len(),
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        let head = file(which, "x", MassUnit::Kilograms, &["1".into()]);
        let whole = [head.as_bytes(), b"\n", &bytes].concat();
        if let Ok(log) = read(&whole) {
            let found = preview(&log);
            prop_assert_eq!(accounted(&found), found.rows);
        }
    }

    #[test]
    fn every_row_below_any_header_ends_in_one_bin(
        which in 0..ROWS.len(),
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 1..12), 0..24),
        step in 1_usize..5,
    ) {
        let delimiter = if ROWS[which].0 == App::AlphaProgression { ";" } else { "," };
        let mut text = file(which, "x", MassUnit::Kilograms, &["1".into()]);
        for row in &rows {
            text.push('\n');
            text.push_str(&row.join(delimiter));
        }
        let Ok(log) = read(text.as_bytes()) else { return Ok(()) };
        let found = preview(&log);
        prop_assert_eq!(accounted(&found), found.rows);
        let own = OwnExercises::default();
        let answers = answered(&log, Some(MassUnit::Kilograms));
        let exact = log.preview(&own, &answers);
        prop_assert_eq!(accounted(&exact), exact.rows);
        let imported = log.import(&own, &answers).unwrap();
        let sets: usize = imported.sessions.iter().flat_map(|s| &s.exercises).map(|work| work.sets.len()).sum();
        prop_assert_eq!(sets, exact.sets + exact.warm_ups);
        prop_assert_eq!(&imported.refused, &exact.refused);
        let mut reader = Reader::new(decode(text.as_bytes()).unwrap()).unwrap();
        while !reader.step(step).unwrap().finished {}
        prop_assert_eq!(preview(&reader.finish().unwrap()), found);
        let mut book = Logbook::default();
        imported.enter(&mut book);
        let once = book.clone();
        prop_assert_eq!((imported.enter(&mut book).sessions(), &book), (0, &once));
    }

    #[test]
    fn a_file_in_pounds_and_one_in_kilograms_are_the_same_log(
        which in 0..ROWS.len() - 1,
        quarters in proptest::collection::vec(1..2200_u32, 1..20),
    ) {
        let pounds: Vec<String> = quarters.iter().map(|quarter| format!("{}", f64::from(*quarter) / 4.0)).collect();
        let kilograms: Vec<String> =
            quarters.iter().map(|quarter| format!("{:.3}", f64::from(*quarter) / 4.0 * 0.453_592_37)).collect();
        let read = |unit, weights: &[String]| import(file(which, "Leg Press", unit, weights).as_bytes(), Some(unit));
        let (mut one, other) = (read(MassUnit::Pounds, &pounds), read(MassUnit::Kilograms, &kilograms));
        // To the gram.
        for (mine, theirs) in one.sessions.iter_mut().zip(&other.sessions) {
            for (mine, theirs) in mine.exercises.iter_mut().zip(&theirs.exercises) {
                for (mine, theirs) in mine.sets.iter_mut().zip(&theirs.sets) {
                    prop_assert!(mine.load.grams().abs_diff(theirs.load.grams()) <= 1);
                    mine.load = theirs.load;
                }
            }
        }
        prop_assert_eq!(one, other);
    }
}

#[test]
fn remarks_that_are_cut_are_said_and_not_where_none_is() {
    let said = |length: usize| {
        let file = format!(
            "Date,Exercise,Category,Weight (kg),Reps,Comment\n2026-01-05,Squat,Legs,50,5,{}\n",
            "x".repeat(length)
        );
        legwork::i18n::en::data::import_preview(&preview(&read(file.as_bytes()).unwrap())).join("\n")
    };
    assert!(said(2_001).contains("1 remark over 2000 characters: the rest is left out"), "{}", said(2_001));
    assert!(!said(2_000).contains("remark"));
}
