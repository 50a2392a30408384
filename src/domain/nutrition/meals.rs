//! The day's protein and carbohydrate laid out in meals around the session; totals matter, timing hardly.

use crate::domain::units::Grams;

/// A meal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum MealName {
    Breakfast,
    Lunch,
    BeforeLifting,
    AfterLifting,
    Afternoon,
    Dinner,
    Evening,
}

/// One meal of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meal {
    /// Which.
    pub name: MealName,
    /// Minutes after midnight.
    pub at: u16,
    /// Protein.
    pub protein: Grams,
    /// Carbohydrate worth planning around the session.
    pub carbs: Option<Grams>,
}

/// Carbohydrate before and after lifting, g per kg. Source: science A37, A38 (s000, s004): 1-2 h before,
/// within the hour after; the total matters more.
const CARBS_AROUND_G_PER_KG: (f64, f64) = (0.85, 1.15);

/// Five meals: evenly spread protein that adds up to the target exactly.
///
/// ```
/// use legwork::domain::nutrition::meals::meals;
/// let day = meals(127.0, 70.0, true);
/// assert_eq!(day.iter().map(|meal| u32::from(meal.protein.get())).sum::<u32>(), 127);
/// ```
pub fn meals(protein: f64, kg: f64, training: bool) -> Vec<Meal> {
    use MealName::{AfterLifting, Afternoon, BeforeLifting, Breakfast, Dinner, Evening, Lunch};
    let total = protein.round().max(0.0) as i64;
    let names: [(MealName, u16); 5] = if training {
        [(Breakfast, 450), (Lunch, 750), (BeforeLifting, 960), (AfterLifting, 1155), (Evening, 1320)]
    } else {
        [(Breakfast, 450), (Lunch, 750), (Afternoon, 960), (Dinner, 1155), (Evening, 1320)]
    };
    let mut left = total;
    let mut day = Vec::with_capacity(names.len());
    for (place, (name, at)) in names.into_iter().enumerate() {
        let share = left / (5 - i64::try_from(place).unwrap_or(4)).max(1);
        left -= share;
        let carbs = match name {
            BeforeLifting => Some(CARBS_AROUND_G_PER_KG.0 * kg),
            AfterLifting => Some(CARBS_AROUND_G_PER_KG.1 * kg),
            _ => None,
        };
        let tens = carbs.map(|grams| Grams::saturating((grams / 10.0).round() as i64 * 10));
        day.push(Meal { name, at, protein: Grams::saturating(share), carbs: tens });
    }
    day
}
