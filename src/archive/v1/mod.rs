//! Schema 1, frozen for ever: what stands in the store and in an export. The shapes know nothing of the
//! domain; `convert` is the only bridge.

mod convert;
mod sets;
mod shapes;

pub use convert::Refused;
pub(super) use convert::{
    body_in, body_out, draft_in, draft_out, exercises_in, exercises_out, food_in, food_out, month_in, month_out,
    plans_in, plans_out, profile_in, profile_out, safety_in, safety_out, settings_in, settings_out,
};
pub(super) use shapes::{
    BodyShape, DraftShape, ExercisesShape, FoodShape, LogbookShape, MonthShape, PlansShape, ProfileShape,
    SafetyShape, SettingsShape,
};
