//! What planned work gives to whom, and whether a planned week keeps its promises.

use super::{Finisher, Phase, Plan, PlannedSession, PlannedWeek, Prescription};
use crate::domain::anatomy::{Function, Muscle, Tally};
use crate::domain::athlete::Profile;
use crate::domain::exercise::OwnExercises;
use crate::domain::units::SetCount;
use crate::domain::volume::{COVERAGE, Standing, covering, standing};

/// What `sets` planned sets are worth; each mini-set on the last adds half a set, at most one in all
/// (science D, "Clusters").
pub fn worth(prescription: &Prescription, sets: u32) -> SetCount {
    let minis = prescription.finisher.filter(|_| sets > 0).map_or(0, Finisher::minis);
    SetCount::whole(sets) + SetCount::ONE.halved().times(u32::from(minis.min(2)))
}

/// What a planned session gives.
pub fn session_tally(session: &PlannedSession, own: &OwnExercises) -> Tally {
    let mut tally = Tally::default();
    for one in &session.exercises {
        tally.add(own.credit(&one.exercise), worth(one, u32::from(one.sets)));
    }
    tally
}

/// What a planned week gives.
pub fn week_tally(week: &PlannedWeek, own: &OwnExercises) -> Tally {
    let mut tally = Tally::default();
    for session in &week.sessions {
        tally.merge(&session_tally(session, own));
    }
    tally
}

/// The sets a week gives to a function's coverage: of the rectus femoris direct ones alone (science H4).
pub fn covers(week: &PlannedWeek, function: Function, own: &OwnExercises) -> SetCount {
    covering(&week_tally(week, own), function)
}

/// The promises of a plan, each kept or not, over its working weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promises {
    /// Every main muscle is in its band.
    pub in_band: bool,
    /// Both hamstring functions get their sets.
    pub hamstrings: bool,
    /// The gastrocnemius gets its sets, and the soleus some with a bent knee or not.
    pub calves: bool,
    /// The rectus femoris gets direct work.
    pub rectus_femoris: bool,
    /// One exercise a week is done on one leg.
    pub unilateral: bool,
}

/// Which promises a plan keeps in its working weeks; entry weeks and the deload are exempt.
pub fn promises(plan: &Plan, profile: &Profile, own: &OwnExercises) -> Promises {
    let mut kept =
        Promises { in_band: true, hamstrings: true, calves: true, rectus_femoris: true, unilateral: true };
    let mut any = false;
    for week in plan.weeks.iter().filter(|week| week.phase == Phase::Working) {
        any = true;
        let tally = week_tally(week, own);
        for muscle in Muscle::MAIN {
            let stands = standing(&tally, muscle, profile.band(muscle));
            kept.in_band &= !matches!(stands, Standing::Below | Standing::Above);
        }
        for (function, least) in COVERAGE {
            let enough = covering(&tally, function) >= SetCount::whole(u32::from(least));
            match function.muscle() {
                Muscle::Hamstrings => kept.hamstrings &= enough,
                Muscle::Calves => kept.calves &= enough,
                _ => kept.rectus_femoris &= enough,
            }
        }
        kept.unilateral &= week
            .sessions
            .iter()
            .flat_map(|session| &session.exercises)
            .any(|one| own.row(&one.exercise).is_some_and(|row| row.unilateral && row.compound));
    }
    if any { kept } else { Promises { in_band: false, ..kept } }
}
