//! A running session cut short: what it asks for then, and what that loses; nothing is changed here.

use crate::domain::anatomy::Tally;
use crate::domain::athlete::Profile;
use crate::domain::exercise::OwnExercises;
use crate::domain::plan::Prescription;
use crate::domain::training::draft::Draft;
use crate::domain::training::trim::{Remaining, Trim, trim};
use crate::domain::units::Minutes;

/// A running session cut short.
#[derive(Debug, Clone, PartialEq)]
pub struct Cut {
    /// The exercises that lose sets.
    pub asks: Vec<Asked>,
    /// What that comes to.
    pub trim: Trim,
}

/// An exercise with fewer sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Where it stands.
    pub place: usize,
    /// The sets asked for now.
    pub sets: u8,
    /// The sets it loses.
    pub dropped: u8,
}

impl Draft {
    /// Cuts what is left to so many minutes: the sets to ask of each planned exercise by its place, and what
    /// that loses. `week` is what the week gives without this session's open sets.
    pub fn cut(&self, time: Minutes, week: &Tally, profile: &Profile, own: &OwnExercises) -> Cut {
        let mut places: Vec<usize> = Vec::new();
        let mut planned: Vec<Prescription> = Vec::new();
        let mut done: Vec<u8> = Vec::new();
        for (place, one) in self.exercises.iter().enumerate() {
            if let Some(asked) = &one.planned {
                places.push(place);
                planned.push(asked.clone());
                done.push(u8::try_from(one.work_sets()).unwrap_or(u8::MAX));
            }
        }
        for one in &mut planned {
            let partner = one.paired_with.map(usize::from);
            let at = partner.and_then(|partner| places.iter().position(|place| *place == partner));
            one.paired_with = at.and_then(|at| u8::try_from(at).ok());
        }
        let rest: Vec<Remaining<'_>> =
            planned.iter().zip(&done).map(|(planned, done)| Remaining { planned, done: *done }).collect();
        let trim = trim(&rest, time, week, profile, own);
        let mut asks = Vec::new();
        for ((place, done), (left, dropped)) in
            places.iter().zip(&done).zip(trim.left.iter().zip(&trim.dropped))
        {
            if *dropped > 0 {
                asks.push(Asked { place: *place, sets: done.saturating_add(*left), dropped: *dropped });
            }
        }
        Cut { asks, trim }
    }
}
