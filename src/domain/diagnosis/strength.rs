//! How each muscle's strength goes over twelve weeks: a robust slope and the order of the exposures, pooled
//! over its exercises (science H5). It blames nothing.

use super::View;
use super::record::{Record, Row};
use super::report::{Confidence, Missing, SetRef, Unused};
use super::window::is_deload;
use crate::domain::anatomy::Muscle;
use crate::domain::athlete::Experience;
use crate::domain::calendar::Day;
use crate::domain::exercise::ExerciseId;
use crate::domain::statistics::{
    self, EXPOSURES, Formula, Kendall, REPS_GREY, REPS_TRUSTED, Slope, Z_SURE, is_wild, median, one_rep_max,
};
use crate::domain::training::estimates::{BEYOND_SHARE, STATED_SHARE};
use crate::domain::units::Kg;

/// Z below which a flat slope is a plateau. Source: science H5.
const Z_FLAT: f64 = 0.5;
/// The slope, percent a week, below which it is flat: novice, intermediate, advanced. Source: science H5.
const FLAT: [f64; 3] = [0.5, 0.25, 0.1];

/// What an exercise's progress was measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The estimated one-rep max, from up to ten reps.
    OneRepMax,
    /// The reps at the load that was used most.
    RepsAt(Kg),
    /// A rough one-rep max, from up to fifteen reps.
    Rough,
}

/// How one exercise goes.
#[derive(Debug, Clone, PartialEq)]
pub struct ExerciseTrend {
    /// The exercise.
    pub exercise: ExerciseId,
    /// By what.
    pub measure: Measure,
    /// Percent a week, with the interval that holds it four times in five.
    pub slope: Slope,
    /// The order of the exposures.
    pub order: Kendall,
    /// How many exposures.
    pub exposures: u32,
    /// The best set of each exposure.
    pub sets: Vec<SetRef>,
    /// How sure.
    pub confidence: Confidence,
}

/// Where strength goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Up.
    Progress,
    /// Nowhere.
    Plateau,
    /// Down.
    Regress,
    /// Not clear yet.
    Unclear,
}

/// How one muscle goes.
#[derive(Debug, Clone, PartialEq)]
pub struct MuscleTrend {
    /// The muscle.
    pub muscle: Muscle,
    /// Where to.
    pub direction: Direction,
    /// The median slope of its exercises, percent a week.
    pub slope: f64,
    /// Z of the pooled orders.
    pub z: f64,
    /// Its exercises.
    pub exercises: Vec<ExerciseTrend>,
    /// How sure.
    pub confidence: Confidence,
}

/// What became of the exposures.
#[derive(Debug, Default)]
pub(super) struct Trends {
    pub muscles: Vec<MuscleTrend>,
    pub missing: Vec<Missing>,
    pub unused: Vec<Unused>,
}

/// The sets of one exercise, by day.
struct Line<'r, 'a> {
    exercise: &'a ExerciseId,
    rows: Vec<&'r Row<'a>>,
}

/// The trends of the main muscles.
pub(super) fn trends(view: &View<'_>, record: &Record<'_>) -> Trends {
    let mut found = Trends::default();
    let mut lines: Vec<Line<'_, '_>> = Vec::new();
    let (mut day, mut deload) = (None, false);
    for row in &record.rows {
        if day != Some(row.day) {
            (day, deload) = (Some(row.day), is_deload(view, row.day));
        }
        if deload || record.began.is_none_or(|began| row.day < began) {
            continue;
        }
        match lines.iter_mut().find(|line| line.exercise == row.exercise) {
            Some(line) => line.rows.push(row),
            None => lines.push(Line { exercise: row.exercise, rows: vec![row] }),
        }
    }
    let mut exercises: Vec<(&Line<'_, '_>, ExerciseTrend)> = Vec::new();
    for line in &lines {
        if let Some(trend) = exercise(view, line, &mut found.unused) {
            exercises.push((line, trend));
        }
    }
    for muscle in Muscle::MAIN {
        let of = |line: &Line<'_, '_>| {
            line.rows.first().is_some_and(|row| muscle.functions().iter().any(|f| row.credit.halves(*f) == 2))
        };
        let mine: Vec<ExerciseTrend> =
            exercises.iter().filter(|(line, _)| of(line)).map(|(_, trend)| trend.clone()).collect();
        if mine.is_empty() {
            let have = lines.iter().filter(|line| of(line)).map(|line| days(&line.rows)).max().unwrap_or(0);
            let need = u32::try_from(EXPOSURES.1).unwrap_or(u32::MAX);
            found.missing.push(Missing::Exposures { muscle, have, need });
        } else {
            found.muscles.push(pooled(view, muscle, mine));
        }
    }
    found
}

fn level(view: &View<'_>) -> Experience {
    view.profile.map_or(Experience::Intermediate, |profile| profile.experience)
}

/// The slope below which this person's strength is flat, percent a week.
pub(super) fn flat(view: &View<'_>) -> f64 {
    FLAT.get(level(view) as usize).copied().unwrap_or_default()
}

fn days(rows: &[&Row<'_>]) -> u32 {
    let (mut count, mut last) = (0, None);
    for row in rows {
        if last != Some(row.day) {
            count += 1;
            last = Some(row.day);
        }
    }
    count
}

fn pooled(view: &View<'_>, muscle: Muscle, mut exercises: Vec<ExerciseTrend>) -> MuscleTrend {
    // Trends of low confidence say something only where there is no better one.
    if exercises.iter().any(|trend| trend.confidence > Confidence::Low) {
        exercises.retain(|trend| trend.confidence > Confidence::Low);
    }
    let flat = flat(view);
    let mut slopes: Vec<f64> = exercises.iter().map(|trend| trend.slope.slope).collect();
    let slope = median(&mut slopes).unwrap_or_default();
    let order = exercises.iter().fold(Kendall::default(), |sum, trend| sum.pooled(trend.order));
    let z = order.z().unwrap_or_default();
    let direction = if z >= Z_SURE && slope >= 0.0 {
        Direction::Progress
    } else if z <= -Z_SURE && slope <= 0.0 {
        Direction::Regress
    } else if slope < flat && z < Z_FLAT {
        Direction::Plateau
    } else {
        Direction::Unclear
    };
    let mut confidence = exercises.iter().map(|trend| trend.confidence).max().unwrap_or(Confidence::Low);
    if confidence == Confidence::Fair && exercises.len() >= 3 {
        confidence = Confidence::High;
    }
    if level(view) == Experience::Advanced && direction == Direction::Plateau {
        confidence = Confidence::Low;
    }
    MuscleTrend { muscle, direction, slope, z, exercises, confidence }
}

/// One exposure: day, the value, the set.
type Exposure = (Day, f64, SetRef);

fn exercise(view: &View<'_>, line: &Line<'_, '_>, unused: &mut Vec<Unused>) -> Option<ExerciseTrend> {
    let stated = line.rows.iter().filter(|row| row.entry.effort.rir.is_some()).count();
    let use_effort = stated as f64 >= STATED_SHARE * line.rows.len() as f64;
    let bias = view.bias(line.exercise.built_in().map(|row| row.pattern)).unwrap_or_default();
    let reps = |row: &Row<'_>| {
        let left = row.entry.effort.rir.filter(|_| use_effort).map_or(0.0, |rir| rir.value() + bias);
        f64::from(row.reps.get()) + left
    };
    let estimate = |row: &Row<'_>, most: f64| {
        let reps = reps(row);
        let load = row.entry.load;
        // Beyond the table a plain line goes on; only its changes are used.
        (reps <= most && load > Kg::ZERO).then(|| one_rep_max(Formula::Epley, load.kg(), reps)).flatten()
    };
    // Where the best set is beyond the trusted reps, what is left of the day is its back-off sets: those may
    // stand still for months while the best one climbs.
    let top = best(&line.rows, |row| Some(row.entry.load.kg() * (1.0 + reps(row) / 30.0)));
    let at = |set: SetRef| line.rows.iter().find(|row| row.at == set);
    let beyond =
        top.iter().filter(|(_, _, set)| at(*set).is_some_and(|row| reps(row) > REPS_TRUSTED)).count();
    if beyond as f64 <= BEYOND_SHARE * top.len() as f64 {
        let trusted = best(&line.rows, |row| estimate(row, REPS_TRUSTED));
        if let Some(trend) = trend(line.exercise, Measure::OneRepMax, trusted, unused) {
            return Some(trend);
        }
    }
    let load = usual_load(&line.rows)?;
    let at_load = best(&line.rows, |row| (row.entry.load == load).then(|| 1.0 + reps(row) / 30.0));
    let by_reps = trend(line.exercise, Measure::RepsAt(load), at_load, unused);
    if by_reps.as_ref().is_some_and(|trend| trend.confidence > Confidence::Low) {
        return by_reps;
    }
    let rough = best(&line.rows, |row| estimate(row, REPS_GREY));
    let rough = trend(line.exercise, Measure::Rough, rough, unused);
    // The rough estimate spans the raises of load that one fixed load cannot see.
    match (rough, by_reps) {
        (Some(rough), Some(by_reps)) if by_reps.exposures >= rough.exposures => Some(by_reps),
        (Some(rough), _) => Some(ExerciseTrend { confidence: Confidence::Low, ..rough }),
        (None, by_reps) => by_reps,
    }
}

/// The best value of each day.
fn best(rows: &[&Row<'_>], value: impl Fn(&Row<'_>) -> Option<f64>) -> Vec<Exposure> {
    let mut found: Vec<Exposure> = Vec::new();
    for row in rows {
        let Some(value) = value(row).filter(|value| value.is_finite() && *value > 0.0) else { continue };
        match found.last_mut() {
            Some(last) if last.0 == row.day => {
                if value > last.1 {
                    (last.1, last.2) = (value, row.at);
                }
            }
            _ => found.push((row.day, value, row.at)),
        }
    }
    found
}

/// The load that the most sets were done with.
fn usual_load(rows: &[&Row<'_>]) -> Option<Kg> {
    let mut loads: Vec<(Kg, u32)> = Vec::new();
    for row in rows {
        match loads.iter_mut().find(|(load, _)| *load == row.entry.load) {
            Some((_, count)) => *count += 1,
            None => loads.push((row.entry.load, 1)),
        }
    }
    loads.iter().max_by_key(|(load, count)| (*count, *load)).map(|(load, _)| *load)
}

fn trend(
    exercise: &ExerciseId,
    measure: Measure,
    mut exposures: Vec<Exposure>,
    unused: &mut Vec<Unused>,
) -> Option<ExerciseTrend> {
    let mut values: Vec<f64> = exposures.iter().map(|(_, value, _)| *value).collect();
    let middle = median(&mut values)?;
    exposures.retain(|(_, value, at)| {
        let kept = !is_wild(*value, middle);
        if !kept && !unused.contains(&Unused::Outlier(*at)) {
            unused.push(Unused::Outlier(*at));
        }
        kept
    });
    let first = exposures.first()?.0;
    let points: Vec<(f64, f64)> =
        exposures.iter().map(|(day, value, _)| (day.days_since(first) as f64, *value)).collect();
    let found = statistics::trend(&points).ok()?;
    Some(ExerciseTrend {
        exercise: exercise.clone(),
        measure,
        slope: found.slope,
        order: found.order,
        exposures: u32::try_from(exposures.len()).unwrap_or(u32::MAX),
        sets: exposures.iter().map(|(_, _, at)| *at).collect(),
        confidence: if exposures.len() >= EXPOSURES.0 { Confidence::Fair } else { Confidence::Low },
    })
}
