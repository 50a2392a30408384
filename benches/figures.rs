//! Native figures, measured now: `FIGURE name value unit`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use legwork::domain::anatomy::Muscle;
use legwork::domain::athlete::{Care, Cautions, Experience, Profile, ProfileDraft, TrainingDays};
use legwork::domain::calendar::Day;
use legwork::domain::exercise::{CATALOGUE, ExerciseId, Joint, Kit, OwnExercises};
use legwork::domain::id::{PlanId, SessionId};
use legwork::domain::logbook::Logbook;
use legwork::domain::plan::Plans;
use legwork::domain::plan::check::check;
use legwork::domain::plan::edit::{Edit, Scope, Value, apply};
use legwork::domain::plan::generate::{PlanLimits, Request, generate};
use legwork::domain::settings::Counting;
use legwork::domain::training::{Done, Effort, ExerciseWork, Session, SetEntry, Source, TrainingLog};
use legwork::domain::units::{Kg, Minutes, Reps, Rir, Seconds};
use legwork::domain::volume;
use legwork::exchange::{Answers, Decision, accounted, read};
use std::time::Instant;

/// A log of so many days with five sessions a week of twenty sets.
fn log_of(days: i64) -> TrainingLog {
    let mut log = TrainingLog::default();
    let first = Day::EPOCH.plus(17_000);
    for number in (0..days).filter(|day| day % 7 < 5) {
        let day = first.plus(number);
        let started_at = day.number() * 86_400_000 + 61_234_000 + number * 977;
        let exercises = (0..6)
            .map(|place| {
                let row = &CATALOGUE[((number * 3 + place * 7) as usize) % CATALOGUE.len()];
                let count = if place < 2 { 4 } else { 3 };
                let sets = (0..count)
                    .map(|set| {
                        let load = Kg::saturating(40_000 + (number / 14 % 40) * 2_500 + place * 5_000);
                        let reps = Reps::saturating(12 - set);
                        let rir = Rir::try_new((set * 2 + number) % 7).ok();
                        SetEntry::work(load, reps, Effort { rir, confirmed: (set + number) % 3 != 0 })
                    })
                    .collect();
                ExerciseWork { exercise: ExerciseId::from(row), sets, note: String::new(), pain: None }
            })
            .collect();
        let id = SessionId::new(started_at, [(number % 251) as u8; 10]);
        log.record(Session {
            id,
            day,
            started_at,
            lasted: Seconds::try_new(3_600 + number % 900).ok(),
            name: String::new(),
            slot: None,
            exercises,
            note: String::new(),
            edited_at: started_at + 3_600_000,
            source: Source::Legwork,
        });
    }
    log
}

fn sets_of(log: &TrainingLog) -> usize {
    let sets = log.sessions().flat_map(|s| &s.exercises).flat_map(|e| &e.sets);
    sets.filter(|set| matches!(set.done, Done::Reps(_))).count()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn figure(name: &str, value: f64, unit: &str) {
    println!("FIGURE {name} {value:.2} {unit}");
}

/// One change to a plan with all its checks: what a person waits for while editing.
fn edit_check(base: &Profile) {
    let profile = Profile { days: TrainingDays::spread(4), kit: Kit::ALL, ..base.clone() };
    let (id, today, own) = (PlanId::new(1, [0; 10]), Day::EPOCH, OwnExercises::default());
    let limits = PlanLimits::default();
    let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
    let exercise = plan.weeks[0].sessions[0].exercises[0].exercise.clone();
    let runs = (0..250_u8).map(|run| {
        let start = Instant::now();
        let value = Value::Sets(2 + run % 4);
        let edit = Edit::Set { session: 0, exercise: exercise.clone(), value };
        let changed = apply(&plan, Scope::From(0), &edit).expect("the exercise is there");
        std::hint::black_box(check(&changed, &profile, &own));
        start.elapsed().as_secs_f64() * 1e3
    });
    let mut times: Vec<f64> = runs.collect();
    times.sort_by(f64::total_cmp);
    figure("plan.edit_check_ms", times[times.len() * 99 / 100], "ms");
}

/// A log of ten thousand rows from its bytes to its place in a logbook.
fn import_speed() {
    let mut file =
        "title,start_time,end_time,exercise_title,exercise_notes,set_index,set_type,weight_kg,reps,rpe\n"
            .to_owned();
    let names = ["Squat (Barbell)", "Leg Press (Machine)", "Bench Press (Barbell)", "Lunge (Dumbbell)"];
    for row in 0..10_000_i64 {
        let (session, name) = (row / 20, names[(row / 5 % 4) as usize]);
        let (day, year) = (session % 28 + 1, 2020 + session / 28);
        let weight = 50 + row % 50;
        file.push_str(&format!(
            "Legs,\"{day} Mar {year}, 10:14\",\"{day} Mar {year}, 11:20\",{name},,0,normal,{weight}.5,10,8\n"
        ));
    }
    let runs = (0..9).map(|_| {
        let (start, own) = (Instant::now(), OwnExercises::default());
        let log = read(file.as_bytes()).expect("the file is Hevy's");
        let found = log.preview(&own, &Answers::default());
        let mut names = found.proposals();
        for asked in found.asked() {
            names.add(asked.name.clone(), Decision::Other);
        }
        let imported = log.import(&own, &Answers { names, ..Answers::default() }).expect("all is answered");
        imported.enter(&mut Logbook::default());
        start.elapsed().as_secs_f64() * 1e3
    });
    let millis = median(runs.collect());
    figure("import.ten_thousand_rows_ms", millis, "ms");
    figure("import.rows_per_s", 10_000.0 / millis * 1e3, "rows/s");
}

fn main() {
    import_speed();
    let sample =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/strong/strong-export.csv"));
    let found = read(&sample.expect("the sample is in the repository")).expect("the sample is Strong's");
    let preview = found.preview(&OwnExercises::default(), &Answers::default());
    figure("import.strong.rows_accounted", accounted(&preview) as f64, "rows");

    let base = ProfileDraft { age: "30".into(), ..ProfileDraft::default() }.check().expect("a valid form");
    let mut times = Vec::new();
    for (kit, sessions, minutes, level, joint) in
        (0..4_800).map(|n: usize| (n % 5, n / 5 % 4, n / 20 % 20, n / 400 % 3, n / 1_200))
    {
        let mut cautions = Cautions::default();
        if let Some(joint) = Joint::ALL.get(joint) {
            cautions.set(*joint, if (sessions + minutes) % 2 == 0 { Care::Avoid } else { Care::Careful });
        }
        let profile = Profile {
            kit: [Kit::ALL, Kit::GYM, Kit::HOME_BARBELL, Kit::DUMBBELLS, Kit::NONE][kit],
            days: TrainingDays::spread(sessions as u8 + 1),
            minutes: Minutes::saturating(25 + 5 * minutes as i64),
            cautions,
            experience: [Experience::Novice, Experience::Intermediate, Experience::Advanced][level],
            ..base.clone()
        };
        let start = Instant::now();
        let request = Request {
            profile: &profile,
            limits: PlanLimits::default(),
            id: PlanId::new(1, [0; 10]),
            today: Day::EPOCH,
            starts: Day::EPOCH,
            recent: None,
        };
        std::hint::black_box(generate(&request));
        times.push(start.elapsed().as_secs_f64() * 1e6);
    }
    times.sort_by(f64::total_cmp);
    figure("plan.generate.p50_us", times[times.len() / 2], "us");
    figure("plan.generate.p99_us", times[times.len() * 99 / 100], "us");

    edit_check(&base);

    let ten = log_of(3_650);
    let (own, plans) = (OwnExercises::default(), Plans::default());
    let today = Day::EPOCH.plus(17_000 + 3_650);
    let runs = (0..9).map(|_| {
        let start = Instant::now();
        let ledger = volume::ledger(&ten, &own, &[]);
        let week = legwork::domain::calendar::Week::of(today, chrono::Weekday::Mon);
        std::hint::black_box(volume::weekly(&ten, None, &own, week, Counting::Fractional, &ledger.judge));
        let source = volume::Source {
            ledger: &ledger,
            log: &ten,
            draft: None,
            plans: &plans,
            own: &own,
            today,
            starts_on: chrono::Weekday::Mon,
            counting: Counting::Fractional,
        };
        let quads = volume::Counted::Muscle(Muscle::Quadriceps);
        std::hint::black_box(volume::columns(&source, quads, volume::Span::AllTime, week));
        start.elapsed().as_secs_f64() * 1e3
    });
    let millis = median(runs.collect());
    figure("memos.sets", sets_of(&ten) as f64, "sets");
    figure("memos.ten_years_ms", millis, "ms");
}
