//! Other apps' files, whole, grown, broken and hostile, and the log as tables that leave; no browser, no storage.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

#[allow(dead_code)]
#[path = "../arbitrary/mod.rs"]
mod arbitrary;
mod every;
mod fitnotes;
mod hevy;
mod leaving;
mod others;
mod strong;

use legwork::domain::exercise::{ExerciseId, OwnExercises};
use legwork::domain::settings::MassUnit;
use legwork::domain::training::{Done, Session};
use legwork::exchange::{Answers, Decision, DistanceUnit, ForeignLog, Imported, Preview, read};

fn id(slug: &str) -> ExerciseId {
    ExerciseId::parse(slug).unwrap()
}

fn preview(log: &ForeignLog) -> Preview {
    log.preview(&OwnExercises::default(), &Answers::default())
}

/// Answers every question: units as given, suggestions taken, what has to be chosen as other work.
fn answered(log: &ForeignLog, weight: Option<MassUnit>) -> Answers {
    let preview = preview(log);
    let mut names = preview.proposals();
    for found in preview.asked() {
        names.add(found.name.clone(), Decision::Other);
    }
    Answers { weight, distance: Some(DistanceUnit::Kilometres), names }
}

fn import(bytes: &[u8], weight: Option<MassUnit>) -> Imported {
    let log = read(bytes).unwrap();
    log.import(&OwnExercises::default(), &answered(&log, weight)).unwrap()
}

/// A session in one line a set: `exercise grams reps|seconds/metres kind rir`.
fn lines(session: &Session) -> Vec<String> {
    let mut lines = Vec::new();
    for work in &session.exercises {
        for set in &work.sets {
            let done = match set.done {
                Done::Reps(reps) => reps.get().to_string(),
                Done::Timed { seconds, metres } => format!("{}s/{metres}m", seconds.get()),
            };
            let rir = set.effort.rir.map_or("-".into(), |rir| rir.value().to_string());
            assert_eq!(set.effort.confirmed, set.effort.rir.is_some());
            lines.push(format!(
                "{} {} {done} {:?} {rir}",
                work.exercise.as_str(),
                set.load.grams(),
                set.kind
            ));
        }
    }
    lines
}
