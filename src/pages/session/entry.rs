//! One exercise: what is asked, what was done last time, and the set that is being typed.

use super::rows::Sets;
use crate::app::actions;
use crate::app::documents::documents;
use crate::domain::athlete::Care;
use crate::domain::exercise::{ExerciseId, Kit};
use crate::domain::plan::Prescription;
use crate::domain::plan::progression::{self, Prefill, Suggestion};
use crate::domain::training::exposure::{self, Exposure};
use crate::domain::training::{DraftExercise, DraftSet, Effort, SetEntry, SetKind, StopReason};
use crate::domain::units::{Kg, Reps, Rir, number};
use crate::i18n::en::session as words;
use crate::pages::fixed;
use crate::ui::{Button, Choice, Look, Stepper};
use leptos::prelude::*;

/// What is being typed for the next set.
#[derive(Clone, Copy)]
struct Entry {
    load: RwSignal<String>,
    reps: RwSignal<String>,
    rir: RwSignal<Option<Rir>>,
    confirmed: RwSignal<bool>,
    stop: RwSignal<Option<StopReason>>,
    tried: RwSignal<bool>,
}

impl Entry {
    fn fill(self, prefill: Prefill, show: impl Fn(Kg) -> String) {
        self.load.set(prefill.load.map(show).unwrap_or_default());
        self.reps.set(prefill.reps.to_string());
        self.rir.set(prefill.rir);
        self.confirmed.set(false);
        self.stop.set(None);
        self.tried.set(false);
    }
}

/// One exercise of the running session.
#[component]
pub fn OneExercise(place: usize, id: ExerciseId) -> impl IntoView {
    let docs = documents();
    let locale = StoredValue::new(docs.locale());
    let row = id.built_in();
    let planned = docs.draft().with_untracked(|draft| {
        draft.as_ref().and_then(|d| d.exercises.get(place)).and_then(|e| e.planned.clone())
    });
    // The log does not change while a session runs: what follows from it is looked up once.
    let exposures: Vec<Exposure> = docs.log().with_untracked(|log| exposure::last(log, &id, 3));
    let suggestion: Option<Suggestion> =
        planned.as_ref().map(|planned| progression::suggest(planned, &exposures));
    let logged = Memo::new(move |_| {
        docs.draft().with(|draft| {
            let one = draft.as_ref().and_then(|d| d.exercises.get(place));
            one.map(|e: &DraftExercise| e.sets.clone()).unwrap_or_default()
        })
    });
    let planned_kept = StoredValue::new(planned.clone());
    let prefill = move |sets: &[DraftSet]| {
        planned_kept.with_value(|planned| progression::next_set(planned.as_ref(), suggestion, sets))
    };
    let shown_load = move |load: Kg| {
        let units = docs.units();
        locale.with_value(|locale| locale.typed(units.mass_value(load), 2))
    };
    let entry = Entry {
        load: RwSignal::new(String::new()),
        reps: RwSignal::new(String::new()),
        rir: RwSignal::new(None),
        confirmed: RwSignal::new(false),
        stop: RwSignal::new(None),
        tried: RwSignal::new(false),
    };
    let body_weight_possible = row.is_some_and(|row| row.needs.contains(&Kit::NONE));
    let with_body_weight = move |mut fill: Prefill| {
        if body_weight_possible && fill.load.is_none() {
            fill.load = Some(Kg::ZERO);
        }
        fill
    };
    untrack(|| logged.with_untracked(|sets| entry.fill(with_body_weight(prefill(sets)), shown_load)));
    let load_of = move || {
        let units = docs.settings().with_untracked(|s| s.mass);
        let value = number::parse(&entry.load.get()).ok()?;
        crate::i18n::Units { mass: units, length: crate::domain::settings::LengthUnit::Centimetres }
            .mass_from(value)
    };
    let reps_of = move || {
        let value = number::parse(&entry.reps.get()).ok()?;
        if value.fract() != 0.0 {
            return None;
        }
        Reps::try_new(value as i64).ok()
    };
    let log = move |kind: SetKind| {
        let (Some(load), Some(reps)) = untrack(|| (load_of(), reps_of())) else {
            entry.tried.set(true);
            return;
        };
        let effort = Effort { rir: entry.rir.get_untracked(), confirmed: entry.confirmed.get_untracked() };
        let stop = entry.stop.get_untracked().filter(|_| effort.rir >= Some(Rir::FOUR));
        let set = SetEntry { kind, stop, ..SetEntry::work(load, reps, effort) };
        if actions::log_set(docs, place, &set).is_ok() {
            untrack(|| logged.with_untracked(|sets| entry.fill(with_body_weight(prefill(sets)), shown_load)));
        }
    };
    let step_load = Callback::new(move |by: i32| {
        let step = docs.units().load_step();
        let now = number::parse(&entry.load.get_untracked()).unwrap_or(0.0);
        let next = (now + f64::from(by) * step).max(0.0);
        entry.load.set(locale.with_value(|locale| locale.typed(next, 2)));
    });
    let step_reps = Callback::new(move |by: i32| {
        let now = number::parse(&entry.reps.get_untracked()).unwrap_or(0.0);
        entry.reps.set(((now as i64 + i64::from(by)).clamp(1, 100)).to_string());
    });
    let load_error = Signal::derive(move || {
        let wrong = load_of().is_none() && (entry.tried.get() || !entry.load.with(String::is_empty));
        if wrong { words::NEED_LOAD.to_owned() } else { String::new() }
    });
    let reps_error =
        Signal::derive(move || if reps_of().is_none() { words::NEED_REPS.to_owned() } else { String::new() });
    let rir_place = Signal::derive(move || entry.rir.get().map(|rir| usize::from(rir.get() / 2).min(4)));
    let choose_rir = Callback::new(move |place: usize| {
        let halves = i64::try_from(place).unwrap_or(0) * 2;
        entry.rir.set(Rir::try_new(halves).ok());
        entry.confirmed.set(true);
    });
    let unsure = move || entry.rir.get().is_some() && !entry.confirmed.get();
    let ask_stop = move || entry.confirmed.get() && entry.rir.get() >= Some(Rir::FOUR);
    let stop_place = Signal::derive(move || {
        entry.stop.get().and_then(|stop| StopReason::ALL.iter().position(|s| *s == stop))
    });
    let choose_stop = Callback::new(move |place: usize| entry.stop.set(StopReason::ALL.get(place).copied()));
    let set_number = move || {
        let count = logged.with(|sets| sets.iter().filter(|s| s.entry.kind == SetKind::Work).count());
        words::set_number(u32::try_from(count).unwrap_or(0) + 1)
    };
    let unit = Signal::derive(move || docs.units().mass_sign().to_owned());
    let cautions = row.map(|row| {
        let care = docs.profile().with_untracked(|p| p.as_ref().map(|p| p.cautions)).unwrap_or_default();
        row.stresses
            .iter()
            .filter(|joint| care.of(**joint) == Care::Careful)
            .map(|joint| view! { <p class="warn">{words::caution(*joint)}</p> })
            .collect_view()
    });
    view! {
        <div class="two">
            <div class="stack">
                {target_card(planned.as_ref(), &exposures, suggestion)}
                {cautions}
                <section class="card">
                    <div class="row">
                        <b>{set_number}</b>
                        {row.filter(|row| row.unilateral).map(|_| view! { <span class="muted">{words::EACH_SIDE}</span> })}
                    </div>
                    <Stepper name="load" label=words::LOAD less=words::LESS_LOAD more=words::MORE_LOAD value=entry.load.into() unit=unit step=step_load on_type=Callback::new(move |t| entry.load.set(t)) error=load_error />
                    <Stepper name="reps" label=words::REPS less=words::FEWER_REPS more=words::MORE_REPS value=entry.reps.into() unit=fixed(words::REPS_UNIT) step=step_reps on_type=Callback::new(move |t| entry.reps.set(t)) error=reps_error />
                    <div class:choice--unsure=unsure>
                        <Choice name="rir" legend=words::RIR_ASK options=["0", "1", "2", "3", "4+"].map(str::to_owned).to_vec() chosen=rir_place choose=choose_rir />
                    </div>
                    <p class="muted">{move || if unsure() { words::UNSURE } else { "" }}</p>
                    <Show when=ask_stop>
                        <Choice name="stop" legend=words::STOPPED options=StopReason::ALL.map(|s| words::stop(s).to_owned()).to_vec() chosen=stop_place choose=choose_stop tall=true />
                    </Show>
                    <button type="button" class="button button--primary" id="log-set" on:click=move |_| log(SetKind::Work)>{words::LOG}</button>
                    <Button label=words::LOG_WARM_UP look=Look::Ghost press=Callback::new(move |()| log(SetKind::WarmUp)) />
                </section>
            </div>
            <div class="stack">
                <Sets logged planned=planned_kept />
            </div>
        </div>
    }
}

fn target_card(
    planned: Option<&Prescription>,
    exposures: &[Exposure],
    suggestion: Option<Suggestion>,
) -> impl IntoView + use<> {
    let docs = documents();
    let locale = docs.locale();
    let units = docs.units();
    let target = planned.map(|planned| words::target(planned, &locale));
    let last =
        exposures.first().map_or(words::NEVER.to_owned(), |e| words::last_time(&e.sets, units, &locale));
    let today = suggestion.map(|found| words::suggestion(found, units, &locale));
    view! {
        <section class="card">
            <dl class="target">
                {target.map(|text| view! { <dt>{words::TARGET}</dt><dd>{text}</dd> })}
                <dt>{words::LAST}</dt>
                <dd>{last}</dd>
                {today.map(|text| view! { <dt>{words::TODAY}</dt><dd class="good">{text}</dd> })}
            </dl>
        </section>
    }
}
