//! The log as tables that leave, and their way back; formulas made harmless and brought back.

use super::arbitrary;
use super::{answered, id, lines};
use legwork::domain::anatomy::Credit;
use legwork::domain::exercise::{CATALOGUE, CustomExercise, ExerciseId, OwnExercises};
use legwork::domain::id::SessionId;
use legwork::domain::logbook::Logbook;
use legwork::domain::settings::MassUnit;
use legwork::domain::training::{
    Done, Effort, ExerciseWork, Session, SetEntry, SetKind, Side, Source, StopReason, TrainingLog,
};
use legwork::domain::units::{Kg, Reps, Rir, Seconds};
use legwork::exchange::{
    Answers, App, Imported, UnitFound, accounted, as_strong, decode, read, take_back, taken, whole_log,
};
use proptest::prelude::*;

fn custom(id: &ExerciseId, name: &str) -> CustomExercise {
    CustomExercise { id: id.clone(), name: name.to_owned(), credit: Credit::NONE, like: None, hidden: false }
}

/// The person's exercises with every slug of a log known.
fn knowing(log: &TrainingLog, mut own: OwnExercises) -> OwnExercises {
    for work in log.sessions().flat_map(|session| &session.exercises) {
        if work.exercise.built_in().is_none() && !own.list.contains_key(&work.exercise) {
            own.list.insert(work.exercise.clone(), custom(&work.exercise, work.exercise.as_str()));
        }
    }
    own
}

fn back(text: &str, own: &OwnExercises) -> Imported {
    let log = read(text.as_bytes()).unwrap();
    let found = log.preview(own, &Answers::default());
    assert_eq!((found.app, accounted(&found)), (App::Legwork, found.rows));
    assert_eq!((found.refused.as_slice(), found.asked().count()), (&[][..], 0));
    log.import(own, &Answers::default()).unwrap()
}

/// What every set of a session is, the exercises with the sets they have.
fn worked(session: &Session) -> Vec<(ExerciseId, Vec<SetEntry>)> {
    let done = session.exercises.iter().filter(|work| !work.sets.is_empty());
    done.map(|work| (work.exercise.clone(), work.sets.clone())).collect()
}

/// A log with something in every column.
fn log() -> TrainingLog {
    let mut log = TrainingLog::default();
    for number in 0..40_i64 {
        let day = legwork::domain::calendar::Day::parse("2026-01-05").unwrap().plus(number * 3);
        let started_at = day.number() * 86_400_000 + 61_234_567 + number * 977;
        let effort = |halves, confirmed| Effort { rir: Rir::try_new(halves).ok(), confirmed };
        let set = |grams: i64, reps: i64, effort| {
            SetEntry::work(Kg::saturating(grams), Reps::saturating(reps), effort)
        };
        let row = &CATALOGUE[(number as usize * 7) % CATALOGUE.len()];
        let work = |exercise: ExerciseId, sets: Vec<SetEntry>, note: &str| ExerciseWork {
            exercise,
            sets,
            note: note.to_owned(),
            pain: legwork::domain::safety::Pain::said(
                legwork::domain::safety::PainScore::try_new(number % 11).ok().filter(|_| number % 2 == 0),
                number % 3 == 0,
            ),
        };
        let warm = SetEntry { kind: SetKind::WarmUp, ..set(40_000, 10, Effort::default()) };
        let drop = SetEntry { kind: SetKind::Drop, side: Side::Left, ..set(30_000, 9, effort(0, true)) };
        let hold = SetEntry {
            done: Done::Timed { seconds: Seconds::saturating(45), metres: 20 },
            stop: Some(StopReason::Breath),
            ..set(0, 1, Effort::default())
        };
        log.record(Session {
            id: SessionId::new(started_at, [number as u8; 10]),
            day,
            started_at,
            lasted: Seconds::try_new(3_600 + number).ok(),
            name: if number % 3 == 0 { "=HYPERLINK(\"http://a\")".into() } else { String::new() },
            slot: None,
            exercises: vec![
                work(ExerciseId::from(row), vec![warm, set(102_058, 5, effort(3, true)), drop], "-1+2"),
                work(id("own-sled"), vec![set(82_500, 8, effort(4, false))], "'@SUM(A1)"),
                work(ExerciseId::from(row), vec![hold], ""),
            ],
            note: "two\nlines, \"quoted\"; ü 木".into(),
            edited_at: started_at + 3_600_000,
            source: Source::Legwork,
        });
    }
    log
}

#[test]
fn the_table_of_sets_comes_back_as_the_same_sessions() {
    let (log, mut own) = (log(), OwnExercises::default());
    own.list.insert(id("own-sled"), custom(&id("own-sled"), "+Sled"));
    let imported = back(&whole_log(&log, &own), &own);
    let mut ours: Vec<Session> = log.sessions().cloned().collect();
    ours.sort_by_key(|session| session.started_at);
    let theirs: Vec<Session> = imported
        .sessions
        .iter()
        .cloned()
        .zip(&ours)
        .map(|(session, mine)| Session { edited_at: mine.edited_at, ..session })
        .collect();
    assert_eq!(theirs, ours);
    // Into the log it came from it changes nothing.
    let mut book = Logbook { log: log.clone(), exercises: own, ..Logbook::default() };
    let before = book.clone();
    let change = imported.enter(&mut book);
    assert_eq!((book == before, change.sessions()), (true, 0));
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let (log, mut own) = (log(), OwnExercises::default());
    own.list.insert(id("own-sled"), custom(&id("own-sled"), "+Sled"));
    for text in [whole_log(&log, &own), as_strong(&log, &own, MassUnit::Pounds, |_| 0)] {
        let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let mut marked = 0;
        for row in table.records() {
            for cell in &row.unwrap() {
                let number =
                    cell.starts_with('-') && cell[1..].chars().all(|c| c.is_ascii_digit() || c == '.');
                assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
                marked += usize::from(cell.starts_with('\''));
            }
        }
        assert!(marked > 40, "{marked}");
    }
}

#[test]
fn an_own_exercise_keeps_its_slug_on_another_device() {
    let mut own = OwnExercises::default();
    own.list.insert(id("own-sled"), custom(&id("own-sled"), "Sled"));
    let found = read(whole_log(&log(), &own).as_bytes()).unwrap();
    let answers = answered(&found, None);
    let imported = found.import(&OwnExercises::default(), &answers).unwrap();
    assert_eq!(imported.own.list.get(&id("own-sled")).map(|own| own.name.as_str()), Some("Sled"));
    assert_eq!(worked(&imported.sessions[0]), worked(log().sessions().next().unwrap()));
}

#[test]
fn a_name_of_two_lines_leaves_on_one() {
    let mut session = log().sessions().next().unwrap().clone();
    session.name = "Legs\nheavy".into();
    let mut log = TrainingLog::default();
    log.record(session);
    let own = knowing(&log, OwnExercises::default());
    assert_eq!(back(&whole_log(&log, &own), &own).sessions[0].name, "Legs heavy");
}

#[test]
fn another_apps_table_is_read_by_our_own_reader_in_either_unit() {
    let (log, own) = (log(), OwnExercises::default());
    let mut units = Vec::new();
    for unit in [MassUnit::Kilograms, MassUnit::Pounds] {
        let text = as_strong(&log, &own, unit, |_| 60);
        let found = read(text.as_bytes()).unwrap();
        let preview = super::preview(&found);
        assert_eq!((preview.app, preview.refused.len()), (App::Strong, 0));
        assert_eq!((preview.sessions, accounted(&preview)), (40, preview.rows));
        assert!(matches!(preview.unit, UnitFound::Ask { .. }));
        let mut answers = answered(&found, Some(unit));
        answers.distance = Some(match unit {
            MassUnit::Kilograms => legwork::exchange::DistanceUnit::Kilometres,
            MassUnit::Pounds => legwork::exchange::DistanceUnit::Miles,
        });
        units.push(found.import(&OwnExercises::default(), &answers).unwrap().sessions);
    }
    let ours: Vec<&Session> = log.sessions().collect();
    for (metric, mine) in units[0].iter().zip(&ours) {
        assert_eq!(
            (metric.day, metric.lasted, metric.note.as_str()),
            (mine.day, mine.lasted, mine.note.as_str())
        );
        let name = if mine.name.is_empty() { "Legs" } else { mine.name.as_str() };
        assert_eq!(metric.name, name);
        // 17:00:34 of a clock an hour ahead.
        let local = mine.started_at / 1000 + 3_600;
        assert_eq!(metric.started_at / 1000, local);
        let rows = lines(metric);
        assert!(rows.iter().any(|row| row.ends_with("102058 5 Work 1.5")), "{rows:?}");
        assert!(rows.iter().any(|row| row.ends_with("30000 9 Drop 0")), "{rows:?}");
        assert!(rows.iter().any(|row| row.ends_with("0 45s/20m Work -")), "{rows:?}");
        // Effort the person did not state does not leave as if they had.
        assert!(rows.iter().any(|row| row == "own-own-sled 82500 8 Work -"), "{rows:?}");
    }
    for (metric, imperial) in units[0].iter().zip(&units[1]) {
        for (one, other) in sets(metric).zip(sets(imperial)) {
            assert!(one.load.grams().abs_diff(other.load.grams()) <= 3, "{one:?} {other:?}");
            assert_eq!((one.done, one.effort, one.kind), (other.done, other.effort, other.kind));
        }
    }
}

fn sets(session: &Session) -> impl Iterator<Item = &SetEntry> {
    session.exercises.iter().flat_map(|work| &work.sets)
}

#[test]
fn a_whole_import_can_be_taken_back_and_nothing_else() {
    let file = include_bytes!("../fixtures/strong/strong-export.csv");
    let imported = super::import(file, Some(MassUnit::Kilograms));
    let mut book = Logbook { log: log(), ..Logbook::default() };
    book.exercises.list.insert(id("own-sled"), custom(&id("own-sled"), "Sled"));
    let before = book.clone();
    let change = imported.enter(&mut book);
    assert_eq!((change.sessions(), book.log.len()), (129, 169));
    let entered = book.clone();
    // At once, with something logged in a month of the import meanwhile.
    let mut later = book.log.sessions().find(|session| session.source == Source::Strong).unwrap().clone();
    later.id = SessionId::new(1, [9; 10]);
    later.source = Source::Legwork;
    later.exercises = Vec::new();
    book.log.record(later.clone());
    change.undo(&mut book);
    let mut wanted = before.clone();
    wanted.log.record(later);
    assert_eq!(book, wanted);
    // Long after, by the app.
    let mut book = entered.clone();
    let here = taken(&book.log);
    assert_eq!((here.len(), here[0].app, here[0].sessions), (1, App::Strong, 129));
    assert_eq!(
        (here[0].first.to_string(), here[0].last.to_string()),
        ("2021-02-10".into(), "2021-12-22".into())
    );
    let change = take_back(&mut book, App::Strong);
    assert_eq!(book, before);
    assert_eq!(change.sessions(), 129);
    change.undo(&mut book);
    assert_eq!(book, entered);
    // And the same file may come again.
    take_back(&mut book, App::Strong);
    imported.enter(&mut book);
    assert_eq!(book, entered);
}

#[test]
fn an_exercise_that_something_else_needs_stays_when_an_import_is_taken_back() {
    let file = include_bytes!("../fixtures/strong/2016-kg.csv");
    let imported = super::import(file, None);
    let mut book = Logbook::default();
    imported.enter(&mut book);
    let mut mine = log().sessions().next().unwrap().clone();
    mine.exercises[0].exercise = id("own-running");
    book.log.record(mine);
    take_back(&mut book, App::Strong);
    assert!(book.exercises.list.contains_key(&id("own-running")) && book.exercises.names.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_log_at_all_comes_back_with_the_same_sets(mut log in arbitrary::log()) {
        // What nobody does: a set of no time, one of more than a thousand kilometres, a session of no time or of
        // more than half a day.
        let mut tame = TrainingLog::default();
        for mut session in log.sessions().cloned() {
            session.lasted = session.lasted.filter(|lasted| (1..=43_200).contains(&lasted.get()));
            for set in session.exercises.iter_mut().flat_map(|work| &mut work.sets) {
                if let Done::Timed { seconds, metres } = &mut set.done {
                    *seconds = Seconds::saturating(i64::from(seconds.get().max(1)));
                    *metres %= 1_000_000;
                }
            }
            tame.record(session);
        }
        log = tame;
        let own = knowing(&log, OwnExercises::default());
        let text = whole_log(&log, &own);
        prop_assume!(text.lines().count() > 1);
        let imported = back(&text, &own);
        let log_back = imported.log();
        for session in log.sessions().filter(|session| session.exercises.iter().any(|work| !work.sets.is_empty())) {
            let theirs = log_back.sessions().find(|theirs| theirs.id == session.id);
            let theirs = theirs.map(|theirs| (worked(theirs), theirs.day, theirs.lasted, theirs.source));
            prop_assert_eq!(theirs, Some((worked(session), session.day, session.lasted, session.source)));
        }
        prop_assert!(decode(as_strong(&log, &own, MassUnit::Pounds, |_| -480).as_bytes()).is_ok());
    }

    #[test]
    fn every_text_comes_back_from_a_cell(name in "[='+@ \t'-]{0,4}[a-z1]{0,3}", note in "\\PC{0,30}") {
        let mut log = TrainingLog::default();
        let mut session = self::log().sessions().next().unwrap().clone();
        session.name = name.trim().to_owned();
        session.note = note.trim().to_owned();
        log.record(session.clone());
        let own = knowing(&log, OwnExercises::default());
        let theirs = back(&whole_log(&log, &own), &own).sessions.remove(0);
        prop_assert_eq!((theirs.name, theirs.note), (session.name, session.note));
    }
}
