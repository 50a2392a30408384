//! Doing and logging a session: one exercise at a time, one tap a set.

mod entry;
mod exercise;
mod loading;
mod pain;
mod panels;
mod pick;
mod rest;
mod rows;
mod swap;
mod tempo;
mod tools;
mod trial;
mod typing;

use super::{card, page, stopped};
use crate::app::actions;
use crate::app::device;
use crate::app::documents::documents;
use crate::app::transaction::ActionError;
use crate::app::{go, go_of, href};
use crate::domain::calendar::Day;
use crate::domain::exercise::ExerciseId;
use crate::domain::plan::schedule;
use crate::domain::training::editing::{WrongDay, day_of_session};
use crate::i18n::en::{plan as plan_words, session as words, stopped as stopped_words, today as today_words};
use crate::i18n::{full_day, short_day};
use crate::routes::Page;
use crate::ui::element::{El, el, fixed, of, say, say_as, text};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Look, bare_button, button, link_button};

/// How soon after the page the sound is made ready, milliseconds: while the person still reads what is asked.
const SOUND_MS: i32 = 50;

/// The session page.
pub fn session() -> El {
    let docs = documents();
    let running = Computed::new(move || {
        let standing = docs.safety().with(|answers| answers.standing(docs.today().get()));
        (docs.draft().with(|draft| draft.as_ref().map(|d| d.id)), standing)
    });
    el("div").part(move || match running.get() {
        (Some(_), _) => untrack(live),
        (None, standing) if standing.is_empty() => untrack(idle),
        (None, standing) => untrack(|| {
            page(fixed(""), fixed(stopped_words::TITLE), None)
                .child(stopped::stopped(&standing))
                .child(earlier())
        }),
    })
}

/// No session runs: to today, or one of an earlier day.
fn idle() -> El {
    page(fixed(""), fixed(words::NONE_RUNNING), None)
        .child(card().child(say_as("p", "muted", words::NONE_TEXT)).child(link_button(
            words::TO_TODAY,
            Look::Primary,
            href(Page::Today),
        )))
        .child(earlier())
}

/// A session that was done before today: the day, which one, and then it is logged like any other.
fn earlier() -> El {
    let docs = documents();
    let today = docs.today().get_untracked();
    let day = State::new(today.plus(-1).to_string());
    let chosen = State::new(0_usize);
    let slots = docs.plans().with_untracked(|plans| {
        let Some(plan) = plans.active() else { return Vec::new() };
        docs.log().with_untracked(|log| {
            let open = plan.slots().filter(|(slot, ..)| !schedule::is_done(log, Some(plan), *slot));
            let near = open.filter(|(_, day, _)| *day <= today.plus(7));
            near.map(|(slot, day, planned)| {
                (slot, day, plan_words::session(usize::from(slot.session), planned))
            })
            .collect::<Vec<_>>()
        })
    });
    let slots = slots.get(slots.len().saturating_sub(6)..).unwrap_or_default().to_vec();
    let mut options = vec![say("option", today_words::BLANK_NAME).set("value", "0")];
    options.extend(slots.iter().enumerate().map(|(place, (_, day, name))| {
        say("option", format!("{name} · {}", short_day(*day))).set("value", (place + 1).to_string())
    }));
    let date = of("input", "field__input field__box")
        .set("id", "earlier-day")
        .set("type", "date")
        .set("max", today.to_string())
        .live_value(move || day.get())
        .on_value("change", move |typed| day.set(typed));
    let select = of("select", "field__input field__box")
        .set("id", "earlier-session")
        .all(options)
        .on_value("change", move |value| chosen.set(value.parse().unwrap_or(0)));
    let wrong = State::new("");
    let start = button(words::EARLIER_GO, Look::Ghost).press(move || {
        let slot = chosen.get_untracked().checked_sub(1).and_then(|at| slots.get(at)).map(|(slot, ..)| *slot);
        let age = docs.profile().with_untracked(|profile| profile.as_ref().map(|profile| profile.age));
        let day = Day::parse(&day.get_untracked());
        wrong.set(match day.map(|day| (day, day_of_session(day, docs.today().get_untracked(), age))) {
            Ok((_, Err(WrongDay::Unborn))) => words::EARLIER_UNBORN,
            Ok((day, Ok(()))) => match actions::start_earlier(docs, day, slot, today_words::BLANK_NAME) {
                Ok(()) => "",
                Err(ActionError::Forbidden) => words::EARLIER_STOPPED,
                Err(_) => words::EARLIER_WRONG,
            },
            _ => words::EARLIER_WRONG,
        });
    });
    let field = |label: &str, input: El| {
        of("label", "field").child(say_as("span", "field__label", label)).child(input)
    };
    let error = move || wrong.get().to_owned();
    of("details", "card")
        .child(say_as("summary", "field__label", words::EARLIER).set("id", "earlier"))
        .child(field(words::EARLIER_DAY, date))
        .child(field(words::EARLIER_WHAT, select))
        .child(of("p", "field__error").set("aria-live", "polite").live_text(error))
        .child(start)
}

/// The place and id of the exercise on the screen; they change only when another one is shown.
type Shown = Computed<Option<(usize, ExerciseId)>>;

fn live() -> El {
    let docs = documents();
    let shown: Shown = Computed::new(move || {
        docs.draft().with(|draft| {
            let draft = draft.as_ref()?;
            let place = draft.current.min(draft.exercises.len().checked_sub(1)?);
            Some((place, draft.exercises.get(place)?.exercise.clone()))
        })
    });
    let title = move || match shown.get() {
        Some((_, id)) => docs.exercise_name(&id),
        None => words::EMPTY.to_owned(),
    };
    let above = move || {
        let place = shown.with(|shown| shown.as_ref().map_or(0, |(place, _)| place + 1));
        let (count, day) =
            docs.draft().with(|draft| draft.as_ref().map(|d| (d.exercises.len(), d.day))).unzip();
        let place = words::place(place, count.unwrap_or(0));
        match day.filter(|day| *day != docs.today().get()) {
            Some(day) => format!("{} · {place}", full_day(day)),
            None => place,
        }
    };
    let exercise = move || shown.get().map(|(place, id)| untrack(|| exercise::exercise(place, &id)));
    if docs.settings().with_untracked(|settings| settings.signals.sound) {
        device::after(SOUND_MS, device::prepare_sound);
    }
    page(text(above), text(title), None)
        .child(strip(shown))
        .part(exercise)
        .child(extra())
        .child(end())
        .part(rest::bar())
}

/// The exercises in a strip; the one on the screen is marked, finished ones have a tick.
fn strip(shown: Shown) -> El {
    let docs = documents();
    let items = Computed::new(move || {
        docs.draft().with(|draft| {
            let list = draft.iter().flat_map(|draft| &draft.exercises);
            list.map(|one| (one.exercise.clone(), one.is_complete())).collect::<Vec<_>>()
        })
    });
    let buttons = move || {
        let one = |(place, (id, done)): (usize, (ExerciseId, bool))| {
            let current = move || shown.with(|s| s.as_ref().is_some_and(|(at, _)| *at == place));
            bare_button("strip__item")
                .live("aria-current", move || current().then(|| "step".to_owned()))
                .flag("data-done", done)
                .press(move || {
                    actions::go_to(docs, place).ok();
                })
                .text(if done { "✓ " } else { "" })
                .text(docs.exercise_name(&id))
        };
        items.get().into_iter().enumerate().map(one).collect::<Vec<El>>()
    };
    of("nav", "strip").set("aria-label", words::EXERCISES).part(buttons)
}

/// Adds an exercise that the plan did not ask for.
fn extra() -> El {
    let docs = documents();
    let add = move |id: &ExerciseId| {
        actions::add_exercise(docs, id).ok();
    };
    pick::pick("add", words::ADD, std::rc::Rc::new(add)).set("class", "card")
}

/// Finishing and discarding.
fn end() -> El {
    let docs = documents();
    let rows = move || docs.draft().with(|d| d.as_ref().map_or(0, |d| d.set_count()));
    let asked = move || {
        let sets = docs.draft().with(|d| d.as_ref().map_or(0, |d| d.work_sets()));
        words::finish_ask((rows() > 0).then_some(sets))
    };
    let (to_outcome, to_today) = (go_of(Page::Workout), go(Page::Today));
    let finish =
        button(words::FINISH, Look::Ghost).live_flag("disabled", move || rows() == 0).press(move || {
            let id = docs.draft().with_untracked(|draft| draft.as_ref().map(|draft| draft.id.to_string()));
            if let (Ok(()), Some(id)) = (actions::finish_session(docs), id) {
                device::persist();
                to_outcome(&id);
            }
        });
    let discard = button(words::DISCARD, Look::Danger).press(move || {
        if actions::discard_session(docs).is_ok() {
            to_today();
        }
    });
    card().child(of("p", "muted").live_text(asked)).child(of("div", "buttons").child(finish).child(discard))
}
