//! What could stand in for an exercise, best first, and what each would change; it changes nothing itself.

use super::edit::{Edit, Scope, apply};
use super::generate::allowed;
use super::{Phase, Plan, coverage};
use crate::domain::anatomy::{Function, Muscle, Tally};
use crate::domain::athlete::{Care, Profile};
use crate::domain::exercise::{CATALOGUE, Exercise, ExerciseId, OwnExercises, likeness, most_alike};
use crate::domain::ordered::sort_by_key;
use crate::domain::units::SetCount;
use crate::domain::volume::COVERAGE;

/// A stand-in and what it changes.
#[derive(Debug, Clone, PartialEq)]
pub struct StandIn {
    /// The exercise: one of the catalogue, or the person's own.
    pub exercise: ExerciseId,
    /// How alike it is: 1 is the same.
    pub score: f64,
    /// Whether a joint needs care with it.
    pub careful: bool,
    /// The main muscles whose weekly sets change, with the new sets.
    pub changes: Vec<(Muscle, SetCount)>,
    /// Functions that fall below their share by it.
    pub uncovers: Vec<Function>,
    /// Whether the spine carries more than before.
    pub heavier_on_spine: bool,
}

/// What can stand in for an exercise of a session: possible with this equipment, allowed to these joints and
/// this skill, not in the session already, and leaving no covered function with nothing.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::swap::stand_ins;
/// let exercise = &plan.weeks[4].sessions[0].exercises[0].exercise;
/// let list = stand_ins(&plan, 0, exercise, &profile, &OwnExercises::default());
/// assert!(list.iter().all(|one| one.exercise != *exercise));
/// ```
pub fn stand_ins(
    plan: &Plan,
    session: u8,
    exercise: &ExerciseId,
    profile: &Profile,
    own: &OwnExercises,
) -> Vec<StandIn> {
    let busiest = plan.weeks.iter().rposition(|week| week.phase == Phase::Working).unwrap_or(0);
    let Some(week) = plan.weeks.get(busiest) else { return Vec::new() };
    let scope = Scope::Only(u8::try_from(busiest).unwrap_or(u8::MAX));
    let before = coverage::week_tally(week, own);
    let old = own.row(exercise);
    let credit = own.credit(exercise);
    let mut found: Vec<StandIn> = Vec::new();
    let listed = CATALOGUE.iter().filter_map(|row| {
        let careful = allowed(row, profile)?;
        let score = likeness(credit, row.credit) - old.map_or(0.0, |old| old.mismatch(row));
        Some((ExerciseId::from(row), score, careful, Some(row)))
    });
    // What a person brings they can do; of its joints is known what they said that it is like.
    let brought = own.list.values().filter(|one| one.id != *exercise && !one.hidden);
    let brought = brought.filter_map(|one| {
        let row = own.row(&one.id);
        let care = row.map_or(Care::None, |row| profile.cautions.worst(row.stresses));
        let score = likeness(credit, one.credit) - old.zip(row).map_or(0.0, |(old, row)| old.mismatch(row));
        (care != Care::Avoid).then(|| (one.id.clone(), score, care == Care::Careful, row))
    });
    for (with, score, careful, row) in listed.chain(brought) {
        if score <= 0.0 {
            continue;
        }
        let edit = Edit::Swap { session, exercise: exercise.clone(), with: with.clone() };
        let Ok(changed) = apply(plan, scope, &edit) else { continue };
        let Some(new_week) = changed.weeks.get(busiest) else { continue };
        let after = coverage::week_tally(new_week, own);
        let covers = COVERAGE.map(|(function, wanted)| {
            let sets = |week| coverage::covers(week, function, own);
            (function, SetCount::whole(u32::from(wanted)), sets(week), sets(new_week))
        });
        let zeroed =
            covers.iter().any(|(.., before, after)| *before > SetCount::ZERO && *after == SetCount::ZERO);
        if zeroed {
            continue;
        }
        found.push(StandIn {
            exercise: with,
            score,
            careful,
            changes: changes(&before, &after),
            uncovers: covers
                .iter()
                .filter(|(_, wanted, before, after)| before >= wanted && after < wanted)
                .map(|(function, ..)| *function)
                .collect(),
            heavier_on_spine: old.zip(row).is_some_and(|(old, row)| row.axial > old.axial),
        });
    }
    // Flagged ones last, then the most alike; among equals the one that is easier to learn.
    let skill = |one: &StandIn| one.exercise.built_in().map_or(1, |row: &Exercise| row.skill);
    sort_by_key(&mut found, |one| {
        (one.careful, most_alike(one.score), skill(one), one.exercise.as_str().to_owned())
    });
    found
}

fn changes(before: &Tally, after: &Tally) -> Vec<(Muscle, SetCount)> {
    let changed = Muscle::MAIN.into_iter().filter(|m| before.muscle(*m) != after.muscle(*m));
    changed.map(|muscle| (muscle, after.muscle(muscle))).collect()
}
