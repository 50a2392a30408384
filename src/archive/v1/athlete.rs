//! The person in schema 1: profile, safety answers, settings. It knows nothing of the domain.

use crate::archive::shape::shape;
use crate::domain::ordered::OrderedMap;

/// The profile.
#[derive(Debug)]
pub struct Profile {
    /// Years.
    pub age: u8,
    /// `female`, `male`.
    pub sex: Option<String>,
    /// Body height.
    pub height_mm: Option<u16>,
    /// Body weight.
    pub weight_g: Option<u32>,
    /// Body fat.
    pub fat_per_mille: Option<u16>,
    /// `novice`, `intermediate`, `advanced`.
    pub experience: String,
    /// Training days; 1 is Monday.
    pub days: Vec<u8>,
    /// Minutes a session may take.
    pub minutes: u16,
    /// Things to train with.
    pub kit: Vec<String>,
    /// The muscle that comes first.
    pub priority: Option<String>,
    /// Care by joint.
    pub cautions: OrderedMap<String, String>,
    /// Daily activity.
    pub activity: String,
    /// `gain`, `maintain`.
    pub goal: String,
    /// Own weekly bands by muscle, in sets.
    pub bands: OrderedMap<String, (u8, u8)>,
}
shape!(Profile {
    age,
    sex,
    height_mm,
    weight_g,
    fat_per_mille,
    experience,
    days,
    minutes,
    kit,
    priority,
    cautions,
    activity,
    goal,
    bands
});

/// The safety answers.
#[derive(Debug)]
pub struct Safety {
    /// What applies; absent until answered.
    pub conditions: Option<Vec<String>>,
    /// The day a clinician agreed.
    pub cleared_on: Option<String>,
}
shape!(Safety { conditions, cleared_on });

/// The settings.
#[derive(Debug)]
pub struct Settings {
    /// `kg`, `lb`.
    pub mass: String,
    /// `cm`, `ft`.
    pub length: String,
    /// `light`, `dark`; absent follows the system.
    pub theme: Option<String>,
    /// 1 is Monday; absent follows the locale.
    pub week_start: Option<u8>,
    /// `fractional`, `direct`.
    pub counting: String,
    /// The day of the last export.
    pub exported_on: Option<String>,
}
shape!(Settings { mass, length, theme, week_start, counting, exported_on });
