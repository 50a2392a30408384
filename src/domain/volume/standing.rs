//! How a muscle's week stands against its band and its coverage; what to do about it is the diagnosis' work.

use crate::domain::anatomy::{Function, Muscle, Tally};
use crate::domain::units::SetCount;

/// The weekly sets each function needs for its muscle to be covered. Source: science H1, rule 8.
pub const COVERAGE: [(Function, u8); 4] = [
    (Function::HipHamstrings, 4),
    (Function::KneeHamstrings, 4),
    (Function::RectusFemoris, 3),
    (Function::Gastrocnemius, 8),
];
/// A week may grow by this share before it is warned about, in percent. Source: science H2, A10.
const RAMP_PERCENT: u32 = 10;

/// The sets that count towards a function's coverage: of the rectus femoris direct ones alone, since what a
/// squat gives it does not grow it (science H4).
///
/// ```
/// use legwork::domain::anatomy::{Credit, Function, Tally};
/// use legwork::domain::{units::SetCount, volume::covering};
/// let mut week = Tally::default();
/// week.add(Credit::of(&[(Function::Vasti, 2), (Function::RectusFemoris, 1)]), SetCount::whole(8)); // squats
/// assert_eq!(covering(&week, Function::RectusFemoris), SetCount::ZERO);
/// assert_eq!(covering(&week, Function::Vasti), SetCount::whole(8));
/// ```
pub fn covering(tally: &Tally, function: Function) -> SetCount {
    if function == Function::RectusFemoris { tally.direct(function) } else { tally.function(function) }
}

/// How a muscle stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Below the band.
    Below,
    /// In the band and covered.
    InBand,
    /// In the band by number, but one of its functions is short (science H4).
    Uncovered(Function),
    /// Above the band.
    Above,
}

/// How a muscle's week stands against its band.
///
/// ```
/// use legwork::domain::anatomy::{Credit, Function, Muscle, Tally};
/// use legwork::domain::units::SetCount;
/// use legwork::domain::volume::{Standing, standing};
/// let mut seated_raises = Tally::default();
/// seated_raises.add(Credit::of(&[(Function::Soleus, 2)]), SetCount::whole(12));
/// let calves = standing(&seated_raises, Muscle::Calves, (12, 18));
/// assert_eq!(calves, Standing::Uncovered(Function::Gastrocnemius));
/// ```
pub fn standing(tally: &Tally, muscle: Muscle, band: (u8, u8)) -> Standing {
    let sets = tally.muscle(muscle);
    if sets < SetCount::whole(u32::from(band.0)) {
        return Standing::Below;
    }
    if sets > SetCount::whole(u32::from(band.1)) {
        return Standing::Above;
    }
    COVERAGE
        .iter()
        .find(|(function, least)| {
            function.muscle() == muscle && covering(tally, *function) < SetCount::whole(u32::from(*least))
        })
        .map_or(Standing::InBand, |(function, _)| Standing::Uncovered(*function))
}

/// Whether a muscle grew faster than 10 % **and** one set over the week before, from the band's low end up.
///
/// ```
/// use legwork::domain::{units::SetCount, volume::ramp_warning};
/// let sets = SetCount::whole;
/// assert!(ramp_warning(sets(10), sets(12), 10));
/// assert!(!ramp_warning(sets(10), sets(11), 10) && !ramp_warning(sets(4), sets(8), 10));
/// ```
pub fn ramp_warning(before: SetCount, now: SetCount, low: u8) -> bool {
    now >= SetCount::whole(u32::from(low))
        && before > SetCount::ZERO
        && now.less(before) > SetCount::ONE
        && now.parts() * 100 > before.parts().saturating_mul(100 + RAMP_PERCENT)
}

/// By how many percent a muscle grew or shrank; none where there was or is nothing.
///
/// ```
/// use legwork::domain::{units::SetCount, volume::growth};
/// let sets = SetCount::whole;
/// assert_eq!((growth(sets(10), sets(12)), growth(sets(10), sets(0)), growth(sets(0), sets(9))), (Some(20.0), None, None));
/// ```
pub fn growth(before: SetCount, now: SetCount) -> Option<f64> {
    let both = before > SetCount::ZERO && now > SetCount::ZERO;
    both.then(|| ((now.sets() / before.sets() - 1.0) * 1000.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exercise::find;

    #[test]
    fn squats_fill_the_band_of_the_quadriceps_and_do_not_cover_it() {
        let mut week = Tally::default();
        week.add(find("high-bar-back-squat").unwrap().credit, SetCount::whole(12));
        let stands = |week: &Tally| standing(week, Muscle::Quadriceps, (10, 20));
        assert_eq!(stands(&week), Standing::Uncovered(Function::RectusFemoris));
        week.add(find("leg-extension").unwrap().credit, SetCount::whole(3));
        assert_eq!(stands(&week), Standing::InBand);
    }
}
