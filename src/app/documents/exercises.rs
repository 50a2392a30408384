//! What the documents know of an exercise: its name, what it is like, and what it is loaded with.

use super::Documents;
use crate::domain::exercise::{Exercise, ExerciseId, Kit};
use crate::domain::training::loading::Inventory;

impl Documents {
    /// What there is to load with, the usual where the person did not say, and the things they train with; once.
    /// Everything that steps, rounds or advises goes by it.
    pub fn iron(self) -> (Inventory, Kit) {
        let unit = self.settings().with_untracked(|settings| settings.mass);
        let gym = self.gym().with_untracked(|gym| Inventory::known(gym.as_ref(), unit));
        (gym, self.profile().with_untracked(|profile| profile.as_ref().map_or(Kit::GYM, |p| p.kit)))
    }

    /// The exercise of the catalogue that an exercise is, or is like; once.
    pub fn exercise_row(self, id: &ExerciseId) -> Option<&'static Exercise> {
        self.exercises().with_untracked(|own| own.row(id))
    }

    /// The name of an exercise; reactive.
    pub fn exercise_name(self, id: &ExerciseId) -> String {
        match id.built_in() {
            Some(row) => row.name.to_owned(),
            None => self.exercises().with(|own| own.name(id).to_owned()),
        }
    }
}
