//! Which exercises a session may draw on: the roles of its template, filled from what the person has and
//! may do. How many sets each gets is decided elsewhere.

use crate::domain::athlete::{Care, Experience, Profile};
use crate::domain::exercise::{Axial, Exercise, Pattern, find};

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
    fn choices(self) -> &'static [&'static str] {
        match self {
            Self::Squat => &[
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
            Self::Hinge => &[
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
            Self::Press => &[
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
            Self::Lunge => &[
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
            Self::Extension => &["leg-extension", "single-leg-extension", "reverse-nordic", "sissy-squat"],
            Self::Curl => &[
                "seated-leg-curl",
                "lying-leg-curl",
                "standing-leg-curl",
                "glute-ham-raise",
                "sliding-leg-curl",
                "nordic-curl",
            ],
            Self::Thrust => &[
                "hip-thrust",
                "glute-bridge",
                "single-leg-hip-thrust",
                "cable-pull-through",
                "glute-kickback",
            ],
            Self::StraightCalf => &[
                "standing-calf-raise-machine",
                "leg-press-calf-raise",
                "barbell-smith-calf-raise",
                "donkey-calf-raise",
                "single-leg-calf-raise",
            ],
            Self::BentCalf => &[
                "seated-calf-raise",
                "leg-press-calf-raise",
                "donkey-calf-raise",
                "single-leg-calf-raise",
                "standing-calf-raise-machine",
                "barbell-smith-calf-raise",
            ],
            Self::Adduction => &["hip-adduction-machine"],
        }
    }
}

use Role::{Adduction, BentCalf, Curl, Extension, Hinge, Lunge, Press, Squat, StraightCalf, Thrust};

/// The templates by sessions a week (science D as mended in H3).
const TEMPLATES: [&[&[Role]]; 4] = [
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
const SPARE: [Role; 7] = [StraightCalf, Curl, Extension, Lunge, Thrust, Hinge, Squat];

/// An exercise that a session may use.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// The exercise.
    pub row: &'static Exercise,
    /// What it is there for.
    pub role: Role,
    /// The session, from 0.
    pub session: usize,
    /// Whether the template asks for it.
    pub template: bool,
    /// Whether it stresses a joint that needs care.
    pub careful: bool,
}

/// Everything the sessions of a week may draw on, in the order of the templates.
pub fn pool(profile: &Profile) -> Vec<Candidate> {
    let sessions = usize::from(profile.days.count());
    let template = TEMPLATES.get(sessions.saturating_sub(1)).copied().unwrap_or_default();
    let mut pool: Vec<Candidate> = Vec::with_capacity(48);
    for (session, roles) in template.iter().enumerate() {
        for role in *roles {
            add(&mut pool, profile, *role, session, true);
        }
    }
    for session in 0..template.len() {
        for role in SPARE {
            add(&mut pool, profile, role, session, false);
        }
    }
    pool
}

/// Adds the best exercise for a role: one not used this week before one that is, never twice a session.
fn add(pool: &mut Vec<Candidate>, profile: &Profile, role: Role, session: usize, template: bool) {
    let mut best: Option<(u32, &'static Exercise, bool)> = None;
    for (place, slug) in role.choices().iter().enumerate() {
        let Some(row) = find(slug) else { continue };
        let Some(careful) = allowed(row, profile) else { continue };
        if pool.iter().any(|c| c.session == session && c.row.slug == row.slug) {
            continue;
        }
        let repeated = pool.iter().any(|c| c.row.slug == row.slug);
        // Machines first for a novice: one thing less to learn.
        let hard_to_learn = profile.experience == Experience::Novice && row.skill > 1;
        let score = u32::try_from(place).unwrap_or(99)
            + if careful { 100 } else { 0 }
            + if repeated { 8 } else { 0 }
            + if hard_to_learn { 4 } else { 0 };
        if best.is_none_or(|(known, _, _)| score < known) {
            best = Some((score, row, careful));
        }
    }
    if let Some((_, row, careful)) = best {
        pool.push(Candidate { row, role, session, template, careful });
    }
}

/// Whether the person can and may do an exercise (science H1 rule 2, H4): `None` if not, else whether with
/// care.
pub fn allowed(row: &Exercise, profile: &Profile) -> Option<bool> {
    let novice = profile.experience == Experience::Novice;
    if !row.prescribable() || !row.possible_with(profile.kit) || (novice && row.skill > 2) {
        return None;
    }
    match profile.cautions.worst(row.stresses) {
        Care::None => Some(false),
        Care::Avoid => None,
        Care::Careful => {
            let skill = if row.pattern == Pattern::Hinge { 2 } else { 1 };
            (row.skill <= skill && row.axial != Axial::High).then_some(true)
        }
    }
}
