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
    /// How many sessions the last export holds, where it was counted.
    pub exported_sessions: Option<u32>,
    /// How the end of a rest is told.
    pub signals: Signals,
    /// Offers about the block that may wait do so until this day.
    pub put_off: Option<Day>,
    /// The day on which a week's review was last put away.
    pub reviewed: Option<Day>,
}

/// How the end of a rest is told, and whether the screen stays on until then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signals {
    /// A short tone.
    pub sound: bool,
    /// A vibration, where the device can.
    pub vibration: bool,
    /// A notification while another page is in front.
    pub notification: bool,
    /// Whether the screen is kept on during a session.
    pub awake: bool,
}

impl Default for Signals {
    fn default() -> Self {
        Self { sound: true, vibration: true, notification: false, awake: false }
    }
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
            exported_sessions: None,
            signals: Signals::default(),
            put_off: None,
            reviewed: None,
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
