//! What the rules offer for a planned exercise: techniques, finishers with what they add, and partners to
//! alternate with; which of it a person takes is not decided here.

use super::{Setting, Technique};
use crate::domain::athlete::{Care, Profile};
use crate::domain::exercise::{Exercise, Pattern};
use crate::domain::plan::{Finisher, Phase, PlannedSession, Prescription, minutes};
use crate::domain::units::{Rir, SetCount};

/// The techniques worth offering for an exercise, the best first: partials in the stretch for calves
/// (Kassiano 2023), drops where a pin changes the load, the others where it does not.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::{technique::{offered, Setting, Technique}, Phase};
/// use legwork::domain::{athlete::Experience, units::Rir};
/// let setting = Setting {
///     experience: Experience::Advanced, rir_floor: Rir::ZERO, phase: Phase::Working, careful: false,
/// };
/// let calves = find("standing-calf-raise-machine").unwrap();
/// assert_eq!(offered(calves, setting)[0], Technique::PARTIALS);
/// ```
pub fn offered(row: &Exercise, setting: Setting) -> Vec<Technique> {
    let calf = matches!(row.pattern, Pattern::StraightKneeCalf | Pattern::BentKneeCalf);
    let order: [Technique; 6] = if calf {
        [
            Technique::PARTIALS,
            Technique::DROPS,
            Technique::MYO_REPS,
            Technique::REST_PAUSE,
            Technique::SLOW,
            Technique::Superset,
        ]
    } else {
        [
            Technique::DROPS,
            Technique::MYO_REPS,
            Technique::REST_PAUSE,
            Technique::PARTIALS,
            Technique::SLOW,
            Technique::Superset,
        ]
    };
    order.into_iter().filter(|technique| technique.on(row, setting).is_ok()).collect()
}

/// A finisher that the rules allow, and what it adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// The finisher.
    pub finisher: Finisher,
    /// The sets it adds.
    pub adds: SetCount,
    /// The seconds it adds.
    pub seconds: u32,
}

/// The finishers that the rules allow on a planned exercise, the best first; none of a person's own exercise,
/// of which the rules know too little.
///
/// ```
/// # use legwork::domain::{athlete::*, exercise::*, plan::{Phase, edit::usual}, units::Rir};
/// use legwork::domain::plan::technique::finishers;
/// let profile = Profile { experience: Experience::Advanced, ..ProfileDraft::example_profile() };
/// let offers = |slug| finishers(&usual(find(slug).unwrap(), 3), Phase::Working, &profile, Rir::ZERO);
/// assert_eq!(offers("leg-press-45").len(), 1); // a slower pace alone
/// assert_eq!(offers("seated-leg-curl")[0].adds.sets(), 1.0); // two drops
/// ```
pub fn finishers(one: &Prescription, phase: Phase, profile: &Profile, rir_floor: Rir) -> Vec<Offer> {
    let Some(row) = one.built_in() else { return Vec::new() };
    let careful = profile.cautions.worst(row.stresses) != Care::None;
    let setting = Setting { experience: profile.experience, rir_floor, phase, careful };
    let work = minutes::work(one.reps, row.unilateral);
    let offer = |technique: Technique| {
        Some(Offer {
            finisher: technique.finisher()?,
            adds: technique.worth().less(SetCount::ONE),
            seconds: technique.seconds(one.sets, one.reps, work),
        })
    };
    offered(row, setting).into_iter().filter_map(offer).collect()
}

/// Who an exercise could alternate with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Partner {
    /// Their place in the session.
    pub place: u8,
    /// The seconds that alternating saves.
    pub saves: u32,
}

/// The exercises of a session that one of it may alternate with, opposites first. Source: science A16
/// (antagonist pairs by default), H3 (isolation with calves, which rest meanwhile).
///
/// ```
/// # use legwork::domain::{exercise::*, plan::{PlannedSession, edit::usual}, units::Minutes};
/// use legwork::domain::plan::technique::partners;
/// let rows = ["leg-extension", "seated-leg-curl"].map(|slug| usual(find(slug).unwrap(), 3)).to_vec();
/// let around = Minutes::saturating(8);
/// let session = PlannedSession { weekday: chrono::Weekday::Mon, exercises: rows, warm_up: around, cool_down: around };
/// assert_eq!(partners(&session, 0)[0].place, 1);
/// ```
pub fn partners(session: &PlannedSession, at: usize) -> Vec<Partner> {
    let Some(one) = session.exercises.get(at) else { return Vec::new() };
    let mut found = Vec::new();
    for opposites in [true, false] {
        for (place, other) in (0_u8..).zip(&session.exercises) {
            let (Some(a), Some(b)) = (one.built_in(), other.built_in()) else { continue };
            if usize::from(place) == at || alternates(a, b) != Some(opposites) {
                continue;
            }
            let (a, b) = (minutes::cost(one), minutes::cost(other));
            let straight = minutes::exercise(a.0, a.1, a.2) + minutes::exercise(b.0, b.1, b.2);
            found.push(Partner { place, saves: straight.saturating_sub(minutes::pair(a, b)) });
        }
    }
    found
}

/// Whether two exercises may alternate: `true` as opposites, `false` as isolation with calves.
fn alternates(a: &Exercise, b: &Exercise) -> Option<bool> {
    if a.compound || b.compound {
        return None;
    }
    let calf = |row: &Exercise| matches!(row.pattern, Pattern::StraightKneeCalf | Pattern::BentKneeCalf);
    match (a.pattern, b.pattern) {
        (Pattern::KneeExtension, Pattern::KneeFlexion)
        | (Pattern::KneeFlexion, Pattern::KneeExtension)
        | (Pattern::Abduction, Pattern::Adduction)
        | (Pattern::Adduction, Pattern::Abduction) => Some(true),
        (Pattern::Dorsiflexion, _) => calf(b).then_some(true),
        (_, Pattern::Dorsiflexion) => calf(a).then_some(true),
        _ => (calf(a) != calf(b)).then_some(false),
    }
}
