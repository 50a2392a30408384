//! Rows of two values on one axis: what was said as a ring, what was so as a full dot, and a mark to compare
//! with.

use super::{Scale, path, rect, strokes};
use crate::ui::element::{El, svg};

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// What it is about.
    pub label: String,
    /// What was said.
    pub said: f64,
    /// What was so, where that is known.
    pub was: Option<f64>,
}

/// The rows.
pub struct PairsChart {
    /// From the top.
    pub pairs: Vec<Pair>,
    /// The end of the axis.
    pub most: f64,
    /// The end of the good part, from zero.
    pub good: f64,
    /// The marks of the axis.
    pub ticks: &'static [f64],
    /// What is seen, in words.
    pub summary: String,
}

const WIDTH: f64 = 326.0;
const LEFT: f64 = 112.0;
const EDGE: f64 = 8.0;
const ROW: f64 = 30.0;

impl PairsChart {
    /// The size of the drawing.
    pub fn size(&self) -> (u32, u32) {
        (326, 30 * u32::try_from(self.pairs.len()).unwrap_or(1) + 22)
    }

    /// Draws it.
    pub fn draw(&self) -> El {
        let (wide, high) = self.size();
        let scale = Scale::new(self.most, WIDTH - LEFT - EDGE);
        let x = |value: f64| LEFT + scale.at(value);
        let base = f64::from(high) - 20.0;
        let text = |at: f64, y: f64, class: &str, words: &str| {
            svg("text").class(class).set_number("x", at).set_number("y", y).text(words)
        };
        let mut drawing = svg("svg")
            .class("weeks")
            .set("id", "pairs")
            .set("viewBox", format!("0 0 {wide} {high}"))
            .set("role", "img")
            .set("aria-label", &self.summary)
            .child(rect("volume__band", LEFT, 0.0, x(self.good) - LEFT, base))
            .child(path("volume__edge", &strokes(&[("M", x(self.good)), (" 0V", base)])));
        for tick in self.ticks {
            let words = crate::decimal::write_short(*tick, 1);
            drawing = drawing
                .child(text(x(*tick), base + 14.0, "weeks__tick", &words).set("text-anchor", "middle"));
        }
        for (place, pair) in self.pairs.iter().enumerate() {
            let y = ROW * place as f64 + ROW / 2.0;
            let dot = |value: f64, class: &str| {
                let circle = svg("circle").class(class).set_number("cx", x(value)).set_number("cy", y);
                circle.set("r", "5")
            };
            drawing = drawing
                .child(text(0.0, y + 4.0, "pairs__label", &pair.label))
                .child(path("trend__step", &strokes(&[("M", LEFT), (" ", y), ("H", WIDTH - EDGE)])));
            if let Some(was) = pair.was {
                let way = strokes(&[("M", x(pair.said)), (" ", y), ("H", x(was))]);
                drawing = drawing.child(path("pairs__way", &way)).child(dot(was, "trend__dot"));
            }
            drawing = drawing.child(dot(pair.said, "pairs__said"));
        }
        drawing
    }
}
