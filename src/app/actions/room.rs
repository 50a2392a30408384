//! Making room: old years into a file, and then out of the log.

use crate::app::documents::Documents;
use crate::app::notice::{Said, Undo};
use crate::app::transaction::ActionError;
use crate::archive;
use crate::domain::backup;
use crate::domain::calendar::Month;
use crate::domain::logbook::Logbook;
use crate::domain::training::{MonthLog, TrainingLog};
use crate::storage::DocKey;
use leptos::prelude::*;
use std::sync::Arc;

/// The UTF-16 units that everything stored takes; none where nothing can be stored.
pub fn used(docs: Documents) -> Option<usize> {
    docs.shelf.with_value(|shelf| shelf.repository.as_ref()?.units().ok())
}

fn before(log: &TrainingLog, year: i32) -> Vec<(Month, MonthLog)> {
    let old = |(month, _): &(&Month, &MonthLog)| month.first().year() < year;
    log.months().iter().filter(old).map(|(month, log)| (*month, log.clone())).collect()
}

/// The year before which sessions may go into a file and out of the log.
pub fn archive_year(docs: Documents) -> Option<i32> {
    docs.whole();
    backup::archive_year(docs.log().with_untracked(TrainingLog::first_day), docs.today().get_untracked())
}

/// The sessions before a year as a file of their own, with what their exercises mean.
pub fn years_text(docs: Documents, year: i32) -> String {
    let book = docs.take();
    let log = TrainingLog::from_months(before(&book.log, year).into_iter().collect());
    let old = Logbook { log, exercises: book.exercises.clone(), ..Logbook::default() };
    docs.put(book, &[]);
    archive::export(&old, docs.now())
}

/// Takes the sessions before a year out of the log. A file has them; undo puts them back.
///
/// # Errors
/// [`ActionError::Gone`] where there are none.
pub fn take_years_out(docs: Documents, year: i32) -> Result<(), ActionError> {
    docs.whole();
    let old = docs.log().with_untracked(|log| before(log, year));
    if old.is_empty() {
        return Err(ActionError::Gone);
    }
    let mut keys: Vec<DocKey> = old.iter().map(|(month, _)| DocKey::Log(*month)).collect();
    keys.push(DocKey::Settings);
    let sessions = old.iter().map(|(_, log)| log.sessions.len()).sum::<usize>();
    let sessions = u32::try_from(sessions).unwrap_or(u32::MAX);
    docs.transact(&keys, &mut |book| {
        for (month, _) in &old {
            book.log.set_month(*month, MonthLog::default());
        }
        // What the last backup held of them is no longer compared with what is here.
        let held = &mut book.settings.exported_sessions;
        *held = held.map(|held| held.saturating_sub(sessions));
        Ok(())
    })?;
    let back = Arc::new(move |book: &mut Logbook| {
        for (month, log) in &old {
            book.log.set_month(*month, log.clone());
        }
        let held = &mut book.settings.exported_sessions;
        *held = held.map(|held| held.saturating_add(sessions));
    });
    docs.say(Said::YearsOut, Some(Undo { keys, back }));
    Ok(())
}
