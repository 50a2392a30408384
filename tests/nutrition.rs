//! Food targets against the reference examples, and every rule that forbids a number.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use legwork::domain::athlete::{Activity, Experience, Goal, Profile, ProfileDraft, Sex, TrainingDays};
use legwork::domain::calendar::Day;
use legwork::domain::nutrition::expenditure::{Body, Formula, fat_free, resting};
use legwork::domain::nutrition::gate::{availability, energy_enough, surplus_allowed};
use legwork::domain::nutrition::meals::{MealName, SessionTime, meals};
use legwork::domain::nutrition::surplus::{Eater, SurplusRule, surplus};
use legwork::domain::nutrition::targets::{FatRule, Missing, Refusal, Targets, Warning, targets};
use legwork::domain::nutrition::trend::{TooFew, slope, slope_error, smoothed};
use legwork::domain::nutrition::water::drink_litres;
use legwork::domain::ordered::{OrderedMap, OrderedSet};
use legwork::domain::safety::{Condition, SafetyAnswers};
use legwork::domain::units::{Kg, Millimetres, Minutes, PerMille, Years};
use serde_json::Value;

fn vectors() -> Value {
    serde_json::from_str(include_str!("fixtures/vectors.json")).unwrap()
}

fn close(got: f64, wanted: &Value, what: &str) {
    let wanted = wanted.as_f64().unwrap();
    assert!((got - wanted).abs() < 1e-6, "{what}: {got} is not {wanted}");
}

fn today() -> Day {
    Day::parse("2026-11-21").unwrap()
}

fn well() -> SafetyAnswers {
    SafetyAnswers { conditions: Some(OrderedSet::new()), cleared_on: None, ..Default::default() }
}

fn with(conditions: &[Condition]) -> SafetyAnswers {
    SafetyAnswers {
        conditions: Some(conditions.iter().copied().collect()),
        cleared_on: None,
        ..Default::default()
    }
}

fn person(sex: Sex, kg: f64, cm: f64, age: i64, fat: Option<f64>) -> Profile {
    Profile {
        sex: Some(sex),
        weight: Kg::from_kg(kg).ok(),
        height: Millimetres::from_cm(cm).ok(),
        age: Years::try_new(age).unwrap(),
        body_fat: fat.and_then(|fat| PerMille::from_percent(fat).ok()),
        ..ProfileDraft::example_profile()
    }
}

/// M80/180/30, intermediate, moderate.
fn ordinary() -> Profile {
    person(Sex::Male, 80.0, 180.0, 30, None)
}

fn ask(profile: &Profile) -> Result<Targets, Refusal> {
    targets(profile, &well(), None, today())
}

fn sex_of(row: &Value) -> Sex {
    if row["sex"] == "M" { Sex::Male } else { Sex::Female }
}

#[test]
fn every_formula_gives_the_reference_values() {
    for row in vectors()["bmr"].as_array().unwrap() {
        let number = |name: &str| row[name].as_f64().unwrap();
        let body = Body { sex: sex_of(row), kg: number("kg"), cm: number("cm"), age: number("age") };
        let fat = Some(number("bf"));
        close(fat_free(body.kg, number("bf")), &row["ffm"], "fat-free mass");
        let names = ["mifflin", "hb84", "katch", "cunningham"];
        for (formula, name) in Formula::ALL.into_iter().zip(names) {
            close(resting(formula, body, fat).unwrap(), &row[name], name);
        }
        assert_eq!(resting(Formula::KatchMcArdle, body, None), None);
    }
}

#[test]
fn the_whole_plan_gives_the_reference_values() {
    let all = vectors();
    let activities = [
        (1.2, Activity::Sedentary),
        (1.375, Activity::Light),
        (1.55, Activity::Moderate),
        (1.725, Activity::High),
        (1.9, Activity::VeryHigh),
    ];
    let rows = all["bmr"].as_array().unwrap().iter().zip(all["plan"].as_array().unwrap());
    for (body, plan) in rows {
        let number = |name: &str| body[name].as_f64().unwrap();
        let multiplier = plan["mult"].as_f64().unwrap();
        let profile = Profile {
            activity: activities.iter().find(|(m, _)| *m == multiplier).unwrap().1,
            experience: if plan["pct"] == 10 { Experience::Novice } else { Experience::Intermediate },
            goal: Goal::Gain,
            ..person(sex_of(body), number("kg"), number("cm"), number("age") as i64, Some(number("bf")))
        };
        let got = ask(&profile).unwrap();
        close(got.basis.bmi, &plan["bmi"], "bmi");
        close(got.maintenance, &plan["tdee"], "tdee");
        close(got.surplus, &plan["surplus"], "surplus");
        close(got.energy, &plan["kcal"], "kcal");
        close(got.basis.reference_kg, &plan["refkg"], "refkg");
        close(got.protein.1, &plan["protein"], "protein");
        close(got.protein.0, &plan["prot_lo"], "prot_lo");
        close(got.protein.2, &plan["prot_hi"], "prot_hi");
        close(got.fat, &plan["fat"], "fat");
        close(got.carbs, &plan["carb"], "carb");
        close(got.carbs_per_kg, &plan["carb_gkg"], "carb_gkg");
        close(got.meal.0, &plan["meal_lo"], "meal_lo");
        close(got.meal.1, &plan["meal_hi"], "meal_hi");
        let few = got.carbs_per_kg < 3.0;
        assert_eq!(got.warnings.contains(&Warning::FewCarbs), few);
        assert_eq!(got.fat_rule == FatRule::ForCarbs, few);
    }
}

#[test]
fn rounding_happens_once_at_the_edge() {
    let got = ask(&ordinary()).unwrap();
    assert_eq!((got.maintenance_kcal().get(), got.energy_kcal().get()), (2759, 2966));
    assert_eq!((got.protein_grams().get(), got.fat_grams().get(), got.carbs_grams().get()), (144, 66, 449));
}

#[test]
fn todays_weight_comes_before_the_forms() {
    let got = targets(&ordinary(), &well(), Kg::from_kg(90.0).ok(), today()).unwrap();
    assert_eq!((got.weight.kg(), got.resting), (90.0, 1880.0));
    let without = Profile { weight: None, ..ordinary() };
    assert!(targets(&without, &well(), Kg::from_kg(90.0).ok(), today()).is_ok());
}

#[test]
fn what_is_missing_is_named_and_nothing_is_guessed() {
    let nobody = Profile { sex: None, height: None, weight: None, ..ordinary() };
    let all = vec![Missing::Sex, Missing::Height, Missing::Weight];
    assert_eq!(ask(&nobody), Err(Refusal::Missing(all)));
    assert_eq!(ask(&Profile { sex: None, ..ordinary() }), Err(Refusal::Missing(vec![Missing::Sex])));
    assert_eq!(ask(&Profile { height: None, ..ordinary() }), Err(Refusal::Missing(vec![Missing::Height])));
}

#[test]
fn age_closes_the_gate_at_both_ends() {
    let at = |age: i64| ask(&person(Sex::Male, 80.0, 180.0, age, None));
    assert_eq!((at(13), at(17)), (Err(Refusal::Young), Err(Refusal::Young)));
    assert!(at(18).is_ok() && at(78).is_ok());
    assert_eq!(at(79), Err(Refusal::Old));
}

#[test]
fn unanswered_safety_questions_are_no_answer() {
    let asked = targets(&ordinary(), &SafetyAnswers::default(), None, today());
    assert_eq!(asked, Err(Refusal::Unanswered));
}

#[test]
fn neither_pregnancy_nor_an_eating_disorder_is_opened_by_a_clearance() {
    for (condition, refusal) in [
        (Condition::PregnantOrPostpartum, Refusal::Pregnancy),
        (Condition::EatingDisorder, Refusal::EatingDisorder),
    ] {
        let mut answers = with(&[condition]);
        assert_eq!(targets(&ordinary(), &answers, None, today()), Err(refusal.clone()));
        answers.cleared_on = Some(today());
        assert_eq!(targets(&ordinary(), &answers, None, today()), Err(refusal));
    }
}

#[test]
fn an_eating_disorder_hears_nothing_about_its_body() {
    let thin = Profile { height: None, ..person(Sex::Female, 40.0, 180.0, 30, None) };
    let answers = with(&[Condition::EatingDisorder, Condition::HeartDisease]);
    assert_eq!(targets(&thin, &answers, Kg::from_kg(40.0).ok(), today()), Err(Refusal::EatingDisorder));
}

#[test]
fn every_gate_condition_waits_for_a_clinician_and_names_itself() {
    let free = [
        Condition::PregnantOrPostpartum,
        Condition::EatingDisorder,
        Condition::TreatedHypertension,
        Condition::FluidRestriction,
    ];
    for condition in Condition::ALL.into_iter().filter(|one| !free.contains(one)) {
        let mut answers = with(&[condition]);
        let refused = targets(&ordinary(), &answers, None, today());
        assert_eq!(refused, Err(Refusal::Clinician(vec![condition])));
        answers.cleared_on = Some(today().plus(1));
        assert!(targets(&ordinary(), &answers, None, today()).is_err(), "a clearance of tomorrow");
        answers.cleared_on = Some(today());
        assert!(targets(&ordinary(), &answers, None, today()).is_ok(), "{condition:?} after a clearance");
    }
    assert!(targets(&ordinary(), &with(&[Condition::TreatedHypertension]), None, today()).is_ok());
}

#[test]
fn kidneys_and_fluid_change_what_is_shown() {
    let mut answers = with(&[Condition::KidneyDisease]);
    answers.cleared_on = Some(today());
    let got = targets(&ordinary(), &answers, None, today()).unwrap();
    assert_eq!(got.warnings, [Warning::KidneysProtein]);
    let dry = targets(&ordinary(), &with(&[Condition::FluidRestriction]), None, today()).unwrap();
    assert_eq!((dry.drink, dry.warnings), (None, vec![Warning::FluidRestriction]));
    assert_eq!(ask(&ordinary()).unwrap().drink, Some(2.0));
}

/// A person of 180 cm with this body mass index.
fn of_bmi(bmi: f64, fat: Option<f64>) -> Profile {
    Profile { activity: Activity::High, ..person(Sex::Male, bmi * 3.24, 180.0, 30, fat) }
}

#[test]
fn the_body_mass_index_refuses_warns_and_stops_the_surplus() {
    assert_eq!(ask(&of_bmi(15.99, None)), Err(Refusal::BodyMassIndex));
    assert_eq!(ask(&of_bmi(50.01, None)), Err(Refusal::BodyMassIndex));
    let thin = ask(&of_bmi(16.01, None)).unwrap();
    assert!(thin.warnings.contains(&Warning::Underweight) && thin.surplus > 0.0);
    assert!(!ask(&of_bmi(18.51, None)).unwrap().warnings.contains(&Warning::Underweight));
    let heavy = ask(&of_bmi(40.01, Some(10.0))).unwrap();
    assert_eq!((heavy.surplus, heavy.surplus_rule), (0.0, SurplusRule::VeryHighBmi));
    assert!(heavy.warnings.contains(&Warning::VeryHighBmi));
    let high = ask(&of_bmi(30.01, None)).unwrap();
    assert_eq!((high.surplus, high.surplus_rule), (0.0, SurplusRule::HighBmi));
    assert!(high.warnings.contains(&Warning::NoSurplusAtThisBmi));
    assert!(ask(&of_bmi(29.99, None)).unwrap().surplus > 0.0);
}

#[test]
fn a_body_known_to_be_lean_may_be_heavy() {
    assert!(ask(&of_bmi(32.0, Some(24.9))).unwrap().surplus > 0.0);
    assert_eq!(ask(&of_bmi(32.0, Some(25.0))).unwrap().surplus_rule, SurplusRule::HighFat);
    // The limit itself counts, below a body mass index of 30 too, and is the sex's own.
    assert_eq!(ask(&of_bmi(27.0, Some(25.0))).unwrap().surplus_rule, SurplusRule::HighFat);
    let woman = |fat: f64| ask(&person(Sex::Female, 75.0, 170.0, 30, Some(fat))).unwrap().surplus_rule;
    assert_eq!(woman(35.0), SurplusRule::HighFat);
    assert_ne!(woman(34.9), SurplusRule::HighFat);
}

#[test]
fn a_size_outside_the_formula_is_refused_wherever_it_comes_from() {
    for kg in [34.9, 250.1, 0.0] {
        let refused = targets(&ordinary(), &well(), Kg::from_kg(kg).ok(), today());
        assert_eq!(refused, Err(Refusal::OutsideFormula), "{kg}");
    }
    assert_eq!(ask(&person(Sex::Male, 80.0, 129.9, 30, None)), Err(Refusal::OutsideFormula));
    assert_eq!(ask(&person(Sex::Male, 80.0, 220.1, 30, None)), Err(Refusal::OutsideFormula));
}

#[test]
fn the_surplus_follows_experience_within_its_bounds() {
    let eater =
        |experience| Eater { sex: Sex::Male, experience, goal: Goal::Gain, bmi: 24.0, fat_percent: None };
    use Experience::{Advanced, Intermediate, Novice};
    assert_eq!(surplus(&eater(Novice), 2800.0), (280.0, SurplusRule::Share));
    assert_eq!(surplus(&eater(Intermediate), 2800.0), (210.0, SurplusRule::Share));
    assert_eq!(surplus(&eater(Advanced), 3200.0), (160.0, SurplusRule::Share));
    assert_eq!(surplus(&eater(Advanced), 2800.0), (150.0, SurplusRule::Least));
    // A tenth where that is less than 150.
    assert_eq!(surplus(&eater(Advanced), 1400.0), (140.0, SurplusRule::Least));
    assert_eq!(surplus(&eater(Novice), 5400.0), (500.0, SurplusRule::Most));
    let stays = Eater { goal: Goal::Maintain, ..eater(Novice) };
    assert_eq!(surplus(&stays, 2800.0), (0.0, SurplusRule::Stay));
}

#[test]
fn too_little_energy_is_refused() {
    let left = availability(2400.0, 350.0, 52.0);
    assert!((left - 39.42).abs() < 0.01 && energy_enough(2400.0, 1700.0, Some(left)));
    assert!(!energy_enough(1800.0, 1700.0, Some(availability(1800.0, 400.0, 50.0))));
    // Lean, much lifting, said to be sedentary: known fat-free mass refuses, unknown cannot.
    let busy = Profile {
        activity: Activity::Sedentary,
        goal: Goal::Maintain,
        days: TrainingDays::spread(4),
        minutes: Minutes::saturating(120),
        ..person(Sex::Male, 90.0, 180.0, 30, Some(10.0))
    };
    assert_eq!(ask(&busy), Err(Refusal::TooLow));
    let unknown = ask(&Profile { body_fat: None, ..busy }).unwrap();
    assert_eq!((unknown.basis.availability, unknown.basis.fat_free_kg), (None, None));
}

#[test]
fn no_person_is_told_a_deficit_a_crash_or_a_glut() {
    let sexes = [Sex::Male, Sex::Female];
    let levels = [Experience::Novice, Experience::Intermediate, Experience::Advanced];
    let activities = [Activity::Sedentary, Activity::Moderate, Activity::VeryHigh];
    let (mut shown, mut refused) = (0, 0);
    for sex in sexes {
        for kg in (35..=250).step_by(9) {
            for cm in (130..=220).step_by(10) {
                for age in [18, 40, 78] {
                    for fat in [None, Some(4.0), Some(30.0), Some(60.0)] {
                        for (experience, activity) in levels.into_iter().zip(activities) {
                            let body = person(sex, f64::from(kg), f64::from(cm), age, fat);
                            let Ok(got) = ask(&Profile { experience, activity, ..body }) else {
                                refused += 1;
                                continue;
                            };
                            shown += 1;
                            check(&got);
                        }
                    }
                }
            }
        }
    }
    assert!(shown > 1000 && refused > 1000, "{shown} shown, {refused} refused");
}

fn check(got: &Targets) {
    let kg = got.weight.kg();
    assert!((16.0..=50.0).contains(&got.basis.bmi));
    assert!(got.surplus >= 0.0 && surplus_allowed(got.surplus, got.maintenance));
    assert!(energy_enough(got.energy, got.resting, got.basis.availability));
    assert!(got.carbs >= 0.0 && (got.carbs_per_kg - got.carbs / kg).abs() < 1e-9);
    let sum = 4.0 * got.protein.1 + 9.0 * got.fat + 4.0 * got.carbs;
    assert!((sum - got.energy).abs() < 1e-6, "{sum} is not {}", got.energy);
    assert!(9.0 * got.fat <= 0.35 * got.energy + 1e-6 && 9.0 * got.fat >= 0.2 * got.energy - 1e-6);
    assert_eq!(got.carbs_per_kg < 3.0, got.warnings.contains(&Warning::FewCarbs));
    for session in [None, Some(SessionTime::usual(Minutes::saturating(60)))] {
        let total: u32 = meals(got, session).iter().map(|meal| u32::from(meal.protein.get())).sum();
        assert_eq!(total, u32::from(got.protein_grams().get()));
    }
}

#[test]
fn the_fat_is_bound_by_the_rule_it_names() {
    // 0.8 g per kg, while carbohydrate is enough.
    let light = ask(&person(Sex::Female, 62.0, 167.0, 28, Some(24.0))).unwrap();
    assert_eq!((light.fat_rule, light.fat), (FatRule::Share, 0.2 * light.energy / 9.0));
    let calm = Profile { activity: Activity::Light, ..person(Sex::Female, 62.0, 167.0, 28, Some(24.0)) };
    assert_eq!(ask(&calm).unwrap().fat_rule, FatRule::Floor);
    let still = Profile { activity: Activity::Sedentary, ..person(Sex::Female, 75.0, 160.0, 45, Some(35.0)) };
    assert_eq!((ask(&still).unwrap().fat_rule, ask(&still).unwrap().fat), (FatRule::ForCarbs, 37.5));
}

#[test]
fn water_follows_what_a_session_took() {
    use Sex::{Female, Male};
    for (sex, lost, litres) in
        [(Male, 0.8, 3.2), (Female, 0.5, 2.35), (Male, 1.4, 4.1), (Female, 0.3, 2.05), (Male, 1.6, 4.4)]
    {
        assert!((drink_litres(sex, lost) - litres).abs() < 1e-9, "{lost}");
    }
}

fn day_of(profile: &Profile, starts: u16, minutes: i64) -> Vec<(MealName, u16, u16)> {
    let session = SessionTime { starts, length: Minutes::saturating(minutes) };
    let list = meals(&ask(profile).unwrap(), Some(session));
    list.iter().map(|meal| (meal.name, meal.at, meal.protein.get())).collect()
}

#[test]
fn a_training_day_eats_before_and_after() {
    use MealName::{AfterLifting, BeforeLifting, Breakfast, Evening, Lunch};
    let day = day_of(&ordinary(), 17 * 60 + 30, 65);
    let times: Vec<(MealName, u16)> = day.iter().map(|(name, at, _)| (*name, *at)).collect();
    let (before, after) = (16 * 60, 19 * 60 + 15);
    let wanted =
        [(Breakfast, 450), (Lunch, 750), (BeforeLifting, before), (AfterLifting, after), (Evening, 1320)];
    assert_eq!(times, wanted);
    let early = day_of(&ordinary(), 7 * 60, 60);
    assert_eq!((early[0].0, early[1].0), (BeforeLifting, AfterLifting));
    assert_eq!(day_of(&ordinary(), 6 * 60, 60)[0].0, AfterLifting, "nobody eats at half past four");
}

#[test]
fn at_any_hour_the_day_holds_four_full_meals() {
    let got = ask(&ordinary()).unwrap();
    for starts in (0..24 * 60).step_by(5) {
        for minutes in [20, 60, 90, 150, 1440] {
            let session = SessionTime { starts, length: Minutes::saturating(minutes) };
            let day = meals(&got, Some(session));
            let what = format!("{starts} for {minutes}: {day:?}");
            assert!((4..=5).contains(&day.len()), "{what}");
            assert!(day.windows(2).all(|pair| pair[0].at + 60 <= pair[1].at), "{what}");
            assert!(day.iter().all(|meal| meal.at < 24 * 60), "{what}");
            let full = day.iter().filter(|meal| f64::from(meal.protein.get()) >= got.meal.0).count();
            assert!(full >= 4, "{what}");
            assert!(day.iter().all(|meal| f64::from(meal.protein.get()) <= got.meal.1), "{what}");
            assert_eq!(day.iter().map(|meal| meal.protein.get()).sum::<u16>(), 144, "{what}");
            let names: OrderedSet<String> = day.iter().map(|meal| format!("{:?}", meal.name)).collect();
            assert_eq!(names.len(), day.len(), "{what}");
            let ends = starts + u16::try_from(minutes).unwrap().min(240);
            assert!(day.iter().all(|meal| meal.at <= starts || meal.at >= ends), "{what}");
        }
    }
}

#[test]
fn carbohydrate_around_lifting_stays_within_half_of_the_day() {
    let still = Profile { activity: Activity::Sedentary, ..person(Sex::Female, 75.0, 160.0, 45, Some(35.0)) };
    for profile in [ordinary(), still] {
        let got = ask(&profile).unwrap();
        let day = meals(&got, Some(SessionTime::usual(Minutes::saturating(60))));
        let around: u16 = day.iter().filter_map(|meal| meal.carbs).map(|grams| grams.get()).sum();
        assert!(around > 0 && f64::from(around) <= got.carbs / 2.0 + 10.0);
        assert!(meals(&got, None).iter().all(|meal| meal.carbs.is_none()));
    }
}

#[test]
fn the_smoothed_weight_gives_the_reference_values() {
    let all = vectors();
    let given = all["ema"]["in"].as_array().unwrap();
    let days = given
        .iter()
        .enumerate()
        .map(|(i, kg)| (today().plus(i as i64), Kg::from_kg(kg.as_f64().unwrap()).unwrap()));
    let line = smoothed(&days.collect());
    for ((_, got), wanted) in line.iter().zip(all["ema"]["out"].as_array().unwrap()) {
        close(*got, wanted, "ema");
    }
    assert_eq!(line.len(), given.len());
}

#[test]
fn a_gap_moves_the_smoothed_weight_as_far_as_its_days() {
    let weights = OrderedMap::from([
        (today(), Kg::from_kg(80.0).unwrap()),
        (today().plus(5), Kg::from_kg(81.0).unwrap()),
    ]);
    let moved = smoothed(&weights)[1].1 - 80.0;
    assert!((moved - (1.0 - 0.9_f64.powi(5))).abs() < 1e-12);
}

#[test]
fn the_error_of_a_slope_gives_the_reference_values() {
    let all = vectors();
    for (days, wanted) in all["slope_se_kcal"].as_object().unwrap() {
        let n: f64 = days.parse().unwrap();
        let mean = (n - 1.0) / 2.0;
        let squared: f64 = (0..n as i64).map(|day| (day as f64 - mean).powi(2)).sum();
        close(slope_error(0.5, squared) * 7700.0, wanted, days);
    }
}

fn weights(count: i64, kg: impl Fn(i64) -> f64) -> OrderedMap<Day, Kg> {
    (0..count).map(|back| (today().plus(-back), Kg::from_kg(kg(-back)).unwrap())).collect()
}

#[test]
fn a_slope_needs_ten_weights_over_fourteen_days() {
    let steady = |day: i64| 80.0 + 0.03 * day as f64;
    assert_eq!(slope(&OrderedMap::new(), today()), Err(TooFew { weights: 0, days: 0 }));
    assert_eq!(slope(&weights(13, steady), today()), Err(TooFew { weights: 13, days: 13 }));
    let got = slope(&weights(14, steady), today()).unwrap();
    assert!((got.kg_per_week - 0.21).abs() < 1e-9 && got.error < 1e-6);
    let sparse: OrderedMap<Day, Kg> =
        weights(27, steady).into_iter().enumerate().filter(|(i, _)| i % 3 == 0).map(|(_, one)| one).collect();
    assert_eq!(slope(&sparse, today()), Err(TooFew { weights: 9, days: 25 }));
    // What is older than four weeks says nothing about now, nor does what is dated ahead.
    let old = slope(&weights(60, |day| if day < -27 { 120.0 } else { steady(day) }), today()).unwrap();
    assert!((old.kg_per_week - 0.21).abs() < 1e-9);
    let mut ahead = weights(14, steady);
    ahead.insert(today().plus(1), Kg::from_kg(200.0).unwrap());
    assert!((slope(&ahead, today()).unwrap().kg_per_week - 0.21).abs() < 1e-9);
}
