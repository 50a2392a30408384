//! Other apps' files and our own table. A file that is not the app's gets one of its headers, so that no time is lost
//! on headers alone; those are `any`'s.

use legwork::archive::{export, read as read_archive};
use legwork::domain::calendar::{Day, Now};
use legwork::domain::exercise::OwnExercises;
use legwork::domain::logbook::Logbook;
use legwork::domain::settings::MassUnit;
use legwork::domain::training::TrainingLog;
use legwork::exchange::{
    Answers, App, Decision, DistanceUnit, FileError, ForeignLog, Imported, Origin, Preview, Reader,
    accounted, as_strong, decode, read, take_back, whole_log,
};

const STRONG: [&str; 4] = [
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE",
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes",
    "\"Workout #\";\"Date\";\"Workout Name\";\"Duration (sec)\";\"Exercise Name\";\"Set Order\";\"Weight (kg)\";\"Reps\";\"RPE\"",
    "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,Sekunden,Notizen",
];
const HEVY: [&str; 2] = [
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe",
    "title,start_time,end_time,exercise_title,set_type,weight_kg,weight_lbs,reps,distance_miles,rpe",
];
const FITNOTES: [&str; 3] = [
    "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time",
    "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment",
    "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind",
];
const LIFTOSAUR: [&str; 1] = [
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Completed Reps,Completed RPE,Completed Weight Value,Completed Weight Unit,Notes",
];
const LIFTLOG: [&str; 1] = ["SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,TargetReps,Notes"];
const FITBOD: [&str; 2] =
    ["Date,Exercise,Sets,Reps,Weight,isWarmup,Note", "Date,Exercise,Sets,Reps,Weight(kg),isWarmup,Note"];
const ALPHA: [&str; 2] = [
    "\"Legs\";\"2026-02-19 16:54 h\";\"1:02 hr\"\n\"1. Squat · Barbell · 8 reps\"\n#;KG;REPS;RIR",
    "\"Legs\";\"2026-02-19 4:54 h\";\"45 min\"\n\"1. Hack Squats · Machine\";\"WU1 · 37,5 kg · 9 reps<br>WU2\"\n#;LB;REPS",
];

pub fn strong(bytes: &[u8]) {
    of(App::Strong, &STRONG, bytes);
}

pub fn hevy(bytes: &[u8]) {
    of(App::Hevy, &HEVY, bytes);
}

pub fn fitnotes(bytes: &[u8]) {
    of(App::FitNotes, &FITNOTES, bytes);
}

pub fn liftosaur(bytes: &[u8]) {
    of(App::Liftosaur, &LIFTOSAUR, bytes);
}

pub fn liftlog(bytes: &[u8]) {
    of(App::LiftLog, &LIFTLOG, bytes);
}

pub fn fitbod(bytes: &[u8]) {
    of(App::Fitbod, &FITBOD, bytes);
}

pub fn alpha(bytes: &[u8]) {
    of(App::AlphaProgression, &ALPHA, bytes);
}

/// Our own table.
pub fn own(bytes: &[u8]) {
    let head = whole_log(&TrainingLog::default(), &OwnExercises::default());
    of(App::Legwork, &[head.trim_end()], bytes);
}

/// Any file at all: told apart by what is in it.
pub fn any(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let origin = Origin::of(text);
        assert_eq!(origin == Some(Origin::Json), text.trim_start().starts_with(['{', '[']));
    }
    taken(bytes);
}

/// Bytes as an app's file: as they are if they are one, with one of its headers in place of their first line if not.
fn of(app: App, heads: &[&str], bytes: &[u8]) {
    if taken(bytes) == Some(app) {
        return;
    }
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(0);
    let head = heads[end % heads.len()];
    let text = [head.as_bytes(), b"\n", bytes.get(end + 1..).unwrap_or_default()].concat();
    let found = taken(&text);
    // The rows may say that the file is no text, or is blocks; they do not make it another app's table.
    assert!(found.is_none_or(|found| found == app || found == App::AlphaProgression), "{found:?}");
}

/// Takes a file in, and says whose it is.
fn taken(bytes: &[u8]) -> Option<App> {
    // Lines end in one of two bytes, whatever the encoding.
    let lines = 1 + bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    let log = match read(bytes) {
        Ok(log) => log,
        Err(FileError::Damaged { line }) => {
            assert!((1..=lines).contains(&(line as usize)), "line {line} of {lines}");
            return None;
        }
        Err(_) => return None,
    };
    let own = OwnExercises::default();
    let first = log.preview(&own, &Answers::default());
    assert_eq!(accounted(&first), first.rows, "before anything is answered");
    // One unit a text: both would be each of them half as often.
    let unit = if bytes.len().is_multiple_of(2) { MassUnit::Kilograms } else { MassUnit::Pounds };
    let answers = answered(&first, unit);
    let found = log.preview(&own, &answers);
    assert_eq!(accounted(&found), found.rows, "every row ends in one bin");
    assert!(found.leg_sets <= found.sets && found.repeats <= found.sets + found.warm_ups);
    for refused in &found.refused {
        assert!((1..=lines).contains(&(refused.line as usize)), "line {} of {lines}", refused.line);
    }
    let imported = log.import(&own, &answers).expect("every question is answered");
    assert_eq!(imported.refused, found.refused);
    assert_eq!(imported.sessions.len(), found.sessions);
    let sets = imported.sessions.iter().flat_map(|session| &session.exercises).map(|work| work.sets.len());
    assert_eq!(sets.sum::<usize>(), found.sets + found.warm_ups);
    entered(&imported, first.app);
    in_steps(bytes, &log);
    Some(first.app)
}

/// Answers every question: suggestions taken, what has to be chosen as other work.
fn answered(preview: &Preview, unit: MassUnit) -> Answers {
    let mut names = preview.proposals();
    for found in preview.asked() {
        names.add(found.name.clone(), Decision::Other);
    }
    Answers { weight: Some(unit), distance: Some(DistanceUnit::Kilometres), names }
}

/// Twice is once, what was taken in is stored and read as the same, it can be taken back, and it can leave.
fn entered(imported: &Imported, app: App) {
    let mut book = Logbook::default();
    let change = imported.enter(&mut book);
    let once = book.clone();
    assert_eq!((imported.enter(&mut book).sessions(), &book), (0, &once), "the same file twice");
    let file = export(&book, Now { day: Day::EPOCH, millis: 0, offset_minutes: 0 });
    assert_eq!(read_archive(&file).as_ref(), Ok(&book), "what is taken in can be kept");
    let mut undone = book.clone();
    change.undo(&mut undone);
    assert_eq!(undone, Logbook::default());
    let table = whole_log(&book.log, &book.exercises);
    if table.lines().count() > 1 {
        let leaving = read(table.as_bytes()).expect("our own table is read");
        let back = leaving.import(&book.exercises, &Answers::default()).expect("nothing is asked");
        assert!(back.refused.is_empty(), "{:?}", back.refused);
        let sets = |log: &TrainingLog| {
            let works = log.sessions().flat_map(|session| &session.exercises);
            works.flat_map(|work| work.sets.iter().cloned()).collect::<Vec<_>>()
        };
        assert_eq!(sets(&back.log()), sets(&book.log), "what left comes back");
    }
    decode(as_strong(&book.log, &book.exercises, MassUnit::Pounds, |_| -480).as_bytes()).expect("text");
    if app != App::Legwork {
        take_back(&mut book, app);
        assert_eq!(book.log, TrainingLog::default());
    }
}

/// Read in steps it is the same.
fn in_steps(bytes: &[u8], log: &ForeignLog) {
    let mut reader = Reader::new(decode(bytes).expect("text")).expect("read before");
    let rows = 1 + bytes.len() % 5;
    while !reader.step(rows).expect("read before").finished {}
    assert_eq!(&reader.finish().expect("read before"), log);
}
