//! The articles' sample leg day as a starting template (science A34); what the rules think of its volume is
//! the checks' business.

use super::{Finisher, Phase, Plan, PlannedSession, PlannedWeek, Prescription};
use crate::domain::calendar::Day;
use crate::domain::exercise::find;
use crate::domain::id::PlanId;
use crate::domain::units::{Minutes, Rir, Seconds};
use chrono::Weekday;

/// Slug, sets, reps, and whether the last set drops once: the higher set counts of the ranges given.
/// Source: science A34, H7 (14.5 sets for quadriceps, 3.5 hamstrings, 9 glutes, 4 calves).
const SAMPLE: [(&str, u8, (u8, u8), bool); 6] = [
    ("high-bar-back-squat", 4, (6, 10), false),
    ("leg-press-45", 4, (10, 15), false),
    ("leg-extension", 3, (12, 15), true),
    ("seated-leg-curl", 3, (12, 15), true),
    ("walking-lunge", 3, (10, 12), false),
    ("standing-calf-raise-machine", 4, (15, 20), false),
];
/// Warm-up and cool-down, minutes: the middle of 10-15 and of 5-10. Source: science A33.
const AROUND: (i64, i64) = (12, 7);
/// What one drop takes off. Source: science A15.
const DROP_PER_MILLE: u16 = 250;
/// Working weeks of the template.
const WEEKS: usize = 5;

/// The sample leg day on one day a week, five weeks and a deload.
///
/// ```
/// use chrono::Weekday;
/// use legwork::domain::{anatomy::Muscle, calendar::Day, exercise::OwnExercises, id::PlanId};
/// use legwork::domain::plan::{coverage::week_tally, sample::sample_leg_day};
/// let plan = sample_leg_day(PlanId::new(1, [0; 10]), Day::EPOCH, Day::EPOCH, Weekday::Mon);
/// let week = week_tally(&plan.weeks[0], &OwnExercises::default());
/// assert_eq!(Muscle::MAIN.map(|muscle| week.muscle(muscle).sets()), [14.5, 3.5, 9.0, 4.0]);
/// ```
pub fn sample_leg_day(id: PlanId, created: Day, starts: Day, weekday: Weekday) -> Plan {
    let mut weeks = vec![week(Phase::Working, weekday); WEEKS];
    weeks.push(week(Phase::Deload, weekday));
    Plan { id, created, starts, weeks, compromises: Vec::new() }
}

fn week(phase: Phase, weekday: Weekday) -> PlannedWeek {
    let easy = phase == Phase::Deload;
    let exercises = SAMPLE.iter().filter_map(|(slug, sets, reps, drop)| {
        let row = find(slug)?;
        Some(Prescription {
            exercise: row.into(),
            sets: if easy { sets.div_ceil(2) } else { *sets },
            reps: *reps,
            rir: if easy { (Rir::THREE, Rir::FOUR) } else { (Rir::ONE, Rir::TWO) },
            rest: Seconds::saturating(i64::from(row.rest)),
            paired_with: None,
            finisher: (*drop && !easy).then_some(Finisher::Drop { per_mille: DROP_PER_MILLE, times: 1 }),
        })
    });
    let (warm_up, cool_down) = (Minutes::saturating(AROUND.0), Minutes::saturating(AROUND.1));
    PlannedWeek {
        phase,
        sessions: vec![PlannedSession { weekday, exercises: exercises.collect(), warm_up, cool_down }],
    }
}
