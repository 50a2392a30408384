//! What to do now.

use super::{fixed, head};
use crate::app::actions;
use crate::app::derived::derived;
use crate::app::documents::documents;
use crate::app::{go, href};
use crate::domain::anatomy::Muscle;
use crate::domain::exercise::OwnExercises;
use crate::domain::plan::schedule::Next;
use crate::domain::plan::{Slot, coverage, minutes};
use crate::domain::safety::body_numbers_allowed;
use crate::domain::volume::{Standing, standing};
use crate::i18n::en::{names, plan, progress, today as words};
use crate::i18n::{full_day, short_day};
use crate::routes::Page;
use crate::ui::{Button, Look};
use leptos::prelude::*;

/// The start page.
#[component]
pub fn Today() -> impl IntoView {
    let docs = documents();
    let derived = derived();
    let day = Signal::derive(move || full_day(docs.today().get()));
    let main = move || {
        if docs.draft().with(Option::is_some) {
            return running().into_any();
        }
        match derived.next.get() {
            None => no_plan().into_any(),
            Some(Next::Finished) => finished().into_any(),
            Some(Next::Session { slot, day, due }) => {
                next(slot, words::due(due, day.weekday()), short_day(day)).into_any()
            }
        }
    };
    view! {
        <div class="page">
            {head(day, fixed(words::TITLE), None)}
            <div class="two">
                <div class="stack">{main}</div>
                <div class="stack">
                    {due()}
                    {week()}
                </div>
            </div>
        </div>
    }
}

fn running() -> impl IntoView {
    let docs = documents();
    let sets = move || docs.draft().with(|d| d.as_ref().map_or(0, |d| d.set_count()));
    view! {
        <section class="card">
            <h2 class="today__title">{words::RUNNING}</h2>
            <p class="muted">{move || words::logged(sets())}</p>
            <a class="button button--primary" href=href(Page::Session)>{words::RESUME}</a>
        </section>
    }
}

fn no_plan() -> impl IntoView {
    view! {
        <section class="card">
            <h2 class="today__title">{words::NO_PLAN}</h2>
            <p class="muted">{words::NO_PLAN_TEXT}</p>
            <a class="button button--primary" href=href(Page::Welcome)>{words::ANSWER}</a>
            {blank()}
        </section>
    }
}

fn finished() -> impl IntoView {
    view! {
        <section class="card">
            <h2 class="today__title">{words::FINISHED}</h2>
            <p class="muted">{words::FINISHED_TEXT}</p>
            <a class="button button--primary" href=href(Page::Plan)>{plan::TITLE}</a>
            {blank()}
        </section>
    }
}

fn blank() -> impl IntoView {
    let docs = documents();
    let open = go(Page::Session);
    let press = Callback::new(move |()| {
        if actions::start_blank(docs, words::BLANK_NAME.to_owned()).is_ok() {
            open();
        }
    });
    view! { <Button label=words::BLANK look=Look::Ghost press /> }
}

fn next(slot: Slot, due: String, day: String) -> impl IntoView {
    let docs = documents();
    let locale = docs.locale();
    let open = go(Page::Session);
    let start = Callback::new(move |()| {
        if actions::start_session(docs, slot).is_ok() {
            open();
        }
    });
    let content = docs.plans().with(|plans| {
        let plan_now = plans.active()?;
        let planned = plan_now.session(slot)?;
        let tally = coverage::session_tally(planned, &OwnExercises::default());
        let totals = Muscle::MAIN
            .into_iter()
            .filter(|muscle| tally.muscle(*muscle).parts() > 0)
            .map(|muscle| {
                view! {
                    <span class=format!("chip {}", names::hue(muscle))>
                        <span class="dot" aria-hidden="true"></span>
                        {format!("{} {}", names::muscle(muscle), locale.sets(tally.muscle(muscle)))}
                    </span>
                }
            })
            .collect_view();
        let exercises = planned
            .exercises
            .iter()
            .map(|one| {
                view! {
                    <li>
                        <span>{docs.exercise_name(&one.exercise)}</span>
                        <span class="muted">{plan::sets(one)}</span>
                    </li>
                }
            })
            .collect_view();
        let about = format!(
            "{} · {} · {} min",
            plan::week(usize::from(slot.week) + 1, plan_now.weeks.len()),
            due,
            minutes::rounded(planned).get()
        );
        Some(view! {
            <p class="muted">{words::NEXT}" · "{day}</p>
            <h2 class="today__title">{plan::session(usize::from(slot.session), planned)}</h2>
            <p class="muted">{about}</p>
            <div class="totals">{totals}</div>
            <ul class="list">{exercises}</ul>
        })
    });
    view! {
        <section class="card">
            {content}
            <Button label=words::START look=Look::Primary press=start />
            {blank()}
        </section>
    }
}

/// What is due: a weigh-in, sleep, a backup.
fn due() -> impl IntoView {
    let docs = documents();
    let weigh = move || {
        let today = docs.today().get();
        docs.profile().with(Option::is_some)
            && docs.safety().with(body_numbers_allowed)
            && !docs.body().with(|body| body.weights.contains_key(&today))
    };
    let sleep = move || {
        let today = docs.today().get();
        docs.profile().with(Option::is_some) && !docs.body().with(|body| body.sleep.contains_key(&today))
    };
    let backup =
        move || docs.settings().with(|s| s.exported_on.is_none()) && docs.log().with(|log| log.len() >= 2);
    move || {
        (weigh() || sleep() || backup()).then(|| {
            view! {
                <section class="card card--flat">
                    <h2 class="muted">{words::DUE}</h2>
                    <div class="list list--tap">
                        {weigh().then(|| view! { <a href=href(Page::Fuel)>{words::WEIGH_IN}</a> })}
                        {sleep().then(|| view! { <a href=href(Page::Fuel)>{words::SLEEP}</a> })}
                        {backup().then(|| view! { <a href=href(Page::Data)>{words::BACKUP}" "{words::BACKUP_GO}</a> })}
                    </div>
                </section>
            }
        })
    }
}

/// This week in one line a muscle.
fn week() -> impl IntoView {
    let docs = documents();
    let derived = derived();
    move || {
        let locale = docs.locale();
        let volume = derived.volume.get();
        docs.profile().with(|profile| {
            let profile = profile.as_ref()?;
            let mut count = 0;
            let rows = Muscle::MAIN
                .map(|muscle| {
                    let band = profile.band(muscle);
                    let stands = standing(&volume.done, muscle, band);
                    count += usize::from(stands == Standing::InBand);
                    view! {
                        <li>
                            <span>{names::muscle(muscle)}</span>
                            <span>
                                <b>{locale.sets(volume.done.muscle(muscle))}</b>
                                <span class="muted">{format!(" of {}–{}", band.0, band.1)}</span>
                            </span>
                        </li>
                    }
                })
                .collect_view();
            Some(view! {
                <section class="card card--flat">
                    <div class="row">
                        <h2 class="muted">{words::WEEK}</h2>
                        <a class="button button--chip" href=href(Page::Progress)>{progress::TITLE}</a>
                    </div>
                    <ul class="list">{rows}</ul>
                    <p class="muted">{words::in_band(count, Muscle::MAIN.len(), &locale)}</p>
                </section>
            })
        })
    }
}
