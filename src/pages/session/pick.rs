//! Any exercise by its name: the person's own and the catalogue's, from a list or by what is typed. Who asked is
//! told which.

use crate::app::documents::documents;
use crate::domain::exercise::ExerciseId;
use crate::i18n::en::{session as words, tools};
use crate::ui::element::{El, el, fixed, of, say, say_as, text, told};
use crate::ui::state::{State, untrack};
use crate::ui::{Field, bare_button};
use std::rc::Rc;

/// The most that a search names: more are not read between two sets. [our choice]
const NAMED_MAX: usize = 6;

/// Opens to a search and the whole list, which are made when it is opened; `choose` is told what was chosen.
pub fn pick(name: &'static str, title: &str, choose: Rc<dyn Fn(&ExerciseId)>) -> El {
    let docs = documents();
    let open = State::new(false);
    let typed = State::new(String::new());
    let drawn = move || {
        let field = Field {
            name: if name == "add" { "add-search" } else { "swap-search" },
            label: tools::SEARCH,
            value: text(move || typed.get()),
            on_type: told(move |new: String| typed.set(new.chars().take(80).collect())),
            unit: fixed(""),
            hint: "",
            error: text(String::new),
            number: false,
        };
        let press = choose.clone();
        let found = move || {
            let search = typed.get();
            if search.trim().is_empty() {
                return None;
            }
            let found = docs.exercises().with_untracked(|own| {
                let found = own.named(&search).into_iter().take(NAMED_MAX);
                found.map(|(id, name)| (id, name.to_owned())).collect::<Vec<_>>()
            });
            if found.is_empty() {
                return Some(say_as("p", "muted", tools::NOT_FOUND).set("role", "status"));
            }
            let one = |(id, name): (ExerciseId, String)| {
                let choose = press.clone();
                bare_button("substitute").child(say("b", name)).press(move || {
                    typed.set(String::new());
                    choose(&id);
                })
            };
            Some(of("div", "substitutes").all(found.into_iter().map(one)))
        };
        let options = docs.exercises().with_untracked(|own| {
            let option = |(id, name): (ExerciseId, &str)| say("option", name).set("value", id.as_str());
            own.named("").into_iter().map(option).collect::<Vec<El>>()
        });
        let list = of("select", "field__input field__box")
            .set("id", format!("{name}-exercise"))
            .child(say("option", words::CHOOSE).set("value", ""))
            .all(options);
        let (shown, choose) = (list.clone(), choose.clone());
        let list = list.on_value("change", move |slug| {
            if let Ok(id) = ExerciseId::parse(&slug) {
                choose(&id);
                shown.choose("");
            }
        });
        let list = of("label", "field").child(say_as("span", "field__label", words::CHOOSE)).child(list);
        el("div").class("stack stack--tight").child(field.draw()).part(found).child(list)
    };
    of("details", "")
        .child(say_as("summary", "field__label", title))
        .shown(move || open.get(), move || untrack(&drawn))
        .on("toggle", move |_| {
            if !open.get_untracked() {
                open.set(true);
            }
        })
}
