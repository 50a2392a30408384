//! The weekly proposal to move the food target towards what the person really burns; it is the person who
//! accepts, and every guard of science E holds for it too.

use super::gate::{energy_enough, surplus_allowed};
use super::maintenance::Maintenance;
use super::surplus::{BMI_MAINTAIN, Eater, surplus};
use super::targets::Targets;
use super::trend::Pace;
use crate::domain::athlete::{Profile, Sex};
use crate::domain::calendar::Day;

/// Days from one proposal to the next, and the most it moves the target by, kcal. Source: science H6.
const WEEK: (i64, f64) = (7, 100.0);
/// A smaller difference is left alone: kcal, and as a share of the estimate's standard deviation. Source:
/// science H6.
const IGNORED: (f64, f64) = (50.0, 0.5);
/// The day from which women are proposed anything: a cycle moves water by more than the estimate learns in
/// four weeks. Source: science H6 ("menstrual swings: propose from day 35").
const CYCLE_DAYS: i64 = 35;

/// A proposal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Proposal {
    /// Move the target, kcal.
    Move {
        /// What it is.
        from: f64,
        /// What it should be.
        to: f64,
        /// Where it would end without the weekly limit.
        wanted: f64,
    },
    /// Leave it.
    Keep(Kept),
}

/// Why the target is left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It was moved in the last week: again in so many days.
    Soon(i64),
    /// The estimate has to see a whole cycle first: so many days more.
    Cycle(i64),
    /// The estimate is not trusted.
    Distrusted,
    /// A weight does not fit; that comes first.
    Asking,
    /// It is near enough.
    Near,
    /// Weight rises fast already.
    RisingFast,
    /// The step down would leave the body too little.
    TooLow,
}

/// What moves a target.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// Who eats.
    pub profile: &'a Profile,
    /// Today's targets by formula: they have passed the gates.
    pub targets: &'a Targets,
    /// What the person really burns.
    pub learned: Maintenance,
    /// The surplus that the person chose themselves, kcal.
    pub own_surplus: Option<f64>,
    /// The target that is followed now, kcal.
    pub current: f64,
    /// The day it was last moved.
    pub moved: Option<Day>,
    /// How fast weight rises, where that is known.
    pub pace: Option<Pace>,
}

/// Proposes the target of the coming week.
///
/// ```
/// use legwork::domain::athlete::{ProfileDraft, Sex};
/// use legwork::domain::nutrition::{maintenance::Maintenance, proposal::*, targets::targets};
/// use legwork::domain::{calendar::Day, safety::SafetyAnswers};
/// # let form = ProfileDraft { age: "30".into(), sex: Some(Sex::Male), weight: "80".into(), height: "180".into(), ..Default::default() };
/// # let answers = SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() };
/// # let today = Day::parse("2026-11-21").unwrap();
/// # let profile = form.check().unwrap();
/// # let targets = targets(&profile, &answers, None, today).unwrap();
/// let learned = Maintenance { kcal: 2900.0, sd: 80.0, days: 28, distrust: None, asks: None };
/// let question = Question { profile: &profile, targets: &targets, learned, own_surplus: None, current: 2600.0, moved: None, pace: None };
/// assert!(matches!(propose(&question, today), Proposal::Move { to: 2700.0, .. }));
/// ```
pub fn propose(question: &Question<'_>, today: Day) -> Proposal {
    let Question { profile, targets, learned, own_surplus, current, moved, pace } = *question;
    let basis = &targets.basis;
    let since = moved.map(|day| today.days_since(day));
    if let Some(since) = since.filter(|since| *since < WEEK.0) {
        return Proposal::Keep(Kept::Soon(WEEK.0 - since));
    }
    if basis.sex == Sex::Female && learned.days < CYCLE_DAYS {
        return Proposal::Keep(Kept::Cycle(CYCLE_DAYS - learned.days));
    }
    if learned.distrust.is_some() {
        return Proposal::Keep(Kept::Distrusted);
    }
    if learned.asks.is_some() {
        return Proposal::Keep(Kept::Asking);
    }
    let eater = Eater {
        sex: basis.sex,
        experience: profile.experience,
        goal: profile.goal,
        bmi: basis.bmi,
        fat_percent: profile.body_fat.map(|fat| fat.percent()),
    };
    let own = own_surplus.filter(|own| *own >= 0.0 && surplus_allowed(*own, learned.kcal));
    let extra = match own {
        // A percent a week stops the surplus (science E).
        _ if pace == Some(Pace::TooFast) => 0.0,
        Some(own) if basis.bmi <= BMI_MAINTAIN => own,
        // What forbade it by formula forbids it here.
        _ if targets.surplus == 0.0 => 0.0,
        _ => surplus(&eater, learned.kcal).0,
    };
    let wanted = learned.kcal + extra;
    let off = wanted - current;
    if off.abs() <= IGNORED.0.max(IGNORED.1 * learned.sd) {
        return Proposal::Keep(Kept::Near);
    }
    if off > 0.0 && pace.is_some_and(|pace| pace > Pace::Fine) {
        return Proposal::Keep(Kept::RisingFast);
    }
    let to = current + off.clamp(-WEEK.1, WEEK.1);
    let left = match (basis.availability, basis.fat_free_kg) {
        (Some(left), Some(lean)) => Some(left + (to - targets.energy) / lean),
        _ => None,
    };
    if off < 0.0 && !energy_enough(to, targets.resting, left) {
        return Proposal::Keep(Kept::TooLow);
    }
    Proposal::Move { from: current, to, wanted }
}
