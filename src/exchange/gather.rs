//! The rows of a foreign file gathered into sessions, each row into its bin; it does not know how a row was read.

use super::foreign::{App, ForeignLog, ForeignName, ForeignSession, ForeignWork, Place, Row, What};
use super::refusal::{Reason, Refused};
use super::text::Encoding;
use crate::domain::training::NOTE_MAX;
use std::collections::HashMap;

/// More different names than this is no person's log.
const NAMES_MAX: usize = 2000;

impl ForeignLog {
    pub(super) fn new(app: App, encoding: Encoding) -> Self {
        Self {
            app,
            encoding,
            rows: 0,
            rest_rows: 0,
            note_rows: 0,
            notes_cut: 0,
            refused: Vec::new(),
            sessions: Vec::new(),
            names: Vec::new(),
            session_at: HashMap::new(),
            name_at: HashMap::new(),
            current: 0,
            forwards: 0,
        }
    }

    /// Takes a row that was not understood.
    pub(super) fn refuse(&mut self, line: u32, reason: Reason) {
        self.rows += 1;
        self.refused.push(Refused { line, reason });
    }

    /// Takes a row into its bin.
    pub(super) fn take(&mut self, line: u32, row: Row<'_>) {
        let (place, what) = match row {
            Row::Rest => {
                self.rows += 1;
                self.rest_rows += 1;
                return;
            }
            Row::Of(place, what) => (place, what),
        };
        let name = if place.exercise.is_empty() { None } else { self.name_of(&place) };
        if name.is_none() && !place.exercise.is_empty() {
            return self.refuse(line, Reason::TooManyNames);
        }
        self.rows += 1;
        let scatters = self.app.scatters();
        let at = self.session_of(&place);
        let Some(session) = self.sessions.get_mut(at) else { return };
        session.lasted = session.lasted.or(place.lasted);
        let mut cut = append(&mut session.note, place.workout_note);
        let note = match what {
            Note(note) => note,
            Set(_, note) => note,
        };
        match name {
            Some(name) => {
                let belongs = |work: &ForeignWork| work.name == name && work.number == place.number;
                let known = match session.work.last() {
                    Some(last) if belongs(last) => Some(session.work.len() - 1),
                    _ if scatters => session.work.iter().position(belongs),
                    _ => None,
                };
                let known = known.unwrap_or(session.work.len());
                if known == session.work.len() {
                    let (number, pain) = (place.number, place.pain);
                    session.work.push(ForeignWork {
                        name,
                        number,
                        note: String::new(),
                        pain,
                        sets: Vec::new(),
                    });
                }
                if let Some(work) = session.work.get_mut(known) {
                    cut |= append(&mut work.note, note);
                    if let Set(set, _) = what {
                        work.sets.push(set);
                    }
                }
            }
            None => cut |= append(&mut session.note, note),
        }
        self.notes_cut += usize::from(cut);
        self.note_rows += usize::from(matches!(what, Note(_)));
    }

    /// The place of a name, new or known; `None` where there are too many.
    fn name_of(&mut self, place: &Place<'_>) -> Option<usize> {
        let spelled;
        let key = match &place.slug {
            Some(slug) => {
                spelled = format!("{}\u{1f}{}", slug.as_str(), place.exercise);
                spelled.as_str()
            }
            None => place.exercise,
        };
        if let Some(at) = self.name_at.get(key).copied() {
            if let Some(name) = self.names.get_mut(at) {
                name.legs |= place.legs;
            }
            return Some(at);
        }
        let at = self.names.len();
        if at >= NAMES_MAX {
            return None;
        }
        self.name_at.insert(key.to_owned(), at);
        self.names.push(ForeignName {
            name: place.exercise.to_owned(),
            slug: place.slug.clone(),
            legs: place.legs,
        });
        Some(at)
    }

    /// The place of the session of a row, new or known: the file's own name for it tells, else its start and
    /// its name.
    fn session_of(&mut self, place: &Place<'_>) -> usize {
        let same = |s: &ForeignSession| {
            s.key == place.key && (!s.key.is_empty() || (s.at == place.at && s.name == place.workout))
        };
        let at = if self.sessions.get(self.current).is_some_and(same) {
            self.current
        } else {
            let start = match place.key {
                "" => format!("{} {} {}", place.at.day.number(), place.at.second, place.workout),
                key => format!("\u{1f}{key}"),
            };
            *self.session_at.entry(start).or_insert(self.sessions.len())
        };
        self.current = at;
        match self.sessions.get_mut(at) {
            // Where each set has its own moment, the first of them is the start.
            Some(known) => {
                let later = place.at.local() - known.last;
                known.last = place.at.local();
                self.forwards += later.signum();
                if place.at.local() < known.at.local() {
                    known.at = place.at;
                }
            }
            None => self.sessions.push(ForeignSession {
                at: place.at,
                last: place.at.local(),
                key: place.key.to_owned(),
                source: place.source,
                name: place.workout.to_owned(),
                lasted: None,
                note: String::new(),
                work: Vec::new(),
            }),
        }
        at
    }

    /// Ends the gathering: what was written backwards is turned round.
    pub(super) fn close(&mut self) {
        if self.forwards >= 0 {
            return;
        }
        for session in &mut self.sessions {
            session.work.reverse();
            for work in &mut session.work {
                work.sets.reverse();
            }
        }
    }
}

use What::{Note, Set};

/// Adds a remark on its own line unless it is there already (apps repeat it on every row); returns whether
/// the note is now cut at [`NOTE_MAX`].
pub(super) fn append(note: &mut String, more: &str) -> bool {
    let more = more.trim();
    if more.is_empty() || (note.len() >= NOTE_MAX && note.chars().count() >= NOTE_MAX) {
        return false;
    }
    let known = note.match_indices(more).any(|(at, found)| {
        let before = note.get(..at).unwrap_or_default();
        let after = note.get(at + found.len()..).unwrap_or_default();
        (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
    });
    if known {
        return false;
    }
    if !note.is_empty() {
        note.push('\n');
    }
    note.push_str(more);
    match note.char_indices().nth(NOTE_MAX) {
        Some((end, _)) => {
            note.truncate(end);
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_repeated_on_every_row_is_kept_once() {
        let mut note = String::new();
        for more in ["Deep squats", "", "Deep", "Deep squats", "Deep"] {
            assert!(!append(&mut note, more));
        }
        assert_eq!(note, "Deep squats\nDeep");
    }

    #[test]
    fn a_remark_that_is_too_long_is_cut_and_said_so() {
        let mut note = String::new();
        assert!(append(&mut note, &"ü".repeat(NOTE_MAX + 1)));
        assert!(!append(&mut note, "more"), "told once");
        assert_eq!(note.chars().count(), NOTE_MAX);
    }
}
