//! Hard sets of a week by muscle, against the band: done solid, still planned hatched. The same numbers
//! stand as a table one press away.

use super::{Scale, axis_end, hatching, path, rect, strokes};
use crate::decimal;
use crate::ui::element::{El, Part, Told, of, part, say_as, svg};
use crate::ui::{bare_button, table};
use std::rc::Rc;

/// One muscle's row.
#[derive(Debug, Clone, PartialEq)]
pub struct VolumeRow {
    /// What the caller knows it by.
    pub key: u8,
    /// Its name.
    pub label: String,
    /// The class of its hue.
    pub hue: &'static str,
    /// Sets done.
    pub done: f64,
    /// Sets still planned.
    pub planned: f64,
    /// The part of what is done that nobody vouched for.
    pub unverified: f64,
    /// The band.
    pub band: (f64, f64),
    /// The number at the end.
    pub number: String,
    /// A line beneath: its functions.
    pub note: String,
    /// How it stands, in words.
    pub verdict: String,
    /// Cells of the table: done, planned, band, verdict.
    pub cells: [String; 4],
}

/// The words around the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VolumeWords {
    /// Heads of the table's columns.
    pub heads: [&'static str; 5],
    /// The word that opens the table.
    pub table: &'static str,
    /// What a group of rows is.
    pub group: &'static str,
}

const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 18.0;

/// The chart.
pub struct VolumeChart {
    /// Its rows; live.
    pub rows: Rc<dyn Fn() -> Vec<VolumeRow>>,
    /// The row that is looked at; live.
    pub chosen: Rc<dyn Fn() -> u8>,
    /// Told which row to look at.
    pub choose: Told<u8>,
    /// The words around it.
    pub words: VolumeWords,
}

impl VolumeChart {
    /// Draws it and the table beneath.
    pub fn draw(self) -> Part {
        let Self { rows, chosen, choose, words } = self;
        let (drawn, tabled) = (rows.clone(), rows.clone());
        let bars = move || {
            let rows = drawn();
            let end = end_of(&rows);
            rows.iter().map(|row| bar(row, end, chosen.clone(), choose.clone())).collect::<Vec<El>>()
        };
        let axis = move || {
            let scale = Scale::new(end_of(&rows()), 100.0);
            [0.0, 10.0, 20.0].map(|value: f64| {
                let x = decimal::write(scale.at(value), 2) + "%";
                svg("text").set("x", x).set("y", "11").text(decimal::write_short(value, 1))
            })
        };
        let axis = of("div", "volume__axis")
            .set("aria-hidden", "true")
            .child(svg("svg").class("volume__ticks").part(axis));
        let chart =
            of("div", "volume").set("role", "group").set("aria-label", words.group).part(bars).child(axis);
        let cells = move || {
            let row = |row: VolumeRow| std::iter::once(row.label).chain(row.cells).collect();
            tabled().into_iter().map(row).collect()
        };
        part([chart, table(words.table, &words.heads, cells)])
    }
}

/// The end of the axis that holds every row and its band.
fn end_of(rows: &[VolumeRow]) -> f64 {
    let values: Vec<f64> = rows.iter().map(|row| (row.done + row.planned).max(row.band.1)).collect();
    axis_end(&values)
}

fn bar(row: &VolumeRow, end: f64, chosen: Rc<dyn Fn() -> u8>, choose: Told<u8>) -> El {
    let scale = Scale::new(end, WIDTH);
    let (low, high) = (scale.at(row.band.0), scale.at(row.band.1));
    let done = scale.at(row.done);
    let sure = scale.at(row.done - row.unverified);
    let whole = scale.at(row.done + row.planned);
    let key = row.key;
    let bars = svg("svg")
        .class("volume__bar")
        .set("viewBox", "0 0 240 18")
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .child(rect("volume__track", 0.0, 0.0, WIDTH, HEIGHT).set("rx", "4"))
        .child(rect("volume__band", low, 0.0, high - low, HEIGHT))
        .child(rect("volume__done", 0.0, 4.0, sure, 10.0))
        .child(rect("volume__unsure", sure, 4.0, done - sure, 10.0))
        .child(path("volume__unsure-lines", &hatching(sure, 4.0, done - sure, 10.0, 3.0)))
        .child(rect("volume__planned", done, 4.75, whole - done, 8.5))
        .child(path("volume__planned-lines", &hatching(done, 4.0, whole - done, 10.0, 6.0)))
        .child(path("volume__edge", &strokes(&[("M", low), (" 0v", HEIGHT), ("M", high), (" 0v", HEIGHT)])));
    let label = say_as("span", "volume__label", &row.label).child(say_as(
        "span",
        "visually-hidden",
        format!(": {}", row.verdict),
    ));
    let note = (!row.note.is_empty()).then(|| say_as("span", "volume__note", &row.note));
    bare_button(&format!("volume__row {}", row.hue))
        .live_bool("aria-pressed", move || chosen() == key)
        .press(move || choose(key))
        .child(label)
        .child(bars)
        .child(say_as("b", "volume__number", &row.number).set("aria-hidden", "true"))
        .maybe(note)
}
