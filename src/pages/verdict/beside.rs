//! What stands beside the findings: what to log, what was judged, how strength goes, what was of no use.

use super::{expectation, past};
use crate::app::documents::documents;
use crate::app::href;
use crate::domain::diagnosis::{Factor, Missing, Report, Unused, Verdict};
use crate::i18n::en::{names, verdict as words};
use crate::pages::flat;
use crate::routes::Page;
use crate::ui::element::{El, el, group, say, say_as};
use std::sync::Arc;

/// The cards.
pub(super) fn beside(report: &Arc<Report>) -> Vec<El> {
    let mut shown = Vec::new();
    // With too little data the list is the answer, and stands there.
    if report.verdict != Verdict::NotEnough && !report.missing.is_empty() {
        shown.push(titled(words::MORE).child(missing_list(&report.missing)));
    }
    shown.push(past::past(report));
    shown.push(judged(report));
    shown.extend(strength(report));
    shown.extend(unused(report));
    shown.push(expectation::expectation());
    shown
}

pub(super) fn titled(title: &str) -> El {
    flat().child(say_as("h2", "card__title", title))
}

/// What to log, how much there is and how much is needed, each with the way there.
pub(super) fn missing_list(missing: &[Missing]) -> El {
    let rows = missing.iter().map(|one| {
        let (what, count) = words::missing(one);
        el("a")
            .set("href", href(place(one)))
            .child(say("span", what))
            .maybe(count.map(|count| say("b", count)))
    });
    group("div", "list list--tap", rows).set("id", "missing")
}

/// Where something is logged.
const fn place(missing: &Missing) -> Page {
    match missing {
        Missing::SafetyAnswers | Missing::Profile => Page::Welcome,
        Missing::Plan { .. } => Page::Plan,
        Missing::Weights { .. } | Missing::FoodDays { .. } | Missing::BodyWeight => Page::Fuel,
        Missing::Nights { .. }
        | Missing::Weeks { .. }
        | Missing::Effort { .. }
        | Missing::Confirmed { .. }
        | Missing::Calibration
        | Missing::Exposures { .. } => Page::Today,
    }
}

fn judged(report: &Report) -> El {
    let rows = Factor::ALL.into_iter().map(|factor| {
        let how = words::judgement(report.judgement(factor));
        el("li").child(say("span", words::factor(factor))).child(say_as("span", "muted", how))
    });
    titled(words::JUDGED).child(group("ul", "list", rows))
}

fn strength(report: &Report) -> Option<El> {
    let locale = documents().locale();
    let rows = report.trends.iter().map(|trend| {
        let how = words::trend(trend, &locale);
        el("li").child(say("span", names::muscle(trend.muscle))).child(say_as("span", "muted", how))
    });
    (!report.trends.is_empty()).then(|| titled(words::STRENGTH).child(group("ul", "list", rows)))
}

fn unused(report: &Report) -> Option<El> {
    let docs = documents();
    let year = docs.today().get_untracked().year();
    let rows = report.unused.iter().map(|one| {
        let day = match one {
            Unused::Outlier(at) => {
                docs.log().with_untracked(|log| log.find(at.session).map(|session| session.day))
            }
            _ => None,
        };
        say("li", words::unused(one, day, &|id| docs.exercise_name(id), year))
    });
    let list = group("ul", "list", rows).set("id", "unused");
    (!report.unused.is_empty()).then(|| titled(words::UNUSED).child(list))
}
