//! Settings: how things are shown, never what is recorded.

use crate::app::documents::Documents;
use crate::app::transaction::ActionError;
use crate::domain::settings::{Counting, LengthUnit, MassUnit, Settings, Signals, Theme};
use crate::storage::DocKey;
use chrono::Weekday;

/// Shows masses and lengths in other units.
///
/// # Errors
/// None today; the type is that of every action.
pub fn set_units(docs: Documents, mass: MassUnit, length: LengthUnit) -> Result<(), ActionError> {
    change(docs, &|settings| {
        settings.mass = mass;
        settings.length = length;
    })
}

/// Light, dark, or as the system has it.
///
/// # Errors
/// None today; the type is that of every action.
pub fn set_theme(docs: Documents, theme: Option<Theme>) -> Result<(), ActionError> {
    change(docs, &|settings| settings.theme = theme)?;
    crate::app::shell::apply_theme(theme);
    Ok(())
}

/// The first day of the week; `None` follows the locale.
///
/// # Errors
/// None today; the type is that of every action.
pub fn set_week_start(docs: Documents, day: Option<Weekday>) -> Result<(), ActionError> {
    change(docs, &|settings| settings.week_start = day)
}

/// Whether indirect work counts.
///
/// # Errors
/// None today; the type is that of every action.
pub fn set_counting(docs: Documents, counting: Counting) -> Result<(), ActionError> {
    change(docs, &|settings| settings.counting = counting)
}

/// How the end of a rest is told.
///
/// # Errors
/// None today; the type is that of every action.
pub fn set_signals(docs: Documents, signals: Signals) -> Result<(), ActionError> {
    change(docs, &|settings| settings.signals = signals)
}

fn change(docs: Documents, change: &dyn Fn(&mut Settings)) -> Result<(), ActionError> {
    docs.transact(&[DocKey::Settings], &mut |book| {
        change(&mut book.settings);
        Ok(())
    })
}
