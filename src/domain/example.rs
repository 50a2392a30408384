//! A made-up person with a plan and some weeks of log, to look around with: nothing of it is ever stored.

use super::anatomy::Muscle;
use super::athlete::{Profile, ProfileDraft, Sex, TrainingDays};
use super::calendar::{Now, Week};
use super::exercise::Axial;
use super::id::{PlanId, SessionId};
use super::logbook::Logbook;
use super::plan::generate::{PlanLimits, Request, generate};
use super::plan::{Prescription, schedule};
use super::safety::SafetyAnswers;
use super::training::{Effort, SetEntry};
use super::units::{Kg, Millimetres, Minutes, PerMille, Reps, Seconds, Years};

/// Weeks of log before this one.
const WEEKS: i64 = 4;
const DAY_MS: i64 = 86_400_000;

/// The example as it looks on this day.
///
/// ```
/// use legwork::domain::{calendar::{Day, Now}, example};
/// let now = Now { day: Day::parse("2026-11-21").unwrap(), millis: 1_795_240_000_000, offset_minutes: 0 };
/// let book = example::logbook(now);
/// assert!(book.log.len() >= 8 && book.plans.active().is_some());
/// ```
pub fn logbook(now: Now) -> Logbook {
    let profile = Profile {
        age: Years::saturating(29),
        sex: Some(Sex::Male),
        height: Some(Millimetres::saturating(1790)),
        weight: Some(Kg::saturating(76_400)),
        body_fat: Some(PerMille::saturating(160)),
        days: TrainingDays::spread(2),
        minutes: Minutes::saturating(70),
        priority: Some(Muscle::Quadriceps),
        ..ProfileDraft::example_profile()
    };
    let starts = Week::of(now.day, chrono::Weekday::Mon).plus(-WEEKS).first();
    let plan = generate(&Request {
        profile: &profile,
        limits: PlanLimits::default(),
        id: PlanId::new(0, [1; 10]),
        today: starts,
        starts,
        recent: None,
    });
    let mut book = Logbook {
        safety: SafetyAnswers {
            conditions: Some(Default::default()),
            cleared_on: None,
            ..Default::default()
        },
        ..Logbook::default()
    };
    for (number, (slot, day, _)) in plan.slots().enumerate() {
        if day >= now.day {
            break;
        }
        let began = now.millis - now.day.days_since(day) * DAY_MS;
        let id = SessionId::new(began, [u8::try_from(number).unwrap_or(0); 10]);
        let then = Now { day, millis: began, ..now };
        let Some(mut draft) = schedule::start_draft(&plan, slot, id, then) else { continue };
        for place in 0..draft.exercises.len() {
            let Some(planned) = draft.exercises.get(place).and_then(|e| e.planned.clone()) else { continue };
            for set in 0..planned.sets {
                let entry = entry(&planned, i64::from(slot.week), i64::from(set));
                // The place is one of the draft's own.
                draft.record(place, entry, began + i64::from(set) * 120_000).ok();
            }
        }
        let mut session = draft.finish(began + 4_000_000);
        session.lasted = Seconds::try_new(4_000).ok();
        book.log.record(session);
    }
    for back in (0..WEEKS * 7).rev() {
        let day = now.day.plus(-back);
        // A slow gain with the unrest of every day.
        let grams = 76_400 - back * 28 + (back * 37 % 11 - 5) * 60;
        book.body.weights.insert(day, Kg::saturating(grams));
        book.body.sleep.insert(day, Minutes::saturating(430 + (back * 53 % 7) * 8));
    }
    book.plans.follow(plan);
    book.profile = Some(profile);
    book
}

fn entry(planned: &Prescription, week: i64, set: i64) -> SetEntry {
    let base = match planned.built_in() {
        Some(row) if row.compound && row.axial == Axial::High => 80_000,
        Some(row) if row.compound && !row.unilateral => 120_000,
        Some(row) if row.unilateral => 20_000,
        _ => 45_000,
    };
    let load = Kg::saturating(base + week * 2_500);
    let reps = Reps::saturating(i64::from(planned.reps.1) - set.min(3));
    SetEntry::work(load, reps, Effort { rir: Some(planned.rir.0), confirmed: set != 1 })
}
