//! What an edited plan breaks, week by week: volume, coverage, frequency, time, joints, equipment. It judges
//! and mends nothing.

use super::{Phase, Plan, PlannedSession, PlannedWeek, coverage, minutes};
use crate::domain::anatomy::{Function, Muscle, Tally};
use crate::domain::athlete::{Care, Experience, Profile};
use crate::domain::exercise::{ExerciseId, Joint, OwnExercises};
use crate::domain::units::{Minutes, SetCount};
use crate::domain::volume::{COVERAGE, ramp_warning};

/// Fractional sets of a muscle in one session. Source: science H1 rule 4.
const SESSION_CAP: u32 = 11;
/// Sets in a session that count as hard for a muscle. Source: science H1 rule 11.
const HARD: u32 = 4;
/// Exercises that the rules plan for one session. Source: science H1 rule 3.
const EXERCISES: usize = 6;

/// One thing that is not as the rules want it.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// A working week below the band.
    Below {
        /// The muscle.
        muscle: Muscle,
        /// The least of all working weeks.
        planned: SetCount,
        /// The band's low end.
        low: u8,
    },
    /// A week above the band.
    Above {
        /// The muscle.
        muscle: Muscle,
        /// The most of all weeks.
        planned: SetCount,
        /// The band's high end.
        high: u8,
    },
    /// More of a muscle in one session than helps.
    SessionCap {
        /// The muscle.
        muscle: Muscle,
        /// The week.
        week: u8,
        /// The session of the week.
        session: u8,
        /// Sets.
        planned: SetCount,
    },
    /// A function short of its share.
    Coverage {
        /// The function.
        function: Function,
        /// The least of all working weeks.
        planned: SetCount,
        /// Sets wanted.
        wanted: u8,
    },
    /// No exercise on one leg.
    NoUnilateral,
    /// Trained in fewer than two sessions of a week.
    Frequency {
        /// The muscle.
        muscle: Muscle,
    },
    /// Two hard sessions of a muscle on days that follow each other.
    CloseTogether {
        /// The muscle.
        muscle: Muscle,
    },
    /// A week rises by more than a tenth and a set.
    Steep {
        /// The muscle.
        muscle: Muscle,
        /// The week that rises.
        week: u8,
    },
    /// A session longer than the person's time.
    TooLong {
        /// The week.
        week: u8,
        /// The session of the week.
        session: u8,
        /// How long it takes.
        takes: Minutes,
    },
    /// More exercises than six.
    ManyExercises {
        /// The session of the week.
        session: u8,
    },
    /// An exercise for a joint that is to be spared, or with care.
    Joint {
        /// The exercise.
        exercise: ExerciseId,
        /// The joint.
        joint: Joint,
        /// How much it is to be spared.
        care: Care,
    },
    /// Something it needs is not there.
    Equipment {
        /// The exercise.
        exercise: ExerciseId,
    },
    /// It takes more practice than a novice has.
    Skill {
        /// The exercise.
        exercise: ExerciseId,
    },
}

/// Everything in a plan that is not as the rules want it. Each kind is told once a muscle, a function, an
/// exercise or a session, with its worst case.
///
/// ```
/// use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::OwnExercises, id::PlanId};
/// use legwork::domain::plan::{check::check, generate::*};
/// let profile = ProfileDraft::example_profile();
/// let (id, today) = (PlanId::new(1, [0; 10]), Day::EPOCH);
/// let limits = PlanLimits::default();
/// let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// assert_eq!(check(&plan, &profile, &OwnExercises::default()), []);
/// ```
pub fn check(plan: &Plan, profile: &Profile, own: &OwnExercises) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut weeks: Vec<(Phase, Tally)> = Vec::with_capacity(plan.weeks.len());
    for (number, week) in (0_u8..).zip(&plan.weeks) {
        let tallies: Vec<Tally> =
            week.sessions.iter().map(|session| coverage::session_tally(session, own)).collect();
        let mut sum = Tally::default();
        for tally in &tallies {
            sum.merge(tally);
        }
        sessions(number, week, &tallies, profile, &mut found);
        if week.phase == Phase::Working {
            spread(week, &tallies, &mut found);
        }
        weeks.push((week.phase, sum));
    }
    totals(&weeks, profile, &mut found);
    exercises(plan, profile, own, &mut found);
    found
}

fn put(found: &mut Vec<Finding>, finding: Finding) {
    if !found.contains(&finding) {
        found.push(finding);
    }
}

fn sessions(week: u8, planned: &PlannedWeek, tallies: &[Tally], profile: &Profile, found: &mut Vec<Finding>) {
    for (session, (one, tally)) in (0_u8..).zip(planned.sessions.iter().zip(tallies)) {
        for muscle in Muscle::MAIN {
            let sets = tally.muscle(muscle);
            let known = |f: &Finding| matches!(f, Finding::SessionCap { muscle: m, session: s, .. } if *m == muscle && *s == session);
            if sets > SetCount::whole(SESSION_CAP) && !found.iter().any(known) {
                found.push(Finding::SessionCap { muscle, week, session, planned: sets });
            }
        }
        let takes = minutes::rounded(one);
        let known = |f: &Finding| matches!(f, Finding::TooLong { session: s, .. } if *s == session);
        if takes > profile.minutes && !found.iter().any(known) {
            found.push(Finding::TooLong { week, session, takes });
        }
        if one.exercises.len() > EXERCISES {
            put(found, Finding::ManyExercises { session });
        }
    }
}

/// Frequency, and the days between hard sessions.
fn spread(week: &PlannedWeek, tallies: &[Tally], found: &mut Vec<Finding>) {
    let day = |session: &PlannedSession| i64::from(session.weekday.num_days_from_monday());
    for muscle in Muscle::MAIN {
        let times = tallies.iter().filter(|tally| tally.muscle(muscle) >= SetCount::ONE).count();
        if times < 2 {
            put(found, Finding::Frequency { muscle });
        }
        let hard = |tally: &Tally| tally.muscle(muscle) >= SetCount::whole(HARD);
        for (at, (one, tally)) in week.sessions.iter().zip(tallies).enumerate() {
            for (other, next) in week.sessions.iter().zip(tallies).skip(at + 1) {
                let apart = (day(other) - day(one)).rem_euclid(7);
                if (apart == 1 || apart == 6) && hard(tally) && hard(next) {
                    put(found, Finding::CloseTogether { muscle });
                }
            }
        }
    }
}

/// Bands and ramp.
fn totals(weeks: &[(Phase, Tally)], profile: &Profile, found: &mut Vec<Finding>) {
    let working = || weeks.iter().filter(|(phase, _)| *phase == Phase::Working).map(|(_, tally)| tally);
    for muscle in Muscle::MAIN {
        let (low, high) = profile.band(muscle);
        if let Some(planned) = working().map(|tally| tally.muscle(muscle)).min()
            && planned < SetCount::whole(u32::from(low))
        {
            found.push(Finding::Below { muscle, planned, low });
        }
        if let Some(planned) = weeks.iter().map(|(_, tally)| tally.muscle(muscle)).max()
            && planned > SetCount::whole(u32::from(high))
        {
            found.push(Finding::Above { muscle, planned, high });
        }
        for (number, pair) in (1_u8..).zip(weeks.windows(2)) {
            if let [(Phase::Working, before), (Phase::Working, now)] = pair
                && ramp_warning(before.muscle(muscle), now.muscle(muscle), low)
            {
                found.push(Finding::Steep { muscle, week: number });
            }
        }
    }
}

/// Coverage, joints, equipment, skill, and work on one leg.
fn exercises(plan: &Plan, profile: &Profile, own: &OwnExercises, found: &mut Vec<Finding>) {
    let working = plan.weeks.iter().filter(|week| week.phase == Phase::Working);
    for (function, wanted) in COVERAGE {
        let least = working.clone().map(|week| coverage::covers(week, function, own)).min();
        if let Some(planned) = least
            && planned < SetCount::whole(u32::from(wanted))
        {
            found.push(Finding::Coverage { function, planned, wanted });
        }
    }
    let mut one_leg = true;
    for week in working {
        let mut rows =
            week.sessions.iter().flat_map(|s| &s.exercises).filter_map(|one| own.row(&one.exercise));
        one_leg &= rows.any(|row| row.unilateral && row.compound);
    }
    if !one_leg {
        found.push(Finding::NoUnilateral);
    }
    let mut seen: Vec<&ExerciseId> = Vec::new();
    for one in plan.weeks.iter().flat_map(|week| &week.sessions).flat_map(|s| &s.exercises) {
        let Some(row) = own.row(&one.exercise) else { continue };
        if seen.contains(&&one.exercise) {
            continue;
        }
        seen.push(&one.exercise);
        let exercise = || one.exercise.clone();
        for joint in row.stresses {
            let care = profile.cautions.of(*joint);
            if care != Care::None {
                found.push(Finding::Joint { exercise: exercise(), joint: *joint, care });
            }
        }
        if !row.possible_with(profile.kit) {
            found.push(Finding::Equipment { exercise: exercise() });
        }
        // How hard one's own exercise is to learn nobody said.
        if profile.experience == Experience::Novice && one.built_in().is_some_and(|row| row.skill > 2) {
            found.push(Finding::Skill { exercise: exercise() });
        }
    }
}
