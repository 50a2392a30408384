//! What a person has to load with: plates, and how single things hold their load.

use crate::app::documents::Documents;
use crate::app::notice::{Said, Undo};
use crate::app::transaction::ActionError;
use crate::domain::exercise::Item;
use crate::domain::logbook::Logbook;
use crate::domain::training::loading::{Inventory, Means, PlatePairs};
use crate::storage::DocKey;
use std::sync::Arc;

/// Keeps the plates there are.
///
/// # Errors
/// None today; the type is that of every action.
pub fn set_plates(docs: Documents, plates: &[PlatePairs]) -> Result<(), ActionError> {
    change(docs, &|gym| gym.plates = plates.to_vec())
}

/// Keeps how a thing holds its load; `None` takes the usual again.
///
/// # Errors
/// None today; the type is that of every action.
pub fn set_means(docs: Documents, item: Item, means: Option<&Means>) -> Result<(), ActionError> {
    change(docs, &|gym| gym.say(item, means.cloned()))
}

/// Takes the usual for everything.
///
/// # Errors
/// None today; the type is that of every action.
pub fn usual_gym(docs: Documents) -> Result<(), ActionError> {
    change(docs, &|gym| *gym = Inventory::usual(gym.unit))
}

fn change(docs: Documents, change: &dyn Fn(&mut Inventory)) -> Result<(), ActionError> {
    let mut old = None;
    docs.transact(&[DocKey::Gym], &mut |book| {
        old.clone_from(&book.gym);
        let unit = book.settings.mass;
        let mut gym = book.gym.take().unwrap_or_else(|| Inventory::usual(unit));
        change(&mut gym);
        // Nothing but the usual is nothing said: it follows the unit of the settings.
        book.gym = Some(gym).filter(|gym| *gym != Inventory::usual(gym.unit));
        Ok(())
    })?;
    let back = Arc::new(move |book: &mut Logbook| book.gym.clone_from(&old));
    docs.say(Said::GymSaved, Some(Undo { keys: vec![DocKey::Gym], back }));
    Ok(())
}
