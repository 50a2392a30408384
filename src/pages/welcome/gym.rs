//! What there is to train with, and which joints need care.

use super::Answers;
use crate::domain::athlete::Care;
use crate::domain::exercise::{Item, Joint, Kit};
use crate::i18n::en::{names, welcome as words};
use crate::pages::card;
use crate::ui::element::{El, of, say, told};
use crate::ui::{Checks, Choice};
use std::rc::Rc;

const CARES: [Care; 3] = [Care::None, Care::Careful, Care::Avoid];
const KITS: [Kit; 5] = [Kit::GYM, Kit::HOME_BARBELL, Kit::DUMBBELLS, Kit::HOTEL, Kit::NONE];

/// The equipment.
pub(super) fn equipment(answers: Answers) -> El {
    let form = answers.form;
    let names = [words::KIT_ALL, words::KIT_HOME, words::KIT_DUMBBELLS, words::KIT_HOTEL, words::KIT_NONE];
    let preset = answers.choice(
        "kit",
        "",
        names.map(str::to_owned).to_vec(),
        |f| KITS.iter().position(|kit| *kit == f.kit),
        |f, place| f.kit = KITS.get(place).copied().unwrap_or(f.kit),
    );
    let each = Checks {
        legend: words::KIT_EACH.to_owned(),
        options: Item::ALL.map(|item| names::item(item).to_owned()).to_vec(),
        checked: Rc::new(move |place| {
            form.with(|f| Item::ALL.get(place).is_some_and(|item| f.kit.has(*item)))
        }),
        toggle: told(move |(place, on): (usize, bool)| {
            if let Some(item) = Item::ALL.get(place) {
                form.update(|f| f.kit = f.kit.with(*item, on));
            }
        }),
    };
    card()
        .child(say("h2", words::KIT))
        .child(Choice { tall: true, ..preset }.draw())
        .child(of("details", "table-switch").child(say("summary", words::KIT_EACH)).child(each.draw()))
}

/// Joints to be careful with.
pub(super) fn joints(answers: Answers) -> El {
    const NAMES: [&str; 3] = ["knee", "back", "hip"];
    let form = answers.form;
    let one = |(name, joint): (&'static str, Joint)| {
        Choice {
            name,
            legend: names::joint(joint).to_owned(),
            options: CARES.map(|care| names::care(care).to_owned()).to_vec(),
            chosen: Rc::new(move || {
                form.with(|f| CARES.iter().position(|care| *care == f.cautions.of(joint)))
            }),
            choose: told(move |place: usize| {
                if let Some(care) = CARES.get(place) {
                    form.update(|f| f.cautions.set(joint, *care));
                }
            }),
            tall: false,
        }
        .draw()
    };
    card().child(say("h2", words::JOINTS)).all(NAMES.into_iter().zip(Joint::ALL).map(one))
}
