//! A weight that rises too fast: a warning, and beyond the limit the end of the surplus.

use super::diet::{Diet, Today, targets_with};
use super::surplus::SurplusRule;
use super::targets::Warning;
use super::trend::{Pace, pace, slope};
use crate::domain::athlete::Profile;
use crate::domain::body::BodyLog;
use crate::domain::calendar::Day;
use crate::domain::safety::SafetyAnswers;
use crate::domain::units::Kcal;

/// How fast weight rises today, where enough was weighed to say.
///
/// ```
/// use legwork::domain::{body::BodyLog, calendar::Day, nutrition::{rising::rise, trend::Pace}, units::Kg};
/// let today = Day::EPOCH.plus(30);
/// let mut body = BodyLog::default();
/// assert_eq!(rise(&body, today), None);
/// for back in 0..20 {
///     body.weights.insert(today.plus(-back), Kg::saturating(80_000 - 130 * back)); // 0.91 kg a week
/// }
/// assert_eq!(rise(&body, today), Some(Pace::TooFast));
/// ```
pub fn rise(body: &BodyLog, today: Day) -> Option<Pace> {
    let weight = body.weight_on(today)?;
    Some(pace(slope(&body.weights, today).ok()?, weight.kg()))
}

/// The diet as it is followed: without a surplus, its own or by rule, where weight surely rises more than a
/// percent a week. Source: science E.
pub fn followed(diet: &Diet, body: &BodyLog, today: Day) -> Diet {
    let mut diet = diet.clone();
    if rise(body, today) == Some(Pace::TooFast) {
        diet.surplus = Kcal::try_new(0).ok();
    }
    diet
}

/// The targets of a day as [`targets_with`] has them, with the newest weight; a weight that rises fast is said,
/// one that rises too fast ends the surplus.
///
/// ```
/// use legwork::domain::athlete::{ProfileDraft, Sex};
/// use legwork::domain::nutrition::{diet::Diet, rising::targets_on, targets::Warning};
/// use legwork::domain::{body::BodyLog, calendar::Day, safety::SafetyAnswers, units::Kg};
/// let today = Day::parse("2026-11-21").unwrap();
/// let form = ProfileDraft { age: "30".into(), sex: Some(Sex::Male), weight: "80".into(), height: "180".into(), ..Default::default() };
/// let (profile, answers) = (form.check().unwrap(), SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() });
/// let ask = |grams: i64| {
///     let mut body = BodyLog::default();
///     for back in 0..20 {
///         body.weights.insert(today.plus(-back), Kg::saturating(80_000 - grams * back));
///     }
///     targets_on(&profile, &answers, &body, today, &Diet::default()).0.unwrap()
/// };
/// assert!(ask(50).warnings.is_empty() && ask(50).surplus > 0.0);
/// assert_eq!((ask(80).warnings, ask(80).surplus > 0.0), (vec![Warning::RisingFast], true));
/// assert_eq!((ask(130).warnings, ask(130).surplus), (vec![Warning::RisingTooFast], 0.0));
/// ```
pub fn targets_on(
    profile: &Profile,
    safety: &SafetyAnswers,
    body: &BodyLog,
    today: Day,
    diet: &Diet,
) -> Today {
    let by = followed(diet, body, today);
    let (mut targets, bad) = targets_with(profile, safety, body.weight_on(today), today, &by);
    if let Ok(targets) = &mut targets {
        match rise(body, today) {
            Some(Pace::Fast) => targets.warnings.push(Warning::RisingFast),
            Some(Pace::TooFast) => {
                targets.warnings.push(Warning::RisingTooFast);
                targets.surplus_rule = SurplusRule::TooFast;
            }
            Some(Pace::Fine) | None => {}
        }
    }
    (targets, bad)
}
