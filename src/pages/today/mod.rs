//! What to do now.

mod late;
mod morning;
mod offer;
mod review;

pub(super) use morning::quality;
pub(super) use offer::{card_now, place};
pub(super) use review::review_now;

use super::{card, flat, page, stack, stopped, two};
use crate::app::actions;
use crate::app::derived::derived;
use crate::app::documents::documents;
use crate::app::{go, href};
use crate::domain::anatomy::Muscle;
use crate::domain::backup;
use crate::domain::diagnosis::is_review_due;
use crate::domain::plan::offer::Offer;
use crate::domain::plan::schedule::Next;
use crate::domain::plan::{PlannedSession, Slot, coverage, minutes};
use crate::domain::safety::{Raised, shown};
use crate::domain::volume::{Standing, standing};
use crate::i18n::en::{names, plan, progress, today as words};
use crate::i18n::{full_day, short_day};
use crate::routes::{Chunk, Page};
use crate::ui::element::{El, Part, el, fixed, group, of, part, say, say_as, text};
use crate::ui::state::{Computed, untrack};
use crate::ui::{Look, button, link_button};

/// What stands first on the page, in one value: whatever draws it reads this and nothing beside it.
#[derive(Debug, Clone, PartialEq)]
struct Now {
    /// Sets of the running session.
    running: Option<usize>,
    next: Option<Next>,
    /// The next session, and of how many weeks its block is.
    planned: Option<(PlannedSession, usize)>,
    offer: Option<Offer>,
    /// Signs that hold training back.
    standing: Vec<Raised>,
}

/// The start page.
pub fn today() -> El {
    let docs = documents();
    let derived = derived();
    let now = Computed::new(move || {
        let running = docs.draft().with(|draft| draft.as_ref().map(|draft| draft.set_count()));
        let next = derived.next.get();
        let planned = docs.plans().with(|plans| {
            let Some(Next::Session { slot, .. }) = next else { return None };
            let plan = plans.active()?;
            Some((plan.session(slot)?.clone(), plan.weeks.len()))
        });
        let standing = docs.safety().with(|answers| answers.standing(docs.today().get()));
        Now { running, next, planned, offer: actions::offered(docs), standing }
    });
    let main = move || {
        let now = now.get();
        untrack(|| first(now))
    };
    let known = Computed::new(move || docs.profile().with(Option::is_some));
    let right = stack().shown(move || known.get(), morning::morning).part(waiting).part(week);
    // Whether there is a week to review is asked here; what to say of it comes with a chunk.
    let due = move || {
        let (put_away, starts_on) = (docs.settings().with(|settings| settings.reviewed), docs.week_start());
        let today = docs.today().get();
        docs.log().with(|log| is_review_due(log, put_away, today, starts_on))
    };
    let left = stack().part(main).shown(due, || late::late(Page::HoldsBack, Chunk::Verdict, "review"));
    page(text(move || full_day(docs.today().get())), fixed(words::TITLE), None).child(two(left, right))
}

fn first(now: Now) -> Part {
    if let Some(sets) = now.running {
        return part([running(sets)]);
    }
    if !now.standing.is_empty() {
        return part([stopped::stopped(&now.standing)]);
    }
    let offered = now.offer.is_some().then(place);
    let main = match (now.next, now.planned) {
        (Some(Next::Session { slot, day, due }), Some((planned, weeks))) => {
            next(slot, &planned, weeks, &words::due(due, day.weekday()), &short_day(day))
        }
        (Some(Next::Finished), _) => flat().child(blank()),
        _ => no_plan(),
    };
    part(offered.into_iter().chain([main]))
}

fn titled(title: &str, about: &str) -> El {
    card().child(say_as("h2", "today__title", title)).child(say_as("p", "muted", about))
}

fn running(sets: usize) -> El {
    titled(words::RUNNING, &words::logged(sets)).child(link_button(
        words::RESUME,
        Look::Primary,
        href(Page::Session),
    ))
}

fn no_plan() -> El {
    titled(words::NO_PLAN, words::NO_PLAN_TEXT)
        .child(link_button(words::ANSWER, Look::Primary, href(Page::Welcome)))
        .child(blank())
}

fn blank() -> El {
    let docs = documents();
    let open = go(Page::Session);
    button(words::BLANK, Look::Ghost).press(move || {
        if actions::start_blank(docs, words::BLANK_NAME.to_owned()).is_ok() {
            open();
        }
    })
}

fn next(slot: Slot, planned: &PlannedSession, weeks: usize, due: &str, day: &str) -> El {
    let docs = documents();
    let locale = docs.locale();
    let open = go(Page::Session);
    let start = button(words::START, Look::Primary).press(move || {
        if actions::start_session(docs, slot).is_ok() {
            open();
        }
    });
    let tally = coverage::session_tally(planned, &docs.exercises().get_untracked());
    let totals = Muscle::MAIN.into_iter().filter(|muscle| tally.muscle(*muscle).parts() > 0);
    let totals = totals.map(|muscle| {
        of("span", &format!("chip {}", names::hue(muscle)))
            .child(of("span", "dot").set("aria-hidden", "true"))
            .text(format!("{} {}", names::muscle(muscle), locale.sets(tally.muscle(muscle))))
    });
    let exercises = planned.exercises.iter().map(|one| {
        el("li").child(say("span", docs.exercise_name(&one.exercise))).child(say_as(
            "span",
            "muted",
            plan::sets(one),
        ))
    });
    let week = plan::week(usize::from(slot.week) + 1, weeks);
    let about = format!("{week} · {due} · {} min", minutes::rounded(planned).get());
    card()
        .child(say_as("p", "muted", format!("{} · {day}", words::NEXT)))
        .child(say_as("h2", "today__title", plan::session(usize::from(slot.session), planned)))
        .child(say_as("p", "muted", about))
        .child(group("div", "totals", totals))
        .child(group("ul", "list", exercises))
        .child(start)
        .child(blank())
}

/// What is due: a weigh-in, a backup.
fn waiting() -> Option<El> {
    let docs = documents();
    let today = docs.today().get();
    let age = docs.profile().with(|profile| profile.as_ref().map(|profile| profile.age));
    let weigh = age.is_some_and(|age| docs.safety().with(|answers| shown(age, answers).body))
        && !docs.body().with(|body| body.weights.contains_key(&today));
    let (any, unsaved) = docs
        .settings()
        .with(|settings| (settings.exported_on.is_some(), docs.log().with(|log| backup::due(log, settings))));
    let link =
        |wanted: bool, page: Page, words: &str| wanted.then(|| el("a").set("href", href(page)).text(words));
    let list = of("div", "list list--tap").maybe(link(weigh, Page::Fuel, words::WEIGH_IN)).maybe(link(
        unsaved.is_some(),
        Page::Data,
        &words::backup(unsaved.unwrap_or_default(), any),
    ));
    (weigh || unsaved.is_some()).then(|| flat().child(say_as("h2", "muted", words::DUE)).child(list))
}

/// This week in one line a muscle.
fn week() -> Option<El> {
    let docs = documents();
    let locale = docs.locale();
    let volume = derived().volume.get();
    let bands = docs.profile().with(|p| p.as_ref().map(|p| Muscle::MAIN.map(|muscle| p.band(muscle))))?;
    let mut count = 0;
    let rows = Muscle::MAIN.into_iter().zip(bands).map(|(muscle, band)| {
        count += usize::from(standing(&volume.done, muscle, band) == Standing::InBand);
        let sets = el("span").child(say("b", locale.sets(volume.done.muscle(muscle)))).child(say_as(
            "span",
            "muted",
            format!(" of {}–{}", band.0, band.1),
        ));
        el("li").child(say("span", names::muscle(muscle))).child(sets)
    });
    let list = group("ul", "list", rows);
    let head = of("div", "row").child(say_as("h2", "muted", words::WEEK)).child(link_button(
        progress::TITLE,
        Look::Chip,
        href(Page::Progress),
    ));
    let in_band = words::in_band(count, Muscle::MAIN.len(), &locale);
    Some(flat().child(head).child(list).child(say_as("p", "muted", in_band)))
}
