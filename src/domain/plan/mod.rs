//! "Planned": a block of weeks, each with sessions of prescriptions; nothing in it is done yet.

pub mod absence;
pub mod calendar_file;
pub mod check;
pub mod coverage;
pub mod difference;
pub mod dose;
pub mod edit;
pub mod generate;
pub mod link;
pub mod mesocycle;
pub mod minutes;
pub mod offer;
pub mod outlook;
pub mod progression;
pub mod sample;
pub mod schedule;
pub mod swap;
pub mod technique;
pub mod why;

use super::anatomy::{Function, Muscle};
use super::calendar::{Day, Week};
use super::exercise::{Exercise, ExerciseId, Item, Joint};
use super::id::PlanId;
use super::units::{Minutes, Rir, Seconds, SetCount};
use chrono::Weekday;

/// A block: four to six working weeks and a deload.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Its id.
    pub id: PlanId,
    /// The day it was made.
    pub created: Day,
    /// The first day of its first week.
    pub starts: Day,
    /// Its weeks, in order.
    pub weeks: Vec<PlannedWeek>,
    /// What could not be met, each with its reason and the cheapest remedy.
    pub compromises: Vec<Compromise>,
}

/// Seven days of a block.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedWeek {
    /// What kind of week it is.
    pub phase: Phase,
    /// Its sessions, in the order of their days.
    pub sessions: Vec<PlannedSession>,
}

/// The kind of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Below the band on the way in (science H2).
    Entry,
    /// In the band.
    Working,
    /// Half the sets, two or three more reps in reserve.
    Deload,
}

/// One session of a planned week.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedSession {
    /// The day of the week it falls on.
    pub weekday: Weekday,
    /// Its exercises, in order.
    pub exercises: Vec<Prescription>,
    /// Warm-up before it.
    pub warm_up: Minutes,
    /// Cool-down after it.
    pub cool_down: Minutes,
}

/// What to do of one exercise.
#[derive(Debug, Clone, PartialEq)]
pub struct Prescription {
    /// The exercise.
    pub exercise: ExerciseId,
    /// Hard sets.
    pub sets: u8,
    /// Reps from and to.
    pub reps: (u8, u8),
    /// Reps in reserve from and to.
    pub rir: (Rir, Rir),
    /// Rest after each set.
    pub rest: Seconds,
    /// The place, in the session, of the exercise it alternates with.
    pub paired_with: Option<u8>,
    /// How its last set ends, or how slow they all are.
    pub finisher: Option<Finisher>,
}

/// A technique on the last set of an exercise, or a pace of all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finisher {
    /// Take a share off the load and go on, so many times: half a set each (science D, clusters).
    Drop {
        /// Tenths of a percent off each time.
        per_mille: u16,
        /// How often.
        times: u8,
    },
    /// The same load again after a few breaths: half a set each.
    RestPause {
        /// Seconds between.
        pause: u8,
        /// How often.
        bouts: u8,
    },
    /// After the set as the activating one, short ones: half a set each.
    MyoReps {
        /// Seconds between.
        pause: u8,
        /// How many short ones.
        minis: u8,
        /// Reps of each.
        reps: u8,
    },
    /// Half reps in the stretch after the last full one: they count nothing.
    Partials {
        /// How many.
        reps: u8,
    },
    /// Every rep of the exercise at this pace: it counts nothing more and takes longer.
    Tempo {
        /// Seconds down.
        down: u8,
        /// Seconds at the bottom.
        pause: u8,
        /// Seconds up.
        up: u8,
    },
}

impl Finisher {
    /// The mini-sets it adds; a half set each (science D, "Clusters").
    pub const fn minis(self) -> u8 {
        match self {
            Self::Drop { times, .. } => times,
            Self::RestPause { bouts, .. } => bouts,
            Self::MyoReps { minis, .. } => minis,
            Self::Partials { .. } | Self::Tempo { .. } => 0,
        }
    }
}

/// A wish that yields to a higher rule (science H1), why, and what would mend it most cheaply.
#[derive(Debug, Clone, PartialEq)]
pub struct Compromise {
    /// What is not met.
    pub shortfall: Shortfall,
    /// Which rule made it yield.
    pub reason: Reason,
    /// What would mend it.
    pub remedy: Option<Remedy>,
}

/// What is not met.
#[derive(Debug, Clone, PartialEq)]
pub enum Shortfall {
    /// A muscle stays below its band in working weeks.
    BelowBand {
        /// The muscle.
        muscle: Muscle,
        /// Sets in the best working week.
        planned: SetCount,
        /// The band's low end.
        low: u8,
    },
    /// A muscle is in its band, but a week stays below what the block grows to (science H2: float - 0.5).
    BelowRamp {
        /// The muscle.
        muscle: Muscle,
        /// Sets in the week that is furthest below.
        planned: SetCount,
        /// Sets that the week was to have.
        wanted: SetCount,
    },
    /// A function gets less than its share (science H1 rule 8), or nothing.
    Coverage {
        /// The function.
        function: Function,
        /// Sets a week.
        planned: SetCount,
        /// Sets wanted.
        wanted: u8,
    },
    /// No exercise on one leg.
    NoUnilateral,
    /// A muscle is trained in fewer than two sessions a week.
    Frequency {
        /// The muscle.
        muscle: Muscle,
    },
    /// Two hard sessions of a muscle are less than 48 hours apart.
    CloseTogether,
    /// The first weeks are below the band on purpose, while the body gets used to it.
    EntryWeeks {
        /// How many.
        weeks: u8,
    },
    /// Rests, warm-up or cool-down are shortened to keep the minutes.
    Shortened,
}

/// The rule that something yields to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Reason {
    Equipment,
    Caution(Joint),
    Skill,
    Minutes,
    Sessions,
    SessionCap,
    BandHigh,
    Ramp,
    Days,
    Safety,
}

/// The cheapest change that would mend a shortfall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remedy {
    /// One more session a week.
    OneMoreSession,
    /// This many more minutes a session.
    MoreMinutes(u16),
    /// This thing to train with.
    Get(Item),
    /// Days further apart.
    SpreadDays,
    /// Nothing but time.
    Wait,
}

impl Prescription {
    /// The catalogue row, if it is a built-in exercise.
    pub fn built_in(&self) -> Option<&'static Exercise> {
        self.exercise.built_in()
    }
}

impl PlannedSession {
    /// What an exercise of it alternates with.
    pub fn partner(&self, one: &Prescription) -> Option<&Prescription> {
        self.exercises.get(usize::from(one.paired_with?))
    }
}

/// Where a session stands in a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The plan.
    pub plan: PlanId,
    /// The week, from 0.
    pub week: u8,
    /// The session in the week, from 0.
    pub session: u8,
}

impl Plan {
    /// The planned session of a slot, if the slot is in this plan.
    pub fn session(&self, slot: Slot) -> Option<&PlannedSession> {
        if slot.plan != self.id {
            return None;
        }
        self.weeks.get(usize::from(slot.week))?.sessions.get(usize::from(slot.session))
    }

    /// The day a slot falls on: the first such weekday from the start of its week on.
    pub fn day_of(&self, slot: Slot) -> Option<Day> {
        let session = self.session(slot)?;
        let week_starts = self.starts.plus(i64::from(slot.week) * 7);
        Some(
            Week::of(week_starts, self.starts.weekday())
                .first()
                .plus(i64::from(session.weekday.days_since(self.starts.weekday()))),
        )
    }

    /// Every slot with its day and session, in order.
    pub fn slots(&self) -> impl Iterator<Item = (Slot, Day, &PlannedSession)> {
        self.weeks.iter().enumerate().flat_map(move |(week, planned)| {
            planned.sessions.iter().enumerate().filter_map(move |(place, session)| {
                let slot = Slot {
                    plan: self.id,
                    week: u8::try_from(week).ok()?,
                    session: u8::try_from(place).ok()?,
                };
                Some((slot, self.day_of(slot)?, session))
            })
        })
    }
}

/// The plans a person keeps; at most one is followed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plans {
    /// All of them, oldest first.
    pub list: Vec<Plan>,
    /// The one that is followed.
    pub active: Option<PlanId>,
}

impl Plans {
    /// The plan that is followed.
    pub fn active(&self) -> Option<&Plan> {
        self.list.iter().find(|plan| Some(plan.id) == self.active)
    }

    /// Follows a plan from now on; earlier ones stay, so that sessions done by them keep their place.
    pub fn follow(&mut self, plan: Plan) {
        self.active = Some(plan.id);
        self.list.retain(|known| known.id != plan.id);
        self.list.push(plan);
    }
}
