//! Logs that grew apart on several devices: in whatever order they are joined, the same log comes of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use legwork::archive::merge;
use legwork::domain::calendar::Day;
use legwork::domain::exercise::ExerciseId;
use legwork::domain::id::SessionId;
use legwork::domain::logbook::Logbook;
use legwork::domain::training::{Effort, ExerciseWork, Session, SetEntry, Source};
use legwork::domain::units::{Kg, Reps};
use proptest::prelude::*;

const DEVICES: usize = 3;

/// What a person does on one of the devices to the session they pick.
#[derive(Debug, Clone, Copy)]
enum Act {
    Log,
    Rename,
    /// To so many days later; months are left that way.
    Move(i64),
    Delete,
    /// What one device knows comes to another, as by a file.
    Hand(usize),
}

fn acts() -> impl Strategy<Value = Vec<(usize, Act, prop::sample::Index)>> {
    let act = prop_oneof![
        3 => Just(Act::Log),
        3 => Just(Act::Rename),
        2 => (-70_i64..70).prop_map(Act::Move),
        2 => Just(Act::Delete),
        1 => (0..DEVICES).prop_map(Act::Hand),
    ];
    prop::collection::vec((0..DEVICES, act, any::<prop::sample::Index>()), 1..40)
}

fn session(number: usize, now: i64) -> Session {
    let set = SetEntry::work(Kg::saturating(1_000 * number as i64), Reps::saturating(8), Effort::default());
    let exercise = ExerciseId::parse("leg-press-45").unwrap();
    Session {
        id: SessionId::new(now, [number as u8; 10]),
        day: Day::parse("2026-06-15").unwrap().plus(number as i64 % 90),
        started_at: now,
        lasted: None,
        name: String::new(),
        slot: None,
        exercises: vec![ExerciseWork { exercise, sets: vec![set], note: String::new(), pain: None }],
        note: String::new(),
        edited_at: now,
        source: Source::Legwork,
    }
}

/// The devices after all of it; no two things happen in the same millisecond.
fn devices(acts: &[(usize, Act, prop::sample::Index)]) -> [Logbook; DEVICES] {
    let mut books: [Logbook; DEVICES] = Default::default();
    for number in 0..4 {
        let known = session(number, 1_000 + number as i64);
        books.iter_mut().for_each(|book| book.log.record(known.clone()));
    }
    for (number, (device, act, which)) in acts.iter().enumerate() {
        let now = 10_000 + 10 * number as i64;
        if let Act::Hand(to) = act {
            books[*to] = merge(&books[*to], &books[*device]);
            continue;
        }
        let log = &mut books[*device].log;
        let ids: Vec<SessionId> = log.sessions().map(|session| session.id).collect();
        match act {
            Act::Log => log.record(session(number + 4, now)),
            _ if ids.is_empty() => {}
            Act::Rename => {
                let name = format!("{device} {number}");
                log.edit(*which.get(&ids), now, &mut |session| {
                    session.name.clone_from(&name);
                    Ok(())
                })
                .unwrap();
            }
            Act::Move(days) => {
                let id = *which.get(&ids);
                let day = log.find(id).unwrap().day.plus(*days);
                log.move_session(id, day, now).unwrap();
            }
            Act::Delete => {
                let id = *which.get(&ids);
                log.delete(id, log.edit_moment(id, now)).unwrap();
            }
            Act::Hand(_) => {}
        }
    }
    books
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_merge_gives_the_same_log(acts in acts()) {
        let books = devices(&acts);
        let joined = |order: [usize; DEVICES]| {
            let [a, b, c] = order.map(|device| &books[device]);
            [merge(&merge(a, b), c).log, merge(a, &merge(b, c)).log]
        };
        let expected = &joined([0, 1, 2])[0];
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            for log in &joined(order) {
                prop_assert_eq!(log, expected, "{:?}", order);
            }
        }
        let all = merge(&merge(&books[0], &books[1]), &books[2]);
        for book in &books {
            prop_assert_eq!(&merge(&all, book).log, &all.log, "what is in it already");
        }
    }
}
