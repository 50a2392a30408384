//! How a device tells the end of a rest: tone, vibration, notification, and the screen that stays on. What a
//! browser does not have is left out silently; whoever asks can know beforehand.

use super::{call_with, property};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

thread_local! {
    static SOUND: RefCell<Option<web_sys::AudioContext>> = const { RefCell::new(None) };
    static AWAKE: Cell<bool> = const { Cell::new(false) };
    static LOCK: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// The page's steady count, milliseconds: no change of the device's clock touches it.
pub fn steady() -> i64 {
    let count = web_sys::window()
        .and_then(|window| property(&window, "performance"))
        .and_then(|performance| call_with(&performance, "now", &[]));
    count.and_then(|count| count.as_f64()).map_or(0, |count| count as i64)
}

/// Makes the sound ready, asleep: the first time it takes the device a tenth of a second, which no press should wait
/// for.
pub fn prepare_sound() {
    SOUND.with_borrow_mut(|sound| {
        if sound.is_none() {
            *sound = web_sys::AudioContext::new().ok();
        }
    });
}

/// Wakes the sound while a press is being handled: later, without one, browsers keep it silent.
pub fn wake_sound() {
    let pressed = web_sys::window()
        .and_then(|window| property(&window.navigator(), "userActivation"))
        .and_then(|activation| property(&activation, "isActive"))
        .is_some_and(|active| active.is_truthy());
    if !pressed {
        return;
    }
    prepare_sound();
    SOUND.with_borrow(|sound| {
        if let Some(sound) = sound {
            call_with(sound, "resume", &[]);
        }
    });
}

/// A tone of the end of a rest, where a press has woken the sound.
pub fn tone() -> Option<()> {
    beep(880.0, 0.25)
}

/// A tone of so many hertz and seconds, where a press has woken the sound.
pub fn beep(hertz: f32, seconds: f64) -> Option<()> {
    SOUND.with_borrow(|context| {
        let context = context.as_ref()?;
        let oscillator = context.create_oscillator().ok()?;
        let gain = context.create_gain().ok()?;
        gain.gain().set_value(0.15);
        oscillator.frequency().set_value(hertz);
        oscillator.connect_with_audio_node(&gain).ok()?;
        gain.connect_with_audio_node(&context.destination()).ok()?;
        oscillator.start().ok()?;
        oscillator.stop_with_when(context.current_time() + seconds).ok()
    })
}

/// Whether the device can vibrate, as far as the browser says.
pub fn can_vibrate() -> bool {
    web_sys::window().is_some_and(|window| property(&window.navigator(), "vibrate").is_some())
}

/// A short shake; a page that was never touched may not.
pub fn vibrate() {
    let Some(window) = web_sys::window() else { return };
    let touched = property(&window.navigator(), "userActivation")
        .and_then(|activation| property(&activation, "hasBeenActive"))
        .is_none_or(|active| active.is_truthy());
    if touched {
        call_with(&window.navigator(), "vibrate", &[JsValue::from_f64(200.0)]);
    }
}

fn notification() -> Option<JsValue> {
    property(&js_sys::global(), "Notification")
}

/// Whether the browser has notifications.
pub fn can_notify() -> bool {
    notification().is_some()
}

/// Whether the person has let this page notify.
pub fn may_notify() -> bool {
    let said = notification().and_then(|class| property(&class, "permission"));
    said.and_then(|said| said.as_string()).is_some_and(|said| said == "granted")
}

/// Asks the person, and tells what they said.
pub fn ask_to_notify(tell: impl FnOnce(bool) + 'static) {
    let asked = notification().and_then(|class| call_with(&class, "requestPermission", &[]));
    spawn_local(async move {
        if let Some(promise) = asked.and_then(|asked| asked.dyn_into::<js_sys::Promise>().ok()) {
            JsFuture::from(promise).await.ok();
        }
        tell(may_notify());
    });
}

/// Notifies, where the person has let the page; through the worker, as phones want it.
pub fn notify(words: &str) {
    if !may_notify() {
        return;
    }
    let options = js_sys::Object::new();
    for (name, value) in [("tag", JsValue::from_str("rest")), ("renotify", JsValue::TRUE)] {
        js_sys::Reflect::set(&options, &JsValue::from_str(name), &value).ok();
    }
    let said = [JsValue::from_str(words), options.into()];
    spawn_local(async move {
        let shown = match super::offline::registration() {
            Some(worker) => call_with(&worker, "showNotification", &said),
            None => None,
        };
        match shown.and_then(|shown| shown.dyn_into::<js_sys::Promise>().ok()) {
            Some(promise) => {
                JsFuture::from(promise).await.ok();
            }
            None => {
                let class = notification().and_then(|class| class.dyn_into::<js_sys::Function>().ok());
                if let Some(class) = class {
                    js_sys::Reflect::construct(&class, &said.iter().collect()).ok();
                }
            }
        }
    });
}

fn wake_lock() -> Option<JsValue> {
    web_sys::window().and_then(|window| property(&window.navigator(), "wakeLock"))
}

/// Whether the browser can keep the screen on.
pub fn can_stay_awake() -> bool {
    wake_lock().is_some()
}

/// Keeps the screen on, or no longer. Browsers let it go whenever the page is hidden: asked again in sight, it
/// is taken again.
pub fn stay_awake(wanted: bool) {
    AWAKE.set(wanted);
    let held = LOCK.with_borrow(|lock| {
        lock.as_ref().is_some_and(|lock| property(lock, "released").is_none_or(|gone| gone.is_falsy()))
    });
    if !wanted {
        if let Some(lock) = LOCK.take() {
            call_with(&lock, "release", &[]);
        }
    } else if !held && super::page::is_visible() {
        let asked = wake_lock().and_then(|lock| call_with(&lock, "request", &[JsValue::from_str("screen")]));
        spawn_local(async move {
            let Some(promise) = asked.and_then(|asked| asked.dyn_into::<js_sys::Promise>().ok()) else {
                return;
            };
            // Refused with an empty battery, for one: the screen goes dark as it would without us.
            let Ok(lock) = JsFuture::from(promise).await else { return };
            if AWAKE.get() {
                LOCK.set(Some(lock));
            } else {
                call_with(&lock, "release", &[]);
            }
        });
    }
}
