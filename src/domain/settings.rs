//! How the person wants things shown; no setting changes what is recorded.

use super::calendar::Day;
use chrono::Weekday;

/// A person's settings. `None` follows the device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How loads and weights are shown and typed.
    pub mass: MassUnit,
    /// How lengths are shown and typed.
    pub length: LengthUnit,
    /// Light or dark; `None` follows the system.
    pub theme: Option<Theme>,
    /// The first day of the week; `None` follows the locale.
    pub week_start: Option<Weekday>,
    /// Whether indirect work counts half or not at all.
    pub counting: Counting,
    /// The day of the last export.
    pub exported_on: Option<Day>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            mass: MassUnit::Kilograms,
            length: LengthUnit::Centimetres,
            theme: None,
            week_start: None,
            counting: Counting::Fractional,
            exported_on: None,
        }
    }
}

/// The unit of loads and weights on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum MassUnit {
    Kilograms,
    Pounds,
}

/// The unit of lengths on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum LengthUnit {
    Centimetres,
    FeetAndInches,
}

/// The look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Theme {
    Light,
    Dark,
}

/// How indirect work counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counting {
    /// Half a set (Pelland 2025).
    Fractional,
    /// Not at all.
    DirectOnly,
}
