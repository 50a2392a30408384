//! How a muscle's work is spread: sessions a week, hours between them, sets in one, and functions left out.
//! It reads a span of days and compares with the rules; whether that matters the diagnosis says.

use super::View;
use crate::domain::anatomy::{Function, Muscle, Tally};
use crate::domain::calendar::Day;
use crate::domain::ordered::sort_by_key;
use crate::domain::settings::Counting;
use crate::domain::statistics::median;
use crate::domain::training::Session;
use crate::domain::units::SetCount;
use crate::domain::volume::{COVERAGE, covering};

/// Sets of a muscle that make a session one of it. Source: science H5.
const SESSION_SETS: SetCount = SetCount::whole(2);
/// Sets of a muscle that make a session hard for it. Source: science H1, rule 11.
const HARD_SETS: SetCount = SetCount::whole(4);
/// Hours wanted between two such. Source: science H1, rule 11.
const HOURS: i64 = 48;
/// Sets of a muscle in a session: the soft and the hard cap. Source: science D (Remmert 2025).
const CAPS: (SetCount, SetCount) = (SetCount::whole(8), SetCount::whole(11));

/// How one muscle's work is spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rhythm {
    /// The muscle.
    pub muscle: Muscle,
    /// Sessions with at least two sets of it.
    pub sessions: u32,
    /// The same a week.
    pub per_week: f64,
    /// Hours between them, the least and the middle; none with fewer than two.
    pub hours: Option<(f64, f64)>,
    /// Hard sessions of it less than 48 hours apart.
    pub close: u32,
    /// The most sets of it in one session.
    pub most: SetCount,
    /// Sessions above the soft cap, and above the hard one.
    pub capped: (u32, u32),
}

/// How much a function got of what its muscle needs of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The function.
    pub function: Function,
    /// Sets a week.
    pub per_week: f64,
    /// Wanted in a week of the band's low end.
    pub wanted: u8,
}

/// How the main muscles' work of the days `from..=to` is spread.
///
/// ```
/// use legwork::domain::calendar::{Day, Now};
/// use legwork::domain::diagnosis::{View, rhythms};
/// let day = Day::parse("2026-11-21").unwrap();
/// let book = legwork::domain::example::logbook(Now { day, millis: 1_795_240_000_000, offset_minutes: 0 });
/// let quads = rhythms(&View::of(&book, day), day.plus(-27), day)[0];
/// assert!(quads.per_week == 2.0 && quads.hours.unwrap().0 >= 48.0 && quads.close == 0);
/// ```
pub fn rhythms(view: &View<'_>, from: Day, to: Day) -> [Rhythm; 4] {
    let judge = view.judge();
    let mut sessions: Vec<(Day, i64, Tally)> = Vec::new();
    for session in view.log.between(from, to) {
        let mut tally = Tally::default();
        for work in &session.exercises {
            tally.merge(&judge.tallies(work, view.own, Counting::Fractional, session.day).0);
        }
        sessions.push((session.day, session.started_at, tally));
    }
    sort_by_key(&mut sessions, |(day, started, _)| (*day, *started));
    let weeks = weeks(since(view, from, to), to);
    Muscle::MAIN.map(|muscle| {
        let mut rhythm = Rhythm {
            muscle,
            sessions: 0,
            per_week: 0.0,
            hours: None,
            close: 0,
            most: SetCount::ZERO,
            capped: (0, 0),
        };
        let (mut last, mut hard): (Option<i64>, Option<i64>) = (None, None);
        let mut gaps: Vec<f64> = Vec::new();
        for (_, started, tally) in &sessions {
            let sets = tally.muscle(muscle);
            if sets < SESSION_SETS {
                continue;
            }
            rhythm.sessions += 1;
            rhythm.most = rhythm.most.max(sets);
            rhythm.capped.0 += u32::from(sets > CAPS.0);
            rhythm.capped.1 += u32::from(sets > CAPS.1);
            gaps.extend(last.map(|last| hours(last, *started)));
            last = Some(*started);
            if sets >= HARD_SETS {
                rhythm.close += u32::from(hard.is_some_and(|hard| hours(hard, *started) < HOURS as f64));
                hard = Some(*started);
            }
        }
        rhythm.per_week = f64::from(rhythm.sessions) / weeks;
        rhythm.hours = median(&mut gaps).and_then(|middle| Some((*gaps.first()?, middle)));
        rhythm
    })
}

fn weeks(from: Day, to: Day) -> f64 {
    ((to.days_since(from) + 1).max(1)) as f64 / 7.0
}

/// The first day that counts: a log that began within the span has no weeks before it.
fn since(view: &View<'_>, from: Day, to: Day) -> Day {
    let legs = |session: &&Session| session.trains_legs(view.own);
    let began = view.log.sessions().filter(legs).map(|session| session.day).min();
    from.max(began.unwrap_or(from).min(to.plus(-6)))
}

fn hours(from: i64, to: i64) -> f64 {
    to.saturating_sub(from) as f64 / 3_600_000.0
}

/// What the functions with a share of their own got in the days `from..=to`; of the rectus femoris direct sets
/// alone (science H4). Days before the first leg session of the log count as none, but a week at least does.
///
/// ```
/// use legwork::domain::calendar::{Day, Now};
/// use legwork::domain::diagnosis::{View, shares};
/// let day = Day::parse("2026-11-21").unwrap();
/// let book = legwork::domain::example::logbook(Now { day, millis: 1_795_240_000_000, offset_minutes: 0 });
/// let shares = shares(&View::of(&book, day), day.plus(-27), day);
/// assert!(shares.iter().all(|share| share.per_week > 0.0));
/// assert!(!shares[0].is_missed());
/// ```
pub fn shares(view: &View<'_>, from: Day, to: Day) -> [Share; 4] {
    let judge = view.judge();
    let mut tally = Tally::default();
    for session in view.log.between(from, to) {
        for work in &session.exercises {
            tally.merge(&judge.tallies(work, view.own, Counting::Fractional, session.day).0);
        }
    }
    let weeks = weeks(since(view, from, to), to);
    COVERAGE.map(|(function, wanted)| {
        let per_week = covering(&tally, function).sets() / weeks;
        Share { function, per_week, wanted }
    })
}

impl Share {
    /// Whether it is missed: less than three quarters of what is wanted (science H5).
    pub fn is_missed(&self) -> bool {
        self.per_week < 0.75 * f64::from(self.wanted)
    }
}
