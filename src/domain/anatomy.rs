//! The muscles of the leg, the functions counted beneath them, and how much of a set each one gets.

use super::units::SetCount;

/// A muscle as the chart and the targets know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Muscle {
    /// Knee extensors.
    Quadriceps,
    /// Knee flexors and hip extensors at the back of the thigh.
    Hamstrings,
    /// Gluteus maximus.
    Glutes,
    /// Gastrocnemius and soleus.
    Calves,
    /// Inner thigh.
    Adductors,
    /// Gluteus medius and the other abductors.
    Abductors,
    /// Front of the shin.
    Tibialis,
}

impl Muscle {
    /// Every muscle, in the order of the chart.
    pub const ALL: [Self; 7] = [
        Self::Quadriceps,
        Self::Hamstrings,
        Self::Glutes,
        Self::Calves,
        Self::Adductors,
        Self::Abductors,
        Self::Tibialis,
    ];
    /// The four whose weekly target is the law of the chart and the generator.
    pub const MAIN: [Self; 4] = [Self::Quadriceps, Self::Hamstrings, Self::Glutes, Self::Calves];

    /// The functions beneath it; a set counts for the muscle as its best function does, never as their sum.
    ///
    /// ```
    /// use legwork::domain::anatomy::{Function, Muscle};
    /// assert_eq!(Muscle::Calves.functions(), [Function::Gastrocnemius, Function::Soleus]);
    /// ```
    pub const fn functions(self) -> &'static [Function] {
        match self {
            Self::Quadriceps => &[Function::Vasti, Function::RectusFemoris],
            Self::Hamstrings => &[Function::HipHamstrings, Function::KneeHamstrings],
            Self::Glutes => &[Function::GluteusMaximus],
            Self::Calves => &[Function::Gastrocnemius, Function::Soleus],
            Self::Adductors => &[Function::Adductors],
            Self::Abductors => &[Function::Abductors],
            Self::Tibialis => &[Function::Tibialis],
        }
    }
}

/// A part of a muscle that is trained by itself (science B).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Function {
    /// The three vasti of the quadriceps.
    Vasti,
    /// The rectus femoris, which a squat does not grow (Kubo 2019).
    RectusFemoris,
    /// The hamstrings as they extend the hip.
    HipHamstrings,
    /// The hamstrings as they bend the knee.
    KneeHamstrings,
    /// The gluteus maximus.
    GluteusMaximus,
    /// The abductors.
    Abductors,
    /// The adductors.
    Adductors,
    /// The gastrocnemius: straight knee.
    Gastrocnemius,
    /// The soleus.
    Soleus,
    /// The tibialis anterior.
    Tibialis,
}

impl Function {
    /// Every function.
    pub const ALL: [Self; 10] = [
        Self::Vasti,
        Self::RectusFemoris,
        Self::HipHamstrings,
        Self::KneeHamstrings,
        Self::GluteusMaximus,
        Self::Abductors,
        Self::Adductors,
        Self::Gastrocnemius,
        Self::Soleus,
        Self::Tibialis,
    ];

    /// The muscle it belongs to.
    pub const fn muscle(self) -> Muscle {
        match self {
            Self::Vasti | Self::RectusFemoris => Muscle::Quadriceps,
            Self::HipHamstrings | Self::KneeHamstrings => Muscle::Hamstrings,
            Self::GluteusMaximus => Muscle::Glutes,
            Self::Gastrocnemius | Self::Soleus => Muscle::Calves,
            Self::Adductors => Muscle::Adductors,
            Self::Abductors => Muscle::Abductors,
            Self::Tibialis => Muscle::Tibialis,
        }
    }
}

/// What one full set of an exercise gives to each function, in half sets: 2 is a prime mover, 1 indirect.
///
/// ```
/// use legwork::domain::anatomy::{Credit, Function, Muscle};
/// use legwork::domain::units::SetCount;
/// let squat = Credit::of(&[(Function::Vasti, 2), (Function::RectusFemoris, 1), (Function::GluteusMaximus, 2)]);
/// assert_eq!(squat.muscle(Muscle::Quadriceps), SetCount::ONE); // the best function, not the sum
/// assert_eq!(squat.function(Function::RectusFemoris), SetCount::ONE.halved());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Credit([u8; 10]);

impl Credit {
    /// No credit: upper-body work, jumps.
    pub const NONE: Self = Self([0; 10]);

    /// From pairs of a function and its half sets; more than a whole set is a whole set.
    pub const fn of(pairs: &[(Function, u8)]) -> Self {
        let mut halves = [0_u8; 10];
        let mut rest = pairs;
        while let [(function, credit), tail @ ..] = rest {
            let mut place = 0;
            // `const` knows no iterators; the index is below the array's length by the loop.
            while place < halves.len() {
                if place == *function as usize {
                    #[allow(clippy::indexing_slicing)]
                    {
                        halves[place] = if *credit > 2 { 2 } else { *credit };
                    }
                }
                place += 1;
            }
            rest = tail;
        }
        Self(halves)
    }

    /// What one full set gives to a function.
    pub fn function(self, function: Function) -> SetCount {
        SetCount::from_32nds(u32::from(self.halves(function)) * 16)
    }

    /// What one full set gives to a muscle: the best of its functions.
    pub fn muscle(self, muscle: Muscle) -> SetCount {
        muscle.functions().iter().map(|f| self.function(*f)).max().unwrap_or(SetCount::ZERO)
    }

    /// Half sets to a function: 0, 1 or 2.
    pub fn halves(self, function: Function) -> u8 {
        self.0.get(function as usize).copied().unwrap_or(0)
    }

    /// The credit with indirect work left out.
    #[must_use]
    pub fn direct_only(self) -> Self {
        Self(self.0.map(|halves| if halves < 2 { 0 } else { halves }))
    }

    /// Whether it gives anything to the legs at all.
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }
}

/// Sets added up: by function, and by muscle with each set rolled up to its best function first.
///
/// ```
/// use legwork::domain::anatomy::{Credit, Function, Muscle, Tally};
/// use legwork::domain::units::SetCount;
/// let hinge = Credit::of(&[(Function::HipHamstrings, 2)]);
/// let curl = Credit::of(&[(Function::KneeHamstrings, 2)]);
/// let mut week = Tally::default();
/// week.add(hinge, SetCount::whole(4));
/// week.add(curl, SetCount::whole(3));
/// assert_eq!(week.muscle(Muscle::Hamstrings).sets(), 7.0); // each set counts once
/// assert_eq!(week.function(Function::KneeHamstrings).sets(), 3.0);
/// week.add(Credit::of(&[(Function::KneeHamstrings, 1)]), SetCount::whole(2)); // indirect
/// assert_eq!((week.function(Function::KneeHamstrings).sets(), week.direct(Function::KneeHamstrings).sets()), (4.0, 3.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    functions: [SetCount; 10],
    /// The part of them in which the function is the prime mover.
    direct: [SetCount; 10],
    muscles: [SetCount; 7],
}

impl Tally {
    /// Adds work worth `worth` full sets of an exercise with this credit.
    pub fn add(&mut self, credit: Credit, worth: SetCount) {
        if worth == SetCount::ZERO {
            return;
        }
        let share = |halves: u8| match halves {
            0 => SetCount::ZERO,
            1 => worth.halved(),
            _ => worth,
        };
        let sums = self.functions.iter_mut().zip(&mut self.direct);
        for ((sum, direct), function) in sums.zip(Function::ALL) {
            let halves = credit.halves(function);
            *sum += share(halves);
            *direct += if halves < 2 { SetCount::ZERO } else { worth };
        }
        for (sum, muscle) in self.muscles.iter_mut().zip(Muscle::ALL) {
            let best = muscle.functions().iter().map(|f| credit.halves(*f)).max().unwrap_or(0);
            *sum += share(best);
        }
    }

    /// Adds another tally.
    pub fn merge(&mut self, other: &Tally) {
        for (sum, more) in self.functions.iter_mut().zip(other.functions) {
            *sum += more;
        }
        for (sum, more) in self.direct.iter_mut().zip(other.direct) {
            *sum += more;
        }
        for (sum, more) in self.muscles.iter_mut().zip(other.muscles) {
            *sum += more;
        }
    }

    /// The sets of a function.
    pub fn function(&self, function: Function) -> SetCount {
        self.functions.get(function as usize).copied().unwrap_or_default()
    }

    /// The sets of a function in which it is the prime mover.
    pub fn direct(&self, function: Function) -> SetCount {
        self.direct.get(function as usize).copied().unwrap_or_default()
    }

    /// The sets of a muscle.
    pub fn muscle(&self, muscle: Muscle) -> SetCount {
        self.muscles.get(muscle as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_is_listed_by_its_muscle_and_stands_at_its_own_place() {
        for (place, function) in Function::ALL.into_iter().enumerate() {
            assert_eq!(function as usize, place);
            assert!(function.muscle().functions().contains(&function));
        }
    }
}
