//! How alike two exercises are in what they train and how; not who may do them, nor what a week needs.

use super::Exercise;
use crate::domain::anatomy::{Credit, Function};
use std::cmp::Reverse;

/// What another pattern, or another load on the spine, takes off the likeness. Source: science D,
/// "Substitution".
pub const MISMATCH: f64 = 0.1;
/// Steps of likeness from 0 to 1 that are told apart: finer is the error of floats.
const STEPS: f64 = 1e6;

/// How alike two credits are, the cosine of the angle between them: 1 the same shares, 0 nothing in common.
///
/// ```
/// use legwork::domain::exercise::{find, likeness};
/// let credit = |slug| find(slug).unwrap().credit;
/// assert!((likeness(credit("leg-press-45"), credit("hack-squat-machine")) - 1.0).abs() < 1e-9);
/// assert_eq!(likeness(credit("leg-extension"), credit("seated-leg-curl")), 0.0);
/// ```
pub fn likeness(a: Credit, b: Credit) -> f64 {
    let (mut dot, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for function in Function::ALL {
        let (x, y) = (f64::from(a.halves(function)), f64::from(b.halves(function)));
        dot += x * y;
        aa += x * x;
        bb += y * y;
    }
    if aa * bb > 0.0 { dot / (aa * bb).sqrt() } else { 0.0 }
}

impl Exercise {
    /// What differs in how it is done: another pattern, another load on the spine.
    ///
    /// ```
    /// use legwork::domain::exercise::find;
    /// let row = |slug| find(slug).unwrap();
    /// assert_eq!(row("seated-leg-curl").mismatch(row("lying-leg-curl")), 0.0);
    /// assert_eq!(row("high-bar-back-squat").mismatch(row("leg-press-45")), 0.2);
    /// ```
    pub fn mismatch(&self, other: &Exercise) -> f64 {
        let off = |same: bool| if same { 0.0 } else { MISMATCH };
        off(self.pattern == other.pattern) + off(self.axial == other.axial)
    }
}

/// The order of likeness, the most alike first.
///
/// ```
/// use legwork::domain::exercise::most_alike;
/// assert!(most_alike(0.9) < most_alike(0.8));
/// assert_eq!(most_alike(0.1 + 0.2), most_alike(0.3));
/// ```
pub fn most_alike(likeness: f64) -> Reverse<i64> {
    Reverse((likeness * STEPS).round() as i64)
}
