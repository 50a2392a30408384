//! The fix of a finding: shown first as what would change, taken with one press, noted until it can show.

use crate::app::documents::{Documents, documents};
use crate::app::verdict::{self, Mend, Obstacle};
use crate::app::{actions, href};
use crate::domain::anatomy::Muscle;
use crate::domain::calendar::Day;
use crate::domain::diagnosis::{Fix, Outcome, Preview, Report};
use crate::domain::nutrition::diet::Diet;
use crate::domain::nutrition::rising::targets_on;
use crate::domain::plan::Plan;
use crate::domain::plan::difference::{Change, difference};
use crate::i18n::en::{edit, mend as words, names, verdict as verdict_words};
use crate::routes::Page;
use crate::ui::element::{El, el, group, of, part, say, say_as};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Look, button, link_button};
use std::sync::Arc;

/// The fix of the finding at a place.
pub(super) fn mend(report: &Arc<Report>, place: usize) -> El {
    let docs = documents();
    let open = State::new(false);
    let judged = report.clone();
    let taken = Computed::new(move || taken(docs, &judged, place));
    let report = report.clone();
    let shown = move || {
        let Some(one) = report.findings.get(place) else { return part([]) };
        let Some(fix) = &one.fix else { return say_as("p", "muted", words::NO_FIX).into() };
        if let Some((day, outcome)) = taken.get() {
            let year = docs.today().get_untracked().year();
            let line = words::taken(&verdict_words::dated(day, year));
            return say_as("p", "good", format!("{line} {}", words::outcome(outcome))).into();
        }
        if !open.get() {
            let show = button(words::SHOW, Look::Ghost).set("id", format!("fix-{place}"));
            return show.press(move || open.set(true)).into();
        }
        untrack(|| part([previewed(docs, &report, place, fix, open)]))
    };
    el("div").part(shown)
}

/// The day on which the fix was last taken, while it cannot show yet.
fn taken(docs: Documents, report: &Report, place: usize) -> Option<(Day, Outcome)> {
    let one = report.findings.get(place)?;
    let today = docs.today().get();
    docs.verdicts().with(|history| {
        let found = history.outcomes(report, today);
        let (past, outcome) =
            found.into_iter().find(|(past, _)| past.factor == one.factor && past.subject == one.subject)?;
        let waits = matches!(outcome, Outcome::TooSoon(_));
        past.fixed_on.filter(|_| waits).map(|day| (day, outcome))
    })
}

fn previewed(docs: Documents, report: &Arc<Report>, place: usize, fix: &Fix, open: State<bool>) -> El {
    let name = |id: &_| docs.exercise_name(id);
    let what = words::fix(fix, &name, docs.units(), &docs.locale());
    let drawn = of("div", "panel").set("id", format!("preview-{place}")).set("role", "status");
    let mend = verdict::mend(docs, fix);
    // A session by its letter says nothing where there is no plan.
    let named = mend != Err(Obstacle::NoPlan);
    let drawn = drawn.maybe(named.then(|| el("p").child(say("b", what))));
    let leave =
        button(words::HIDE, Look::Ghost).set("id", format!("fix-{place}")).press(move || open.set(false));
    let mend = match mend {
        Ok(mend) => mend,
        Err(obstacle) => {
            let (line, way) = match obstacle {
                Obstacle::NoPlan => (words::NO_PLAN, Some((words::GET_PLAN, Page::Welcome))),
                Obstacle::Forbidden => (words::FORBIDDEN, None),
                Obstacle::NoChange => (words::NO_CHANGE, Some((words::BY_HAND, Page::Edit))),
            };
            let way = way.map(|(label, page)| link_button(label, Look::Primary, href(page)));
            return drawn.child(say("p", line)).child(of("div", "buttons").maybe(way).child(leave));
        }
    };
    let (rows, label) = match &mend {
        Mend::Plan(shown) => (planned(docs, shown), words::TAKE_PLAN),
        Mend::Answers(both) => (compared(docs, &both.1), words::TAKE_PLAN),
        Mend::Diet(diet) => (eaten(docs, diet), words::TAKE_FOOD),
        Mend::Resolve => (Vec::new(), words::TAKE_RESOLVE),
    };
    let report = report.clone();
    let take = button(label, Look::Primary).set("id", format!("take-{place}")).press(move || {
        if let Some(one) = report.findings.get(place) {
            // Gone meanwhile, in another tab: the page is drawn anew from what is there.
            actions::accept_fix(docs, &report, one, &mend).ok();
        }
    });
    let rows = (!rows.is_empty()).then(|| group("ul", "list", rows.into_iter().map(|row| say("li", row))));
    drawn.maybe(rows).child(of("div", "buttons").child(take).child(leave))
}

/// How a plan differs from the one that runs.
fn changes(docs: Documents, newer: &Plan) -> Vec<Change> {
    let own = docs.exercises().get_untracked();
    docs.plans()
        .with_untracked(|plans| plans.active().map(|plan| difference(plan, newer, &own)).unwrap_or_default())
}

fn compared(docs: Documents, newer: &Plan) -> Vec<String> {
    let locale = docs.locale();
    changes(docs, newer).iter().map(|one| edit::change(one, |id| docs.exercise_name(id), &locale)).collect()
}

/// What the plan would be, week for week alike; of a lighter week its sets.
fn planned(docs: Documents, shown: &Preview) -> Vec<String> {
    let locale = docs.locale();
    let mut changes = changes(docs, &shown.plan);
    if shown.is_lighter() {
        // The busiest weeks of the two say nothing about the lighter one.
        changes.retain(|one| matches!(one, Change::Weeks { .. }));
    }
    let mut rows: Vec<String> =
        changes.iter().map(|one| edit::change(one, |id| docs.exercise_name(id), &locale)).collect();
    if !changes.iter().any(|one| matches!(one, Change::Volume { .. })) {
        for muscle in Muscle::ALL {
            let (before, after) = (shown.before.muscle(muscle), shown.after.muscle(muscle));
            if before != after {
                let what = words::weekly(names::muscle(muscle), shown.week);
                rows.push(words::becomes(&what, &locale.sets(before), &locale.sets(after)));
            }
        }
    }
    let (before, after) = shown.minutes;
    if before != after {
        rows.push(words::becomes(words::MINUTES, &before.get().to_string(), &after.get().to_string()));
    }
    rows
}

/// The targets by another choice.
fn eaten(docs: Documents, diet: &Diet) -> Vec<String> {
    let (today, locale) = (docs.today().get_untracked(), docs.locale());
    let (Some(profile), safety) = (docs.profile().get_untracked(), docs.safety().get_untracked()) else {
        return Vec::new();
    };
    let by = |diet: &Diet| {
        docs.body().with_untracked(|body| targets_on(&profile, &safety, body, today, diet)).0.ok()
    };
    let (Some(before), Some(after)) = (docs.diet().with_untracked(by), by(diet)) else { return Vec::new() };
    let mut rows = Vec::new();
    for (what, from, to) in
        [(words::ENERGY, before.energy, after.energy), (words::PROTEIN, before.protein.1, after.protein.1)]
    {
        let (from, to) = (locale.number(from, 0), locale.number(to, 0));
        if from != to {
            rows.push(words::becomes(what, &from, &to));
        }
    }
    rows
}
