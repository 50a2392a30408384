//! The plans that are kept: one is followed, any can be, and the sample leg day can be added.

use crate::app::actions;
use crate::app::documents::documents;
use crate::domain::calendar::Week;
use crate::domain::id::PlanId;
use crate::domain::plan::sample::sample_leg_day;
use crate::i18n::en::{edit as words, plan as plan_words};
use crate::i18n::short_day;
use crate::pages::card;
use crate::pages::plan::longest;
use crate::ui::element::{El, el, group, of, say, say_as};
use crate::ui::{Look, button};

/// The list.
pub fn plans() -> El {
    let docs = documents();
    let list = move || {
        let rows = docs.plans().with(|plans| {
            let row = |plan: &crate::domain::plan::Plan| {
                let id = plan.id;
                let about = el("span").child(say("b", short_day(plan.starts))).child(say_as(
                    "span",
                    "muted",
                    format!(" {}", plan_words::summary(plan, longest(plan))),
                ));
                let ways = if plans.active == Some(id) {
                    say_as("span", "good", words::FOLLOWED)
                } else {
                    of("span", "buttons")
                        .child(button(words::FOLLOW, Look::Chip).press(move || {
                            actions::follow_plan(docs, id).ok();
                        }))
                        .child(button(words::LET_GO, Look::Chip).press(move || {
                            actions::remove_plan(docs, id).ok();
                        }))
                };
                el("li").child(about).child(ways)
            };
            plans.list.iter().rev().map(row).collect::<Vec<El>>()
        });
        group("ul", "list", rows)
    };
    let sample = button(words::SAMPLE, Look::Ghost).press(move || {
        let now = docs.now();
        let starts = Week::of(now.day, chrono::Weekday::Mon).plus(1).first();
        let days = docs.profile().with_untracked(|p| p.as_ref().map(|p| p.days.list()));
        let day = days.and_then(|days| days.first().copied()).unwrap_or(chrono::Weekday::Mon);
        let plan = sample_leg_day(PlanId::new(now.millis, docs.random()), now.day, starts, day);
        actions::keep_plan(docs, &plan, &[]).ok();
    });
    card().child(say("h2", words::PLANS)).part(list).child(sample)
}
