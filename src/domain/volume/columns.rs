//! One muscle or function over time as columns: weeks, months, or the whole log in steps that still can be
//! seen. Longer columns are the mean of their weeks, so that the same band holds for all of them.

use super::credit::tally_of;
use super::week::{draft_tally, planned};
use super::{COVERAGE, Ledger, covering, ramp_warning};
use crate::domain::anatomy::{Function, Muscle, Tally};
use crate::domain::calendar::{Day, Week};
use crate::domain::exercise::OwnExercises;
use crate::domain::plan::absence::{Absences, absences};
use crate::domain::plan::{Phase, Plans, coverage, schedule};
use crate::domain::settings::Counting;
use crate::domain::training::{Draft, TrainingLog};
use crate::domain::units::SetCount;
use chrono::Weekday;

/// Columns of weeks and of months that are shown. Source: C.
const SHOWN: i64 = 12;
/// The most columns of a whole log. Source: C.
const MOST: i64 = 48;

/// What is counted: a muscle, or one of its functions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// A muscle, each set as its best function.
    Muscle(Muscle),
    /// A function.
    Function(Function),
}

/// How far back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Span {
    /// Twelve weeks.
    #[default]
    Weeks,
    /// Twelve months.
    Months,
    /// From the first session on.
    AllTime,
}

impl Span {
    /// Every span.
    pub const ALL: [Self; 3] = [Self::Weeks, Self::Months, Self::AllTime];
}

/// How long a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Seven days.
    Week,
    /// So many calendar months.
    Months(i64),
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// Hard sets done, a week.
    pub done: SetCount,
    /// Hard sets still planned, a week.
    pub planned: SetCount,
    /// Hard sets that were planned for what is over and were not done, a week.
    pub missed: SetCount,
    /// Whether it is a week of deload.
    pub deload: bool,
}

/// What columns are made from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// What was done.
    pub ledger: &'a Ledger,
    /// The log that the ledger is of.
    pub log: &'a TrainingLog,
    /// The running session.
    pub draft: Option<&'a Draft>,
    /// What was and is planned.
    pub plans: &'a Plans,
    /// The person's own exercises.
    pub own: &'a OwnExercises,
    /// Today.
    pub today: Day,
    /// The first day of a week.
    pub starts_on: Weekday,
    /// Whether indirect work counts.
    pub counting: Counting,
}

impl Counted {
    /// The sets of it.
    ///
    /// ```
    /// use legwork::domain::anatomy::{Credit, Function, Muscle, Tally};
    /// use legwork::domain::{units::SetCount, volume::Counted};
    /// let mut week = Tally::default();
    /// week.add(Credit::of(&[(Function::Vasti, 2), (Function::RectusFemoris, 1)]), SetCount::whole(8));
    /// assert_eq!(Counted::Muscle(Muscle::Quadriceps).sets(&week).sets(), 8.0);
    /// assert_eq!(Counted::Function(Function::RectusFemoris).sets(&week), SetCount::ZERO); // squats do not cover it
    /// ```
    pub fn sets(self, tally: &Tally) -> SetCount {
        match self {
            Self::Muscle(muscle) => tally.muscle(muscle),
            Self::Function(function) => covering(tally, function),
        }
    }

    /// The muscle it is or belongs to.
    pub const fn muscle(self) -> Muscle {
        match self {
            Self::Muscle(muscle) => muscle,
            Self::Function(function) => function.muscle(),
        }
    }

    /// The sets a week that a function needs for its muscle to be covered; none for a muscle, or where one of
    /// its functions needs no share of its own.
    ///
    /// ```
    /// use legwork::domain::{anatomy::Function, volume::Counted};
    /// assert_eq!(Counted::Function(Function::KneeHamstrings).least(), Some(4));
    /// assert_eq!(Counted::Function(Function::Vasti).least(), None);
    /// ```
    pub fn least(self) -> Option<u8> {
        let Self::Function(function) = self else { return None };
        COVERAGE.iter().find(|(known, _)| *known == function).map(|(_, least)| *least)
    }
}

/// The weekday that makes weeks of the seven days up to and with today.
///
/// ```
/// use legwork::domain::{calendar::{Day, Week}, volume::rolling};
/// let today = Day::parse("2026-11-21").unwrap();
/// assert_eq!(Week::of(today, rolling(today)).last(), today);
/// ```
pub fn rolling(today: Day) -> Weekday {
    today.plus(1).weekday()
}

/// The columns of a span; weeks and months end with the week `last`, the whole log always with today.
///
/// ```
/// use legwork::domain::anatomy::Muscle;
/// use legwork::domain::calendar::{Day, Now, Week};
/// use legwork::domain::volume::{Counted, Source, Span, columns, ledger};
/// let today = Day::parse("2026-11-21").unwrap();
/// let book = legwork::domain::example::logbook(Now { day: today, millis: 1_795_240_000_000, offset_minutes: 0 });
/// let source = Source {
///     ledger: &ledger(&book.log, &book.exercises, &[]), log: &book.log, draft: None, plans: &book.plans,
///     own: &book.exercises, today, starts_on: chrono::Weekday::Mon,
///     counting: legwork::domain::settings::Counting::Fractional,
/// };
/// let (step, weeks) = columns(&source, Counted::Muscle(Muscle::Quadriceps), Span::Weeks, Week::of(today, chrono::Weekday::Mon));
/// assert!(step == legwork::domain::volume::Step::Week && weeks.len() == 12 && weeks[11].done.sets() > 0.0);
/// ```
pub fn columns(source: &Source<'_>, counted: Counted, span: Span, last: Week) -> (Step, Vec<Column>) {
    let step = match span {
        Span::Weeks => Step::Week,
        Span::Months => Step::Months(1),
        Span::AllTime => step_of(source.ledger.first().unwrap_or(source.today), source.today),
    };
    let ends = if span == Span::AllTime { Week::of(source.today, source.starts_on) } else { last };
    let mut spans: Vec<(Day, Day)> = Vec::new();
    let oldest = source.ledger.first().filter(|_| span == Span::AllTime);
    let mut column = first_of(step, ends, source.today);
    loop {
        spans.push(column);
        let enough = match oldest {
            Some(oldest) => column.0 <= oldest || spans.len() as i64 > MOST,
            None => spans.len() as i64 >= SHOWN,
        };
        if enough {
            break;
        }
        column = before(step, column.0);
    }
    spans.reverse();
    let known = (source.ledger.first(), absences(source.plans, source.log, source.own));
    (step, spans.into_iter().map(|span| column_of(source, counted, step, span, &known)).collect())
}

/// Whether the week at a place grew too fast over the last one before it that was no deload: after a lighter
/// week every working one is far more than that.
///
/// ```
/// assert!(!legwork::domain::volume::is_fast(&[], 0, 10));
/// ```
pub fn is_fast(weeks: &[Column], place: usize, low: u8) -> bool {
    let working = weeks.iter().take(place).rev().find(|week| !week.deload);
    working
        .zip(weeks.get(place))
        .is_some_and(|(before, now)| !now.deload && ramp_warning(before.done, now.done, low))
}

/// The finest step in which a log still can be seen.
fn step_of(first: Day, today: Day) -> Step {
    let days = today.days_since(first).max(0);
    if days / 7 < MOST {
        return Step::Week;
    }
    for months in [1, 3] {
        if days / (30 * months) < MOST {
            return Step::Months(months);
        }
    }
    Step::Months(12)
}

/// The column that a week is in, or what has come of it.
fn first_of(step: Step, week: Week, today: Day) -> (Day, Day) {
    match step {
        Step::Week => (week.first(), week.last()),
        Step::Months(count) => {
            let mut month = week.last().min(today).month();
            // Quarters and years begin where the calendar's do.
            while i64::from(month.month() - 1) % count != 0 {
                month = month.before();
            }
            (month.first(), ahead(month.first(), count))
        }
    }
}

fn ahead(first: Day, months: i64) -> Day {
    let mut month = first.month();
    for _ in 1..months {
        month = month.next();
    }
    month.last()
}

fn before(step: Step, first: Day) -> (Day, Day) {
    match step {
        Step::Week => (first.plus(-7), first.plus(-1)),
        Step::Months(count) => {
            let mut month = first.month();
            for _ in 0..count {
                month = month.before();
            }
            (month.first(), first.plus(-1))
        }
    }
}

fn column_of(
    source: &Source<'_>,
    counted: Counted,
    step: Step,
    (from, to): (Day, Day),
    (begun, absent): &(Option<Day>, Absences),
) -> Column {
    let mut done = counted.sets(&source.ledger.sum(from, to, source.counting));
    if let Some(draft) = source.draft.filter(|draft| from <= draft.day && draft.day <= to) {
        done += counted.sets(&draft_tally(draft, source.own, source.counting, &source.ledger.judge));
    }
    let missed = counted.sets(&missed(source, absent, from, to));
    let mut column = Column { from, to, done, planned: SetCount::ZERO, missed, deload: false };
    match step {
        Step::Week => {
            column.deload = is_deload(source.plans, from, to);
            if from <= source.today && source.today <= to {
                let week = Week::of(source.today, from.weekday());
                let Source { log, draft, own, today, counting, .. } = *source;
                let open = planned(source.plans.active(), log, draft, own, week, today, counting);
                column.planned = counted.sets(&open);
            }
        }
        Step::Months(_) => {
            // Days before the first session and after today are no weeks without training.
            let starts = begun.map_or(from, |begun| begun.max(from));
            let days = to.min(source.today).days_since(starts) + 1;
            column.done = a_week(done, days);
            column.missed = a_week(missed, days);
        }
    }
    column
}

/// The mean of a week; a span shorter than one is taken as one.
fn a_week(sets: SetCount, days: i64) -> SetCount {
    SetCount::from_f64(sets.sets() * 7.0 / days.max(7) as f64)
}

/// Whether most of a week was planned as a deload.
fn is_deload(plans: &Plans, from: Day, to: Day) -> bool {
    plans.list.iter().any(|plan| {
        plan.weeks.iter().enumerate().any(|(place, week)| {
            let middle = plan.starts.plus(i64::try_from(place).unwrap_or(0) * 7 + 3);
            week.phase == Phase::Deload && from <= middle && middle <= to
        })
    })
}

/// What the plans in force asked of days whose week is over, and nobody did; days off asked nothing.
fn missed(source: &Source<'_>, absent: &Absences, from: Day, to: Day) -> Tally {
    let mut tally = Tally::default();
    let week = Week::of(source.today, source.starts_on);
    for plan in &source.plans.list {
        // The plan's own week: the last seven days are never over.
        let open = week.first().max(Week::of(source.today, plan.starts.weekday()).first());
        let to = to.min(open.plus(-1));
        let over = plan.starts.plus(7 * i64::try_from(plan.weeks.len()).unwrap_or(0));
        if over < from || plan.starts > to {
            continue;
        }
        for (slot, day, session) in plan.slots() {
            let asked = from <= day
                && day <= to
                && plan.created <= day
                && !absent.has(day)
                && schedule::in_force(source.plans, day).is_some_and(|(known, _)| known.id == plan.id);
            if asked && !source.ledger.has_done(slot, day) {
                for one in &session.exercises {
                    let worth = (coverage::worth(one, u32::from(one.sets)), SetCount::ZERO);
                    tally.merge(&tally_of(source.own.credit(&one.exercise), source.counting, worth).0);
                }
            }
        }
    }
    tally
}
