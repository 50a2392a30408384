//! What follows from the documents, each computed once for the whole app and only when its sources change.

use super::documents::Documents;
use crate::domain::calendar::Week;
use crate::domain::nutrition::{diet, rising::targets_on};
use crate::domain::plan::mesocycle;
use crate::domain::plan::schedule::Next;
use crate::domain::settings::Counting;
use crate::domain::volume::{self, Ledger, WeekVolume};
use crate::ui::state::{Computed, State};
use leptos::prelude::*;

/// Days that a ledger is of at first: twelve weeks, one that has begun, and one more.
const RECENT_DAYS: i64 = 98;

/// The derived values.
#[derive(Clone, Copy)]
pub struct Derived {
    /// This calendar week.
    pub week: Computed<Week>,
    /// What was done this week.
    pub volume: Computed<WeekVolume>,
    /// What comes next in the plan; none without a plan.
    pub next: Computed<Option<Next>>,
    /// What the sessions of the log were worth: those of the last weeks, until all are asked for.
    pub ledger: Computed<Ledger>,
    /// Whether the ledger is of all sessions.
    pub all: State<bool>,
}

impl Derived {
    /// Creates them; nothing is computed before it is read.
    pub fn new(docs: Documents) -> Self {
        let today = docs.today();
        let week = Computed::new(move || Week::of(today.get(), docs.week_start()));
        let counting = Computed::new(move || docs.settings().with(|settings| settings.counting));
        let all = State::new(false);
        let ledger = Computed::new(move || {
            let from = (!all.get()).then(|| today.get().plus(-RECENT_DAYS));
            docs.log().with(|log| {
                docs.exercises().with(|own| {
                    docs.trials().with(|trials| match from {
                        Some(from) => volume::ledger_since(log, own, trials, from),
                        None => volume::ledger(log, own, trials),
                    })
                })
            })
        });
        let volume = Computed::new(move || {
            let (week, counting) = (week.get(), counting.get());
            ledger.with(|ledger| weekly(docs, week, counting, ledger))
        });
        let next = Computed::new(move || {
            docs.plans().with(|plans| {
                let plan = plans.active()?;
                Some(docs.log().with(|log| mesocycle::next(plan, log, today.get())))
            })
        });
        Self { week, volume, next, ledger, all }
    }
}

/// What was done in a week, the running session included, by what a ledger says of the person; live.
pub fn weekly(docs: Documents, week: Week, counting: Counting, ledger: &Ledger) -> WeekVolume {
    docs.log().with(|log| {
        docs.draft().with(|draft| {
            docs.exercises()
                .with(|own| volume::weekly(log, draft.as_ref(), own, week, counting, &ledger.judge))
        })
    })
}

/// Food targets, and what was chosen of them and cannot be; none without a profile.
#[derive(Clone, Copy)]
struct Targets(Computed<Option<diet::Today>>);

/// Makes the food targets for the parts of a page. No other page asks, and what reckons them need not be in the
/// first load.
pub fn make_targets(docs: Documents) -> Computed<Option<diet::Today>> {
    let targets = Computed::new(move || {
        let today = docs.today().get();
        let profile = docs.profile().with(Clone::clone)?;
        let safety = docs.safety().with(Clone::clone);
        let on = |body: &_| docs.diet().with(|diet| targets_on(&profile, &safety, body, today, diet));
        Some(docs.body().with(on))
    });
    provide_context(Targets(targets));
    targets
}

/// The food targets, from the context that the page provides.
pub fn targets() -> Computed<Option<diet::Today>> {
    expect_context::<Targets>().0
}

/// The derived values, from the context that the root provides.
pub fn derived() -> Derived {
    expect_context::<Derived>()
}
