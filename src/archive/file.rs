//! Everything as one file: written for people to look into, read back only whole.

use super::document::{DocKey, json, take_in, tree_of};
use super::envelope::{SCHEMA, checksum};
use super::error::ArchiveError;
use super::tree::{Fields, Read, Tree, Under};
use super::v2::parse_month;
use crate::domain::calendar::{Month, Now};
use crate::domain::logbook::Logbook;

/// The largest file that is read, in bytes.
pub const SIZE_MAX: usize = 32 * 1024 * 1024;

/// The word that says whose file it is.
const FORMAT: &str = "legwork";
/// Where the months of food and of the log stand.
const FOOD: &str = "food";
const LOG: &str = "log";
/// How far from its beginning a file of ours has that word, in bytes.
const FORMAT_WITHIN: usize = 100;

/// Everything as one JSON file, a document or a month a line.
///
/// ```
/// use legwork::archive::{export, read};
/// use legwork::domain::{calendar::{Day, Now}, logbook::Logbook};
/// let now = Now { day: Day::parse("2026-11-21").unwrap(), millis: 1_795_269_909_000, offset_minutes: 60 };
/// let text = export(&Logbook::default(), now);
/// assert!(text.starts_with(r#"{"format":"legwork","schema":2,"exported_at":"2026-11-21T15:05:09+01:00""#));
/// assert_eq!(read(&text), Ok(Logbook::default()));
/// ```
pub fn export(book: &Logbook, now: Now) -> String {
    let of_month = |key: DocKey, month: &Month| (month.to_string(), tree_of(book, key));
    let food = book.food.months().iter().map(|m| of_month(DocKey::Food(*m), m)).collect();
    let log = book.log.months().keys().map(|m| of_month(DocKey::Log(*m), m)).collect();
    let mut documents = DocKey::SINGLE.map(|key| (key.to_string(), tree_of(book, key))).to_vec();
    documents.push((FOOD.to_owned(), Tree::Map(food)));
    documents.push((LOG.to_owned(), Tree::Map(log)));
    let text = text_of(&documents);
    format!(
        "{{\"format\":\"{FORMAT}\",\"schema\":{SCHEMA},\"exported_at\":\"{}\",\"checksum\":\"{:08x}\",\n\"logbook\":{text}}}\n",
        moment(now),
        checksum(&text)
    )
}

/// The one way a logbook is written. The checksum is of this text, not of the file's bytes: an editor may
/// change spaces and line ends, and nothing else.
fn text_of(documents: &[(String, Tree)]) -> String {
    let lines = documents.iter().map(|(name, tree)| match tree {
        Tree::Map(months) if name == FOOD || name == LOG => {
            let months: Vec<String> = months.iter().map(|(month, tree)| line(month, &json(tree))).collect();
            let start = if months.is_empty() { "" } else { "\n" };
            line(name, &format!("{{{start}{}}}", months.join(",\n")))
        }
        _ => line(name, &json(tree)),
    });
    format!("{{\n{}}}", lines.collect::<Vec<String>>().join(",\n"))
}

fn line(name: &str, document: &str) -> String {
    format!("{}:{document}", json(&name.into()))
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
    let tree = serde_json::from_str::<Tree>(text).unwrap_or(Tree::Null);
    let Some((format, schema)) = cover(&tree) else {
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
    let fields = tree.fields(&["format", "schema", "exported_at", "checksum", "logbook"]).under("file")?;
    fields.get("exported_at", Tree::text)?;
    let sum = fields.get("checksum", Tree::text)?;
    // What is missing is said before what does not add up: it is the same, more exactly.
    let documents = fields.get("logbook", |tree| documents_in(tree, schema))?;
    if format!("{:08x}", checksum(&text_of(fields.get("logbook", Tree::entries)?))) != sum {
        return Err(ArchiveError::Damaged);
    }
    Ok(logbook_in(documents)?)
}

/// What every version's file says first.
fn cover(tree: &Tree) -> Option<(&str, u32)> {
    let (format, schema) = (tree.find("format")?, tree.find("schema")?);
    Some((format.text().ok()?, schema.count().ok()?))
}

/// The documents by name: all that every file of the schema has, and nothing that it never has.
fn documents_in(tree: &Tree, schema: u32) -> Read<Fields<'_>> {
    let (needed, known) = match schema {
        1 => (DocKey::SINGLE_IN_1, DocKey::SINGLE_IN_1),
        _ => (DocKey::SINGLE_IN_2, DocKey::SINGLE.len()),
    };
    let mut names = vec![FOOD.to_owned(), LOG.to_owned()];
    names.extend(DocKey::SINGLE.iter().take(known).map(ToString::to_string));
    let fields = tree.fields(&names.iter().map(String::as_str).collect::<Vec<&str>>())?;
    for name in names.iter().take(needed + 2) {
        fields.get(name, Ok)?;
    }
    Ok(fields)
}

fn logbook_in(documents: Fields<'_>) -> Read<Logbook> {
    let mut book = Logbook::default();
    for key in DocKey::SINGLE {
        let name = key.to_string();
        // What a file did not have yet is as if nothing was said.
        if let Some(tree) = documents.find(&name) {
            take_in(&mut book, key, tree).under(&name)?;
        }
    }
    for (name, key) in [(FOOD, DocKey::Food as fn(Month) -> DocKey), (LOG, DocKey::Log)] {
        for (month, tree) in documents.get(name, Tree::entries)? {
            let key = key(parse_month(month).under(name)?);
            take_in(&mut book, key, tree).under(month).under(name)?;
        }
    }
    Ok(book)
}
