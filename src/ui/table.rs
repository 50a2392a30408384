//! A table behind one press: the same numbers as a drawing shows.

use super::element::{El, el, group, of, say};
use super::state::State;
use std::rc::Rc;

/// Ends a cell.
const END: char = '\u{1f}';

/// Draws the switch and the table under these heads; the first cell of a row is its head.
pub fn table(word: &str, heads: &[&str], rows: impl Fn() -> Vec<Vec<String>> + 'static) -> El {
    draw(word, heads, Rc::new(rows))
}

fn draw(word: &str, heads: &[&str], rows: Rc<dyn Fn() -> Vec<Vec<String>>>) -> El {
    let heads = heads.iter().map(|head| say("th", head).set("scope", "col"));
    // Nobody waits for the rows of a table that is closed.
    let open = State::new(false);
    let texts = move || {
        if !open.get() {
            return Vec::new();
        }
        let row = |cells: Vec<String>| {
            let mut text = String::new();
            for cell in cells {
                text.push_str(&cell);
                text.push(END);
            }
            text
        };
        rows().into_iter().map(row).collect()
    };
    let row = |_: usize, text: &str| {
        let cells = text.strip_suffix(END).unwrap_or(text).split(END).enumerate();
        el("tr").all(cells.map(|(place, cell)| match place {
            0 => say("th", cell).set("scope", "row"),
            _ => say("td", cell),
        }))
    };
    let body = el("tbody").pieces(texts, row);
    let details = of("details", "table-switch");
    let shown = details.clone();
    details
        .on("toggle", move |_| open.set(shown.dom().has_attribute("open")))
        .child(say("summary", word))
        .child(of("table", "table").child(el("thead").child(group("tr", "", heads))).child(body))
}
