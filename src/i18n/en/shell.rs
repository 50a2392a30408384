//! The words around every page.

use super::count::many;
use crate::domain::notice::Said;
use crate::routes::Page;

/// Tab.
pub const TODAY: &str = "Today";
/// Tab.
pub const PLAN: &str = "Plan";
/// Tab.
pub const PROGRESS: &str = "Progress";
/// Tab.
pub const FUEL: &str = "Fuel";
/// Tab.
pub const MORE: &str = "More";
/// Name of the tab bar.
pub const NAVIGATION: &str = "Main";
/// Skip link.
pub const SKIP: &str = "Skip to the page";
/// Beside damage.
pub const CRASH_RESCUE: &str = "Get your data out";
/// Storage blocked.
pub const NOT_SAVED_BLOCKED: &str =
    "This browser gives Legwork no storage: nothing is being saved. Everything works until you close it.";
/// Storage full.
pub const NOT_SAVED_FULL: &str =
    "Storage is full: your last change is not saved. Export it now, then make room.";
/// Storage failed.
pub const NOT_SAVED_FAILED: &str =
    "Your last change could not be saved. It is tried again with the next one.";
/// Newer schema.
pub const NOT_SAVED_NEWER: &str =
    "A newer Legwork has written here. Reload to go on; until then nothing is saved.";
/// Another tab writes.
pub const ELSEWHERE: &str = "Legwork is open in another tab. This one only shows.";
/// Write in this one.
pub const USE_HERE: &str = "Use here";
/// To the export.
pub const EXPORT_NOW: &str = "Export now";
/// Example data.
pub const EXAMPLE: &str = "Example data. Nothing of it is stored.";
/// Leave it.
pub const EXAMPLE_LEAVE: &str = "Start your own";
/// Damage.
pub const DAMAGED: &str =
    "Part of what is stored cannot be read. It is kept as it is, and nothing is saved over it.";
/// Release.
pub const DAMAGED_RELEASE: &str = "Start that part empty";
/// Update.
pub const UPDATE_READY: &str = "A new version is ready.";
/// Update in another tab.
pub const UPDATE_ELSEWHERE: &str = "Another tab runs a newer version.";
/// Update.
pub const UPDATE_RELOAD: &str = "Reload to update";
/// Undo.
pub const UNDO: &str = "Undo";

/// A page whose code did not come.
pub const NOT_FETCHED: &str =
    "This page could not be fetched. Your log is on this device, and nothing of it is lost.";
/// Once more.
pub const FETCH_AGAIN: &str = "Try again";
/// From the beginning.
pub const START_AGAIN: &str = "Reload";

/// The name of a page.
pub fn name(page: Option<Page>) -> &'static str {
    match page {
        Some(Page::Today) => TODAY,
        Some(Page::Welcome) => "Your answers",
        Some(Page::Session) => "Session",
        Some(Page::Plan) => PLAN,
        Some(Page::Progress) => PROGRESS,
        Some(Page::Fuel) => FUEL,
        Some(Page::More) => MORE,
        Some(Page::Data) => "Your data",
        Some(Page::Import) => "Import",
        Some(Page::Edit) => "Edit plan",
        Some(Page::Share) => "A shared plan",
        Some(Page::Settings) => "Settings",
        Some(Page::About) => "About",
        Some(Page::History) => "History",
        Some(Page::Workout) => "A session",
        Some(Page::Exercise) => "An exercise",
        Some(Page::HoldsBack) => "What holds you back",
        Some(Page::Learn) => "Learn",
        None => "Not found",
    }
}

/// The title of a page.
pub fn title(page: Option<Page>) -> String {
    match page {
        Some(Page::Today) => "Legwork".to_owned(),
        _ => format!("{} · Legwork", name(page)),
    }
}

/// What happened.
pub fn said(said: &Said) -> String {
    match said {
        Said::Elsewhere => "Nothing changed: press \u{201c}Use here\u{201d} first".to_owned(),
        Said::Outdated => "Nothing changed: reload first".to_owned(),
        Said::YearsOut => "Old years are out of this browser".to_owned(),
        Said::SetsFound { sets } => many(*sets, "set") + " came back that the browser had lost",
        Said::SetLogged => "Set logged".to_owned(),
        Said::SetUndone => "Set taken back".to_owned(),
        Said::SetChanged => "Set changed".to_owned(),
        Said::SessionFinished => "Session saved".to_owned(),
        Said::SessionUnsaved => "Session finished, not saved yet".to_owned(),
        Said::SessionDiscarded => "Session discarded".to_owned(),
        Said::TrainingStopped => "Training stopped".to_owned(),
        Said::TrainingCleared => "You can train again".to_owned(),
        Said::SessionReopened => "The session runs again".to_owned(),
        Said::SessionDeleted => "Session deleted".to_owned(),
        Said::SessionMoved => "Moved to another day".to_owned(),
        Said::SetDeleted => "Set deleted".to_owned(),
        Said::SetAdded => "Set added".to_owned(),
        Said::NoteKept => "Note kept".to_owned(),
        Said::PlanAccepted => "New plan in use".to_owned(),
        Said::PlanKept => "Plan kept beside the others".to_owned(),
        Said::PlanRemoved => "Plan let go".to_owned(),
        Said::BlockEased => "The lighter week is in your plan".to_owned(),
        Said::BlockGoesOn => "Welcome back: your plan starts today".to_owned(),
        Said::BlockEnded => "The block is ended".to_owned(),
        Said::OfferPutOff => "Not asked again this week".to_owned(),
        Said::FixTaken => "Done, and noted for later".to_owned(),
        Said::ReviewPutAway => "The next review comes next week".to_owned(),
        Said::ProfileSaved => "Saved".to_owned(),
        Said::WeighIn => "Weight saved".to_owned(),
        Said::SleepLogged => "Sleep saved".to_owned(),
        Said::MorningSaved => "Morning saved".to_owned(),
        Said::GymSaved => "Your iron is saved".to_owned(),
        Said::FoodLogged => "Food saved".to_owned(),
        Said::GirthLogged => "Girth saved".to_owned(),
        Said::DietChanged => "Saved".to_owned(),
        Said::TargetMoved => "New target in use".to_owned(),
        Said::Imported { sessions: 0 } => "Nothing new: every session was here already".to_owned(),
        Said::Imported { sessions } => many(*sessions, "session") + " taken in",
        Said::TakenBack { sessions } => many(*sessions, "session") + " taken out",
        Said::Restored => "Restored".to_owned(),
        Said::Erased => "Everything is erased".to_owned(),
        Said::Undone => "Undone".to_owned(),
        Said::Exported => "Export saved".to_owned(),
        Said::ExportCalledOff => "Called off: nothing was saved".to_owned(),
        Said::ExerciseAdded => "Exercise added".to_owned(),
        Said::ExerciseRemoved => "Exercise let go".to_owned(),
        Said::ExerciseSwapped => "Exercise swapped".to_owned(),
        Said::ExerciseMoved => "Exercise moved".to_owned(),
        Said::ExerciseLeftOut => "Left out".to_owned(),
        Said::SetsChanged => "Sets changed".to_owned(),
        Said::TechniqueEnded => "Technique ended".to_owned(),
        Said::SessionCut => "Session cut short".to_owned(),
        Said::TrialDeclined => "Not asked again in this session".to_owned(),
        Said::PainNoted => "Pain noted".to_owned(),
        Said::Calibrated { claimed, further } => super::session::calibrated(*claimed, *further),
    }
}
