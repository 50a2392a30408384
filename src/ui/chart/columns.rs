//! One thing over time as columns before a band: done solid, planned hatched, missed as a broken outline with
//! a cross, a deload hatched with its letter. A column can be looked at: by a press, or with the arrow keys.

use super::{Scale, hatching, path, rect, robust_end, strokes};
use crate::decimal;
use crate::platform::page;
use crate::ui::element::{El, Part, Text, Told, of, part, svg};
use crate::ui::table;
use std::rc::Rc;

/// One column.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Done.
    pub done: f64,
    /// Planned beyond that.
    pub planned: f64,
    /// Planned and not done.
    pub missed: f64,
    /// Whether it was a deload.
    pub deload: bool,
    /// A short word for its place on the axis.
    pub tick: String,
    /// What it is, in words.
    pub said: String,
    /// Its row of the table.
    pub cells: Vec<String>,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// Oldest first.
    pub bars: Vec<Bar>,
    /// The band to aim for.
    pub band: (f64, f64),
    /// The person's own, where it is another.
    pub own: Option<(f64, f64)>,
    /// The class of the hue.
    pub hue: &'static str,
}

/// The words around the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BarWords {
    /// What the control is that chooses a column.
    pub choose: &'static str,
    /// The letter of a deload.
    pub deload: &'static str,
    /// Opens the table.
    pub table: &'static str,
    /// Its heads.
    pub heads: &'static [&'static str],
}

/// The columns.
pub struct BarsChart {
    /// What is drawn; live.
    pub bars: Rc<dyn Fn() -> Bars>,
    /// The column that is looked at; live.
    pub chosen: Rc<dyn Fn() -> usize>,
    /// Told which one to look at.
    pub choose: Told<usize>,
    /// What is seen, in words.
    pub summary: Text,
    /// The words.
    pub words: BarWords,
}

/// The size of the drawing.
pub const SIZE: (u32, u32) = (326, 160);
const WIDTH: f64 = 326.0;
const LEFT: f64 = 22.0;
const TOP: f64 = 12.0;
const BASE: f64 = 132.0;
/// The cross on what was missed, half its width.
const CROSS: f64 = 3.0;

impl BarsChart {
    /// Draws the columns and the table beneath.
    pub fn draw(self) -> Part {
        let Self { bars, chosen, choose, summary, words } = self;
        let (drawn, marked, counted, said, listed) =
            (bars.clone(), bars.clone(), bars.clone(), bars.clone(), bars);
        let (at, now, place) = (chosen.clone(), chosen.clone(), chosen);
        let drawing = svg("svg")
            .class("weeks")
            .set("id", "columns")
            .set("viewBox", "0 0 326 160")
            .set("role", "img")
            .live("aria-label", move || Some(summary()))
            .part(move || mark(&marked(), at()))
            .part(move || draw(&drawn(), words.deload));
        let most = counted.clone();
        let typed = choose.clone();
        // Keys go through a slider that is not seen; a press goes by where it is.
        let slider = of("input", "columns__slider")
            .set("type", "range")
            .set("min", "0")
            .set("step", "1")
            .set("aria-label", words.choose)
            .live("max", move || Some(most().bars.len().saturating_sub(1).to_string()))
            .live("aria-valuetext", move || said().bars.get(now()).map(|bar| bar.said.clone()))
            .live_value(move || place().to_string())
            .on_value("input", move |value| {
                if let Ok(place) = value.parse() {
                    typed(place);
                }
            });
        let whole = of("div", "columns").child(drawing).child(slider).on("click", move |event| {
            let count = counted().bars.len();
            if let Some(share) = page::across(&event) {
                let along = (share * WIDTH - LEFT) / (WIDTH - LEFT);
                let place = (along * count as f64).floor().max(0.0) as usize;
                choose(place.min(count.saturating_sub(1)));
            }
        });
        let cells = move || listed().bars.into_iter().map(|bar| bar.cells).collect();
        part([whole, table(words.table, words.heads, cells)])
    }
}

/// Where a column begins, and how wide its place is.
fn place_of(count: usize, place: usize) -> (f64, f64) {
    let slot = (WIDTH - LEFT) / count.max(1) as f64;
    (LEFT + slot * place as f64, slot)
}

fn mark(bars: &Bars, chosen: usize) -> El {
    let (x, slot) = place_of(bars.bars.len(), chosen);
    rect("columns__mark", x, 0.0, slot, BASE + 2.0).set("rx", "3")
}

fn draw(all: &Bars, deload: &str) -> El {
    let Bars { bars, band, own, hue } = all;
    let tops: Vec<f64> = bars.iter().map(|bar| bar.done + bar.planned + bar.missed).collect();
    let scale = Scale::new(robust_end(&tops, own.map_or(band.1, |own| own.1.max(band.1))), BASE - TOP);
    let y = |value: f64| BASE - scale.at(value);
    let line = |at: f64| strokes(&[("M", LEFT), (" ", at), ("H", WIDTH)]);
    let mut whole =
        svg("g").class(hue).child(rect("volume__band", LEFT, y(band.1), WIDTH - LEFT, y(band.0) - y(band.1)));
    whole = whole.child(path("volume__edge", &(line(y(band.0)) + &line(y(band.1)))));
    let [mut solid, mut open, mut lines, mut missed] = [const { String::new() }; 4];
    let mut texts: Vec<El> = Vec::new();
    for (place, bar) in bars.iter().enumerate() {
        let (left, slot) = place_of(bars.len(), place);
        let (x, wide) = (left + slot * 0.14, slot * 0.72);
        let boxed = |from: f64, to: f64| {
            strokes(&[("M", x), (" ", y(from)), ("V", y(to)), ("h", wide), ("V", y(from))]) + "Z"
        };
        let shaded = |from: f64, to: f64, gap: f64| hatching(x, y(to), wide, y(from) - y(to), gap);
        let middle = left + slot / 2.0;
        let text = |at: f64, words: &str| {
            svg("text")
                .class("weeks__tick")
                .set_number("x", middle)
                .set_number("y", at)
                .set("text-anchor", "middle")
                .text(words)
        };
        if bar.deload {
            open += &boxed(0.0, bar.done);
            lines += &shaded(0.0, bar.done, 3.0);
            texts.push(text(BASE + 11.0, deload));
        } else if bar.done > 0.0 {
            solid += &boxed(0.0, bar.done);
        }
        let planned = bar.done + bar.planned;
        if bar.planned > 0.0 {
            open += &boxed(bar.done, planned);
            lines += &shaded(bar.done, planned, 6.0);
        }
        if bar.missed > 0.0 {
            let top = planned + bar.missed;
            missed += &boxed(planned, top);
            let (half, at) = (CROSS.min(wide / 2.0), (y(planned) + y(top)) / 2.0);
            for (x1, x2) in [(middle - half, middle + half), (middle + half, middle - half)] {
                missed += &strokes(&[("M", x1), (" ", at - half), ("L", x2), (" ", at + half)]);
            }
        }
        let all = planned + bar.missed;
        // A column that would squash all others ends at the edge and says its number.
        if y(all) <= TOP && all > band.1 {
            texts.push(text(TOP - 3.0, &format!("↑{}", decimal::write_short(all, 0))));
        }
    }
    whole = whole
        .child(path("weeks__bar", &solid))
        .child(path("weeks__deload", &open))
        .child(path("weeks__lines", &lines))
        .child(path("columns__missed", &missed));
    if let Some((low, high)) = own {
        whole = whole.child(path("columns__own", &(line(y(*low)) + &line(y(*high)))));
    }
    for value in [0.0, band.0, band.1] {
        let tick = svg("text").class("weeks__tick").set("x", "0").set_number("y", y(value) + 4.0);
        texts.push(tick.text(decimal::write_short(value, 1)));
    }
    whole.all(texts).all(ends(bars))
}

/// The words under the first and the last column.
fn ends(bars: &[Bar]) -> Vec<El> {
    let end = |x: f64, anchor: &str, bar: &Bar| {
        svg("text")
            .class("weeks__tick")
            .set_number("x", x)
            .set("y", "156")
            .set("text-anchor", anchor)
            .text(&bar.tick)
    };
    match bars {
        [] => Vec::new(),
        [one] => vec![end(LEFT, "start", one)],
        [first, .., last] => vec![end(LEFT, "start", first), end(WIDTH, "end", last)],
    }
}
