//! Values over time as points, each by how far it can be trusted, with a line through them and the space that
//! the line may lie in.

use super::{Scale, path, strokes};
use crate::ui::element::{El, Part, part, svg};

/// How far a point can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Well: a full dot.
    Full,
    /// Fairly: a ring.
    Ring,
    /// Little: a cross.
    Cross,
}

/// One point.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// When, in days.
    pub at: f64,
    /// How much.
    pub value: f64,
    /// How much it may be off, up and down; none is drawn at zero.
    pub error: f64,
    /// How far it can be trusted.
    pub mark: Mark,
}

/// The points and their line.
pub struct PointsChart {
    /// Oldest first.
    pub dots: Vec<Dot>,
    /// The line: days with the value, and the least and the most it may be.
    pub line: Vec<(f64, f64, (f64, f64))>,
    /// The words of the first and the last day.
    pub ends: [String; 2],
    /// The words of a value.
    pub number: Box<dyn Fn(f64) -> String>,
    /// What is seen, in words.
    pub summary: String,
}

/// The size of the drawing.
pub const SIZE: (u32, u32) = (326, 176);
const WIDTH: f64 = 326.0;
const LEFT: f64 = 40.0;
const RIGHT: f64 = 8.0;
const TOP: f64 = 10.0;
const BASE: f64 = 152.0;
const RADIUS: f64 = 3.0;

impl PointsChart {
    /// Draws them; nothing without a point.
    pub fn draw(self) -> Part {
        let Self { dots, line, ends, number, summary } = self;
        let (Some(first), Some(last)) = (dots.first(), dots.last()) else { return part([]) };
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        for dot in &dots {
            (least, most) = (least.min(dot.value - dot.error), most.max(dot.value + dot.error));
        }
        for (_, value, _) in &line {
            (least, most) = (least.min(*value), most.max(*value));
        }
        let room = (most - least).max(most.abs() * 0.05).max(0.1);
        let (low, high) = ((least + most - room) / 2.0, (least + most + room) / 2.0);
        let across = Scale::new(last.at - first.at, WIDTH - LEFT - RIGHT);
        let up = Scale::new(high - low, BASE - TOP);
        let from = first.at;
        let x = |at: f64| LEFT + across.at(at - from);
        let y = |value: f64| BASE - up.at(value - low);
        let mut drawing = svg("svg")
            .class("weeks")
            .set("id", "points")
            .set("viewBox", "0 0 326 176")
            .set("role", "img")
            .set("aria-label", summary);
        for value in [low, (low + high) / 2.0, high] {
            let at = y(value);
            let tick = svg("text").class("weeks__tick").set("x", "0").set_number("y", at + 4.0);
            drawing = drawing
                .child(path("trend__step", &strokes(&[("M", LEFT), (" ", at), ("H", WIDTH)])))
                .child(tick.text(number(value)));
        }
        drawing = drawing.all(lines(&line, &x, &y)).all(marks(&dots, &x, &y));
        let end = |at: f64, anchor: &str, words: &str| {
            svg("text")
                .class("weeks__tick")
                .set_number("x", at)
                .set("y", "172")
                .set("text-anchor", anchor)
                .text(words)
        };
        let [begins, until] = &ends;
        drawing = drawing.child(end(LEFT, "start", begins));
        if dots.len() > 1 {
            drawing = drawing.child(end(WIDTH, "end", until));
        }
        part([drawing])
    }
}

type Place<'a> = &'a dyn Fn(f64) -> f64;

fn lines(line: &[(f64, f64, (f64, f64))], x: Place<'_>, y: Place<'_>) -> Vec<El> {
    if line.is_empty() {
        return Vec::new();
    }
    let through = |points: &mut dyn Iterator<Item = (f64, f64)>| {
        let mut text = String::new();
        for (day, value) in points {
            text += &strokes(&[(if text.is_empty() { "M" } else { "L" }, x(day)), (" ", y(value))]);
        }
        text
    };
    let upper = line.iter().map(|(day, _, (_, most))| (*day, *most));
    let lower = line.iter().rev().map(|(day, _, (least, _))| (*day, *least));
    let around = through(&mut upper.chain(lower)) + "Z";
    let middle = through(&mut line.iter().map(|(day, value, _)| (*day, *value)));
    vec![path("points__range", &around), path("trend__line", &middle)]
}

fn marks(dots: &[Dot], x: Place<'_>, y: Place<'_>) -> Vec<El> {
    let [mut full, mut ring, mut cross, mut errors] = [const { String::new() }; 4];
    for dot in dots {
        let (at, height, r) = (x(dot.at), y(dot.value), RADIUS);
        let circle = || {
            let half = |end: f64| strokes(&[("a", r), (" ", r), (" 0 1 0 ", end), (" ", 0.0)]);
            strokes(&[("M", at - r), (" ", height)]) + &half(2.0 * r) + &half(-2.0 * r)
        };
        match dot.mark {
            Mark::Full => full += &circle(),
            Mark::Ring => ring += &circle(),
            Mark::Cross => {
                for way in [1.0, -1.0] {
                    let steps =
                        [("M", at - r), (" ", height - r * way), ("L", at + r), (" ", height + r * way)];
                    cross += &strokes(&steps);
                }
            }
        }
        if dot.error > 0.0 {
            let (low, high) = (y(dot.value - dot.error), y(dot.value + dot.error));
            errors += &strokes(&[("M", at), (" ", low), ("V", high)]);
            for end in [low, high] {
                errors += &strokes(&[("M", at - 4.0), (" ", end), ("h", 8.0)]);
            }
        }
    }
    let drawn =
        [("points__error", errors), ("trend__dot", full), ("points__ring", ring), ("points__cross", cross)];
    drawn.into_iter().filter(|(_, text)| !text.is_empty()).map(|(class, text)| path(class, &text)).collect()
}
