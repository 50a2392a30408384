//! What a session came to: sets by muscle, records, what the next time asks, and sharing it.

use super::{heading, name_of, share};
use crate::app::documents::{Documents, documents};
use crate::app::{advice, href_of};
use crate::domain::anatomy::Muscle;
use crate::domain::exercise::ExerciseId;
use crate::domain::plan::outlook::{Ask, asks};
use crate::domain::training::Session;
use crate::domain::training::finish::{Summary, summary};
use crate::domain::units::SetCount;
use crate::i18n::en::{history as words, names};
use crate::pages::card;
use crate::routes::Page;
use crate::ui::element::{El, el, group, of, say, say_as};
use crate::ui::state::{State, untrack};
use crate::ui::{Look, button};

/// A session with what follows from it.
pub struct Outcome {
    /// Where it is from: a press has no context to ask.
    pub docs: Documents,
    /// The session.
    pub session: Session,
    /// Its name.
    pub name: String,
    /// What it came to.
    pub summary: Summary,
}

impl Outcome {
    /// Sums a session up.
    pub fn of(session: Session) -> Self {
        let docs = documents();
        let counting = docs.settings().with_untracked(|settings| settings.counting);
        let strength = strength_shown();
        let summary = docs.log().with_untracked(|log| {
            docs.exercises().with_untracked(|own| {
                docs.trials().with_untracked(|trials| summary(&session, log, own, counting, strength, trials))
            })
        });
        Self { docs, name: name_of(&session), session, summary }
    }

    /// The records in words, by exercise.
    pub fn records(&self) -> Vec<(ExerciseId, Vec<String>)> {
        let (units, locale) = (self.docs.units(), self.docs.locale());
        let one = |(id, list): &(ExerciseId, Vec<_>)| {
            let texts = list.iter().map(|one| words::record(*one, units, &locale)).collect();
            (id.clone(), texts)
        };
        self.summary.records.iter().map(one).collect()
    }
}

/// Whether estimates of strength may be shown.
pub fn strength_shown() -> bool {
    advice::allowed(documents()).is_none_or(|seen| seen.strength)
}

/// Draws it.
pub fn outcome(session: &Session) -> El {
    let outcome = Outcome::of(session.clone());
    let docs = documents();
    let locale = docs.locale();
    let added = &outcome.summary.added;
    let chips =
        Muscle::ALL.into_iter().filter(|muscle| added.muscle(*muscle) > SetCount::ZERO).map(|muscle| {
            of("span", &format!("chip {}", names::hue(muscle)))
                .child(of("span", "dot").set("aria-hidden", "true"))
                .text(format!("{} {}", names::muscle(muscle), locale.sets(added.muscle(muscle))))
        });
    let chips: Vec<El> = chips.collect();
    let mut drawn = card().child(heading(words::CAME_TO));
    drawn = if chips.is_empty() {
        drawn.child(say_as("p", "muted", words::NO_LEGS))
    } else {
        drawn.child(group("div", "totals", chips))
    };
    if outcome.summary.unsure > 0 {
        drawn = drawn.child(say_as("p", "muted", words::unverified(outcome.summary.unsure)));
    }
    let records = outcome.records();
    if !records.is_empty() {
        let row = |(id, texts): &(ExerciseId, Vec<String>)| named(id, &texts.join("; "), "good");
        drawn = drawn.child(say_as("h3", "field__label", words::RECORDS)).child(group(
            "ul",
            "list list--tall",
            records.iter().map(row),
        ));
    }
    let next = next_asks(&outcome.session);
    if !next.is_empty() {
        let row = |ask: &Ask| named(&ask.exercise, &words::ask(ask, docs.units(), &locale), "");
        drawn = drawn.child(say_as("h3", "field__label", words::NEXT)).child(group(
            "ul",
            "list list--tall",
            next.iter().map(row),
        ));
    }
    let copied = State::new(false);
    let outcome = std::rc::Rc::new(outcome);
    let other = outcome.clone();
    let text = button(words::SHARE_TEXT, Look::Ghost).press(move || {
        untrack(|| share::as_text(&outcome, move |clipboard| copied.set(clipboard)));
    });
    let picture =
        button(words::SHARE_PICTURE, Look::Ghost).press(move || untrack(|| share::as_picture(&other)));
    drawn.child(of("div", "buttons").child(text).child(picture)).child(
        of("p", "muted")
            .set("role", "status")
            .live_text(move || if copied.get() { words::COPIED } else { "" }.to_owned()),
    )
}

fn named(id: &ExerciseId, text: &str, class: &str) -> El {
    let link = el("a").set("href", href_of(Page::Exercise, id.as_str())).text(documents().exercise_name(id));
    el("li").child(link).child(say("span", text).class(class))
}

/// What the plan asks next of the exercises.
fn next_asks(session: &Session) -> Vec<Ask> {
    let docs = documents();
    let today = docs.today().get_untracked();
    let (gym, kit) = docs.iron();
    let progress = advice::allowed(docs).is_none_or(|seen| seen.progression);
    docs.plans().with_untracked(|plans| {
        docs.log().with_untracked(|log| {
            docs.exercises().with_untracked(|own| {
                docs.trials().with_untracked(|trials| {
                    asks(session, plans, log, own, today, (progress, trials), (&gym, kit))
                })
            })
        })
    })
}
