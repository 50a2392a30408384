//! One signal per stored document. Pages read them; only actions write them, through a transaction.

use super::notice::{Notice, SaveState};
use crate::domain::athlete::Profile;
use crate::domain::body::BodyLog;
use crate::domain::calendar::{Day, Now};
use crate::domain::exercise::OwnExercises;
use crate::domain::logbook::Logbook;
use crate::domain::nutrition::FoodLog;
use crate::domain::ordered::OrderedSet;
use crate::domain::plan::Plans;
use crate::domain::safety::SafetyAnswers;
use crate::domain::settings::Settings;
use crate::domain::training::{Draft, TrainingLog};
use crate::i18n::{Locale, Units};
use crate::storage::{DocKey, Repository};
use crate::ui::state::{Reading, State};
use chrono::Weekday;
use leptos::prelude::*;

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
    pub dirty: OrderedSet<DocKey>,
    /// The real logbook, put aside while example data is shown.
    pub aside: Option<(Logbook, Option<Repository>)>,
}

/// The app's whole state. It is `Copy`: pages take it from the context.
#[derive(Clone, Copy)]
pub struct Documents {
    profile: State<Option<Profile>>,
    safety: State<SafetyAnswers>,
    plans: State<Plans>,
    settings: State<Settings>,
    exercises: State<OwnExercises>,
    body: State<BodyLog>,
    food: State<FoodLog>,
    draft: State<Option<Draft>>,
    log: State<TrainingLog>,
    pub(super) today: State<Day>,
    pub(super) save_state: State<SaveState>,
    pub(super) notice: State<Option<Notice>>,
    pub(super) example: State<bool>,
    pub(super) damaged: State<Vec<DocKey>>,
    pub(super) shelf: StoredValue<Shelf, LocalStorage>,
    world: StoredValue<World>,
    locale: StoredValue<Locale>,
}

impl Documents {
    /// The state of a logbook as it was opened.
    pub fn new(book: Logbook, repository: Option<Repository>, world: World, locale: Locale) -> Self {
        let state = if repository.is_some() { SaveState::Saved } else { SaveState::Unavailable };
        Self {
            profile: State::new(book.profile),
            safety: State::new(book.safety),
            plans: State::new(book.plans),
            settings: State::new(book.settings),
            exercises: State::new(book.exercises),
            body: State::new(book.body),
            food: State::new(book.food),
            draft: State::new(book.draft),
            log: State::new(book.log),
            today: State::new((world.now)().day),
            save_state: State::new(state),
            notice: State::new(None),
            example: State::new(false),
            damaged: State::new(Vec::new()),
            shelf: StoredValue::new_local(Shelf { repository, dirty: OrderedSet::new(), aside: None }),
            world: StoredValue::new(world),
            locale: StoredValue::new(locale),
        }
    }

    /// Who the person is.
    pub fn profile(self) -> Reading<Option<Profile>> {
        self.profile.reading()
    }

    /// Their safety answers.
    pub fn safety(self) -> Reading<SafetyAnswers> {
        self.safety.reading()
    }

    /// Their plans.
    pub fn plans(self) -> Reading<Plans> {
        self.plans.reading()
    }

    /// Their settings.
    pub fn settings(self) -> Reading<Settings> {
        self.settings.reading()
    }

    /// Their own exercises.
    pub fn exercises(self) -> Reading<OwnExercises> {
        self.exercises.reading()
    }

    /// Weight and sleep.
    pub fn body(self) -> Reading<BodyLog> {
        self.body.reading()
    }

    /// Food.
    pub fn food(self) -> Reading<FoodLog> {
        self.food.reading()
    }

    /// The running session.
    pub fn draft(self) -> Reading<Option<Draft>> {
        self.draft.reading()
    }

    /// Recorded sessions.
    pub fn log(self) -> Reading<TrainingLog> {
        self.log.reading()
    }

    /// The local day, kept right over midnight.
    pub fn today(self) -> Reading<Day> {
        self.today.reading()
    }

    /// Whether what was done is kept.
    pub fn save_state(self) -> Reading<SaveState> {
        self.save_state.reading()
    }

    /// The newest notice.
    pub fn notice(self) -> Reading<Option<Notice>> {
        self.notice.reading()
    }

    /// Whether example data is shown, of which nothing is stored.
    pub fn example(self) -> Reading<bool> {
        self.example.reading()
    }

    /// Documents that could not be read and are kept aside.
    pub fn damaged(self) -> Reading<Vec<DocKey>> {
        self.damaged.reading()
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
            profile: self.profile.take_quietly(),
            safety: self.safety.take_quietly(),
            plans: self.plans.take_quietly(),
            settings: self.settings.take_quietly(),
            exercises: self.exercises.take_quietly(),
            body: self.body.take_quietly(),
            food: self.food.take_quietly(),
            draft: self.draft.take_quietly(),
            log: self.log.take_quietly(),
        }
    }

    /// Puts everything back and then tells those who read the documents that changed.
    pub(super) fn put(self, book: Logbook, changed: &[DocKey]) {
        self.profile.set_quietly(book.profile);
        self.safety.set_quietly(book.safety);
        self.plans.set_quietly(book.plans);
        self.settings.set_quietly(book.settings);
        self.exercises.set_quietly(book.exercises);
        self.body.set_quietly(book.body);
        self.food.set_quietly(book.food);
        self.draft.set_quietly(book.draft);
        self.log.set_quietly(book.log);
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

/// The app's documents, from the context that the root provides.
pub fn documents() -> Documents {
    expect_context::<Documents>()
}
