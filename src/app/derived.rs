//! What follows from the documents, each computed once for the whole app and only when its sources change.

use super::documents::Documents;
use crate::domain::calendar::Week;
use crate::domain::nutrition::{diet, rising::targets_on};
use crate::domain::plan::mesocycle;
use crate::domain::plan::schedule::Next;
use crate::domain::volume::{self, Ledger, WeekVolume};
use crate::ui::state::Computed;
use leptos::prelude::*;

/// The derived values.
#[derive(Clone, Copy)]
pub struct Derived {
    /// This calendar week.
    pub week: Computed<Week>,
    /// What was done this week.
    pub volume: Computed<WeekVolume>,
    /// What comes next in the plan; none without a plan.
    pub next: Computed<Option<Next>>,
    /// What every session of the log was worth.
    pub ledger: Computed<Ledger>,
    /// Food targets, and what was chosen of them and cannot be; none without a profile.
    pub targets: Computed<Option<diet::Today>>,
}

impl Derived {
    /// Creates them; nothing is computed before it is read.
    pub fn new(docs: Documents) -> Self {
        let today = docs.today();
        let week = Computed::new(move || Week::of(today.get(), docs.week_start()));
        let counting = Computed::new(move || docs.settings().with(|settings| settings.counting));
        let volume = Computed::new(move || {
            let (week, counting) = (week.get(), counting.get());
            docs.log().with(|log| {
                docs.draft().with(|draft| {
                    docs.exercises().with(|own| volume::weekly(log, draft.as_ref(), own, week, counting))
                })
            })
        });
        let next = Computed::new(move || {
            docs.plans().with(|plans| {
                let plan = plans.active()?;
                Some(docs.log().with(|log| mesocycle::next(plan, log, today.get())))
            })
        });
        let ledger = Computed::new(move || {
            docs.log().with(|log| docs.exercises().with(|own| volume::ledger(log, own)))
        });
        let targets = Computed::new(move || {
            let today = today.get();
            let profile = docs.profile().with(Clone::clone)?;
            let safety = docs.safety().with(Clone::clone);
            let on = |body: &_| docs.diet().with(|diet| targets_on(&profile, &safety, body, today, diet));
            Some(docs.body().with(on))
        });
        Self { week, volume, next, ledger, targets }
    }
}

/// The derived values, from the context that the root provides.
pub fn derived() -> Derived {
    expect_context::<Derived>()
}
