//! One document of a logbook: what is stored, and merged, by itself; as text and back.

use super::convert::{Under, food_in, food_out, month_in, month_out};
use super::error::{ArchiveError, Why};
use super::shape::{Shape, Tree};
use super::v1;
use crate::domain::calendar::Month;
use crate::domain::logbook::Logbook;

/// Which document.
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
    /// The documents that every logbook has.
    pub const SINGLE: [Self; 7] =
        [Self::Profile, Self::Safety, Self::Plans, Self::Settings, Self::Exercises, Self::Body, Self::Draft];

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
        let word = match self {
            Self::Profile => "profile",
            Self::Safety => "safety",
            Self::Plans => "plans",
            Self::Settings => "settings",
            Self::Exercises => "exercises",
            Self::Body => "body",
            Self::Draft => "draft",
            Self::Food(month) => return write!(f, "food:{month}"),
            Self::Log(month) => return write!(f, "log:{month}"),
        };
        f.write_str(word)
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

/// Trees are plain data under text keys: writing them cannot fail.
pub(super) fn json(shape: &impl Shape) -> String {
    text_of(&shape.write())
}

fn text_of(tree: &Tree) -> String {
    serde_json::to_string(tree).unwrap_or_default()
}

/// One document of a logbook as text.
pub fn encode(book: &Logbook, key: DocKey) -> String {
    match key {
        DocKey::Profile => json(&book.profile.as_ref().map(v1::Profile::from)),
        DocKey::Safety => json(&v1::Safety::from(&book.safety)),
        DocKey::Plans => json(&v1::Plans::from(&book.plans)),
        DocKey::Settings => json(&v1::Settings::from(&book.settings)),
        DocKey::Exercises => json(&v1::Exercises::from(&book.exercises)),
        DocKey::Body => json(&v1::Body::from(&book.body)),
        DocKey::Draft => json(&book.draft.as_ref().map(v1::Draft::from)),
        DocKey::Food(month) => json(&food_out(&book.food.month(month))),
        DocKey::Log(month) => match book.log.months().get(&month) {
            Some(log) => json(&month_out(month, log)),
            None => json(&month_out(month, &Default::default())),
        },
    }
}

/// Reads one document into a logbook, in place of what is there.
///
/// # Errors
/// [`ArchiveError::Malformed`]; the logbook is then as it was.
///
/// ```
/// use legwork::archive::{DocKey, decode, encode};
/// use legwork::domain::logbook::Logbook;
/// let (book, mut copy) = (Logbook::default(), Logbook::default());
/// decode(&mut copy, DocKey::Settings, &encode(&book, DocKey::Settings)).unwrap();
/// assert_eq!(copy, book);
/// assert!(decode(&mut copy, DocKey::Settings, r#"{"mass":"stone"}"#).is_err());
/// ```
pub fn decode(book: &mut Logbook, key: DocKey, text: &str) -> Result<(), ArchiveError> {
    let name = key.to_string();
    match key {
        DocKey::Profile => {
            let shape: Option<v1::Profile> = parse(&name, text)?;
            book.profile = shape.map(TryInto::try_into).transpose().under(&name)?;
        }
        DocKey::Safety => book.safety = parse::<v1::Safety>(&name, text)?.try_into().under(&name)?,
        DocKey::Plans => book.plans = parse::<v1::Plans>(&name, text)?.try_into().under(&name)?,
        DocKey::Settings => book.settings = parse::<v1::Settings>(&name, text)?.try_into().under(&name)?,
        DocKey::Exercises => book.exercises = parse::<v1::Exercises>(&name, text)?.try_into().under(&name)?,
        DocKey::Body => book.body = parse::<v1::Body>(&name, text)?.try_into().under(&name)?,
        DocKey::Draft => {
            let shape: Option<v1::Draft> = parse(&name, text)?;
            book.draft = shape.map(TryInto::try_into).transpose().under(&name)?;
        }
        DocKey::Food(month) => {
            let days = food_in(&parse(&name, text)?).under(&name)?;
            book.food.set_month(month, &days);
        }
        DocKey::Log(month) => {
            let log = month_in(month, parse(&name, text)?).under(&name)?;
            book.log.set_month(month, log);
        }
    }
    Ok(())
}

/// A shape from JSON; where that is wrong is said by line and column.
fn parse<T: Shape>(name: &str, text: &str) -> Result<T, ArchiveError> {
    shaped(name, tree_of(name, text)?)
}

fn tree_of(name: &str, text: &str) -> Result<Tree, ArchiveError> {
    serde_json::from_str(text).map_err(|error| ArchiveError::Malformed {
        path: format!("{name}:{}:{}", error.line(), error.column()),
        why: Why::Shape,
    })
}

/// A shape from a tree.
pub(super) fn shaped<T: Shape>(name: &str, tree: Tree) -> Result<T, ArchiveError> {
    T::read(tree).ok_or_else(|| ArchiveError::Malformed { path: name.to_owned(), why: Why::Shape })
}
