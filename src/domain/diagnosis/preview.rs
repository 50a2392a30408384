//! What a fix would make of the plan, the answers or what is chosen of eating, to be shown before it is done; what is done already stays.

use super::fix::{EXERCISES, Fix, SETS};
use crate::domain::anatomy::Tally;
use crate::domain::athlete::Profile;
use crate::domain::calendar::Day;
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::nutrition::diet::{Diet, ProteinShare};
use crate::domain::nutrition::macros::PROTEIN_G_PER_KG;
use crate::domain::plan::mesocycle::deload_from;
use crate::domain::plan::offer::free_week;
use crate::domain::plan::{
    Phase, Plan, PlannedSession, PlannedWeek, Prescription, coverage, minutes, schedule,
};
use crate::domain::training::TrainingLog;
use crate::domain::units::{Kcal, Minutes, Rir, Seconds};

/// Of an exercise nobody has prescribed and the catalogue does not know.
const PLAIN: ((u8, u8), u16) = ((8, 12), 90);

/// The plan as it would be.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The changed plan, under its old id.
    pub plan: Plan,
    /// The first week that changes, from 0.
    pub week: u8,
    /// What that week gives now.
    pub before: Tally,
    /// What it would give.
    pub after: Tally,
    /// Minutes of its longest session, now and then.
    pub minutes: (Minutes, Minutes),
}

impl Fix {
    /// What the plan would be from the first week on that is not begun; none for a fix that changes no plan,
    /// or cannot change this one.
    ///
    /// ```
    /// use legwork::domain::calendar::Day;
    /// use legwork::domain::diagnosis::Fix;
    /// use legwork::domain::exercise::ExerciseId;
    /// use legwork::domain::plan::generate::{PlanLimits, Request, generate};
    /// # use legwork::domain::{anatomy::Function, athlete::ProfileDraft, id::PlanId};
    /// let starts = Day::parse("2026-11-16").unwrap();
    /// let profile = ProfileDraft::example_profile();
    /// let plan = generate(&Request {
    ///     profile: &profile, limits: PlanLimits::default(), id: PlanId::new(1, [0; 10]),
    ///     today: starts, starts, recent: None,
    /// });
    /// let curls = ExerciseId::parse("nordic-curl").unwrap();
    /// let fix = Fix::Add { exercise: curls, sets: 2, session: 0 };
    /// if let Some(shown) = fix.preview(&plan, &Default::default(), &Default::default(), starts.plus(3)) {
    ///     let sets = |tally: legwork::domain::anatomy::Tally| tally.function(Function::KneeHamstrings).sets();
    ///     assert_eq!((shown.week, sets(shown.after) - sets(shown.before)), (1, 2.0));
    /// }
    /// assert_eq!(Fix::SeeClinician.preview(&plan, &Default::default(), &Default::default(), starts), None);
    /// ```
    pub fn preview(&self, plan: &Plan, log: &TrainingLog, own: &OwnExercises, today: Day) -> Option<Preview> {
        if *self == Self::Deload {
            return lighter(plan, log, own, today);
        }
        let first = match schedule::week_on(plan, today) {
            Some(week) if plan.starts.plus(i64::try_from(week).ok()? * 7) < today => week + 1,
            Some(week) => week,
            None if today < plan.starts => 0,
            None => return None,
        };
        let mut changed = plan.clone();
        let mut shown = None;
        for (place, week) in changed.weeks.iter_mut().enumerate().skip(first) {
            if week.phase == Phase::Deload {
                continue;
            }
            let before = week.clone();
            if self.change(week, plan) && shown.is_none() {
                shown = Some((place, before, week.clone()));
            }
        }
        let (place, before, after) = shown?;
        Some(Preview::of(changed, u8::try_from(place).ok()?, (&before, &after), own))
    }

    /// The profile a new plan would be made from, for a fix that needs one: the generator shows the rest.
    ///
    /// ```
    /// use legwork::domain::{anatomy::Muscle, athlete::ProfileDraft, diagnosis::Fix};
    /// let profile = ProfileDraft::example_profile();
    /// let changed = Fix::Prioritise(Muscle::Calves).profile(&profile).unwrap();
    /// assert_eq!(changed.priority, Some(Muscle::Calves));
    /// assert_eq!(Fix::Deload.profile(&profile), None);
    /// ```
    pub fn profile(&self, profile: &Profile) -> Option<Profile> {
        match self {
            Self::TrainOn(days) => Some(Profile { days: *days, ..profile.clone() }),
            Self::Prioritise(muscle) => Some(Profile { priority: Some(*muscle), ..profile.clone() }),
            _ => None,
        }
    }

    /// What would be chosen of eating; none where nothing that is stored has to change: the usual aim for protein
    /// is enough, and only who chose less than the least has something to take back.
    ///
    /// ```
    /// use legwork::domain::{diagnosis::Fix, nutrition::diet::Diet, units::{Grams, Kcal}};
    /// let raised = Fix::RaiseSurplus { from: 200.0, to: 300.4 }.diet(&Diet::default()).unwrap();
    /// assert_eq!(raised.surplus, Some(Kcal::saturating(300)));
    /// assert_eq!(Fix::EatProtein { from: Grams::saturating(90), to: Grams::saturating(140) }.diet(&Diet::default()), None);
    /// ```
    pub fn diet(&self, diet: &Diet) -> Option<Diet> {
        match self {
            Self::RaiseSurplus { to, .. } => {
                Some(Diet { surplus: Some(Kcal::saturating(to.round() as i64)), ..diet.clone() })
            }
            Self::EatProtein { .. } => {
                let chosen = diet.protein.map(ProteinShare::grams_per_kg);
                let less = chosen.is_some_and(|share| share < PROTEIN_G_PER_KG.0);
                less.then(|| Diet { protein: None, ..diet.clone() })
            }
            _ => None,
        }
    }

    /// Changes one week; whether it did.
    fn change(&self, week: &mut PlannedWeek, plan: &Plan) -> bool {
        let at = |place: u8| usize::from(place);
        match self {
            Self::Add { exercise, sets, session } => {
                week.sessions.get_mut(at(*session)).is_some_and(|session| add(session, exercise, *sets, plan))
            }
            Self::Remove { exercise, sets, session } => {
                week.sessions.get_mut(at(*session)).is_some_and(|session| remove(session, exercise, *sets))
            }
            Self::Move { exercise, sets, from, to } => {
                let goes = week.sessions.get_mut(at(*to)).is_some_and(|to| add(to, exercise, *sets, plan));
                goes && week.sessions.get_mut(at(*from)).is_some_and(|from| remove(from, exercise, *sets))
            }
            Self::Replace { exercise, with } => {
                let mut any = false;
                for one in week.sessions.iter_mut().flat_map(|session| &mut session.exercises) {
                    if one.exercise == *exercise {
                        *one = Prescription { sets: one.sets, rir: one.rir, ..fresh(with, one.sets) };
                        any = true;
                    }
                }
                any
            }
            _ => false,
        }
    }
}

impl Preview {
    fn of(plan: Plan, week: u8, (before, after): (&PlannedWeek, &PlannedWeek), own: &OwnExercises) -> Self {
        let longest =
            |week: &PlannedWeek| week.sessions.iter().map(minutes::rounded).max().unwrap_or(Minutes::MIN);
        Self {
            plan,
            week,
            before: coverage::week_tally(before, own),
            after: coverage::week_tally(after, own),
            minutes: (longest(before), longest(after)),
        }
    }

    /// Whether the week that changes becomes a deload: the weeks after it go, and no other is changed.
    pub fn is_lighter(&self) -> bool {
        self.plan.weeks.get(usize::from(self.week)).is_some_and(|week| week.phase == Phase::Deload)
    }
}

/// The plan with its deload in the first week in which nothing is recorded, as Today offers it; none where that
/// week is the deload already.
fn lighter(plan: &Plan, log: &TrainingLog, own: &OwnExercises, today: Day) -> Option<Preview> {
    let week = free_week(plan, log, today);
    let changed = deload_from(plan, week)?;
    let at = usize::from(week);
    let (before, after) = (plan.weeks.get(at)?.clone(), changed.weeks.get(at)?.clone());
    Some(Preview::of(changed, week, (&before, &after), own))
}

fn add(session: &mut PlannedSession, exercise: &ExerciseId, sets: u8, plan: &Plan) -> bool {
    if let Some(one) = session.exercises.iter_mut().find(|one| one.exercise == *exercise) {
        let now = one.sets.saturating_add(sets).min(SETS.1);
        let changed = now != one.sets;
        one.sets = now;
        return changed;
    }
    if session.exercises.len() >= EXERCISES {
        return false;
    }
    // As the plan prescribes it elsewhere, else as the catalogue does.
    let known = plan.weeks.iter().flat_map(|week| &week.sessions).flat_map(|session| &session.exercises);
    let one = known.clone().find(|one| one.exercise == *exercise).cloned();
    let effort = known.map(|one| one.rir).next().unwrap_or((Rir::ONE, Rir::THREE));
    let fresh = one.unwrap_or_else(|| Prescription { rir: effort, ..fresh(exercise, sets) });
    session.exercises.push(Prescription {
        sets: sets.min(SETS.1),
        paired_with: None,
        finisher: None,
        ..fresh
    });
    true
}

fn fresh(exercise: &ExerciseId, sets: u8) -> Prescription {
    let (reps, rest) =
        exercise.built_in().map_or(PLAIN, |row| ((row.reps_low.max(5), row.reps_high), row.rest));
    Prescription {
        exercise: exercise.clone(),
        sets,
        reps,
        rir: (Rir::ONE, Rir::TWO),
        rest: Seconds::saturating(i64::from(rest)),
        paired_with: None,
        finisher: None,
    }
}

/// Takes sets away; the exercise goes with its last one, and pairs behind it keep their places.
fn remove(session: &mut PlannedSession, exercise: &ExerciseId, sets: u8) -> bool {
    let Some(place) = session.exercises.iter().position(|one| one.exercise == *exercise) else {
        return false;
    };
    let Some(one) = session.exercises.get_mut(place) else { return false };
    one.sets = one.sets.saturating_sub(sets);
    if one.sets == 0 {
        session.exercises.remove(place);
        for other in &mut session.exercises {
            other.paired_with = match other.paired_with.map(usize::from) {
                Some(at) if at == place => None,
                Some(at) if at > place => u8::try_from(at - 1).ok(),
                _ => other.paired_with,
            };
        }
    }
    true
}
