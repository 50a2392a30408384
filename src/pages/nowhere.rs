//! The page for addresses that do not exist.

use super::{card, page};
use crate::app::href;
use crate::i18n::en::{self, settings as words};
use crate::routes::Page;
use crate::ui::element::{El, fixed, say};
use crate::ui::{Look, link_button};

/// No page has this address.
pub fn not_found() -> El {
    let back = link_button(en::session::TO_TODAY, Look::Primary, href(Page::Today));
    page(fixed(""), fixed(words::NOT_FOUND), None)
        .child(card().child(say("p", words::NOT_FOUND_TEXT)).child(back))
}
