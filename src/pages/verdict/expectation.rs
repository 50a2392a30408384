//! The growth that studies lead to expect at the person's level, and what it rests on.

use super::beside::titled;
use crate::app::documents::documents;
use crate::domain::expectation::{SAMPLES, WEEKS, of};
use crate::i18n::en::{mend as words, verdict};
use crate::ui::element::{El, el, group, of as element, say, say_as};

/// The card.
pub(super) fn expectation() -> El {
    let docs = documents();
    let locale = docs.locale();
    let card = titled(verdict::EXPECT).set("id", "expectation");
    let Some(profile) = docs.profile().get_untracked() else {
        return card.child(say_as("p", "muted", words::EXPECT_UNKNOWN));
    };
    let Some(band) = docs.safety().with_untracked(|safety| of(&profile, safety)) else {
        return card.child(say_as("p", "muted", words::EXPECT_HIDDEN));
    };
    let rows = SAMPLES.iter().map(|sample| {
        let (what, source) = words::sample(sample, &locale);
        let doubt = (!sample.verified).then(|| say_as("span", "chip warn", verdict::UNVERIFIED));
        el("li").child(say("span", what)).child(say_as("span", "muted", source)).maybe(doubt)
    });
    let studies = element("details", "table-switch")
        .child(say("summary", verdict::EXPECT_STUDIES))
        .child(group("ul", "list", rows));
    card.child(say("p", words::band(profile.experience, band, WEEKS, &locale)))
        .child(say_as("p", "muted", words::WEIGHS))
        .child(studies)
}
