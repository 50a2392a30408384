//! Every worked example of food in the reference vectors, counted.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use legwork::domain::athlete::{Activity, Experience, Goal, Profile, ProfileDraft, Sex};
use legwork::domain::calendar::Day;
use legwork::domain::nutrition::expenditure::{Body, Formula, by, fat_free, multiplier};
use legwork::domain::nutrition::maintenance::{Filter, by_balance};
use legwork::domain::nutrition::targets::targets;
use legwork::domain::nutrition::trend::{slope_error, smoothed};
use legwork::domain::ordered::OrderedSet;
use legwork::domain::safety::SafetyAnswers;
use legwork::domain::units::{Kg, Millimetres, PerMille, Years};
use serde_json::Value;

/// What was compared, and what was not equal to one part in a million.
#[derive(Default)]
struct Count {
    checked: usize,
    failed: Vec<String>,
}

impl Count {
    fn check(&mut self, what: &str, got: f64, wanted: &Value) {
        self.checked += 1;
        let wanted = wanted.as_f64().unwrap();
        let off = (got - wanted).abs() / wanted.abs().max(1.0);
        if off.is_nan() || off > 1e-6 {
            self.failed.push(format!("{what}: {got} is not {wanted}"));
        }
    }
}

fn list<'a>(all: &'a Value, name: &str) -> &'a Vec<Value> {
    all[name].as_array().unwrap()
}

#[test]
fn every_reference_value_of_food() {
    let all: Value = serde_json::from_str(include_str!("fixtures/vectors.json")).unwrap();
    let mut count = Count::default();
    bodies(&all, &mut count);
    plans(&all, &mut count);
    trends(&all, &mut count);
    maintenance(&all, &mut count);
    println!("FIGURE fuel.vectors.checked {} values", count.checked);
    println!("FIGURE fuel.vectors.failed {} values", count.failed.len());
    assert!(count.failed.is_empty(), "{:#?}", count.failed);
    assert_eq!(count.checked, 25 + 75 + 7 + 4 + 5 + 21);
}

fn body(row: &Value) -> (Body, f64) {
    let number = |name: &str| row[name].as_f64().unwrap();
    let sex = if row["sex"] == "M" { Sex::Male } else { Sex::Female };
    (Body { sex, kg: number("kg"), cm: number("cm"), age: number("age") }, number("bf"))
}

fn bodies(all: &Value, count: &mut Count) {
    for row in list(all, "bmr") {
        let (body, fat) = body(row);
        count.check("ffm", fat_free(body.kg, fat), &row["ffm"]);
        for (formula, name) in Formula::ALL.into_iter().zip(["mifflin", "hb84", "katch", "cunningham"]) {
            count.check(name, by(formula, body, Some(fat)).unwrap(), &row[name]);
        }
    }
}

fn plans(all: &Value, count: &mut Count) {
    let activities =
        [Activity::Sedentary, Activity::Light, Activity::Moderate, Activity::High, Activity::VeryHigh];
    let well = SafetyAnswers { conditions: Some(OrderedSet::new()), cleared_on: None, ..Default::default() };
    for (row, plan) in list(all, "bmr").iter().zip(list(all, "plan")) {
        let (body, fat) = body(row);
        let mult = plan["mult"].as_f64().unwrap();
        let percent = plan["pct"].as_f64().unwrap();
        let profile = Profile {
            sex: Some(body.sex),
            weight: Kg::from_kg(body.kg).ok(),
            height: Millimetres::from_cm(body.cm).ok(),
            age: Years::saturating(body.age as i64),
            body_fat: PerMille::from_percent(fat).ok(),
            activity: activities.into_iter().find(|one| multiplier(*one) == mult).unwrap(),
            experience: if percent == 10.0 { Experience::Novice } else { Experience::Intermediate },
            goal: Goal::Gain,
            ..ProfileDraft::example_profile()
        };
        let got = targets(&profile, &well, None, Day::EPOCH).unwrap();
        // Where the limit makes it none, the share that counts is none.
        let share = if got.surplus > 0.0 { percent } else { 0.0 };
        for (name, value) in [
            ("bmi", got.basis.bmi),
            ("mult", multiplier(got.basis.activity)),
            ("tdee", got.maintenance),
            ("pct", share),
            ("surplus", got.surplus),
            ("kcal", got.energy),
            ("refkg", got.basis.reference_kg),
            ("protein", got.protein.1),
            ("fat", got.fat),
            ("carb", got.carbs),
            ("carb_gkg", got.carbs_per_kg),
            ("prot_lo", got.protein.0),
            ("prot_hi", got.protein.2),
            ("meal_lo", got.meal.0),
            ("meal_hi", got.meal.1),
        ] {
            count.check(name, value, &plan[name]);
        }
    }
}

fn trends(all: &Value, count: &mut Count) {
    let weights = list(&all["ema"], "in").iter().enumerate();
    let weights =
        weights.map(|(at, kg)| (Day::EPOCH.plus(at as i64), Kg::from_kg(kg.as_f64().unwrap()).unwrap()));
    let line = smoothed(&weights.collect());
    for ((_, got), wanted) in line.iter().zip(list(&all["ema"], "out")) {
        count.check("ema", *got, wanted);
    }
    for (days, wanted) in all["slope_se_kcal"].as_object().unwrap() {
        let n: f64 = days.parse().unwrap();
        let squared: f64 = (0..n as i64).map(|day| (day as f64 - (n - 1.0) / 2.0).powi(2)).sum();
        count.check("slope error", slope_error(0.5, squared) * 7700.0, wanted);
    }
}

fn maintenance(all: &Value, count: &mut Count) {
    for row in list(all, "adaptive_tdee") {
        let number = |at: usize| row[at].as_f64().unwrap();
        count.check("balance", by_balance(number(0), number(1), number(2), number(3)), &row[4]);
    }
    let days = [
        None,
        Some((Some(80.6), 2800.0)),
        Some((Some(79.8), 2900.0)),
        Some((None, 2750.0)),
        Some((Some(80.9), 2850.0)),
        Some((Some(80.3), 2800.0)),
        Some((Some(80.7), 2900.0)),
    ];
    let mut filter = Filter::new(80.0, 2760.0);
    for (day, wanted) in days.into_iter().zip(list(all, "kalman")) {
        if let Some((weight, eaten)) = day {
            filter.day(eaten, 0.05, 0.0);
            if let Some(kg) = weight {
                filter.weigh(kg);
            }
        }
        for (at, value) in [filter.kg, filter.kcal, filter.sd()].into_iter().enumerate() {
            count.check("kalman", value, &wanted[at]);
        }
    }
}
