//! How the estimated one-rep max of an exercise went: the best set of each day by a formula, with how far it
//! can be trusted, what was left out, and the trend of it. Whether that is good it does not say.

use super::session::{SetEntry, SetKind};
use super::strength::{Estimate, estimate, rated};
use super::{TrainingLog, calibration};
use crate::domain::body::BodyLog;
use crate::domain::calendar::Day;
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::id::SessionId;
use crate::domain::ordered::sort_by_key;
use crate::domain::plan::{Plans, schedule};
use crate::domain::statistics::{
    Confidence, EXPOSURES, Formula, NoTrend, REPS_TRUSTED, Trend, is_wild, median, trend,
};
use crate::domain::training::calibration::Trial;
use crate::domain::units::{Kg, Reps};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Share of an exercise's sets that must state their effort for it to be used: where only some do, a change
/// of habit would look like a change of strength. Source: C.
pub const STATED_SHARE: f64 = 0.8;
/// Share of the days whose best set may have more than the trusted reps before the trusted sets stop standing
/// for the exercise: what is left of such days is back-off sets, which stand still while the best one climbs.
/// Source: science D, "Plateau" (effective r <= 10, else reps at fixed load); the share: C.
pub const BEYOND_SHARE: f64 = 0.25;
/// Days that are points of their own; of more the best of each month is one. Source: C.
const POINTS: usize = 120;
/// Days among which a single one that cannot be right is a slip, few as they are. Source: C.
const ALONE: usize = 4;
/// Days that a weighing is old at most to be compared with. Source: C.
const WEIGHED_DAYS: i64 = 28;

/// The best set of a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The day.
    pub day: Day,
    /// Its session.
    pub session: SessionId,
    /// The set.
    pub entry: SetEntry,
    /// What it stands for.
    pub estimate: Estimate,
    /// The estimate in body weights, where the person was weighed in the four weeks before.
    pub bodies: Option<f64>,
}

/// What was no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Working sets without a load, or with more than fifteen reps, those in reserve included.
    pub beyond: u32,
    /// Days whose estimate cannot be right.
    pub wild: u32,
    /// Days of a deload.
    pub deload: u32,
}

/// How an exercise went.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Estimates {
    /// The best of each day, or of each month of a long time, oldest first.
    pub points: Vec<Point>,
    /// Whether stated effort was used.
    pub uses_effort: bool,
    /// Whether the best sets are mostly beyond the trusted reps: then they are the points, rough as they are.
    pub spans: bool,
    /// What was left out.
    pub left_out: LeftOut,
}

/// What estimates are made from.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    /// What was done.
    pub log: &'a TrainingLog,
    /// What was a deload.
    pub plans: &'a Plans,
    /// What calibration says of stated effort.
    pub trials: &'a [Trial],
    /// What the person weighed.
    pub body: &'a BodyLog,
}

/// The leg exercises of a log: first those with the most days that give a trusted estimate.
///
/// ```
/// use legwork::domain::{exercise::OwnExercises, training::{TrainingLog, estimates::exercises}};
/// assert!(exercises(&TrainingLog::default(), &OwnExercises::default()).is_empty());
/// ```
pub fn exercises(log: &TrainingLog, own: &OwnExercises) -> Vec<ExerciseId> {
    // Days that give an estimate, and days in all.
    let mut counts: HashMap<&ExerciseId, (u32, u32)> = HashMap::new();
    for work in log.sessions().flat_map(|session| &session.exercises) {
        let count = match counts.get_mut(&work.exercise) {
            Some(count) => count,
            None if own.credit(&work.exercise).is_none() => continue,
            None => counts.entry(&work.exercise).or_insert((0, 0)),
        };
        count.0 += u32::from(work.sets.iter().any(|set| estimate(set).is_some()));
        count.1 += 1;
    }
    let mut list: Vec<(ExerciseId, (u32, u32))> =
        counts.into_iter().map(|(id, count)| (id.clone(), count)).collect();
    sort_by_key(&mut list, |(id, count)| (Reverse(*count), id.clone()));
    list.into_iter().map(|(id, _)| id).collect()
}

/// The estimates of an exercise in the days `from..=to`.
pub fn estimates(
    basis: &Basis<'_>,
    exercise: &ExerciseId,
    formula: Formula,
    from: Day,
    to: Day,
) -> Estimates {
    let sets = |entry: &&SetEntry| entry.kind == SetKind::Work && entry.reps().is_some();
    let mut found = Estimates::default();
    let (mut stated, mut all) = (0_u32, 0_u32);
    let mut days: Vec<(Day, SessionId, Vec<&SetEntry>)> = Vec::new();
    for session in basis.log.between(from, to) {
        for work in session.exercises.iter().filter(|work| work.exercise == *exercise) {
            let list: Vec<&SetEntry> = work.sets.iter().filter(sets).collect();
            all += u32::try_from(list.len()).unwrap_or(0);
            stated += u32::try_from(list.iter().filter(|set| set.effort.rir.is_some()).count()).unwrap_or(0);
            days.push((session.day, session.id, list));
        }
    }
    found.uses_effort = all > 0 && f64::from(stated) >= STATED_SHARE * f64::from(all);
    sort_by_key(&mut days, |(day, _, _)| *day);
    let mut bests: Vec<Best<'_>> = Vec::new();
    for (day, session, list) in days {
        if schedule::in_deload(basis.plans, day) {
            found.left_out.deload += 1;
            continue;
        }
        let added = calibration::for_exercise(basis.trials, exercise, day);
        let mut best = Best { day, session, top: (0.0, 0.0, None), firm: None };
        for entry in list {
            let known = if found.uses_effort {
                rated(entry, formula, added)
            } else {
                let mut bare = entry.clone();
                bare.effort.rir = None;
                rated(&bare, formula, 0.0)
            };
            let left = entry.effort.rir.filter(|_| found.uses_effort).map_or(0.0, |rir| rir.value() + added);
            let reps = f64::from(entry.reps().map_or(0, Reps::get)) + left;
            // Beyond the formulas a plain line goes on: it only tells the best set of a day from the others.
            let worth = entry.load.kg() * (1.0 + reps / 30.0);
            let known = known.map(|known| (known, entry));
            found.left_out.beyond += u32::from(known.is_none());
            if worth > best.top.0 {
                best.top = (worth, reps, known);
            }
            if let Some(known) = known
                && best.firm.is_none_or(|(most, _)| better(&known.0, &most, false))
            {
                best.firm = Some(known);
            }
        }
        bests.push(best);
    }
    let beyond = bests.iter().filter(|best| best.top.1 > REPS_TRUSTED).count();
    found.spans = beyond as f64 > BEYOND_SHARE * bests.len() as f64;
    for Best { day, session, top, firm } in bests {
        if let Some((estimate, entry)) = if found.spans { top.2 } else { firm } {
            let bodies = bodies(basis.body, day, estimate.load);
            found.points.push(Point { day, session, entry: entry.clone(), estimate, bodies });
        }
    }
    found.keep_likely();
    found.thin_out();
    found
}

/// The best of a day.
struct Best<'a> {
    day: Day,
    session: SessionId,
    /// Of all its sets: what it is worth by a plain line, its reps with those in reserve, and its estimate.
    top: (f64, f64, Option<(Estimate, &'a SetEntry)>),
    /// Of its estimates, a trusted one before a rough one.
    firm: Option<(Estimate, &'a SetEntry)>,
}

/// A trusted estimate before a rough one, then the higher; of rough days the higher alone.
fn better(one: &Estimate, other: &Estimate, rough: bool) -> bool {
    let rank = |estimate: &Estimate| (rough || estimate.confidence > Confidence::Low, estimate.load);
    rank(one) > rank(other)
}

/// The load in body weights of about that day.
fn bodies(body: &BodyLog, day: Day, load: Kg) -> Option<f64> {
    let (weighed, weight) = body.weights.range(..=day).next_back()?;
    let fits = *weight > Kg::ZERO && day.days_since(*weighed) <= WEIGHED_DAYS;
    fits.then(|| load.kg() / weight.kg())
}

impl Estimates {
    fn keep_likely(&mut self) {
        let mut loads: Vec<f64> = self.points.iter().map(|point| point.estimate.load.kg()).collect();
        let Some(middle) = median(&mut loads) else { return };
        let before = self.points.len();
        // Years of training move far more than a slip of the finger: only what few days do is one.
        let wild = loads.iter().filter(|load| is_wild(**load, middle)).count();
        if wild * 10 <= before || (wild == 1 && before >= ALONE) {
            self.points.retain(|point| !is_wild(point.estimate.load.kg(), middle));
        }
        self.left_out.wild = u32::try_from(before - self.points.len()).unwrap_or(0);
    }

    fn thin_out(&mut self) {
        if self.points.len() <= POINTS {
            return;
        }
        let mut best: Vec<Point> = Vec::new();
        for point in std::mem::take(&mut self.points) {
            match best.last_mut() {
                Some(last) if last.day.month() == point.day.month() => {
                    if better(&point.estimate, &last.estimate, self.spans) {
                        *last = point;
                    }
                }
                _ => best.push(point),
            }
        }
        self.points = best;
    }

    /// The points that a trend and a best are read from: the trusted ones where they are enough for a trend.
    fn read(&self) -> impl Iterator<Item = &Point> {
        let trusted = |point: &&Point| point.estimate.confidence > Confidence::Low;
        let enough = self.points.iter().filter(trusted).count() >= EXPOSURES.1;
        self.points.iter().filter(move |point| !enough || trusted(point))
    }

    /// The highest estimate, a trusted one where those are enough for a trend; none without points.
    ///
    /// ```
    /// use legwork::domain::training::estimates::Estimates;
    /// assert_eq!(Estimates::default().best(), None);
    /// ```
    pub fn best(&self) -> Option<Kg> {
        self.read().map(|point| point.estimate.load).max()
    }

    /// The trend of the points, over days since the first one.
    ///
    /// # Errors
    /// [`NoTrend`] where there are too few, or in too few days.
    ///
    /// ```
    /// use legwork::domain::{statistics::NoTrend, training::estimates::Estimates};
    /// assert_eq!(Estimates::default().trend(), Err(NoTrend::Few(0, 6)));
    /// ```
    pub fn trend(&self) -> Result<Trend, NoTrend> {
        let first = self.points.first().map_or(Day::EPOCH, |point| point.day);
        let points: Vec<(f64, f64)> =
            self.read().map(|point| (point.day.days_since(first) as f64, point.estimate.load.kg())).collect();
        trend(&points)
    }
}
