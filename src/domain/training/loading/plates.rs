//! Plates for both sides of a bar, and the load of the plates that are on it; it does not know which bar an
//! exercise uses.

use super::iron::{self, Iron, NEAR};
use crate::domain::ordered::sort_by_key;
use crate::domain::units::Kg;

/// Pairs of one plate: each gives one plate a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlatePairs {
    /// What one plate weighs.
    pub plate: Iron,
    /// How many pairs there are.
    pub pairs: u8,
}

/// What stands on a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The plates of one side, the heaviest first, with how many of each.
    pub side: Vec<(Iron, u8)>,
    /// The load with the bar.
    pub load: Kg,
    /// How much is missing of what was asked for.
    pub short: Kg,
}

/// Less was asked for than the empty bar weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("lighter than the bar of {} g", .bar.grams())]
pub struct LighterThanBar {
    /// What the empty bar weighs.
    pub bar: Kg,
}

/// The plates a side that come nearest to a load without passing it, and as few of them as can be. Taking the
/// heaviest first would miss it: 30 kg a side of 25 + 15 + 15 is 15 + 15.
///
/// # Errors
/// [`LighterThanBar`] where the bar alone is more.
///
/// ```
/// use legwork::domain::{training::loading::{Iron, PlatePairs, load}, units::Kg};
/// let kg = |value: f64| Iron::kilograms(value).unwrap();
/// let stock = [(25.0, 1), (15.0, 2)].map(|(plate, pairs)| PlatePairs { plate: kg(plate), pairs });
/// let bar = load(Kg::from_kg(81.0).unwrap(), kg(20.0), &stock).unwrap();
/// assert_eq!((bar.side, bar.load.kg(), bar.short.kg()), (vec![(kg(15.0), 2)], 80.0, 1.0));
/// assert!(load(Kg::from_kg(15.0).unwrap(), kg(20.0), &stock).is_err());
/// ```
pub fn load(target: Kg, bar: Iron, stock: &[PlatePairs]) -> Result<Loaded, LighterThanBar> {
    let over = iron::parts(target) - bar.parts();
    if over < -NEAR {
        return Err(LighterThanBar { bar: bar.mass() });
    }
    let mut stock: Vec<PlatePairs> =
        stock.iter().copied().filter(|kind| kind.plate.parts() > 0 && kind.pairs > 0).collect();
    sort_by_key(&mut stock, |kind| std::cmp::Reverse(kind.plate.parts()));
    stock.truncate(KINDS_MAX);
    let step = stock.iter().fold(0, |step, kind| common(step, kind.plate.parts()));
    let room = (over + NEAR) / 2;
    // No sum of plates lies between two multiples of what divides them all.
    let room = if step > 0 { room / step * step } else { 0 };
    let mut search =
        Search { counts: Vec::new(), best: Vec::new(), sum: 0, plates: 0, left: LOOKS_MAX, room };
    search.try_kinds(&stock, 0, 0);
    let side: Vec<(Iron, u8)> = stock
        .iter()
        .zip(&search.best)
        .filter(|(_, count)| **count > 0)
        .map(|(kind, count)| (kind.plate, *count))
        .collect();
    let sum = bar.parts() + 2 * search.sum;
    let short = iron::parts(target) - sum;
    // What was typed is kept to the gram where the plates are it.
    let load = if short.abs() <= NEAR { target } else { iron::mass(sum) };
    Ok(Loaded { side, load, short: Kg::saturating(i64::from(target.grams()) - i64::from(load.grams())) })
}

/// The load of a bar with these plates on each side; none above what anybody loads, 1000 kg.
///
/// ```
/// use legwork::domain::training::loading::{Iron, loaded};
/// let plate = Iron::pounds(45.0).unwrap();
/// assert_eq!(loaded(plate, &[plate, plate]).map(|load| load.grams()), Some(102_058)); // 225 lb
/// assert_eq!(loaded(plate, &[plate; 40]), None);
/// ```
pub fn loaded(bar: Iron, side: &[Iron]) -> Option<Kg> {
    let sum = side.iter().fold(bar.parts(), |sum, plate| sum.saturating_add(2 * plate.parts()));
    (sum <= iron::parts(Kg::MAX)).then(|| iron::mass(sum))
}

/// More kinds of plates than anybody owns.
const KINDS_MAX: usize = 16;
/// The most places the search looks at; plates of one unit need a few hundred.
const LOOKS_MAX: u32 = 50_000;

/// Depth first over the kinds, the heaviest first, as many as fit first: the first way found is the greedy
/// one, and what cannot be better is left out.
struct Search {
    counts: Vec<u8>,
    best: Vec<u8>,
    sum: i64,
    plates: u32,
    left: u32,
    room: i64,
}

impl Search {
    fn try_kinds(&mut self, kinds: &[PlatePairs], sum: i64, plates: u32) {
        if sum > self.sum || (sum == self.sum && plates < self.plates) {
            (self.sum, self.plates) = (sum, plates);
            self.best.clone_from(&self.counts);
        }
        let Some((kind, rest)) = kinds.split_first() else { return };
        let one = kind.plate.parts();
        let all: i64 = kinds.iter().map(|kind| kind.plate.parts() * i64::from(kind.pairs)).sum();
        let reach = (sum + all).min(self.room);
        // Even plates of this weight only, the heaviest left, would be as many.
        let least = plates + u32::try_from((reach - sum + one - 1) / one).unwrap_or(u32::MAX / 2);
        if self.left == 0 || reach < self.sum || (reach == self.sum && least >= self.plates) {
            return;
        }
        self.left -= 1;
        let most = u8::try_from((self.room - sum) / one).unwrap_or(u8::MAX).min(kind.pairs);
        for count in (0..=most).rev() {
            self.counts.push(count);
            self.try_kinds(rest, sum + one * i64::from(count), plates + u32::from(count));
            self.counts.pop();
        }
    }
}

/// The greatest number that divides both.
fn common(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
