//! What can be wrong with a typed form: the field and the problem, without words.

/// A field that can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Field {
    Age,
    Height,
    Inches,
    Weight,
    BodyFat,
    Minutes,
    Days,
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Problem {
    /// Needed, and empty.
    Empty,
    /// Not a number.
    NotANumber,
    /// Longer than any number.
    TooLong,
    /// A fraction where only a whole number is clear.
    NotWhole,
    /// Outside its range, in the unit it is typed in.
    OutOfRange(f64, f64),
    /// Not one to four days.
    NotOneToFour,
}
