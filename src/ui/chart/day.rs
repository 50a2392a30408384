//! The hours of a day as a line with marks on it, and one block of time.

use super::{Scale, rect};
use crate::ui::element::{El, svg};

/// Something at a time of the day.
#[derive(Debug, Clone, PartialEq)]
pub struct DayMark {
    /// Minutes after midnight.
    pub at: u16,
    /// What stands above it.
    pub label: String,
}

/// A day.
pub struct DayLine {
    /// Where it begins, minutes after midnight.
    pub from: u16,
    /// Where it ends; before the beginning it is after midnight.
    pub to: u16,
    /// What lies on it.
    pub marks: Vec<DayMark>,
    /// A span of time: start and minutes.
    pub block: Option<(u16, u16)>,
    /// The words at both ends.
    pub ends: [String; 2],
    /// What is seen, in words.
    pub summary: String,
}

const WIDTH: f64 = 326.0;
const MARGIN: f64 = 20.0;
const LINE: f64 = 30.0;
const DAY: u16 = 1440;

impl DayLine {
    /// Draws it.
    pub fn draw(self) -> El {
        let after = |at: u16| f64::from((at % DAY + DAY - self.from % DAY) % DAY);
        let length = match after(self.to) {
            none if none <= 0.0 => f64::from(DAY),
            minutes => minutes,
        };
        let scale = Scale::new(length, WIDTH - 2.0 * MARGIN);
        let x = |at: u16| MARGIN + scale.at(after(at));
        let text = |at: f64, y: f64, anchor: &str, words: &str| {
            svg("text")
                .class("day__text")
                .set_number("x", at)
                .set_number("y", y)
                .set("text-anchor", anchor)
                .text(words)
        };
        let block = self.block.map(|(starts, minutes)| {
            let (left, end) = (scale.at(after(starts)), scale.at(after(starts) + f64::from(minutes)));
            rect("day__block", MARGIN + left, LINE - 9.0, end - left, 18.0).set("rx", "4")
        });
        let marks = self.marks.iter().map(|mark| {
            let dot = svg("circle").class("day__mark").set_number("cx", x(mark.at)).set_number("cy", LINE);
            svg("g").child(dot.set("r", "6")).child(text(x(mark.at), LINE - 14.0, "middle", &mark.label))
        });
        let [from, to] = &self.ends;
        svg("svg")
            .class("day")
            .set("viewBox", "0 0 326 54")
            .set("role", "img")
            .set("aria-label", &self.summary)
            .child(rect("day__line", MARGIN, LINE - 1.0, WIDTH - 2.0 * MARGIN, 2.0))
            .maybe(block)
            .all(marks)
            .child(text(MARGIN - 14.0, LINE + 22.0, "start", from))
            .child(text(WIDTH - MARGIN + 14.0, LINE + 22.0, "end", to))
    }
}
