//! What the next set of a session is prefilled with, from the day's advice and the sets before it.

use super::Advice;
use crate::domain::plan::Prescription;
use crate::domain::training::exposure::Exposure;
use crate::domain::training::loading::{Holder, Rounding};
use crate::domain::training::{DraftSet, SetKind};
use crate::domain::units::{Kg, Reps, Rir};

/// The next set's load changes by this share a rep of effort, in percent. Source: science D.
const AUTO_PERCENT_PER_REP: f64 = 3.0;
/// And by at most this share. Source: science D.
const AUTO_PERCENT_MAX: f64 = 10.0;
/// Up only with so many reps more to spare than asked for. Source: science H4, "Autoregulation".
const AUTO_SPARE: f64 = 2.0;

/// What the next set of this session is prefilled with: the suggestion for the first one, then what the
/// last set and its effort say, within this session only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prefill {
    /// The load; none where the person has to say.
    pub load: Option<Kg>,
    /// Reps.
    pub reps: u8,
    /// Reps in reserve, from the plan.
    pub rir: Option<Rir>,
}

/// The load and reps of an exercise's first set: the day's advice, or what was done last time where no plan asks
/// for it.
///
/// ```
/// use legwork::domain::{calendar::Day, plan::progression::first_of, training::{Effort, SetEntry}};
/// use legwork::domain::{training::exposure::Exposure, units::{Kg, Reps}};
/// let set = SetEntry::work(Kg::saturating(60_000), Reps::saturating(9), Effort::default());
/// let last = [Exposure { day: Day::EPOCH, sets: vec![set] }];
/// assert_eq!(first_of(None, &last), Some((Some(Kg::saturating(60_000)), 9)));
/// assert_eq!(first_of(None, &[]), None);
/// ```
pub fn first_of(advice: Option<Advice>, exposures: &[Exposure]) -> Option<(Option<Kg>, u8)> {
    let last = || {
        let set = exposures.first()?.sets.first()?;
        Some((Some(set.load), set.reps()?.get()))
    };
    advice.map(|advice| (advice.load, advice.reps)).or_else(last)
}

/// Prefills the next set from the day's advice, with the loads there are and the effort corrected. `progress` is
/// whether loads may rise at all.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::{plan::progression::next_of, training::loading::Holder, units::Kg};
/// let one = &plan.weeks[0].sessions[0].exercises[0];
/// let load = Kg::from_kg(60.0).ok();
/// let first = next_of(Some(one), Some((load, 8)), &[], &Holder::usual(None), 0.0, true);
/// assert_eq!((first.load, first.reps), (load, 8)); // nothing is logged yet: the day's advice
/// ```
pub fn next_of(
    planned: Option<&Prescription>,
    first: Option<(Option<Kg>, u8)>,
    logged: &[DraftSet],
    loads: &Holder<'_>,
    bias: f64,
    progress: bool,
) -> Prefill {
    let rir = planned.map(|planned| planned.rir.1);
    let working = logged.iter().rev().find(|set| set.entry.kind == SetKind::Work);
    let Some(last) = working.map(|set| &set.entry) else {
        return Prefill {
            load: first.and_then(|(load, _)| load),
            reps: first.map_or_else(|| planned.map_or(10, |p| p.reps.0), |(_, reps)| reps),
            rir,
        };
    };
    let reps = last.reps().map_or(10, Reps::get);
    let load = match (planned, last.effort.rir.filter(|_| last.effort.confirmed)) {
        (Some(planned), Some(felt)) => {
            let next = adjusted(last.load, reps, felt.value() + bias, planned, loads);
            if progress { next } else { next.min(last.load) }
        }
        _ => last.load,
    };
    let wanted = first.map_or(reps, |(_, reps)| reps);
    Prefill { load: Some(load), reps: if load == last.load { reps } else { wanted }, rir }
}

/// Load x (1 + 3 % x (effort - target)), at most 10 %, to what there is; up only with the reps done and two
/// reps to spare (science D, H4); down only where reps were missing, each of them a rep of effort.
fn adjusted(load: Kg, reps: u8, felt: f64, planned: &Prescription, loads: &Holder<'_>) -> Kg {
    let (target_low, target_high) = (planned.rir.0.value(), planned.rir.1.value());
    let spare = felt - target_high;
    let up = spare >= AUTO_SPARE && reps >= planned.reps.0;
    let down = felt < target_low && reps < planned.reps.0;
    if load == Kg::ZERO || (!up && !down) {
        return load;
    }
    let missing = f64::from(planned.reps.0.saturating_sub(reps));
    let off = if up { spare } else { felt - target_low - missing };
    let percent = (off * AUTO_PERCENT_PER_REP).clamp(-AUTO_PERCENT_MAX, AUTO_PERCENT_MAX);
    let wanted = Kg::from_kg(load.kg() * (1.0 + percent / 100.0)).unwrap_or(load);
    if up {
        return loads.round(wanted, Rounding::Down).map_or(load, |below| below.max(load));
    }
    let nearest = loads.round(wanted, Rounding::Nearest);
    // Where the nearest would take more than a tenth, the lightest that does not.
    let least = load.kg() * (1.0 - AUTO_PERCENT_MAX / 100.0);
    let near = nearest.filter(|near| near.kg() >= least).or_else(|| loads.round(wanted, Rounding::Up));
    near.map_or(load, |near| near.min(load))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exercise::find;
    use crate::domain::plan::edit::usual;
    use crate::domain::training::{Effort, SetEntry};

    #[test]
    fn the_next_set_follows_the_one_before_it() {
        let set = |rir: f64, confirmed| DraftSet {
            at: 1,
            entry: SetEntry::work(
                Kg::from_kg(100.0).unwrap(),
                Reps::try_new(9).unwrap(),
                Effort { rir: Rir::from_f64(rir).ok(), confirmed },
            ),
        };
        let planned = Prescription { reps: (8, 10), ..usual(find("romanian-deadlift").unwrap(), 3) };
        let loads = Holder::usual(planned.built_in());
        let of = |sets: &[DraftSet], progress| {
            next_of(Some(&planned), None, sets, &loads, 0.0, progress).load.map(Kg::kg)
        };
        let next = |sets: &[DraftSet]| of(sets, true);
        assert_eq!(next(&[set(2.0, true)]), Some(100.0));
        assert_eq!(next(&[set(4.0, true)]), Some(105.0)); // 2 reps to spare: 6 %, in whole steps
        assert_eq!(next(&[set(4.0, false)]), Some(100.0)); // prefilled effort moves nothing
        assert_eq!(next(&[]), None);
        // Where safety lets no load rise, this one does not either.
        assert_eq!(of(&[set(4.0, true)], false), Some(100.0));
    }

    #[test]
    fn who_misses_many_reps_gets_a_lighter_set_whatever_the_steps_are() {
        let planned = Prescription {
            reps: (8, 12),
            rir: (Rir::TWO, Rir::THREE),
            ..usual(find("leg-extension").unwrap(), 3)
        };
        let loads = Holder::usual(planned.built_in());
        let after = |kg: f64, reps: i64| {
            let effort = Effort { rir: Some(Rir::ZERO), confirmed: true };
            let entry = SetEntry::work(Kg::from_kg(kg).unwrap(), Reps::saturating(reps), effort);
            let sets = [DraftSet { at: 1, entry }];
            next_of(Some(&planned), None, &sets, &loads, 0.0, true).load.map(Kg::kg)
        };
        // A tenth less is 60.75: 60 is nearer and too far.
        assert_eq!([after(67.5, 8), after(67.5, 7), after(67.5, 4)], [67.5, 62.5, 62.5].map(Some));
        // The next lighter one is more than a tenth away.
        assert_eq!(after(20.0, 4), Some(20.0));
    }
}
