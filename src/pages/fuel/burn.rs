//! What one really burns: learned from food and weight, beside the formula, with the weight it is learned from
//! and the target that follows.

use super::super::card;
use crate::app::actions;
use crate::app::documents::{Documents, documents};
use crate::domain::calendar::Day;
use crate::domain::nutrition::burn::{Burn, burn as burnt};
use crate::domain::nutrition::proposal::Proposal;
use crate::domain::nutrition::trend::{is_real, slope, smoothed, target_rate};
use crate::domain::units::Kcal;
use crate::i18n::en::diet as words;
use crate::i18n::short_day;
use crate::ui::chart::DaysChart;
use crate::ui::element::{El, of, say, say_as};
use crate::ui::state::Computed;
use crate::ui::{Look, button, table, why};

/// The days of weight that are drawn. Source: C.
const SHOWN_DAYS: i64 = 84;

/// The card.
pub(super) fn burn() -> El {
    let docs = documents();
    let known = Computed::new(move || {
        let today = docs.today().get();
        let profile = docs.profile().with(Clone::clone)?;
        let (safety, diet) = (docs.safety().with(Clone::clone), docs.diet().with(Clone::clone));
        docs.body().with(|body| docs.food().with(|food| burnt(&profile, &safety, body, food, &diet, today)))
    });
    let told = move || known.get().map(|burn| said(docs, &burn));
    card()
        .child(say("h2", words::BURN))
        .part(told)
        .part(move || weight(docs))
        .child(why(words::BURN_WHY, words::burn_why()))
}

fn said(docs: Documents, burn: &Burn) -> El {
    let locale = docs.locale();
    let formula = say_as("p", "muted", words::by_formula(burn.formula, &locale));
    let all = of("div", "stack");
    let learned = match &burn.learned {
        Err(missing) => return all.child(say("p", words::not_yet(*missing))).child(formula),
        Ok(learned) => learned,
    };
    let number = of("p", "row").child(say_as("span", "num", locale.number(learned.kcal, 0))).child(say_as(
        "span",
        "muted",
        words::range(learned.range(), &locale),
    ));
    let doubt = learned.distrust.map(|why| say_as("p", "warn", words::distrust(why)));
    let asks = learned.asks.map(|day| say_as("p", "warn", words::asks(day)));
    let all = all.child(number).child(formula).maybe(doubt).maybe(asks);
    match burn.proposal {
        None => all,
        Some(Proposal::Keep(kept)) => all.child(say_as("p", "muted", words::kept(kept))),
        Some(Proposal::Move { from, to, wanted }) => {
            let accept = button(&words::accept(to, &locale), Look::Primary).set("id", "accept-target").press(
                move || {
                    if let Ok(to) = Kcal::from_f64(to) {
                        actions::accept_target(docs, to).ok();
                    }
                },
            );
            all.child(say("p", words::proposed(from, to, wanted, &locale))).child(accept)
        }
    }
}

/// The weight of the last weeks, smoothed, with the rate to aim for; nothing before there are two weights.
pub(in crate::pages) fn weight(docs: Documents) -> Option<El> {
    let (units, locale, today) = (docs.units(), docs.locale(), docs.today().get());
    let weights = docs.body().with(|body| body.weights.clone());
    let line = smoothed(&weights);
    let from = today.plus(-SHOWN_DAYS);
    let line: Vec<_> = line.into_iter().filter(|(day, _)| *day >= from && *day <= today).collect();
    let (first, last) = (line.first().copied()?, line.last().copied()?);
    if line.len() < 2 {
        return None;
    }
    let shown = move |kg: f64| units.mass_of(kg);
    let after = |day: Day| day.days_since(first.0) as f64;
    let lately = weights.range(from..=today);
    let odd = lately.clone().filter(|(_, kg)| !is_real(**kg)).count();
    let dots =
        lately.filter(|(_, kg)| is_real(**kg)).map(|(day, kg)| (after(*day), shown(kg.kg()))).collect();
    let aim = |kg: f64| {
        docs.profile().with(|profile| {
            profile.as_ref().and_then(|profile| target_rate(profile.goal, profile.experience, kg))
        })
    };
    let rate = aim(first.1);
    let weeks = after(last.0) / 7.0;
    let band = rate.map(|(low, high)| {
        let end = |rate: f64| shown(first.1 + rate * weeks);
        vec![(0.0, shown(first.1), shown(first.1)), (after(last.0), end(low), end(high))]
    });
    let summary = words::weight_summary(shown(first.1), shown(last.1), weeks, rate.is_some(), units, &locale);
    let now = slope(&weights, today).ok().map(|now| (shown(now.kg_per_week), shown(now.error)));
    let aim = aim(last.1).map(|(low, high)| (shown(low), shown(high)));
    let rates = words::rates(now, aim, units, &locale);
    let chart = DaysChart {
        id: "weight",
        dots,
        line: line.iter().map(|(day, kg)| (after(*day), shown(*kg))).collect(),
        band: band.unwrap_or_default(),
        number: Box::new(move |value| locale.number(value, 1)),
        marks: Vec::new(),
        ends: [short_day(first.0), short_day(last.0)],
        summary: summary.clone(),
    };
    let rows = move || {
        let row = |(day, kg): &(Day, f64)| {
            let raw =
                weights.get(day).map(|raw| locale.number(units.mass_value(*raw), 1)).unwrap_or_default();
            vec![short_day(*day), raw, locale.number(shown(*kg), 1)]
        };
        line.iter().rev().map(row).collect()
    };
    let rates = (!rates.is_empty()).then(|| say("p", rates));
    Some(
        of("div", "stack")
            .child(chart.draw())
            .maybe(rates)
            .child(say_as("p", "muted", summary))
            .maybe((odd > 0).then(|| say_as("p", "muted", words::weights_left_out(odd))))
            .child(table(words::AS_TABLE, &words::WEIGHT_HEADS, rows)),
    )
}
