//! One recorded session: what it came to, and everything in it, to be changed.

use super::editor::editor;
use super::outcome::outcome;
use super::{heading, missing, name_of};
use crate::app::documents::documents;
use crate::app::{actions, asked, go, href_of};
use crate::domain::calendar::Day;
use crate::domain::id::SessionId;
use crate::domain::training::editing::{Place, day_of_session};
use crate::domain::training::reopening::reopened;
use crate::domain::training::{ExerciseWork, Session, Source};
use crate::i18n::en::history as words;
use crate::pages::{card, flat, page, stack, two};
use crate::routes::Page;
use crate::ui::element::{El, el, of, say, say_as, text};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Look, bare_button, button};
use std::rc::Rc;

/// The session that the address names.
pub fn workout() -> El {
    let id = asked();
    el("div").part(move || {
        let named = id.get().and_then(|id| SessionId::parse(&id).ok());
        untrack(|| match named {
            Some(id) => known(id),
            None => missing(words::GONE, words::GONE_TEXT),
        })
    })
}

fn known(id: SessionId) -> El {
    let docs = documents();
    let session = Computed::new(move || docs.log().with(|log| log.find(id).cloned()));
    let there = Computed::new(move || session.with(Option::is_some));
    el("div").part(move || {
        if there.get() { untrack(|| shown(id, session)) } else { missing(words::GONE, words::GONE_TEXT) }
    })
}

fn shown(id: SessionId, session: Computed<Option<Session>>) -> El {
    let docs = documents();
    let open = State::new(None::<Place>);
    let year = move || docs.today().get().year();
    let above = move || {
        session.with(|s| s.as_ref().map(|s| words::when(s.day, s.lasted, year()))).unwrap_or_default()
    };
    let title = move || session.with(|s| s.as_ref().map(name_of)).unwrap_or_default();
    let odd = move || {
        let today = docs.today().get();
        session.with(|session| {
            let session = session.as_ref()?;
            if session.day > today {
                return Some(say_as("p", "warn", words::FUTURE));
            }
            let unknown = session.lasted.is_none() && session.source == Source::Legwork;
            unknown.then(|| say_as("p", "muted", words::NO_DURATION))
        })
    };
    let summed = move || session.with(|s| s.as_ref().map(|s| untrack(|| outcome(s))));
    let sets = move || {
        session.with(|session| {
            let Some(session) = session.as_ref() else { return Vec::new() };
            if session.exercises.is_empty() {
                return vec![card().child(say_as("p", "muted", words::NO_SETS))];
            }
            let all = session.exercises.iter().enumerate();
            all.map(|(place, work)| untrack(|| exercise(id, place, work, open))).collect::<Vec<El>>()
        })
    };
    let left = stack().part(odd).part(summed).child(about(id, session));
    let right = stack().part(sets);
    page(text(above), text(title), None).child(two(left, right))
}

/// Note, day, and what becomes of the whole.
fn about(id: SessionId, session: Computed<Option<Session>>) -> El {
    let docs = documents();
    let note = move || session.with(|s| s.as_ref().map(|s| s.note.clone())).unwrap_or_default();
    let day = Computed::new(move || session.with(|s| s.as_ref().map(|s| s.day)));
    let wrong = State::new("");
    let note = of("input", "field__input field__box")
        .set("id", "note")
        .set("type", "text")
        .set("maxlength", "2000")
        .set("autocomplete", "off")
        .live_value(note)
        .on_value("change", move |typed| {
            // Deleted elsewhere meanwhile: the page says so by itself.
            actions::note_session(docs, id, None, &typed).ok();
        });
    let field = of("input", "field__input field__box")
        .set("id", "day")
        .set("type", "date")
        .set("aria-describedby", "day-error")
        .live_value(move || day.get().map(|day| day.to_string()).unwrap_or_default())
        .on_value("change", move |typed| {
            let today = docs.today().get_untracked();
            let age = docs.profile().with_untracked(|profile| profile.as_ref().map(|profile| profile.age));
            let problem = match Day::parse(&typed) {
                Ok(to) => match day_of_session(to, today, age) {
                    Ok(()) => {
                        if day.get_untracked() != Some(to) {
                            actions::move_session(docs, id, to).ok();
                        }
                        ""
                    }
                    Err(problem) => words::wrong_day(problem),
                },
                Err(_) => words::NOT_A_DAY,
            };
            wrong.set(problem);
        });
    let labelled = |id: &str, label: &str, field: El| {
        of("div", "field").child(say_as("label", "field__label", label).set("for", id)).child(field)
    };
    let error = of("p", "field__error")
        .set("id", "day-error")
        .set("aria-live", "polite")
        .live_text(move || wrong.get().to_owned());
    let to_history = go(Page::History);
    let delete = button(words::DELETE, Look::Danger).press(move || {
        if actions::delete_session(docs, id).is_ok() {
            to_history();
        }
    });
    let can = Computed::new(move || {
        docs.draft().with(Option::is_none)
            && session.with(|session| {
                let plans = |session: &Session| docs.plans().with(|plans| reopened(session, plans).is_some());
                session.as_ref().is_some_and(plans)
            })
    });
    let reopen = move || {
        can.get().then(|| {
            untrack(|| {
                let to_session = go(Page::Session);
                button(words::REOPEN, Look::Ghost).set("title", words::REOPEN_TEXT).press(move || {
                    if actions::reopen_session(docs, id).is_ok() {
                        to_session();
                    }
                })
            })
        })
    };
    card()
        .child(labelled("note", words::NOTE, note))
        .child(labelled("day", words::DAY, field).child(error))
        .child(of("div", "buttons").part(reopen).child(delete))
}

fn exercise(id: SessionId, place: usize, work: &ExerciseWork, open: State<Option<Place>>) -> El {
    let docs = documents();
    let name = docs.exercise_name(&work.exercise);
    let link = el("a").set("href", href_of(Page::Exercise, work.exercise.as_str())).text(&name);
    let rows = work
        .sets
        .iter()
        .enumerate()
        .map(|(set, _)| row(id, Place { exercise: place, set }, work, &name, open));
    let mut drawn = flat().child(heading("").child(link)).child(el("ol").all(rows));
    if let Some(pain) = work.pain {
        drawn = drawn.child(say_as("p", if pain.counts() { "warn" } else { "muted" }, words::pain(pain)));
    }
    if !work.note.is_empty() {
        drawn = drawn.child(say_as("p", "muted", &work.note));
    }
    let again = work.sets.last().cloned().map(|last| {
        button(words::ADD_SET, Look::Chip)
            .set("id", format!("add-{place}"))
            .set("aria-label", words::add_set(&name))
            .press(move || {
                actions::add_set(docs, id, place, &last).ok();
            })
    });
    drawn.child(of("div", "row").maybe(again))
}

fn row(id: SessionId, place: Place, work: &ExerciseWork, name: &str, open: State<Option<Place>>) -> El {
    let docs = documents();
    let locale = docs.locale();
    let Some(set) = work.sets.get(place.set).cloned() else { return el("li") };
    let button_id = format!("set-{}-{}", place.exercise, place.set);
    let head = bare_button("edit__head set-row")
        .set("id", &button_id)
        .live_bool("aria-expanded", move || open.get() == Some(place))
        .child(say_as("span", "visually-hidden", words::change_set(place.set + 1, name)))
        .child(say("span", (place.set + 1).to_string()).set("aria-hidden", "true"))
        .child(say("span", words::set(&set, docs.units(), &locale)))
        .child(say_as("span", "muted", words::effort(&set, &locale)))
        .press(move || {
            let shown = open.get_untracked() == Some(place);
            open.set((!shown).then_some(place));
        });
    let close: Rc<dyn Fn()> = Rc::new(move || open.set(None));
    let exercise = work.exercise.clone();
    el("li").child(head).shown(
        move || open.get() == Some(place),
        move || editor(id, place, &exercise, set.clone(), close.clone()),
    )
}
