//! The meals that somebody eats again and again; it does not know what the targets are.

use super::Diet;
use crate::domain::nutrition::FoodDay;
use crate::domain::units::{Grams, Kcal};

/// Saved meals that are kept. Source: C.
pub const SAVED_MAX: usize = 40;
/// Characters of a meal's name. Source: C.
pub const NAME_MAX: usize = 40;
/// The energy that one meal can have. Source: C.
const MEAL_MAX: (u16, u16) = (5000, 300);

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

impl Diet {
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
