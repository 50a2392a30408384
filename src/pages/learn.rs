//! The principles: a list of contents, and each with its source and the way to where it is used.

use super::{card, flat, page};
use crate::app::documents::documents;
use crate::app::href;
use crate::domain::safety::shown;
use crate::i18n::en::learn::{self as words, CHAPTERS, Chapter, Principle};
use crate::routes::Page;
use crate::ui::element::{El, el, fixed, group, of, say, say_as};
use crate::ui::state::{Computed, untrack};
use crate::ui::{Look, link_button};

/// The page.
pub fn learn() -> El {
    let docs = documents();
    let here = href(Page::Learn);
    let contents = CHAPTERS.iter().map(|chapter| {
        el("a").set("href", format!("{here}#{}", chapter.id)).child(say("span", chapter.title))
    });
    let contents = of("nav", "list list--tap").set("aria-label", words::CONTENTS).all(contents);
    // Food in numbers follows the answers, like on every other page.
    let numbers = Computed::new(move || {
        let age = docs.profile().with(|profile| profile.as_ref().map(|profile| profile.age));
        age.is_some_and(|age| docs.safety().with(|answers| shown(age, answers).body))
    });
    let chapters = move || {
        let numbers = numbers.get();
        untrack(|| CHAPTERS.iter().map(|one| chapter(one, numbers)).collect::<Vec<El>>())
    };
    page(fixed(words::ABOVE), fixed(words::TITLE), None)
        .child(flat().child(contents).child(say_as("p", "muted", words::OURS)))
        .child(of("div", "stack").part(chapters))
}

fn chapter(chapter: &Chapter, numbers: bool) -> El {
    let drawn = card().set("id", chapter.id).child(say_as("h2", "today__title", chapter.title));
    if chapter.numbers && !numbers {
        let answers = link_button(words::ANSWERS, Look::Ghost, href(Page::Welcome));
        return drawn.child(say_as("p", "muted", words::HIDDEN)).child(answers);
    }
    drawn.child(group("div", "stack", chapter.list.iter().map(principle)))
}

fn principle(one: &Principle) -> El {
    let used = el("a").set("href", href(one.page)).text(one.place);
    el("article")
        .class("principle")
        .child(say("h3", one.title))
        .child(say("p", one.text))
        .child(say_as("p", "muted", format!("{} {}.", words::SOURCE, one.source)))
        .child(say_as("p", "muted", words::USED).text(" ").child(used))
}
