//! What a person chose of their food targets and their day, and the meals they eat again and again. What is
//! chosen never lifts a rule: the targets refuse what cannot be.

use super::FoodDay;
use super::expenditure::Formula;
use super::targets::{BadChoice, Choices, Refusal, Refused, Targets, chosen};
use super::waking::{MEALS, Waking};
use crate::domain::athlete::Profile;
use crate::domain::calendar::Day;
use crate::domain::safety::SafetyAnswers;
use crate::domain::units::{Grams, Kcal, Kg, bounded};

/// Saved meals that are kept. Source: C.
pub const SAVED_MAX: usize = 40;
/// Characters of a meal's name. Source: C.
pub const NAME_MAX: usize = 40;
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

/// A meal that somebody eats again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedMeal {
    /// What they call it.
    pub name: String,
    /// Its energy.
    pub kcal: Kcal,
    /// Its protein.
    pub protein: Grams,
}

/// Why a meal is not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAMeal {
    /// It has no name.
    #[error("a meal needs a name")]
    Nameless,
    /// Its name is too long.
    #[error("the name is too long")]
    TooLong,
    /// Another one has this name.
    #[error("there is a meal of this name")]
    Known,
    /// It holds nothing, or more than a meal can.
    #[error("no meal is like that")]
    Impossible,
    /// There are enough.
    #[error("there are too many meals")]
    TooMany,
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

/// The energy that one meal can have. Source: C.
const MEAL_MAX: (u16, u16) = (5000, 300);

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

    /// Saves a meal, by the name as typed.
    ///
    /// # Errors
    /// [`NotAMeal`].
    ///
    /// ```
    /// use legwork::domain::nutrition::diet::{Diet, NotAMeal};
    /// use legwork::domain::units::{Grams, Kcal};
    /// let mut diet = Diet::default();
    /// diet.save(" Porridge ", Kcal::saturating(520), Grams::saturating(28)).unwrap();
    /// assert_eq!(diet.saved[0].name, "Porridge");
    /// assert_eq!(diet.save("porridge", Kcal::saturating(1), Grams::saturating(0)), Err(NotAMeal::Known));
    /// assert_eq!(diet.save("Air", Kcal::saturating(0), Grams::saturating(0)), Err(NotAMeal::Impossible));
    /// ```
    pub fn save(&mut self, name: &str, kcal: Kcal, protein: Grams) -> Result<(), NotAMeal> {
        let name = name.trim();
        if name.is_empty() {
            return Err(NotAMeal::Nameless);
        }
        if name.chars().count() > NAME_MAX {
            return Err(NotAMeal::TooLong);
        }
        if self.saved.iter().any(|known| known.name.eq_ignore_ascii_case(name)) {
            return Err(NotAMeal::Known);
        }
        let empty = kcal.get() == 0 && protein.get() == 0;
        if empty || kcal.get() > MEAL_MAX.0 || protein.get() > MEAL_MAX.1 {
            return Err(NotAMeal::Impossible);
        }
        if self.saved.len() >= SAVED_MAX {
            return Err(NotAMeal::TooMany);
        }
        self.saved.push(SavedMeal { name: name.to_owned(), kcal, protein });
        Ok(())
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

impl SavedMeal {
    /// A day's food with this meal added; what is more than a day can hold stays as it was.
    ///
    /// ```
    /// use legwork::domain::nutrition::{FoodDay, diet::SavedMeal};
    /// use legwork::domain::units::{Grams, Kcal};
    /// let meal = SavedMeal { name: "Shake".into(), kcal: Kcal::saturating(300), protein: Grams::saturating(40) };
    /// let day = meal.on(FoodDay { kcal: None, protein: Some(Grams::saturating(60)), ..FoodDay::default() });
    /// assert_eq!((day.kcal, day.protein), (Some(Kcal::saturating(300)), Some(Grams::saturating(100))));
    /// ```
    pub fn on(&self, day: FoodDay) -> FoodDay {
        let kcal = i64::from(day.kcal.map_or(0, Kcal::get)) + i64::from(self.kcal.get());
        let protein = i64::from(day.protein.map_or(0, Grams::get)) + i64::from(self.protein.get());
        match (Kcal::try_new(kcal), Grams::try_new(protein)) {
            (Ok(kcal), Ok(protein)) => FoodDay { kcal: Some(kcal), protein: Some(protein), ..day },
            _ => day,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn eats(names: impl IntoIterator<Item = String>) -> Diet {
        let meal = |name| SavedMeal { name, kcal: Kcal::saturating(500), protein: Grams::saturating(30) };
        Diet { meals: 5, saved: names.into_iter().map(meal).collect(), ..Diet::default() }
    }

    #[test]
    fn meals_of_another_device_come_in_while_there_is_room_and_each_name_once() {
        let mut here = eats((1..SAVED_MAX).map(|number| format!("Meal {number}")));
        let there = Diet { meals: 3, ..eats(["MEAL 3", "Porridge", "Shake"].map(str::to_owned)) };
        here.merge(&there);
        let last = here.saved.last().map(|meal| meal.name.as_str());
        assert_eq!((here.saved.len(), last, here.meals), (SAVED_MAX, Some("Porridge"), 5));
        assert_eq!(here.save("Shake", Kcal::saturating(1), Grams::saturating(0)), Err(NotAMeal::TooMany));
        // Who has chosen nothing yet takes it all.
        let mut new = Diet::default();
        new.merge(&there);
        assert_eq!(new, there);
    }

    #[test]
    fn a_meal_may_hold_as_much_as_a_meal_can_and_be_called_as_long_as_a_name_may_be() {
        let (kcal, protein) = (Kcal::saturating, Grams::saturating);
        let save = |name: &str, food, grams| Diet::default().save(name, kcal(food), protein(grams));
        assert_eq!([save("Feast", 5_000, 300), save("Tea", 1, 0), save("Whites", 0, 1)], [Ok(()); 3]);
        assert_eq!([save("Feast", 5_001, 0), save("Feast", 9, 301)], [Err(NotAMeal::Impossible); 2]);
        assert_eq!(save(&"ü".repeat(NAME_MAX), 500, 30), Ok(()));
        assert_eq!(save(&"ü".repeat(NAME_MAX + 1), 500, 30), Err(NotAMeal::TooLong));
        assert_eq!(save("  ", 500, 30), Err(NotAMeal::Nameless));
    }
}
