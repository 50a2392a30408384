//! Intensity techniques as data: what each adds to a set, what it costs, and where the rules allow it; how
//! it is worded is not decided here.

mod offer;

pub use offer::{Offer, Partner, finishers, offered, partners};

use super::{Finisher, Phase, minutes};
use crate::domain::athlete::Experience;
use crate::domain::exercise::{Exercise, Item, Length};
use crate::domain::units::{Kg, Rir, SetCount};

/// A way to do the last set, or all of them, other than straight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Technique {
    /// The load comes down and the set goes on, once or twice.
    DropSet {
        /// Per mille off the load each time: 200-300. Source: science A15.
        per_mille: u16,
        /// How often.
        times: u8,
    },
    /// The same load again after a few breaths.
    RestPause {
        /// Seconds between the bouts.
        pause: u8,
        /// How many bouts follow the first.
        bouts: u8,
    },
    /// One long activating set, then short ones.
    MyoReps {
        /// Seconds between them.
        pause: u8,
        /// How many short ones.
        minis: u8,
        /// Reps of each.
        reps: u8,
    },
    /// Alternating with the opposite muscle. Source: science A16 (antagonist pairs only, by default).
    Superset,
    /// After the last full rep, half reps in the stretch.
    LengthenedPartials {
        /// How many.
        reps: u8,
    },
    /// A slower way down.
    Tempo {
        /// Seconds down.
        down: u8,
        /// Seconds at the bottom.
        pause: u8,
        /// Seconds up.
        up: u8,
    },
}

/// Why a technique is not for this set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Barred {
    /// Not in the first years (science H3, H9).
    Novice,
    /// Not where effort is held back for safety.
    HeldBack,
    /// Not in a deload or on the way back.
    EasyWeek,
    /// Only on isolation exercises (science A15).
    Compound,
    /// Not where a joint needs care.
    Careful,
    /// Not where a weight can come down on anybody (science H9).
    FreeBar,
    /// Nothing of this exercise is stretched under load.
    NotStretched,
}

/// Who would do it, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Training experience.
    pub experience: Experience,
    /// The least reps in reserve that safety allows.
    pub rir_floor: Rir,
    /// The kind of week.
    pub phase: Phase,
    /// Whether the exercise stresses a joint that needs care.
    pub careful: bool,
}

/// The most that one cluster counts, in whole sets. Source: science D, "Clusters".
const CLUSTER_MAX: u32 = 2;

impl Technique {
    /// Two drops of a quarter. Source: science A15.
    pub const DROPS: Self = Self::DropSet { per_mille: 250, times: 2 };
    /// Two bouts after twenty seconds. [our choice]
    pub const REST_PAUSE: Self = Self::RestPause { pause: 20, bouts: 2 };
    /// Three minis of four after fifteen seconds. [our choice]
    pub const MYO_REPS: Self = Self::MyoReps { pause: 15, minis: 3, reps: 4 };
    /// Five half reps in the stretch. Source: science B (Kassiano 2023), [our choice] of the number.
    pub const PARTIALS: Self = Self::LengthenedPartials { reps: 5 };
    /// Three seconds down, one at the bottom, one up. Source: science A29, A49.
    pub const SLOW: Self = Self::Tempo { down: 3, pause: 1, up: 1 };
    /// Every technique in its usual form.
    pub const ALL: [Self; 6] =
        [Self::DROPS, Self::REST_PAUSE, Self::MYO_REPS, Self::Superset, Self::PARTIALS, Self::SLOW];

    /// What the last set is worth with it: half a set more for each mini-set, two in all at most; partials,
    /// alternating and tempo add nothing (science D, "Clusters").
    ///
    /// ```
    /// use legwork::domain::plan::technique::Technique;
    /// assert_eq!(Technique::DROPS.worth().sets(), 2.0);
    /// assert_eq!(Technique::MYO_REPS.worth().sets(), 2.0); // 1 + 3 x 0.5, capped
    /// assert_eq!(Technique::PARTIALS.worth().sets(), 1.0);
    /// ```
    pub fn worth(self) -> SetCount {
        let minis = self.finisher().map_or(0, Finisher::minis);
        let more = SetCount::ONE.halved().times(u32::from(minis));
        (SetCount::ONE + more).min(SetCount::whole(CLUSTER_MAX))
    }

    /// The seconds it adds to an exercise of so many sets and so much work in each; none for alternating,
    /// which saves some.
    ///
    /// ```
    /// use legwork::domain::plan::technique::Technique;
    /// // Twelve reps of four seconds: two drops take as long as two thirds of another set with its rest.
    /// assert_eq!(Technique::DROPS.seconds(3, (10, 14), 48), 68);
    /// assert_eq!(Technique::SLOW.seconds(3, (10, 14), 48), 36); // a second more a rep
    /// ```
    pub fn seconds(self, sets: u8, reps: (u8, u8), work: u32) -> u32 {
        let middle = (u32::from(reps.0) + u32::from(reps.1)).div_ceil(2).max(1);
        let rep = work / middle;
        match self {
            Self::DropSet { times, .. } => u32::from(times) * minutes::drop(work),
            // A bout gives about a third of the first one's reps.
            Self::RestPause { pause, bouts } => u32::from(bouts) * (u32::from(pause) + work / 3),
            Self::MyoReps { pause, minis, reps } => {
                u32::from(minis) * (u32::from(pause) + u32::from(reps) * rep)
            }
            Self::Superset => 0,
            Self::LengthenedPartials { reps } => u32::from(reps) * rep / 2,
            Self::Tempo { down, pause, up } => {
                let slower = u32::from(down + pause + up).saturating_sub(minutes::TEMPO);
                u32::from(sets) * middle * slower
            }
        }
    }

    /// Whether the rules allow it on the last set of an exercise.
    ///
    /// # Errors
    /// [`Barred`]: the first rule in the way.
    ///
    /// ```
    /// use legwork::domain::athlete::Experience;
    /// use legwork::domain::exercise::find;
    /// use legwork::domain::plan::{Phase, technique::{Barred, Setting, Technique}};
    /// use legwork::domain::units::Rir;
    /// let setting = Setting {
    ///     experience: Experience::Advanced, rir_floor: Rir::ZERO, phase: Phase::Working, careful: false,
    /// };
    /// assert_eq!(Technique::DROPS.on(find("leg-extension").unwrap(), setting), Ok(()));
    /// assert_eq!(Technique::DROPS.on(find("high-bar-back-squat").unwrap(), setting), Err(Barred::Compound));
    /// ```
    pub fn on(self, row: &Exercise, setting: Setting) -> Result<(), Barred> {
        // A slower way down is for anybody, and alternating is no harder than resting.
        let hard = !matches!(self, Self::Superset | Self::Tempo { .. });
        if !hard {
            return self.suits(row);
        }
        if setting.phase == Phase::Deload {
            return Err(Barred::EasyWeek);
        }
        if setting.experience == Experience::Novice {
            return Err(Barred::Novice);
        }
        if setting.rir_floor >= Rir::TWO {
            return Err(Barred::HeldBack);
        }
        if setting.careful {
            return Err(Barred::Careful);
        }
        self.suits(row)
    }

    /// Whether the exercise itself allows it, whoever does it.
    ///
    /// # Errors
    /// [`Barred`]: the first rule in the way.
    pub fn suits(self, row: &Exercise) -> Result<(), Barred> {
        if matches!(self, Self::Tempo { .. }) {
            return Ok(());
        }
        if row.compound {
            return Err(Barred::Compound);
        }
        if !matches!(self, Self::Superset) && row.needs.iter().all(|kit| kit.has(Item::Barbell)) {
            return Err(Barred::FreeBar);
        }
        if matches!(self, Self::LengthenedPartials { .. }) && row.length != Length::Long {
            return Err(Barred::NotStretched);
        }
        Ok(())
    }

    /// How a plan notes it; none for what a plan does not carry.
    pub fn finisher(self) -> Option<Finisher> {
        match self {
            Self::DropSet { per_mille, times } => Some(Finisher::Drop { per_mille, times }),
            Self::RestPause { pause, bouts } => Some(Finisher::RestPause { pause, bouts }),
            Self::MyoReps { pause, minis, reps } => Some(Finisher::MyoReps { pause, minis, reps }),
            Self::LengthenedPartials { reps } => Some(Finisher::Partials { reps }),
            Self::Tempo { down, pause, up } => Some(Finisher::Tempo { down, pause, up }),
            // An alternation is a pair of exercises.
            Self::Superset => None,
        }
    }

    /// The technique that a plan noted.
    ///
    /// ```
    /// use legwork::domain::plan::technique::Technique;
    /// let carried = Technique::ALL.into_iter().filter_map(|one| Some((one, one.finisher()?)));
    /// assert!(carried.clone().all(|(one, noted)| Technique::of(noted) == one) && carried.count() == 5);
    /// ```
    pub const fn of(finisher: Finisher) -> Self {
        match finisher {
            Finisher::Drop { per_mille, times } => Self::DropSet { per_mille, times },
            Finisher::RestPause { pause, bouts } => Self::RestPause { pause, bouts },
            Finisher::MyoReps { pause, minis, reps } => Self::MyoReps { pause, minis, reps },
            Finisher::Partials { reps } => Self::LengthenedPartials { reps },
            Finisher::Tempo { down, pause, up } => Self::Tempo { down, pause, up },
        }
    }
}

/// The load after so many drops, before it is rounded to what there is.
///
/// ```
/// use legwork::domain::{plan::technique::dropped, units::Kg};
/// let kg = |kg| Kg::from_kg(kg).unwrap();
/// assert_eq!((dropped(kg(40.0), 250, 1), dropped(kg(40.0), 250, 2)), (kg(30.0), kg(22.5)));
/// ```
pub fn dropped(load: Kg, per_mille: u16, times: u8) -> Kg {
    let kept = u64::from(1000_u16.saturating_sub(per_mille));
    let grams = (0..times).fold(u64::from(load.grams()), |grams, _| grams * kept / 1000);
    Kg::saturating(i64::try_from(grams).unwrap_or(0))
}
