//! The day's protein and carbohydrate laid out in meals around the session; totals matter, timing hardly.

use super::targets::Targets;
use crate::domain::ordered::sort_by_key;
use crate::domain::units::{Grams, Minutes};

/// A meal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum MealName {
    Breakfast,
    Lunch,
    BeforeLifting,
    AfterLifting,
    Afternoon,
    Dinner,
    Evening,
}

/// One meal of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meal {
    /// Which.
    pub name: MealName,
    /// Minutes after midnight.
    pub at: u16,
    /// Protein.
    pub protein: Grams,
    /// Carbohydrate worth planning around the session.
    pub carbs: Option<Grams>,
}

/// When a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionTime {
    /// Minutes after midnight.
    pub starts: u16,
    /// How long it takes.
    pub length: Minutes,
}

impl SessionTime {
    /// Where the person has not said when: half past five.
    pub const fn usual(length: Minutes) -> Self {
        Self { starts: 17 * 60 + 30, length }
    }
}

/// The meals of a day without lifting: three to four hours apart. Source: science A36 (s000, s004), C.
const USUAL: [(MealName, u16); 5] = [
    (MealName::Breakfast, 7 * 60 + 30),
    (MealName::Lunch, 12 * 60 + 30),
    (MealName::Afternoon, 16 * 60),
    (MealName::Dinner, 19 * 60 + 15),
    (MealName::Evening, 22 * 60),
];
/// Which of those a training day keeps first.
const KEPT_FIRST: [MealName; 5] =
    [MealName::Breakfast, MealName::Lunch, MealName::Dinner, MealName::Evening, MealName::Afternoon];
/// Which meal is the small one when five would each fall short of a full dose.
const SMALL_FIRST: [MealName; 3] = [MealName::Evening, MealName::Afternoon, MealName::Dinner];
/// The least meals of a day. Source: Schoenfeld 2018 (science C).
const MEALS_MIN: usize = 4;
const MEALS_MAX: usize = 5;
/// The least protein worth a meal of its own, grams. Source: C.
const SMALL_MIN: i64 = 10;
/// Minutes from a meal to lifting, and from lifting to a meal. Source: science A37 (s000, s004): 1-2 h before,
/// 30-60 min after; the total matters more (Schoenfeld 2013).
pub(super) const AROUND: (u16, u16) = (90, 40);
/// Nobody gets up earlier to eat before lifting, minutes after midnight. Source: C.
const EARLIEST: u16 = 5 * 60 + 30;
/// The last minute of a day that a meal may be at.
const LATEST: u16 = 24 * 60 - 15;
/// A session is never taken to be longer than this, minutes.
pub(super) const SESSION_MAX: u16 = 240;
/// Minutes between meals, as wanted and at least. Source: C.
const APART: (u16, u16) = (120, 60);
/// Minutes before lifting in which nobody eats a meal. Source: C.
pub(super) const STOMACH: u16 = 30;
/// Carbohydrate before and after lifting, g per kg. Source: C: 60 and 80 g at 70 kg (science A37, A38).
const CARBS_AROUND_G_PER_KG: (f64, f64) = (0.85, 1.15);
/// The share of the day's carbohydrate that the two meals around lifting may take together. Source: C.
const CARBS_AROUND_SHARE: f64 = 0.5;

/// Four or five meals whose protein adds up to the target exactly, four of them at least 0.4 g per kg; on a
/// training day around its session, `None` on a rest day.
///
/// ```
/// use legwork::domain::athlete::{ProfileDraft, Sex};
/// use legwork::domain::calendar::Day;
/// use legwork::domain::nutrition::{meals::{MealName, SessionTime, meals}, targets::targets};
/// use legwork::domain::{safety::SafetyAnswers, units::Minutes};
/// # let form = ProfileDraft { age: "30".into(), sex: Some(Sex::Male), weight: "80".into(), height: "180".into(), ..Default::default() };
/// # let answers = SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() };
/// # let today = Day::parse("2026-11-21").unwrap();
/// # let day = targets(&form.check().unwrap(), &answers, None, today).unwrap();
/// let list = meals(&day, Some(SessionTime::usual(Minutes::saturating(65))));
/// let (names, protein): (Vec<_>, Vec<_>) = list.iter().map(|meal| (meal.name, meal.protein.get())).unzip();
/// use MealName::*;
/// assert_eq!(names, [Breakfast, Lunch, BeforeLifting, AfterLifting, Evening]);
/// assert_eq!(protein, [32, 32, 32, 32, 16]);
/// ```
pub fn meals(targets: &Targets, session: Option<SessionTime>) -> Vec<Meal> {
    let mut times = times(session);
    let total = i64::from(targets.protein_grams().get());
    let full = targets.meal.0.ceil() as i64;
    let small = small_meal(&mut times, total, full);
    let evenly = i64::try_from(times.len() - usize::from(small.is_some())).unwrap_or(1).max(1);
    let mut left = if small.is_some() { full * evenly } else { total };
    let rest = total - left;
    let mut after = evenly;
    let mut day = Vec::with_capacity(times.len());
    for (name, at) in times {
        let protein = if Some(name) == small {
            rest
        } else {
            let share = left / after.max(1);
            left -= share;
            after -= 1;
            share
        };
        day.push(Meal { name, at, protein: Grams::saturating(protein), carbs: carbs_of(name, targets) });
    }
    day
}

/// Carbohydrate of a meal around lifting, to ten grams; none for another.
pub(super) fn carbs_of(name: MealName, targets: &Targets) -> Option<Grams> {
    let kg = targets.weight.kg();
    let (before, after) = (CARBS_AROUND_G_PER_KG.0 * kg, CARBS_AROUND_G_PER_KG.1 * kg);
    let room = (CARBS_AROUND_SHARE * targets.carbs / (before + after)).min(1.0);
    let grams = match name {
        MealName::BeforeLifting => before,
        MealName::AfterLifting => after,
        _ => return None,
    };
    Some(Grams::saturating((grams * room / 10.0).round() as i64 * 10))
}

/// Five even meals would fall short of a full dose each: then one is small, or left out where too little
/// would be left for it.
fn small_meal(times: &mut Vec<(MealName, u16)>, total: i64, full: i64) -> Option<MealName> {
    let count = i64::try_from(times.len()).unwrap_or(1).max(1);
    if times.len() <= MEALS_MIN || total / count >= full {
        return None;
    }
    let small = SMALL_FIRST.into_iter().find(|name| times.iter().any(|(had, _)| had == name))?;
    if total - full * (count - 1) >= SMALL_MIN {
        return Some(small);
    }
    times.retain(|(name, _)| *name != small);
    None
}

/// When the meals are, in the order of the day.
fn times(session: Option<SessionTime>) -> Vec<(MealName, u16)> {
    let Some(session) = session else { return USUAL.to_vec() };
    let starts = session.starts.min(LATEST);
    let ends = starts + session.length.get().min(SESSION_MAX);
    let mut day = Vec::with_capacity(MEALS_MAX);
    if starts >= EARLIEST + AROUND.0 {
        day.push((MealName::BeforeLifting, starts - AROUND.0));
    }
    if ends + AROUND.1 <= LATEST {
        day.push((MealName::AfterLifting, ends + AROUND.1));
    }
    for (apart, enough) in [(APART.0, MEALS_MAX), (APART.1, MEALS_MIN)] {
        for wanted in KEPT_FIRST {
            let Some((name, at)) = USUAL.into_iter().find(|(name, _)| *name == wanted) else { continue };
            let lifting = at + STOMACH > starts && at < ends;
            let free =
                day.iter().all(|(had, other): &(MealName, u16)| *had != name && other.abs_diff(at) >= apart);
            if free && !lifting && day.len() < enough {
                day.push((name, at));
            }
        }
    }
    sort_by_key(&mut day, |(_, at)| *at);
    day
}
