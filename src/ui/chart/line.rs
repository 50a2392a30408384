//! Values over days as dots, with a line through them and a band to aim for.

use super::{path, strokes};
use crate::ui::element::{El, svg};

/// Values over days.
pub struct DaysChart {
    /// Dots: days since the first, and their values.
    pub dots: Vec<(f64, f64)>,
    /// The line: days since the first, and values.
    pub line: Vec<(f64, f64)>,
    /// The band to aim for: a start and the two ends of each day it is drawn to.
    pub band: Vec<(f64, f64, f64)>,
    /// The words at the left: the highest and the lowest value.
    pub ends: Box<dyn Fn(f64) -> String>,
    /// What is seen, in words.
    pub summary: String,
}

const WIDTH: f64 = 326.0;
const HEIGHT: f64 = 140.0;
const LEFT: f64 = 40.0;
const EDGE: f64 = 8.0;

impl DaysChart {
    /// Draws it; nothing where there is no dot.
    pub fn draw(self) -> El {
        let Self { dots, line, band, ends, summary } = self;
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
            .set("viewBox", "0 0 326 140")
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
        let end = |value: f64| {
            svg("text").class("day__text").set("x", "0").set_number("y", y(value) + 4.0).text(ends(value))
        };
        drawing.all(dots).child(path("days__line", &through(&line))).child(end(high)).child(end(low))
    }
}
