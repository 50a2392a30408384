//! Verdicts of earlier weeks: what was found, what was done about it, and whether it worked.

use super::beside::titled;
use crate::app::documents::documents;
use crate::domain::diagnosis::{Report, Standing};
use crate::i18n::en::{mend, verdict as words};
use crate::ui::element::{El, el, group, part, say, say_as};
use std::sync::Arc;

/// How many verdicts are shown. Source: C, a block and a half.
const SHOWN: usize = 8;

/// The card.
pub(super) fn past(report: &Arc<Report>) -> El {
    let docs = documents();
    let report = report.clone();
    let list = move || {
        let (today, name) = (docs.today().get(), |id: &_| docs.exercise_name(id));
        docs.verdicts().with(|history| {
            if history.list.is_empty() {
                return part([say_as("p", "muted", words::PAST_NONE)]);
            }
            let done: Vec<El> = history
                .outcomes(&report, today)
                .into_iter()
                .filter_map(|(one, outcome)| {
                    let taken = mend::taken(&words::dated(one.fixed_on?, today.year()));
                    let about = el("div")
                        .child(say("b", words::short(one.factor, &one.subject, &name)))
                        .child(say_as("p", "muted", format!("{taken} {}", mend::outcome(outcome))));
                    Some(el("li").child(about))
                })
                .collect();
            let rows = history.list.iter().rev().take(SHOWN).map(|past| {
                let limiting = past.findings.iter().filter(|one| one.standing == Standing::Limiting);
                let found: Vec<String> =
                    limiting.take(3).map(|one| words::short(one.factor, &one.subject, &name)).collect();
                let what = if found.is_empty() {
                    words::verdict(past.verdict).to_owned()
                } else {
                    found.join(" · ")
                };
                el("li")
                    .child(say("span", words::dated(past.day, today.year())))
                    .child(say_as("span", "muted", what))
            });
            let mut shown = vec![group("ul", "list", rows)];
            if !done.is_empty() {
                shown.push(say("h3", words::DONE));
                shown.push(group("ul", "list", done));
            }
            part(shown)
        })
    };
    titled(words::PAST).set("id", "past").part(list)
}
