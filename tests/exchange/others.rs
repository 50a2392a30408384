//! Liftosaur, LiftLog, Fitbod and Alpha Progression.

use super::{answered, import, lines, preview};
use legwork::domain::exercise::OwnExercises;
use legwork::domain::logbook::Logbook;
use legwork::domain::settings::MassUnit;
use legwork::domain::training::{Session, Source};
use legwork::domain::units::Seconds;
use legwork::exchange::{App, Column, Reader, Reason, Refused, UnitFound, accounted, decode, read};

const LIFTOSAUR: &[u8] = include_bytes!("../fixtures/liftosaur/history.csv");
const FITBOD: &[u8] = include_bytes!("../fixtures/fitbod/old.csv");
const FITBOD_NEW: &[u8] = include_bytes!("../fixtures/fitbod/new.csv");
const ALPHA: &[u8] = include_bytes!("../fixtures/alpha/kg.csv");

fn in_zone(file: &[u8], zone: fn(i64) -> i32) -> Vec<Session> {
    let log = Reader::new(decode(file).unwrap()).unwrap().in_zone(zone).finish().unwrap();
    log.import(&OwnExercises::default(), &answered(&log, Some(MassUnit::Kilograms))).unwrap().sessions
}

#[test]
fn liftosaur_says_when_in_utc_and_the_day_is_the_persons() {
    let found = preview(&read(LIFTOSAUR).unwrap());
    assert_eq!((found.app, found.rows, accounted(&found)), (App::Liftosaur, 4, 4));
    assert_eq!((found.sets, found.warm_ups, found.unit), (2, 1, UnitFound::Mixed));
    assert_eq!(found.refused, [Refused { line: 4, reason: Reason::NothingDone }], "planned, not done");
    let (london, los_angeles) = (in_zone(LIFTOSAUR, |_| 0), in_zone(LIFTOSAUR, |_| -480));
    assert_eq!(
        lines(&london[0]),
        [
            "high-bar-back-squat 43091 5 WarmUp -",
            "high-bar-back-squat 102058 5 Work 1.5",
            "own-leg-curl-leverage-machine 40000 12 Work -",
        ]
    );
    assert_eq!((london[0].name.as_str(), london[0].exercises[0].note.as_str()), ("Day 1", "deep"));
    assert_eq!((london[0].day.to_string(), los_angeles[0].day.to_string()), {
        ("2026-03-01".into(), "2026-02-28".into())
    });
    // The same session, wherever the person is when it is taken in.
    assert_eq!(london[0].id, los_angeles[0].id);
    assert_eq!((london[0].started_at, los_angeles[0].started_at), (1_772_328_600_000, 1_772_328_600_000));
}

#[test]
fn liftlog_is_written_backwards_and_turned_round() {
    let file = include_bytes!("../fixtures/liftlog/plain.csv");
    let found = preview(&read(file).unwrap());
    assert_eq!((found.app, found.sets, found.sessions, accounted(&found)), (App::LiftLog, 5, 2, 5));
    let sessions = import(file, None).sessions;
    assert_eq!(lines(&sessions[0]), ["pistol-squat 0 8 Work -"]);
    assert_eq!(
        lines(&sessions[1]),
        [
            "high-bar-back-squat 97500 8 Work -",
            "high-bar-back-squat 97500 7 Work -",
            "leg-press-45 120000 10 Work -",
            "leg-press-45 120000 9 Work -",
        ]
    );
    // The first set is the start; 10:41:38.
    assert_eq!(sessions[1].started_at, sessions[1].day.number() * 86_400_000 + 38_498_000);
    assert_eq!((sessions[1].exercises[1].note.as_str(), sessions[1].source), ("seat 4", Source::LiftLog));
}

#[test]
fn a_row_of_fitbod_stands_for_several_sets_and_is_counted_once() {
    let found = preview(&read(FITBOD).unwrap());
    assert_eq!((found.app, found.rows, accounted(&found)), (App::Fitbod, 6, 6));
    assert_eq!((found.sets, found.warm_ups, found.repeats, found.leg_sets), (5, 1, 3, 5));
    assert!(matches!(found.unit, UnitFound::Ask { .. }));
    let out = |got| Reason::OutOfRange { column: Column::Sets, got };
    assert_eq!(
        found.refused,
        [
            Refused { line: 5, reason: Reason::NothingDone },
            Refused { line: 6, reason: out(1.5) },
            Refused { line: 7, reason: out(400.0) },
        ]
    );
    let session = &import(FITBOD, Some(MassUnit::Kilograms)).sessions[0];
    let mut wanted = vec!["high-bar-back-squat 40000 10 WarmUp -"];
    wanted.extend(["high-bar-back-squat 80500 8 Work -"; 3]);
    wanted.extend(["leg-extension 45000 12 Work -"; 2]);
    assert_eq!(lines(session), wanted);
    assert_eq!((session.day.to_string(), session.exercises[0].note.as_str()), ("2019-04-23".into(), "good"));
}

#[test]
fn a_row_of_fitbods_newer_export_is_a_set_in_the_unit_of_its_header() {
    let found = preview(&read(FITBOD_NEW).unwrap());
    assert_eq!((found.app, found.rows, accounted(&found)), (App::Fitbod, 7, 7));
    assert_eq!((found.sets, found.warm_ups, found.repeats, found.unit), (5, 1, 0, UnitFound::Kilograms));
    assert_eq!(found.refused, [Refused { line: 8, reason: Reason::NothingDone }]);
    let sessions = &import(FITBOD_NEW, None).sessions;
    let days: Vec<String> = sessions.iter().map(|session| session.day.to_string()).collect();
    assert_eq!(days, ["2025-03-11", "2025-03-13"]);
    assert_eq!(
        lines(&sessions[0])[..3],
        [
            "high-bar-back-squat 50000 8 WarmUp -",
            "high-bar-back-squat 92500 6 Work -",
            "high-bar-back-squat 92500 5 Work -",
        ]
    );
    assert_eq!(sessions[0].exercises[0].note, "deep, no belt");
    // Nobody lifts four times the weight that they hold.
    assert!(lines(&sessions[0]).iter().any(|line| line.contains(" 14000 12 Work ")));
    let pounds = String::from_utf8(FITBOD_NEW.to_vec()).unwrap().replace("Weight(kg)", "Weight(lbs)");
    assert_eq!(preview(&read(pounds.as_bytes()).unwrap()).unit, UnitFound::Pounds);
}

#[test]
fn alpha_progression_comes_in_blocks() {
    let found = preview(&read(ALPHA).unwrap());
    assert_eq!((found.app, found.rows, accounted(&found)), (App::AlphaProgression, 12, 12));
    assert_eq!((found.sets, found.warm_ups, found.unit), (6, 3, UnitFound::Kilograms));
    assert_eq!(
        found.refused,
        [
            Refused { line: 10, reason: Reason::NothingDone },
            // A start that cannot be read takes its sets along: they must not pass for the session above.
            Refused { line: 15, reason: Reason::Date },
            Refused { line: 18, reason: Reason::Date },
        ]
    );
    let sessions = import(ALPHA, None).sessions;
    assert_eq!(
        lines(&sessions[1]),
        [
            "hack-squat-machine 37500 9 WarmUp -",
            "hack-squat-machine 72500 7 WarmUp -",
            "hack-squat-machine 115000 8 Work 1",
            "hack-squat-machine 115000 10 Work 0.5",
            "45-back-extension 0 8 WarmUp -",
            "45-back-extension 35000 10 Work 0",
            // More than five left is "five or more".
            "45-back-extension 35000 9 Work 5",
            "standing-calf-raise-machine 157500 11 Work 1",
        ]
    );
    assert_eq!(sessions[1].name, "Legs · Day 2 · Week 4 · Push-Pull-Legs");
    assert_eq!(sessions[1].lasted, Some(Seconds::try_new(3720).unwrap()));
    assert_eq!(sessions[0].lasted, Some(Seconds::try_new(2700).unwrap()));
    let pounds = import(include_bytes!("../fixtures/alpha/lb.csv"), None).sessions;
    assert_eq!(lines(&pounds[0]), ["high-bar-back-squat 102058 8 Work -"]);
}

#[test]
fn alpha_progressions_name_of_an_exercise_is_without_what_is_asked_of_it() {
    for (title, name) in [
        ("Hack Squats · Machine · 8 reps", "Hack Squats (Machine)"),
        ("Hack Squats · 8 reps", "Hack Squats"),
        ("Hack Squats · · 8 reps", "Hack Squats"),
        ("Hack Squats", "Hack Squats"),
    ] {
        let file =
            format!("\"Legs\";\"2026-02-19 4:54 h\";\"45 min\"\n\"1. {title}\"\n#;KG;REPS;RIR\n1;100;8;1\n");
        let found = preview(&read(file.as_bytes()).unwrap());
        assert_eq!((found.names[0].name.as_str(), found.sets), (name, 1), "{title}");
    }
}

#[test]
fn blocks_out_of_order_are_refused_line_by_line() {
    let file = "\"Legs\";\"2026-02-19 4:54 h\";\"1:02 hr\"\n1;100;8;1\n#;KG;REPS;RIR\n2;100;8;1\n\
                \"1. Leg Press · Machine\";\"WU1 · many kg · 9 reps\"\n3;100;8;1\n#;KG;REPS;RIR\n4;100;8;1\n";
    let found = preview(&read(file.as_bytes()).unwrap());
    let refused: Vec<_> = found.refused.iter().map(|row| (row.line, row.reason)).collect();
    assert_eq!(
        refused,
        [
            (2, Reason::NothingDone),
            (4, Reason::NoExercise),
            (5, Reason::NotANumber(Column::Weight)),
            (6, Reason::NothingDone),
        ]
    );
    assert_eq!((found.sets, accounted(&found)), (1, found.rows));
}

#[test]
fn a_workout_with_a_full_stop_in_its_name_is_no_exercise() {
    let file = "\"Legs\";\"2026-02-19 4:54 h\";\"1:02 hr\"\n\"1. Leg Press · Machine\"\n#;KG;REPS;RIR\n1;100;8;1\n\
                \"Dr. Legs · Day 2\";\"someday\";\"1:12 hr\"\n#;KG;REPS;RIR\n1;90;8;1\n";
    let found = preview(&read(file.as_bytes()).unwrap());
    let refused: Vec<_> = found.refused.iter().map(|row| (row.line, row.reason)).collect();
    assert_eq!(refused, [(5, Reason::Date), (7, Reason::Date)]);
    assert_eq!(found.sets, 1);
}

#[test]
fn the_same_file_on_another_clock_is_the_same_sessions_on_the_days_they_have() {
    let import = |zone: fn(i64) -> i32| {
        let log = Reader::new(decode(LIFTOSAUR).unwrap()).unwrap().in_zone(zone).finish().unwrap();
        log.import(&OwnExercises::default(), &answered(&log, Some(MassUnit::Kilograms))).unwrap()
    };
    let (berlin, los_angeles) = (import(|_| 60), import(|_| -480));
    let mut book = Logbook::default();
    berlin.enter(&mut book);
    let before = book.clone();
    assert_eq!(los_angeles.months(&book.log), [berlin.sessions[0].day.month()], "the month it stands in");
    assert_eq!(los_angeles.enter(&mut book).sessions(), 0);
    assert_eq!(book, before);
    // What was deleted stays so, whichever day the file gives it now.
    book.log.delete(berlin.sessions[0].id, 1_800_000_000_000);
    los_angeles.enter(&mut book);
    assert!(book.log.is_empty());
    // A file that has grown since: the longer session, and still one, on its day.
    berlin.enter({
        book = Logbook::default();
        &mut book
    });
    let mut grown = los_angeles;
    grown.sessions[0].edited_at += 1;
    grown.sessions[0].note = "one more".into();
    assert_eq!(grown.enter(&mut book).sessions(), 1);
    let stands: Vec<_> = book.log.sessions().map(|s| (s.day, s.note.as_str())).collect();
    assert_eq!(stands, [(berlin.sessions[0].day, "one more")]);
}

#[test]
fn a_moment_in_utc_has_the_offset_of_its_own_day() {
    // Summer time in Berlin, read in winter: 22:30 UTC on 30 June is the 1st of July there.
    let berlin = |millis| if millis < 1_792_976_400_000 { 120 } else { 60 };
    let text = String::from_utf8(LIFTOSAUR.to_vec()).unwrap();
    let summer = text.replace("2026-03-01T01:30", "2026-06-30T22:30");
    assert_ne!(text, summer);
    assert_eq!(in_zone(summer.as_bytes(), berlin)[0].day.to_string(), "2026-07-01");
    let winter = text.replace("2026-03-01T01:30", "2026-11-30T22:30");
    assert_eq!(in_zone(winter.as_bytes(), berlin)[0].day.to_string(), "2026-11-30");
}

#[test]
fn blocks_are_told_by_their_heads_however_many_commas_their_name_has() {
    let file = "Legs, glutes, calves;2026-02-19 4:54 h;1:02 hr\n\"1. Leg Press · Machine\"\n#;KG;REPS;RIR\n1;100;8;1\n";
    let found = preview(&read(file.as_bytes()).unwrap());
    assert_eq!((found.app, found.sets, found.refused.len()), (App::AlphaProgression, 1, 0));
    assert_eq!(import(file.as_bytes(), None).sessions[0].name, "Legs, glutes, calves");
}
