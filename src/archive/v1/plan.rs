//! Plans in schema 1. It knows nothing of the domain.

use crate::archive::shape::shape;

/// The plans.
#[derive(Debug)]
pub struct Plans {
    /// The id of the one that is followed.
    pub active: Option<String>,
    /// All of them, oldest first.
    pub list: Vec<Plan>,
}
shape!(Plans { active, list });

/// One plan.
#[derive(Debug)]
pub struct Plan {
    /// Its id.
    pub id: String,
    /// The day it was made.
    pub created: String,
    /// Its first day.
    pub starts: String,
    /// The slugs that prescriptions refer to by place.
    pub x: Vec<String>,
    /// Its weeks.
    pub weeks: Vec<PlannedWeek>,
    /// What could not be met.
    pub compromises: Vec<Compromise>,
}
shape!(Plan { id, created, starts, x, weeks, compromises });

/// One week.
#[derive(Debug)]
pub struct PlannedWeek {
    /// `entry`, `working`, `deload`.
    pub phase: String,
    /// Its sessions.
    pub sessions: Vec<PlannedSession>,
}
shape!(PlannedWeek { phase, sessions });

/// One planned session.
#[derive(Debug)]
pub struct PlannedSession {
    /// 1 is Monday.
    pub day: u8,
    /// Minutes before it.
    pub warm_up: u16,
    /// Minutes after it.
    pub cool_down: u16,
    /// What to do.
    pub exercises: Vec<Prescription>,
}
shape!(PlannedSession { day, warm_up, cool_down, exercises as "do" });

/// One prescription: exercise by place, sets, reps from and to, half reps in reserve from and to, rest in
/// seconds, the place it alternates with, a drop set as per mille off and times.
#[derive(Debug)]
pub struct Prescription(
    pub u32,
    pub u8,
    pub (u8, u8),
    pub (u8, u8),
    pub u32,
    pub Option<u8>,
    pub Option<(u16, u8)>,
);
shape!(Prescription(0, 1, 2, 3, 4, 5, 6));

/// One compromise: words, and the numbers in the order of its kind (sets are counted in 32nds).
#[derive(Debug)]
pub struct Compromise {
    /// What is not met.
    pub what: String,
    /// The muscle or function it is about.
    pub of: Option<String>,
    /// Its numbers.
    pub numbers: Vec<u32>,
    /// The rule it yields to.
    pub why: String,
    /// What would mend it.
    pub remedy: Option<String>,
}
shape!(Compromise { what, of [omit], numbers, why, remedy });

/// Where a session stands in a plan: the plan by place in a table of ids, week, session.
pub type Slot = (u32, u8, u8);
