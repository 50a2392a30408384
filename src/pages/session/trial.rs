//! A set that is taken to its end: first the word, then the deed, then what the two say.

use super::entry::Entry;
use super::exercise::{Shown, work_sets};
use crate::app::documents::Documents;
use crate::app::{actions, advice};
use crate::domain::training::calibration::Guess;
use crate::domain::units::{Reps, Rir};
use crate::i18n::en::session as words;
use crate::ui::element::{El, of, say_as, told};
use crate::ui::state::Computed;
use crate::ui::{Choice, Look, button};
use std::rc::Rc;

/// How far a calibration set is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It is not one.
    Not,
    /// The person is to say how many reps are left.
    Asked,
    /// They said it and go on to the end.
    Going,
}

/// How far a calibration set is; live.
#[derive(Clone, Copy)]
pub struct Asking {
    stage: Computed<Stage>,
}

impl Asking {
    /// How far it is; reactive.
    pub fn get(self) -> Stage {
        self.stage.get()
    }
}

fn said(docs: Documents, place: usize) -> Option<Guess> {
    docs.draft().with(|draft| draft.as_ref().and_then(|d| d.exercises.get(place)).and_then(|one| one.guess))
}

/// Whether the next set of the exercise is one, by the rules of the domain.
pub fn asking(shown: Shown) -> Asking {
    let Shown { docs, place, logged, planned, .. } = shown;
    let chosen = advice::calibrated(docs) == Some(place);
    let stage = Computed::new(move || {
        if said(docs, place).is_some() {
            return Stage::Going;
        }
        let last = planned.with(|planned| planned.as_ref().map(|planned| u32::from(planned.sets)));
        let declined = docs.draft().with(|draft| draft.as_ref().is_some_and(|draft| draft.untried));
        let due = chosen && !declined && last == Some(work_sets(logged) + 1);
        if due { Stage::Asked } else { Stage::Not }
    });
    Asking { stage }
}

/// The question, then what was said.
pub fn panel(shown: Shown, asking: Asking) -> impl Fn() -> Option<El> {
    move || match asking.get() {
        Stage::Not => None,
        Stage::Asked => Some(question(shown)),
        Stage::Going => Some(going(shown)),
    }
}

fn question(shown: Shown) -> El {
    let Shown { docs, place, entry, .. } = shown;
    let choice = Choice {
        name: "guess",
        legend: words::TRIAL_ASK.to_owned(),
        options: ["0", "1", "2", "3", "4", "5+"].map(str::to_owned).to_vec(),
        chosen: Rc::new(|| None),
        choose: told(move |left: usize| {
            let at = entry.reps.with_untracked(|typed| Entry::read_reps(typed)).map(Reps::get);
            let claimed = Rir::try_new(i64::try_from(left).unwrap_or(0) * 2).ok();
            if let (Some(at), Some(claimed)) = (at, claimed) {
                actions::guess(docs, place, Some(Guess { at, claimed })).ok();
            }
        }),
        tall: false,
    };
    let decline = button(words::TRIAL_NOT_NOW, Look::Chip).press(move || {
        actions::decline_trial(docs).ok();
    });
    of("div", "panel")
        .set("id", "trial")
        .child(say_as("b", "", words::TRIAL))
        .child(of("p", "muted").live_text(move || words::trial_how(&entry.reps.get())))
        .child(choice.draw())
        .child(decline)
}

fn going(shown: Shown) -> El {
    let Shown { docs, place, entry, .. } = shown;
    let fewer = move || {
        let at = said(docs, place)?.at;
        let read = |typed: &String| Entry::read_reps(typed);
        let mut done = entry.reps.with(read)?;
        if entry.split.get() {
            done = entry.right.with(read)?.min(done);
        }
        (entry.tried.get() && done.get() < at).then(|| words::trial_fewer(at))
    };
    let text = move || said(docs, place).map(|said| words::trial_going(said.claimed, said.at));
    let back = button(words::TRIAL_STOP, Look::Chip).press(move || {
        actions::guess(docs, place, None).ok();
    });
    of("div", "panel")
        .set("id", "trial")
        .child(say_as("b", "", words::TRIAL))
        .child(of("p", "").live_text(move || text().unwrap_or_default()))
        .child(
            of("p", "field__error").set("aria-live", "polite").live_text(move || fewer().unwrap_or_default()),
        )
        .child(back)
}
