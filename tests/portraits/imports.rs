//! What the files of other apps become: what is said of them first, and every set that they bring.

use super::compare;
use legwork::domain::exercise::OwnExercises;
use legwork::domain::settings::MassUnit;
use legwork::domain::training::SetEntry;
use legwork::exchange::{Answers, Decision, DistanceUnit, Reader, decode};
use std::path::Path;

const FILES: [&str; 18] = [
    "alpha/kg.csv",
    "alpha/lb.csv",
    "fitbod/old.csv",
    "fitnotes/android-lbs.csv",
    "fitnotes/android-units.csv",
    "fitnotes/ios.csv",
    "hevy/kg.csv",
    "hevy/lbs.csv",
    "hevy/mixed.csv",
    "liftlog/plain.csv",
    "liftosaur/history.csv",
    "strong/2016-kg.csv",
    "strong/2026.csv",
    "strong/duration.csv",
    "strong/french.csv",
    "strong/german.csv",
    "strong/no-unit-rpe.csv",
    "strong/unit-columns.csv",
];

fn set(set: &SetEntry) -> String {
    let rir = set.effort.rir.map_or(String::new(), |rir| format!(" rir {}", rir.value()));
    format!("{:?} {} g {:?}{rir} {:?}", set.kind, set.load.grams(), set.done, set.side)
}

#[test]
fn every_file_brings_what_it_brought() {
    let own = OwnExercises::default();
    let mut lines = Vec::new();
    for name in FILES {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
        let text = decode(&std::fs::read(file).unwrap()).unwrap();
        let log = Reader::new(text).unwrap().in_zone(|_| 60).finish().unwrap();
        let found = log.preview(&own, &Answers::default());
        lines.push(format!("# {name}: {found:?}"));
        let mut names = found.proposals();
        for asked in found.asked() {
            names.add(asked.name.clone(), Decision::Other);
        }
        let answers =
            Answers { weight: Some(MassUnit::Pounds), distance: Some(DistanceUnit::Kilometres), names };
        let brought = log.import(&own, &answers).unwrap();
        for session in brought.sessions.iter().take(6) {
            lines.push(format!(
                "{} {} {:?} {} {:?} {}",
                session.day, session.started_at, session.lasted, session.name, session.note, session.id
            ));
            for work in &session.exercises {
                let sets: Vec<String> = work.sets.iter().map(set).collect();
                lines.push(format!("  {} {:?}: {}", work.exercise.as_str(), work.note, sets.join(", ")));
            }
        }
        lines.extend(brought.own.list.values().map(|one| format!("own {one:?}")));
    }
    compare("imports.txt", &lines);
}
