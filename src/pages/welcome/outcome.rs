//! What the answers lead to, shown as they change: the plan, the targets, or why there are none.

use super::Answers;
use crate::app::actions::{self, Answered};
use crate::app::documents::documents;
use crate::domain::nutrition::targets::targets;
use crate::domain::safety::{PlanGate, plan_gate};
use crate::i18n::en::{fuel, welcome as words};
use crate::pages::card;
use crate::pages::plan::proposal;
use crate::ui::element::{El, el, of, say, say_as};
use crate::ui::state::{Computed, untrack};
use crate::ui::{Look, button};

/// The plan and the targets that the answers lead to, as they change.
pub fn outcome(answers: Answers, adopt: impl Fn() + 'static) -> El {
    let docs = documents();
    let Answers { checked, safety, pressed, .. } = answers;
    let plan = Computed::new(move || {
        let profile = checked.get().ok()?;
        let answered = safety.with(|answers| actions::answered(docs, &profile, answers));
        Some((answered, profile))
    });
    let blocked = move || {
        let Ok(profile) = checked.get() else {
            return pressed.get().then(|| words::FIX.to_owned());
        };
        match safety.with(|answers| plan_gate(profile.age, answers, docs.today().get())) {
            PlanGate::Open(_) => None,
            PlanGate::Unanswered => Some(words::SAFETY_NEEDED.to_owned()),
            PlanGate::TooYoung => Some(words::TOO_YOUNG.to_owned()),
            PlanGate::Stopped(list) => Some(words::stopped(&list)),
            PlanGate::ClinicianFirst(list) => Some(words::clinician(&list)),
        }
    };
    let food = move || {
        let profile = checked.get().ok()?;
        let answers = safety.get();
        answers.conditions.as_ref()?;
        let locale = docs.locale();
        Some(match targets(&profile, &answers, None, docs.today().get()) {
            Err(refusal) => vec![say_as("p", "muted", fuel::refusal(&refusal))],
            Ok(found) => vec![
                el("p").child(say_as("span", "num", locale.number(found.energy, 0))).child(say_as(
                    "span",
                    "unit",
                    fuel::KCAL,
                )),
                say_as("p", "muted", fuel::maintenance(&found, &locale)),
                say("p", format!("{} {} g", fuel::PROTEIN, locale.number(found.protein.1, 0))),
            ],
        })
    };
    let summary = move || {
        let (answered, profile) = plan.get()?;
        let shown = of("div", "stack");
        let proposed = |shown: El, plan| shown.with(untrack(|| proposal(plan, Some(profile))));
        Some(match answered {
            Answered::Refused => return None,
            Answered::Kept(_) => shown.child(say("p", words::PLAN_KEPT)),
            Answered::Changed(plan, week) => {
                proposed(shown.child(say("p", words::plan_changes(usize::from(week) + 1))), plan)
            }
            Answered::New(plan) => proposed(shown, plan),
        })
    };
    let label = move || match plan.with(|plan| matches!(plan, Some((Answered::Kept(_), _)))) {
        true => words::KEEP,
        false => words::START,
    };
    card()
        .set("aria-live", "polite")
        .child(say("h2", words::RESULT))
        .part(move || blocked().map(|text| say_as("p", "warn", text).set("role", "status")))
        .part(summary)
        .part(move || food().unwrap_or_default())
        .child(button("", Look::Primary).live_text(move || label().to_owned()).press(adopt))
}
