//! Everything as one file: written for people to look into, read back only whole.

use super::convert::{Under, food_in, food_out, month_in, month_out, parse_month};
use super::document::{json, shaped};
use super::envelope::{SCHEMA, checksum};
use super::error::{ArchiveError, Why};
use super::shape::{Fields, Tree};
use super::v1;
use crate::domain::calendar::Now;
use crate::domain::logbook::Logbook;
use crate::domain::ordered::OrderedMap;
use crate::domain::training::TrainingLog;

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
    let text = logbook_text(&v1::Logbook {
        profile: book.profile.as_ref().map(v1::Profile::from),
        safety: (&book.safety).into(),
        plans: (&book.plans).into(),
        settings: (&book.settings).into(),
        exercises: (&book.exercises).into(),
        body: (&book.body).into(),
        draft: book.draft.as_ref().map(v1::Draft::from),
        food: book
            .food
            .months()
            .into_iter()
            .map(|m| (m.to_string(), food_out(&book.food.month(m))))
            .collect(),
        log: book.log.months().iter().map(|(m, log)| (m.to_string(), month_out(*m, log))).collect(),
    });
    format!(
        "{{\"format\":\"{FORMAT}\",\"schema\":{SCHEMA},\"exported_at\":\"{}\",\"checksum\":\"{:08x}\",\n\"logbook\":{text}}}\n",
        moment(now),
        checksum(&text)
    )
}

/// The one way a logbook is written. The checksum is of this text, not of the file's bytes: an editor may
/// change spaces and line ends, and nothing else.
fn logbook_text(shape: &v1::Logbook) -> String {
    let mut text = String::from("{\n");
    let mut line = |name: &str, document: String| {
        text.push('"');
        text.push_str(name);
        text.push_str("\":");
        text.push_str(&document);
        text.push_str(",\n");
    };
    line("profile", json(&shape.profile));
    line("safety", json(&shape.safety));
    line("plans", json(&shape.plans));
    line("settings", json(&shape.settings));
    line("exercises", json(&shape.exercises));
    line("body", json(&shape.body));
    line("draft", json(&shape.draft));
    line("food", by_line(shape.food.iter().map(|(month, food)| (month, json(food)))));
    text.push_str("\"log\":");
    text.push_str(&by_line(shape.log.iter().map(|(month, log)| (month, json(log)))));
    text.push('}');
    text
}

fn by_line<'a>(months: impl Iterator<Item = (&'a String, String)>) -> String {
    let mut text = String::from("{");
    for (month, document) in months {
        text.push_str(if text.len() == 1 { "\n" } else { ",\n" });
        text.push_str(&json(month));
        text.push(':');
        text.push_str(&document);
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
    let Some(mut fields) = tree.and_then(Fields::of) else {
        // Begun like one of ours it is damage; anything else is another app's.
        let ours =
            text.find("\"legwork\"").is_some_and(|place| place < FORMAT_WITHIN) && text.starts_with('{');
        return Err(if ours { ArchiveError::Damaged } else { ArchiveError::NotLegwork });
    };
    // What every version's file says first.
    let (format, schema) = (fields.take::<String>("format"), fields.take::<u32>("schema"));
    match schema.filter(|_| format.as_deref() == Some(FORMAT)) {
        None | Some(0) => return Err(ArchiveError::NotLegwork),
        Some(newer) if newer > SCHEMA => return Err(ArchiveError::TooNew(newer)),
        Some(_) => {}
    }
    let malformed = || ArchiveError::Malformed { path: "file".to_owned(), why: Why::Shape };
    fields.take::<String>("exported_at").ok_or_else(malformed)?;
    let sum: String = fields.take("checksum").ok_or_else(malformed)?;
    let logbook: v1::Logbook = shaped("logbook", fields.take("logbook").ok_or_else(malformed)?)?;
    fields.end().ok_or_else(malformed)?;
    if format!("{:08x}", checksum(&logbook_text(&logbook))) != sum {
        return Err(ArchiveError::Damaged);
    }
    logbook_in(logbook)
}

fn logbook_in(shape: v1::Logbook) -> Result<Logbook, ArchiveError> {
    let mut book = Logbook {
        profile: shape.profile.map(TryInto::try_into).transpose().under("profile")?,
        safety: shape.safety.try_into().under("safety")?,
        plans: shape.plans.try_into().under("plans")?,
        settings: shape.settings.try_into().under("settings")?,
        exercises: shape.exercises.try_into().under("exercises")?,
        body: shape.body.try_into().under("body")?,
        draft: shape.draft.map(TryInto::try_into).transpose().under("draft")?,
        ..Logbook::default()
    };
    for (name, food) in &shape.food {
        let month = parse_month(name).under("food")?;
        book.food.set_month(month, &food_in(food).under(name).under("food")?);
    }
    let mut months = OrderedMap::new();
    for (name, log) in shape.log {
        let month = parse_month(&name).under("log")?;
        months.insert(month, month_in(month, log).under(&name).under("log")?);
    }
    book.log = TrainingLog::from_months(months);
    Ok(book)
}
