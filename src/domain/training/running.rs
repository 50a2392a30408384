//! What comes next in a running session: the mini-set after a set, the exercise that alternates, the rest; it
//! logs nothing.

use super::draft::{Draft, DraftExercise, DraftSet};
use super::loading::{Holder, drops};
use super::session::{SetKind, Side};
use crate::domain::exercise::OwnExercises;
use crate::domain::plan::{Finisher, Prescription};
use crate::domain::units::{Kg, Seconds};

/// The next mini-set of a technique on the last set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bout {
    /// What it is logged as: that decides what it counts.
    pub kind: SetKind,
    /// Which one it is, from 1.
    pub number: u8,
    /// How many there are.
    pub of: u8,
    /// The load.
    pub load: Kg,
    /// The reps to expect.
    pub reps: u8,
    /// The pause before it; none where the load changes and the set goes on.
    pub pause: Seconds,
}

/// Where a session goes on after a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The exercise to show.
    pub place: usize,
    /// The rest before it; none where it goes on at once.
    pub rest: Option<Seconds>,
}

/// The next mini-set of the technique that was planned, once every planned set is logged; none where there is
/// none, or nothing lighter to drop to.
///
/// ```
/// use legwork::domain::exercise::{ExerciseId, Item};
/// use legwork::domain::plan::{Finisher, Prescription};
/// use legwork::domain::settings::MassUnit;
/// use legwork::domain::training::{DraftSet, Effort, SetEntry, SetKind, loading::Inventory, running::bout};
/// use legwork::domain::units::{Kg, Reps, Rir, Seconds};
/// let planned = Prescription {
///     exercise: ExerciseId::parse("leg-extension").unwrap(), sets: 1, reps: (10, 15), rir: (Rir::ONE, Rir::TWO),
///     rest: Seconds::saturating(90), paired_with: None, finisher: Some(Finisher::Drop { per_mille: 250, times: 2 }),
/// };
/// let gym = Inventory::usual(MassUnit::Kilograms);
/// let stack = gym.holder(Item::LegExtension).unwrap();
/// let entry = SetEntry::work(Kg::from_kg(60.0).unwrap(), Reps::saturating(12), Effort::default());
/// assert_eq!(bout(&planned, &[], &stack), None);
/// let next = bout(&planned, &[DraftSet { at: 1, entry }], &stack).unwrap();
/// assert_eq!((next.kind, next.load.kg(), next.reps, next.number, next.of), (SetKind::Drop, 45.0, 6, 1, 2));
/// ```
pub fn bout(planned: &Prescription, sets: &[DraftSet], holder: &Holder<'_>) -> Option<Bout> {
    let finisher = planned.finisher?;
    if planned.sets == 0 || count(sets, SetKind::Work) < u32::from(planned.sets) {
        return None;
    }
    let parent = &sets.iter().rev().find(|set| set.entry.kind == SetKind::Work)?.entry;
    let did = parent.reps().map_or(planned.reps.0, |reps| reps.get());
    let kind = kind(finisher)?;
    let done = u8::try_from(count(sets, kind)).unwrap_or(u8::MAX);
    // Each drop is a share of the load before it as it was done, which may be lighter than what was asked.
    let last = sets.iter().rev().find(|set| set.entry.kind == kind).map_or(parent, |set| &set.entry);
    let drops = match finisher {
        Finisher::Drop { per_mille, times } => {
            drops(last.load, per_mille, times.saturating_sub(done), holder)
        }
        _ => Vec::new(),
    };
    let (of, reps, pause) = match finisher {
        Finisher::Drop { .. } => (done + u8::try_from(drops.len()).unwrap_or(0), did.div_ceil(2), 0),
        // A bout gives about a third of the first one's reps.
        Finisher::RestPause { pause, bouts } => (bouts, did.div_ceil(3), pause),
        Finisher::MyoReps { pause, minis, reps } => (minis, reps, pause),
        Finisher::Partials { reps } => (1, reps, 0),
        Finisher::Tempo { .. } => return None,
    };
    if done >= of {
        return None;
    }
    let load = if drops.is_empty() { parent.load } else { *drops.first()? };
    Some(Bout { kind, number: done + 1, of, load, reps, pause: Seconds::saturating(i64::from(pause)) })
}

/// What a mini-set of a technique is logged as; a tempo has none.
const fn kind(finisher: Finisher) -> Option<SetKind> {
    match finisher {
        Finisher::Drop { .. } => Some(SetKind::Drop),
        Finisher::RestPause { .. } => Some(SetKind::RestPause),
        Finisher::MyoReps { .. } => Some(SetKind::Myo),
        Finisher::Partials { .. } => Some(SetKind::Partial),
        Finisher::Tempo { .. } => None,
    }
}

/// How many sets of a kind there are; left and right are one.
fn count(sets: &[DraftSet], kind: SetKind) -> u32 {
    let of_kind = sets.iter().filter(|set| set.entry.kind == kind);
    let halves: u32 = of_kind.map(|set| if set.entry.side == Side::Both { 2 } else { 1 }).sum();
    halves.div_ceil(2)
}

impl Draft {
    /// The exercise that alternates with the one at `place`.
    pub fn partner(&self, place: usize) -> Option<usize> {
        let planned = self.exercises.get(place)?.planned.as_ref()?;
        let partner = planned.paired_with.map(usize::from).filter(|at| *at != place)?;
        self.exercises.get(partner).map(|_| partner)
    }

    /// Whether a warm-up at `place` is the first of its kind: no compound was done yet before a compound, nothing
    /// at all before another exercise. What counts is what was done, not where it stands. Source: science D,
    /// "Warm-up".
    pub fn opens(&self, place: usize, own: &OwnExercises) -> bool {
        let compound = |one: &DraftExercise| own.row(&one.exercise).is_some_and(|row| row.compound);
        let mine = self.exercises.get(place).is_some_and(compound);
        let done = |one: &DraftExercise| one.work_sets() > 0 && (!mine || compound(one));
        !self.exercises.iter().enumerate().any(|(at, one)| at != place && done(one))
    }

    /// Where it goes on after a set of this kind at `place`: `bout` is what comes of the exercise itself. After
    /// the first of two that alternate the other comes at once, and the longer rest after both.
    pub fn turn(&self, place: usize, logged: SetKind, bout: Option<Bout>) -> Turn {
        let rest_of = DraftExercise::rest;
        let Some(mine) = self.exercises.get(place) else { return Turn { place, rest: None } };
        if logged == SetKind::WarmUp {
            return Turn { place, rest: None };
        }
        if let Some(bout) = bout {
            return Turn { place, rest: (bout.pause > Seconds::MIN).then_some(bout.pause) };
        }
        let partner = self.partner(place).and_then(|at| Some((at, self.exercises.get(at)?)));
        let Some((at, other)) = partner.filter(|(_, other)| !other.is_complete()) else {
            // What it alternated with is done: its rest still is the longer of the two in the last round.
            let both = partner.filter(|(_, other)| other.work_sets() == mine.work_sets());
            let rest = both.map_or(rest_of(mine), |(_, other)| rest_of(mine).max(rest_of(other)));
            return Turn { place, rest: Some(rest) };
        };
        if other.work_sets() < mine.work_sets() {
            return Turn { place: at, rest: None };
        }
        let place = if other.work_sets() > mine.work_sets() { place } else { at };
        Turn { place, rest: Some(rest_of(mine).max(rest_of(other))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::{Day, Now};
    use crate::domain::exercise::{ExerciseId, Item};
    use crate::domain::id::SessionId;
    use crate::domain::settings::MassUnit;
    use crate::domain::training::loading::{Inventory, Iron, Means};
    use crate::domain::training::{Effort, SetEntry};
    use crate::domain::units::{Reps, Rir};

    fn exercise(slug: &str, sets: u8, rest: i64, with: Option<u8>, end: Option<Finisher>) -> DraftExercise {
        let exercise = ExerciseId::parse(slug).unwrap();
        let planned = Prescription {
            exercise: exercise.clone(),
            sets,
            reps: (10, 15),
            rir: (Rir::ONE, Rir::TWO),
            rest: Seconds::saturating(rest),
            paired_with: with,
            finisher: end,
        };
        DraftExercise { planned: Some(planned), ..DraftExercise::extra(exercise) }
    }

    fn draft(exercises: Vec<DraftExercise>) -> Draft {
        let now = Now { day: Day::EPOCH, millis: 0, offset_minutes: 0 };
        Draft { exercises, ..Draft::blank(SessionId::new(1, [1; 10]), now, String::new()) }
    }

    fn entry(kind: SetKind) -> SetEntry {
        let set = SetEntry::work(Kg::from_kg(60.0).unwrap(), Reps::saturating(12), Effort::default());
        SetEntry { kind, ..set }
    }

    #[track_caller]
    fn log(draft: &mut Draft, place: usize, kind: SetKind) -> Turn {
        let gym = Inventory::usual(MassUnit::Kilograms);
        draft.record(place, entry(kind), 1).unwrap();
        let one = &draft.exercises[place];
        let next = bout(one.planned.as_ref().unwrap(), &one.sets, &gym.holder(Item::LegExtension).unwrap());
        draft.turn(place, kind, next)
    }

    #[test]
    fn two_that_alternate_take_turns_and_rest_the_longer_rest_once_a_round() {
        let extension = exercise("leg-extension", 3, 75, Some(1), None);
        let mut draft = draft(vec![extension, exercise("seated-leg-curl", 2, 90, Some(0), None)]);
        let at_once = |place| Turn { place, rest: None };
        let after = |place, rest| Turn { place, rest: Some(Seconds::saturating(rest)) };
        assert_eq!(log(&mut draft, 0, SetKind::WarmUp), at_once(0));
        assert_eq!(log(&mut draft, 0, SetKind::Work), at_once(1));
        assert_eq!(log(&mut draft, 1, SetKind::Work), after(0, 90));
        assert_eq!(log(&mut draft, 0, SetKind::Work), at_once(1));
        assert_eq!(log(&mut draft, 1, SetKind::Work), after(0, 90));
        assert_eq!(log(&mut draft, 0, SetKind::Work), after(0, 75)); // the curl is done
    }

    #[test]
    fn the_first_compound_that_is_done_opens_the_compounds_wherever_it_stands() {
        let list = ["leg-extension", "leg-press-45", "romanian-deadlift"];
        let mut draft = draft(list.map(|slug| exercise(slug, 2, 90, None, None)).to_vec());
        let own = OwnExercises::default();
        let opens = |draft: &Draft| [0, 1, 2].map(|place| draft.opens(place, &own));
        assert_eq!(opens(&draft), [true, true, true]);
        log(&mut draft, 0, SetKind::Work);
        assert_eq!(opens(&draft), [true, true, true]);
        log(&mut draft, 2, SetKind::WarmUp);
        assert_eq!(opens(&draft), [true, true, true]);
        log(&mut draft, 2, SetKind::Work);
        assert_eq!(opens(&draft), [false, false, true]);
    }

    #[test]
    fn a_pause_stands_before_each_mini_set_and_the_planned_rest_after_the_last() {
        let end = Finisher::MyoReps { pause: 15, minis: 2, reps: 4 };
        let mut draft = draft(vec![exercise("leg-extension", 1, 90, None, Some(end))]);
        let rest = |turn: Turn| turn.rest.map(Seconds::get);
        assert_eq!(rest(log(&mut draft, 0, SetKind::Work)), Some(15));
        assert_eq!(rest(log(&mut draft, 0, SetKind::Myo)), Some(15));
        assert_eq!(rest(log(&mut draft, 0, SetKind::Myo)), Some(90));
        let slow = Finisher::Tempo { down: 3, pause: 1, up: 1 };
        let mut slow = super::tests::draft(vec![exercise("leg-extension", 1, 90, None, Some(slow))]);
        assert_eq!(rest(log(&mut slow, 0, SetKind::Work)), Some(90));
        let mut drops = super::tests::draft(vec![exercise(
            "leg-extension",
            1,
            90,
            None,
            Some(Finisher::Drop { per_mille: 250, times: 2 }),
        )]);
        assert_eq!(rest(log(&mut drops, 0, SetKind::Work)), None);
        assert_eq!(rest(log(&mut drops, 0, SetKind::Drop)), None);
        assert_eq!(rest(log(&mut drops, 0, SetKind::Drop)), Some(90));
    }

    #[test]
    fn the_second_drop_is_a_share_of_the_first_as_it_was_done() {
        let gym = Inventory::usual(MassUnit::Kilograms);
        let one = exercise("leg-extension", 1, 90, None, Some(Finisher::Drop { per_mille: 250, times: 2 }));
        let at = |kg: f64, kind| SetEntry { load: Kg::from_kg(kg).unwrap(), ..entry(kind) };
        let logged = |list: &[SetEntry]| {
            let sets: Vec<DraftSet> =
                list.iter().map(|entry| DraftSet { at: 1, entry: entry.clone() }).collect();
            bout(one.planned.as_ref().unwrap(), &sets, &gym.holder(Item::LegExtension).unwrap())
        };
        let parent = at(60.0, SetKind::Work);
        let second = logged(&[parent.clone(), at(30.0, SetKind::Drop)]).unwrap();
        assert_eq!((second.load.kg(), second.number, second.of), (22.5, 2, 2));
        assert_eq!(logged(&[parent, at(30.0, SetKind::Drop), at(22.5, SetKind::Drop)]), None);
    }

    #[test]
    fn nothing_lighter_to_drop_to_ends_the_drops() {
        let (least, most) = (Iron::kilograms(5.0).unwrap(), Iron::kilograms(100.0).unwrap());
        let mut gym = Inventory::usual(MassUnit::Kilograms);
        let one = exercise("leg-extension", 1, 90, None, Some(Finisher::Drop { per_mille: 250, times: 2 }));
        let next = |gym: &Inventory, kg: f64| {
            let set = SetEntry { load: Kg::from_kg(kg).unwrap(), ..entry(SetKind::Work) };
            let sets = [DraftSet { at: 1, entry: set }];
            bout(one.planned.as_ref().unwrap(), &sets, &gym.holder(Item::LegExtension).unwrap())
        };
        assert_eq!(next(&gym, 2.5), None);
        gym.say(Item::LegExtension, Some(Means::Even { least, most, step: least }));
        assert_eq!(next(&gym, 5.0), None);
        assert!(next(&gym, 10.0).is_some());
    }
}
