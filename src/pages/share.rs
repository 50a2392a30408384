//! A plan that came in a link: shown first, kept beside the others on request, never in place of one.

use super::plan::proposal;
use super::{card, page};
use crate::app::actions;
use crate::app::device;
use crate::app::documents::documents;
use crate::app::{go, href};
use crate::i18n::en::{edit as words, session};
use crate::routes::Page;
use crate::ui::element::{El, el, fixed, say, say_as};
use crate::ui::{Look, button, link_button};

/// The page.
pub fn share() -> El {
    let docs = documents();
    let shared = match actions::shared_plan(docs, &device::fragment()) {
        Ok(shared) => shared,
        Err(why) => {
            let back = link_button(session::TO_TODAY, Look::Primary, href(Page::Today));
            return page(fixed(""), fixed(words::NO_LINK), None)
                .child(card().child(say("p", words::link_error(why))).child(back));
        }
    };
    let main = card()
        .child(say_as("p", "muted", words::SHARED_TEXT))
        .child(el("div").with(proposal(shared.plan.clone(), docs.profile().get_untracked())));
    let to_plans = go(Page::Edit);
    let keep = button(words::KEEP, Look::Primary).press(move || {
        if actions::keep_plan(docs, &shared.plan, &shared.own).is_ok() {
            to_plans();
        }
    });
    page(fixed(""), fixed(words::SHARED), None).child(main.child(keep))
}
