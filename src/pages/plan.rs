//! The block: its weeks, its sessions, what it promises and what yields.

use super::{fixed, head};
use crate::app::actions;
use crate::app::documents::documents;
use crate::app::href;
use crate::domain::anatomy::Muscle;
use crate::domain::athlete::Profile;
use crate::domain::exercise::{OwnExercises, Pattern};
use crate::domain::plan::{Phase, Plan as Block, PlannedSession, coverage, minutes, schedule};
use crate::i18n::en::{names, plan as words, session, today};
use crate::i18n::weekday;
use crate::routes::Page;
use crate::ui::chart::{VolumeChart, VolumeRow, VolumeWords};
use crate::ui::{Button, Icon, Look, Why, icon};
use leptos::prelude::*;

/// The plan page.
#[component]
pub fn Plan() -> impl IntoView {
    let docs = documents();
    let block = Memo::new(move |_| docs.plans().with(|plans| plans.active().cloned()));
    move || match block.get() {
        Some(plan) => shown(plan).into_any(),
        None => view! {
            <div class="page">
                {head(fixed(""), fixed(words::NONE), None)}
                <section class="card">
                    <p class="muted">{today::NO_PLAN_TEXT}</p>
                    <a class="button button--primary" href=href(Page::Welcome)>{today::ANSWER}</a>
                </section>
            </div>
        }
        .into_any(),
    }
}

fn shown(plan: Block) -> impl IntoView {
    let docs = documents();
    let longest = plan
        .weeks
        .iter()
        .flat_map(|week| &week.sessions)
        .map(|session| minutes::rounded(session).get())
        .max()
        .unwrap_or(0);
    let above = words::summary(&plan, longest);
    let now = schedule::week_on(&plan, docs.today().get_untracked()).unwrap_or(0);
    let chosen = RwSignal::new(now);
    let sessions = {
        let plan = plan.clone();
        move || {
            let week = plan.weeks.get(chosen.get())?;
            let cards =
                week.sessions.iter().enumerate().map(|(place, session)| card(place, session)).collect_view();
            Some(cards)
        }
    };
    let profile = docs.profile().get_untracked();
    let promises = profile.as_ref().map(|profile| promises(&plan, profile));
    let compromises = (!plan.compromises.is_empty()).then(|| {
        let locale = docs.locale();
        let list = plan.compromises.iter().map(|one| view! { <li>{words::compromise(one, &locale)}</li> });
        view! {
            <section class="card card--flat">
                <h2 class="row">{words::COMPROMISES}</h2>
                <ul class="list">{list.collect_view()}</ul>
            </section>
        }
    });
    let again = profile.clone().map(|profile| {
        let press = Callback::new(move |()| {
            let answers = docs.safety().get_untracked();
            if let Some(plan) = actions::plan_for(docs, &profile, &answers) {
                actions::accept_plan(docs, &plan).ok();
            }
        });
        view! { <Button label=words::REGENERATE look=Look::Ghost press /> }
    });
    let weekly = profile.map(|profile| {
        view! {
            <section class="card">
                <h2>{words::SETS}</h2>
                <Weekly plan=plan.clone() profile week=chosen.into() />
            </section>
        }
    });
    let edit = view! { <a class="button button--chip" href=href(Page::Welcome)>{words::ANSWERS}</a> };
    view! {
        <div class="page">
            {head(fixed(above), fixed(words::TITLE), Some(edit.into_any()))}
            <div class="two">
                <div class="stack">
                    <section class="card"><Strip plan=plan.clone() chosen /></section>
                    {sessions}
                </div>
                <div class="stack">
                    {weekly}
                    {promises}
                    {compromises}
                    <section class="card">
                        <Why word=words::WHY lines=Signal::stored(words::why()) />
                        <div class="buttons">{again}</div>
                    </section>
                </div>
            </div>
        </div>
    }
}

/// The weeks as columns: how much, and how near failure.
#[component]
fn Strip(plan: Block, chosen: RwSignal<usize>) -> impl IntoView {
    let docs = documents();
    let locale = docs.locale();
    let sets = |week: usize| -> u32 {
        let sessions = plan.weeks.get(week).map(|week| &week.sessions);
        sessions.into_iter().flatten().flat_map(|s| &s.exercises).map(|one| u32::from(one.sets)).sum()
    };
    let most = (0..plan.weeks.len()).map(sets).max().unwrap_or(1).max(1);
    let columns = plan
        .weeks
        .iter()
        .enumerate()
        .map(|(place, week)| {
            let height = f64::from(sets(place)) / f64::from(most) * 56.0;
            let rir = week.sessions.iter().flat_map(|s| &s.exercises).find(|one| {
                one.built_in().is_some_and(|row| row.compound)
            });
            let label = match (week.phase, rir) {
                (Phase::Deload, _) | (_, None) => words::DELOAD.to_owned(),
                (_, Some(one)) => session::rir_range(one.rir, &locale),
            };
            let spoken = format!(
                "{}, {}, {} sets, ",
                words::week(place + 1, plan.weeks.len()),
                words::phase(week.phase),
                sets(place)
            );
            view! {
                <button
                    type="button"
                    class="block__week"
                    aria-pressed=move || if chosen.get() == place { "true" } else { "false" }
                    on:click=move |_| chosen.set(place)
                >
                    <svg class="block__bar" viewBox="0 0 40 56" preserveAspectRatio="none" height="56" aria-hidden="true">
                        <rect y=56.0 - height width="40" height=height rx="5" />
                    </svg>
                    <span class="visually-hidden">{spoken}</span>
                    <span>{label}</span>
                </button>
            }
        })
        .collect_view();
    let count = plan.weeks.len();
    let phases: Vec<Phase> = plan.weeks.iter().map(|week| week.phase).collect();
    let kind = move || phases.get(chosen.get()).map(|phase| words::phase(*phase));
    view! {
        <div class="row">
            <b>{move || words::week(chosen.get() + 1, count)}</b>
            <span class="muted">{kind}</span>
        </div>
        <div class="block" role="group" aria-label=words::WEEKS>{columns}</div>
    }
}

fn card(place: usize, session: &PlannedSession) -> impl IntoView + use<> {
    let docs = documents();
    let rows = session
        .exercises
        .iter()
        .map(|one| {
            let row = one.built_in();
            let mut name = docs.exercise_name(&one.exercise);
            if row.is_some_and(|row| row.pattern == Pattern::Squat) {
                name.push_str(words::PARALLEL);
            }
            let careful = row.is_some_and(|row| {
                docs.profile().with_untracked(|profile| {
                    profile.as_ref().is_some_and(|p| {
                        p.cautions.worst(row.stresses) == crate::domain::athlete::Care::Careful
                    })
                })
            });
            view! {
                <li>
                    <span>
                        {name}
                        {one.paired_with.map(|_| view! { " " <span class="chip">{words::PAIRED}</span> })}
                        {careful.then(|| view! { " " <span class="chip warn">{names::care(crate::domain::athlete::Care::Careful)}</span> })}
                    </span>
                    <span>{words::sets(one)}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card">
            <div class="row">
                <h2>{words::session(place, session)}</h2>
                <span class="muted">{format!("{} · {} min", weekday(session.weekday), minutes::rounded(session).get())}</span>
            </div>
            <ul class="list">{rows}</ul>
        </section>
    }
}

fn promises(plan: &Block, profile: &Profile) -> impl IntoView + use<> {
    let kept = coverage::promises(plan, profile, &OwnExercises::default());
    let list = [
        (words::IN_BAND, kept.in_band),
        (words::HAMSTRINGS, kept.hamstrings),
        (words::CALVES, kept.calves),
        (words::RECTUS, kept.rectus_femoris),
        (words::UNILATERAL, kept.unilateral),
    ];
    let rows = list
        .map(|(name, kept)| {
            let (class, word, mark) =
                if kept { ("good", words::KEPT, Icon::Check) } else { ("warn", words::NOT_KEPT, Icon::Open) };
            view! {
                <li>
                    <span>{name}</span>
                    <span class=format!("row {class}")>{icon(mark)}{word}</span>
                </li>
            }
        })
        .collect_view();
    view! { <section class="card card--flat"><ul class="list">{rows}</ul></section> }
}

/// One line on a plan that is only proposed.
#[component]
pub fn PlanSummary(plan: Block) -> impl IntoView {
    let longest = plan.weeks.iter().flat_map(|week| &week.sessions).map(|s| minutes::rounded(s).get()).max();
    let docs = documents();
    let locale = docs.locale();
    let names = plan.weeks.first().map(|week| {
        let rows = week.sessions.iter().enumerate().map(|(place, session)| {
            view! {
                <li>
                    <span>{words::session(place, session)}</span>
                    <span class="muted">{weekday(session.weekday)}</span>
                </li>
            }
        });
        rows.collect_view()
    });
    let yields =
        plan.compromises.iter().map(|one| view! { <p class="muted">{words::compromise(one, &locale)}</p> });
    view! {
        <p class="muted">{words::summary(&plan, longest.unwrap_or(0))}</p>
        <ul class="list">{names}</ul>
        {yields.collect_view()}
    }
}

/// A week's planned sets against the bands, before anybody has trained it.
#[component]
pub fn Weekly(
    plan: Block,
    profile: Profile,
    /// The week; the last working one where none is given.
    #[prop(optional)]
    week: Option<Signal<usize>>,
) -> impl IntoView {
    let docs = documents();
    let last = plan.weeks.iter().rposition(|week| week.phase == Phase::Working).unwrap_or(0);
    let rows = Signal::derive(move || {
        let locale = docs.locale();
        let Some(week) = plan.weeks.get(week.map_or(last, |week| week.get())) else { return Vec::new() };
        let tally = coverage::week_tally(week, &OwnExercises::default());
        Muscle::MAIN
            .map(|muscle| {
                let (low, high) = profile.band(muscle);
                let sets = tally.muscle(muscle);
                let stands = crate::domain::volume::standing(&tally, muscle, (low, high));
                let verdict = crate::i18n::en::progress::stands(stands);
                let number = locale.sets(sets);
                VolumeRow {
                    key: muscle as u8,
                    label: names::muscle(muscle).to_owned(),
                    hue: names::hue(muscle),
                    done: 0.0,
                    planned: sets.sets(),
                    unverified: 0.0,
                    band: (f64::from(low), f64::from(high)),
                    note: String::new(),
                    verdict: format!("{number}, {verdict}"),
                    cells: ["0".to_owned(), number.clone(), format!("{low}–{high}"), verdict],
                    number,
                }
            })
            .to_vec()
    });
    let words = VolumeWords {
        heads: crate::i18n::en::progress::HEADS,
        table: crate::i18n::en::progress::TABLE,
        group: words::SETS,
    };
    view! { <VolumeChart rows chosen=Signal::stored(u8::MAX) choose=Callback::new(|_| ()) words /> }
}
