//! How a session runs: whose turn it is after every set, what a finisher asks for, what is left when time is short,
//! and when the word on effort is put to the test.

use super::{compare, lifters, people, plans::plan_of};
use legwork::domain::calendar::Now;
use legwork::domain::exercise::{Exercise, Kit, OwnExercises, Pattern};
use legwork::domain::id::SessionId;
use legwork::domain::plan::{Finisher, coverage, schedule};
use legwork::domain::settings::MassUnit;
use legwork::domain::training::calibration::{bias, choose, due};
use legwork::domain::training::changes::Incoming;
use legwork::domain::training::loading::{Inventory, holder_of};
use legwork::domain::training::running::bout;
use legwork::domain::training::{Draft, Effort, SetEntry, SetKind};
use legwork::domain::units::{Kg, Minutes, Reps, Rir};

/// Logs the whole of it, a set after the other where the turn leads; who goes where is told.
fn run(mut draft: Draft, own: &OwnExercises) -> (Draft, String) {
    let gym = Inventory::usual(MassUnit::Kilograms);
    let (mut place, mut told) = (0, Vec::new());
    for at in 0..90 {
        let Some(one) = draft.exercises.get(place) else { break };
        let Some(planned) = one.planned.clone() else { break };
        let holder = holder_of(&gym, own.row(&one.exercise), Kit::GYM);
        let before = bout(&planned, &one.sets, &holder);
        let (kind, load, reps) = match before {
            Some(bout) => (bout.kind, bout.load, bout.reps),
            None => (SetKind::Work, Kg::saturating(60_000), planned.reps.1),
        };
        let effort = Effort { rir: Some(Rir::ONE), confirmed: true };
        let entry = SetEntry { kind, ..SetEntry::work(load, Reps::saturating(reps.into()), effort) };
        draft.record(place, entry, 1_000 * (at + 1)).unwrap();
        let next = bout(&planned, &draft.exercises[place].sets, &holder);
        let turn = draft.turn(place, kind, next);
        let rest = turn.rest.map_or(0, |rest| rest.get());
        told.push(format!("{place} {kind:?} {} kg x {reps} -> {} after {rest}", load.kg(), turn.place));
        place = turn.place;
        if draft.exercises[place].is_complete() && next.is_none() {
            let open = draft.exercises.iter().position(|one| !one.is_complete());
            let Some(open) = open else { break };
            place = open;
        }
    }
    (draft, told.join(", "))
}

#[test]
fn every_session_runs_as_it_did() {
    let own = OwnExercises::default();
    let mut lines = Vec::new();
    let finishers = [
        Finisher::Drop { per_mille: 250, times: 2 },
        Finisher::RestPause { pause: 20, bouts: 2 },
        Finisher::MyoReps { pause: 15, minis: 3, reps: 4 },
        Finisher::Partials { reps: 6 },
    ];
    for (n, (name, profile)) in people::everybody().into_iter().enumerate().step_by(3) {
        let mut plan = plan_of(n, &profile);
        if let Some(last) = plan.weeks[1].sessions[0].exercises.last_mut() {
            last.finisher = Some(finishers[n % finishers.len()]);
        }
        let (slot, day, _) = plan.slots().find(|(slot, ..)| slot.week == 1).unwrap();
        let now = Now { day, millis: 1_000, offset_minutes: 60 };
        let draft = schedule::start_draft(&plan, slot, SessionId::new(1, [0; 10]), now).unwrap();
        lines.push(format!("# {name}"));
        let week = coverage::week_tally(&plan.weeks[1], &own);
        let (done, told) = run(draft.clone(), &own);
        lines.push(told);
        let opens = (0..draft.exercises.len()).map(|place| draft.opens(place, &own));
        lines.push(format!("opens {:?}, {} sets", opens.collect::<Vec<_>>(), done.work_sets()));
        // Another exercise in place of the second, once before and once after a set of it; then the first goes last.
        let mut changed = draft.clone();
        let with = Incoming::from(legwork::domain::exercise::find("hip-thrust").unwrap());
        let careful = with.careful(profile.cautions);
        for sets in [0, 1] {
            let place = 1.min(changed.exercises.len() - 1);
            for at in 0..sets {
                let entry = SetEntry::work(Kg::saturating(50_000), Reps::saturating(9), Effort::default());
                changed.record(place, entry, 500 + at).unwrap();
            }
            changed.swap(place, &with, careful).unwrap();
        }
        changed.shift(0, changed.exercises.len() - 1).unwrap();
        changed.leave_out(0).unwrap();
        let asked = changed.exercises.iter().map(|one| {
            let planned = one.planned.as_ref();
            let asked = planned.map(|one| (one.sets, one.reps, one.rir.0.get(), one.paired_with));
            format!("{} {} {asked:?}", one.exercise.as_str(), one.sets.len())
        });
        lines.push(format!("changed, now at {}: {}", changed.current, asked.collect::<Vec<_>>().join(", ")));
        for time in [10, 20, 35] {
            let cut = changed.cut(Minutes::saturating(time), &week, &profile, &own);
            lines.push(format!("{time} min: {:?}, {} s", cut.asks, cut.trim.takes.get()));
        }
    }
    compare("sessions.txt", &lines);
}

#[test]
fn the_word_on_effort_is_tested_when_it_was() {
    let mut lines = Vec::new();
    for (name, book, today) in lifters::all().iter().filter(|(_, book, _)| !book.trials.is_empty()) {
        let (plan, profile) = (book.plans.active().unwrap(), book.profile.as_ref().unwrap());
        lines.push(format!("# {name}"));
        for after in [0, 10, 20, 40, 80, 200] {
            let day = today.plus(after);
            for pattern in [Pattern::Squat, Pattern::KneeExtension, Pattern::Hinge] {
                let (due, bias) = (due(&book.trials, pattern, day), bias(&book.trials, pattern, day));
                lines.push(format!("{day} {pattern:?} {due:?} {bias:?}"));
            }
            for session in &plan.weeks[1].sessions {
                let rows: Vec<&Exercise> =
                    session.exercises.iter().filter_map(|one| one.built_in()).collect();
                let place = choose(&rows, &book.trials, Kit::GYM, profile.cautions, day);
                lines.push(format!("  {:?}", place.map(|place| rows[place].slug)));
            }
        }
    }
    compare("trials.txt", &lines);
}
