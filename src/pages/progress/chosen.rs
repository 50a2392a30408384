//! What is looked at on the page of progress: which week, which muscle, counted how. It outlives a change of
//! the view.

use crate::app::derived::{Derived, derived, weekly};
use crate::app::device;
use crate::app::documents::{Documents, documents};
use crate::domain::anatomy::{Function, Muscle, Tally};
use crate::domain::athlete::{band_of, default_band};
use crate::domain::calendar::{Day, Week};
use crate::domain::settings::Counting;
use crate::domain::training::TrainingLog;
use crate::domain::volume::{self, Behind, Counted, Ledger, Source, Span, WeekVolume};
use crate::i18n::en::progress as words;
use crate::ui::state::{Computed, State, untrack};
use chrono::Weekday;

/// How soon the rest is read, milliseconds: behind the drawing.
const SOON_MS: i32 = 250;

/// The bands of all muscles, in their order.
pub(super) type Bands = [(u8, u8); Muscle::ALL.len()];

/// What is looked at.
#[derive(Clone, Copy)]
pub(super) struct Chosen {
    // Taken along: in the handler of a press there is no context.
    docs: Documents,
    derived: Derived,
    /// Weeks before this one.
    pub back: State<i64>,
    /// Whether a week is the seven days up to today.
    pub rolling: State<bool>,
    /// Whether indirect work counts.
    pub counting: State<Counting>,
    /// The muscle.
    pub muscle: State<Muscle>,
    /// One of its functions, where it is looked at alone.
    pub function: State<Option<Function>>,
    /// How far back its columns go.
    pub span: State<Span>,
    /// The column whose sets are shown; the last where none is chosen.
    pub column: State<Option<usize>>,
    /// The week.
    pub week: Computed<Week>,
    /// What was done in it.
    pub done: Computed<WeekVolume>,
    /// What is still planned in it.
    pub open: Computed<Tally>,
}

impl Chosen {
    pub fn new() -> Self {
        let (docs, derived) = (documents(), derived());
        let (back, rolling) = (State::new(0_i64), State::new(false));
        let counting = State::new(docs.settings().with_untracked(|settings| settings.counting));
        let week = Computed::new(move || {
            let now = match rolling.get() {
                true => {
                    let today = docs.today().get();
                    Week::of(today, volume::rolling(today))
                }
                false => derived.week.get(),
            };
            now.plus(-back.get())
        });
        let done = Computed::new(move || {
            let (week, counting) = (week.get(), counting.get());
            derived.ledger.with(|ledger| weekly(docs, week, counting, ledger))
        });
        let open = Computed::new(move || {
            let (week, counting, today) = (week.get(), counting.get(), docs.today().get());
            docs.book(|book| {
                let (plan, draft) = (book.plans.active(), book.draft.as_ref());
                volume::planned(plan, &book.log, draft, &book.exercises, week, today, counting)
            })
        });
        // The last weeks at once, the whole log as soon as they are drawn.
        device::after(SOON_MS, move || {
            // Once is enough: the ledger of ten years is not to be made at every visit.
            if !derived.all.get_untracked() {
                derived.all.set(true);
            }
        });
        Self {
            docs,
            derived,
            back,
            rolling,
            counting,
            muscle: State::new(Muscle::Quadriceps),
            function: State::new(None),
            span: State::new(Span::default()),
            column: State::new(None),
            week,
            done,
            open,
        }
    }

    /// Looks at another muscle.
    pub fn look_at(self, muscle: Muscle) {
        if self.muscle.get_untracked() != muscle {
            self.function.set(None);
            self.muscle.set(muscle);
        }
    }

    /// The muscle or function that is counted; live.
    pub fn counted(self) -> Counted {
        self.function.get().map_or(Counted::Muscle(self.muscle.get()), Counted::Function)
    }

    /// The first weekday of a week; live.
    pub fn starts_on(self) -> Weekday {
        if self.rolling.get() { volume::rolling(self.docs.today().get()) } else { self.docs.week_start() }
    }

    /// Looks at what all sessions were worth, once that is known; live.
    pub fn with_all<R>(self, look: impl FnOnce(&Ledger) -> R) -> Option<R> {
        self.derived.all.get().then(|| self.derived.ledger.with(look))
    }

    /// What gave something to what is counted in these days, newest first; live.
    pub fn behind(self, from: Day, to: Day) -> Vec<Behind> {
        let (docs, counted, counting) = (self.docs, self.counted(), self.counting.get());
        self.derived.ledger.with(|ledger| {
            docs.log().with(|log| {
                docs.exercises()
                    .with(|own| volume::behind((log, own, &ledger.judge), counted, counting, (from, to)))
            })
        })
    }

    /// The columns of what is counted; live.
    pub fn columns(self) -> (volume::Step, Vec<volume::Column>) {
        let docs = self.docs;
        let (starts_on, counting, today) = (self.starts_on(), self.counting.get(), docs.today().get());
        let (counted, span, week) = (self.counted(), self.span.get(), self.week.get());
        self.derived.ledger.with(|ledger| {
            docs.book(|book| {
                let source = Source {
                    ledger,
                    log: &book.log,
                    draft: book.draft.as_ref(),
                    plans: &book.plans,
                    own: &book.exercises,
                    today,
                    starts_on,
                    counting,
                };
                volume::columns(&source, counted, span, week)
            })
        })
    }

    /// The week in words; live.
    pub fn week_text(self) -> String {
        words::week(self.week.get(), self.docs.today().get().year(), self.rolling.get())
    }

    /// The week of the first session, as weeks before this one; live.
    pub fn oldest(self) -> Option<i64> {
        let first = self.docs.log().with(TrainingLog::first_day)?;
        let now = untrack(|| self.week.get()).plus(self.back.get_untracked());
        Some(now.first().days_since(Week::of(first, now.first().weekday()).first()) / 7)
    }
}

/// The bands of all muscles; live.
pub(super) fn bands() -> Bands {
    documents().profile().with(|profile| Muscle::ALL.map(|muscle| band_of(profile.as_ref(), muscle)))
}

/// Everybody's band of what is counted, and the person's own where it is another; live.
pub(super) fn band(counted: Counted) -> ((u8, u8), Option<(u8, u8)>) {
    if let Counted::Function(_) = counted {
        // Of a function only the least is known.
        let most = default_band(counted.muscle()).1;
        return ((counted.least().unwrap_or(0), most), None);
    }
    let muscle = counted.muscle();
    let everybody = default_band(muscle);
    let own = documents().profile().with(|profile| band_of(profile.as_ref(), muscle));
    (everybody, (own != everybody).then_some(own))
}
