//! What a pain of 0-10 in a session means for the exercise; not where it comes from.

/// From this on the exercise is replaced. Source: science E.
const SUBSTITUTE: u8 = 4;
/// From this on the exercise stops. Source: science E.
const STOP: u8 = 6;

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

/// What a person said of a pain: how much, whether it was sharp, or both; never nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pain {
    score: Option<PainScore>,
    sharp: bool,
}

impl Pain {
    /// What was said; none where nothing was.
    ///
    /// ```
    /// use legwork::domain::safety::{Pain, PainAdvice, PainScore};
    /// assert_eq!(Pain::said(None, false), None);
    /// let sharp = Pain::said(Some(PainScore::saturating(1)), true).unwrap();
    /// assert_eq!((sharp.advice(), sharp.counts()), (PainAdvice::Stop, true));
    /// assert!(!Pain::said(Some(PainScore::saturating(3)), false).unwrap().counts());
    /// ```
    pub fn said(score: Option<PainScore>, sharp: bool) -> Option<Self> {
        (sharp || score.is_some()).then_some(Self { score, sharp })
    }

    /// How much it hurt, where that was said.
    pub const fn score(self) -> Option<PainScore> {
        self.score
    }

    /// Whether it was sharp.
    pub const fn is_sharp(self) -> bool {
        self.sharp
    }

    /// Whether anything hurt at all.
    ///
    /// ```
    /// use legwork::domain::safety::{Pain, PainScore};
    /// let of = |score| Pain::said(Some(PainScore::saturating(score)), false).unwrap();
    /// assert!(of(1).is_felt() && !of(0).is_felt());
    /// ```
    pub fn is_felt(self) -> bool {
        self.sharp || self.score.is_some_and(|score| score.get() > 0)
    }

    /// What to do with the exercise.
    pub fn advice(self) -> PainAdvice {
        pain_advice(self.score.map_or(0, PainScore::get), self.sharp)
    }

    /// Whether the exercise should not go on as it is: four or more, or sharp (science E).
    pub fn counts(self) -> bool {
        self.advice() != PainAdvice::Continue
    }
}
