//! What another app's exercise names mean here: remembered, certain by the catalogue, suggested, or asked.
//! Nothing is decided here that the person did not decide or the catalogue does not list.

use super::foreign::{App, ForeignName};
use super::sorting::{Hint, hint};
use super::spelling::{digest, fold, slug};
use crate::domain::anatomy::Credit;
use crate::domain::exercise::{CATALOGUE, CustomExercise, Exercise, ExerciseId, OwnExercises, find};
use std::sync::LazyLock;

/// What a name seems to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guess {
    /// It was answered before, or the catalogue lists exactly this name: not asked.
    Certain(ExerciseId),
    /// Work for the legs, with the exercise it is most like: to be confirmed. Without one it has to be chosen.
    Leg(Option<ExerciseId>),
    /// No word in it says legs: to be confirmed as other work.
    Other,
}

/// What the person says a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// This exercise: built in, or one of their own.
    Exercise(ExerciseId),
    /// Other work, kept under its own name without credit for the legs.
    Other,
}

impl Guess {
    /// Whether the person has to confirm or choose.
    pub fn asks(&self) -> bool {
        !matches!(self, Self::Certain(_))
    }

    /// The answer to fill in beforehand; none where the person has to choose.
    pub fn proposal(&self) -> Option<Decision> {
        match self {
            Self::Certain(id) | Self::Leg(Some(id)) => Some(Decision::Exercise(id.clone())),
            Self::Leg(None) => None,
            Self::Other => Some(Decision::Other),
        }
    }
}

/// Every name and alias of the catalogue in the spelling of `fold`: spelled once, asked at every answer.
static LISTED: LazyLock<Vec<(String, &'static Exercise)>> = LazyLock::new(|| {
    let of = |row: &'static Exercise| {
        let aliases = row.aliases.split(';').filter(|alias| !alias.is_empty());
        aliases.chain([row.name]).map(move |name| (fold(name), row))
    };
    CATALOGUE.iter().flat_map(of).collect()
});

/// The catalogue's names and aliases, made ready for many look-ups.
pub struct Resolver<'a> {
    app: App,
    own: &'a OwnExercises,
    listed: &'static [(String, &'static Exercise)],
}

impl<'a> Resolver<'a> {
    /// A resolver of one app's names, with what the person said before.
    ///
    /// ```
    /// use legwork::domain::exercise::{ExerciseId, OwnExercises};
    /// use legwork::exchange::{App, Guess, Resolver};
    /// let own = OwnExercises::default();
    /// let names = Resolver::new(App::Strong, &own);
    /// let squat = ExerciseId::parse("high-bar-back-squat").unwrap();
    /// assert_eq!(names.guess("Squat (Barbell)"), Guess::Certain(squat));
    /// assert_eq!(names.guess("Cable Kickback"), Guess::Leg(None)); // triceps or glutes? asked
    /// assert_eq!(names.guess("Triceps Extension"), Guess::Other);
    /// ```
    pub fn new(app: App, own: &'a OwnExercises) -> Self {
        Self { app, own, listed: &LISTED }
    }

    /// What a name seems to mean.
    pub fn guess(&self, name: &str) -> Guess {
        let remembered = self.own.names.get(&(self.app.key().to_owned(), name.to_owned()));
        if let Some(id) = remembered.filter(|id| known(self.own, id)) {
            return Guess::Certain(id.clone());
        }
        let folded = fold(name);
        if let Some(sided) = folded.strip_suffix(EACH_SIDE).filter(|_| self.app == App::FitNotes) {
            return self.one_sided(sided);
        }
        let elsewhere = self.app == App::Hevy && HEVY_OTHERWISE.contains(&folded.as_str());
        if elsewhere {
            return Guess::Leg(None);
        }
        if let Some(row) = self.row(&folded) {
            let id = ExerciseId::from(row);
            return if self.is_plain(name) { Guess::Certain(id) } else { Guess::Leg(Some(id)) };
        }
        // An exercise of their own with this name is a suggestion: the same words may mean another one there.
        if let Some(own) =
            self.own.list.values().find(|own| !own.credit.is_none() && fold(&own.name) == folded)
        {
            return Guess::Leg(Some(own.id.clone()));
        }
        by_words(&folded)
    }

    /// What a name seems to mean, with what the file says of it beside.
    pub(super) fn guess_of(&self, foreign: &ForeignName) -> Guess {
        if let Some(slug) = foreign.slug.as_ref().filter(|slug| known(self.own, slug)) {
            return Guess::Certain(slug.clone());
        }
        match self.guess(&foreign.name) {
            Guess::Other if foreign.legs => Guess::Leg(None),
            guess => guess,
        }
    }

    /// The exercise the catalogue lists under a spelling.
    pub(super) fn row(&self, folded: &str) -> Option<&'static Exercise> {
        self.listed.iter().find(|(listed, _)| listed == folded).map(|(_, row)| *row)
    }

    /// Whether a listed name means the same in this app: the list was gathered from Strong's names, and another
    /// app's are the same only where they say what the exercise is done with.
    fn is_plain(&self, name: &str) -> bool {
        matches!(self.app, App::Strong | App::Legwork) || name.contains(['(', ','])
    }

    /// A name that was said to count each side: the one-legged exercise of that name.
    fn one_sided(&self, folded: &str) -> Guess {
        match self.row(folded).filter(|row| row.unilateral) {
            Some(row) => Guess::Leg(Some(ExerciseId::from(row))),
            None => by_words(&format!("{folded} single")),
        }
    }
}

/// What FitNotes' names end in where reps count for each side, in the spelling of `fold`.
const EACH_SIDE: &str = " each side";

/// Hevy's names that mean another exercise than the same words elsewhere: its hack squat is done with a barbell,
/// and the other two without a load. Source: science, "Names".
const HEVY_OTHERWISE: [&str; 3] = ["hack squat", "hip thrust", "standing calf raise"];

fn by_words(folded: &str) -> Guess {
    match hint(folded) {
        Hint::Like(slug) => Guess::Leg(find(slug).map(ExerciseId::from)),
        Hint::Ask => Guess::Leg(None),
        Hint::Other => Guess::Other,
    }
}

/// Whether an exercise is built in or one of the person's own.
pub(super) fn known(own: &OwnExercises, id: &ExerciseId) -> bool {
    id.built_in().is_some() || own.list.contains_key(id)
}

/// The exercise without credit that stands for other work of this name, made if there is none yet: `own-` and
/// the name as a slug. A name whose slug is taken by another, or lost letters, gets a digest of the name added.
///
/// A file of our own says which slug it had: it is that again where that is free.
pub(super) fn other(
    own: &mut OwnExercises,
    name: &str,
    slug_before: Option<&ExerciseId>,
) -> Option<ExerciseId> {
    if let Some(id) = slug_before.filter(|id| id.as_str().starts_with("own-") && !known(own, id)) {
        own.list.insert(id.clone(), without_credit(id, name));
        return Some(id.clone());
    }
    let (plain, whole) = slug(name);
    let (plain, whole) =
        if plain.is_empty() { ("own".to_owned(), false) } else { (format!("own-{plain}"), whole) };
    let digest = digest(name);
    for attempt in 0_u32.. {
        let text = match attempt {
            0 if whole => plain.clone(),
            0 => continue,
            1 => format!("{plain}-{digest:08x}"),
            _ => format!("{plain}-{digest:08x}-{attempt}"),
        };
        let id = ExerciseId::parse(&text).ok()?;
        match own.list.get(&id) {
            Some(taken) if taken.name != name || !taken.credit.is_none() => {}
            Some(_) => return Some(id),
            None if id.built_in().is_some() => {}
            None => {
                own.list.insert(id.clone(), without_credit(&id, name));
                return Some(id);
            }
        }
    }
    None
}

fn without_credit(id: &ExerciseId, name: &str) -> CustomExercise {
    CustomExercise { id: id.clone(), name: name.to_owned(), credit: Credit::NONE, like: None, hidden: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_exercises_of_the_catalogue_share_a_spelling() {
        let own = OwnExercises::default();
        let names = Resolver::new(App::Strong, &own);
        for (spelling, row) in names.listed {
            let same: Vec<_> =
                names.listed.iter().filter(|(other, _)| other == spelling).map(|(_, r)| r.slug).collect();
            assert!(same.iter().all(|slug| *slug == row.slug), "{spelling}: {same:?}");
        }
    }

    #[test]
    fn what_was_answered_before_is_not_asked_again() {
        let mut own = OwnExercises::default();
        let id = other(&mut own, "Lower Back", None).unwrap();
        own.names.insert(("strong".into(), "Lower Back".into()), id.clone());
        assert_eq!(Resolver::new(App::Strong, &own).guess("Lower Back"), Guess::Certain(id.clone()));
        own.list.remove(&id);
        assert_eq!(Resolver::new(App::Strong, &own).guess("Lower Back"), Guess::Leg(None));
    }

    #[test]
    fn a_name_without_plain_letters_is_the_same_exercise_on_every_device() {
        let names = ["スクワット", "カーフレイズ"];
        let (mut here, mut there) = (OwnExercises::default(), OwnExercises::default());
        let mine = names.map(|name| other(&mut here, name, None).unwrap());
        let [second, first] = [names[1], names[0]].map(|name| other(&mut there, name, None).unwrap());
        assert!(mine[0] != mine[1]);
        assert_eq!(mine, [first, second]);
    }

    #[test]
    fn different_names_never_share_an_exercise_and_the_same_name_always_does() {
        let mut own = OwnExercises::default();
        let names = [
            "Pull Up",
            "Pull-Up",
            "pull up",
            "Pull Up!",
            "スクワット",
            "腕立て伏せ",
            "?",
            "",
            "45 back extension",
        ];
        let mut ids: Vec<_> = names.iter().map(|name| other(&mut own, name, None).unwrap()).collect();
        let again: Vec<_> = names.iter().map(|name| other(&mut own, name, None).unwrap()).collect();
        assert_eq!(ids, again);
        assert_eq!(ids[0].as_str(), "own-pull-up");
        assert!(ids.iter().all(|id| id.as_str().starts_with("own-")));
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), names.len());
    }

    #[test]
    fn other_work_never_takes_over_an_exercise_that_gives_credit() {
        let mut own = OwnExercises::default();
        let id = ExerciseId::parse("own-sled").unwrap();
        let credit = find("leg-press-45").unwrap().credit;
        own.list.insert(
            id.clone(),
            CustomExercise { id: id.clone(), name: "Sled".into(), credit, like: None, hidden: false },
        );
        assert_eq!(Resolver::new(App::Strong, &own).guess("sled"), Guess::Leg(Some(id.clone())));
        let made = other(&mut own, "Sled", None).unwrap();
        assert!(made != id && own.credit(&made).is_none());
    }

    #[test]
    fn the_same_words_mean_something_else_in_another_app() {
        let own = OwnExercises::default();
        let id = |slug| ExerciseId::from(find(slug).unwrap());
        let (hevy, notes) = (Resolver::new(App::Hevy, &own), Resolver::new(App::FitNotes, &own));
        for name in ["Hack Squat", "Hip Thrust", "Standing Calf Raise"] {
            assert_eq!(hevy.guess(name), Guess::Leg(None), "{name}");
        }
        assert_eq!(hevy.guess("Squat (Barbell)"), Guess::Certain(id("high-bar-back-squat")));
        assert_eq!(hevy.guess("Bulgarian Split Squat"), Guess::Leg(Some(id("bulgarian-split-squat"))));
        assert_eq!(notes.guess("Hip Thrust"), Guess::Leg(Some(id("hip-thrust"))));
        assert_eq!(notes.guess("Leg Press (Each Side)"), Guess::Leg(Some(id("single-leg-press"))));
        assert_eq!(notes.guess("Step Up (Each Side)"), Guess::Leg(Some(id("step-up"))));
        assert_eq!(notes.guess("Cable Row (Each Side)"), Guess::Other);
        let liftosaur = Resolver::new(App::Liftosaur, &own);
        assert_eq!(liftosaur.guess("Squat, Barbell"), Guess::Certain(id("high-bar-back-squat")));
    }
}
