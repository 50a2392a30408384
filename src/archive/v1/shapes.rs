//! The shapes of schema 1. Names are short where they stand once a session, words where they stand once.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The profile.
#[derive(Debug, Serialize, Deserialize)]
pub struct ProfileShape {
    pub age: u8,
    pub sex: Option<String>,
    pub height_mm: Option<u16>,
    pub weight_g: Option<u32>,
    pub fat_per_mille: Option<u16>,
    pub experience: String,
    /// 1 is Monday.
    pub days: Vec<u8>,
    pub minutes: u16,
    pub kit: Vec<String>,
    pub priority: Option<String>,
    pub cautions: BTreeMap<String, String>,
    pub activity: String,
    pub goal: String,
    pub bands: BTreeMap<String, (u8, u8)>,
}

/// The safety answers.
#[derive(Debug, Serialize, Deserialize)]
pub struct SafetyShape {
    pub conditions: Option<Vec<String>>,
    pub cleared_on: Option<String>,
}

/// The settings.
#[derive(Debug, Serialize, Deserialize)]
pub struct SettingsShape {
    pub mass: String,
    pub length: String,
    pub theme: Option<String>,
    pub week_start: Option<u8>,
    pub counting: String,
    pub exported_on: Option<String>,
}

/// Own exercises and what other apps' names mean.
#[derive(Debug, Serialize, Deserialize)]
pub struct ExercisesShape {
    /// Slug, name, half sets by function word.
    pub own: Vec<(String, String, BTreeMap<String, u8>)>,
    /// App, name there, slug here.
    pub names: Vec<(String, String, String)>,
}

/// Weight and sleep.
#[derive(Debug, Serialize, Deserialize)]
pub struct BodyShape {
    pub weight_g: BTreeMap<String, u32>,
    pub sleep_min: BTreeMap<String, u16>,
}

/// A month of food: kcal and protein by day.
#[derive(Debug, Serialize, Deserialize)]
pub struct FoodShape {
    pub days: BTreeMap<String, (Option<u16>, Option<u16>)>,
}

/// The plans.
#[derive(Debug, Serialize, Deserialize)]
pub struct PlansShape {
    pub active: Option<String>,
    pub list: Vec<PlanShape>,
}

/// One plan.
#[derive(Debug, Serialize, Deserialize)]
pub struct PlanShape {
    pub id: String,
    pub created: String,
    pub starts: String,
    pub weeks: Vec<WeekShape>,
    pub compromises: Vec<CompromiseShape>,
}

/// One week: its phase and sessions.
#[derive(Debug, Serialize, Deserialize)]
pub struct WeekShape {
    pub phase: String,
    pub sessions: Vec<SessionPlanShape>,
}

/// One planned session.
#[derive(Debug, Serialize, Deserialize)]
pub struct SessionPlanShape {
    pub day: u8,
    pub warm_up: u16,
    pub cool_down: u16,
    pub exercises: Vec<PrescriptionShape>,
}

/// One prescription.
#[derive(Debug, Serialize, Deserialize)]
pub struct PrescriptionShape {
    /// Exercise.
    pub x: String,
    pub sets: u8,
    pub reps: (u8, u8),
    /// Half reps in reserve.
    pub rir: (u8, u8),
    /// Seconds.
    pub rest: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pair: Option<u8>,
    /// Per mille off and times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drop: Option<(u16, u8)>,
}

/// One compromise: words and numbers in the order of its kind.
#[derive(Debug, Serialize, Deserialize)]
pub struct CompromiseShape {
    pub what: String,
    pub of: Option<String>,
    pub numbers: Vec<u32>,
    pub why: String,
    pub remedy: Option<String>,
}

/// The running session.
#[derive(Debug, Serialize, Deserialize)]
pub struct DraftShape {
    pub draft: Option<DraftBody>,
}

/// Its content.
#[derive(Debug, Serialize, Deserialize)]
pub struct DraftBody {
    pub id: String,
    pub day: String,
    pub started: i64,
    pub slot: Option<(String, u8, u8)>,
    pub name: String,
    pub current: usize,
    /// End in milliseconds, length in seconds.
    pub rest: Option<(i64, u32)>,
    pub undone: Vec<i64>,
    pub note: String,
    pub exercises: Vec<DraftExerciseShape>,
}

/// One exercise of it.
#[derive(Debug, Serialize, Deserialize)]
pub struct DraftExerciseShape {
    pub x: String,
    pub planned: Option<PrescriptionShape>,
    /// Moments of the sets.
    pub at: Vec<i64>,
    /// The sets, as text.
    pub sets: String,
    pub note: String,
}

/// A month of the log.
#[derive(Debug, Serialize, Deserialize)]
pub struct MonthShape {
    /// The slugs that sessions refer to by place.
    pub x: Vec<String>,
    /// Sessions.
    pub s: Vec<SessionShape>,
    /// Deleted ids and when.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub gone: Vec<(String, i64)>,
}

/// One session.
#[derive(Debug, Serialize, Deserialize)]
pub struct SessionShape {
    pub id: String,
    /// Day of the month.
    pub d: u8,
    /// Start, milliseconds.
    pub t: i64,
    /// Seconds it took.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub l: Option<u32>,
    /// Name.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub n: String,
    /// Plan, week, session.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub p: Option<(String, u8, u8)>,
    /// Milliseconds from the start to the last edit.
    pub e: i64,
    /// Source, where it is another app.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub o: Option<String>,
    /// Remark.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub r: String,
    /// Exercises: place in the table, sets as text, remark.
    pub w: Vec<WorkShape>,
}

/// One exercise's work.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum WorkShape {
    /// Without a remark.
    Plain(usize, String),
    /// With one.
    Noted(usize, String, String),
}

/// Everything, for an export.
#[derive(Debug, Serialize, Deserialize)]
pub struct LogbookShape {
    pub profile: Option<ProfileShape>,
    pub safety: SafetyShape,
    pub plans: PlansShape,
    pub settings: SettingsShape,
    pub exercises: ExercisesShape,
    pub body: BodyShape,
    pub food: BTreeMap<String, FoodShape>,
    pub draft: DraftShape,
    pub log: BTreeMap<String, MonthShape>,
}
