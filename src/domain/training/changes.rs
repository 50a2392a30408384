//! What a person changes about a running session: its order, its members, how much of it; never a set that
//! was logged.

mod cut;
mod undo;

pub use cut::{Asked, Cut};

use super::draft::{Draft, DraftError, DraftExercise};
use crate::domain::athlete::{Care, Cautions};
use crate::domain::calendar::{Day, Now};
use crate::domain::exercise::{Exercise, ExerciseId, Item};
use crate::domain::plan::Prescription;
use crate::domain::plan::edit::usual_own;
use crate::domain::units::Rir;

/// What a joint that is to be spared allows: reps at least, and reps in reserve. Source: science H4.
const CAREFUL: (u8, Rir) = (10, Rir::TWO);
/// The hour a session that is logged later is taken to have started, seconds. [our choice]: noon.
const NOON: i64 = 12 * 3600;
/// The sets of a substitute for an exercise that no plan asked for. [our choice]
const SETS_UNPLANNED: u8 = 3;

/// What comes in for an exercise: itself, and the row of the catalogue that it is or is like.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// The exercise: one of the catalogue, or the person's own.
    pub exercise: ExerciseId,
    /// What is known of it; nothing where the person did not say what it is like.
    pub row: Option<&'static Exercise>,
}

impl Incoming {
    /// Whether it stresses a joint that is to be spared, as far as is known.
    ///
    /// ```
    /// use legwork::domain::{athlete::{Care, Cautions}, exercise::{Joint, find}, training::changes::Incoming};
    /// let squat = Incoming::from(find("high-bar-back-squat").unwrap());
    /// let mut cautions = Cautions::default();
    /// assert!(!squat.careful(cautions));
    /// cautions.set(Joint::Knee, Care::Careful);
    /// assert!(squat.careful(cautions));
    /// ```
    pub fn careful(&self, cautions: Cautions) -> bool {
        self.row.is_some_and(|row| cautions.worst(row.stresses) != Care::None)
    }
}

impl From<&'static Exercise> for Incoming {
    fn from(row: &'static Exercise) -> Self {
        Self { exercise: row.into(), row: Some(row) }
    }
}

/// What is asked of an exercise that stands in for another: as many sets as hard, in its own range.
///
/// ```
/// use legwork::domain::{exercise::{ExerciseId, find}, training::changes::{Incoming, standing_in}};
/// let curl = standing_in(None, &find("lying-leg-curl").unwrap().into(), 2, true);
/// assert_eq!((curl.sets, curl.reps.0, curl.rir.0.value()), (2, 10, 2.0));
/// let march = Incoming { exercise: ExerciseId::parse("own-belt-march").unwrap(), row: None };
/// assert_eq!(standing_in(None, &march, 2, false).reps, (8, 15));
/// ```
pub fn standing_in(out: Option<&Prescription>, new: &Incoming, sets: u8, careful: bool) -> Prescription {
    let usual = usual_own(&new.exercise, new.row, sets);
    let mut rir = out.map_or((Rir::ONE, Rir::TWO), |out| out.rir);
    let mut reps = usual.reps;
    let needs = new.row.map_or(&[][..], |row| row.needs);
    if needs.iter().any(|kit| kit.has(Item::Barbell)) {
        rir = (rir.0.max(Rir::ONE), rir.1.max(Rir::ONE));
    }
    if careful {
        reps = (reps.0.max(CAREFUL.0), reps.1.max(CAREFUL.0));
        rir = (rir.0.max(CAREFUL.1), rir.1.max(CAREFUL.1));
    }
    Prescription {
        reps,
        rir,
        paired_with: out.and_then(|out| out.paired_with),
        finisher: out
            .and_then(|out| out.finisher)
            .filter(|_| new.row.is_some_and(|row| !row.compound) && !careful),
        ..usual
    }
}

impl Draft {
    /// A session of an earlier day, logged now: it starts at its noon.
    pub fn of_day(mut self, day: Day, now: Now) -> Self {
        if day < now.day {
            let local = day.days_since(Day::EPOCH) * 86_400 + NOON - i64::from(now.offset_minutes) * 60;
            (self.day, self.started_at) = (day, local * 1000);
        }
        self
    }

    /// Whether it started in the last hours: then it runs, over midnight too, and is not logged later.
    pub fn lately(&self, millis: i64) -> bool {
        millis.saturating_sub(self.started_at) < NOON * 1000
    }

    /// Moves an exercise to another place; whoever alternates goes on doing so.
    ///
    /// # Errors
    /// [`DraftError::NoSuchExercise`] where there is none at either place.
    pub fn shift(&mut self, from: usize, to: usize) -> Result<(), DraftError> {
        if from >= self.exercises.len() || to >= self.exercises.len() {
            return Err(DraftError::NoSuchExercise);
        }
        let one = self.exercises.remove(from);
        self.exercises.insert(to, one);
        self.renumber(&|old| match old {
            old if old == from => to,
            old if from < to && old > from && old <= to => old - 1,
            old if to < from && old >= to && old < from => old + 1,
            old => old,
        });
        Ok(())
    }

    /// Puts another exercise in the place of one: for what is left of it where sets of it were logged. The new
    /// one is shown.
    ///
    /// # Errors
    /// [`DraftError::NoSuchExercise`] where there is none at `place`.
    pub fn swap(&mut self, place: usize, with: &Incoming, careful: bool) -> Result<(), DraftError> {
        let out = self.exercises.get_mut(place).ok_or(DraftError::NoSuchExercise)?;
        let done = u8::try_from(out.work_sets()).unwrap_or(u8::MAX);
        let asked = out.planned.as_ref().map_or(SETS_UNPLANNED, |planned| planned.sets);
        let planned = standing_in(out.planned.as_ref(), with, asked.saturating_sub(done).max(1), careful);
        let new = DraftExercise { planned: Some(planned), ..DraftExercise::extra(with.exercise.clone()) };
        if out.sets.is_empty() && out.pain.is_none() {
            *out = new;
            return Ok(());
        }
        if let Some(planned) = out.planned.as_mut() {
            (planned.sets, planned.paired_with, planned.finisher) = (done, None, None);
        }
        let partner = new.planned.as_ref().and_then(|planned| planned.paired_with).map(usize::from);
        self.exercises.insert(place + 1, new);
        self.renumber(&|old| if old > place { old + 1 } else { old });
        if let Some(partner) = partner {
            let partner = if partner > place { partner + 1 } else { partner };
            let theirs = self.exercises.get_mut(partner).and_then(|one| one.planned.as_mut());
            if let Some(theirs) = theirs {
                theirs.paired_with = u8::try_from(place + 1).ok();
            }
            // Renumbering took the new one for an old one of its place.
            if let Some(mine) = self.exercises.get_mut(place + 1).and_then(|one| one.planned.as_mut()) {
                mine.paired_with = u8::try_from(partner).ok();
            }
        }
        self.current = place + 1;
        Ok(())
    }

    /// Asks for so many sets of an exercise, never fewer than are logged.
    ///
    /// # Errors
    /// [`DraftError::NoSuchExercise`] where none is planned at `place`.
    pub fn ask(&mut self, place: usize, sets: u8) -> Result<(), DraftError> {
        let one = self.exercises.get_mut(place).ok_or(DraftError::NoSuchExercise)?;
        let done = u8::try_from(one.work_sets()).unwrap_or(u8::MAX);
        let planned = one.planned.as_mut().ok_or(DraftError::NoSuchExercise)?;
        planned.sets = sets.max(done);
        if sets <= done {
            planned.finisher = None;
        }
        Ok(())
    }

    /// Leaves out what is still to be done of an exercise; an extra one without a set goes.
    ///
    /// # Errors
    /// [`DraftError::NoSuchExercise`] where there is none at `place`.
    pub fn leave_out(&mut self, place: usize) -> Result<(), DraftError> {
        let one = self.exercises.get(place).ok_or(DraftError::NoSuchExercise)?;
        if one.planned.is_some() {
            self.ask(place, 0)?;
        } else if one.sets.is_empty() && one.pain.is_none() {
            self.exercises.remove(place);
            self.renumber(&|old| if old > place { old - 1 } else { old });
        }
        let open = |one: &DraftExercise| !one.is_complete();
        let next = self.exercises.iter().skip(place).position(open).map(|at| at + place);
        let next = next.or_else(|| self.exercises.iter().position(open));
        self.current = next.unwrap_or(self.current.min(self.exercises.len().saturating_sub(1)));
        Ok(())
    }

    /// The same session with nothing asked of it any more: what others still ask is reckoned without it.
    pub fn unasked(&self) -> Draft {
        let mut draft = self.clone();
        for one in &mut draft.exercises {
            one.planned = None;
        }
        draft
    }

    fn renumber(&mut self, new: &dyn Fn(usize) -> usize) {
        self.current = new(self.current).min(self.exercises.len().saturating_sub(1));
        for planned in self.exercises.iter_mut().filter_map(|one| one.planned.as_mut()) {
            let partner = planned.paired_with.map(|old| new(usize::from(old)));
            planned.paired_with = partner.and_then(|place| u8::try_from(place).ok());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::anatomy::Tally;
    use crate::domain::athlete::ProfileDraft;
    use crate::domain::exercise::{OwnExercises, find};
    use crate::domain::id::SessionId;
    use crate::domain::training::{Effort, SetEntry};
    use crate::domain::units::{Kg, Minutes, Reps};

    fn draft(list: &[(&str, u8, Option<u8>)]) -> Draft {
        let now = Now { day: Day::parse("2026-11-21").unwrap(), millis: 1_000, offset_minutes: 60 };
        let mut draft = Draft::blank(SessionId::new(1, [1; 10]), now, String::new());
        for (slug, sets, with) in list {
            let mut planned = standing_in(None, &find(slug).unwrap().into(), *sets, false);
            planned.paired_with = *with;
            let exercise = planned.exercise.clone();
            draft.exercises.push(DraftExercise { planned: Some(planned), ..DraftExercise::extra(exercise) });
        }
        draft
    }

    fn shape(draft: &Draft) -> Vec<(&str, u8, Option<u8>)> {
        let asked = |one: &DraftExercise| one.planned.as_ref().map_or((0, None), |p| (p.sets, p.paired_with));
        draft.exercises.iter().map(|one| (one.exercise.as_str(), asked(one).0, asked(one).1)).collect()
    }

    fn log(draft: &mut Draft, place: usize) {
        let set = SetEntry::work(Kg::from_kg(60.0).unwrap(), Reps::saturating(10), Effort::default());
        draft.record(place, set, 5_000).unwrap();
    }

    const THREE: [(&str, u8, Option<u8>); 3] =
        [("leg-press-45", 3, None), ("leg-extension", 3, Some(2)), ("seated-leg-curl", 3, Some(1))];

    #[test]
    fn a_session_of_which_nothing_is_asked_keeps_what_was_done_and_loses_nothing_of_its_own() {
        let mut draft = draft(&THREE);
        log(&mut draft, 1);
        let unasked = draft.unasked();
        assert!(unasked.exercises.iter().all(|one| one.planned.is_none()) && unasked.exercises.len() == 3);
        assert_eq!((unasked.set_count(), draft.exercises[1].planned.is_some()), (1, true));
    }

    #[test]
    fn a_session_began_lately_for_half_a_day() {
        let draft = draft(&THREE);
        let hours = |hours: i64| draft.started_at + hours * 3_600_000;
        assert!(draft.lately(hours(12) - 1) && !draft.lately(hours(12)));
    }

    #[test]
    fn who_alternates_goes_on_doing_so_wherever_things_move() {
        let mut draft = draft(&THREE);
        draft.current = 0;
        draft.shift(0, 2).unwrap();
        assert_eq!(
            shape(&draft),
            [("leg-extension", 3, Some(1)), ("seated-leg-curl", 3, Some(0)), ("leg-press-45", 3, None)]
        );
        assert_eq!(draft.current, 2); // what is on the screen stays on the screen
        draft.shift(1, 0).unwrap();
        assert_eq!(shape(&draft)[0], ("seated-leg-curl", 3, Some(1)));
        assert!(draft.shift(0, 3).is_err());
    }

    #[test]
    fn a_swap_keeps_the_sets_that_were_logged_and_asks_for_the_rest() {
        let mut draft = draft(&THREE);
        draft.swap(0, &find("horizontal-leg-press").unwrap().into(), false).unwrap();
        assert_eq!(shape(&draft)[0], ("horizontal-leg-press", 3, None));
        log(&mut draft, 1);
        draft.swap(1, &find("sissy-squat").unwrap().into(), false).unwrap();
        assert_eq!(
            shape(&draft)[1..],
            [("leg-extension", 1, None), ("sissy-squat", 2, Some(3)), ("seated-leg-curl", 3, Some(2))]
        );
        assert_eq!((draft.current, draft.set_count()), (2, 1));
    }

    #[test]
    fn what_is_taken_back_keeps_the_sets_logged_since() {
        let before = draft(&THREE);
        let mut now = before.clone();
        now.leave_out(0).unwrap();
        now.swap(1, &find("sissy-squat").unwrap().into(), false).unwrap();
        log(&mut now, 2);
        now.back_to(&before);
        assert_eq!((shape(&now), now.set_count()), (THREE.to_vec(), 1));
    }

    #[test]
    fn leaving_out_drops_what_is_open_and_goes_to_what_is_next() {
        let mut draft = draft(&THREE);
        log(&mut draft, 0);
        draft.leave_out(0).unwrap();
        assert_eq!((shape(&draft)[0], draft.current), (("leg-press-45", 1, None), 1));
        draft.exercises.push(DraftExercise::extra(find("nordic-curl").unwrap().into()));
        draft.leave_out(3).unwrap();
        assert_eq!(draft.exercises.len(), 3);
    }

    #[test]
    fn a_session_of_an_earlier_day_starts_at_its_noon_and_has_no_duration() {
        let now =
            Now { day: Day::parse("2026-11-21").unwrap(), millis: 1_795_240_000_000, offset_minutes: 60 };
        let draft = draft(&THREE).of_day(now.day.plus(-1), now);
        // 12:00 at UTC+1 is 11:00 UTC.
        assert_eq!(draft.started_at, 1_795_172_400_000);
        assert_eq!(draft.clone().finish(now.millis).day, now.day.plus(-1));
        assert_eq!(draft.of_day(now.day.plus(1), now).day, now.day.plus(-1));
    }

    #[test]
    fn a_session_cut_short_asks_for_fewer_sets_and_never_for_less_than_was_done() {
        let mut draft = draft(&THREE);
        log(&mut draft, 1);
        draft.exercises.insert(1, DraftExercise::extra(find("nordic-curl").unwrap().into()));
        draft.renumber(&|old| if old > 0 { old + 1 } else { old });
        let profile = ProfileDraft::example_profile();
        let cut = draft.cut(Minutes::saturating(8), &Tally::default(), &profile, &OwnExercises::default());
        assert!(cut.trim.takes.get() <= 8 * 60 && !cut.asks.is_empty());
        for asked in &cut.asks {
            let one = &draft.exercises[asked.place];
            assert!(u32::from(asked.sets) >= one.work_sets());
            assert_eq!(asked.sets + asked.dropped, one.planned.as_ref().unwrap().sets);
        }
    }
}
