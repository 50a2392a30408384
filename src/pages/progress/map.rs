//! The legs of one week: every muscle on a drawing, signed by how it stands, and the same in words.

use super::chosen::{Chosen, bands};
use super::export::{Sheet, export};
use super::{card, flat, stack, two};
use crate::app::documents::documents;
use crate::app::href;
use crate::domain::anatomy::{Function, Muscle};
use crate::domain::units::SetCount;
use crate::domain::volume::{Standing, standing};
use crate::i18n::Locale;
use crate::i18n::en::progress;
use crate::i18n::en::{names, progress::map as words};
use crate::routes::Page;
use crate::ui::chart::{LEGS_SIZE, LegPart, Legs, Sign};
use crate::ui::element::{El, el, group, of, say, say_as, svg};
use crate::ui::state::{Computed, untrack};
use std::rc::Rc;

/// How one muscle stands.
#[derive(Debug, Clone, PartialEq)]
struct Stand {
    muscle: Muscle,
    sets: SetCount,
    standing: Standing,
    band: (u8, u8),
}

/// The parts of the drawing with the function that each shows.
const PARTS: [(LegPart, Function); 9] = [
    (LegPart::Hip, Function::Abductors),
    (LegPart::FrontMiddle, Function::RectusFemoris),
    (LegPart::FrontSides, Function::Vasti),
    (LegPart::Inner, Function::Adductors),
    (LegPart::Shin, Function::Tibialis),
    (LegPart::Buttock, Function::GluteusMaximus),
    (LegPart::Back, Function::HipHamstrings),
    (LegPart::CalfHeads, Function::Gastrocnemius),
    (LegPart::CalfBase, Function::Soleus),
];

/// The map.
pub(super) fn map(chosen: Chosen) -> El {
    let docs = documents();
    let stands = Computed::new(move || {
        let bands = bands();
        chosen.done.with(|done| {
            let all = Muscle::ALL.into_iter().zip(bands);
            all.map(|(muscle, band)| Stand {
                muscle,
                sets: done.done.muscle(muscle),
                standing: standing(&done.done, muscle, band),
                band,
            })
            .collect::<Vec<_>>()
        })
    });
    let drawn = move || {
        let week = chosen.week_text();
        stands.with(|stands| untrack(|| legs(stands, &week).draw()))
    };
    let legend = words::LEGEND.iter().map(|(sign, text)| {
        let class =
            if sign.is_empty() { "legs__part".to_owned() } else { format!("legs__part legs__part--{sign}") };
        let swatch =
            svg("rect").class(&class).set("x", "1").set("y", "1").set("width", "20").set("height", "14");
        let swatch = svg("svg")
            .class("legs__sign")
            .set("viewBox", "0 0 22 16")
            .set("aria-hidden", "true")
            .child(swatch);
        of("span", "chip").child(swatch).child(say("span", format!("\u{a0}{text}")))
    });
    let rows = move || {
        let locale = docs.locale();
        let row =
            |stand: &Stand| {
                let about = of("span", "list__text")
                    .child(say("b", names::muscle(stand.muscle)))
                    .child(say_as("span", "muted", in_words(stand)));
                let muscle = stand.muscle;
                let see = el("a")
                    .set("href", href(Page::Progress))
                    .set("aria-label", format!("{}: {}", words::SEE, names::muscle(muscle)))
                    .text(words::SEE)
                    .press(move || chosen.look_at(muscle));
                el("li").child(about).child(say("b", locale.sets(stand.sets))).child(see)
            };
        stands.with(|stands| untrack(|| group("ul", "list", stands.iter().map(row))))
    };
    let sheet = move || {
        stands.with_untracked(|stands| {
            let row = |stand: &Stand| {
                let band = stand.band;
                let cells = [names::muscle(stand.muscle).to_owned(), Locale::default().sets(stand.sets)];
                let mut cells: Vec<String> = cells.into();
                cells.extend([band.0.to_string(), band.1.to_string(), in_words(stand)]);
                cells
            };
            stands.iter().map(row).collect()
        })
    };
    let saves = export(Sheet {
        drawing: "legs",
        size: LEGS_SIZE,
        name: Rc::new(move || untrack(|| chosen.week_text())),
        heads: words::SHEET_HEADS.into(),
        rows: Rc::new(sheet),
    });
    let main = card().child(el("div").part(drawn)).child(group("div", "totals", legend)).child(saves);
    two(main, stack().child(flat().child(say_as("h2", "card__title", words::LIST)).part(rows)))
}

fn in_words(stand: &Stand) -> String {
    if stand.sets == SetCount::ZERO {
        return words::NO_SETS.to_owned();
    }
    progress::stands(stand.standing)
}

fn legs(stands: &[Stand], week: &str) -> Legs {
    let locale = documents().locale();
    let of = |muscle: Muscle| stands.iter().find(|stand| stand.muscle == muscle);
    let sign = |function: Function| of(function.muscle()).map_or(Sign::None, |stand| sign(stand, function));
    let label = |muscle: Muscle| {
        let text = of(muscle).map(|stand| match stand.sets {
            SetCount::ZERO => words::NO_SETS.to_owned(),
            sets => words::short(&locale.sets(sets), stand.standing),
        });
        [names::muscle(muscle).to_owned(), text.unwrap_or_default()]
    };
    let all: Vec<(Muscle, String)> = stands
        .iter()
        .map(|stand| (stand.muscle, format!("{}, {}", locale.sets(stand.sets), in_words(stand))))
        .collect();
    Legs {
        signs: PARTS.map(|(part, function)| (part, sign(function))).into(),
        front: [Muscle::Abductors, Muscle::Quadriceps, Muscle::Adductors, Muscle::Tibialis].map(label),
        back: [Muscle::Glutes, Muscle::Hamstrings, Muscle::Calves].map(label),
        views: words::VIEWS,
        summary: words::summary(week, &all),
    }
}

/// How a whole muscle is signed.
fn sign_of(stand: &Stand) -> Sign {
    match stand.standing {
        _ if stand.sets == SetCount::ZERO => Sign::None,
        Standing::Below => Sign::Below,
        Standing::InBand => Sign::In,
        Standing::Uncovered(_) => Sign::Short,
        Standing::Above => Sign::Above,
    }
}

/// How the part of one function is signed: where another function of the muscle is short, it is not.
fn sign(stand: &Stand, function: Function) -> Sign {
    match (sign_of(stand), stand.standing) {
        // Both functions of the hamstrings lie in the same place.
        (Sign::Short, Standing::Uncovered(short))
            if short != function && function.muscle() != Muscle::Hamstrings =>
        {
            Sign::In
        }
        (sign, _) => sign,
    }
}
