//! The page's half of the service worker: registers it, tells what state it is in, and changes version only
//! when the person asks.

use super::page::{self, Listener};
use super::{call_with, property};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How far offline use is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfflineState {
    /// Not yet known.
    Starting,
    /// This browser, or this build, has no worker.
    Unsupported,
    /// The next start works offline.
    Ready,
    /// A new version is complete and waits.
    UpdateWaiting,
    /// Another tab has changed to a new version.
    OtherVersion,
    /// The worker could not be installed.
    Failed,
}

/// At most one look for a new version in so many milliseconds.
const LOOK_EVERY: i64 = 3_600_000;

/// The one policy of Trusted Types that the page allows (`src/bin/precache/page.rs`).
const POLICY: &str = "legwork-worker";

type Tell = Rc<dyn Fn(OfflineState)>;

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
    static LISTENERS: RefCell<Vec<Listener>> = const { RefCell::new(Vec::new()) };
    static REGISTRATION: RefCell<Option<web_sys::ServiceWorkerRegistration>> = const { RefCell::new(None) };
}

/// The worker's registration, once there is one.
pub fn registration() -> Option<web_sys::ServiceWorkerRegistration> {
    REGISTRATION.with_borrow(Clone::clone)
}

/// Registers the worker once the page has come to rest, and tells every change of state.
pub fn start(tell: impl Fn(OfflineState) + 'static) {
    // Once another tab has changed the version, this page is old for good: nothing takes that back.
    let old = Cell::new(false);
    let tell: Tell = Rc::new(move |state| {
        if !old.get() {
            old.set(state == OfflineState::OtherVersion);
            tell(state);
        }
    });
    let Some(window) = web_sys::window() else { return };
    let marked = window
        .document()
        .and_then(|document| document.query_selector("meta[name=legwork-worker]").ok().flatten())
        .is_some();
    if !marked || property(&window.navigator(), "serviceWorker").is_none() {
        tell(OfflineState::Unsupported);
        return;
    }
    let container = window.navigator().service_worker();
    let had_one = container.controller().is_some();
    // At once: another tab may change the version while this one is still starting.
    let on_change = page::listen(container.into(), "controllerchange", {
        let tell = tell.clone();
        Box::new(move |_| {
            if ASKED.get() {
                if let Some(window) = web_sys::window() {
                    window.location().reload().ok();
                }
            } else if had_one {
                tell(OfflineState::OtherVersion);
            }
        })
    });
    LISTENERS.with_borrow_mut(|list| list.extend(on_change));
    // After the first load is over: the worker fetches everything once more.
    page::after(400, move || spawn_local(register(tell, had_one)));
}

async fn register(tell: Tell, had_one: bool) {
    let Some(window) = web_sys::window() else { return };
    let container = window.navigator().service_worker();
    let base = format!("{}/", page::base_path());
    let options = js_sys::Object::new();
    for (name, value) in [("scope", base.as_str()), ("updateViaCache", "none")] {
        js_sys::Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value)).ok();
    }
    let asked =
        call_with(&container, "register", &[trusted(&window, &format!("{base}sw.js")), options.into()])
            .and_then(|asked| asked.dyn_into::<js_sys::Promise>().ok());
    let registered = match asked {
        Some(promise) => JsFuture::from(promise).await.ok(),
        None => None,
    };
    let Some(registration) = registered.and_then(|r| r.dyn_into::<web_sys::ServiceWorkerRegistration>().ok())
    else {
        tell(if had_one { OfflineState::Ready } else { OfflineState::Failed });
        return;
    };
    let on_found = page::listen(registration.clone().into(), "updatefound", {
        let (tell, registration) = (tell.clone(), registration.clone());
        Box::new(move |_| follow(&registration, &tell))
    });
    let looked = Cell::new(super::now_ms());
    let on_visible = page::on_visibility({
        let registration = registration.clone();
        move |_| {
            if page::is_visible() && super::now_ms() - looked.get() > LOOK_EVERY {
                looked.set(super::now_ms());
                if let Ok(promise) = registration.update() {
                    // Offline there is nothing to find.
                    spawn_local(async move {
                        JsFuture::from(promise).await.ok();
                    });
                }
            }
        }
    });
    LISTENERS.with_borrow_mut(|list| list.extend([on_found, on_visible].into_iter().flatten()));
    if registration.waiting().is_some() && registration.active().is_some() {
        tell(OfflineState::UpdateWaiting);
    } else if registration.active().is_some() {
        tell(OfflineState::Ready);
    }
    follow(&registration, &tell);
    REGISTRATION.with_borrow_mut(|held| *held = Some(registration));
}

/// The worker's address as the page's policy lets it through, where the browser has Trusted Types. The one policy
/// that the page allows gives out this address, whatever it is asked for, and there can be no second of its name.
fn trusted(window: &web_sys::Window, url: &str) -> JsValue {
    let plain = JsValue::from_str(url);
    // A list of one joins to that one, whatever it is joined with.
    let only = js_sys::Array::of1(&plain);
    let policy = || {
        let give = call_with(&property(&only, "join")?, "bind", std::slice::from_ref(&only))?;
        let rules = js_sys::Object::new();
        js_sys::Reflect::set(&rules, &JsValue::from_str("createScriptURL"), &give).ok()?;
        let types = property(window, "trustedTypes")?;
        let policy = call_with(&types, "createPolicy", &[JsValue::from_str(POLICY), rules.into()])?;
        call_with(&policy, "createScriptURL", std::slice::from_ref(&plain))
    };
    policy().unwrap_or(plain)
}

/// Follows a worker that is being installed.
fn follow(registration: &web_sys::ServiceWorkerRegistration, tell: &Tell) {
    let Some(worker) = registration.installing() else { return };
    let (tell, registration) = (tell.clone(), registration.clone());
    let seen = worker.clone();
    let listener = page::listen(
        worker.into(),
        "statechange",
        Box::new(move |_| {
            let state = match seen.state() {
                web_sys::ServiceWorkerState::Installed if registration.active().is_some() => {
                    OfflineState::UpdateWaiting
                }
                web_sys::ServiceWorkerState::Activated => OfflineState::Ready,
                // What was there before goes on serving.
                web_sys::ServiceWorkerState::Redundant if registration.active().is_none() => {
                    OfflineState::Failed
                }
                _ => return,
            };
            tell(state);
        }),
    );
    LISTENERS.with_borrow_mut(|list| list.extend(listener));
}

/// Changes to the version that waits; this tab reloads when it is in charge.
pub fn apply_update() {
    let waiting =
        REGISTRATION.with_borrow(|held| held.as_ref().and_then(|registration| registration.waiting()));
    match waiting {
        Some(worker) => {
            ASKED.set(true);
            worker.post_message(&JsValue::from_str("skip-waiting")).ok();
        }
        None => {
            if let Some(window) = web_sys::window() {
                window.location().reload().ok();
            }
        }
    }
}
