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

impl VolumeRow {
    /// Everything that its drawing shows, as a text.
    fn shows(&self, end: &str) -> String {
        let mut text = end.to_owned();
        for value in [self.done, self.planned, self.unverified, self.band.0, self.band.1] {
            text.push(' ');
            text.push_str(&decimal::write_short(value, 2));
        }
        for words in [&self.label, &self.number, &self.note, &self.verdict] {
            text.push(' ');
            text.push_str(words);
        }
        text
    }
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

/// The marks of the axis, sets.
const TICKS: [f64; 3] = [0.0, 10.0, 20.0];
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
        let (drawn, tabled, scaled) = (rows.clone(), rows.clone(), rows.clone());
        // A row is drawn anew when its numbers, its words or the scale differ.
        let shows = move || {
            let rows = rows();
            let end = decimal::write_short(end_of(&rows), 1);
            rows.iter().map(|row| row.shows(&end)).collect()
        };
        let draw = move |place: usize, _: &str| {
            let rows = drawn();
            let row = rows.get(place).map(|row| bar(row, end_of(&rows), chosen.clone(), choose.clone()));
            row.unwrap_or_else(|| of("span", ""))
        };
        let ends = scaled.clone();
        let axis_shows = move || vec![decimal::write_short(end_of(&ends()), 1); TICKS.len()];
        let axis = move |place: usize, _: &str| {
            let value = TICKS.get(place).copied().unwrap_or_default();
            let x = decimal::write(Scale::new(end_of(&scaled()), 100.0).at(value), 2) + "%";
            svg("text").set("x", x).set("y", "11").text(decimal::write_short(value, 1))
        };
        let axis = of("div", "volume__axis")
            .set("aria-hidden", "true")
            .child(svg("svg").class("volume__ticks").pieces(axis_shows, axis));
        let chart = of("div", "volume")
            .set("role", "group")
            .set("aria-label", words.group)
            .pieces(shows, draw)
            .child(axis);
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
