//! What was chosen of eating: formula, surplus, protein, hours, own meals, and targets that were accepted.

use crate::app::documents::Documents;
use crate::app::notice::{Said, Undo};
use crate::app::transaction::ActionError;
use crate::domain::logbook::Logbook;
use crate::domain::nutrition::diet::{Diet, TargetMove, maintenance_for, targets_with};
use crate::domain::nutrition::rising::{followed, targets_on};
use crate::domain::units::Kcal;
use crate::storage::DocKey;
use std::sync::Arc;

/// Changes what is chosen. A choice that the rules refuse is not taken: the page says why beforehand.
///
/// # Errors
/// [`ActionError::NotPossible`] where the choice cannot be, or `change` says so; nothing has changed then.
pub fn change_diet(
    docs: Documents,
    change: &mut dyn FnMut(&mut Diet) -> Result<(), ActionError>,
) -> Result<(), ActionError> {
    let today = docs.now().day;
    let mut old = Diet::default();
    docs.transact(&[DocKey::Diet], &mut |book| {
        let mut diet = book.diet.clone();
        change(&mut diet)?;
        if let Some(profile) = &book.profile
            && diet.choices() != book.diet.choices()
        {
            let of =
                |diet: &Diet| targets_with(profile, &book.safety, book.body.weight_on(today), today, diet);
            let ((before, _), (after, bad)) = (of(&book.diet), of(&diet));
            if bad.is_some() {
                return Err(ActionError::NotPossible);
            }
            if let (Ok(before), Ok(after)) = (before, after) {
                diet.note_move(today, before.energy_kcal(), after.energy_kcal());
            }
        }
        old = std::mem::replace(&mut book.diet, diet);
        Ok(())
    })?;
    let back = Arc::new(move |book: &mut Logbook| book.diet.clone_from(&old));
    docs.say(Said::DietChanged, Some(Undo { keys: vec![DocKey::Diet], back }));
    Ok(())
}

/// Follows a proposed target from today on.
///
/// # Errors
/// [`ActionError::NotPossible`] where the rules do not allow it, [`ActionError::Gone`] without a profile.
pub fn accept_target(docs: Documents, to: Kcal) -> Result<(), ActionError> {
    let today = docs.now().day;
    let mut old = Diet::default();
    docs.transact(&[DocKey::Diet], &mut |book| {
        let profile = book.profile.as_ref().ok_or(ActionError::Gone)?;
        let weighed = book.body.weight_on(today);
        let (targets, _) = targets_on(profile, &book.safety, &book.body, today, &book.diet);
        let from = targets.map_err(|_| ActionError::Forbidden)?.energy_kcal();
        let energy = f64::from(to.get());
        let followed = followed(&book.diet, &book.body, today);
        let maintenance = maintenance_for(profile, &book.safety, weighed, today, &followed, energy);
        let maintenance = maintenance.ok_or(ActionError::NotPossible)?;
        old.clone_from(&book.diet);
        book.diet.maintenance = Some(maintenance);
        book.diet.moves.push(TargetMove { day: today, from, to });
        Ok(())
    })?;
    let back = Arc::new(move |book: &mut Logbook| book.diet.clone_from(&old));
    docs.say(Said::TargetMoved, Some(Undo { keys: vec![DocKey::Diet], back }));
    Ok(())
}
