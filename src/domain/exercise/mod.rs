//! What an exercise is: what it needs, what it trains and how it is done; not what anybody lifted.

mod catalogue;
mod kit;
mod likeness;
mod own;

use super::anatomy::Credit;
pub use catalogue::CATALOGUE;
pub use kit::{Item, Kit};
pub use likeness::{MISMATCH, likeness, most_alike};
pub use own::{NAME_MAX, OwnProblem};
use std::sync::Arc;

/// A built-in leg exercise: one row of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exercise {
    /// Stable key, never renamed: `high-bar-back-squat`.
    pub slug: &'static str,
    /// The English name.
    pub name: &'static str,
    /// The names other apps use for it, separated by `;`.
    pub aliases: &'static str,
    /// Any one of these sets of things is enough to do it; an empty set is the floor and one's own body.
    pub needs: &'static [Kit],
    /// The movement pattern.
    pub pattern: Pattern,
    /// One leg at a time: left and right together are one set.
    pub unilateral: bool,
    /// More than one joint.
    pub compound: bool,
    /// What a full set gives.
    pub credit: Credit,
    /// The muscle length under most tension.
    pub length: Length,
    /// How much it loads the spine.
    pub axial: Axial,
    /// The least reps of its range.
    pub reps_low: u8,
    /// The most reps of its range.
    pub reps_high: u8,
    /// Rest between sets, in seconds.
    pub rest: u16,
    /// 1 anyone, 2 some practice, 3 skilled.
    pub skill: u8,
    /// Joints it may trouble.
    pub stresses: &'static [Joint],
}

impl Exercise {
    /// Whether a person with these things can do it.
    ///
    /// ```
    /// use legwork::domain::exercise::{find, Item, Kit};
    /// let curl = find("seated-leg-curl").unwrap();
    /// assert!(curl.possible_with(Kit::of(&[Item::SeatedLegCurl])) && !curl.possible_with(Kit::NONE));
    /// ```
    pub fn possible_with(&self, kit: Kit) -> bool {
        self.needs.iter().any(|needed| kit.has_all(*needed))
    }

    /// Whether the plan may choose it. Jumps give no credit, a swing's tension is too brief, and the
    /// Copenhagen plank is a hold (science H4): they can be logged, not prescribed.
    pub fn prescribable(&self) -> bool {
        self.pattern != Pattern::Jump && !matches!(self.slug, "kettlebell-swing" | "copenhagen-plank")
    }
}

/// The built-in exercise with this slug.
///
/// ```
/// use legwork::domain::exercise::find;
/// assert_eq!(find("leg-extension").map(|e| e.name), Some("Leg extension"));
/// assert!(find("bench-press").is_none());
/// ```
pub fn find(slug: &str) -> Option<&'static Exercise> {
    let at = CATALOGUE.binary_search_by(|row| row.slug.cmp(slug)).ok()?;
    CATALOGUE.get(at)
}

/// The movement pattern of an exercise (science B, "Pat").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pattern {
    /// SQ
    Squat,
    /// HI
    Hinge,
    /// LU
    Lunge,
    /// LP
    LegPress,
    /// KE
    KneeExtension,
    /// KF
    KneeFlexion,
    /// HT
    HipThrust,
    /// CS
    StraightKneeCalf,
    /// CT
    BentKneeCalf,
    /// AB
    Abduction,
    /// AA
    Adduction,
    /// DF
    Dorsiflexion,
    /// PL
    Jump,
}

/// The muscle length under most tension; a tie-breaker only (science B).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Stretched.
    Long,
    /// In between.
    Mid,
    /// Shortened.
    Short,
    /// Does not apply.
    None,
}

/// Load on the spine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Axial {
    /// Little.
    Low,
    /// Some.
    Medium,
    /// Much.
    High,
}

/// A joint a person may have to spare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Joint {
    /// The knee.
    Knee,
    /// The lower back.
    Back,
    /// The hip.
    Hip,
}

impl Joint {
    /// Every joint.
    pub const ALL: [Self; 3] = [Self::Knee, Self::Back, Self::Hip];
}

/// The slug of any exercise: built in, the person's own, or one this version does not know.
///
/// ```
/// use legwork::domain::exercise::ExerciseId;
/// assert_eq!(ExerciseId::parse("leg-press-45").unwrap().as_str(), "leg-press-45");
/// assert!(ExerciseId::parse("Leg Press").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExerciseId(Arc<str>);

/// Text that is no slug: one to 80 of `a-z 0-9 -`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an exercise slug")]
pub struct NotASlug;

impl ExerciseId {
    /// Reads a slug.
    ///
    /// # Errors
    /// [`NotASlug`] unless it is 1-80 characters of `a-z`, `0-9` and `-`.
    pub fn parse(text: &str) -> Result<Self, NotASlug> {
        let fits = (1..=80).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits { Ok(Self(text.into())) } else { Err(NotASlug) }
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The built-in exercise, if it is one.
    pub fn built_in(&self) -> Option<&'static Exercise> {
        find(&self.0)
    }
}

impl From<&'static Exercise> for ExerciseId {
    fn from(row: &'static Exercise) -> Self {
        Self(row.slug.into())
    }
}

/// An exercise that is not in the catalogue: the person's own, or a name that came with an import.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomExercise {
    /// Its slug, beginning `own-`.
    pub id: ExerciseId,
    /// The name as the person or the other app wrote it.
    pub name: String,
    /// What a set gives; none for work other than legs.
    pub credit: Credit,
    /// The exercise of the catalogue that it is like: its pattern, what it needs, whether it is done on one leg
    /// and which joints it stresses are taken from there.
    pub like: Option<ExerciseId>,
    /// Whether it is offered no more; what was done of it stays.
    pub hidden: bool,
}

/// The person's own exercises, and what they said other apps' names mean.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OwnExercises {
    /// Own and imported exercises, by slug.
    pub list: crate::domain::ordered::OrderedMap<ExerciseId, CustomExercise>,
    /// (app, name as written there) to what it is here.
    pub names: crate::domain::ordered::OrderedMap<(String, String), ExerciseId>,
}

impl OwnExercises {
    /// The name of any exercise: the catalogue's, the person's, or the bare slug of an unknown one.
    pub fn name<'a>(&'a self, id: &'a ExerciseId) -> &'a str {
        match id.built_in() {
            Some(row) => row.name,
            None => self.list.get(id).map_or(id.as_str(), |own| own.name.as_str()),
        }
    }

    /// The exercise of the catalogue that any exercise is, or is like; none where nobody said.
    ///
    /// ```
    /// use legwork::domain::{anatomy::{Credit, Function}, exercise::*};
    /// let mut own = OwnExercises::default();
    /// let mut push = own.describe(None, "Sled push", Credit::of(&[(Function::Vasti, 2)])).unwrap();
    /// push.like = Some(ExerciseId::parse("leg-press-45").unwrap());
    /// let id = push.id.clone();
    /// assert!(own.row(&id).is_none());
    /// own.list.insert(id.clone(), push);
    /// assert_eq!(own.row(&id).unwrap().pattern, Pattern::LegPress);
    /// ```
    pub fn row(&self, id: &ExerciseId) -> Option<&'static Exercise> {
        id.built_in().or_else(|| self.list.get(id)?.like.as_ref()?.built_in())
    }

    /// What a full set of any exercise gives; nothing for one this version does not know.
    pub fn credit(&self, id: &ExerciseId) -> Credit {
        match id.built_in() {
            Some(row) => row.credit,
            None => self.list.get(id).map_or(Credit::NONE, |own| own.credit),
        }
    }
}
