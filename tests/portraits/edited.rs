//! What the rules say of plans that their people changed, and how the changes are told.

use super::plans::{plan_of, sets};
use super::{compare, people};
use legwork::domain::athlete::Profile;
use legwork::domain::exercise::OwnExercises;
use legwork::domain::plan::check::check;
use legwork::domain::plan::coverage::promises;
use legwork::domain::plan::difference::difference;
use legwork::domain::plan::edit::{Edit, Scope, Value, apply, usual};
use legwork::domain::plan::{Finisher, Plan, minutes, why};
use legwork::domain::units::{Minutes, Rir, Seconds};

/// Changes of one kind after another to the first session.
fn changes(plan: &Plan) -> Vec<Edit> {
    let list = &plan.weeks[0].sessions[0].exercises;
    let (Some(first), Some(last)) = (list.first(), list.last()) else { return Vec::new() };
    let (one, other) = (first.exercise.clone(), last.exercise.clone());
    let set = |value| Edit::Set { session: 0, exercise: one.clone(), value };
    let row = legwork::domain::exercise::find("nordic-curl").unwrap();
    vec![
        set(Value::Sets(9)),
        set(Value::Reps(4, 25)),
        set(Value::Rir(Rir::ZERO, Rir::ZERO)),
        set(Value::Rest(Seconds::saturating(300))),
        set(Value::Finisher(Some(Finisher::MyoReps { pause: 15, minis: 3, reps: 4 }))),
        Edit::Remove { session: 0, exercise: other.clone() },
        Edit::Swap { session: 0, exercise: one.clone(), with: row.into() },
        Edit::Add { session: 0, at: 1, one: usual(row, 4) },
        Edit::Move { session: 0, exercise: other.clone(), to: 0 },
        Edit::Pair { session: 0, exercise: one.clone(), with: Some(other) },
        Edit::Around { session: 0, warm_up: Minutes::saturating(25), cool_down: Minutes::saturating(0) },
        Edit::Day { session: 0, weekday: chrono::Weekday::Sat },
    ]
}

fn told(plan: &Plan, edit: &Edit, profile: &Profile, own: &OwnExercises) -> Vec<String> {
    let changed = match apply(plan, Scope::From(0), edit) {
        Ok(changed) => changed,
        Err(refused) => return vec![format!("{edit:?}: {refused:?}")],
    };
    let takes: Vec<u16> =
        changed.weeks[0].sessions.iter().map(|session| minutes::rounded(session).get()).collect();
    let mut lines = vec![format!("{edit:?}: {} {takes:?} min", sets(&changed.weeks[0].sessions[0]))];
    lines.extend(difference(plan, &changed, own).iter().map(|one| format!("  {one:?}")));
    lines.extend(check(&changed, profile, own).iter().map(|one| format!("  ! {one:?}")));
    lines.push(format!("  {:?}", promises(&changed, profile, own)));
    lines
}

#[test]
fn what_is_said_of_changed_plans_is_what_it_was() {
    let own = OwnExercises::default();
    let mut lines = Vec::new();
    for (n, (name, profile)) in people::everybody().into_iter().enumerate().step_by(5) {
        let plan = plan_of(n, &profile);
        lines.push(format!("# {name}"));
        for edit in changes(&plan) {
            lines.extend(told(&plan, &edit, &profile, &own));
        }
    }
    compare("edited.txt", &lines);
}

#[test]
fn the_reasons_of_every_exercise_are_what_they_were() {
    let own = OwnExercises::default();
    let mut lines = Vec::new();
    for (n, (name, profile)) in people::everybody().into_iter().enumerate().step_by(4) {
        let plan = plan_of(n, &profile);
        lines.push(format!("# {name}"));
        let week = plan.weeks.len() / 2;
        for (at, session) in (0_u8..).zip(&plan.weeks[week].sessions) {
            for (place, one) in (0_u8..).zip(&session.exercises) {
                let list = why::exercise(&plan, &profile, &own, u8::try_from(week).unwrap(), at, place);
                let rules: Vec<String> =
                    list.iter().map(|why| format!("{:?} {:?}", why.choice, why.rule)).collect();
                lines.push(format!("{}: {}", one.exercise.as_str(), rules.join(", ")));
            }
            lines.push(format!("{:?}", why::session(session)));
        }
    }
    compare("reasons.txt", &lines);
}
