//! One document of a logbook: what is stored, and merged, by itself; as text and back.

use super::error::{ArchiveError, Why};
use super::tree::{Read, Tree, Under};
use super::v2;
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
    /// What there is to load with.
    Gym,
    /// Calibration sets.
    Trials,
    /// What was chosen of eating.
    Diet,
    /// Verdicts on what holds back.
    Verdicts,
    /// A month of food.
    Food(Month),
    /// A month of the log.
    Log(Month),
}

impl DocKey {
    /// The documents that every logbook has.
    pub const SINGLE: [Self; 11] = [
        Self::Profile,
        Self::Safety,
        Self::Plans,
        Self::Settings,
        Self::Exercises,
        Self::Body,
        Self::Draft,
        Self::Gym,
        Self::Trials,
        Self::Diet,
        Self::Verdicts,
    ];
    /// How many of them schema 1 had.
    pub(super) const SINGLE_IN_1: usize = 7;
    /// How many of them every file of schema 2 has; what stands behind came while it was the newest.
    pub(super) const SINGLE_IN_2: usize = 10;

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
            Self::Gym => "gym",
            Self::Trials => "trials",
            Self::Diet => "diet",
            Self::Verdicts => "verdicts",
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

/// JSON of a tree: plain data under text keys, so writing it cannot fail.
pub(super) fn json(tree: &Tree) -> String {
    serde_json::to_string(tree).unwrap_or_default()
}

/// One document of a logbook as text.
pub fn encode(book: &Logbook, key: DocKey) -> String {
    json(&tree_of(book, key))
}

/// One document of a logbook as a tree.
pub(super) fn tree_of(book: &Logbook, key: DocKey) -> Tree {
    match key {
        DocKey::Profile => book.profile.as_ref().map(v2::profile_out).into(),
        DocKey::Safety => v2::safety_out(&book.safety),
        DocKey::Plans => v2::plans_out(&book.plans),
        DocKey::Settings => v2::settings_out(&book.settings),
        DocKey::Exercises => v2::exercises_out(&book.exercises),
        DocKey::Body => v2::body_out(&book.body),
        DocKey::Draft => book.draft.as_ref().map(v2::draft_out).into(),
        DocKey::Gym => book.gym.as_ref().map(v2::gym_out).into(),
        DocKey::Trials => v2::trials_out(&book.trials),
        DocKey::Diet => v2::diet_out(&book.diet),
        DocKey::Verdicts => v2::verdicts_out(&book.verdicts),
        DocKey::Food(month) => v2::food_out(&book.food.month(month)),
        DocKey::Log(month) => match book.log.months().get(&month) {
            Some(log) => v2::month_out(month, log),
            None => v2::month_out(month, &Default::default()),
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
    let tree = serde_json::from_str(text).map_err(|error| ArchiveError::Malformed {
        path: format!("{key}:{}:{}", error.line(), error.column()),
        why: Why::Shape,
    })?;
    take_in(book, key, &tree).under(&key.to_string()).map_err(Into::into)
}

/// Takes one document into a logbook, in place of what is there; refused, it leaves the logbook as it was.
pub(super) fn take_in(book: &mut Logbook, key: DocKey, tree: &Tree) -> Read<()> {
    match key {
        DocKey::Profile => book.profile = tree.some().map(v2::profile_in).transpose()?,
        DocKey::Safety => book.safety = v2::safety_in(tree)?,
        DocKey::Plans => book.plans = v2::plans_in(tree)?,
        DocKey::Settings => book.settings = v2::settings_in(tree)?,
        DocKey::Exercises => book.exercises = v2::exercises_in(tree)?,
        DocKey::Body => book.body = v2::body_in(tree)?,
        DocKey::Draft => book.draft = tree.some().map(v2::draft_in).transpose()?,
        DocKey::Gym => book.gym = tree.some().map(v2::gym_in).transpose()?,
        DocKey::Trials => book.trials = v2::trials_in(tree)?,
        DocKey::Diet => book.diet = v2::diet_in(tree)?,
        DocKey::Verdicts => book.verdicts = v2::verdicts_in(tree)?,
        DocKey::Food(month) => book.food.set_month(month, &v2::food_in(tree)?),
        DocKey::Log(month) => book.log.set_month(month, v2::month_in(month, tree)?),
    }
    Ok(())
}
