//! Parts of an element that come and go: drawn anew when what they read changes, or kept row by row.

use super::{El, react};
use crate::platform::page;
use crate::ui::state::{Computed, untrack};
use leptos::prelude::Owner;
use std::cell::RefCell;
use web_sys::Node;

/// What a part shows now: any number of elements.
pub struct Part(Vec<El>);

impl Part {
    pub(super) fn into_elements(self) -> Vec<El> {
        self.0
    }
}

impl From<El> for Part {
    fn from(one: El) -> Self {
        Self(vec![one])
    }
}

impl From<Option<El>> for Part {
    fn from(one: Option<El>) -> Self {
        Self(one.into_iter().collect())
    }
}

impl From<Vec<El>> for Part {
    fn from(list: Vec<El>) -> Self {
        Self(list)
    }
}

impl<const N: usize> From<[El; N]> for Part {
    fn from(list: [El; N]) -> Self {
        Self(list.into())
    }
}

/// A part of several elements.
pub fn part(elements: impl IntoIterator<Item = El>) -> Part {
    Part(elements.into_iter().collect())
}

/// Draws the piece at a place that shows this.
type DrawPiece = Box<dyn Fn(usize, &str) -> El>;

impl El {
    /// Appends a part that is drawn anew whenever what it reads has changed.
    pub fn part<P: Into<Part>>(self, draw: impl Fn() -> P + 'static) -> Self {
        self.follow_part(Box::new(move || draw().into()));
        self
    }

    /// Appends a part that is there while something holds.
    pub fn shown(
        self,
        holds: impl Fn() -> bool + Send + Sync + 'static,
        draw: impl Fn() -> El + 'static,
    ) -> Self {
        // Drawn anew only when the answer changes, not whenever what it was asked of does.
        let holds = Computed::new(holds);
        self.part(move || holds.get().then(|| untrack(&draw)))
    }

    /// Appends a row for every key, kept while its key stays.
    pub fn rows(self, keys: impl Fn() -> Vec<i64> + 'static, draw: impl Fn(i64) -> El + 'static) -> Self {
        self.follow_rows(Box::new(keys), Box::new(draw));
        self
    }

    /// Appends pieces in order, each told by a text of what it shows: one whose text stays is kept as it is.
    pub fn pieces(
        self,
        shows: impl Fn() -> Vec<String> + 'static,
        draw: impl Fn(usize, &str) -> El + 'static,
    ) -> Self {
        self.follow_pieces(Box::new(shows), Box::new(draw));
        self
    }

    #[inline(never)]
    fn anchor(&self) -> Option<Node> {
        let anchor: Node = web_sys::Comment::new().ok()?.into();
        self.dom().append_child(&anchor).ok()
    }

    #[inline(never)]
    fn follow_part(&self, draw: Box<dyn Fn() -> Part>) {
        let Some(anchor) = self.anchor() else { return };
        let mut shown: Vec<El> = Vec::new();
        react(move || {
            let new = draw().0;
            let place = shown.iter().position(El::has_focus);
            let id = place.and(page::focused()).map(|focused| focused.id());
            for old in shown.drain(..) {
                old.dom().remove();
            }
            for one in &new {
                insert_before(one, &anchor);
            }
            shown = new;
            // A press that replaces its own button leaves the focus at the same button, or at what stands there.
            // In a turn of its own: a focus makes the browser lay the page out at once.
            if let Some(place) = place {
                let next = shown.get(place).or(shown.last()).cloned();
                page::after(0, move || {
                    match (id.filter(|id| !id.is_empty()).and_then(|id| page::by_id(&id)), next) {
                        (Some(same), _) => page::focus(&same),
                        (None, Some(next)) => next.take_focus(),
                        (None, None) => {}
                    }
                });
            }
        });
    }

    #[inline(never)]
    fn follow_rows(&self, keys: Box<dyn Fn() -> Vec<i64>>, draw: Box<dyn Fn(i64) -> El>) {
        let Some(anchor) = self.anchor() else { return };
        // Rows outlive the run that made them: they belong to whoever made the list.
        let Some(owner) = Owner::current() else { return };
        let shown: RefCell<Vec<(i64, El, Owner)>> = RefCell::default();
        react(move || {
            let keys = keys();
            let mut shown = shown.borrow_mut();
            shown.retain(|(key, row, own)| {
                let stays = keys.contains(key);
                if !stays {
                    row.dom().remove();
                    own.cleanup();
                }
                stays
            });
            for key in keys {
                if !shown.iter().any(|(known, _, _)| *known == key) {
                    let own = owner.with(Owner::new);
                    let row = own.with(|| untrack(|| draw(key)));
                    shown.push((key, row, own));
                }
            }
            shown.sort_unstable_by_key(|(key, _, _)| *key);
            // Only what stands elsewhere moves: a row that stays costs nothing and keeps the focus.
            let mut next = anchor.clone();
            for (_, row, _) in shown.iter().rev() {
                if row.dom().next_sibling().as_ref() != Some(&next) {
                    insert_before(row, &next);
                }
                next = row.dom().clone().into();
            }
        });
    }

    #[inline(never)]
    fn follow_pieces(&self, shows: Box<dyn Fn() -> Vec<String>>, draw: DrawPiece) {
        let Some(anchor) = self.anchor() else { return };
        let Some(owner) = Owner::current() else { return };
        let shown: RefCell<Vec<(String, El, Owner)>> = RefCell::default();
        react(move || {
            let texts = shows();
            let mut shown = shown.borrow_mut();
            while shown.len() > texts.len() {
                if let Some((_, old, own)) = shown.pop() {
                    old.dom().remove();
                    own.cleanup();
                }
            }
            for (place, text) in texts.into_iter().enumerate() {
                if shown.get(place).is_some_and(|(known, _, _)| *known == text) {
                    continue;
                }
                let own = owner.with(Owner::new);
                let new = own.with(|| untrack(|| draw(place, &text)));
                match shown.get_mut(place) {
                    Some(slot) => {
                        let (_, old, gone) = std::mem::replace(slot, (text, new.clone(), own));
                        let focused = old.has_focus();
                        old.dom().replace_with_with_node_1(new.dom()).unwrap_or_default();
                        gone.cleanup();
                        if focused {
                            new.take_focus();
                        }
                    }
                    None => {
                        insert_before(&new, &anchor);
                        shown.push((text, new, own));
                    }
                }
            }
        });
    }

    fn has_focus(&self) -> bool {
        let active = page::focused();
        active.is_some_and(|active| self.dom().contains(Some(&active)))
    }

    fn take_focus(&self) {
        let inside = self.dom().query_selector("button, a, input, select, summary").ok().flatten();
        page::focus(inside.as_ref().unwrap_or(self.dom()));
    }
}

fn insert_before(one: &El, anchor: &Node) {
    if let Some(parent) = anchor.parent_node() {
        parent.insert_before(one.dom(), Some(anchor)).ok();
    }
}
