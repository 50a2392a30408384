//! What holds a person back: the verdict, what it rests on, and one press that mends it.

mod beside;
mod expectation;
mod finding;
mod mend;
mod past;

use super::{card, flat, page, stack, two};
use crate::app::derived::derived;
use crate::app::documents::documents;
use crate::app::{actions, device, href, verdict};
use crate::domain::diagnosis::{Finding, Report, Standing, Verdict};
use crate::i18n::en::verdict as words;
use crate::routes::Page;
use crate::ui::element::{El, fixed, say, say_as, text};
use crate::ui::state::{Computed, untrack};
use crate::ui::{Look, link_button, why};
use std::sync::Arc;

/// How long a verdict stands on the screen until it counts as seen, milliseconds. Source: C.
const SEEN_MS: i32 = 1_000;

/// The page.
pub fn holds_back() -> El {
    let docs = documents();
    let allowed = Computed::new(move || verdict::may_advise(docs));
    let ledger = derived().ledger;
    let report = Computed::new(move || allowed.get().then(|| Arc::new(verdict::report(docs, ledger))));
    if let Some(first) = report.get_untracked() {
        device::after(SEEN_MS, move || {
            // A verdict that could not be kept is seen again.
            actions::keep_verdict(docs, &first).ok();
        });
    }
    let above = move || match report.get() {
        Some(report) => words::weeks(&report.weeks, docs.today().get_untracked().year()),
        None => String::new(),
    };
    let main = move || match report.get() {
        Some(report) => untrack(|| main(&report)),
        None => vec![card().child(say("p", words::TOO_YOUNG))],
    };
    let right = move || match report.get() {
        Some(report) if report.verdict != Verdict::Stop => untrack(|| beside::beside(&report)),
        _ => Vec::new(),
    };
    page(text(above), fixed(words::TITLE), None).child(two(stack().part(main), stack().part(right)))
}

/// The verdict and its findings, the most limiting first.
fn main(report: &Arc<Report>) -> Vec<El> {
    let mut shown = Vec::new();
    match report.verdict {
        Verdict::Stop => return vec![stop(report)],
        Verdict::Nothing => shown.push(said(words::NOTHING, words::NOTHING_TEXT)),
        Verdict::NotEnough => shown.push(
            said(words::NOT_ENOUGH, words::NOT_ENOUGH_TEXT).child(beside::missing_list(&report.missing)),
        ),
        Verdict::Limited => {}
    }
    let of = |standing| move |(_, one): &(usize, &Finding)| one.standing == standing;
    let all = || report.findings.iter().enumerate();
    for (rank, (place, _)) in all().filter(of(Standing::Limiting)).enumerate() {
        shown.push(finding::finding(report, place, Some(rank + 1)));
    }
    let mut worth = all().filter(of(Standing::WorthFixing)).peekable();
    if worth.peek().is_some() {
        shown.push(say("h2", words::ALSO));
    }
    shown.extend(worth.map(|(place, _)| finding::finding(report, place, None)));
    let learn = link_button(words::LEARN, Look::Chip, href(Page::Learn));
    shown.push(flat().child(why(words::WHY, words::why())).child(learn));
    shown
}

fn said(title: &str, text: &str) -> El {
    card().set("id", "verdict").child(say_as("h2", "today__title", title)).child(say("p", text))
}

/// Nothing but the way to a clinician.
fn stop(report: &Report) -> El {
    let docs = documents();
    let (units, locale) = (docs.units(), docs.locale());
    let lines =
        report.findings.iter().map(|one| say("p", words::evidence(&one.evidence.fact, units, &locale)));
    said(words::STOP, words::STOP_TEXT).all(lines).child(link_button(
        words::STOP_ANSWERS,
        Look::Ghost,
        href(Page::Welcome),
    ))
}
