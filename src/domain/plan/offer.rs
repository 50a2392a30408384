//! What a block offers beside its next session, and when: a lighter week, a way back after days off, the next
//! block. It makes plans only where one is taken, and records nothing.

use super::generate::{Request, generate};
use super::mesocycle::{self, LAYOFF_DAYS, Missed, SHORT_BREAK_DAYS};
use super::schedule::{self, Next};
use super::{Phase, Plan, PlannedWeek, Plans, Slot, coverage};
use crate::domain::athlete::Profile;
use crate::domain::body::BodyLog;
use crate::domain::calendar::{Day, Week};
use crate::domain::exercise::OwnExercises;
use crate::domain::recovery::{Deload, Sign, Strain, deload, signs};
use crate::domain::training::{Session, TrainingLog};

/// Days without leg work that may be a pause. [our choice]: a week.
const PAUSE_DAYS: i64 = 7;
/// Planned sessions that went by in them: one is a session moved. [our choice]
const PAUSE_MISSED: usize = 2;

/// What is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// A lighter week.
    Deload {
        /// The week of the plan it would be, from 0.
        week: u8,
        /// Its first day.
        from: Day,
        /// What asks for it; nothing where the block has simply lasted long enough.
        signs: Vec<Sign>,
    },
    /// A way back after days off.
    Return {
        /// Days since the last leg work.
        days: u16,
        /// How.
        way: Way,
    },
    /// The block is over: the next one.
    Over {
        /// Days since the last leg work.
        days: u16,
        /// How.
        way: Way,
    },
}

/// How training goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// The next week is the next week.
    GoOn,
    /// The last week that was trained, once more.
    Repeat,
    /// In steps of the old volume, easier and without techniques.
    Steps,
    /// The next block, from what was really done.
    NewBlock,
}

/// What an offer is judged by.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The person's plans.
    pub plans: &'a Plans,
    /// What they did.
    pub log: &'a TrainingLog,
    /// Their own exercises.
    pub own: &'a OwnExercises,
    /// Nights and mornings.
    pub body: &'a BodyLog,
    /// Offers that may wait do so until this day.
    pub put_off: Option<Day>,
    /// Today.
    pub today: Day,
}

/// What the block that is followed offers today. A break comes before signs: who has not trained for a week
/// needs no lighter one. The end of a block is told whatever was put off.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::{*, generate::*}};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::offer::{Known, Offer, Way, offer};
/// let plans = Plans { list: vec![plan.clone()], active: Some(plan.id) };
/// let (log, own, body) = Default::default();
/// let on = |today: Day| offer(&Known { plans: &plans, log: &log, own: &own, body: &body, put_off: None, today });
/// assert_eq!(on(today), None);
/// assert_eq!(on(today.plus(9)), Some(Offer::Return { days: 9, way: Way::Repeat })); // nobody came
/// assert_eq!(on(today.plus(60)), Some(Offer::Over { days: 60, way: Way::Steps }));
/// ```
pub fn offer(known: &Known<'_>) -> Option<Offer> {
    let Known { log, today, .. } = *known;
    let plan = known.plans.active()?;
    let last = last_worked(known, plan);
    let off = today.days_since(last).max(0);
    let days = u16::try_from(off).unwrap_or(u16::MAX);
    if mesocycle::next(plan, log, today) == Next::Finished {
        let way = if off >= LAYOFF_DAYS { Way::Steps } else { Way::NewBlock };
        return Some(Offer::Over { days, way });
    }
    if known.put_off.is_some_and(|until| today < until) {
        return None;
    }
    if off >= PAUSE_DAYS && was_missed(plan, log, last, today) {
        return Some(Offer::Return { days, way: way_back(plan, first_left(plan, log), off) });
    }
    lighter(known, plan)
}

/// The day of the last leg work; the first of the block where it was before that.
fn last_worked(known: &Known<'_>, plan: &Plan) -> Day {
    let legs = |session: &&Session| session.slot.is_some() || session.trains_legs(known.own);
    let days = known.log.between(plan.starts, known.today).filter(legs).map(|session| session.day);
    days.max().unwrap_or(plan.starts)
}

/// Whether sessions went by: two, or the one of a week that has no more.
fn was_missed(plan: &Plan, log: &TrainingLog, last: Day, today: Day) -> bool {
    let mut missed = 0;
    for (slot, day, _) in plan.slots() {
        if day < last || day >= today {
            continue;
        }
        let only = plan.weeks.get(usize::from(slot.week)).is_some_and(|week| week.sessions.len() == 1);
        missed += match mesocycle::missed(plan, log, slot, today) {
            Missed::NotMissed => 0,
            Missed::Dropped if only => PAUSE_MISSED,
            Missed::MovesTo(_) | Missed::Dropped => 1,
        };
    }
    missed >= PAUSE_MISSED
}

/// How a block goes on after days off; `week` is the first that was not finished.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::offer::{Way, way_back};
/// assert_eq!([7, 8, 21].map(|off| way_back(&plan, 2, off)), [Way::GoOn, Way::Repeat, Way::Steps]);
/// assert_eq!(way_back(&plan, 5, 7), Way::NewBlock); // only the deload was left, and the break was one
/// ```
pub fn way_back(plan: &Plan, week: u8, off: i64) -> Way {
    if off >= LAYOFF_DAYS {
        return Way::Steps;
    }
    let repeat = off >= SHORT_BREAK_DAYS;
    let from = if repeat { usize::from(week).saturating_sub(1) } else { usize::from(week) };
    if !plan.weeks.iter().skip(from).any(|week| week.phase != Phase::Deload) {
        Way::NewBlock
    } else if repeat {
        Way::Repeat
    } else {
        Way::GoOn
    }
}

/// A lighter week where the signs ask for one. It takes the place of the first week in which nothing is
/// recorded, so that what was done keeps what was asked of it; where that is the deload, none is needed.
fn lighter(known: &Known<'_>, plan: &Plan) -> Option<Offer> {
    let Known { log, own, body, today, .. } = *known;
    let now = schedule::week_on(plan, today)?;
    let week = free_week(plan, log, today);
    let deloads = |week: usize| plan.weeks.get(week).is_none_or(|week| week.phase == Phase::Deload);
    if week == 0 || deloads(now) || deloads(usize::from(week)) {
        return None;
    }
    let found = signs(&Strain::of(log, known.plans, own, today), &body.sleep, &body.mornings, today);
    let mut worked = 0_u8;
    for (number, planned) in (0..week).zip(&plan.weeks) {
        worked = match planned.phase {
            Phase::Deload => 0,
            _ => worked + u8::from(done_in(plan, log, number) > 0),
        };
    }
    match deload(worked, &found) {
        Deload::No => None,
        Deload::Signs | Deload::Block => {
            Some(Offer::Deload { week, from: begins(plan, week).max(today), signs: found })
        }
    }
}

/// The plan that an offer leads to, from the day that [`first_day`] of it names; none where the plan that is
/// followed allows it no more.
pub fn taken(offer: &Offer, known: &Known<'_>, request: &Request<'_>) -> Option<Plan> {
    let plan = known.plans.active()?;
    let Known { log, own, today, .. } = *known;
    let recent = || mesocycle::recent(plan, log, own, today);
    match offer {
        Offer::Deload { week, .. } => mesocycle::deload_from(plan, *week),
        Offer::Over { way: Way::Steps, .. } => Some(mesocycle::returning(request, recent().as_ref())),
        Offer::Over { .. } => Some(mesocycle::next_block(request, plan, log, own)),
        Offer::Return { days, .. } => {
            let (week, off) = (first_left(plan, log), i64::from(*days));
            Some(mesocycle::after_pause(plan, week, off, request, recent().as_ref()).plan().clone())
        }
    }
}

/// The first day of what an offer leads to: a return begins today, a next block where the last one ends.
pub fn first_day(offer: &Offer, plan: &Plan, profile: &Profile, today: Day) -> Day {
    match offer {
        Offer::Over { way: Way::NewBlock, .. } => block_starts(profile, today).max(ends(plan)),
        Offer::Deload { .. } => plan.starts,
        Offer::Over { .. } | Offer::Return { .. } => today,
    }
}

/// A block starts with the week of the next training day: this week's if one is still to come.
///
/// ```
/// use legwork::domain::{athlete::ProfileDraft, calendar::Day, plan::offer::block_starts};
/// let profile = ProfileDraft::example_profile(); // Monday and Thursday
/// let day = |text| Day::parse(text).unwrap();
/// assert_eq!(block_starts(&profile, day("2026-11-19")), day("2026-11-16"));
/// assert_eq!(block_starts(&profile, day("2026-11-20")), day("2026-11-23"));
/// ```
pub fn block_starts(profile: &Profile, today: Day) -> Day {
    let week = Week::of(today, chrono::Weekday::Mon);
    let to_come = |i: i64| {
        let day = week.first().plus(i);
        day >= today && profile.days.has(day.weekday())
    };
    if (0..7).any(to_come) { week.first() } else { week.plus(1).first() }
}

/// Until when an offer that is put off waits: the end of the block's week.
pub fn put_off_until(plan: &Plan, today: Day) -> Day {
    let week = today.days_since(plan.starts).div_euclid(7) + 1;
    plan.starts.plus(week * 7)
}

/// The first week, from today's on, in which nothing is recorded: where a change of a running block begins.
/// As many as there are weeks where none is left.
pub fn free_week(plan: &Plan, log: &TrainingLog, today: Day) -> u8 {
    let count = u8::try_from(plan.weeks.len()).unwrap_or(u8::MAX);
    let now = u8::try_from(today.days_since(plan.starts).div_euclid(7).max(0)).unwrap_or(count);
    (now..count).find(|week| done_in(plan, log, *week) == 0).unwrap_or(count)
}

/// The first week that was not finished; weeks that were left behind do not count.
fn first_left(plan: &Plan, log: &TrainingLog) -> u8 {
    let mut first = 0;
    for (number, week) in (0_u8..).zip(&plan.weeks) {
        let done = done_in(plan, log, number);
        if done > 0 {
            first = number + u8::from(done == week.sessions.len());
        }
    }
    first
}

/// The block ended today: later weeks go, and what is left of this one. What was recorded keeps its place.
/// No weeks are left where nothing was recorded.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::{plan::offer::ended_on, training::TrainingLog};
/// assert_eq!(ended_on(&plan, &TrainingLog::default(), today.plus(9)).weeks, plan.weeks[..1]);
/// ```
pub fn ended_on(plan: &Plan, log: &TrainingLog, today: Day) -> Plan {
    let week = free_week(plan, log, today);
    let mut left = mesocycle::ended(plan, week);
    let now = schedule::week_on(plan, today).filter(|now| *now + 1 == usize::from(week));
    if let Some(planned) = now.and_then(|now| left.weeks.get_mut(now)) {
        let done = |place: &u8| schedule::is_done(log, Some(plan), slot(plan, week - 1, *place));
        let mut places = 0..u8::try_from(planned.sessions.len()).unwrap_or(u8::MAX);
        let kept = places.rfind(done).map_or(0, |last| usize::from(last) + 1);
        planned.sessions.truncate(kept);
    }
    left
}

/// The running block with other answers: the weeks in which nothing is recorded yet are made anew, from the
/// volume that the block began with; the week from which on they are. None where no week of it was trained,
/// or it is over: then a new block is due.
pub fn changed(
    plan: &Plan,
    log: &TrainingLog,
    own: &OwnExercises,
    request: &Request<'_>,
) -> Option<(Plan, u8)> {
    let count = u8::try_from(plan.weeks.len()).unwrap_or(u8::MAX);
    let trained = (0..count).any(|week| done_in(plan, log, week) > 0);
    let week = free_week(plan, log, request.today);
    if !trained || week == count {
        return None;
    }
    let recent = plan.weeks.first().map(|week| coverage::week_tally(week, own));
    let mut newer = generate(&Request { recent, ..request.clone() });
    // Week for week like the old one, also where that is shorter or was eased early.
    let last = newer.weeks.iter().rposition(|week| week.phase != Phase::Deload).unwrap_or(0);
    let alike = |(number, old): (usize, &PlannedWeek)| {
        let number = if old.phase == Phase::Deload { newer.weeks.len() - 1 } else { number.min(last) };
        newer.weeks.get(number).cloned()
    };
    newer.weeks = plan.weeks.iter().enumerate().filter_map(alike).collect();
    Some((mesocycle::changed_from(plan, week, &newer), week))
}

/// Whether two sets of answers may lead to different plans: body size, activity and goal are food's alone.
///
/// ```
/// use legwork::domain::{athlete::ProfileDraft, plan::offer::plans_alike, units::{Kg, Minutes}};
/// let one = ProfileDraft::example_profile();
/// let mut other = one.clone();
/// other.weight = Kg::from_kg(90.0).ok();
/// assert!(plans_alike(&one, &other));
/// other.minutes = Minutes::saturating(30);
/// assert!(!plans_alike(&one, &other));
/// ```
pub fn plans_alike(one: &Profile, other: &Profile) -> bool {
    let Profile { age, sex, height, weight, body_fat, activity, goal, .. } = *one;
    *one == Profile { age, sex, height, weight, body_fat, activity, goal, ..other.clone() }
}

fn slot(plan: &Plan, week: u8, session: u8) -> Slot {
    Slot { plan: plan.id, week, session }
}

/// How many sessions of a week are recorded.
fn done_in(plan: &Plan, log: &TrainingLog, week: u8) -> usize {
    let count = plan.weeks.get(usize::from(week)).map_or(0, |week| week.sessions.len());
    let places = 0..u8::try_from(count).unwrap_or(u8::MAX);
    places.filter(|place| schedule::is_done(log, Some(plan), slot(plan, week, *place))).count()
}

fn begins(plan: &Plan, week: u8) -> Day {
    plan.starts.plus(i64::from(week) * 7)
}

/// The day after a block's last week.
fn ends(plan: &Plan) -> Day {
    plan.starts.plus(i64::try_from(plan.weeks.len()).unwrap_or(0) * 7)
}
