//! Weight, sleep, food and own exercises in schema 1. It knows nothing of the domain.

use crate::archive::shape::shape;
use crate::domain::ordered::OrderedMap;

/// Weight and sleep by day.
#[derive(Debug)]
pub struct Body {
    /// Morning weights.
    pub weight_g: OrderedMap<String, u32>,
    /// Sleep of the night that ended on the day.
    pub sleep_min: OrderedMap<String, u16>,
}
shape!(Body { weight_g, sleep_min });

/// A month of food: energy (kcal) and protein (g) by day.
pub type Food = OrderedMap<String, (Option<u16>, Option<u16>)>;

/// Own exercises, and what other apps' names mean.
#[derive(Debug)]
pub struct Exercises {
    /// Own and imported exercises.
    pub own: Vec<OwnExercise>,
    /// App, name there, slug here.
    pub names: Vec<(String, String, String)>,
}
shape!(Exercises { own, names });

/// An exercise that is not in the catalogue.
#[derive(Debug)]
pub struct OwnExercise {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Half sets by function.
    pub halves: OrderedMap<String, u8>,
}
shape!(OwnExercise { slug, name, halves });
