//! Weight, sleep, food and own exercises in schema 1. It knows nothing of the domain.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Weight and sleep by day.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Morning weights.
    pub weight_g: BTreeMap<String, u32>,
    /// Sleep of the night that ended on the day.
    pub sleep_min: BTreeMap<String, u16>,
}

/// A month of food: energy (kcal) and protein (g) by day.
pub type Food = BTreeMap<String, (Option<u16>, Option<u16>)>;

/// Own exercises, and what other apps' names mean.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercises {
    /// Own and imported exercises.
    pub own: Vec<OwnExercise>,
    /// App, name there, slug here.
    pub names: Vec<(String, String, String)>,
}

/// An exercise that is not in the catalogue.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnExercise {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Half sets by function.
    pub halves: BTreeMap<String, u8>,
}
