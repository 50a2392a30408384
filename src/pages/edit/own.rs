//! The person's own exercises: described by a name and what they train, kept, described anew, let go.

use super::select::select;
use super::{Desk, SETS_NEW};
use crate::app::actions;
use crate::app::documents::Documents;
use crate::domain::anatomy::{Credit, Function};
use crate::domain::exercise::{CATALOGUE, CustomExercise, ExerciseId, OwnProblem, find};
use crate::domain::plan::edit::{Edit, usual_own};
use crate::i18n::en::{edit as words, names as muscles};
use crate::pages::card;
use crate::ui::element::{El, el, fixed, group, of, part, say, say_as, text, told};
use crate::ui::state::{State, untrack};
use crate::ui::{Field, Look, button};
use std::rc::Rc;

/// Those that can be planned, with their names; live.
pub fn names(docs: Documents) -> Vec<(ExerciseId, String)> {
    docs.exercises()
        .with(|own| own.trainable().into_iter().map(|one| (one.id.clone(), one.name.clone())).collect())
}

/// Describes a new exercise, which then comes into a session, or one that there is anew.
pub fn form(desk: Desk, session: Option<u8>, id: Option<&ExerciseId>) -> El {
    let docs = desk.docs;
    let known = id.and_then(|id| docs.exercises().with_untracked(|own| own.list.get(id).cloned()));
    let name = State::new(known.as_ref().map_or_else(String::new, |one| one.name.clone()));
    let credit = known.as_ref().map_or(Credit::NONE, |one| one.credit);
    let halves = State::new(Function::ALL.map(|function| credit.halves(function)));
    let like = State::new(known.as_ref().and_then(|one| Some(one.like.as_ref()?.built_in()?.slug)));
    let wrong = State::new(None::<OwnProblem>);
    let field = Field {
        name: "own-name",
        label: words::OWN_NAME,
        value: text(move || name.get()),
        on_type: told(move |typed| name.set(typed)),
        unit: fixed(""),
        hint: "",
        error: text(move || match wrong.get() {
            Some(OwnProblem::NoMuscle) | None => String::new(),
            Some(problem) => words::own_problem(problem).to_owned(),
        }),
        number: false,
    };
    let rows: Vec<_> = CATALOGUE.iter().filter(|row| !row.credit.is_none()).collect();
    let mut options = vec![words::CHOOSE.to_owned()];
    options.extend(rows.iter().map(|row| row.name.to_owned()));
    let alike = rows.clone();
    let chosen =
        move || like.with(|like| alike.iter().position(|row| Some(row.slug) == *like).map_or(0, |at| at + 1));
    let template = select(
        "own-like",
        words::OWN_LIKE,
        &options,
        Rc::new(chosen),
        Rc::new(move |place: usize| {
            let row = place.checked_sub(1).and_then(|place| rows.get(place));
            like.set(row.map(|row| row.slug));
            if let Some(row) = row {
                halves.set(Function::ALL.map(|function| row.credit.halves(function)));
            }
        }),
    );
    let trained = Function::ALL.into_iter().enumerate().map(|(at, function)| {
        let now = move || halves.with(|halves| usize::from(halves.get(at).copied().unwrap_or(0)));
        let options = words::CREDITS.map(str::to_owned).to_vec();
        let label = words::trained(function);
        select(
            &format!("own-{at}"),
            &label,
            &options,
            Rc::new(now),
            Rc::new(move |chosen: usize| {
                halves.update(|halves| {
                    if let (Some(slot), Ok(chosen)) = (halves.get_mut(at), u8::try_from(chosen)) {
                        *slot = chosen;
                    }
                });
            }),
        )
    });
    let problem = move || matches!(wrong.get(), Some(OwnProblem::NoMuscle));
    let lacking = move || if problem() { words::own_problem(OwnProblem::NoMuscle) } else { "" };
    let id = id.cloned();
    let save = button(words::OWN_KEEP, Look::Primary).press(move || {
        let mut pairs = Function::ALL.map(|function| (function, 0));
        for ((_, slot), halves) in pairs.iter_mut().zip(halves.get_untracked()) {
            *slot = halves;
        }
        let described = docs
            .exercises()
            .with_untracked(|own| own.describe(id.as_ref(), &name.get_untracked(), Credit::of(&pairs)));
        wrong.set(described.as_ref().err().copied());
        let row = like.get_untracked().and_then(find);
        let described = described.map(|one| CustomExercise { like: row.map(ExerciseId::from), ..one });
        if let Ok(one) = described
            && actions::keep_exercise(docs, &one).is_ok()
        {
            desk.making.set(None);
            if let Some(session) = session {
                let one = usual_own(&one.id, row, SETS_NEW);
                desk.apply(&Edit::Add { session, at: u8::MAX, one });
            }
        }
    });
    let leave = button(words::CANCEL, Look::Ghost).press(move || desk.making.set(None));
    of("div", "edit__controls")
        .set("id", "own-form")
        .set("role", "group")
        .set("aria-label", words::OWN_NEW)
        .child(field.draw())
        .child(template)
        .child(say_as("p", "muted", words::OWN_TEXT))
        .child(group("div", "fields", trained))
        .child(of("p", "field__error").set("role", "alert").live_text(move || lacking().to_owned()))
        .child(save)
        .child(leave)
}

/// All of them, with what can be done about each.
pub fn list(desk: Desk) -> El {
    let docs = desk.docs;
    let refused = State::new("");
    let rows = move || {
        let rows = names(docs).into_iter().map(|(id, name)| {
            let credit = docs.exercises().with_untracked(|own| own.credit(&id));
            let trains = Function::ALL.into_iter().filter(|function| credit.halves(*function) > 0);
            let mut said = String::new();
            for function in trains {
                let muscle = muscles::muscle(function.muscle());
                if !said.contains(muscle) {
                    said.push_str(if said.is_empty() { " " } else { ", " });
                    said.push_str(muscle);
                }
            }
            let about = el("span").child(say("b", name)).child(say_as("span", "muted", said));
            let (anew, gone) = (id.clone(), id);
            let change = button(words::OPEN, Look::Chip)
                .press(move || desk.making.set(Some((None, Some(anew.clone())))));
            let remove = button(words::LET_GO, Look::Chip).press(move || {
                let kept = actions::remove_exercise(docs, &gone).is_err();
                refused.set(if kept { words::OWN_USED } else { "" });
            });
            el("li").child(about).child(of("span", "buttons").child(change).child(remove))
        });
        group("ul", "list", rows.collect::<Vec<El>>())
    };
    let make = button(words::OWN_NEW, Look::Ghost).press(move || desk.making.set(Some((None, None))));
    let open = move || match desk.making.get() {
        Some((None, id)) => part([untrack(|| form(desk, None, id.as_ref()))]),
        _ => part([]),
    };
    card()
        .set("id", "own")
        .child(say("h2", words::OWN))
        .part(rows)
        .child(of("p", "warn").set("role", "status").live_text(move || refused.get().to_owned()))
        .child(make)
        .part(open)
}
