//! What the simulated are shown of their progress: sets by week and month, estimates and records, nights and weight.

use super::{compare, lifters};
use chrono::Weekday;
use legwork::domain::anatomy::{Function, Muscle};
use legwork::domain::calendar::Week;
use legwork::domain::nutrition::burn::burn;
use legwork::domain::nutrition::trend::{slope, smoothed};
use legwork::domain::recovery::{RecoveryLog, Strain, nights, signs};
use legwork::domain::settings::Counting;
use legwork::domain::statistics::Formula;
use legwork::domain::training::estimates::{Basis, estimates, exercises};
use legwork::domain::training::finish::summary;
use legwork::domain::training::records::records;
use legwork::domain::training::visits::{course, swaps, visits};
use legwork::domain::volume::{Counted, Source, Span, columns, is_fast, ledger};

#[test]
fn the_columns_of_every_log_are_what_they_were() {
    let counted = Muscle::MAIN
        .map(Counted::Muscle)
        .into_iter()
        .chain([Counted::Function(Function::RectusFemoris), Counted::Function(Function::KneeHamstrings)]);
    let counted: Vec<Counted> = counted.collect();
    let mut lines = Vec::new();
    for (name, book, today) in lifters::all() {
        let ledger = ledger(&book.log, &book.exercises, &book.trials);
        lines.push(format!("# {name}: {:?}", ledger.uncounted));
        for (counting, span) in [
            (Counting::Fractional, Span::Weeks),
            (Counting::DirectOnly, Span::Weeks),
            (Counting::Fractional, Span::AllTime),
        ] {
            let source = Source {
                ledger: &ledger,
                log: &book.log,
                draft: book.draft.as_ref(),
                plans: &book.plans,
                own: &book.exercises,
                today: *today,
                starts_on: Weekday::Mon,
                counting,
            };
            for counted in &counted {
                let (step, all) = columns(&source, *counted, span, Week::of(*today, Weekday::Mon));
                let one = |place: usize| {
                    let column = all[place];
                    let sets = [column.done, column.planned, column.missed].map(|sets| sets.sets());
                    let fast = if is_fast(&all, place, 10) { " fast" } else { "" };
                    let deload = if column.deload { " deload" } else { "" };
                    format!("{:.2} {:.2} {:.2}{deload}{fast}", sets[0], sets[1], sets[2])
                };
                let all: Vec<String> = (0..all.len()).map(one).collect();
                lines.push(format!("{counting:?} {counted:?} {step:?}: {}", all.join(", ")));
            }
        }
    }
    compare("columns.txt", &lines);
}

#[test]
fn the_strength_of_every_log_is_what_it_was() {
    let mut lines = Vec::new();
    for (name, book, today) in lifters::all() {
        lines.push(format!("# {name}"));
        let basis = Basis { log: &book.log, plans: &book.plans, trials: &book.trials, body: &book.body };
        for (place, exercise) in exercises(&book.log, &book.exercises).iter().take(4).enumerate() {
            for formula in Formula::ALL.into_iter().take(if place == 0 { Formula::ALL.len() } else { 1 }) {
                let found = estimates(&basis, exercise, formula, today.plus(-90), *today);
                let points: Vec<String> = found
                    .points
                    .iter()
                    .map(|point| {
                        let estimate = &point.estimate;
                        format!(
                            "{} {:.1} {:?} {:?}",
                            point.day,
                            estimate.load.kg(),
                            estimate.confidence,
                            point.bodies
                        )
                    })
                    .collect();
                lines.push(format!("{} {formula:?}: {}", exercise.as_str(), points.join(", ")));
                lines.push(format!(
                    "  {} {} {:?} {:?} {:?}",
                    found.uses_effort,
                    found.spans,
                    found.left_out,
                    found.best(),
                    found.trend().map(|trend| (
                        trend.slope,
                        trend.order,
                        trend.is_sure(),
                        trend.at(70.0),
                        trend.range(70.0)
                    ))
                ));
            }
            lines.push(format!("  {:?}", records(&book.log, exercise, None)));
            let seen = visits(&book.log, exercise);
            lines.push(format!("  {} visits, {:?}", seen.len(), course(&seen)));
            lines.push(format!("  {:?}", swaps(&book.log, &book.plans, &book.exercises, exercise, 3)));
        }
        for session in book.log.sessions().rev().take(2) {
            let told = summary(session, &book.log, &book.exercises, Counting::Fractional, true, &book.trials);
            lines.push(format!("{}: {told:?}", session.day));
        }
    }
    compare("strength.txt", &lines);
}

#[test]
fn the_body_of_everybody_is_what_it_was() {
    let mut lines = Vec::new();
    for (name, book, today) in lifters::all() {
        lines.push(format!("# {name}"));
        for today in [today.plus(-11), *today] {
            let strain = Strain::of(&book.log, &book.plans, &book.exercises, today);
            let sleep = &book.body.sleep;
            lines.push(format!("{strain:?} {:?}", signs(&strain, sleep, &RecoveryLog::default(), today)));
            lines.push(format!(
                "{:?} {:?}",
                nights::month(sleep, today),
                nights::course(sleep, today.plus(-9), today)
            ));
            lines.push(format!(
                "{:?} {:?}",
                slope(&book.body.weights, today),
                smoothed(&book.body.weights).last()
            ));
            let profile = book.profile.as_ref().unwrap();
            lines.push(format!(
                "{:?}",
                burn(profile, &book.safety, &book.body, &book.food, &book.diet, today)
            ));
        }
    }
    compare("bodies.txt", &lines);
}
