//! The principles, each in our own words, corrected where the literature disagrees, with its source and the place
//! in the app where it is used.

use super::{learn_effort, learn_kitchen, learn_lifts, learn_volume};
use crate::routes::Page;

#[allow(missing_docs)]
mod plain {
    pub const ABOVE: &str = "Five articles, checked against the literature";
    pub const TITLE: &str = "Learn";
    pub const CONTENTS: &str = "Contents";
    pub const SOURCE: &str = "Source:";
    pub const USED: &str = "Used in:";
    pub const OURS: &str =
        "Where no study decides, it says “our choice”. The articles are called s000 to s004.";
    pub const HIDDEN: &str =
        "Numbers about food and weight are shown only where your safety answers allow them.";
    pub const ANSWERS: &str = "Your answers";
}
pub use plain::*;

/// One principle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Principle {
    /// Its number among the articles' claims (science A, H8).
    pub claim: u8,
    /// In one line.
    pub title: &'static str,
    /// In our own words, under 120 of them.
    pub text: &'static str,
    /// Who found it.
    pub source: &'static str,
    /// The page that uses it.
    pub page: Page,
    /// What of that page.
    pub place: &'static str,
}

/// Principles about one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chapter {
    /// Its name in an address.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Whether it speaks of food and body weight in numbers.
    pub numbers: bool,
    /// The principles.
    pub list: &'static [Principle],
}

/// Every chapter, in the order of reading.
pub const CHAPTERS: [Chapter; 6] = [
    Chapter { id: "failing-point", title: "Where it fails", numbers: false, list: &learn_effort::FAILING },
    Chapter { id: "effort", title: "How hard", numbers: false, list: &learn_effort::EFFORT },
    Chapter { id: "volume", title: "How much", numbers: false, list: &learn_volume::VOLUME },
    Chapter { id: "exercises", title: "Which exercises", numbers: false, list: &learn_lifts::EXERCISES },
    Chapter { id: "kitchen", title: "Kitchen", numbers: true, list: &learn_kitchen::KITCHEN },
    Chapter { id: "body", title: "Recovery, body and time", numbers: false, list: &learn_kitchen::BODY },
];

pub(super) const fn told(
    claim: u8,
    title: &'static str,
    text: &'static str,
    source: &'static str,
    (page, place): (Page, &'static str),
) -> Principle {
    Principle { claim, title, text, source, page, place }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> impl Iterator<Item = &'static Principle> {
        CHAPTERS.iter().flat_map(|chapter| chapter.list)
    }

    #[test]
    fn every_principle_of_the_articles_is_told_once() {
        let mut told: Vec<u8> = all().map(|one| one.claim).collect();
        told.sort_unstable();
        assert_eq!(told, (1..=52).collect::<Vec<u8>>());
    }

    #[test]
    fn each_is_short_has_a_source_and_a_place_where_it_is_used() {
        for one in all() {
            let words = one.text.split_whitespace().count();
            assert!((12..120).contains(&words), "{}: {words} words", one.title);
            assert!(!one.source.is_empty() && !one.place.is_empty() && !one.title.is_empty());
            let about_one = [Page::Workout, Page::Exercise, Page::Share, Page::Learn];
            assert!(!about_one.contains(&one.page), "{} leads to no page of its own", one.title);
        }
    }

    #[test]
    fn a_chapter_without_numbers_about_food_names_no_grams_and_no_calories() {
        for chapter in CHAPTERS.iter().filter(|chapter| !chapter.numbers) {
            for one in chapter.list {
                for word in ["kcal", "g/kg", "grams", "surplus of"] {
                    assert!(!one.text.contains(word), "{}: {word}", one.title);
                }
            }
        }
    }
}
