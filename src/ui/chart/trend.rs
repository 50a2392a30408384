//! A value over time as a line with its points, and as a table one press away.

use super::{Scale, path, strokes};
use crate::ui::element::{El, Part, part, svg};
use crate::ui::table;

/// One point.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendPoint {
    /// When, in any even count.
    pub at: f64,
    /// How much.
    pub value: f64,
    /// When, in words.
    pub label: String,
    /// How much, in words.
    pub number: String,
}

const WIDTH: f64 = 326.0;
const LEFT: f64 = 40.0;
const TOP: f64 = 10.0;
const BASE: f64 = 112.0;
/// Room at the right, so that the last point is whole.
const RIGHT: f64 = 8.0;

/// Draws the points, oldest first, and the table beneath. `words` opens the table and heads it.
pub fn trend(points: Vec<TrendPoint>, summary: &str, words: [&'static str; 3]) -> Part {
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    for point in &points {
        (least, most) = (least.min(point.value), most.max(point.value));
    }
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return part([]) };
    let (from, room) = (least, (most - least).max(most * 0.02));
    let across = Scale::new(last.at - first.at, WIDTH - LEFT - RIGHT);
    let up = Scale::new(room, BASE - TOP);
    let x = |point: &TrendPoint| LEFT + across.at(point.at - first.at);
    let y = |value: f64| BASE - up.at(value - from);
    let mut line = String::new();
    for (place, point) in points.iter().enumerate() {
        line.push_str(&strokes(&[(if place == 0 { "M" } else { "L" }, x(point)), (" ", y(point.value))]));
    }
    let ends = [first, last].into_iter().enumerate().map(|(place, point)| {
        svg("text")
            .class("weeks__tick")
            .set("text-anchor", if place == 0 { "start" } else { "end" })
            .set_number("x", if place == 0 { LEFT } else { WIDTH })
            .set("y", "126")
            .text(&point.label)
    });
    let mut ticks: Vec<&TrendPoint> = Vec::new();
    for wanted in [least, most] {
        ticks.extend(points.iter().find(|point| point.value == wanted));
    }
    let steps = ticks.into_iter().flat_map(|point| {
        let at = y(point.value);
        let edge = path("trend__step", &strokes(&[("M", LEFT), (" ", at), ("H", WIDTH)]));
        let tick = svg("text").class("weeks__tick").set("x", "0").set_number("y", at + 4.0);
        [edge, tick.text(&point.number)]
    });
    let dots = points.iter().map(|point| {
        svg("circle")
            .class("trend__dot")
            .set_number("cx", x(point))
            .set_number("cy", y(point.value))
            .set("r", "3")
    });
    let drawing = svg("svg")
        .class("weeks trend")
        .set("viewBox", "0 0 326 130")
        .set("role", "img")
        .set("aria-label", summary)
        .all(steps)
        .child(path("trend__line", &line))
        .all(dots)
        .all(ends.collect::<Vec<El>>());
    let cells =
        move || points.iter().rev().map(|point| vec![point.label.clone(), point.number.clone()]).collect();
    let [word, when, value] = words;
    part([drawing, table(word, &[when, value], cells)])
}
