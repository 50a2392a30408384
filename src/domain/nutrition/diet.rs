//! What a person chose of their food targets and their day. What is chosen never lifts a rule: the targets refuse
//! what cannot be.

mod saved;

pub use saved::{NAME_MAX, NotAMeal, SAVED_MAX, SavedMeal};

use super::expenditure::Formula;
use super::targets::{BadChoice, Choices, Refusal, Refused, Targets, chosen};
use super::waking::{MEALS, Waking};
use crate::domain::athlete::Profile;
use crate::domain::calendar::Day;
use crate::domain::safety::SafetyAnswers;
use crate::domain::units::{Kcal, Kg, bounded};

/// A move of the target from which the body's water moves along, kcal. Source: science H6.
const MOVE_MUCH: u16 = 200;
/// Rounds until maintenance fits an accepted target: each leaves a tenth of the error. Source: C.
const ROUNDS: usize = 6;

bounded! {
    /// Protein in tenths of a gram per kilogram of reference weight: 1.8 g/kg is 18.
    ///
    /// ```
    /// use legwork::domain::nutrition::diet::ProteinShare;
    /// assert_eq!(ProteinShare::try_new(18).unwrap().grams_per_kg(), 1.8);
    /// ```
    ProteinShare(u8), "tenths of a gram per kg", 0 ..= 50
}

impl ProteinShare {
    /// Grams per kilogram.
    pub fn grams_per_kg(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

/// A target that was accepted, or that the person's own choice moved far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetMove {
    /// The day.
    pub day: Day,
    /// The target before, kcal.
    pub from: Kcal,
    /// The target since, kcal.
    pub to: Kcal,
}

/// What a person chose of their eating; nothing chosen is what the rules say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diet {
    /// The formula of resting energy.
    pub formula: Formula,
    /// Maintenance as learned and accepted, in place of the formula's.
    pub maintenance: Option<Kcal>,
    /// The surplus.
    pub surplus: Option<Kcal>,
    /// Protein.
    pub protein: Option<ProteinShare>,
    /// Targets that were accepted or moved far, oldest first.
    pub moves: Vec<TargetMove>,
    /// When they are awake.
    pub waking: Waking,
    /// Meals a day.
    pub meals: u8,
    /// When they train, minutes after midnight; nobody said where none.
    pub lifts_at: Option<u16>,
    /// Their own meal times, minutes after midnight, in the order of their day; by the rules where empty.
    pub own_times: Vec<u16>,
    /// Their own meals.
    pub saved: Vec<SavedMeal>,
}

impl Default for Diet {
    fn default() -> Self {
        Self {
            formula: Formula::default(),
            maintenance: None,
            surplus: None,
            protein: None,
            moves: Vec::new(),
            waking: Waking::USUAL,
            meals: MEALS.0 + 1,
            lifts_at: None,
            own_times: Vec::new(),
            saved: Vec::new(),
        }
    }
}

impl Diet {
    /// What was chosen of the targets.
    pub fn choices(&self) -> Choices {
        Choices {
            formula: self.formula,
            maintenance: self.maintenance.map(|kcal| f64::from(kcal.get())),
            surplus: self.surplus.map(|kcal| f64::from(kcal.get())),
            protein: self.protein.map(ProteinShare::grams_per_kg),
        }
    }

    /// The days on which the target moved so much that water moved along: what maintenance is learned from
    /// wants to know.
    ///
    /// ```
    /// use legwork::domain::nutrition::diet::{Diet, TargetMove};
    /// use legwork::domain::{calendar::Day, units::Kcal};
    /// let step = |day, from, to| TargetMove { day: Day::EPOCH.plus(day), from: Kcal::saturating(from), to: Kcal::saturating(to) };
    /// let diet = Diet { moves: vec![step(1, 2600, 2700), step(9, 2700, 2900)], ..Diet::default() };
    /// assert_eq!(diet.large_moves(), [Day::EPOCH.plus(9)]);
    /// ```
    pub fn large_moves(&self) -> Vec<Day> {
        let large = self.moves.iter().filter(|one| one.from.get().abs_diff(one.to.get()) >= MOVE_MUCH);
        large.map(|one| one.day).collect()
    }

    /// Notes that a choice moved the target so much that water moves along; a smaller one is left out.
    ///
    /// ```
    /// use legwork::domain::nutrition::diet::Diet;
    /// use legwork::domain::{calendar::Day, units::Kcal};
    /// let kcal = Kcal::saturating;
    /// let mut diet = Diet::default();
    /// diet.note_move(Day::EPOCH, kcal(2759), kcal(2958));
    /// assert!(diet.moves.is_empty());
    /// diet.note_move(Day::EPOCH, kcal(2759), kcal(2959));
    /// assert_eq!((diet.large_moves(), diet.moved()), (vec![Day::EPOCH], Some(Day::EPOCH)));
    /// ```
    pub fn note_move(&mut self, day: Day, from: Kcal, to: Kcal) {
        if from.get().abs_diff(to.get()) >= MOVE_MUCH {
            self.moves.push(TargetMove { day, from, to });
        }
    }

    /// The day the target was last moved.
    pub fn moved(&self) -> Option<Day> {
        self.moves.last().map(|one| one.day)
    }

    /// Takes up what another device has beyond this: its meals. What is chosen here stays.
    pub fn merge(&mut self, other: &Diet) {
        if *self == Diet::default() {
            self.clone_from(other);
        }
        for meal in &other.saved {
            let known = self.saved.iter().any(|mine| mine.name.eq_ignore_ascii_case(&meal.name));
            if !known && self.saved.len() < SAVED_MAX {
                self.saved.push(meal.clone());
            }
        }
    }
}

/// Targets, or the rule that forbids them, and what was chosen of them and cannot be.
pub type Today = (Result<Targets, Refusal>, Option<BadChoice>);

/// The targets of a day with what the person chose; a choice that cannot be any more is named, and the rules'
/// own numbers stand in for all of them.
///
/// ```
/// use legwork::domain::athlete::{ProfileDraft, Sex};
/// use legwork::domain::nutrition::diet::{Diet, targets_with};
/// use legwork::domain::nutrition::{expenditure::{Formula, NoFormula}, targets::BadChoice};
/// use legwork::domain::{calendar::Day, safety::SafetyAnswers, units::Kcal};
/// let today = Day::parse("2026-11-21").unwrap();
/// let form = ProfileDraft { age: "30".into(), sex: Some(Sex::Male), weight: "80".into(), height: "180".into(), ..Default::default() };
/// let (profile, answers) = (form.check().unwrap(), SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() });
/// let ask = |diet: Diet| targets_with(&profile, &answers, None, today, &diet);
/// let own = Diet { surplus: Some(Kcal::saturating(300)), ..Diet::default() };
/// assert_eq!(ask(own).0.unwrap().energy_kcal().get(), 3059);
/// // Body fat is not known: the formula that asks for it gives way.
/// let (targets, bad) = ask(Diet { formula: Formula::KatchMcArdle, ..Diet::default() });
/// assert_eq!(targets.unwrap().energy_kcal().get(), 2966);
/// assert_eq!(bad, Some(BadChoice::Formula(NoFormula::NeedsBodyFat)));
/// ```
pub fn targets_with(
    profile: &Profile,
    safety: &SafetyAnswers,
    weighed: Option<Kg>,
    today: Day,
    diet: &Diet,
) -> Today {
    let by = |choices: &Choices| chosen(profile, safety, weighed, today, choices);
    let choices = diet.choices();
    let refused = match by(&choices) {
        Ok(targets) => return (Ok(targets), None),
        Err(refused) => refused,
    };
    let plain = |refused: Refused| match refused {
        Refused::Rule(refusal) => refusal,
        Refused::Choice(_) => Refusal::Impossible,
    };
    match refused {
        Refused::Choice(bad) => (by(&Choices::default()).map_err(plain), Some(bad)),
        // What was chosen may itself be what is too little.
        Refused::Rule(Refusal::TooLow | Refusal::Impossible) if choices != Choices::default() => {
            (by(&Choices::default()).map_err(plain), Some(BadChoice::TooLittle))
        }
        Refused::Rule(refusal) => (Err(refusal), None),
    }
}

/// The maintenance that makes the target what was accepted; none where no rule allows that target.
///
/// ```
/// use legwork::domain::athlete::{ProfileDraft, Sex};
/// use legwork::domain::nutrition::diet::{Diet, maintenance_for, targets_with};
/// use legwork::domain::{calendar::Day, safety::SafetyAnswers};
/// let today = Day::parse("2026-11-21").unwrap();
/// let form = ProfileDraft { age: "30".into(), sex: Some(Sex::Male), weight: "80".into(), height: "180".into(), ..Default::default() };
/// let (profile, answers) = (form.check().unwrap(), SafetyAnswers { conditions: Some(Default::default()), cleared_on: None, ..Default::default() });
/// let kcal = maintenance_for(&profile, &answers, None, today, &Diet::default(), 2866.0).unwrap();
/// let moved = Diet { maintenance: Some(kcal), ..Diet::default() };
/// assert_eq!(targets_with(&profile, &answers, None, today, &moved).0.unwrap().energy_kcal().get(), 2866);
/// ```
pub fn maintenance_for(
    profile: &Profile,
    safety: &SafetyAnswers,
    weighed: Option<Kg>,
    today: Day,
    diet: &Diet,
    energy: f64,
) -> Option<Kcal> {
    let mut choices = diet.choices();
    let mut kcal = energy;
    for _ in 0..ROUNDS {
        choices.maintenance = Some(kcal);
        kcal += energy - chosen(profile, safety, weighed, today, &choices).ok()?.energy;
    }
    Kcal::from_f64(kcal).ok()
}
