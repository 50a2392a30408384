//! Rows as a text that spreadsheets read (RFC 4180), with nothing in it that one of them would run, and such
//! cells as they were before.

use super::header::Header;
use csv::StringRecord;

/// What a cell must not begin with: spreadsheets take it for a formula, the wide forms too. Source: OWASP, "CSV
/// Injection".
const FORMULA: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// The text of a table: a mark of its encoding, a row of heads, then the rows.
///
/// ```
/// use legwork::exchange::sheet;
/// let rows = [vec!["Leg press, \"45°\"".to_owned(), "12.5".to_owned()], vec!["=1+1".to_owned(), "-2".to_owned()]];
/// let text = sheet(&["Exercise", "Sets"], &rows);
/// assert_eq!(text, "\u{feff}Exercise,Sets\r\n\"Leg press, \"\"45°\"\"\",12.5\r\n'=1+1,-2\r\n");
/// ```
pub fn sheet(heads: &[&str], rows: &[Vec<String>]) -> String {
    let mut text = String::from('\u{feff}');
    line(&mut text, heads.iter().copied());
    for row in rows {
        line(&mut text, row.iter().map(String::as_str));
    }
    text
}

/// Adds a row.
pub(super) fn line<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            text.push(',');
        }
        let harmless = !is_armed(cell) || is_negative(cell);
        let cell = if harmless { cell.to_owned() } else { format!("'{cell}") };
        if cell.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

/// Whether a cell begins like a formula, behind any number of the marks that keep it from being one: each way
/// out adds one mark and each way in takes one off, so that every text comes back as it was.
fn is_armed(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

/// The cells of a row without the mark that keeps them from being formulas; none where there is no such mark.
pub(super) fn unarmed(record: &StringRecord, _: &Header) -> Option<StringRecord> {
    let marked = |cell: &str| cell.starts_with('\'') && is_armed(cell);
    let bare = |cell| if marked(cell) { cell.get(1..).unwrap_or_default() } else { cell };
    record.iter().any(marked).then(|| record.iter().map(bare).collect())
}

/// Whether a cell is a plain negative number.
fn is_negative(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or_default();
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=cmd|'/c calc'!A1", "+1-1", "-1+2", "@SUM(A1)", "\t=1", "\r\n=1", "＝1+1", "-"] {
            let text = sheet(&["a"], &[vec![cell.to_owned()]]);
            let body =
                text.split_once("\r\n").map(|(_, rest)| rest.trim_start_matches('"')).unwrap_or_default();
            assert!(body.starts_with('\''), "{cell:?} is {body:?}");
        }
        assert_eq!(sheet(&["a"], &[vec!["-1.5".to_owned()]]), "\u{feff}a\r\n-1.5\r\n");
    }
}
