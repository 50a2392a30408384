//! Claimed against achieved reps in reserve: sets taken to their true end, what they say of a person's
//! judgement, and when the next is due. It changes no record: what was claimed stays as it was claimed.

mod retraction;

pub use retraction::retract;

use super::session::{Done, SetEntry, SetKind};
use crate::domain::athlete::{Care, Cautions, Experience};
use crate::domain::calendar::Day;
use crate::domain::exercise::{Axial, Exercise, ExerciseId, Item, Kit, Pattern};
use crate::domain::ordered::sort_by_key;
use crate::domain::plan::Phase;
use crate::domain::units::Rir;

/// What people have left over beyond their word, and how many sets' weight it has. Source: science D
/// (Halperin 2022: 0.95 reps).
const PRIOR: (f64, f64) = (0.95, 3.0);
/// Bias in reps: least and most. Source: science D.
const BIAS: (f64, f64) = (0.0, 3.0);
/// Calibration sets from which a stated effort is corrected; the prior alone would demote honest ones.
/// Source: science D.
pub const CORRECTS_FROM: usize = 2;
/// Calibration sets from which the credit of a set changes. Source: science H4.
pub const CREDITS_FROM: usize = 3;
/// The newest calibration sets that count, and the days they count for. Source: science H4.
const WINDOW: (usize, i64) = (6, 84);
/// Days from one calibration set of a pattern to the next: soonest and latest. Source: science D.
const DAYS: (i64, i64) = (14, 28);
/// Errors within this are good judgement, reps. Source: C.
const GOOD: f64 = 1.0;
/// Days of training before a novice is asked for a last rep. Source: science H9 (the first two weeks).
const NOVICE_DAYS: i64 = 14;
/// Skill that a maximal set may need. Source: science D (machine or isolation); C.
const SKILL_MAX: u8 = 1;

/// A set in which the person said how many reps were left and then did all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trial {
    /// The day.
    pub day: Day,
    /// The movement pattern.
    pub pattern: Pattern,
    /// What was said.
    pub claimed: Rir,
    /// The reps done after that was said.
    pub further: u8,
}

/// What was said in the middle of a set that goes on to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guess {
    /// The reps done when it was said.
    pub at: u8,
    /// The reps that were said to be left.
    pub claimed: Rir,
}

/// How far a person's word is from what they can do, for one pattern.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bias {
    /// The mean of what was found, reps: positive where more was left than said.
    pub found: f64,
    /// What is added to a stated effort, reps: 0-3, the prior weighed in.
    pub reps: f64,
    /// The calibration sets it rests on.
    pub trials: usize,
}

/// Too few calibration sets to say anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooFewTrials {
    /// How many there are.
    pub have: usize,
    /// How many are wanted.
    pub want: usize,
}

/// When the next calibration set is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// In so many days.
    In(i64),
    /// From now on.
    Now,
    /// For so many days already longer than the longest interval, or never done.
    Late(Option<i64>),
}

impl Trial {
    /// Reps left beyond what was said; negative where fewer. "Five or more" is not wrong above five.
    ///
    /// ```
    /// use legwork::domain::{calendar::Day, exercise::Pattern, training::calibration::Trial, units::Rir};
    /// let trial = |claimed, further| Trial { day: Day::EPOCH, pattern: Pattern::LegPress, claimed, further };
    /// assert_eq!((trial(Rir::TWO, 5).error(), trial(Rir::TWO, 1).error()), (3.0, -1.0));
    /// assert_eq!((trial(Rir::MAX, 9).error(), trial(Rir::MAX, 3).error()), (0.0, -2.0));
    /// ```
    pub fn error(&self) -> f64 {
        let error = f64::from(self.further) - self.claimed.value();
        if self.claimed == Rir::MAX { error.min(0.0) } else { error }
    }
}

/// Adds the calibration sets that another record has beyond these, oldest first.
///
/// ```
/// use legwork::domain::{calendar::Day, exercise::Pattern, training::calibration::{Trial, join}, units::Rir};
/// let trial = |at| Trial { day: Day::EPOCH.plus(at), pattern: Pattern::LegPress, claimed: Rir::TWO, further: 3 };
/// let mut mine = vec![trial(5)];
/// join(&mut mine, &[trial(1), trial(5)]);
/// assert_eq!(mine, [trial(1), trial(5)]);
/// ```
pub fn join(mine: &mut Vec<Trial>, theirs: &[Trial]) {
    for trial in theirs {
        if !mine.contains(trial) {
            mine.push(*trial);
        }
    }
    sort_by_key(mine, |trial| trial.day);
}

/// The bias that errors amount to, with the prior weighed in.
///
/// ```
/// use legwork::domain::training::calibration::weighed;
/// assert!((weighed(&[2.0, 3.0, 1.0]) - 1.475).abs() < 1e-12);
/// assert!((weighed(&[3.0, 3.0, 3.0, 2.0, 4.0]) - 2.23125).abs() < 1e-12);
/// ```
pub fn weighed(errors: &[f64]) -> f64 {
    let (mean, weight) = PRIOR;
    let sum: f64 = errors.iter().sum();
    ((sum + weight * mean) / (errors.len() as f64 + weight)).clamp(BIAS.0, BIAS.1)
}

/// What the newest calibration sets of a pattern say.
///
/// # Errors
/// [`TooFewTrials`] below two in twelve weeks.
///
/// ```
/// use legwork::domain::{calendar::Day, exercise::Pattern, training::calibration::*, units::Rir};
/// let trial = |at, further| Trial { day: Day::EPOCH.plus(at), pattern: Pattern::LegPress, claimed: Rir::TWO, further };
/// let today = Day::EPOCH.plus(30);
/// assert_eq!(bias(&[trial(0, 5)], Pattern::LegPress, today), Err(TooFewTrials { have: 1, want: 2 }));
/// let two = bias(&[trial(0, 5), trial(14, 5)], Pattern::LegPress, today).unwrap();
/// assert_eq!((two.found, two.changes_credit()), (3.0, false));
/// assert!((two.corrected(Rir::ONE) - 2.77).abs() < 1e-9);
/// ```
pub fn bias(trials: &[Trial], pattern: Pattern, today: Day) -> Result<Bias, TooFewTrials> {
    let errors = newest(trials, pattern, today);
    if errors.len() < CORRECTS_FROM {
        return Err(TooFewTrials { have: errors.len(), want: CORRECTS_FROM });
    }
    let found = errors.iter().sum::<f64>() / errors.len() as f64;
    Ok(Bias { found, reps: weighed(&errors), trials: errors.len() })
}

/// What is added to the stated effort of a pattern before a set's credit is taken: nothing before three
/// calibration sets.
///
/// ```
/// use legwork::domain::{calendar::Day, exercise::Pattern, training::calibration::{Trial, for_credit}, units::Rir};
/// let three: Vec<Trial> = [0, 14, 28]
///     .map(|at| Trial { day: Day::EPOCH.plus(at), pattern: Pattern::LegPress, claimed: Rir::ONE, further: 3 })
///     .to_vec();
/// let today = Day::EPOCH.plus(30);
/// assert!((for_credit(&three, Pattern::LegPress, today) - 1.475).abs() < 1e-9);
/// assert_eq!(for_credit(&three[..2], Pattern::LegPress, today), 0.0);
/// ```
pub fn for_credit(trials: &[Trial], pattern: Pattern, today: Day) -> f64 {
    bias(trials, pattern, today).ok().filter(Bias::changes_credit).map_or(0.0, |bias| bias.reps)
}

/// The same for an exercise; nothing for a person's own, whose pattern is not known.
pub fn for_exercise(trials: &[Trial], exercise: &ExerciseId, today: Day) -> f64 {
    exercise.built_in().map_or(0.0, |row| for_credit(trials, row.pattern, today))
}

impl Bias {
    /// A stated effort with the bias added, reps.
    pub fn corrected(&self, stated: Rir) -> f64 {
        stated.value() + self.reps
    }

    /// Whether it rests on enough to change what a set counts for.
    pub fn changes_credit(&self) -> bool {
        self.trials >= CREDITS_FROM
    }
}

/// When the next calibration set of a pattern is due: every two weeks until three are there and the newest
/// two were right within a rep, every four from then on. What is dated ahead does not count.
///
/// ```
/// use legwork::domain::{calendar::Day, exercise::Pattern, training::calibration::*, units::Rir};
/// let once = [Trial { day: Day::EPOCH, pattern: Pattern::LegPress, claimed: Rir::TWO, further: 5 }];
/// let due = |at| due(&once, Pattern::LegPress, Day::EPOCH.plus(at));
/// assert_eq!((due(3), due(14), due(30)), (Due::In(11), Due::Now, Due::Late(Some(2))));
/// ```
pub fn due(trials: &[Trial], pattern: Pattern, today: Day) -> Due {
    let Some(last) = of(trials, pattern, today).map(|trial| trial.day).max() else { return Due::Late(None) };
    let errors = newest(trials, pattern, today);
    let settled = errors.len() >= CREDITS_FROM && errors.iter().take(2).all(|error| error.abs() <= GOOD);
    let after = today.days_since(last);
    let wait = if settled { DAYS.1 } else { DAYS.0 };
    if after < wait {
        Due::In(wait - after)
    } else if after > DAYS.1 {
        Due::Late(Some(after - DAYS.1))
    } else {
        Due::Now
    }
}

/// Whether an exercise may be taken to its true end alone: a machine or an isolation, little skill, no bar to
/// be caught under, no joint that is to be spared. Who may do so at all is the safety gate's word
/// (`shown().maximal`).
///
/// ```
/// use legwork::domain::{athlete::Cautions, exercise::{Kit, find}, training::calibration::is_safe};
/// let safe = |slug| is_safe(find(slug).unwrap(), Kit::GYM, Cautions::default());
/// assert!(safe("leg-press-45") && safe("leg-extension") && !safe("high-bar-back-squat") && !safe("smith-squat"));
/// ```
pub fn is_safe(row: &Exercise, kit: Kit, cautions: Cautions) -> bool {
    let caught =
        Kit::of(&[Item::Barbell, Item::TrapBar, Item::SmithMachine, Item::Kettlebell, Item::Dumbbells]);
    let way = row.needs.iter().copied().find(|needed| kit.has_all(*needed));
    let Some(way) = way else { return false };
    let free = way.bits() & caught.bits() != 0;
    let rests = !matches!(row.pattern, Pattern::Hinge | Pattern::Lunge);
    let machine = way != Kit::NONE && row.axial == Axial::Low && !row.unilateral && rests;
    row.prescribable()
        && row.skill <= SKILL_MAX
        && row.axial != Axial::High
        && !free
        && (!row.compound || machine)
        && cautions.worst(row.stresses) == Care::None
}

/// Whether a set may be taken to its end at all now: never where safety holds effort back (`maximal`), in a
/// deload, or in a novice's first two weeks.
///
/// ```
/// use legwork::domain::athlete::Experience;
/// use legwork::domain::plan::Phase;
/// use legwork::domain::training::calibration::may_be_asked;
/// assert!(may_be_asked(true, Experience::Novice, Some(14), Phase::Working));
/// assert!(!may_be_asked(true, Experience::Novice, Some(13), Phase::Working));
/// assert!(!may_be_asked(true, Experience::Advanced, None, Phase::Deload));
/// assert!(!may_be_asked(false, Experience::Advanced, None, Phase::Working));
/// ```
pub fn may_be_asked(maximal: bool, experience: Experience, trained: Option<i64>, phase: Phase) -> bool {
    let begins = experience == Experience::Novice && trained.is_none_or(|days| days < NOVICE_DAYS);
    maximal && phase != Phase::Deload && !begins
}

/// Which exercise of a session is to be taken to its end today: of the safe ones whose pattern is due the one
/// that waits longest, and at most one a session.
///
/// ```
/// use legwork::domain::athlete::Cautions;
/// use legwork::domain::{calendar::Day, exercise::{Kit, find}, training::calibration::choose};
/// let session = ["high-bar-back-squat", "leg-extension"].map(|slug| find(slug).unwrap());
/// assert_eq!(choose(&session, &[], Kit::GYM, Cautions::default(), Day::EPOCH), Some(1));
/// ```
pub fn choose(
    session: &[&Exercise],
    trials: &[Trial],
    kit: Kit,
    cautions: Cautions,
    today: Day,
) -> Option<usize> {
    let waits = |row: &Exercise| match due(trials, row.pattern, today) {
        Due::In(_) => None,
        Due::Now => Some(0),
        Due::Late(by) => Some(by.unwrap_or(i64::MAX)),
    };
    let mut best: Option<(usize, i64)> = None;
    for (place, row) in session.iter().enumerate() {
        if let Some(wait) = waits(row)
            && is_safe(row, kit, cautions)
            && best.is_none_or(|(_, longest)| wait > longest)
        {
            best = Some((place, wait));
        }
    }
    best.map(|(place, _)| place)
}

/// The trial that a set taken to its end amounts to: `claimed` was said after `at` reps. None where it says
/// nothing: no working set, or fewer reps in all than at that moment.
///
/// ```
/// use legwork::domain::{calendar::Day, exercise::Pattern, training::{Effort, SetEntry, calibration::trial}};
/// use legwork::domain::units::{Kg, Reps, Rir};
/// let set = SetEntry::work(Kg::ZERO, Reps::try_new(15).unwrap(), Effort { rir: Some(Rir::ZERO), confirmed: true });
/// let found = trial(&set, 10, Rir::TWO, Pattern::LegPress, Day::EPOCH).unwrap();
/// assert_eq!(found.error(), 3.0);
/// assert_eq!(trial(&set, 16, Rir::TWO, Pattern::LegPress, Day::EPOCH), None);
/// ```
pub fn trial(set: &SetEntry, at: u8, claimed: Rir, pattern: Pattern, day: Day) -> Option<Trial> {
    let Done::Reps(reps) = set.done else { return None };
    if set.kind != SetKind::Work {
        return None;
    }
    Some(Trial { day, pattern, claimed, further: reps.get().checked_sub(at)? })
}

fn of(trials: &[Trial], pattern: Pattern, today: Day) -> impl Iterator<Item = &Trial> {
    trials.iter().filter(move |trial| trial.pattern == pattern && trial.day <= today)
}

/// The errors that count, newest first.
fn newest(trials: &[Trial], pattern: Pattern, today: Day) -> Vec<f64> {
    let mut list: Vec<&Trial> =
        of(trials, pattern, today).filter(|trial| today.days_since(trial.day) <= WINDOW.1).collect();
    sort_by_key(&mut list, |trial| std::cmp::Reverse(trial.day));
    list.truncate(WINDOW.0);
    list.iter().map(|trial| trial.error()).collect()
}
