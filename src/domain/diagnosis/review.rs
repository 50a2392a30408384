//! The week that ended, in three lines and one thing to do; the words are made elsewhere.

use super::View;
use super::fix::Fix;
use super::report::{Factor, Missing, Report, Subject, Verdict};
use super::strength::Direction;
use super::window::asked;
use crate::domain::anatomy::Muscle;
use crate::domain::athlete::default_band;
use crate::domain::calendar::{Day, Week};
use crate::domain::nutrition::trend::{is_real, slope};
use crate::domain::plan::{Phase, Plan, Slot};
use crate::domain::safety::shown;
use crate::domain::settings::Counting;
use crate::domain::training::TrainingLog;
use crate::domain::volume::weekly;
use chrono::Weekday;

/// The training of the week.
#[derive(Debug, Clone, PartialEq)]
pub struct Trained {
    /// Sessions with leg work.
    pub sessions: u32,
    /// Planned ones; none without a plan.
    pub planned: Option<u32>,
    /// Main muscles at or above their band's low end.
    pub reached: u32,
    /// The muscle furthest below it: sets and the band's low end.
    pub shortest: Option<(Muscle, f64, u8)>,
    /// Whether it was a deload.
    pub deload: bool,
}

/// Strength over twelve weeks: how many main muscles go which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct Strength {
    pub up: u32,
    pub flat: u32,
    pub down: u32,
    pub unclear: u32,
}

/// Kitchen and bed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Recovered {
    /// Body weight, percent a week over four weeks, where it may be shown and is known.
    pub weight: Option<f64>,
    /// Days of the week with protein logged, and the mean grams of those.
    pub protein: Option<(u32, f64)>,
    /// Hours of sleep, the mean of the nights logged in the week.
    pub sleep: Option<f64>,
}

/// The one thing to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// See a clinician first.
    Stop,
    /// What holds back most, and its fix.
    Mend(Factor, Subject, Option<Fix>),
    /// Log this, so that more can be said.
    Log(Missing),
    /// Go on like this.
    GoOn,
}

/// The week that ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// The week.
    pub week: Week,
    /// The first line.
    pub trained: Trained,
    /// The second; none where strength is not shown.
    pub strength: Option<Strength>,
    /// The third.
    pub recovered: Recovered,
    /// What to do.
    pub action: Action,
}

/// Weeks without any session after which there is no week to review.
const QUIET_WEEKS: i64 = 4;

/// Whether the week that ended is to be reviewed: somebody trained lately before it ended, and its review was
/// not put away since. It reads days alone: Today asks before anything is judged.
///
/// ```
/// use legwork::domain::{calendar::Day, diagnosis::is_review_due, training::TrainingLog};
/// let day = Day::parse("2026-11-23").unwrap();
/// assert!(!is_review_due(&TrainingLog::default(), None, day, chrono::Weekday::Mon));
/// ```
pub fn is_review_due(log: &TrainingLog, put_away: Option<Day>, today: Day, starts_on: Weekday) -> bool {
    let first = Week::of(today, starts_on).first();
    put_away.is_none_or(|day| day < first)
        && log.between(first.plus(-7 * QUIET_WEEKS), first.plus(-1)).next().is_some()
}

/// The review of the last week that is over, with the report of today.
///
/// ```
/// use legwork::domain::calendar::{Day, Now};
/// use legwork::domain::diagnosis::{View, diagnose, review};
/// let day = Day::parse("2026-11-23").unwrap(); // a Monday
/// let book = legwork::domain::example::logbook(Now { day, millis: 1_795_412_800_000, offset_minutes: 0 });
/// let view = View::of(&book, day);
/// let seen = review(&view, &diagnose(&view));
/// assert_eq!((seen.week.last(), seen.trained.sessions, seen.trained.planned), (day.plus(-1), 2, Some(2)));
/// assert!(seen.recovered.sleep.unwrap() > 7.0);
/// ```
pub fn review(view: &View<'_>, report: &Report) -> Review {
    let week = Week::of(view.today, view.starts_on).plus(-1);
    let may = view.profile.map(|profile| shown(profile.age, view.safety));
    Review {
        week,
        trained: trained(view, week),
        strength: may.is_none_or(|may| may.strength).then(|| strength(report)),
        recovered: recovered(view, week, may.is_some_and(|may| may.body), may.is_some_and(|may| may.food)),
        action: action(view, report),
    }
}

fn trained(view: &View<'_>, week: Week) -> Trained {
    let judge = view.judge();
    let volume = weekly(view.log, None, view.own, week, Counting::Fractional, &judge);
    let slots = asked(view, week);
    let planned = u32::try_from(slots.len()).ok().filter(|count| *count > 0);
    let eased = |(slot, plan): &(Slot, &Plan)| {
        plan.weeks.get(usize::from(slot.week)).is_some_and(|week| week.phase == Phase::Deload)
    };
    let deload = slots.iter().any(eased);
    let (mut reached, mut shortest): (u32, Option<(Muscle, f64, u8)>) = (0, None);
    for muscle in Muscle::MAIN {
        let (low, _) = view.profile.map_or(default_band(muscle), |profile| profile.band(muscle));
        let sets = volume.done.muscle(muscle).sets();
        if sets >= f64::from(low) {
            reached += 1;
            continue;
        }
        let share = sets / f64::from(low);
        if shortest.is_none_or(|(_, sets, low)| share < sets / f64::from(low)) {
            shortest = Some((muscle, sets, low));
        }
    }
    Trained { sessions: volume.sessions, planned, reached, shortest, deload }
}

fn strength(report: &Report) -> Strength {
    let mut count = Strength::default();
    for trend in &report.trends {
        match trend.direction {
            Direction::Progress => count.up += 1,
            Direction::Plateau => count.flat += 1,
            Direction::Regress => count.down += 1,
            Direction::Unclear => count.unclear += 1,
        }
    }
    count
}

fn recovered(view: &View<'_>, week: Week, body: bool, food: bool) -> Recovered {
    let mean = |sum: f64, count: u32| (count > 0).then(|| sum / f64::from(count));
    let (mut hours, mut nights) = (0.0, 0);
    for minutes in view.body.sleep.range(week.first()..=week.last()).map(|(_, minutes)| *minutes) {
        hours += f64::from(minutes.get()) / 60.0;
        nights += 1;
    }
    let (mut grams, mut days) = (0.0, 0);
    for (_, eaten) in view.food.days.range(week.first()..=week.last()).filter(|_| food) {
        if let Some(protein) = eaten.protein {
            grams += f64::from(protein.get());
            days += 1;
        }
    }
    let newest = view.body.weights.range(..=week.last()).rev().map(|(_, kg)| *kg).find(|kg| is_real(*kg));
    let weight = newest.filter(|_| body).and_then(|kg| {
        let slope = slope(&view.body.weights, week.last()).ok()?;
        Some(slope.kg_per_week / kg.kg() * 100.0)
    });
    Recovered { weight, protein: mean(grams, days).map(|mean| (days, mean)), sleep: mean(hours, nights) }
}

fn action(view: &View<'_>, report: &Report) -> Action {
    // Without a plan there is none to change, and a session by its letter says nothing.
    let may = |fix: &Fix| view.plans.active().is_some() || !fix.is_in_plan();
    match (report.verdict, report.first()) {
        (Verdict::Stop, _) => Action::Stop,
        (_, Some(finding)) => {
            Action::Mend(finding.factor, finding.subject.clone(), finding.fix.clone().filter(may))
        }
        (Verdict::NotEnough, None) => report.missing.first().cloned().map_or(Action::GoOn, Action::Log),
        _ => Action::GoOn,
    }
}
