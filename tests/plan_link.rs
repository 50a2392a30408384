//! Links and calendar files: what goes in comes out, and what was tampered with changes nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod forged;

use forged::forged;
use legwork::domain::anatomy::{Credit, Function, Muscle};
use legwork::domain::athlete::{Experience, NAME_MAX, Profile, ProfileDraft, TrainingDays, WEEK};
use legwork::domain::calendar::Day;
use legwork::domain::exercise::{CATALOGUE, CustomExercise, ExerciseId, Kit, OwnExercises};
use legwork::domain::id::PlanId;
use legwork::domain::plan::calendar_file::{Entry, file};
use legwork::domain::plan::check::{Finding, check};
use legwork::domain::plan::generate::{PlanLimits, Request, generate};
use legwork::domain::plan::link::{LinkError, decode, encode};
use legwork::domain::plan::sample::sample_leg_day;
use legwork::domain::plan::{Finisher, Phase, Plan, PlannedSession, PlannedWeek, Prescription};
use legwork::domain::units::{Minutes, Rir, Seconds};
use proptest::prelude::*;

fn id() -> PlanId {
    PlanId::new(7, [3; 10])
}

fn today() -> Day {
    Day::parse("2026-11-16").unwrap()
}

/// Any plan that could be edited together, exercises of the person's own among them.
fn plans() -> impl Strategy<Value = Plan> {
    let one =
        (0..CATALOGUE.len() + 5, 1_u8..=10, 1_u8..40, 0_u8..11, (0_i64..6, 0_i64..5), 0_i64..600, 0_u16..400)
            .prop_map(|(row, sets, low, more, (rir, wide), rest, drop)| Prescription {
                exercise: match CATALOGUE.get(row) {
                    Some(row) => ExerciseId::from(row),
                    None => ExerciseId::parse(&format!("own-lift-{row}")).unwrap(),
                },
                sets,
                reps: (low, (low + more).min(50)),
                rir: (Rir::saturating(rir), Rir::saturating(rir + wide)),
                rest: Seconds::saturating(rest),
                paired_with: None,
                finisher: match drop {
                    201.. => Some(Finisher::Drop { per_mille: drop, times: 1 + (drop % 2) as u8 }),
                    161.. => Some(Finisher::RestPause { pause: 20, bouts: 1 + (drop % 4) as u8 }),
                    121.. => Some(Finisher::MyoReps { pause: 15, minis: 1 + (drop % 5) as u8, reps: 4 }),
                    81.. => Some(Finisher::Partials { reps: 1 + (drop % 9) as u8 }),
                    41.. => Some(Finisher::Tempo { down: 3, pause: (drop % 2) as u8, up: 1 }),
                    _ => None,
                },
            });
    let session = (prop::collection::vec(one, 0..12), any::<bool>(), 0_i64..30, 0_i64..30);
    let week = (0_usize..3, prop::collection::vec(session, 1..5));
    (prop::collection::vec(week, 1..9), 0_i64..40_000).prop_map(|(weeks, starts)| {
        let mut all = Vec::new();
        for (phase, sessions) in weeks {
            let sessions = sessions.into_iter().enumerate().map(|(at, (list, pair, warm, cool))| {
                let mut exercises: Vec<Prescription> = Vec::new();
                for one in list {
                    if !exercises.iter().any(|known| known.exercise == one.exercise) {
                        exercises.push(one);
                    }
                }
                if pair && exercises.len() > 2 {
                    let last = exercises.len() - 1;
                    exercises[0].paired_with = Some(last as u8);
                    exercises[last].paired_with = Some(0);
                }
                PlannedSession {
                    weekday: WEEK[at],
                    exercises,
                    warm_up: Minutes::saturating(warm),
                    cool_down: Minutes::saturating(cool),
                }
            });
            let phase = [Phase::Entry, Phase::Working, Phase::Deload][phase];
            all.push(PlannedWeek { phase, sessions: sessions.collect() });
        }
        Plan { id: id(), created: today(), starts: Day::EPOCH.plus(starts), weeks: all, compromises: vec![] }
    })
}

fn own() -> OwnExercises {
    let mut own = OwnExercises::default();
    for row in CATALOGUE.len()..CATALOGUE.len() + 5 {
        let id = ExerciseId::parse(&format!("own-lift-{row}")).unwrap();
        let credit = Credit::of(&[(Function::Vasti, 2), (Function::GluteusMaximus, 1)]);
        own.list.insert(
            id.clone(),
            CustomExercise { id, name: format!("Lift № {row}"), credit, like: None, hidden: false },
        );
    }
    own
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_plan_comes_out_of_its_link_as_it_went_in(plan in plans()) {
        let own = own();
        let text = encode(&plan, &own);
        prop_assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        let shared = decode(&text, id(), today());
        if text.len() > 8_000 {
            prop_assert_eq!(shared, Err(LinkError::TooLong));
        } else {
            let shared = shared.unwrap();
            prop_assert_eq!(&shared.plan, &plan);
            for custom in &shared.own {
                prop_assert_eq!(Some(custom), own.list.get(&custom.id));
            }
        }
    }

    #[test]
    fn a_changed_or_shortened_link_is_refused(plan in plans(), at in any::<prop::sample::Index>(), to in 0_u8..64) {
        let text = encode(&plan, &own());
        prop_assume!(text.len() <= 8_000);
        let mut bytes = text.clone().into_bytes();
        let at = 1 + at.index(bytes.len() - 1);
        let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        bytes[at] = digits[usize::from(to)];
        let changed = String::from_utf8(bytes).unwrap();
        if changed != text {
            prop_assert_eq!(decode(&changed, id(), today()), Err(LinkError::Damaged));
        }
        prop_assert_eq!(decode(&text[..at], id(), today()).unwrap_err(), LinkError::Damaged);
    }

    #[test]
    fn whatever_is_opened_is_answered(text in ".{0,200}", tail in "[A-Za-z0-9_-]{0,400}") {
        prop_assert!(decode(&text, id(), today()).is_err());
        let tail = format!("1{}", tail);
        prop_assert!(decode(&tail, id(), today()).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn a_forged_link_gives_a_sound_plan_or_none(bytes in prop::collection::vec(0_u8..40, 0..120)) {
        match decode(&forged(&bytes), id(), today()) {
            Ok(shared) => {
                for one in shared.plan.weeks.iter().flat_map(|w| &w.sessions).flat_map(|s| &s.exercises) {
                    prop_assert!((1..=10).contains(&one.sets) && one.reps.0 <= one.reps.1);
                }
            }
            Err(error) => {
                let known = error == LinkError::Damaged || error == LinkError::UnknownExercise;
                prop_assert!(known);
            }
        }
    }
}

#[test]
fn each_kind_of_bad_link_has_its_own_answer() {
    let text = encode(&sample_leg_day(id(), today(), today(), WEEK[0]), &OwnExercises::default());
    let newer = format!("2{}", &text[1..]);
    assert_eq!(decode(&newer, id(), today()), Err(LinkError::Newer));
    assert_eq!(decode("", id(), today()), Err(LinkError::NotALink));
    assert_eq!(decode("https://example.org", id(), today()), Err(LinkError::NotALink));
    assert_eq!(decode(&format!("1{}", "A".repeat(9_000)), id(), today()), Err(LinkError::TooLong));
    assert_eq!(decode(&format!("{text}%20"), id(), today()), Err(LinkError::Damaged));
    // One exercise of a code that nobody has, or none of this version.
    assert_eq!(decode(&forged(&[0, 1, 1, 0]), id(), today()), Err(LinkError::UnknownExercise));
}

#[test]
fn an_own_exercise_comes_along_by_a_name_as_long_as_a_name_may_be_and_by_no_longer_one() {
    let exercise = ExerciseId::parse("own-lift").unwrap();
    let mut plan = sample_leg_day(id(), today(), today(), WEEK[0]);
    plan.weeks[0].sessions[0].exercises[0].exercise = exercise.clone();
    let opened = |name: String| {
        let credit = Credit::of(&[(Function::Vasti, 2)]);
        let one = CustomExercise { id: exercise.clone(), name, credit, like: None, hidden: false };
        let mut own = OwnExercises::default();
        own.list.insert(exercise.clone(), one.clone());
        decode(&encode(&plan, &own), id(), today()).map(|shared| shared.own == [one])
    };
    assert_eq!(opened("ü".repeat(NAME_MAX)), Ok(true));
    assert_eq!(opened("u".repeat(NAME_MAX + 1)), Err(LinkError::Damaged));
    assert_eq!(opened("Lift\u{1b}[2J".into()), Err(LinkError::Damaged));
}

#[test]
fn four_sessions_of_ten_exercises_fit_two_thousand_characters() {
    let mut longest = 0;
    let one = |week: usize, at: usize| Prescription {
        exercise: ExerciseId::from(&CATALOGUE[at % CATALOGUE.len()]),
        // Everything that a ramp changes differs in every week.
        sets: 2 + ((week + at) % 4) as u8,
        reps: (5 + (at % 7) as u8, 12 + (at % 9) as u8),
        rir: (Rir::saturating(week as i64 % 5), Rir::saturating(5 + week as i64 % 5)),
        rest: Seconds::saturating(130 + at as i64),
        paired_with: Some(((at % 10) ^ 1) as u8),
        finisher: Some(Finisher::Drop { per_mille: 250, times: 2 }),
    };
    let weeks = (0..7).map(|week| PlannedWeek {
        phase: if week == 6 { Phase::Deload } else { Phase::Working },
        sessions: (0..4)
            .map(|session| PlannedSession {
                weekday: WEEK[session],
                exercises: (0..10).map(|place| one(week, session * 10 + place)).collect(),
                warm_up: Minutes::saturating(8),
                cool_down: Minutes::saturating(5),
            })
            .collect(),
    });
    let full =
        Plan { id: id(), created: today(), starts: today(), weeks: weeks.collect(), compromises: vec![] };
    let text = encode(&full, &OwnExercises::default());
    assert_eq!(decode(&text, id(), today()).unwrap().plan, full);
    longest = longest.max(text.len());
    let base = ProfileDraft { age: "30".into(), ..ProfileDraft::default() }.check().unwrap();
    for experience in [Experience::Novice, Experience::Intermediate, Experience::Advanced] {
        let profile = Profile {
            experience,
            days: TrainingDays::spread(4),
            minutes: Minutes::saturating(90),
            kit: Kit::ALL,
            ..base.clone()
        };
        let limits = PlanLimits::default();
        let request =
            Request { profile: &profile, limits, id: id(), today: today(), starts: today(), recent: None };
        longest = longest.max(encode(&generate(&request), &OwnExercises::default()).len());
    }
    println!("FIGURE plan.link.max_chars {longest} characters");
    assert!(longest <= 2_000, "{longest} characters");
}

#[test]
fn the_sample_leg_day_is_told_what_the_rules_think_of_it() {
    let base = ProfileDraft { age: "30".into(), ..ProfileDraft::default() }.check().unwrap();
    let profile = Profile { minutes: Minutes::saturating(90), ..base };
    let found = check(&sample_leg_day(id(), today(), today(), WEEK[0]), &profile, &OwnExercises::default());
    let has = |wanted: fn(&Finding) -> bool| found.iter().any(wanted);
    assert!(has(|f| matches!(f, Finding::SessionCap { muscle: Muscle::Quadriceps, .. })), "{found:?}");
    assert!(has(|f| matches!(f, Finding::Below { muscle: Muscle::Hamstrings, .. })));
    assert!(has(|f| matches!(f, Finding::Below { muscle: Muscle::Calves, .. })));
    assert!(has(|f| matches!(f, Finding::Coverage { function: Function::HipHamstrings, .. })));
    assert!(!has(|f| matches!(f, Finding::TooLong { .. })));
}

/// A reader of its own, by RFC 5545: unfolds, splits, unescapes.
fn events(text: &str) -> Vec<Vec<(String, String)>> {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets", line.len());
    }
    let unfolded = text.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.trim_end().split("\r\n").collect();
    assert_eq!((lines[0], lines[lines.len() - 1]), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    let mut all = Vec::new();
    let mut open: Option<Vec<(String, String)>> = None;
    for line in lines {
        match line {
            "BEGIN:VEVENT" => assert!(open.replace(Vec::new()).is_none()),
            "END:VEVENT" => all.push(open.take().unwrap()),
            _ => {
                let (name, value) = line.split_once(':').unwrap();
                let value = value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";");
                if let Some(event) = &mut open {
                    event.push((name.to_owned(), value.replace("\\\\", "\\")));
                }
            }
        }
    }
    all
}

#[test]
fn the_calendar_file_has_a_day_for_every_session_and_keeps_its_words() {
    let plan = sample_leg_day(id(), today(), today(), WEEK[2]);
    let long = "Kniebeugen; 4 × 6–10, schwer\nDann Beinpresse \\ Strecker ".repeat(4);
    let text = file(&plan, 1_795_240_000_000, |slot, session| {
        let title = format!("Legs {} · {}", slot.week, session.exercises.len());
        (slot.week != 3).then(|| Entry { title, text: long.clone() })
    });
    let events = events(&text);
    assert_eq!(events.len(), 5);
    let of = |event: &[(String, String)], name: &str| {
        event.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap()
    };
    assert_eq!(of(&events[0], "DTSTART;VALUE=DATE"), "20261118");
    assert_eq!(of(&events[0], "DTEND;VALUE=DATE"), "20261119");
    assert_eq!(of(&events[4], "DTSTART;VALUE=DATE"), "20261223");
    assert_eq!(of(&events[0], "DTSTAMP"), "20261121T054640Z");
    assert_eq!(of(&events[0], "DESCRIPTION"), long);
    let mut names: Vec<String> = events.iter().map(|event| of(event, "UID")).collect();
    names.dedup();
    assert_eq!(names.len(), 5);
}
