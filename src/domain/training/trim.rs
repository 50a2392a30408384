//! The rest of a session cut to the minutes that are left, by what each set is worth a minute, and what that
//! loses; it drops no set that was done.

use crate::domain::anatomy::{Function, Muscle, Tally};
use crate::domain::athlete::Profile;
use crate::domain::exercise::OwnExercises;
use crate::domain::plan::coverage::worth as given;
use crate::domain::plan::{Prescription, minutes};
use crate::domain::units::{Minutes, Seconds, SetCount};
use crate::domain::volume::{COVERAGE, covering};

/// The least sets of an exercise. Source: science H1, rule 5.
const SETS_MIN: u8 = 2;
/// What a set is worth to a muscle below its band, in it, and above. Source: C (science H1 rule 7: the lowest
/// fraction of the target first).
const NEED: (f64, f64, f64) = (1.0, 0.25, 0.0);
/// What a set is worth on top to a function that is still short. Source: C (science H1 rule 8).
const FUNCTION_NEED: f64 = 0.5;
/// How much more the muscle that comes first counts. Source: C (science H1: its minutes go last).
const PRIORITY: f64 = 2.0;
/// Muscles beside the four main ones never displace them. Source: science H1.
const OTHER: f64 = 0.2;

/// An exercise that is not finished.
#[derive(Debug, Clone, Copy)]
pub struct Remaining<'a> {
    /// What was planned of it.
    pub planned: &'a Prescription,
    /// Its sets that are done.
    pub done: u8,
}

/// A session cut short.
#[derive(Debug, Clone, PartialEq)]
pub struct Trim {
    /// The sets still to be done of each exercise, in the order they were given.
    pub left: Vec<u8>,
    /// The sets that are dropped of each.
    pub dropped: Vec<u8>,
    /// How long what is left takes.
    pub takes: Seconds,
    /// What the dropped sets would have given.
    pub lost: Tally,
    /// Functions that fall short of their week by this, and would not have.
    pub short: Vec<Function>,
}

/// Cuts the rest of a session to so many minutes. `week` is what the week gives without these sets: done, and
/// planned in other sessions. Partners are where [`Prescription::paired_with`] says, by the place in `rest`.
///
/// ```
/// use legwork::domain::athlete::ProfileDraft;
/// use legwork::domain::exercise::{ExerciseId, OwnExercises};
/// use legwork::domain::plan::Prescription;
/// use legwork::domain::training::trim::{Remaining, trim};
/// use legwork::domain::units::{Minutes, Rir, Seconds};
/// let of = |slug: &str, sets| Prescription {
///     exercise: ExerciseId::parse(slug).unwrap(), sets, reps: (8, 8), rir: (Rir::ONE, Rir::TWO),
///     rest: Seconds::saturating(90), paired_with: None, finisher: None,
/// };
/// let (squat, curl) = (of("high-bar-back-squat", 4), of("seated-leg-curl", 3));
/// let rest = [Remaining { planned: &squat, done: 2 }, Remaining { planned: &curl, done: 0 }];
/// let cut = trim(&rest, Minutes::saturating(8), &Default::default(), &ProfileDraft::example_profile(), &OwnExercises::default());
/// assert_eq!((cut.left, cut.dropped, cut.takes.get()), (vec![2, 2], vec![0, 1], 398));
/// ```
pub fn trim(
    rest: &[Remaining<'_>],
    time: Minutes,
    week: &Tally,
    profile: &Profile,
    own: &OwnExercises,
) -> Trim {
    let planned: Vec<u8> = rest.iter().map(|one| one.planned.sets.saturating_sub(one.done)).collect();
    let mut left = planned.clone();
    let seconds = u32::from(time.get()) * 60;
    let merit = |left: &[u8], place: usize| {
        let one = rest.get(place)?;
        let fewer = drop_one(left, place, one.done)?;
        let gone = left.get(place)?.saturating_sub(*fewer.get(place)?);
        let saved = duration(rest, left).saturating_sub(duration(rest, &fewer));
        let value = worth(one, gone, &total(rest, &fewer, week, own), profile, own);
        Some((value / f64::from(saved.max(1)), fewer))
    };
    while duration(rest, &left) > seconds {
        let mut least: Option<(f64, Vec<u8>)> = None;
        // Of equals the last one goes: it would be done the most tired.
        for place in (0..rest.len()).rev() {
            if let Some((value, fewer)) = merit(&left, place)
                && least.as_ref().is_none_or(|(known, _)| value < *known)
            {
                least = Some((value, fewer));
            }
        }
        let Some((_, fewer)) = least else { break };
        left = fewer;
    }
    // A large unit may have gone for a small gap: what fits again comes back, the first exercise first.
    for place in 0..rest.len() {
        while let Some(more) = add_one(&left, &planned, place, rest) {
            if duration(rest, &more) > seconds {
                break;
            }
            left = more;
        }
    }
    let dropped: Vec<u8> = planned.iter().zip(&left).map(|(all, kept)| all - kept).collect();
    let mut lost = Tally::default();
    for (one, (all, kept)) in rest.iter().zip(planned.iter().zip(&left)) {
        let gone = given(one.planned, u32::from(*all)).less(given(one.planned, u32::from(*kept)));
        lost.add(own.credit(&one.planned.exercise), gone);
    }
    let (before, after) = (total(rest, &planned, week, own), total(rest, &left, week, own));
    let wanted = |least: u8| SetCount::whole(u32::from(least));
    let short = COVERAGE
        .iter()
        .filter(|(f, least)| covering(&after, *f) < wanted(*least) && covering(&before, *f) >= wanted(*least))
        .map(|(f, _)| *f)
        .collect();
    Trim { takes: Seconds::saturating(i64::from(duration(rest, &left))), left, dropped, lost, short }
}

/// One set fewer of an exercise, or none of it where fewer than two would be left in all.
fn drop_one(left: &[u8], place: usize, done: u8) -> Option<Vec<u8>> {
    let mut fewer = left.to_vec();
    let sets = fewer.get_mut(place).filter(|sets| **sets > 0)?;
    *sets -= 1;
    if done.saturating_add(*sets) < SETS_MIN {
        *sets = 0;
    }
    Some(fewer)
}

/// One set more of an exercise, or as many as make two of it.
fn add_one(left: &[u8], planned: &[u8], place: usize, rest: &[Remaining<'_>]) -> Option<Vec<u8>> {
    let (most, done) = (*planned.get(place)?, rest.get(place)?.done);
    let mut more = left.to_vec();
    let sets = more.get_mut(place).filter(|sets| **sets < most)?;
    *sets = (*sets + 1).max(SETS_MIN.saturating_sub(done)).min(most);
    Some(more)
}

/// The seconds that so many sets of each take; an exercise that is set up already needs no setting up.
fn duration(rest: &[Remaining<'_>], left: &[u8]) -> u32 {
    let cost = |place: usize| {
        let one = rest.get(place)?;
        let sets = left.get(place).copied().filter(|sets| *sets > 0)?;
        let unilateral = one.planned.built_in().is_some_and(|row| row.unilateral);
        Some((u32::from(sets), minutes::work(one.planned.reps, unilateral), one.planned.rest.get()))
    };
    let mut sum = 0;
    for (place, one) in rest.iter().enumerate() {
        let Some(mine) = cost(place) else { continue };
        let partner = one.planned.paired_with.map(usize::from);
        let theirs = partner.filter(|at| *at != place).and_then(cost);
        sum += match (partner, theirs) {
            (Some(at), Some(theirs)) if at > place => minutes::pair(mine, theirs),
            (Some(_), Some(_)) => 0,
            _ => minutes::exercise(mine.0, mine.1, mine.2),
        };
        if one.done > 0 {
            sum = sum.saturating_sub(minutes::SETUP);
        }
    }
    sum
}

fn total(rest: &[Remaining<'_>], left: &[u8], week: &Tally, own: &OwnExercises) -> Tally {
    let mut sum = *week;
    for (one, sets) in rest.iter().zip(left) {
        sum.add(own.credit(&one.planned.exercise), given(one.planned, u32::from(*sets)));
    }
    sum
}

/// What so many sets of an exercise are worth to a week that has the rest already.
fn worth(one: &Remaining<'_>, sets: u8, week: &Tally, profile: &Profile, own: &OwnExercises) -> f64 {
    let credit = own.credit(&one.planned.exercise);
    let mut value = 0.0;
    for muscle in Muscle::ALL {
        let (low, high) = profile.band(muscle);
        let had = week.muscle(muscle).sets();
        let need = if had < f64::from(low) {
            // The further below, the more.
            NEED.0 + (f64::from(low) - had) / f64::from(low)
        } else if had < f64::from(high) {
            NEED.1
        } else {
            NEED.2
        };
        let weight = if profile.priority == Some(muscle) {
            PRIORITY
        } else if Muscle::MAIN.contains(&muscle) {
            1.0
        } else {
            OTHER
        };
        value += credit.muscle(muscle).sets() * need * weight;
    }
    for (function, least) in COVERAGE {
        if covering(week, function) < SetCount::whole(u32::from(least)) && credit.halves(function) >= 2 {
            value += FUNCTION_NEED;
        }
    }
    value * f64::from(sets)
}
