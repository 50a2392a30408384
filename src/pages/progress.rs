//! The week's hard sets against the band, week by week back to the first log.

use super::{card, flat, page, stack, two};
use crate::app::derived::derived;
use crate::app::documents::documents;
use crate::app::href;
use crate::domain::anatomy::{Muscle, Tally};
use crate::domain::athlete::band_of;
use crate::domain::calendar::Week;
use crate::domain::settings::Counting;
use crate::domain::units::SetCount;
use crate::domain::volume::{self, WeekVolume, ramp_warning, standing};
use crate::i18n::en::{names, progress as words};
use crate::i18n::week_span;
use crate::routes::Page;
use crate::ui::chart::{VolumeChart, VolumeRow, VolumeWords, WeekColumn, WeeksChart};
use crate::ui::element::{El, el, fixed, group, of, say, say_as, text, told};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Icon, Look, bare_button, button, icon, link_button, why};
use std::rc::Rc;

/// Weeks in the columns.
const WEEKS: u8 = 12;
/// What is always shown; the optional muscles only with something in them.
const ALWAYS: usize = 5;

/// The progress page.
pub fn progress() -> El {
    let docs = documents();
    let derived = derived();
    // Weeks before this one.
    let back = State::new(0_i64);
    let week = Computed::new(move || derived.week.get().plus(-back.get()));
    let muscle = State::new(Muscle::Quadriceps);
    let done = Computed::new(move || {
        let week = week.get();
        if back.get() == 0 {
            return derived.volume.get();
        }
        let counting = docs.settings().with(|s| s.counting);
        docs.log().with(|log| docs.exercises().with(|own| volume::weekly(log, None, own, week, counting)))
    });
    let open = Computed::new(move || {
        let (week, today) = (week.get(), docs.today().get());
        let counting = docs.settings().with(|s| s.counting);
        docs.plans().with(|plans| {
            docs.log().with(|log| {
                docs.draft().with(|draft| {
                    docs.exercises().with(|own| {
                        volume::planned(plans.active(), log, draft.as_ref(), own, week, today, counting)
                    })
                })
            })
        })
    });
    // One source for everything drawn: an effect that reads a memo and what that memo reads can be passed over.
    let drawn = Computed::new(move || (done.get(), open.get(), bands()));
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
    let oldest = move || derived.history.with(|history| history.first());
    let at_start = move || oldest().is_none_or(|first| week.get() <= first);
    let at_end = move || back.get() == 0;
    let arrow = |label: &str, which: Icon| {
        bare_button("button button--chip").set("aria-label", label).child(icon(which))
    };
    let arrows = of("div", "buttons")
        .child(
            arrow(words::EARLIER, Icon::Left)
                .live_flag("disabled", at_start)
                .press(move || back.update(|b| *b += 1)),
        )
        .child(
            arrow(words::LATER, Icon::Right)
                .live_flag("disabled", at_end)
                .press(move || back.update(|b| *b = (*b - 1).max(0))),
        );
    let first = button(words::FIRST, Look::Chip).live_flag("disabled", at_start).press(move || {
        if let Some(first) = oldest() {
            let now = derived.week.get_untracked();
            back.set(now.first().days_since(first.first()) / 7);
        }
    });
    let latest = button(words::LATEST, Look::Chip).live_flag("disabled", at_end).press(move || back.set(0));
    let counting = move || match docs.settings().with(|s| s.counting) {
        Counting::Fractional => words::HALF.to_owned(),
        Counting::DirectOnly => words::DIRECT.to_owned(),
    };
    let empty = move || {
        let nothing =
            derived.history.with(|history| history.is_empty()) && docs.draft().with(Option::is_none);
        nothing.then(|| {
            card().child(say("p", words::EMPTY)).child(link_button(
                words::IMPORT,
                Look::Ghost,
                href(Page::Import),
            ))
        })
    };
    let chart = VolumeChart {
        rows: Rc::new(rows),
        chosen: Rc::new(move || muscle.get() as u8),
        choose: told(move |key: u8| {
            if let Some(chosen) = Muscle::ALL.into_iter().find(|one| *one as u8 == key) {
                muscle.set(chosen);
            }
        }),
        words: VolumeWords { heads: words::HEADS, table: words::TABLE, group: words::GROUP },
    };
    let head = of("div", "row")
        .child(say_as("span", "muted", words::HARD_SETS))
        .child(of("span", "chip").live_text(counting));
    let main = card()
        .child(head)
        .with(chart.draw())
        .child(say_as("p", "muted", words::LEGEND))
        .child(of("div", "buttons").child(first).child(latest))
        .child(why(words::WHY, words::why()));
    let above = move || words::week(week.get(), docs.today().get().year());
    page(text(above), fixed(words::TITLE), Some(arrows))
        .child(two(stack().child(main).part(empty), detail(muscle, week, done)))
}

/// The bands of all muscles, in their order; reactive.
fn bands() -> [(u8, u8); Muscle::ALL.len()] {
    documents().profile().with(|profile| Muscle::ALL.map(|muscle| band_of(profile.as_ref(), muscle)))
}

fn band(muscle: Muscle) -> (u8, u8) {
    documents().profile().with(|profile| band_of(profile.as_ref(), muscle))
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
        verdict: words::row(&number, planned, (low, high), &verdict, &locale),
        cells: [number.clone(), locale.sets(planned), format!("{low}–{high}"), verdict],
        number,
    }
}

/// One muscle over twelve weeks, and where this week's sets came from.
fn detail(muscle: State<Muscle>, week: Computed<Week>, done: Computed<WeekVolume>) -> El {
    let docs = documents();
    let derived = derived();
    let locale = docs.locale();
    let weeks = Computed::new(move || {
        let (muscle, week) = (muscle.get(), week.get());
        let mut list = derived.history.with(|history| history.muscle(muscle, week, WEEKS));
        // The running session is not in the log yet.
        if let Some(last) = list.last_mut() {
            last.sets = done.with(|done| done.done.muscle(muscle));
        }
        list
    });
    let columns = move || {
        let year = docs.today().get_untracked().year();
        let column = |one: &volume::MuscleWeek| WeekColumn {
            sets: one.sets.sets(),
            deload: one.deload,
            label: week_span(one.week, year),
            number: locale.sets(one.sets),
        };
        weeks.with(|weeks| weeks.iter().map(column).collect())
    };
    let change = move || {
        weeks.with(|weeks| match weeks.as_slice() {
            [.., before, now] if before.sets > SetCount::ZERO && now.sets > SetCount::ZERO => {
                let percent = (now.sets.sets() / before.sets.sets() - 1.0) * 100.0;
                let fast = ramp_warning(before.sets, now.sets, untrack(|| band(muscle.get()).0));
                Some((words::change(percent, &locale), fast))
            }
            _ => None,
        })
    };
    let title = move || words::twelve(names::muscle(muscle.get()));
    let sources = move || {
        let list = done.with(|done| done.by_exercise.get(&muscle.get()).cloned().unwrap_or_default());
        if list.is_empty() {
            return say_as("p", "muted", words::NOTHING);
        }
        let rows = list.into_iter().map(|(id, sets)| {
            el("li").child(say("span", docs.exercise_name(&id))).child(say("b", locale.sets(sets)))
        });
        group("ul", "list", rows)
    };
    let chart = WeeksChart {
        columns: Rc::new(columns),
        band: Rc::new(move || {
            let (low, high) = band(muscle.get());
            (f64::from(low), f64::from(high))
        }),
        hue: Rc::new(move || names::hue(muscle.get())),
        summary: text(title),
        words: [words::TABLE, words::WEEK, words::SETS],
    };
    let changed = change;
    let head = of("div", "row")
        .child(el("h2").live_text(title))
        .child(of("span", "muted").live_text(move || changed().map(|(text, _)| text).unwrap_or_default()));
    let fast = move || change().is_some_and(|(_, fast)| fast).then(|| say_as("p", "warn", words::RAMP));
    stack()
        .child(card().child(head).with(chart.draw()).part(fast).child(say_as("p", "muted", words::DELOADS)))
        .child(flat().child(say_as("h2", "row", words::FROM)).part(sources))
}
