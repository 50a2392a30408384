//! Editing: every change can be taken back, keeps the plan sound, and its effects are told truly.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use chrono::Weekday;
use legwork::domain::anatomy::{Credit, Function, Muscle};
use legwork::domain::athlete::{Care, Experience, Profile, ProfileDraft, TrainingDays, WEEK};
use legwork::domain::calendar::Day;
use legwork::domain::exercise::{
    CATALOGUE, CustomExercise, ExerciseId, Item, Joint, Kit, Length, OwnExercises, OwnProblem, find,
};
use legwork::domain::id::PlanId;
use legwork::domain::plan::Finisher;
use legwork::domain::plan::check::{Finding, check};
use legwork::domain::plan::difference::{Change, difference};
use legwork::domain::plan::edit::{Edit, Editing, Refused, Scope, Value, apply, usual, usual_own};
use legwork::domain::plan::generate::{PlanLimits, Request, generate};
use legwork::domain::plan::swap::stand_ins;
use legwork::domain::plan::technique::{Offer, Technique, finishers, partners};
use legwork::domain::plan::why::{self, Choice, Rule};
use legwork::domain::plan::{Phase, Plan, PlannedSession, coverage, minutes};
use legwork::domain::units::{Minutes, Rir, Seconds};
use proptest::prelude::*;

fn profile() -> Profile {
    let base = ProfileDraft { age: "30".into(), ..ProfileDraft::default() }.check().unwrap();
    Profile { days: TrainingDays::spread(2), minutes: Minutes::saturating(75), ..base }
}

fn plan() -> Plan {
    planned(&profile())
}

fn planned(profile: &Profile) -> Plan {
    let day = Day::parse("2026-11-16").unwrap();
    let (limits, id) = (PlanLimits::default(), PlanId::new(1, [0; 10]));
    generate(&Request { profile, limits, id, today: day, starts: day, recent: None })
}

fn id(slug: &str) -> ExerciseId {
    ExerciseId::parse(slug).unwrap()
}

fn edits() -> impl Strategy<Value = (Scope, Edit)> {
    let exercise = || (0..CATALOGUE.len()).prop_map(|row| ExerciseId::from(&CATALOGUE[row]));
    let value = prop_oneof![
        (0_u8..12).prop_map(Value::Sets),
        (0_u8..30, 0_u8..40).prop_map(|(a, b)| Value::Reps(a, b)),
        (0_i64..10, 0_i64..10).prop_map(|(a, b)| Value::Rir(Rir::saturating(a), Rir::saturating(b))),
        (0_i64..900).prop_map(|rest| Value::Rest(Seconds::saturating(rest))),
    ];
    let edit = prop_oneof![
        (0_u8..3, 0_u8..8, 0..CATALOGUE.len(), 0_u8..7).prop_map(|(session, at, row, sets)| Edit::Add {
            session,
            at,
            one: usual(&CATALOGUE[row], sets)
        }),
        (0_u8..3, exercise()).prop_map(|(session, exercise)| Edit::Remove { session, exercise }),
        (0_u8..3, exercise(), exercise()).prop_map(|(session, exercise, with)| Edit::Swap {
            session,
            exercise,
            with
        }),
        (0_u8..3, exercise(), 0_u8..8).prop_map(|(session, exercise, to)| Edit::Move {
            session,
            exercise,
            to
        }),
        (0_u8..3, exercise(), value).prop_map(|(session, exercise, value)| Edit::Set {
            session,
            exercise,
            value
        }),
        (0_u8..3, exercise(), prop::option::of(exercise()))
            .prop_map(|(session, exercise, with)| Edit::Pair { session, exercise, with }),
        (0_u8..3, 0_i64..70, 0_i64..70).prop_map(|(session, warm, cool)| Edit::Around {
            session,
            warm_up: Minutes::saturating(warm),
            cool_down: Minutes::saturating(cool),
        }),
        (0_u8..3, 0_usize..7).prop_map(|(session, day)| Edit::Day { session, weekday: WEEK[day] }),
    ];
    let scope = prop_oneof![(0_u8..8).prop_map(Scope::From), (0_u8..8).prop_map(Scope::Only)];
    (scope, edit)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_change_can_be_taken_back_and_made_again(list in prop::collection::vec(edits(), 1..40)) {
        let first = plan();
        let mut editing = Editing::of(first.clone());
        let mut made = vec![first];
        for (scope, edit) in &list {
            match editing.apply(*scope, edit) {
                Ok(()) => made.push(editing.plan().clone()),
                Err(_) => prop_assert_eq!(Some(editing.plan()), made.last()),
            }
        }
        let last = editing.plan().clone();
        for before in made.iter().rev().skip(1) {
            prop_assert!(editing.undo());
            prop_assert_eq!(editing.plan(), before);
        }
        prop_assert!(!editing.undo());
        while editing.redo() {}
        prop_assert_eq!(editing.plan(), &last);
    }

    #[test]
    fn an_edited_plan_stays_sound(list in prop::collection::vec(edits(), 1..40)) {
        let mut editing = Editing::of(plan());
        for (scope, edit) in &list {
            let _ = editing.apply(*scope, edit);
        }
        for week in &editing.plan().weeks {
            prop_assert_eq!(week.sessions.len(), 2);
            let days: Vec<u32> = week.sessions.iter().map(|s| s.weekday.num_days_from_monday()).collect();
            prop_assert!(days[0] < days[1]);
            for session in &week.sessions {
                prop_assert!(session.warm_up.get() >= 5 && session.cool_down.get() <= 60);
                prop_assert!(!session.exercises.is_empty() && session.exercises.len() <= 12);
                for (place, one) in session.exercises.iter().enumerate() {
                    prop_assert!((1..=10).contains(&one.sets) && one.reps.0 <= one.reps.1 && one.reps.0 > 0);
                    prop_assert!(one.rir.0 <= one.rir.1);
                    let twice = session.exercises.iter().filter(|o| o.exercise == one.exercise).count();
                    prop_assert_eq!(twice, 1);
                    if let Some(partner) = one.paired_with {
                        let other = &session.exercises[usize::from(partner)];
                        prop_assert_eq!(other.paired_with.map(usize::from), Some(place));
                    }
                }
            }
        }
        // The checks are total on whatever came out.
        let _ = check(editing.plan(), &profile(), &OwnExercises::default());
    }
}

fn first_of(plan: &Plan, session: usize) -> ExerciseId {
    plan.weeks[0].sessions[session].exercises[0].exercise.clone()
}

#[test]
fn a_change_reaches_the_weeks_of_its_scope_and_no_others() {
    let plan = plan();
    let exercise = first_of(&plan, 0);
    let edit = Edit::Set { session: 0, exercise: exercise.clone(), value: Value::Reps(6, 9) };
    let reps = |plan: &Plan, week: usize| {
        plan.weeks[week].sessions[0].exercises.iter().find(|one| one.exercise == exercise).map(|one| one.reps)
    };
    let from = apply(&plan, Scope::From(2), &edit).unwrap();
    assert_eq!(
        (reps(&from, 1), reps(&from, 2), reps(&from, 4)),
        (reps(&plan, 1), Some((6, 9)), Some((6, 9)))
    );
    let only = apply(&plan, Scope::Only(2), &edit).unwrap();
    assert_eq!((reps(&only, 2), reps(&only, 3)), (Some((6, 9)), reps(&plan, 3)));
}

#[test]
fn two_exercises_alternate_and_part_again() {
    let plan = plan();
    let of = |plan: &Plan, place: usize| plan.weeks[0].sessions[0].exercises[place].clone();
    let (a, b, c) = (of(&plan, 0).exercise, of(&plan, 1).exercise, of(&plan, 2).exercise);
    let pair = |plan: &Plan, exercise: &ExerciseId, with: Option<&ExerciseId>| {
        let edit = Edit::Pair { session: 0, exercise: exercise.clone(), with: with.cloned() };
        apply(plan, Scope::Only(0), &edit).unwrap()
    };
    let partners = |plan: &Plan| [0, 1, 2].map(|place| of(plan, place).paired_with);
    let once = pair(&plan, &a, Some(&b));
    assert_eq!(partners(&once)[..2], [Some(1), Some(0)]);
    let session = &once.weeks[0].sessions[0];
    let with = |place: usize| session.partner(&session.exercises[place]).map(|one| &one.exercise);
    assert_eq!([with(0), with(1), with(2)], [Some(&b), Some(&a), None]);
    let other = pair(&once, &a, Some(&c));
    assert_eq!(partners(&other), [Some(2), None, Some(0)]);
    assert_eq!(partners(&pair(&other, &c, None)), [None, None, None]);
}

#[test]
fn what_cannot_be_is_refused_and_said() {
    let plan = plan();
    let exercise = first_of(&plan, 0);
    let refused = |edit: &Edit| apply(&plan, Scope::From(0), edit).unwrap_err();
    let set = |value| Edit::Set { session: 0, exercise: exercise.clone(), value };
    assert_eq!(refused(&set(Value::Sets(11))), Refused::TooMany);
    assert_eq!(refused(&set(Value::Reps(12, 8))), Refused::OutOfRange);
    assert_eq!(refused(&Edit::Remove { session: 5, exercise: exercise.clone() }), Refused::NoSuchSession);
    assert_eq!(refused(&Edit::Remove { session: 0, exercise: id("box-jump") }), Refused::NoSuchExercise);
    let one = usual(exercise.built_in().unwrap(), 3);
    assert_eq!(refused(&Edit::Add { session: 0, at: 0, one }), Refused::Twice);
    let other = plan.weeks[0].sessions[1].weekday;
    assert_eq!(refused(&Edit::Day { session: 0, weekday: other }), Refused::DayTaken);
}

#[test]
fn taking_the_curls_out_is_noticed_and_putting_them_back_mends_it() {
    let (profile, own) = (profile(), OwnExercises::default());
    let mut editing = Editing::of(plan());
    assert_eq!(check(editing.plan(), &profile, &own), []);
    let curls: Vec<(u8, ExerciseId)> = editing.plan().weeks[4]
        .sessions
        .iter()
        .enumerate()
        .flat_map(|(session, s)| s.exercises.iter().map(move |one| (session as u8, one)))
        .filter(|(_, one)| one.built_in().unwrap().credit.halves(Function::KneeHamstrings) == 2)
        .map(|(session, one)| (session, one.exercise.clone()))
        .collect();
    assert!(!curls.is_empty());
    for (session, exercise) in &curls {
        let edit = Edit::Remove { session: *session, exercise: exercise.clone() };
        editing.apply(Scope::From(0), &edit).unwrap();
    }
    let found = check(editing.plan(), &profile, &own);
    let short = |f: &Finding| matches!(f, Finding::Coverage { function: Function::KneeHamstrings, .. });
    assert!(found.iter().any(short), "{found:?}");
    while editing.undo() {}
    assert_eq!(check(editing.plan(), &profile, &own), []);
}

#[test]
fn too_much_too_long_too_near_and_too_hard_are_each_named() {
    let own = OwnExercises::default();
    let mut profile = profile();
    let mut plan = plan();
    let squat = usual(find("high-bar-back-squat").unwrap(), 10);
    for session in 0..2 {
        let edit = Edit::Add { session, at: 0, one: squat.clone() };
        plan = apply(&plan, Scope::From(0), &edit)
            .or_else(|_| {
                let exercise = squat.exercise.clone();
                apply(&plan, Scope::From(0), &Edit::Set { session, exercise, value: Value::Sets(10) })
            })
            .unwrap();
    }
    plan = apply(&plan, Scope::From(0), &Edit::Day { session: 1, weekday: Weekday::Tue }).unwrap();
    profile.cautions.set(Joint::Knee, Care::Avoid);
    profile.kit = profile.kit.with(Item::Rack, false);
    let found = check(&plan, &profile, &own);
    let has = |wanted: fn(&Finding) -> bool| found.iter().any(wanted);
    assert!(has(|f| matches!(f, Finding::Above { muscle: Muscle::Quadriceps, high: 20, .. })), "{found:?}");
    assert!(has(|f| matches!(f, Finding::SessionCap { muscle: Muscle::Quadriceps, .. })));
    assert!(has(|f| matches!(f, Finding::TooLong { .. })));
    assert!(has(|f| matches!(f, Finding::CloseTogether { muscle: Muscle::Quadriceps })));
    assert!(has(|f| matches!(f, Finding::Joint { joint: Joint::Knee, care: Care::Avoid, .. })));
    assert!(has(|f| matches!(f, Finding::Equipment { .. })));
}

#[test]
fn stand_ins_obey_equipment_joints_and_coverage_and_tell_their_effects_truly() {
    let own = OwnExercises::default();
    let mut profile = profile();
    profile.cautions.set(Joint::Back, Care::Careful);
    let plan = planned(&profile);
    let session = &plan.weeks[4].sessions[0];
    for one in &session.exercises {
        let list = stand_ins(&plan, 0, &one.exercise, &profile, &own);
        assert!(
            list.windows(2)
                .all(|pair| { (pair[0].careful, -pair[0].score) <= (pair[1].careful, -pair[1].score) })
        );
        for stand_in in &list {
            let row = stand_in.exercise.built_in().unwrap();
            assert!(row.possible_with(profile.kit) && stand_in.score <= 1.0 + 1e-9);
            assert!(session.exercises.iter().all(|o| o.exercise != stand_in.exercise));
            let with = stand_in.exercise.clone();
            let edit = Edit::Swap { session: 0, exercise: one.exercise.clone(), with };
            let after = apply(&plan, Scope::From(0), &edit).unwrap();
            let tally = coverage::week_tally(&after.weeks[4], &own);
            for (muscle, sets) in &stand_in.changes {
                assert_eq!(tally.muscle(*muscle), *sets);
            }
        }
    }
    let curl = session.exercises.iter().find(|o| o.exercise.as_str().contains("curl")).unwrap();
    let best = &stand_ins(&plan, 0, &curl.exercise, &profile, &own)[0];
    assert!(own.credit(&best.exercise).halves(Function::KneeHamstrings) == 2, "{best:?}");
}

#[test]
fn a_difference_names_what_changed_and_nothing_else() {
    let own = OwnExercises::default();
    let plan = plan();
    assert_eq!(difference(&plan, &plan, &own), []);
    let exercise = first_of(&plan, 0);
    let edit =
        Edit::Set { session: 0, exercise: exercise.clone(), value: Value::Rest(Seconds::saturating(200)) };
    let other = apply(&plan, Scope::From(0), &edit).unwrap();
    assert_eq!(difference(&plan, &other, &own), [Change::Details { session: 0, exercise }]);
    let leg = id("box-squat");
    let one = usual(leg.built_in().unwrap(), 2);
    let added = apply(&plan, Scope::From(0), &Edit::Add { session: 1, at: 9, one }).unwrap();
    let found = difference(&plan, &added, &own);
    assert!(found.contains(&Change::Added { session: 1, exercise: leg.clone(), sets: 2 }));
    assert!(found.iter().any(|c| matches!(c, Change::Volume { muscle: Muscle::Quadriceps, .. })));
    let back = difference(&added, &plan, &own);
    assert!(back.contains(&Change::Removed { session: 1, exercise: leg }));
}

#[test]
fn every_choice_of_every_exercise_has_a_rule_and_a_source() {
    let own = OwnExercises::default();
    let profile = profile();
    let plan = plan();
    for (week, of_week) in plan.weeks.iter().enumerate() {
        for (session, of_session) in of_week.sessions.iter().enumerate() {
            assert!(!why::session(of_session).is_empty());
            for place in 0..of_session.exercises.len() {
                let list = why::exercise(&plan, &profile, &own, week as u8, session as u8, place as u8);
                for wanted in [
                    Choice::Exercise,
                    Choice::Sets,
                    Choice::Reps,
                    Choice::Effort,
                    Choice::Rest,
                    Choice::Order,
                ] {
                    assert!(list.iter().any(|why| why.choice == wanted), "{wanted:?} {list:?}");
                }
                let deload = of_week.phase == Phase::Deload;
                assert_eq!(list.iter().any(|why| why.rule == Rule::Deload), deload);
            }
        }
    }
}

#[test]
fn an_own_exercise_is_planned_swapped_in_and_counted_like_any_other() {
    let mut own = OwnExercises::default();
    let curls = Credit::of(&[(Function::KneeHamstrings, 2), (Function::Gastrocnemius, 1)]);
    let nordic = own.describe(None, "Band-assisted Nordic", curls).unwrap();
    own.list.insert(nordic.id.clone(), nordic.clone());
    let (profile, plan) = (profile(), plan());
    let sets = |plan: &Plan, muscle| coverage::week_tally(&plan.weeks[4], &own).muscle(muscle).sets();
    let add = Edit::Add { session: 0, at: u8::MAX, one: usual_own(&nordic.id, None, 9) };
    let added = apply(&plan, Scope::From(0), &add).unwrap();
    assert_eq!(sets(&added, Muscle::Hamstrings), sets(&plan, Muscle::Hamstrings) + 9.0);
    assert_eq!(sets(&added, Muscle::Calves), sets(&plan, Muscle::Calves) + 4.5);
    let before = check(&plan, &profile, &own);
    let found = check(&added, &profile, &own);
    assert!(
        found.iter().any(|f| matches!(f, Finding::Above { muscle: Muscle::Hamstrings, .. })),
        "{found:?}"
    );
    assert!(before.len() < found.len());
    // It stands in for a curl, and its effect is told.
    let curl = plan.weeks[4].sessions[0].exercises.iter().find(|o| o.exercise.as_str().contains("curl"));
    let list = stand_ins(&plan, 0, &curl.unwrap().exercise, &profile, &own);
    assert!(list.iter().any(|one| one.exercise == nordic.id));
    // Its range and rest are those of what it is like.
    let like = usual_own(&nordic.id, find("seated-leg-curl"), 3);
    assert_eq!((like.sets, like.reps, like.rest.get()), (3, (8, 15), 90));
}

#[test]
fn an_own_exercise_takes_what_it_needs_and_stresses_from_what_it_is_like() {
    let mut own = OwnExercises::default();
    let quads = Credit::of(&[(Function::Vasti, 2), (Function::GluteusMaximus, 1)]);
    let mut squat = own.describe(None, "Skater squat", quads).unwrap();
    let slug = squat.id.clone();
    let keep = |own: &mut OwnExercises, one: &CustomExercise| own.list.insert(one.id.clone(), one.clone());
    keep(&mut own, &squat);
    // Only it and what is not done on one leg: nobody said that it is.
    let mut plan = plan();
    for session in plan.weeks.iter_mut().flat_map(|week| &mut week.sessions) {
        session.exercises.retain(|one| one.built_in().is_some_and(|row| !row.unilateral));
        session.exercises.iter_mut().for_each(|one| one.paired_with = None);
        session.exercises.push(usual_own(&slug, None, 3));
    }
    let mut profile = Profile { experience: Experience::Novice, ..profile() };
    profile.cautions.set(Joint::Knee, Care::Avoid);
    profile.kit = Kit::NONE;
    let named = |own: &OwnExercises| -> Vec<Finding> {
        let of = |f: &Finding| match f {
            Finding::Joint { exercise, .. }
            | Finding::Equipment { exercise }
            | Finding::Skill { exercise } => *exercise == slug,
            other => *other == Finding::NoUnilateral,
        };
        check(&plan, &profile, own).into_iter().filter(of).collect()
    };
    assert_eq!(named(&own), [Finding::NoUnilateral]);
    let step = find("bulgarian-split-squat").unwrap();
    squat.like = Some(step.into());
    keep(&mut own, &squat);
    assert_eq!(own.row(&slug), Some(step));
    let knee = Finding::Joint { exercise: slug.clone(), joint: Joint::Knee, care: Care::Avoid };
    let found = named(&own);
    assert!(found.contains(&knee) && !found.contains(&Finding::NoUnilateral), "{found:?}");
    assert!(found.contains(&Finding::Equipment { exercise: slug.clone() }), "{found:?}");
    // How hard it is to learn nobody said, and what it is like may not be known to this version.
    assert!(!found.iter().any(|f| matches!(f, Finding::Skill { .. })));
    squat.like = Some(id("from-the-future"));
    keep(&mut own, &squat);
    assert_eq!(named(&own), [Finding::NoUnilateral]);
    // What is described anew is still like what it was like.
    let again = own.describe(Some(&slug), "Skater squats", quads).unwrap();
    assert_eq!((again.like, again.name.as_str()), (squat.like, "Skater squats"));
}

#[test]
fn an_own_exercise_stands_in_where_its_joints_allow_it_and_not_where_it_is_hidden() {
    let mut own = OwnExercises::default();
    let quads = Credit::of(&[(Function::Vasti, 2), (Function::RectusFemoris, 2)]);
    let mut one = own.describe(None, "Wall sit march", quads).unwrap();
    let (plan, mut careful) = (plan(), profile());
    let out = id("leg-extension");
    assert!(plan.weeks[4].sessions[0].exercises.iter().any(|one| one.exercise == out));
    let mut offered = |like: Option<&str>, hidden: bool, profile: &Profile| {
        (one.like, one.hidden) = (like.map(id), hidden);
        own.list.insert(one.id.clone(), one.clone());
        assert_eq!(own.trainable().is_empty(), hidden);
        let list = stand_ins(&plan, 0, &out, profile, &own);
        list.into_iter().find(|with| with.exercise == one.id).map(|with| with.careful)
    };
    assert_eq!(offered(None, false, &careful), Some(false));
    assert_eq!(offered(None, true, &careful), None);
    assert_eq!(offered(Some("sissy-squat"), false, &careful), Some(false));
    careful.cautions.set(Joint::Knee, Care::Careful);
    assert_eq!(offered(Some("sissy-squat"), false, &careful), Some(true));
    careful.cautions.set(Joint::Knee, Care::Avoid);
    assert_eq!(offered(Some("sissy-squat"), false, &careful), None);
}

#[test]
fn a_bad_description_is_refused_with_its_reason_and_a_good_one_keeps_its_id() {
    let quads = Credit::of(&[(Function::Vasti, 2)]);
    let mut own = OwnExercises::default();
    let refuse = |own: &OwnExercises, name: &str, credit| own.describe(None, name, credit).unwrap_err();
    assert_eq!(refuse(&own, " \n ", quads), OwnProblem::NoName);
    assert_eq!(refuse(&own, &"x".repeat(61), quads), OwnProblem::NameTooLong);
    assert_eq!(refuse(&own, "Leg extension", quads), OwnProblem::NameTaken);
    assert_eq!(refuse(&own, "Wall sit", Credit::NONE), OwnProblem::NoMuscle);
    let first = own.describe(None, "Присед", quads).unwrap();
    own.list.insert(first.id.clone(), first.clone());
    assert_eq!(refuse(&own, "Присед", quads), OwnProblem::NameTaken);
    let second = own.describe(None, "スクワット", quads).unwrap();
    assert_ne!(first.id, second.id);
    let renamed = own.describe(Some(&first.id), "Присед со штангой", quads).unwrap();
    assert_eq!(renamed.id, first.id);
    assert!(own.describe(Some(&first.id), "Присед", quads).is_ok(), "its own name is not taken");
}

#[test]
fn only_opposites_of_one_joint_alternate_and_the_minutes_saved_are_told_truly() {
    let row = |slug: &str| usual(find(slug).unwrap(), 3);
    let slugs = ["leg-press-45", "leg-extension", "seated-leg-curl", "seated-calf-raise", "lying-leg-curl"];
    let session = PlannedSession {
        weekday: Weekday::Mon,
        exercises: slugs.map(row).to_vec(),
        warm_up: Minutes::saturating(8),
        cool_down: Minutes::saturating(5),
    };
    let offered = |at: usize| -> Vec<&str> {
        let places = partners(&session, at).into_iter().map(|one| usize::from(one.place));
        places.map(|place| slugs[place]).collect()
    };
    assert_eq!(offered(0), [] as [&str; 0]); // heavy compounds stay by themselves
    assert_eq!(offered(1), ["seated-leg-curl", "lying-leg-curl", "seated-calf-raise"]);
    assert_eq!(offered(2), ["leg-extension", "seated-calf-raise"]); // not with another curl
    let saved = partners(&session, 1)[0].saves;
    let mut plan = plan();
    plan.weeks[1].sessions[0] = session.clone();
    let (exercise, with) = (id("leg-extension"), Some(id("seated-leg-curl")));
    let paired = apply(&plan, Scope::Only(1), &Edit::Pair { session: 0, exercise, with }).unwrap();
    let takes = |plan: &Plan| minutes::estimate(&plan.weeks[1].sessions[0]).get();
    assert_eq!(takes(&plan) - takes(&paired), saved);
}

#[test]
fn finishers_are_offered_by_the_rules_and_add_what_they_say() {
    let profile = Profile { experience: Experience::Advanced, ..profile() };
    let plan = planned(&profile);
    let own = OwnExercises::default();
    let week = &plan.weeks[4];
    for (session, planned) in (0_u8..).zip(&week.sessions) {
        for one in &planned.exercises {
            let row = one.built_in().unwrap();
            let bare = Edit::Set { session, exercise: one.exercise.clone(), value: Value::Finisher(None) };
            let bare = apply(&plan, Scope::Only(4), &bare).unwrap();
            let list = finishers(one, week.phase, &profile, Rir::ZERO);
            // A slower pace is for every exercise; what ends a set is not.
            let slow = |offer: &Offer| matches!(offer.finisher, Finisher::Tempo { .. });
            let hard = |list: &[Offer]| !list.iter().all(slow);
            assert_eq!(list.iter().filter(|offer| slow(offer)).count(), 1);
            assert_eq!(!hard(&list), row.compound || profile.cautions.worst(row.stresses) != Care::None);
            assert!(!hard(&finishers(one, Phase::Deload, &profile, Rir::ZERO)));
            assert!(!hard(&finishers(one, week.phase, &profile, Rir::TWO)));
            for offer in list {
                let value = Value::Finisher(Some(offer.finisher));
                let edit = Edit::Set { session, exercise: one.exercise.clone(), value };
                let with = apply(&bare, Scope::Only(4), &edit).unwrap();
                let seconds =
                    |plan: &Plan| minutes::estimate(&plan.weeks[4].sessions[usize::from(session)]).get();
                assert_eq!(seconds(&with) - seconds(&bare), offer.seconds);
                let muscle = Muscle::ALL.into_iter().max_by_key(|m| row.credit.muscle(*m)).unwrap();
                let sets = |plan: &Plan| coverage::week_tally(&plan.weeks[4], &own).muscle(muscle).sets();
                assert_eq!(sets(&with) - sets(&bare), offer.adds.sets());
            }
        }
    }
    let novice = Profile { experience: Experience::Novice, ..profile };
    let curl = usual(find("seated-leg-curl").unwrap(), 3);
    let allowed = finishers(&curl, Phase::Working, &novice, Rir::ZERO);
    assert!(allowed.iter().all(|offer| matches!(offer.finisher, Finisher::Tempo { .. })), "{allowed:?}");
}

#[test]
fn a_swap_drops_a_finisher_that_the_new_exercise_cannot_have() {
    let mut plan = plan();
    let mut one = usual(find("standing-calf-raise-machine").unwrap(), 3);
    one.finisher = Technique::PARTIALS.finisher();
    plan.weeks[1].sessions[0].exercises = vec![one];
    let swap = |with: &str| {
        let exercise = id("standing-calf-raise-machine");
        let edit = Edit::Swap { session: 0, exercise, with: id(with) };
        apply(&plan, Scope::Only(1), &edit).unwrap().weeks[1].sessions[0].exercises[0].finisher
    };
    let short = CATALOGUE.iter().find(|row| !row.compound && row.length == Length::Short).unwrap();
    assert_eq!(swap(short.slug), None);
    assert_eq!(swap("leg-press-calf-raise"), Technique::PARTIALS.finisher());
}
