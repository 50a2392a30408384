//! Legwork's own format: documents as text and back, exports, restores. It knows no key, no store, no clock.

pub mod envelope;
mod import;
mod v1;

pub use import::{Preview, merge, preview};

use crate::domain::calendar::{Month, Now};
use crate::domain::logbook::Logbook;
use envelope::SCHEMA;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The largest file that is read, in bytes.
pub const SIZE_MAX: usize = 32 * 1024 * 1024;

/// One document of a logbook: what is stored, and merged, by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocKey {
    /// The profile.
    Profile,
    /// The safety answers.
    Safety,
    /// The plans.
    Plans,
    /// The settings.
    Settings,
    /// Own exercises and name mappings.
    Exercises,
    /// Weight and sleep.
    Body,
    /// The running session.
    Draft,
    /// A month of food.
    Food(Month),
    /// A month of the log.
    Log(Month),
}

impl DocKey {
    /// The documents that are always there.
    pub const SINGLE: [Self; 7] = [
        Self::Profile,
        Self::Safety,
        Self::Plans,
        Self::Settings,
        Self::Exercises,
        Self::Body,
        Self::Draft,
    ];

    /// Every document that this logbook has.
    pub fn all_of(book: &Logbook) -> Vec<Self> {
        let mut keys = Self::SINGLE.to_vec();
        keys.extend(book.food.months().into_iter().map(Self::Food));
        keys.extend(book.log.months().keys().copied().map(Self::Log));
        keys
    }
}

impl std::fmt::Display for DocKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Profile => f.write_str("profile"),
            Self::Safety => f.write_str("safety"),
            Self::Plans => f.write_str("plans"),
            Self::Settings => f.write_str("settings"),
            Self::Exercises => f.write_str("exercises"),
            Self::Body => f.write_str("body"),
            Self::Draft => f.write_str("draft"),
            Self::Food(month) => write!(f, "food:{month}"),
            Self::Log(month) => write!(f, "log:{month}"),
        }
    }
}

impl std::str::FromStr for DocKey {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        if let Some(month) = text.strip_prefix("food:") {
            return Month::parse(month).map(Self::Food).map_err(|_| ());
        }
        if let Some(month) = text.strip_prefix("log:") {
            return Month::parse(month).map(Self::Log).map_err(|_| ());
        }
        Self::SINGLE.into_iter().find(|key| key.to_string() == text).ok_or(())
    }
}

/// Text that cannot become a logbook.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// Nothing is in it.
    #[error("empty")]
    Empty,
    /// More than 32 MB.
    #[error("too large")]
    TooLarge,
    /// Something else than a Legwork export.
    #[error("not a Legwork export")]
    NotLegwork,
    /// A newer version wrote it.
    #[error("schema {0} is newer than this version")]
    TooNew(u32),
    /// It was cut off or changed since it was written.
    #[error("damaged")]
    Damaged,
    /// It is whole, and yet says something impossible.
    #[error("{path}: {why}")]
    Malformed {
        /// Where.
        path: String,
        /// What.
        why: String,
    },
}

fn malformed(path: &str, why: impl std::fmt::Display) -> ArchiveError {
    ArchiveError::Malformed { path: path.to_owned(), why: why.to_string() }
}

/// One document of a logbook as text.
pub fn encode(book: &Logbook, key: DocKey) -> String {
    let text = match key {
        DocKey::Profile => serde_json::to_string(&book.profile.as_ref().map(v1::profile_out)),
        DocKey::Safety => serde_json::to_string(&v1::safety_out(&book.safety)),
        DocKey::Plans => serde_json::to_string(&v1::plans_out(&book.plans)),
        DocKey::Settings => serde_json::to_string(&v1::settings_out(&book.settings)),
        DocKey::Exercises => serde_json::to_string(&v1::exercises_out(&book.exercises)),
        DocKey::Body => serde_json::to_string(&v1::body_out(&book.body)),
        DocKey::Draft => serde_json::to_string(&v1::draft_out(book.draft.as_ref())),
        DocKey::Food(month) => serde_json::to_string(&v1::food_out(&book.food.month(month))),
        DocKey::Log(month) => serde_json::to_string(&v1::month_out(&book.log.month(month))),
    };
    // Maps have text keys and no value can fail: the shapes are plain data.
    text.unwrap_or_default()
}

/// Reads one document into a logbook, in place of what is there.
///
/// # Errors
/// [`ArchiveError::Malformed`]; the logbook is then as it was.
pub fn decode(book: &mut Logbook, key: DocKey, text: &str) -> Result<(), ArchiveError> {
    let path = key.to_string();
    let refused = |refused: v1::Refused| malformed(&path, refused);
    let parse = |error: serde_json::Error| malformed(&path, error);
    match key {
        DocKey::Profile => {
            let shape: Option<v1::ProfileShape> = serde_json::from_str(text).map_err(parse)?;
            book.profile = shape.as_ref().map(v1::profile_in).transpose().map_err(refused)?;
        }
        DocKey::Safety => {
            let shape: v1::SafetyShape = serde_json::from_str(text).map_err(parse)?;
            book.safety = v1::safety_in(&shape).map_err(refused)?;
        }
        DocKey::Plans => {
            let shape: v1::PlansShape = serde_json::from_str(text).map_err(parse)?;
            book.plans = v1::plans_in(&shape).map_err(refused)?;
        }
        DocKey::Settings => {
            let shape: v1::SettingsShape = serde_json::from_str(text).map_err(parse)?;
            book.settings = v1::settings_in(&shape).map_err(refused)?;
        }
        DocKey::Exercises => {
            let shape: v1::ExercisesShape = serde_json::from_str(text).map_err(parse)?;
            book.exercises = v1::exercises_in(&shape).map_err(refused)?;
        }
        DocKey::Body => {
            let shape: v1::BodyShape = serde_json::from_str(text).map_err(parse)?;
            book.body = v1::body_in(&shape).map_err(refused)?;
        }
        DocKey::Draft => {
            let shape: v1::DraftShape = serde_json::from_str(text).map_err(parse)?;
            book.draft = v1::draft_in(&shape).map_err(refused)?;
        }
        DocKey::Food(month) => {
            let shape: v1::FoodShape = serde_json::from_str(text).map_err(parse)?;
            book.food.set_month(month, &v1::food_in(&shape).map_err(refused)?);
        }
        DocKey::Log(month) => {
            let shape: v1::MonthShape = serde_json::from_str(text).map_err(parse)?;
            book.log.set_month(month, v1::month_in(month, &shape).map_err(refused)?);
        }
    }
    Ok(())
}

/// An export: the logbook stands as text inside, so that its checksum is over the very bytes.
#[derive(Serialize, Deserialize)]
struct Export {
    format: String,
    schema: u32,
    exported_on: String,
    checksum: String,
    logbook: Box<serde_json::value::RawValue>,
}

/// The word every export begins with.
const FORMAT: &str = "legwork";

/// Everything as one JSON file.
pub fn export(book: &Logbook, now: Now) -> String {
    let shape = v1::LogbookShape {
        profile: book.profile.as_ref().map(v1::profile_out),
        safety: v1::safety_out(&book.safety),
        plans: v1::plans_out(&book.plans),
        settings: v1::settings_out(&book.settings),
        exercises: v1::exercises_out(&book.exercises),
        body: v1::body_out(&book.body),
        food: book.food.months().into_iter().map(|m| (m.to_string(), v1::food_out(&book.food.month(m)))).collect(),
        draft: v1::draft_out(book.draft.as_ref()),
        log: book.log.months().iter().map(|(m, log)| (m.to_string(), v1::month_out(log))).collect(),
    };
    let logbook = serde_json::to_string(&shape).unwrap_or_default();
    let sum = envelope::checksum(&logbook);
    format!(
        "{{\"format\":\"{FORMAT}\",\"schema\":{SCHEMA},\"exported_on\":\"{}\",\"checksum\":\"{sum:08x}\",\n\"logbook\":{logbook}}}\n",
        now.day
    )
}

/// Reads an export.
///
/// # Errors
/// [`ArchiveError`]: what is wrong with the file.
pub fn read(text: &str) -> Result<Logbook, ArchiveError> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(ArchiveError::Empty);
    }
    if text.len() > SIZE_MAX {
        return Err(ArchiveError::TooLarge);
    }
    if !text.starts_with('{') {
        return Err(ArchiveError::NotLegwork);
    }
    // Begun like one of ours and cut off is damage; anything else is another app's.
    let ours = text.starts_with(&format!("{{\"format\":\"{FORMAT}\""));
    let file: Export = serde_json::from_str(text)
        .map_err(|_| if ours { ArchiveError::Damaged } else { ArchiveError::NotLegwork })?;
    if file.format != FORMAT {
        return Err(ArchiveError::NotLegwork);
    }
    if file.schema > SCHEMA {
        return Err(ArchiveError::TooNew(file.schema));
    }
    let body = file.logbook.get();
    if format!("{:08x}", envelope::checksum(body)) != file.checksum {
        return Err(ArchiveError::Damaged);
    }
    let shape: v1::LogbookShape = serde_json::from_str(body).map_err(|error| malformed("logbook", error))?;
    logbook_in(&shape)
}

fn logbook_in(shape: &v1::LogbookShape) -> Result<Logbook, ArchiveError> {
    fn at<'a>(path: &'a str) -> impl Fn(v1::Refused) -> ArchiveError + 'a {
        move |refused| malformed(path, refused)
    }
    let mut book = Logbook {
        profile: shape.profile.as_ref().map(v1::profile_in).transpose().map_err(at("profile"))?,
        safety: v1::safety_in(&shape.safety).map_err(at("safety"))?,
        plans: v1::plans_in(&shape.plans).map_err(at("plans"))?,
        settings: v1::settings_in(&shape.settings).map_err(at("settings"))?,
        exercises: v1::exercises_in(&shape.exercises).map_err(at("exercises"))?,
        body: v1::body_in(&shape.body).map_err(at("body"))?,
        draft: v1::draft_in(&shape.draft).map_err(at("draft"))?,
        ..Logbook::default()
    };
    let month_of = |text: &str| Month::parse(text).map_err(|_| malformed(text, "month"));
    let mut months = BTreeMap::new();
    for (name, month) in &shape.log {
        let key = month_of(name)?;
        months.insert(key, v1::month_in(key, month).map_err(at(name))?);
    }
    book.log = crate::domain::training::TrainingLog::from_months(months);
    for (name, month) in &shape.food {
        book.food.set_month(month_of(name)?, &v1::food_in(month).map_err(at(name))?);
    }
    Ok(book)
}
