//! What a person burns by formula and by their own record, side by side, and the target that follows; it is the
//! person who accepts it.

use super::FoodLog;
use super::diet::Diet;
use super::maintenance::{Maintenance, NotYet, Record, estimate};
use super::proposal::{Proposal, Question, propose};
use super::rising::{rise, targets_on};
use super::targets::{Choices, Targets, chosen};
use crate::domain::athlete::Profile;
use crate::domain::body::BodyLog;
use crate::domain::calendar::Day;
use crate::domain::safety::SafetyAnswers;

/// What a person burns.
#[derive(Debug, Clone, PartialEq)]
pub struct Burn {
    /// Maintenance by the formula, kcal.
    pub formula: f64,
    /// Maintenance learned from food and weight.
    pub learned: Result<Maintenance, NotYet>,
    /// The target that is proposed for the coming week; none before there is an estimate.
    pub proposal: Option<Proposal>,
}

/// What is known of a person's burning today; none where the rules give no numbers at all.
///
/// ```
/// use legwork::domain::athlete::{ProfileDraft, Sex};
/// use legwork::domain::nutrition::{FoodDay, FoodLog, burn::burn, diet::Diet, proposal::Proposal};
/// use legwork::domain::{body::BodyLog, calendar::Day, safety::SafetyAnswers, units::{Kcal, Kg}};
/// let today = Day::parse("2026-11-21").unwrap();
/// let form = ProfileDraft { age: "30".into(), sex: Some(Sex::Male), weight: "80".into(), height: "180".into(), ..Default::default() };
/// let (profile, answers) = (form.check().unwrap(), SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() });
/// let (mut body, mut food) = (BodyLog::default(), FoodLog::default());
/// for back in 0..40 {
///     body.weights.insert(today.plus(-back), Kg::from_kg(80.0).unwrap());
///     food.days.insert(today.plus(-back), FoodDay { kcal: Kcal::try_new(2500).ok(), ..FoodDay::default() });
/// }
/// let got = burn(&profile, &answers, &body, &food, &Diet::default(), today).unwrap();
/// // The formula says 2759; the weight stands still at 2500.
/// assert!(got.learned.unwrap().kcal < 2600.0 && matches!(got.proposal, Some(Proposal::Move { .. })));
/// assert!(burn(&profile, &SafetyAnswers::default(), &body, &food, &Diet::default(), today).is_none());
/// ```
pub fn burn(
    profile: &Profile,
    safety: &SafetyAnswers,
    body: &BodyLog,
    food: &FoodLog,
    diet: &Diet,
    today: Day,
) -> Option<Burn> {
    let weighed = body.weight_on(today);
    let current = targets_on(profile, safety, body, today, diet).0.ok()?;
    // The estimate starts from the formula, not from what was accepted of an earlier estimate.
    let plain = Choices { formula: current.basis.formula, ..Choices::default() };
    let by_formula: Targets = chosen(profile, safety, weighed, today, &plain).ok()?;
    let changes = diet.large_moves();
    let record = Record { weights: &body.weights, food: &food.days, target_changes: &changes };
    let learned = estimate(&by_formula, &record, today);
    let proposal = learned.as_ref().ok().map(|learned| {
        let question = Question {
            profile,
            targets: &by_formula,
            learned: *learned,
            own_surplus: diet.surplus.map(|kcal| f64::from(kcal.get())),
            current: current.energy,
            moved: diet.moved(),
            pace: rise(body, today),
        };
        propose(&question, today)
    });
    Some(Burn { formula: by_formula.maintenance, learned, proposal })
}
