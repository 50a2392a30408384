//! One muscle over some weeks as columns before the band; deload weeks are hatched.

use super::{Scale, axis_end, hatching, path, rect, strokes};
use crate::decimal;
use crate::ui::element::{El, Part, Text, part, svg};
use crate::ui::table;
use std::rc::Rc;

/// One week's column.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekColumn {
    /// Its sets.
    pub sets: f64,
    /// Whether it was a deload.
    pub deload: bool,
    /// Its week, for the table.
    pub label: String,
    /// Its sets, for the table.
    pub number: String,
}

const WIDTH: f64 = 326.0;
const LEFT: f64 = 24.0;
const BASE: f64 = 120.0;

/// The columns.
pub struct WeeksChart {
    /// The weeks, oldest first; live.
    pub columns: Rc<dyn Fn() -> Vec<WeekColumn>>,
    /// The band; live.
    pub band: Rc<dyn Fn() -> (f64, f64)>,
    /// The class of its hue; live.
    pub hue: Rc<dyn Fn() -> &'static str>,
    /// What is seen, in words.
    pub summary: Text,
    /// The word that opens the table, and its heads.
    pub words: [&'static str; 3],
}

impl WeeksChart {
    /// Draws them and the table beneath.
    pub fn draw(self) -> Part {
        let Self { columns, band, hue, summary, words: [word, week, sets] } = self;
        let listed = columns.clone();
        let drawing = svg("svg")
            .live("class", move || Some(format!("weeks {}", hue())))
            .set("viewBox", "0 0 326 128")
            .set("role", "img")
            .live("aria-label", move || Some(summary()))
            .part(move || draw(&columns(), band()));
        let cells = move || listed().into_iter().map(|column| vec![column.label, column.number]).collect();
        part([drawing, table(word, &[week, sets], cells)])
    }
}

fn draw(columns: &[WeekColumn], band: (f64, f64)) -> Vec<El> {
    let values: Vec<f64> = columns.iter().map(|column| column.sets).chain([band.1]).collect();
    let scale = Scale::new(axis_end(&values), BASE - 4.0);
    let y = |value: f64| BASE - scale.at(value);
    let (top, bottom) = (y(band.1), y(band.0));
    let mut drawn = vec![
        rect("volume__band", LEFT, top, WIDTH - LEFT, bottom - top),
        path(
            "volume__edge",
            &strokes(&[("M", LEFT), (" ", top), ("H", WIDTH), ("M", LEFT), (" ", bottom), ("H", WIDTH)]),
        ),
    ];
    let slot = (WIDTH - LEFT) / columns.len().max(1) as f64;
    for (place, column) in columns.iter().enumerate() {
        let x = LEFT + slot * place as f64 + slot * 0.14;
        let (top, width) = (y(column.sets), slot * 0.72);
        let class = if column.deload { "weeks__deload" } else { "weeks__bar" };
        drawn.push(rect(class, x, top, width, BASE - top).set("rx", "2"));
        if column.deload {
            drawn.push(path("weeks__lines", &hatching(x, top, width, BASE - top, 5.0)));
        }
    }
    for value in [0.0, band.0, band.1] {
        let tick = svg("text").class("weeks__tick").set("x", "0").set_number("y", y(value) + 4.0);
        drawn.push(tick.text(decimal::write_short(value, 1)));
    }
    drawn
}
