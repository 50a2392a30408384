//! Who alternates with whom in a session, kept while its exercises come, go and move.

use crate::domain::plan::{PlannedSession, Prescription};

/// Lets an exercise alternate with another or with none; whoever they alternated with stands alone.
pub(super) fn pair(session: &mut PlannedSession, at: usize, to: Option<usize>) {
    let both = [Some(at), to];
    for (place, one) in session.exercises.iter_mut().enumerate() {
        let partner = one.paired_with.map(usize::from);
        let fresh = if place == at {
            to
        } else if Some(place) == to {
            Some(at)
        } else {
            partner.filter(|_| !both.contains(&partner))
        };
        one.paired_with = fresh.and_then(|place| u8::try_from(place).ok());
    }
}

/// Changes the order or the members of a session and keeps who alternates with whom. Each member carries its
/// old place; one without (`usize::MAX`) alternates with nobody.
pub(super) fn rearrange(session: &mut PlannedSession, change: impl FnOnce(&mut Vec<(usize, Prescription)>)) {
    let mut list: Vec<(usize, Prescription)> = session.exercises.drain(..).enumerate().collect();
    change(&mut list);
    let places: Vec<usize> = list.iter().map(|(old, _)| *old).collect();
    session.exercises = list
        .into_iter()
        .map(|(old, mut one)| {
            let partner = one.paired_with.filter(|_| old != usize::MAX).map(usize::from);
            one.paired_with =
                partner.and_then(|old| u8::try_from(places.iter().position(|place| *place == old)?).ok());
            one
        })
        .collect();
}
