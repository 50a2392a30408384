//! What calibration sets said follows their sets: changed or gone with them, and back with them.

use crate::app::documents::Documents;
use crate::app::notice::Undo;
use crate::domain::calendar::Day;
use crate::domain::exercise::ExerciseId;
use crate::domain::logbook::Logbook;
use crate::domain::training::SetEntry;
use crate::domain::training::calibration::retract;
use crate::storage::DocKey;
use std::sync::Arc;

/// A set of an exercise, and what it is now; nothing where it is gone.
pub(in crate::app::actions) type Changed = (ExerciseId, SetEntry, Option<SetEntry>);

/// Lets the calibration sets follow what was done to the sets of a day; what is returned takes back both.
pub(in crate::app::actions) fn follow(docs: Documents, day: Day, changes: &[Changed], undo: Undo) -> Undo {
    let before = docs.trials().get_untracked();
    let mut after = before.clone();
    for (exercise, old, new) in changes {
        retract(&mut after, day, exercise, old, new.as_ref());
    }
    if after == before {
        return undo;
    }
    let put = |book: &mut Logbook, from: &[_], to: &[_]| {
        // Changed elsewhere meanwhile: that stays.
        if book.trials == from {
            book.trials = to.to_vec();
        }
    };
    let kept = docs.transact(&[DocKey::Trials], &mut |book| {
        put(book, &before, &after);
        Ok(())
    });
    if kept.is_err() {
        return undo;
    }
    let Undo { mut keys, back } = undo;
    keys.push(DocKey::Trials);
    let back = Arc::new(move |book: &mut Logbook| {
        back(book);
        put(book, &after, &before);
    });
    Undo { keys, back }
}
