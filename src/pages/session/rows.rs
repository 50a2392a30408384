//! The rows of one exercise: what is logged, each with its undo, then what is still to do.

use crate::app::actions;
use crate::app::documents::documents;
use crate::domain::plan::Prescription;
use crate::domain::training::{DraftSet, SetEntry, SetKind};
use crate::domain::volume::SetWorth;
use crate::i18n::Locale;
use crate::i18n::en::session as words;
use leptos::prelude::*;

/// The rows: what is logged, then what is still to do.
#[component]
pub fn Sets(logged: Memo<Vec<DraftSet>>, planned: StoredValue<Option<Prescription>>) -> impl IntoView {
    let docs = documents();
    let locale = StoredValue::new(docs.locale());
    let moments = move || logged.with(|sets| sets.iter().map(|set| set.at).collect::<Vec<_>>());
    let one = move |at: i64| {
        let set = Memo::new(move |_| {
            logged.with(|sets| {
                sets.iter()
                    .enumerate()
                    .find(|(_, s)| s.at == at)
                    .map(|(place, s)| (place + 1, s.entry.clone()))
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
