//! A plan in a link.

#[path = "../forged/mod.rs"]
mod forged;

use forged::forged;
use legwork::domain::calendar::Day;
use legwork::domain::exercise::OwnExercises;
use legwork::domain::id::PlanId;
use legwork::domain::plan::link::{LinkError, decode, encode};

/// A link as text, and the bytes in one with the checksum that they would need.
pub fn plan(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        opened(text);
    }
    opened(&forged(bytes));
}

fn opened(text: &str) {
    let (id, today) = (PlanId::new(7, [3; 10]), Day::EPOCH);
    let Ok(shared) = decode(text, id, today) else { return };
    let mut own = OwnExercises::default();
    for custom in shared.own {
        own.list.insert(custom.id.clone(), custom);
    }
    let again = encode(&shared.plan, &own);
    match decode(&again, id, today) {
        Ok(copy) => {
            assert_eq!(copy.plan, shared.plan);
            assert!(copy.own.iter().all(|custom| own.list.get(&custom.id) == Some(custom)));
        }
        Err(why) => assert_eq!((why, again.len() > 8_000), (LinkError::TooLong, true)),
    }
}
