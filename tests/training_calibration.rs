//! Claimed against achieved effort: the reference examples, the windows of science H4, what is due and where.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use legwork::domain::anatomy::Muscle;
use legwork::domain::athlete::{Care, Cautions};
use legwork::domain::calendar::Day;
use legwork::domain::calendar::Week;
use legwork::domain::exercise::{Axial, CATALOGUE, Exercise, Item, Joint, Kit, Pattern, find};
use legwork::domain::exercise::{ExerciseId, OwnExercises};
use legwork::domain::id::SessionId;
use legwork::domain::settings::Counting;
use legwork::domain::training::calibration::{
    Due, TooFewTrials, Trial, bias, choose, due, for_credit, is_safe, trial, weighed,
};
use legwork::domain::training::{Effort, ExerciseWork, Session, SetEntry, SetKind, Source, TrainingLog};
use legwork::domain::units::{Kg, Reps, Rir};
use legwork::domain::volume::{Judge, ledger, weekly};

const PRESS: Pattern = Pattern::LegPress;

fn today() -> Day {
    Day::parse("2026-11-21").unwrap()
}

/// A trial so many days ago that was off by this.
fn ago(days: i64, pattern: Pattern, error: i8) -> Trial {
    let claimed = Rir::TWO;
    Trial { day: today().plus(-days), pattern, claimed, further: u8::try_from(2 + error).unwrap() }
}

#[test]
fn the_reference_values_of_the_bias() {
    let all: serde_json::Value = serde_json::from_str(include_str!("fixtures/vectors.json")).unwrap();
    let rows = all["calibration"].as_array().unwrap();
    assert_eq!(rows.len(), 5);
    for row in rows {
        let errors: Vec<f64> = row[0].as_array().unwrap().iter().map(|e| e.as_f64().unwrap()).collect();
        assert!((weighed(&errors) - row[1].as_f64().unwrap()).abs() < 1e-12, "{errors:?}");
    }
}

#[test]
fn one_set_says_nothing_two_correct_and_three_count() {
    let list = [ago(40, PRESS, 2), ago(20, PRESS, 3), ago(1, PRESS, 1)];
    assert_eq!(bias(&list[..1], PRESS, today()), Err(TooFewTrials { have: 1, want: 2 }));
    assert_eq!(bias(&list, Pattern::Squat, today()), Err(TooFewTrials { have: 0, want: 2 }));
    let two = bias(&list[..2], PRESS, today()).unwrap();
    assert!(!two.changes_credit() && two.reps > 0.0);
    assert_eq!(for_credit(&list[..2], PRESS, today()), 0.0);
    let three = bias(&list, PRESS, today()).unwrap();
    assert!(three.changes_credit() && (three.found - 2.0).abs() < 1e-12);
    assert!((for_credit(&list, PRESS, today()) - 1.475).abs() < 1e-12);
    assert!((three.corrected(Rir::TWO) - 3.475).abs() < 1e-12);
}

#[test]
fn only_the_newest_six_of_twelve_weeks_count_and_nothing_dated_ahead() {
    let mut list: Vec<Trial> = (0..6).map(|n| ago(n * 10, PRESS, 0)).collect();
    let clean = bias(&list, PRESS, today()).unwrap();
    list.push(ago(84, PRESS, 9));
    assert_eq!(bias(&list, PRESS, today()).unwrap(), clean, "the seventh");
    let edge = [ago(84, PRESS, 2), ago(85, PRESS, 2), ago(0, PRESS, 2)];
    assert_eq!(bias(&edge, PRESS, today()).unwrap().trials, 2);
    let ahead = [ago(-1, PRESS, 2), ago(-2, PRESS, 2)];
    assert!(bias(&ahead, PRESS, today()).is_err());
    assert_eq!(due(&ahead, PRESS, today()), Due::Late(None));
}

#[test]
fn who_claims_too_little_is_not_punished_below_the_claim() {
    let short = [ago(1, PRESS, -2), ago(2, PRESS, -2), ago(3, PRESS, -2)];
    assert_eq!(bias(&short, PRESS, today()).unwrap().reps, 0.0);
}

#[test]
fn good_judgement_is_asked_less_often() {
    let settled = [ago(10, PRESS, 1), ago(30, PRESS, 0), ago(50, PRESS, 4)];
    assert_eq!(due(&settled, PRESS, today()), Due::In(18));
    let unsettled = [ago(10, PRESS, 2), ago(30, PRESS, 0), ago(50, PRESS, 0)];
    assert_eq!(due(&unsettled, PRESS, today()), Due::In(4));
    assert_eq!(due(&[ago(28, PRESS, 0)], PRESS, today()), Due::Now);
    assert_eq!(due(&[ago(29, PRESS, 0)], PRESS, today()), Due::Late(Some(1)));
}

#[test]
fn nobody_is_sent_to_failure_under_a_bar_or_on_a_spared_joint() {
    let mut some = 0;
    for row in CATALOGUE.iter().filter(|row| is_safe(row, Kit::ALL, Cautions::default())) {
        let way = row.needs.iter().find(|needed| Kit::ALL.has_all(**needed)).unwrap();
        for item in [Item::Barbell, Item::TrapBar, Item::SmithMachine, Item::Dumbbells, Item::Kettlebell] {
            assert!(!way.has(item), "{}", row.slug);
        }
        assert!(row.skill == 1 && row.axial != Axial::High, "{}", row.slug);
        assert!(!matches!(row.pattern, Pattern::Lunge | Pattern::Hinge | Pattern::Jump), "{}", row.slug);
        some += 1;
    }
    assert!(some >= 8, "{some}");
    let mut spared = Cautions::default();
    spared.set(Joint::Knee, Care::Careful);
    assert!(!is_safe(find("leg-extension").unwrap(), Kit::GYM, spared));
    assert!(!is_safe(find("leg-extension").unwrap(), Kit::DUMBBELLS, Cautions::default()));
}

#[test]
fn at_most_one_a_session_and_the_longest_waiting_first() {
    let rows: Vec<&Exercise> = ["high-bar-back-squat", "leg-press-45", "leg-extension", "seated-leg-curl"]
        .map(|s| find(s).unwrap())
        .to_vec();
    let pick = |trials: &[Trial]| choose(&rows, trials, Kit::GYM, Cautions::default(), today());
    assert_eq!(pick(&[]), Some(1));
    let some = [ago(1, PRESS, 0), ago(40, Pattern::KneeExtension, 0), ago(60, Pattern::KneeFlexion, 0)];
    assert_eq!(pick(&some), Some(3));
    let all = [ago(1, PRESS, 0), ago(1, Pattern::KneeExtension, 0), ago(1, Pattern::KneeFlexion, 0)];
    assert_eq!(pick(&all), None);
}

#[test]
fn a_warm_up_is_no_trial() {
    let effort = Effort { rir: Some(Rir::ZERO), confirmed: true };
    let mut set = SetEntry::work(Kg::ZERO, Reps::try_new(12).unwrap(), effort);
    assert_eq!(trial(&set, 12, Rir::ZERO, PRESS, today()).unwrap().error(), 0.0);
    set.kind = SetKind::WarmUp;
    assert_eq!(trial(&set, 8, Rir::TWO, PRESS, today()), None);
}

/// Science H4: from three calibration sets of the pattern on, and only for sets done from then on.
#[test]
fn credit_follows_the_corrected_effort_from_three_trials_on() {
    let mut log = TrainingLog::default();
    let done = |slug: &str, rir: Rir| {
        let effort = Effort { rir: Some(rir), confirmed: true };
        let set = SetEntry::work(Kg::saturating(100_000), Reps::try_new(10).unwrap(), effort);
        ExerciseWork {
            exercise: ExerciseId::parse(slug).unwrap(),
            sets: vec![set; 4],
            note: String::new(),
            pain: None,
        }
    };
    for back in [0, 28] {
        let day = today().plus(-back);
        log.record(Session {
            id: SessionId::imported("test", &day.to_string(), ""),
            day,
            started_at: 0,
            lasted: None,
            name: String::new(),
            slot: None,
            exercises: vec![done("leg-press-45", Rir::TWO), done("seated-leg-curl", Rir::TWO)],
            note: String::new(),
            edited_at: 0,
            source: Source::Legwork,
        });
    }
    let (own, counting) = (OwnExercises::default(), Counting::Fractional);
    let week = Week::of(today(), chrono::Weekday::Mon);
    let trials = [ago(1, PRESS, 3), ago(10, PRESS, 3), ago(20, PRESS, 3)];
    let all = |trials: &[Trial]| ledger(&log, &own, trials);
    let sets = |trials: &[Trial], muscle| {
        weekly(&log, None, &own, week, counting, &all(trials).judge).done.muscle(muscle).sets()
    };
    // Two left by their word and 1.97 more in truth: half a set each.
    assert_eq!(sets(&trials, Muscle::Quadriceps), 2.0);
    assert_eq!(sets(&trials[..2], Muscle::Quadriceps), 4.0);
    assert_eq!(sets(&trials, Muscle::Hamstrings), sets(&[], Muscle::Hamstrings));
    assert_eq!(
        weekly(&log, None, &own, week, counting, &all(&[]).judge),
        weekly(&log, None, &own, week, counting, &Judge::default())
    );
    let quads = |week| all(&trials).week(week, counting).muscle(Muscle::Quadriceps).sets();
    assert_eq!((quads(week), quads(week.plus(-4))), (2.0, 4.0));
}
