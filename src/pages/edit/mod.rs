//! The plan, to be changed: each change is checked and kept at once, and can be taken back.

mod around;
mod exercise;
mod own;
mod plans;
mod select;
mod session;
mod sheet;

use super::plan::{tally_of, weekly};
use super::{card, flat, page, stack, two};
use crate::app::actions;
use crate::app::documents::{Documents, documents};
use crate::app::href;
use crate::app::timed;
use crate::domain::athlete::Profile;
use crate::domain::exercise::ExerciseId;
use crate::domain::plan::check::check;
use crate::domain::plan::edit::{Edit, Editing, Scope};
use crate::domain::plan::{Plan, schedule};
use crate::domain::units::Rir;
use crate::i18n::en::{edit as words, plan as plan_words, progress, today};
use crate::routes::Page;
use crate::ui::element::{El, el, fixed, group, of, react, say, say_as, told};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Choice, Look, button, link_button};
use std::rc::Rc;
use std::sync::Arc;

/// The sets of an exercise that comes in.
const SETS_NEW: u8 = 3;

/// A plan on the desk.
#[derive(Clone, Copy)]
struct Desk {
    docs: Documents,
    editing: State<Editing>,
    /// The week that is shown.
    week: State<usize>,
    /// Whether a change holds for that week alone.
    only: State<bool>,
    /// The exercise whose controls are open.
    open: State<Option<(u8, ExerciseId)>>,
    /// Why the last change was not made.
    refused: State<&'static str>,
    /// The own exercise that is described: for which session, and which one anew.
    making: State<Option<(Option<u8>, Option<ExerciseId>)>>,
    /// The least reps in reserve that safety allows.
    floor: Rir,
}

impl Desk {
    fn scope(self) -> Scope {
        let week = u8::try_from(self.week.get_untracked()).unwrap_or(u8::MAX);
        if self.only.get_untracked() { Scope::Only(week) } else { Scope::From(week) }
    }

    /// Makes a change, or says why not.
    fn apply(self, edit: &Edit) {
        let scope = self.scope();
        let mut refused = "";
        if let Edit::Swap { session, with, .. } = edit {
            // What comes in stays open.
            self.open.set(Some((*session, with.clone())));
        }
        self.step(|editing| {
            if let Err(why) = editing.apply(scope, edit) {
                refused = words::refused(why);
            }
        });
        self.refused.set(refused);
    }

    /// Takes a step and keeps what comes of it: who leaves the page loses nothing.
    fn step(self, step: impl FnOnce(&mut Editing)) {
        self.editing.update(step);
        let plan = self.editing.with_untracked(|editing| editing.plan().clone());
        // Removed in another tab: the page turns to what is followed now.
        actions::change_plan(self.docs, &plan).ok();
    }

    /// Takes up what another tab made of the plan.
    fn follow_store(self) {
        let id = self.editing.with_untracked(|editing| editing.plan().id);
        react(move || {
            let stored = self.docs.plans().with(|plans| plans.list.iter().find(|p| p.id == id).cloned());
            if let Some(stored) = stored
                && self.editing.with_untracked(|editing| *editing.plan() != stored)
            {
                self.editing.set(Editing::of(stored));
            }
        });
    }

    fn name(self, id: &ExerciseId) -> String {
        self.docs.exercise_name(id)
    }
}

/// The page.
pub fn edit() -> El {
    let docs = documents();
    // Another plan is another desk; a change of this one is not.
    let followed = Computed::new(move || docs.plans().with(|plans| plans.active().map(|plan| plan.id)));
    el("div").part(move || {
        let plan = followed.get().and_then(|_| docs.plans().with_untracked(|plans| plans.active().cloned()));
        match (plan, docs.profile().with(Clone::clone)) {
            (Some(plan), Some(profile)) => untrack(|| desk(plan, Arc::new(profile))),
            _ => page(fixed(""), fixed(plan_words::NONE), None).child(
                card()
                    .child(say_as("p", "muted", today::NO_PLAN_TEXT))
                    .child(link_button(today::ANSWER, Look::Primary, href(Page::Welcome)))
                    .child(plans::plans()),
            ),
        }
    })
}

fn desk(plan: Plan, profile: Arc<Profile>) -> El {
    let docs = documents();
    let now = schedule::week_on(&plan, docs.today().get_untracked()).unwrap_or(0);
    let desk = Desk {
        docs,
        editing: State::new(Editing::of(plan)),
        week: State::new(now),
        only: State::new(false),
        open: State::new(None),
        refused: State::new(""),
        making: State::new(None),
        floor: actions::rir_floor(docs, &profile),
    };
    desk.follow_store();
    let step = |label: &str, step: fn(&mut Editing) -> bool| {
        button(label, Look::Chip).press(move || {
            desk.step(|editing| {
                step(editing);
            });
        })
    };
    let ways =
        of("div", "buttons").child(step(words::UNDO, Editing::undo)).child(step(words::REDO, Editing::redo));
    let count = Computed::new(move || desk.editing.with(|editing| editing.plan().weeks.len()));
    // A week with another number of sessions is drawn anew; a change draws the session that it changes.
    let count_of = Computed::new(move || {
        desk.editing.with(|editing| editing.plan().weeks.get(desk.week.get()).map_or(0, |w| w.sessions.len()))
    });
    let sessions = {
        let profile = profile.clone();
        move || {
            let places = (0..count_of.get()).filter_map(|place| u8::try_from(place).ok());
            let draw = |place| untrack(|| session::session(desk, &profile, place));
            places.map(draw).collect::<Vec<El>>()
        }
    };
    let left =
        stack()
            .child(card().part(move || weeks(desk, count.get())).child(scope(desk)).child(
                of("p", "warn").set("role", "status").live_text(move || desk.refused.get().to_owned()),
            ))
            .part(sessions);
    let right = stack()
        .child(checks(desk, profile.clone()))
        .child(volume(desk, profile.clone()))
        .child(around::anew(desk, profile))
        .child(own::list(desk))
        .child(around::share(desk))
        .child(plans::plans());
    page(fixed(words::KEPT), fixed(words::TITLE), Some(ways))
        .child(two(left, right))
        .child(sheet::sheet(desk))
}

/// The weeks, one of them shown.
fn weeks(desk: Desk, count: usize) -> El {
    let buttons = (0..count).map(|place| {
        button(&(place + 1).to_string(), Look::Chip)
            .set("aria-label", plan_words::week(place + 1, count))
            .live_bool("aria-pressed", move || desk.week.get() == place)
            .press(move || desk.week.set(place))
    });
    group("div", "buttons", buttons).set("role", "group").set("aria-label", plan_words::WEEKS)
}

fn scope(desk: Desk) -> El {
    Choice {
        name: "scope",
        legend: words::SCOPE.to_owned(),
        options: vec![words::FROM_HERE.to_owned(), words::ONLY_HERE.to_owned()],
        chosen: Rc::new(move || Some(usize::from(desk.only.get()))),
        choose: told(move |place| desk.only.set(place == 1)),
        tall: false,
    }
    .draw()
}

/// What is not as the rules want it, said while the plan changes.
fn checks(desk: Desk, profile: Arc<Profile>) -> El {
    let locale = desk.docs.locale();
    let found = Computed::new(move || {
        desk.docs
            .exercises()
            .with(|own| desk.editing.with(|editing| timed("checks", || check(editing.plan(), &profile, own))))
    });
    let shown = move || {
        found.with(|list| {
            if list.is_empty() {
                return vec![say_as("p", "good", words::ALL_GOOD)];
            }
            let rows = list.iter().map(|one| say("li", words::finding(one, |id| desk.name(id), &locale)));
            vec![group("ul", "list", rows)]
        })
    };
    card().set("id", "checks").set("aria-live", "polite").child(say("h2", words::CHECKS)).part(shown)
}

fn volume(desk: Desk, profile: Arc<Profile>) -> El {
    let tally = Computed::new(move || {
        desk.docs
            .exercises()
            .with(|own| desk.editing.with(|editing| tally_of(editing.plan(), desk.week.get(), own)))
    });
    flat()
        .child(say("h2", progress::HARD_SETS))
        .with(weekly(move || tally.get(), Some(Profile::clone(&profile))))
}
