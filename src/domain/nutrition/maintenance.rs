//! What a person really burns, learned from what they log and weigh: the one algorithm of science H6. It
//! proposes nothing, and is silent before there is enough.

use super::FoodDay;
use super::targets::Targets;
use crate::domain::calendar::Day;
use crate::domain::ordered::OrderedMap;
use crate::domain::units::Kg;

/// Energy of a kilogram of body weight, kcal. Source: science H6.
const KCAL_PER_KG: f64 = 7700.0;
/// Scatter of a morning's weight and of the first one, kg. Source: science H6.
const WEIGHT_SD: f64 = 0.6;
/// Scatter of the formula, kcal. Source: science H6.
const FORMULA_SD: f64 = 300.0;
/// How far maintenance drifts in a day, kcal. Source: science H6.
const DRIFT_KCAL: f64 = 15.0;
/// How far weight wanders in a day by itself, kg: as a rule, and in the days after a start or a change of
/// target, when water moves. Source: science H6.
const DRIFT_KG: (f64, f64) = (0.05, 0.20);
/// The days that water moves after a start or a change. Source: science H6.
const WATER_DAYS: i64 = 7;
/// Share of a guessed day's energy that may be wrong. Source: science H6.
const GUESS_SHARE: f64 = 0.25;
/// Days whose logged energy stands in for a missing day. Source: science H6.
const GUESS_DAYS: i64 = 14;
/// Missing days in a row from which nothing is learned. Source: science H6.
const FREEZE_DAYS: i64 = 7;
/// A weight is asked about beyond so many standard deviations and so many kg. Source: science H6.
const OUTLIER: (f64, f64) = (3.0, 2.0);
/// Standard deviations of the range that is shown: 80 %. Source: science H6.
const RANGE_SD: f64 = 1.28;
/// The least days, weights, and percent of days with energy. Source: science C.
const GATE: (i64, usize, i64) = (14, 10, 80);
/// The days the gate looks back, so that an old gap does not close it for ever. Source: C (H5: 28 d).
const GATE_WINDOW: i64 = 28;
/// An estimate below this share of resting energy, or this far off the formula, is not trusted. Source:
/// science H6.
const DISTRUST: (f64, f64) = (1.1, 0.30);

/// What maintenance is learned from.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// Morning weights.
    pub weights: &'a OrderedMap<Day, Kg>,
    /// What was eaten.
    pub food: &'a OrderedMap<Day, FoodDay>,
    /// The days on which the target moved by 200 kcal or more.
    pub target_changes: &'a [Day],
}

/// Maintenance as learned, in the kcal that the person logs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Maintenance {
    /// The estimate, kcal a day.
    pub kcal: f64,
    /// Its standard deviation.
    pub sd: f64,
    /// Days since the first weight.
    pub days: i64,
    /// Why it is shown and not used.
    pub distrust: Option<Distrust>,
    /// A weight that does not fit and should be looked at.
    pub asks: Option<Day>,
}

/// Why an estimate is not trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distrust {
    /// Hardly above resting energy: more is eaten than logged.
    NearRest,
    /// Far off the formula.
    FarOff,
}

/// What is still missing for an estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotYet {
    /// Days since the first weight, of 14.
    pub days: i64,
    /// Weights in the last four weeks, of 10.
    pub weights: usize,
    /// Days with energy in those weeks, today left out.
    pub logged: i64,
    /// How many such days there would have to be.
    pub logged_wanted: i64,
}

/// A Kalman filter of weight and maintenance: what is eaten beyond maintenance shows on the scale.
///
/// ```
/// use legwork::domain::nutrition::maintenance::Filter;
/// let mut filter = Filter::new(80.0, 2760.0);
/// filter.day(2800.0, 0.05, 0.0);
/// filter.weigh(80.6);
/// assert!((filter.kcal - 2750.397_657).abs() < 1e-6);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Filter {
    /// Weight without its scatter, kg.
    pub kg: f64,
    /// Maintenance, kcal.
    pub kcal: f64,
    kg_variance: f64,
    both: f64,
    kcal_variance: f64,
}

impl Filter {
    /// The start: the first weight and the formula.
    pub fn new(kg: f64, kcal: f64) -> Self {
        let kcal_variance = FORMULA_SD * FORMULA_SD;
        Self { kg, kcal, kg_variance: WEIGHT_SD * WEIGHT_SD, both: 0.0, kcal_variance }
    }

    /// A day passes in which so much was eaten; `guessed` is the kg that this may be wrong by.
    pub fn day(&mut self, eaten: f64, wander: f64, guessed: f64) {
        self.kg += (eaten - self.kcal) / KCAL_PER_KG;
        let share = -1.0 / KCAL_PER_KG;
        self.kg_variance += 2.0 * share * self.both + share * share * self.kcal_variance;
        self.kg_variance += wander * wander + guessed * guessed;
        self.both += share * self.kcal_variance;
        self.kcal_variance += DRIFT_KCAL * DRIFT_KCAL;
    }

    /// The scale says so much.
    pub fn weigh(&mut self, kg: f64) {
        let all = self.spread();
        let (to_kg, to_kcal) = (self.kg_variance / all, self.both / all);
        let off = kg - self.kg;
        self.kg += to_kg * off;
        self.kcal += to_kcal * off;
        self.kcal_variance -= to_kcal * self.both;
        self.kg_variance *= 1.0 - to_kg;
        self.both *= 1.0 - to_kg;
    }

    /// The standard deviation of maintenance.
    pub fn sd(&self) -> f64 {
        self.kcal_variance.max(0.0).sqrt()
    }

    /// The variance of a weighing about what is expected.
    fn spread(&self) -> f64 {
        self.kg_variance + WEIGHT_SD * WEIGHT_SD
    }

    fn is_outlier(&self, kg: f64) -> bool {
        (kg - self.kg).abs() > (OUTLIER.0 * self.spread().sqrt()).max(OUTLIER.1)
    }

    /// Starts weight anew, where what came before says nothing about it. Maintenance stays.
    fn anchor(&mut self, kg: f64) {
        (self.kg, self.kg_variance, self.both) = (kg, WEIGHT_SD * WEIGHT_SD, 0.0);
    }

    /// A day of which nothing is known: nothing is learned, and maintenance may have drifted.
    fn idle(&mut self) {
        self.both = 0.0;
        self.kcal_variance += DRIFT_KCAL * DRIFT_KCAL;
    }
}

/// What a person burns as far as their log tells; the targets have passed the gates and hold the formula.
///
/// # Errors
/// [`NotYet`] before fourteen days, ten weights and energy on four days of five.
///
/// ```
/// use legwork::domain::athlete::{ProfileDraft, Sex};
/// use legwork::domain::nutrition::{FoodDay, maintenance::{Record, estimate}, targets::targets};
/// use legwork::domain::{calendar::Day, safety::SafetyAnswers, units::{Kcal, Kg}};
/// # let form = ProfileDraft { age: "30".into(), sex: Some(Sex::Male), weight: "80".into(), height: "180".into(), ..Default::default() };
/// # let answers = SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() };
/// # let today = Day::parse("2026-11-21").unwrap();
/// # let targets = targets(&form.check().unwrap(), &answers, None, today).unwrap();
/// let weights = (0..=28).map(|back| (today.plus(-back), Kg::from_kg(80.0).unwrap())).collect();
/// let ate = FoodDay { kcal: Kcal::try_new(2500).ok(), ..FoodDay::default() };
/// let food = (1..=28).map(|back| (today.plus(-back), ate)).collect();
/// let record = Record { weights: &weights, food: &food, target_changes: &[] };
/// let learned = estimate(&targets, &record, today).unwrap();
/// assert!((2500.0..2600.0).contains(&learned.kcal) && learned.range().0 < 2500.0); // the formula says 2759
/// assert_eq!(estimate(&targets, &record, today.plus(-20)).unwrap_err().weights, 9);
/// ```
pub fn estimate(targets: &Targets, record: &Record<'_>, today: Day) -> Result<Maintenance, NotYet> {
    learn(targets.maintenance, targets.resting, record, today)
}

/// The same from a formula's maintenance and resting energy alone.
///
/// # Errors
/// [`NotYet`] as [`estimate`].
pub fn learn(formula: f64, resting: f64, record: &Record<'_>, today: Day) -> Result<Maintenance, NotYet> {
    let first = record.weights.iter().next().filter(|(day, _)| **day <= today);
    let first = first.map(|(day, kg)| (*day, kg.kg()));
    let days = gate(record, first.map_or(today, |(day, _)| day), today)?;
    let Some((start, kg)) = first else {
        return Err(NotYet { days: 0, weights: 0, logged: 0, logged_wanted: 0 });
    };
    let (filter, asks) = run(formula, start, kg, record, today);
    let distrust = doubt(filter.kcal, resting, formula);
    Ok(Maintenance { kcal: filter.kcal, sd: filter.sd(), days, distrust, asks })
}

/// Why a maintenance is not trusted, by resting energy and the formula's maintenance; none where it is. What is
/// no number is far off.
///
/// ```
/// use legwork::domain::nutrition::maintenance::{Distrust, doubt};
/// assert_eq!(doubt(2600.0, 1780.0, 2759.0), None);
/// assert_eq!(doubt(1900.0, 1780.0, 2759.0), Some(Distrust::NearRest));
/// assert_eq!(doubt(3600.0, 1780.0, 2759.0), Some(Distrust::FarOff));
/// ```
pub fn doubt(kcal: f64, resting: f64, formula: f64) -> Option<Distrust> {
    if kcal < DISTRUST.0 * resting {
        Some(Distrust::NearRest)
    } else if (kcal - formula).abs() <= DISTRUST.1 * formula {
        None
    } else {
        Some(Distrust::FarOff)
    }
}

impl Maintenance {
    /// The range in which maintenance lies four times of five.
    ///
    /// ```
    /// use legwork::domain::nutrition::maintenance::Maintenance;
    /// let learned = Maintenance { kcal: 2600.0, sd: 100.0, days: 28, distrust: None, asks: None };
    /// assert_eq!(learned.range(), (2472.0, 2728.0));
    /// ```
    pub fn range(&self) -> (f64, f64) {
        (self.kcal - RANGE_SD * self.sd, self.kcal + RANGE_SD * self.sd)
    }
}

/// The days since the first weight, where there is enough.
fn gate(record: &Record<'_>, start: Day, today: Day) -> Result<i64, NotYet> {
    let days = today.days_since(start);
    let window = days.min(GATE_WINDOW);
    let weights = record.weights.range(today.plus(-window)..=today).count();
    let eaten = record.food.range(today.plus(-window)..today).filter(|(_, food)| food.kcal.is_some());
    let logged = i64::try_from(eaten.count()).unwrap_or(0);
    let logged_wanted = (window.max(GATE.0) * GATE.2 + 99) / 100;
    if days < GATE.0 || weights < GATE.1 || logged < logged_wanted {
        return Err(NotYet { days, weights, logged, logged_wanted });
    }
    Ok(days)
}

/// Runs through the days from the first weight on, and names a weight that does not fit.
fn run(formula: f64, start: Day, kg: f64, record: &Record<'_>, today: Day) -> (Filter, Option<Day>) {
    let mut filter = Filter::new(kg, formula);
    let mut asks = None;
    // The newest logged days: what stands in for a missing one.
    let mut recent: Vec<(i64, f64)> = Vec::new();
    let mut missing = 0;
    let mut anchor = false;
    let changed = |at: i64| {
        at < WATER_DAYS
            || record.target_changes.iter().any(|day| (0..WATER_DAYS).contains(&(at - day.days_since(start))))
    };
    for at in 0..today.days_since(start) {
        let day = start.plus(at);
        let eaten = record.food.get(&day).and_then(|food| food.kcal).map(|kcal| f64::from(kcal.get()));
        recent.retain(|(logged, _)| at - logged <= GUESS_DAYS);
        let wander = if changed(at) { DRIFT_KG.1 } else { DRIFT_KG.0 };
        if let Some(eaten) = eaten {
            missing = 0;
            recent.push((at, eaten));
            filter.day(eaten, wander, 0.0);
        } else {
            missing += 1;
            if missing >= FREEZE_DAYS || recent.is_empty() {
                anchor = true;
                filter.idle();
            } else {
                let mean = recent.iter().map(|(_, eaten)| eaten).sum::<f64>() / recent.len() as f64;
                filter.day(mean, wander, GUESS_SHARE * mean / KCAL_PER_KG);
            }
        }
        let Some(weight) = record.weights.get(&day.plus(1)).map(|weight| weight.kg()) else { continue };
        if anchor {
            filter.anchor(weight);
            anchor = false;
            asks = None;
        } else if !filter.is_outlier(weight) {
            filter.weigh(weight);
            asks = None;
        } else if asks.is_none() {
            asks = Some(day.plus(1));
        } else {
            filter.anchor(weight);
            asks = None;
        }
    }
    (filter, asks)
}

/// Maintenance by hand, for "why?": what was eaten a day, less what the change of weight holds.
///
/// ```
/// use legwork::domain::nutrition::maintenance::by_balance;
/// assert_eq!(by_balance(2800.0, 0.35, 14.0, 7700.0), 2607.5);
/// ```
pub fn by_balance(eaten: f64, change_kg: f64, days: f64, kcal_per_kg: f64) -> f64 {
    eaten - kcal_per_kg * change_kg / days
}
