//! Which exercises a session may draw on: the roles of its template, filled from what the person has and
//! may do. How many sets each gets is decided elsewhere.

mod role;

pub use role::Role;

use super::wish::Wish;
use crate::domain::anatomy::{Function, Muscle};
use crate::domain::athlete::{Care, Cautions, Experience, Profile};
use crate::domain::exercise::{Axial, CATALOGUE, Exercise, Kit, Pattern};
use crate::domain::plan::minutes;

use role::{SPARE, TEMPLATES};

/// An exercise that a session may use, with what the search asks about it most often.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// The exercise.
    pub row: &'static Exercise,
    /// What it is there for.
    pub role: Role,
    /// The session, from 0.
    pub session: u8,
    /// Whether the template asks for it.
    pub template: bool,
    /// Whether it stresses a joint that needs care.
    pub careful: bool,
    /// Half sets that one set gives to the main muscles.
    pub gains: [u16; 4],
    /// One bit for each function that a set gives full credit to.
    pub full: u16,
    /// Reps from and to.
    pub reps: (u8, u8),
    /// Seconds of work in a set.
    pub work: u32,
}

impl Candidate {
    /// Whether a set gives this function full credit.
    pub fn fills(&self, function: Function) -> bool {
        self.full & (1 << function as u16) != 0
    }

    /// Half sets that a set gives to a function's coverage; the rectus femoris counts full credit only
    /// (science H4).
    pub fn covers(&self, function: Function) -> u16 {
        match self.row.credit.halves(function) {
            1 if function == Function::RectusFemoris => 0,
            halves => u16::from(halves),
        }
    }

    /// Whether it is a calf raise.
    pub fn calf(&self) -> bool {
        matches!(self.role, Role::StraightCalf | Role::BentCalf)
    }

    /// Whether it bends the knee and so leaves the calf to the soleus.
    pub fn bent_calf(&self) -> bool {
        self.fills(Function::Soleus) && !self.fills(Function::Gastrocnemius)
    }

    /// Whether it is work on one leg over more than one joint.
    pub fn one_leg(&self) -> bool {
        self.row.unilateral && self.row.compound
    }
}

/// What a person can and may do of the catalogue, a bit a row, and which of it with care.
struct Choice {
    may: u64,
    careful: u64,
    week: u64,
    here: u64,
}

/// Everything the sessions of a week may draw on, in the order of the templates.
pub fn pool(wish: &Wish) -> Vec<Candidate> {
    let template =
        TEMPLATES.get(usize::from(wish.days.count()).saturating_sub(1)).copied().unwrap_or_default();
    let mut choice = Choice { may: 0, careful: 0, week: 0, here: 0 };
    for (place, row) in CATALOGUE.iter().enumerate() {
        if let Some(careful) = may(row, wish.kit, wish.cautions, wish.novice) {
            choice.may |= 1 << place;
            choice.careful |= u64::from(careful) << place;
        }
    }
    let mut pool: Vec<Candidate> = Vec::with_capacity(48);
    let mut used = [0_u64; 4];
    for (session, (roles, used)) in (0_u8..).zip(template.iter().zip(&mut used)) {
        choice.here = 0;
        for role in *roles {
            add(&mut pool, wish, &mut choice, *role, session, true);
        }
        *used = choice.here;
    }
    for (session, (_, used)) in (0_u8..).zip(template.iter().zip(used)) {
        choice.here = used;
        for role in SPARE {
            add(&mut pool, wish, &mut choice, role, session, false);
        }
    }
    let first_calf = pool.iter().position(Candidate::calf);
    for (place, candidate) in pool.iter_mut().enumerate() {
        candidate.reps = reps_of(candidate, Some(place) == first_calf);
        candidate.work = minutes::work(candidate.reps, candidate.row.unilateral);
    }
    pool
}

/// Adds the best exercise for a role: one not used this week before one that is, never twice a session.
fn add(pool: &mut Vec<Candidate>, wish: &Wish, choice: &mut Choice, role: Role, session: u8, template: bool) {
    let mut best: Option<(u8, u8)> = None;
    for (rank, place) in (0_u8..).zip(role.choices()) {
        let bit = 1_u64.checked_shl(u32::from(*place)).unwrap_or(0);
        if choice.may & bit == 0 || choice.here & bit != 0 {
            continue;
        }
        // Machines first for a novice: one thing less to learn.
        let hard_to_learn =
            wish.novice && CATALOGUE.get(usize::from(*place)).is_some_and(|row| row.skill > 1);
        let score = rank
            + if choice.careful & bit != 0 { 100 } else { 0 }
            + if choice.week & bit != 0 { 8 } else { 0 }
            + if hard_to_learn { 4 } else { 0 };
        if best.is_none_or(|(known, _)| score < known) {
            best = Some((score, *place));
        }
    }
    let Some((place, row)) = best.and_then(|(_, place)| Some((place, CATALOGUE.get(usize::from(place))?)))
    else {
        return;
    };
    let bit = 1_u64 << place;
    choice.week |= bit;
    choice.here |= bit;
    let credit = row.credit;
    let gains =
        Muscle::MAIN.map(|m| m.functions().iter().map(|f| u16::from(credit.halves(*f))).max().unwrap_or(0));
    let full =
        Function::ALL.iter().map(|f| u16::from(credit.halves(*f) == 2) << *f as u16).fold(0, |a, b| a | b);
    let careful = choice.careful & bit != 0;
    let reps = (row.reps_low, row.reps_high);
    pool.push(Candidate { row, role, session, template, careful, gains, full, reps, work: 0 });
}

/// The reps of a candidate: its catalogue range from five up (science H4); one calf exercise heavy, the
/// others high (rule 12); ten or more where a joint needs care.
fn reps_of(candidate: &Candidate, first_calf: bool) -> (u8, u8) {
    let row = candidate.row;
    let (mut low, mut high) = (row.reps_low.max(5), row.reps_high.max(6));
    if candidate.calf() {
        if first_calf && low <= 8 {
            high = high.min(10);
        } else if high >= 20 {
            low = low.max(15);
        }
    }
    if candidate.careful {
        low = low.max(10);
        high = high.max(low + 2);
    }
    (low, high)
}

/// Whether the person can and may do an exercise (science H1 rule 2, H4): `None` if not, else whether with
/// care.
pub fn allowed(row: &Exercise, profile: &Profile) -> Option<bool> {
    may(row, profile.kit, profile.cautions, profile.experience == Experience::Novice)
}

/// The same from its parts.
pub fn may(row: &Exercise, kit: Kit, cautions: Cautions, novice: bool) -> Option<bool> {
    if !row.prescribable() || !row.possible_with(kit) || (novice && row.skill > 2) {
        return None;
    }
    match cautions.worst(row.stresses) {
        Care::None => Some(false),
        Care::Avoid => None,
        Care::Careful => {
            let skill = if row.pattern == Pattern::Hinge { 2 } else { 1 };
            (row.skill <= skill && row.axial != Axial::High).then_some(true)
        }
    }
}
