//! Girths of thigh and calf, how far a person's own tape can be trusted, and change that is more than that;
//! never what somebody's legs will be.

use crate::domain::calendar::Day;
use crate::domain::ordered::OrderedMap;
use crate::domain::units::{MassChange, Millimetres, OutOfRange};

use super::BodyLog;

/// Girths that a leg can have, millimetres. Source: C.
const RANGE_MM: (i64, i64) = (150, 1200);
/// Measurements of one site on one day that are kept; three are asked for. Source: science F.
pub const REPEATS: (usize, usize) = (3, 9);
/// What one observer's two measurements differ by, 95 of 100 times, as a share of the girth. Source: te Slaa
/// 2011 (science F: 3.3 %).
pub const PUBLISHED: f64 = 0.033;
/// Repeats beyond the first of a day from which the person's own error is used instead. Source: C.
const OWN_FROM: usize = 6;
/// From a standard error to the smallest change that is sure: 1.96 x the root of 2. Source: statistics.
const DETECTABLE: f64 = 2.772;
/// No tape at home tells less than this apart, millimetres: skin, mark and pull differ from day to day even
/// where the repeats of one day agree. Source: C.
const LEAST_MM: f64 = 5.0;
/// Where the tape goes round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Site {
    LeftThigh,
    RightThigh,
    LeftCalf,
    RightCalf,
}

impl Site {
    /// Every site.
    pub const ALL: [Self; 4] = [Self::LeftThigh, Self::RightThigh, Self::LeftCalf, Self::RightCalf];
}

/// One reading of the tape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Where.
    pub site: Site,
    /// How much.
    pub girth: Millimetres,
}

/// Readings by day: those of one site on one day are repeats.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GirthLog {
    /// Days with a reading.
    pub days: OrderedMap<Day, Vec<Reading>>,
}

/// How far a girth must move before it has changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Detectable {
    /// Millimetres.
    pub mm: f64,
    /// Whether it comes from the person's own repeats rather than from a study.
    pub own: bool,
}

/// A girth then and now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GirthChange {
    /// The day it is counted from, and the mean of its repeats, mm.
    pub from: (Day, f64),
    /// The newest day, and the mean of its repeats, mm.
    pub to: (Day, f64),
    /// What it must move by to have changed.
    pub detectable: Detectable,
    /// What body weight did meanwhile, where it was weighed: fat moves a girth too.
    pub weight: Option<MassChange>,
}

/// What can be said of a girth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Larger than the tape's own error.
    Larger,
    /// Smaller than the tape's own error.
    Smaller,
    /// Within it.
    NoneSeen,
}

impl GirthLog {
    /// Writes down a reading; beyond nine a day the oldest of its site goes.
    ///
    /// # Errors
    /// [`OutOfRange`] for what is no leg.
    pub fn read(&mut self, day: Day, reading: Reading) -> Result<(), OutOfRange> {
        let mm = i64::from(reading.girth.get());
        let (min, max) = RANGE_MM;
        if !(min..=max).contains(&mm) {
            let (min, max) = (min as f64, max as f64);
            return Err(OutOfRange { what: "millimetres of girth", min, max, got: mm as f64 });
        }
        self.days.update(day, |list| {
            list.push(reading);
            if list.iter().filter(|known| known.site == reading.site).count() > REPEATS.1
                && let Some(at) = list.iter().position(|known| known.site == reading.site)
            {
                list.remove(at);
            }
        });
        Ok(())
    }

    /// Days of the other log that are missing here are added; where both have one, the other's wins if
    /// `theirs_win`.
    pub fn merge(&mut self, other: &GirthLog, theirs_win: bool) {
        for (day, readings) in &other.days {
            if theirs_win || !self.days.contains_key(day) {
                self.days.insert(*day, readings.clone());
            }
        }
    }

    /// The mean of a day's repeats of a site, mm.
    pub fn mean(&self, day: Day, site: Site) -> Option<f64> {
        mean(&self.repeats(day, site))
    }

    /// How far the girth of a site must move to have changed: from the spread of the person's own repeats, over
    /// both sides and all days, where there are enough; else from a study.
    ///
    /// ```
    /// use legwork::domain::{body::girth::{GirthLog, Reading, Site}, calendar::Day, units::Millimetres};
    /// let mut log = GirthLog::default();
    /// let mut read = |at, mm| {
    ///     let girth = Millimetres::try_new(mm).unwrap();
    ///     log.read(Day::EPOCH.plus(at), Reading { site: Site::LeftThigh, girth }).unwrap();
    /// };
    /// read(0, 560);
    /// for (at, mm) in [(0, 564), (0, 568), (30, 566), (30, 570), (30, 574), (60, 570), (60, 574), (60, 578)] {
    ///     read(at, mm);
    /// }
    /// let own = log.detectable(Site::LeftThigh).unwrap();
    /// assert!(own.own && (own.mm - 2.772 * 4.0 / 3f64.sqrt()).abs() < 1e-9);
    /// ```
    pub fn detectable(&self, site: Site) -> Option<Detectable> {
        let newest = self.days.keys().rev().find_map(|day| self.mean(*day, site))?;
        let (mut squares, mut free, mut days, mut readings) = (0.0, 0_usize, 0_usize, 0_usize);
        for day in self.days.keys() {
            for one in Site::ALL.into_iter().filter(|one| is_thigh(*one) == is_thigh(site)) {
                let repeats = self.repeats(*day, one);
                let Some(mean) = mean(&repeats) else { continue };
                squares += repeats.iter().map(|mm| (mm - mean) * (mm - mean)).sum::<f64>();
                free += repeats.len() - 1;
                days += 1;
                readings += repeats.len();
            }
        }
        if free < OWN_FROM {
            return Some(Detectable { mm: PUBLISHED * newest, own: false });
        }
        let spread = (squares / free as f64).sqrt();
        // A day's value is the mean of its repeats.
        let error = spread / (readings as f64 / days as f64).sqrt();
        Some(Detectable { mm: (DETECTABLE * error).max(LEAST_MM), own: true })
    }

    /// A site's girth on the last measured day of `from..=to` against the first one; none without two days.
    ///
    /// ```
    /// use legwork::domain::{body::{BodyLog, girth::*}, calendar::Day, units::Millimetres};
    /// let mut log = GirthLog::default();
    /// for (at, mm) in [(0, 560), (84, 575)] {
    ///     let girth = Millimetres::try_new(mm).unwrap();
    ///     log.read(Day::EPOCH.plus(at), Reading { site: Site::RightThigh, girth }).unwrap();
    /// }
    /// let got = log.change(Site::RightThigh, Day::EPOCH, Day::EPOCH.plus(84), &BodyLog::default()).unwrap();
    /// assert_eq!((got.mm(), got.verdict()), (15.0, Verdict::NoneSeen));
    /// ```
    pub fn change(&self, site: Site, from: Day, to: Day, body: &BodyLog) -> Option<GirthChange> {
        if from > to {
            return None;
        }
        let mut measured =
            self.days.range(from..=to).filter_map(|(day, _)| self.mean(*day, site).map(|mm| (*day, mm)));
        let first = measured.next()?;
        let last = measured.next_back()?;
        let weight = match (body.weight_on(first.0), body.weight_on(last.0)) {
            (Some(then), Some(now)) => Some(now.since(then)),
            _ => None,
        };
        Some(GirthChange { from: first, to: last, detectable: self.detectable(site)?, weight })
    }

    fn repeats(&self, day: Day, site: Site) -> Vec<f64> {
        let readings = self.days.get(&day).map(Vec::as_slice).unwrap_or_default();
        readings.iter().filter(|one| one.site == site).map(|one| f64::from(one.girth.get())).collect()
    }
}

impl GirthChange {
    /// The difference, millimetres.
    pub fn mm(&self) -> f64 {
        self.to.1 - self.from.1
    }

    /// What can be said of it: change only past the tape's own error.
    ///
    /// ```
    /// use legwork::domain::{body::girth::{Detectable, GirthChange, Verdict}, calendar::Day};
    /// let detectable = Detectable { mm: 8.0, own: true };
    /// let moved = |mm| GirthChange { from: (Day::EPOCH, 560.0), to: (Day::EPOCH, 560.0 + mm), detectable, weight: None };
    /// assert_eq!((moved(8.0).verdict(), moved(9.0).verdict()), (Verdict::NoneSeen, Verdict::Larger));
    /// ```
    pub fn verdict(&self) -> Verdict {
        if self.mm() > self.detectable.mm {
            Verdict::Larger
        } else if -self.mm() > self.detectable.mm {
            Verdict::Smaller
        } else {
            Verdict::NoneSeen
        }
    }
}

/// A girth after its muscle has grown, by geometry: most of such growth is less than a tape can tell.
///
/// ```
/// use legwork::domain::body::girth::grown;
/// assert!((grown(56.0, 0.75, 4.0) - 56.834).abs() < 0.001);
/// ```
pub fn grown(girth: f64, muscle_share: f64, percent: f64) -> f64 {
    girth * (1.0 + muscle_share * percent / 100.0).max(0.0).sqrt()
}

fn is_thigh(site: Site) -> bool {
    matches!(site, Site::LeftThigh | Site::RightThigh)
}

fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() { None } else { Some(values.iter().sum::<f64>() / values.len() as f64) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::units::Kg;

    fn log(rows: &[(i64, Site, i64)]) -> GirthLog {
        let mut log = GirthLog::default();
        for (at, site, mm) in rows {
            let girth = Millimetres::try_new(*mm).unwrap();
            log.read(Day::EPOCH.plus(*at), Reading { site: *site, girth }).unwrap();
        }
        log
    }

    fn change(log: &GirthLog) -> GirthChange {
        log.change(Site::LeftThigh, Day::EPOCH, Day::EPOCH.plus(84), &BodyLog::default()).unwrap()
    }

    #[test]
    fn the_reference_values_of_the_geometry() {
        let all = include_str!("../../../tests/fixtures/vectors.json");
        let all: serde_json::Value = serde_json::from_str(all).unwrap();
        let rows = all["girth"].as_array().unwrap();
        assert_eq!(rows.len(), 5);
        for row in rows {
            let number = |at: usize| row[at].as_f64().unwrap();
            assert!((grown(number(0), number(1), number(2)) - number(3)).abs() < 1e-9, "{row}");
        }
    }

    #[test]
    fn without_repeats_the_published_error_hides_what_most_people_gain() {
        let some = log(&[(0, Site::LeftThigh, 560), (84, Site::LeftThigh, 575)]);
        let got = change(&some);
        assert!(!got.detectable.own && (got.detectable.mm - 0.033 * 575.0).abs() < 1e-9);
        assert_eq!((got.mm(), got.verdict()), (15.0, Verdict::NoneSeen));
        let much = log(&[(0, Site::LeftThigh, 560), (84, Site::LeftThigh, 580)]);
        assert_eq!(change(&much).verdict(), Verdict::Larger);
        let less = log(&[(0, Site::LeftThigh, 580), (84, Site::LeftThigh, 560)]);
        assert_eq!(change(&less).verdict(), Verdict::Smaller);
    }

    #[test]
    fn own_repeats_of_both_sides_see_more_but_never_below_the_tape() {
        let mut rows = Vec::new();
        for (at, left) in [(0, 560), (84, 566)] {
            for off in [0, 1, 2] {
                rows.push((at, Site::LeftThigh, left + off));
                rows.push((at, Site::RightThigh, 555 + off));
            }
        }
        let got = change(&log(&rows));
        assert_eq!((got.detectable, got.verdict()), (Detectable { mm: 5.0, own: true }, Verdict::Larger));
        // The tape at the calf is another matter.
        rows.push((0, Site::LeftCalf, 380));
        assert!(!log(&rows).detectable(Site::LeftCalf).unwrap().own);
        assert_eq!(log(&rows).detectable(Site::RightCalf), None);
    }

    #[test]
    fn repeats_twice_as_far_apart_hide_twice_as_much() {
        let seen = |off: i64| {
            let days = [0, 28, 56, 84].into_iter();
            let rows: Vec<(i64, Site, i64)> =
                days.flat_map(|at| [-off, 0, off].map(|off| (at, Site::LeftThigh, 560 + off))).collect();
            log(&rows).detectable(Site::LeftThigh).unwrap()
        };
        assert!(seen(10).own && (seen(20).mm - 2.0 * seen(10).mm).abs() < 1e-9, "{:?}", seen(10));
    }

    #[test]
    fn what_is_no_leg_is_refused_and_repeats_are_bounded() {
        let mut log = GirthLog::default();
        let read = |log: &mut GirthLog, mm: i64| {
            log.read(Day::EPOCH, Reading { site: Site::LeftCalf, girth: Millimetres::saturating(mm) })
        };
        assert!(read(&mut log, 0).is_err() && read(&mut log, 149).is_err() && read(&mut log, 1201).is_err());
        for mm in 380..400 {
            read(&mut log, mm).unwrap();
        }
        assert_eq!(log.days.get(&Day::EPOCH).map(Vec::len), Some(9));
        assert_eq!(log.mean(Day::EPOCH, Site::LeftCalf), Some(395.0));
    }

    #[test]
    fn one_day_is_no_change_and_weight_stands_beside_it() {
        let one = log(&[(0, Site::LeftThigh, 560)]);
        assert_eq!(one.change(Site::LeftThigh, Day::EPOCH, Day::EPOCH.plus(9), &BodyLog::default()), None);
        let two = log(&[(0, Site::LeftThigh, 560), (28, Site::LeftThigh, 580)]);
        let mut body = BodyLog::default();
        body.weights.insert(Day::EPOCH, Kg::from_kg(80.0).unwrap());
        body.weights.insert(Day::EPOCH.plus(27), Kg::from_kg(82.5).unwrap());
        let got = two.change(Site::LeftThigh, Day::EPOCH, Day::EPOCH.plus(84), &body).unwrap();
        assert_eq!(got.weight.map(MassChange::kg), Some(2.5));
        assert_eq!(two.change(Site::LeftThigh, Day::EPOCH.plus(84), Day::EPOCH, &body), None);
    }
}
