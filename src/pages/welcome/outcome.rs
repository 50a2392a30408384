//! What the answers lead to, shown as they change: the plan, the targets, or why there are none.

use crate::app::actions;
use crate::app::documents::documents;
use crate::domain::athlete::{Field, Problem, Profile};
use crate::domain::nutrition::targets::targets;
use crate::domain::safety::{PlanGate, SafetyAnswers, plan_gate};
use crate::i18n::en::{fuel, welcome as words};
use crate::pages::plan::{PlanSummary, Weekly};
use crate::ui::{Button, Look};
use leptos::prelude::*;

/// The plan and the targets that the answers lead to, as they change.
#[component]
pub fn Outcome(
    checked: Memo<Result<Profile, Vec<(Field, Problem)>>>,
    safety: RwSignal<SafetyAnswers>,
    pressed: RwSignal<bool>,
    adopt: Callback<()>,
) -> impl IntoView {
    let docs = documents();
    let plan = Memo::new(move |_| {
        let profile = checked.get().ok()?;
        safety.with(|answers| actions::plan_for(docs, &profile, answers))
    });
    let blocked = move || {
        let Ok(profile) = checked.get() else {
            return pressed.get().then(|| words::FIX.to_owned());
        };
        match safety.with(|answers| plan_gate(profile.age, answers, docs.today().get())) {
            PlanGate::Open(_) => None,
            PlanGate::Unanswered => Some(words::SAFETY_NEEDED.to_owned()),
            PlanGate::TooYoung => Some(words::TOO_YOUNG.to_owned()),
            PlanGate::ClinicianFirst(list) => Some(words::clinician(&list)),
        }
    };
    let food = move || {
        let profile = checked.get().ok()?;
        let answers = safety.get();
        answers.conditions.as_ref()?;
        let locale = docs.locale();
        Some(match targets(&profile, &answers, None, docs.today().get()) {
            Err(refusal) => view! { <p class="muted">{fuel::refusal(&refusal)}</p> }.into_any(),
            Ok(found) => view! {
                <p>
                    <span class="num">{locale.number(found.energy, 0)}</span>
                    <span class="unit">{fuel::KCAL}</span>
                </p>
                <p class="muted">{fuel::maintenance(&found, &locale)}</p>
                <p>{format!("{} {} g", fuel::PROTEIN, locale.number(found.protein.1, 0))}</p>
            }
            .into_any(),
        })
    };
    let summary = move || {
        let plan = plan.get()?;
        let profile = checked.get().ok()?;
        Some(view! {
            <PlanSummary plan=plan.clone() />
            <Weekly plan profile />
        })
    };
    view! {
        <section class="card" aria-live="polite">
            <h2>{words::RESULT}</h2>
            {move || blocked().map(|text| view! { <p class="warn" role="status">{text}</p> })}
            {summary}
            {food}
            <Button label=words::START look=Look::Primary press=adopt />
        </section>
    }
}
