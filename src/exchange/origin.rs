//! Which app a file seems to come from that is not the one asked for; it reads none of them.

use super::spelling::fold;

/// An app or kind of file that was recognised by its first lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the names are the documentation
pub enum Origin {
    Strong,
    Hevy,
    FitNotes,
    Liftosaur,
    LiftLog,
    Fitbod,
    AlphaProgression,
    /// A JSON document: Legwork's own export among them.
    Json,
}

/// What each app's header holds, in the spelling of `fold`.
const MARKS: [(&str, Origin); 8] = [
    ("exercise name set order", Origin::Strong),
    ("workout name exercise name", Origin::Strong),
    ("exercise title superset id", Origin::Hevy),
    ("date exercise category", Origin::FitNotes),
    ("workout datetime program", Origin::Liftosaur),
    ("sessionid timestamp exercise", Origin::LiftLog),
    ("weight iswarmup", Origin::Fitbod),
    ("kg reps rir", Origin::AlphaProgression),
];

impl Origin {
    /// The origin of a text, from its first lines; `None` where nothing is recognised.
    ///
    /// ```
    /// use legwork::exchange::Origin;
    /// assert_eq!(Origin::of("Date,Exercise,Category,Weight (kg),Reps"), Some(Origin::FitNotes));
    /// assert_eq!(Origin::of("Dear diary"), None);
    /// ```
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim_start();
        if text.starts_with(['{', '[']) {
            return Some(Self::Json);
        }
        let head = fold(text.get(..text.floor_char_boundary(1000)).unwrap_or(text));
        MARKS.iter().find(|(mark, _)| head.contains(mark)).map(|(_, origin)| *origin)
    }
}
