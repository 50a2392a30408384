//! Which app a file seems to come from, by its first lines; it reads none of them.

use super::foreign::App;
use super::spelling::fold;

/// An app or kind of file that was recognised by its first lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// An app's export.
    App(App),
    /// A JSON document: Legwork's own export among them.
    Json,
}

/// What each app's header holds, in the spelling of `fold`.
const MARKS: [(&str, App); 10] = [
    ("exercise name set order", App::Strong),
    ("workout name exercise name", App::Strong),
    ("exercise title superset id", App::Hevy),
    ("date exercise category", App::FitNotes),
    ("workout datetime program", App::Liftosaur),
    ("sessionid timestamp exercise", App::LiftLog),
    ("weight iswarmup", App::Fitbod),
    ("incline resistance iswarmup", App::Fitbod),
    ("kg reps rir", App::AlphaProgression),
    ("session id day start", App::Legwork),
];

impl Origin {
    /// The origin of a text, from its first lines; `None` where nothing is recognised.
    ///
    /// ```
    /// use legwork::exchange::{App, Origin};
    /// assert_eq!(Origin::of("Date,Exercise,Category,Weight (kg),Reps"), Some(Origin::App(App::FitNotes)));
    /// assert_eq!(Origin::of("Dear diary"), None);
    /// ```
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim_start();
        if text.starts_with(['{', '[']) {
            return Some(Self::Json);
        }
        let head = fold(text.get(..text.floor_char_boundary(1000)).unwrap_or(text));
        MARKS.iter().find(|(mark, _)| head.contains(mark)).map(|(_, app)| Self::App(*app))
    }
}
