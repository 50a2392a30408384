//! What a foreign log holds, counted before anything is taken over; it changes nothing and knows no words.

use super::foreign::{App, DistanceUnit, ForeignLog, ForeignSet};
use super::names::{Decision, Guess, Resolver};
use super::refusal::Refused;
use super::text::Encoding;
use crate::domain::calendar::Day;
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::ordered::{OrderedMap, sort_by_key};
use crate::domain::settings::MassUnit;
use crate::domain::training::SetKind;

/// What the person answered so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// The unit of weights that name none.
    pub weight: Option<MassUnit>,
    /// The unit of distances that name none.
    pub distance: Option<DistanceUnit>,
    /// What names mean.
    pub names: OrderedMap<String, Decision>,
}

/// What a foreign log holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// Whose file it is.
    pub app: App,
    /// Data rows of the file: the sum of the next five and the refused, less `repeats`.
    pub rows: usize,
    /// Sets that a row stands for beyond its first, as in "3 sets of 10".
    pub repeats: usize,
    /// Working sets, of the legs or not.
    pub sets: usize,
    /// Warm-up sets: kept, never counted.
    pub warm_ups: usize,
    /// Rows that say how long a rest was: not kept.
    pub rest_rows: usize,
    /// Rows that only hold a remark: kept with the exercise.
    pub note_rows: usize,
    /// Rows that are not taken over, by line.
    pub refused: Vec<Refused>,
    /// Sessions.
    pub sessions: usize,
    /// Those of `sets` that count for the legs as far as answered, guessed where not.
    pub leg_sets: usize,
    /// Remarks that are longer than a note can be, and are cut.
    pub notes_cut: usize,
    /// Every name with what it seems to mean: first what has to be chosen, then suggestions, then other work,
    /// then what is certain; the most frequent first.
    pub names: Vec<FoundName>,
    /// The day of the first session.
    pub first: Option<Day>,
    /// The day of the last session.
    pub last: Option<Day>,
    /// The unit of the weights.
    pub unit: UnitFound,
    /// How many sets have a distance without a unit; more than none: ask.
    pub distances_asked: usize,
    /// How the bytes were read.
    pub encoding: Encoding,
}

/// An exercise name of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundName {
    /// The name as written there.
    pub name: String,
    /// How many sets carry it, warm-ups included.
    pub rows: usize,
    /// What it seems to mean.
    pub guess: Guess,
}

/// What a file says about the unit of its weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitFound {
    /// Every weight is in kilograms.
    Kilograms,
    /// Every weight is in pounds.
    Pounds,
    /// Each row says which.
    Mixed,
    /// There is no weight at all.
    NotNeeded,
    /// This many weights name no unit: the person has to say.
    Ask {
        /// How many.
        sets: usize,
    },
}

/// How many rows of the file are accounted for: all of them, or something was lost.
pub fn accounted(preview: &Preview) -> usize {
    let taken = preview.sets + preview.warm_ups - preview.repeats;
    taken + preview.rest_rows + preview.note_rows + preview.refused.len()
}

impl Preview {
    /// The names the person has to confirm or choose.
    pub fn asked(&self) -> impl Iterator<Item = &FoundName> {
        self.names.iter().filter(|found| found.guess.asks())
    }

    /// The answers to fill the list in with: every suggestion, and "other" for what says nothing of legs.
    pub fn proposals(&self) -> OrderedMap<String, Decision> {
        self.asked().filter_map(|found| Some((found.name.clone(), found.guess.proposal()?))).collect()
    }
}

impl ForeignLog {
    /// Counts what the log holds, by what was answered so far.
    pub fn preview(&self, own: &OwnExercises, answers: &Answers) -> Preview {
        let resolver = Resolver::new(self.app, own);
        let guesses: Vec<Guess> = self.names.iter().map(|name| resolver.guess_of(name)).collect();
        let legs: Vec<bool> = self
            .names
            .iter()
            .zip(&guesses)
            .map(|(name, guess)| is_leg(own, answers.names.get(&name.name), guess))
            .collect();
        let mut preview = Preview {
            app: self.app,
            rows: self.rows,
            repeats: 0,
            sets: 0,
            warm_ups: 0,
            rest_rows: self.rest_rows,
            note_rows: self.note_rows,
            refused: self.refused.clone(),
            sessions: 0,
            leg_sets: 0,
            notes_cut: self.notes_cut,
            names: Vec::new(),
            first: None,
            last: None,
            unit: UnitFound::NotNeeded,
            distances_asked: 0,
            encoding: self.encoding,
        };
        let mut rows = vec![0_usize; self.names.len()];
        let mut units = Units::default();
        for session in &self.sessions {
            let mut kept = session.has_note();
            for work in &session.work {
                for set in &work.sets {
                    if let Err(reason) = set.load(answers.weight).and(set.done(answers.distance)) {
                        preview.refused.push(Refused { line: set.line, reason });
                        continue;
                    }
                    kept = true;
                    let times = set.times as usize;
                    preview.repeats += times - 1;
                    units.see(set);
                    preview.distances_asked += usize::from(set.asks_distance());
                    if let Some(rows) = rows.get_mut(work.name) {
                        *rows += times;
                    }
                    if set.kind == SetKind::WarmUp {
                        preview.warm_ups += times;
                    } else {
                        preview.sets += times;
                        let leg = legs.get(work.name).copied().unwrap_or(false);
                        preview.leg_sets += if leg { times } else { 0 };
                    }
                }
            }
            if kept {
                preview.sessions += 1;
                preview.first = Some(preview.first.map_or(session.at.day, |first| first.min(session.at.day)));
                preview.last = preview.last.max(Some(session.at.day));
            }
        }
        sort_by_key(&mut preview.refused, |refused| refused.line);
        preview.unit = units.found();
        for ((name, guess), rows) in self.names.iter().zip(guesses).zip(rows) {
            if rows > 0 {
                preview.names.push(FoundName { name: name.name.clone(), rows, guess });
            }
        }
        sort_by_key(&mut preview.names, |found| {
            let class = match found.guess {
                Guess::Leg(None) => 0_u8,
                Guess::Leg(Some(_)) => 1,
                Guess::Other => 2,
                Guess::Certain(_) => 3,
            };
            (class, std::cmp::Reverse(found.rows))
        });
        preview
    }
}

/// The units seen so far.
#[derive(Default)]
struct Units {
    kilograms: usize,
    pounds: usize,
    none: usize,
}

impl Units {
    fn see(&mut self, set: &ForeignSet) {
        if set.asks_weight() {
            self.none += 1;
        } else if set.weight > 0.0 {
            match set.unit {
                Some(MassUnit::Kilograms) => self.kilograms += 1,
                Some(MassUnit::Pounds) => self.pounds += 1,
                None => {}
            }
        }
    }

    fn found(&self) -> UnitFound {
        match (self.none, self.kilograms, self.pounds) {
            (0, 0, 0) => UnitFound::NotNeeded,
            (0, _, 0) => UnitFound::Kilograms,
            (0, 0, _) => UnitFound::Pounds,
            (0, ..) => UnitFound::Mixed,
            (sets, ..) => UnitFound::Ask { sets },
        }
    }
}

fn is_leg(own: &OwnExercises, decision: Option<&Decision>, guess: &Guess) -> bool {
    let credited = |id: &ExerciseId| !own.credit(id).is_none();
    match (decision, guess) {
        (Some(Decision::Exercise(id)), _) | (None, Guess::Certain(id)) => credited(id),
        (Some(Decision::Other), _) | (None, Guess::Other) => false,
        (None, Guess::Leg(_)) => true,
    }
}
