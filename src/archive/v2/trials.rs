//! Calibration sets in schema 2: rows of day, movement pattern, half reps in reserve that were said, and the
//! reps done after that.

use super::words::{Word, word_in};
use super::{day_in, within};
use crate::archive::tree::{Read, Tree, each};
use crate::domain::training::calibration::Trial;

/// To the tree.
pub fn trials_out(trials: &[Trial]) -> Tree {
    Tree::list(trials.iter().map(|trial| {
        Tree::List(vec![
            trial.day.to_string().into(),
            trial.pattern.stored(),
            trial.claimed.get().into(),
            trial.further.into(),
        ])
    }))
}

/// From the tree.
pub fn trials_in(tree: &Tree) -> Read<Vec<Trial>> {
    each(tree, |trial| {
        let [day, pattern, claimed, further] = trial.row()?;
        Ok(Trial {
            day: day_in(day)?,
            pattern: word_in(pattern)?,
            claimed: within(claimed)?,
            further: further.small()?,
        })
    })
}
