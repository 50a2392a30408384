//! Another app's log: read in steps, counted, sorted, confirmed once, merged.

use crate::app::actions;
use crate::app::device;
use crate::app::documents::documents;
use crate::domain::exercise::{CATALOGUE, ExerciseId};
use crate::domain::settings::MassUnit;
use crate::exchange::{
    Answers, Decision, DistanceUnit, ForeignLog, Guess, Preview, SIZE_MAX, UnitFound, decode, strong,
};
use crate::i18n::en::{data as words, exchange as reasons};
use crate::ui::{Button, Choice, Look};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// Rows read before the page may answer again.
const ROWS_A_STEP: usize = 2_000;
const UNITS: [MassUnit; 2] = [MassUnit::Kilograms, MassUnit::Pounds];
const DISTANCES: [DistanceUnit; 2] = [DistanceUnit::Kilometres, DistanceUnit::Miles];

/// The import.
#[component]
pub fn Import() -> impl IntoView {
    let docs = documents();
    let log = StoredValue::new_local(None::<ForeignLog>);
    let answers = RwSignal::new(Answers::default());
    let preview = RwSignal::new(None::<Preview>);
    let progress = RwSignal::new(None::<f64>);
    let problem = RwSignal::new(String::new());
    // What was asked once stays, so that an answer can be mended.
    let asks = RwSignal::new((false, false));
    let stop = StoredValue::new_local(Rc::new(Cell::new(false)));
    let count = move || {
        let counted = log.with_value(|log| {
            log.as_ref()
                .map(|log| docs.exercises().with_untracked(|own| log.preview(own, &answers.get_untracked())))
        });
        preview.set(counted);
    };
    let pick = move |event: leptos::ev::Event| {
        let Some(file) = device::picked_file(&event) else { return };
        let cancelled = Rc::new(Cell::new(false));
        stop.set_value(cancelled.clone());
        preview.set(None);
        problem.set(String::new());
        progress.set(Some(0.0));
        leptos::task::spawn_local(async move {
            let outcome = read(file, cancelled, progress).await;
            progress.set(None);
            match outcome {
                Ok(found) => {
                    let first =
                        docs.exercises().with_untracked(|own| found.preview(own, &Answers::default()));
                    let unit = matches!(first.unit, UnitFound::Ask { .. });
                    asks.set((unit, first.distances_asked > 0));
                    answers.set(Answers { names: first.proposals(), ..Answers::default() });
                    log.set_value(Some(found));
                    count();
                }
                Err(text) => problem.set(text),
            }
        });
    };
    let take = Callback::new(move |()| {
        let made = log.with_value(|log| {
            log.as_ref()
                .map(|log| docs.exercises().with_untracked(|own| log.import(own, &answers.get_untracked())))
        });
        match made {
            Some(Ok(found)) => {
                let taken = actions::import_sessions(docs, found.sessions, &found.own);
                if taken.is_ok() {
                    preview.set(None);
                    log.set_value(None);
                    problem.set(String::new());
                } else {
                    problem.set(words::NOT_TAKEN.to_owned());
                }
            }
            Some(Err(error)) => problem.set(reasons::import_error(&error)),
            None => {}
        }
    });
    let busy = move || {
        progress.get().map(|share| {
            view! {
                <progress class="progress" max="1" prop:value=share aria-label=words::READING></progress>
                <Button label=words::CANCEL look=Look::Ghost press=Callback::new(move |()| stop.with_value(|s| s.set(true))) />
            }
        })
    };
    let unit = Signal::derive(move || answers.with(|a| UNITS.iter().position(|u| Some(*u) == a.weight)));
    let set_unit = Callback::new(move |place: usize| {
        answers.update(|a| a.weight = UNITS.get(place).copied());
        count();
    });
    let distance =
        Signal::derive(move || answers.with(|a| DISTANCES.iter().position(|u| Some(*u) == a.distance)));
    let set_distance = Callback::new(move |place: usize| {
        answers.update(|a| a.distance = DISTANCES.get(place).copied());
        count();
    });
    let ask_unit =
        move || preview.with(|p| p.as_ref().is_some_and(|p| matches!(p.unit, UnitFound::Ask { .. })));
    let ask_distance = move || preview.with(|p| p.as_ref().is_some_and(|p| p.distances_asked > 0));
    let decide = Callback::new(move |(name, value): (String, String)| {
        answers.update(|a| {
            match ExerciseId::parse(&value) {
                Ok(id) => a.names.insert(name, Decision::Exercise(id)),
                Err(_) if value == OTHER => a.names.insert(name, Decision::Other),
                Err(_) => a.names.remove(&name),
            };
        });
        count();
    });
    let asked =
        Memo::new(move |_| preview.with(|p| p.as_ref().map(|p| p.asked().cloned().collect::<Vec<_>>())));
    let names = move || {
        let list = asked.get().filter(|list| !list.is_empty())?;
        let chosen = answers.get_untracked().names;
        let rows = list
            .into_iter()
            .map(|found| {
                let now = match chosen.get(&found.name) {
                    Some(Decision::Exercise(id)) => id.as_str().to_owned(),
                    Some(Decision::Other) => OTHER.to_owned(),
                    None => String::new(),
                };
                name_row(found.name, found.rows, found.guess == Guess::Other, now, decide)
            })
            .collect_view();
        Some(view! {
            <details class="table-switch" open="">
                <summary>{words::NAMES}</summary>
                <p class="muted">{words::NAMES_TEXT}</p>
                <div class="names">{rows}</div>
            </details>
        })
    };
    let summary = move || {
        preview.get().map(|preview| {
            let lines = words::import_preview(&preview)
                .into_iter()
                .map(|line| view! { <p>{line}</p> })
                .collect_view();
            let refused = (!preview.refused.is_empty()).then(|| {
                let rows = preview
                    .refused
                    .iter()
                    .map(|row| view! { <li>{reasons::refused(row)}</li> })
                    .collect_view();
                view! {
                    <details class="table-switch">
                        <summary>{words::REFUSED}</summary>
                        <ul class="list">{rows}</ul>
                    </details>
                }
            });
            view! { {lines} {refused} }
        })
    };
    let ready = move || preview.with(Option::is_some);
    let ask_unit = move || ready() && ask_unit();
    let ask_distance = move || ready() && ask_distance();
    view! {
        <section class="card" id="import">
            <h2>{words::IMPORT}</h2>
            <p class="muted">{words::IMPORT_TEXT}</p>
            <label class="field">
                <span class="field__label">{words::PICK}</span>
                <input type="file" id="import-file" accept=".csv,text/csv" on:change=pick />
            </label>
            {busy}
            {summary}
            <Show when=ask_unit>
                <Choice name="import-unit" legend=words::IMPORT_UNIT options=UNITS.map(|u| words::unit(u).to_owned()).to_vec() chosen=unit choose=set_unit />
            </Show>
            <Show when=ask_distance>
                <Choice name="import-distance" legend=reasons::DISTANCE options=reasons::DISTANCES.map(str::to_owned).to_vec() chosen=distance choose=set_distance />
            </Show>
            {names}
            <Show when=ready>
                <Button label=words::IMPORT_DO look=Look::Primary press=take />
            </Show>
            <p role="status" class="warn">{move || problem.get()}</p>
        </section>
    }
}

/// The value of "other work" in the lists: no slug can be it.
const OTHER: &str = "_other";

fn name_row(
    name: String,
    rows: usize,
    other: bool,
    now: String,
    decide: Callback<(String, String)>,
) -> impl IntoView {
    let label = format!("{name} ({rows})");
    let mut list: Vec<(&str, &str)> = vec![("", reasons::CHOOSE), (OTHER, words::OTHER)];
    // Other work is nearly always right: the whole catalogue below it would be hundreds of lines a name.
    let offered = CATALOGUE.iter().filter(|row| !other || row.slug == now);
    list.extend(offered.map(|row| (row.slug, row.name)));
    let key = name.clone();
    let open = RwSignal::new(list);
    let more = move |_| {
        open.update(|list| {
            if list.len() < CATALOGUE.len() {
                *list = vec![("", reasons::CHOOSE), (OTHER, words::OTHER)];
                list.extend(CATALOGUE.iter().map(|row| (row.slug, row.name)));
            }
        });
    };
    let options = move || {
        let now = now.clone();
        open.get()
            .into_iter()
            .map(move |(value, text)| view! { <option value=value selected=value == now>{text}</option> })
            .collect_view()
    };
    view! {
        <label class="names__row">
            <span>{label}</span>
            <select on:focus=more on:change:target=move |event| decide.run((key.clone(), event.target().value()))>{options}</select>
        </label>
    }
}

/// Reads and parses in steps; the words of what went wrong come back.
async fn read(
    file: device::File,
    cancelled: Rc<Cell<bool>>,
    progress: RwSignal<Option<f64>>,
) -> Result<ForeignLog, String> {
    let bytes =
        device::read(file, SIZE_MAX as f64, cancelled.clone(), move |share| progress.set(Some(share / 2.0)))
            .await
            .map_err(|problem| match problem {
                device::FileProblem::TooLarge => words::TOO_LARGE.to_owned(),
                device::FileProblem::Unreadable => words::UNREADABLE.to_owned(),
                device::FileProblem::Cancelled => words::STOPPED.to_owned(),
            })?;
    let text = decode(&bytes).map_err(|error| reasons::strong_error(&error.into()))?;
    let mut reader = strong::Reader::new(text).map_err(|error| reasons::strong_error(&error))?;
    loop {
        let step = reader.step(ROWS_A_STEP).map_err(|error| reasons::strong_error(&error))?;
        if step.finished {
            break;
        }
        progress.set(Some(0.5 + step.done as f64 / step.total.max(1) as f64 / 2.0));
        device::breathe().await;
        if cancelled.get() {
            return Err(words::STOPPED.to_owned());
        }
    }
    reader.finish().map_err(|error| reasons::strong_error(&error))
}
