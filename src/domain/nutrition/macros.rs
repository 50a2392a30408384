//! Protein, fat and carbohydrate of an energy target; not how the energy came about.

use super::surplus::BMI_HIGH;

/// Protein in g per kg of reference weight: least, default, most. Source: Morton 2018 (science A36, C).
pub const PROTEIN_G_PER_KG: (f64, f64, f64) = (1.6, 1.8, 2.2);
/// Fat in g per kg of reference weight. Source: science C (Iraki 2019: 0.5-1.5).
const FAT_G_PER_KG: f64 = 0.8;
/// The least fat when carbohydrate would fall short. Source: science C (Iraki 2019).
const FAT_G_PER_KG_LOW: f64 = 0.5;
/// Fat as a share of energy: least and most. Source: science C.
const FAT_SHARE: (f64, f64) = (0.20, 0.35);
/// Carbohydrate below this is little, g per kg of body weight. Source: Iraki 2019; H7.
pub(super) const CARBS_G_PER_KG: f64 = 3.0;
/// Protein a meal, g per kg of reference weight. Source: Schoenfeld 2018 (science C).
const MEAL_G_PER_KG: (f64, f64) = (0.4, 0.55);
/// The body mass index up to which all weight counts for protein and fat, and the share beyond it. Source:
/// science C.
const EXCESS: (f64, f64) = (25.0, 0.4);
/// Energy of a gram, kcal. Source: Atwater's factors, as in science C.
const KCAL_PROTEIN: f64 = 4.0;
const KCAL_CARBS: f64 = 4.0;
const KCAL_FAT: f64 = 9.0;

/// Which rule set the fat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FatRule {
    /// 0.8 g per kg.
    Floor,
    /// 20 % of energy.
    Share,
    /// 35 % of energy at most.
    Cap,
    /// Lowered to leave room for carbohydrate.
    ForCarbs,
}

/// The macronutrients of a day, grams in full precision.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Macros {
    /// Protein: least, aim, most.
    pub protein: (f64, f64, f64),
    /// Fat.
    pub fat: f64,
    /// Which rule set the fat.
    pub fat_rule: FatRule,
    /// Carbohydrate: the rest. Negative where there is no rest.
    pub carbs: f64,
    /// Protein a meal, from and to.
    pub meal: (f64, f64),
}

/// The weight that protein and fat are counted by: from a body mass index of 30 on, only a part of what is
/// above 25.
///
/// ```
/// let reference = legwork::domain::nutrition::macros::reference_weight(110.0, 1.88);
/// assert!((reference - 97.016).abs() < 1e-9);
/// ```
pub fn reference_weight(kg: f64, metres: f64) -> f64 {
    let square = metres * metres;
    if kg / square < BMI_HIGH {
        return kg;
    }
    let ordinary = EXCESS.0 * square;
    ordinary + EXCESS.1 * (kg - ordinary)
}

/// Splits an energy target.
///
/// ```
/// use legwork::domain::nutrition::macros::{FatRule, macros};
/// let day = macros(2965.925, 80.0, 80.0);
/// assert_eq!((day.protein.1, day.fat_rule), (144.0, FatRule::Share));
/// ```
pub fn macros(energy: f64, kg: f64, reference: f64) -> Macros {
    macros_with(energy, kg, reference, PROTEIN_G_PER_KG.1)
}

/// The same with the person's own protein, g per kg of reference weight.
///
/// ```
/// assert_eq!(legwork::domain::nutrition::macros::macros_with(2965.925, 80.0, 80.0, 2.0).protein.1, 160.0);
/// ```
pub fn macros_with(energy: f64, kg: f64, reference: f64, aim: f64) -> Macros {
    let (least, _, most) = PROTEIN_G_PER_KG;
    let protein = (least * reference, aim * reference, most * reference);
    let rest = |fat: f64| (energy - KCAL_PROTEIN * protein.1 - KCAL_FAT * fat) / KCAL_CARBS;
    let share = FAT_SHARE.0 * energy / KCAL_FAT;
    let cap = FAT_SHARE.1 * energy / KCAL_FAT;
    let floor = FAT_G_PER_KG * reference;
    let (mut fat, mut fat_rule) =
        if floor >= share { (floor, FatRule::Floor) } else { (share, FatRule::Share) };
    if fat > cap {
        (fat, fat_rule) = (cap, FatRule::Cap);
    }
    if rest(fat) / kg < CARBS_G_PER_KG {
        let lower = (FAT_G_PER_KG_LOW * reference).max(share);
        if lower < fat {
            (fat, fat_rule) = (lower, FatRule::ForCarbs);
        }
    }
    let meal = (MEAL_G_PER_KG.0 * reference, MEAL_G_PER_KG.1 * reference);
    Macros { protein, fat, fat_rule, carbs: rest(fat), meal }
}
