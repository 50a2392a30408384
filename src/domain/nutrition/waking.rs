//! Meals through the hours that a person is awake, as many and when they want; what the day holds in all is
//! the targets'.

use super::meals::{AROUND, Meal, MealName, SESSION_MAX, STOMACH, SessionTime, carbs_of};
use super::targets::Targets;
use crate::domain::ordered::sort_by_key;
use crate::domain::units::Grams;

/// Meals a day that can be asked for. Source: science C (four and more, Schoenfeld 2018); C.
pub const MEALS: (u8, u8) = (3, 5);
/// Minutes from waking to the first meal, and from the last to sleep. Source: C.
const EDGES: (u16, u16) = (30, 90);
/// The least minutes from waking to a meal before lifting, and from the one after it to sleep. Source: C.
const HURRY: u16 = 15;
/// How far the first and the last meal may move inwards from there, so that no wait is longer than
/// [`LONGEST`], minutes, and in which steps. Source: C.
const INWARDS: (u16, u16) = (60, 120);
const STEP: usize = 15;
/// The longest wait between two meals, minutes, wherever so many meals allow it. Source: science A36 (every 3-4
/// hours).
const LONGEST: u16 = 240;
/// The least minutes between two meals that are proposed. Source: C.
const APART: u16 = 90;
const DAY: u16 = 24 * 60;
/// A meal so many minutes before lifting still belongs to it, and so many after it. Source: science A37.
const BELONGS: (u16, u16) = (180, 120);

/// When somebody is awake, minutes after midnight. Who goes to bed before they got up does so after midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waking {
    /// Getting up.
    pub wakes: u16,
    /// Going to bed.
    pub sleeps: u16,
}

impl Waking {
    /// Where nobody said: seven to eleven.
    pub const USUAL: Self = Self { wakes: 7 * 60, sleeps: 23 * 60 };

    /// How long the day is.
    fn length(self) -> u16 {
        match (self.sleeps % DAY + DAY - self.wakes % DAY) % DAY {
            0 => DAY,
            minutes => minutes,
        }
    }

    /// Minutes after waking of a time of day.
    fn after(self, at: u16) -> u16 {
        (at % DAY + DAY - self.wakes % DAY) % DAY
    }
}

/// The minutes after midnight of a time of day as a clock writes it; none where it is no time.
///
/// ```
/// use legwork::domain::nutrition::waking::read_time;
/// assert_eq!(read_time("07:30"), Some(450));
/// assert_eq!((read_time("24:00"), read_time("noon"), read_time("7:5x")), (None, None, None));
/// ```
pub fn read_time(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let part =
        |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u16>().ok()).flatten();
    let (hours, minutes) = (part(hours)?, part(minutes)?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// Times for so many meals, in the order of the person's day, minutes after midnight: around the session where
/// that is possible, the others where the gaps are widest, none more than four hours after the one before where
/// so many meals can do that. Fewer where the day is too short for them.
///
/// ```
/// use legwork::domain::nutrition::{meals::SessionTime, waking::{Waking, times}};
/// use legwork::domain::units::Minutes;
/// let session = SessionTime::usual(Minutes::saturating(60)); // half past five
/// assert_eq!(times(Waking::USUAL, 4, Some(session)), [480, 720, 960, 1150]);
/// assert_eq!(times(Waking::USUAL, 4, None), [450, 690, 930, 1170]);
/// ```
pub fn times(waking: Waking, count: u8, session: Option<SessionTime>) -> Vec<u16> {
    let count = usize::from(count.clamp(MEALS.0, MEALS.1));
    let length = waking.length();
    let mut best: Option<(u16, Vec<u16>)> = None;
    // The meals move inwards only as far as it takes: first the last one, then the first.
    for late in (0..=INWARDS.0).step_by(STEP) {
        for early in (0..=INWARDS.1).step_by(STEP) {
            let day = laid(waking, count, session, (EDGES.0 + late, EDGES.1 + early));
            let over = longest(&day).saturating_sub(LONGEST);
            let better = best.as_ref().is_none_or(|(least, kept)| {
                day.len() > kept.len() || (day.len() == kept.len() && over < *least)
            });
            if better {
                best = Some((over, day));
            }
        }
    }
    let mut times = best.map(|(_, day)| day).unwrap_or_default();
    if times.is_empty() {
        times.push(EDGES.0.min(length - 1));
    }
    times.iter().map(|at| (waking.wakes % DAY + at) % DAY).collect()
}

/// The longest wait between two meals.
fn longest(day: &[u16]) -> u16 {
    day.windows(2)
        .map(|pair| match pair {
            [before, after] => after - before,
            _ => 0,
        })
        .max()
        .unwrap_or(0)
}

/// The meals of a day that begins and ends its eating so many minutes from waking and from sleep, in minutes
/// after waking.
fn laid(waking: Waking, count: usize, session: Option<SessionTime>, edges: (u16, u16)) -> Vec<u16> {
    let length = waking.length();
    let lifting = session.map(|session| {
        let starts = waking.after(session.starts);
        (starts, starts + session.length.get().min(SESSION_MAX))
    });
    let mut times: Vec<u16> = Vec::with_capacity(count);
    if let Some((starts, ends)) = lifting {
        if starts >= AROUND.0 + HURRY && starts < length {
            times.push(starts - AROUND.0);
        }
        if ends + AROUND.1 + HURRY <= length {
            times.push(ends + AROUND.1);
        }
    }
    let free = |at: u16, times: &[u16]| {
        let busy = lifting.is_some_and(|(starts, ends)| at + STOMACH > starts && at < ends);
        !busy && times.iter().all(|other| other.abs_diff(at) >= APART)
    };
    let last = length.saturating_sub(edges.1).max(edges.0);
    if free(edges.0, &times) {
        times.push(edges.0);
    }
    sort_by_key(&mut times, |at| *at);
    let mut times = spread(&times, last, count, &|at| free(at, &[]));
    sort_by_key(&mut times, |at| *at);
    times
}

/// The fixed meals with others between and after them, up to so many, as evenly as can be: the next one always
/// goes where the wait is longest, and those of one gap share it.
fn spread(fixed: &[u16], last: u16, count: usize, free: &dyn Fn(u16) -> bool) -> Vec<u16> {
    // Meals that share the gap behind each fixed one; the last gap is the evening, with a meal at its end.
    let mut shares = vec![0_u16; fixed.len()];
    let inside = |place: usize, shares: u16| -> Vec<u16> {
        let from = fixed.get(place).copied().unwrap_or(0);
        match fixed.get(place + 1) {
            Some(to) => (1..=shares).map(|at| from + (to - from) / (shares + 1) * at).collect(),
            None => (1..=shares).map(|at| from + last.saturating_sub(from) / shares * at).collect(),
        }
    };
    let wait = |place: usize, shares: u16| {
        let from = fixed.get(place).copied().unwrap_or(0);
        match fixed.get(place + 1) {
            Some(to) => (to - from) / (shares + 1),
            // An evening without a meal waits for all the night.
            None if shares == 0 => last.saturating_sub(from).saturating_mul(2),
            None => last.saturating_sub(from) / shares,
        }
    };
    let mut open: Vec<usize> = (0..fixed.len()).collect();
    while fixed.len() + usize::from(shares.iter().sum::<u16>()) < count {
        let share = |place: &usize| shares.get(*place).copied().unwrap_or(0);
        let Some(place) = open.iter().copied().max_by_key(|place| wait(*place, share(place))) else { break };
        let more = share(&place) + 1;
        let apart = if fixed.get(place + 1).is_some() { wait(place, more) } else { wait(place, more.max(1)) };
        if apart >= APART && inside(place, more).into_iter().all(free) {
            if let Some(share) = shares.get_mut(place) {
                *share = more;
            }
        } else {
            open.retain(|one| *one != place);
        }
    }
    let mut all = fixed.to_vec();
    for (place, share) in shares.iter().enumerate() {
        all.extend(inside(place, *share));
    }
    all
}

/// Meals at the person's own times, whose protein adds up to the target exactly: even where each can be a full
/// dose, else as many full ones as there can be, those around lifting first, and what is left in the others.
///
/// ```
/// use legwork::domain::athlete::{ProfileDraft, Sex};
/// use legwork::domain::nutrition::{targets::targets, waking::{Waking, meals_at}};
/// use legwork::domain::{calendar::Day, safety::SafetyAnswers};
/// # let form = ProfileDraft { age: "30".into(), sex: Some(Sex::Male), weight: "80".into(), height: "180".into(), ..Default::default() };
/// # let answers = SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() };
/// # let day = targets(&form.check().unwrap(), &answers, None, Day::parse("2026-11-21").unwrap()).unwrap();
/// let list = meals_at(&day, &[450, 780, 1140], Waking::USUAL, None);
/// assert_eq!(list.iter().map(|meal| meal.protein.get()).collect::<Vec<_>>(), [48, 48, 48]);
/// ```
pub fn meals_at(targets: &Targets, times: &[u16], waking: Waking, session: Option<SessionTime>) -> Vec<Meal> {
    let mut times: Vec<u16> = times.iter().map(|at| waking.after(*at)).collect();
    sort_by_key(&mut times, |at| *at);
    times.dedup();
    times.truncate(usize::from(MEALS.1));
    let names = named(&times, waking, session);
    let total = targets.protein_grams().get();
    let count = u16::try_from(times.len()).unwrap_or(1).max(1);
    let dose = (targets.meal.0.ceil() as u16).max(1);
    let full = if total / count >= dose { count } else { (total / dose).min(count - 1) };
    let share = |sum: u16, of: u16, place: u16| sum / of.max(1) + u16::from(place < sum % of.max(1));
    let (big, rest) = if full == count { (total, 0) } else { (dose * full, total - dose * full) };
    let (mut bigs, mut smalls) = (0, 0);
    let lifting = |name: &MealName| matches!(name, MealName::BeforeLifting | MealName::AfterLifting);
    // The small ones are the last of the day that are not around lifting, then any.
    let mut left = count - full;
    let mut small = vec![false; times.len()];
    for around in [false, true] {
        for (one, name) in small.iter_mut().zip(&names).rev() {
            if left > 0 && !*one && lifting(name) == around {
                *one = true;
                left -= 1;
            }
        }
    }
    let mut day = Vec::with_capacity(times.len());
    for ((at, name), small) in times.iter().zip(names).zip(small) {
        let protein = if small {
            smalls += 1;
            share(rest, count - full, smalls - 1)
        } else {
            bigs += 1;
            share(big, full, bigs - 1)
        };
        let protein = Grams::saturating(i64::from(protein));
        day.push(Meal { name, at: (waking.wakes % DAY + at) % DAY, protein, carbs: carbs_of(name, targets) });
    }
    day
}

/// The names of a day's meals away from lifting.
const ORDER: [MealName; 5] =
    [MealName::Breakfast, MealName::Lunch, MealName::Afternoon, MealName::Dinner, MealName::Evening];
/// Minutes after waking until which each of them is meant, but the last. Source: C.
const UNTIL: [u16; 4] = [180, 450, 630, 810];

/// The names of meals at these minutes after waking.
fn named(times: &[u16], waking: Waking, session: Option<SessionTime>) -> Vec<MealName> {
    use MealName::{AfterLifting, BeforeLifting};
    let lifting = session.map(|session| {
        let starts = waking.after(session.starts);
        (starts, starts + session.length.get().min(SESSION_MAX))
    });
    let before = lifting.and_then(|(starts, _)| {
        times.iter().rev().find(|at| **at <= starts && starts - **at <= BELONGS.0).copied()
    });
    let after = lifting
        .and_then(|(_, ends)| times.iter().find(|at| **at >= ends && **at - ends <= BELONGS.1).copied());
    let mut left = times.len() - usize::from(before.is_some()) - usize::from(after.is_some());
    let mut next = 0;
    let name = |at: &u16| {
        if Some(*at) == before {
            BeforeLifting
        } else if Some(*at) == after {
            AfterLifting
        } else {
            // By the hour, each name once, and one is left for every meal to come.
            let by_hour = UNTIL.iter().position(|until| at < until).unwrap_or(UNTIL.len());
            let place = by_hour.clamp(next, ORDER.len().saturating_sub(left).max(next));
            next = place + 1;
            left = left.saturating_sub(1);
            ORDER.get(place).copied().unwrap_or(MealName::Evening)
        }
    };
    times.iter().map(name).collect()
}
