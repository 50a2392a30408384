//! What is typed about bars, plates and stacks becomes means and plates, or a reason why not; it knows neither
//! the page nor how numbers are written.

use super::iron::Iron;
use super::{Inventory, Means, PlatePairs};
use crate::domain::settings::MassUnit;
use crate::domain::units::number;

/// The heaviest load of a thing, kilograms and pounds: all that a load can be here.
const LOAD_MAX: (f64, f64) = (1000.0, 2204.0);
/// The heaviest empty bar or sledge. [our choice]
const BAR_MAX: (f64, f64) = (200.0, 440.0);
/// The lightest and the heaviest plate. [our choice]
const PLATE: ((f64, f64), (f64, f64)) = ((0.1, 100.0), (0.25, 220.0));
/// The least step, and the least weight that is listed, in either unit. [our choice]
const STEP_MIN: f64 = 0.1;
/// The most pairs of a plate. [our choice]
const PAIRS_MAX: f64 = 30.0;
/// The most kinds of plates, as the loader looks at no more.
pub const KINDS_MAX: usize = 16;
/// The most weights of a list. [our choice]
const LIST_MAX: usize = 60;

/// How a thing holds its load, as it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum How {
    Plates,
    Even,
    Listed,
}

impl How {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Plates, Self::Even, Self::Listed];
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Place {
    Bar,
    Least,
    Most,
    Step,
    List,
    /// The weight of the plate in this row.
    Plate(usize),
    /// How many pairs there are of it.
    Pairs(usize),
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Problem {
    /// Not a number.
    NotANumber,
    /// A fraction of a pair.
    NotWhole,
    /// Outside what there is, in the unit it is typed in.
    OutOfRange(f64, f64),
    /// The least is more than the most.
    Crossed,
    /// More than can be kept.
    TooMany(usize),
    /// This plate stands in another row already.
    Twice,
}

/// A thing as it is typed. What the chosen way does not need is kept and not looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThingDraft {
    /// How it holds its load.
    pub how: How,
    /// The unit of every number.
    pub unit: MassUnit,
    /// The empty bar.
    pub bar: String,
    /// The least.
    pub least: String,
    /// The most.
    pub most: String,
    /// The step.
    pub step: String,
    /// Weights with spaces between.
    pub list: String,
}

/// A plate as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlateDraft {
    /// What one weighs.
    pub weight: String,
    /// Its unit.
    pub unit: MassUnit,
    /// How many pairs.
    pub pairs: String,
}

impl Iron {
    /// The number on it.
    pub fn value(self) -> f64 {
        f64::from(self.stamp().0) / 100.0
    }
}

impl ThingDraft {
    /// The form of known means; `write` writes a number as the person types it. Where nothing but a step is
    /// known, the form is that of even steps, and its ends are asked for.
    pub fn of(means: &Means, unit: MassUnit, write: &dyn Fn(f64) -> String) -> Self {
        let empty = String::new;
        let text = |iron: &Iron| write(iron.value());
        let none = Self {
            how: How::Even,
            unit,
            bar: empty(),
            least: empty(),
            most: empty(),
            step: empty(),
            list: empty(),
        };
        match means {
            Means::Plates(bar) => Self { how: How::Plates, unit: bar.stamp().1, bar: text(bar), ..none },
            Means::Even { least, most, step } => {
                Self { unit: step.stamp().1, least: text(least), most: text(most), step: text(step), ..none }
            }
            Means::Listed(list) => {
                let unit = list.first().map_or(unit, |one| one.stamp().1);
                let texts: Vec<String> = list.iter().map(text).collect();
                Self { how: How::Listed, unit, list: texts.join("  "), ..none }
            }
            Means::Steps(step) => Self { unit: step.stamp().1, step: text(step), ..none },
        }
    }

    /// What is typed, as means.
    ///
    /// # Errors
    /// The first field that is wrong, and what is wrong with it.
    ///
    /// ```
    /// use legwork::domain::{settings::MassUnit, training::loading::{*, form::*}};
    /// let stack = Means::Even {
    ///     least: Iron::kilograms(5.0).unwrap(),
    ///     most: Iron::kilograms(75.0).unwrap(),
    ///     step: Iron::kilograms(7.0).unwrap(),
    /// };
    /// let mut draft = ThingDraft::of(&stack, MassUnit::Kilograms, &|number| number.to_string());
    /// assert_eq!(draft.check(), Ok(stack));
    /// draft.most = "4,5".into();
    /// assert_eq!(draft.check(), Err((Place::Most, Problem::Crossed)));
    /// ```
    pub fn check(&self) -> Result<Means, (Place, Problem)> {
        let most = of(self.unit, LOAD_MAX);
        let iron = |place, text: &str, least, most| {
            weight(text, self.unit, least, most).map_err(|problem| (place, problem))
        };
        match self.how {
            How::Plates => iron(Place::Bar, &self.bar, 0.0, of(self.unit, BAR_MAX)).map(Means::Plates),
            How::Even => {
                let low = iron(Place::Least, &self.least, 0.0, most)?;
                let high = iron(Place::Most, &self.most, 0.0, most)?;
                let step = iron(Place::Step, &self.step, STEP_MIN, most)?;
                if low.value() > high.value() {
                    return Err((Place::Most, Problem::Crossed));
                }
                Ok(Means::Even { least: low, most: high, step })
            }
            How::Listed => {
                let mut list: Vec<Iron> = Vec::new();
                for word in self.list.split([' ', '\u{A0}', ';', '/', '\n', '\t']) {
                    // A comma before a space parts weights; one inside a weight is its decimal mark.
                    let word = word.trim_end_matches(',');
                    if word.is_empty() {
                        continue;
                    }
                    let one = iron(Place::List, word, STEP_MIN, most)?;
                    if !list.contains(&one) {
                        list.push(one);
                    }
                }
                match list.len() {
                    0 => Err((Place::List, Problem::NotANumber)),
                    count if count > LIST_MAX => Err((Place::List, Problem::TooMany(LIST_MAX))),
                    _ => Ok(Means::Listed(list)),
                }
            }
        }
    }
}

/// The plates that are typed; rows in which nothing stands are left out.
///
/// # Errors
/// The first field that is wrong, and what is wrong with it.
///
/// ```
/// use legwork::domain::{settings::MassUnit, training::loading::form::*};
/// let row = |weight: &str, pairs: &str| PlateDraft {
///     weight: weight.into(),
///     unit: MassUnit::Kilograms,
///     pairs: pairs.into(),
/// };
/// assert_eq!(plates(&[row("20", "2"), row("1,25", "1"), row("", "")]).unwrap().len(), 2);
/// assert_eq!(plates(&[row("20", "1.5")]), Err((Place::Pairs(0), Problem::NotWhole)));
/// assert_eq!(plates(&[row("5", "1"), row("5.0", "1")]), Err((Place::Plate(1), Problem::Twice)));
/// ```
pub fn plates(rows: &[PlateDraft]) -> Result<Vec<PlatePairs>, (Place, Problem)> {
    let mut found: Vec<PlatePairs> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if row.weight.trim().is_empty() && row.pairs.trim().is_empty() {
            continue;
        }
        let range = if row.unit == MassUnit::Kilograms { PLATE.0 } else { PLATE.1 };
        let plate =
            weight(&row.weight, row.unit, range.0, range.1).map_err(|problem| (Place::Plate(at), problem))?;
        let wrong = |problem| (Place::Pairs(at), problem);
        let pairs = within(&row.pairs, 1.0, PAIRS_MAX).map_err(wrong)?;
        if pairs.fract() != 0.0 {
            return Err(wrong(Problem::NotWhole));
        }
        if found.iter().any(|known| known.plate == plate) {
            return Err((Place::Plate(at), Problem::Twice));
        }
        if found.len() == KINDS_MAX {
            return Err((Place::Plate(at), Problem::TooMany(KINDS_MAX)));
        }
        found.push(PlatePairs { plate, pairs: pairs as u8 });
    }
    Ok(found)
}

impl Inventory {
    /// Keeps what is said of a thing; none takes the usual again.
    pub fn say(&mut self, item: crate::domain::exercise::Item, means: Option<Means>) {
        self.said.retain(|(known, _)| *known != item);
        self.said.extend(means.map(|means| (item, means)));
    }
}

fn of(unit: MassUnit, (kilograms, pounds): (f64, f64)) -> f64 {
    if unit == MassUnit::Kilograms { kilograms } else { pounds }
}

fn within(text: &str, least: f64, most: f64) -> Result<f64, Problem> {
    let value = number::parse(text).map_err(|_| Problem::NotANumber)?;
    if (least..=most).contains(&value) { Ok(value) } else { Err(Problem::OutOfRange(least, most)) }
}

fn weight(text: &str, unit: MassUnit, least: f64, most: f64) -> Result<Iron, Problem> {
    let value = within(text, least, most)?;
    Ok(Iron::hundredths((value * 100.0).round() as u32, unit))
}
