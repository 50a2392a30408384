//! A person's own exercise as they describe it: what makes a description good enough. It does not know where
//! it is planned or kept.

use super::{CATALOGUE, CustomExercise, ExerciseId, OwnExercises};
use crate::domain::anatomy::Credit;

/// The longest name, in characters.
pub const NAME_MAX: usize = 60;

/// What is wrong with a description.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OwnProblem {
    /// It has no name.
    #[error("no name")]
    NoName,
    /// The name is longer than [`NAME_MAX`].
    #[error("the name is too long")]
    NameTooLong,
    /// Another exercise has this name.
    #[error("the name is taken")]
    NameTaken,
    /// It trains nothing.
    #[error("no muscle")]
    NoMuscle,
}

impl OwnExercises {
    /// The exercise that a name and its muscles describe: a new one, or the one of `id` described anew.
    ///
    /// # Errors
    /// [`OwnProblem`]: the first thing that is wrong.
    ///
    /// ```
    /// use legwork::domain::anatomy::{Credit, Function};
    /// use legwork::domain::exercise::{OwnExercises, OwnProblem};
    /// let (own, quads) = (OwnExercises::default(), Credit::of(&[(Function::Vasti, 2)]));
    /// let sissy = own.describe(None, "  Sissy squat with a belt ", quads).unwrap();
    /// assert_eq!((sissy.name.as_str(), sissy.id.as_str()), ("Sissy squat with a belt", "own-sissy-squat-with-a-belt"));
    /// assert_eq!(own.describe(None, " ", quads), Err(OwnProblem::NoName));
    /// assert_eq!(own.describe(None, "Sled drag", Credit::NONE), Err(OwnProblem::NoMuscle));
    /// assert_eq!(own.describe(None, "leg EXTENSION", quads), Err(OwnProblem::NameTaken));
    /// ```
    pub fn describe(
        &self,
        id: Option<&ExerciseId>,
        name: &str,
        credit: Credit,
    ) -> Result<CustomExercise, OwnProblem> {
        let name: String = name.trim().chars().filter(|char| !char.is_control()).collect();
        if name.is_empty() {
            return Err(OwnProblem::NoName);
        }
        if name.chars().count() > NAME_MAX {
            return Err(OwnProblem::NameTooLong);
        }
        let own = self.list.values().filter(|one| Some(&one.id) != id).map(|one| one.name.as_str());
        if CATALOGUE.iter().map(|row| row.name).chain(own).any(|known| known.eq_ignore_ascii_case(&name)) {
            return Err(OwnProblem::NameTaken);
        }
        if credit.is_none() {
            return Err(OwnProblem::NoMuscle);
        }
        let id = id.cloned().or_else(|| self.unused(&name)).ok_or(OwnProblem::NameTaken)?;
        let known = self.list.get(&id);
        let (like, hidden) = (known.and_then(|known| known.like.clone()), known.is_some_and(|k| k.hidden));
        Ok(CustomExercise { id, name, credit, like, hidden })
    }

    /// A slug from a name that no exercise has.
    fn unused(&self, name: &str) -> Option<ExerciseId> {
        let mut slug = String::from("own");
        for char in name.chars() {
            if char.is_ascii_alphanumeric() {
                if slug.len() == 3 {
                    slug.push('-');
                }
                slug.push(char.to_ascii_lowercase());
            } else if slug.len() > 3 && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        let slug = slug.trim_end_matches('-');
        let mut number = 1_usize;
        loop {
            let text = if number == 1 { slug.to_owned() } else { format!("{slug}-{number}") };
            let id = ExerciseId::parse(&text).ok()?;
            if id.built_in().is_none() && !self.list.contains_key(&id) {
                return Some(id);
            }
            number += 1;
        }
    }

    /// Every exercise in whose names each word of `search` stands, the person's own before the catalogue's, each by
    /// name; other apps' names for it count too, and come last.
    ///
    /// ```
    /// use legwork::domain::anatomy::{Credit, Function};
    /// use legwork::domain::exercise::{CATALOGUE, OwnExercises};
    /// let mut own = OwnExercises::default();
    /// assert_eq!(own.named("").len(), CATALOGUE.len());
    /// let press = own.describe(None, "Sled press", Credit::of(&[(Function::Vasti, 2)])).unwrap();
    /// own.list.insert(press.id.clone(), press);
    /// let found = own.named(" PRESS leg");
    /// assert!(found.iter().any(|(id, _)| id.as_str() == "leg-press-45") && found.len() < 10);
    /// assert_eq!(own.named("press")[0].1, "Sled press");
    /// ```
    pub fn named(&self, search: &str) -> Vec<(ExerciseId, &str)> {
        let lower = search.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let fits = |names: &str| {
            let names = names.to_lowercase();
            words.iter().all(|word| names.contains(word))
        };
        let own = self.trainable().into_iter().filter(|one| fits(&one.name));
        let mut found: Vec<(ExerciseId, &str)> = own.map(|one| (one.id.clone(), one.name.as_str())).collect();
        let mut rows: Vec<_> = CATALOGUE
            .iter()
            .filter(|row| fits(row.name) || fits(&format!("{} {}", row.name, row.aliases)))
            .collect();
        crate::domain::ordered::sort_by_key(&mut rows, |row| (!fits(row.name), row.name));
        found.extend(rows.into_iter().map(|row| (row.into(), row.name)));
        found
    }

    /// Those that train a leg and are not hidden, by name: what can be planned.
    pub fn trainable(&self) -> Vec<&CustomExercise> {
        let mut list: Vec<&CustomExercise> =
            self.list.values().filter(|own| !own.hidden && !own.credit.is_none()).collect();
        crate::domain::ordered::sort_by_key(&mut list, |own| own.name.to_ascii_lowercase());
        list
    }
}
