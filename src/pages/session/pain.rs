//! Pain, a tap away: how much, what the rule says, and the signs that end a session.

use super::exercise::Shown;
use super::swap;
use crate::app::actions;
use crate::app::documents::Documents;
use crate::domain::exercise::{ExerciseId, Joint};
use crate::domain::safety::{Pain, PainAdvice, PainScore, RedFlag};
use crate::domain::training::swap::Because;
use crate::i18n::en::{names, tools as words};
use crate::ui::element::{El, el, group, of, say, say_as, told};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Choice, Look, button};
use std::rc::Rc;

/// How much it hurts, and what follows.
pub fn pain(shown: Shown, id: &ExerciseId) -> El {
    let Shown { docs, place, .. } = shown;
    let said = Computed::new(move || {
        docs.draft().with(|draft| {
            let one = draft.as_ref().and_then(|draft| draft.exercises.get(place));
            one.and_then(|one| one.pain)
        })
    });
    let score = move |pain: Option<Pain>| pain.and_then(Pain::score);
    let sharp = move |pain: Option<Pain>| pain.is_some_and(Pain::is_sharp);
    let joint: State<Option<usize>> = State::new(None);
    let scale = (0..=10_u8).map(|at| {
        button(&at.to_string(), Look::Chip)
            .set("id", format!("pain-{at}"))
            .live_bool("aria-pressed", move || score(said.get()).map(PainScore::get) == Some(at))
            .press(move || {
                let (now, new) = (said.get_untracked(), PainScore::saturating(i64::from(at)));
                let new = (score(now) != Some(new)).then_some(new);
                actions::note_pain(docs, place, Pain::said(new, sharp(now))).ok();
            })
    });
    let sharp_box = of("label", "check")
        .child(
            el("input")
                .set("type", "checkbox")
                .set("id", "pain-sharp")
                .live_checked(move || sharp(said.get()))
                .on("change", move |_| {
                    let now = said.get_untracked();
                    actions::note_pain(docs, place, Pain::said(score(now), !sharp(now))).ok();
                }),
        )
        .child(say("span", words::SHARP));
    let rule = Computed::new(move || said.get().map(Pain::advice));
    let id = id.clone();
    let follows = move || {
        let rule = rule.get()?;
        Some(untrack(|| match rule {
            PainAdvice::Continue => say_as("p", "good", words::PAIN_GO_ON).set("id", "pain-rule"),
            rule => instead(shown, &id, rule, joint),
        }))
    };
    of("div", "panel")
        .child(say_as("p", "field__label", words::PAIN_ASK))
        .child(group("div", "scale", scale).set("role", "group").set("aria-label", words::PAIN_ASK))
        .child(sharp_box)
        .part(follows)
        .child(signs(docs))
}

/// Another exercise, or none.
fn instead(shown: Shown, id: &ExerciseId, rule: PainAdvice, joint: State<Option<usize>>) -> El {
    let Shown { docs, place, .. } = shown;
    let stop = rule == PainAdvice::Stop;
    let mut options = Joint::ALL.map(|joint| names::joint(joint).to_owned()).to_vec();
    options.push(words::ELSEWHERE.to_owned());
    let wheres = Choice {
        name: "pain-joint",
        legend: words::PAIN_WHERE.to_owned(),
        options,
        chosen: Rc::new(move || joint.get()),
        choose: told(move |place: usize| joint.set(Some(place))),
        tall: false,
    };
    let id = id.clone();
    let list = move || {
        let at = joint.get()?;
        Some(untrack(|| swap::list(shown, &id, Because::Pain(Joint::ALL.get(at).copied()))))
    };
    let out = button(words::LEAVE_OUT, Look::Ghost).press(move || {
        actions::leave_out(docs, place).ok();
    });
    let text = if stop { words::PAIN_STOP } else { words::PAIN_SUBSTITUTE };
    of("div", "panel")
        .child(say_as("p", if stop { "bad" } else { "warn" }, text).set("id", "pain-rule"))
        .child(wheres.draw())
        .part(list)
        .child(out)
}

/// The signs that end training at once.
fn signs(docs: Documents) -> El {
    let asked = docs.safety().with_untracked(RedFlag::asked);
    let sign = |sign: RedFlag| {
        button(names::sign(sign), Look::Danger).press(move || {
            actions::stop_for(docs, sign).ok();
        })
    };
    of("details", "signs")
        .child(say("summary", words::SIGNS).set("id", "signs"))
        .child(say_as("p", "muted", words::SIGNS_TEXT))
        .child(group("div", "stack stack--tight", asked.into_iter().map(sign)))
}
