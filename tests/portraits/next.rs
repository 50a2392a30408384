//! What the simulated are to do next: the loads of the days to come, what could stand in for an exercise, the next
//! block, and the way back from days off.

use super::{compare, lifters};
use legwork::domain::calendar::Day;
use legwork::domain::exercise::{ExerciseId, Joint, Kit};
use legwork::domain::id::PlanId;
use legwork::domain::logbook::Logbook;
use legwork::domain::plan::difference::difference;
use legwork::domain::plan::generate::{PlanLimits, Request};
use legwork::domain::plan::offer::{Known, changed, first_day, free_week, offer, taken};
use legwork::domain::plan::progression::next_of;
use legwork::domain::plan::swap::stand_ins;
use legwork::domain::plan::technique::{finishers, partners};
use legwork::domain::plan::{Phase, Plan, Prescription, mesocycle, outlook};
use legwork::domain::settings::MassUnit;
use legwork::domain::training::loading::{Inventory, drops, holder_of, ramp};
use legwork::domain::training::swap::{Because, Setting, substitutes};
use legwork::domain::training::{DraftSet, Effort, SetEntry};
use legwork::domain::units::{Reps, Rir};

/// The exercises of the first week, and sets with their effort week by week.
fn drawn(plan: &Plan) -> String {
    let names = plan.weeks.iter().take(1).flat_map(|week| &week.sessions).map(|session| {
        session.exercises.iter().map(|one| one.exercise.as_str()).collect::<Vec<_>>().join(", ")
    });
    let weeks = plan.weeks.iter().map(|week| {
        let sessions = week.sessions.iter().map(|session| {
            let one = |one: &Prescription| format!("{}@{}", one.sets, one.rir.0.get());
            session.exercises.iter().map(one).collect::<Vec<_>>().join(" ")
        });
        format!("{:?} {}", week.phase, sessions.collect::<Vec<_>>().join(" | "))
    });
    let (names, weeks): (Vec<String>, Vec<String>) = (names.collect(), weeks.collect());
    format!("from {}: {}; {}", plan.starts, names.join(" | "), weeks.join(" / "))
}

#[test]
fn what_the_next_sessions_ask_for_is_what_it_was() {
    let mut lines = Vec::new();
    for (name, book, today) in lifters::all() {
        let Some(session) = book.log.sessions().last() else { continue };
        lines.push(format!("# {name}"));
        for gym in [MassUnit::Kilograms, MassUnit::Pounds].map(Inventory::usual) {
            let plans = (&book.plans, &book.log, &book.exercises);
            let asks = outlook::asks(
                session,
                plans.0,
                plans.1,
                plans.2,
                *today,
                (true, &book.trials),
                (&gym, Kit::GYM),
            );
            for (place, ask) in asks.iter().enumerate() {
                let row = ask.exercise.built_in().unwrap();
                let holder = holder_of(&gym, Some(row), Kit::GYM);
                lines.push(format!("{} {} {:?}", ask.exercise.as_str(), ask.day, ask.advice));
                let Some(load) = ask.advice.load else { continue };
                let ready: Vec<String> = ramp(load, row.compound, place == 0, &holder)
                    .iter()
                    .map(|set| format!("{} x {}", set.load.kg(), set.reps))
                    .collect();
                let lighter: Vec<f64> = drops(load, 250, 3, &holder).iter().map(|load| load.kg()).collect();
                lines.push(format!("  ramp {ready:?} drops {lighter:?} plates {:?}", holder.plates(load)));
                // After a first set that was easier, as planned or harder.
                for (reps, rir) in
                    [(ask.planned.reps.1, 5), (ask.planned.reps.0, 2), (ask.planned.reps.0 - 3, 0)]
                {
                    let effort = Effort { rir: Some(Rir::saturating(2 * rir)), confirmed: true };
                    let entry = SetEntry::work(load, Reps::saturating(reps.into()), effort);
                    let sets = [DraftSet { at: 1, entry }];
                    let next = next_of(
                        Some(&ask.planned),
                        Some((Some(load), ask.advice.reps)),
                        &sets,
                        &holder,
                        0.0,
                        true,
                    );
                    lines.push(format!("  after {reps}, {rir} left: {next:?}"));
                }
            }
        }
    }
    compare("next.txt", &lines);
}

#[test]
fn what_can_stand_in_or_be_added_is_what_it_was() {
    let mut lines = Vec::new();
    for (name, book, _) in lifters::all() {
        let (Some(plan), Some(profile)) = (book.plans.active(), &book.profile) else { continue };
        lines.push(format!("# {name}"));
        let session = &plan.weeks[0].sessions[0];
        let names: Vec<ExerciseId> = session.exercises.iter().map(|one| one.exercise.clone()).collect();
        for (at, one) in session.exercises.iter().enumerate() {
            let list = stand_ins(plan, 0, &one.exercise, profile, &book.exercises);
            let list: Vec<String> = list
                .iter()
                .take(4)
                .map(|one| {
                    format!(
                        "{} {:.2} {} {:?} {:?}",
                        one.exercise.as_str(),
                        one.score,
                        one.careful,
                        one.changes,
                        one.uncovers
                    )
                })
                .collect();
            lines.push(format!("{}: {}", one.exercise.as_str(), list.join(", ")));
            let own = &book.exercises;
            let setting = Setting { profile, own, session: &names, week: &names, sets: one.sets };
            let needs = one.built_in().and_then(|row| row.needs.first().copied()).unwrap_or(Kit::NONE);
            for because in
                [Because::Taken(needs), Because::Pain(None), Because::Pain(Some(Joint::Knee)), Because::Time]
            {
                let list = substitutes(&one.exercise, because, &setting);
                let list: Vec<String> = list
                    .iter()
                    .map(|one| {
                        format!(
                            "{} {:.2} {:?} {}",
                            one.with.exercise.as_str(),
                            one.likeness,
                            one.uncovers,
                            one.longer
                        )
                    })
                    .collect();
                lines.push(format!("  {because:?}: {}", list.join(", ")));
            }
            lines.push(format!("  {:?}", finishers(one, Phase::Working, profile, Rir::ZERO)));
            lines.push(format!("  {:?}", partners(session, at)));
        }
    }
    compare("stand-ins.txt", &lines);
}

/// What is offered some days after the last one, and what comes of taking it.
fn offered(book: &Logbook, plan: &Plan, today: Day, lines: &mut Vec<String>) {
    let profile = book.profile.as_ref().unwrap();
    let known = Known {
        plans: &book.plans,
        log: &book.log,
        own: &book.exercises,
        body: &book.body,
        put_off: None,
        today,
    };
    lines.push(format!("{today}, free from week {}", free_week(plan, &book.log, today)));
    let Some(offer) = offer(&known) else { return };
    let starts = first_day(&offer, plan, profile, today);
    let limits = PlanLimits::default();
    let request = Request { profile, limits, id: PlanId::new(9, [9; 10]), today, starts, recent: None };
    lines.push(format!("  {offer:?} from {starts}"));
    if let Some(next) = taken(&offer, &known, &request) {
        lines.push(format!("  {}", drawn(&next)));
        lines.extend(difference(plan, &next, &book.exercises).iter().map(|one| format!("  {one:?}")));
    }
}

#[test]
fn the_next_block_and_the_way_back_are_what_they_were() {
    let mut lines = Vec::new();
    for (name, book, today) in lifters::all() {
        let Some(plan) = book.plans.active() else { continue };
        lines.push(format!("# {name}"));
        for after in [0, 9, 16, 40] {
            offered(book, plan, today.plus(after), &mut lines);
        }
        let profile = book.profile.as_ref().unwrap();
        let limits = PlanLimits::default();
        let id = PlanId::new(8, [8; 10]);
        let request = Request { profile, limits, id, today: *today, starts: *today, recent: None };
        let volume = mesocycle::recent(plan, &book.log, &book.exercises, *today);
        lines.push(format!("so far {volume:?}"));
        lines.push(format!(
            "then {}",
            drawn(&mesocycle::next_block(&request, plan, &book.log, &book.exercises))
        ));
        if let Some((changed, week)) = changed(plan, &book.log, &book.exercises, &request) {
            lines.push(format!("changed from week {week}: {}", drawn(&changed)));
        }
    }
    compare("blocks.txt", &lines);
}
