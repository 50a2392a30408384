//! The plan each gets: its first week whole, what changes in the weeks after, what a shorter day leaves of a session.

use super::{compare, people};
use legwork::domain::anatomy::{Credit, Function, Muscle, Tally};
use legwork::domain::athlete::Profile;
use legwork::domain::calendar::Day;
use legwork::domain::exercise::OwnExercises;
use legwork::domain::id::PlanId;
use legwork::domain::plan::generate::{PlanLimits, Request, generate};
use legwork::domain::plan::link::{decode, encode};
use legwork::domain::plan::{Plan, PlannedSession, Prescription, coverage, minutes, why};
use legwork::domain::training::trim::{Remaining, trim};
use legwork::domain::units::{Minutes, SetCount};

/// The plan of a person; every fourth has trained before, every seventh may not progress or is young.
pub fn plan_of(n: usize, profile: &Profile) -> Plan {
    let day = Day::parse("2026-11-16").unwrap();
    let recent = (n % 4 == 2).then(|| {
        let mut week = Tally::default();
        let all = [(Function::Vasti, 2), (Function::HipHamstrings, 2), (Function::Gastrocnemius, 2)];
        week.add(Credit::of(&all), SetCount::whole(5 + u32::try_from(n % 9).unwrap()));
        week
    });
    let limits = match n % 7 {
        3 => PlanLimits { min_volume: true, ..PlanLimits::default() },
        6 => PlanLimits { no_progression: true, ..PlanLimits::default() },
        _ => PlanLimits::default(),
    };
    generate(&Request { profile, limits, id: PlanId::new(1, [0; 10]), today: day, starts: day, recent })
}

fn asked(one: &Prescription) -> String {
    let finisher = one.finisher.map(|finisher| format!(" {finisher:?}")).unwrap_or_default();
    let pair = one.paired_with.map(|place| format!(" with {place}")).unwrap_or_default();
    format!(
        "{} {} x {}-{} rir {}-{} rest {}{pair}{finisher}",
        one.exercise.as_str(),
        one.sets,
        one.reps.0,
        one.reps.1,
        one.rir.0.get(),
        one.rir.1.get(),
        one.rest.get()
    )
}

pub fn sets(session: &PlannedSession) -> String {
    let one = |one: &Prescription| format!("{}@{}", one.sets, one.rir.0.get());
    session.exercises.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn everybodys_plan_is_what_it_was() {
    let own = OwnExercises::default();
    let mut lines = Vec::new();
    for (n, (name, profile)) in people::everybody().into_iter().enumerate() {
        let plan = plan_of(n, &profile);
        lines.push(format!("# {name}"));
        for (place, session) in plan.weeks[0].sessions.iter().enumerate() {
            lines.push(format!("{:?}, {} s", session.weekday, minutes::estimate(session).get()));
            lines.extend(session.exercises.iter().map(|one| format!("- {}", asked(one))));
            if !session.exercises.is_empty() {
                let list = why::exercise(&plan, &profile, &own, 0, u8::try_from(place).unwrap(), 0);
                let rules: Vec<String> = list.iter().map(|why| format!("{:?}", why.rule)).collect();
                lines.push(format!("  because {}", rules.join(" ")));
            }
        }
        for week in &plan.weeks {
            let all: Vec<String> = week.sessions.iter().map(sets).collect();
            lines.push(format!(
                "{:?}: {} = {:?}",
                week.phase,
                all.join(" | "),
                coverage::week_tally(week, &own)
            ));
        }
        lines.extend(plan.compromises.iter().map(|one| format!("! {one:?}")));
    }
    compare("plans.txt", &lines);
}

#[test]
fn a_session_that_has_to_be_shorter_loses_what_it_lost() {
    let own = OwnExercises::default();
    let mut lines = Vec::new();
    for (n, (name, profile)) in people::everybody().into_iter().enumerate().step_by(3) {
        let plan = plan_of(n, &profile);
        let week = coverage::week_tally(&plan.weeks[0], &own);
        lines.push(format!("# {name}"));
        for time in [8, 15, 25, 40] {
            let rest: Vec<Remaining<'_>> = plan.weeks[0].sessions[0]
                .exercises
                .iter()
                .enumerate()
                .map(|(at, planned)| Remaining { planned, done: u8::from(at == 0) })
                .collect();
            let cut = trim(&rest, Minutes::saturating(time), &week, &profile, &own);
            lines.push(format!(
                "{time} min: {:?} left, {} s, without {:?}",
                cut.left,
                cut.takes.get(),
                cut.short
            ));
        }
    }
    compare("shorter.txt", &lines);
}

/// A link that was sent once has to open for ever.
#[test]
fn the_link_to_everybodys_plan_is_what_it_was_and_opens() {
    let own = OwnExercises::default();
    let mut lines = Vec::new();
    for (n, (name, profile)) in people::everybody().into_iter().enumerate().step_by(3) {
        let plan = plan_of(n, &profile);
        let link = encode(&plan, &own);
        let opened = decode(&link, plan.id, plan.created).unwrap().plan;
        assert_eq!(opened, Plan { compromises: Vec::new(), ..plan }, "{name}");
        lines.extend([format!("# {name}"), link]);
    }
    compare("links.txt", &lines);
}

#[test]
fn what_the_plans_of_many_others_leave_out_is_what_it_was() {
    let own = OwnExercises::default();
    let mut lines = Vec::new();
    for (n, (name, profile)) in people::others().enumerate() {
        let plan = plan_of(n, &profile);
        lines.push(format!("# {name}"));
        for week in [&plan.weeks[0], &plan.weeks[plan.weeks.len() - 2]] {
            let tally = coverage::week_tally(week, &own);
            let muscles = Muscle::MAIN.map(|muscle| tally.muscle(muscle).sets());
            let long = week.sessions.iter().map(|session| minutes::rounded(session).get());
            let count = week.sessions.iter().map(|session| session.exercises.len());
            lines.push(format!(
                "{muscles:?} in {:?} min, {:?} exercises",
                long.collect::<Vec<_>>(),
                count.collect::<Vec<_>>()
            ));
        }
        // In how many sessions each muscle is trained, week by week.
        let times = plan.weeks.iter().map(|week| {
            let tallies: Vec<Tally> =
                week.sessions.iter().map(|one| coverage::session_tally(one, &own)).collect();
            let of = |muscle| tallies.iter().filter(|tally| tally.muscle(muscle) >= SetCount::ONE).count();
            Muscle::MAIN.map(|muscle| of(muscle).to_string()).concat()
        });
        lines.push(times.collect::<Vec<_>>().join(" "));
        lines.extend(plan.compromises.iter().map(|one| format!("! {one:?}")));
    }
    compare("others.txt", &lines);
}
