//! Food over everything that can be asked and a good deal that cannot: what adds up, what is never negative,
//! and that every refusal is where its rule says and nowhere else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use legwork::domain::athlete::{Activity, Experience, Goal, Profile, ProfileDraft, Sex, TrainingDays};
use legwork::domain::body::BodyLog;
use legwork::domain::calendar::Day;
use legwork::domain::nutrition::diet::Diet;
use legwork::domain::nutrition::expenditure::{Body, Formula, NoFormula, by, fat_free, multiplier, table};
use legwork::domain::nutrition::gate::{availability, energy_enough, lifting, surplus_allowed};
use legwork::domain::nutrition::meals::{Meal, MealName, SessionTime, meals};
use legwork::domain::nutrition::rising::targets_on;
use legwork::domain::nutrition::targets::{
    BadChoice, Choices, Refusal, Refused, Targets, Warning, chosen, targets,
};
use legwork::domain::nutrition::waking::{Waking, meals_at, times};
use legwork::domain::nutrition::water::{before_session, drink_litres, sweat};
use legwork::domain::ordered::OrderedSet;
use legwork::domain::safety::{Condition, SafetyAnswers};
use legwork::domain::units::{Kcal, Kg, Millimetres, Minutes, PerMille, Years};
use proptest::prelude::*;

fn today() -> Day {
    Day::parse("2026-11-21").unwrap()
}

fn well() -> SafetyAnswers {
    SafetyAnswers { conditions: Some(OrderedSet::new()), cleared_on: None, ..Default::default() }
}

/// Any person: mostly inside every range, often at its edge, sometimes outside.
fn person() -> impl Strategy<Value = Profile> {
    let body = (
        prop::option::weighted(0.95, prop_oneof![Just(Sex::Male), Just(Sex::Female)]),
        prop::option::weighted(
            0.95,
            prop_oneof![8 => 30_000_u32..260_000, 1 => Just(35_000), 1 => Just(250_000)],
        ),
        prop::option::weighted(0.95, prop_oneof![8 => 1250_u16..2250, 1 => Just(1300), 1 => Just(2200)]),
        prop_oneof![8 => 15_i64..82, 1 => Just(18_i64), 1 => Just(78_i64)],
        prop::option::of(prop_oneof![8 => 0_i64..650, 1 => Just(40_i64), 1 => Just(600_i64)]),
    );
    let life = (
        prop::sample::select(vec![Experience::Novice, Experience::Intermediate, Experience::Advanced]),
        prop::sample::select(vec![
            Activity::Sedentary,
            Activity::Light,
            Activity::Moderate,
            Activity::High,
            Activity::VeryHigh,
        ]),
        prop_oneof![Just(Goal::Gain), Just(Goal::Maintain)],
        1_u8..=4,
        20_i64..=150,
    );
    (body, life).prop_map(|((sex, grams, mm, age, fat), (experience, activity, goal, days, minutes))| {
        Profile {
            sex,
            weight: grams.map(|grams| Kg::saturating(i64::from(grams))),
            height: mm.map(|mm| Millimetres::saturating(i64::from(mm))),
            age: Years::saturating(age),
            body_fat: fat.map(PerMille::saturating),
            experience,
            activity,
            goal,
            days: TrainingDays::spread(days),
            minutes: Minutes::saturating(minutes),
            ..ProfileDraft::example_profile()
        }
    })
}

/// The rule that refuses a person of whom nothing is known to be ill, worked out again from science C, E and
/// H9, or none.
fn refusal_of(profile: &Profile) -> Option<&'static str> {
    if profile.age.get() < 18 {
        return Some("young");
    }
    if profile.age.get() > 78 {
        return Some("old");
    }
    let (Some(sex), Some(weight), Some(height)) = (profile.sex, profile.weight, profile.height) else {
        return Some("missing");
    };
    let (kg, cm) = (weight.kg(), height.cm());
    if !(35.0..=250.0).contains(&kg) || !(130.0..=220.0).contains(&cm) {
        return Some("outside");
    }
    let bmi = kg / (cm * cm) * 10_000.0;
    if !(16.0..=50.0).contains(&bmi) {
        return Some("bmi");
    }
    if profile.body_fat.is_some_and(|fat| fat.percent() < 4.0 || fat.percent() > 60.0) {
        return Some("outside");
    }
    let body = Body { sex, kg, cm, age: f64::from(profile.age.get()) };
    let rest = by(Formula::Mifflin, body, None).unwrap();
    let fat = profile.body_fat.map(|fat| fat.percent());
    let limit = if sex == Sex::Male { 25.0 } else { 35.0 };
    let whole = fat.map(|fat| fat_free(kg, fat) / (cm * cm) * 10_000.0);
    let believed = fat.filter(|_| bmi < 30.0 || whole.is_some_and(|index| (11.0..=30.0).contains(&index)));
    let none =
        profile.goal == Goal::Maintain || bmi > 40.0 || believed.map_or(bmi >= 30.0, |fat| fat >= limit);
    let maintenance = rest * multiplier(profile.activity);
    let share = match profile.experience {
        Experience::Novice => 0.10,
        Experience::Intermediate => 0.075,
        Experience::Advanced => 0.05,
    };
    let surplus =
        if none { 0.0 } else { (share * maintenance).max(150.0_f64.min(0.1 * maintenance)).min(500.0) };
    let energy = maintenance + surplus;
    let lean = fat.map(|fat| fat_free(kg, fat));
    let work = lifting(kg, f64::from(profile.minutes.get()), f64::from(profile.days.count()));
    if lean.is_some_and(|lean| availability(energy, work, lean) < 30.0) {
        return Some("low");
    }
    let reference = if bmi >= 30.0 { 25.0 * cm * cm / 1e4 + 0.4 * (kg - 25.0 * cm * cm / 1e4) } else { kg };
    // At the least, fat is a fifth of energy and protein 1.8 g per kg.
    (4.0 * 1.8 * reference + 0.2 * energy > energy).then_some("impossible")
}

fn name_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Missing(_) => "missing",
        Refusal::Unanswered => "unanswered",
        Refusal::Young => "young",
        Refusal::Old => "old",
        Refusal::BodyMassIndex => "bmi",
        Refusal::OutsideFormula => "outside",
        Refusal::EatingDisorder => "eating",
        Refusal::Pregnancy => "pregnancy",
        Refusal::Clinician(_) => "clinician",
        Refusal::TooLow => "low",
        Refusal::Impossible => "impossible",
    }
}

#[track_caller]
fn sound(got: &Targets) {
    let numbers = [
        got.resting,
        got.maintenance,
        got.surplus,
        got.surplus_percent,
        got.energy,
        got.protein.0,
        got.protein.1,
        got.protein.2,
        got.fat,
        got.carbs,
        got.carbs_per_kg,
        got.meal.0,
        got.meal.1,
        got.drink.unwrap_or(0.0),
        got.basis.bmi,
        got.basis.reference_kg,
        got.basis.fat_free_kg.unwrap_or(0.0),
    ];
    assert!(numbers.iter().all(|number| number.is_finite() && *number >= 0.0), "{got:?}");
    let exact = 4.0 * got.protein.1 + 9.0 * got.fat + 4.0 * got.carbs;
    assert!((exact - got.energy).abs() < 1e-6, "{got:?}");
    // Rounded at the edge: half a gram of each and half a kilocalorie.
    let rounded = 4.0 * f64::from(got.protein_grams().get())
        + 9.0 * f64::from(got.fat_grams().get())
        + 4.0 * f64::from(got.carbs_grams().get());
    assert!((rounded - f64::from(got.energy_kcal().get())).abs() <= 9.0, "{got:?}");
    assert!(surplus_allowed(got.surplus, got.maintenance));
    assert!(energy_enough(got.energy, got.resting, got.basis.availability));
    assert!(9.0 * got.fat >= 0.2 * got.energy - 1e-6 && 9.0 * got.fat <= 0.35 * got.energy + 1e-6);
    assert!(got.basis.bmi <= 40.0 || got.surplus == 0.0);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn a_number_is_refused_exactly_where_a_rule_says_so(profile in person()) {
        match targets(&profile, &well(), None, today()) {
            Ok(got) => {
                prop_assert_eq!(refusal_of(&profile), None);
                sound(&got);
            }
            Err(refusal) => prop_assert_eq!(refusal_of(&profile), Some(name_of(&refusal)), "{:?}", profile),
        }
    }

    #[test]
    fn no_condition_is_reached_around_by_any_choice(
        profile in person(),
        condition in prop::sample::select(Condition::ALL.to_vec()),
        formula in prop::sample::select(Formula::ALL.to_vec()),
        surplus in prop::option::of(0.0..500.0_f64),
    ) {
        let answers = SafetyAnswers { conditions: Some(OrderedSet::from([condition])), cleared_on: None, ..Default::default() };
        let choices = Choices { formula, surplus, maintenance: Some(3000.0), protein: None };
        let free = [Condition::TreatedHypertension, Condition::FluidRestriction];
        if !free.contains(&condition) {
            prop_assert!(matches!(chosen(&profile, &answers, None, today(), &choices), Err(Refused::Rule(_))));
            prop_assert!(matches!(
                chosen(&profile, &SafetyAnswers::default(), None, today(), &choices),
                Err(Refused::Rule(_))
            ));
        }
    }

    #[test]
    fn every_choice_is_kept_or_refused_and_breaks_no_rule(
        profile in person(),
        formula in prop::sample::select(Formula::ALL.to_vec()),
        surplus in prop::option::of(prop_oneof![8 => -100.0..700.0_f64, 1 => Just(f64::NAN), 1 => Just(f64::INFINITY)]),
        protein in prop::option::of(prop_oneof![8 => 1.2..2.6_f64, 1 => Just(f64::NAN)]),
        maintenance in prop::option::of(prop_oneof![8 => 800.0..6000.0_f64, 1 => Just(f64::NAN), 1 => Just(-5.0)]),
    ) {
        let choices = Choices { formula, surplus, protein, maintenance };
        match chosen(&profile, &well(), None, today(), &choices) {
            Ok(got) => {
                sound(&got);
                prop_assert_eq!(got.basis.formula, formula);
                if let Some(own) = surplus {
                    prop_assert_eq!(got.surplus, own);
                }
                if let Some(own) = maintenance {
                    let plain = Choices { maintenance: None, ..choices };
                    let by_formula = chosen(&profile, &well(), None, today(), &plain).map(|plain| plain.maintenance);
                    // Where it is refused by itself, the chosen one is what lifted it above too little.
                    prop_assert!(by_formula.map_or(true, |formula| (own / formula - 1.0).abs() <= 0.30 + 1e-9));
                    prop_assert!(own >= 1.1 * got.resting - 1e-9);
                }
                if let Some(own) = protein {
                    prop_assert!((1.6..=2.2).contains(&own));
                    prop_assert!((got.protein.1 - own * got.basis.reference_kg).abs() < 1e-9);
                }
            }
            Err(Refused::Choice(BadChoice::Protein)) => {
                prop_assert!(protein.is_some_and(|own| !(1.6..=2.2).contains(&own)));
            }
            Err(Refused::Choice(BadChoice::Surplus)) => prop_assert!(surplus.is_some()),
            Err(Refused::Choice(BadChoice::Maintenance)) => prop_assert!(maintenance.is_some()),
            Err(Refused::Choice(BadChoice::TooLittle)) => prop_assert!(false, "a rule's word, not a choice's"),
            Err(Refused::Choice(BadChoice::Formula(_))) => {
                prop_assert!(matches!(formula, Formula::KatchMcArdle | Formula::Cunningham));
            }
            Err(Refused::Rule(_)) => {}
        }
    }

    #[test]
    fn the_table_of_formulas_refuses_what_contradicts_itself(
        kg in 35.0..250.0_f64, cm in 130.0..220.0_f64, fat in prop::option::of(-10.0..110.0_f64),
    ) {
        let body = Body { sex: Sex::Female, kg, cm, age: 40.0 };
        let rows = table(body, fat);
        prop_assert!(rows[0].1.is_ok() && rows[1].1.is_ok());
        for (formula, row) in &rows[2..] {
            let wanted = match fat {
                None => Some(NoFormula::NeedsBodyFat),
                Some(fat) if !(4.0..=60.0).contains(&fat) => Some(NoFormula::OutsideRange),
                Some(fat) => {
                    let index = fat_free(kg, fat) / (cm * cm) * 10_000.0;
                    (!(11.0..=30.0).contains(&index)).then_some(NoFormula::Contradiction)
                }
            };
            prop_assert_eq!(row.err(), wanted, "{:?}", formula);
            prop_assert!(row.is_err() || row.is_ok_and(|kcal| kcal > 500.0));
        }
    }

    #[test]
    fn meals_of_any_day_add_up_and_keep_apart(
        profile in person(),
        wakes in 0_u16..1440, sleeps in 0_u16..1440, count in 0_u8..9,
        session in prop::option::of((0_u16..1440, 20_i64..300)),
    ) {
        let Ok(got) = targets(&profile, &well(), None, today()) else { return Ok(()) };
        let waking = Waking { wakes, sleeps };
        let session = session.map(|(starts, length)| SessionTime { starts, length: Minutes::saturating(length) });
        let at = times(waking, count, session);
        let day = meals_at(&got, &at, waking, session);
        prop_assert!(!at.is_empty() && at.len() <= usize::from(count.clamp(3, 5)));
        check_day(&got, &day)?;
        for list in [meals(&got, session), meals_at(&got, &[5, 5, 1439, 2000, 700, 800, 900], waking, session)] {
            check_day(&got, &list)?;
        }
    }

    #[test]
    fn a_weight_that_rises_too_fast_ends_every_surplus_and_a_slower_one_none(
        grams in -300_i64..300, own in prop::option::of(0_i64..=400),
    ) {
        let profile = Profile {
            sex: Some(Sex::Male),
            height: Millimetres::from_cm(180.0).ok(),
            ..ProfileDraft::example_profile()
        };
        let mut body = BodyLog::default();
        for back in 0..20 {
            body.weights.insert(today().plus(-back), Kg::saturating(80_000 - grams * back));
        }
        let diet = Diet { surplus: own.map(Kcal::saturating), ..Diet::default() };
        let (got, bad) = targets_on(&profile, &well(), &body, today(), &diet);
        let got = got.unwrap();
        sound(&got);
        // Without scatter the error is none: a percent of 80 kg a week is 114.3 g a day.
        let (fast, too_fast) = (grams >= 58, grams >= 115);
        prop_assert_eq!(got.warnings.contains(&Warning::RisingTooFast), too_fast);
        prop_assert_eq!(got.warnings.contains(&Warning::RisingFast), fast && !too_fast);
        prop_assert_eq!(got.surplus == 0.0, too_fast || own == Some(0));
        prop_assert_eq!(bad, None);
    }

    #[test]
    fn meals_that_are_moved_stay_apart_and_hold_the_day(
        profile in person(),
        waking in (0_u16..1440, 0_u16..1440),
        moves in prop::collection::vec((0_usize..7, 0_u16..1600), 0..12),
    ) {
        let Ok(got) = targets(&profile, &well(), None, today()) else { return Ok(()) };
        let mut diet = Diet { waking: Waking { wakes: waking.0, sleeps: waking.1 }, ..Diet::default() };
        for (place, at) in moves {
            let before = diet.meal_times(None);
            let moved = diet.move_meal(place, at, None);
            let after = diet.meal_times(None);
            prop_assert_eq!(after.len(), before.len());
            prop_assert_eq!(moved, at < 1440 && place < before.len() && !before.contains(&at));
        }
        check_day(&got, &meals_at(&got, &diet.meal_times(None), diet.waking, None))?;
    }

    #[test]
    fn water_is_never_negative_nor_absurd(before in 0_i64..300_000, after in 0_i64..300_000, drunk in -1.0..6.0_f64) {
        if let Some(got) = sweat(Kg::saturating(before), Kg::saturating(after), drunk) {
            prop_assert!(got.lost_kg >= 0.0 && got.percent <= 8.0 && got.hours >= 0.0);
            let litres = drink_litres(Sex::Male, got.lost_kg);
            prop_assert!((2.0..40.0).contains(&litres));
            prop_assert_eq!(got.much, got.percent > 2.0);
        }
        let (least, most) = before_session(before as f64 / 1000.0);
        prop_assert!(least >= 0.0 && least <= most);
    }
}

fn check_day(got: &Targets, day: &[Meal]) -> Result<(), TestCaseError> {
    let sum: u32 = day.iter().map(|meal| u32::from(meal.protein.get())).sum();
    prop_assert_eq!(sum, u32::from(got.protein_grams().get()), "{:?}", day);
    prop_assert!(day.iter().all(|meal| meal.at < 1440));
    let around: u32 = day.iter().filter_map(|meal| meal.carbs).map(|grams| u32::from(grams.get())).sum();
    prop_assert!(f64::from(around) <= got.carbs / 2.0 + 10.0);
    for (place, meal) in day.iter().enumerate() {
        prop_assert!(day[..place].iter().all(|other| other.name != meal.name), "{:?}", day);
    }
    Ok(())
}

#[test]
fn an_ordinary_day_eats_every_few_hours() {
    for count in 3..=5 {
        for session in [None, Some(17 * 60 + 30), Some(6 * 60 + 30), Some(12 * 60), Some(20 * 60)] {
            let session = session.map(|starts| SessionTime { starts, length: Minutes::saturating(60) });
            let at = times(Waking::USUAL, count, session);
            assert_eq!(at.len(), usize::from(count), "{count} {session:?}: {at:?}");
            assert!(at.windows(2).all(|pair| pair[0] + 90 <= pair[1]), "{at:?}");
            if session.is_none() {
                let gaps: Vec<u16> = at.windows(2).map(|pair| pair[1] - pair[0]).collect();
                let (least, most) = (gaps.iter().min().unwrap(), gaps.iter().max().unwrap());
                assert!(most - least <= 1 && (210..=420).contains(most), "{at:?}");
            }
            let evening = session.is_none_or(|session| session.starts == 17 * 60 + 30);
            if count >= 4 && evening {
                assert!(at.windows(2).all(|pair| pair[1] - pair[0] <= 4 * 60), "{count} {session:?}: {at:?}");
            }
            if count == 5 {
                assert!(at.windows(2).all(|pair| pair[1] - pair[0] <= 6 * 60), "{session:?}: {at:?}");
            }
        }
    }
}

#[test]
fn meals_are_named_by_the_hour_and_each_name_is_used_once() {
    use MealName::{AfterLifting, Afternoon, BeforeLifting, Breakfast, Dinner, Evening, Lunch};
    let profile = Profile {
        sex: Some(Sex::Male),
        weight: Kg::from_kg(80.0).ok(),
        height: Millimetres::from_cm(180.0).ok(),
        ..ProfileDraft::example_profile()
    };
    let got = targets(&profile, &well(), None, today()).unwrap();
    let names = |times: &[u16], session: Option<SessionTime>| {
        let day = meals_at(&got, times, Waking::USUAL, session);
        day.iter().map(|meal| meal.name).collect::<Vec<_>>()
    };
    let session = Some(SessionTime::usual(Minutes::saturating(60)));
    let by_rule = |count, session| names(&times(Waking::USUAL, count, session), session);
    assert_eq!(by_rule(4, None), [Breakfast, Lunch, Afternoon, Dinner]);
    assert_eq!(by_rule(4, session), [Breakfast, Lunch, BeforeLifting, AfterLifting]);
    assert_eq!(by_rule(3, None)[..2], [Breakfast, Lunch]);
    assert_eq!(names(&[12 * 60], None), [Lunch]);
    assert_eq!(names(&[420, 430, 440, 450, 460], None), [Breakfast, Lunch, Afternoon, Dinner, Evening]);
    assert_eq!(names(&[1300, 1310, 1320], None), [Afternoon, Dinner, Evening]);
}

#[test]
fn a_night_worker_eats_in_their_own_order() {
    let waking = Waking { wakes: 14 * 60, sleeps: 6 * 60 };
    let session = SessionTime { starts: 16 * 60, length: Minutes::saturating(60) };
    let at = times(waking, 4, Some(session));
    assert_eq!(&at[..2], [14 * 60 + 30, 17 * 60 + 40]);
    assert!(at.iter().any(|at| *at < 6 * 60), "{at:?}");
    let profile = Profile { age: Years::saturating(30), ..ProfileDraft::example_profile() };
    let profile = Profile {
        sex: Some(Sex::Male),
        weight: Kg::from_kg(80.0).ok(),
        height: Millimetres::from_cm(180.0).ok(),
        ..profile
    };
    let got = targets(&profile, &well(), None, today()).unwrap();
    let day = meals_at(&got, &at, waking, Some(session));
    assert_eq!((day[0].name, day[1].name), (MealName::BeforeLifting, MealName::AfterLifting));
}
