//! The statistics against scipy's, frozen in `fixtures/statistics/series.json` by the script beside it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use legwork::domain::statistics::{Z_80, Z_95, kendall, mean_and_error, median, theil_sen};
use proptest::prelude::*;
use serde_json::Value;

fn series() -> Vec<Value> {
    let text = include_str!("fixtures/statistics/series.json");
    serde_json::from_str::<Value>(text).unwrap()["series"].as_array().unwrap().clone()
}

fn numbers(row: &Value) -> Vec<f64> {
    row.as_array().unwrap().iter().map(|n| n.as_f64().unwrap()).collect()
}

#[track_caller]
fn near(found: f64, expected: f64, what: &Value) {
    assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{what}: {found}, not {expected}");
}

fn points(row: &Value) -> Vec<(f64, f64)> {
    let loads = numbers(&row["loads"]);
    numbers(&row["days"]).iter().zip(loads).map(|(day, kg)| (day / 7.0, 100.0 * kg.ln())).collect()
}

#[test]
fn slopes_and_their_intervals_are_scipys() {
    let rows = series();
    assert!(rows.len() >= 20);
    for row in &rows {
        let name = &row["name"];
        for (z, key) in [(Z_95, "interval95"), (Z_80, "interval80")] {
            let found = theil_sen(&points(row), z).unwrap();
            near(found.slope, row["slope"].as_f64().unwrap(), name);
            let interval = numbers(&row[key]);
            near(found.low, interval[0], name);
            near(found.high, interval[1], name);
        }
    }
}

#[test]
fn mann_kendall_and_the_mean_agree_too() {
    for row in &series() {
        let values: Vec<f64> = points(row).iter().map(|(_, y)| *y).collect();
        let found = kendall(&values);
        assert_eq!(i64::from(found.s), row["s"].as_i64().unwrap(), "{}", row["name"]);
        near(found.variance, row["variance"].as_f64().unwrap(), &row["name"]);
        assert_eq!(found.z().is_some(), row["z"].is_number());
        if let (Some(z), Some(expected)) = (found.z(), row["z"].as_f64()) {
            near(z, expected, &row["name"]);
        }
        let (mean, error) = mean_and_error(&numbers(&row["loads"])).unwrap();
        near(mean, row["mean"].as_f64().unwrap(), &row["name"]);
        near(error, row["sem"].as_f64().unwrap(), &row["name"]);
    }
}

/// The five series of the reference: slope in percent a week and S.
#[test]
fn the_reference_series_give_the_reference_numbers() {
    for (row, (slope, s)) in series().iter().zip([(1.02, 15), (0.0, 1), (-0.84, -13), (0.81, 5), (1.02, 9)]) {
        let points = points(row);
        let found = theil_sen(&points, Z_80).unwrap();
        assert!((found.slope - slope).abs() < 0.005, "{}: {}", row["name"], found.slope);
        let values: Vec<f64> = points.iter().map(|(_, y)| *y).collect();
        assert_eq!(kendall(&values).s, s);
    }
}

#[test]
fn equal_days_and_values_that_are_no_numbers_break_nothing() {
    assert!(theil_sen(&[(1.0, 2.0), (1.0, 3.0)], Z_80).is_none());
    assert!(theil_sen(&[], Z_80).is_none());
    let odd = [(0.0, f64::NAN), (1.0, 1.0), (2.0, 2.0)];
    assert_eq!(theil_sen(&odd, Z_80).unwrap().slope, 1.0);
    assert_eq!(kendall(&[]).z(), None);
}

proptest! {
    /// What a slope must be whatever the data: inside its interval, and shifted and scaled with the values.
    #[test]
    fn a_slope_follows_its_values(values in proptest::collection::vec(-50.0..50.0_f64, 3..40), shift in -9.0..9.0_f64) {
        let row: Vec<(f64, f64)> = values.iter().enumerate().map(|(x, y)| (x as f64, *y)).collect();
        let tilted: Vec<(f64, f64)> = row.iter().map(|(x, y)| (*x, y + shift * x)).collect();
        let (plain, tilted) = (theil_sen(&row, Z_80).unwrap(), theil_sen(&tilted, Z_80).unwrap());
        prop_assert!(plain.low <= plain.slope && plain.slope <= plain.high);
        prop_assert!((tilted.slope - plain.slope - shift).abs() < 1e-9);
        let backwards: Vec<f64> = values.iter().rev().copied().collect();
        prop_assert_eq!(kendall(&values).s, -kendall(&backwards).s);
    }

    #[test]
    fn one_wild_value_moves_the_middle_by_one_place_at_most(mut values in proptest::collection::vec(0.0..10.0_f64, 5..30)) {
        let before = median(&mut values).unwrap();
        prop_assert!((0.0..=10.0).contains(&before));
        values.push(1e9);
        prop_assert!(median(&mut values).unwrap() <= 10.0);
    }
}
