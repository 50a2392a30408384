//! Signals with one copy of their code for each type they hold, instead of one for each place that uses them.
//! Thin doors before Leptos' own; they know nothing of what they hold.

use leptos::prelude::*;
use leptos::reactive::signal::guards::{Plain, ReadGuard};

/// A value that the page may read and change; reading it inside something live follows it.
pub struct State<T: 'static>(RwSignal<T>);

impl<T> Copy for State<T> {}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> State<T> {
    /// Begins with a value; it lives as long as the page or part that made it.
    #[inline(never)]
    pub fn new(value: T) -> Self {
        Self(RwSignal::new(value))
    }

    #[inline(never)]
    fn guard(self) -> ReadGuard<T, Plain<T>> {
        self.0.read()
    }

    #[inline(never)]
    fn guard_untracked(self) -> ReadGuard<T, Plain<T>> {
        self.0.read_untracked()
    }

    /// Looks at the value, and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.guard())
    }

    /// Looks at the value once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.guard_untracked())
    }

    /// The value; follows it.
    #[inline(never)]
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.guard().clone()
    }

    /// The value, once.
    #[inline(never)]
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.guard_untracked().clone()
    }

    /// Another value; tells everybody who follows it.
    #[inline(never)]
    pub fn set(self, value: T) {
        self.0.set(value);
    }

    /// Changes the value; tells everybody who follows it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut change = Some(change);
        self.update_by(&mut |value| {
            if let Some(change) = change.take() {
                change(value);
            }
        });
    }

    #[inline(never)]
    fn update_by(self, change: &mut dyn FnMut(&mut T)) {
        self.0.update(|value| change(value));
    }

    /// Tells everybody who follows it.
    #[inline(never)]
    pub fn notify(self) {
        self.0.notify();
    }

    /// Follows the value without looking at it.
    #[inline(never)]
    pub fn track(self) {
        self.0.track();
    }

    /// The same value, to read only.
    pub fn reading(self) -> Reading<T> {
        Reading(self)
    }
}

/// A value that may be read and followed, not changed.
pub struct Reading<T: 'static>(State<T>);

impl<T> Copy for Reading<T> {}

impl<T> Clone for Reading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Reading<T> {
    /// Looks at the value, and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.0.with(look)
    }

    /// Looks at the value once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.0.with_untracked(look)
    }

    /// The value; follows it.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.0.get()
    }

    /// The value, once.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.0.get_untracked()
    }
}

/// A value that follows from others: computed when it is read, once for each change of its sources; whoever
/// follows it is told only when it differs.
pub struct Computed<T: Send + Sync + 'static>(Memo<T>);

impl<T: Send + Sync> Copy for Computed<T> {}

impl<T: Send + Sync> Clone for Computed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: PartialEq + Send + Sync + 'static> Computed<T> {
    /// Follows from what `compute` reads.
    pub fn new(compute: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self::boxed(Box::new(compute))
    }

    #[inline(never)]
    fn boxed(compute: Box<dyn Fn() -> T + Send + Sync>) -> Self {
        Self(Memo::new(move |_| compute()))
    }

    /// Looks at the value, and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.guard())
    }

    /// Looks at the value once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.guard_untracked())
    }

    #[inline(never)]
    fn guard(self) -> <Memo<T> as Read>::Value {
        self.0.read()
    }

    #[inline(never)]
    fn guard_untracked(self) -> <Memo<T> as ReadUntracked>::Value {
        self.0.read_untracked()
    }

    /// The value; follows it.
    #[inline(never)]
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.guard().clone()
    }

    /// The value, once.
    #[inline(never)]
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.guard_untracked().clone()
    }
}

/// Runs without following anything that is read.
pub fn untrack<T>(run: impl FnOnce() -> T) -> T {
    leptos::prelude::untrack(run)
}
