//! How much room the log takes of what browsers give, in the units that they count.

/// UTF-16 units that every browser gives: Safari's 5 MiB are that many once one letter of a text is not Latin.
/// Source: WebKit, StorageMap; Chrome and Firefox give twice as many.
pub const BUDGET_UNITS: usize = 2_621_440;

/// Per cent from which on room is said to get short.
const SHORT_PERCENT: usize = 70;
/// Per cent from which on old years should go into a file.
const ARCHIVE_PERCENT: usize = 85;

/// How far room is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// There is enough.
    Enough,
    /// It gets short.
    Short,
    /// Old years should go into a file.
    Archive,
}

impl Room {
    /// Of so many units.
    ///
    /// ```
    /// use legwork::storage::{BUDGET_UNITS, Room};
    /// let at = |percent| Room::of(BUDGET_UNITS * percent / 100 + 1);
    /// assert_eq!([69, 70, 85].map(at), [Room::Enough, Room::Short, Room::Archive]);
    /// ```
    pub fn of(units: usize) -> Self {
        match percent(units) {
            ARCHIVE_PERCENT.. => Self::Archive,
            SHORT_PERCENT.. => Self::Short,
            _ => Self::Enough,
        }
    }
}

/// Per cent of the room that so many units take.
pub fn percent(units: usize) -> usize {
    units.saturating_mul(100) / BUDGET_UNITS
}
