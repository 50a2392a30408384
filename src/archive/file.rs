//! Everything as one file: written for people to look into, read back only whole.

use super::convert::{Read, Under, parse_month};
use super::document::{DocKey, json, take_in, tree_of};
use super::envelope::{SCHEMA, checksum};
use super::error::{ArchiveError, Why};
use super::shape::{Fields, Tree};
use crate::domain::calendar::Now;
use crate::domain::logbook::Logbook;

/// The largest file that is read, in bytes.
pub const SIZE_MAX: usize = 32 * 1024 * 1024;

/// The word that says whose file it is.
const FORMAT: &str = "legwork";
/// How far from its beginning a file of ours has that word, in bytes.
const FORMAT_WITHIN: usize = 100;

/// Everything as one JSON file, a document or a month a line.
///
/// ```
/// use legwork::archive::{export, read};
/// use legwork::domain::{calendar::{Day, Now}, logbook::Logbook};
/// let now = Now { day: Day::parse("2026-11-21").unwrap(), millis: 1_795_269_909_000, offset_minutes: 60 };
/// let text = export(&Logbook::default(), now);
/// assert!(text.starts_with(r#"{"format":"legwork","schema":1,"exported_at":"2026-11-21T15:05:09+01:00""#));
/// assert_eq!(read(&text), Ok(Logbook::default()));
/// ```
pub fn export(book: &Logbook, now: Now) -> String {
    let one = |key: DocKey, name: String| (name, tree_of(book, key));
    let text = text_of(&Documents {
        single: DocKey::SINGLE.map(|key| one(key, key.to_string())).to_vec(),
        food: book.food.months().into_iter().map(|m| one(DocKey::Food(m), m.to_string())).collect(),
        log: book.log.months().keys().map(|m| one(DocKey::Log(*m), m.to_string())).collect(),
    });
    format!(
        "{{\"format\":\"{FORMAT}\",\"schema\":{SCHEMA},\"exported_at\":\"{}\",\"checksum\":\"{:08x}\",\n\"logbook\":{text}}}\n",
        moment(now),
        checksum(&text)
    )
}

/// The documents of a file, each with its name there.
struct Documents {
    /// What every logbook has, in the order of [`DocKey::SINGLE`].
    single: Vec<(String, Tree)>,
    /// Food by month.
    food: Vec<(String, Tree)>,
    /// Sessions by month.
    log: Vec<(String, Tree)>,
}

/// The one way a logbook is written. The checksum is of this text, not of the file's bytes: an editor may
/// change spaces and line ends, and nothing else.
fn text_of(documents: &Documents) -> String {
    let mut text = String::from("{\n");
    for (name, tree) in &documents.single {
        text.push_str(&format!("\"{name}\":{},\n", json(tree)));
    }
    text.push_str(&format!("\"food\":{},\n\"log\":{}}}", by_line(&documents.food), by_line(&documents.log)));
    text
}

fn by_line(months: &[(String, Tree)]) -> String {
    let mut text = String::from("{");
    for (month, tree) in months {
        text.push_str(if text.len() == 1 { "\n" } else { ",\n" });
        text.push_str(&format!("{}:{}", json(&Tree::Text(month.clone())), json(tree)));
    }
    text.push('}');
    text
}

/// `2026-11-21T15:05:09+01:00`
fn moment(now: Now) -> String {
    let local = now.millis.saturating_add(i64::from(now.offset_minutes) * 60_000);
    let seconds = local.rem_euclid(86_400_000) / 1000;
    let (sign, offset) =
        if now.offset_minutes < 0 { ('-', -now.offset_minutes) } else { ('+', now.offset_minutes) };
    format!(
        "{}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
        now.day,
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
        offset / 60,
        offset % 60
    )
}

/// Reads an export.
///
/// # Errors
/// [`ArchiveError`]: what is wrong with the file. Nothing is ever read in part.
pub fn read(text: &str) -> Result<Logbook, ArchiveError> {
    if text.len() > SIZE_MAX {
        return Err(ArchiveError::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(ArchiveError::Empty);
    }
    let tree = serde_json::from_str::<Tree>(text).ok();
    // What every version's file says first.
    let cover = tree.and_then(Fields::of).and_then(|mut fields| {
        let (format, schema) = (fields.take::<String>("format")?, fields.take::<u32>("schema")?);
        Some((fields, format, schema))
    });
    let Some((fields, format, schema)) = cover else {
        // Begun like one of ours it is damage; anything else is another app's.
        let ours =
            text.find("\"legwork\"").is_some_and(|place| place < FORMAT_WITHIN) && text.starts_with('{');
        return Err(if ours { ArchiveError::Damaged } else { ArchiveError::NotLegwork });
    };
    if format != FORMAT || schema == 0 {
        return Err(ArchiveError::NotLegwork);
    }
    if schema > SCHEMA {
        return Err(ArchiveError::TooNew(schema));
    }
    let malformed = ArchiveError::Malformed { path: "file".to_owned(), why: Why::Shape };
    let (sum, documents) = documents_in(fields).ok_or(malformed)?;
    if format!("{:08x}", checksum(&text_of(&documents))) != sum {
        return Err(ArchiveError::Damaged);
    }
    Ok(logbook_in(documents)?)
}

/// The checksum and the documents; nothing else may be there.
fn documents_in(mut fields: Fields) -> Option<(String, Documents)> {
    fields.take::<String>("exported_at")?;
    let sum = fields.take("checksum")?;
    let mut book = Fields::of(fields.take("logbook")?)?;
    fields.end()?;
    let mut single = Vec::new();
    for key in DocKey::SINGLE {
        let name = key.to_string();
        let tree = book.take(&name)?;
        single.push((name, tree));
    }
    let (food, log) = (months_in(book.take("food")?)?, months_in(book.take("log")?)?);
    book.end()?;
    Some((sum, Documents { single, food, log }))
}

/// Months by name, each once and in order.
fn months_in(tree: Tree) -> Option<Vec<(String, Tree)>> {
    let Tree::Map(months) = tree else { return None };
    months.is_sorted_by(|(a, _), (b, _)| a < b).then_some(months)
}

fn logbook_in(documents: Documents) -> Read<Logbook> {
    let mut book = Logbook::default();
    for (key, (name, tree)) in DocKey::SINGLE.into_iter().zip(documents.single) {
        take_in(&mut book, key, tree).under(&name)?;
    }
    for (name, tree) in documents.food {
        let month = parse_month(&name).under("food")?;
        take_in(&mut book, DocKey::Food(month), tree).under(&name).under("food")?;
    }
    for (name, tree) in documents.log {
        let month = parse_month(&name).under("log")?;
        take_in(&mut book, DocKey::Log(month), tree).under(&name).under("log")?;
    }
    Ok(book)
}
