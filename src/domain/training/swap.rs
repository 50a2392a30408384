//! What can stand in for an exercise in the middle of a session, best first, and what each costs; the person
//! chooses.

use super::changes::Incoming;
use crate::domain::anatomy::{Credit, Function};
use crate::domain::athlete::{Care, Profile};
use crate::domain::exercise::{
    CATALOGUE, Exercise, ExerciseId, Item, Joint, Kit, Length, OwnExercises, likeness, most_alike,
};
use crate::domain::ordered::sort_by_key;
use crate::domain::plan::generate::allowed;
use crate::domain::plan::minutes;
use crate::domain::volume::COVERAGE;

/// Below this likeness of what it trains an exercise is another exercise, not a substitute. Source: C.
const LIKENESS_MIN: f64 = 0.5;
/// The most that are named. Source: C: more is a catalogue, not an answer.
const NAMED_MAX: usize = 6;

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
    /// The exercise: one of the catalogue, or the person's own.
    pub with: Incoming,
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
/// assert_eq!(list[0].with.exercise.as_str(), "lying-leg-curl");
/// ```
pub fn substitutes(out: &ExerciseId, because: Because, setting: &Setting<'_>) -> Vec<Substitute> {
    let credit = setting.own.credit(out);
    let row = setting.own.row(out);
    let mut list: Vec<Substitute> = Vec::new();
    if credit.is_none() {
        return list;
    }
    let cost = |row: &Exercise| {
        let work = minutes::work((row.reps_low, row.reps_high), row.unilateral);
        i64::from(minutes::exercise(u32::from(setting.sets), work, u32::from(row.rest)))
    };
    let listed = CATALOGUE.iter().filter_map(|one| Some((one.into(), allowed(one, setting.profile)?)));
    let cautions = setting.profile.cautions;
    // What a person brings they can do; of its joints is known what they said that it is like.
    let brought = setting.own.trainable().into_iter().filter_map(|one| {
        let row = setting.own.row(&one.id);
        let care = row.map_or(Care::None, |row| cautions.worst(row.stresses));
        let with = Incoming { exercise: one.id.clone(), row };
        (care != Care::Avoid).then_some((with, care == Care::Careful))
    });
    for (with, careful) in listed.chain(brought) {
        let with: Incoming = with;
        if with.exercise == *out
            || setting.session.contains(&with.exercise)
            || !answers(&with, row, because, setting.profile)
        {
            continue;
        }
        let longer = row.zip(with.row).map_or(0, |(row, new)| cost(new) - cost(row));
        if because == Because::Time && longer >= 0 {
            continue;
        }
        let trains = setting.own.credit(&with.exercise);
        let mut likeness = likeness(credit, trains);
        if likeness < LIKENESS_MIN {
            continue;
        }
        // Where it hurts, another movement and a lighter spine are the point.
        if let Some((row, new)) = row.zip(with.row).filter(|_| !matches!(because, Because::Pain(_))) {
            likeness -= row.mismatch(new);
        }
        let uncovers = uncovered(credit, trains, setting);
        list.push(Substitute { with, likeness, careful, uncovers, longer });
    }
    sort_by_key(&mut list, |one| {
        // Muscle length is a tie-breaker only (science B).
        (
            one.uncovers.len(),
            one.careful,
            most_alike(one.likeness),
            one.with.row.is_none_or(|row| row.length != Length::Long),
            one.with.row.map_or(1, |row| row.skill),
        )
    });
    list.truncate(NAMED_MAX);
    list
}

/// Whether an exercise answers the reason: it needs nothing that is taken, and does not hurt the same.
fn answers(with: &Incoming, out: Option<&'static Exercise>, because: Because, profile: &Profile) -> bool {
    let Some(candidate) = with.row else {
        // The person knows what it needs; nobody knows what it would hurt.
        return !matches!(because, Because::Pain(_));
    };
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
