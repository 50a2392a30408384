//! The words of the second copy and of the way back from an emptied store.

use super::count::many;
use crate::domain::calendar::Day;
use crate::i18n::full_day;

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Second copy";
    pub const ABOUT: &str = "Made in this browser after each session, beside what is saved. It helps where the browser loses one of the two; a file outside helps where it loses both.";
    pub const UNAVAILABLE: &str = "This browser keeps no second copy. Save a file now and then.";
    pub const NEVER: &str = "None yet: the first is made soon after something is logged.";
    pub const EVERY: &str = "Every copy there is";
    pub const LOOK: &str = "Look";
    pub const READING: &str = "Reading";
    pub const UNREADABLE: &str = "The browser did not give it. Nothing has changed.";
    pub const NOT_TAKEN: &str = "It could not be put back. Nothing has changed.";
    pub const LOST: &str = "Your log is still here";
    pub const LOST_TEXT: &str =
        "This browser has emptied what Legwork had saved in it. The second copy is there:";
    pub const DAMAGED: &str = "Part of your log cannot be read";
    pub const DAMAGED_TEXT: &str = "What this browser had saved is damaged. The damaged part can come from the second copy; the rest stays as it is. The copy has:";
    pub const WITHOUT: &str = "Go on without";
    pub const UNREAD: &str = "Your log could not be read";
    pub const UNREAD_TEXT: &str = "What Legwork had saved here is gone. There may be a second copy, but it could not be read just now. Nothing of it was deleted: reload to try again.";
    pub const BRING: &str = "Bring it back";
    pub const ANEW: &str = "Start anew";
}
pub use plain::*;

/// When the newest copy was made.
pub fn newest(minutes_ago: i64) -> String {
    match minutes_ago {
        ..2 => "The newest is of just now.".to_owned(),
        2..120 => format!("The newest is of {minutes_ago} minutes ago."),
        120..2880 => format!("The newest is of {} hours ago.", minutes_ago / 60),
        _ => format!("The newest is of {} days ago.", minutes_ago / 1440),
    }
}

/// A copy in the list.
pub fn snapshot(day: Day, sessions: usize, sets: usize) -> String {
    format!("{}: {}", full_day(day), counts(sessions, sets))
}

/// What a press on a copy does.
pub fn look_at(snapshot: &str) -> String {
    format!("Look at the copy of {snapshot}")
}

/// What the newest copy holds.
pub fn holds(day: Day, sessions: usize, sets: usize) -> String {
    format!("{}, as of {}.", counts(sessions, sets), full_day(day))
}

fn counts(sessions: usize, sets: usize) -> String {
    format!("{} with {}", many(sessions, "session"), many(sets, "set"))
}

/// Parts of a copy that cannot be read.
pub fn parts_unread(parts: usize) -> String {
    if parts == 1 {
        "One part of it cannot be read and is left out.".to_owned()
    } else {
        format!("{parts} parts of it cannot be read and are left out.")
    }
}
