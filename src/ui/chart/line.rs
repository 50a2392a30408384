//! Values over days as dots, with a line through them and a band to aim for.

use super::{path, strokes};
use crate::ui::element::{El, svg};

/// Values over days.
pub struct DaysChart {
    /// Its id on the page.
    pub id: &'static str,
    /// Dots: days since the first, and their values.
    pub dots: Vec<(f64, f64)>,
    /// The line: days since the first, and values.
    pub line: Vec<(f64, f64)>,
    /// The band to aim for: a start and the two ends of each day it is drawn to.
    pub band: Vec<(f64, f64, f64)>,
    /// The words of a value at the left.
    pub number: Box<dyn Fn(f64) -> String>,
    /// The values that have words; the highest and the lowest one where there are none.
    pub marks: Vec<f64>,
    /// The words of the first and the last day.
    pub ends: [String; 2],
    /// What is seen, in words.
    pub summary: String,
}

/// The size of the drawing.
pub const SIZE: (u32, u32) = (326, 160);
const WIDTH: f64 = 326.0;
const HEIGHT: f64 = 140.0;
const LEFT: f64 = 40.0;
const EDGE: f64 = 8.0;

impl DaysChart {
    /// Draws it; nothing where there is no dot.
    pub fn draw(self) -> El {
        let Self { id, dots, line, band, number, marks, ends, summary } = self;
        let all = || {
            let bands = band.iter().flat_map(|(_, low, high)| [*low, *high]);
            dots.iter().chain(&line).map(|(_, value)| *value).chain(bands).filter(|value| value.is_finite())
        };
        let (low, high) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
        let days = dots.iter().chain(&line).map(|(day, _)| *day);
        let last = days.chain(band.iter().map(|(day, ..)| *day)).fold(1.0, f64::max);
        let span = (high - low).max(0.5);
        let x = |day: f64| LEFT + day / last * (WIDTH - LEFT - EDGE);
        let y = |value: f64| HEIGHT - EDGE - (value - low) / span * (HEIGHT - 2.0 * EDGE);
        let mut drawing = svg("svg")
            .class("days")
            .set("id", id)
            .set("viewBox", "0 0 326 160")
            .set("role", "img")
            .set("aria-label", &summary);
        if dots.is_empty() {
            return drawing;
        }
        let upper = band.iter().map(|(day, _, high)| (*day, *high));
        let lower = band.iter().rev().map(|(day, low, _)| (*day, *low));
        let around: Vec<(f64, f64)> = upper.chain(lower).collect();
        let through = |points: &[(f64, f64)]| {
            let letters = std::iter::once("M").chain(std::iter::repeat("L"));
            let steps: Vec<(&str, f64)> = points
                .iter()
                .zip(letters)
                .flat_map(|((day, value), letter)| [(letter, x(*day)), (" ", y(*value))])
                .collect();
            strokes(&steps)
        };
        if !around.is_empty() {
            drawing = drawing.child(path("days__band", &(through(&around) + "Z")));
        }
        let dots = dots.iter().map(|(day, value)| {
            svg("circle")
                .class("days__dot")
                .set_number("cx", x(*day))
                .set_number("cy", y(*value))
                .set("r", "2.5")
        });
        let mark = |value: f64| {
            svg("text").class("day__text").set("x", "0").set_number("y", y(value) + 4.0).text(number(value))
        };
        let marks = if marks.is_empty() { vec![high, low] } else { marks };
        let [first, latest] = ends;
        let day = |at: f64, anchor: &str, words: String| {
            let text = svg("text").class("day__text").set_number("x", at).set_number("y", HEIGHT + 14.0);
            text.set("text-anchor", anchor).text(words)
        };
        drawing
            .all(dots)
            .child(path("days__line", &through(&line)))
            .all(marks.into_iter().map(mark))
            .child(day(LEFT, "start", first))
            .child(day(WIDTH - EDGE, "end", latest))
    }
}
