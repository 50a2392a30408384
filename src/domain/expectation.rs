//! How much muscle studies saw, and the band for a person's level: of groups and twelve weeks, never a forecast
//! for one person, and never beyond.

use super::anatomy::Muscle;
use super::athlete::{Experience, Profile};
use super::safety::{SafetyAnswers, shown};

/// The weeks a band is about. Source: science F: never extrapolate beyond.
pub const WEEKS: u8 = 12;
/// Growth of the thigh muscles in twelve weeks, percent: novice, intermediate, advanced. Source: science F
/// (our choice, from the samples below).
const BANDS: [(f64, f64); 3] = [(4.0, 10.0), (1.0, 4.0), (0.0, 1.0)];
/// What a study saw change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// Size, percent.
    Percent(f64),
    /// Size a year, percent, from and to.
    PercentAYear(f64, f64),
    /// Thickness, centimetres.
    Centimetres(f64),
    /// Lean mass of the whole body, kilograms.
    BodyKg(f64),
}

/// Whom a study followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// New to it.
    Untrained,
    /// Used to it.
    Trained,
    /// Competing.
    Elite,
    /// Men, of any training.
    Men,
}

/// One published result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// Who was followed.
    pub group: Group,
    /// What grew; none for the body as a whole.
    pub muscle: Option<Muscle>,
    /// For how long, in weeks, where that is one number.
    pub weeks: Option<u8>,
    /// By how much, in the mean.
    pub change: Change,
    /// Author and year, or the article that claims it.
    pub source: &'static str,
    /// Whether the source was found at all; what was not is shown as such.
    pub verified: bool,
}

/// What was seen. Source: science F.
pub const SAMPLES: [Sample; 10] = [
    seen(Group::Men, Some(Muscle::Quadriceps), Some(10), Change::Percent(4.9), "Kubo 2019"),
    seen(Group::Men, Some(Muscle::Adductors), Some(10), Change::Percent(6.2), "Kubo 2019"),
    seen(Group::Men, Some(Muscle::Glutes), Some(10), Change::Percent(6.7), "Kubo 2019"),
    seen(Group::Untrained, Some(Muscle::Hamstrings), Some(12), Change::Percent(14.0), "Maeo 2021"),
    seen(Group::Untrained, Some(Muscle::Calves), Some(12), Change::Percent(5.6), "Kinoshita 2023"),
    seen(Group::Untrained, Some(Muscle::Quadriceps), Some(10), Change::Percent(10.4), "Damas 2016"),
    seen(Group::Untrained, Some(Muscle::Quadriceps), Some(26), Change::Percent(18.8), "Narici 1996"),
    seen(Group::Trained, Some(Muscle::Quadriceps), Some(8), Change::Centimetres(0.18), "Refalo 2024"),
    seen(Group::Men, None, None, Change::BodyKg(1.53), "Benito 2020"),
    Sample { verified: false, ..seen(Group::Elite, None, None, Change::PercentAYear(1.8, 2.4), "s003") },
];

const fn seen(
    group: Group,
    muscle: Option<Muscle>,
    weeks: Option<u8>,
    change: Change,
    source: &'static str,
) -> Sample {
    Sample { group, muscle, weeks, change, source, verified: true }
}

/// The growth studies of people at this level lead to expect in twelve weeks, percent from and to.
///
/// ```
/// use legwork::domain::{athlete::Experience, expectation::{SAMPLES, band}};
/// assert_eq!(band(Experience::Intermediate), (1.0, 4.0));
/// assert_eq!(SAMPLES.iter().filter(|sample| !sample.verified).map(|sample| sample.source).collect::<Vec<_>>(), ["s003"]);
/// ```
pub fn band(level: Experience) -> (f64, f64) {
    BANDS.get(level as usize).copied().unwrap_or_default()
}

/// The same for a person who may be shown it: nobody is compared whom numbers about the body may harm
/// (science E).
///
/// ```
/// use legwork::domain::{athlete::ProfileDraft, expectation, safety::{Condition, SafetyAnswers}};
/// let profile = ProfileDraft::example_profile();
/// let mut answers = SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() };
/// assert_eq!(expectation::of(&profile, &answers), Some((1.0, 4.0)));
/// answers.set(Condition::EatingDisorder, true);
/// assert_eq!(expectation::of(&profile, &answers), None);
/// ```
pub fn of(profile: &Profile, safety: &SafetyAnswers) -> Option<(f64, f64)> {
    shown(profile.age, safety).body.then(|| band(profile.experience))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::body::girth::{PUBLISHED, grown};

    #[test]
    fn bands_meet_and_never_overlap() {
        let levels = [Experience::Advanced, Experience::Intermediate, Experience::Novice];
        for pair in levels.windows(2) {
            assert_eq!(band(pair[0]).1, band(pair[1]).0);
        }
    }

    #[test]
    fn most_real_gains_hide_in_the_noise_of_a_tape() {
        let (_, most) = band(Experience::Intermediate);
        assert!(grown(56.0, 0.75, most) - 56.0 < PUBLISHED * 56.0);
    }
}
