//! What takes a change of a running session back; what came to it since stays.

use crate::domain::training::Draft;

impl Draft {
    /// Puts the session back to how it stood, with every set that was logged since; what was written, what was
    /// said of a set that goes on and the rest stay as they are now.
    pub fn back_to(&mut self, before: &Draft) {
        let mut back = before.clone();
        let mut since = self.clone();
        since.exercises.retain(|one| {
            !one.sets.is_empty()
                || !one.note.is_empty()
                || before.exercises.iter().any(|known| known.exercise == one.exercise)
        });
        if !back.merge(&since) {
            return;
        }
        back.note.clone_from(&self.note);
        back.rest = self.rest;
        for (place, one) in back.exercises.iter_mut().enumerate() {
            let here = self.exercises.get(place).filter(|now| now.exercise == one.exercise);
            let now = here.or_else(|| self.exercises.iter().find(|now| now.exercise == one.exercise));
            if let Some(now) = now {
                one.note.clone_from(&now.note);
                one.guess = now.guess;
            }
        }
        *self = back;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::{Day, Now};
    use crate::domain::exercise::find;
    use crate::domain::id::SessionId;
    use crate::domain::safety::{Pain, PainScore};
    use crate::domain::training::calibration::Guess;
    use crate::domain::training::{DraftExercise, Rest};
    use crate::domain::units::{Rir, Seconds};

    #[test]
    fn what_is_taken_back_keeps_what_was_written_and_said_since_and_the_rest() {
        let now = Now { day: Day::EPOCH, millis: 1_000, offset_minutes: 0 };
        let mut before = Draft::blank(SessionId::new(1, [1; 10]), now, String::new());
        for slug in ["leg-press-45", "leg-extension", "seated-leg-curl"] {
            before.exercises.push(DraftExercise::extra(find(slug).unwrap().into()));
        }
        let mut now = before.clone();
        now.exercises[0].pain = Pain::said(Some(PainScore::saturating(2)), false);
        now.note = "slept badly".to_owned();
        now.exercises[1].note = "seat 4".to_owned();
        now.exercises[2].guess = Some(Guess { at: 8, claimed: Rir::TWO });
        now.rest = Some(Rest::from(5_000, Seconds::saturating(90)));
        let added = DraftExercise::extra(find("nordic-curl").unwrap().into());
        now.exercises.push(DraftExercise { note: "no anchor".to_owned(), ..added });
        let seen = now.clone();
        now.back_to(&before);
        assert_eq!(now.exercises[0].pain, None);
        assert_eq!((&now.note, now.rest), (&seen.note, seen.rest));
        assert_eq!(now.exercises[1..], seen.exercises[1..]);
    }
}
