//! The one-rep max that a load and its reps stand for, by any of the formulas, with how far it can be trusted;
//! it knows no set.

/// A formula from load and repetitions to the one-rep max (science C).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Formula {
    /// Epley: the default.
    #[default]
    Epley,
    /// Brzycki.
    Brzycki,
    /// Lombardi.
    Lombardi,
    /// Wathan.
    Wathan,
    /// Mayhew.
    Mayhew,
    /// O'Conner.
    OConner,
    /// The percentages of the RTS table (Tuchscherer).
    Rts,
}

impl Formula {
    /// Every formula.
    pub const ALL: [Self; 7] =
        [Self::Epley, Self::Brzycki, Self::Lombardi, Self::Wathan, Self::Mayhew, Self::OConner, Self::Rts];
}

/// How far an estimate can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Eleven to fifteen reps: a grey zone.
    Low,
    /// Up to ten reps, but nobody said how many were left.
    Fair,
    /// Up to ten reps, effort stated.
    Good,
}

/// The most reps, those in reserve included, that give a trusted estimate. Source: science C (Reynolds 2006).
pub const REPS_TRUSTED: f64 = 10.0;
/// The most that give any. Source: science C, "11-15 grey".
pub const REPS_GREY: f64 = 15.0;
/// Percent of the one-rep max by reps and those in reserve, from one. Source: science C (RTS, Tuchscherer).
const RTS: [f64; 16] =
    [100.0, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0, 65.3, 62.6, 59.9, 57.3];

/// The one-rep max of a load moved so many times, those left in reserve included. One rep to failure is the
/// maximum itself. None below one rep, beyond fifteen, or for what is no number.
///
/// ```
/// use legwork::domain::statistics::{Formula, one_rep_max};
/// let kg = |formula, reps| (one_rep_max(formula, 100.0, reps).unwrap() * 100.0).round() / 100.0;
/// assert_eq!((kg(Formula::Epley, 10.0), kg(Formula::Brzycki, 8.0), kg(Formula::Rts, 10.0)), (133.33, 124.14, 135.32));
/// assert_eq!((kg(Formula::Wathan, 1.0), one_rep_max(Formula::Brzycki, 100.0, 37.0)), (100.0, None));
/// ```
pub fn one_rep_max(formula: Formula, load: f64, reps: f64) -> Option<f64> {
    if !load.is_finite() || !(1.0..=REPS_GREY).contains(&reps) {
        return None;
    }
    if reps == 1.0 {
        return Some(load);
    }
    Some(match formula {
        Formula::Epley => load * (1.0 + reps / 30.0),
        Formula::Brzycki => load * 36.0 / (37.0 - reps),
        Formula::Lombardi => load * reps.powf(0.1),
        Formula::Wathan => 100.0 * load / (48.8 + 53.8 * (-0.075 * reps).exp()),
        Formula::Mayhew => 100.0 * load / (52.2 + 41.9 * (-0.055 * reps).exp()),
        Formula::OConner => load * (1.0 + 0.025 * reps),
        Formula::Rts => load * 100.0 / rts_percent(reps)?,
    })
}

/// The table's percentage; half reps are the mean of their neighbours.
fn rts_percent(reps: f64) -> Option<f64> {
    let at = |reps: f64| RTS.get((reps as usize).checked_sub(1)?).copied();
    Some((at(reps.floor())? + at(reps.ceil())?) / 2.0)
}

/// How far an estimate from so many effective reps can be trusted; none where there is none.
///
/// ```
/// use legwork::domain::statistics::{Confidence, confidence};
/// assert_eq!([5.0, 10.0, 10.5, 16.0].map(|reps| confidence(reps, true)), {
///     [Some(Confidence::Good), Some(Confidence::Good), Some(Confidence::Low), None]
/// });
/// assert_eq!(confidence(5.0, false), Some(Confidence::Fair));
/// ```
pub fn confidence(reps: f64, stated: bool) -> Option<Confidence> {
    match (reps, stated) {
        (1.0..=REPS_TRUSTED, true) => Some(Confidence::Good),
        (1.0..=REPS_TRUSTED, false) => Some(Confidence::Fair),
        (1.0..=REPS_GREY, _) => Some(Confidence::Low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Science C's table for 100 kg.
    #[test]
    fn every_formula_gives_what_the_reference_gives() {
        let rows: [(f64, [f64; 6]); 5] = [
            (3.0, [110.00, 105.88, 111.61, 108.98, 113.99, 107.50]),
            (5.0, [116.67, 112.50, 117.46, 116.58, 119.01, 112.50]),
            (8.0, [126.67, 124.14, 123.11, 127.67, 126.29, 120.00]),
            (12.0, [140.00, 144.00, 128.21, 141.50, 135.40, 130.00]),
            (15.0, [150.00, 163.64, 131.10, 150.91, 141.72, 137.50]),
        ];
        for (reps, expected) in rows {
            for (formula, kg) in Formula::ALL.into_iter().zip(expected) {
                let found = one_rep_max(formula, 100.0, reps).unwrap();
                assert!((found - kg).abs() < 0.005, "{formula:?} {reps}: {found}");
            }
        }
    }

    #[test]
    fn effort_left_is_added_to_the_reps() {
        for (kg, reps, epley, brzycki, rts) in [
            (140.0, 6.0, 168.00, 162.58, 167.26),
            (60.0, 15.0, 90.00, 98.18, 100.17),
            (32.5, 10.5, 43.88, 44.15, 44.95),
        ] {
            for (formula, expected) in
                [(Formula::Epley, epley), (Formula::Brzycki, brzycki), (Formula::Rts, rts)]
            {
                let found = one_rep_max(formula, kg, reps).unwrap();
                assert!((found - expected).abs() < 0.0051, "{formula:?} {kg}: {found}");
            }
        }
    }

    #[test]
    fn nothing_is_estimated_from_nothing() {
        for (load, reps) in [(100.0, 0.0), (100.0, f64::NAN), (f64::NAN, 5.0), (100.0, 15.5), (100.0, 1271.0)]
        {
            assert_eq!(one_rep_max(Formula::Brzycki, load, reps), None);
        }
    }
}
