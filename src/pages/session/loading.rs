//! How the load is put on: plates a side, the nearest there is, the warm-up before it, and a load by its plates.

use super::exercise::{Iron, Shown, warm_up, work_sets};
use crate::app::actions;
use crate::domain::training::SetKind;
use crate::domain::training::loading::{self, Means, Rounding, WarmUpSet, holder_of, loaded, ramp};
use crate::domain::units::Kg;
use crate::i18n::en::loading as words;
use crate::i18n::load_text;
use crate::ui::element::{El, group, of, say_as};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Look, button};

/// What has to be put on for the typed load, or which loads there are near it.
pub fn line(shown: Shown, iron: &Iron) -> El {
    let Shown { docs, row, entry, .. } = shown;
    let iron = iron.clone();
    let typed = Computed::new(move || entry.read_load());
    let text = Computed::new(move || {
        let load = typed.get().filter(|load| *load > Kg::ZERO)?;
        let (units, locale) = (docs.units(), docs.locale());
        let holder = holder_of(&iron.0, row, iron.1);
        if let Some(plates) = holder.plates(load) {
            return Some(match plates {
                Ok(found) => words::side(&found, units, &locale),
                Err(lighter) => words::lighter(&load_text(lighter.bar, units, &locale)),
            });
        }
        if matches!(holder.means, Means::Steps(_)) {
            return None;
        }
        let near = |way| holder.round(load, way).map(|load| load_text(load, units, &locale));
        let (below, above) = (near(Rounding::Down), near(Rounding::Up));
        let there = holder.round(load, Rounding::Nearest).is_some_and(|near| {
            // Masses are kept in whole grams.
            near.grams().abs_diff(load.grams()) <= 1
        });
        (!there).then(|| words::nearest(below, above))
    });
    of("p", "muted").set("id", "plates").live_text(move || text.get().unwrap_or_default())
}

/// The warm-up before the first working set: each one tap.
pub fn warm_ups(shown: Shown, iron: &Iron) -> impl Fn() -> Option<El> + use<> {
    let Shown { docs, place, row, logged, entry, bout, .. } = shown;
    let iron = iron.clone();
    let typed = Computed::new(move || entry.read_load());
    let sets = Computed::new(move || {
        let begun = work_sets(logged) > 0 || bout.get().is_some();
        let (Some(row), Some(load)) = (row.filter(|_| !begun), typed.get()) else { return Vec::new() };
        let holder = holder_of(&iron.0, Some(row), iron.1);
        let done = |one: &WarmUpSet| {
            logged.with(|sets| {
                let of_kind = sets.iter().filter(|set| set.entry.kind == SetKind::WarmUp);
                of_kind.into_iter().any(|set| set.entry.load == one.load)
            })
        };
        let first = docs.draft().with(|draft| {
            docs.exercises().with(|own| draft.as_ref().is_some_and(|draft| draft.opens(place, own)))
        });
        let all = ramp(load, row.compound, first, &holder);
        all.into_iter().map(|one| (one.load, one.reps, done(&one))).collect::<Vec<_>>()
    });
    move || {
        let list = sets.get();
        let one = |(load, reps, done): (Kg, u8, bool)| {
            let text = format!("{} × {reps}", untrack(|| load_text(load, docs.units(), &docs.locale())));
            button(&if done { format!("✓ {text}") } else { text }, Look::Chip).flag("disabled", done).press(
                move || {
                    if let Some(set) = warm_up(load, reps) {
                        actions::log_set(docs, place, &set).ok();
                    }
                },
            )
        };
        (!list.is_empty()).then(|| {
            of("div", "warm-ups")
                .set("id", "warm-ups")
                .child(say_as("span", "muted", words::WARM_UP))
                .child(group("div", "buttons", list.into_iter().map(one)))
        })
    }
}

/// Whether plates hold the load of this exercise.
pub fn by_plates(shown: Shown, iron: &Iron) -> bool {
    matches!(holder_of(&iron.0, shown.row, iron.1).means, Means::Plates(_))
}

/// A load by its plates: each press puts one on both sides.
pub fn plates(shown: Shown, iron: &Iron) -> El {
    let Shown { docs, row, entry, .. } = shown;
    let holder = holder_of(&iron.0, row, iron.1);
    let Means::Plates(bar) = holder.means else { return of("div", "panel") };
    let (units, locale) = (docs.units(), docs.locale());
    let side: State<Vec<loading::Iron>> = State::new(Vec::new());
    let set = move || {
        if let Some(load) = side.with_untracked(|side| loaded(bar, side)) {
            entry.load.set(untrack(|| entry.shown(load)));
        }
    };
    let put = |plate: loading::Iron| {
        let name = words::plate(plate, units, &locale);
        button(&name, Look::Chip).set("aria-label", words::put_on(&name)).press(move || {
            side.update(|side| side.push(plate));
            set();
        })
    };
    let mut kinds: Vec<loading::Iron> = holder.plates.iter().map(|kind| kind.plate).collect();
    kinds.dedup();
    let clear = button(words::CLEAR, Look::Chip).press(move || {
        side.set(Vec::new());
        set();
    });
    let text = move || {
        side.with(|side| {
            let load = loaded(bar, side).map(|load| load_text(load, units, &locale));
            let plates: Vec<String> = side.iter().map(|plate| words::plate(*plate, units, &locale)).collect();
            words::on_bar(bar, &plates, load.as_deref(), units, &locale)
        })
    };
    of("div", "panel")
        .child(say_as("p", "muted", words::TAP_PLATES))
        .child(group("div", "buttons", kinds.into_iter().map(put)).child(clear))
        .child(of("p", "").set("id", "by-plates").set("role", "status").live_text(text))
}
