//! One finding: what it is, what it rests on, how sure it is, what would change it, and its fix.

use super::mend::mend;
use crate::app::documents::documents;
use crate::app::href_of;
use crate::domain::calendar::Day;
use crate::domain::diagnosis::{Evidence, Report, Verdict};
use crate::domain::id::SessionId;
use crate::domain::ordered::sort_by_key;
use crate::i18n::en::{history, verdict as words};
use crate::pages::card;
use crate::routes::Page;
use crate::ui::element::{El, el, group, of, say, say_as};
use std::cmp::Reverse;
use std::sync::Arc;

/// The card of the finding at a place; its rank where it limits.
pub(super) fn finding(report: &Arc<Report>, place: usize, rank: Option<usize>) -> El {
    let docs = documents();
    let Some(one) = report.findings.get(place) else { return card() };
    let (units, locale) = (docs.units(), docs.locale());
    let name = |id: &_| docs.exercise_name(id);
    let leads = rank == Some(1) && report.verdict == Verdict::Limited;
    let above = leads.then(|| say_as("p", "muted", words::LIMITED));
    let title = match rank {
        Some(rank) => format!("{rank}. {}", words::title(one, &name)),
        None => words::title(one, &name),
    };
    let surer = (!one.missing.is_empty()).then(|| {
        let list = one.missing.iter().map(|missing| {
            let (what, count) = words::missing(missing);
            say("li", count.map_or(what.clone(), |count| format!("{what}: {count}")))
        });
        el("div").child(say_as("p", "muted", words::SURER)).child(group("ul", "list", list))
    });
    let change = format!("{} {}", words::WOULD_CHANGE, words::would_change(&one.evidence.fact));
    card()
        .set("id", format!("finding-{place}"))
        .maybe(above)
        .child(say_as("h2", "today__title", title))
        .child(say("p", words::evidence(&one.evidence.fact, units, &locale)))
        .child(say_as("p", "muted", words::confidence(one.confidence)))
        .maybe(surer)
        .child(say_as("p", "muted", change))
        .maybe(sessions(&one.evidence))
        .child(mend(report, place))
}

/// The sessions a number was counted from, the newest first.
fn sessions(evidence: &Evidence) -> Option<El> {
    let docs = documents();
    let mut counted: Vec<(SessionId, usize)> = evidence.sessions.iter().map(|id| (*id, 0)).collect();
    for set in &evidence.sets {
        match counted.iter_mut().find(|(id, _)| *id == set.session) {
            Some((_, sets)) => *sets += 1,
            None => counted.push((set.session, 1)),
        }
    }
    if counted.is_empty() {
        return None;
    }
    let year = docs.today().get_untracked().year();
    let mut dated: Vec<(Day, SessionId, usize)> = docs.log().with_untracked(|log| {
        let known = |(id, sets): (SessionId, usize)| log.find(id).map(|session| (session.day, id, sets));
        counted.into_iter().filter_map(known).collect()
    });
    sort_by_key(&mut dated, |(day, id, _)| (Reverse(*day), *id));
    let rows = dated.iter().map(|(day, id, sets)| {
        let link = el("a")
            .set("href", href_of(Page::Workout, &id.to_string()))
            .child(say("span", words::dated(*day, year)));
        let about = match *sets {
            0 => history::SESSION.to_owned(),
            1 => "1 set".to_owned(),
            sets => format!("{sets} sets"),
        };
        link.child(say_as("span", "muted", about))
    });
    let summary = format!("{} ({})", words::EVIDENCE, dated.len());
    Some(of("details", "table-switch").child(say("summary", summary)).child(group(
        "div",
        "list list--tap",
        rows,
    )))
}
