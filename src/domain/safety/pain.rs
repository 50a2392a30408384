//! What a pain of 0-10 in a session means for the exercise; not where it comes from.

/// From this on the exercise is replaced. Source: science E.
const SUBSTITUTE: u8 = 4;
/// From this on the exercise stops. Source: science E.
const STOP: u8 = 6;
/// So many times at four or more, and the exercise leaves the plan. Source: science H9.
const TIMES: usize = 2;

crate::domain::units::bounded! {
    /// How much something hurts: 0 not at all, 10 as much as can be.
    ///
    /// ```
    /// use legwork::domain::safety::PainScore;
    /// assert!(PainScore::try_new(10).is_ok() && PainScore::try_new(11).is_err());
    /// ```
    PainScore(u8), "pain", 0 ..= 10
}

/// What to do with the exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PainAdvice {
    /// Go on.
    Continue,
    /// Do another that does not hurt.
    Substitute,
    /// Stop.
    Stop,
}

/// The rule for a pain of 0-10: 0-3 goes on, 4-5 is replaced, 6 or any sharp pain stops.
///
/// ```
/// use legwork::domain::safety::{PainAdvice, pain_advice};
/// assert_eq!([0, 3, 4, 5, 6, 10].map(|score| pain_advice(score, false)), {
///     use PainAdvice::*;
///     [Continue, Continue, Substitute, Substitute, Stop, Stop]
/// });
/// assert_eq!(pain_advice(1, true), PainAdvice::Stop);
/// ```
pub const fn pain_advice(score: u8, sharp: bool) -> PainAdvice {
    if sharp || score >= STOP {
        PainAdvice::Stop
    } else if score >= SUBSTITUTE {
        PainAdvice::Substitute
    } else {
        PainAdvice::Continue
    }
}

/// Whether an exercise leaves the plan: twice at four or more, or worse the next morning (science H9).
///
/// ```
/// use legwork::domain::safety::pain_removes;
/// assert!(!pain_removes(&[4, 3], false) && pain_removes(&[4, 2, 5], false) && pain_removes(&[1], true));
/// ```
pub fn pain_removes(scores: &[u8], worse_next_morning: bool) -> bool {
    worse_next_morning || scores.iter().filter(|score| **score >= SUBSTITUTE).count() >= TIMES
}
