//! Doing and logging a session: one exercise at a time, one tap a set.

use super::{fixed, head};
use crate::app::actions;
use crate::app::documents::documents;
use crate::app::{go, href};
use crate::domain::exercise::{CATALOGUE, ExerciseId};
use crate::domain::plan::progression::{self, Prefill, Suggestion};
use crate::domain::training::exposure::{self, Exposure};
use crate::domain::training::{DraftExercise, DraftSet, Effort, Rest, SetEntry, SetKind, StopReason};
use crate::domain::units::{Kg, Reps, Rir, number};
use crate::domain::volume::SetWorth;
use crate::i18n::en::session as words;
use crate::i18n::{Locale, clock};
use crate::app::device as page;
use crate::routes::Page;
use crate::ui::{Button, Choice, Look, Stepper};
use leptos::prelude::*;

/// The session page.
#[component]
pub fn Session() -> impl IntoView {
    let docs = documents();
    let running = Memo::new(move |_| docs.draft().with(|draft| draft.as_ref().map(|d| d.id)));
    move || match running.get() {
        Some(_) => view! { <Running /> }.into_any(),
        None => view! {
            <div class="page">
                {head(fixed(""), fixed(words::NONE_RUNNING), None)}
                <section class="card">
                    <p class="muted">{words::NONE_TEXT}</p>
                    <a class="button button--primary" href=href(Page::Today)>{words::TO_TODAY}</a>
                </section>
            </div>
        }
        .into_any(),
    }
}

/// The place and id of the exercise on the screen; they change only when another one is shown.
type Shown = Memo<Option<(usize, ExerciseId)>>;

#[component]
fn Running() -> impl IntoView {
    let docs = documents();
    let shown: Shown = Memo::new(move |_| {
        docs.draft().with(|draft| {
            let draft = draft.as_ref()?;
            let place = draft.current.min(draft.exercises.len().checked_sub(1)?);
            Some((place, draft.exercises.get(place)?.exercise.clone()))
        })
    });
    let title = Signal::derive(move || match shown.get() {
        Some((_, id)) => docs.exercise_name(&id),
        None => words::EMPTY.to_owned(),
    });
    let count = Memo::new(move |_| docs.draft().with(|d| d.as_ref().map_or(0, |d| d.exercises.len())));
    let above = Signal::derive(move || {
        let place = shown.with(|shown| shown.as_ref().map_or(0, |(place, _)| place + 1));
        words::place(place, count.get())
    });
    let exercise = move || shown.get().map(|(place, id)| view! { <OneExercise place id /> });
    view! {
        <div class="page">
            {head(above, title, None)}
            <Strip shown />
            {exercise}
            <Add />
            <End />
            <RestBar />
        </div>
    }
}

/// The exercises in a strip; the one on the screen is marked, finished ones have a tick.
#[component]
fn Strip(shown: Shown) -> impl IntoView {
    let docs = documents();
    let items = Memo::new(move |_| {
        docs.draft().with(|draft| {
            let list = draft.iter().flat_map(|draft| &draft.exercises);
            list.map(|one| (one.exercise.clone(), one.is_complete())).collect::<Vec<_>>()
        })
    });
    let buttons = move || {
        items
            .get()
            .into_iter()
            .enumerate()
            .map(|(place, (id, done))| {
                let current = move || shown.with(|s| s.as_ref().is_some_and(|(at, _)| *at == place));
                view! {
                    <button
                        type="button"
                        class="strip__item"
                        aria-current=move || current().then_some("step")
                        data-done=done.then_some("")
                        on:click=move |_| {
                            actions::go_to(docs, place).ok();
                        }
                    >
                        {done.then_some("✓ ")}
                        {docs.exercise_name(&id)}
                    </button>
                }
            })
            .collect_view()
    };
    view! { <nav class="strip" aria-label=words::EXERCISES>{buttons}</nav> }
}

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

#[component]
fn OneExercise(place: usize, id: ExerciseId) -> impl IntoView {
    let docs = documents();
    let locale = StoredValue::new(docs.locale());
    let row = id.built_in();
    let planned = docs.draft().with_untracked(|draft| {
        draft.as_ref().and_then(|d| d.exercises.get(place)).and_then(|e| e.planned.clone())
    });
    // The log does not change while a session runs: what follows from it is looked up once.
    let exposures: Vec<Exposure> = docs.log().with_untracked(|log| exposure::last(log, &id, 3));
    let suggestion: Option<Suggestion> = planned.as_ref().map(|planned| progression::suggest(planned, &exposures));
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
    let body_weight_possible = row.is_some_and(|row| row.needs.contains(&crate::domain::exercise::Kit::NONE));
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
        crate::i18n::Units { mass: units, length: crate::domain::settings::LengthUnit::Centimetres }.mass_from(value)
    };
    let reps_of = move || {
        let value = number::parse(&entry.reps.get()).ok()?;
        if value.fract() != 0.0 { return None }
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
    let reps_error = Signal::derive(move || {
        if reps_of().is_none() { words::NEED_REPS.to_owned() } else { String::new() }
    });
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
            .filter(|joint| care.of(**joint) == crate::domain::athlete::Care::Careful)
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
    planned: Option<&crate::domain::plan::Prescription>,
    exposures: &[Exposure],
    suggestion: Option<Suggestion>,
) -> impl IntoView + use<> {
    let docs = documents();
    let locale = docs.locale();
    let units = docs.units();
    let target = planned.map(|planned| words::target(planned, &locale));
    let last = exposures.first().map_or(words::NEVER.to_owned(), |e| words::last_time(&e.sets, units, &locale));
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

/// The rows: what is logged, then what is still to do.
#[component]
fn Sets(
    logged: Memo<Vec<DraftSet>>,
    planned: StoredValue<Option<crate::domain::plan::Prescription>>,
) -> impl IntoView {
    let docs = documents();
    let locale = StoredValue::new(docs.locale());
    let moments = move || logged.with(|sets| sets.iter().map(|set| set.at).collect::<Vec<_>>());
    let one = move |at: i64| {
        let set = Memo::new(move |_| {
            logged.with(|sets| {
                sets.iter().enumerate().find(|(_, s)| s.at == at).map(|(place, s)| (place + 1, s.entry.clone()))
            })
        });
        let number = move || set.with(|s| s.as_ref().map_or(0, |(n, _)| *n));
        let text = move || {
            set.with(|s| s.as_ref().map(|(_, e)| locale.with_value(|l| words::set(e, docs.units(), l))))
        };
        let effort = move || set.with(|s| s.as_ref().map(|(_, e)| locale.with_value(|l| effort_text(e, l))));
        view! {
            <li class="set-row" data-logged="">
                <span>{number}</span>
                <span>{text}</span>
                <span class="muted">{effort}</span>
                <button type="button" class="set-row__undo" aria-label=move || words::undo_set(number()) on:click=move |_| {
                    // Taken back already in another tab: the wish is fulfilled.
                    actions::undo_set(docs, at).ok();
                }>{words::UNDO}</button>
            </li>
        }
    };
    let left = move || {
        let done = logged.with(|sets| sets.iter().filter(|s| s.entry.kind == SetKind::Work).count());
        planned.with_value(|planned| {
            let planned = planned.as_ref()?;
            let rows = (done..usize::from(planned.sets)).map(|place| {
                view! {
                    <li class="set-row" data-planned="">
                        <span>{place + 1}</span>
                        <span>{format!("{}–{} {}", planned.reps.0, planned.reps.1, words::REPS_UNIT)}</span>
                        <span>{words::TO_DO}</span>
                    </li>
                }
            });
            Some(rows.collect_view())
        })
    };
    view! {
        <section class="card card--flat">
            <ol>
                <For each=moments key=|at| *at children=one />
                {left}
            </ol>
        </section>
    }
}

fn effort_text(entry: &SetEntry, locale: &Locale) -> String {
    if entry.kind == SetKind::WarmUp {
        return words::WARM_UP.to_owned();
    }
    let worth = SetWorth::of(entry, None);
    let counts = match worth.worth.parts() {
        0 => words::NOT_HARD,
        32.. => words::HARD,
        _ => words::HALF,
    };
    let rir = entry.effort.rir.map(|rir| format!("{} · ", words::rir(rir, locale))).unwrap_or_default();
    let sure = if worth.verified { String::new() } else { format!(" · {}", words::UNVERIFIED) };
    format!("{rir}{counts}{sure}")
}

/// Adds an exercise that the plan did not ask for.
#[component]
fn Add() -> impl IntoView {
    let docs = documents();
    let mut list: Vec<(&str, &str)> = CATALOGUE.iter().map(|row| (row.slug, row.name)).collect();
    list.sort_by_key(|(_, name)| *name);
    let options = list.into_iter().map(|(slug, name)| view! { <option value=slug>{name}</option> }).collect_view();
    view! {
        <details class="card">
            <summary class="field__label">{words::ADD}</summary>
            <label class="field">
                <span class="field__label">{words::CHOOSE}</span>
                <select
                    class="field__input field__box"
                    on:change:target=move |event| {
                        if let Ok(id) = ExerciseId::parse(&event.target().value()) {
                            actions::add_exercise(docs, &id).ok();
                            event.target().set_value("");
                        }
                    }
                >
                    <option value="">{words::CHOOSE}</option>
                    {options}
                </select>
            </label>
        </details>
    }
}

/// Finishing and discarding.
#[component]
fn End() -> impl IntoView {
    let docs = documents();
    let sets = Memo::new(move |_| docs.draft().with(|d| d.as_ref().map_or(0, |d| d.set_count())));
    let none = Signal::derive(move || sets.get() == 0);
    let to_progress = go(Page::Progress);
    let to_today = go(Page::Today);
    let finish = Callback::new(move |()| {
        if actions::finish_session(docs).is_ok() {
            page::persist();
            to_progress();
        }
    });
    let discard = Callback::new(move |()| {
        if actions::discard_session(docs).is_ok() {
            to_today();
        }
    });
    view! {
        <section class="card">
            <p class="muted">{move || words::finish_ask(sets.get())}</p>
            <div class="buttons">
                <Button label=words::FINISH look=Look::Ghost press=finish disabled=none />
                <Button label=words::DISCARD look=Look::Danger press=discard />
            </div>
        </section>
    }
}

/// The rest: its end is stored, so what it shows is right after a reload and a sleep.
#[component]
fn RestBar() -> impl IntoView {
    let docs = documents();
    let rest = Memo::new(move |_| docs.draft().with(|d| d.as_ref().and_then(|d| d.rest)));
    let now = RwSignal::new(docs.now().millis);
    let rung = StoredValue::new(0_i64);
    let tick = move || {
        let Some(rest) = rest.get_untracked() else { return };
        let millis = docs.now().millis;
        now.set(millis);
        let left = rest.seconds_left(millis);
        // Rings once, at the end and not long after it: a phone that slept is not startled.
        if left <= 0 && left > -3 && rung.get_value() != rest.ends_at {
            rung.set_value(rest.ends_at);
            page::ring();
        }
    };
    let timer = set_interval_with_handle(tick, std::time::Duration::from_millis(500)).ok();
    on_cleanup(move || {
        if let Some(timer) = timer {
            timer.clear();
        }
    });
    Effect::new(move |_| {
        if rest.get().is_some() {
            now.set(docs.now().millis);
        }
    });
    let left = move || rest.get().map(|rest: Rest| (rest.seconds_left(now.get()), rest.length.get()));
    let text = move || left().map(|(left, _)| if left >= 0 { clock(left) } else { words::ended_ago(-left) });
    let over = move || left().is_some_and(|(left, _)| left < 0);
    let share = move || left().map_or(0.0, |(left, whole)| 1.0 - left.max(0) as f64 / f64::from(whole.max(1)));
    view! {
        <Show when=move || rest.get().is_some()>
            <div class="rest" role="timer" aria-label=words::REST>
                <span class="rest__time">{text}</span>
                <span class="muted">{move || if over() { words::REST_OVER } else { words::REST }}</span>
                <progress class="rest__bar" max="1" prop:value=share aria-label=words::REST></progress>
                <Button label=words::MORE_REST look=Look::Chip press=Callback::new(move |()| { actions::lengthen_rest(docs, 30).ok(); }) />
                <Button label=words::SKIP look=Look::Chip press=Callback::new(move |()| { actions::skip_rest(docs).ok(); }) />
            </div>
        </Show>
    }
}
