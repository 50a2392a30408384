//! Mid-session: what can stand in for an exercise, what a shorter session keeps, and what a session came to.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use legwork::domain::anatomy::{Credit, Function, Muscle, Tally};
use legwork::domain::athlete::{Care, Experience, Profile, ProfileDraft};
use legwork::domain::calendar::Day;
use legwork::domain::exercise::{
    Axial, CATALOGUE, CustomExercise, ExerciseId, Item, Joint, Kit, OwnExercises, find,
};
use legwork::domain::id::SessionId;
use legwork::domain::plan::{Finisher, Prescription};
use legwork::domain::settings::Counting;
use legwork::domain::training::changes::{Incoming, standing_in};
use legwork::domain::training::finish::summary;
use legwork::domain::training::records::{Record, records};
use legwork::domain::training::swap::{Because, Setting, Substitute, substitutes};
use legwork::domain::training::trim::{Remaining, Trim, trim};
use legwork::domain::training::{Effort, ExerciseWork, Session, SetEntry, SetKind, Source, TrainingLog};
use legwork::domain::units::{Kg, Minutes, Reps, Rir, Seconds, SetCount};

fn id(slug: &str) -> ExerciseId {
    ExerciseId::parse(slug).unwrap()
}

fn athlete() -> Profile {
    Profile { kit: Kit::GYM, experience: Experience::Intermediate, ..ProfileDraft::example_profile() }
}

fn swap(out: &str, because: Because, profile: &Profile, week: &[&str]) -> Vec<Substitute> {
    let week: Vec<ExerciseId> = week.iter().map(|slug| id(slug)).collect();
    let own = OwnExercises::default();
    let setting = Setting { profile, own: &own, session: &[], week: &week, sets: 3 };
    substitutes(&id(out), because, &setting)
}

fn names(list: &[Substitute]) -> Vec<&str> {
    list.iter().map(|one| one.with.row.unwrap().slug).collect()
}

#[test]
fn a_taken_machine_is_replaced_by_what_trains_the_same() {
    let taken = Because::Taken(Kit::of(&[Item::LegPress]));
    let list = swap("leg-press-45", taken, &athlete(), &[]);
    assert_eq!(list[0].with.exercise.as_str(), "horizontal-leg-press");
    for one in &list {
        assert!(
            one.with.row.unwrap().needs.iter().any(|kit| !kit.has(Item::LegPress)),
            "{}",
            one.with.row.unwrap().slug
        );
    }
    // The bar is taken: no bar, whatever else it needs.
    let bar = swap("high-bar-back-squat", Because::Taken(Kit::of(&[Item::Barbell])), &athlete(), &[]);
    assert!(
        !bar.is_empty()
            && names(&bar).iter().all(|slug| !["low-bar-back-squat", "front-squat"].contains(slug))
    );
}

#[test]
fn what_hurts_is_not_replaced_by_what_hurts_the_same() {
    let knee = swap("leg-press-45", Because::Pain(Some(Joint::Knee)), &athlete(), &[]);
    assert!(knee.iter().all(|one| !one.with.row.unwrap().stresses.contains(&Joint::Knee)));
    let unsaid = swap("romanian-deadlift", Because::Pain(None), &athlete(), &[]);
    assert!(!unsaid.is_empty());
    for one in &unsaid {
        assert!(
            !one.with.row.unwrap().stresses.contains(&Joint::Back)
                && one.with.row.unwrap().pattern != find("romanian-deadlift").unwrap().pattern
        );
    }
}

#[test]
fn who_lacks_time_is_named_only_what_is_quicker() {
    let list = swap("bulgarian-split-squat", Because::Time, &athlete(), &[]);
    assert!(!list.is_empty() && list.iter().all(|one| one.longer < 0));
}

#[test]
fn a_swap_that_leaves_a_function_without_work_comes_last_and_says_so() {
    let home = Profile { kit: Kit::of(&[Item::Dumbbells, Item::Bench, Item::Sliders]), ..athlete() };
    let list = swap("dumbbell-rdl", Because::Pain(None), &home, &[]);
    assert!(list.iter().any(|one| one.uncovers == [Function::HipHamstrings]));
    let covered = swap("dumbbell-rdl", Because::Pain(None), &home, &["single-leg-rdl"]);
    assert!(covered.iter().all(|one| one.uncovers.is_empty()));
    // A squat's half credit does not cover the rectus femoris.
    let taken = Because::Taken(Kit::of(&[Item::LegExtension]));
    let list = swap("leg-extension", taken, &athlete(), &["high-bar-back-squat"]);
    for one in &list {
        let direct = one.with.row.unwrap().credit.halves(Function::RectusFemoris) == 2;
        assert_eq!(one.uncovers.is_empty(), direct, "{}", one.with.row.unwrap().slug);
    }
    for pair in list.windows(2) {
        assert!(pair[0].uncovers.len() <= pair[1].uncovers.len());
    }
}

#[test]
fn no_substitute_breaks_a_rule_of_the_person() {
    let mut spared = Profile { experience: Experience::Novice, ..athlete() };
    spared.cautions.set(Joint::Knee, Care::Careful);
    spared.cautions.set(Joint::Back, Care::Avoid);
    for row in CATALOGUE {
        let own = OwnExercises::default();
        let session = [id("hip-thrust")];
        let setting = Setting { profile: &spared, own: &own, session: &session, week: &[], sets: 3 };
        let list = substitutes(&id(row.slug), Because::Taken(Kit::NONE), &setting);
        assert!(list.len() <= 6);
        for one in list {
            let with = one.with.row.unwrap();
            assert!(with.slug != row.slug && with.slug != "hip-thrust" && with.prescribable());
            assert!(
                with.possible_with(spared.kit) && with.skill <= 2 && !with.stresses.contains(&Joint::Back)
            );
            let knee = with.stresses.contains(&Joint::Knee);
            assert_eq!(one.careful, knee);
            assert!(!knee || (with.skill == 1 && with.axial != Axial::High), "{}", with.slug);
        }
    }
}

#[test]
fn the_persons_own_exercise_has_substitutes_and_arm_work_has_none() {
    let mut own = OwnExercises::default();
    for (slug, credit) in
        [("own-curl", Credit::of(&[(Function::KneeHamstrings, 2)])), ("own-bench", Credit::NONE)]
    {
        own.list.insert(
            id(slug),
            CustomExercise { id: id(slug), name: slug.into(), credit, like: None, hidden: false },
        );
    }
    let profile = athlete();
    let setting = Setting { profile: &profile, own: &own, session: &[], week: &[], sets: 3 };
    let list = substitutes(&id("own-curl"), Because::Taken(Kit::NONE), &setting);
    assert!(
        list.iter().all(|one| one.with.row.unwrap().credit.halves(Function::KneeHamstrings) > 0)
            && !list.is_empty()
    );
    assert!(substitutes(&id("own-bench"), Because::Time, &setting).is_empty());
}

#[test]
fn the_persons_own_exercise_stands_in_where_it_may_and_is_asked_for_what_suits_it() {
    let mut own = OwnExercises::default();
    let hams = Credit::of(&[(Function::KneeHamstrings, 2)]);
    let curl = Some(id("seated-leg-curl"));
    for (slug, like, hidden) in
        [("own-towel-curl", None, false), ("own-curl", curl.clone(), false), ("own-gone", curl, true)]
    {
        let one = CustomExercise { id: id(slug), name: slug.into(), credit: hams, like, hidden };
        own.list.insert(id(slug), one);
    }
    let profile = athlete();
    let setting = Setting { profile: &profile, own: &own, session: &[], week: &[], sets: 3 };
    let found = |because| -> Vec<String> {
        let list = substitutes(&id("lying-leg-curl"), because, &setting);
        list.iter()
            .map(|one| one.with.exercise.as_str().to_owned())
            .filter(|id| id.starts_with("own-"))
            .collect()
    };
    let taken = found(Because::Taken(Kit::of(&[Item::LyingLegCurl])));
    assert!(taken.contains(&"own-curl".to_owned()) && taken.contains(&"own-towel-curl".to_owned()));
    assert!(!taken.contains(&"own-gone".to_owned()));
    // Of one that is like nothing nobody knows what it would hurt.
    assert!(!found(Because::Pain(Some(Joint::Hip))).contains(&"own-towel-curl".to_owned()));
    let mut spared = athlete();
    spared.cautions.set(Joint::Knee, Care::Avoid);
    let mut like_squat = own.clone();
    for one in like_squat.list.values_mut() {
        one.like = Some(id("high-bar-back-squat"));
    }
    let setting = Setting { profile: &spared, own: &like_squat, ..setting };
    let list = substitutes(&id("lying-leg-curl"), Because::Taken(Kit::NONE), &setting);
    assert!(list.iter().all(|one| !one.with.exercise.as_str().starts_with("own-")));
    let towel = Incoming { exercise: id("own-towel-curl"), row: None };
    let asked = standing_in(Some(&planned("lying-leg-curl", 3, 90)), &towel, 2, false);
    assert_eq!(
        (asked.exercise, asked.sets, asked.reps, asked.finisher),
        (id("own-towel-curl"), 2, (8, 15), None)
    );
}

fn planned(slug: &str, sets: u8, rest: i64) -> Prescription {
    Prescription {
        exercise: id(slug),
        sets,
        reps: (10, 10),
        rir: (Rir::ONE, Rir::TWO),
        rest: Seconds::saturating(rest),
        paired_with: None,
        finisher: None,
    }
}

fn session() -> Vec<Prescription> {
    vec![
        planned("high-bar-back-squat", 4, 150),
        planned("leg-extension", 3, 75),
        planned("seated-leg-curl", 3, 90),
        planned("standing-calf-raise-machine", 4, 75),
        planned("hip-adduction-machine", 2, 60),
    ]
}

fn cut(list: &[Prescription], done: &[u8], minutes: i64, week: &Tally) -> Trim {
    let rest: Vec<Remaining<'_>> =
        list.iter().zip(done).map(|(planned, done)| Remaining { planned, done: *done }).collect();
    trim(&rest, Minutes::saturating(minutes), week, &athlete(), &OwnExercises::default())
}

#[test]
fn a_trim_fits_the_minutes_loses_no_done_set_and_adds_up() {
    let list = session();
    for minutes in 0..=70 {
        for done in [[0, 0, 0, 0, 0], [1, 0, 0, 0, 0], [4, 2, 0, 0, 0], [4, 3, 3, 4, 2]] {
            let got = cut(&list, &done, minutes, &Tally::default());
            assert!(i64::from(got.takes.get()) <= minutes * 60, "{minutes} {done:?}");
            let mut lost = Tally::default();
            for (place, one) in list.iter().enumerate() {
                assert_eq!(got.left[place] + got.dropped[place] + done[place], one.sets);
                let all = got.left[place] + done[place];
                assert!(got.left[place] == 0 || all >= 2, "one set alone of {:?}", one.exercise);
                lost.add(one.built_in().unwrap().credit, SetCount::whole(u32::from(got.dropped[place])));
            }
            assert_eq!(got.lost, lost);
        }
    }
    let whole = cut(&list, &[0; 5], 90, &Tally::default());
    assert_eq!((whole.dropped, whole.lost, whole.short), (vec![0; 5], Tally::default(), vec![]));
}

#[test]
fn more_minutes_never_lose_more() {
    let list = session();
    let value = |minutes| {
        let got = cut(&list, &[0; 5], minutes, &Tally::default());
        Muscle::MAIN.iter().map(|m| got.lost.muscle(*m).sets()).sum::<f64>()
    };
    for minutes in (5..60).step_by(5) {
        assert!(value(minutes + 5) <= value(minutes) + 1e-9, "{minutes}");
    }
}

#[test]
fn what_the_week_has_enough_of_goes_first() {
    let list = [planned("leg-extension", 3, 75), planned("seated-leg-curl", 3, 75)];
    let mut week = Tally::default();
    week.add(find("leg-extension").unwrap().credit, SetCount::whole(20));
    let got = cut(&list, &[0, 0], 6, &week);
    assert_eq!((got.left[0], got.left[1]), (0, 3));
    let mut week = Tally::default();
    week.add(find("seated-leg-curl").unwrap().credit, SetCount::whole(20));
    week.add(find("romanian-deadlift").unwrap().credit, SetCount::whole(5));
    let got = cut(&list, &[0, 0], 6, &week);
    assert_eq!((got.left[0], got.left[1]), (3, 0));
    assert_eq!(got.short, []);
}

#[test]
fn what_falls_short_is_named() {
    let list = [planned("leg-extension", 3, 75), planned("seated-leg-curl", 4, 90)];
    let got = cut(&list, &[0, 0], 0, &Tally::default());
    assert_eq!(got.short, [Function::KneeHamstrings, Function::RectusFemoris]);
    let mut drop = planned("leg-extension", 3, 75);
    drop.finisher = Some(Finisher::Drop { per_mille: 200, times: 2 });
    let got = cut(&[drop], &[0], 0, &Tally::default());
    assert_eq!(got.lost.muscle(Muscle::Quadriceps).sets(), 4.0);
}

#[test]
fn a_pair_is_timed_as_a_pair() {
    let mut list = [planned("leg-extension", 3, 75), planned("seated-leg-curl", 3, 90)];
    list[0].paired_with = Some(1);
    list[1].paired_with = Some(0);
    let paired = cut(&list, &[0, 0], 60, &Tally::default()).takes.get();
    let straight = cut(&session()[1..3], &[0, 0], 60, &Tally::default()).takes.get();
    assert!(paired < straight);
}

fn set(kg: f64, reps: i64, rir: f64, confirmed: bool) -> SetEntry {
    let effort = Effort { rir: Rir::from_f64(rir).ok(), confirmed };
    SetEntry::work(Kg::from_kg(kg).unwrap(), Reps::try_new(reps).unwrap(), effort)
}

fn done(number: i64, sets: &[SetEntry]) -> Session {
    let work =
        ExerciseWork { exercise: id("leg-press-45"), sets: sets.to_vec(), note: String::new(), pain: None };
    Session {
        id: SessionId::new(number, [0; 10]),
        day: Day::EPOCH.plus(number),
        started_at: number,
        lasted: Seconds::try_new(1800).ok(),
        name: String::new(),
        slot: None,
        exercises: vec![work],
        note: String::new(),
        edited_at: number,
        source: Source::Legwork,
    }
}

#[test]
fn records_are_broken_only_against_what_was_done_before() {
    let mut log = TrainingLog::default();
    log.record(done(1, &[set(100.0, 8, 2.0, true), set(120.0, 5, 1.0, true)]));
    let best = records(&log, &id("leg-press-45"), None);
    assert_eq!(best.load.map(|(load, reps)| (load.kg(), reps.get())), Some((120.0, 5)));
    // Imported warm-ups and partials are no records.
    let light = [SetKind::WarmUp, SetKind::Partial, SetKind::Drop]
        .map(|kind| SetEntry { kind, ..set(300.0, 9, 0.0, true) });
    assert_eq!(best.broken(&light, true), []);
    let today = done(2, &[set(100.0, 9, 3.0, false), set(125.0, 3, 2.0, true), set(60.0, 10, 0.0, true)]);
    log.record(today.clone());
    let came_to = summary(&today, &log, &OwnExercises::default(), Counting::Fractional, true, &[]);
    let load = |kg| Kg::from_kg(kg).unwrap();
    let reps = |n| Reps::try_new(n).unwrap();
    let (exercise, list) = &came_to.records[0];
    assert_eq!(exercise, &id("leg-press-45"));
    assert_eq!(
        list[..],
        [
            Record::Load { load: load(125.0), before: load(120.0) },
            Record::Reps { load: load(100.0), reps: reps(9), before: reps(8) },
            // 125 x (1 + 5/30) against 120 x (1 + 6/30): the prefilled effort at 100 kg proves nothing.
            Record::Strength { estimate: load(145.833), before: load(144.0) },
        ]
    );
    assert_eq!((came_to.sets, came_to.lasted), (3, Seconds::try_new(1800).ok()));
    assert_eq!(came_to.added.muscle(Muscle::Quadriceps).sets(), 2.5);
    // Two muscles are trained by each: it is still one set that nobody vouched for.
    assert_eq!(came_to.unsure, 1);
}

#[test]
fn a_minor_sees_no_estimate() {
    let mut log = TrainingLog::default();
    log.record(done(1, &[set(100.0, 8, 2.0, true)]));
    let today = done(2, &[set(100.0, 9, 0.0, true), set(110.0, 8, 2.0, true)]);
    let came_to = summary(&today, &log, &OwnExercises::default(), Counting::Fractional, false, &[]);
    assert!(came_to.records[0].1.iter().all(|record| !matches!(record, Record::Strength { .. })));
    assert_eq!(came_to.records[0].1.len(), 2);
}
