//! The way to everything else, what Legwork is, and the page for addresses that do not exist.

use super::{fixed, head};
use crate::app::href;
use crate::app::shell::Offline;
use crate::app::shell::OfflineState;
use crate::i18n::en::{self, settings as words};
use crate::routes::Page;
use leptos::prelude::*;

/// More.
#[component]
pub fn More() -> impl IntoView {
    let link = |page: Page, name: &'static str, text: &'static str| {
        view! {
            <a href=href(page)>
                <span><b>{name}</b><br /><span class="muted">{text}</span></span>
                {crate::ui::icon(crate::ui::Icon::Right)}
            </a>
        }
    };
    view! {
        <div class="page">
            {head(fixed(""), fixed(words::MORE), None)}
            <div class="card card--flat">
                <div class="list list--tap">
                    {link(Page::Data, words::DATA, words::DATA_TEXT)}
                    {link(Page::Welcome, words::ANSWERS, words::ANSWERS_TEXT)}
                    {link(Page::Settings, words::SETTINGS, words::SETTINGS_TEXT)}
                    {link(Page::About, words::ABOUT, words::ABOUT_TEXT)}
                </div>
            </div>
        </div>
    }
}

/// What Legwork is.
#[component]
pub fn About() -> impl IntoView {
    let offline = expect_context::<Offline>().0;
    let state = move || match offline.get() {
        OfflineState::Ready | OfflineState::UpdateWaiting | OfflineState::OtherVersion => {
            words::OFFLINE_READY
        }
        OfflineState::Unsupported | OfflineState::Failed => words::OFFLINE_NOT,
        OfflineState::Starting => words::OFFLINE_WAIT,
    };
    view! {
        <div class="page">
            {head(fixed(words::version()), fixed(words::ABOUT), None)}
            <div class="card">
                {words::ABOUT_LINES.map(|line| view! { <p>{line}</p> }).collect_view()}
                <p class="muted">{state}</p>
            </div>
        </div>
    }
}

/// No page has this address.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <div class="page">
            {head(fixed(""), fixed(words::NOT_FOUND), None)}
            <div class="card">
                <p>{words::NOT_FOUND_TEXT}</p>
                <a class="button button--primary" href=href(Page::Today)>{en::session::TO_TODAY}</a>
            </div>
        </div>
    }
}
