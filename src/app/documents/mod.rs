//! One signal per stored document. Pages read them; only actions write them, through a transaction.

mod exercises;
mod kind;

use super::notice::{Notice, SaveState};
use crate::domain::athlete::Profile;
use crate::domain::body::BodyLog;
use crate::domain::calendar::{Day, Now};
use crate::domain::diagnosis::VerdictHistory;
use crate::domain::exercise::OwnExercises;
use crate::domain::logbook::Logbook;
use crate::domain::nutrition::FoodLog;
use crate::domain::nutrition::diet::Diet;
use crate::domain::ordered::OrderedSet;
use crate::domain::plan::Plans;
use crate::domain::safety::SafetyAnswers;
use crate::domain::settings::Settings;
use crate::domain::training::calibration::Trial;
use crate::domain::training::loading::Inventory;
use crate::domain::training::{Draft, TrainingLog};
use crate::i18n::{Locale, Units};
use crate::storage::{DocKey, ProblemKind, Repository, StoredProblem};
use crate::ui::state::{Computed, Reading, State};
use chrono::Weekday;
use kind::{Changes, Kind};
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

/// A stored document as the pages see it: to read and to follow, not to change.
pub struct Document<T: 'static> {
    book: StoredValue<Logbook>,
    changed: State<()>,
    part: fn(&Logbook) -> &T,
}

impl<T> Copy for Document<T> {}

impl<T> Clone for Document<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Document<T> {
    /// Looks at the document, and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.changed.track();
        self.with_untracked(look)
    }

    /// Looks at the document once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look((self.part)(&shelved(self.book)))
    }

    /// The document; follows it.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The document, once.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

#[inline(never)]
fn shelved(book: StoredValue<Logbook>) -> <StoredValue<Logbook> as ReadValue>::Value {
    book.read_value()
}

/// The app's whole state. It is `Copy`: pages take it from the context. All documents lie in one place, so
/// that the machine code for reading one is there once; each has its own signal, so that a change of one
/// tells only those who read it.
#[derive(Clone, Copy)]
pub struct Documents {
    pub(super) book: StoredValue<Logbook>,
    changed: Changes,
    pub(super) today: State<Day>,
    pub(super) save_state: State<SaveState>,
    pub(super) notice: State<Option<Notice>>,
    pub(super) example: State<bool>,
    pub(super) damaged: State<Vec<DocKey>>,
    pub(super) elsewhere: State<bool>,
    pub(super) shelf: StoredValue<Shelf, LocalStorage>,
    world: StoredValue<World>,
    locale: StoredValue<Locale>,
}

impl Documents {
    /// The state of a logbook as it was opened.
    pub fn new(book: Logbook, repository: Option<Repository>, world: World, locale: Locale) -> Self {
        let state = if repository.is_some() { SaveState::Saved } else { SaveState::Unavailable };
        Self {
            book: StoredValue::new(book),
            changed: Changes::new(),
            today: State::new((world.now)().day),
            save_state: State::new(state),
            notice: State::new(None),
            example: State::new(false),
            damaged: State::new(Vec::new()),
            elsewhere: State::new(false),
            shelf: StoredValue::new_local(Shelf { repository, dirty: OrderedSet::new(), aside: None }),
            world: StoredValue::new(world),
            locale: StoredValue::new(locale),
        }
    }

    fn document<T>(self, kind: Kind, part: fn(&Logbook) -> &T) -> Document<T> {
        Document { book: self.book, changed: self.changed.of(kind), part }
    }

    /// Who the person is.
    pub fn profile(self) -> Document<Option<Profile>> {
        self.document(Kind::Profile, |book| &book.profile)
    }

    /// Their safety answers.
    pub fn safety(self) -> Document<SafetyAnswers> {
        self.document(Kind::Safety, |book| &book.safety)
    }

    /// Their plans.
    pub fn plans(self) -> Document<Plans> {
        self.document(Kind::Plans, |book| &book.plans)
    }

    /// Their settings.
    pub fn settings(self) -> Document<Settings> {
        self.document(Kind::Settings, |book| &book.settings)
    }

    /// Their own exercises.
    pub fn exercises(self) -> Document<OwnExercises> {
        self.document(Kind::Exercises, |book| &book.exercises)
    }

    /// Weight and sleep.
    pub fn body(self) -> Document<BodyLog> {
        self.document(Kind::Body, |book| &book.body)
    }

    /// Food.
    pub fn food(self) -> Document<FoodLog> {
        self.document(Kind::Food, |book| &book.food)
    }

    /// The running session.
    pub fn draft(self) -> Document<Option<Draft>> {
        self.document(Kind::Draft, |book| &book.draft)
    }

    /// What there is to load with, where the person said.
    pub fn gym(self) -> Document<Option<Inventory>> {
        self.document(Kind::Gym, |book| &book.gym)
    }

    /// Calibration sets.
    pub fn trials(self) -> Document<Vec<Trial>> {
        self.document(Kind::Trials, |book| &book.trials)
    }

    /// What was chosen of eating.
    pub fn diet(self) -> Document<Diet> {
        self.document(Kind::Diet, |book| &book.diet)
    }

    /// What held back, as it was judged, and what was done about it.
    pub fn verdicts(self) -> Document<VerdictHistory> {
        self.document(Kind::Verdicts, |book| &book.verdicts)
    }

    /// Recorded sessions.
    pub fn log(self) -> Document<TrainingLog> {
        self.document(Kind::Log, |book| &book.log)
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

    /// Whether another tab writes and this one only shows.
    pub fn elsewhere(self) -> Reading<bool> {
        self.elsewhere.reading()
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
        self.settings().with(|s| Units { mass: s.mass, length: s.length })
    }

    /// The first day of the week: the setting, else the locale's; reactive.
    pub fn week_start(self) -> Weekday {
        self.settings().with(|s| s.week_start).unwrap_or_else(|| self.locale.with_value(|l| l.week_start))
    }

    /// Looks at everything, and follows it.
    pub fn book<R>(self, look: impl FnOnce(&Logbook) -> R) -> R {
        self.changed.track(None);
        look(&shelved(self.book))
    }

    /// Looks at everything, and follows all but the kept verdicts: they are no evidence for the next one.
    pub fn evidence<R>(self, look: impl FnOnce(&Logbook) -> R) -> R {
        self.changed.track(Some(Kind::Verdicts));
        look(&shelved(self.book))
    }

    /// Reads on in the months that the start left for later: at most so many. Those who read the log are told once
    /// all of it is here. Returns whether some are left.
    pub fn read_later(self, most: usize) -> bool {
        let mut left = false;
        let mut problems = Vec::new();
        let mut read = false;
        self.shelf.update_value(|shelf| {
            let Some(repository) = shelf.repository.as_mut().filter(|repository| !repository.is_whole())
            else {
                return;
            };
            self.book.update_value(|book| problems = repository.read_later(book, most));
            (read, left) = (true, !repository.is_whole());
        });
        self.note_damage(&problems);
        if read && !left {
            let month = self.today.get_untracked().month();
            self.changed.tell(&[DocKey::Log(month), DocKey::Food(month)]);
        }
        left
    }

    /// Notes what could not be read; what a newer version wrote is not damaged.
    pub fn note_damage(self, problems: &[StoredProblem]) {
        let damaged = problems.iter().filter(|problem| problem.kind == ProblemKind::Damaged);
        if damaged.clone().next().is_some() {
            self.damaged.update(|keys| keys.extend(damaged.map(|problem| problem.key)));
        }
    }

    /// Whether everything that is stored has been read; live.
    pub fn is_whole(self) -> Computed<bool> {
        Computed::new(move || {
            self.changed.of(Kind::Log).track();
            self.shelf.with_value(|shelf| shelf.repository.as_ref().is_none_or(Repository::is_whole))
        })
    }

    /// Everything that is stored is here from now on: before what lies long ago is shown, changed or written.
    pub fn whole(self) {
        self.read_later(usize::MAX);
    }

    /// Everything, moved out without telling anybody. What is taken must be put back before a document is
    /// read again: a transaction does both.
    pub(super) fn take(self) -> Logbook {
        self.whole();
        self.book.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// Puts everything back and then tells those who read the documents that changed.
    pub(super) fn put(self, book: Logbook, changed: &[DocKey]) {
        self.book.set_value(book);
        self.changed.tell(changed);
    }
}

/// The app's documents, from the context that the root provides.
pub fn documents() -> Documents {
    expect_context::<Documents>()
}
