//! One signal per stored document. Pages read them; only actions write them, through a transaction.

use super::notice::{Notice, SaveState};
use crate::domain::athlete::Profile;
use crate::domain::body::BodyLog;
use crate::domain::calendar::{Day, Now};
use crate::domain::exercise::OwnExercises;
use crate::domain::logbook::Logbook;
use crate::domain::nutrition::FoodLog;
use crate::domain::plan::Plans;
use crate::domain::safety::SafetyAnswers;
use crate::domain::settings::Settings;
use crate::domain::training::{Draft, TrainingLog};
use crate::i18n::{Locale, Units};
use crate::storage::{DocKey, Repository};
use chrono::Weekday;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What the app asks of the outside world: replaced by fixed answers in tests.
#[derive(Clone, Copy)]
pub struct World {
    /// The moment.
    pub now: fn() -> Now,
    /// Ten random bytes.
    pub random: fn() -> [u8; 10],
}

/// The store and what it still owes. Not a signal: nothing renders from it.
pub(super) struct Shelf {
    /// The repository; none while example data is shown.
    pub repository: Option<Repository>,
    /// Documents whose last save failed: newer here than there.
    pub dirty: BTreeSet<DocKey>,
    /// The real logbook, put aside while example data is shown.
    pub aside: Option<(Logbook, Option<Repository>)>,
}

/// The app's whole state. It is `Copy`: pages take it from the context.
#[derive(Clone, Copy)]
pub struct Documents {
    profile: RwSignal<Option<Profile>>,
    safety: RwSignal<SafetyAnswers>,
    plans: RwSignal<Plans>,
    settings: RwSignal<Settings>,
    exercises: RwSignal<OwnExercises>,
    body: RwSignal<BodyLog>,
    food: RwSignal<FoodLog>,
    draft: RwSignal<Option<Draft>>,
    log: RwSignal<TrainingLog>,
    pub(super) today: RwSignal<Day>,
    pub(super) save_state: RwSignal<SaveState>,
    pub(super) notice: RwSignal<Option<Notice>>,
    pub(super) example: RwSignal<bool>,
    pub(super) damaged: RwSignal<Vec<DocKey>>,
    pub(super) shelf: StoredValue<Shelf, LocalStorage>,
    world: StoredValue<World>,
    locale: StoredValue<Locale>,
}

impl Documents {
    /// The state of a logbook as it was opened.
    pub fn new(book: Logbook, repository: Option<Repository>, world: World, locale: Locale) -> Self {
        let state = if repository.is_some() { SaveState::Saved } else { SaveState::Unavailable };
        Self {
            profile: RwSignal::new(book.profile),
            safety: RwSignal::new(book.safety),
            plans: RwSignal::new(book.plans),
            settings: RwSignal::new(book.settings),
            exercises: RwSignal::new(book.exercises),
            body: RwSignal::new(book.body),
            food: RwSignal::new(book.food),
            draft: RwSignal::new(book.draft),
            log: RwSignal::new(book.log),
            today: RwSignal::new((world.now)().day),
            save_state: RwSignal::new(state),
            notice: RwSignal::new(None),
            example: RwSignal::new(false),
            damaged: RwSignal::new(Vec::new()),
            shelf: StoredValue::new_local(Shelf { repository, dirty: BTreeSet::new(), aside: None }),
            world: StoredValue::new(world),
            locale: StoredValue::new(locale),
        }
    }

    /// Who the person is.
    pub fn profile(self) -> Signal<Option<Profile>> {
        self.profile.into()
    }

    /// Their safety answers.
    pub fn safety(self) -> Signal<SafetyAnswers> {
        self.safety.into()
    }

    /// Their plans.
    pub fn plans(self) -> Signal<Plans> {
        self.plans.into()
    }

    /// Their settings.
    pub fn settings(self) -> Signal<Settings> {
        self.settings.into()
    }

    /// Their own exercises.
    pub fn exercises(self) -> Signal<OwnExercises> {
        self.exercises.into()
    }

    /// Weight and sleep.
    pub fn body(self) -> Signal<BodyLog> {
        self.body.into()
    }

    /// Food.
    pub fn food(self) -> Signal<FoodLog> {
        self.food.into()
    }

    /// The running session.
    pub fn draft(self) -> Signal<Option<Draft>> {
        self.draft.into()
    }

    /// Recorded sessions.
    pub fn log(self) -> Signal<TrainingLog> {
        self.log.into()
    }

    /// The local day, kept right over midnight.
    pub fn today(self) -> Signal<Day> {
        self.today.into()
    }

    /// Whether what was done is kept.
    pub fn save_state(self) -> Signal<SaveState> {
        self.save_state.into()
    }

    /// The newest notice.
    pub fn notice(self) -> Signal<Option<Notice>> {
        self.notice.into()
    }

    /// Whether example data is shown, of which nothing is stored.
    pub fn example(self) -> Signal<bool> {
        self.example.into()
    }

    /// Documents that could not be read and are kept aside.
    pub fn damaged(self) -> Signal<Vec<DocKey>> {
        self.damaged.into()
    }

    /// The moment.
    pub fn now(self) -> Now {
        self.world.with_value(|world| (world.now)())
    }

    /// Ten random bytes.
    pub fn random(self) -> [u8; 10] {
        self.world.with_value(|world| (world.random)())
    }

    /// The device's number forms.
    pub fn locale(self) -> Locale {
        self.locale.get_value()
    }

    /// The units of the settings; reactive.
    pub fn units(self) -> Units {
        self.settings.with(|s| Units { mass: s.mass, length: s.length })
    }

    /// The first day of the week: the setting, else the locale's; reactive.
    pub fn week_start(self) -> Weekday {
        self.settings.with(|s| s.week_start).unwrap_or_else(|| self.locale.with_value(|l| l.week_start))
    }

    /// The name of an exercise; reactive.
    pub fn exercise_name(self, id: &crate::domain::exercise::ExerciseId) -> String {
        match id.built_in() {
            Some(row) => row.name.to_owned(),
            None => self.exercises.with(|own| own.name(id).to_owned()),
        }
    }

    /// Everything, moved out without telling anybody. What is taken must be put back before a signal is
    /// read again: a transaction does both.
    pub(super) fn take(self) -> Logbook {
        Logbook {
            profile: moved(self.profile),
            safety: moved(self.safety),
            plans: moved(self.plans),
            settings: moved(self.settings),
            exercises: moved(self.exercises),
            body: moved(self.body),
            food: moved(self.food),
            draft: moved(self.draft),
            log: moved(self.log),
        }
    }

    /// Puts everything back and then tells those who read the documents that changed.
    pub(super) fn put(self, book: Logbook, changed: &[DocKey]) {
        set_quietly(self.profile, book.profile);
        set_quietly(self.safety, book.safety);
        set_quietly(self.plans, book.plans);
        set_quietly(self.settings, book.settings);
        set_quietly(self.exercises, book.exercises);
        set_quietly(self.body, book.body);
        set_quietly(self.food, book.food);
        set_quietly(self.draft, book.draft);
        set_quietly(self.log, book.log);
        let has = |wanted: fn(&DocKey) -> bool| changed.iter().any(wanted);
        // The log first: what the draft's readers derive from it must already be new.
        if has(|key| matches!(key, DocKey::Log(_))) {
            self.log.notify();
        }
        if has(|key| matches!(key, DocKey::Food(_))) {
            self.food.notify();
        }
        for key in changed {
            match key {
                DocKey::Profile => self.profile.notify(),
                DocKey::Safety => self.safety.notify(),
                DocKey::Plans => self.plans.notify(),
                DocKey::Settings => self.settings.notify(),
                DocKey::Exercises => self.exercises.notify(),
                DocKey::Body => self.body.notify(),
                DocKey::Draft => self.draft.notify(),
                DocKey::Food(_) | DocKey::Log(_) => {}
            }
        }
    }
}

fn moved<T: Default + Send + Sync + 'static>(signal: RwSignal<T>) -> T {
    signal.try_update_untracked(std::mem::take).unwrap_or_default()
}

fn set_quietly<T: Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    signal.update_untracked(|held| *held = value);
}

/// The app's documents, from the context that the root provides.
pub fn documents() -> Documents {
    expect_context::<Documents>()
}
