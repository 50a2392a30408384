//! How each factor came out, found or not; it judges nothing anew.

use super::report::{Factor, Missing, Report, Standing, Verdict};

/// How one factor came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// It limits.
    Limits,
    /// It was found, and what it concerns goes well all the same.
    WorthFixing,
    /// It was looked for and is not there.
    NotFound,
    /// There is too little data for it.
    TooLittle,
    /// It is not looked for with this person's goal and answers.
    NotAsked,
}

impl Report {
    /// How a factor came out.
    ///
    /// ```
    /// use legwork::domain::{calendar::Day, logbook::Logbook};
    /// use legwork::domain::diagnosis::{Factor, Judgement, View, diagnose};
    /// let nothing = diagnose(&View::of(&Logbook::default(), Day::parse("2026-11-21").unwrap()));
    /// assert_eq!(nothing.judgement(Factor::Effort), Judgement::TooLittle);
    /// assert_eq!(nothing.judgement(Factor::Protein), Judgement::NotAsked);
    /// ```
    pub fn judgement(&self, factor: Factor) -> Judgement {
        let found =
            |standing| self.findings.iter().any(|one| one.factor == factor && one.standing == standing);
        if found(Standing::Limiting) {
            return Judgement::Limits;
        }
        if found(Standing::WorthFixing) {
            return Judgement::WorthFixing;
        }
        if self.has_judged(factor) {
            return Judgement::NotFound;
        }
        // Food is asked of those who want to gain and may be shown numbers: only then something is missing.
        let asked = match factor {
            _ if self.verdict == Verdict::Stop => false,
            Factor::Energy => self.missing.iter().any(|one| matches!(one, Missing::Weights { .. })),
            Factor::Protein => {
                self.missing.iter().any(|one| matches!(one, Missing::FoodDays { .. } | Missing::BodyWeight))
            }
            _ => true,
        };
        if asked { Judgement::TooLittle } else { Judgement::NotAsked }
    }
}
