//! What a restore would change, and the merge of two logbooks; nothing is written here.

use crate::domain::id::SessionId;
use crate::domain::logbook::Logbook;
use crate::domain::ordered::OrderedMap;
use crate::domain::settings::Settings;
use crate::domain::training::{MonthLog, Session, TrainingLog, calibration};

/// What a file holds beside what is here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Sessions only the file has.
    pub sessions_new: usize,
    /// Sessions that both have and that differ.
    pub sessions_changed: usize,
    /// Sessions that are the same.
    pub sessions_same: usize,
    /// What only this device has: a replacing restore removes it.
    pub only_here: OnlyHere,
    /// Whether the file can stand in place of everything: not one of old years, which has no profile, where there is
    /// one here.
    pub replaces: bool,
    /// Sessions of the file that were deleted here later: a merge leaves them deleted.
    pub sessions_deleted_here: usize,
    /// Plans in the file.
    pub plans: usize,
    /// Weigh-ins and nights in the file.
    pub body_days: usize,
    /// Days of food in the file.
    pub food_days: usize,
}

/// What is here and not in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OnlyHere {
    /// Sessions.
    pub sessions: usize,
    /// Plans.
    pub plans: usize,
    /// Own exercises.
    pub exercises: usize,
    /// Weigh-ins and nights.
    pub body_days: usize,
    /// Days of girths.
    pub girth_days: usize,
    /// Mornings of which something was said.
    pub mornings: usize,
    /// Days of food.
    pub food_days: usize,
    /// Calibration sets.
    pub trials: usize,
    /// A running session that is another in the file, or not in it at all.
    pub running: bool,
    /// A profile that is another in the file, or not in it at all.
    pub profile: bool,
}

/// Compares a file with what is here.
pub fn preview(here: &Logbook, file: &Logbook) -> Preview {
    let mine = by_id(&here.log);
    let deleted = deletions(&here.log);
    let mut preview = Preview {
        plans: file.plans.list.len(),
        body_days: file.body.weights.len() + file.body.sleep.len(),
        food_days: file.food.days.len(),
        only_here: only_here(here, file),
        replaces: file.profile.is_some() || here.profile.is_none(),
        ..Preview::default()
    };
    for (id, session) in by_id(&file.log) {
        match mine.get(&id) {
            Some(same) if *same == session => preview.sessions_same += 1,
            Some(_) => preview.sessions_changed += 1,
            None if deleted.get(&id).is_some_and(|at| *at >= session.edited_at) => {
                preview.sessions_deleted_here += 1;
            }
            None => preview.sessions_new += 1,
        }
    }
    preview
}

fn only_here(here: &Logbook, file: &Logbook) -> OnlyHere {
    let theirs = by_id(&file.log);
    let (body, other) = (&here.body, &file.body);
    OnlyHere {
        sessions: here.log.sessions().filter(|session| !theirs.contains_key(&session.id)).count(),
        plans: here.plans.list.iter().filter(|p| !file.plans.list.iter().any(|q| q.id == p.id)).count(),
        exercises: beyond(&here.exercises.list, &file.exercises.list),
        body_days: beyond(&body.weights, &other.weights) + beyond(&body.sleep, &other.sleep),
        girth_days: beyond(&body.girths.days, &other.girths.days),
        mornings: beyond(&body.mornings.days, &other.mornings.days),
        food_days: beyond(&here.food.days, &file.food.days),
        trials: here.trials.iter().filter(|trial| !file.trials.contains(trial)).count(),
        running: here.draft.is_some() && here.draft != file.draft,
        profile: here.profile.is_some() && here.profile != file.profile,
    }
}

/// How many keys one has and the other has not.
fn beyond<K: Ord, V>(one: &OrderedMap<K, V>, other: &OrderedMap<K, V>) -> usize {
    one.keys().filter(|key| !other.contains_key(key)).count()
}

/// When each session was deleted last: one that was moved has a mark in every month it stood in.
fn deletions(log: &TrainingLog) -> OrderedMap<SessionId, i64> {
    let mut deleted: OrderedMap<SessionId, i64> = OrderedMap::new();
    for (id, at) in log.months().values().flat_map(|month| &month.deleted) {
        let known = deleted.get(id).copied().unwrap_or(i64::MIN);
        deleted.insert(*id, known.max(*at));
    }
    deleted
}

fn by_id(log: &TrainingLog) -> OrderedMap<SessionId, &Session> {
    log.sessions().map(|session| (session.id, session)).collect()
}

/// Merges a file into what is here. Sessions join by id, the newer edit wins and a deletion wins over older
/// edits. Of everything else what is missing here is added, and what both have stays as it is here.
/// Merging the same file again changes nothing.
pub fn merge(here: &Logbook, file: &Logbook) -> Logbook {
    let mut book = here.clone();
    book.log.merge(&file.log);
    keep_newest_of_moved(&mut book.log);
    book.body.merge(&file.body, false);
    book.food.merge(&file.food, false);
    for (id, own) in &file.exercises.list {
        book.exercises.list.add(id.clone(), own.clone());
    }
    for (name, id) in &file.exercises.names {
        book.exercises.names.add(name.clone(), id.clone());
    }
    let new = file.plans.list.iter().filter(|plan| !here.plans.list.iter().any(|mine| mine.id == plan.id));
    book.plans.list.extend(new.cloned());
    book.plans.active = here.plans.active.or(file.plans.active);
    if book.profile.is_none() {
        book.profile = file.profile.clone();
    }
    if book.safety.conditions.is_none() {
        book.safety = file.safety.clone();
    }
    if book.settings == Settings::default() {
        book.settings = file.settings.clone();
    }
    if book.gym.is_none() {
        book.gym = file.gym.clone();
    }
    calibration::join(&mut book.trials, &file.trials);
    book.diet.merge(&file.diet);
    book.verdicts.merge(&file.verdicts);
    match (&mut book.draft, &file.draft) {
        (Some(mine), Some(theirs)) => {
            // Of another session it is left alone.
            mine.merge(theirs);
        }
        (None, Some(theirs)) => {
            let done =
                |m: &MonthLog| m.sessions.contains_key(&theirs.id) || m.deleted.contains_key(&theirs.id);
            if !book.log.months().values().any(done) {
                book.draft = Some(theirs.clone());
            }
        }
        (_, None) => {}
    }
    book
}

/// A session whose day was changed on one side stands in two months then: the newest edit stays, and a deletion goes
/// for every older edit, in whatever month it left its mark. So no order of merges makes a difference.
fn keep_newest_of_moved(log: &mut TrainingLog) {
    let deleted = deletions(log);
    let is_deleted = |session: &Session| deleted.get(&session.id).is_some_and(|at| *at >= session.edited_at);
    let mut newest: OrderedMap<SessionId, i64> = OrderedMap::new();
    let mut stale = false;
    for session in log.sessions() {
        let known = newest.get(&session.id).copied();
        stale |= known.is_some() || is_deleted(session);
        newest.insert(session.id, session.edited_at.max(known.unwrap_or(i64::MIN)));
    }
    if !stale {
        return;
    }
    let mut months = log.months().clone();
    for month in months.values_mut() {
        // The first of two equals stays: its mark is taken.
        month.sessions.retain(|id, session| {
            let stays = newest.get(id) == Some(&session.edited_at) && !is_deleted(session);
            if stays {
                newest.remove(id);
            }
            stays
        });
    }
    months.retain(|_, month| !month.is_empty());
    *log = TrainingLog::from_months(months);
}
