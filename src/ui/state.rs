//! Signals whose machine code is there once, whatever they hold: behind each door lies one signal of a box.
//! They know nothing of what they hold.

use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;

type Held = Box<dyn Any + Send + Sync>;
type Guard = <RwSignal<Held> as Read>::Value;

#[inline(never)]
fn begin(value: Held) -> RwSignal<Held> {
    RwSignal::new(value)
}

#[inline(never)]
fn read(signal: RwSignal<Held>) -> Guard {
    signal.read()
}

#[inline(never)]
fn read_once(signal: RwSignal<Held>) -> Guard {
    signal.read_untracked()
}

#[inline(never)]
fn change(signal: RwSignal<Held>, change: &mut dyn FnMut(&mut dyn Any)) {
    signal.update(|held| change(held.as_mut()));
}

#[inline(never)]
fn track(signal: RwSignal<Held>) {
    signal.track();
}

/// What lies in the box. A door is made with the type it holds, so there is never another one behind it.
fn of<T: 'static>(held: &dyn Any) -> &T {
    match held.downcast_ref() {
        Some(value) => value,
        None => std::process::abort(),
    }
}

/// A value that the page may read and change; reading it inside something live follows it.
pub struct State<T: 'static> {
    signal: RwSignal<Held>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Copy for State<T> {}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> State<T> {
    /// Begins with a value; it lives as long as the page or part that made it.
    pub fn new(value: T) -> Self {
        Self { signal: begin(Box::new(value)), holds: PhantomData }
    }

    /// Looks at the value, and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(of(read(self.signal).as_ref()))
    }

    /// Looks at the value once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(of(read_once(self.signal).as_ref()))
    }

    /// The value; follows it.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value, once.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Another value; tells everybody who follows it.
    pub fn set(self, value: T) {
        self.update(|held| *held = value);
    }

    /// Changes the value; tells everybody who follows it.
    pub fn update(self, how: impl FnOnce(&mut T)) {
        let mut how = Some(how);
        change(self.signal, &mut |held| {
            if let (Some(how), Some(value)) = (how.take(), held.downcast_mut()) {
                how(value);
            }
        });
    }

    /// Follows the value without looking at it.
    pub fn track(self) {
        track(self.signal);
    }

    /// Tells everybody who follows it.
    pub fn notify(self) {
        self.signal.notify();
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

/// A value in a box that knows whether another one is the same.
struct Outcome {
    value: Held,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Outcome {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(self.value.as_ref(), other.value.as_ref())
    }
}

fn same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<T>() == other.downcast_ref::<T>()
}

#[inline(never)]
fn compute(how: Box<dyn Fn() -> Outcome + Send + Sync>) -> Memo<Outcome> {
    Memo::new(move |_| how())
}

#[inline(never)]
fn computed(memo: Memo<Outcome>) -> <Memo<Outcome> as Read>::Value {
    memo.read()
}

#[inline(never)]
fn computed_once(memo: Memo<Outcome>) -> <Memo<Outcome> as ReadUntracked>::Value {
    memo.read_untracked()
}

/// A value that follows from others: computed when it is read, once for each change of its sources; whoever
/// follows it is told only when it differs.
pub struct Computed<T: 'static> {
    memo: Memo<Outcome>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Copy for Computed<T> {}

impl<T> Clone for Computed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: PartialEq + Send + Sync + 'static> Computed<T> {
    /// Follows from what `how` reads.
    pub fn new(how: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let boxed = move || Outcome { value: Box::new(how()), same: same::<T> };
        Self { memo: compute(Box::new(boxed)), holds: PhantomData }
    }

    /// Looks at the value, and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(of(computed(self.memo).value.as_ref()))
    }

    /// Looks at the value once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(of(computed_once(self.memo).value.as_ref()))
    }

    /// The value; follows it.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value, once.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

/// Runs without following anything that is read.
pub fn untrack<T>(run: impl FnOnce() -> T) -> T {
    leptos::prelude::untrack(run)
}
