//! Strong's export in every header variant, whole, grown, broken and hostile.

use super::{answered, id, import, lines, preview};
use legwork::domain::calendar::Day;
use legwork::domain::exercise::OwnExercises;
use legwork::domain::logbook::Logbook;
use legwork::domain::settings::MassUnit;
use legwork::domain::training::{SetKind, Source};
use legwork::domain::units::Seconds;
use legwork::exchange::{
    Answers, App, Column, Decision, Encoding, FileError, ForeignLog, Guess, ImportError, Reader, Reason,
    Refused, TextError, UnitFound, accounted, decode, read,
};
use proptest::prelude::*;

const SAMPLE: &[u8] = include_bytes!("../fixtures/strong/strong-export.csv");

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../fixtures/strong/", $name))
    };
}

#[test]
fn the_real_export_is_accounted_for_to_the_last_row() {
    let log = read(SAMPLE).unwrap();
    let preview = preview(&log);
    assert_eq!((preview.rows, accounted(&preview)), (2078, 2078));
    assert_eq!((preview.sets, preview.warm_ups, preview.rest_rows, preview.note_rows), (2078, 0, 0, 0));
    assert_eq!((preview.sessions, preview.refused.len()), (129, 0));
    assert_eq!(preview.first, Some(Day::parse("2021-02-10").unwrap()));
    assert_eq!(preview.last, Some(Day::parse("2021-12-22").unwrap()));
    assert_eq!(preview.unit, UnitFound::Ask { sets: 1828 });
    assert_eq!((preview.distances_asked, preview.encoding), (0, Encoding::Utf8));
    assert_eq!(preview.names.len(), 72);
    assert_eq!(preview.names.iter().map(|found| found.rows).sum::<usize>(), 2078);
}

#[test]
fn the_names_of_the_real_export_are_sorted_as_a_person_would() {
    let log = read(SAMPLE).unwrap();
    let preview = preview(&log);
    let guess = |name: &str| preview.names.iter().find(|found| found.name == name).unwrap().guess.clone();
    for (name, slug) in [
        ("Squat (Barbell)", "high-bar-back-squat"),
        ("Deadlift (Barbell)", "conventional-deadlift"),
        ("Leg Extension (Machine)", "leg-extension"),
        ("Leg Press", "leg-press-45"),
        ("Seated Leg Press (Machine)", "horizontal-leg-press"),
        ("Lying Leg Curl (Machine)", "lying-leg-curl"),
        ("Seated Leg Curl (Machine)", "seated-leg-curl"),
        ("Seated Calf Raise (Plate Loaded)", "seated-calf-raise"),
    ] {
        assert_eq!(guess(name), Guess::Certain(id(slug)), "{name}");
    }
    for (name, slug) in [
        ("Leg Press Keller", "leg-press-45"),
        ("Leg Press Technogym (Gelb)", "leg-press-45"),
        ("Calf Press on Seated Leg Press", "leg-press-calf-raise"),
        ("Hyperextensions", "45-back-extension"),
    ] {
        assert_eq!(guess(name), Guess::Leg(Some(id(slug))), "{name}");
    }
    assert_eq!(guess("Lower Back"), Guess::Leg(None));
    let others = preview.names.iter().filter(|found| found.guess == Guess::Other).count();
    assert_eq!((others, preview.asked().count()), (59, 64));
    assert!(
        preview.names.first().is_some_and(|found| found.name == "Lower Back"),
        "what must be chosen comes first"
    );
}

#[test]
fn leg_sets_follow_the_answers() {
    let log = read(SAMPLE).unwrap();
    let own = OwnExercises::default();
    let mut answers = Answers::default();
    let certain = 46 + 107 + 62 + 14 + 17 + 9 + 24 + 9;
    assert_eq!(log.preview(&own, &answers).leg_sets, certain + 9 + 17 + 4 + 11 + 6);
    answers.names.insert("Lower Back".into(), Decision::Other);
    answers.names.insert("Dip Machine".into(), Decision::Exercise(id("leg-press-45")));
    assert_eq!(log.preview(&own, &answers).leg_sets, certain + 9 + 17 + 4 + 11 + 41);
}

#[test]
fn the_real_export_becomes_sessions_with_everything_in_them() {
    let imported = import(SAMPLE, Some(MassUnit::Kilograms));
    assert_eq!(imported.sessions.len(), 129);
    let sets: usize = imported.sessions.iter().flat_map(|s| &s.exercises).map(|work| work.sets.len()).sum();
    assert_eq!(sets, 2078);
    assert!(imported.sessions.is_sorted_by_key(|session| session.started_at));
    let session = imported.sessions.iter().find(|s| s.day.to_string() == "2021-03-28").unwrap();
    assert_eq!(session.name, "A (Chest, Triceps, Legs, Shoulders)");
    assert_eq!(session.lasted, Some(Seconds::try_new(8400).unwrap()));
    let squat = session.exercises.iter().find(|work| work.exercise == id("high-bar-back-squat")).unwrap();
    assert_eq!(squat.note, "Deep squats");
    let planks: Vec<String> =
        imported.sessions.iter().flat_map(lines).filter(|line| line.starts_with("own-plank ")).collect();
    assert_eq!(planks.len(), 6);
    assert!(planks.contains(&"own-plank 0 105s/0m Work -".to_owned()), "{planks:?}");
    // Other work is kept under its own name, without credit.
    let bench = imported.own.names.get(&("strong".into(), "Bench Press (Barbell)".into())).unwrap();
    assert_eq!(
        (bench.as_str(), imported.own.name(bench)),
        ("own-bench-press-barbell", "Bench Press (Barbell)")
    );
    assert!(imported.own.credit(bench).is_none());
    assert_eq!((imported.own.names.len(), imported.own.list.len()), (64, 60));
}

#[test]
fn nothing_is_imported_while_a_question_is_open() {
    let log = read(SAMPLE).unwrap();
    let own = OwnExercises::default();
    let mut answers = answered(&log, None);
    assert_eq!(log.import(&own, &answers), Err(ImportError::WeightUnit));
    answers.weight = Some(MassUnit::Pounds);
    answers.names.remove("Hyperextensions");
    assert_eq!(log.import(&own, &answers), Err(ImportError::Name("Hyperextensions".into())));
    answers.names.insert("Hyperextensions".into(), Decision::Exercise(id("no-such-thing")));
    assert_eq!(log.import(&own, &answers), Err(ImportError::NoSuchExercise("Hyperextensions".into())));
}

#[test]
fn fault_33_importing_twice_changes_nothing_and_asks_nothing() {
    let log = read(SAMPLE).unwrap();
    let first = import(SAMPLE, Some(MassUnit::Kilograms));
    let mut mine = Logbook::default();
    assert_eq!(first.enter(&mut mine).sessions(), 129);
    let once = mine.clone();
    assert_eq!(log.preview(&first.own, &Answers::default()).asked().count(), 0);
    let answers = Answers { weight: Some(MassUnit::Kilograms), ..Answers::default() };
    let second = log.import(&first.own, &answers).unwrap();
    assert_eq!(second.own, first.own);
    assert_eq!(second.enter(&mut mine).sessions(), 0);
    assert_eq!(mine, once);
}

#[test]
fn a_grown_file_adds_what_is_new_and_leaves_edits_and_deletions_alone() {
    let text = std::str::from_utf8(SAMPLE).unwrap();
    let cut = text.match_indices('\n').nth(1000).unwrap().0 + 1;
    let half = import(&text.as_bytes()[..cut], Some(MassUnit::Kilograms));
    let whole = import(SAMPLE, Some(MassUnit::Kilograms));
    let mut book = Logbook::default();
    half.enter(&mut book);
    // The person corrects one session and deletes another, minutes after the last workout, far east of UTC.
    let mut edited = half.sessions[3].clone();
    edited.note = "corrected here".into();
    edited.edited_at = edited.started_at - 14 * 3_600_000 + 600_000;
    book.log.record(edited.clone());
    let deleted = half.sessions[5].clone();
    book.log.delete(deleted.id, deleted.started_at - 14 * 3_600_000 + 600_000).unwrap();
    whole.enter(&mut book);
    let mine = &book.log;
    assert_eq!(mine.len(), 128);
    assert!(mine.sessions().any(|session| *session == edited));
    assert!(mine.sessions().all(|session| session.id != deleted.id));
    let sets: usize = mine.sessions().flat_map(|s| &s.exercises).map(|work| work.sets.len()).sum();
    let gone: usize = deleted.exercises.iter().map(|work| work.sets.len()).sum();
    assert_eq!(sets + gone, 2078, "the session that was cut in half is whole now");
    let once = book.clone();
    whole.enter(&mut book);
    half.enter(&mut book);
    assert_eq!(book, once);
}

#[test]
fn a_step_at_a_time_reads_the_same_as_all_at_once() {
    let whole = read(SAMPLE).unwrap();
    for size in [1, 7, 500] {
        let mut reader = Reader::new(decode(SAMPLE).unwrap()).unwrap();
        let mut done = 0;
        let mut steps = 0;
        loop {
            let progress = reader.step(size).unwrap();
            assert!(progress.done > done && progress.total == SAMPLE.len());
            done = progress.done;
            steps += 1;
            if progress.finished {
                break;
            }
        }
        assert!(steps >= 2078 / size, "{steps} steps of {size}");
        assert_eq!(preview(&reader.finish().unwrap()), preview(&whole));
    }
}

#[test]
fn the_oldest_header_names_its_unit_and_counts_sets_from_nought() {
    let log = read(fixture!("2016-kg.csv")).unwrap();
    assert_eq!((preview(&log).unit, preview(&log).distances_asked), (UnitFound::Kilograms, 0));
    let sessions = import(fixture!("2016-kg.csv"), None).sessions;
    assert_eq!(sessions.len(), 2);
    assert_eq!(
        lines(&sessions[0]),
        [
            "high-bar-back-squat 60000 8 Work -",
            "high-bar-back-squat 62500 6 Work -",
            "own-running 0 1800s/5200m Work -",
        ]
    );
    assert_eq!(sessions[0].exercises[0].note, "belt");
    assert_eq!((sessions[0].day.to_string(), sessions[0].source), ("2016-06-16".into(), Source::Strong));
    // 2016-06-16 18:05:09 as if it were UTC.
    assert_eq!(sessions[0].started_at, 1_466_100_309_000);
    assert_eq!(lines(&sessions[1]), ["leg-press-45 120000 12 Work -"]);

    let pounds = import(fixture!("2016-lb.csv"), None).sessions;
    assert_eq!(lines(&pounds[0]), ["high-bar-back-squat 102058 5 Work -", "own-running 0 600s/1609m Work -"]);
}

#[test]
fn a_file_without_a_unit_is_read_in_the_unit_the_person_names() {
    let log = read(fixture!("no-unit.csv")).unwrap();
    assert_eq!(preview(&log).unit, UnitFound::Ask { sets: 2 });
    let metric = import(fixture!("no-unit.csv"), Some(MassUnit::Kilograms)).sessions;
    // The same start under another name is another session.
    assert_eq!(metric.len(), 2);
    assert_eq!(lines(&metric[0]), ["own-plank 0 60s/0m Work -"]);
    assert_eq!(lines(&metric[1]), ["leg-press-45 100000 10 Work -", "leg-press-45 110000 8 Work -"]);
    assert_eq!((metric[1].exercises[0].note.as_str(), metric[1].note.as_str()), ("seat 4", "early"));
    let pounds = import(fixture!("no-unit.csv"), Some(MassUnit::Pounds)).sessions;
    assert_eq!(lines(&pounds[1])[0], "leg-press-45 45359 10 Work -");
    assert_eq!(pounds[1].id, metric[1].id);
}

#[test]
fn effort_and_distances_without_a_unit() {
    let log = read(fixture!("no-unit-rpe.csv")).unwrap();
    assert_eq!(preview(&log).distances_asked, 1);
    let mut answers = answered(&log, Some(MassUnit::Kilograms));
    let sessions = log.import(&OwnExercises::default(), &answers).unwrap().sessions;
    assert_eq!(
        lines(&sessions[0]),
        [
            "leg-press-45 100000 10 Work 1.5",
            "leg-press-45 110000 8 Work 5",
            "own-swimming 0 1800s/1000m Work -"
        ]
    );
    answers.distance = None;
    assert_eq!(log.import(&OwnExercises::default(), &answers), Err(ImportError::DistanceUnit));
}

#[test]
fn durations_long_fractions_rests_and_a_typo() {
    let log = read(fixture!("duration.csv")).unwrap();
    let found = preview(&log);
    assert_eq!((found.rows, accounted(&found), found.rest_rows, found.sets), (6, 6, 1, 3));
    assert_eq!(
        found.refused,
        [
            Refused { line: 4, reason: Reason::OutOfRange { column: Column::Reps, got: 1271.0 } },
            Refused { line: 6, reason: Reason::NothingDone },
        ]
    );
    let sessions = import(fixture!("duration.csv"), Some(MassUnit::Kilograms)).sessions;
    assert_eq!(lines(&sessions[0]), ["leg-press-45 75000 10 Work -"]);
    assert_eq!(lines(&sessions[1]), ["leg-press-45 75000 12 Work 0"]);
    assert_eq!(lines(&sessions[2]), ["own-plank 0 45s/0m Work -"]);
    let lasted: Vec<_> = sessions.iter().map(|s| s.lasted.map(Seconds::get)).collect();
    assert_eq!(lasted, [Some(8280), Some(1260), None]);
}

#[test]
fn the_header_of_2026_marks_warm_ups() {
    let log = read(fixture!("2026.csv")).unwrap();
    let found = preview(&log);
    assert_eq!((found.sets, found.warm_ups, found.leg_sets), (2, 1, 2));
    let sessions = import(fixture!("2026.csv"), Some(MassUnit::Kilograms)).sessions;
    assert_eq!(
        lines(&sessions[0]),
        ["leg-extension 20000 15 WarmUp -", "leg-extension 40000 12 Work 1", "leg-extension 40000 10 Work 0"]
    );
}

#[test]
fn units_may_change_from_row_to_row() {
    let log = read(fixture!("unit-columns.csv")).unwrap();
    assert_eq!((preview(&log).unit, preview(&log).distances_asked), (UnitFound::Mixed, 0));
    let sessions = import(fixture!("unit-columns.csv"), None).sessions;
    assert_eq!(
        lines(&sessions[0]),
        [
            "conventional-deadlift 102500 5 Work -",
            "conventional-deadlift 102058 5 Work 1.5",
            "forward-lunge 0 12 Work -",
            "own-running 0 900s/2500m Work -",
        ]
    );
    assert_eq!(sessions[0].note, "gym \"B\"");

    // One weight names no unit: asked, for that one alone.
    let log = read(fixture!("unit-columns-duration.csv")).unwrap();
    assert_eq!(preview(&log).unit, UnitFound::Ask { sets: 1 });
    let sessions = import(fixture!("unit-columns-duration.csv"), Some(MassUnit::Kilograms)).sessions;
    assert_eq!(lines(&sessions[0]), ["leg-press-45 7500 8 Work -", "leg-press-45 120202 8 Work -"]);
    assert_eq!(sessions[0].lasted, Some(Seconds::try_new(2640).unwrap()));
}

#[test]
fn the_numbered_export_with_every_kind_of_row() {
    let log = read(fixture!("workout-number.csv")).unwrap();
    let found = preview(&log);
    assert_eq!((found.rows, accounted(&found)), (11, 11));
    assert_eq!((found.sets, found.warm_ups, found.rest_rows, found.note_rows), (6, 2, 1, 2));
    assert_eq!((found.unit, found.sessions), (UnitFound::Kilograms, 2));
    let sessions = import(fixture!("workout-number.csv"), None).sessions;
    assert_eq!(
        lines(&sessions[0]),
        [
            "leg-press-45 40000 15 WarmUp -",
            "leg-press-45 60000 8 WarmUp -",
            "leg-press-45 102058 10 Work 2",
            "leg-press-45 102058 8 Work 0",
            "leg-press-45 102058 7 Work 0.5",
            "leg-press-45 80000 10 Drop -",
            "pistol-squat 0 6 Work -",
            "own-farmer-walk 32000 35s/40m Work -",
        ]
    );
    assert_eq!(sessions[0].exercises.len(), 3);
    assert_eq!(sessions[0].exercises[0].note, "Feet high\nand wide");
    assert_eq!((sessions[0].name.as_str(), sessions[0].note.as_str()), ("Legs; heavy", "Good day"));
    assert_eq!(sessions[0].lasted, Some(Seconds::try_new(4195).unwrap()));
    // A remark on an exercise that was not done is still a remark of that day.
    assert_eq!((sessions[1].exercises.len(), sessions[1].note.as_str()), (0, "Stretching: skipped"));
    assert_eq!(sessions[1].lasted, None);
}

#[test]
fn german_and_french_headers_and_names() {
    let log = read(fixture!("german.csv")).unwrap();
    let found = preview(&log);
    assert_eq!((found.sets, found.rest_rows, found.unit), (2, 1, UnitFound::Ask { sets: 2 }));
    assert_eq!(found.names[0].guess, Guess::Leg(Some(id("leg-press-45"))));
    let sessions = import(fixture!("german.csv"), Some(MassUnit::Kilograms)).sessions;
    assert_eq!(lines(&sessions[0]), ["leg-press-45 82500 10 Work -", "leg-press-45 85000 8 Work 1.5"]);
    assert_eq!((sessions[0].exercises[0].note.as_str(), sessions[0].note.as_str()), ("Sitz 4", "müde"));
    assert_eq!(sessions[0].lasted, Some(Seconds::try_new(3900).unwrap()));

    let sessions = import(fixture!("french.csv"), Some(MassUnit::Kilograms)).sessions;
    assert_eq!(lines(&sessions[0]), ["leg-press-45 80000 10 Work -", "high-bar-back-squat 60000 5 Work 3"]);
    assert_eq!((sessions[0].name.as_str(), sessions[0].exercises[1].note.as_str()), ("Jambes", "profond"));
}

#[test]
fn fault_28_an_export_resaved_in_another_encoding_reads_the_same() {
    let expected = import(fixture!("german.csv"), Some(MassUnit::Kilograms));
    let text = std::str::from_utf8(fixture!("german.csv")).unwrap();
    let marked = format!("\u{feff}{text}");
    let le: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let be: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let old_mac = text.replace('\n', "\r");
    for bytes in
        [marked.into_bytes(), le, be, latin, old_mac.into_bytes(), text.replace('\n', "\r\n").into_bytes()]
    {
        assert_eq!(import(&bytes, Some(MassUnit::Kilograms)), expected);
    }
}

#[test]
fn columns_are_known_by_name_in_any_order() {
    let file = "RPE\tReps\tWeight (lbs)\tSet Order\tMood\tExercise Name\tWorkout Name\tDate\n\
                8\t5\t225\t1\tfine\tSquat (Barbell)\tLegs\t2024-02-29 08:00\n";
    let sessions = import(file.as_bytes(), None).sessions;
    assert_eq!(lines(&sessions[0]), ["high-bar-back-squat 102058 5 Work 2"]);
    assert_eq!(sessions[0].day.to_string(), "2024-02-29");
}

#[test]
fn files_that_cannot_be_read_say_why() {
    let error = |bytes: &[u8]| read(bytes).unwrap_err();
    let missing = |column| FileError::MissingColumn { app: App::Strong, column };
    let header = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes\n";
    assert_eq!(error(b""), FileError::Text(TextError::Empty));
    assert_eq!(error(b"\xEF\xBB\xBF\n\n"), FileError::Text(TextError::Empty));
    assert_eq!(error(b"PK\x03\x04\x14\0\xff\xfe\0\0"), FileError::Text(TextError::NotText));
    assert_eq!(error(header.as_bytes()), FileError::NoRows);
    assert_eq!(error(header.trim().as_bytes()), FileError::NoRows);
    assert_eq!(error(header.replace(",Reps", "").as_bytes()), missing(Column::Reps));
    assert_eq!(error(&header.as_bytes()[..38]), missing(Column::SetOrder));
    assert_eq!(error(&header.as_bytes()[..12]), FileError::Unknown);
}

const HEADER: &str = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes\n";

fn refused(rows: &str) -> Vec<(u32, Reason)> {
    let log = read(format!("{HEADER}{rows}").as_bytes()).unwrap();
    let preview = preview(&log);
    assert_eq!(accounted(&preview), preview.rows);
    preview.refused.iter().map(|refused| (refused.line, refused.reason)).collect()
}

#[test]
fn fault_29_32_every_refused_row_has_its_line_and_its_reason() {
    let long = "x".repeat(100_000);
    let rows = format!(
        "2024-01-01 10:00:00,A,Leg Press,1,100,10,0,0,\n\
         \n\
         2024-01-01 10:00:00,A,Leg Press,2,100\n\
         2024-01-01 10:00:00,A,Leg Press,2,100,10,0,0,,surplus\n\
         01.01.2024 10:00,A,Leg Press,2,100,10,0,0,\n\
         2024-01-01 10:00:00,A,,2,100,10,0,0,\n\
         2024-01-01 10:00:00,A,Leg Press,X,100,10,0,0,\n\
         2024-01-01 10:00:00,A,Leg Press,2,NaN,10,0,0,\n\
         2024-01-01 10:00:00,A,Leg Press,2,1e999,10,0,0,\n\
         2024-01-01 10:00:00,A,Leg Press,2,-5,10,0,0,\n\
         2024-01-01 10:00:00,A,Leg Press,2,100,10.5,0,0,\n\
         2024-01-01 10:00:00,A,Leg Press,2,100,inf,0,0,\n\
         2024-01-01 10:00:00,A,Leg Press,2,100,0,0,0,\n\
         2024-01-01 10:00:00,A,Leg Press,2,100,10,0,0,\"a\0b\"\n\
         2024-01-01 10:00:00,A,{long},2,100,10,0,0,\n\
         2024-01-01 10:00:00,A,Leg Press,2,99999999,10,0,0,\n\
         2024-01-01 10:00:00,A,Plank,2,0,0,0,86401,\n\
         2024-01-01 10:00:00,A,Leg Press,2,\"1.000,5\",10,0,0,\n\
         ,,,,,,,,\n\
         2024-01-01 10:00:00,A,Leg Press,2,100,10,0,0,,,\n"
    );
    let out = |column, got| Reason::OutOfRange { column, got };
    assert_eq!(
        refused(&rows),
        [
            (4, Reason::Cells { found: 5, wanted: 9 }),
            (5, Reason::Cells { found: 10, wanted: 9 }),
            (6, Reason::Date),
            (7, Reason::NoExercise),
            (8, Reason::SetOrder),
            (9, Reason::NotANumber(Column::Weight)),
            (10, Reason::NotANumber(Column::Weight)),
            (11, out(Column::Weight, -5.0)),
            (12, out(Column::Reps, 10.5)),
            (13, Reason::NotANumber(Column::Reps)),
            (14, Reason::NothingDone),
            (15, Reason::Control),
            (16, Reason::TooLong),
            (17, out(Column::Weight, 99_999_999.0)),
            (18, out(Column::Seconds, 86_401.0)),
            (19, Reason::NotANumber(Column::Weight)),
            (20, Reason::SetOrder),
        ]
    );
}

#[test]
fn a_cell_is_read_up_to_ten_thousand_bytes() {
    let note = |bytes: usize| format!("2024-01-01 10:00:00,A,Leg Press,1,100,10,0,0,{}\n", "x".repeat(bytes));
    assert_eq!(refused(&note(10_000)), []);
    assert_eq!(refused(&note(10_001)), [(2, Reason::TooLong)]);
}

#[test]
fn a_load_too_heavy_in_one_unit_alone_waits_for_the_answer() {
    let file = format!("{HEADER}2024-01-01 10:00:00,A,Leg Press,1,1200,10,0,0,\n");
    let log = read(file.as_bytes()).unwrap();
    let own = OwnExercises::default();
    let with = |weight| log.preview(&own, &Answers { weight, ..Answers::default() });
    assert_eq!((with(None).sets, with(Some(MassUnit::Pounds)).sets), (1, 1));
    let metric = with(Some(MassUnit::Kilograms));
    assert_eq!((metric.sets, metric.refused.len(), accounted(&metric)), (0, 1, metric.rows));
    let imported = log.import(&own, &answered(&log, Some(MassUnit::Kilograms))).unwrap();
    assert_eq!((imported.sessions.len(), imported.refused), (0, metric.refused));
}

#[test]
fn fault_29_an_unclosed_quotation_mark_costs_its_own_row_only() {
    let row = "2024-01-01 10:00:00,\"A\",\"Leg Press\",1,100,10,0,0,\"\"\n";
    for broken in [
        "2024-01-01 10:00:00,\"A,\"Leg Press\",1,100,10,0,0,\"\"\n",
        "2024-01-01 10:00:00,\"A\",\"Leg Press,1,100,10,0,0,\"\"\n",
        "2024-01-01 10:00:00,\"A\",\"Leg Press\",1,100,10,0,0,\"oops\n",
    ] {
        let log = read(format!("{HEADER}{row}{broken}{row}{row}").as_bytes()).unwrap();
        let preview = preview(&log);
        assert_eq!((preview.rows, preview.sets, preview.refused.len()), (4, 3, 1), "{broken}");
        assert_eq!(preview.refused[0].line, 3, "{broken}");
    }
}

#[test]
fn a_file_cut_off_anywhere_loses_at_most_its_last_row() {
    let text = std::str::from_utf8(SAMPLE).unwrap();
    let start = text.match_indices('\n').nth(20).unwrap().0 + 1;
    for end in start..start + 300 {
        let Ok(log) = read(&text.as_bytes()[..end]) else { panic!("{end}") };
        let preview = preview(&log);
        let lines = text[..end].trim_end().lines().count() - 1;
        assert_eq!((preview.rows, accounted(&preview)), (lines, lines), "{end}");
        assert!(preview.refused.len() <= 1, "{end}: {:?}", preview.refused);
    }
    // In the middle of a remark of two lines, neither becomes a set or a note.
    let notes = std::str::from_utf8(fixture!("workout-number.csv")).unwrap();
    let cut = read(&notes.as_bytes()[..notes.find("wide").unwrap()]).unwrap();
    let preview = preview(&cut);
    assert_eq!((preview.refused.len(), preview.sessions), (preview.rows, 0));
    assert_eq!(preview.refused[0], Refused { line: 2, reason: Reason::Quote });
}

#[test]
fn a_file_of_nothing_but_stray_quotation_marks_is_given_up_in_good_time() {
    let hostile = format!("{HEADER}{}", "z\"q,\"a\n".repeat(1_000_000));
    assert!(matches!(read(hostile.as_bytes()), Err(FileError::Damaged { line }) if line > 1000));
    let one_line = format!("{HEADER}\"{}", "a".repeat(2_000_000));
    let log = read(one_line.as_bytes()).unwrap();
    assert_eq!(refused_of(&log), [(2, Reason::TooLong)]);
}

fn refused_of(log: &ForeignLog) -> Vec<(u32, Reason)> {
    preview(log).refused.iter().map(|refused| (refused.line, refused.reason)).collect()
}

#[test]
fn fault_30_a_long_log_is_read_row_for_row_and_one_without_end_is_refused() {
    let mut file = HEADER.to_owned();
    for n in 0..100_000 {
        let (day, minute) = (1 + n / 60 % 28, n / 2000);
        file.push_str(&format!(
            "2024-01-{day:02} 10:{minute:02}:00,Legs,Leg Press,{},100,10,0,0,\"é\"\n",
            n % 60
        ));
    }
    let found = preview(&read(file.as_bytes()).unwrap());
    assert_eq!((found.rows, found.sets, found.refused.len()), (100_000, 100_000, 0));
    let endless = format!("{HEADER}{}", "x\n".repeat(1_000_001));
    assert_eq!(read(endless.as_bytes()), Err(FileError::TooManyRows { max: 250_000 }));
}

#[test]
fn more_names_than_a_person_has_are_refused_row_by_row() {
    let rows: String = (0..2010).map(|n| format!("2024-01-01 10:00:00,A,Name {n},1,1,1,0,0,\n")).collect();
    let refused = refused(&rows);
    assert_eq!((refused.len(), refused[0]), (10, (2002, Reason::TooManyNames)));
}

#[test]
fn two_names_of_one_slug_are_two_exercises_whatever_their_order() {
    let row = |name| format!("2024-01-01 10:00:00,A,{name},1,1,1,0,0,\n");
    let there =
        import(format!("{HEADER}{}{}", row("Pull Up"), row("Pull-Up")).as_bytes(), Some(MassUnit::Pounds));
    let back =
        import(format!("{HEADER}{}{}", row("Pull-Up"), row("Pull Up")).as_bytes(), Some(MassUnit::Pounds));
    assert_eq!((there.own.list.len(), &there.own), (2, &back.own));
    assert!(there.sessions[0].exercises[0].exercise != there.sessions[0].exercises[1].exercise);
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("\"".into()),
        Just("\"\"".into()),
        Just("\"a\nb\"".into()),
        Just("\n".into()),
        Just("W".into()),
        Just("Rest Timer".into()),
        Just("Note".into()),
        Just("2024-01-01 10:00:00".into()),
        Just("Leg Press".into()),
        Just("7,5".into()),
        Just("1e999".into()),
        "[0-9]{1,5}",
        "[ -~äß€]{0,8}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(log) = read(&bytes) {
            let preview = preview(&log);
            prop_assert_eq!(accounted(&preview), preview.rows);
        }
    }

    #[test]
    fn every_row_of_a_scrambled_file_ends_in_one_bin(
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 7..11), 0..30),
        delimiter in prop_oneof![Just(","), Just(";"), Just("\t")],
        step in 1_usize..5,
    ) {
        let mut file = HEADER.replace(',', delimiter);
        for row in &rows {
            file.push_str(&row.join(delimiter));
            file.push('\n');
        }
        let Ok(log) = read(file.as_bytes()) else { return Ok(()) };
        let found = preview(&log);
        prop_assert_eq!(accounted(&found), found.rows);
        for unit in [MassUnit::Kilograms, MassUnit::Pounds] {
            let answers = answered(&log, Some(unit));
            let own = OwnExercises::default();
            let exact = log.preview(&own, &answers);
            prop_assert_eq!(accounted(&exact), exact.rows);
            let imported = log.import(&own, &answers).unwrap();
            let sets = imported.sessions.iter().flat_map(|s| &s.exercises).flat_map(|work| &work.sets);
            let warm = sets.clone().filter(|set| set.kind == SetKind::WarmUp).count();
            prop_assert_eq!((sets.count() - warm, warm), (exact.sets, exact.warm_ups));
            prop_assert_eq!(imported.sessions.len(), exact.sessions);
            prop_assert_eq!(imported.log().len(), imported.sessions.len(), "no two have one id");
            prop_assert_eq!(imported.refused, exact.refused);
        }
        let mut reader = Reader::new(decode(file.as_bytes()).unwrap()).unwrap();
        while !reader.step(step).unwrap().finished {}
        prop_assert_eq!(preview(&reader.finish().unwrap()), found);
    }
}
