//! Which thing holds a person back, from their own record: the rules of science D as H5 corrects them. Every
//! rule returns findings with their evidence; here they only meet and are ranked. It knows no words.
//!
//! - [`View`]: what is looked at, borrowed. [`Report`]: the answer. [`Fix`]: what one tap would change.
//! - Four completed weeks without deload or marked absence are judged; strength over twelve.
//! - "Not enough" is an answer: [`Report::missing`] says what to log, [`Report::unused`] what was no use.

mod claims;
mod consistency;
mod dose;
mod effort;
mod fix;
mod history;
mod judgement;
mod kitchen;
mod preview;
mod progression;
mod record;
mod recovery;
mod report;
mod review;
mod rhythm;
mod safety;
mod strength;
mod view;
mod window;

pub use claims::{EffortSummary, PatternEffort, efforts};
pub use fix::Fix;
pub use history::{DAYS_MIN, Outcome, PastFinding, PastVerdict, VerdictHistory, outcome};
pub use judgement::Judgement;
pub use preview::Preview;
pub use report::{
    Confidence, Evidence, Fact, Factor, Finding, Missing, Report, SetRef, Standing, Subject, Unused, Verdict,
};
pub use review::{Action, Recovered, Review, Strength, Trained, is_review_due, review};
pub use rhythm::{Rhythm, Share, rhythms, shares};
pub use strength::{Direction, ExerciseTrend, Measure, MuscleTrend};
pub use view::View;

use super::anatomy::Muscle;
use super::calendar::Day;
use super::ordered::sort_by_key;
use super::safety::shown;
use record::{Record, Visit};
use std::cmp::Reverse;
use strength::Trends;
use window::{JudgedWeek, Window};

/// Days a strength trend looks back, and with it everything here. Source: science H5 (12 weeks).
const WINDOW_DAYS: i64 = 84;
/// Weeks with leg work for a verdict about training. Source: science H5, "Volume".
const WEEKS_MIN: usize = 3;
/// Working sets in them for any verdict: four a week is the least that is known to do something. Source:
/// science B (Pelland 2025).
const SETS_MIN: u32 = 12;
/// Consistency below this leads whatever its severity. Source: science H5.
const LEADS_BELOW: f64 = 0.6;

/// Everything the rules read.
struct Case<'v, 'a> {
    view: &'v View<'a>,
    record: &'v Record<'a>,
    window: &'v Window,
    trends: &'v Trends,
    /// The share of planned sessions done, where so few that it is a factor.
    kept: Option<f64>,
}

/// What holds this person back, as far as their record says.
///
/// ```
/// use legwork::domain::calendar::{Day, Now};
/// use legwork::domain::diagnosis::{Verdict, View, diagnose};
/// use legwork::domain::{example, logbook::Logbook};
/// let today = Day::parse("2026-11-21").unwrap();
/// let nothing = diagnose(&View::of(&Logbook::default(), today));
/// assert!(nothing.verdict == Verdict::NotEnough && nothing.findings.is_empty() && !nothing.missing.is_empty());
/// let book = example::logbook(Now { day: today, millis: 1_795_240_000_000, offset_minutes: 0 });
/// assert_eq!(diagnose(&View::of(&book, today)).weeks.len(), 4);
/// ```
pub fn diagnose(view: &View<'_>) -> Report {
    let mut report = Report {
        verdict: Verdict::NotEnough,
        findings: Vec::new(),
        missing: Vec::new(),
        unused: Vec::new(),
        weeks: Vec::new(),
        trends: Vec::new(),
        judged: Vec::new(),
    };
    report.findings.extend(safety::stop(view));
    if !report.findings.is_empty() {
        report.verdict = Verdict::Stop;
        return report;
    }
    if view.safety.conditions.is_none() {
        report.missing.push(Missing::SafetyAnswers);
    }
    if view.profile.is_none() {
        report.missing.push(Missing::Profile);
    }
    let mut record = record::read(view);
    let sessions: Vec<_> = record.visits.iter().filter(|visit| visit.counts()).map(|v| v.session).collect();
    let window = match record.began {
        Some(began) => window::window(view, began, &sessions),
        None => Window::default(),
    };
    let may = view.profile.map(|profile| shown(profile.age, view.safety));
    let strength = may.is_none_or(|may| may.strength && may.progression);
    let mut trends = if strength { strength::trends(view, &record) } else { Trends::default() };
    report.unused.append(&mut record.unused);
    report.unused.append(&mut trends.unused);
    let mut case = Case { view, record: &record, window: &window, trends: &trends, kept: None };
    judge(&mut case, &mut report);
    if window.empty > 0 {
        report.unused.push(Unused::EmptyWeeks(window.empty));
    }
    if !window.left_out.is_empty() {
        report.unused.push(Unused::LeftOut(window.left_out));
    }
    report.weeks = window.weeks.iter().map(|judged| judged.week).collect();
    report.missing.append(&mut trends.missing);
    report.trends = trends.muscles;
    report
}

/// Runs the rules and ranks what they find.
fn judge(case: &mut Case<'_, '_>, report: &mut Report) {
    report.findings.extend(safety::pain(case));
    report.judged.push(Factor::Safety);
    match consistency::findings(case) {
        Ok(found) => {
            report.judged.push(Factor::Consistency);
            case.kept = found.as_ref().and_then(consistency::kept);
            report.findings.extend(found);
        }
        Err(missing) => report.missing.extend(missing),
    }
    let weeks = case.weeks_trained();
    let enough = weeks >= WEEKS_MIN && case.visits().map(|visit| visit.sets).sum::<u32>() >= SETS_MIN;
    if enough {
        effort::findings(case, report);
        report.findings.extend(dose::findings(case));
        report.judged.extend([Factor::Volume, Factor::Coverage, Factor::Frequency]);
        report.findings.extend(progression::topped(case));
    } else {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        report.missing.push(Missing::Weeks { have: count(weeks), need: count(WEEKS_MIN) });
    }
    // Food and sleep have needs of their own; without any training they hold nothing back.
    if enough || case.kept.is_some() {
        kitchen::findings(case, report);
        recovery::findings(case, report);
    }
    for finding in &mut report.findings {
        if case.goes_well(finding) {
            finding.standing = Standing::WorthFixing;
        }
    }
    // Where something else holds back, that strength stands still is its consequence and not looked for.
    let alone = enough && report.first().is_none();
    if alone {
        report.findings.extend(progression::stuck(case));
    }
    let found = report.findings.iter().any(|finding| finding.factor == Factor::Progression);
    if found || alone && !case.trends.muscles.is_empty() {
        report.judged.push(Factor::Progression);
    }
    rank(&mut report.findings);
    report.verdict = match (report.first(), enough) {
        (Some(_), _) => Verdict::Limited,
        (None, true) => Verdict::Nothing,
        (None, false) => Verdict::NotEnough,
    };
}

/// Limiting before worth fixing, safety and broken consistency first, then by severity, ties by order.
fn rank(findings: &mut Vec<Finding>) {
    let lead = |finding: &Finding| match finding.factor {
        Factor::Safety => 0,
        Factor::Consistency if consistency::kept(finding).is_some_and(|kept| kept < LEADS_BELOW) => 1,
        _ => 2,
    };
    sort_by_key(findings, |finding| {
        // Numbers that are not negative have the order of their bits.
        let severity = Reverse(finding.severity.abs().to_bits());
        (finding.standing, lead(finding), severity, finding.factor)
    });
}

/// How far a number is from its threshold to its worst, 0 to 1. Source: science H5, s=clamp((x-T)/(W-T)).
fn severity(x: f64, threshold: f64, worst: f64) -> f64 {
    let share = (x - threshold) / (worst - threshold);
    if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 }
}

impl<'v, 'a> Case<'v, 'a> {
    /// The judged week a day is in.
    fn week(&self, day: Day) -> Option<&'v JudgedWeek> {
        self.window.weeks.iter().find(|judged| judged.week.contains(day))
    }

    /// Sessions with leg work in the judged weeks.
    fn visits(&self) -> impl Iterator<Item = &'v Visit<'a>> {
        self.record.visits.iter().filter(|visit| self.week(visit.session.day).is_some())
    }

    /// Sessions in one judged week.
    fn visits_in(&self, judged: &JudgedWeek) -> impl Iterator<Item = &'v Visit<'a>> {
        let week = judged.week;
        self.record.visits.iter().filter(move |visit| week.contains(visit.session.day))
    }

    /// Judged weeks with leg work in them.
    fn weeks_trained(&self) -> usize {
        self.window.weeks.iter().filter(|judged| self.visits_in(judged).next().is_some()).count()
    }

    /// How a muscle's strength goes, where that is known.
    fn trend(&self, muscle: Muscle) -> Option<&'v MuscleTrend> {
        self.trends.muscles.iter().find(|trend| trend.muscle == muscle)
    }

    /// Whether it surely rises, and by more than what counts as flat: one in fifteen plateaus has Z above 1.5.
    fn progresses(&self, muscle: Muscle) -> bool {
        let flat = strength::flat(self.view);
        self.trend(muscle).is_some_and(|trend| trend.direction == Direction::Progress && trend.slope >= flat)
    }

    /// Whether the muscle that a finding is about progresses all the same (science H5). What concerns the
    /// whole person is no muscle's.
    fn goes_well(&self, finding: &Finding) -> bool {
        match (&finding.factor, &finding.subject) {
            (Factor::Safety, _) | (_, Subject::Person) => false,
            (_, Subject::Muscle(muscle)) => self.progresses(*muscle),
            (_, Subject::Function(function)) => self.progresses(function.muscle()),
            (_, Subject::Exercise(id)) => {
                let credit = self.view.own.credit(id);
                let trains =
                    |muscle: Muscle| muscle.functions().iter().any(|function| credit.halves(*function) == 2);
                Muscle::MAIN.into_iter().any(|muscle| trains(muscle) && self.progresses(muscle))
            }
        }
    }
}
