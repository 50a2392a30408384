//! Which weeks are judged and what was planned in them: the last four completed ones that were neither
//! deload nor absence (science H5). It does not know what was lifted.

use super::View;
use crate::domain::anatomy::{Function, Tally};
use crate::domain::calendar::{Day, Week};
use crate::domain::plan::absence::{Absences, absences};
use crate::domain::plan::{Plan, Slot, coverage, schedule};
use crate::domain::training::Session;
use crate::domain::units::SetCount;
use crate::domain::volume::covering;

/// Weeks that are judged. Source: science H5.
pub(super) const WEEKS: usize = 4;
/// How far back they are looked for: four, and a deload or a holiday among them.
const LOOK_BACK: i64 = 9;
/// A pause this long starts the log anew, days. Source: science H2, ">= 3 weeks off".
pub(super) const GAP: i64 = 21;
/// Days of a week that make it a week of deload or absence: most of those that are trained on.
const LEFT_OUT_DAYS: usize = 3;

/// One week that is judged.
#[derive(Debug)]
pub(super) struct JudgedWeek {
    pub week: Week,
    /// What the plan asked for.
    pub planned: Tally,
    /// What it asked for in the sessions that were done by their slot.
    pub planned_done: Tally,
    pub sessions_planned: u32,
    /// Planned sessions done by their slot.
    pub slots_done: u32,
}

/// The weeks that are judged, oldest first, and those left out.
#[derive(Debug, Default)]
pub(super) struct Window {
    pub weeks: Vec<JudgedWeek>,
    pub left_out: Vec<Week>,
    pub empty: u32,
}

/// Whether a day was in a deload.
pub(super) fn is_deload(view: &View<'_>, day: Day) -> bool {
    schedule::in_deload(view.plans, day)
}

fn absent(view: &View<'_>) -> Absences {
    absences(view.plans, view.log, view.own)
}

/// The planned sessions of a week by the plan in force on each of its days, none before the plan was made or
/// in days off.
pub(super) fn asked<'a>(view: &View<'a>, week: Week) -> Vec<(Slot, &'a Plan)> {
    slots(view, &absent(view), week)
}

fn slots<'a>(view: &View<'a>, absent: &Absences, week: Week) -> Vec<(Slot, &'a Plan)> {
    let mut found: Vec<(Slot, &Plan)> = Vec::new();
    for back in 0..7 {
        let day = week.first().plus(back);
        if absent.has(day) {
            continue;
        }
        let Some((plan, place)) = schedule::in_force(view.plans, day) else { continue };
        let Some(planned) = plan.weeks.get(place) else { continue };
        for number in 0..planned.sessions.len() {
            let (Ok(number), Ok(place)) = (u8::try_from(number), u8::try_from(place)) else { continue };
            let slot = Slot { plan: plan.id, week: place, session: number };
            if plan.day_of(slot) == Some(day) && plan.created <= day {
                found.push((slot, plan));
            }
        }
    }
    found
}

impl JudgedWeek {
    /// Planned sets that cover a function, in all and in the sessions that were done.
    pub fn covering(&self, function: Function) -> (SetCount, SetCount) {
        (covering(&self.planned, function), covering(&self.planned_done, function))
    }
}

/// Finds the weeks. `began` is the first leg session since the last long pause; `sessions` are those of the
/// time looked at.
pub(super) fn window(view: &View<'_>, began: Day, sessions: &[&Session]) -> Window {
    let mut window = Window::default();
    let current = Week::of(view.today, view.starts_on);
    let absent = absent(view);
    for back in 1..=LOOK_BACK {
        let week = current.plus(-back);
        let slots = slots(view, &absent, week);
        // A first week that began late says nothing about a week, unless a plan says what it was to be.
        if window.weeks.len() == WEEKS || slots.is_empty() && began > week.first().plus(2) {
            break;
        }
        let days = |is: &dyn Fn(Day) -> bool| {
            (0..7).filter(|day| is(week.first().plus(*day))).count() >= LEFT_OUT_DAYS
        };
        if days(&|day| is_deload(view, day)) || days(&|day| absent.has(day)) {
            window.left_out.push(week);
            continue;
        }
        if slots.is_empty() && !sessions.iter().any(|session| week.contains(session.day)) {
            window.empty += 1;
            continue;
        }
        let mut judged = JudgedWeek {
            week,
            planned: Tally::default(),
            planned_done: Tally::default(),
            sessions_planned: 0,
            slots_done: 0,
        };
        for (slot, plan) in slots {
            let Some(session) = plan.session(slot) else { continue };
            let tally = coverage::session_tally(session, view.own);
            judged.planned.merge(&tally);
            judged.sessions_planned += 1;
            if sessions.iter().any(|one| one.slot == Some(slot)) {
                judged.planned_done.merge(&tally);
                judged.slots_done += 1;
            }
        }
        window.weeks.push(judged);
    }
    window.weeks.reverse();
    window
}
