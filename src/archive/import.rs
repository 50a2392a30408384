//! What a restore would change, and the merge of two logbooks; nothing is written here.

use crate::domain::logbook::Logbook;

/// What a file holds beside what is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Preview {
    /// Sessions only the file has.
    pub sessions_new: usize,
    /// Sessions that both have and that differ.
    pub sessions_changed: usize,
    /// Sessions that are the same.
    pub sessions_same: usize,
    /// Sessions only this device has: a replacing restore removes them.
    pub sessions_only_here: usize,
    /// Plans in the file.
    pub plans: usize,
    /// Weigh-ins and nights in the file.
    pub body_days: usize,
    /// Days of food in the file.
    pub food_days: usize,
    /// Whether the file has a profile.
    pub profile: bool,
    /// Whether the file has a running session.
    pub draft: bool,
}

/// Compares a file with what is here.
pub fn preview(here: &Logbook, file: &Logbook) -> Preview {
    let mut preview = Preview {
        plans: file.plans.list.len(),
        body_days: file.body.weights.len() + file.body.sleep.len(),
        food_days: file.food.days.len(),
        profile: file.profile.is_some(),
        draft: file.draft.is_some(),
        ..Preview::default()
    };
    let mine: std::collections::BTreeMap<_, _> = here.log.sessions().map(|s| (s.id, s)).collect();
    let mut both = 0;
    for session in file.log.sessions() {
        match mine.get(&session.id) {
            None => preview.sessions_new += 1,
            Some(same) if *same == session => {
                both += 1;
                preview.sessions_same += 1;
            }
            Some(_) => {
                both += 1;
                preview.sessions_changed += 1;
            }
        }
    }
    preview.sessions_only_here = mine.len() - both;
    preview
}

/// Merges a file into what is here: sessions by id, the newer edit wins; days and names that are missing
/// here are added; what both have stays as it is here.
pub fn merge(here: &Logbook, file: &Logbook) -> Logbook {
    let mut book = here.clone();
    book.log.merge(&file.log);
    book.body.merge(&file.body, false);
    book.food.merge(&file.food, false);
    for (id, own) in &file.exercises.list {
        book.exercises.list.entry(id.clone()).or_insert_with(|| own.clone());
    }
    for (name, id) in &file.exercises.names {
        book.exercises.names.entry(name.clone()).or_insert_with(|| id.clone());
    }
    for plan in &file.plans.list {
        if !book.plans.list.iter().any(|mine| mine.id == plan.id) {
            book.plans.list.push(plan.clone());
        }
    }
    if book.plans.active.is_none() {
        book.plans.active = file.plans.active;
    }
    if book.profile.is_none() {
        book.profile = file.profile.clone();
    }
    if book.safety.conditions.is_none() {
        book.safety = file.safety.clone();
    }
    if let (None, Some(draft)) = (&book.draft, &file.draft)
        && !book.log.sessions().any(|session| session.id == draft.id)
    {
        book.draft = Some(draft.clone());
    }
    book
}
