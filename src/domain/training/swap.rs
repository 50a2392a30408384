//! What can stand in for an exercise in the middle of a session, best first, and what each costs; the person
//! chooses.

use crate::domain::anatomy::{Credit, Function};
use crate::domain::athlete::{Care, Experience, Profile};
use crate::domain::exercise::Pattern;
use crate::domain::exercise::{
    Axial, CATALOGUE, Exercise, ExerciseId, Item, Joint, Kit, Length, OwnExercises,
};
use crate::domain::ordered::sort_by_key;
use crate::domain::plan::minutes;
use crate::domain::volume::COVERAGE;
use std::cmp::Reverse;

/// What another pattern, or another load on the spine, takes off the likeness. Source: science D,
/// "Substitution".
const MISMATCH: f64 = 0.1;
/// Below this likeness of what it trains an exercise is another exercise, not a substitute. Source: C.
const LIKENESS_MIN: f64 = 0.5;
/// Steps of likeness from 0 to 1 that are told apart: finer is the error of floats.
const LIKENESS_STEPS: f64 = 1e6;
/// The most that are named. Source: C: more is a catalogue, not an answer.
const NAMED_MAX: usize = 6;
/// The skill a novice may be asked for. Source: science H1, rule 2.
const NOVICE_SKILL: u8 = 2;
/// The skill an exercise may need on a joint that is to be spared: a hinge, anything else. Source: science H4.
const CAREFUL_SKILL: (u8, u8) = (2, 1);

/// Why an exercise is swapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// Somebody else is at these things.
    Taken(Kit),
    /// It hurts; where, if that is known.
    Pain(Option<Joint>),
    /// It takes too long.
    Time,
}

/// Where a swap happens.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// Who trains, with what.
    pub profile: &'a Profile,
    /// Their own exercises.
    pub own: &'a OwnExercises,
    /// What else this session holds.
    pub session: &'a [ExerciseId],
    /// What else the week holds, done or planned, this session's others included.
    pub week: &'a [ExerciseId],
    /// The sets that are still to be done.
    pub sets: u8,
}

/// An exercise that can stand in.
#[derive(Debug, Clone, PartialEq)]
pub struct Substitute {
    /// The exercise.
    pub row: &'static Exercise,
    /// How like it is: 1 trains the same in the same way.
    pub likeness: f64,
    /// Whether it stresses a joint that is to be spared: at least ten reps, two in reserve (science H4).
    pub careful: bool,
    /// What the week would no longer train at all.
    pub uncovers: Vec<Function>,
    /// How many seconds longer it takes; negative where it is quicker.
    pub longer: i64,
}

/// The substitutes for an exercise, best first; those that leave a function of the week without any work come
/// last and say so. None for an exercise that trains no leg.
///
/// ```
/// use legwork::domain::athlete::ProfileDraft;
/// use legwork::domain::exercise::{ExerciseId, Item, Kit, OwnExercises};
/// use legwork::domain::training::swap::{Because, Setting, substitutes};
/// let profile = ProfileDraft::example_profile();
/// let own = OwnExercises::default();
/// let setting = Setting { profile: &profile, own: &own, session: &[], week: &[], sets: 3 };
/// let curl = ExerciseId::parse("seated-leg-curl").unwrap();
/// let list = substitutes(&curl, Because::Taken(Kit::of(&[Item::SeatedLegCurl])), &setting);
/// assert_eq!(list[0].row.slug, "lying-leg-curl");
/// ```
pub fn substitutes(out: &ExerciseId, because: Because, setting: &Setting<'_>) -> Vec<Substitute> {
    let credit = setting.own.credit(out);
    let row = out.built_in();
    let mut list: Vec<Substitute> = Vec::new();
    if credit.is_none() {
        return list;
    }
    let cost = |row: &Exercise| {
        let work = minutes::work((row.reps_low, row.reps_high), row.unilateral);
        i64::from(minutes::exercise(u32::from(setting.sets), work, u32::from(row.rest)))
    };
    for candidate in CATALOGUE {
        let there = |id: &ExerciseId| id.as_str() == candidate.slug;
        if there(out)
            || setting.session.iter().any(there)
            || !answers(candidate, row, because, setting.profile)
        {
            continue;
        }
        let Some(careful) = permitted(candidate, setting.profile) else { continue };
        let longer = row.map_or(0, |row| cost(candidate) - cost(row));
        if because == Because::Time && longer >= 0 {
            continue;
        }
        let mut likeness = cosine(credit, candidate.credit);
        if likeness < LIKENESS_MIN {
            continue;
        }
        // Where it hurts, another movement and a lighter spine are the point.
        if let Some(row) = row.filter(|_| !matches!(because, Because::Pain(_))) {
            likeness -= if row.pattern == candidate.pattern { 0.0 } else { MISMATCH };
            likeness -= if row.axial == candidate.axial { 0.0 } else { MISMATCH };
        }
        let uncovers = uncovered(credit, candidate.credit, setting);
        list.push(Substitute { row: candidate, likeness, careful, uncovers, longer });
    }
    sort_by_key(&mut list, |one| {
        let likeness = Reverse((one.likeness * LIKENESS_STEPS).round() as i64);
        // Muscle length is a tie-breaker only (science B).
        (one.uncovers.len(), one.careful, likeness, one.row.length != Length::Long, one.row.skill)
    });
    list.truncate(NAMED_MAX);
    list
}

/// Whether an exercise answers the reason: it needs nothing that is taken, and does not hurt the same.
fn answers(
    candidate: &Exercise,
    out: Option<&'static Exercise>,
    because: Because,
    profile: &Profile,
) -> bool {
    match because {
        Because::Taken(taken) => {
            let free = Item::ALL
                .into_iter()
                .fold(profile.kit, |kit, item| kit.with(item, kit.has(item) && !taken.has(item)));
            candidate.possible_with(free)
        }
        Because::Pain(Some(joint)) => !candidate.stresses.contains(&joint),
        // Where it hurts is not said: neither the same movement nor any joint that it stresses.
        Because::Pain(None) => out.is_none_or(|out| {
            candidate.pattern != out.pattern
                && !out.stresses.iter().any(|joint| candidate.stresses.contains(joint))
        }),
        Because::Time => true,
    }
}

/// Whether the person can and may do an exercise: `None` if not, else whether with care (science H1 rule 2,
/// H4).
fn permitted(row: &Exercise, profile: &Profile) -> Option<bool> {
    let novice = profile.experience == Experience::Novice;
    if !row.prescribable() || !row.possible_with(profile.kit) || (novice && row.skill > NOVICE_SKILL) {
        return None;
    }
    match profile.cautions.worst(row.stresses) {
        Care::None => Some(false),
        Care::Avoid => None,
        Care::Careful => {
            let skill = if row.pattern == Pattern::Hinge { CAREFUL_SKILL.0 } else { CAREFUL_SKILL.1 };
            (row.skill <= skill && row.axial != Axial::High).then_some(true)
        }
    }
}

/// The functions that only the exercise going out trains in full this week, and the one coming in does not.
fn uncovered(out: Credit, candidate: Credit, setting: &Setting<'_>) -> Vec<Function> {
    let full = |credit: Credit, function| credit.halves(function) >= 2;
    COVERAGE
        .iter()
        .map(|(function, _)| *function)
        .filter(|f| full(out, *f) && !full(candidate, *f))
        .filter(|f| !setting.week.iter().any(|id| full(setting.own.credit(id), *f)))
        .collect()
}

/// How alike two credits are: 1 the same shares, 0 nothing in common.
fn cosine(a: Credit, b: Credit) -> f64 {
    let (mut dot, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for function in Function::ALL {
        let (x, y) = (f64::from(a.halves(function)), f64::from(b.halves(function)));
        dot += x * y;
        aa += x * x;
        bb += y * y;
    }
    if aa * bb > 0.0 { dot / (aa * bb).sqrt() } else { 0.0 }
}
