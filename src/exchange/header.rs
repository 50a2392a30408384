//! The header line of a table: which column stands where and which unit it names; columns are known by their
//! names alone, which each app has its own of.

use super::foreign::DistanceUnit;
use super::refusal::Column;
use super::spelling::fold;
use crate::domain::settings::MassUnit;

/// The names an app gives its columns, in the spelling of `fold` and without their unit.
pub(super) type Names = &'static [(&'static str, Column)];

/// What the header line says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Header {
    places: [Option<usize>; Column::COUNT],
    /// How many cells a row has.
    pub width: usize,
    /// The columns of weights with the unit each names: some apps write a weight in both units.
    pub weights: Vec<(usize, Option<MassUnit>)>,
    /// The columns of distances with the unit each names.
    pub distances: Vec<(usize, Option<DistanceUnit>)>,
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

impl Header {
    /// Reads the header's cells by an app's names.
    pub fn read<'a>(cells: impl Iterator<Item = &'a str>, names: Names) -> Self {
        let mut header = Self {
            places: [None; Column::COUNT],
            width: 0,
            weights: Vec::new(),
            distances: Vec::new(),
            duration_in_seconds: false,
        };
        for cell in cells {
            header.add(&fold(cell), names);
        }
        header
    }

    /// Where a column stands.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column as usize).copied().flatten()
    }

    fn add(&mut self, name: &str, names: Names) {
        let at = self.width;
        self.width += 1;
        let (name, unit) = match unit(name) {
            Some(Unit::Mass(unit)) if !name.contains(' ') => ("weight", Some(Unit::Mass(unit))),
            Some(Unit::Distance(unit)) if !name.contains(' ') => ("distance", Some(Unit::Distance(unit))),
            Some(unit) => (name.rsplit_once(' ').map_or(name, |(name, _)| name), Some(unit)),
            None => (name, None),
        };
        let Some((_, column)) = names.iter().find(|(known, _)| *known == name) else { return };
        match (column, unit) {
            (Column::Weight, Some(Unit::Mass(unit))) => add(&mut self.weights, at, Some(unit)),
            (Column::Weight, _) => add(&mut self.weights, at, None),
            (Column::Distance, Some(Unit::Distance(unit))) => add(&mut self.distances, at, Some(unit)),
            (Column::Distance, _) => add(&mut self.distances, at, None),
            _ => {}
        }
        let Some(place) = self.places.get_mut(*column as usize) else { return };
        // A column that comes twice: the first holds.
        if place.is_some() {
            return;
        }
        *place = Some(at);
        if *column == Column::Duration {
            self.duration_in_seconds = unit == Some(Unit::Seconds);
        }
    }
}

/// Adds a column of one unit; the first of each unit holds.
fn add<U: Copy + PartialEq>(columns: &mut Vec<(usize, Option<U>)>, at: usize, unit: Option<U>) {
    if columns.iter().all(|(_, known)| *known != unit) {
        columns.push((at, unit));
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
        "kg" | "kgs" | "kilogram" | "kilograms" => Some(MassUnit::Kilograms),
        "lb" | "lbs" | "pound" | "pounds" => Some(MassUnit::Pounds),
        _ => None,
    }
}

/// A unit of distance in the spelling of `fold`.
pub(super) fn distance(unit: &str) -> Option<DistanceUnit> {
    match unit {
        "m" | "meter" | "meters" | "metres" => Some(DistanceUnit::Metres),
        "km" | "kilometres" | "kilometers" => Some(DistanceUnit::Kilometres),
        "mi" | "mile" | "miles" => Some(DistanceUnit::Miles),
        _ => None,
    }
}
