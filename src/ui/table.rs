//! A table behind one press: the same numbers as a drawing shows.

use super::element::{El, el, group, of, say};
use std::rc::Rc;

/// Draws the switch and the table under these heads; the first cell of a row is its head.
pub fn table(word: &str, heads: &[&str], rows: impl Fn() -> Vec<Vec<String>> + 'static) -> El {
    draw(word, heads, Rc::new(rows))
}

fn draw(word: &str, heads: &[&str], rows: Rc<dyn Fn() -> Vec<Vec<String>>>) -> El {
    let heads = heads.iter().map(|head| say("th", head).set("scope", "col"));
    let row = |cells: Vec<String>| {
        el("tr").all(cells.into_iter().enumerate().map(|(place, cell)| match place {
            0 => say("th", cell).set("scope", "row"),
            _ => say("td", cell),
        }))
    };
    let body = el("tbody").part(move || rows().into_iter().map(row).collect::<Vec<El>>());
    of("details", "table-switch")
        .child(say("summary", word))
        .child(of("table", "table").child(el("thead").child(group("tr", "", heads))).child(body))
}
