//! A session's outcome to be shown to others: a few lines, or a picture made on the device.

use super::outcome::Outcome;
use crate::app::device::{self, Align, Mark};
use crate::domain::anatomy::Muscle;
use crate::domain::units::SetCount;
use crate::i18n::en::{history as words, names};

/// The sheet and what is on it, in points.
const WIDTH: u32 = 1080;
const EDGE: f64 = 80.0;
const ROW: f64 = 76.0;
const LINE: f64 = 46.0;
/// The most records on the picture.
const RECORDS: usize = 4;

const PAPER: &str = "#12110f";
const INK: &str = "#f3eee6";
const SOFT: &str = "#aaa296";
const TRACK: &str = "#26231f";
const EMBER: &str = "#ff7a45";
const GOOD: &str = "#7bd08a";

/// The muscles of a session with their sets.
fn muscles(outcome: &Outcome) -> Vec<(Muscle, SetCount)> {
    let added = &outcome.summary.added;
    Muscle::ALL
        .into_iter()
        .map(|muscle| (muscle, added.muscle(muscle)))
        .filter(|(_, sets)| *sets > SetCount::ZERO)
        .collect()
}

fn when(outcome: &Outcome) -> String {
    let year = outcome.docs.today().get_untracked().year();
    words::when(outcome.session.day, outcome.session.lasted, year)
}

/// The session in a few lines.
pub fn as_text(outcome: &Outcome, tell: impl FnOnce(bool) + 'static) {
    let docs = outcome.docs;
    let locale = docs.locale();
    let sets = words::sets(outcome.session.work_sets());
    let mut lines = vec![outcome.name.clone(), format!("{} · {sets}", when(outcome))];
    for (muscle, sets) in muscles(outcome) {
        lines.push(format!("{} {}", names::muscle(muscle), locale.sets(sets)));
    }
    for (id, texts) in outcome.records() {
        lines.push(format!("{}: {}", docs.exercise_name(&id), texts.join("; ")));
    }
    device::share_text(&lines.join("\n"), tell);
}

/// The session as a picture.
pub fn as_picture(outcome: &Outcome) {
    let docs = outcome.docs;
    let locale = docs.locale();
    let right = f64::from(WIDTH) - EDGE;
    let words_at = |text: String, x: f64, y: f64, size: u16, colour: &'static str| Mark::Words {
        text,
        x,
        y,
        size,
        most: right - EDGE,
        bold: size > 40,
        colour,
        align: if x > f64::from(WIDTH) / 2.0 { Align::End } else { Align::Start },
    };
    let mut marks = vec![
        words_at(outcome.name.clone(), EDGE, 150.0, 60, INK),
        words_at(when(outcome), EDGE, 212.0, 36, SOFT),
        words_at(words::sets(outcome.session.work_sets()), right, 212.0, 36, SOFT),
    ];
    let muscles = muscles(outcome);
    let most = muscles.iter().map(|(_, sets)| sets.sets()).fold(1.0, f64::max);
    let (from, width) = (EDGE + 270.0, right - EDGE - 400.0);
    let mut y = 320.0;
    for (muscle, sets) in &muscles {
        marks.push(words_at(names::muscle(*muscle).to_owned(), EDGE, y, 38, INK));
        marks.push(Mark::Box(from, y - 30.0, width, 34.0, TRACK));
        marks.push(Mark::Box(from, y - 30.0, width * sets.sets() / most, 34.0, EMBER));
        marks.push(words_at(locale.sets(*sets), right, y, 38, INK));
        y += ROW;
    }
    for (id, texts) in outcome.records().into_iter().take(RECORDS) {
        marks.push(words_at(docs.exercise_name(&id), EDGE, y + 30.0, 36, INK));
        for text in texts {
            marks.push(words_at(text, EDGE, y + 76.0, 32, GOOD));
            y += LINE;
        }
        y += ROW;
    }
    marks.push(words_at("Legwork".to_owned(), EDGE, y + 70.0, 34, SOFT));
    let height = (y + 130.0) as u32;
    marks.insert(0, Mark::Box(0.0, 0.0, f64::from(WIDTH), f64::from(height), PAPER));
    // A browser that cannot draw shares nothing; the text is beside it.
    device::share_picture(&words::picture_name(outcome.session.day), WIDTH, height, &marks)
        .unwrap_or_default();
}
