//! What an exercise is there for in a session, which exercises can fill it, and the roles of each template;
//! who trains is not known here.

use crate::domain::exercise::CATALOGUE;

/// The place of a slug in the catalogue, found while compiling; past its end where there is none.
const fn place_of(slug: &str) -> u8 {
    let mut rest = CATALOGUE;
    let mut place = 0;
    while let [row, tail @ ..] = rest {
        if same(row.slug.as_bytes(), slug.as_bytes()) {
            return place;
        }
        place += 1;
        rest = tail;
    }
    u8::MAX
}

const fn same(mut a: &[u8], mut b: &[u8]) -> bool {
    while let ([first, a_tail @ ..], [other, b_tail @ ..]) = (a, b) {
        if *first != *other {
            return false;
        }
        (a, b) = (a_tail, b_tail);
    }
    a.is_empty() && b.is_empty()
}

/// Slugs as places in the catalogue.
macro_rules! rows {
    [$($slug:literal),* $(,)?] => { const { &[$(place_of($slug)),*] } };
}

/// What an exercise is there for. Each role names its exercises, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Squat,
    Hinge,
    Press,
    Lunge,
    Extension,
    Curl,
    Thrust,
    StraightCalf,
    BentCalf,
    Adduction,
}

impl Role {
    /// The exercises that can fill it, the coach's first choice first. A later entry from another pattern
    /// stands in where the gym has nothing better.
    pub(super) fn choices(self) -> &'static [u8] {
        match self {
            Self::Squat => rows![
                "high-bar-back-squat",
                "hack-squat-machine",
                "pendulum-squat",
                "belt-squat",
                "smith-squat",
                "leg-press-45",
                "horizontal-leg-press",
                "front-squat",
                "goblet-squat",
                "box-squat",
                "low-bar-back-squat",
                "bulgarian-split-squat",
                "split-squat",
                "step-up",
                "trap-bar-deadlift",
                "sumo-squat",
                "bodyweight-squat",
            ],
            Self::Hinge => rows![
                "romanian-deadlift",
                "dumbbell-rdl",
                "45-back-extension",
                "stiff-leg-deadlift",
                "single-leg-rdl",
                "good-morning",
                "conventional-deadlift",
                "cable-pull-through",
                "trap-bar-deadlift",
            ],
            Self::Press => rows![
                "leg-press-45",
                "hack-squat-machine",
                "pendulum-squat",
                "horizontal-leg-press",
                "belt-squat",
                "smith-squat",
                "front-squat",
                "goblet-squat",
                "split-squat",
                "step-up",
                "sumo-squat",
                "bodyweight-squat",
            ],
            Self::Lunge => rows![
                "bulgarian-split-squat",
                "walking-lunge",
                "reverse-lunge",
                "split-squat",
                "step-up",
                "forward-lunge",
                "lateral-lunge",
                "single-leg-press",
                "single-leg-rdl",
                "single-leg-hip-thrust",
                "pistol-squat",
            ],
            Self::Extension => {
                rows!["leg-extension", "single-leg-extension", "reverse-nordic", "sissy-squat"]
            }
            Self::Curl => rows![
                "seated-leg-curl",
                "lying-leg-curl",
                "standing-leg-curl",
                "glute-ham-raise",
                "sliding-leg-curl",
                "nordic-curl",
            ],
            Self::Thrust => rows![
                "hip-thrust",
                "glute-bridge",
                "single-leg-hip-thrust",
                "cable-pull-through",
                "glute-kickback",
            ],
            Self::StraightCalf => rows![
                "standing-calf-raise-machine",
                "leg-press-calf-raise",
                "barbell-smith-calf-raise",
                "donkey-calf-raise",
                "single-leg-calf-raise",
            ],
            Self::BentCalf => rows![
                "seated-calf-raise",
                "leg-press-calf-raise",
                "donkey-calf-raise",
                "single-leg-calf-raise",
                "standing-calf-raise-machine",
                "barbell-smith-calf-raise",
            ],
            Self::Adduction => rows!["hip-adduction-machine"],
        }
    }
}

use Role::{Adduction, BentCalf, Curl, Extension, Hinge, Lunge, Press, Squat, StraightCalf, Thrust};

/// The templates by sessions a week (science D as mended in H3).
pub(super) const TEMPLATES: [&[&[Role]]; 4] = [
    &[&[Squat, Hinge, Lunge, Extension, Curl, StraightCalf]],
    &[
        &[Squat, Extension, Curl, StraightCalf, Adduction],
        &[Hinge, Press, Lunge, Curl, StraightCalf, BentCalf],
    ],
    &[
        &[Squat, Extension, Curl, StraightCalf],
        &[Hinge, Thrust, Curl, StraightCalf, Adduction],
        &[Press, Lunge, Extension, Curl, BentCalf],
    ],
    &[
        &[Squat, Extension, StraightCalf],
        &[Hinge, Curl, Thrust, StraightCalf],
        &[Press, Lunge, Extension, StraightCalf],
        &[Hinge, Curl, Adduction, BentCalf],
    ],
];

/// What may be opened beside the template when a target is still short.
pub(super) const SPARE: [Role; 7] = [StraightCalf, Curl, Extension, Lunge, Thrust, Hinge, Squat];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_stands_in_the_catalogue_and_the_catalogue_fits_its_bits() {
        assert!(CATALOGUE.len() <= 64);
        for role in TEMPLATES.iter().flat_map(|t| t.iter()).flat_map(|roles| roles.iter()).chain(&SPARE) {
            assert!(role.choices().iter().all(|place| usize::from(*place) < CATALOGUE.len()), "{role:?}");
        }
    }
}
