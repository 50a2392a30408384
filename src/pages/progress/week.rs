//! One week: the hard sets of every muscle against its band, done, planned, and unverified.

use super::chosen::{Chosen, bands};
use super::{card, stack};
use crate::app::documents::documents;
use crate::app::href;
use crate::domain::anatomy::{Muscle, Tally};
use crate::domain::settings::Counting;
use crate::domain::training::TrainingLog;
use crate::domain::units::SetCount;
use crate::domain::volume::{Ledger, WeekVolume, standing};
use crate::i18n::en::{names, progress as words};
use crate::routes::Page;
use crate::ui::chart::{VolumeChart, VolumeRow, VolumeWords};
use crate::ui::element::{El, of, say, say_as, told};
use crate::ui::state::{Computed, State};
use crate::ui::{Icon, Look, bare_button, button, icon, link_button, why};
use std::rc::Rc;

/// What is always shown; the optional muscles only with something in them.
const ALWAYS: usize = 5;

/// The two arrows from week to week.
pub(super) fn arrows(chosen: Chosen) -> El {
    let back = chosen.back;
    let arrow = |label: &str, which: Icon| {
        bare_button("button button--chip").set("aria-label", label).child(icon(which))
    };
    let earlier =
        arrow(words::EARLIER, Icon::Left).live_flag("disabled", move || at_start(chosen)).press(move || {
            back.update(|b| *b += 1);
            chosen.column.set(None);
        });
    let later =
        arrow(words::LATER, Icon::Right).live_flag("disabled", move || back.get() == 0).press(move || {
            back.update(|b| *b = (*b - 1).max(0));
            chosen.column.set(None);
        });
    of("div", "buttons").child(earlier).child(later)
}

fn at_start(chosen: Chosen) -> bool {
    chosen.oldest().is_none_or(|oldest| chosen.back.get() >= oldest)
}

/// A chip that holds or does not.
fn toggle(label: &str, holds: impl Fn() -> bool + 'static, act: impl FnMut() + 'static) -> El {
    button(label, Look::Chip).live_bool("aria-pressed", holds).press(act)
}

/// The week.
pub(super) fn week(chosen: Chosen) -> El {
    let docs = documents();
    let Chosen { back, rolling, counting, .. } = chosen;
    // One source for everything drawn: an effect that reads a memo and what that memo reads can be passed over.
    let drawn = Computed::new(move || (chosen.done.get(), chosen.open.get(), bands()));
    let rows = move || {
        drawn.with(|(done, open, bands)| {
            let shown = Muscle::ALL
                .into_iter()
                .enumerate()
                .filter(|(place, muscle)| *place < ALWAYS || done.done.muscle(*muscle) > SetCount::ZERO);
            shown
                .map(|(place, muscle)| row(muscle, bands.get(place).copied().unwrap_or_default(), done, open))
                .collect()
        })
    };
    let first =
        button(words::FIRST, Look::Chip).live_flag("disabled", move || at_start(chosen)).press(move || {
            if let Some(oldest) = chosen.oldest() {
                back.set(oldest);
                chosen.column.set(None);
            }
        });
    let latest =
        button(words::LATEST, Look::Chip).live_flag("disabled", move || back.get() == 0).press(move || {
            back.set(0);
            chosen.column.set(None);
        });
    let direct = move || counting.get() == Counting::DirectOnly;
    let kinds = of("div", "buttons")
        .child(toggle(words::ROLLING, move || rolling.get(), move || flip(rolling)))
        .child(toggle(words::DIRECT, direct, move || {
            counting.update(|now| {
                *now = match now {
                    Counting::Fractional => Counting::DirectOnly,
                    Counting::DirectOnly => Counting::Fractional,
                };
            });
        }));
    let chart = VolumeChart {
        rows: Rc::new(rows),
        chosen: Rc::new(move || chosen.muscle.get() as u8),
        choose: told(move |key: u8| {
            if let Some(muscle) = Muscle::ALL.into_iter().find(|one| *one as u8 == key) {
                chosen.look_at(muscle);
            }
        }),
        words: VolumeWords { heads: words::HEADS, table: words::TABLE, group: words::GROUP },
    };
    let main = card()
        .child(of("div", "row").child(say_as("span", "muted", words::HARD_SETS)).child(kinds))
        .with(chart.draw())
        .child(say_as("p", "muted", words::LEGEND))
        .child(of("div", "buttons").child(first).child(latest))
        .child(why(words::WHY, words::why()));
    let empty = move || {
        let running = docs.draft().with(Option::is_some);
        let nothing = docs.log().with(TrainingLog::is_empty);
        let legs = chosen.with_all(Ledger::has_legs).unwrap_or(true);
        let text = match (nothing, legs) {
            (true, _) => words::EMPTY,
            (false, false) => words::NO_LEGS,
            (false, true) => return None,
        };
        let way = || link_button(words::IMPORT, Look::Ghost, href(Page::Import));
        (!running).then(|| card().child(say("p", text)).child(way()))
    };
    let uncounted = move || {
        let text = chosen.with_all(|ledger| words::uncounted(ledger.uncounted));
        text.flatten().map(|text| say_as("p", "muted", text))
    };
    stack().part(empty).child(main.part(uncounted))
}

fn flip(state: State<bool>) {
    state.update(|now| *now = !*now);
}

fn row(muscle: Muscle, (low, high): (u8, u8), done: &WeekVolume, open: &Tally) -> VolumeRow {
    let locale = documents().locale();
    let (sets, planned) = (done.done.muscle(muscle), open.muscle(muscle));
    let note = match muscle {
        Muscle::Hamstrings | Muscle::Calves => {
            let parts = muscle.functions().iter().map(|function| {
                let has = done.done.function(*function);
                words::function(*function, has, has + open.function(*function), &locale)
            });
            parts.collect::<Vec<_>>().join(" · ")
        }
        _ => String::new(),
    };
    let verdict = words::stands(standing(&done.done, muscle, (low, high)));
    let number = locale.sets(sets);
    VolumeRow {
        key: muscle as u8,
        label: names::muscle(muscle).to_owned(),
        hue: names::hue(muscle),
        done: sets.sets(),
        planned: planned.sets(),
        unverified: done.unverified.muscle(muscle).sets(),
        band: (f64::from(low), f64::from(high)),
        note,
        verdict: words::row(sets, planned, (low, high), &verdict, &locale),
        cells: [number.clone(), locale.sets(planned), format!("{low}–{high}"), verdict],
        number,
    }
}
