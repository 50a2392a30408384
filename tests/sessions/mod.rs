//! A recorded session of a day, by what was done in it.

use legwork::domain::calendar::Day;
use legwork::domain::id::SessionId;
use legwork::domain::training::{ExerciseWork, Session, Source};

/// A session of ours, begun with its day.
pub fn session(day: Day, exercises: Vec<ExerciseWork>) -> Session {
    let millis = day.number() * 86_400_000;
    Session {
        id: SessionId::new(millis, [0; 10]),
        day,
        started_at: millis,
        lasted: None,
        name: String::new(),
        slot: None,
        exercises,
        note: String::new(),
        edited_at: 0,
        source: Source::Legwork,
    }
}
