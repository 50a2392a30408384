//! The tempo of a set, counted aloud: off until it is started, and over with the set, the page or the light.

use super::exercise::Shown;
use crate::app::device;
use crate::domain::training::tempo::{Beat, Tempo};
use crate::i18n::en::tools as words;
use crate::ui::element::{El, of, react, say_as};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Look, button};

/// Milliseconds from one beat to the next.
const BEAT_MS: i32 = 1_000;
/// Hertz of a second, and of one with which a part begins. [our choice]
const TICK_HZ: (f32, f32) = (440.0, 660.0);
/// How long it sounds, seconds. [our choice]: a click, not a tone.
const TICK_S: f64 = 0.06;

/// What is counted, and the switch.
pub fn tempo(shown: Shown) -> El {
    let Shown { docs, logged, planned, .. } = shown;
    let tempo = Tempo::of(planned.with_untracked(|planned| planned.as_ref().and_then(|one| one.finisher)));
    let sound = docs.settings().with_untracked(|settings| settings.signals.sound);
    // When it was started, by the count that no clock touches; none while it is off.
    let began: State<Option<i64>> = State::new(None);
    let beat: State<Option<Beat>> = State::new(None);
    let tick = move || {
        let Some(began) = began.get_untracked() else { return };
        // To the nearest second: a browser's timer is late by a little, never early by half.
        let second = (device::steady() - began + i64::from(BEAT_MS) / 2) / i64::from(BEAT_MS);
        let now = tempo.beat(u32::try_from(second).unwrap_or(0));
        beat.set(Some(now));
        if sound {
            device::beep(if now.turns() { TICK_HZ.1 } else { TICK_HZ.0 }, TICK_S);
        }
    };
    let (mut ticker, mut watch) = (None, None);
    react(move || {
        drop((ticker.take(), watch.take()));
        if began.get().is_none() {
            beat.set(None);
            return;
        }
        untrack(tick);
        ticker = device::every(BEAT_MS, tick);
        watch = device::on_visibility(move |_| {
            if !device::is_visible() {
                began.set(None);
            }
        });
    });
    // A set that was logged is over.
    let sets = Computed::new(move || logged.with(Vec::len));
    let mut before = sets.get_untracked();
    react(move || {
        let now = sets.get();
        if std::mem::replace(&mut before, now) != now {
            began.set(None);
        }
    });
    let part = move || beat.get().map_or_else(String::new, |now| words::part(now.part).to_owned());
    let second = move || beat.get().map_or_else(String::new, |now| now.second.to_string());
    let rep = move || beat.get().map_or_else(String::new, |now| words::rep(now.rep));
    let on = move || began.with(Option::is_some);
    let go = button("", Look::Ghost)
        .set("id", "tempo-go")
        .live_bool("aria-pressed", on)
        .live_text(move || if on() { words::TEMPO_STOP } else { words::TEMPO_GO }.to_owned())
        .press(move || {
            if began.get_untracked().is_some() {
                return began.set(None);
            }
            if sound {
                device::wake_sound();
            }
            began.set(Some(device::steady()));
        });
    let silent = (!sound).then(|| say_as("p", "muted", words::TEMPO_SILENT));
    // Nothing of it moves, and nothing is read out each second: it is seen, heard, or both.
    of("div", "panel")
        .set("id", "tempo")
        .child(say_as("p", "muted", words::tempo(tempo)))
        .child(
            of("div", "tempo")
                .set("role", "timer")
                .set("aria-label", words::TEMPO)
                .child(of("b", "tempo__part").live_text(part))
                .child(of("span", "num num--large").live_text(second))
                .child(of("span", "muted").live_text(rep)),
        )
        .maybe(silent)
        .child(go)
}
