//! What each is told to eat, and when.

use super::{compare, people};
use legwork::domain::calendar::Day;
use legwork::domain::nutrition::diet::{Diet, maintenance_for, targets_with};
use legwork::domain::nutrition::meals::{SessionTime, meals};
use legwork::domain::nutrition::waking::{Waking, meals_at, times};
use legwork::domain::safety::SafetyAnswers;
use legwork::domain::units::Minutes;

#[test]
fn everybodys_targets_and_meals_are_what_they_were() {
    let today = Day::parse("2026-11-16").unwrap();
    let answers = SafetyAnswers { conditions: Some(Default::default()), ..SafetyAnswers::default() };
    let mut lines = Vec::new();
    for (n, (name, profile)) in people::everybody().into_iter().enumerate() {
        lines.push(format!("# {name}"));
        let (told, bad) = targets_with(&profile, &answers, None, today, &Diet::default());
        let targets = match told {
            Ok(targets) => targets,
            Err(refusal) => {
                lines.push(format!("{refusal:?}, {bad:?}"));
                continue;
            }
        };
        lines.push(format!("{targets:?}"));
        for more in [-120.0, 90.0] {
            let wanted = targets.energy + more;
            let burnt = maintenance_for(&profile, &answers, None, today, &Diet::default(), wanted);
            lines.push(format!("{more} kcal: {burnt:?}"));
        }
        let waking =
            [Waking::USUAL, Waking { wakes: 300, sleeps: 1260 }, Waking { wakes: 840, sleeps: 330 }][n % 3];
        let starts = [None, Some(1050), Some(420), Some(1200), Some(60)][n % 5];
        let session = starts.map(|starts| SessionTime { starts, length: Minutes::saturating(60) });
        lines.push(format!("{:?}", meals(&targets, session)));
        for count in 3..=6 {
            let at = times(waking, count, session);
            let eaten = meals_at(&targets, &at, waking, session);
            lines.push(format!("{count} meals, {session:?}, {waking:?}: {at:?} {eaten:?}"));
        }
    }
    compare("food.txt", &lines);
}

#[test]
fn the_hours_of_meals_are_what_they_were() {
    let mut lines = Vec::new();
    let lengths = [300, 480, 700, 840, 960, 1_080, 1_230, 1_440];
    for (n, length) in lengths.into_iter().enumerate() {
        let wakes = [420, 300, 840, 1_200][n % 4];
        let waking = Waking { wakes, sleeps: (wakes + length) % 1_440 };
        for after in [
            None,
            Some(0),
            Some(50),
            Some(120),
            Some(230),
            Some(345),
            Some(500),
            Some(640),
            Some(800),
            Some(935),
        ] {
            let session = after.map(|after| SessionTime {
                starts: (wakes + after) % 1_440,
                length: Minutes::saturating([45, 90, 150][n % 3]),
            });
            let list = [3, 4, 5].map(|count| {
                let clock = |at: u16| (at + 1_440 - wakes) % 1_440;
                times(waking, count, session)
                    .into_iter()
                    .map(|at| clock(at).to_string())
                    .collect::<Vec<_>>()
                    .join(" ")
            });
            lines.push(format!("{length} min awake, lifting after {after:?}: {}", list.join(" | ")));
        }
    }
    compare("hours.txt", &lines);
}
