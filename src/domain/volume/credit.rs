//! What logged sets are worth: effort, reps, load, sides and clusters; not for whom they were done.

use crate::domain::anatomy::{Credit, Tally};
use crate::domain::settings::Counting;
use crate::domain::training::{Done, SetEntry, SetKind, Side};
use crate::domain::units::{Kg, SetCount};

/// Below this effort a set counts whole. Source: science D, "Hard set"; s002.
const RIR_WHOLE_BELOW: f64 = 3.5;
/// Below this effort a set counts half. Source: science D, "Hard set".
const RIR_HALF_BELOW: f64 = 4.5;
/// Reps of a whole hard set. Source: science D (Israetel).
const REPS_WHOLE: std::ops::RangeInclusive<u8> = 5..=30;
/// Reps that count half. Source: science H4.
const REPS_HALF: std::ops::RangeInclusive<u8> = 3..=4;
/// The least load that counts, in percent of the estimated one-rep max. Source: science A2 (Lasevicius 2018).
const LOAD_FLOOR_PERCENT: u64 = 30;
/// A set with its drops, rest-pauses and myo-reps is at most this. Source: science D, "Clusters".
const CLUSTER_MAX: SetCount = SetCount::whole(2);

/// What a set is worth, and whether the person vouched for its effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetWorth {
    /// In sets.
    pub worth: SetCount,
    /// False where effort is missing or was only prefilled.
    pub verified: bool,
}

impl SetWorth {
    /// What one set by itself is worth, before sides and clusters. `best` is the exercise's estimated
    /// one-rep max, if there is one.
    ///
    /// ```
    /// use legwork::domain::{training::{Effort, SetEntry}, units::{Kg, Reps, Rir, SetCount}, volume::SetWorth};
    /// let effort = |rir| Effort { rir: Rir::from_f64(rir).ok(), confirmed: true };
    /// let set = |rir| SetEntry::work(Kg::from_kg(80.0).unwrap(), Reps::try_new(8).unwrap(), effort(rir));
    /// assert_eq!(SetWorth::of(&set(3.0), None).worth, SetCount::ONE);
    /// assert_eq!(SetWorth::of(&set(4.0), None).worth, SetCount::ONE.halved());
    /// assert_eq!(SetWorth::of(&set(5.0), None).worth, SetCount::ZERO);
    /// ```
    pub fn of(entry: &SetEntry, best: Option<Kg>) -> Self {
        Self::corrected(entry, best, 0.0)
    }

    /// The same with what a person's calibration adds to a stated effort, reps
    /// ([`calibration::for_credit`](crate::domain::training::calibration::for_credit)).
    ///
    /// ```
    /// use legwork::domain::{training::{Effort, SetEntry}, units::{Kg, Reps, Rir, SetCount}, volume::SetWorth};
    /// let effort = Effort { rir: Some(Rir::TWO), confirmed: true };
    /// let set = SetEntry::work(Kg::from_kg(80.0).unwrap(), Reps::try_new(8).unwrap(), effort);
    /// assert_eq!(SetWorth::corrected(&set, None, 1.4).worth, SetCount::ONE);
    /// assert_eq!(SetWorth::corrected(&set, None, 1.6).worth, SetCount::ONE.halved());
    /// ```
    pub fn corrected(entry: &SetEntry, best: Option<Kg>, added: f64) -> Self {
        Self {
            worth: Self::worth(entry, best, added),
            verified: entry.effort.confirmed && entry.effort.rir.is_some(),
        }
    }

    fn worth(entry: &SetEntry, best: Option<Kg>, added: f64) -> SetCount {
        let Done::Reps(reps) = entry.done else { return SetCount::ZERO };
        let whole = match entry.kind {
            SetKind::WarmUp | SetKind::Partial => return SetCount::ZERO,
            // A mini-set follows a hard set at once: its few reps are near failure by design.
            SetKind::Drop | SetKind::RestPause | SetKind::Myo => return SetCount::ONE.halved(),
            SetKind::Work if REPS_WHOLE.contains(&reps.get()) => SetCount::ONE,
            SetKind::Work if REPS_HALF.contains(&reps.get()) => SetCount::ONE.halved(),
            SetKind::Work => return SetCount::ZERO,
        };
        let too_light = best.is_some_and(|best| {
            entry.load > Kg::ZERO
                && u64::from(entry.load.grams()) * 100 < u64::from(best.grams()) * LOAD_FLOOR_PERCENT
        });
        if too_light {
            return SetCount::ZERO;
        }
        match entry.effort.rir.map(|rir| rir.value() + added) {
            None => whole,
            Some(left) if left < RIR_WHOLE_BELOW => whole,
            Some(left) if left < RIR_HALF_BELOW => whole.halved(),
            Some(_) => SetCount::ZERO,
        }
    }
}

/// Splits what sets are worth into the whole tally and its unverified part.
pub(super) fn tally_of(credit: Credit, counting: Counting, worth: (SetCount, SetCount)) -> (Tally, Tally) {
    let credit = match counting {
        Counting::Fractional => credit,
        Counting::DirectOnly => credit.direct_only(),
    };
    let (mut all, mut unverified) = (Tally::default(), Tally::default());
    all.add(credit, worth.0);
    unverified.add(credit, worth.1);
    (all, unverified)
}

/// What a row of sets is worth in all, and how much of that is unverified: clusters capped, the two sides
/// of a pair as one set, one side alone as half a set (science D, "Unilateral").
pub(super) fn sets_worth<'a>(
    sets: impl Iterator<Item = &'a SetEntry>,
    best: Option<Kg>,
    added: f64,
) -> (SetCount, SetCount) {
    let (mut all, mut unverified) = (SetCount::ZERO, SetCount::ZERO);
    // A hard set and what follows it at once; sides are halved, so that left and right make one.
    let mut cluster = (SetCount::ZERO, true);
    for entry in sets {
        let one = SetWorth::corrected(entry, best, added);
        let worth = if entry.side == Side::Both { one.worth } else { one.worth.halved() };
        let joins = matches!(entry.kind, SetKind::Drop | SetKind::RestPause | SetKind::Myo);
        if joins {
            cluster.0 += worth;
        } else {
            close(&mut all, &mut unverified, cluster);
            cluster = (worth, one.verified);
        }
    }
    close(&mut all, &mut unverified, cluster);
    (all, unverified)
}

fn close(all: &mut SetCount, unverified: &mut SetCount, cluster: (SetCount, bool)) {
    let worth = cluster.0.min(CLUSTER_MAX);
    *all += worth;
    if !cluster.1 {
        *unverified += worth;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::training::Effort;
    use crate::domain::units::{Reps, Rir, Seconds};

    fn set(reps: i64, rir: Option<f64>) -> SetEntry {
        let effort = Effort { rir: rir.map(|r| Rir::from_f64(r).unwrap()), confirmed: true };
        SetEntry::work(Kg::from_kg(80.0).unwrap(), Reps::try_new(reps).unwrap(), effort)
    }

    fn worth(sets: &[SetEntry]) -> (f64, f64) {
        let (all, unverified) = sets_worth(sets.iter(), None, 0.0);
        (all.sets(), unverified.sets())
    }

    #[test]
    fn reps_outside_the_range_count_half_or_nothing() {
        for (reps, expected) in [(1, 0.0), (2, 0.0), (3, 0.5), (4, 0.5), (5, 1.0), (30, 1.0), (31, 0.0)] {
            assert_eq!(worth(&[set(reps, Some(1.0))]).0, expected, "{reps} reps");
        }
    }

    #[test]
    fn effort_steps_from_whole_to_half_to_nothing() {
        for (rir, expected) in [(0.0, 1.0), (3.0, 1.0), (3.5, 0.5), (4.0, 0.5), (4.5, 0.0), (5.0, 0.0)] {
            assert_eq!(worth(&[set(8, Some(rir))]).0, expected, "RIR {rir}");
        }
    }

    #[test]
    fn effort_nobody_stated_counts_and_is_shown_as_unverified() {
        assert_eq!(worth(&[set(8, None)]), (1.0, 1.0));
        let mut prefilled = set(8, Some(2.0));
        prefilled.effort.confirmed = false;
        assert_eq!(worth(&[prefilled, set(8, Some(2.0))]), (2.0, 1.0));
    }

    #[test]
    fn warm_ups_partials_and_holds_never_count() {
        let mut warm_up = set(8, Some(1.0));
        warm_up.kind = SetKind::WarmUp;
        let mut partial = set(8, Some(0.0));
        partial.kind = SetKind::Partial;
        let mut hold = set(8, None);
        hold.done = Done::Timed { seconds: Seconds::saturating(60), metres: 0 };
        assert_eq!(worth(&[warm_up, partial, hold]), (0.0, 0.0));
    }

    #[test]
    fn a_cluster_is_at_most_two_sets() {
        let drop = SetEntry { kind: SetKind::Drop, ..set(6, Some(0.0)) };
        assert_eq!(worth(&[set(10, Some(0.0)), drop.clone()]).0, 1.5);
        assert_eq!(worth(&[set(10, Some(0.0)), drop.clone(), drop.clone(), drop.clone(), drop]).0, 2.0);
    }

    #[test]
    fn left_and_right_are_one_set_and_one_side_is_half() {
        let side = |side| SetEntry { side, ..set(10, Some(1.0)) };
        assert_eq!(worth(&[side(Side::Left), side(Side::Right)]).0, 1.0);
        assert_eq!(worth(&[side(Side::Left)]).0, 0.5);
    }

    #[test]
    fn a_load_below_thirty_percent_of_the_best_counts_nothing_but_body_weight_does() {
        let best = Kg::from_kg(300.0).ok();
        assert_eq!(SetWorth::of(&set(20, Some(1.0)), best).worth, SetCount::ZERO);
        let body = SetEntry { load: Kg::ZERO, ..set(20, Some(1.0)) };
        assert_eq!(SetWorth::of(&body, best).worth, SetCount::ONE);
    }
}
