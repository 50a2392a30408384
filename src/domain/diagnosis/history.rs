//! Verdicts of earlier days, short enough to be kept for years, and whether a fix worked since. It stores
//! nothing itself.

use super::report::{Factor, Finding, Report, Standing, Subject, Verdict};
use super::strength::Direction;
use crate::domain::calendar::Day;
use crate::domain::ordered::sort_by_key;

/// Days before a fix can show: half of the four weeks that are judged have to lie behind it.
pub const DAYS_MIN: i64 = 14;
/// A severity has to fall by this share of itself to be better, or rise by it to be worse.
const CHANGED: f64 = 0.25;
/// Days between two verdicts that are both kept; a newer one within them takes the older one's place.
const DAYS_BETWEEN: i64 = 7;
/// A severity is kept in thousandths: what is stored is what was compared.
const THOUSANDTHS: f64 = 1000.0;

/// A finding as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct PastFinding {
    /// What kind.
    pub factor: Factor,
    /// About what.
    pub subject: Subject,
    /// How far from its threshold, 0 to 1.
    pub severity: f64,
    /// Whether it limited.
    pub standing: Standing,
    /// The day its fix was accepted, if it was.
    pub fixed_on: Option<Day>,
}

/// A verdict as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct PastVerdict {
    /// The day.
    pub day: Day,
    /// In one word.
    pub verdict: Verdict,
    /// What was found, in order.
    pub findings: Vec<PastFinding>,
}

/// Verdicts, oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VerdictHistory {
    /// At most one a week.
    pub list: Vec<PastVerdict>,
}

/// What became of a finding since its fix.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outcome {
    /// Ask again in so many days.
    TooSoon(i64),
    /// Too little is logged to say.
    Unknown,
    /// It is gone.
    Gone,
    /// It weighs less: before and now.
    Better(f64, f64),
    /// It weighs the same.
    Same,
    /// It weighs more: before and now.
    Worse(f64, f64),
}

fn past(finding: &Finding) -> PastFinding {
    PastFinding {
        factor: finding.factor,
        subject: finding.subject.clone(),
        severity: (finding.severity * THOUSANDTHS).round() / THOUSANDTHS,
        standing: finding.standing,
        fixed_on: None,
    }
}

impl VerdictHistory {
    /// Keeps a report. One of the same week takes the older one's place, unless a fix was accepted on that: what
    /// a fix is measured against stays.
    ///
    /// ```
    /// use legwork::domain::{calendar::Day, diagnosis::{VerdictHistory, View, diagnose}, logbook::Logbook};
    /// let (book, day) = (Logbook::default(), Day::parse("2026-11-21").unwrap());
    /// let mut history = VerdictHistory::default();
    /// for after in [0, 3, 10] {
    ///     history.keep(&diagnose(&View::of(&book, day.plus(after))), day.plus(after));
    /// }
    /// assert_eq!(history.list.len(), 2);
    /// ```
    pub fn keep(&mut self, report: &Report, day: Day) {
        let same_week = self.list.last().is_some_and(|last| {
            day.days_since(last.day) < DAYS_BETWEEN && last.findings.iter().all(|one| one.fixed_on.is_none())
        });
        if same_week {
            self.list.pop();
        }
        let findings = report.findings.iter().map(past).collect();
        self.list.push(PastVerdict { day, verdict: report.verdict, findings });
    }

    /// Whether a verdict of this day is one of a new week.
    ///
    /// ```
    /// use legwork::domain::{calendar::Day, diagnosis::{PastVerdict, Verdict, VerdictHistory}};
    /// let day = Day::parse("2026-11-21").unwrap();
    /// let last = PastVerdict { day, verdict: Verdict::Nothing, findings: Vec::new() };
    /// let history = VerdictHistory { list: vec![last] };
    /// assert_eq!((history.is_due(day.plus(6)), history.is_due(day.plus(7))), (false, true));
    /// ```
    pub fn is_due(&self, day: Day) -> bool {
        self.list.last().is_none_or(|last| day.days_since(last.day) >= DAYS_BETWEEN)
    }

    /// Remembers that the fix of a finding of this report was accepted. The report is kept for it where the
    /// newest verdict is of an earlier week, or does not have the finding. Whether the report has it: where not,
    /// nothing changes.
    pub fn take(&mut self, report: &Report, finding: &Finding, day: Day) -> bool {
        let (factor, subject) = (finding.factor, &finding.subject);
        if !report.findings.iter().any(|one| one.factor == factor && one.subject == *subject) {
            return false;
        }
        if self.is_due(day) || !self.accept(factor, subject, day) {
            self.keep(report, day);
            return self.accept(factor, subject, day);
        }
        true
    }

    /// Forgets that a fix was accepted on this day: it was taken back.
    pub fn withdraw(&mut self, factor: Factor, subject: &Subject, day: Day) {
        for one in self.list.iter_mut().flat_map(|past| &mut past.findings) {
            if one.factor == factor && one.subject == *subject && one.fixed_on == Some(day) {
                one.fixed_on = None;
            }
        }
    }

    /// Joins what another device kept: verdicts of other days come in, and of a day that both have the fixes
    /// that were accepted there.
    ///
    /// ```
    /// use legwork::domain::{calendar::Day, diagnosis::{PastVerdict, Verdict, VerdictHistory}};
    /// let day = Day::parse("2026-11-21").unwrap();
    /// let past = |day| PastVerdict { day, verdict: Verdict::Nothing, findings: Vec::new() };
    /// let mut here = VerdictHistory { list: vec![past(day)] };
    /// here.merge(&VerdictHistory { list: vec![past(day.plus(-8)), past(day)] });
    /// assert_eq!(here.list.iter().map(|one| one.day).collect::<Vec<_>>(), [day.plus(-8), day]);
    /// ```
    pub fn merge(&mut self, other: &Self) {
        for theirs in &other.list {
            let Some(mine) = self.list.iter_mut().find(|mine| mine.day == theirs.day) else {
                self.list.push(theirs.clone());
                continue;
            };
            // Each finding of ours meets one of theirs: a file may name the same twice.
            let mut left: Vec<&PastFinding> = theirs.findings.iter().collect();
            for one in &mut mine.findings {
                let same = |other: &&PastFinding| other.factor == one.factor && other.subject == one.subject;
                if let Some(place) = left.iter().position(same) {
                    one.fixed_on = one.fixed_on.or(left.remove(place).fixed_on);
                }
            }
        }
        sort_by_key(&mut self.list, |past| past.day);
    }

    /// Remembers that the fix of a finding of the newest verdict was accepted; whether there is such a finding.
    pub fn accept(&mut self, factor: Factor, subject: &Subject, day: Day) -> bool {
        let findings = self.list.last_mut().map(|last| last.findings.iter_mut());
        let mut same = findings.into_iter().flatten();
        match same.find(|one| one.factor == factor && one.subject == *subject) {
            Some(one) => {
                one.fixed_on = Some(day);
                true
            }
            None => false,
        }
    }

    /// The newest accepted fix of each finding, newest first, with what became of it.
    pub fn outcomes(&self, now: &Report, today: Day) -> Vec<(&PastFinding, Outcome)> {
        let mut found: Vec<(&PastFinding, Outcome)> = Vec::new();
        for one in self.list.iter().rev().flat_map(|past| &past.findings) {
            let known = found.iter().any(|(old, _)| old.factor == one.factor && old.subject == one.subject);
            if one.fixed_on.is_some() && !known {
                found.push((one, outcome(one, now, today)));
            }
        }
        found
    }
}

/// Whether the fix of a finding worked, as far as a report of today says.
///
/// ```
/// use legwork::domain::calendar::Day;
/// use legwork::domain::diagnosis::{Factor, Outcome, PastFinding, Standing, Subject, View, diagnose, outcome};
/// let today = Day::parse("2026-11-21").unwrap();
/// let now = diagnose(&View::of(&Default::default(), today));
/// let fixed = |back: i64| PastFinding {
///     factor: Factor::Sleep, subject: Subject::Person, severity: 0.8, standing: Standing::Limiting,
///     fixed_on: Some(today.plus(-back)),
/// };
/// assert_eq!(outcome(&fixed(5), &now, today), Outcome::TooSoon(9));
/// assert_eq!(outcome(&fixed(30), &now, today), Outcome::Unknown); // nothing is logged
/// ```
pub fn outcome(before: &PastFinding, now: &Report, today: Day) -> Outcome {
    let Some(fixed) = before.fixed_on else { return Outcome::Unknown };
    let days = today.days_since(fixed);
    if days < DAYS_MIN {
        return Outcome::TooSoon(DAYS_MIN - days);
    }
    let same = now
        .findings
        .iter()
        .find(|finding| finding.factor == before.factor && finding.subject == before.subject);
    match same {
        Some(finding) => {
            let after = finding.severity;
            // A muscle that progresses now is better off, whatever its number.
            if after <= before.severity * (1.0 - CHANGED) || finding.standing > before.standing {
                Outcome::Better(before.severity, after)
            } else if after >= before.severity * (1.0 + CHANGED) {
                Outcome::Worse(before.severity, after)
            } else {
                Outcome::Same
            }
        }
        None => not_found(before, now),
    }
}

/// What not being found means: gone only where it could have been found.
fn not_found(before: &PastFinding, now: &Report) -> Outcome {
    let judged = match (before.factor, &before.subject) {
        // That a muscle stands still is looked for only where nothing else holds back: its trend says it always.
        (Factor::Progression, Subject::Muscle(muscle)) => {
            let trend = now.trends.iter().find(|trend| trend.muscle == *muscle);
            return match trend.map(|trend| trend.direction) {
                Some(Direction::Progress) => Outcome::Gone,
                Some(Direction::Plateau | Direction::Regress) => Outcome::Same,
                Some(Direction::Unclear) | None => Outcome::Unknown,
            };
        }
        // Ranges that are topped are looked for wherever sets are counted.
        (Factor::Progression, _) => now.has_judged(Factor::Volume),
        (factor, _) => now.has_judged(factor),
    };
    if judged { Outcome::Gone } else { Outcome::Unknown }
}
