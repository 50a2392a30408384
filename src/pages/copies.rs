//! The second copies that the browser keeps beside the store: how old the newest is, which there are, and the way
//! back to one; and what stands in place of every page where the store was found empty or damaged.

use super::restore::Restoring;
use super::{card, page};
use crate::app::actions;
use crate::app::device;
use crate::app::documents::documents;
use crate::app::mirror::{Best, Mirrored, Snapshot, mirror};
use crate::app::{go, href};
use crate::i18n::en::copies as words;
use crate::routes::Page;
use crate::ui::element::{El, el, fixed, group, of, say, say_as};
use crate::ui::state::State;
use crate::ui::{Look, button, link_button};
use std::sync::Arc;

/// How old the second copy is, and every one there is.
pub(super) fn card_of_copies() -> El {
    let (docs, mirror) = (documents(), mirror());
    mirror.look();
    let restoring = Restoring::new();
    let state = move || match mirror.state().get() {
        Mirrored::Unknown => String::new(),
        Mirrored::Unavailable => words::UNAVAILABLE.to_owned(),
        Mirrored::Never => words::NEVER.to_owned(),
        Mirrored::At(at) => words::newest((docs.now().millis - at) / 60_000),
    };
    let look = move |snapshot: Snapshot| {
        restoring.say(words::READING);
        device::spawn(async move {
            match mirror.open(snapshot).await {
                Some(opened) => {
                    let parts = opened.problems.len();
                    restoring.show(&actions::logbook(docs), opened.logbook);
                    if parts > 0 {
                        restoring.problem.set(words::parts_unread(parts));
                    }
                }
                None => restoring.say(words::UNREADABLE),
            }
        });
    };
    let list = move || {
        let rows = mirror.snapshots().get().into_iter().map(|snapshot| {
            let text = words::snapshot(snapshot.day, snapshot.sessions, snapshot.sets);
            let means = words::look_at(&text);
            let press = button(words::LOOK, Look::Chip)
                .set("aria-label", means)
                .press(move || look(snapshot.clone()));
            el("li").child(say("span", text)).child(press)
        });
        group("ul", "list", rows)
    };
    card()
        .child(say("h2", words::TITLE))
        .child(say_as("p", "muted", words::ABOUT))
        .child(el("p").set("id", "second-copy").live_text(state))
        .child(of("details", "why").child(say("summary", words::EVERY)).part(move || Some(list())))
        .child(restoring.draw())
}

/// The store was found empty or damaged, and copies of it are there: nobody is taken for new.
pub(super) fn recovery() -> El {
    let (docs, mirror) = (documents(), mirror());
    let damaged = docs.damaged().with_untracked(|keys| !keys.is_empty());
    let unread = mirror.snapshots().with_untracked(Vec::is_empty);
    let said = State::new(if unread { String::new() } else { words::READING.to_owned() });
    let best: State<Option<Arc<Best>>> = State::new(None);
    if !unread {
        device::spawn(async move {
            let found = mirror.best().await;
            said.set(match &found {
                None => words::UNREADABLE.to_owned(),
                Some(Best { unread: 0, .. }) => String::new(),
                Some(found) => words::parts_unread(found.unread),
            });
            best.set(found.map(Arc::new));
        });
    }
    let home = go(Page::Today);
    // The copy whose numbers stand here is the one that comes.
    let bring = move || {
        let home = home.clone();
        let bring = move |best: &Best| match mirror.bring(best) {
            Ok(()) => home(),
            Err(_) => said.set(words::NOT_TAKEN.to_owned()),
        };
        best.get().map(|best| button(words::BRING, Look::Primary).press(move || bring(&best)))
    };
    let holds = move || {
        let one = best.get();
        one.map(|best| words::holds(best.snapshot.day, best.snapshot.sessions, best.snapshot.sets))
            .unwrap_or_default()
    };
    let buttons = of("div", "buttons")
        .part(bring)
        .child(link_button(words::EVERY, Look::Ghost, href(Page::Data)))
        .child(
            button(if damaged { words::WITHOUT } else { words::ANEW }, Look::Ghost)
                .press(move || mirror.begin_anew()),
        );
    let (title, text) = match (damaged, unread) {
        (true, _) => (words::DAMAGED, words::DAMAGED_TEXT),
        (false, true) => (words::UNREAD, words::UNREAD_TEXT),
        (false, false) => (words::LOST, words::LOST_TEXT),
    };
    page(fixed(""), fixed(title), None).child(
        card()
            .child(say("p", text))
            .child(el("p").child(el("b").live_text(holds)))
            .child(buttons)
            .child(el("p").set("role", "status").live_text(move || said.get())),
    )
}
