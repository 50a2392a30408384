//! The browser's lock over all tabs of this place, where it has one: who holds it alone may write. It knows nothing
//! of what is written.

use super::{call_with, property};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The name of the lock.
const NAME: &str = "legwork";

/// What becomes of an ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// This tab holds it now.
    Held,
    /// It does not any more: another tab has taken it.
    Lost,
}

/// A place in the queue for the lock, or the lock.
#[derive(Clone)]
pub struct Claim {
    /// Counts the asks: what an older one is told is no news.
    number: Rc<Cell<u32>>,
    /// Ends the holding.
    release: Rc<RefCell<Option<js_sys::Function>>>,
    tell: Rc<dyn Fn(Told)>,
}

/// Whether this browser has such locks.
pub fn exists() -> bool {
    manager().is_some()
}

fn manager() -> Option<JsValue> {
    property(&web_sys::window()?.navigator(), "locks").filter(JsValue::is_object)
}

impl Claim {
    /// A claim that has asked for nothing yet.
    pub fn new(tell: impl Fn(Told) + 'static) -> Self {
        Self { number: Rc::default(), release: Rc::default(), tell: Rc::new(tell) }
    }

    /// Asks: waits for its turn, or takes it from whoever has it.
    pub fn ask(&self, steal: bool) {
        let number = self.number.get() + 1;
        self.number.set(number);
        let Some(locks) = manager() else { return };
        let (mine, release, tell) = (self.number.clone(), self.release.clone(), self.tell.clone());
        let held = Rc::new(Cell::new(false));
        let now = held.clone();
        let take = Closure::once_into_js(move |_lock: JsValue| {
            if mine.get() != number {
                // An ask that another one has replaced: it is given back at once, or nobody would ever have it.
                return JsValue::UNDEFINED;
            }
            // Held for as long as this promise is open.
            let open = js_sys::Promise::new(&mut |resolve, _| {
                release.replace(Some(resolve));
            });
            now.set(true);
            tell(Told::Held);
            JsValue::from(open)
        });
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &JsValue::from_str("steal"), &JsValue::from_bool(steal)).ok();
        let asked = call_with(&locks, "request", &[JsValue::from_str(NAME), options.into(), take]);
        let Some(promise) = asked.and_then(|asked| asked.dyn_into::<js_sys::Promise>().ok()) else { return };
        let me = self.clone();
        spawn_local(async move {
            let ended = JsFuture::from(promise).await;
            if ended.is_err() && held.get() && me.number.get() == number {
                (me.tell)(Told::Lost);
                // It waits for its next turn.
                me.ask(false);
            }
        });
    }

    /// Gives it back: a page that is put aside must not hold up the others.
    pub fn release(&self) {
        self.number.set(self.number.get() + 1);
        if let Some(release) = self.release.take() {
            release.call0(&JsValue::NULL).ok();
        }
    }
}
