//! The header of Strong's export: which column stands where and which unit it names; columns are known by
//! their names alone.

use super::StrongError;
use crate::domain::settings::MassUnit;
use crate::exchange::foreign::DistanceUnit;
use crate::exchange::origin::Origin;
use crate::exchange::refusal::Column;
use crate::exchange::spelling::fold;

/// What the header line says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Header {
    places: [Option<usize>; 14],
    /// How many cells a row has.
    pub width: usize,
    /// The unit the weight column names.
    pub weight: Option<MassUnit>,
    /// The unit the distance column names.
    pub distance: Option<DistanceUnit>,
    /// Whether the duration is in plain seconds.
    pub duration_in_seconds: bool,
}

/// A unit at the end of a column's name.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Unit {
    Mass(MassUnit),
    Distance(DistanceUnit),
    Seconds,
}

/// Names of columns in the spelling of `fold`, without their unit.
const NAMES: [(&str, Column); 34] = [
    ("date", Column::Date),
    ("datum", Column::Date),
    ("workout name", Column::Workout),
    ("nom de l entrainement", Column::Workout),
    ("duration", Column::Duration),
    ("workout duration", Column::Duration),
    ("dauer", Column::Duration),
    ("duree", Column::Duration),
    ("exercise name", Column::Exercise),
    ("name der ubung", Column::Exercise),
    ("nom de l exercice", Column::Exercise),
    ("set order", Column::SetOrder),
    ("reihenfolge festlegen", Column::SetOrder),
    ("ordre de la serie", Column::SetOrder),
    ("weight", Column::Weight),
    ("gewicht", Column::Weight),
    ("poids", Column::Weight),
    ("weight unit", Column::WeightUnit),
    ("reps", Column::Reps),
    ("wiederh", Column::Reps),
    ("rpe", Column::Rpe),
    ("distance", Column::Distance),
    ("entfernung", Column::Distance),
    ("distance unit", Column::DistanceUnit),
    ("seconds", Column::Seconds),
    ("sekunden", Column::Seconds),
    ("secondes", Column::Seconds),
    ("notes", Column::Notes),
    ("notizen", Column::Notes),
    ("workout notes", Column::WorkoutNotes),
    ("workout notizen", Column::WorkoutNotes),
    ("notes d entrainement", Column::WorkoutNotes),
    ("notes de l entrainement", Column::WorkoutNotes),
    ("workout note", Column::WorkoutNotes),
];

/// Without these there is no log; the rest may be missing.
const NEEDED: [Column; 6] =
    [Column::Date, Column::Workout, Column::Exercise, Column::SetOrder, Column::Weight, Column::Reps];

impl Header {
    /// Reads the header's cells; `text` is the beginning of the file, to tell what else it may be.
    pub fn read<'a>(cells: impl Iterator<Item = &'a str>, text: &str) -> Result<Self, StrongError> {
        let mut header =
            Self { places: [None; 14], width: 0, weight: None, distance: None, duration_in_seconds: false };
        for cell in cells {
            header.add(&fold(cell));
        }
        let missing = |column: &Column| header.place(*column).is_none();
        match NEEDED.into_iter().find(missing) {
            None => Ok(header),
            Some(column) => {
                let looks_like = Origin::of(text);
                let own =
                    looks_like == Some(Origin::Strong) || NEEDED.iter().filter(|c| !missing(c)).count() >= 4;
                Err(if own {
                    StrongError::MissingColumn(column)
                } else {
                    StrongError::NotStrong { looks_like }
                })
            }
        }
    }

    /// Where a column stands.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column as usize).copied().flatten()
    }

    fn add(&mut self, name: &str) {
        let at = self.width;
        self.width += 1;
        let (name, unit) = match unit(name) {
            Some(Unit::Mass(unit)) if !name.contains(' ') => ("weight", Some(Unit::Mass(unit))),
            Some(Unit::Distance(unit)) if !name.contains(' ') => ("distance", Some(Unit::Distance(unit))),
            Some(unit) => (name.rsplit_once(' ').map_or(name, |(name, _)| name), Some(unit)),
            None => (name, None),
        };
        let Some((_, column)) = NAMES.iter().find(|(known, _)| *known == name) else { return };
        let Some(place) = self.places.get_mut(*column as usize) else { return };
        // A column that comes twice: the first holds.
        if place.is_some() {
            return;
        }
        *place = Some(at);
        match (column, unit) {
            (Column::Weight, Some(Unit::Mass(unit))) => self.weight = Some(unit),
            (Column::Distance, Some(Unit::Distance(unit))) => self.distance = Some(unit),
            (Column::Duration, Some(Unit::Seconds)) => self.duration_in_seconds = true,
            _ => {}
        }
    }
}

fn unit(name: &str) -> Option<Unit> {
    let last = name.rsplit(' ').next().unwrap_or(name);
    match last {
        "s" | "sec" => Some(Unit::Seconds),
        _ => mass(last).map(Unit::Mass).or_else(|| distance(last).map(Unit::Distance)),
    }
}

/// A unit of mass in the spelling of `fold`.
pub(super) fn mass(unit: &str) -> Option<MassUnit> {
    match unit {
        "kg" | "kgs" => Some(MassUnit::Kilograms),
        "lb" | "lbs" => Some(MassUnit::Pounds),
        _ => None,
    }
}

/// A unit of distance in the spelling of `fold`.
pub(super) fn distance(unit: &str) -> Option<DistanceUnit> {
    match unit {
        "m" | "meter" | "meters" | "metres" => Some(DistanceUnit::Metres),
        "km" => Some(DistanceUnit::Kilometres),
        "mi" | "mile" | "miles" => Some(DistanceUnit::Miles),
        _ => None,
    }
}
