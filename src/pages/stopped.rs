//! A sign has ended training: what to do about it, and how training begins again. It decides nothing.

use super::card;
use crate::app::actions;
use crate::app::documents::documents;
use crate::domain::safety::Raised;
use crate::i18n::en::stopped as words;
use crate::ui::element::{El, say, say_as};
use crate::ui::{Look, button};

/// What was reported, with its advice, and the clinician's word.
pub fn stopped(standing: &[Raised]) -> El {
    let docs = documents();
    let agreed = button(words::AGREED, Look::Ghost).press(move || {
        actions::clear_signs(docs).ok();
    });
    let mut list = card().set("role", "alert").set("id", "red-flag");
    for raised in standing {
        list = list
            .child(say_as("p", "bad", words::reported(raised)))
            .child(say("p", words::advice(raised.flag)));
    }
    list.child(say_as("p", "muted", words::WAIT)).child(agreed)
}
