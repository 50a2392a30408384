//! Who is asking: body, experience, week, equipment, joints and wishes; not what they did.

mod form;
mod size;

pub use form::{Field, Problem, ProfileDraft};
pub use size::{HEIGHT_CM, WEIGHT_KG, Written};

use super::anatomy::Muscle;
use super::exercise::{Joint, Kit};
use super::units::{Kg, Millimetres, Minutes, PerMille, Years};
use crate::domain::ordered::OrderedMap;
use chrono::Weekday;

/// A person's answers, all valid. Body size may be withheld: then there are no food targets.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// Age in years, 13 or more (science H9).
    pub age: Years,
    /// Sex for the energy formula.
    pub sex: Option<Sex>,
    /// Body height.
    pub height: Option<Millimetres>,
    /// Body weight when the form was filled in; later weights are in the body log.
    pub weight: Option<Kg>,
    /// Share of fat in the body.
    pub body_fat: Option<PerMille>,
    /// Training experience.
    pub experience: Experience,
    /// The days on which legs are trained: 1-4.
    pub days: TrainingDays,
    /// The longest a session may take.
    pub minutes: Minutes,
    /// What there is to train with.
    pub kit: Kit,
    /// The muscle that comes first.
    pub priority: Option<Muscle>,
    /// Joints to be spared.
    pub cautions: Cautions,
    /// Daily activity, training included.
    pub activity: Activity,
    /// What food is for.
    pub goal: Goal,
    /// The person's own weekly bands, in whole sets, low to high.
    pub bands: OrderedMap<Muscle, (u8, u8)>,
}

/// The least age that is planned for (science H9).
pub const AGE_MIN: u8 = 13;
/// Age from which nutrition numbers and maximal efforts are allowed (science E).
pub const AGE_ADULT: u8 = 18;
/// The shortest session that can be asked for, minutes.
pub const MINUTES_MIN: u16 = 20;
/// The longest session that can be asked for, minutes.
pub const MINUTES_MAX: u16 = 150;
/// The longest name that is kept, in characters.
pub const NAME_MAX: usize = 80;

/// Sex, for the energy formula only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Sex {
    Female,
    Male,
}

/// Years of serious training, in three classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Experience {
    /// Less than about a year.
    Novice,
    /// About one to three years.
    Intermediate,
    /// More.
    Advanced,
}

/// Daily activity, the usual five classes (science C: TDEE).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Activity {
    /// x 1.2
    Sedentary,
    /// x 1.375
    Light,
    /// x 1.55
    Moderate,
    /// x 1.725
    High,
    /// x 1.9
    VeryHigh,
}

/// What food is for. There is no deficit (science H9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Goal {
    /// Gain slowly.
    Gain,
    /// Stay.
    Maintain,
}

/// How much a joint is to be spared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Care {
    /// No limit.
    #[default]
    None,
    /// Stressful exercises come last and lighter.
    Careful,
    /// Stressful exercises are excluded.
    Avoid,
}

/// The care each joint needs.
///
/// ```
/// use legwork::domain::athlete::{Care, Cautions};
/// use legwork::domain::exercise::Joint;
/// let mut cautions = Cautions::default();
/// cautions.set(Joint::Knee, Care::Avoid);
/// assert_eq!((cautions.of(Joint::Knee), cautions.of(Joint::Hip)), (Care::Avoid, Care::None));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cautions {
    knee: Care,
    back: Care,
    hip: Care,
}

impl Cautions {
    /// The care this joint needs.
    pub const fn of(self, joint: Joint) -> Care {
        match joint {
            Joint::Knee => self.knee,
            Joint::Back => self.back,
            Joint::Hip => self.hip,
        }
    }

    /// Sets the care this joint needs.
    pub fn set(&mut self, joint: Joint, care: Care) {
        match joint {
            Joint::Knee => self.knee = care,
            Joint::Back => self.back = care,
            Joint::Hip => self.hip = care,
        }
    }

    /// The most care that any of these joints needs.
    pub fn worst(self, joints: &[Joint]) -> Care {
        joints.iter().map(|j| self.of(*j)).max().unwrap_or(Care::None)
    }
}

/// One to four days of the week on which legs are trained, Monday first.
///
/// ```
/// use chrono::Weekday;
/// use legwork::domain::athlete::TrainingDays;
/// let days = TrainingDays::try_new(&[Weekday::Thu, Weekday::Mon]).unwrap();
/// assert_eq!(days.list(), [Weekday::Mon, Weekday::Thu]);
/// assert!(TrainingDays::try_new(&[]).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TrainingDays(u8);

/// Not one to four days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} training days, not 1-4")]
pub struct NotOneToFour(pub usize);

impl TrainingDays {
    /// One to four different days.
    ///
    /// # Errors
    /// [`NotOneToFour`] with the number of different days given.
    pub fn try_new(days: &[Weekday]) -> Result<Self, NotOneToFour> {
        let bits = days.iter().fold(0_u8, |bits, day| bits | 1 << day.num_days_from_monday());
        let count = bits.count_ones() as usize;
        if (1..=4).contains(&count) { Ok(Self(bits)) } else { Err(NotOneToFour(count)) }
    }

    /// A sensible spread of so many sessions: fewer than one is one, more than four is four.
    pub fn spread(sessions: u8) -> Self {
        match sessions {
            0 | 1 => Self(0b000_0001),
            2 => Self(0b000_1001),
            3 => Self(0b001_0101),
            _ => Self(0b001_1011),
        }
    }

    /// How many sessions a week, 1-4.
    pub const fn count(self) -> u8 {
        self.0.count_ones() as u8
    }

    /// Whether legs are trained on this day.
    pub const fn has(self, day: Weekday) -> bool {
        self.0 & (1 << day.num_days_from_monday()) != 0
    }

    /// The days, Monday first.
    pub fn list(self) -> Vec<Weekday> {
        WEEK.into_iter().filter(|day| self.has(*day)).collect()
    }
}

/// The days of the week, Monday first.
pub const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The weekly band of a muscle: the person's own where there is one, else everybody's.
///
/// ```
/// use legwork::domain::{anatomy::Muscle, athlete::{band_of, default_band}};
/// assert_eq!(band_of(None, Muscle::Calves), default_band(Muscle::Calves));
/// ```
pub fn band_of(profile: Option<&Profile>, muscle: Muscle) -> (u8, u8) {
    profile.map_or(default_band(muscle), |profile| profile.band(muscle))
}

/// The articles' weekly bands in hard sets: quadriceps, hamstrings and glutes 10-20, calves 12-18,
/// adductors 6-12; the others are optional and have no floor (architecture section 0, science B).
///
/// ```
/// use legwork::domain::{anatomy::Muscle, athlete::default_band};
/// assert_eq!(default_band(Muscle::Calves), (12, 18));
/// ```
pub const fn default_band(muscle: Muscle) -> (u8, u8) {
    match muscle {
        Muscle::Quadriceps | Muscle::Hamstrings | Muscle::Glutes => (10, 20),
        Muscle::Calves => (12, 18),
        Muscle::Adductors => (6, 12),
        Muscle::Abductors => (0, 8),
        Muscle::Tibialis => (0, 6),
    }
}

impl Profile {
    /// The weekly band of a muscle in whole sets: the person's own, else the articles'.
    pub fn band(&self, muscle: Muscle) -> (u8, u8) {
        self.bands.get(&muscle).copied().unwrap_or(default_band(muscle))
    }
}
