//! How the end of a rest is told: four switches, and what a device cannot do.

use crate::app::documents::documents;
use crate::app::{actions, device};
use crate::domain::settings::Signals;
use crate::i18n::en::settings as words;
use crate::pages::card;
use crate::ui::Checks;
use crate::ui::element::{El, of, say_as, told};
use crate::ui::state::State;
use std::rc::Rc;

/// The switches.
pub fn signals() -> El {
    let docs = documents();
    let settings = docs.settings();
    let refused = State::new(false);
    let now = move || settings.with(|settings| settings.signals);
    let switch = move |place: usize, on: bool| {
        let mut signals = now();
        match place {
            0 => signals.sound = on,
            1 => signals.vibration = on,
            2 => signals.notification = on,
            _ => signals.awake = on,
        }
        // What cannot be saved is said by the banner above every page.
        actions::set_signals(docs, signals).ok();
    };
    let toggle = move |(place, on): (usize, bool)| {
        refused.set(false);
        if place == 2 && on && !device::may_notify() {
            // Asked for only now: nobody is asked who did not want it.
            device::ask_to_notify(move |granted| {
                if granted {
                    switch(2, true);
                } else {
                    refused.set(true);
                }
            });
        } else {
            switch(place, on);
        }
    };
    let checked = move |place: usize| {
        // A switch that was refused goes back.
        refused.track();
        let Signals { sound, vibration, notification, awake } = now();
        match place {
            0 => sound,
            1 => vibration,
            2 => notification && device::may_notify(),
            _ => awake,
        }
    };
    let switches = Checks {
        legend: words::SIGNALS.to_owned(),
        options: [words::SOUND, words::VIBRATION, words::NOTIFICATION, words::AWAKE]
            .map(str::to_owned)
            .to_vec(),
        checked: Rc::new(checked),
        toggle: told(toggle),
    };
    let lacks = [
        (device::can_vibrate(), words::NO_VIBRATION),
        (device::can_notify(), words::NO_NOTIFICATION),
        (device::can_stay_awake(), words::NO_AWAKE),
    ];
    let missing = lacks.into_iter().filter(|(can, _)| !can).map(|(_, text)| say_as("p", "muted", text));
    let blocked = move || if refused.get() { words::REFUSED } else { "" }.to_owned();
    card()
        .child(switches.draw())
        .child(of("p", "warn").set("role", "status").live_text(blocked))
        .all(missing)
        .child(say_as("p", "muted", words::SIGNALS_NOTE))
}
