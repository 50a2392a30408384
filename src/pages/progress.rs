//! The week's hard sets against the band, week by week back to the first log.

use super::head;
use crate::app::derived::derived;
use crate::app::documents::documents;
use crate::app::href;
use crate::domain::anatomy::{Muscle, Tally};
use crate::domain::athlete::default_band;
use crate::domain::calendar::Week;
use crate::domain::settings::Counting;
use crate::domain::units::SetCount;
use crate::domain::volume::{self, WeekVolume, ramp_warning, standing};
use crate::i18n::en::{names, progress as words};
use crate::i18n::week_span;
use crate::routes::Page;
use crate::ui::chart::{VolumeChart, VolumeRow, VolumeWords, WeekColumn, WeeksChart};
use crate::ui::{Button, Icon, Look, Why, icon};
use leptos::prelude::*;

/// Weeks in the columns.
const WEEKS: u8 = 12;
/// What is always shown; the optional muscles only with something in them.
const ALWAYS: usize = 5;

/// The progress page.
#[component]
pub fn Progress() -> impl IntoView {
    let docs = documents();
    let derived = derived();
    // Weeks before this one.
    let back = RwSignal::new(0_i64);
    let week = Memo::new(move |_| derived.week.get().plus(-back.get()));
    let muscle = RwSignal::new(Muscle::Quadriceps as u8);
    let done = Memo::new(move |_| {
        let week = week.get();
        if back.get() == 0 {
            return derived.volume.get();
        }
        let counting = docs.settings().with(|s| s.counting);
        docs.log().with(|log| docs.exercises().with(|own| volume::weekly(log, None, own, week, counting)))
    });
    let open = Memo::new(move |_| {
        let (week, today) = (week.get(), docs.today().get());
        let counting = docs.settings().with(|s| s.counting);
        docs.plans().with(|plans| {
            docs.log().with(|log| {
                docs.draft().with(|draft| {
                    docs.exercises().with(|own| {
                        volume::planned(plans.active(), log, draft.as_ref(), own, week, today, counting)
                    })
                })
            })
        })
    });
    let rows = Signal::derive(move || {
        let (done, open) = (done.get(), open.get());
        let shown = Muscle::ALL
            .into_iter()
            .enumerate()
            .filter(|(place, muscle)| *place < ALWAYS || done.done.muscle(*muscle) > SetCount::ZERO);
        shown.map(|(_, muscle)| row(muscle, &done, &open)).collect()
    });
    let words_of = VolumeWords { heads: words::HEADS, table: words::TABLE, group: words::GROUP };
    let year = move || docs.today().get().year();
    let above = Signal::derive(move || words::week(week.get(), year()));
    let oldest = move || derived.history.with(|history| history.first());
    let at_start = Signal::derive(move || oldest().is_none_or(|first| week.get() <= first));
    let at_end = Signal::derive(move || back.get() == 0);
    let arrows = view! {
        <div class="buttons">
            <button type="button" class="button button--chip" aria-label=words::EARLIER disabled=move || at_start.get() on:click=move |_| back.update(|b| *b += 1)>
                {icon(Icon::Left)}
            </button>
            <button type="button" class="button button--chip" aria-label=words::LATER disabled=move || at_end.get() on:click=move |_| back.update(|b| *b = (*b - 1).max(0))>
                {icon(Icon::Right)}
            </button>
        </div>
    };
    let jump = {
        let first = Callback::new(move |()| {
            if let Some(first) = oldest() {
                let now = derived.week.get_untracked();
                back.set(now.first().days_since(first.first()) / 7);
            }
        });
        let latest = Callback::new(move |()| back.set(0));
        view! {
            <div class="buttons">
                <Button label=words::FIRST look=Look::Chip press=first disabled=at_start />
                <Button label=words::LATEST look=Look::Chip press=latest disabled=at_end />
            </div>
        }
    };
    let counting = move || match docs.settings().with(|s| s.counting) {
        Counting::Fractional => words::HALF,
        Counting::DirectOnly => words::DIRECT,
    };
    let empty = move || {
        (derived.history.with(|history| history.is_empty()) && docs.draft().with(Option::is_none)).then(
            || {
                view! {
                    <section class="card">
                        <p>{words::EMPTY}</p>
                        <a class="button" href=href(Page::Data)>{words::IMPORT}</a>
                    </section>
                }
            },
        )
    };
    let choose = Callback::new(move |key: u8| muscle.set(key));
    view! {
        <div class="page">
            {head(above, super::fixed(words::TITLE), Some(arrows.into_any()))}
            <div class="two">
                <div class="stack">
                    <section class="card">
                        <div class="row">
                            <span class="muted">{words::HARD_SETS}</span>
                            <span class="chip">{counting}</span>
                        </div>
                        <VolumeChart rows chosen=muscle.into() choose words=words_of />
                        <p class="muted">{words::LEGEND}</p>
                        {jump}
                        <Why word=words::WHY lines=Signal::stored(words::why()) />
                    </section>
                    {empty}
                </div>
                <Detail muscle week done />
            </div>
        </div>
    }
}

fn band(muscle: Muscle) -> (u8, u8) {
    let docs = documents();
    docs.profile().with(|profile| profile.as_ref().map_or(default_band(muscle), |p| p.band(muscle)))
}

fn row(muscle: Muscle, done: &WeekVolume, open: &Tally) -> VolumeRow {
    let locale = documents().locale();
    let (low, high) = band(muscle);
    let (sets, planned) = (done.done.muscle(muscle), open.muscle(muscle));
    let note = match muscle {
        Muscle::Hamstrings | Muscle::Calves => {
            let parts = muscle.functions().iter().map(|function| {
                let has = done.done.function(*function);
                words::function(*function, has, has + open.function(*function), &locale)
            });
            parts.collect::<Vec<_>>().join(" · ")
        }
        _ => String::new(),
    };
    let verdict = words::stands(standing(&done.done, muscle, (low, high)));
    let number = locale.sets(sets);
    VolumeRow {
        key: muscle as u8,
        label: names::muscle(muscle).to_owned(),
        hue: names::hue(muscle),
        done: sets.sets(),
        planned: planned.sets(),
        unverified: done.unverified.muscle(muscle).sets(),
        band: (f64::from(low), f64::from(high)),
        note,
        verdict: words::row(&number, planned, (low, high), &verdict, &locale),
        cells: [number.clone(), locale.sets(planned), format!("{low}–{high}"), verdict],
        number,
    }
}

/// One muscle over twelve weeks, and where this week's sets came from.
#[component]
fn Detail(muscle: RwSignal<u8>, week: Memo<Week>, done: Memo<WeekVolume>) -> impl IntoView {
    let docs = documents();
    let derived = derived();
    let chosen = Memo::new(move |_| {
        let key = muscle.get();
        Muscle::ALL.into_iter().find(|m| *m as u8 == key).unwrap_or(Muscle::Quadriceps)
    });
    let weeks = Memo::new(move |_| {
        let (muscle, week) = (chosen.get(), week.get());
        let mut list = derived.history.with(|history| history.muscle(muscle, week, WEEKS));
        // The running session is not in the log yet.
        if let Some(last) = list.last_mut() {
            last.sets = done.with(|done| done.done.muscle(muscle));
        }
        list
    });
    let locale = docs.locale();
    let columns = Signal::derive(move || {
        let year = docs.today().get().year();
        weeks.with(|weeks| {
            weeks
                .iter()
                .map(|one| WeekColumn {
                    sets: one.sets.sets(),
                    deload: one.deload,
                    label: week_span(one.week, year),
                    number: documents().locale().sets(one.sets),
                })
                .collect()
        })
    });
    let bands = Signal::derive(move || {
        let (low, high) = band(chosen.get());
        (f64::from(low), f64::from(high))
    });
    let change = move || {
        weeks.with(|weeks| match weeks.as_slice() {
            [.., before, now] if before.sets > SetCount::ZERO && now.sets > SetCount::ZERO => {
                let percent = (now.sets.sets() / before.sets.sets() - 1.0) * 100.0;
                let fast = ramp_warning(before.sets, now.sets, band(chosen.get()).0);
                Some((words::change(percent, &locale), fast))
            }
            _ => None,
        })
    };
    let changed = {
        let change = change.clone();
        move || change().map(|(text, _)| text)
    };
    let fast = move || change().is_some_and(|(_, fast)| fast);
    let title = Signal::derive(move || words::twelve(names::muscle(chosen.get())));
    let sources = move || {
        let locale = docs.locale();
        let list = done.with(|done| done.by_exercise.get(&chosen.get()).cloned().unwrap_or_default());
        if list.is_empty() {
            return view! { <p class="muted">{words::NOTHING}</p> }.into_any();
        }
        let rows = list
            .into_iter()
            .map(|(id, sets)| {
                view! { <li><span>{docs.exercise_name(&id)}</span><b>{locale.sets(sets)}</b></li> }
            })
            .collect_view();
        view! { <ul class="list">{rows}</ul> }.into_any()
    };
    view! {
        <div class="stack">
            <section class="card">
                <div class="row">
                    <h2>{move || title.get()}</h2>
                    <span class="muted">{changed}</span>
                </div>
                <WeeksChart
                    columns
                    band=bands
                    hue=Signal::derive(move || names::hue(chosen.get()))
                    summary=title
                    words=[words::TABLE, words::WEEK, words::SETS]
                />
                <Show when=fast><p class="warn">{words::RAMP}</p></Show>
                <p class="muted">{words::DELOADS}</p>
            </section>
            <section class="card card--flat">
                <h2 class="row">{words::FROM}</h2>
                {sources}
            </section>
        </div>
    }
}
