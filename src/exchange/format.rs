//! The tables of the apps: what each calls its columns and how it reads a row. To read another app's table, add
//! a file with its `FORMAT` and a line to [`FORMATS`].

use super::cells::{Cells, Marks};
use super::foreign::{App, Row};
use super::header::{Header, Names};
use super::refusal::{Column, Reason};
use super::{fitbod, fitnotes, hevy, legwork, liftlog, liftosaur, strong};
use csv::StringRecord;

/// How an app's table is read.
pub(super) struct Format {
    /// Whose it is.
    pub app: App,
    /// What it calls its columns.
    pub names: Names,
    /// Without these there is no log; the rest may be missing.
    pub needed: &'static [Column],
    /// Reads a row whose cells fit the header.
    pub read: for<'a> fn(&Cells<'a>, &mut Marks) -> Result<Row<'a>, Reason>,
    /// Puts right what the app is known to write wrong; none where the row is as it should be.
    pub mend: fn(&StringRecord, &Header) -> Option<StringRecord>,
}

/// Every table that is read.
pub(super) static FORMATS: [&Format; 7] = [
    &strong::FORMAT,
    &hevy::FORMAT,
    &fitnotes::FORMAT,
    &liftosaur::FORMAT,
    &liftlog::FORMAT,
    &fitbod::FORMAT,
    &legwork::FORMAT,
];

/// Leaves a row as it is.
pub(super) fn as_it_is(_: &StringRecord, _: &Header) -> Option<StringRecord> {
    None
}
