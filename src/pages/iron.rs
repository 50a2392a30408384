//! What the person has to load with: the plates, and how each bar, stack and rack of theirs holds its load.
//! One thing is open at a time. What may be typed is the domain's to say.

use super::card;
use crate::app::actions;
use crate::app::documents::{Documents, documents};
use crate::domain::exercise::Item;
use crate::domain::settings::MassUnit;
use crate::domain::training::loading::form::{
    How, KINDS_MAX, Place, PlateDraft, Problem, ThingDraft, plates,
};
use crate::domain::training::loading::{Inventory, Means};
use crate::i18n::en::{iron as words, names};
use crate::ui::element::{El, Text, fixed, group, of, say, say_as, text, told};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Choice, Field, Look, bare_button, button};
use std::rc::Rc;

const UNITS: [MassUnit; 2] = [MassUnit::Kilograms, MassUnit::Pounds];

/// What is open: the plates, or a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Plates,
    Thing(Item),
}

/// What is typed of a thing, and what is wrong with it once it was to be kept.
type Wrong = State<Option<(Place, Problem)>>;

/// The inventory as it stands: what was said, else the usual; reactive.
fn inventory(docs: Documents) -> Inventory {
    let unit = docs.settings().with(|settings| settings.mass);
    docs.gym().with(|gym| Inventory::known(gym.as_ref(), unit))
}

/// The part of the settings; none for who has nothing that is loaded.
pub(super) fn iron() -> Option<El> {
    let docs = documents();
    let kit = docs.profile().with_untracked(|profile| profile.as_ref().map(|profile| profile.kit))?;
    let usual = Inventory::usual(MassUnit::Kilograms);
    let things: Vec<Item> = kit.items().filter(|item| usual.holder(*item).is_some()).collect();
    if things.is_empty() {
        return None;
    }
    let plated =
        things.iter().any(|item| usual.holder(*item).is_some_and(|h| matches!(h.means, Means::Plates(_))));
    let open = State::new(None::<Open>);
    let first = plated.then_some(Open::Plates);
    let rows = first.into_iter().chain(things.into_iter().map(Open::Thing)).map(|one| row(docs, open, one));
    let said = move || docs.gym().with(Option::is_some);
    let reset = move || {
        button(words::USUAL_ALL, Look::Ghost).press(move || {
            open.set(None);
            actions::usual_gym(docs).ok();
        })
    };
    let about = move || if said() { words::ABOUT_SAID } else { words::ABOUT }.to_owned();
    Some(
        card()
            .set("id", "iron")
            .child(say("h2", words::TITLE))
            .child(of("p", "muted").live_text(about))
            .child(group("div", "iron", rows))
            .shown(said, reset),
    )
}

/// A thing in one line, and below it, while it is open, what may be changed of it.
fn row(docs: Documents, open: State<Option<Open>>, one: Open) -> El {
    let locale = docs.locale();
    let name = match one {
        Open::Plates => words::PLATES,
        Open::Thing(item) => names::item(item),
    };
    let line = move || {
        let all = inventory(docs);
        match one {
            Open::Plates => words::plates(&all.plates, &locale),
            Open::Thing(item) => {
                all.holder(item).map(|h| words::means(&h.means, &locale)).unwrap_or_default()
            }
        }
    };
    let is_open = move || open.get() == Some(one);
    let head = bare_button("edit__head row")
        .live("aria-expanded", move || Some(is_open().to_string()))
        .child(say("b", name))
        .child(of("span", "muted").live_text(line))
        .press(move || open.update(|open| *open = if *open == Some(one) { None } else { Some(one) }));
    of("div", "edit__row").child(head).shown(is_open, move || match one {
        Open::Plates => plates_form(docs, open),
        Open::Thing(item) => thing_form(docs, open, item),
    })
}

fn shown_error(wrong: Wrong, place: Place) -> Text {
    let locale = documents().locale();
    text(move || {
        let found = wrong.get().filter(|(at, _)| *at == place);
        found.map(|(_, problem)| words::problem(problem, &locale)).unwrap_or_default()
    })
}

fn sign(unit: MassUnit) -> &'static str {
    if unit == MassUnit::Pounds { "lb" } else { "kg" }
}

/// Plates by pairs, each in its own unit.
fn plates_form(docs: Documents, open: State<Option<Open>>) -> El {
    let locale = docs.locale();
    let all = untrack(|| inventory(docs));
    let drafts = all.plates.iter().map(|kind| {
        let (_, unit) = kind.plate.stamp();
        PlateDraft { weight: locale.typed(kind.plate.value(), 2), unit, pairs: kind.pairs.to_string() }
    });
    let rows: State<Vec<PlateDraft>> = State::new(drafts.collect());
    // Drawn anew only when rows come or go, not while a number is typed.
    let count = State::new(rows.with_untracked(Vec::len));
    let wrong: Wrong = State::new(None);
    let unit = all.unit;
    let recount = move || count.set(rows.with_untracked(Vec::len));
    let add = move || {
        button(words::ADD, Look::Ghost).set("id", "plate-add").press(move || {
            rows.update(|rows| rows.push(PlateDraft { weight: String::new(), unit, pairs: "1".into() }));
            recount();
        })
    };
    let remove = move |at: usize| {
        rows.update(|rows| {
            if at < rows.len() {
                rows.remove(at);
            }
        });
        wrong.set(None);
        recount();
    };
    let save =
        button(words::SAVE, Look::Ghost).press(move || match rows.with_untracked(|rows| plates(rows)) {
            Ok(found) => {
                wrong.set(None);
                if actions::set_plates(docs, &found).is_ok() {
                    open.set(None);
                }
            }
            Err(found) => wrong.set(Some(found)),
        });
    let listed = move || {
        let count = count.get();
        untrack(|| {
            let row = |at| {
                let gone = button(words::REMOVE, Look::Ghost).set("aria-label", words::remove(at + 1));
                plate_row(rows, wrong, at).child(gone.press(move || remove(at)))
            };
            (0..count).map(row).collect::<Vec<El>>()
        })
    };
    let room = move || count.get() < KINDS_MAX;
    of("div", "edit__controls")
        .child(say_as("p", "muted", words::PLATES_ABOUT))
        .child(of("div", "stack").part(listed))
        .child(of("div", "buttons").shown(room, add).child(save))
}

fn plate_row(rows: State<Vec<PlateDraft>>, wrong: Wrong, at: usize) -> El {
    let change = move |how: &dyn Fn(&mut PlateDraft)| {
        wrong.set(None);
        rows.update(|rows| {
            if let Some(row) = rows.get_mut(at) {
                how(row);
            }
        });
    };
    let names = PLATE_FIELDS.get(at).copied().unwrap_or(("plate", "pairs"));
    let field = |name, label, place: Place, of: fn(&mut PlateDraft) -> &mut String| {
        Field {
            name,
            label,
            value: text(move || {
                rows.with(|rows| rows.get(at).map(|row| of(&mut row.clone()).clone()).unwrap_or_default())
            }),
            on_type: told(move |typed: String| change(&|row| of(row).clone_from(&typed))),
            unit: fixed(""),
            hint: "",
            error: shown_error(wrong, place),
            number: true,
        }
        .draw()
    };
    let weight = field(names.0, words::WEIGHT, Place::Plate(at), |row| &mut row.weight);
    let pairs = field(names.1, words::PAIRS, Place::Pairs(at), |row| &mut row.pairs);
    let unit = move || rows.with(|rows| rows.get(at).map_or(MassUnit::Kilograms, |row| row.unit));
    let other = bare_button("button")
        .live_text(move || sign(unit()).to_owned())
        .live("aria-label", move || Some(words::unit_of(at + 1, sign(unit()))))
        .press(move || {
            change(&|row| {
                row.unit = match row.unit {
                    MassUnit::Kilograms => MassUnit::Pounds,
                    MassUnit::Pounds => MassUnit::Kilograms,
                };
            });
        });
    of("div", "iron__plate")
        .set("role", "group")
        .set("aria-label", words::row(at + 1))
        .child(weight)
        .child(other)
        .child(pairs)
}

/// Names of the fields of each row.
const PLATE_FIELDS: [(&str, &str); KINDS_MAX] = [
    ("plate-1", "pairs-1"),
    ("plate-2", "pairs-2"),
    ("plate-3", "pairs-3"),
    ("plate-4", "pairs-4"),
    ("plate-5", "pairs-5"),
    ("plate-6", "pairs-6"),
    ("plate-7", "pairs-7"),
    ("plate-8", "pairs-8"),
    ("plate-9", "pairs-9"),
    ("plate-10", "pairs-10"),
    ("plate-11", "pairs-11"),
    ("plate-12", "pairs-12"),
    ("plate-13", "pairs-13"),
    ("plate-14", "pairs-14"),
    ("plate-15", "pairs-15"),
    ("plate-16", "pairs-16"),
];

/// How a thing holds its load.
fn thing_form(docs: Documents, open: State<Option<Open>>, item: Item) -> El {
    let locale = docs.locale();
    let all = untrack(|| inventory(docs));
    let means = all.holder(item).map_or(Means::Listed(Vec::new()), |holder| holder.means);
    let draft = State::new(ThingDraft::of(&means, all.unit, &|number| locale.typed(number, 2)));
    let wrong: Wrong = State::new(None);
    let change = move |how: &dyn Fn(&mut ThingDraft)| {
        wrong.set(None);
        draft.update(how);
    };
    let how = Choice {
        name: "iron-how",
        legend: words::HOW.to_owned(),
        options: words::HOWS.map(str::to_owned).to_vec(),
        chosen: Rc::new(move || draft.with(|draft| How::ALL.iter().position(|how| *how == draft.how))),
        choose: told(move |at: usize| {
            if let Some(how) = How::ALL.get(at) {
                change(&|draft| draft.how = *how);
            }
        }),
        tall: true,
    };
    let unit = Choice {
        name: "iron-unit",
        legend: words::UNIT.to_owned(),
        options: UNITS.map(|unit| sign(unit).to_owned()).to_vec(),
        chosen: Rc::new(move || draft.with(|draft| UNITS.iter().position(|unit| *unit == draft.unit))),
        choose: told(move |at: usize| {
            if let Some(unit) = UNITS.get(at) {
                change(&|draft| draft.unit = *unit);
            }
        }),
        tall: false,
    };
    let field = move |name, label, place: Place, hint, at: fn(&mut ThingDraft) -> &mut String| {
        Field {
            name,
            label,
            value: text(move || draft.with(|draft| at(&mut draft.clone()).clone())),
            on_type: told(move |typed: String| change(&|draft| at(draft).clone_from(&typed))),
            unit: text(move || draft.with(|draft| sign(draft.unit).to_owned())),
            hint,
            error: shown_error(wrong, place),
            number: place != Place::List,
        }
        .draw()
    };
    let chosen = Computed::new(move || draft.with(|draft| draft.how as u8));
    let fields = move || {
        chosen.get();
        untrack(|| match draft.with(|draft| draft.how) {
            How::Plates => field("iron-bar", words::BAR, Place::Bar, words::BAR_HINT, |draft| &mut draft.bar),
            How::Even => of("div", "fields")
                .child(field("iron-least", words::LEAST, Place::Least, "", |draft| &mut draft.least))
                .child(field("iron-most", words::MOST, Place::Most, "", |draft| &mut draft.most))
                .child(field("iron-step", words::STEP, Place::Step, "", |draft| &mut draft.step)),
            How::Listed => {
                field("iron-list", words::LIST, Place::List, words::LIST_HINT, |draft| &mut draft.list)
            }
        })
    };
    let keep = move |means: Option<&Means>| {
        if actions::set_means(docs, item, means).is_ok() {
            open.set(None);
        }
    };
    let save =
        button(words::SAVE, Look::Ghost).press(move || match draft.with_untracked(ThingDraft::check) {
            Ok(means) => keep(Some(&means)),
            Err(found) => wrong.set(Some(found)),
        });
    let usual = button(words::USUAL, Look::Ghost).press(move || keep(None));
    of("div", "edit__controls")
        .child(how.draw())
        .child(unit.draw())
        .child(of("div", "stack").part(fields))
        .child(of("div", "buttons").child(save).child(usual))
}
