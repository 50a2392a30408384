//! The best that was done of an exercise, and what of it a session broke; a first time breaks nothing.

use super::session::{Session, SetEntry, SetKind};
use super::{TrainingLog, strength};
use crate::domain::exercise::ExerciseId;
use crate::domain::id::SessionId;
use crate::domain::units::{Kg, Reps};

/// The best of an exercise so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Records {
    /// The heaviest load and its most reps.
    pub load: Option<(Kg, Reps)>,
    /// The most reps at each load, in no order.
    pub reps: Vec<(Kg, Reps)>,
    /// The best estimated one-rep max from stated effort.
    pub strength: Option<Kg>,
}

/// A record that was broken, with what stood before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// More weight than ever.
    Load {
        /// The load.
        load: Kg,
        /// The heaviest before.
        before: Kg,
    },
    /// More reps than ever at a load that was used before.
    Reps {
        /// The load.
        load: Kg,
        /// The reps.
        reps: Reps,
        /// The most before.
        before: Reps,
    },
    /// A higher estimated one-rep max.
    Strength {
        /// The estimate.
        estimate: Kg,
        /// The best before.
        before: Kg,
    },
}

/// The records of an exercise over a whole log, without one session: the one that is asked about.
///
/// ```
/// use legwork::domain::exercise::ExerciseId;
/// use legwork::domain::training::{TrainingLog, records::{Records, records}};
/// let nothing = records(&TrainingLog::default(), &ExerciseId::parse("leg-extension").unwrap(), None);
/// assert_eq!(nothing, Records::default());
/// ```
pub fn records(log: &TrainingLog, exercise: &ExerciseId, without: Option<SessionId>) -> Records {
    let mut best = Records::default();
    for session in log.sessions().filter(|session| Some(session.id) != without) {
        for work in session.exercises.iter().filter(|work| work.exercise == *exercise) {
            for set in &work.sets {
                best.take(set);
            }
        }
    }
    best
}

/// The records that stood when a session began: what was done before it, whenever it was written down.
pub fn standing_before(log: &TrainingLog, exercise: &ExerciseId, session: &Session) -> Records {
    let mut best = Records::default();
    let began = (session.day, session.started_at);
    // A whole month that came later is passed over.
    for month in log.months().range(..=session.day.month()).map(|(_, month)| month) {
        for other in month.sessions.values() {
            if other.id == session.id || (other.day, other.started_at) >= began {
                continue;
            }
            for work in other.exercises.iter().filter(|work| work.exercise == *exercise) {
                for set in &work.sets {
                    best.take(set);
                }
            }
        }
    }
    best
}

impl Records {
    /// Takes a set in, where it is a working set with reps.
    ///
    /// ```
    /// use legwork::domain::training::{Effort, SetEntry, records::Records};
    /// use legwork::domain::units::{Kg, Reps, Rir};
    /// let set = |kg, reps| SetEntry::work(Kg::from_kg(kg).unwrap(), Reps::try_new(reps).unwrap(), Effort::default());
    /// let mut best = Records::default();
    /// best.take(&set(100.0, 5));
    /// best.take(&set(80.0, 9));
    /// assert_eq!(best.load.map(|(load, reps)| (load.kg(), reps.get())), Some((100.0, 5)));
    /// ```
    pub fn take(&mut self, set: &SetEntry) {
        let Some((load, reps)) = counted(set) else { return };
        self.load = self.load.max(Some((load, reps)));
        match self.reps.iter_mut().find(|(known, _)| *known == load) {
            Some((_, most)) => *most = reps.max(*most),
            None => self.reps.push((load, reps)),
        }
        self.strength = self.strength.max(vouched(set));
    }

    /// What these sets break. Estimates are for adults (science E): others pass `strength: false`.
    ///
    /// ```
    /// use legwork::domain::training::{Effort, SetEntry, records::{Record, Records}};
    /// use legwork::domain::units::{Kg, Reps};
    /// let set = |kg, reps| SetEntry::work(Kg::from_kg(kg).unwrap(), Reps::try_new(reps).unwrap(), Effort::default());
    /// let mut best = Records::default();
    /// assert_eq!(best.broken(&[set(100.0, 5)], true), []);
    /// best.take(&set(100.0, 5));
    /// let list = best.broken(&[set(100.0, 6), set(100.0, 4)], false);
    /// let (load, reps) = (Kg::from_kg(100.0).unwrap(), |n| Reps::try_new(n).unwrap());
    /// assert_eq!(list, [Record::Reps { load, reps: reps(6), before: reps(5) }]);
    /// ```
    pub fn broken(&self, sets: &[SetEntry], strength: bool) -> Vec<Record> {
        let mut list = Vec::new();
        let mut now = Self::default();
        for set in sets {
            now.take(set);
        }
        if let (Some((load, _)), Some((before, _))) = (now.load, self.load)
            && load > before
        {
            list.push(Record::Load { load, before });
        }
        for (load, reps) in &now.reps {
            let before = self.reps.iter().find(|(known, _)| known == load).map(|(_, most)| *most);
            if let Some(before) = before
                && *reps > before
            {
                list.push(Record::Reps { load: *load, reps: *reps, before });
            }
        }
        if let (true, Some(estimate), Some(before)) = (strength, now.strength, self.strength)
            && estimate > before
        {
            list.push(Record::Strength { estimate, before });
        }
        list
    }
}

fn counted(set: &SetEntry) -> Option<(Kg, Reps)> {
    (set.kind == SetKind::Work).then(|| set.reps().map(|reps| (set.load, reps)))?
}

/// The estimate of a set whose effort is the person's own word: a prefilled one proves nothing, and counts as
/// none left.
fn vouched(set: &SetEntry) -> Option<Kg> {
    if set.effort.confirmed {
        return strength::estimate(set);
    }
    let mut bare = set.clone();
    bare.effort.rir = None;
    strength::estimate(&bare)
}
