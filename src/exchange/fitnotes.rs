//! FitNotes' exports of Android and of iOS: a day without a time, and no name of a session. Android writes
//! names with commas and without quotation marks, which shifts the rest of the row: put right where only one
//! reading makes sense, refused where not.

use super::cells::{Cells, Marks, fits};
use super::foreign::{App, Place, Row, What};
use super::format::Format;
use super::header::{self, Header};
use super::number;
use super::refusal::{Column, Reason};
use super::sorting::{Hint, hint};
use super::spelling::fold;
use super::stamp;
use csv::StringRecord;

/// FitNotes' table.
pub(super) static FORMAT: Format = Format {
    app: App::FitNotes,
    names: &[
        ("date", Column::Date),
        ("exercise", Column::Exercise),
        ("category", Column::Category),
        ("weight", Column::Weight),
        ("weight unit", Column::WeightUnit),
        ("reps", Column::Reps),
        ("distance", Column::Distance),
        ("distance unit", Column::DistanceUnit),
        ("time", Column::Seconds),
        ("comment", Column::Notes),
        ("notes", Column::Notes),
    ],
    needed: &[Column::Date, Column::Exercise, Column::Category, Column::Weight, Column::Reps],
    read,
    mend,
};

fn read<'a>(cells: &Cells<'a>, marks: &mut Marks) -> Result<Row<'a>, Reason> {
    let at = stamp::local(cells.get(Column::Date)).ok_or(Reason::Date)?;
    let exercise = cells.name(Column::Exercise)?;
    if exercise.is_empty() {
        return Err(Reason::NoExercise);
    }
    let set = cells.set(marks)?;
    // The drawer the person keeps the exercise in: a hint where its name gives none.
    let legs = hint(&fold(cells.get(Column::Category))) != Hint::Other;
    let place = Place { legs, ..Place::new(at, "", exercise) };
    Ok(Row::Of(place, What::Set(set, cells.get(Column::Notes))))
}

/// More commas than this are in no name.
const COMMAS_MAX: usize = 8;

fn mend(record: &StringRecord, header: &Header) -> Option<StringRecord> {
    // Blanks at the end hide a shift: such a row has cells enough, and they hold the wrong things.
    let right = fits(record, header) && (record.len() == header.width || sensible(record, header));
    let whole = if right { None } else { unshifted(record, header) };
    let record = whole.as_ref().unwrap_or(record);
    // Quotation marks that were doubled twice: `""heavy""`, and `""` for nothing.
    if record.iter().any(|cell| cell.contains("\"\"")) {
        return Some(record.iter().map(|cell| cell.replace("\"\"", "\"")).map(nothing).collect());
    }
    whole
}

fn nothing(cell: String) -> String {
    if cell == "\"" { String::new() } else { cell }
}

/// The row as it was before commas in the name and in the remark made cells of their own: the one way to join
/// them in which every other column holds what it should.
fn unshifted(record: &StringRecord, header: &Header) -> Option<StringRecord> {
    let extra = record.len().checked_sub(header.width).filter(|extra| (1..=COMMAS_MAX).contains(extra))?;
    let name = header.place(Column::Exercise)?;
    let remark = header.place(Column::Notes).filter(|at| at + 1 == header.width);
    let mut found = None;
    for in_name in 0..=extra {
        // What the name does not take can only belong to a remark, and only one that ends the row.
        if in_name < extra && remark.is_none() {
            continue;
        }
        let joined = joined(record, name, in_name, header.width);
        if sensible(&joined, header) {
            if found.is_some() {
                return None;
            }
            found = Some(joined);
        }
    }
    found
}

fn joined(record: &StringRecord, name: usize, in_name: usize, width: usize) -> StringRecord {
    let mut cells: Vec<String> = Vec::with_capacity(width);
    for (at, cell) in record.iter().enumerate() {
        match cells.last_mut() {
            Some(last) if (name + 1..=name + in_name).contains(&at) || at >= width + in_name => {
                last.push(',');
                last.push_str(cell);
            }
            _ => cells.push(cell.to_owned()),
        }
    }
    cells.into_iter().collect()
}

/// Whether every column but the names and remarks holds what it should.
fn sensible(record: &StringRecord, header: &Header) -> bool {
    let cells = Cells { record, header, line: 0, zone: |_| 0 };
    let number = |text: &str| number::decimal(text, &mut None).is_ok();
    let unit = |column, known: fn(&str) -> bool| {
        let word = fold(cells.get(column));
        word.is_empty() || known(&word)
    };
    let weights = header.weights.iter().map(|(at, _)| *at);
    let numbers = weights.chain(header.distances.iter().map(|(at, _)| *at)).chain(header.place(Column::Reps));
    let time = cells.get(Column::Seconds);
    // A category is a word: without this a row with an empty cell more has two readings.
    let category = cells.get(Column::Category);
    numbers.into_iter().all(|at| number(record.get(at).unwrap_or_default()))
        && unit(Column::WeightUnit, |word| header::mass(word).is_some())
        && unit(Column::DistanceUnit, |word| header::distance(word).is_some())
        && (time.is_empty() || time.contains(':') || number(time))
        && !category.is_empty()
        && !number(category)
}
